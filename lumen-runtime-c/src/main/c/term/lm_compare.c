// The order of terms: see lm_compare.h. Equality has its own, simpler walk in lm_equal.c.
//
// The pair under comparison is (a, b); what is left to compare when it turns out equal stands on a stack of frames. A pair
// that differs decides everything, except above the frame of two tries, which asks for many comparisons.
#include <math.h>

#include "term/lm_compare.h"

#include "process/lm_proc.h"
#include "process/lm_runtime.h"
#include "term/lm_atoms.h"
#include "term/lm_bignum.h"
#include "term/lm_bits.h"
#include "term/lm_identity.h"
#include "term/lm_map_difference.h"
#include "term/lm_record.h"
#include "term/lm_stack.h"
#include "work/lm_work.h"

enum rank { NUMBER, ATOM, REFERENCE, FUN, PORT, PID, TUPLE, RECORD, MAP, NIL, LIST, BITS };

static enum rank rank_of(lm_term t) {
  static const uint8_t of_kind[] = {
      [LM_KIND_TUPLE] = TUPLE,        [LM_KIND_FUN] = FUN,       [LM_KIND_FLATMAP] = MAP,
      [LM_KIND_HASHMAP] = MAP,        [LM_KIND_SUBBITS] = BITS,  [LM_KIND_FLOAT] = NUMBER,
      [LM_KIND_BIGNUM] = NUMBER,      [LM_KIND_HEAPBITS] = BITS, [LM_KIND_REFCBITS] = BITS,
      [LM_KIND_RECORD] = RECORD,
      [LM_KIND_REFERENCE] = REFERENCE, [LM_KIND_MAGIC] = REFERENCE, [LM_KIND_TRACE] = BITS,
  };
  switch (t & LM_TAG_MASK) {
    case LM_TAG_CONS: return LIST;
    case LM_TAG_BOXED: {
      lm_term header = lm_pointer(t)[0];
      if (lm_header_kind(header) != LM_KIND_EXTERNAL) return of_kind[lm_header_kind(header)];
      unsigned which = lm_header_aux(header);
      return which == LM_EXT_PID ? PID : which == LM_EXT_PORT ? PORT : REFERENCE;
    }
    case LM_TAG_IMM:
      if (lm_is_atom(t)) return ATOM;
      if (lm_is_nil(t)) return NIL;
      return lm_is_local_pid(t) ? PID : PORT;
    default: return NUMBER;
  }
}

static int order(uint64_t a, uint64_t b) { return (a > b) - (a < b); }

static int compare_numbers(lm_term a, lm_term b, bool exact) {
  bool a_float = !lm_is_integer(a), b_float = !lm_is_integer(b);
  if (a_float && b_float) {
    double x = lm_float_value(a), y = lm_float_value(b);
    return (x > y) - (x < y);
  }
  if (!a_float && !b_float) return lm_int_compare(a, b);
  if (exact) return a_float ? 1 : -1;
  return a_float ? -lm_int_compare_double(b, lm_float_value(a)) : lm_int_compare_double(a, lm_float_value(b));
}

static int compare_atoms(lumen_runtime *rt, lm_term a, lm_term b) {
  if (a == b) return 0;
  size_t a_length, b_length;
  const uint8_t *x = lm_atom_text(rt, a, &a_length), *y = lm_atom_text(rt, b, &b_length);
  int result = memcmp(x, y, a_length < b_length ? a_length : b_length);
  return result != 0 ? result : order(a_length, b_length);
}

static int compare_identities(lumen_runtime *rt, lm_term a, lm_term b, enum rank rank) {
  lm_identity x, y;
  lm_identity_of(&x, a);
  lm_identity_of(&y, b);
  // Most significant first; of pids that is the serial, and the node comes last.
  int by_node = compare_atoms(rt, x.node, y.node);
  if (by_node == 0) by_node = order(x.creation, y.creation);
  if (rank != PID && by_node != 0) return by_node;
  for (int i = LM_REF_MAX_WORDS; i-- > 0;)
    if (x.words[i] != y.words[i]) return order(x.words[i], y.words[i]);
  return by_node;
}

