// lm_limbs_mul.c: products. Schoolbook for short operands, Karatsuba for long ones, a faster way for squares.
//
// Karatsuba, with B = 2^(64 m) and a = a1 B + a0, b = b1 B + b0:
//     a b = a1 b1 B^2 + (a1 b1 + a0 b0 - (a0 - a1)(b0 - b1)) B + a0 b0
// three products of half the length instead of four.

#include "num/lm_limbs_inner.h"
#include "num/lm_wide.h"

// From how many limbs on Karatsuba wins. Measured with lm_limbs_bench.c, x86-64; at least 4 (add_middle needs room).
// Tests set it low to reach every branch with short numbers.
#ifndef LM_LIMBS_KARATSUBA_MULTIPLY
#define LM_LIMBS_KARATSUBA_MULTIPLY 32
#define LM_LIMBS_KARATSUBA_SQUARE 48
#endif
enum { KARATSUBA_MULTIPLY = LM_LIMBS_KARATSUBA_MULTIPLY, KARATSUBA_SQUARE = LM_LIMBS_KARATSUBA_SQUARE };

// What `karatsuba_*` needs for n limbs: 2 ceil(n/2) for itself and the same for its halves, down to one limb.
static size_t karatsuba_scratch(size_t n) { return 2 * n + 128; }

// ---- schoolbook ---------------------------------------------------------------------------------------------------

// r = a * b, n limbs; returns the limb above.
static lm_limb multiply_row(lm_limb *r, const lm_limb *a, size_t n, lm_limb b) {
    lm_limb carry = 0;
    for (size_t i = 0; i < n; i++) r[i] = lm_wide_multiply_add2(a[i], b, carry, 0, &carry);
    return carry;
}

// r += a * b, n limbs; returns the limb above.
static lm_limb add_row(lm_limb *r, const lm_limb *a, size_t n, lm_limb b) {
    lm_limb carry = 0;
    size_t i = 0;
    for (; i + 4 <= n; i += 4) {
        r[i] = lm_wide_multiply_add2(a[i], b, r[i], carry, &carry);
        r[i + 1] = lm_wide_multiply_add2(a[i + 1], b, r[i + 1], carry, &carry);
        r[i + 2] = lm_wide_multiply_add2(a[i + 2], b, r[i + 2], carry, &carry);
        r[i + 3] = lm_wide_multiply_add2(a[i + 3], b, r[i + 3], carry, &carry);
    }
    for (; i < n; i++) r[i] = lm_wide_multiply_add2(a[i], b, r[i], carry, &carry);
    return carry;
}

lm_limb lm_limbs_subtract_product(lm_limb *r, const lm_limb *a, size_t n, lm_limb b) {
    lm_limb carry = 0;
    for (size_t i = 0; i < n; i++) {
        lm_limb low = lm_wide_multiply_add2(a[i], b, carry, 0, &carry), before = r[i];
        r[i] = before - low;
        carry += before < low;
    }
    return carry;
}

static void multiply_schoolbook(lm_limb *r, const lm_limb *a, size_t an, const lm_limb *b, size_t bn) {
    uint64_t unpaid = 0;
    r[an] = multiply_row(r, a, an, b[0]);
    for (size_t j = 1; j < bn; j++) {
        r[an + j] = add_row(r + j, a, an, b[j]);
        lm_steps(&unpaid, an, LM_LIMBS_OF_A_REDUCTION);
    }
}

// The products a[i] a[j] with i < j once, doubled, and the squares a[i]^2 on top.
static void square_schoolbook(lm_limb *r, const lm_limb *a, size_t n) {
    r[0] = 0;
    r[n] = multiply_row(r + 1, a + 1, n - 1, a[0]);
    for (size_t i = 1; i < n; i++) r[n + i] = add_row(r + 2 * i + 1, a + i + 1, n - 1 - i, a[i]);
    lm_limb carry = 0, shifted_out = 0;
    for (size_t i = 0; i < n; i++) {
        lm_limb high, low = lm_wide_multiply(a[i], a[i], &high);
        lm_limb r0 = r[2 * i], r1 = r[2 * i + 1];
        r[2 * i] = lm_wide_add(r0 << 1 | shifted_out, low, &carry);
        r[2 * i + 1] = lm_wide_add(r1 << 1 | r0 >> 63, high, &carry);
        shifted_out = r1 >> 63;
    }
}

// ---- Karatsuba ----------------------------------------------------------------------------------------------------

// r = |low - high| with m and k limbs, k <= m; returns whether low < high.
static bool half_difference(lm_limb *r, const lm_limb *low, size_t m, const lm_limb *high, size_t k) {
    bool negative = lm_limbs_normalise(low + k, m - k) == 0 && lm_limbs_compare_equal_counts(low, high, k) < 0;
    if (negative) {
        lm_limbs_subtract_n(r, high, low, k);
        lm_limbs_zero(r + k, m - k);
    } else {
        lm_limbs_subtract_wider(r, low, m, high, k);
    }
    return negative;
}

