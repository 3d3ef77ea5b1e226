// Finding, adding and removing keys of a trie: see lm_trie.h.
#include "term/lm_trie.h"

#include <string.h>

#include "heap/lm_heap.h"
#include "memory/lm_memory.h"
#include "term/lm_compare.h"

lm_term lm_trie_find(lm_term map, lm_term key) {
  lm_trie_path path = lm_trie_path_of(key);
  lm_term at = map;
  for (;;) {
    unsigned bitmap;
    const lm_term *entries = lm_trie_entries(lm_pointer(at), &bitmap);
    unsigned slot = lm_trie_slot(&path);
    if (!(bitmap >> slot & 1)) return LM_NONE;
    at = entries[lm_trie_index(bitmap, slot)];
    if (lm_is_cons(at)) return lm_equal_exact(lm_head(at), key) ? at : LM_NONE;
  }
}

// A way from the root to where a key is or would be: node and entry number of each level.
typedef struct way {
  int depth;
  struct {
    const lm_term *node;
    unsigned index;
  } steps[LM_MAP_MAX_LEVELS];
} way;

static void step(way *w, const lm_term *node, unsigned index) {
  if (w->depth == LM_MAP_MAX_LEVELS) lm_out_of_memory();
  w->steps[w->depth].node = node;
  w->steps[w->depth++].index = index;
}

static size_t fixed_words(const lm_term *node) { return lm_header_kind(node[0]) == LM_KIND_HASHMAP ? 3 : 2; }

// A copy of the node of step i with another entry; `more` is added to the number of keys of a root.
static lm_term with_entry(lm_proc *p, const way *w, int i, lm_term entry, int more) {
  const lm_term *node = w->steps[i].node;
  size_t words = lm_header_words(node[0]) + 1, fixed = fixed_words(node);
  lm_term *copy = lm_alloc(p, words);
  memcpy(copy, node, words * sizeof(lm_term));
  copy[fixed + w->steps[i].index] = entry;
  if (fixed == 3) copy[1] += LM_SMALL(more) - LM_SMALL(0);
  return lm_boxed_at(copy);
}

static lm_term rebuild(lm_proc *p, const way *w, int depth, lm_term entry, int more) {
  while (depth-- > 0) entry = with_entry(p, w, depth, entry, more);
  return entry;
}

// A node with two leaves, or as many nodes above it as their paths have in common.
static lm_term fork(lm_proc *p, lm_trie_path a, lm_term leaf_a, lm_trie_path b, lm_term leaf_b) {
  unsigned slots[LM_MAP_MAX_LEVELS], common = 0, slot_a, slot_b;
  while ((slot_a = lm_trie_slot(&a)) == (slot_b = lm_trie_slot(&b))) {
    if (b.level >= LM_MAP_MAX_LEVELS) lm_out_of_memory();
    slots[common++] = slot_a;
  }
  lm_term *node = lm_alloc(p, 4);
  node[0] = LM_HEADER(LM_KIND_HASHNODE, 0, 3);
  node[1] = lm_small((int64_t)(1u << slot_a | 1u << slot_b));
  node[2] = slot_a < slot_b ? leaf_a : leaf_b;
  node[3] = slot_a < slot_b ? leaf_b : leaf_a;
  lm_term result = lm_boxed_at(node);
  while (common > 0) {
    node = lm_alloc(p, 3);
    node[0] = LM_HEADER(LM_KIND_HASHNODE, 0, 2);
    node[1] = lm_small((int64_t)(1u << slots[--common]));
    node[2] = result;
    result = lm_boxed_at(node);
  }
  return result;
}

