// lm_limbs_div.c: quotients of long numbers.
//
// Short: Knuth, TAOCP 2, 4.3.1, algorithm D; each quotient limb is guessed from three limbs by two and a reciprocal
// (Moeller and Granlund 2011), so the guess is at most 1 too large. Long: Burnikel and Ziegler, "Fast recursive
// division", 1998: a 2n by n division is two of 3n/2 by n, each one division of half the length and one product.
//
// Inside this file every divisor has its top bit set, and a dividend is divided in place: its low limbs become the
// remainder.

#include "num/lm_limbs_inner.h"
#include "num/lm_wide.h"

// From how many limbs of divisor and quotient on recursion wins. Measured with lm_limbs_bench.c, x86-64; at least 4.
// Tests set it low to reach every branch with short numbers.
#ifndef LM_LIMBS_RECURSIVE_DIVIDE
#define LM_LIMBS_RECURSIVE_DIVIDE 48
#endif
enum { RECURSIVE_DIVIDE = LM_LIMBS_RECURSIVE_DIVIDE };

// ---- Knuth --------------------------------------------------------------------------------------------------------

// floor((2^192 - 1) / (d1:d0)) - 2^64.   requires: the top bit of d1 is set
static lm_limb reciprocal_of_two(lm_limb d1, lm_limb d0) {
    lm_limb v = lm_wide_reciprocal(d1);
    lm_limb p = d1 * v + d0;
    if (p < d0) {
        v--;
        if (p >= d1) {
            v--;
            p -= d1;
        }
        p -= d1;
    }
    lm_limb t1, t0 = lm_wide_multiply(v, d0, &t1);
    p += t1;
    if (p < t1) {
        v--;
        if (p > d1 || (p == d1 && t0 >= d0)) v--;
    }
    return v;
}

// Returns floor((u2:u1:u0) / (d1:d0)) and stores the remainder.   requires: (u2:u1) < (d1:d0), v their reciprocal
static lm_limb divide_three_by_two(lm_limb u2, lm_limb u1, lm_limb u0, lm_limb d1, lm_limb d0, lm_limb v,
                                   lm_limb *rest1, lm_limb *rest0) {
    lm_limb carry = 0, borrow = 0;
    lm_limb q1, q0 = lm_wide_multiply(v, u2, &q1);
    q0 = lm_wide_add(q0, u1, &carry);
    q1 += u2 + carry;
    lm_limb t1, t0 = lm_wide_multiply(d0, q1, &t1);
    lm_limb r1 = u1 - q1 * d1;
    lm_limb r0 = lm_wide_subtract(u0, t0, &borrow);
    r1 -= t1 + borrow;
    borrow = 0;
    r0 = lm_wide_subtract(r0, d0, &borrow);
    r1 -= d1 + borrow;
    q1++;
    if (r1 >= q0) {
        q1--;
        carry = 0;
        r0 = lm_wide_add(r0, d0, &carry);
        r1 += d1 + carry;
    }
    if (__builtin_expect(r1 > d1 || (r1 == d1 && r0 >= d0), 0)) {
        q1++;
        borrow = 0;
        r0 = lm_wide_subtract(r0, d0, &borrow);
        r1 -= d1 + borrow;
    }
    *rest1 = r1;
    *rest0 = r0;
    return q1;
}

// Divides u, bn + qn limbs, by b; u's low bn limbs become the remainder, the upper qn zero. q gets qn limbs or is NULL.
//   requires: bn >= 2, the upper bn limbs of u < b
static void divide_schoolbook(lm_limb *q, lm_limb *u, size_t qn, const lm_limb *b, size_t bn) {
    lm_limb d1 = b[bn - 1], d0 = b[bn - 2], v = reciprocal_of_two(d1, d0);
    uint64_t unpaid = 0;
    for (size_t j = qn; j-- > 0;) {
        lm_steps(&unpaid, bn, LM_LIMBS_OF_A_REDUCTION);
        lm_limb *window = u + j, *top = window + bn;
        lm_limb digit;
        if (__builtin_expect(top[0] == d1 && top[-1] == d0, 0)) {
            // The guess would not fit one limb; 2^64 - 1 is right, for the window is below b * 2^64.
            digit = ~(lm_limb)0;
            lm_limbs_subtract_product(window, b, bn, digit);
        } else {
            // The three top limbs are done with by the guess; subtract only what the lower bn - 2 limbs of b add.
            lm_limb r1, r0, borrow;
            digit = divide_three_by_two(top[0], top[-1], top[-2], d1, d0, v, &r1, &r0);
            borrow = lm_limbs_subtract_product(window, b, bn - 2, digit);
            lm_limb out = r0 < borrow;
            r0 -= borrow;
            lm_limb too_much = r1 < out;
            top[-1] = r1 - out;
            top[-2] = r0;
            if (__builtin_expect(too_much != 0, 0)) {
                digit--;
                lm_limbs_add_n(window, window, b, bn);
            }
        }
        top[0] = 0;
        if (q) q[j] = digit;
    }
}

