// Getting into a table: how it is found, who may, and the locks; and lists that are inserted piece by piece.
#include "ets/lm_ets.h"

#include "ets/lm_ets_store.h"
#include "lumen_atoms.h"
#include "process/lm_runtime.h"
#include "sched/lm_sched.h"
#include "term/lm_error.h"
#include "term/lm_hash.h"
#include "term/lm_resource.h"

// ---- locks ------------------------------------------------------------------------------------------------------------

void lm_ets_lock_all(lm_ets_table *t) {
  for (uint32_t i = 0; i < t->shard_count; i++) lm_mutex_lock(&t->shards[i].lock);
}
void lm_ets_unlock_all(lm_ets_table *t) {
  for (uint32_t i = t->shard_count; i-- > 0;) lm_mutex_unlock(&t->shards[i].lock);
}

static bool is_allowed(const lm_ets_table *t, lm_term pid, enum lm_ets_right right) {
  int protection = atomic_load_explicit(&t->protection, memory_order_relaxed);
  return protection == LM_ETS_PUBLIC || right == LM_ETS_LOOK || (right == LM_ETS_READ && protection == LM_ETS_PROTECTED) ||
         atomic_load_explicit(&t->owner, memory_order_acquire) == pid;
}

static lm_ets_table *find_by_tid(lm_term id) {
  lm_refc *refc = lm_resource_of(id, LM_RESOURCE_TABLE);
  return refc == NULL ? NULL : lm_ets_handle_of(refc)->table;
}

lm_ets_table *lm_ets_find(lumen_runtime *rt, lm_term id) {
  return lm_is_atom(id) ? (lm_ets_table *)(uintptr_t)lm_registry_get(&rt->ets->names, id) : find_by_tid(id);
}

// Where the table that the name stands for is; or stood a moment ago: whoever has not got in has to look at the registry.
static inline lm_ets_table *find_for(lm_proc *p, lm_term id) {
  if (!lm_is_atom(id)) return find_by_tid(id);
  lm_sched *sched = p->sched;
  if (sched->table_name != id) {
    sched->named_table = lm_ets_find(sched->runtime, id);
    sched->table_name = sched->named_table == NULL ? LM_NONE : id;
  }
  return sched->named_table;
}

// True: `table`, which p did not get into, is not the one of that name any more, and the next look finds that.
static bool has_moved(lm_proc *p, lm_term id, const lm_ets_table *table) {
  if (!lm_is_atom(id) || lm_ets_find(lm_runtime_of(p), id) == table) return false;
  p->sched->table_name = LM_NONE;
  return true;
}

// Still the table that was looked for, now that a lock is held.
static bool is_it(const lm_ets_table *t, lm_term id) {
  return t->alive && (lm_is_atom(id) ? t->named && t->name == id : t->unique == lm_pointer(id)[1]);
}

static void lock(lm_proc *p, lm_ets_access *a) {
  lm_ets_table *t = a->table;
  // Nobody but its owner gets into a private table, so the owner needs no lock and the others nothing but a look at it.
  a->locked = atomic_load_explicit(&t->locking, memory_order_relaxed) ||
              atomic_load_explicit(&t->owner, memory_order_acquire) != p->abi.self;
  if (!a->locked) return;
  if (a->all) {
    lm_ets_lock_all(t);
  } else {
    lm_mutex_lock(&a->shard->lock);
  }
}

static void unlock(lm_ets_access *a) {
  if (!a->locked) return;
  if (a->all) {
    lm_ets_unlock_all(a->table);
  } else {
    lm_mutex_unlock(&a->shard->lock);
  }
}

void lm_ets_leave_slowly(lm_proc *p, lm_ets_access *a) {
  unlock(a);
  for (lm_ets_object *o = a->garbage, *next; o != NULL; o = next) {
    next = o->next;
    lm_ets_object_free(lm_sched_pool(p->sched), o);
  }
}

// ---- lists ------------------------------------------------------------------------------------------------------------

void lm_ets_give_way(lm_proc *p, uint64_t reductions) {
  LM_MAY_YIELD(p);
  lm_pay(p, reductions);
}

enum { PIECE = LM_STRESS ? 3 : 1000, REDUCTIONS_OF_A_PIECE = 4000 };

// Inserts some of a list. Everything is locked. True: there is more.
static bool insert_some(lm_proc *p, lm_ets_access *all, lm_ets_object **list) {
  for (int left = PIECE; *list != NULL && left > 0; left--) {
    lm_ets_object *o = *list;
    *list = o->next;
    lm_ets_at(all, lm_ets_key(all->table, o));
    lm_ets_insert(p, all, o);
  }
  return *list != NULL;
}

// Inserts what is pending, whoever began with it. Nothing is locked; afterwards either, and the table may be gone.
static __attribute__((noinline)) void finish(lm_proc *p, lm_ets_table *t, uint64_t unique) {
  lm_ets_access all = {.table = t, .shard = t->shards, .all = true, .unique = unique};
  for (bool more = true; more;) {
    all.garbage = NULL;
    lock(p, &all);
    more = t->alive && t->unique == unique && insert_some(p, &all, &t->pending);
    lm_ets_leave(p, &all);
    lm_ets_give_way(p, REDUCTIONS_OF_A_PIECE);
  }
}

// Nobody but p gets into a table without locks, though others may look at it: these must find nothing pending.
void lm_ets_insert_and_leave(lm_proc *p, lm_ets_access *a, lm_ets_object *objects) {
  lm_ets_table *t = a->table;
  uint64_t unique = t->unique;
  bool more;
  if (a->locked) {
    t->pending = objects;
    more = insert_some(p, a, &t->pending);
  } else {
    while ((more = insert_some(p, a, &objects))) lm_ets_give_way(p, REDUCTIONS_OF_A_PIECE);
  }
  lm_ets_leave(p, a);
  if (more) finish(p, t, unique);
}

