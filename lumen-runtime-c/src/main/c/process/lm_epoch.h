// lm_epoch.h: when the memory of a dead process may be used again.
//
// A scheduler may hold a process that it found in the pid table until its next safe point (between two slices). What dies
// is removed from the table first; then a new epoch begins; when every scheduler has announced that one at a safe point,
// nobody can hold the dead any more. A sleeping scheduler holds nothing (LM_EPOCH_ASLEEP).
//
// Who may touch it: each scheduler its own lm_epoch_member; `now` any thread.
#ifndef LM_EPOCH_H
#define LM_EPOCH_H

#include <stdatomic.h>
#include <stdint.h>

#include "process/lm_proc.h"

#define LM_EPOCH_ASLEEP UINT64_MAX

typedef struct lm_epoch_member {
  _Alignas(64) _Atomic uint64_t seen; // the last epoch announced
  lm_proc *fresh;                     // retired here, linked through `next`
  lm_proc *waiting;                   // retired earlier: free once everyone has announced wait_for
  uint64_t wait_for;
  uint32_t fresh_count;
} lm_epoch_member;

// Retires a process that is no longer in the pid table.
void lm_epoch_retire(lm_sched *sched, lm_proc *p);
// A safe point. Recycles what can be.
void lm_epoch_pass(lm_sched *sched);
void lm_epoch_sleep(lm_sched *sched);
void lm_epoch_wake(lm_sched *sched);
// Recycles everything that this scheduler retired: nobody else runs any more.
void lm_epoch_finish(lm_sched *sched);

#endif
