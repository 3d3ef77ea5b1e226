#include "ets/lm_ets_tree.h"

#include <string.h>

#include "sched/lm_sched.h"
#include "term/lm_compare.h"

enum {
  ENTRIES = LM_ETS_NODE_ENTRIES,
  FEW = ENTRIES / 4,         // a node with fewer is joined to one beside it, if both together
  JOINED = ENTRIES * 3 / 4,  // are no more than this
  MAX_LEVELS = 32,
  LEAF_WORDS = sizeof(lm_ets_node) / sizeof(lm_term),
  INNER_WORDS = LEAF_WORDS + ENTRIES * sizeof(void *) / sizeof(lm_term),
};

// ---- nodes ----------------------------------------------------------------------------------------------------------

static size_t node_words(uint16_t level) { return level == 0 ? LEAF_WORDS : INNER_WORDS; }

static void add_words(lm_ets_shard *s, size_t words) {
  atomic_store_explicit(&s->words, atomic_load_explicit(&s->words, memory_order_relaxed) + words, memory_order_relaxed);
}

static lm_ets_node *new_node(lm_ets_shard *s, lm_pool *pool, uint16_t level) {
  size_t size;
  lm_ets_node *n = (lm_ets_node *)(void *)lm_pool_take(pool, node_words(level), &size);
  n->count = 0;
  n->level = level;
  n->alike = 0;
  n->before = n->after = NULL;
  add_words(s, size);
  return n;
}

static void free_node(lm_ets_shard *s, lm_pool *pool, lm_ets_node *n) {
  size_t size = lm_pool_size(node_words(n->level));
  add_words(s, (size_t)0 - size);
  lm_pool_give(pool, (lm_term *)(void *)n, size);
}

// Entries from `from` on go to `to`; both may be the same node.
static void move(lm_ets_node *to, uint32_t at, const lm_ets_node *n, uint32_t from, uint32_t count) {
  memmove(to->numbers + at, n->numbers + from, count * sizeof *n->numbers);
  memmove(to->objects + at, n->objects + from, count * sizeof *n->objects);
  if (n->level > 0) memmove(to->children + at, n->children + from, count * sizeof *n->children);
}

static void take_out(lm_ets_node *n, uint32_t at) {
  n->count--;
  move(n, at, n, at + 1, n->count - at);
}

// ---- numbers ----------------------------------------------------------------------------------------------------------

typedef struct probe {
  lumen_runtime *rt;
  size_t keypos;
  lm_term key;
  uint64_t number;
  bool exact; // all keys with that number are equal
} probe;

static probe probe_for(lm_proc *p, const lm_ets_access *a, lm_term key) {
  lumen_runtime *rt = lm_runtime_of(p);
  uint64_t number = lm_order_number(rt, key);
  return (probe){rt, lm_ets_keypos(a->table), key, number, lm_order_number_is_exact(number)};
}

static lm_term key_of(const probe *p, const lm_ets_object *o) { return o->words[1 + p->keypos]; }

static uint64_t number_in(const probe *p, const lm_ets_node *n, const lm_ets_object *o) {
  lm_term key = key_of(p, o);
  if (n->alike > 0) return lm_order_number(p->rt, lm_elements(key)[n->alike]);
  return key == p->key ? p->number : lm_order_number(p->rt, key);
}

// How many elements two keys have in common in front; not all, for they are not equal.
static uint32_t alike(lm_term a, lm_term b) {
  enum { MOST = 8 };
  if (!lm_is_tuple(a) || !lm_is_tuple(b) || lm_tuple_size(a) != lm_tuple_size(b)) return 0;
  uint32_t count = 0, most = lm_tuple_size(a) < MOST ? (uint32_t)lm_tuple_size(a) : MOST;
  while (count + 1 < most && lm_elements(a)[count] == lm_elements(b)[count]) count++;
  return count;
}

// Finds out what the keys have in common: what the first and the last have, since they are in order.
static void renumber(const probe *p, lm_ets_node *n) {
  uint32_t before = n->alike;
  n->alike = n->count < 2 ? 0 : alike(key_of(p, n->objects[0]), key_of(p, n->objects[n->count - 1]));
  if (n->alike == before) return;
  for (uint32_t i = 0; i < n->count; i++) n->numbers[i] = number_in(p, n, n->objects[i]);
}

