#include "ets/lm_ets.h"

#include <string.h>

#include "ets/lm_ets_store.h"
#include "heap/lm_copy.h"
#include "lumen_atoms.h"
#include "memory/lm_memory.h"
#include "process/lm_runtime.h"
#include "sched/lm_process.h"
#include "sched/lm_sched.h"
#include "sched/lm_signal.h"
#include "term/lm_resource.h"

static lm_ets *ets_of(lm_proc *p) { return lm_runtime_of(p)->ets; }

void lm_ets_init(lm_ets *ets, uint64_t salt) {
  lm_mutex_init(&ets->lock);
  lm_mutex_init(&ets->free_lock);
  lm_registry_init(&ets->names, salt);
  ets->salt = salt;
}

// ---- lists ------------------------------------------------------------------------------------------------------------

static void add_owned(lm_proc *p, lm_ets_table *t) {
  lm_ets_table *first = atomic_load(&p->tables);
  t->next_owned = first;
  t->owned_link = NULL;
  if (first != NULL) first->owned_link = &t->next_owned;
  atomic_store(&p->tables, t);
}

static void remove_owned(lm_proc *owner, lm_ets_table *t) {
  if (t->owned_link == NULL) {
    atomic_store(&owner->tables, t->next_owned);
  } else {
    *t->owned_link = t->next_owned;
  }
  if (t->next_owned != NULL) t->next_owned->owned_link = t->owned_link;
}

static void add_table(lm_ets *ets, lm_ets_table *t) {
  t->next = ets->tables;
  t->link = &ets->tables;
  if (t->next != NULL) t->next->link = &t->next;
  ets->tables = t;
  ets->count++;
}

static void remove_table(lm_ets *ets, lm_ets_table *t) {
  *t->link = t->next;
  if (t->next != NULL) t->next->link = t->link;
  ets->count--;
}

// ---- memory -----------------------------------------------------------------------------------------------------------

// It is not alive, and no tid stands for it.
static void give_memory(lm_ets *ets, lm_ets_table *t) {
  lm_mutex_lock(&ets->free_lock);
  lm_ets_table **free = &ets->free[t->shard_count > 1];
  t->next = *free;
  *free = t;
  lm_mutex_unlock(&ets->free_lock);
}

// The last tid is gone, and the table was deleted before.
static void handle_gone(lm_refc *refc) {
  give_memory(lm_ets_handle_of(refc)->runtime->ets, lm_ets_handle_of(refc)->table);
  lm_delete(refc);
}

// A table that is not alive. lm_ets.lock is held.
static lm_ets_table *take_memory(lm_ets *ets, uint32_t shard_count) {
  lm_mutex_lock(&ets->free_lock);
  lm_ets_table **free = &ets->free[shard_count > 1], *t = *free;
  if (t != NULL) *free = t->next;
  lm_mutex_unlock(&ets->free_lock);
  if (t != NULL) return t;
  t = lm_new_zeroed(1, sizeof *t);
  t->salt = ets->salt;
  t->shard_count = shard_count;
  t->shards = lm_new_zeroed(shard_count, sizeof *t->shards);
  for (uint32_t i = 0; i < shard_count; i++) lm_mutex_init(&t->shards[i].lock);
  t->older = ets->all_memory;
  ets->all_memory = t;
  return t;
}

// Nobody else gets into it. False: there is more in it.
static bool empty(lm_ets_table *t, lm_pool *pool, int64_t *left) {
  for (lm_ets_object *o; (o = t->pending) != NULL;) {
    if ((*left)-- <= 0) return false;
    t->pending = o->next;
    lm_ets_object_free(pool, o);
  }
  for (uint32_t i = 0; i < t->shard_count; i++) {
    if (!lm_ets_shard_close(&t->shards[i], pool, left)) return false;
  }
  return true;
}

void lm_ets_close(lumen_runtime *rt) {
  lm_ets *ets = rt->ets;
  lm_pool *pool = rt->host_sched->pool;
  while (ets->tables != NULL) {
    lm_ets_table *t = ets->tables;
    remove_table(ets, t);
    int64_t all = INT64_MAX;
    empty(t, pool, &all);
    if (t->heir_data != NULL) lm_fragment_free(pool, t->heir_data);
    for (lm_ets_fixation *f = t->fixations; f != NULL;) {
      lm_ets_fixation *next = f->next;
      lm_delete(f);
      f = next;
    }
    lm_refc_release(t->refc);
  }
}

