// lm_stopping.h: giving up what nobody waits for any more.
//
// What a term shares is visited as often as it is referred to: 60 tuples {A, A}, each of the one before, are 2^60 visits. So a
// walk over a term may take longer than anybody lives, but a scheduler whose runtime is stopped has to leave soon. A loop
// without a bound that memory sets asks here at each step, and when it is told to give up it takes the rest for done, as
// simply as it can: with any result that no code can be hurt by. Nobody will see it, for no process begins another slice.
//
// Such loops know neither process nor runtime; so these two are what a thread knows without being told: whether its runtime is stopping,
// and whose slice pays for the steps (lumen_proc_abi.work).
#ifndef LM_STOPPING_H
#define LM_STOPPING_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "platform/lm_platform.h"

#if LM_HAS_THREADS

// lumen_runtime.stopping, for the threads of its schedulers; NULL: this is none.
extern _Thread_local const _Atomic bool *lm_thread_stopping;

static inline void lm_stopping_begin(const _Atomic bool *stopping) { lm_thread_stopping = stopping; }
static inline bool lm_is_stopping(void) {
  const _Atomic bool *stopping = lm_thread_stopping;
  return stopping != NULL && atomic_load_explicit(stopping, memory_order_relaxed);
}

#else // nobody can stop what the one thread is in

static inline void lm_stopping_begin(const _Atomic bool *stopping) { (void)stopping; }
static inline bool lm_is_stopping(void) { return false; }

#endif

// abi.work of the process whose slice this is; NULL: of none.
extern _Thread_local int64_t *lm_thread_work;

static inline void lm_work_begin(int64_t *work) { lm_thread_work = work; }
static inline void lm_work_end(void) { lm_thread_work = NULL; }

// For walks that do much in one step.
static inline void lm_work_done(uint64_t reductions) {
  if (lm_thread_work != NULL) *lm_thread_work += (int64_t)reductions;
}

// *steps, 0 at first, belongs to the loop. Once this has said true it always does.
static inline bool lm_gives_up(uint32_t *steps) {
  enum { LOOK_AFTER = 4096, STEPS_OF_A_REDUCTION = 2 };
  if (*steps == UINT32_MAX) return true;
  if (++*steps < LOOK_AFTER) return false;
  lm_work_done(LOOK_AFTER / STEPS_OF_A_REDUCTION);
  *steps = lm_is_stopping() ? UINT32_MAX : 0;
  return *steps != 0;
}

#endif
