// Fixing tables: ets:safe_fixtable/2.
#include "ets/lm_ets_store.h"
#include "heap/lm_memory.h"
#include "sched/lm_runtime.h"
#include "sched/lm_sched.h"

// lm_ets.lock is held in all of this.

static lm_ets_fixation **find(lm_ets_table *t, lm_term pid) {
  lm_ets_fixation **link = &t->fixations;
  while (*link != NULL && (*link)->pid != pid) link = &(*link)->next;
  return link;
}

// The last fixation is gone: clears up. A shard after the other; who fixes the table meanwhile finds the rest as it was.
static void tidy(lm_proc *p, lm_ets_table *t) {
  for (uint32_t i = 0; i < t->shard_count; i++) {
    bool locking = atomic_load(&t->locking);
    if (locking) lm_mutex_lock(&t->shards[i].lock);
    if (t->alive && atomic_load(&t->fixed) == 0) lm_ets_shard_tidy(&t->shards[i], lm_sched_pool(p->sched));
    if (locking) lm_mutex_unlock(&t->shards[i].lock);
  }
}

bool lm_ets_fix(lm_proc *p, lm_term id, bool fix) {
  lm_ets *ets = &lm_runtime_of(p)->ets;
  lm_ets_access a;
  lm_mutex_lock(&ets->lock);
  bool found = lm_ets_enter_shard(p, id, LM_ETS_READ, 0, &a);
  if (found) {
    lm_ets_leave(&a); // it stays: only who holds lm_ets.lock could delete it
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
      if (--f->count == 0) {
        *link = f->next;
        lm_delete(f);
      }
      if (atomic_fetch_sub(&t->fixed, 1) == 1) tidy(p, t);
    }
  }
  lm_mutex_unlock(&ets->lock);
  return found;
}

void lm_ets_forget_fixations(lm_proc *p, lm_ets_table *t) {
  lm_ets_fixation **link = find(t, p->abi.self), *f = *link;
  if (f == NULL) return;
  *link = f->next;
  int count = (int)f->count;
  lm_delete(f);
  if (atomic_fetch_sub(&t->fixed, count) == count) tidy(p, t);
}