static void set(const probe *p, lm_ets_node *n, uint32_t at, lm_ets_object *object, lm_ets_node *child) {
  n->objects[at] = object;
  if (n->level > 0) n->children[at] = child;
  if (n->alike > 0 && (at == 0 || at == n->count - 1u)) renumber(p, n); // what stands between others is like them
  n->numbers[at] = number_in(p, n, object);
}

static void put_in(const probe *p, lm_ets_node *n, uint32_t at, lm_ets_object *object, lm_ets_node *child) {
  move(n, at + 1, n, at, n->count - at);
  n->count++;
  set(p, n, at, object, child);
}

// ---- searching ------------------------------------------------------------------------------------------------------

// Most keys that numbers don't decide are tuples of simple terms.
static int compare(const probe *p, lm_term key) {
  lm_term mine = p->key;
  if (mine == key) return 0;
  if (lm_is_tuple(mine) && lm_is_tuple(key) && lm_tuple_size(mine) == lm_tuple_size(key)) {
    const lm_term *x = lm_elements(mine), *y = lm_elements(key);
    for (size_t i = 0, n = lm_tuple_size(mine); i < n; i++) {
      if (x[i] == y[i]) continue;
      int order = lm_are_small(x[i], y[i]) ? ((int64_t)x[i] > (int64_t)y[i] ? 1 : -1) : lm_compare(p->rt, x[i], y[i]);
      if (order != 0) return order;
    }
    return 0;
  }
  return lm_compare(p->rt, mine, key);
}

// How many of the numbers from `at` on, which ascend, are less; or, with `or_same`, not greater. All of them are looked at: that is
// faster than to halve them, where each look waits for the one before, and for memory.
static inline uint32_t count_less(const lm_ets_node *n, uint32_t at, uint64_t number, bool or_same) {
  uint64_t bound = number + or_same; // the largest number is that of no term
  uint32_t even = 0, odd = 0, i = at, count = n->count;
#pragma clang loop vectorize(disable) // no instruction of SSE2 compares 64 bits
  for (; i + 1 < count; i += 2) {
    even += n->numbers[i] < bound;
    odd += n->numbers[i + 1] < bound;
  }
  if (i < count) even += n->numbers[i] < bound;
  return even + odd;
}

// The number to look for in a node whose keys are alike. Not 0: there is none, since the key lies before, or behind, all that are there.
static int number_among_alike(const probe *p, const lm_ets_node *n, uint64_t *number, bool *exact) {
  lm_term key = key_of(p, n->objects[0]);
  size_t size = lm_tuple_size(key);
  if (!lm_is_tuple(p->key) || lm_tuple_size(p->key) != size) return lm_compare(p->rt, p->key, key);
  for (size_t i = 0; i < n->alike; i++) {
    lm_term x = lm_elements(p->key)[i], y = lm_elements(key)[i];
    int order = x == y ? 0 : lm_compare(p->rt, x, y);
    if (order != 0) return order;
  }
  *number = lm_order_number(p->rt, lm_elements(p->key)[n->alike]);
  *exact = n->alike + 1 == size && lm_order_number_is_exact(*number);
  return 0;
}

// Among the entries from `at` on with that number: the first whose key is not less.
static __attribute__((noinline)) uint32_t search_same(const probe *p, const lm_ets_node *n, uint32_t at, uint64_t number, bool *same) {
  for (uint32_t count = count_less(n, at, number, true); count > 0;) {
    uint32_t half = count / 2;
    int order = compare(p, key_of(p, n->objects[at + half]));
    if (order == 0) {
      *same = true;
      return at + half;
    }
    at = order > 0 ? at + half + 1 : at;
    count = order > 0 ? count - half - 1 : half;
  }
  return at;
}

static inline __attribute__((always_inline)) uint32_t search_number(const probe *p, const lm_ets_node *n, uint64_t number, bool exact, bool *same) {
  uint32_t at = count_less(n, 0, number, false);
  bool there = at < n->count && n->numbers[at] == number;
  *same = there && exact;
  return !there || exact ? at : search_same(p, n, at, number, same);
}

