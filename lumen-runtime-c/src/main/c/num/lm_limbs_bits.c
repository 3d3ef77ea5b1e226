// lm_limbs_bits.c: band, bor, bxor, bnot and bsr of signed numbers kept as sign + magnitude.
//
// One pass over both operands makes their two's complement limb by limb (-x = ~x + 1, the + 1 is a carry that runs along),
// combines them, and one more pass turns a negative result back into a magnitude.

#include "lm_limbs_inner.h"

typedef enum { AND, OR, XOR } operation;

// The limbs of a number in two's complement, from the lowest up.
typedef struct {
    const lm_limb *limbs;
    size_t count;
    lm_limb flip;  // all ones for a negative number
    lm_limb carry; // 1 until the first limb that isn't 0
} complement;

static inline lm_limb next_limb(complement *c, size_t i) {
    lm_limb limb = ((i < c->count ? c->limbs[i] : 0) ^ c->flip) + c->carry;
    c->carry &= limb == 0;
    return limb;
}

static inline lm_limb combine(operation op, lm_limb x, lm_limb y) {
    switch (op) {
    case AND: return x & y;
    case OR: return x | y;
    case XOR: return x ^ y;
    }
    return 0;
}

static inline size_t bitwise(operation op, lm_limb *r, bool *r_negative, const lm_limb *a, size_t an, bool a_negative,
                             const lm_limb *b, size_t bn, bool b_negative) {
    complement x = {a, an, 0 - (lm_limb)a_negative, a_negative};
    complement y = {b, bn, 0 - (lm_limb)b_negative, b_negative};
    lm_limb negative = combine(op, a_negative, b_negative);
    size_t n = (an > bn ? an : bn) + (size_t)negative; // a negative result can be -2^(64 n) at the least
    for (size_t i = 0; i < n; i++) {
        lm_limb xi = next_limb(&x, i), yi = next_limb(&y, i);
        r[i] = combine(op, xi, yi);
    }
    if (negative) {
        complement back = {r, n, ~(lm_limb)0, 1};
        for (size_t i = 0; i < n; i++) r[i] = next_limb(&back, i);
    }
    *r_negative = negative != 0;
    return lm_limbs_normalise(r, n);
}

size_t lm_limbs_and(lm_limb *r, bool *r_negative, const lm_limb *a, size_t an, bool a_negative, const lm_limb *b, size_t bn,
                    bool b_negative) {
    return bitwise(AND, r, r_negative, a, an, a_negative, b, bn, b_negative);
}

size_t lm_limbs_or(lm_limb *r, bool *r_negative, const lm_limb *a, size_t an, bool a_negative, const lm_limb *b, size_t bn,
                   bool b_negative) {
    return bitwise(OR, r, r_negative, a, an, a_negative, b, bn, b_negative);
}

size_t lm_limbs_xor(lm_limb *r, bool *r_negative, const lm_limb *a, size_t an, bool a_negative, const lm_limb *b, size_t bn,
                    bool b_negative) {
    return bitwise(XOR, r, r_negative, a, an, a_negative, b, bn, b_negative);
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
