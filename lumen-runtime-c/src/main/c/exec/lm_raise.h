// lm_raise.h: what others ask of frames (lm_raise.c).
#ifndef LM_RAISE_H
#define LM_RAISE_H

#include "lumen_abi.h"

// The function of the frame at sp, or of the first one outside of it that is of a function. NULL: there is none.
const lumen_function *lm_innermost_function(const lm_term *sp);

#endif
