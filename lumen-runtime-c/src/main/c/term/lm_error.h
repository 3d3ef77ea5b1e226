// lm_error.h: how a primitive fails: it sets the exception of its process and answers LM_NONE, which these functions answer.
//
//     if (!lm_is_tuple(t)) return lm_badarg(p);
//
// The caller decides what a failure is: compiled code jumps to lumen_raise or to the next clause of a guard.
// Who may touch it: the thread that runs p. None needs p->abi.hp, and none moves a term.
#ifndef LM_ERROR_H
#define LM_ERROR_H

#include "lumen_abi.h"

lm_term lm_fail(lm_proc *p, lm_term class, lm_term reason); // class: LM_ATOM_ERROR, LM_ATOM_EXIT or LM_ATOM_THROW
lm_term lm_error(lm_proc *p, lm_term reason);               // error:Reason
lm_term lm_error_with(lm_proc *p, lm_term name, lm_term value); // error:{Name, Value}, e.g. {badmap, M}
lm_term lm_badarg(lm_proc *p);
// badarg, and why, for texts of error reports: an atom that OTP's erl_stdlib_errors and its relatives know.
lm_term lm_badarg_because(lm_proc *p, lm_term cause);
lm_term lm_badarith(lm_proc *p);
lm_term lm_system_limit(lm_proc *p);

// As the trace of an exception that a primitive sets: it was raised on behalf of the caller (erlang:error/1 and the like),
// so the trace begins with the caller and not with the built-in.
#define LM_TRACE_OF_CALLER LM_SMALL(0)

enum { LM_MAX_ARITY = 255 };

#endif
