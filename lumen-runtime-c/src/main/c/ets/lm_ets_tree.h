// lm_ets_tree.h: the tree of an ordered_set: a B+ tree by the order of the keys (==).
//
// All nodes of one level are full to at least a quarter or stand beside one that has no room for them. Objects hang from the leaves,
// which are linked. An entry of an inner node is a child with the first object below it. Each entry has the order number of its
// key (term/lm_compare.h): a search reads these, which lie side by side, and looks at keys only where numbers are the same and
// don't decide. When all keys of a node are tuples that begin alike, the numbers are those of the first element that differs.
//
//     level 1             [ 1 a | 7 b | 40 c ]
//                           |     |      |
//     level 0  [ 1 a | 3 | 5 ]-[ 7 b | 9 ]-[ 40 c | 41 | 50 ]
//
// Who may touch it: whoever holds the lock of the shard. A place is good until an object comes or goes.
#ifndef LM_ETS_TREE_H
#define LM_ETS_TREE_H

#include "ets/lm_ets_store.h"
#include "memory/lm_pool.h"

enum { LM_ETS_NODE_ENTRIES = 30 }; // a leaf takes 64 words then

struct lm_ets_node {
  uint16_t count, level;
  uint32_t alike; // elements that the keys, tuples of one size, have in common in front; 0: the numbers are those of the keys
  lm_ets_node *before, *after; // leaves
  uint64_t numbers[LM_ETS_NODE_ENTRIES];
  lm_ets_object *objects[LM_ETS_NODE_ENTRIES];
  lm_ets_node *children[]; // of inner nodes
};

// Where an object is, or would be. No leaf: behind the last, before the first.
typedef struct lm_ets_place {
  lm_ets_node *leaf;
  uint32_t at;
} lm_ets_place;

static inline lm_ets_object *lm_ets_object_at(lm_ets_place place) { return place.leaf == NULL ? NULL : place.leaf->objects[place.at]; }

// The first and the last; the one after, the one before.
lm_ets_place lm_ets_tree_end(const lm_ets_shard *shard, bool largest);
lm_ets_place lm_ets_tree_step(lm_ets_place place, bool larger);
// Object number n, from 0.
lm_ets_place lm_ets_tree_nth(const lm_ets_shard *shard, size_t n);

// The next larger or smaller one; `key` need not be there. Fast if it is the key of the one that was found so the last time.
lm_ets_place lm_ets_tree_beside(lm_proc *p, const lm_ets_access *a, lm_term key, bool larger);

// Where a range begins, or ends. side(context, key): < 0: the key lies before the range, 0: in it, > 0: behind it.
typedef int lm_ets_side(void *context, lm_term key);
lm_ets_place lm_ets_tree_range(const lm_ets_access *a, lm_ets_side *side, void *context, bool last);

lm_ets_object *lm_ets_tree_find(lm_proc *p, const lm_ets_access *a, lm_term key);
// Answers the object that was replaced, or NULL.
lm_ets_object *lm_ets_tree_insert(lm_proc *p, const lm_ets_access *a, lm_ets_object *object);
// Answers the object that is not there any more, or NULL.
lm_ets_object *lm_ets_tree_remove(lm_proc *p, const lm_ets_access *a, lm_term key);
bool lm_ets_tree_free(lm_ets_shard *shard, lm_pool *pool, int64_t *left); // as lm_ets_shard_close

#endif
