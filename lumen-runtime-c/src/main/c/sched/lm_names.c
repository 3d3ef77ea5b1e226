#include "sched/lm_names.h"

#include "process/lm_runtime.h"
#include "sched/lm_sched.h"

lm_term lm_name_find(lumen_runtime *rt, lm_term name) {
  lm_term pid = lm_registry_get(&rt->names, name);
  return pid != 0 && lm_pids_find(&rt->pids, pid) != NULL ? pid : LM_NONE;
}

bool lm_name_add(lm_sched *sched, lm_term name, lm_term pid) {
  lumen_runtime *rt = sched->runtime;
  lm_proc *p = lm_pids_find(&rt->pids, pid);
  if (p == NULL) return false;
  lm_term none = LM_NONE;
  if (!atomic_compare_exchange_strong(&p->name, &none, name)) return false;
  lm_term there = lm_registry_exchange(&rt->names, name, 0, pid);
  if (there == 0) return true;
  if (lm_pids_find(&rt->pids, there) == NULL && lm_registry_exchange(&rt->names, name, there, pid) == there) return true;
  atomic_store(&p->name, LM_NONE);
  return false;
}

bool lm_name_remove(lumen_runtime *rt, lm_term name, lm_term pid) {
  if (lm_registry_exchange(&rt->names, name, pid, 0) != pid) return false;
  lm_proc *p = lm_pids_find(&rt->pids, pid);
  if (p != NULL) atomic_store(&p->name, LM_NONE);
  return true;
}
