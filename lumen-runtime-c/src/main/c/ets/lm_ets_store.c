#include "ets/lm_ets_store.h"

#include <string.h>

#include "ets/lm_ets_tree.h"
#include "heap/lm_copy.h"
#include "memory/lm_memory.h"
#include "sched/lm_sched.h"
#include "term/lm_compare.h"
#include "term/lm_hash.h"

enum { HEADER_WORDS = (sizeof(lm_ets_object) + sizeof(lm_term) - 1) / sizeof(lm_term), FIRST_BUCKETS = 16, BUCKETS_AS_ONE = 16 };

// ---- objects --------------------------------------------------------------------------------------------------------

// A tuple of the same size without what has parts: measuring it was given up.
static void outline(lm_term *to, lm_term tuple) {
  size_t arity = lm_tuple_size(tuple);
  to[0] = LM_HEADER(LM_KIND_TUPLE, 0, arity);
  for (size_t i = 0; i < arity; i++) to[1 + i] = lm_is_pointer(lm_elements(tuple)[i]) ? LM_NIL : lm_elements(tuple)[i];
}

static bool has_no_parts(lm_term tuple) {
  lm_term pointers = 0;
  for (size_t i = 0; i < lm_tuple_size(tuple); i++) pointers |= lm_is_pointer(lm_elements(tuple)[i]);
  return pointers == 0;
}

static lm_ets_object *new_object(lm_proc *p, size_t words) {
  size_t size;
  lm_ets_object *o = (lm_ets_object *)lm_pool_take(lm_sched_pool(p->sched), HEADER_WORDS + words, &size);
  *o = (lm_ets_object){.used = (uint32_t)words, .refs = LM_ETS_REF};
  return o;
}

// Words of its block.
static size_t size_of(const lm_ets_object *o) { return lm_pool_size(HEADER_WORDS + o->used); }

lm_ets_object *lm_ets_object_of(lm_proc *p, lm_term tuple) {
  if (has_no_parts(tuple)) {
    size_t words = 1 + lm_tuple_size(tuple);
    lm_ets_object *o = new_object(p, words);
    for (size_t i = 0; i < words; i++) o->words[i] = ((const lm_term *)lm_pointer(tuple))[i];
    return o;
  }
  size_t words = lm_copy_size(tuple);
  bool given_up = words == 0;
  if (given_up) words = 1 + lm_tuple_size(tuple);
  lm_ets_object *o = new_object(p, words);
  lm_term *top = o->words;
  if (given_up) {
    outline(top, tuple);
  } else {
    lm_copy_to(tuple, words, &top, &o->off_heap); // the tuple itself comes first
  }
  return o;
}

void lm_ets_object_free(lm_pool *pool, lm_ets_object *o) {
  if (lm_ets_is_kept(o) && atomic_fetch_sub_explicit(&o->refs, LM_ETS_REF, memory_order_acq_rel) >= 2 * LM_ETS_REF) return;
  lm_off_heap_release(o->off_heap);
  lm_pool_give(pool, (lm_term *)o, size_of(o));
}

static bool has_parts(const lm_ets_object *o) { return o->used != 1 + lm_tuple_size(lm_ets_term(o)); }

// Most tuples are small: a call to memcpy would cost more than the copy.
static lm_term copy_words(lm_term *copy, const lm_ets_object *o) {
  enum { FEW = 8 };
  if (o->used > FEW) {
    memcpy(copy, o->words, o->used * sizeof(lm_term));
  } else {
    for (size_t i = 0; i < o->used; i++) copy[i] = o->words[i];
  }
  return lm_boxed_at(copy);
}

lm_term lm_ets_copy_out(lm_proc *p, const lm_ets_object *o) {
  return has_parts(o) ? lm_copy_block_in(p, o->words, o->used, lm_ets_term(o)) : copy_words(lm_alloc(p, o->used), o);
}

lm_term lm_ets_list_out(lm_proc *p, const lm_ets_object *o) {
  if (has_parts(o)) return lm_cons(p, lm_ets_copy_out(p, o), LM_NIL);
  lm_term *cell = lm_alloc(p, 2 + o->used);
  cell[0] = copy_words(cell + 2, o);
  cell[1] = LM_NIL;
  return lm_cons_at(cell);
}

// An object that was taken out of the table.
static void discard(lm_proc *p, lm_ets_access *a, lm_ets_object *o) {
  if (lm_ets_is_large(o) && !lm_ets_is_kept(o)) {
    o->next = a->garbage;
    a->garbage = o;
  } else {
    lm_ets_object_free(lm_sched_pool(p->sched), o);
  }
}

