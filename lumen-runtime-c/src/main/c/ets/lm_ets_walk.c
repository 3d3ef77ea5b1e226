#include "ets/lm_ets_walk.h"

#include "memory/lm_memory.h"
#include "sched/lm_sched.h"

enum { PIECE = 1000 }; // objects, or buckets

// Between two pieces: no lock is held, and the walk has no pointer into the table but to objects that it keeps.
static void give_way(lm_ets_walk *w) { lm_ets_give_way(w->p, PIECE); }

// ---- large objects ----------------------------------------------------------------------------------------------------

static void visit_later(lm_ets_walk *w, lm_ets_object *o) {
  if (w->later_count == w->later_room) {
    w->later_room = w->later_room == 0 ? 16 : 2 * w->later_room;
    w->later = lm_resize(w->later, w->later_room * sizeof *w->later);
  }
  lm_ets_keep(o);
  w->later[w->later_count++] = o;
}

static void visit(lm_ets_walk *w, const lm_ets_table *t, lm_ets_object *o) {
  if (w->right == LM_ETS_READ && (w->later_count > 0 || lm_ets_is_large(o))) {
    visit_later(w, o);
  } else {
    w->enough |= !w->visit(w, t, o);
  }
}

// The lock was given back.
static void visit_rest(lm_ets_walk *w, const lm_ets_table *t) {
  if (w->later == NULL) return;
  LM_MAY_YIELD(w->p);
  for (size_t i = 0; i < w->later_count; i++) {
    w->enough |= !w->visit(w, t, w->later[i]);
    lm_ets_object_free(lm_sched_pool(w->p->sched), w->later[i]);
  }
  lm_delete(w->later);
  w->later = NULL;
  w->later_count = w->later_room = 0;
}

static void settle(lm_ets_walk *w, lm_ets_access *a) {
  if (w->settle != NULL) w->settle(w, a);
}

// ---- one key ----------------------------------------------------------------------------------------------------------

bool lm_ets_walk_key(lm_ets_walk *w, lm_term key) {
  lm_ets_access a;
  if (!lm_ets_enter(w->p, w->id, w->right, key, &a)) return false;
  for (lm_ets_object *o = lm_ets_lookup(w->p, &a, key); o != NULL && !w->enough; o = lm_ets_lookup_next(&a, o)) visit(w, a.table, o);
  settle(w, &a);
  lm_ets_leave(w->p, &a);
  visit_rest(w, a.table);
  return true;
}

// ---- hashed -----------------------------------------------------------------------------------------------------------

// A piece of the shard, which is locked.
static void buckets(lm_ets_walk *w, lm_ets_access *a, size_t *bucket) {
  for (int64_t left = PIECE; left > 0 && *bucket < a->shard->buckets && !w->enough; ++*bucket, left--)
    for (lm_ets_object *o = lm_ets_bucket(a->shard, *bucket); o != NULL; o = lm_ets_live(o->next), left--) visit(w, a->table, o);
  settle(w, a);
}

// The rest of a shard, which is locked, and left afterwards. True: nothing is left.
static bool walk_shard(lm_ets_walk *w, lm_ets_access *a, size_t *bucket) {
  a->shard->walks++;
  for (;;) {
    if (!w->enough) buckets(w, a, bucket);
    bool all = *bucket >= a->shard->buckets, done = all || w->enough;
    if (done) a->shard->walks--;
    lm_ets_leave(w->p, a);
    visit_rest(w, a->table);
    if (done) return all;
    give_way(w);
    if (!lm_ets_return(w->p, a)) return true;
  }
}

bool lm_ets_walk_hashed(lm_ets_walk *w, lm_ets_position *at) {
  lm_ets_access a;
  for (bool first = true;; first = false) {
    if (!lm_ets_enter_shard(w->p, w->id, w->right, at->shard, &a)) {
      at->shard = UINT32_MAX;
      return !first;
    }
    bool is_last = at->shard + 1 == a.table->shard_count;
    if (walk_shard(w, &a, &at->bucket)) {
      at->shard = is_last ? UINT32_MAX : at->shard + 1;
      at->bucket = 0;
      if (is_last) return true;
    }
    if (w->enough) return true;
    give_way(w);
  }
}

// ---- trees ------------------------------------------------------------------------------------------------------------

static lm_ets_place start(lm_ets_walk *w, const lm_ets_access *a, lm_term after, bool larger) {
  if (after != LM_NONE) return lm_ets_tree_beside(w->p, a, after, larger);
  return w->side == NULL ? lm_ets_tree_end(a->shard, !larger) : lm_ets_tree_range(a, w->side, w->range, !larger);
}

static bool is_beyond(lm_ets_walk *w, const lm_ets_table *t, const lm_ets_object *o, bool larger) {
  if (w->side == NULL) return false;
  int side = w->side(w->range, lm_ets_key(t, o));
  return larger ? side > 0 : side < 0;
}

// A piece of the tree, which is locked. Answers the object where it ends, which is kept; NULL: it was the last piece.
static lm_ets_object *entries(lm_ets_walk *w, lm_ets_access *a, lm_term after, bool larger) {
  lm_ets_object *o = NULL;
  lm_ets_place place = start(w, a, after, larger);
  for (uint32_t left = PIECE; (o = lm_ets_object_at(place)) != NULL; place = lm_ets_tree_step(place, larger)) {
    if (is_beyond(w, a->table, o, larger)) {
      o = NULL;
      break;
    }
    visit(w, a->table, o);
    if (w->enough || w->later_count > 0 || --left == 0) break;
  }
  if (o != NULL) lm_ets_keep(o);
  settle(w, a);
  return o;
}

bool lm_ets_walk_tree(lm_ets_walk *w, lm_term after, bool larger, lm_ets_object **last) {
  lm_ets_access a;
  *last = NULL;
  if (!lm_ets_enter_shard(w->p, w->id, w->right, 0, &a)) return false;
  for (;;) {
    lm_ets_object *before = *last;
    *last = entries(w, &a, after, larger);
    lm_ets_leave(w->p, &a);
    if (before != NULL) lm_ets_object_free(lm_sched_pool(w->p->sched), before);
    visit_rest(w, a.table);
    if (*last == NULL || w->enough) return true;
    give_way(w);
    after = lm_ets_key(a.table, *last);
    if (!lm_ets_return(w->p, &a)) {
      lm_ets_object_free(lm_sched_pool(w->p->sched), *last);
      *last = NULL;
      return true;
    }
  }
}
