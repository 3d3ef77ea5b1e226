#include "ets/lm_ets_store.h"

#include "heap/lm_copy.h"
#include "heap/lm_memory.h"
#include "sched/lm_sched.h"
#include "term/lm_compare.h"
#include "term/lm_hash.h"

enum { HEADER_WORDS = (sizeof(lm_ets_object) + sizeof(lm_term) - 1) / sizeof(lm_term), FIRST_BUCKETS = 16, MOVED_AT_ONCE = 4, BUCKETS_AS_ONE = 16 };

// ---- objects --------------------------------------------------------------------------------------------------------

// A tuple of the same size without what has parts: measuring it was given up.
static void outline(lm_term *to, lm_term tuple) {
  size_t arity = lm_tuple_size(tuple);
  to[0] = LM_HEADER(LM_KIND_TUPLE, 0, arity);
  for (size_t i = 0; i < arity; i++) to[1 + i] = lm_is_pointer(lm_elements(tuple)[i]) ? LM_NIL : lm_elements(tuple)[i];
}

lm_ets_object *lm_ets_object_of(lm_proc *p, lm_term tuple) {
  size_t size, words = lm_copy_size(tuple);
  bool given_up = words == 0;
  if (given_up) words = 1 + lm_tuple_size(tuple);
  lm_ets_object *o = (lm_ets_object *)lm_pool_take(lm_sched_pool(p->sched), HEADER_WORDS + words, &size);
  *o = (lm_ets_object){.size = (uint32_t)size};
  lm_term *top = o->words;
  if (given_up) {
    outline(top, tuple);
  } else {
    lm_copy_to(tuple, words, &top, &o->off_heap); // the tuple itself comes first
  }
  return o;
}

void lm_ets_object_free(lm_pool *pool, lm_ets_object *o) {
  lm_off_heap_release(o->off_heap);
  lm_pool_give(pool, (lm_term *)o, o->size);
}

// ---- shards ---------------------------------------------------------------------------------------------------------

static bool is_tree(const lm_ets_table *t) { return t->type == LM_ETS_ORDERED_SET; }

static void add_to(_Atomic size_t *n, size_t delta) { // the lock is held
  atomic_store_explicit(n, atomic_load_explicit(n, memory_order_relaxed) + delta, memory_order_relaxed);
}

void lm_ets_shard_open(lm_ets_shard *s, enum lm_ets_type type, uint32_t shard_count) {
  size_t buckets = type == LM_ETS_ORDERED_SET ? 0 : shard_count > 1 ? FIRST_BUCKETS / 4 : FIRST_BUCKETS;
  s->buckets = buckets == 0 ? NULL : lm_new_zeroed(buckets, sizeof *s->buckets);
  s->mask = buckets == 0 ? 0 : buckets - 1;
  s->old = NULL;
  s->root = NULL;
  s->dead = 0;
  atomic_store(&s->count, 0);
  atomic_store(&s->words, buckets);
}

// Frees the objects of *buckets, the last bucket first; *mask: the last one that may hold any.
static bool free_buckets(lm_ets_object ***buckets, size_t *mask, lm_pool *pool, int64_t *left) {
  if (*buckets == NULL) return true;
  for (;; --*mask) {
    lm_ets_object **bucket = &(*buckets)[*mask];
    for (lm_ets_object *o; (o = *bucket) != NULL;) {
      if ((*left)-- <= 0) return false;
      *bucket = o->next;
      lm_ets_object_free(pool, o);
    }
    if (*mask == 0) break;
    if (*mask % BUCKETS_AS_ONE == 0 && (*left)-- <= 0) return --*mask, false;
  }
  lm_delete(*buckets);
  *buckets = NULL;
  return true;
}

bool lm_ets_shard_close(lm_ets_shard *s, lm_pool *pool, int64_t *left) {
  return lm_ets_tree_free(&s->root, pool, left) && free_buckets(&s->old, &s->old_mask, pool, left) &&
         free_buckets(&s->buckets, &s->mask, pool, left);
}

void lm_ets_move_all(lm_ets_table *from, lm_ets_table *to) {
  for (uint32_t i = 0; i < from->shard_count; i++) {
    lm_ets_shard *s = &from->shards[i], *t = &to->shards[i];
    t->buckets = s->buckets;
    t->mask = s->mask;
    t->old = s->old;
    t->old_mask = s->old_mask;
    t->root = s->root;
    atomic_store(&t->count, atomic_load(&s->count));
    lm_ets_shard_open(s, from->type, from->shard_count);
  }
}

// ---- buckets --------------------------------------------------------------------------------------------------------
//
// A shard that has more objects than buckets gets twice as many, but moves its objects there bit by bit, with each insert: the first
// `moved` of the old buckets are empty. A bucket's number stands for an old one as long as that has not moved; so each object is in one
// bucket whose number is below the number of the new ones, and walks need not know. While the table is fixed nothing moves.

static lm_ets_object **bucket_at(const lm_ets_shard *s, size_t number) {
  return s->old != NULL && number <= s->old_mask && number >= s->moved ? &s->old[number] : &s->buckets[number];
}