// ---- shards ---------------------------------------------------------------------------------------------------------

static bool is_tree(const lm_ets_table *t) { return t->type == LM_ETS_ORDERED_SET; }

static void add_to(_Atomic size_t *n, size_t delta) { // the lock is held
  atomic_store_explicit(n, atomic_load_explicit(n, memory_order_relaxed) + delta, memory_order_relaxed);
}

void lm_ets_shard_open(lm_ets_shard *s, enum lm_ets_type type, uint32_t shard_count) {
  size_t buckets = type == LM_ETS_ORDERED_SET ? 0 : shard_count > 1 ? FIRST_BUCKETS / 4 : FIRST_BUCKETS;
  s->segments = NULL;
  s->buckets = s->room = buckets;
  s->mask = buckets == 0 ? 0 : buckets - 1;
  if (buckets > 0) {
    s->segments = lm_new(sizeof *s->segments);
    s->segments[0] = lm_new_zeroed(buckets, sizeof **s->segments);
  }
  s->root = s->found = NULL;
  s->dead = 0;
  atomic_store(&s->count, 0);
  atomic_store(&s->words, buckets);
}

void lm_ets_move_all(lm_ets_table *from, lm_ets_table *to) {
  for (uint32_t i = 0; i < from->shard_count; i++) {
    lm_ets_shard *s = &from->shards[i], *t = &to->shards[i];
    t->segments = s->segments;
    t->buckets = s->buckets;
    t->room = s->room;
    t->mask = s->mask;
    t->root = s->root;
    atomic_store(&t->count, atomic_load(&s->count));
    atomic_store(&t->words, atomic_load(&s->words));
    lm_ets_shard_open(s, from->type, from->shard_count);
  }
}

// ---- buckets --------------------------------------------------------------------------------------------------------
//
// Linear hashing (Litwin, 1980): a shard that has more objects than buckets gets one more, which takes its objects from one other. So no
// insert waits for more than that. Buckets lie in segments of one size; only the first begins smaller. While the table is fixed,
// or a walk stands between two buckets, or dead objects wait to be found again, there are no new buckets.

enum { SEGMENT = 1024, SPLIT_AT_ONCE = 4 };

static lm_ets_object **bucket_at(const lm_ets_shard *s, size_t number) { return &s->segments[number / SEGMENT][number % SEGMENT]; }

static size_t number_of(const lm_ets_shard *s, uint64_t hash) {
  size_t number = hash & s->mask;
  return number < s->buckets ? number : number & s->mask >> 1;
}

static lm_ets_object **bucket_of(const lm_ets_shard *s, uint64_t hash) { return bucket_at(s, number_of(s, hash)); }

static void make_memory(lm_ets_shard *s) {
  size_t more = s->room < SEGMENT ? s->room : SEGMENT, segment = s->room / SEGMENT;
  if (segment == 0) {
    s->segments[0] = lm_resize(s->segments[0], 2 * s->room * sizeof **s->segments);
    memset(s->segments[0] + s->room, 0, more * sizeof **s->segments);
  } else {
    // The list of segments doubles.
    if ((segment & (segment - 1)) == 0) s->segments = lm_resize(s->segments, 2 * segment * sizeof *s->segments);
    s->segments[segment] = lm_new_zeroed(SEGMENT, sizeof **s->segments);
  }
  s->room += more;
  add_to(&s->words, more);
}

// One more bucket. Objects with equal keys stay together and in order.
static void split(lm_ets_shard *s) {
  if (s->buckets == s->room) make_memory(s);
  size_t number = s->buckets++;
  if (number > s->mask) s->mask = 2 * s->mask + 1;
  lm_ets_object **stay = bucket_at(s, number & s->mask >> 1), **go = bucket_at(s, number), *o = *stay;
  for (; o != NULL; o = o->next) {
    lm_ets_object ***link = (o->hash & s->mask) == number ? &go : &stay;
    **link = o;
    *link = &o->next;
  }
  *stay = *go = NULL;
}

static void make_room(const lm_ets_table *t, lm_ets_shard *s) {
  size_t count = atomic_load_explicit(&s->count, memory_order_relaxed);
  if (s->buckets >= count || s->dead > 0 || s->walks > 0 || atomic_load_explicit(&t->fixed, memory_order_relaxed) > 0) return;
  for (int i = 0; i < SPLIT_AT_ONCE && s->buckets < count; i++) split(s);
}

