// The tree of an ordered_set: AVL (Adelson-Velsky, Landis, 1962). In an object, `next` is the left child. Recursion goes as deep
// as the tree is high: 1.44 log2 of the number of objects.
#include "ets/lm_ets_store.h"
#include "term/lm_compare.h"

static int height(const lm_ets_object *o) { return o == NULL ? 0 : o->height; }

static void measure(lm_ets_object *o) {
  int l = height(o->next), r = height(o->right);
  o->height = (int8_t)(1 + (l > r ? l : r));
}

static lm_ets_object *rotate_right(lm_ets_object *o) {
  lm_ets_object *top = o->next;
  o->next = top->right;
  top->right = o;
  measure(o);
  measure(top);
  return top;
}

static lm_ets_object *rotate_left(lm_ets_object *o) {
  lm_ets_object *top = o->right;
  o->right = top->next;
  top->next = o;
  measure(o);
  measure(top);
  return top;
}

static lm_ets_object *balance(lm_ets_object *o) {
  int lean = height(o->next) - height(o->right);
  if (lean > 1) {
    if (height(o->next->next) < height(o->next->right)) o->next = rotate_left(o->next);
    return rotate_right(o);
  }
  if (lean < -1) {
    if (height(o->right->right) < height(o->right->next)) o->right = rotate_right(o->right);
    return rotate_left(o);
  }
  measure(o);
  return o;
}

lm_ets_object *lm_ets_tree_find(lumen_runtime *rt, const lm_ets_table *t, lm_ets_object *o, lm_term key) {
  while (o != NULL) {
    int order = lm_compare(rt, key, lm_ets_key(t, o));
    if (order == 0) return o;
    o = order < 0 ? o->next : o->right;
  }
  return NULL;
}

lm_ets_object *lm_ets_tree_insert(lumen_runtime *rt, const lm_ets_table *t, lm_ets_object **root, lm_ets_object *object) {
  lm_ets_object *o = *root;
  if (o == NULL) {
    object->next = object->right = NULL;
    object->height = 1;
    *root = object;
    return NULL;
  }
  int order = lm_compare(rt, lm_ets_key(t, object), lm_ets_key(t, o));
  if (order == 0) {
    object->next = o->next;
    object->right = o->right;
    object->height = o->height;
    *root = object;
    return o;
  }
  lm_ets_object *replaced = lm_ets_tree_insert(rt, t, order < 0 ? &o->next : &o->right, object);
  if (replaced == NULL) *root = balance(o);
  return replaced;
}

// Takes the smallest object out of the tree.
static lm_ets_object *take_first(lm_ets_object **root) {
  lm_ets_object *o = *root;
  if (o->next == NULL) {
    *root = o->right;
    return o;
  }
  lm_ets_object *first = take_first(&o->next);
  *root = balance(o);
  return first;
}

lm_ets_object *lm_ets_tree_remove(lumen_runtime *rt, const lm_ets_table *t, lm_ets_object **root, lm_term key) {
  lm_ets_object *o = *root;
  if (o == NULL) return NULL;
  int order = lm_compare(rt, key, lm_ets_key(t, o));
  if (order != 0) {
    lm_ets_object *removed = lm_ets_tree_remove(rt, t, order < 0 ? &o->next : &o->right, key);
    if (removed != NULL) *root = balance(o);
    return removed;
  }
  if (o->next == NULL || o->right == NULL) {
    *root = o->next == NULL ? o->right : o->next;
  } else {
    lm_ets_object *right = o->right, *first = take_first(&right);
    first->next = o->next;
    first->right = right;
    *root = balance(first);
  }
  return o;
}

// What is left stays a tree: the left child of the root moves up, until there is none and the root can go.
bool lm_ets_tree_free(lm_ets_object **root, lm_pool *pool, int64_t *left) {
  for (lm_ets_object *o; (o = *root) != NULL;) {
    lm_ets_object *smaller = o->next;
    if (smaller != NULL) {
      o->next = smaller->right;
      smaller->right = o;
      *root = smaller;
    } else {
      if ((*left)-- <= 0) return false;
      *root = o->right;
      lm_ets_object_free(pool, o);
    }
  }
  return true;
}

lm_ets_object *lm_ets_tree_end(const lm_ets_shard *shard, bool largest) {
  lm_ets_object *o = shard->root;
  if (o == NULL) return NULL;
  for (lm_ets_object *below; (below = largest ? o->right : o->next) != NULL;) o = below;
  return o;
}

lm_ets_object *lm_ets_tree_beside(lm_proc *p, const lm_ets_access *a, lm_term key, bool larger) {
  lm_ets_object *found = NULL;
  for (lm_ets_object *o = a->shard->root; o != NULL;) {
    int order = lm_compare(lm_runtime_of(p), lm_ets_key(a->table, o), key);
    bool beyond = larger ? order > 0 : order < 0;
    if (beyond) found = o;
    o = beyond == larger ? o->next : o->right;
  }
  return found;
}
