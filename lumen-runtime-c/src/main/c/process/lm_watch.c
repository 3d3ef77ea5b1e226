#include "process/lm_watch.h"

#include "process/lm_scheduler.h"

int64_t lm_collection_begins(lm_proc *p, bool major, size_t needed) {
  if (p->watched & LM_TRACED_COLLECTIONS) lm_watcher_of(p)->collects(p, major, true, needed);
  return lm_monotonic_time();
}

void lm_collection_ended(lm_proc *p, bool major, int64_t began) {
  int64_t took = lm_monotonic_time() - began;
  if (lm_watches(lm_runtime_of(p), LM_WATCH_MICROSTATES)) {
    atomic_fetch_add_explicit(&p->sched->collecting, took, memory_order_relaxed);
  }
  if (lm_watches(lm_runtime_of(p), LM_WATCH_HEAPS)) lm_observer_of(p)->collected(p, took);
  if (p->watched & LM_TRACED_COLLECTIONS) lm_watcher_of(p)->collects(p, major, false, 0);
}
