// lm_limbs.c: order, sums, one-limb products and quotients, shifts. The contract is in lm_limbs.h.

#include "num/lm_limbs.h"

#include "num/lm_limbs_inner.h"
#include "num/lm_wide.h"

size_t lm_limbs_normalise(const lm_limb *a, size_t an) {
    while (an > 0 && a[an - 1] == 0) an--;
    return an;
}

int lm_limbs_compare(const lm_limb *a, size_t an, const lm_limb *b, size_t bn) {
    if (an != bn) return an < bn ? -1 : 1;
    return lm_limbs_compare_equal_counts(a, b, an);
}

int lm_limbs_compare_equal_counts(const lm_limb *a, const lm_limb *b, size_t n) {
    for (size_t i = n; i-- > 0;)
        if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
    return 0;
}

uint64_t lm_limbs_bit_length(const lm_limb *a, size_t an) {
    return an == 0 ? 0 : (uint64_t)an * 64 - (uint64_t)__builtin_clzll(a[an - 1]);
}

// ---- sums ---------------------------------------------------------------------------------------------------------

lm_limb lm_limbs_add_n(lm_limb *r, const lm_limb *a, const lm_limb *b, size_t n) {
    lm_limb carry = 0;
    for (size_t i = 0; i < n; i++) r[i] = lm_wide_add(a[i], b[i], &carry);
    return carry;
}

lm_limb lm_limbs_subtract_n(lm_limb *r, const lm_limb *a, const lm_limb *b, size_t n) {
    lm_limb borrow = 0;
    for (size_t i = 0; i < n; i++) r[i] = lm_wide_subtract(a[i], b[i], &borrow);
    return borrow;
}

lm_limb lm_limbs_add_limb(lm_limb *r, const lm_limb *a, size_t n, lm_limb c) {
    size_t i = 0;
    for (; i < n && c != 0; i++) {
        r[i] = a[i] + c;
        c = r[i] < c;
    }
    if (r != a) lm_limbs_copy(r + i, a + i, n - i);
    return c;
}

lm_limb lm_limbs_subtract_limb(lm_limb *r, const lm_limb *a, size_t n, lm_limb c) {
    size_t i = 0;
    for (; i < n && c != 0; i++) {
        lm_limb before = a[i];
        r[i] = before - c;
        c = before < c;
    }
    if (r != a) lm_limbs_copy(r + i, a + i, n - i);
    return c;
}

lm_limb lm_limbs_add_wider(lm_limb *r, const lm_limb *a, size_t an, const lm_limb *b, size_t bn) {
    return lm_limbs_add_limb(r + bn, a + bn, an - bn, lm_limbs_add_n(r, a, b, bn));
}

lm_limb lm_limbs_subtract_wider(lm_limb *r, const lm_limb *a, size_t an, const lm_limb *b, size_t bn) {
    return lm_limbs_subtract_limb(r + bn, a + bn, an - bn, lm_limbs_subtract_n(r, a, b, bn));
}

size_t lm_limbs_add(lm_limb *r, const lm_limb *a, size_t an, const lm_limb *b, size_t bn) {
    if (an < bn) return lm_limbs_add(r, b, bn, a, an);
    lm_limb carry = lm_limbs_add_wider(r, a, an, b, bn);
    r[an] = carry;
    return an + (size_t)carry;
}

size_t lm_limbs_subtract(lm_limb *r, const lm_limb *a, size_t an, const lm_limb *b, size_t bn) {
    lm_limbs_subtract_wider(r, a, an, b, bn);
    return lm_limbs_normalise(r, an);
}

size_t lm_limbs_difference(lm_limb *r, const lm_limb *a, size_t an, const lm_limb *b, size_t bn, bool *negative) {
    *negative = lm_limbs_compare(a, an, b, bn) < 0;
    return *negative ? lm_limbs_subtract(r, b, bn, a, an) : lm_limbs_subtract(r, a, an, b, bn);
}

// ---- by one limb --------------------------------------------------------------------------------------------------

size_t lm_limbs_multiply_limb(lm_limb *r, const lm_limb *a, size_t an, lm_limb b, lm_limb c) {
    for (size_t i = 0; i < an; i++) r[i] = lm_wide_multiply_add2(a[i], b, c, 0, &c);
    r[an] = c;
    return lm_limbs_normalise(r, an + 1);
}

// Below this many limbs the reciprocal costs more than it saves. Measured with lm_limbs_bench.c.
enum { RECIPROCAL_PAYS = 3 };

size_t lm_limbs_divide_limb(lm_limb *q, const lm_limb *a, size_t an, lm_limb d, lm_limb *remainder) {
    lm_limb rest = 0, digit;
    size_t i = an;
    if (i > 0 && a[i - 1] < d) {
        rest = a[--i];
        if (q) q[i] = 0;
    }
    if (i < RECIPROCAL_PAYS) {
        while (i-- > 0) {
            digit = lm_wide_divide(rest, a[i], d, &rest);
            if (q) q[i] = digit;
        }
    } else {
        // Divide a * 2^shift by d * 2^shift, whose top bit is set; the shifted a is never written down.
        int shift = __builtin_clzll(d);
        lm_limb v = lm_wide_reciprocal(d << shift);
        rest = lm_limbs_high_part(rest, a[i - 1], shift);
        while (i-- > 0) {
            lm_limb low = i > 0 ? lm_limbs_high_part(a[i], a[i - 1], shift) : a[0] << shift;
            digit = lm_wide_divide_by(rest, low, d << shift, v, &rest);
            if (q) q[i] = digit;
        }
        rest >>= shift;
    }
    *remainder = rest;
    return q ? lm_limbs_normalise(q, an) : 0;
}

// ---- shifts -------------------------------------------------------------------------------------------------------

lm_limb lm_limbs_shift_left_n(lm_limb *r, const lm_limb *a, size_t n, int bits) {
    if (n == 0) return 0;
    lm_limb out = bits ? a[n - 1] >> (64 - bits) : 0;
    for (size_t i = n - 1; i > 0; i--) r[i] = lm_limbs_high_part(a[i], a[i - 1], bits);
    r[0] = a[0] << bits;
    return out;
}

void lm_limbs_shift_right_n(lm_limb *r, const lm_limb *a, size_t n, int bits) {
    if (n == 0) return;
    if (bits == 0) {
        for (size_t i = 0; i < n; i++) r[i] = a[i];
        return;
    }
    for (size_t i = 0; i + 1 < n; i++) r[i] = a[i] >> bits | a[i + 1] << (64 - bits);
    r[n - 1] = a[n - 1] >> bits;
}

size_t lm_limbs_shift_left(lm_limb *r, const lm_limb *a, size_t an, uint64_t bits) {
    if (an == 0) return 0;
    size_t limbs = (size_t)(bits / 64);
    r[an + limbs] = lm_limbs_shift_left_n(r + limbs, a, an, (int)(bits % 64)); // from the top down: r may be a
    lm_limbs_zero(r, limbs);
    return lm_limbs_normalise(r, an + limbs + 1);
}

size_t lm_limbs_shift_right(lm_limb *r, const lm_limb *a, size_t an, uint64_t bits) {
    if (bits / 64 >= an) return 0;
    size_t limbs = (size_t)(bits / 64);
    lm_limbs_shift_right_n(r, a + limbs, an - limbs, (int)(bits % 64)); // from the bottom up: r may be a
    return lm_limbs_normalise(r, an - limbs);
}
