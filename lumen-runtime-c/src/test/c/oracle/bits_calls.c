// bits_calls.c: the bit string primitives of lumen_abi.h as functions that a case can call by name (module bits).
#include "bits_calls.h"

#include "term/lm_error.h"
#include "lumen_atoms.h"
#include "term/lm_bits.h"

static uint64_t number(lm_term t) { return (uint64_t)lm_small_value(t); }
static lm_term matched(lm_term t) { return t == LM_NONE ? LM_ATOM_NOMATCH : t; }

// (Bits, At, Size, Flags); erl answers nomatch where these answer LM_NONE.
lm_term bits_integer(lm_proc *p, lm_term b, lm_term at, lm_term size, lm_term flags) {
  return matched(lumen_bits_get_integer(p, b, number(at), number(size), number(flags)));
}
lm_term bits_float(lm_proc *p, lm_term b, lm_term at, lm_term size, lm_term flags) {
  return matched(lumen_bits_get_float(p, b, number(at), number(size), number(flags)));
}
lm_term bits_slice(lm_proc *p, lm_term b, lm_term at, lm_term size) {
  return lumen_bits_get_slice(p, b, number(at), number(size));
}
lm_term bits_utf8(lm_proc *p, lm_term b, lm_term at) { return matched(lumen_bits_get_utf8(p, b, number(at))); }
lm_term bits_utf16(lm_proc *p, lm_term b, lm_term at, lm_term flags) {
  return matched(lumen_bits_get_utf16(p, b, number(at), number(flags)));
}
lm_term bits_utf32(lm_proc *p, lm_term b, lm_term at, lm_term flags) {
  return matched(lumen_bits_get_utf32(p, b, number(at), number(flags)));
}

// {Kind, Value, Size, Unit, Flags}, Kind: 0 integer, 1 float, 2 slice (Size all: the whole), 3 utf8, 4 utf16, 5 utf32
static bool put(lm_proc *p, lm_term segment) {
  const lm_term *e = lm_elements(segment);
  lm_term size = e[2] == LM_ATOM_ALL ? LM_NONE : e[2];
  switch (lm_small_value(e[0])) {
    case 0: return lumen_bits_put_integer(p, e[1], size, number(e[3]), number(e[4]));
    case 1: return lumen_bits_put_float(p, e[1], size, number(e[3]), number(e[4]));
    case 2: return lumen_bits_put_slice(p, e[1], size, number(e[3]));
    case 3: return lumen_bits_put_utf8(p, e[1]);
    case 4: return lumen_bits_put_utf16(p, e[1], number(e[4]));
    default: return lumen_bits_put_utf32(p, e[1], number(e[4]));
  }
}

static lm_term put_all(lm_proc *p, lm_term segments) {
  for (; lm_is_cons(segments); segments = lm_tail(segments))
    if (!put(p, lm_head(segments))) return LM_NONE;
  return lumen_bits_finish(p);
}

lm_term bits_build(lm_proc *p, lm_term hint, lm_term segments) {
  lumen_bits_begin(p, number(hint));
  return put_all(p, segments);
}

// Appends to First what each list of segments says, twice to each result: the first of the two results must stay what it
// is while the second goes on. Answers the list of all results.
lm_term bits_append(lm_proc *p, lm_term first, lm_term unit, lm_term hint, lm_term lists) {
  lm_term results = LM_NIL;
  for (; lm_is_cons(lists); lists = lm_tail(lists)) {
    for (int twice = 0; twice < 2; twice++) {
      if (!lumen_bits_begin_append(p, first, number(unit), number(hint))) return LM_NONE;
      lm_term next = put_all(p, lm_head(lists));
      if (next == LM_NONE) return LM_NONE;
      results = lm_cons(p, next, results);
      if (twice == 1) first = next;
    }
  }
  return results;
}
