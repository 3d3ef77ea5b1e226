// lm_code.h: writing ABI code (lumen_abi.h) in C. A tail call must stand in the function that makes it, so these are macros;
// each ends the function. They use the parameters' names of LUMEN_CODE_PARAMS.
//
// Around anything that allocates or collects: LM_STORE before; afterwards the macros read hp and sp from p.
#ifndef LM_CODE_H
#define LM_CODE_H

#include "lumen_abi.h"
#include "process/lm_proc.h"

// ABI code must have no local variable whose address is taken: the address sanitizer would move it to a place that this calling
// convention can't have. What needs some is a function of its own that is not inlined.
#define LM_OUT_OF_LINE __attribute__((noinline))

#define LM_STORE() (p->abi.hp = hp, p->abi.sp = sp, p->abi.reductions = reductions)

#define LM_JUMP(target, a0, a1, a2, a3, a4, a5)                                                                        \
  LUMEN_MUSTTAIL return (target)(p, p->abi.hp, p->abi.sp, reductions, a0, a1, a2, a3, a4, a5, label)

// To whoever called, with a result.
#define LM_RETURN(result)                                                                                              \
  do {                                                                                                                 \
    lm_term lm_result = (result);                                                                                      \
    const lumen_return *lm_to = (const lumen_return *)(uintptr_t)p->abi.sp[0];                                         \
    label = LUMEN_LABEL_OF_RETURN;                                                                                     \
    LM_JUMP(lm_to->code, lm_result, x1, x2, x3, x4, x5);                                                               \
  } while (0)

// The exception is set.
#define LM_RAISE()                                                                                                     \
  do {                                                                                                                 \
    lumen_code lm_handler = lumen_raise(p, NULL);                                                                      \
    LM_JUMP(lm_handler, p->abi.exception_class, p->abi.exception_reason, p->abi.exception_trace, x3, x4, x5);          \
  } while (0)

#define LM_STORE_ARGUMENTS()                                                                                           \
  (p->abi.xs[0] = x0, p->abi.xs[1] = x1, p->abi.xs[2] = x2, p->abi.xs[3] = x3, p->abi.xs[4] = x4, p->abi.xs[5] = x5)

// A call of `target` with arguments that all stand in xs.
#define LM_JUMP_XS(target)                                                                                             \
  do {                                                                                                                 \
    lm_term *lm_xs = p->abi.xs;                                                                                        \
    LM_JUMP(target, lm_xs[0], lm_xs[1], lm_xs[2], lm_xs[3], lm_xs[4], lm_xs[5]);                                       \
  } while (0)

#endif