// A copy of the node with one more entry.
static lm_term with_more(lm_proc *p, const lm_term *node, unsigned slot, lm_term entry) {
  unsigned bitmap;
  const lm_term *entries = lm_trie_entries(node, &bitmap);
  size_t words = lm_header_words(node[0]), fixed = fixed_words(node), index = lm_trie_index(bitmap, slot);
  lm_term *copy = lm_alloc(p, words + 2);
  copy[0] = LM_HEADER(lm_header_kind(node[0]), 0, words + 1);
  if (fixed == 3) copy[1] = node[1] + (LM_SMALL(1) - LM_SMALL(0));
  copy[fixed - 1] = lm_small((int64_t)(bitmap | 1u << slot));
  memcpy(copy + fixed, entries, index * sizeof(lm_term));
  copy[fixed + index] = entry;
  memcpy(copy + fixed + index + 1, entries + index, (words + 1 - fixed - index) * sizeof(lm_term));
  return lm_boxed_at(copy);
}

lm_term lm_trie_put(lm_proc *p, lm_term map, lm_term key, lm_term value) {
  lm_trie_path path = lm_trie_path_of(key);
  way w;
  w.depth = 0;
  const lm_term *node = lm_pointer(map);
  for (;;) {
    unsigned bitmap;
    const lm_term *entries = lm_trie_entries(node, &bitmap);
    unsigned slot = lm_trie_slot(&path), index = lm_trie_index(bitmap, slot);
    if (!(bitmap >> slot & 1))
      return rebuild(p, &w, w.depth, with_more(p, node, slot, lm_cons(p, key, value)), 1);
    step(&w, node, index);
    lm_term entry = entries[index];
    if (!lm_is_cons(entry)) {
      node = lm_pointer(entry);
      continue;
    }
    if (lm_equal_exact(lm_head(entry), key)) {
      if (lm_tail(entry) == value) return map;
      return rebuild(p, &w, w.depth, lm_cons(p, key, value), 0);
    }
    lm_trie_path other = {lm_head(entry), 0, path.level};
    other.hash = lm_hash_salted(other.key, path.level / LM_TRIE_LEVELS_PER_HASH);
    other.hash <<= LM_TRIE_BITS * (path.level % LM_TRIE_LEVELS_PER_HASH);
    return rebuild(p, &w, w.depth, fork(p, other, entry, path, lm_cons(p, key, value)), 1);
  }
}

// A copy of the node without one entry; it has at least two.
static lm_term with_less(lm_proc *p, const lm_term *node, unsigned slot, unsigned index) {
  size_t words = lm_header_words(node[0]), fixed = fixed_words(node);
  lm_term *copy = lm_alloc(p, words);
  copy[0] = LM_HEADER(lm_header_kind(node[0]), 0, words - 1);
  if (fixed == 3) copy[1] = node[1] - (LM_SMALL(1) - LM_SMALL(0));
  copy[fixed - 1] = lm_small(lm_small_value(node[fixed - 1]) & ~(int64_t)(1u << slot));
  memcpy(copy + fixed, node + fixed, index * sizeof(lm_term));
  memcpy(copy + fixed + index, node + fixed + index + 1, (words - fixed - index) * sizeof(lm_term));
  return lm_boxed_at(copy);
}

lm_term lm_trie_remove(lm_proc *p, lm_term map, lm_term key) {
  lm_trie_path path = lm_trie_path_of(key);
  way w;
  w.depth = 0;
  const lm_term *node = lm_pointer(map);
  unsigned slot, index, bitmap;
  for (;;) {
    const lm_term *entries = lm_trie_entries(node, &bitmap);
    slot = lm_trie_slot(&path);
    index = lm_trie_index(bitmap, slot);
    if (lm_is_cons(entries[index])) break;
    step(&w, node, index);
    node = lm_pointer(entries[index]);
  }
  int depth = w.depth;
  lm_term entry = LM_NONE;
  if (depth > 0 && lm_header_words(node[0]) == 3) {
    // Of two entries one is left. If that is a leaf it moves up, past all nodes that hold nothing else (M2).
    lm_term rest = node[2 + (1 - index)];
    if (lm_is_cons(rest)) {
      entry = rest;
      while (depth > 1 && lm_header_words(w.steps[depth - 1].node[0]) == 2) depth--;
    }
  }
  if (entry == LM_NONE) entry = with_less(p, node, slot, index);
  return rebuild(p, &w, depth, entry, -1);
}
