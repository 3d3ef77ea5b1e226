// How phash2 walks a term (what it does with each part stands in num/lm_phash2.h).
#include "term/lm_phash2_term.h"

#include "heap/lm_memory.h"
#include "image/lm_atoms.h"
#include "num/lm_phash2.h"
#include "sched/lm_stopping.h"
#include "term/lm_bignum.h"
#include "term/lm_bits.h"
#include "term/lm_identity.h"
#include "term/lm_map.h"
#include "term/lm_record.h"
#include "term/lm_stack.h"

// What the stack holds, three words each: terms to hash one after the other (address, count, TERMS); or a map under way
// (address of its state, 0, MAP), which comes up after each of its pairs.
enum { TERMS, MAP };

typedef struct map_state {
  uint32_t before; // the hash that was set aside
  uint32_t pairs;  // xor of those so far
  bool started;
  lm_term pair[2];
  lm_map_cursor cursor;
} map_state;

static void push(lm_stack *s, const void *address, size_t count, uint64_t kind) {
  if (count == 0 && kind == TERMS) return;
  lm_stack_push_pointer(s, address);
  lm_stack_push(s, count);
  lm_stack_push(s, kind);
}

static uint32_t text_hash(lumen_runtime *rt, lm_term atom) {
  size_t length;
  const uint8_t *text = lm_atom_text(rt, atom, &length);
  return lm_phash2_text(text, length);
}

static uint32_t of_identity(uint32_t h, lm_term t) {
  lm_identity id;
  lm_identity_of(&id, t);
  if (lm_is_pid(t)) return lm_phash2_pid(h, id.words[0]);
  if (lm_is_port(t)) return lm_phash2_port(h, (uint64_t)id.words[1] << 32 | id.words[0]);
  return lm_phash2_reference(h, id.words[0]);
}

static uint32_t of_fun(uint32_t h, lumen_runtime *rt, lm_stack *s, lm_term t) {
  const lm_term *object = lm_pointer(t);
  const lumen_fun_entry *entry = (const lumen_fun_entry *)(uintptr_t)object[1];
  uint32_t module = text_hash(rt, entry->module);
  if (entry->external) return lm_phash2_export(h, module, text_hash(rt, entry->name), entry->arity);
  push(s, object + 2, entry->free_count, TERMS);
  return lm_phash2_fun(h, module, entry->index, entry->uniq, entry->free_count);
}

static uint32_t of_map(uint32_t h, lm_stack *s, lm_term t) {
  size_t size = lm_map_size(t);
  h = lm_phash2_map(h, (uint32_t)size);
  if (size == 0) return h;
  map_state *m = lm_new(sizeof *m);
  m->before = h;
  m->pairs = 0;
  m->started = false;
  lm_map_start(&m->cursor, t);
  push(s, m, 0, MAP);
  return h;
}

// The bytes at the head of a list, then one element; the tail after it is pushed. Or what ends the list.
static uint32_t of_list(uint32_t h, lm_stack *s, lm_term t, lm_term *next) {
  lm_phash2_string string = {0, 0};
  while (lm_is_cons(t) && lm_is_small(lm_head(t)) && lm_small_value(lm_head(t)) >= 0 && lm_small_value(lm_head(t)) < 256) {
    h = lm_phash2_string_byte(h, &string, (uint8_t)lm_small_value(lm_head(t)));
    t = lm_tail(t);
  }
  h = lm_phash2_string_end(h, &string);
  if (lm_is_cons(t)) {
    push(s, lm_pointer(t) + 1, 1, TERMS);
    *next = lm_head(t);
  } else {
    *next = t;
  }
  return h;
}

uint32_t lm_phash2_of_definition(lumen_runtime *rt, lm_term record) {
  size_t size = LM_RECORD_FIRST_FIELD + lm_record_size(record);
  uint32_t h = lm_phash2_tuple(0, (uint32_t)size);
  for (size_t i = 0; i < size; i++) h = lm_phash2_atom(h, text_hash(rt, lm_record_definition(record)[i]));
  return h;
}

static uint32_t of_other(uint32_t h, lumen_runtime *rt, lm_stack *s, lm_term t) {
  if (lm_is_small(t)) return lm_phash2_small(h, lm_small_value(t));
  if (lm_is_atom(t)) return lm_phash2_atom(h, text_hash(rt, t));
  if (lm_is_nil(t)) return lm_phash2_nil(h);
  if (lm_is_float(t)) return lm_phash2_float(h, lm_float_value(t));
  if (lm_is_integer(t)) {
    lm_digits d;
    lm_digits_of(&d, t);
    return lm_phash2_big(h, d.limbs, d.count, d.negative);
  }
  if (lm_is_bitstring(t)) {
    lm_bits b = lm_bits_of(t);
    return lm_phash2_bits(h, b.bytes + b.at / 8, (size_t)(b.at % 8), (size_t)b.size);
  }
  if (lm_is_tuple(t)) {
    push(s, lm_elements(t), lm_tuple_size(t), TERMS);
    return lm_phash2_tuple(h, (uint32_t)lm_tuple_size(t));
  }
  if (lm_is_record(t)) {
    push(s, lm_record_values(t), lm_record_size(t), TERMS);
    return lm_phash2_record(h, (uint32_t)lm_record_size(t), lm_phash2_of_definition(rt, t));
  }
  if (lm_is_map(t)) return of_map(h, s, t);
  if (lm_is_kind(t, LM_KIND_FUN)) return of_fun(h, rt, s, t);
  return of_identity(h, t);
}

uint32_t lm_phash2_of(lumen_runtime *rt, lm_term t) {
  lm_stack s;
  lm_stack_open(&s);
  uint32_t h = 0, steps = 0;
  for (;;) {
    if (lm_gives_up(&steps)) t = LM_NIL;
    while (lm_is_cons(t)) h = of_list(h, &s, t, &t);
    h = of_other(h, rt, &s, t);
    // The next term; a map that has no more pairs is left on the way.
    for (;;) {
      if (lm_stack_is_empty(&s)) {
        lm_stack_close(&s);
        return h;
      }
      uint64_t *top = s.words + s.count - 3;
      if (top[2] == TERMS) {
        t = *(const lm_term *)(uintptr_t)top[0];
        top[0] += sizeof(lm_term);
        if (--top[1] == 0) s.count -= 3;
        break;
      }
      map_state *m = (map_state *)(uintptr_t)top[0];
      if (m->started) m->pairs ^= h;
      m->started = true;
      if (lm_map_next(&m->cursor, &m->pair[0], &m->pair[1])) {
        h = 0;
        push(&s, m->pair, 2, TERMS);
      } else {
        h = lm_phash2_map_end(m->before, m->pairs);
        lm_delete(m);
        s.count -= 3;
      }
    }
  }
}