// ---- getting in -------------------------------------------------------------------------------------------------------

// a->table, a->shard and a->all are set.
static inline __attribute__((always_inline)) bool enter(lm_proc *p, lm_term id, enum lm_ets_right right, lm_ets_access *a) {
  lm_ets_table *t = a->table;
  a->garbage = NULL;
  for (;;) {
    lock(p, a);
    a->unique = t->unique;
    bool may = is_it(t, id) && is_allowed(t, p->abi.self, right);
    if (may && t->pending == NULL) return true;
    unlock(a);
    if (!may) return false;
    finish(p, t, a->unique);
  }
}

bool lm_ets_return(lm_proc *p, lm_ets_access *a) {
  lm_ets_table *t = a->table;
  a->garbage = NULL;
  for (;;) {
    lock(p, a);
    bool same = t->alive && t->unique == a->unique;
    if (same && t->pending == NULL) return true;
    unlock(a);
    if (!same) return false;
    finish(p, t, a->unique);
  }
}

// Inline, since looking up is little more than this.
static inline __attribute__((always_inline)) bool enter_for(lm_proc *p, lm_term id, enum lm_ets_right right, lm_term key, lm_ets_access *a) {
  a->table = find_for(p, id);
  if (a->table == NULL) return false;
  a->all = false;
  bool hashed = a->table->type != LM_ETS_ORDERED_SET;
  a->hash = hashed ? lm_hash_salted(key, a->table->salt) : 0;
  a->shard = &a->table->shards[a->table->shard_count > 1 ? a->hash >> 58 : 0];
  if (!enter(p, id, right, a)) return false;
  // The memory may have become another table before it was locked.
  if (!hashed && a->table->type != LM_ETS_ORDERED_SET) a->hash = lm_hash_salted(key, a->table->salt);
  return true;
}

static __attribute__((noinline)) bool enter_again(lm_proc *p, lm_term id, enum lm_ets_right right, lm_term key, lm_ets_access *a) {
  return has_moved(p, id, a->table) && enter_for(p, id, right, key, a);
}

bool lm_ets_enter(lm_proc *p, lm_term id, enum lm_ets_right right, lm_term key, lm_ets_access *a) {
  return enter_for(p, id, right, key, a) || enter_again(p, id, right, key, a);
}

static bool enter_object(lm_proc *p, lm_term id, lm_term tuple, lm_ets_access *a) {
  a->table = find_for(p, id);
  size_t keypos = a->table == NULL ? SIZE_MAX : lm_ets_keypos(a->table);
  if (keypos >= lm_tuple_size(tuple) || !enter_for(p, id, LM_ETS_WRITE, lm_elements(tuple)[keypos], a)) return false;
  if (lm_ets_keypos(a->table) == keypos) return true;
  lm_ets_leave(p, a); // the memory had become another table
  return false;
}

bool lm_ets_enter_object(lm_proc *p, lm_term id, lm_term tuple, lm_ets_access *a) {
  return enter_object(p, id, tuple, a) || (has_moved(p, id, a->table) && enter_object(p, id, tuple, a));
}

void lm_ets_at(lm_ets_access *a, lm_term key) {
  a->hash = a->table->type == LM_ETS_ORDERED_SET ? 0 : lm_hash_salted(key, a->table->salt);
  a->shard = &a->table->shards[a->table->shard_count > 1 ? a->hash >> 58 : 0];
}

bool lm_ets_enter_shard(lm_proc *p, lm_term id, enum lm_ets_right right, uint32_t number, lm_ets_access *a) {
  a->table = lm_ets_find(lm_runtime_of(p), id);
  if (a->table == NULL || number >= a->table->shard_count) return false;
  a->all = false;
  a->hash = 0;
  a->shard = &a->table->shards[number];
  return enter(p, id, right, a);
}

bool lm_ets_enter_all(lm_proc *p, lm_term id, enum lm_ets_right right, lm_ets_access *a) {
  a->table = lm_ets_find(lm_runtime_of(p), id);
  if (a->table == NULL) return false;
  a->all = true;
  a->hash = 0;
  a->shard = a->table->shards;
  return enter(p, id, right, a);
}

void lm_ets_lock(lm_proc *p, lm_term id) {
  lm_ets_access a;
  if (lm_ets_enter_shard(p, id, LM_ETS_LOOK, 0, &a)) lm_ets_leave(p, &a); // so nothing is pending that would take long with the lock held
  lm_mutex_lock(&lm_runtime_of(p)->ets->lock);
  p->must_not_yield = true;
}

void lm_ets_unlock(lm_proc *p) {
  p->must_not_yield = false;
  lm_mutex_unlock(&lm_runtime_of(p)->ets->lock);
}

lm_term lm_ets_badarg(lm_proc *p, lm_term id, enum lm_ets_right right) {
  lm_ets_access a;
  if (!lm_is_atom(id) && lm_resource_of(id, LM_RESOURCE_TABLE) == NULL) return lm_badarg_because(p, LM_ATOM_TYPE);
  if (!lm_ets_enter_shard(p, id, LM_ETS_LOOK, 0, &a)) return lm_badarg_because(p, LM_ATOM_ID);
  lm_ets_leave(p, &a);
  if (!lm_ets_enter_shard(p, id, right, 0, &a)) return lm_badarg_because(p, LM_ATOM_ACCESS);
  lm_ets_leave(p, &a);
  return lm_badarg(p);
}