static __attribute__((noinline)) uint32_t search_alike(const probe *p, const lm_ets_node *n, bool *same) {
  uint64_t number;
  bool exact;
  *same = false;
  int side = number_among_alike(p, n, &number, &exact);
  return side == 0 ? search_number(p, n, number, exact, same) : side < 0 ? 0 : n->count;
}

// The first entry whose key is not less; *same: it is equal.
static inline uint32_t search(const probe *p, const lm_ets_node *n, bool *same) {
  return n->alike == 0 ? search_number(p, n, p->number, p->exact, same) : search_alike(p, n, same);
}

// The child below which a key is, that stands before entry `at`, or there.
static uint32_t child_at(uint32_t at, bool same) { return same || at == 0 ? at : at - 1; }

// Its lines come from memory side by side, not one when the one before is there.
static inline lm_ets_node *on_its_way(lm_ets_node *n) {
  enum { LINE = 64 };
  for (size_t at = 0; at < sizeof *n; at += LINE) __builtin_prefetch((const char *)n + at);
  return n;
}

typedef struct path {
  lm_ets_node *nodes[MAX_LEVELS]; // by level
  uint32_t at[MAX_LEVELS];
} path;

// The way to the first entry of a leaf that is not less.
static bool descend(const probe *p, lm_ets_node *root, path *way) {
  bool same = false;
  for (lm_ets_node *n = root;; n = on_its_way(n->children[way->at[n->level]])) {
    uint32_t at = search(p, n, &same);
    way->nodes[n->level] = n;
    way->at[n->level] = n->level == 0 ? at : child_at(at, same);
    if (n->level == 0) return same;
  }
}

lm_ets_object *lm_ets_tree_find(lm_proc *p, const lm_ets_access *a, lm_term key) {
  probe k = probe_for(p, a, key);
  bool same;
  for (lm_ets_node *n = a->shard->root; n != NULL;) {
    uint32_t at = search(&k, n, &same);
    if (same) return n->objects[at];
    n = n->level == 0 || at == 0 ? NULL : on_its_way(n->children[at - 1]);
  }
  return NULL;
}

// ---- places ---------------------------------------------------------------------------------------------------------

lm_ets_place lm_ets_tree_end(const lm_ets_shard *s, bool largest) {
  lm_ets_node *n = s->root;
  if (n == NULL) return (lm_ets_place){NULL, 0};
  while (n->level > 0) n = n->children[largest ? n->count - 1 : 0];
  return (lm_ets_place){n, largest ? n->count - 1 : 0};
}

// From the place that is not less: behind the last of a leaf stands the first of the next one.
static lm_ets_place behind_last(lm_ets_node *leaf, uint32_t at) {
  return at < leaf->count ? (lm_ets_place){leaf, at} : (lm_ets_place){leaf->after, 0};
}
static lm_ets_place one_before(lm_ets_node *leaf, uint32_t at) {
  if (at > 0) return (lm_ets_place){leaf, at - 1};
  return (lm_ets_place){leaf->before, leaf->before == NULL ? 0 : leaf->before->count - 1};
}

lm_ets_place lm_ets_tree_step(lm_ets_place place, bool larger) {
  return larger ? behind_last(place.leaf, place.at + 1) : one_before(place.leaf, place.at);
}

lm_ets_place lm_ets_tree_nth(const lm_ets_shard *s, size_t n) {
  lm_ets_place place = lm_ets_tree_end(s, false);
  for (; place.leaf != NULL && n >= place.leaf->count; place.leaf = place.leaf->after) n -= place.leaf->count;
  place.at = (uint32_t)n;
  return place;
}

static bool is_key_at(const probe *p, lm_ets_place place) {
  if (place.leaf == NULL) return false;
  if (place.leaf->alike == 0 && place.leaf->numbers[place.at] != p->number) return false;
  return compare(p, key_of(p, place.leaf->objects[place.at])) == 0;
}

// Whoever asked for this one will ask for those behind it: they shall be on their way.
static void prefetch(lm_ets_place place, bool larger) {
  enum { AHEAD = 4 };
  if (place.leaf == NULL) return;
  uint32_t at = larger ? place.at + AHEAD : place.at - AHEAD;
  if (at < place.leaf->count) __builtin_prefetch(place.leaf->objects[at]->words);
}

