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

// What is to be hashed stands behind one another (elements, the head and the tail of a cell): a run of terms. What comes after
// it waits on a stack, in frames of FRAME words: more such terms, or a map of which pairs are left. Maps are the only terms that are not
// hashed from left to right: each pair starts from 0.
enum { KIND, AT, LEFT, VALUES, ASIDE, PAIRS, FRAME };
//           AT          LEFT          VALUES
//   TERMS   the terms   how many
//   FLAT    the keys    how many      the values
//   TRIE    its state   how many
// and of both kinds of maps ASIDE, the hash that was set aside, and PAIRS, the xor of those so far.
enum { TERMS, FLAT, TRIE };

typedef struct run {
  const lm_term *at;
  size_t left;
} run;

typedef struct trie_state {
  lm_term pair[2];
  lm_map_cursor cursor;
} trie_state;

static uint64_t *push(lm_stack *s, uint64_t kind, const void *at, size_t left) {
  if (s->room - s->count < FRAME) lm_stack_grow(s);
  uint64_t *frame = s->words + s->count;
  s->count += FRAME;
  frame[KIND] = kind;
  frame[AT] = (uintptr_t)at;
  frame[LEFT] = left;
  return frame;
}

// These first, then the rest of what was under way.
static void enter(lm_stack *s, run *now, const lm_term *at, size_t count) {
  if (count == 0) return;
  if (now->left > 0) push(s, TERMS, now->at, now->left);
  *now = (run){at, count};
}

static uint32_t text_hash(lumen_runtime *rt, lm_term atom) {
  const uint64_t known = UINT64_C(1) << 32; // a hash that is kept has this bit too
  _Atomic uint64_t *kept = lm_atom_phash2(rt, atom);
  uint64_t hash = kept == NULL ? 0 : atomic_load_explicit(kept, memory_order_relaxed);
  if (hash == 0) {
    size_t length;
    const uint8_t *text = lm_atom_text(rt, atom, &length);
    hash = known | lm_phash2_text(text, length);
    if (kept != NULL) atomic_store_explicit(kept, hash, memory_order_relaxed);
  }
  return (uint32_t)hash;
}

static uint32_t of_identity(uint32_t h, lm_term t) {
  lm_identity id;
  lm_identity_of(&id, t);
  if (lm_is_pid(t)) return lm_phash2_pid(h, id.words[0]);
  if (lm_is_port(t)) return lm_phash2_port(h, (uint64_t)id.words[1] << 32 | id.words[0]);
  return lm_phash2_reference(h, id.words[0]);
}

static uint32_t of_fun(uint32_t h, lumen_runtime *rt, lm_stack *s, run *now, lm_term t) {
  const lm_term *object = lm_pointer(t);
  const lumen_fun_entry *entry = (const lumen_fun_entry *)(uintptr_t)object[1];
  uint32_t module = text_hash(rt, entry->module);
  if (entry->external) return lm_phash2_export(h, module, text_hash(rt, entry->name), entry->arity);
  enter(s, now, object + 2, entry->free_count);
  return lm_phash2_fun(h, module, entry->index, entry->uniq, entry->free_count);
}

// Its pairs come when the frame is at the top of the stack (next_pair).
static uint32_t of_map(uint32_t h, lm_stack *s, run *now, lm_term t) {
  size_t size = lm_map_size(t);
  h = lm_phash2_map(h, (uint32_t)size);
  if (size == 0) return h;
  if (now->left > 0) push(s, TERMS, now->at, now->left);
  now->left = 0;
  uint64_t *frame;
  if (lm_is_flatmap(t)) {
    const lm_term *object = lm_pointer(t);
    frame = push(s, FLAT, lm_elements(object[1]), size);
    frame[VALUES] = (uintptr_t)(object + 2);
  } else {
    trie_state *trie = lm_new(sizeof *trie);
    lm_map_start(&trie->cursor, t);
    frame = push(s, TRIE, trie, size);
  }
  frame[ASIDE] = h;
  frame[PAIRS] = 0;
  return 0;
}

