// How phash2 walks a term (what it does with each part stands in num/lm_phash2.h).
//
// The hash goes through every step, so what it waits for is time: leaves (small integers, atoms, []) are hashed where they stand,
// and a tuple of leaves, a list of such tuples, or a map of such pairs never touches the stack between them.
#include "term/lm_phash2_term.h"

#include "num/lm_phash2.h"
#include "process/lm_runtime.h"
#include "term/lm_atoms.h"
#include "term/lm_bignum.h"
#include "term/lm_bits.h"
#include "term/lm_identity.h"
#include "term/lm_map.h"
#include "term/lm_record.h"
#include "term/lm_stack.h"
#include "term/lm_trie.h"
#include "work/lm_work.h"

// Terms that stand behind one another: elements, the head and the tail of a cell.
typedef struct run {
  const lm_term *at;
  size_t left;
} run;

typedef struct walk {
  lumen_runtime *rt;
  run now;
  uint32_t pairs; // in a map: the xor of the hashes of the pairs that are finished
  lm_stack later;
  uint64_t cells; // of lists, and bytes: what is done without a step
} walk;

// What comes after `now` waits on the stack, in frames of FRAME words:
//
//             AT                  LEFT        ASIDE
//   TERMS     the next            how many
//   FLAT      the next key        how many    the next value
//   NODE      the next entry      how many                                of a node of a trie
//   MAP_END                                   what the map interrupted: the hash, and `pairs` of the map around it
//
// FLAT and NODE frames stand above the MAP_END of their map.
enum { KIND, AT, LEFT, ASIDE, FRAME };
enum { TERMS, FLAT, NODE, MAP_END };

static uint64_t *push(walk *w, uint64_t kind, const void *at, size_t left) {
  if (w->later.room - w->later.count < FRAME) lm_stack_grow(&w->later);
  uint64_t *frame = w->later.words + w->later.count;
  w->later.count += FRAME;
  frame[KIND] = kind;
  frame[AT] = (uintptr_t)at;
  frame[LEFT] = left;
  return frame;
}

static uint64_t *top(walk *w) { return w->later.words + w->later.count - FRAME; }
static void pop(walk *w) { w->later.count -= FRAME; }

// ---- leaves -------------------------------------------------------------------------------------------------------------

enum { CELLS_OF_A_REDUCTION = 4 };

static inline lm_phash2_recent *recent_of(lumen_runtime *rt, lm_term atom) {
  return &rt->phash2_recent[atom / (LM_IMM_MASK + 1) % LM_PHASH2_RECENT];
}

// Of an atom that was not hashed lately; it is kept with the atom, too. Out of line, or each leaf would pay for its registers.
static __attribute__((noinline)) uint64_t find_text_hash(lumen_runtime *rt, lm_term atom) {
  const uint64_t known = UINT64_C(1) << 32; // a hash that is kept has this bit too
  _Atomic uint64_t *kept = lm_atom_phash2(rt, atom);
  uint64_t hash = kept == NULL ? 0 : atomic_load_explicit(kept, memory_order_relaxed);
  if (hash == 0) {
    size_t length;
    const uint8_t *text = lm_atom_text(rt, atom, &length);
    hash = known | lm_phash2_text(text, length);
    if (kept != NULL) atomic_store_explicit(kept, hash, memory_order_relaxed);
  }
  lm_phash2_recent *recent = recent_of(rt, atom);
  atomic_store_explicit(&recent->hash, hash, memory_order_relaxed);
  atomic_store_explicit(&recent->check, atom ^ hash, memory_order_relaxed);
  return hash;
}

static inline uint32_t text_hash(lumen_runtime *rt, lm_term atom) {
  lm_phash2_recent *recent = recent_of(rt, atom);
  uint64_t hash = atomic_load_explicit(&recent->hash, memory_order_relaxed);
  if ((atomic_load_explicit(&recent->check, memory_order_relaxed) ^ hash) != atom) hash = find_text_hash(rt, atom);
  return (uint32_t)hash;
}

static inline bool is_leaf(lm_term t) { return lm_is_small(t) || lm_is_atom(t) || lm_is_nil(t); }

static inline uint32_t of_leaf(uint32_t h, walk *w, lm_term t) {
  if (lm_is_small(t)) return lm_phash2_small(h, lm_small_value(t));
  return lm_is_atom(t) ? lm_phash2_atom(h, text_hash(w->rt, t)) : lm_phash2_nil(h);
}

