// lm_ets_walk.h: going through the objects of one shard.
//
//     lm_ets_walk w;
//     lm_ets_walk_from(&w, p, access, bucket);          // hashed types: from that bucket on
//     lm_ets_walk_beside(&w, p, access, key, larger);   // trees: what is larger (smaller) than the key; LM_NONE: all
//     while ((o = lm_ets_walk_next(&w)) != NULL) ...
//
// Who may touch it: the function whose local variable it is, with the lock of the shard held all the time. Nothing may change in
// between.
#ifndef LM_ETS_WALK_H
#define LM_ETS_WALK_H

#include "ets/lm_ets_store.h"

enum { LM_ETS_MAX_HEIGHT = 96 }; // an AVL tree that high has more than 2^64 objects

typedef struct lm_ets_walk {
  const lm_ets_shard *shard;
  // hashed
  size_t bucket;         // of the object that comes next, or the number of buckets
  lm_ets_object *next;
  // tree: the objects that are still to come, each with what lies beyond it
  bool is_tree;
  bool larger;
  size_t depth;
  lm_ets_object *path[LM_ETS_MAX_HEIGHT];
} lm_ets_walk;

void lm_ets_walk_from(lm_ets_walk *w, const lm_ets_access *a, size_t bucket);
void lm_ets_walk_beside(lm_ets_walk *w, lm_proc *p, const lm_ets_access *a, lm_term key, bool larger);
lm_ets_object *lm_ets_walk_next(lm_ets_walk *w);

#endif