// `h`: of the pair before, 0 before the first.
static uint32_t next_pair(uint32_t h, lm_stack *s, run *now) {
  uint64_t *frame = s->words + s->count - FRAME;
  frame[PAIRS] ^= h;
  bool flat = frame[KIND] == FLAT;
  if (frame[LEFT]-- == 0) {
    if (!flat) lm_delete((trie_state *)(uintptr_t)frame[AT]);
    s->count -= FRAME;
    return lm_phash2_map_end((uint32_t)frame[ASIDE], (uint32_t)frame[PAIRS]);
  }
  if (flat) {
    const lm_term *key = (const lm_term *)(uintptr_t)frame[AT], *value = (const lm_term *)(uintptr_t)frame[VALUES];
    frame[AT] += sizeof(lm_term);
    frame[VALUES] += sizeof(lm_term);
    push(s, TERMS, value, 1);
    *now = (run){key, 1};
  } else {
    trie_state *trie = (trie_state *)(uintptr_t)frame[AT];
    lm_map_next(&trie->cursor, &trie->pair[0], &trie->pair[1]);
    *now = (run){trie->pair, 2};
  }
  return 0;
}

// The bytes at the head of a list; then what is left of it, which may be no list any more.
static uint32_t of_string(uint32_t h, lm_term *list) {
  lm_phash2_string string = {0, 0};
  lm_term t = *list;
  while (lm_is_cons(t) && lm_is_small(lm_head(t)) && lm_small_value(lm_head(t)) >= 0 && lm_small_value(lm_head(t)) < 256) {
    h = lm_phash2_string_byte(h, &string, (uint8_t)lm_small_value(lm_head(t)));
    t = lm_tail(t);
  }
  *list = t;
  return lm_phash2_string_end(h, &string);
}

uint32_t lm_phash2_of_definition(lumen_runtime *rt, lm_term record) {
  size_t size = LM_RECORD_FIRST_FIELD + lm_record_size(record);
  uint32_t h = lm_phash2_tuple(0, (uint32_t)size);
  for (size_t i = 0; i < size; i++) h = lm_phash2_atom(h, text_hash(rt, lm_record_definition(record)[i]));
  return h;
}

static uint32_t of_term(uint32_t h, lumen_runtime *rt, lm_stack *s, run *now, lm_term t) {
  if (lm_is_cons(t)) {
    h = of_string(h, &t);
    if (lm_is_cons(t)) {
      enter(s, now, lm_pointer(t), 2); // an element, and the tail as a term of its own
      return h;
    }
  }
  if (lm_is_small(t)) return lm_phash2_small(h, lm_small_value(t));
  if (lm_is_atom(t)) return lm_phash2_atom(h, text_hash(rt, t));
  if (lm_is_nil(t)) return lm_phash2_nil(h);
  if (lm_is_tuple(t)) {
    enter(s, now, lm_elements(t), lm_tuple_size(t));
    return lm_phash2_tuple(h, (uint32_t)lm_tuple_size(t));
  }
  if (lm_is_bitstring(t)) {
    lm_bits b = lm_bits_of(t);
    return lm_phash2_bits(h, b.bytes + b.at / 8, (size_t)(b.at % 8), (size_t)b.size);
  }
  if (lm_is_map(t)) return of_map(h, s, now, t);
  if (lm_is_float(t)) return lm_phash2_float(h, lm_float_value(t));
  if (lm_is_integer(t)) {
    lm_digits d;
    lm_digits_of(&d, t);
    return lm_phash2_big(h, d.limbs, d.count, d.negative);
  }
  if (lm_is_record(t)) {
    enter(s, now, lm_record_values(t), lm_record_size(t));
    return lm_phash2_record(h, (uint32_t)lm_record_size(t), lm_phash2_of_definition(rt, t));
  }
  if (lm_is_kind(t, LM_KIND_FUN)) return of_fun(h, rt, s, now, t);
  return of_identity(h, t);
}

uint32_t lm_phash2_of(lumen_runtime *rt, lm_term t) {
  lm_stack s;
  lm_stack_open(&s);
  run now = {&t, 1};
  uint32_t h = 0, steps = 0;
  for (;;) {
    while (now.left > 0) {
      lm_term next = *now.at++;
      now.left--;
      h = of_term(h, rt, &s, &now, lm_gives_up(&steps) ? LM_NIL : next);
    }
    if (lm_stack_is_empty(&s)) break;
    const uint64_t *top = s.words + s.count - FRAME;
    if (top[KIND] == TERMS) {
      now = (run){(const lm_term *)(uintptr_t)top[AT], top[LEFT]};
      s.count -= FRAME;
    } else {
      h = next_pair(h, &s, &now);
    }
  }
  lm_stack_close(&s);
  return h;
}
