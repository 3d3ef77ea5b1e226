// lm_half.h: IEEE 754 binary16, for floats of 16 bits in bit strings. Pure functions.
#ifndef LM_HALF_H
#define LM_HALF_H

#include <stdbool.h>
#include <stdint.h>

// The value; false for NaN and the infinities.
bool lm_half_to_double(uint16_t half, double *d);

// The nearest half, ties to even; infinite when d is too large.
uint16_t lm_half_from_double(double d);

#endif
