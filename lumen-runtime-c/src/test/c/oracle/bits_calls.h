#ifndef BITS_CALLS_H
#define BITS_CALLS_H

#include "heap/lm_heap.h"

lm_term bits_integer(lm_proc *p, lm_term b, lm_term at, lm_term size, lm_term flags);
lm_term bits_float(lm_proc *p, lm_term b, lm_term at, lm_term size, lm_term flags);
lm_term bits_slice(lm_proc *p, lm_term b, lm_term at, lm_term size);
lm_term bits_utf8(lm_proc *p, lm_term b, lm_term at);
lm_term bits_utf16(lm_proc *p, lm_term b, lm_term at, lm_term flags);
lm_term bits_utf32(lm_proc *p, lm_term b, lm_term at, lm_term flags);
lm_term bits_build(lm_proc *p, lm_term hint, lm_term segments);
lm_term bits_append(lm_proc *p, lm_term first, lm_term unit, lm_term hint, lm_term lists);

#endif