void lm_ets_destroy(lm_ets *ets) {
  for (lm_ets_table *t = ets->all_memory; t != NULL;) {
    lm_ets_table *older = t->older;
    lm_delete(t->shards);
    lm_delete(t);
    t = older;
  }
  lm_registry_destroy(&ets->names);
}

// ---- new --------------------------------------------------------------------------------------------------------------

static lm_refc *new_handle(lm_proc *p, lm_ets_table *t) {
  lm_refc *refc = lm_refc_new(sizeof(lm_ets_handle));
  *lm_ets_handle_of(refc) = (lm_ets_handle){LM_RESOURCE_TABLE, lm_runtime_of(p), t};
  refc->destroy = handle_gone;
  return refc;
}

static void set_heir(lm_pool *pool, lm_ets_table *t, lm_term heir, lm_term data) {
  if (t->heir_data != NULL) lm_fragment_free(pool, t->heir_data);
  t->heir = heir;
  t->heir_data = heir == LM_NONE ? NULL : lm_fragment_of(pool, data);
}

lm_ets_table *lm_ets_new(lm_proc *p, lm_term name, const lm_ets_options *o) {
  lm_ets *ets = ets_of(p);
  lm_pool *pool = lm_sched_pool(p->sched);
  bool many = o->write_concurrency && o->type != LM_ETS_ORDERED_SET && o->protection != LM_ETS_PRIVATE;
  lm_mutex_lock(&ets->lock);
  atomic_store(&lm_runtime_of(p)->owner_ended, lm_ets_owner_ended);
  lm_ets_table *t = take_memory(ets, many ? LM_ETS_SHARDS : 1);
  lm_ets_lock_all(t);
  uint64_t word = (uint64_t)(uintptr_t)t;
  if (o->named && lm_registry_exchange(&ets->names, name, 0, word) != 0) {
    lm_ets_unlock_all(t);
    give_memory(ets, t);
    lm_mutex_unlock(&ets->lock);
    return NULL;
  }
  t->alive = true;
  t->named = o->named;
  t->read_concurrency = o->read_concurrency;
  t->write_concurrency = o->write_concurrency;
  t->automatic = o->automatic;
  t->decentralized = o->decentralized;
  t->compressed = o->compressed;
  t->type = o->type;
  atomic_store(&t->protection, o->protection);
  atomic_store(&t->locking, o->protection != LM_ETS_PRIVATE);
  t->keypos = o->keypos;
  t->name = name;
  t->unique = lm_unique(p->sched);
  t->refc = new_handle(p, t);
  atomic_store(&t->owner, p->abi.self);
  atomic_store(&t->fixed, 0);
  t->fixations = NULL;
  t->heir_data = NULL;
  set_heir(pool, t, o->heir, o->heir_data);
  for (uint32_t i = 0; i < t->shard_count; i++) {
    t->shards[i].walks = 0;
    lm_ets_shard_open(&t->shards[i], t->type, t->shard_count);
  }
  add_table(ets, t);
  add_owned(p, t);
  lm_ets_unlock_all(t);
  lm_mutex_unlock(&ets->lock);
  return t;
}

lm_term lm_ets_tid(lm_proc *p, lm_ets_table *t) {
  lm_refc_keep(t->refc);
  lm_term *object = lm_alloc(p, 4);
  object[0] = LM_HEADER(LM_KIND_MAGIC, 0, 3);
  object[1] = t->unique;
  object[2] = (lm_term)(uintptr_t)t->refc;
  lm_heap_link_off_heap(p, object, t->refc->size);
  return lm_boxed_at(object);
}

lm_term lm_ets_id(lm_proc *p, lm_ets_table *t) { return t->named ? t->name : lm_ets_tid(p, t); }

// ---- end --------------------------------------------------------------------------------------------------------------