// Frees the objects, the last bucket first.
static bool free_buckets(lm_ets_shard *s, lm_pool *pool, int64_t *left) {
  if (s->segments == NULL) return true;
  for (; s->buckets > 0; s->buckets--) {
    size_t number = s->buckets - 1;
    lm_ets_object **bucket = bucket_at(s, number);
    for (lm_ets_object *o; (o = *bucket) != NULL;) {
      if ((*left)-- <= 0) return false;
      *bucket = o->next;
      lm_ets_object_free(pool, o);
    }
    if (number % BUCKETS_AS_ONE == 0 && (*left)-- <= 0) return false;
    if (number % SEGMENT == 0) lm_delete(s->segments[number / SEGMENT]);
  }
  lm_delete(s->segments);
  s->segments = NULL;
  return true;
}

bool lm_ets_shard_close(lm_ets_shard *s, lm_pool *pool, int64_t *left) {
  return lm_ets_tree_free(s, pool, left) && free_buckets(s, pool, left);
}

// The link to the first object with that key, dead or alive, or to where one would be hung in.
static lm_ets_object **find(const lm_ets_table *t, const lm_ets_shard *s, uint64_t hash, lm_term key) {
  lm_ets_object **link = bucket_of(s, hash);
  while (*link != NULL && !((*link)->hash == hash && lm_equal_exact(lm_ets_key(t, *link), key))) link = &(*link)->next;
  return link;
}

static bool same_key(const lm_ets_table *t, const lm_ets_object *a, const lm_ets_object *b) {
  return a->hash == b->hash && lm_equal_exact(lm_ets_key(t, a), lm_ets_key(t, b));
}

// ---- looking up -----------------------------------------------------------------------------------------------------

lm_ets_object *lm_ets_live(lm_ets_object *o) {
  while (o != NULL && lm_ets_is_dead(o)) o = o->next;
  return o;
}

// The first of the same key from `o` on that lives.
static lm_ets_object *live_same(const lm_ets_table *t, lm_ets_object *o) {
  for (lm_ets_object *first = o; o != NULL && (o == first || same_key(t, first, o)); o = o->next)
    if (!lm_ets_is_dead(o)) return o;
  return NULL;
}

lm_ets_object *lm_ets_lookup(lm_proc *p, const lm_ets_access *a, lm_term key) {
  if (is_tree(a->table)) return lm_ets_tree_find(p, a, key);
  return live_same(a->table, *find(a->table, a->shard, a->hash, key));
}

lm_ets_object *lm_ets_lookup_next(const lm_ets_access *a, lm_ets_object *o) {
  if (a->table->type == LM_ETS_SET || is_tree(a->table)) return NULL;
  lm_ets_object *next = o->next;
  return next != NULL && same_key(a->table, o, next) ? live_same(a->table, next) : NULL;
}

lm_ets_object *lm_ets_bucket(const lm_ets_shard *s, size_t bucket) { return lm_ets_live(*bucket_at(s, bucket)); }

