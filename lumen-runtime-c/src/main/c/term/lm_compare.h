// lm_compare.h: the order and the equalities of the language.
//
//   number < atom < reference < fun < port < pid < tuple < map < [] < list < bit string
//
// Two modes. Ordinary (==, <): an integer and a float are compared by value, exactly (no integer equals a float that it
// only rounds to). Exact (=:=, order of map keys): every integer is less than every float. 0.0 and -0.0 are equal in both,
// as in OTP 25, so two different words may be equal floats.
//
// Nothing here recurses. Any thread that may look at both terms; terms don't change.
#ifndef LM_COMPARE_H
#define LM_COMPARE_H

#include "lumen.h"
#include "lumen_abi.h"

// <0, 0, >0. The runtime knows the texts of atoms.
int lm_compare(lumen_runtime *rt, lm_term a, lm_term b);
int lm_compare_exact(lumen_runtime *rt, lm_term a, lm_term b);

// A number that stands for a term in comparisons: terms with different ones are ordered as these are, and those of equal terms (==)
// are equal. So most comparisons with a term need no look at the term, only at its number.
uint64_t lm_order_number_slow(lumen_runtime *rt, lm_term t);

static inline uint64_t lm_order_number(lumen_runtime *rt, lm_term t) {
  enum { LM_ORDER_ZERO_BIT = 62 }; // numbers: twice their value above this, and one more if there is a fraction
  if (lm_is_small(t)) return ((uint64_t)1 << LM_ORDER_ZERO_BIT) + ((uint64_t)((int64_t)t >> 3) << 1);
  return lm_order_number_slow(rt, t);
}

// All terms that it stands for are equal (==).
static inline bool lm_order_number_is_exact(uint64_t number) { return number != 0 && number >> 63 == 0 && (number & 1) == 0; }

bool lm_equal_exact_slow(lm_term a, lm_term b);

// a =:= b
static inline bool lm_equal_exact(lm_term a, lm_term b) {
  if (a == b) return true;
  // Two words that differ are equal only as boxed terms of one kind, as lists, or as the two zeros.
  if ((lm_is_pointer(a) && lm_is_pointer(b)) || (lm_is_self_float(a) && lm_is_self_float(b)))
    return lm_equal_exact_slow(a, b);
  return false;
}

#endif
