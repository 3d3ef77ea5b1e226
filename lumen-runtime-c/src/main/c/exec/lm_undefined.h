// lm_undefined.h: the code of an external fun whose function is not there: raises undef with its arguments.
#ifndef LM_UNDEFINED_H
#define LM_UNDEFINED_H

#include "lumen_abi.h"

lumen_code lm_undefined_code(uint64_t arity);

#endif
