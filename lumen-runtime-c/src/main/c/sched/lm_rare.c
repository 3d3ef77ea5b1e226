#include "sched/lm_rare.h"

#include "heap/lm_memory.h"

lm_rare *lm_rare_of(lm_proc *p) {
  if (p->rare == NULL) p->rare = lm_new_zeroed(1, sizeof(lm_rare));
  return p->rare;
}

void lm_rare_free(lm_proc *p) {
  lm_rare *rare = p->rare;
  if (rare == NULL) return;
  lm_table_clear(&rare->suspending);
  lm_table_clear(&rare->suspenders);
  lm_delete(rare);
  p->rare = NULL;
}
