#include "process/lm_scheduler.h"

#include "process/lm_runtime.h"

uint64_t lm_unique(lm_sched *sched) {
  enum { AT_ONCE = 1 << 14 };
  if (sched->next_unique == sched->unique_end) {
    sched->next_unique = atomic_fetch_add_explicit(&sched->runtime->uniques, AT_ONCE, memory_order_relaxed);
    sched->unique_end = sched->next_unique + AT_ONCE;
  }
  return sched->next_unique++;
}