static size_t number_of(const lm_ets_shard *s, uint64_t hash) {
  if (s->old != NULL && (hash & s->old_mask) >= s->moved) return hash & s->old_mask;
  return hash & s->mask;
}

static lm_ets_object **bucket_of(const lm_ets_shard *s, uint64_t hash) { return bucket_at(s, number_of(s, hash)); }

// The link to the first object with that key, dead or alive, or to where one would be hung in.
static lm_ets_object **find(const lm_ets_table *t, const lm_ets_shard *s, uint64_t hash, lm_term key) {
  lm_ets_object **link = bucket_of(s, hash);
  while (*link != NULL && !((*link)->hash == hash && lm_equal_exact(lm_ets_key(t, *link), key))) link = &(*link)->next;
  return link;
}

static bool same_key(const lm_ets_table *t, const lm_ets_object *a, const lm_ets_object *b) {
  return a->hash == b->hash && lm_equal_exact(lm_ets_key(t, a), lm_ets_key(t, b));
}

// Moves one old bucket. Objects with equal keys stay together and in order.
static void move_bucket(lm_ets_shard *s) {
  lm_ets_object *reversed = NULL;
  for (lm_ets_object *o = s->old[s->moved]; o != NULL;) {
    lm_ets_object *next = o->next;
    o->next = reversed;
    reversed = o;
    o = next;
  }
  s->old[s->moved++] = NULL;
  while (reversed != NULL) {
    lm_ets_object *next = reversed->next, **bucket = &s->buckets[reversed->hash & s->mask];
    reversed->next = *bucket;
    *bucket = reversed;
    reversed = next;
  }
}

// The shard may be rearranged, and one object has come, or several.
static void make_room(lm_ets_shard *s) {
  size_t buckets = s->mask + 1, count = atomic_load_explicit(&s->count, memory_order_relaxed);
  if (s->old == NULL) {
    if (count <= buckets) return;
    s->old = s->buckets;
    s->old_mask = s->mask;
    s->moved = 0;
    while (buckets < count) buckets *= 2;
    s->buckets = lm_new_zeroed(buckets, sizeof *s->buckets);
    s->mask = buckets - 1;
    add_to(&s->words, buckets);
  }
  // With two or more for each object that comes all have moved before the new ones are too few.
  for (int i = 0; i < MOVED_AT_ONCE && s->moved <= s->old_mask; i++) move_bucket(s);
  if (s->moved <= s->old_mask) return;
  add_to(&s->words, (size_t)0 - (s->old_mask + 1));
  lm_delete(s->old);
  s->old = NULL;
}

// ---- looking up -----------------------------------------------------------------------------------------------------

lm_ets_object *lm_ets_live(lm_ets_object *o) {
  while (o != NULL && o->dead) o = o->next;
  return o;
}

// The first of the same key from `o` on that lives.
static lm_ets_object *live_same(const lm_ets_table *t, lm_ets_object *o) {
  for (lm_ets_object *first = o; o != NULL && (o == first || same_key(t, first, o)); o = o->next)
    if (!o->dead) return o;
  return NULL;
}

lm_ets_object *lm_ets_lookup(lm_proc *p, const lm_ets_access *a, lm_term key) {
  if (is_tree(a->table)) return lm_ets_tree_find(lm_runtime_of(p), a->table, a->shard->root, key);
  return live_same(a->table, *find(a->table, a->shard, a->hash, key));
}

lm_ets_object *lm_ets_lookup_next(const lm_ets_access *a, lm_ets_object *o) {
  if (a->table->type == LM_ETS_SET || is_tree(a->table)) return NULL;
  lm_ets_object *next = o->next;
  return next != NULL && same_key(a->table, o, next) ? live_same(a->table, next) : NULL;
}

lm_ets_object *lm_ets_bucket_from(const lm_ets_shard *s, size_t *bucket) {
  for (; *bucket <= s->mask; ++*bucket) {
    lm_ets_object *o = lm_ets_live(*bucket_at(s, *bucket));
    if (o != NULL) return o;
  }
  return NULL;
}

bool lm_ets_after(const lm_ets_access *a, lm_term key, lm_ets_object **after, size_t *bucket) {
  lm_ets_object *first = *find(a->table, a->shard, a->hash, key), *o = first;
  *bucket = number_of(a->shard, a->hash);
  if (o == NULL) return false;
  while (o != NULL && (o == first || same_key(a->table, first, o))) o = o->next;
  *after = lm_ets_live(o);
  return true;
}

// ---- changing -------------------------------------------------------------------------------------------------------

static void count_in(lm_ets_shard *s, const lm_ets_object *o) {
  add_to(&s->count, 1);
  add_to(&s->words, o->size);
}
static void count_out(lm_ets_shard *s, const lm_ets_object *o) {
  add_to(&s->count, (size_t)-1);
  add_to(&s->words, (size_t)0 - o->size);
}

// `object` takes the place of *link.
static void replace(lm_ets_shard *s, lm_ets_object **link, lm_ets_object *object, lm_pool *pool) {
  lm_ets_object *old = *link;
  object->hash = old->hash;
  object->next = old->next;
  *link = object;
  if (old->dead) {
    s->dead--;
  } else {
    count_out(s, old);
  }
  count_in(s, object);
  lm_ets_object_free(pool, old);
}