// r holds a0 b0 in its low 2m limbs and a1 b1 above; adds (r's two parts together -+ product) * B.
//   requires: 2n - m >= 2m, so n >= 3
static void add_middle(lm_limb *r, size_t n, size_t m, lm_limb *product, bool product_negative) {
    const lm_limb *low = r, *high = r + 2 * m;
    // The carry may be -1 in between; the sum is never negative and below 2 B^2.
    lm_limb carry = product_negative ? lm_limbs_add_n(product, low, product, 2 * m)
                                     : 0 - lm_limbs_subtract_n(product, low, product, 2 * m);
    carry += lm_limbs_add_wider(product, product, 2 * m, high, 2 * (n - m));
    carry += lm_limbs_add_n(r + m, r + m, product, 2 * m);
    lm_limbs_add_limb(r + 3 * m, r + 3 * m, 2 * n - 3 * m, carry);
}

// Pays for a product of n by n limbs, at the one level of the recursion where n is so large; below it takes next to no time.
static void pay_for_level(size_t n) {
    enum { LEAST = 128 };
    if (n >= LEAST && n < 2 * LEAST) lm_work_done(n * KARATSUBA_MULTIPLY / LM_LIMBS_OF_A_REDUCTION);
}

static void multiply_equal(lm_limb *r, const lm_limb *a, const lm_limb *b, size_t n, lm_limb *scratch) {
    if (n < KARATSUBA_MULTIPLY) {
        multiply_schoolbook(r, a, n, b, n);
        return;
    }
    pay_for_level(n);
    size_t k = n / 2, m = n - k;
    bool negative = half_difference(r, a, m, a + m, k) != half_difference(r + m, b, m, b + m, k);
    multiply_equal(scratch, r, r + m, m, scratch + 2 * m);
    multiply_equal(r, a, b, m, scratch + 2 * m);
    multiply_equal(r + 2 * m, a + m, b + m, k, scratch + 2 * m);
    add_middle(r, n, m, scratch, negative);
}

static void square(lm_limb *r, const lm_limb *a, size_t n, lm_limb *scratch) {
    if (n < KARATSUBA_SQUARE) {
        square_schoolbook(r, a, n);
        return;
    }
    pay_for_level(n);
    size_t k = n / 2, m = n - k;
    half_difference(r, a, m, a + m, k);
    square(scratch, r, m, scratch + 2 * m);
    square(r, a, m, scratch + 2 * m);
    square(r + 2 * m, a + m, k, scratch + 2 * m);
    add_middle(r, n, m, scratch, false);
}

// ---- any two lengths ----------------------------------------------------------------------------------------------

// Cuts the longer operand into pieces of the shorter one's length. What is left over is a product of bn by fewer limbs,
// treated the same way: the lengths shrink as in Euclid's algorithm, so the scratch sums to 3 bn products at most.
void lm_limbs_multiply_full(lm_limb *r, const lm_limb *a, size_t an, const lm_limb *b, size_t bn, lm_limb *scratch) {
    if (bn < KARATSUBA_MULTIPLY) {
        multiply_schoolbook(r, a, an, b, bn);
        return;
    }
    if (an == bn) {
        multiply_equal(r, a, b, an, scratch);
        return;
    }
    multiply_equal(r, a, b, bn, scratch);
    lm_limb *piece = scratch, *deeper = scratch + 2 * bn;
    uint64_t unpaid = 0;
    for (size_t done = bn; done < an;) {
        size_t n = an - done < bn ? an - done : bn;
        lm_steps(&unpaid, n * KARATSUBA_MULTIPLY, LM_LIMBS_OF_A_REDUCTION);
        if (n == bn) multiply_equal(piece, a + done, b, n, deeper);
        else lm_limbs_multiply_full(piece, b, bn, a + done, n, deeper);
        // r reaches to done + bn so far: add what overlaps, copy the rest.
        lm_limb carry = lm_limbs_add_n(r + done, r + done, piece, bn);
        lm_limbs_add_limb(r + done + bn, piece + bn, n, carry);
        done += n;
    }
}

size_t lm_limbs_multiply(lm_limb *r, const lm_limb *a, size_t an, const lm_limb *b, size_t bn, lm_limb *scratch) {
    if (an < bn) return lm_limbs_multiply(r, b, bn, a, an, scratch);
    if (bn == 0) return 0;
    if (a == b && an == bn) square(r, a, an, scratch);
    else lm_limbs_multiply_full(r, a, an, b, bn, scratch);
    return lm_limbs_normalise(r, an + bn);
}

size_t lm_limbs_multiply_scratch(size_t an, size_t bn) {
    size_t shorter = an < bn ? an : bn;
    if (shorter < KARATSUBA_MULTIPLY) return 0;
    return an == bn ? karatsuba_scratch(shorter) : 6 * shorter + karatsuba_scratch(shorter);
}