// Everything but the free variables; *free = how many there are to compare.
static int compare_funs(lumen_runtime *rt, const lm_term *a, const lm_term *b, size_t *free) {
  const lumen_fun_entry *x = (const lumen_fun_entry *)(uintptr_t)a[1], *y = (const lumen_fun_entry *)(uintptr_t)b[1];
  *free = 0;
  if (x->external != y->external) return x->external ? 1 : -1;
  int result = compare_atoms(rt, x->module, y->module);
  if (result != 0) return result;
  if (x->external) {
    result = compare_atoms(rt, x->name, y->name);
    return result != 0 ? result : order(x->arity, y->arity);
  }
  if ((result = order(x->index, y->index)) != 0) return result;
  if ((result = order(x->uniq, y->uniq)) != 0) return result;
  if ((result = order(x->free_count, y->free_count)) != 0) return result;
  *free = x->free_count;
  return 0;
}

// Everything but the values. By module, name, exported or not, and then the fields, in the order of the declaration.
static int compare_definitions(lumen_runtime *rt, lm_term a, lm_term b) {
  const lm_term *x = lm_record_definition(a), *y = lm_record_definition(b);
  if (x == y) return 0;
  size_t n = lm_record_size(a), m = lm_record_size(b);
  for (size_t i = 0; i < LM_RECORD_FIRST_FIELD; i++) {
    int result = compare_atoms(rt, x[i], y[i]);
    if (result != 0) return result;
  }
  if (n != m) return order(n, m);
  for (size_t i = 0; i < n; i++) {
    int result = compare_atoms(rt, lm_record_fields(a)[i], lm_record_fields(b)[i]);
    if (result != 0) return result;
  }
  return 0;
}

// ---- frames -----------------------------------------------------------------------------------------------------
// Four words: two terms or pointers, a count, and kind and mode in one.

enum frame { ARRAYS, TAILS, MAPS };
enum { EXACT = 8 };

static void push(lm_stack *s, uint64_t x, uint64_t y, uint64_t n, unsigned kind, bool exact) {
  lm_stack_push(s, x);
  lm_stack_push(s, y);
  lm_stack_push(s, n);
  lm_stack_push(s, kind | (exact ? EXACT : 0));
}

static void push_arrays(lm_stack *s, const lm_term *x, const lm_term *y, size_t n, bool exact) {
  if (n > 0) push(s, (uintptr_t)x, (uintptr_t)y, n, ARRAYS, exact);
}

// Maps of equal size, both flat or both hashed.
static int begin_maps(lm_stack *s, lm_term a, lm_term b, bool exact) {
  const lm_term *x = lm_pointer(a), *y = lm_pointer(b);
  bool x_flat = lm_header_kind(x[0]) == LM_KIND_FLATMAP, y_flat = lm_header_kind(y[0]) == LM_KIND_FLATMAP;
  size_t n = x_flat ? lm_tuple_size(x[1]) : (size_t)lm_small_value(x[1]);
  size_t m = y_flat ? lm_tuple_size(y[1]) : (size_t)lm_small_value(y[1]);
  if (n != m) return order(n, m);
  if (x_flat) {
    push_arrays(s, x + 2, y + 2, n, exact);
    if (x[1] != y[1]) push_arrays(s, lm_elements(x[1]), lm_elements(y[1]), n, true);
    return 0;
  }
  lm_map_difference *d = lm_map_difference_of(a, b);
  if (d != NULL) push(s, (uintptr_t)d, 0, 0, MAPS, exact);
  return 0;
}

// Compares what needs no walk; what needs one is pushed, and 0 answered.
static int compare_shallow(lumen_runtime *rt, lm_stack *s, lm_term a, lm_term b, bool exact) {
  enum rank rank = rank_of(a), other = rank_of(b);
  if (rank != other) return rank < other ? -1 : 1;
  switch (rank) {
    case NUMBER: return compare_numbers(a, b, exact);
    case ATOM: return compare_atoms(rt, a, b);
    case REFERENCE:
    case PORT:
    case PID: return compare_identities(rt, a, b, rank);
    case NIL: return 0;
    case LIST: push(s, a, b, 0, TAILS, exact); return 0;
    case MAP: return begin_maps(s, a, b, exact);
    case FUN: {
      size_t free;
      int result = compare_funs(rt, lm_pointer(a), lm_pointer(b), &free);
      push_arrays(s, lm_pointer(a) + 2, lm_pointer(b) + 2, free, exact);
      return result;
    }
    case TUPLE: {
      size_t n = lm_tuple_size(a), m = lm_tuple_size(b);
      if (n != m) return order(n, m);
      push_arrays(s, lm_elements(a), lm_elements(b), n, exact);
      return 0;
    }
    case RECORD: {
      int result = compare_definitions(rt, a, b);
      // Unlike those of tuples and maps, the values are compared as =:= does.
      if (result == 0) push_arrays(s, lm_record_values(a), lm_record_values(b), lm_record_size(a), true);
      return result;
    }
    case BITS: {
      lm_bits x = lm_bits_of(a), y = lm_bits_of(b);
      return lm_bits_compare(&x, &y);
    }
  }
  return 0;
}

