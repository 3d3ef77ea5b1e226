// lm_wide.h: one 64-bit limb times, plus or by another: what C has no portable word for.
//
// Pure functions, any thread. This is the only file under num/ that knows what the target's arithmetic unit can do:
//
//   product   64 x 64 -> 128   native: one multiplication through `unsigned __int128`
//                              wasm:   four 32 x 32 products inline (a 128-bit product there would call __multi3)
//   quotient  128 / 64 -> 64   x86-64: one `div`; elsewhere two steps of schoolbook division in base 2^32
//
// Nothing here makes the compiler call a helper (__multi3, __udivti3, ...).

#ifndef LM_WIDE_H
#define LM_WIDE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__SIZEOF_INT128__) && !defined(__wasm__)
#define LM_HAS_WIDE_PRODUCT 1
#else
#define LM_HAS_WIDE_PRODUCT 0
#endif

// Returns the low half of a * b + c + d and stores the high half. Never overflows: (2^64-1)^2 + 2(2^64-1) = 2^128-1.
static inline uint64_t lm_wide_multiply_add2(uint64_t a, uint64_t b, uint64_t c, uint64_t d, uint64_t *high) {
#if LM_HAS_WIDE_PRODUCT
    unsigned __int128 t = (unsigned __int128)a * b + c + d;
    *high = (uint64_t)(t >> 64);
    return (uint64_t)t;
#else
    uint64_t a0 = (uint32_t)a, a1 = a >> 32, b0 = (uint32_t)b, b1 = b >> 32;
    // Each line is at most (2^32-1)^2 + 2(2^32-1) = 2^64-1.
    uint64_t low = a0 * b0 + (uint32_t)c + (uint32_t)d;
    uint64_t middle = a1 * b0 + (low >> 32) + (c >> 32);
    uint64_t other = a0 * b1 + (uint32_t)middle + (d >> 32);
    *high = a1 * b1 + (middle >> 32) + (other >> 32);
    return other << 32 | (uint32_t)low;
#endif
}

// Returns the low half of a * b and stores the high half.
static inline uint64_t lm_wide_multiply(uint64_t a, uint64_t b, uint64_t *high) {
    return lm_wide_multiply_add2(a, b, 0, 0, high);
}

// Returns a + b + *carry (carry 0 or 1) and stores the new carry.
static inline uint64_t lm_wide_add(uint64_t a, uint64_t b, uint64_t *carry) {
    uint64_t s = a + b, t = s + *carry;
    *carry = (uint64_t)(s < a) | (uint64_t)(t < s);
    return t;
}

// Returns a - b - *borrow (borrow 0 or 1) and stores the new borrow.
static inline uint64_t lm_wide_subtract(uint64_t a, uint64_t b, uint64_t *borrow) {
    uint64_t s = a - b, t = s - *borrow;
    *borrow = (uint64_t)(a < b) | (uint64_t)(s < *borrow);
    return t;
}

// Returns the quotient of (high:low) / d and stores the remainder.
//   requires: high < d
static inline uint64_t lm_wide_divide(uint64_t high, uint64_t low, uint64_t d, uint64_t *remainder) {
#if defined(__x86_64__)
    uint64_t q, r;
    __asm__("divq %4" : "=a"(q), "=d"(r) : "0"(low), "1"(high), "r"(d) : "cc");
    *remainder = r;
    return q;
#else
    // Knuth, TAOCP 2, 4.3.1 D with two digits of 32 bits; the shift makes each digit guess at most 2 too large.
    int shift = __builtin_clzll(d);
    uint64_t v = d << shift, v1 = v >> 32, v0 = (uint32_t)v;
    uint64_t u = shift ? high << shift | low >> (64 - shift) : high;
    uint64_t u0 = low << shift;
    uint64_t q[2];
    for (int i = 0; i < 2; i++) {
        uint64_t digit = u0 >> 32;
        uint64_t guess = u / v1, rest = u - guess * v1;
        while (guess >> 32 || guess * v0 > (rest << 32 | digit)) {
            guess--;
            rest += v1;
            if (rest >> 32) break;
        }
        q[i] = guess;
        u = (u << 32 | digit) - guess * v;
        u0 <<= 32;
    }
    *remainder = u >> shift;
    return q[0] << 32 | q[1];
#endif
}

// The reciprocal of a normalised divisor: floor((2^128 - 1) / d) - 2^64.
// Moeller and Granlund, "Improved division by invariant integers", IEEE Transactions on Computers, 2011.
//   requires: the top bit of d is set
static inline uint64_t lm_wide_reciprocal(uint64_t d) {
    uint64_t ignored;
    return lm_wide_divide(~d, ~(uint64_t)0, d, &ignored);
}

// As lm_wide_divide, by a normalised d whose reciprocal is v: two products instead of a division.
//   requires: the top bit of d is set, high < d
static inline uint64_t lm_wide_divide_by(uint64_t high, uint64_t low, uint64_t d, uint64_t v, uint64_t *remainder) {
    uint64_t q1, q0 = lm_wide_multiply(v, high, &q1);
    uint64_t carry = 0;
    q0 = lm_wide_add(q0, low, &carry);
    q1 = q1 + high + carry + 1;
    uint64_t r = low - q1 * d;
    if (r > q0) {
        q1--;
        r += d;
    }
    if (__builtin_expect(r >= d, 0)) {
        q1++;
        r -= d;
    }
    *remainder = r;
    return q1;
}

#endif
