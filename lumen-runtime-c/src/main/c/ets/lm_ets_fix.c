// Fixing tables: ets:safe_fixtable/2.
#include "ets/lm_ets_store.h"
#include "memory/lm_memory.h"
#include "process/lm_runtime.h"
#include "sched/lm_sched.h"

// lm_ets.lock is held.
static lm_ets_fixation **find(lm_ets_table *t, lm_term pid) {
  lm_ets_fixation **link = &t->fixations;
  while (*link != NULL && (*link)->pid != pid) link = &(*link)->next;
  return link;
}

// The last fixation is gone: clears up, a piece of a shard after the other. If somebody fixes the table meanwhile the rest stays.
static void tidy(lm_proc *p, lm_ets_access *a) {
  enum { PIECE = 4096 }; // buckets
  for (uint32_t i = 0; i < a->table->shard_count; i++) {
    size_t bucket = 0;
    a->shard = &a->table->shards[i];
    for (bool done = false; !done;) {
      if (!lm_ets_return(p, a)) return;
      done = atomic_load(&a->table->fixed) != 0 || lm_ets_shard_tidy(p, a, &bucket, PIECE);
      lm_ets_leave(p, a);
      if (!done) lm_ets_give_way(p, PIECE / 4);
    }
  }
}

// lm_ets.lock is held. Answers whether that was the last fixation of all.
static bool give_back(lm_ets_table *t, lm_ets_fixation **link, size_t count) {
  lm_ets_fixation *f = *link;
  f->count -= count;
  if (f->count == 0) {
    *link = f->next;
    lm_delete(f);
  }
  return atomic_fetch_sub(&t->fixed, (int)count) == (int)count;
}

bool lm_ets_fix(lm_proc *p, lm_term id, bool fix) {
  lm_ets_access a;
  bool last = false;
  lm_ets_lock(p, id);
  bool found = lm_ets_enter_shard(p, id, LM_ETS_READ, 0, &a);
  if (found) {
    lm_ets_leave(p, &a); // it stays: only who holds lm_ets.lock could delete it
    lm_ets_table *t = a.table;
    lm_ets_fixation **link = find(t, p->abi.self), *f = *link;
    if (fix) {
      if (f == NULL) {
        *link = f = lm_new_zeroed(1, sizeof *f);
        f->pid = p->abi.self;
      }
      if (atomic_fetch_add(&t->fixed, 1) == 0) t->fixed_since = lm_monotonic_time();
      f->count++;
      p->ets_fixations++;
    } else if (f != NULL) {
      p->ets_fixations--;
      last = give_back(t, link, 1);
    }
  }
  lm_ets_unlock(p);
  if (last) tidy(p, &a);
  return found;
}

// Gives back one that p has, of any table; false: there is none.
static bool forget_one(lm_proc *p) {
  lm_ets *ets = lm_runtime_of(p)->ets;
  lm_ets_access a = {.all = false};
  bool found = false, last = false;
  lm_mutex_lock(&ets->lock);
  for (lm_ets_table *t = ets->tables; t != NULL && !found; t = t->next) {
    lm_ets_fixation **link = find(t, p->abi.self);
    if (*link == NULL) continue;
    found = true;
    a.table = t;
    a.unique = t->unique;
    last = give_back(t, link, (*link)->count);
  }
  lm_mutex_unlock(&ets->lock);
  if (last) tidy(p, &a);
  return found;
}

void lm_ets_forget_fixations(lm_proc *p) {
  while (p->ets_fixations > 0 && forget_one(p)) continue;
  p->ets_fixations = 0;
}