// ---- terms that hold others ---------------------------------------------------------------------------------------------

// These first, then the rest of what was under way.
static inline uint32_t enter(uint32_t h, walk *w, const lm_term *at, size_t count) {
  while (count > 0 && is_leaf(*at)) {
    h = of_leaf(h, w, *at++);
    count--;
  }
  if (count == 0) return h;
  if (w->now.left > 0) push(w, TERMS, w->now.at, w->now.left);
  w->now = (run){at, count};
  return h;
}

static inline bool is_byte(lm_term t) { return lm_is_small(t) && (uint64_t)lm_small_value(t) < 256; }

// Up to the first element that holds others: that one and the tail behind it come next, and the answer is true. False: the list
// is done, but for the tail that *list is now.
static inline bool of_list(uint32_t *h, walk *w, lm_term *list) {
  lm_term t = *list;
  for (; lm_is_cons(t); lm_steps(&w->cells, 1, CELLS_OF_A_REDUCTION)) {
    if (is_byte(lm_head(t))) {
      lm_phash2_string string = {0, 0};
      do {
        *h = lm_phash2_string_byte(*h, &string, (uint8_t)lm_small_value(lm_head(t)));
        t = lm_tail(t);
        lm_steps(&w->cells, 1, CELLS_OF_A_REDUCTION);
      } while (lm_is_cons(t) && is_byte(lm_head(t)));
      *h = lm_phash2_string_end(*h, &string);
    } else if (is_leaf(lm_head(t))) {
      *h = of_leaf(*h, w, lm_head(t));
      t = lm_tail(t);
    } else {
      *h = enter(*h, w, lm_pointer(t), 2);
      return true;
    }
  }
  *list = t;
  return false;
}

uint32_t lm_phash2_of_definition(lumen_runtime *rt, lm_term record) {
  size_t size = LM_RECORD_FIRST_FIELD + lm_record_size(record);
  uint32_t h = lm_phash2_tuple(0, (uint32_t)size);
  for (size_t i = 0; i < size; i++) h = lm_phash2_atom(h, text_hash(rt, lm_record_definition(record)[i]));
  return h;
}

static uint32_t of_fun(uint32_t h, walk *w, lm_term t) {
  const lm_term *object = lm_pointer(t);
  const lumen_fun_entry *entry = (const lumen_fun_entry *)(uintptr_t)object[1];
  uint32_t module = text_hash(w->rt, entry->module);
  if (entry->external) return lm_phash2_export(h, module, text_hash(w->rt, entry->name), entry->arity);
  h = lm_phash2_fun(h, module, entry->index, entry->uniq, entry->free_count);
  return enter(h, w, object + 2, entry->free_count);
}

// ---- maps: each pair is hashed from 0, and what comes of them is xored -----------------------------------------------------

static inline void end_pair(uint32_t h, walk *w) { w->pairs ^= h; }

// Its pairs come when their frame is at the top of the stack.
static uint32_t of_map(uint32_t h, walk *w, lm_term t) {
  size_t size = lm_map_size(t);
  h = lm_phash2_map(h, (uint32_t)size);
  if (size == 0) return h;
  if (w->now.left > 0) push(w, TERMS, w->now.at, w->now.left);
  w->now.left = 0;
  push(w, MAP_END, NULL, 0)[ASIDE] = (uint64_t)h << 32 | w->pairs;
  w->pairs = 0;
  const lm_term *object = lm_pointer(t);
  if (lm_is_flatmap(t)) {
    push(w, FLAT, lm_elements(object[1]), size)[ASIDE] = (uintptr_t)(object + 2);
  } else {
    unsigned bitmap;
    const lm_term *entries = lm_trie_entries(object, &bitmap);
    push(w, NODE, entries, (size_t)__builtin_popcount(bitmap));
  }
  return 0;
}

static uint32_t end_map(walk *w) {
  uint64_t aside = top(w)[ASIDE];
  pop(w);
  uint32_t h = lm_phash2_map_end((uint32_t)(aside >> 32), w->pairs);
  w->pairs = (uint32_t)aside;
  return h;
}

// Both hash pairs until one of them holds other terms, which comes next, or none is left.

