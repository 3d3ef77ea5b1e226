// lm_ets_store.h: the objects of a table.
//
//   set, bag, duplicate_bag   a hash table of chains. Objects with equal keys (=:=) stand next to each other in their chain, the
//                             newest first
//   ordered_set               a tree by the order of the keys (==): lm_ets_tree.h
//
// An object is one block: this header, then a tuple and all it refers to. Objects are immutable but for one thing: a counter or
// an element that is an immediate may be replaced by another immediate in place, unless the object is kept. Whoever has found an object
// with the lock held may keep it (lm_ets_keep) and read it without the lock, until it is given back (lm_ets_object_free). So are large
// objects (lm_ets_is_large) copied to heaps: nobody waits for that.
//
// While a hashed table is fixed its buckets are not rearranged, and a deleted object stays in its chain, marked dead, so that
// ets:next/2 goes on from it. A tree needs neither: the key after any key can be found.
//
// Who may touch it: whoever holds the lock of the shard. `access` is for the key of the object (lm_ets_enter) or for all.
#ifndef LM_ETS_STORE_H
#define LM_ETS_STORE_H

#include "ets/lm_ets.h"
#include "memory/lm_pool.h"
#include "process/lm_proc.h"

struct lm_ets_object {
  lm_ets_object *next;  // in the chain
  uint64_t hash;
  lm_term *off_heap;
  uint32_t used;        // words of terms
  _Atomic uint32_t refs; // LM_ETS_REF for the table, and for each who keeps it; LM_ETS_DEAD
  lm_term words[];      // first of all the tuple
};
// A pair {Key, Value} without parts takes 8 words in all: one line of the cache.

enum { LM_ETS_DEAD = 1, LM_ETS_REF = 2 };

static inline lm_term lm_ets_term(const lm_ets_object *o) { return lm_boxed_at(o->words); }
static inline size_t lm_ets_keypos(const lm_ets_table *t) { return atomic_load_explicit(&t->keypos, memory_order_relaxed); }
static inline lm_term lm_ets_key(const lm_ets_table *t, const lm_ets_object *o) { return o->words[1 + lm_ets_keypos(t)]; }
static inline lm_term lm_ets_key_of(const lm_ets_table *t, lm_term tuple) { return lm_elements(tuple)[lm_ets_keypos(t)]; }

// A copy of `tuple` that belongs to no table yet. To be called without locks if it may be large.
lm_ets_object *lm_ets_object_of(lm_proc *p, lm_term tuple);
// The table, or one who keeps it, has it no more. The last one frees it.
void lm_ets_object_free(lm_pool *pool, lm_ets_object *object);

static inline bool lm_ets_is_large(const lm_ets_object *o) { return o->used > 512; } // words
static inline void lm_ets_keep(lm_ets_object *o) { atomic_fetch_add_explicit(&o->refs, LM_ETS_REF, memory_order_relaxed); }
// With the lock held: somebody keeps it. Else it may be changed in place.
static inline bool lm_ets_is_kept(const lm_ets_object *o) { return atomic_load_explicit(&o->refs, memory_order_acquire) >= 2 * LM_ETS_REF; }
static inline bool lm_ets_is_dead(const lm_ets_object *o) { return atomic_load_explicit(&o->refs, memory_order_relaxed) & LM_ETS_DEAD; }
// The tuple, copied to the heap of p.
lm_term lm_ets_copy_out(lm_proc *p, const lm_ets_object *object);
lm_term lm_ets_list_out(lm_proc *p, const lm_ets_object *object); // in a list of its own

void lm_ets_shard_open(lm_ets_shard *shard, enum lm_ets_type type, uint32_t shard_count);
// Nobody else gets at it: frees all objects, one for each of `left`, which goes down; false: there are more.
bool lm_ets_shard_close(lm_ets_shard *shard, lm_pool *pool, int64_t *left);

// The first object with that key that is not dead, and those after it (hashed types: in the order of the chain). NULL: no more.
lm_ets_object *lm_ets_lookup(lm_proc *p, const lm_ets_access *a, lm_term key);
lm_ets_object *lm_ets_lookup_next(const lm_ets_access *a, lm_ets_object *object);

// Takes the object over. Set, ordered_set: replaces one with the same key; bag: dropped if there is an equal one.
void lm_ets_insert(lm_proc *p, lm_ets_access *a, lm_ets_object *object);

// All with that key. Answers how many. The key may lie in one of them.
size_t lm_ets_remove_key(lm_proc *p, lm_ets_access *a, lm_term key);
// One that is in the shard. It is gone, or dead.
void lm_ets_remove(lm_proc *p, lm_ets_access *a, lm_ets_object *object);

// Puts `object` in the place of `old`, which has an equal key, and frees `old`. Not for bags.
void lm_ets_replace(lm_proc *p, lm_ets_access *a, lm_ets_object *old, lm_ets_object *object);

// Hashed types: buckets are numbered; a walk through all of a shard goes through its buckets and their chains.
lm_ets_object *lm_ets_live(lm_ets_object *object); // this one or the next in its chain that is not dead
lm_ets_object *lm_ets_bucket(const lm_ets_shard *shard, size_t bucket); // its first object that lives
// The first object of the first bucket from *bucket on that has one that lives; *bucket is its number. NULL: no more.
lm_ets_object *lm_ets_bucket_from(const lm_ets_shard *shard, size_t *bucket);
// Whether there is a key like this, dead or alive; *after: the first live object with another key behind it in its chain, or
// NULL; *bucket: the number of the bucket.
bool lm_ets_after(const lm_ets_access *a, lm_term key, lm_ets_object **after, size_t *bucket);

// The table is fixed no more: dead objects go, from that bucket of the shard on, of at most so many. True: all are gone.
bool lm_ets_shard_tidy(lm_proc *p, lm_ets_access *a, size_t *bucket, size_t most);

// All objects of the table, which is locked, and not fixed if it is hashed, go to `to`, whose shards are closed and as many. Afterwards
// they are open, and those of the table empty.
void lm_ets_move_all(lm_ets_table *from, lm_ets_table *to);
// All objects of the shard of a hashed and fixed table die.
void lm_ets_shard_kill(lm_proc *p, lm_ets_access *a, lm_ets_shard *shard);

#endif
