// One running hash, multiplied by a prime that tells the kind of a term and added to. How OTP takes each kind of term apart was
// found by comparing with erl.
#include "term/lm_phash.h"

#include "memory/lm_memory.h"
#include "num/lm_phash2.h"
#include "term/lm_atoms.h"
#include "term/lm_bignum.h"
#include "term/lm_bits.h"
#include "term/lm_identity.h"
#include "term/lm_map.h"
#include "term/lm_phash2_term.h"
#include "term/lm_record.h"
#include "term/lm_stack.h"
#include "work/lm_work.h"

enum {
  TEXT = 268440163,
  NUMBER = 268439161,
  POSITIVE = 268435459,
  NEGATIVE = 268436141,
  PID = 268438633,
  PID_END = 268437017, // and floats
  LIST_END = 268437511,
  TUPLE_END = 268439627, // and references, ports
  IDENTITY_END = 268440479, // and funs
  EXPORT = 268440577,
  REST_OF_BITS = 268440581,
  MAP = 268440593,
  MAP_ADDEND = 268440611,
  RECORD_END = 268440629,
};

// What the stack holds, three words each: (address, count, TERMS) to hash one after the other; (arity, prime, AFTER_ELEMENTS);
// (tail, 0, TAIL) of a list whose head was hashed; (0, 0, AFTER_TAIL).
enum { TERMS, AFTER_ELEMENTS, TAIL, AFTER_TAIL };

static void push(lm_stack *s, uint64_t what, uint64_t count, uint64_t kind) {
  lm_stack_push(s, what);
  lm_stack_push(s, count);
  lm_stack_push(s, kind);
}

static void push_terms(lm_stack *s, const lm_term *terms, size_t count) {
  if (count != 0) push(s, (uintptr_t)terms, count, TERMS);
}

// The bytes of a word, lowest first.
static uint32_t word(uint32_t h, uint32_t w, uint32_t prime) {
  for (int i = 0; i < 4; i++, w >>= 8) h = h * prime + (w & 0xFF);
  return h;
}

static uint32_t of_integer(uint32_t h, lm_term t) {
  lm_digits d;
  lm_digits_of(&d, t);
  size_t count = d.count > 0 ? d.count : 1; // of 0 the low word counts too
  for (size_t i = 0; i < count; i++) {
    uint64_t limb = d.count > 0 ? d.limbs[i] : 0;
    h = word(h, (uint32_t)limb, NUMBER);
    if (i + 1 < count || limb >> 32 != 0) h = word(h, (uint32_t)(limb >> 32), NUMBER);
  }
  return h * (d.negative ? NEGATIVE : POSITIVE);
}

static uint32_t of_float(uint32_t h, double value) {
  union {
    double value;
    uint64_t bits;
  } f = {value == 0 ? 0.0 : value};
  return h * PID_END + ((uint32_t)f.bits ^ (uint32_t)(f.bits >> 32));
}

static uint32_t of_bits(uint32_t h, lm_term t) {
  lm_bits b = lm_bits_of(t);
  uint8_t *copy;
  const uint8_t *bytes = lm_bits_aligned(&b, &copy);
  size_t whole = (size_t)(b.size / 8);
  unsigned rest = (unsigned)(b.size % 8);
  for (size_t i = 0; i < whole; i++) h = h * TEXT + bytes[i];
  if (rest != 0) h = (h * TEXT + (bytes[whole] >> (8 - rest))) * REST_OF_BITS + rest;
  lm_delete(copy);
  return h * NEGATIVE + (uint32_t)whole;
}

static uint32_t text_hash(lumen_runtime *rt, lm_term atom) {
  size_t length;
  const uint8_t *text = lm_atom_text(rt, atom, &length);
  return lm_phash2_text(text, length);
}

static uint32_t of_fun(uint32_t h, lumen_runtime *rt, lm_stack *s, lm_term t) {
  const lm_term *object = lm_pointer(t);
  const lumen_fun_entry *entry = (const lumen_fun_entry *)(uintptr_t)object[1];
  uint32_t module = text_hash(rt, entry->module);
  if (entry->external) {
    return ((h * EXPORT + (uint32_t)entry->arity) * TEXT + module) * TEXT + text_hash(rt, entry->name);
  }
  push_terms(s, object + 2, entry->free_count);
  h = (h * IDENTITY_END + (uint32_t)entry->free_count) * TEXT + module;
  return (h * NUMBER + entry->index) * NUMBER + entry->uniq;
}

