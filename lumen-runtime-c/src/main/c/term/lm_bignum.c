// Erlang integers of any size: see lm_bignum.h.
#include "term/lm_bignum.h"

#include <string.h>

#include "heap/lm_heap.h"
#include "memory/lm_memory.h"
#include "num/lm_wide.h"
#include "term/lm_error.h"

// ---- results ----------------------------------------------------------------------------------------------------

// A bignum under construction: room for some limbs behind its header, filled in place and then cut to size.
typedef struct draft {
  lm_term *object;
  lm_limb *limbs;
  size_t room;
} draft;

static draft draft_of(lm_proc *p, size_t room) {
  lm_term *object = lm_alloc(p, room + 1);
  return (draft){object, object + 1, room};
}

static lm_term finish(lm_proc *p, draft d, size_t count, bool negative) {
  lm_term *end = d.object;
  lm_term result;
  if (count == 0) {
    result = lm_small(0);
  } else if (count == 1 && d.limbs[0] <= (uint64_t)LM_SMALL_MAX + negative) {
    result = lm_small(negative ? -(int64_t)d.limbs[0] : (int64_t)d.limbs[0]);
  } else if (count > LM_BIGNUM_MAX_LIMBS) {
    result = lm_system_limit(p);
  } else {
    d.object[0] = LM_HEADER(LM_KIND_BIGNUM, negative, count);
    end += count + 1;
    result = lm_boxed_at(d.object);
  }
  lm_alloc_trim(p, d.object, d.room + 1, end);
  return result;
}

// Working memory for lm_limbs: on the stack while it is small.
enum { SCRATCH_LIMBS = 128 };
typedef struct scratch {
  lm_limb few[SCRATCH_LIMBS];
  lm_limb *limbs;
} scratch;

static lm_limb *scratch_take(scratch *s, size_t count) {
  s->limbs = count <= SCRATCH_LIMBS ? s->few : lm_new(count * sizeof(lm_limb));
  return s->limbs;
}

static void scratch_drop(scratch *s) {
  if (s->limbs != s->few) lm_delete(s->limbs);
}

// ---- from and to C numbers --------------------------------------------------------------------------------------

bool lm_int_to_int64(lm_term i, int64_t *n) {
  lm_digits d;
  lm_digits_of(&d, i);
  if (d.count > 1) return false;
  uint64_t magnitude = d.count == 0 ? 0 : d.limbs[0];
  if (magnitude > (uint64_t)INT64_MAX + d.negative) return false;
  *n = (int64_t)(d.negative ? -magnitude : magnitude);
  return true;
}

bool lm_int_to_uint64(lm_term i, uint64_t *n) {
  lm_digits d;
  lm_digits_of(&d, i);
  if (d.count > 1 || d.negative) return false;
  *n = d.count == 0 ? 0 : d.limbs[0];
  return true;
}

bool lm_int_to_double(lm_term i, double *result) {
  if (lm_is_small(i)) {
    *result = (double)lm_small_value(i);
    return true;
  }
  lm_digits d;
  lm_digits_of(&d, i);
  if (!lm_limbs_to_double_as_otp(d.limbs, d.count, result)) return false;
  if (d.negative) *result = -*result;
  return true;
}

lm_term lm_int_from_double(lm_proc *p, double d) {
  if (d >= -0x1p60 && d < 0x1p60) return lm_small((int64_t)d);
  lm_limb limbs[LM_LIMBS_OF_DOUBLE];
  size_t count = lm_limbs_from_double(limbs, d);
  return lm_int_from_limbs(p, limbs, count, d < 0);
}

lm_term lm_int_from_limbs(lm_proc *p, const lm_limb *limbs, size_t count, bool negative) {
  count = lm_limbs_normalise(limbs, count);
  if (count > LM_BIGNUM_MAX_LIMBS) return lm_system_limit(p);
  draft d = draft_of(p, count);
  memcpy(d.limbs, limbs, count * sizeof(lm_limb));
  return finish(p, d, count, negative);
}

void lm_int_to_bytes(lm_term i, uint8_t *bytes, size_t count) {
  lm_digits d;
  lm_digits_of(&d, i);
  size_t given = d.count * sizeof(lm_limb) < count ? d.count * sizeof(lm_limb) : count;
  for (size_t k = 0; k < given; k++) bytes[k] = (uint8_t)(d.limbs[k / 8] >> 8 * (k % 8));
  if (count > given) memset(bytes + given, 0, count - given);
  if (!d.negative) return;
  unsigned carry = 1;
  for (size_t k = 0; k < count; k++) {
    carry += (uint8_t)~bytes[k];
    bytes[k] = (uint8_t)carry;
    carry >>= 8;
  }
}

// ---- sums -------------------------------------------------------------------------------------------------------

static lm_term sum(lm_proc *p, const lm_digits *a, const lm_digits *b, bool b_negative) {
  draft d = draft_of(p, (a->count > b->count ? a->count : b->count) + 1);
  if (a->negative == b_negative)
    return finish(p, d, lm_limbs_add(d.limbs, a->limbs, a->count, b->limbs, b->count), a->negative);
  bool less;
  size_t count = lm_limbs_difference(d.limbs, a->limbs, a->count, b->limbs, b->count, &less);
  return finish(p, d, count, a->negative != less);
}

