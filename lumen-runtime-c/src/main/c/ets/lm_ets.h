// lm_ets.h: the tables of ETS: finding, locking, owning. What is stored and how: lm_ets_store.h.
//
// A table consists of shards. Each shard is a complete small table with a lock of its own, which holds the objects whose
// keys' hashes begin with its number. Most tables have one shard; one with {write_concurrency, _} has LM_ETS_SHARDS, so that
// processes which use different keys seldom meet. Whoever reads takes the lock too: what is found is copied to the heap of
// the process before the lock is given back, or kept while it is copied (lm_ets_store.h), so no term outside a table ever points into one.
//
//   tid --> lm_refc --> table        atom --> lm_ets.names --> table
//
// What was in a deleted table is freed at once if it is little, else by a process that ends (lm_process_new_ending), a slice at a time.
//
// The memory of a table is type-stable: a deleted table is used again for another one, and given back only when the runtime
// is closed. So whoever came by way of a name may lock a shard first and look afterwards whether the table is still the one
// that it wanted. A tid holds a count (lm_refc), and a table is not used again before the last one is gone.
//
// Who may touch it: any thread.
//   - the fields up to `shards`: written with all locks of the table held; read with one of them held, or by the owner
//   - the list of tables of a process, owners and heirs, fixations: lm_ets.lock
//   - a private table takes no locks: nobody but its owner gets in
// Order of locks: lm_ets.lock, then shards from the first to the last, then lm_ets.free_lock.
#ifndef LM_ETS_H
#define LM_ETS_H

#include "heap/lm_heap.h"
#include "lumen.h"
#include "memory/lm_registry.h"
#include "platform/lm_platform.h"

enum { LM_ETS_SHARDS = 64 };

enum lm_ets_type { LM_ETS_SET, LM_ETS_BAG, LM_ETS_DUPLICATE_BAG, LM_ETS_ORDERED_SET };
enum lm_ets_protection { LM_ETS_PUBLIC, LM_ETS_PROTECTED, LM_ETS_PRIVATE };

typedef struct lm_ets_object lm_ets_object;
typedef struct lm_ets_table lm_ets_table;
typedef struct lm_ets_node lm_ets_node;

typedef struct lm_ets_shard {
  lm_mutex lock;
  lm_ets_object ***segments; // hashed types: of buckets
  size_t buckets;
  size_t room;               // buckets that there is memory for
  size_t mask;               // the least power of two that is not less than `buckets`, less 1
  size_t dead;               // objects that are deleted but kept, because the table is fixed
  uint32_t walks;            // that stand between two buckets: these are not rearranged
  uint32_t found_at;         // ordered_set: where the last object was found beside another, in the leaf `found` (NULL: nowhere)
  lm_ets_node *found;
  lm_ets_node *root;
  _Atomic size_t count;      // objects that are not dead; written with the lock held
  _Atomic size_t words;      // of memory; likewise
  uint64_t apart[5];         // from the next one, which another processor may write to
} lm_ets_shard;

// A process that keeps the table from being rearranged (ets:safe_fixtable/2).
typedef struct lm_ets_fixation {
  struct lm_ets_fixation *next;
  lm_term pid;
  size_t count;
} lm_ets_fixation;

struct lm_ets_table {
  bool alive;
  bool named;
  bool read_concurrency, write_concurrency, automatic, decentralized, compressed; // what was asked for, for ets:info
  _Atomic(enum lm_ets_type) type; // atomic like keypos: looked at before a lock is held, and again afterwards
  _Atomic int protection;    // enum lm_ets_protection
  _Atomic bool locking;      // false as long as it was always private
  _Atomic size_t keypos;     // from 0
  lm_term name;
  uint64_t unique;           // of its tid
  lm_refc *refc;             // what tids point to; the table itself holds one count while it is alive
  _Atomic lm_term owner;
  _Atomic int fixed;         // fixations, counted
  uint64_t salt;             // of the hashes of keys; never changes, like shard_count and shards
  uint32_t shard_count;
  lm_ets_object *pending;    // of a list that is being inserted, piece by piece: what is not in the shards yet
  lm_ets_shard *shards;
  // lm_ets.lock
  lm_ets_fixation *fixations;
  int64_t fixed_since;       // monotonic, nanoseconds
  lm_term heir;              // pid or LM_NONE
  lm_fragment *heir_data;
  lm_ets_table *next_owned;  // of the same process
  lm_ets_table **owned_link;
  lm_ets_table *next;        // all tables alive; or of the same size, to be used again
  lm_ets_table **link;
  lm_ets_table *older;       // in lm_ets.all_memory
};

// The bytes of the lm_refc of a table.
typedef struct lm_ets_handle {
  uint64_t kind; // LM_RESOURCE_TABLE
  lumen_runtime *runtime;
  lm_ets_table *table;
} lm_ets_handle;

static inline lm_ets_handle *lm_ets_handle_of(lm_refc *refc) { return (lm_ets_handle *)(void *)refc->bytes; }

// Of a runtime.
typedef struct lm_ets {
  uint64_t salt;
  lm_mutex lock;
  lm_registry names;          // atom -> table
  lm_ets_table *tables;       // alive
  lm_mutex free_lock;         // the next; taken last, since a tid may go at any time
  lm_ets_table *free[2];      // to be used again: of one shard, of LM_ETS_SHARDS
  lm_ets_table *all_memory;   // every table there ever was
  size_t count;
} lm_ets;

void lm_ets_init(lm_ets *ets, uint64_t salt);
void lm_ets_close(lumen_runtime *rt);  // no process is left: deletes all tables
void lm_ets_destroy(lm_ets *ets);      // no tid is left anywhere

