// lm_limbs_inner.h: what the files of lm_limbs share among themselves; nobody else includes it.
//
// Pure functions, any thread. Here counts are fixed widths: operands need not be normalised, results aren't, and a
// carry or borrow out of the top limb is returned. `r` may start where an operand starts.

#ifndef LM_LIMBS_INNER_H
#define LM_LIMBS_INNER_H

#include "num/lm_limbs.h"
#include "work/lm_work.h"

enum { LM_LIMBS_OF_A_REDUCTION = 8 }; // so many products of two limbs

// The top 64 bits of (high:low) * 2^bits, the bits above dropped.   requires: 0 <= bits < 64
static inline lm_limb lm_limbs_high_part(lm_limb high, lm_limb low, int bits) {
    return high << bits | low >> 1 >> (63 - bits); // two shifts, because a shift by 64 has no meaning
}

static inline void lm_limbs_copy(lm_limb *r, const lm_limb *a, size_t n) {
    for (size_t i = 0; i < n; i++) r[i] = a[i];
}

static inline void lm_limbs_zero(lm_limb *r, size_t n) {
    for (size_t i = 0; i < n; i++) r[i] = 0;
}

int lm_limbs_compare_equal_counts(const lm_limb *a, const lm_limb *b, size_t n);

// r = a + b and a - b, n limbs each; returns the carry or borrow, 0 or 1.
lm_limb lm_limbs_add_n(lm_limb *r, const lm_limb *a, const lm_limb *b, size_t n);
lm_limb lm_limbs_subtract_n(lm_limb *r, const lm_limb *a, const lm_limb *b, size_t n);

// r = a + c and a - c for one limb c.
lm_limb lm_limbs_add_limb(lm_limb *r, const lm_limb *a, size_t n, lm_limb c);
lm_limb lm_limbs_subtract_limb(lm_limb *r, const lm_limb *a, size_t n, lm_limb c);

// r = a + b and a - b, `an` limbs.   requires: an >= bn
lm_limb lm_limbs_add_wider(lm_limb *r, const lm_limb *a, size_t an, const lm_limb *b, size_t bn);
lm_limb lm_limbs_subtract_wider(lm_limb *r, const lm_limb *a, size_t an, const lm_limb *b, size_t bn);

// r = a * 2^bits and a / 2^bits for 0 <= bits < 64, n limbs; shifting left returns the bits that fell out.
lm_limb lm_limbs_shift_left_n(lm_limb *r, const lm_limb *a, size_t n, int bits);
void lm_limbs_shift_right_n(lm_limb *r, const lm_limb *a, size_t n, int bits);

// r = a * b, exactly an + bn limbs; r overlaps nothing.   requires: an >= bn >= 1
void lm_limbs_multiply_full(lm_limb *r, const lm_limb *a, size_t an, const lm_limb *b, size_t bn, lm_limb *scratch);

// r -= a * b over n limbs; returns the borrow, one limb.
lm_limb lm_limbs_subtract_product(lm_limb *r, const lm_limb *a, size_t n, lm_limb b);

// At least lm_limbs_divide_scratch(m, n) for every m <= an and every n.
static inline size_t lm_limbs_divide_scratch_bound(size_t an) { return 10 * an + 512; }

#endif
