// Equality of terms, =:= and ==: see lm_compare.h.
#include "term/lm_bignum.h"
#include "term/lm_bits.h"
#include "term/lm_compare.h"
#include "term/lm_identity.h"
#include "term/lm_map.h"
#include "term/lm_stack.h"
#include "work/lm_work.h"

static bool same_identity(lm_term a, lm_term b) {
  lm_identity x, y;
  lm_identity_of(&x, a);
  lm_identity_of(&y, b);
  return x.local == y.local && x.node == y.node && x.creation == y.creation &&
         memcmp(x.words, y.words, sizeof x.words) == 0;
}

static bool same_numbers(lm_term a, lm_term b, bool exact) {
  bool a_float = lm_is_float(a), b_float = lm_is_float(b);
  if (a_float && b_float) return lm_float_value(a) == lm_float_value(b);
  if (!a_float && !b_float) return !lm_is_small(a) && !lm_is_small(b) && lm_bignum_equal(a, b);
  if (exact) return false;
  return a_float ? lm_int_compare_double(b, lm_float_value(a)) == 0 : lm_int_compare_double(a, lm_float_value(b)) == 0;
}

static bool is_number(lm_term t) { return lm_is_integer(t) || lm_is_float(t); }

static bool same_external_fun(const lumen_fun_entry *x, const lumen_fun_entry *y) {
  return x->external && y->external && x->module == y->module && x->name == y->name && x->arity == y->arity;
}

// What is left to compare: arrays of n words, each with its mode.
static void push(lm_stack *s, const lm_term *x, const lm_term *y, size_t n, bool exact) {
  if (n == 0 || x == y) return;
  lm_stack_push_pointer(s, x);
  lm_stack_push_pointer(s, y);
  lm_stack_push(s, (uint64_t)n << 1 | exact);
}

// A node of a HAMT: its leaves have keys (exact) and values (mode), its children are nodes again.
static bool push_nodes(lm_stack *s, const lm_term *x, const lm_term *y, size_t first, bool exact) {
  if (x[first - 1] != y[first - 1]) return false; // which entries there are
  size_t n = lm_header_words(x[0]) - (first - 1);
  for (size_t i = 0; i < n; i++) {
    lm_term a = x[first + i], b = y[first + i];
    if (a == b) continue;
    if ((a ^ b) & LM_TAG_MASK) return false;
    if (lm_is_cons(a)) {
      push(s, lm_pointer(a) + 1, lm_pointer(b) + 1, 1, exact);
      push(s, lm_pointer(a), lm_pointer(b), 1, true);
    } else {
      push(s, x + first + i, y + first + i, 1, exact);
    }
  }
  return true;
}

// Decides what needs no walk, pushes the rest.
static bool step(lm_stack *s, lm_term a, lm_term b, bool exact) {
  if (!lm_is_boxed(a) || !lm_is_boxed(b)) return is_number(a) && is_number(b) && same_numbers(a, b, exact);
  const lm_term *x = lm_pointer(a), *y = lm_pointer(b);
  switch (lm_header_kind(x[0])) {
    case LM_KIND_TUPLE:
      if (x[0] != y[0]) return false;
      push(s, x + 1, y + 1, lm_header_words(x[0]), exact);
      return true;
    case LM_KIND_RECORD: // == is =:= inside of records
      if (x[0] != y[0]) return false;
      push(s, x + 1, y + 1, lm_header_words(x[0]), true);
      return true;
    case LM_KIND_FUN: {
      if (lm_header_kind(y[0]) != LM_KIND_FUN) return false;
      const lumen_fun_entry *f = (const lumen_fun_entry *)(uintptr_t)x[1], *g = (const lumen_fun_entry *)(uintptr_t)y[1];
      if (f != g) return same_external_fun(f, g);
      push(s, x + 2, y + 2, lm_header_words(x[0]) - 1, exact);
      return true;
    }
    case LM_KIND_FLATMAP:
      if (x[0] != y[0]) return false;
      push(s, x + 2, y + 2, lm_header_words(x[0]) - 1, exact);
      if (x[1] != y[1]) push(s, lm_elements(x[1]), lm_elements(y[1]), lm_tuple_size(x[1]), true);
      return true;
    case LM_KIND_HASHMAP: return x[0] == y[0] && x[1] == y[1] && push_nodes(s, x, y, 3, exact);
    case LM_KIND_HASHNODE: return x[0] == y[0] && push_nodes(s, x, y, 2, exact);
    case LM_KIND_FLOAT:
    case LM_KIND_BIGNUM: return is_number(b) && same_numbers(a, b, exact);
    case LM_KIND_SUBBITS:
    case LM_KIND_HEAPBITS:
    case LM_KIND_REFCBITS: {
      if (!lm_is_bitstring(b)) return false;
      lm_bits p = lm_bits_of(a), q = lm_bits_of(b);
      return lm_bits_same(&p, &q);
    }
    case LM_KIND_REFERENCE:
    case LM_KIND_MAGIC: return lm_is_reference(b) && same_identity(a, b);
    case LM_KIND_EXTERNAL:
      return lm_header_kind(y[0]) == LM_KIND_EXTERNAL && lm_header_aux(x[0]) == lm_header_aux(y[0]) &&
             same_identity(a, b);
    default: return false;
  }
}

enum { CELLS_OF_A_REDUCTION = 2 };

static bool equal(lm_term a, lm_term b, bool exact, bool by_code) {
  lm_stack s;
  lm_stack_open(&s);
  bool same = true;
  uint32_t cells = 0;
  for (;;) {
    // Lists run along their tails; deep heads go on the stack.
    while (lm_is_cons(a) && lm_is_cons(b) && a != b) {
      const lm_term *x = lm_pointer(a), *y = lm_pointer(b);
      if (++cells >= LM_STRIDE) {
        lm_work_done_by(by_code, LM_STRIDE / CELLS_OF_A_REDUCTION);
        cells = 0;
      }
      if (x[0] != y[0]) {
        if (lm_is_pointer(x[0]) && lm_is_pointer(y[0])) {
          push(&s, x + 1, y + 1, 1, exact);
          a = x[0];
          b = y[0];
          continue;
        }
        if (!step(&s, x[0], y[0], exact)) goto different;
      }
      a = x[1];
      b = y[1];
    }
    if (a != b && !step(&s, a, b, exact)) goto different;
    if (lm_stack_is_empty(&s)) break;
    if (++cells >= LM_STRIDE) {
      lm_work_done_by(by_code, LM_STRIDE / CELLS_OF_A_REDUCTION);
      cells = 0;
      if (lm_is_stopping()) break; // what is not known to be different is not a second key of a map
    }
    uint64_t *top = s.words + s.count - 3;
    a = *(const lm_term *)(uintptr_t)top[0];
    b = *(const lm_term *)(uintptr_t)top[1];
    exact = top[2] & 1;
    top[2] -= 2;
    if (top[2] < 2) {
      s.count -= 3;
    } else {
      top[0] += sizeof(lm_term);
      top[1] += sizeof(lm_term);
    }
  }
  goto done;
different:
  same = false;
done:
  lm_stack_close(&s);
  return same;
}

bool lm_equal_exact_slow(lm_term a, lm_term b) { return a == b || equal(a, b, true, false); }

bool lumen_equal_exact(lm_term a, lm_term b) { return a == b || equal(a, b, true, true); }

bool lumen_equal(lm_term a, lm_term b) {
  if (a == b) return true;
  if (lm_is_small(a) && lm_is_small(b)) return false;
  if (lm_is_atom(a) || lm_is_atom(b)) return false;
  return equal(a, b, false, true);
}
