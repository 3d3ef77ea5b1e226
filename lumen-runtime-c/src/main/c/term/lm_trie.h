// lm_trie.h: the tries of maps of more than 32 keys (between the files of lm_map.h only).
//
// A node's entries stand in the order of their slots; an entry is a leaf, the cons [Key|Value], or a boxed node one level
// down. The root (LM_KIND_HASHMAP) has the number of keys in front of the bitmap.
#ifndef LM_TRIE_H
#define LM_TRIE_H

#include "term/lm_hash.h"
#include "term/lm_map.h"

enum { LM_TRIE_BITS = 4, LM_TRIE_LEVELS_PER_HASH = 16 };

// The slots of a key, level after level.
typedef struct lm_trie_path {
  lm_term key;
  uint64_t hash;
  unsigned level;
} lm_trie_path;

static inline lm_trie_path lm_trie_path_of(lm_term key) { return (lm_trie_path){key, lm_hash(key), 0}; }

static inline unsigned lm_trie_slot(lm_trie_path *path) {
  unsigned slot = (unsigned)(path->hash >> 60);
  path->hash <<= LM_TRIE_BITS;
  if (++path->level % LM_TRIE_LEVELS_PER_HASH == 0)
    path->hash = lm_hash_salted(path->key, path->level / LM_TRIE_LEVELS_PER_HASH);
  return slot;
}

static inline unsigned lm_trie_index(unsigned bitmap, unsigned slot) {
  return (unsigned)__builtin_popcount(bitmap & ((1u << slot) - 1));
}

// Bitmap and entries of a node, root or not.
static inline const lm_term *lm_trie_entries(const lm_term *node, unsigned *bitmap) {
  const lm_term *at = node + (lm_header_kind(node[0]) == LM_KIND_HASHMAP ? 2 : 1);
  *bitmap = (unsigned)lm_small_value(at[0]);
  return at + 1;
}

// The leaf of the key, or LM_NONE.
lm_term lm_trie_find(lm_term map, lm_term key);
lm_term lm_trie_put(lm_proc *p, lm_term map, lm_term key, lm_term value);
// The key is there. The result may have too few keys for a trie.
lm_term lm_trie_remove(lm_proc *p, lm_term map, lm_term key);

// An entry on its way into a new trie.
typedef struct lm_trie_item {
  uint64_t hash;
  lm_term key;
  lm_term value;
} lm_trie_item;

// Sorts by hash and drops all but the last of equal keys; answers how many are left.
size_t lm_trie_sort(lm_trie_item *items, size_t count);
// The map of items that lm_trie_sort left; more than LM_MAP_FLAT_MAX.
lm_term lm_trie_build(lm_proc *p, lm_trie_item *items, size_t count);

#endif