lm_ets_place lm_ets_tree_beside(lm_proc *p, const lm_ets_access *a, lm_term key, bool larger) {
  lm_ets_shard *s = a->shard;
  if (s->root == NULL) return (lm_ets_place){NULL, 0};
  probe k = probe_for(p, a, key);
  lm_ets_place place = {s->found, s->found_at};
  if (is_key_at(&k, place)) {
    place = lm_ets_tree_step(place, larger);
  } else {
    path way;
    bool same = descend(&k, s->root, &way);
    place = larger ? behind_last(way.nodes[0], way.at[0] + same) : one_before(way.nodes[0], way.at[0]);
  }
  prefetch(place, larger);
  s->found = place.leaf;
  s->found_at = place.at;
  return place;
}

lm_ets_place lm_ets_tree_range(const lm_ets_access *a, lm_ets_side *side, void *context, bool last) {
  lm_ets_node *n = a->shard->root;
  if (n == NULL) return (lm_ets_place){NULL, 0};
  for (;;) {
    uint32_t at = 0;
    for (uint32_t count = n->count; count > 0;) { // how many lie before what is looked for
      uint32_t half = count / 2;
      int where = side(context, lm_ets_key(a->table, n->objects[at + half]));
      bool before = last ? where <= 0 : where < 0;
      at = before ? at + half + 1 : at;
      count = before ? count - half - 1 : half;
    }
    if (n->level == 0) return last ? one_before(n, at) : behind_last(n, at);
    n = n->children[child_at(at, false)];
  }
}

// ---- changing -------------------------------------------------------------------------------------------------------

// The first entry of a node has changed: says so to those above it.
static void refresh(const probe *p, lm_ets_node *root, path *way, uint32_t level) {
  for (; way->nodes[level] != root; level++) {
    lm_ets_node *n = way->nodes[level];
    set(p, way->nodes[level + 1], way->at[level + 1], n->objects[0], n);
    if (way->at[level + 1] != 0) return;
  }
}

// A new node behind n, which is full and gets another entry at `at`. What comes in order, up or down, leaves full nodes behind.
static lm_ets_node *split(const probe *p, lm_ets_shard *s, lm_pool *pool, lm_ets_node *n, uint32_t at, bool outermost) {
  uint16_t stay = outermost && at == n->count ? n->count : outermost && at == 0 ? 0 : n->count / 2;
  lm_ets_node *behind = new_node(s, pool, n->level);
  behind->count = n->count - stay;
  behind->alike = n->alike;
  move(behind, 0, n, stay, behind->count);
  n->count = stay;
  renumber(p, n);
  renumber(p, behind);
  if (n->level == 0) {
    behind->before = n;
    behind->after = n->after;
    if (n->after != NULL) n->after->before = behind;
    n->after = behind;
  }
  return behind;
}

static void insert_at(const probe *p, lm_ets_shard *s, lm_pool *pool, path *way, lm_ets_object *object) {
  lm_ets_node *child = NULL;
  for (uint32_t level = 0;; level++) {
    lm_ets_node *n = way->nodes[level], *behind = NULL;
    uint32_t at = way->at[level];
    if (n->count == ENTRIES) {
      behind = split(p, s, pool, n, at, level > 0 || (at == 0 ? n->before : n->after) == NULL);
      bool goes_behind = at > n->count || (at == n->count && behind->count == 0);
      put_in(p, goes_behind ? behind : n, goes_behind ? at - n->count : at, object, child);
    } else {
      put_in(p, n, at, object, child);
    }
    if (behind == NULL) {
      if (at == 0) refresh(p, s->root, way, level);
      return;
    }
    object = behind->objects[0];
    child = behind;
    if (n == s->root) {
      s->root = new_node(s, pool, (uint16_t)(level + 1));
      put_in(p, s->root, 0, n->objects[0], n);
      put_in(p, s->root, 1, object, child);
      return;
    }
    refresh(p, s->root, way, level);
    way->at[level + 1]++;
  }
}