// lm_ets.lock and all locks of the table are held. `owner` is its process, which may be about to end.
static void unhang(lm_ets *ets, lm_proc *owner, lm_ets_table *t, lm_pool *pool) {
  t->alive = false;
  if (t->named) lm_registry_exchange(&ets->names, t->name, (uint64_t)(uintptr_t)t, 0);
  remove_owned(owner, t);
  remove_table(ets, t);
  set_heir(pool, t, LM_NONE, LM_NONE);
  while (t->fixations != NULL) {
    lm_ets_fixation *f = t->fixations;
    t->fixations = f->next;
    lm_delete(f);
  }
}

// A table that is not alive, so nobody gets into it any more: what is in it goes, and it. What is more than little goes later.
static void bury(lm_proc *p, lm_ets_table *t) {
  enum { LITTLE = 1000 }; // objects
  lm_proc *heir = lm_ets_size(t) > LITTLE || t->pending != NULL ? lm_process_new_ending(p->sched) : NULL;
  if (heir != NULL) {
    t->next_owned = NULL;
    atomic_store(&heir->tables, t);
    lm_process_start(p->sched, heir);
    return;
  }
  int64_t all = INT64_MAX;
  empty(t, lm_sched_pool(p->sched), &all);
  lm_refc_release(t->refc);
}

bool lm_ets_delete(lm_proc *p, lm_term id) {
  lm_ets *ets = ets_of(p);
  lm_ets_access a;
  lm_ets_lock(p, id);
  if (!lm_ets_enter_all(p, id, LM_ETS_WRITE, &a)) {
    lm_ets_unlock(p);
    return false;
  }
  lm_ets_table *t = a.table;
  // As long as it has tables a process can't get past lm_ets_owner_ended, which takes the lock.
  lm_proc *owner = atomic_load(&t->owner) == p->abi.self ? p : lm_pids_find(&lm_runtime_of(p)->pids, atomic_load(&t->owner));
  bool ended = owner == NULL; // it is about to delete the table itself
  if (!ended) unhang(ets, owner, t, lm_sched_pool(p->sched));
  lm_ets_leave(p, &a);
  lm_ets_unlock(p);
  if (!ended) bury(p, t);
  return true;
}

// ---- owners -----------------------------------------------------------------------------------------------------------

// {'ETS-TRANSFER', Tid, From, Data}; `data` lies in the heap of p or in the table.
static void tell_owner(lm_proc *p, lm_ets_table *t, lm_term pid, lm_term data) {
  lm_term id = t->name;
  lm_term words[4] = {LM_HEADER(LM_KIND_MAGIC, 0, 3), t->unique, (lm_term)(uintptr_t)t->refc, 0};
  if (!t->named) id = lm_boxed_at(words);
  lm_term tuple[5] = {LM_HEADER(LM_KIND_TUPLE, 0, 4), LM_ATOM_ETS_TRANSFER, id, p->abi.self, data};
  lm_send(p->sched, pid, lm_boxed_at(tuple));
}

// lm_ets.lock and all locks of the table are held. False: there is no such process.
static bool give(lm_proc *p, lm_ets_table *t, lm_term pid, lm_term data) {
  lm_proc *to = lm_pids_find(&lm_runtime_of(p)->pids, pid);
  if (to == NULL) return false;
  remove_owned(p, t);
  add_owned(to, t);
  atomic_store(&t->owner, pid);
  // If it ends at this moment it may have found no tables; then nobody else would ever end this one.
  if (lm_pids_find(&lm_runtime_of(p)->pids, pid) == NULL) {
    remove_owned(to, t);
    add_owned(p, t);
    atomic_store(&t->owner, p->abi.self);
    return false;
  }
  tell_owner(p, t, pid, data);
  return true;
}

bool lm_ets_give_away(lm_proc *p, lm_term id, lm_term pid, lm_term data) {
  lm_ets_access a;
  bool given = false;
  lm_ets_lock(p, id);
  if (lm_ets_enter_all(p, id, LM_ETS_WRITE, &a)) {
    // The new owner may be on another thread: what was written here without locks is passed on by the message.
    given = atomic_load(&a.table->owner) == p->abi.self && pid != p->abi.self && give(p, a.table, pid, data);
    lm_ets_leave(p, &a);
  }
  lm_ets_unlock(p);
  return given;
}