enum { CELLS_OF_A_REDUCTION = 2 };

static int compare(lumen_runtime *rt, lm_term a, lm_term b, bool exact, bool by_code) {
  lm_stack s;
  lm_stack_open(&s);
  int result = a == b ? 0 : compare_shallow(rt, &s, a, b, exact);
  uint32_t cells = 0;
  bool gives_up = false;
  while (!lm_stack_is_empty(&s)) {
    if (++cells >= LM_STRIDE) {
      lm_work_done_by(by_code, LM_STRIDE / CELLS_OF_A_REDUCTION);
      gives_up = lm_is_stopping();
      cells = 0;
    }
    if (gives_up) result = 1; // which ends what is on the stack
    uint64_t *top = s.words + s.count - 4;
    exact = (top[3] & EXACT) != 0;
    unsigned kind = top[3] & ~(uint64_t)EXACT;
    if (kind == MAPS) {
      enum lm_map_step next = lm_map_difference_step((lm_map_difference *)(uintptr_t)top[0], &result, &a, &b);
      if (next == LM_MAP_DONE) {
        s.count -= 4;
      } else {
        result = compare_shallow(rt, &s, a, b, exact || next == LM_MAP_COMPARE_KEYS);
      }
      continue;
    }
    if (result != 0) {
      s.count -= 4;
      continue;
    }
    if (kind == ARRAYS) {
      a = *(const lm_term *)(uintptr_t)top[0];
      b = *(const lm_term *)(uintptr_t)top[1];
      if (--top[2] == 0) {
        s.count -= 4;
      } else {
        top[0] += sizeof(lm_term);
        top[1] += sizeof(lm_term);
      }
      if (a != b) result = compare_shallow(rt, &s, a, b, exact);
    } else {
      // Two lists: compares their heads and leaves the tails. Flat lists of simple terms run in this loop.
      lm_term x = top[0], y = top[1];
      for (;;) {
        a = lm_head(x);
        b = lm_head(y);
        x = lm_tail(x);
        y = lm_tail(y);
        if (!lm_is_cons(x) || !lm_is_cons(y) || x == y) {
          // The rests are no two lists: compared as an array of one when the heads are equal.
          s.count -= 4;
          if (a != b && lm_is_pointer(a) && lm_is_pointer(b)) {
            // Deep heads: keep the rest for afterwards in a frame that reads it from the last cells.
            push_arrays(&s, lm_pointer(top[0]) + 1, lm_pointer(top[1]) + 1, 1, exact);
            result = compare_shallow(rt, &s, a, b, exact);
            break;
          }
          if (a != b) result = compare_shallow(rt, &s, a, b, exact);
          if (result == 0 && x != y) result = compare_shallow(rt, &s, x, y, exact);
          break;
        }
        top[0] = x;
        top[1] = y;
        size_t depth = s.count;
        if (a != b) result = compare_shallow(rt, &s, a, b, exact);
        if (result != 0 || s.count != depth || ++cells >= LM_STRIDE) break; // which is paid above
      }
    }
  }
  lm_stack_close(&s);
  return result;
}

int lm_compare(lumen_runtime *rt, lm_term a, lm_term b) { return compare(rt, a, b, false, false); }
int lm_compare_exact(lumen_runtime *rt, lm_term a, lm_term b) { return compare(rt, a, b, true, false); }

int64_t lumen_compare(lm_proc *p, lm_term a, lm_term b) {
  if (lm_is_small(a) && lm_is_small(b)) return ((int64_t)a > (int64_t)b) - ((int64_t)a < (int64_t)b);
  return compare(lm_runtime_of(p), a, b, false, true);
}

// ---- order numbers ----------------------------------------------------------------------------------------------
//
//   0 | 63 bits: see above; what is beyond the small integers: 0 or 2^63 - 1     numbers
//   1 | rank, 4 bits | 59 bits, more or less of what comes first                 all others

