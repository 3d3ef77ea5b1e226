// lm_limbs_float.c: natural numbers to and from IEEE 754 doubles, and exact comparison with them.

#include "num/lm_limbs_inner.h"

enum { FRACTION_BITS = 52, EXPONENT_BIAS = 1023, HIGHEST_BIT = 1023 /* of the largest finite double */ };

typedef union {
    double value;
    uint64_t bits;
} double_bits;

bool lm_limbs_to_double(const lm_limb *a, size_t an, double *d) {
    uint64_t length = lm_limbs_bit_length(a, an);
    if (length == 0) {
        *d = 0.0;
        return true;
    }
    if (length > HIGHEST_BIT + 1) return false;
    // The top 64 bits, the lowest of them set as well when anything below is lost: rounding sees no more than that.
    int shift = __builtin_clzll(a[an - 1]);
    lm_limb top = lm_limbs_high_part(a[an - 1], an > 1 ? a[an - 2] : 0, shift);
    bool sticky = (an > 1 && a[an - 2] << shift != 0) || (an > 2 && lm_limbs_normalise(a, an - 2) != 0);
    enum { DROPPED = 63 - FRACTION_BITS };
    lm_limb rest = top << (64 - DROPPED) | (lm_limb)sticky, half = (lm_limb)1 << 63;
    lm_limb mantissa = top >> DROPPED;
    mantissa += rest > half || (rest == half && (mantissa & 1));
    // A mantissa that rounded up to 2^53 carries into the exponent field, which is just what should happen.
    double_bits u = {.bits = ((length - 1 + EXPONENT_BIAS - 1) << FRACTION_BITS) + mantissa};
    if (u.bits >> FRACTION_BITS > HIGHEST_BIT + EXPONENT_BIAS) return false;
    *d = u.value;
    return true;
}

bool lm_limbs_to_double_as_otp(const lm_limb *a, size_t an, double *d) {
    double sum = 0.0;
    for (size_t i = an; i-- > 0;) {
        sum = sum * 0x1p64 + (double)a[i];
        if (sum - sum != 0) return false; // infinite
    }
    *d = sum;
    return true;
}

size_t lm_limbs_from_double(lm_limb *r, double d) {
    uint64_t bits = (double_bits){.value = d}.bits;
    int exponent = (int)(bits >> FRACTION_BITS & 0x7ff) - EXPONENT_BIAS;
    if (exponent < 0) return 0;
    lm_limb mantissa = (bits & (((uint64_t)1 << FRACTION_BITS) - 1)) | (uint64_t)1 << FRACTION_BITS;
    if (exponent <= FRACTION_BITS) {
        r[0] = mantissa >> (FRACTION_BITS - exponent);
        return 1;
    }
    lm_limb one[1] = {mantissa};
    size_t limbs = (size_t)(exponent - FRACTION_BITS) / 64;
    int shift = (exponent - FRACTION_BITS) % 64;
    lm_limbs_zero(r, limbs);
    lm_limb above = lm_limbs_shift_left_n(r + limbs, one, 1, shift);
    if (above == 0) return limbs + 1;
    r[limbs + 1] = above;
    return limbs + 2;
}

int lm_limbs_compare_double(const lm_limb *a, size_t an, double d) {
    if (d < 0) return 1;
    if (lm_limbs_bit_length(a, an) > HIGHEST_BIT + 1) return d - d == 0 ? 1 : -1; // only infinity is larger
    if (d - d != 0) return -1;
    lm_limb whole[LM_LIMBS_OF_DOUBLE];
    size_t n = lm_limbs_from_double(whole, d);
    int order = lm_limbs_compare(a, an, whole, n);
    if (order != 0) return order;
    // Equal up to the fraction; a double below 2^53 with a fraction is its whole part plus something.
    return n <= 1 && (double)(n ? whole[0] : 0) < d ? -1 : 0;
}