bool lm_ets_set_options(lm_proc *p, lm_term id, int protection, bool with_heir, lm_term heir, lm_term data) {
  lm_ets_access a;
  bool done = false;
  lm_ets_lock(p, id);
  if (lm_ets_enter_all(p, id, LM_ETS_WRITE, &a)) {
    lm_ets_table *t = a.table;
    done = atomic_load(&t->owner) == p->abi.self;
    if (done && protection >= 0) {
      if (protection != LM_ETS_PRIVATE) atomic_store(&t->locking, true);
      atomic_store(&t->protection, protection);
    }
    if (done && with_heir) set_heir(lm_sched_pool(p->sched), t, heir, data);
    lm_ets_leave(p, &a);
  }
  lm_ets_unlock(p);
  return done;
}

bool lm_ets_rename(lm_proc *p, lm_term id, lm_term name) {
  lm_ets *ets = ets_of(p);
  lm_ets_access a;
  bool done = false;
  lm_ets_lock(p, id);
  if (lm_ets_enter_all(p, id, LM_ETS_WRITE, &a)) {
    lm_ets_table *t = a.table;
    uint64_t word = (uint64_t)(uintptr_t)t;
    done = !t->named || lm_registry_exchange(&ets->names, name, 0, word) == 0;
    if (done && t->named) lm_registry_exchange(&ets->names, t->name, word, 0);
    if (done) t->name = name;
    lm_ets_leave(p, &a);
  }
  lm_ets_unlock(p);
  return done;
}

// A table that p was made for (bury).
static bool empty_grave(lm_proc *p, lm_ets_table *t, int64_t *left) {
  if (!empty(t, lm_sched_pool(p->sched), left)) return false;
  atomic_store(&p->tables, NULL);
  lm_refc_release(t->refc);
  return true;
}

bool lm_ets_owner_ended(lm_proc *p, int64_t *left) {
  lm_ets *ets = ets_of(p);
  lm_pool *pool = lm_sched_pool(p->sched);
  lm_ets_forget_fixations(p);
  while (atomic_load(&p->tables) != NULL) {
    if ((*left)-- <= 0) return false;
    lm_mutex_lock(&ets->lock);
    lm_ets_table *t = atomic_load(&p->tables);
    if (t == NULL || !t->alive) {
      lm_mutex_unlock(&ets->lock);
      return t == NULL || empty_grave(p, t, left);
    }
    lm_ets_lock_all(t);
    bool given = t->heir != LM_NONE && t->heir != p->abi.self && give(p, t, t->heir, t->heir_data->term);
    if (!given) unhang(ets, p, t, pool);
    lm_ets_unlock_all(t);
    lm_mutex_unlock(&ets->lock);
    if (!given) bury(p, t);
  }
  return true;
}

bool lm_ets_delete_all(lm_proc *p, lm_term id, size_t *count) {
  lm_ets *ets = ets_of(p);
  lm_ets_access a;
  lm_ets_lock(p, id);
  lm_ets_table *grave = NULL;
  bool found = lm_ets_enter_all(p, id, LM_ETS_WRITE, &a);
  if (found) {
    *count = lm_ets_size(a.table);
    if (atomic_load(&a.table->fixed) == 0 || a.table->type == LM_ETS_ORDERED_SET) {
      grave = take_memory(ets, a.table->shard_count);
      lm_ets_move_all(a.table, grave);
    } else {
      for (uint32_t i = 0; i < a.table->shard_count; i++) lm_ets_shard_kill(p, &a, &a.table->shards[i]);
    }
    lm_ets_leave(p, &a);
  }
  lm_ets_unlock(p);
  if (grave != NULL) {
    grave->refc = new_handle(p, grave);
    bury(p, grave);
  }
  return found;
}

// ---- all of it --------------------------------------------------------------------------------------------------------

size_t lm_ets_size(const lm_ets_table *t) {
  size_t count = 0;
  for (uint32_t i = 0; i < t->shard_count; i++) count += atomic_load_explicit(&t->shards[i].count, memory_order_relaxed);
  return count;
}

size_t lm_ets_words(const lm_ets_table *t) {
  size_t words = (sizeof *t + t->shard_count * sizeof *t->shards) / sizeof(lm_term);
  for (uint32_t i = 0; i < t->shard_count; i++) words += atomic_load_explicit(&t->shards[i].words, memory_order_relaxed);
  return words;
}
