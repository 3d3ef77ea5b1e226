// lm_names.h: registered processes. Any thread.
//
// A process takes its name back when it ends; if it was registered by another at that very moment, the name may stay, but
// then stands for a process that is gone, which is the same as standing for none.
#ifndef LM_NAMES_H
#define LM_NAMES_H

#include "process/lm_proc.h"

lm_term lm_name_find(lumen_runtime *rt, lm_term name); // the pid of a living process, or LM_NONE

// Thread of `sched`. False: the name is taken, the process has one already or is gone.
bool lm_name_add(lm_sched *sched, lm_term name, lm_term pid);
bool lm_name_remove(lumen_runtime *rt, lm_term name, lm_term pid); // false: it does not stand for pid

#endif
