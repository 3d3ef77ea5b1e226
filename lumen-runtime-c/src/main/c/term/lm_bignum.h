// lm_bignum.h: Erlang integers of any size, as terms: small ones in the word, the others boxed (LM_KIND_BIGNUM).
//
// Always true of every integer term (normal form; equality and hashing rest on it):
//   I1  what fits 61 bits is a small integer, never a bignum
//   I2  a bignum's top limb is not 0, and it has at most LM_BIGNUM_MAX_LIMBS limbs
//
// The functions take integer terms (the caller has tested that), allocate their result in the heap of `p` and answer it in
// normal form, or LM_NONE with error:system_limit set when it would be too large. The limbs themselves are computed in
// num/lm_limbs.h. Who may touch it: the thread that runs `p`; terms are immutable, so their owner does not matter.
#ifndef LM_BIGNUM_H
#define LM_BIGNUM_H

#include "lumen_abi.h"
#include "num/lm_limbs.h"

// As in OTP 25: 2^(64 * limbs) is the first number that is too large.
#define LM_BIGNUM_MAX_LIMBS (((size_t)1 << 19) - 1)

// An integer as sign and limbs. Points into the term, or at `own` for a small one; so it must not be copied or moved.
typedef struct lm_digits {
  const lm_limb *limbs;
  size_t count; // 0 for zero
  bool negative;
  lm_limb own;
} lm_digits;

static inline void lm_digits_of(lm_digits *d, lm_term integer) {
  if (lm_is_small(integer)) {
    int64_t n = lm_small_value(integer);
    d->negative = n < 0;
    d->own = n < 0 ? -(uint64_t)n : (uint64_t)n;
    d->count = n != 0;
    d->limbs = &d->own;
  } else {
    const lm_term *object = lm_pointer(integer);
    d->negative = lm_header_aux(object[0]) != 0;
    d->count = lm_header_words(object[0]);
    d->limbs = object + 1;
  }
}

static inline bool lm_int_is_negative(lm_term i) {
  return lm_is_small(i) ? lm_small_value(i) < 0 : lm_header_aux(lm_pointer(i)[0]) != 0;
}

// ---- from and to C numbers --------------------------------------------------------------------------------------

// False, with *n untouched, when the integer does not fit.
bool lm_int_to_int64(lm_term i, int64_t *n);
bool lm_int_to_uint64(lm_term i, uint64_t *n);
// False when |i| is too large for a double. Rounds as OTP 25 does: limb by limb from the top.
bool lm_int_to_double(lm_term i, double *d);
// The integral part of a finite d.
lm_term lm_int_from_double(lm_proc *p, double d);
// The limbs (not normalised) are copied.
lm_term lm_int_from_limbs(lm_proc *p, const lm_limb *limbs, size_t count, bool negative);
// The `count` least significant bytes of the two's complement, least significant first.
void lm_int_to_bytes(lm_term i, uint8_t *bytes, size_t count);

// ---- arithmetic -------------------------------------------------------------------------------------------------

lm_term lm_int_add(lm_proc *p, lm_term a, lm_term b);
lm_term lm_int_subtract(lm_proc *p, lm_term a, lm_term b);
lm_term lm_int_multiply(lm_proc *p, lm_term a, lm_term b);
lm_term lm_int_negate(lm_proc *p, lm_term a);
// b is not 0. Rounds towards zero; the remainder has the sign of a.
lm_term lm_int_quotient(lm_proc *p, lm_term a, lm_term b);
lm_term lm_int_remainder(lm_proc *p, lm_term a, lm_term b);

// On two's complement with infinitely many sign bits.
lm_term lm_int_and(lm_proc *p, lm_term a, lm_term b);
lm_term lm_int_or(lm_proc *p, lm_term a, lm_term b);
lm_term lm_int_xor(lm_proc *p, lm_term a, lm_term b);
lm_term lm_int_not(lm_proc *p, lm_term a);
// a * 2^n rounded towards minus infinity; n may be negative and of any size.
lm_term lm_int_shift_left(lm_proc *p, lm_term a, lm_term n);
lm_term lm_int_shift_right(lm_proc *p, lm_term a, lm_term n);

// ---- order ------------------------------------------------------------------------------------------------------

// -1, 0, 1. The mixed one is exact: no integer equals a float that it only rounds to.
int lm_int_compare(lm_term a, lm_term b);
int lm_int_compare_double(lm_term a, double b);
// Equal bignums (both are bignums).
bool lm_bignum_equal(lm_term a, lm_term b);

#endif
