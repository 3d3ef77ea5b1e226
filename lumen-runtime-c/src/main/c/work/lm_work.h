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
// Such loops know neither process nor runtime: both are found by the thread.
#ifndef LM_WORK_H
#define LM_WORK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "platform/lm_platform.h"

// Whether this is the thread of a scheduler whose runtime is stopping.
bool lm_is_stopping(void);

// For walks that do much in one step: so many reductions are done. `by_code`: of a comparison that compiled code asked for, which may
// wait for the next turn of its process in any case.
void lm_work_done(uint64_t reductions);
void lm_work_done_by(bool by_code, uint64_t reductions);

enum { LM_STRIDE = LM_STRESS ? 32 : 1 << 14 }; // steps between two looks


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
