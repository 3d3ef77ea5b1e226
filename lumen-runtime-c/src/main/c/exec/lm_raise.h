// lm_raise.h: failures that show where (lm_raise.c), and what others ask of frames.
#ifndef LM_RAISE_H
#define LM_RAISE_H

#include "lumen_abi.h"

// The function of the frame at sp, or of the first one outside of it that is of a function. NULL: there is none.
const lumen_function *lm_innermost_function(const lm_term *sp);

// error:undef, with module, name and the arguments in xs[0..arity) as the first entry of the trace. Allocates.
void lm_set_undef(lm_proc *p, lm_term module, lm_term name, uint64_t arity);

// A built-in failed with its arguments in xs[0..arity): it becomes the first entry of the trace. Allocates.
void lm_set_builtin_failure(lm_proc *p, lm_term module, lm_term name, uint64_t arity);

// A trace that begins with the caller, shown with `arguments` (any list; LM_TRACE_OF_CALLER: with its arity) and with the list `info`
// after its location. For the exception that is being set. Allocates.
lm_term lm_trace_amendment(lm_proc *p, lm_term arguments, lm_term info);

// The frames from sp (on the stack of p) on, as Erlang sees them. Allocates.
lm_term lm_stack_trace(lm_proc *p, const lm_term *sp);

// The trace of the exception that is set begins with that call, whose arguments are in xs[0..arity), at `where`, a list. Allocates.
void lm_begin_trace(lm_proc *p, lm_term module, lm_term name, uint64_t arity, lm_term where);

// What stands in xs[0..arity), as a list. Allocates.
lm_term lm_argument_list(lm_proc *p, uint64_t arity);

#endif