lm_term lm_int_add(lm_proc *p, lm_term a, lm_term b) {
  if (lm_are_small(a, b)) return lm_integer(p, lm_small_value(a) + lm_small_value(b));
  lm_digits x, y;
  lm_digits_of(&x, a);
  lm_digits_of(&y, b);
  return sum(p, &x, &y, y.negative);
}

lm_term lm_int_subtract(lm_proc *p, lm_term a, lm_term b) {
  if (lm_are_small(a, b)) return lm_integer(p, lm_small_value(a) - lm_small_value(b));
  lm_digits x, y;
  lm_digits_of(&x, a);
  lm_digits_of(&y, b);
  return sum(p, &x, &y, !y.negative);
}

lm_term lm_int_negate(lm_proc *p, lm_term a) {
  if (lm_is_small(a)) return lm_integer(p, -lm_small_value(a));
  lm_digits x;
  lm_digits_of(&x, a);
  return lm_int_from_limbs(p, x.limbs, x.count, !x.negative);
}

// ---- products and quotients -------------------------------------------------------------------------------------

lm_term lm_int_multiply(lm_proc *p, lm_term a, lm_term b) {
  lm_digits x, y;
  lm_digits_of(&x, a);
  lm_digits_of(&y, b);
  bool negative = x.negative != y.negative;
  if (lm_are_small(a, b)) {
    uint64_t high, low = lm_wide_multiply(x.own, y.own, &high);
    if (high == 0 && low <= (uint64_t)LM_SMALL_MAX) return lm_small(negative ? -(int64_t)low : (int64_t)low);
    return lm_int_from_limbs(p, (lm_limb[]){low, high}, 2, negative);
  }
  if (x.count == 0 || y.count == 0) return lm_small(0);
  if (x.count + y.count > LM_BIGNUM_MAX_LIMBS + 1) return lm_system_limit(p);
  draft d = draft_of(p, x.count + y.count);
  size_t count;
  if (y.count == 1) {
    count = lm_limbs_multiply_limb(d.limbs, x.limbs, x.count, y.limbs[0], 0);
  } else if (x.count == 1) {
    count = lm_limbs_multiply_limb(d.limbs, y.limbs, y.count, x.limbs[0], 0);
  } else {
    scratch s;
    lm_limb *work = scratch_take(&s, lm_limbs_multiply_scratch(x.count, y.count));
    count = lm_limbs_multiply(d.limbs, x.limbs, x.count, y.limbs, y.count, work);
    scratch_drop(&s);
  }
  return finish(p, d, count, negative);
}

static lm_term divide(lm_proc *p, lm_term a, lm_term b, bool want_remainder) {
  if (lm_are_small(a, b)) {
    int64_t n = lm_small_value(a), m = lm_small_value(b);
    return want_remainder ? lm_small(n % m) : lm_integer(p, n / m);
  }
  lm_digits x, y;
  lm_digits_of(&x, a);
  lm_digits_of(&y, b);
  if (lm_limbs_compare(x.limbs, x.count, y.limbs, y.count) < 0) return want_remainder ? a : lm_small(0);
  if (y.count == 1 && want_remainder) {
    lm_limb rest;
    lm_limbs_divide_limb(NULL, x.limbs, x.count, y.limbs[0], &rest);
    return lm_int_from_limbs(p, &rest, 1, x.negative);
  }
  draft d = draft_of(p, want_remainder ? y.count : x.count - y.count + 1);
  size_t count;
  if (y.count == 1) {
    lm_limb rest;
    count = lm_limbs_divide_limb(d.limbs, x.limbs, x.count, y.limbs[0], &rest);
  } else {
    scratch s;
    lm_limb *work = scratch_take(&s, lm_limbs_divide_scratch(x.count, y.count));
    if (want_remainder) {
      lm_limbs_divide(NULL, NULL, d.limbs, &count, x.limbs, x.count, y.limbs, y.count, work);
    } else {
      lm_limbs_divide(d.limbs, &count, NULL, NULL, x.limbs, x.count, y.limbs, y.count, work);
    }
    scratch_drop(&s);
  }
  return finish(p, d, count, want_remainder ? x.negative : x.negative != y.negative);
}

lm_term lm_int_quotient(lm_proc *p, lm_term a, lm_term b) { return divide(p, a, b, false); }
lm_term lm_int_remainder(lm_proc *p, lm_term a, lm_term b) { return divide(p, a, b, true); }

// ---- bits -------------------------------------------------------------------------------------------------------

typedef size_t bitwise(lm_limb *r, bool *r_negative, const lm_limb *a, size_t an, bool a_negative, const lm_limb *b,
                       size_t bn, bool b_negative);

