// lm_phash.h: erlang:phash, bit for bit as OTP 25: an old hash that `dict` orders its keys by.
#ifndef LM_PHASH_H
#define LM_PHASH_H

#include "lumen.h"

// All 32 bits; phash(T, Range) is 1 + this % Range.
uint32_t lm_phash_of(lumen_runtime *rt, lm_term t);

#endif
