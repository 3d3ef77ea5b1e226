// lm_bottom.h: the last frame of every process: where a process comes to when its first function returns, or when nobody
// catches an exception.
#ifndef LM_BOTTOM_H
#define LM_BOTTOM_H

#include "lumen_abi.h"

extern const lumen_return lm_bottom;

#endif
