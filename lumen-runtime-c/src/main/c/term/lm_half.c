#include "term/lm_half.h"

#include <math.h>
#include <string.h>

bool lm_half_to_double(uint16_t half, double *d) {
  int exponent = half >> 10 & 31, fraction = half & 0x3FF;
  if (exponent == 31) return false;
  double magnitude = exponent == 0 ? ldexp(fraction, -24) : ldexp(fraction + 1024, exponent - 25);
  *d = half & 0x8000 ? -magnitude : magnitude;
  return true;
}

uint16_t lm_half_from_double(double d) {
  uint16_t sign = signbit(d) ? 0x8000 : 0;
  double magnitude = fabs(d);
  if (magnitude == 0) return sign; // frexp has no exponent for it
  if (magnitude >= 65520.0) return sign | 31 << 10; // halfway to 2^16
  int exponent;
  frexp(magnitude, &exponent);
  if (exponent < -13) exponent = -13; // 2^-14 and below: the distance of neighbours stays 2^-24
  double scaled = ldexp(magnitude, 11 - exponent), whole = floor(scaled), rest = scaled - whole;
  uint16_t n = (uint16_t)whole;
  n += rest > 0.5 || (rest == 0.5 && (n & 1));
  // 1024 <= n <= 2048 for normal numbers; a carry goes into the exponent, as it should.
  return (uint16_t)(sign | (exponent == -13 && n < 1024 ? n : ((exponent + 13) << 10) + n));
}