// ---- making and ending ----------------------------------------------------------------------------------------------

typedef struct lm_ets_options {
  enum lm_ets_type type;
  enum lm_ets_protection protection;
  size_t keypos; // from 0
  bool named, read_concurrency, write_concurrency, automatic, decentralized, compressed; // automatic: {write_concurrency, auto}
  lm_term heir, heir_data; // LM_NONE: none
} lm_ets_options;

// NULL: there is a table of that name.
lm_ets_table *lm_ets_new(lm_proc *p, lm_term name, const lm_ets_options *options);

// The tid, or the name of a named table; with a lock of the table held, or lm_ets.lock. Allocates.
lm_term lm_ets_id(lm_proc *p, lm_ets_table *table);
lm_term lm_ets_tid(lm_proc *p, lm_ets_table *table);

// The table that a tid or a name stands for; NULL. It may end at any moment; so this is for lm_ets_enter and for owners.
lm_ets_table *lm_ets_find(lumen_runtime *rt, lm_term id);

// All of these answer false when there is no such table or p has no right to it.
bool lm_ets_delete(lm_proc *p, lm_term id);
// All objects; *count: how many there were.
bool lm_ets_delete_all(lm_proc *p, lm_term id, size_t *count);
// The owner becomes `pid`, and is sent {'ETS-TRANSFER', Tid, p, Data}. False also when there is no such process.
bool lm_ets_give_away(lm_proc *p, lm_term id, lm_term pid, lm_term data);
// `protection`: enum lm_ets_protection, or -1: as it is. `heir` LM_NONE: none.
bool lm_ets_set_options(lm_proc *p, lm_term id, int protection, bool with_heir, lm_term heir, lm_term data);
bool lm_ets_rename(lm_proc *p, lm_term id, lm_term name); // false also when the name is taken
bool lm_ets_fix(lm_proc *p, lm_term id, bool fix);        // one fixation more or less

// p ends: its tables go to their heirs or are deleted, its fixations are given back. p is in no pid table any more. `left`: so much
// may be done, and goes down; false: there is more to do.
bool lm_ets_owner_ended(lm_proc *p, int64_t *left);
void lm_ets_forget_fixations(lm_proc *p); // all of them

// ---- getting in -----------------------------------------------------------------------------------------------------

enum lm_ets_right { LM_ETS_READ, LM_ETS_WRITE, LM_ETS_LOOK }; // LOOK: only at what everybody may know

typedef struct lm_ets_access {
  lm_ets_table *table;
  lm_ets_shard *shard; // the one that is locked, or the first
  uint64_t hash;       // of the key
  uint64_t unique;     // of the table's tid
  lm_ets_object *garbage; // large objects that are no more in the table, to be freed without a lock
  bool all;            // all are locked
  bool locked;
} lm_ets_access;

// Locks the shard of the key, or all shards. False: there is no such table, or p has not that right; then nothing is locked.
bool lm_ets_enter(lm_proc *p, lm_term id, enum lm_ets_right right, lm_term key, lm_ets_access *access);
bool lm_ets_enter_all(lm_proc *p, lm_term id, enum lm_ets_right right, lm_ets_access *access);
// To write: the shard of the key of a tuple. False also when it is too small to have one.
bool lm_ets_enter_object(lm_proc *p, lm_term id, lm_term tuple, lm_ets_access *access);
// Locks the shard with that number, for going through a table bit by bit.
bool lm_ets_enter_shard(lm_proc *p, lm_term id, enum lm_ets_right right, uint32_t number, lm_ets_access *access);
// badarg, and why, as far as the table is to blame: no id at all, of no table, no such right. To be called without locks.
lm_term lm_ets_badarg(lm_proc *p, lm_term id, enum lm_ets_right right);

void lm_ets_leave_slowly(lm_proc *p, lm_ets_access *access);
static inline void lm_ets_leave(lm_proc *p, lm_ets_access *a) {
  if (a->all || !a->locked || a->garbage != NULL) {
    lm_ets_leave_slowly(p, a);
  } else {
    lm_mutex_unlock(&a->shard->lock);
  }
}
// After leaving: locks the same again. False: that table is no more; then nothing is locked.
bool lm_ets_return(lm_proc *p, lm_ets_access *access);
// With all locked: makes the access one for that key.
void lm_ets_at(lm_ets_access *access, lm_term key);

// With all locked: inserts the objects, which have the keys that the table wants, and leaves. Others may have turns meanwhile; but
// whoever wants to get in inserts what is pending first, so nobody sees a part of the list.
void lm_ets_insert_and_leave(lm_proc *p, lm_ets_access *access, lm_ets_object *objects);

// Between two pieces of something long: no lock is held.
void lm_ets_give_way(lm_proc *p, uint64_t reductions);

// All locks of a table that nobody can get into, or of lm_ets.lock's holder.
void lm_ets_lock_all(lm_ets_table *table);
void lm_ets_unlock_all(lm_ets_table *table);

// Takes lm_ets.lock, for what is done to the table as a whole; p may wait for its turn before. Until it is given back p must not.
void lm_ets_lock(lm_proc *p, lm_term id);
void lm_ets_unlock(lm_proc *p);

static inline uint32_t lm_ets_shard_number(const lm_ets_access *a) { return (uint32_t)(a->shard - a->table->shards); }

size_t lm_ets_size(const lm_ets_table *table);  // objects
size_t lm_ets_words(const lm_ets_table *table); // of memory

#endif
