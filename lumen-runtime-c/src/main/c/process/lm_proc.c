#include "process/lm_proc.h"

#include "process/lm_runtime.h"

lumen_runtime *lm_runtime_of(lm_proc *p) { return p->sched->runtime; }
lm_binaries *lm_binaries_of(lm_proc *p) { return &p->sched->runtime->binaries; }

uint64_t lm_unique(lm_sched *sched) {
  enum { AT_ONCE = 1 << 14 };
  if (sched->next_unique == sched->unique_end) {
    sched->next_unique = atomic_fetch_add_explicit(&sched->runtime->uniques, AT_ONCE, memory_order_relaxed);
    sched->unique_end = sched->next_unique + AT_ONCE;
  }
  return sched->next_unique++;
}