static uint32_t of_identity(uint32_t h, lm_term t) {
  lm_identity id;
  lm_identity_of(&id, t);
  return lm_is_pid(t) ? word(h, id.words[0], PID) * PID_END : word(h, id.words[0], TUPLE_END) * IDENTITY_END;
}

// Like a tuple of its definition and its values, but for the prime at its end. OTP's definition is a tuple too: of {0, 1, …}
// (where the fields stand in its order of atoms), the definition's phash2, and what ours has.
static uint32_t of_record(uint32_t h, lumen_runtime *rt, lm_stack *s, lm_term t) {
  size_t size = lm_record_size(t), parts = LM_RECORD_FIRST_FIELD + size;
  for (size_t i = 0; i < size; i++) h = of_integer(h, lm_small((int64_t)i));
  h = h * TUPLE_END + (uint32_t)size;
  h = of_integer(h, lm_small(lm_phash2_of_definition(rt, t)));
  for (size_t i = 0; i < parts; i++) h = h * TEXT + text_hash(rt, lm_record_definition(t)[i]);
  push(s, size + 1, RECORD_END, AFTER_ELEMENTS);
  push_terms(s, lm_record_values(t), size);
  return h * TUPLE_END + (uint32_t)parts + 2;
}

static uint32_t of_other(uint32_t h, lumen_runtime *rt, lm_stack *s, lm_term t) {
  if (lm_is_nil(t)) return h * POSITIVE + 1;
  if (lm_is_atom(t)) return h * TEXT + text_hash(rt, t);
  if (lm_is_float(t)) return of_float(h, lm_float_value(t));
  if (lm_is_integer(t)) return of_integer(h, t);
  if (lm_is_bitstring(t)) return of_bits(h, t);
  if (lm_is_map(t)) return h * MAP + MAP_ADDEND + lm_phash2_of(rt, t);
  if (lm_is_kind(t, LM_KIND_FUN)) return of_fun(h, rt, s, t);
  if (lm_is_record(t)) return of_record(h, rt, s, t);
  if (!lm_is_tuple(t)) return of_identity(h, t);
  push(s, lm_tuple_size(t), TUPLE_END, AFTER_ELEMENTS);
  push_terms(s, lm_elements(t), lm_tuple_size(t));
  return h;
}

// The bytes at the head of a list; then `next` is its first other element, or what ends it.
static uint32_t of_list(uint32_t h, lm_stack *s, lm_term t, lm_term *next) {
  while (lm_is_cons(t) && lm_is_small(lm_head(t)) && lm_small_value(lm_head(t)) >= 0 && lm_small_value(lm_head(t)) < 256) {
    h = h * NUMBER + (uint32_t)lm_small_value(lm_head(t));
    t = lm_tail(t);
  }
  if (lm_is_cons(t)) {
    push(s, lm_tail(t), 0, TAIL);
    *next = lm_head(t);
  } else {
    push(s, 0, 0, AFTER_TAIL);
    *next = t;
  }
  return h;
}

// The next term to hash; false: there is none.
static bool following(lm_stack *s, uint32_t *h, lm_term *next) {
  while (!lm_stack_is_empty(s)) {
    uint64_t *top = s->words + s->count - 3;
    uint64_t what = top[0];
    switch (top[2]) {
      case TERMS:
        *next = *(const lm_term *)(uintptr_t)what;
        top[0] += sizeof(lm_term);
        if (--top[1] == 0) s->count -= 3;
        return true;
      case TAIL:
        s->count -= 3;
        *next = what;
        if (!lm_is_cons(what)) push(s, 0, 0, AFTER_TAIL);
        return true;
      case AFTER_ELEMENTS: *h = *h * (uint32_t)top[1] + (uint32_t)what; break;
      default: *h *= LIST_END; break;
    }
    s->count -= 3;
  }
  return false;
}

uint32_t lm_phash_of(lumen_runtime *rt, lm_term t) {
  lm_stack s;
  lm_stack_open(&s);
  uint32_t h = 0, steps = 0;
  do {
    if (lm_gives_up(&steps)) t = LM_NIL;
    while (lm_is_cons(t)) h = of_list(h, &s, t, &t);
    h = of_other(h, rt, &s, t);
  } while (following(&s, &h, &t));
  lm_stack_close(&s);
  return h;
}
