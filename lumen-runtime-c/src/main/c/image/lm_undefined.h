// lm_undefined.h: calls of functions that are not there.
#ifndef LM_UNDEFINED_H
#define LM_UNDEFINED_H

#include "lumen_abi.h"

// The code of an external fun whose function is not there: calls the handler below, or raises undef with its arguments.
lumen_code lm_undefined_code(uint64_t arity);

// Code that takes the arguments of module:name/arity and calls module:'$handle_undefined_function'(Name, Arguments) instead, as
// OTP's error_handler does, or the undefined_function/3 of the process's own handler (process_flag(error_handler, _)); to be jumped
// to at once. NULL: there is no such function.
lumen_code lm_undefined_handler(lm_proc *p, lm_term module, lm_term name, uint64_t arity);

#endif