// An equal one among those with this key, dead or alive.
static lm_ets_object *equal_object(const lm_ets_table *t, lm_ets_object *first, lm_term tuple) {
  for (lm_ets_object *o = first; o != NULL && (o == first || same_key(t, first, o)); o = o->next)
    if (lm_equal_exact(lm_ets_term(o), tuple)) return o;
  return NULL;
}

void lm_ets_insert(lm_proc *p, const lm_ets_access *a, lm_ets_object *object) {
  const lm_ets_table *t = a->table;
  lm_ets_shard *s = a->shard;
  lm_pool *pool = lm_sched_pool(p->sched);
  if (is_tree(t)) {
    lm_ets_object *replaced = lm_ets_tree_insert(lm_runtime_of(p), t, &s->root, object);
    count_in(s, object);
    if (replaced == NULL) return;
    count_out(s, replaced);
    lm_ets_object_free(pool, replaced);
    return;
  }
  lm_ets_object **link = find(t, s, a->hash, lm_ets_key(t, object));
  if (t->type == LM_ETS_SET && *link != NULL) {
    replace(s, link, object, pool);
    return;
  }
  lm_ets_object *equal = t->type == LM_ETS_BAG ? equal_object(t, *link, lm_ets_term(object)) : NULL;
  if (equal != NULL) {
    if (equal->dead) {
      equal->dead = false;
      s->dead--;
      count_in(s, equal);
    }
    lm_ets_object_free(pool, object);
    return;
  }
  object->hash = a->hash;
  object->next = *link;
  *link = object;
  count_in(s, object);
  if (atomic_load(&t->fixed) == 0) make_room(s);
}

// Takes the object at *link away; answers the link to the one after it.
static lm_ets_object **take_away(const lm_ets_table *t, lm_ets_shard *s, lm_ets_object **link, lm_pool *pool) {
  lm_ets_object *o = *link;
  if (o->dead) return &o->next;
  count_out(s, o);
  if (atomic_load(&t->fixed) != 0) {
    o->dead = true;
    s->dead++;
    return &o->next;
  }
  *link = o->next;
  lm_ets_object_free(pool, o);
  return link;
}

size_t lm_ets_remove_key(lm_proc *p, const lm_ets_access *a, lm_term key) {
  const lm_ets_table *t = a->table;
  lm_ets_shard *s = a->shard;
  lm_pool *pool = lm_sched_pool(p->sched);
  if (is_tree(t)) {
    lm_ets_object *removed = lm_ets_tree_remove(lm_runtime_of(p), t, &s->root, key);
    if (removed == NULL) return 0;
    count_out(s, removed);
    lm_ets_object_free(pool, removed);
    return 1;
  }
  size_t before = atomic_load_explicit(&s->count, memory_order_relaxed);
  lm_ets_object **link = find(t, s, a->hash, key);
  // `key` may be the key of an object that goes with this, so the keys are compared before.
  while (*link != NULL && (*link)->hash == a->hash && lm_equal_exact(lm_ets_key(t, *link), key)) link = take_away(t, s, link, pool);
  return before - atomic_load_explicit(&s->count, memory_order_relaxed);
}

void lm_ets_remove(lm_proc *p, const lm_ets_access *a, lm_ets_object *object) {
  if (is_tree(a->table)) {
    lm_ets_remove_key(p, a, lm_ets_key(a->table, object));
    return;
  }
  lm_ets_object **link = bucket_of(a->shard, object->hash);
  while (*link != object) link = &(*link)->next;
  take_away(a->table, a->shard, link, lm_sched_pool(p->sched));
}

void lm_ets_replace(lm_proc *p, const lm_ets_access *a, lm_ets_object *old, lm_ets_object *object) {
  if (is_tree(a->table)) {
    lm_ets_insert(p, a, object);
    return;
  }
  lm_ets_object **link = bucket_of(a->shard, old->hash);
  while (*link != old) link = &(*link)->next;
  replace(a->shard, link, object, lm_sched_pool(p->sched));
}

// ---- the whole shard ------------------------------------------------------------------------------------------------

void lm_ets_shard_tidy(lm_ets_shard *s, lm_pool *pool) {
  if (s->buckets == NULL) return;
  for (size_t i = 0; i <= s->mask && s->dead > 0; i++) {
    for (lm_ets_object **link = bucket_at(s, i); *link != NULL;) {
      lm_ets_object *o = *link;
      if (!o->dead) {
        link = &o->next;
        continue;
      }
      *link = o->next;
      lm_ets_object_free(pool, o);
      s->dead--;
    }
  }
  make_room(s);
}

void lm_ets_shard_kill(const lm_ets_access *a, lm_ets_shard *s, lm_pool *pool) {
  for (size_t i = 0; i <= s->mask; i++) {
    for (lm_ets_object **link = bucket_at(s, i); *link != NULL;) link = take_away(a->table, s, link, pool);
  }
}
