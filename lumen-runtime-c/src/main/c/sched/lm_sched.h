// lm_sched.h: one scheduler: the thread that runs processes, and what belongs to it.
#ifndef LM_SCHED_H
#define LM_SCHED_H

#include "heap/lm_pool.h"

typedef struct lm_sched lm_sched;

// The memory of a scheduler. Its thread only.
lm_pool *lm_sched_pool(lm_sched *sched);

#endif
