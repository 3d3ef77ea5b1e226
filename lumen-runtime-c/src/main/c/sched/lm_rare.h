// lm_rare.h: what few processes have; made when first needed, so that the others pay a pointer for all of it.
//
// Who may touch it: the thread that runs the process.
#ifndef LM_RARE_H
#define LM_RARE_H

#include "sched/lm_proc.h"
#include "sched/lm_table.h"

struct lm_rare {
  lm_table suspending;    // pid of who is suspended -> how often, and number << 1 | whether it is known to stand still (lm_suspend.h)
  lm_table suspenders;    // pids of those who suspend p
  const lm_entry *told;   // p ends: the last one that was told, in the first of the two that is still there
};

lm_rare *lm_rare_of(lm_proc *p); // made when first needed
void lm_rare_free(lm_proc *p);

#endif
