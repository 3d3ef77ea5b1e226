// lm_failure.h: how a built-in fails that is ABI code (lm_code.h).
#ifndef LM_FAILURE_H
#define LM_FAILURE_H

#include "exec/lm_code.h"
#include "exec/lm_raise.h"
#include "lumen_atoms.h"

// erlang:name/arity failed with its arguments in x0..: the exception is set.
#define LM_FAIL(name, arity)                                                                                           \
  do {                                                                                                                 \
    LM_STORE_ARGUMENTS();                                                                                              \
    lm_set_builtin_failure(p, LM_ATOM_ERLANG, name, arity);                                                            \
    LM_RAISE();                                                                                                        \
  } while (0)

#endif
