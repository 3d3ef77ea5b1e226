// lm_ets_store.h: the objects of a table.
//
//   set, bag, duplicate_bag   a hash table of chains. Objects with equal keys (=:=) stand next to each other in their chain, the
//                             newest first
//   ordered_set               an AVL tree by the order of the keys (==)
//
// An object is one block: this header, then a tuple and all it refers to. Objects are immutable but for one thing: a counter or
// an element that is an immediate may be replaced by another immediate in place.
//
// While a hashed table is fixed its buckets are not rearranged, and a deleted object stays in its chain, marked dead, so that
// ets:next/2 goes on from it. A tree needs neither: the key after any key can be found.
//
// Who may touch it: whoever holds the lock of the shard. `access` is for the key of the object (lm_ets_enter) or for all.
#ifndef LM_ETS_STORE_H
#define LM_ETS_STORE_H

#include "ets/lm_ets.h"
#include "sched/lm_proc.h"

struct lm_ets_object {
  lm_ets_object *next;  // in the chain; in a tree: the left child
  lm_ets_object *right;
  uint64_t hash;
  lm_term *off_heap;
  uint32_t size;        // words of the whole block
  int8_t height;        // in a tree
  bool dead;
  lm_term words[];      // first of all the tuple
};

static inline lm_term lm_ets_term(const lm_ets_object *o) { return lm_boxed_at(o->words); }
static inline size_t lm_ets_keypos(const lm_ets_table *t) { return atomic_load_explicit(&t->keypos, memory_order_relaxed); }
static inline lm_term lm_ets_key(const lm_ets_table *t, const lm_ets_object *o) { return o->words[1 + lm_ets_keypos(t)]; }
static inline lm_term lm_ets_key_of(const lm_ets_table *t, lm_term tuple) { return lm_elements(tuple)[lm_ets_keypos(t)]; }

// A copy of `tuple` that belongs to no table yet.
lm_ets_object *lm_ets_object_of(lm_proc *p, lm_term tuple);
void lm_ets_object_free(lm_pool *pool, lm_ets_object *object);

void lm_ets_shard_open(lm_ets_shard *shard, enum lm_ets_type type, uint32_t shard_count);
// Nobody else gets at it: frees all objects, one for each of `left`, which goes down; false: there are more.
bool lm_ets_shard_close(lm_ets_shard *shard, lm_pool *pool, int64_t *left);

// The first object with that key that is not dead, and those after it (hashed types: in the order of the chain). NULL: no more.
lm_ets_object *lm_ets_lookup(lm_proc *p, const lm_ets_access *a, lm_term key);
lm_ets_object *lm_ets_lookup_next(const lm_ets_access *a, lm_ets_object *object);

// Takes the object over. Set, ordered_set: replaces one with the same key; bag: dropped if there is an equal one.
void lm_ets_insert(lm_proc *p, const lm_ets_access *a, lm_ets_object *object);

// All with that key. Answers how many.
size_t lm_ets_remove_key(lm_proc *p, const lm_ets_access *a, lm_term key);
// One that is in the shard. It is gone, or dead.
void lm_ets_remove(lm_proc *p, const lm_ets_access *a, lm_ets_object *object);

// Puts `object` in the place of `old`, which has an equal key, and frees `old`. Not for bags.
void lm_ets_replace(lm_proc *p, const lm_ets_access *a, lm_ets_object *old, lm_ets_object *object);

// Hashed types: buckets are numbered; a walk through all of a shard goes through its buckets and their chains.
lm_ets_object *lm_ets_live(lm_ets_object *object); // this one or the next in its chain that is not dead
// The first object of the first bucket from *bucket on that has one that lives; *bucket is its number. NULL: no more.
lm_ets_object *lm_ets_bucket_from(const lm_ets_shard *shard, size_t *bucket);
// Whether there is a key like this, dead or alive; *after: the first live object with another key behind it in its chain, or
// NULL; *bucket: the number of the bucket.
bool lm_ets_after(const lm_ets_access *a, lm_term key, lm_ets_object **after, size_t *bucket);

// Trees: the smallest, the largest, the next larger or smaller one; `key` need not be there. NULL: there is none.
lm_ets_object *lm_ets_tree_end(const lm_ets_shard *shard, bool largest);
lm_ets_object *lm_ets_tree_beside(lm_proc *p, const lm_ets_access *a, lm_term key, bool larger);
// For lm_ets_store.c. The tree grows or shrinks by one. insert: answers the object that was replaced, or NULL.
lm_ets_object *lm_ets_tree_find(lumen_runtime *rt, const lm_ets_table *t, lm_ets_object *root, lm_term key);
lm_ets_object *lm_ets_tree_insert(lumen_runtime *rt, const lm_ets_table *t, lm_ets_object **root, lm_ets_object *object);
lm_ets_object *lm_ets_tree_remove(lumen_runtime *rt, const lm_ets_table *t, lm_ets_object **root, lm_term key);
bool lm_ets_tree_free(lm_ets_object **root, lm_pool *pool, int64_t *left); // as lm_ets_shard_close

// The shard is fixed no more: dead objects go, and it gets as many buckets as it should have.
void lm_ets_shard_tidy(lm_ets_shard *shard, lm_pool *pool);

// All objects of the table, which is locked, and not fixed if it is hashed, go to `to`, whose shards are closed and as many. Afterwards
// they are open, and those of the table empty.
void lm_ets_move_all(lm_ets_table *from, lm_ets_table *to);
// All objects of the shard of a hashed and fixed table die.
void lm_ets_shard_kill(const lm_ets_access *a, lm_ets_shard *shard, lm_pool *pool);

#endif
