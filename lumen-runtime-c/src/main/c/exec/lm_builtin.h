// lm_builtin.h: how a primitive is called as a function.
//
// Used by the generated lumen_builtins.c. The macro is the body of a piece of ABI code, because a tail call must stand
// in the function that makes it.
#ifndef LM_BUILTIN_H
#define LM_BUILTIN_H

#include "lumen_abi.h"

// All built-ins: the rows of bifs.tab, in their order.
extern const lumen_builtin lumen_builtin_names[];
extern const size_t lumen_builtin_name_count;

static inline void lm_store_arguments(lumen_proc_abi *abi, lm_term x0, lm_term x1, lm_term x2, lm_term x3, lm_term x4,
                                      lm_term x5) {
  lm_term *xs = abi->xs;
  xs[0] = x0, xs[1] = x1, xs[2] = x2, xs[3] = x3, xs[4] = x4, xs[5] = x5;
}

// Calls a primitive with the arguments of the code it stands in, then returns or raises.
#define LM_BUILTIN_CALL(builtin, call)                                                                                 \
  lumen_proc_abi *abi = (lumen_proc_abi *)p;                                                                           \
  abi->hp = hp;                                                                                                        \
  abi->sp = sp;                                                                                                        \
  lm_term result = (call);                                                                                             \
  reductions -= abi->work;                                                                                             \
  abi->work = 0;                                                                                                       \
  if (result != LM_NONE) {                                                                                             \
    const lumen_return *to = (const lumen_return *)(uintptr_t)sp[0];                                                   \
    LUMEN_MUSTTAIL return to->code(p, abi->hp, sp, reductions, result, x1, x2, x3, x4, x5,                             \
                                        LUMEN_LABEL_OF_RETURN);                                                       \
  }                                                                                                                    \
  lm_store_arguments(abi, x0, x1, x2, x3, x4, x5);                                                                     \
  lumen_set_builtin_failure(p, builtin);                                                                               \
  lumen_code handler = lumen_raise(p, NULL);                                                                           \
  LUMEN_MUSTTAIL return handler(p, abi->hp, abi->sp, reductions, abi->exception_class, abi->exception_reason,           \
                                abi->exception_trace, x3, x4, x5, label);

#endif
