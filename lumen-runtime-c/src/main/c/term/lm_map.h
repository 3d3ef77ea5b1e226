// lm_map.h: maps.
//
//   up to 32 keys   LM_KIND_FLATMAP: a tuple of the keys, sorted in exact term order, which maps with the same keys share;
//                   then the values in the same order
//   more            LM_KIND_HASHMAP: a hash array mapped trie (Bagwell, "Ideal hash trees", 2001), 16 ways at each level,
//                   over lm_hash of the keys, four bits a level, the most significant first
//
// Always true:
//   M1  a map of at most 32 keys is flat, any other is a trie: equal maps have the same form
//   M2  a trie is canonical: what it looks like depends on its keys only, not on the order of insertion. In particular no
//       inner node holds a single leaf and nothing else
//   M3  levels beyond 16 use the hash with another salt; keys that are equal in LM_MAP_MAX_LEVELS levels don't exist
//       (their hashes would have to agree in 512 bits)
//
// Order of keys as programs see it: term order in flat maps, the order of their hashes in tries. The same in every run and
// on every target; the language promises none, and beyond 32 keys it is not OTP's.
//
// Which of two equal keys is left, where one can tell (0.0 and -0.0): that of the value which is left, as in OTP 25. A key of a
// flat map stays when a new value is put, and so does all of a trie when the value is the one that is there (with maps:merge OTP
// takes the key then, too).
//
// Who may touch it: any thread that may look at the map; whoever takes a process allocates in its heap.
#ifndef LM_MAP_H
#define LM_MAP_H

#include "lumen_abi.h"

#define LM_MAP_FLAT_MAX 32
#define LM_MAP_MAX_LEVELS 128

static inline bool lm_is_map(lm_term t) {
  if (!lm_is_boxed(t)) return false;
  unsigned kind = lm_kind_of(t);
  return kind == LM_KIND_FLATMAP || kind == LM_KIND_HASHMAP;
}

static inline bool lm_is_flatmap(lm_term map) { return lm_kind_of(map) == LM_KIND_FLATMAP; }

static inline size_t lm_map_size(lm_term map) {
  const lm_term *object = lm_pointer(map);
  return lm_header_kind(object[0]) == LM_KIND_FLATMAP ? lm_header_words(object[0]) - 1
                                                      : (size_t)lm_small_value(object[1]);
}

// The value, or LM_NONE.
lm_term lm_map_get(lm_term map, lm_term key);

// All allocate. They answer `map` itself when it already is the result.
lm_term lm_map_put(lm_proc *p, lm_term map, lm_term key, lm_term value);
lm_term lm_map_put_pairs(lm_proc *p, lm_term map, const lm_term *pairs, size_t count); // key, value, key, value
// The same for keys that are there; LM_NONE when one is not.
lm_term lm_map_replace(lm_proc *p, lm_term map, const lm_term *pairs, size_t count);
lm_term lm_map_remove(lm_proc *p, lm_term map, lm_term key);
// Those of b win.
lm_term lm_map_merge(lm_proc *p, lm_term a, lm_term b);
// pairs: key, value, key, value. The last of equal keys wins; *duplicates (may be NULL) tells whether there were any.
// `pairs` is scratch afterwards.
lm_term lm_map_of(lm_proc *p, lm_term *pairs, size_t count, bool *duplicates);
lm_term lm_map_empty(lm_proc *p);

// ---- walking ----------------------------------------------------------------------------------------------------
//
//     lm_map_cursor c;
//     lm_map_start(&c, map);
//     while (lm_map_next(&c, &key, &value)) ...

typedef struct lm_map_level {
  const lm_term *entries;
  uint16_t bitmap; // slots that are left
} lm_map_level;

typedef struct lm_map_cursor {
  const lm_term *keys; // flat maps; else NULL
  const lm_term *values;
  size_t left;
  int depth;           // levels in use
  lm_map_level levels[LM_MAP_MAX_LEVELS];
} lm_map_cursor;

void lm_map_start(lm_map_cursor *c, lm_term map);
bool lm_map_next(lm_map_cursor *c, lm_term *key, lm_term *value);

// Where the next key of a trie stands, as an integer that lm_map_start_at understands, for any map with the same keys.
// Allocates only when the trie is more than 15 levels deep there. Not for flat maps, nor at the end.
lm_term lm_map_position(lm_proc *p, const lm_map_cursor *c);
// False when `position` is no non-negative integer.
bool lm_map_start_at(lm_map_cursor *c, lm_term map, lm_term position);

#endif
