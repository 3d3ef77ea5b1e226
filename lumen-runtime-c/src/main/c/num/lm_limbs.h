// lm_limbs.h: natural numbers of any size as arrays of 64-bit limbs, and signed ones as sign + magnitude.
//
//     value = a[0] + a[1] * 2^64 + a[2] * 2^128 + ...        least significant limb first
//
// Pure functions without state: any thread, no allocation, no lock, no failure unless a function says so. They are the
// arithmetic under Erlang's bignums, and know nothing of terms, heaps or signs (but for the last section).
//
// THE CONTRACT, for every function here unless its comment says otherwise
//
//   Numbers    A number is a pointer and a count. Operands are NORMALISED: the count is 0 (the number zero; the pointer
//              is then not read) or the top limb is not 0. Results come back normalised: the function returns their
//              count.
//   Room       The caller gives room for the result by the stated bound, which depends on the counts only. Limbs of
//              that room above the returned count hold rubbish.
//   Aliasing   "r may be a": the result may start at exactly the same address as that operand. Any other overlap of a
//              result with an operand or with another result is forbidden; operands may overlap each other at will.
//   Scratch    A function that needs working memory takes `scratch`; its `..._scratch` companion says how many limbs (a
//              closed formula, may be 0, then NULL will do). It overlaps nothing and its contents before and after mean
//              nothing.
//   Time       For n limbs: add, shift, compare O(n); multiply O(n^1.585), divide and radix conversion the same times
//              log n. No function calls back or stops half-way: split or hand over to another thread what takes too
//              long.
//   Stack      Recursion is at most about 64 deep (it halves its operand), with frames of a few hundred bytes.

#ifndef LM_LIMBS_H
#define LM_LIMBS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef uint64_t lm_limb;

#define LM_LIMB_BITS 64

// ---- size and order -----------------------------------------------------------------------------------------------

// The count of `a` without its leading zero limbs. The one function whose operand need not be normalised.
size_t lm_limbs_normalise(const lm_limb *a, size_t an);

// -1, 0 or 1 as a is less than, equal to or greater than b.
int lm_limbs_compare(const lm_limb *a, size_t an, const lm_limb *b, size_t bn);

// The number of bits of a without leading zeros; 0 for zero.
uint64_t lm_limbs_bit_length(const lm_limb *a, size_t an);

// ---- sums ---------------------------------------------------------------------------------------------------------

// r = a + b.   room: max(an, bn) + 1   r may be a or b
size_t lm_limbs_add(lm_limb *r, const lm_limb *a, size_t an, const lm_limb *b, size_t bn);

// r = a - b.   requires: a >= b   room: an   r may be a or b
size_t lm_limbs_subtract(lm_limb *r, const lm_limb *a, size_t an, const lm_limb *b, size_t bn);

// r = |a - b|; *negative tells whether a < b.   room: max(an, bn)   r may be a or b
size_t lm_limbs_difference(lm_limb *r, const lm_limb *a, size_t an, const lm_limb *b, size_t bn, bool *negative);

// ---- products -----------------------------------------------------------------------------------------------------

// r = a * b + c for one-limb b and c.   room: an + 1   r may be a
size_t lm_limbs_multiply_limb(lm_limb *r, const lm_limb *a, size_t an, lm_limb b, lm_limb c);

// r = a * b.   room: an + bn   r overlaps neither. Squares (same pointer and count twice) take the faster way by
// themselves.
size_t lm_limbs_multiply(lm_limb *r, const lm_limb *a, size_t an, const lm_limb *b, size_t bn, lm_limb *scratch);
size_t lm_limbs_multiply_scratch(size_t an, size_t bn);

// ---- quotients ----------------------------------------------------------------------------------------------------

// q = a / d rounded down, *remainder = what is left.   requires: d != 0   room: an   q may be a; q may be NULL
// (remainder only)
size_t lm_limbs_divide_limb(lm_limb *q, const lm_limb *a, size_t an, lm_limb d, lm_limb *remainder);

// q = a / b rounded down, r = a - q * b.   requires: bn > 0
//   room: q an - bn + 1 limbs (0 when an < bn), r min(an, bn) limbs; q or r may be NULL when nobody wants it
//   q may be a, r may be a or b; q and r don't overlap each other
//   *qn and *rn receive the counts (either may be NULL)
void lm_limbs_divide(lm_limb *q, size_t *qn, lm_limb *r, size_t *rn, const lm_limb *a, size_t an, const lm_limb *b,
                     size_t bn, lm_limb *scratch);