lm_ets_object *lm_ets_tree_insert(lm_proc *p, const lm_ets_access *a, lm_ets_object *object) {
  lm_ets_shard *s = a->shard;
  lm_pool *pool = lm_sched_pool(p->sched);
  probe k = probe_for(p, a, lm_ets_key(a->table, object));
  path way;
  if (s->root == NULL) s->root = new_node(s, pool, 0);
  bool same = descend(&k, s->root, &way);
  lm_ets_node *leaf = way.nodes[0];
  uint32_t at = way.at[0];
  if (same) {
    lm_ets_object *old = leaf->objects[at];
    set(&k, leaf, at, object, NULL);
    if (at == 0) refresh(&k, s->root, &way, 0);
    return old;
  }
  s->found = NULL;
  insert_at(&k, s, pool, &way, object);
  return NULL;
}

static void unlink_leaf(lm_ets_node *n) {
  if (n->level > 0) return;
  if (n->before != NULL) n->before->after = n->after;
  if (n->after != NULL) n->after->before = n->before;
}

// Joins a node with few entries to one beside it. Answers where the node that is no more stood in the one above; -1: nothing done.
static int64_t join(const probe *p, lm_ets_shard *s, lm_pool *pool, lm_ets_node *above, uint32_t at) {
  lm_ets_node *n = above->children[at];
  uint32_t most = n->count == 0 ? ENTRIES : JOINED;
  uint32_t first = at > 0 && above->children[at - 1]->count + n->count <= most ? at - 1 : at;
  if (first + 1 >= above->count) return -1;
  lm_ets_node *to = above->children[first], *from = above->children[first + 1];
  if (to->count + from->count > most) return -1;
  move(to, to->count, from, 0, from->count);
  to->count += from->count;
  to->alike = UINT32_MAX; // their numbers need not be of the same elements
  renumber(p, to);
  set(p, above, first, to->objects[0], to);
  unlink_leaf(from);
  free_node(s, pool, from);
  return first + 1;
}

static void remove_at(const probe *p, lm_ets_shard *s, lm_pool *pool, path *way) {
  uint32_t level = 0;
  for (int64_t gone = way->at[0];; level++) {
    lm_ets_node *n = way->nodes[level];
    take_out(n, (uint32_t)gone);
    if (n == s->root) break;
    lm_ets_node *above = way->nodes[level + 1];
    uint32_t at = way->at[level + 1];
    gone = n->count < FEW ? join(p, s, pool, above, at) : -1;
    if (gone < 0 && n->count == 0) {
      unlink_leaf(n);
      free_node(s, pool, n);
      gone = at;
    }
    if (gone < 0) {
      refresh(p, s->root, way, level);
      return;
    }
  }
  while (s->root != NULL && s->root->count <= (s->root->level > 0)) { // a root with one child, or without objects
    lm_ets_node *old = s->root;
    s->root = old->level > 0 && old->count == 1 ? old->children[0] : NULL;
    free_node(s, pool, old);
  }
}

lm_ets_object *lm_ets_tree_remove(lm_proc *p, const lm_ets_access *a, lm_term key) {
  lm_ets_shard *s = a->shard;
  path way;
  if (s->root == NULL) return NULL;
  probe k = probe_for(p, a, key);
  if (!descend(&k, s->root, &way)) return NULL;
  lm_ets_object *o = way.nodes[0]->objects[way.at[0]];
  s->found = NULL;
  remove_at(&k, s, lm_sched_pool(p->sched), &way);
  return o;
}

bool lm_ets_tree_free(lm_ets_shard *s, lm_pool *pool, int64_t *left) {
  s->found = NULL;
  while (s->root != NULL) {
    path way;
    lm_ets_node *n = s->root;
    for (; n->level > 0; n = n->children[n->count - 1]) way.nodes[n->level] = n;
    for (; n->count > 0; n->count--) {
      if ((*left)-- <= 0) return false;
      lm_ets_object_free(pool, n->objects[n->count - 1]);
    }
    for (;;) { // it, and what is above it and has no other child
      uint32_t level = n->level;
      bool was_root = n == s->root;
      free_node(s, pool, n);
      if (was_root) {
        s->root = NULL;
        break;
      }
      n = way.nodes[level + 1];
      if (--n->count > 0) break;
    }
  }
  return true;
}