lm_ets_object *lm_ets_bucket_from(const lm_ets_shard *s, size_t *bucket) {
  for (; *bucket < s->buckets; ++*bucket) {
    lm_ets_object *o = lm_ets_bucket(s, *bucket);
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
  add_to(&s->words, size_of(o));
}
static void count_out(lm_ets_shard *s, const lm_ets_object *o) {
  add_to(&s->count, (size_t)-1);
  add_to(&s->words, (size_t)0 - size_of(o));
}

static void count_replaced(lm_ets_shard *s, const lm_ets_object *old, const lm_ets_object *object) {
  if (old->used != object->used) add_to(&s->words, size_of(object) - size_of(old));
}

// `object` takes the place of *link.
static void replace(lm_proc *p, lm_ets_access *a, lm_ets_object **link, lm_ets_object *object) {
  lm_ets_shard *s = a->shard;
  lm_ets_object *old = *link;
  object->hash = old->hash;
  object->next = old->next;
  *link = object;
  if (lm_ets_is_dead(old)) {
    s->dead--;
    count_in(s, object);
  } else {
    count_replaced(s, old, object);
  }
  discard(p, a, old);
}

// An equal one among those with this key, dead or alive.
static lm_ets_object *equal_object(const lm_ets_table *t, lm_ets_object *first, lm_term tuple) {
  for (lm_ets_object *o = first; o != NULL && (o == first || same_key(t, first, o)); o = o->next)
    if (lm_equal_exact(lm_ets_term(o), tuple)) return o;
  return NULL;
}

void lm_ets_insert(lm_proc *p, lm_ets_access *a, lm_ets_object *object) {
  const lm_ets_table *t = a->table;
  lm_ets_shard *s = a->shard;
  if (is_tree(t)) {
    lm_ets_object *replaced = lm_ets_tree_insert(p, a, object);
    if (replaced == NULL) {
      count_in(s, object);
    } else {
      count_replaced(s, replaced, object);
      discard(p, a, replaced);
    }
    return;
  }
  lm_ets_object **link = find(t, s, a->hash, lm_ets_key(t, object));
  if (t->type == LM_ETS_SET && *link != NULL) {
    replace(p, a, link, object);
    return;
  }
  lm_ets_object *equal = t->type == LM_ETS_BAG ? equal_object(t, *link, lm_ets_term(object)) : NULL;
  if (equal != NULL) {
    if (lm_ets_is_dead(equal)) {
      atomic_fetch_and_explicit(&equal->refs, ~(uint32_t)LM_ETS_DEAD, memory_order_relaxed);
      s->dead--;
      count_in(s, equal);
    }
    discard(p, a, object);
    return;
  }
  object->hash = a->hash;
  object->next = *link;
  *link = object;
  count_in(s, object);
  make_room(t, s);
}

// Takes the object at *link away; answers the link to the one after it.
static lm_ets_object **take_away(lm_proc *p, lm_ets_access *a, lm_ets_shard *s, lm_ets_object **link) {
  lm_ets_object *o = *link;
  if (lm_ets_is_dead(o)) return &o->next;
  count_out(s, o);
  if (atomic_load_explicit(&a->table->fixed, memory_order_relaxed) != 0) {
    atomic_fetch_or_explicit(&o->refs, LM_ETS_DEAD, memory_order_relaxed);
    s->dead++;
    return &o->next;
  }
  *link = o->next;
  discard(p, a, o);
  return link;
}

size_t lm_ets_remove_key(lm_proc *p, lm_ets_access *a, lm_term key) {
  const lm_ets_table *t = a->table;
  lm_ets_shard *s = a->shard;
  if (is_tree(t)) {
    lm_ets_object *removed = lm_ets_tree_remove(p, a, key);
    if (removed == NULL) return 0;
    count_out(s, removed);
    discard(p, a, removed);
    return 1;
  }
  size_t before = atomic_load_explicit(&s->count, memory_order_relaxed);
  lm_ets_object **link = find(t, s, a->hash, key), *first = *link;
  if (first == NULL) return 0;
  // What comes next is compared with the first while that is there.
  lm_ets_object *end = first->next;
  if (t->type != LM_ETS_SET)
    while (end != NULL && same_key(t, first, end)) end = end->next;
  while (*link != end) link = take_away(p, a, s, link);
  return before - atomic_load_explicit(&s->count, memory_order_relaxed);
}

void lm_ets_remove(lm_proc *p, lm_ets_access *a, lm_ets_object *object) {
  if (is_tree(a->table)) {
    lm_ets_remove_key(p, a, lm_ets_key(a->table, object));
    return;
  }
  lm_ets_object **link = bucket_of(a->shard, object->hash);
  while (*link != object) link = &(*link)->next;
  take_away(p, a, a->shard, link);
}

void lm_ets_replace(lm_proc *p, lm_ets_access *a, lm_ets_object *old, lm_ets_object *object) {
  if (is_tree(a->table)) {
    lm_ets_insert(p, a, object);
    return;
  }
  lm_ets_object **link = bucket_of(a->shard, old->hash);
  while (*link != old) link = &(*link)->next;
  replace(p, a, link, object);
}

// ---- the whole shard ------------------------------------------------------------------------------------------------

bool lm_ets_shard_tidy(lm_proc *p, lm_ets_access *a, size_t *bucket, size_t most) {
  lm_ets_shard *s = a->shard;
  for (; *bucket < s->buckets && s->dead > 0 && most > 0; ++*bucket, most--) {
    for (lm_ets_object **link = bucket_at(s, *bucket); *link != NULL;) {
      lm_ets_object *o = *link;
      if (!lm_ets_is_dead(o)) {
        link = &o->next;
        continue;
      }
      *link = o->next;
      discard(p, a, o);
      s->dead--;
    }
  }
  return *bucket >= s->buckets || s->dead == 0;
}

void lm_ets_shard_kill(lm_proc *p, lm_ets_access *a, lm_ets_shard *s) {
  for (size_t i = 0; i < s->buckets; i++) {
    for (lm_ets_object **link = bucket_at(s, i); *link != NULL;) link = take_away(p, a, s, link);
  }
}