size_t lm_limbs_divide_scratch(size_t an, size_t bn);

// ---- shifts -------------------------------------------------------------------------------------------------------

// r = a * 2^bits.   room: an + bits / 64 + 1   r may be a
size_t lm_limbs_shift_left(lm_limb *r, const lm_limb *a, size_t an, uint64_t bits);

// r = a / 2^bits rounded down.   room: an - bits / 64 (0 when that is negative)   r may be a
size_t lm_limbs_shift_right(lm_limb *r, const lm_limb *a, size_t an, uint64_t bits);

// ---- text ---------------------------------------------------------------------------------------------------------

// Enough characters for a in `base`: never too few, at most a few per cent too many.   requires: 2 <= base <= 36
size_t lm_limbs_text_room(size_t an, int base);

// Writes a in `base` with digits 0-9A-Z, no sign, no terminating zero; returns the number of characters ("0" for zero).
//   requires: 2 <= base <= 36; `text` has lm_limbs_text_room characters
size_t lm_limbs_to_text(char *text, const lm_limb *a, size_t an, int base, lm_limb *scratch);
size_t lm_limbs_to_text_scratch(size_t an, int base);

// Enough limbs for `length` digits in `base`.   requires: 2 <= base <= 36
size_t lm_limbs_from_text_room(size_t length, int base);

// r = the number that the `length` digits (0-9, a-z, A-Z; leading zeros allowed, no sign) spell in `base`.
//   returns: LM_LIMBS_BAD_TEXT, with r rubbish, when a character is no digit of that base or length is 0
//   requires: 2 <= base <= 36   room: lm_limbs_from_text_room
size_t lm_limbs_from_text(lm_limb *r, const char *text, size_t length, int base, lm_limb *scratch);
size_t lm_limbs_from_text_scratch(size_t length, int base);

#define LM_LIMBS_BAD_TEXT SIZE_MAX

// ---- floats -------------------------------------------------------------------------------------------------------

// *d = a, correctly rounded (to nearest, ties to even).
//   returns: false, *d untouched, when a rounds to 2^1024 or more
bool lm_limbs_to_double(const lm_limb *a, size_t an, double *d);

// *d = a as OTP converts it: d = d * 2^64 + limb from the top limb down, rounded at each step. Mostly the nearest
// double; from two limbs on it can be the one beside it. This is what float/1, and arithmetic with a float, give.
//   returns: false, *d untouched, when that is 2^1024 or more
bool lm_limbs_to_double_as_otp(const lm_limb *a, size_t an, double *d);

// r = |d| with its fraction cut off.   requires: d is finite   room: LM_LIMBS_OF_DOUBLE
size_t lm_limbs_from_double(lm_limb *r, double d);

#define LM_LIMBS_OF_DOUBLE 16

// -1, 0 or 1 as the natural a is less than, equal to or greater than d, exactly.   requires: d is not NaN
int lm_limbs_compare_double(const lm_limb *a, size_t an, double d);

// ---- signed numbers as bits ---------------------------------------------------------------------------------------
// A negative number is its magnitude plus `true`; its bits are those of two's complement with infinitely many sign
// bits. Zero is never negative, neither as operand nor as result.

// r = a and b, a or b, a xor b.   room: max(an, bn) + 1   r may be a or b
size_t lm_limbs_and(lm_limb *r, bool *r_negative, const lm_limb *a, size_t an, bool a_negative, const lm_limb *b,
                    size_t bn, bool b_negative);
size_t lm_limbs_or(lm_limb *r, bool *r_negative, const lm_limb *a, size_t an, bool a_negative, const lm_limb *b,
                   size_t bn, bool b_negative);
size_t lm_limbs_xor(lm_limb *r, bool *r_negative, const lm_limb *a, size_t an, bool a_negative, const lm_limb *b,
                    size_t bn, bool b_negative);

// r = bnot a = -a - 1; its sign is the opposite of a's.   room: an + 1   r may be a
size_t lm_limbs_not(lm_limb *r, const lm_limb *a, size_t an, bool a_negative);

// r = the magnitude of (-a) / 2^bits rounded towards minus infinity: what `bsr` gives on a negative number; the result
// is negative (never zero).   requires: an > 0   room: an - bits / 64 + 1, at least 1   r may be a
size_t lm_limbs_shift_right_negative(lm_limb *r, const lm_limb *a, size_t an, uint64_t bits);

#endif
