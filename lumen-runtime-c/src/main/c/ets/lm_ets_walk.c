#include "ets/lm_ets_walk.h"

#include "term/lm_compare.h"

void lm_ets_walk_from(lm_ets_walk *w, const lm_ets_access *a, size_t bucket) {
  w->is_tree = false;
  w->shard = a->shard;
  w->bucket = bucket;
  w->next = lm_ets_bucket_from(w->shard, &w->bucket);
}

// Goes down to the first object of a subtree.
static void descend(lm_ets_walk *w, lm_ets_object *o) {
  for (; o != NULL; o = w->larger ? o->next : o->right) w->path[w->depth++] = o;
}

void lm_ets_walk_beside(lm_ets_walk *w, lm_proc *p, const lm_ets_access *a, lm_term key, bool larger) {
  w->is_tree = true;
  w->shard = a->shard;
  w->larger = larger;
  w->depth = 0;
  if (key == LM_NONE) {
    descend(w, a->shard->root);
    return;
  }
  for (lm_ets_object *o = a->shard->root; o != NULL;) {
    int order = lm_compare(lm_runtime_of(p), lm_ets_key(a->table, o), key);
    bool beyond = larger ? order > 0 : order < 0;
    if (beyond) w->path[w->depth++] = o;
    o = beyond == larger ? o->next : o->right;
  }
}

lm_ets_object *lm_ets_walk_next(lm_ets_walk *w) {
  if (w->is_tree) {
    if (w->depth == 0) return NULL;
    lm_ets_object *o = w->path[--w->depth];
    descend(w, w->larger ? o->right : o->next);
    return o;
  }
  lm_ets_object *o = w->next;
  if (o == NULL) return NULL;
  w->next = lm_ets_live(o->next);
  if (w->next == NULL) {
    w->bucket++;
    w->next = lm_ets_bucket_from(w->shard, &w->bucket);
  }
  return o;
}