static uint64_t order_of_number(lm_term t) {
  static const double limit = 0x1p60; // of small integers
  const uint64_t zero = (uint64_t)1 << 62, most = ((uint64_t)1 << 63) - 1;
  if (lm_is_integer(t)) return lm_int_is_negative(t) ? 0 : most;
  double value = lm_float_value(t), below = floor(value);
  if (below < -limit) return 0;
  if (below >= limit) return most;
  return zero + ((uint64_t)(int64_t)below << 1) + (below != value);
}

// The first bytes, one after the other from the top of `bits`; missing ones are 0.
static uint64_t order_of_bytes(const uint8_t *bytes, size_t length, unsigned bits) {
  uint64_t number = 0;
  unsigned count = bits / 8;
  for (unsigned i = 0; i < count; i++) number = number << 8 | (i < length ? bytes[i] : 0);
  return number << bits % 8;
}

// An order number with 48 bits. Numbers near 0 keep all of theirs, others lose their last.
static uint64_t shorter(uint64_t number) {
  const uint64_t zero = (uint64_t)1 << 62, near = (uint64_t)1 << 45, middle = (uint64_t)1 << 46, others = (uint64_t)1 << 47;
  if (number >> 63 != 0) return others | (number & ~((uint64_t)1 << 63)) >> 16;
  uint64_t distance = number < zero ? zero - number : number - zero;
  if (distance > near) distance = near + ((distance - near) >> 17);
  return number < zero ? middle - distance : middle + distance;
}

enum { RANK_AT = 59, PART = 48 };

static uint64_t of_rank(enum rank rank) { return (uint64_t)1 << 63 | (uint64_t)rank << RANK_AT; }

// Of a part of a tuple or list, whose own parts are not looked at.
static uint64_t order_of_part(lumen_runtime *rt, lm_term t) {
  return shorter(lm_is_tuple(t) ? of_rank(TUPLE) : lm_is_cons(t) ? of_rank(LIST) : lm_order_number(rt, t));
}

static uint64_t order_of_tuple(lumen_runtime *rt, lm_term t) {
  const uint64_t largest = ((uint64_t)1 << (RANK_AT - PART)) - 1;
  size_t n = lm_tuple_size(t);
  if (n >= largest) return largest << PART;
  return (uint64_t)n << PART | (n == 0 ? 0 : order_of_part(rt, lm_elements(t)[0]));
}

static uint64_t order_of_bits(lm_term t) {
  lm_bits b = lm_bits_of(t);
  uint8_t bytes[RANK_AT / 8] = {0};
  uint64_t whole = b.size / 8;
  for (size_t i = 0; i < sizeof bytes && i < whole; i++) bytes[i] = lm_bits_byte(&b, i);
  unsigned rest = b.size % 8;
  if (whole < sizeof bytes && rest > 0) bytes[whole] = (uint8_t)(lm_bits_few(b.bytes, b.at + 8 * whole, rest) << (8 - rest));
  return order_of_bytes(bytes, sizeof bytes, RANK_AT);
}

uint64_t lm_order_number_slow(lumen_runtime *rt, lm_term t) {
  enum rank rank = rank_of(t);
  switch (rank) {
    case NUMBER: return order_of_number(t);
    case TUPLE: return of_rank(rank) | order_of_tuple(rt, t);
    case LIST: return of_rank(rank) | order_of_part(rt, lm_head(t)) << (RANK_AT - PART);
    case BITS: return of_rank(rank) | order_of_bits(t);
    case ATOM: {
      size_t length;
      const uint8_t *text = lm_atom_text(rt, t, &length);
      return of_rank(rank) | order_of_bytes(text, length, RANK_AT);
    }
    default: return of_rank(rank);
  }
}

// The key of a small integer is itself; that of a number between two integers lies between their words, and is the word of
// a float, which the collector passes over too. All that is no number is greater than any.
lm_term lumen_order_key(lm_term t) {
  if (lm_is_small(t)) return t;
  if (lm_is_float(t)) {
    double value = lm_float_value(t);
    double below = floor(value);
    if (below < -(double)LUMEN_ORDER_KEYS) return lm_small(LM_SMALL_MIN);
    if (below > (double)LUMEN_ORDER_KEYS) return lm_small(LM_SMALL_MAX);
    return lm_small((int64_t)below) + (below == value ? 0 : 2);
  }
  bool least = lm_is_integer(t) && lm_int_is_negative(t);
  return lm_small(least ? LM_SMALL_MIN : LM_SMALL_MAX);
}