// ---- Burnikel and Ziegler -----------------------------------------------------------------------------------------

static void divide_two_by_one(lm_limb *q, lm_limb *u, const lm_limb *b, size_t n, lm_limb *scratch);

// Divides u, 3h limbs, by b, 2h limbs; q gets h limbs, u's low 2h limbs become the remainder, the upper h zero.
//   requires: the upper 2h limbs of u < b
static void divide_three_halves(lm_limb *q, lm_limb *u, const lm_limb *b, size_t h, lm_limb *scratch) {
    // Guess with the upper half of b alone; that leaves the guess too large by at most 2.
    if (lm_limbs_compare_equal_counts(u + 2 * h, b + h, h) < 0) {
        divide_two_by_one(q, u + h, b + h, h, scratch);
    } else { // equal: the guess is B - 1, and u - (B - 1) b1 B = u - b1 B^2 + b1 B
        for (size_t i = 0; i < h; i++) q[i] = ~(lm_limb)0;
        lm_limbs_zero(u + 2 * h, h);
        u[2 * h] = lm_limbs_add_n(u + h, u + h, b + h, h);
    }
    lm_limb *product = scratch;
    lm_limbs_multiply_full(product, q, h, b, h, scratch + 2 * h);
    lm_limb negative = lm_limbs_subtract_wider(u, u, 3 * h, product, 2 * h);
    while (negative) {
        lm_limbs_subtract_limb(q, q, h, 1);
        negative -= lm_limbs_add_wider(u, u, 3 * h, b, 2 * h);
    }
}

// Divides u, 2n limbs, by b, n limbs; q gets n limbs, u's low n limbs become the remainder, the upper n zero.
//   requires: the upper n limbs of u < b
static void divide_two_by_one(lm_limb *q, lm_limb *u, const lm_limb *b, size_t n, lm_limb *scratch) {
    if (n % 2 != 0 || n < RECURSIVE_DIVIDE) {
        divide_schoolbook(q, u, n, b, n);
        lm_work_done(n * n / LM_LIMBS_OF_A_REDUCTION);
        return;
    }
    size_t h = n / 2;
    divide_three_halves(q + h, u + h, b, h, scratch);
    divide_three_halves(q, u, b, h, scratch);
}

// One product of halves and room for its result; deeper levels reuse the same room.
static size_t two_by_one_scratch(size_t n) { return n + lm_limbs_multiply_scratch(n / 2, n / 2); }

// The least m * 2^j >= bn with m < RECURSIVE_DIVIDE: a length that divide_two_by_one can halve all the way down.
static size_t block_length(size_t bn) {
    int halvings = 0;
    while ((bn - 1) >> halvings >= RECURSIVE_DIVIDE - 1) halvings++;
    return (((bn - 1) >> halvings) + 1) << halvings;
}

// ---- the three ways -----------------------------------------------------------------------------------------------
// Each fills q with an - bn + 1 limbs and r with bn limbs, unless NULL, after it has read the last of a and b.
// All require an >= bn >= 2.

// v = b * 2^(64 (n - bn) + shift), which fills n limbs to the top bit; returns shift.
static int normalise_divisor(lm_limb *v, const lm_limb *b, size_t bn, size_t n) {
    int shift = __builtin_clzll(b[bn - 1]);
    lm_limbs_zero(v, n - bn);
    lm_limbs_shift_left_n(v + (n - bn), b, bn, shift);
    return shift;
}

static void divide_short(lm_limb *q, lm_limb *r, const lm_limb *a, size_t an, const lm_limb *b, size_t bn,
                         lm_limb *scratch) {
    lm_limb *v = scratch, *u = v + bn;
    int shift = normalise_divisor(v, b, bn, bn);
    u[an] = lm_limbs_shift_left_n(u, a, an, shift);
    divide_schoolbook(q, u, an + 1 - bn, v, bn);
    if (r) lm_limbs_shift_right_n(r, u, bn, shift);
}

static size_t divide_short_scratch(size_t an, size_t bn) { return bn + an + 1; }

// Long division whose digits are blocks of n limbs.
static void divide_long(lm_limb *q, lm_limb *r, const lm_limb *a, size_t an, const lm_limb *b, size_t bn,
                        lm_limb *scratch) {
    size_t n = block_length(bn), pad = n - bn;
    lm_limb *v = scratch, *u = v + n;
    int shift = normalise_divisor(v, b, bn, n);
    lm_limbs_zero(u, pad);
    u[pad + an] = lm_limbs_shift_left_n(u + pad, a, an, shift);
    size_t un = lm_limbs_normalise(u, pad + an + 1);
    size_t blocks = un / n + 1; // one block more than full ones, so that the uppermost is below v
    if (un % n == 0 && blocks > 2 && lm_limbs_compare_equal_counts(u + (blocks - 2) * n, v, n) < 0) blocks--;
    if (blocks < 2) blocks = 2;
    lm_limbs_zero(u + un, blocks * n - un);
    lm_limb *quotient = u + blocks * n, *deeper = quotient + (blocks - 1) * n;
    for (size_t i = blocks - 1; i-- > 0;) divide_two_by_one(quotient + i * n, u + i * n, v, n, deeper);
    // As many limbs as were asked for exist unless the dividend was so short that they are zero.
    size_t qn = an - bn + 1, have = (blocks - 1) * n < qn ? (blocks - 1) * n : qn;
    if (q) {
        lm_limbs_copy(q, quotient, have);
        lm_limbs_zero(q + have, qn - have);
    }
    if (r) lm_limbs_shift_right_n(r, u + pad, bn, shift);
}

