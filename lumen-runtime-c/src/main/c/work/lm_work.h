// lm_work.h: what long loops do now and then: they pay for what they did, let others run, and ask whether to give up.
//
// What a term shares is visited as often as it is referred to: 60 tuples {A, A}, each of the one before, are 2^60 visits. So a
// walk over a term may take longer than anybody lives, but a scheduler whose runtime is stopped has to leave soon. A loop
// without a bound that memory sets asks here at each step, and when it is told to give up it takes the rest for done, as
// simply as it can: with any result that no code can be hurt by. Nobody will see it, for no process begins another slice.
//
// Each step is paid for by the process that runs (lumen_proc_abi.work). When that is a slice's worth, and the built-in that the loop
// belongs to may (LM_MAY_YIELD), the process waits for its next turn in here.
//
// Such loops know neither process nor runtime: who works here is found by the thread (lm_worker). How a process waits for its next turn
// only its scheduler knows, which leaves a function for it there.
#ifndef LM_WORK_H
#define LM_WORK_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lumen_abi.h"
#include "platform/lm_platform.h"

#define LM_SLICE (LM_STRESS ? 1 : 4000) // reductions of a turn

// Who runs processes on a thread, as far as those who work for a process know it: the beginning of a lm_sched.
typedef struct lm_worker {
  lm_proc *current;              // runs now; NULL: none
  const _Atomic bool *stopping;  // of the runtime
  // A point where p, which runs, may wait for its next turn (lm_yield). True: a slice begins; false: it could not be.
  bool (*yield)(lm_proc *p);
  // p has used up its slice (lumen_proc_abi.work). `by_code`: it may wait here in any case.
  void (*slice_over)(lm_proc *p, bool by_code);
} lm_worker;

// From here on, until it is said with NULL, the calling thread works for `worker`.
void lm_worker_begin(lm_worker *worker);
lm_worker *lm_worker_of_thread(void); // NULL: nobody's

// Whether this is the thread of a scheduler whose runtime is stopping.
bool lm_is_stopping(void);

// p, which runs, has done so many reductions. When they are a slice's worth others have their turns, if p may yield.
void lm_pay(lm_proc *p, uint64_t reductions);

// For walks that do much in one step: so many reductions are done. `by_code`: of a comparison that compiled code asked for, which may
// wait for the next turn of its process in any case.
void lm_work_done(uint64_t reductions);
void lm_work_done_by(bool by_code, uint64_t reductions);

enum { LM_STRIDE = LM_STRESS ? 32 : 1 << 14 }; // steps between two looks

// Charges work to the slice of p: `steps`, of which so many take as long as a call in compiled code, some 5 ns. For built-ins that
// `work` (bifs.tab). Long loops charge while they run (lm_steps), walks over terms too (lm_gives_up).
static inline void lm_charge(lm_proc *p, uint64_t steps, uint64_t of_a_reduction) {
  ((lumen_proc_abi *)p)->work += (int64_t)(steps / of_a_reduction);
}

// What the steps of the usual loops cost: cells or words that are looked at or written, and bytes.
enum { LM_CELLS = 4, LM_HASHED_CELLS = 1, LM_SUMMED_BYTES = 8, LM_SEARCHED_BYTES = 8 };

// Counts steps of a loop, of which so many make a reduction, and pays for them now and then. *unpaid, 0 at first, belongs to the loop;
// what is left in it at the end the built-in pays (lm_charge).
static inline void lm_steps(uint64_t *unpaid, uint64_t steps, uint64_t of_a_reduction) {
  *unpaid += steps;
  if (*unpaid < LM_STRIDE) return;
  lm_work_done(*unpaid / of_a_reduction);
  *unpaid = 0;
}

// As memcpy, for any length: pays, too.
void lm_copy_bytes(void *to, const void *from, size_t bytes);

// *steps, 0 at first, belongs to the loop. Once this has said true it always does.
static inline bool lm_gives_up(uint32_t *steps) {
  enum { LOOK_AFTER = LM_STRIDE / 4, STEPS_OF_A_REDUCTION = 2 };
  if (*steps == UINT32_MAX) return true;
  if (++*steps < LOOK_AFTER) return false;
  lm_work_done(LOOK_AFTER / STEPS_OF_A_REDUCTION);
  *steps = lm_is_stopping() ? UINT32_MAX : 0;
  return *steps != 0;
}

#endif
