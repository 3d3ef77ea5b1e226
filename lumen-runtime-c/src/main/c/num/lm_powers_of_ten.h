// lm_powers_of_ten.h: 10^k to 128 bits for every k that converting doubles needs.
//
// Pure functions, any thread. Used by lm_decimal_*.c only.

#ifndef LM_POWERS_OF_TEN_H
#define LM_POWERS_OF_TEN_H

#include <stdint.h>

#define LM_POWERS_OF_TEN_MIN (-342)
#define LM_POWERS_OF_TEN_MAX 324

// The upper and, in *low, the lower half of floor(10^k * 2^(127 - floor(log2(10^k)))): 128 bits, the top one set. It is
// 10^k without error exactly when 0 <= k <= LM_POWERS_OF_TEN_EXACT.
//   requires: LM_POWERS_OF_TEN_MIN <= k <= LM_POWERS_OF_TEN_MAX
uint64_t lm_power_of_ten(int k, uint64_t *low);

#define LM_POWERS_OF_TEN_EXACT 55

// floor(log2(10^k)) for |k| <= 1233, and floor(log10(2^q)) for |q| <= 1500. The shifts of negative numbers round down.
static inline int lm_floor_log2_of_power_of_ten(int k) { return (k * 1741647) >> 19; }
static inline int lm_floor_log10_of_power_of_two(int q) { return (q * 1262611) >> 22; }

#endif