static size_t divide_long_scratch(size_t an, size_t bn) {
    size_t n = block_length(bn), blocks = (an + (n - bn) + 1) / n + 1;
    if (blocks < 2) blocks = 2;
    return n + blocks * n + (blocks - 1) * n + two_by_one_scratch(n);
}

// A quotient shorter than the divisor hangs on the upper limbs alone: divide those, then correct.
//   a = a1 B + a0, b = b1 B + b0;  a1 = q b1 + r1;  a - q b = r1 B + a0 - q b0, negative when q is too large.
// b1 keeps one limb more than q has, so q b0 < b and q is too large by 1 at most.
static void divide_short_quotient(lm_limb *q, lm_limb *r, const lm_limb *a, size_t an, const lm_limb *b, size_t bn,
                                  lm_limb *scratch) {
    size_t qn = an - bn + 1, cut = bn - (qn + 1);
    lm_limb *quotient = scratch, *rest = quotient + qn, *product = rest + bn, *deeper = product + cut + qn;
    divide_long(quotient, rest + cut, a + cut, an - cut, b + cut, bn - cut, deeper);
    lm_limbs_copy(rest, a, cut);
    if (cut >= qn) lm_limbs_multiply_full(product, b, cut, quotient, qn, deeper);
    else lm_limbs_multiply_full(product, quotient, qn, b, cut, deeper);
    lm_limb negative = lm_limbs_subtract_wider(rest, rest, bn, product, cut + qn);
    while (negative) {
        lm_limbs_subtract_limb(quotient, quotient, qn, 1);
        negative -= lm_limbs_add_n(rest, rest, b, bn);
    }
    if (q) lm_limbs_copy(q, quotient, qn);
    if (r) lm_limbs_copy(r, rest, bn);
}

static size_t divide_short_quotient_scratch(size_t an, size_t bn) {
    size_t qn = an - bn + 1, cut = bn - (qn + 1);
    size_t divide = divide_long_scratch(an - cut, bn - cut), multiply = lm_limbs_multiply_scratch(qn, cut);
    return qn + bn + cut + qn + (divide > multiply ? divide : multiply);
}

// ---- entry --------------------------------------------------------------------------------------------------------

typedef enum { TRIVIAL, BY_ONE_LIMB, SHORT, SHORT_QUOTIENT, LONG } division;

static division way_to_divide(size_t an, size_t bn) {
    if (an < bn) return TRIVIAL;
    if (bn == 1) return BY_ONE_LIMB;
    size_t qn = an - bn + 1;
    if (bn < RECURSIVE_DIVIDE || qn < RECURSIVE_DIVIDE) return SHORT;
    return qn + 1 < bn ? SHORT_QUOTIENT : LONG;
}

void lm_limbs_divide(lm_limb *q, size_t *qn, lm_limb *r, size_t *rn, const lm_limb *a, size_t an, const lm_limb *b,
                     size_t bn, lm_limb *scratch) {
    size_t q_width = an < bn ? 0 : an - bn + 1, r_width = bn;
    switch (way_to_divide(an, bn)) {
    case TRIVIAL:
        r_width = an;
        if (r && r != a) lm_limbs_copy(r, a, an);
        break;
    case BY_ONE_LIMB: {
        lm_limb rest;
        lm_limbs_divide_limb(q, a, an, b[0], &rest);
        if (r) r[0] = rest;
        break;
    }
    case SHORT: divide_short(q, r, a, an, b, bn, scratch); break;
    case SHORT_QUOTIENT: divide_short_quotient(q, r, a, an, b, bn, scratch); break;
    case LONG: divide_long(q, r, a, an, b, bn, scratch); break;
    }
    if (qn) *qn = q ? lm_limbs_normalise(q, q_width) : 0;
    if (rn) *rn = r ? lm_limbs_normalise(r, r_width) : 0;
}

size_t lm_limbs_divide_scratch(size_t an, size_t bn) {
    switch (way_to_divide(an, bn)) {
    case TRIVIAL:
    case BY_ONE_LIMB: return 0;
    case SHORT: return divide_short_scratch(an, bn);
    case SHORT_QUOTIENT: return divide_short_quotient_scratch(an, bn);
    case LONG: return divide_long_scratch(an, bn);
    }
    return 0;
}