static uint32_t of_flat(walk *w) {
  uint64_t *frame = top(w);
  const lm_term *keys = (const lm_term *)(uintptr_t)frame[AT], *values = (const lm_term *)(uintptr_t)frame[ASIDE];
  for (size_t left = frame[LEFT]; left > 0; left--, keys++, values++) {
    if (!is_leaf(*keys) || !is_leaf(*values)) {
      frame[AT] = (uintptr_t)(keys + 1);
      frame[ASIDE] = (uintptr_t)(values + 1);
      frame[LEFT] = left - 1;
      w->now = (run){values, 1};
      return enter(0, w, keys, 1);
    }
    end_pair(of_leaf(of_leaf(0, w, *keys), w, *values), w);
  }
  pop(w);
  return 0;
}

static uint32_t of_node(walk *w) {
  uint64_t *frame = top(w);
  const lm_term *at = (const lm_term *)(uintptr_t)frame[AT];
  size_t left = frame[LEFT];
  while (left > 0) {
    lm_term entry = *at++;
    left--;
    const lm_term *cell = lm_pointer(entry);
    if (lm_is_cons(entry) && is_leaf(cell[0]) && is_leaf(cell[1])) {
      end_pair(of_leaf(of_leaf(0, w, cell[0]), w, cell[1]), w);
      continue;
    }
    frame[AT] = (uintptr_t)at;
    frame[LEFT] = left;
    if (lm_is_cons(entry)) return enter(0, w, cell, 2);
    unsigned bitmap;
    at = lm_trie_entries(cell, &bitmap);
    left = (size_t)__builtin_popcount(bitmap);
    frame = push(w, NODE, at, left);
  }
  pop(w);
  return 0;
}

// ---- any term -----------------------------------------------------------------------------------------------------------

static uint32_t of_identity(uint32_t h, lm_term t) {
  lm_identity id;
  lm_identity_of(&id, t);
  if (lm_is_pid(t)) return lm_phash2_pid(h, id.words[0]);
  if (lm_is_port(t)) return lm_phash2_port(h, (uint64_t)id.words[1] << 32 | id.words[0]);
  return lm_phash2_reference(h, id.words[0]);
}

static uint32_t of_term(uint32_t h, walk *w, lm_term t) {
  if (lm_is_cons(t) && of_list(&h, w, &t)) return h;
  if (is_leaf(t)) return of_leaf(h, w, t);
  if (lm_is_tuple(t)) return enter(lm_phash2_tuple(h, (uint32_t)lm_tuple_size(t)), w, lm_elements(t), lm_tuple_size(t));
  if (lm_is_bitstring(t)) {
    lm_bits b = lm_bits_of(t);
    return lm_phash2_bits(h, b.bytes + b.at / 8, (size_t)(b.at % 8), (size_t)b.size);
  }
  if (lm_is_map(t)) return of_map(h, w, t);
  if (lm_is_float(t)) return lm_phash2_float(h, lm_float_value(t));
  if (lm_is_integer(t)) {
    lm_digits d;
    lm_digits_of(&d, t);
    return lm_phash2_big(h, d.limbs, d.count, d.negative);
  }
  if (lm_is_record(t)) {
    h = lm_phash2_record(h, (uint32_t)lm_record_size(t), lm_phash2_of_definition(w->rt, t));
    return enter(h, w, lm_record_values(t), lm_record_size(t));
  }
  if (lm_is_kind(t, LM_KIND_FUN)) return of_fun(h, w, t);
  return of_identity(h, t);
}

// What waited at the top of the stack.
static uint32_t resume(uint32_t h, walk *w) {
  const uint64_t *frame = top(w);
  switch (frame[KIND]) {
  case TERMS:
    w->now = (run){(const lm_term *)(uintptr_t)frame[AT], frame[LEFT]};
    pop(w);
    return h;
  case FLAT:
    end_pair(h, w);
    return of_flat(w);
  case NODE:
    end_pair(h, w);
    return of_node(w);
  default:
    return end_map(w);
  }
}

uint32_t lm_phash2_of(lumen_runtime *rt, lm_term t) {
  walk w;
  w.rt = rt;
  w.now = (run){&t, 1};
  w.pairs = 0;
  w.cells = 0;
  lm_stack_open(&w.later);
  uint32_t h = 0, steps = 0;
  do {
    while (w.now.left > 0) {
      w.now.left--;
      h = of_term(h, &w, *w.now.at++);
    }
    if (lm_stack_is_empty(&w.later)) break;
    h = resume(h, &w);
  } while (!lm_gives_up(&steps));
  lm_stack_close(&w.later);
  enum { MANY = 64 };
  if (w.cells >= MANY) lm_work_done(w.cells / CELLS_OF_A_REDUCTION);
  return h;
}
