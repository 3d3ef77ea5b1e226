#include "sched/lm_boot.h"

#include "process/lm_runtime.h"
#include "sched/lm_process.h"

bool lm_boot_holds(lumen_runtime *rt, lm_proc *p) {
  if (atomic_load(&rt->boot) == LM_NONE) return false;
  lm_mutex_lock(&rt->held_lock);
  bool holds = atomic_load(&rt->boot) != LM_NONE;
  if (holds) {
    p->next = rt->held;
    rt->held = p;
  }
  lm_mutex_unlock(&rt->held_lock);
  return holds;
}

void lm_boot_ended(lm_sched *sched) {
  lumen_runtime *rt = sched->runtime;
  lm_mutex_lock(&rt->held_lock);
  lm_proc *held = rt->held;
  rt->held = NULL;
  atomic_store(&rt->boot, LM_NONE);
  lm_mutex_unlock(&rt->held_lock);
  lm_proc *first = NULL; // they were held newest first
  while (held != NULL) {
    lm_proc *next = held->next;
    held->next = first;
    first = held;
    held = next;
  }
  while (first != NULL) {
    lm_proc *next = first->next;
    lm_process_start(sched, first);
    first = next;
  }
}
