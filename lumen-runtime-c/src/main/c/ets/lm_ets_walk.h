// lm_ets_walk.h: going through the objects of a table, a piece after the other: between two pieces no lock is held, and other processes
// run. What comes or goes meanwhile behind the place where the walk stands may be visited or not; everything else is, and once.
//
//     lm_ets_walk w = {.p = p, .id = id, .right = LM_ETS_READ, .visit = visit};
//     lm_ets_position at = {0, 0};
//     if (!lm_ets_walk_hashed(&w, &at)) ... there is no such table
//
// A walk stands in a tree behind an object, which it keeps, and in a hashed table before a bucket, and the shard gets no more buckets
// as long as it stands there.
//
// Large objects that are only read are visited without the lock, and so are those behind them in the same bucket or piece.
//
// Who may touch it: the function whose local variable it is; without locks.
#ifndef LM_ETS_WALK_H
#define LM_ETS_WALK_H

#include "ets/lm_ets_tree.h"

typedef struct lm_ets_walk {
  lm_proc *p;
  lm_term id;
  enum lm_ets_right right;
  // False: enough. Of a hashed table what is left of the bucket is visited even then.
  bool (*visit)(struct lm_ets_walk *, const lm_ets_table *, lm_ets_object *);
  // May change objects that were visited, at the end of each piece with the lock held. NULL: nothing changes.
  void (*settle)(struct lm_ets_walk *, lm_ets_access *);
  lm_ets_side *side; // trees: only this range. NULL: all
  void *range;       // its context
  bool enough;
  lm_ets_object **later; // kept, to be visited without the lock
  size_t later_count, later_room;
} lm_ets_walk;

// Before a bucket of a shard.
typedef struct lm_ets_position {
  uint32_t shard;
  size_t bucket;
} lm_ets_position;

// All of these answer false when there is no such table or p has no right to it. A table that ends on the way has no more objects.
bool lm_ets_walk_key(lm_ets_walk *w, lm_term key);
// *at: where to begin, and in the end where the rest begins, if there was enough. There is none: at->shard is UINT32_MAX.
bool lm_ets_walk_hashed(lm_ets_walk *w, lm_ets_position *at);
// `after`: LM_NONE: from the first on, or backwards from the last. *last: if there was enough: the last one visited, which is kept;
// else NULL.
bool lm_ets_walk_tree(lm_ets_walk *w, lm_term after, bool larger, lm_ets_object **last);

#endif