static lm_term combine(lm_proc *p, lm_term a, lm_term b, bitwise *operation) {
  lm_digits x, y;
  lm_digits_of(&x, a);
  lm_digits_of(&y, b);
  draft d = draft_of(p, (x.count > y.count ? x.count : y.count) + 1);
  bool negative;
  size_t count = operation(d.limbs, &negative, x.limbs, x.count, x.negative, y.limbs, y.count, y.negative);
  return finish(p, d, count, negative);
}

lm_term lm_int_and(lm_proc *p, lm_term a, lm_term b) {
  return lm_are_small(a, b) ? (a & b) : combine(p, a, b, lm_limbs_and);
}

lm_term lm_int_or(lm_proc *p, lm_term a, lm_term b) {
  return lm_are_small(a, b) ? (a | b) : combine(p, a, b, lm_limbs_or);
}

lm_term lm_int_xor(lm_proc *p, lm_term a, lm_term b) {
  return lm_are_small(a, b) ? ((a ^ b) | LM_TAG_SMALL) : combine(p, a, b, lm_limbs_xor);
}

lm_term lm_int_not(lm_proc *p, lm_term a) {
  if (lm_is_small(a)) return lm_small(~lm_small_value(a));
  lm_digits x;
  lm_digits_of(&x, a);
  draft d = draft_of(p, x.count + 1);
  return finish(p, d, lm_limbs_not(d.limbs, x.limbs, x.count, x.negative), !x.negative);
}

static lm_term shift_left(lm_proc *p, lm_term a, uint64_t bits) {
  if (a == lm_small(0)) return a;
  lm_digits x;
  lm_digits_of(&x, a);
  if (bits > LM_BIGNUM_MAX_LIMBS * LM_LIMB_BITS || x.count + bits / LM_LIMB_BITS > LM_BIGNUM_MAX_LIMBS)
    return lm_system_limit(p);
  if (lm_is_small(a) && bits < 61) {
    int64_t n = lm_small_value(a), shifted = (int64_t)((uint64_t)n << bits);
    if (shifted >> bits == n) return lm_integer(p, shifted);
  }
  draft d = draft_of(p, x.count + bits / LM_LIMB_BITS + 1);
  return finish(p, d, lm_limbs_shift_left(d.limbs, x.limbs, x.count, bits), x.negative);
}

static lm_term shift_right(lm_proc *p, lm_term a, uint64_t bits) {
  if (lm_is_small(a)) return lm_small(lm_small_value(a) >> (bits < 63 ? bits : 63));
  lm_digits x;
  lm_digits_of(&x, a);
  if (bits / LM_LIMB_BITS >= x.count) return lm_small(x.negative ? -1 : 0);
  draft d = draft_of(p, x.count - bits / LM_LIMB_BITS + 1);
  size_t count = x.negative ? lm_limbs_shift_right_negative(d.limbs, x.limbs, x.count, bits)
                            : lm_limbs_shift_right(d.limbs, x.limbs, x.count, bits);
  return finish(p, d, count, x.negative);
}

lm_term lm_int_shift_left(lm_proc *p, lm_term a, lm_term n) {
  if (lm_is_small(n)) {
    int64_t bits = lm_small_value(n);
    return bits >= 0 ? shift_left(p, a, (uint64_t)bits) : shift_right(p, a, (uint64_t)-bits);
  }
  return lm_int_is_negative(n) ? shift_right(p, a, UINT64_MAX) : shift_left(p, a, UINT64_MAX);
}

lm_term lm_int_shift_right(lm_proc *p, lm_term a, lm_term n) {
  if (lm_is_small(n)) {
    int64_t bits = lm_small_value(n);
    return bits >= 0 ? shift_right(p, a, (uint64_t)bits) : shift_left(p, a, (uint64_t)-bits);
  }
  return lm_int_is_negative(n) ? shift_left(p, a, UINT64_MAX) : shift_right(p, a, UINT64_MAX);
}

// ---- order ------------------------------------------------------------------------------------------------------

int lm_int_compare(lm_term a, lm_term b) {
  if (lm_are_small(a, b)) return ((int64_t)a > (int64_t)b) - ((int64_t)a < (int64_t)b);
  lm_digits x, y;
  lm_digits_of(&x, a);
  lm_digits_of(&y, b);
  if (x.negative != y.negative) return x.negative ? -1 : 1;
  int order = lm_limbs_compare(x.limbs, x.count, y.limbs, y.count);
  return x.negative ? -order : order;
}

int lm_int_compare_double(lm_term a, double b) {
  if (lm_is_small(a) && b > -0x1p53 && b < 0x1p53) {
    // Rounding is monotonous and leaves everything below 2^53 alone, so it can't change the answer.
    double d = (double)lm_small_value(a);
    return (d > b) - (d < b);
  }
  lm_digits x;
  lm_digits_of(&x, a);
  return x.negative ? -lm_limbs_compare_double(x.limbs, x.count, -b) : lm_limbs_compare_double(x.limbs, x.count, b);
}

bool lm_bignum_equal(lm_term a, lm_term b) {
  const lm_term *x = lm_pointer(a), *y = lm_pointer(b);
  return x[0] == y[0] && memcmp(x + 1, y + 1, lm_header_words(x[0]) * sizeof(lm_term)) == 0;
}
