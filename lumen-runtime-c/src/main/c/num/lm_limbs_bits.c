// lm_limbs_bits.c: band, bor, bxor, bnot and bsr of signed numbers kept as sign + magnitude.
//
// One pass over both operands makes their two's complement limb by limb (-x = ~x + 1) and combines them; one more turns
// a negative result back into a magnitude.

#include "num/lm_limbs_inner.h"

typedef enum { AND, OR, XOR } operation;

// The two's complement of limb i of a negative number is its flipped bits, plus 1 up to and with the first limb that
// isn't 0: below that one all limbs are 0, above it nothing is added.
static size_t lowest_nonzero(const lm_limb *a, size_t an, bool negative) {
    size_t i = 0;
    if (negative)
        while (i < an && a[i] == 0) i++;
    return i;
}

static inline lm_limb combine(operation op, lm_limb x, lm_limb y) {
    switch (op) {
    case AND: return x & y;
    case OR: return x | y;
    case XOR: return x ^ y;
    }
    return 0;
}

// r = a op b.   requires: an >= bn
static inline size_t bitwise(operation op, lm_limb *r, bool *r_negative, const lm_limb *a, size_t an, bool a_negative,
                             const lm_limb *b, size_t bn, bool b_negative) {
    lm_limb flip_a = 0 - (lm_limb)a_negative, flip_b = 0 - (lm_limb)b_negative;
    size_t low_a = lowest_nonzero(a, an, a_negative), low_b = lowest_nonzero(b, bn, b_negative);
    size_t carries = a_negative || b_negative ? (low_a > low_b ? low_a : low_b) + 1 : 0; // limbs that a + 1 may reach
    size_t i = 0;
    for (; i < carries && i < an; i++) {
        lm_limb x = (a[i] ^ flip_a) + (a_negative && i <= low_a);
        lm_limb y = ((i < bn ? b[i] : 0) ^ flip_b) + (b_negative && i <= low_b);
        r[i] = combine(op, x, y);
    }
    for (; i < bn; i++) r[i] = combine(op, a[i] ^ flip_a, b[i] ^ flip_b);
    for (; i < an; i++) r[i] = combine(op, a[i] ^ flip_a, flip_b);
    *r_negative = combine(op, a_negative, b_negative) != 0;
    if (*r_negative) {
        for (i = 0; i < an && r[i] == 0; i++) {}
        if (i < an) r[i] = 0 - r[i];
        for (size_t k = i + 1; k < an; k++) r[k] = ~r[k];
        r[an] = i == an; // -2^(64 an), the least there can be
        an++;
    }
    return lm_limbs_normalise(r, an);
}

size_t lm_limbs_and(lm_limb *r, bool *r_negative, const lm_limb *a, size_t an, bool a_negative, const lm_limb *b,
                    size_t bn, bool b_negative) {
    return an >= bn ? bitwise(AND, r, r_negative, a, an, a_negative, b, bn, b_negative)
                    : bitwise(AND, r, r_negative, b, bn, b_negative, a, an, a_negative);
}

size_t lm_limbs_or(lm_limb *r, bool *r_negative, const lm_limb *a, size_t an, bool a_negative, const lm_limb *b,
                   size_t bn, bool b_negative) {
    return an >= bn ? bitwise(OR, r, r_negative, a, an, a_negative, b, bn, b_negative)
                    : bitwise(OR, r, r_negative, b, bn, b_negative, a, an, a_negative);
}

size_t lm_limbs_xor(lm_limb *r, bool *r_negative, const lm_limb *a, size_t an, bool a_negative, const lm_limb *b,
                    size_t bn, bool b_negative) {
    return an >= bn ? bitwise(XOR, r, r_negative, a, an, a_negative, b, bn, b_negative)
                    : bitwise(XOR, r, r_negative, b, bn, b_negative, a, an, a_negative);
}

size_t lm_limbs_not(lm_limb *r, const lm_limb *a, size_t an, bool a_negative) {
    r[an] = a_negative ? lm_limbs_subtract_limb(r, a, an, 1) : lm_limbs_add_limb(r, a, an, 1);
    return lm_limbs_normalise(r, an + 1);
}

size_t lm_limbs_shift_right_negative(lm_limb *r, const lm_limb *a, size_t an, uint64_t bits) {
    if (bits / 64 >= an) {
        r[0] = 1;
        return 1;
    }
    size_t limbs = (size_t)(bits / 64);
    bool lost = lm_limbs_normalise(a, limbs) != 0 || (a[limbs] & (((lm_limb)1 << bits % 64) - 1)) != 0;
    size_t n = lm_limbs_shift_right(r, a, an, bits);
    if (!lost) return n;
    r[n] = lm_limbs_add_limb(r, r, n, 1);
    return n + (size_t)(r[n] != 0);
}
