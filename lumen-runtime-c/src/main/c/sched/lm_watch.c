#include "sched/lm_watch.h"

#include "sched/lm_sched.h"

lm_collection_watch lm_collection_begins(lm_proc *p) {
  (void)p;
  return (lm_collection_watch){lm_monotonic_time()};
}

void lm_collection_ended(lm_proc *p, const lm_collection_watch *began) {
  int64_t took = lm_monotonic_time() - began->began;
  atomic_fetch_add_explicit(&p->sched->collecting, took, memory_order_relaxed);
}
