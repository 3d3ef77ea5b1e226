#include "process/lm_epoch.h"

#include "process/lm_runtime.h"
#include "process/lm_scheduler.h"

enum { BATCH = 32 }; // so many retired before anyone looks at what the others announced

enum { PROC_WORDS = (sizeof(lm_proc) + sizeof(lm_term) - 1) / sizeof(lm_term) };

static void recycle_all(lm_sched *sched, lm_proc **list) {
  while (*list != NULL) {
    lm_proc *p = *list;
    *list = p->next;
    lm_pool_give(sched->pool, (lm_term *)p, lm_pool_size(PROC_WORDS));
  }
}

// The oldest epoch that some scheduler or visitor may still live in.
static uint64_t oldest_seen(lumen_runtime *rt) {
  uint64_t oldest = atomic_load_explicit(&rt->host_sched->epoch.seen, memory_order_acquire);
  int started = atomic_load_explicit(&rt->started, memory_order_acquire);
  for (int i = 0; i < started; i++) {
    uint64_t seen = atomic_load_explicit(&rt->scheds[i]->epoch.seen, memory_order_acquire);
    if (seen < oldest) oldest = seen;
  }
  uint32_t visitors = atomic_load_explicit(&rt->visitor_count, memory_order_acquire);
  for (uint32_t i = 0; i < visitors; i++) {
    uint64_t seen = atomic_load_explicit(&rt->visitors[i]->epoch.seen, memory_order_acquire);
    if (seen < oldest) oldest = seen;
  }
  return oldest;
}

void lm_epoch_retire(lm_sched *sched, lm_proc *p) {
  lm_epoch_member *m = &sched->epoch;
  p->next = m->fresh;
  m->fresh = p;
  m->fresh_count++;
}

void lm_epoch_pass(lm_sched *sched) {
  lumen_runtime *rt = sched->runtime;
  lm_epoch_member *m = &sched->epoch;
  if (m->waiting == NULL && m->fresh_count >= BATCH) {
    m->waiting = m->fresh;
    m->fresh = NULL;
    m->fresh_count = 0;
    // Whoever reads this epoch finds none of them in the table any more.
    m->wait_for = atomic_fetch_add_explicit(&rt->epoch, 1, memory_order_acq_rel) + 1;
    // Together with the fence in lm_epoch_wake: either we see that a sleeper is awake, or it finds none of them.
    atomic_thread_fence(memory_order_seq_cst);
  }
  uint64_t now = atomic_load_explicit(&rt->epoch, memory_order_acquire);
  if (now != atomic_load_explicit(&m->seen, memory_order_relaxed)) {
    atomic_store_explicit(&m->seen, now, memory_order_release);
  }
  if (m->waiting != NULL && oldest_seen(rt) >= m->wait_for) recycle_all(sched, &m->waiting);
}

void lm_epoch_sleep(lm_sched *sched) {
  atomic_store_explicit(&sched->epoch.seen, LM_EPOCH_ASLEEP, memory_order_release);
}

void lm_epoch_wake(lm_sched *sched) {
  uint64_t now = atomic_load_explicit(&sched->runtime->epoch, memory_order_acquire);
  atomic_store_explicit(&sched->epoch.seen, now, memory_order_relaxed);
  atomic_thread_fence(memory_order_seq_cst);
}

void lm_epoch_finish(lm_sched *sched) {
  recycle_all(sched, &sched->epoch.fresh);
  recycle_all(sched, &sched->epoch.waiting);
}
