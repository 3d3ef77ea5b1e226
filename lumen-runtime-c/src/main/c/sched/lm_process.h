// lm_process.h: the life of a process: made, entered, left, ended.
//
// Who may touch it: the thread of the scheduler that is passed, or that runs p.
#ifndef LM_PROCESS_H
#define LM_PROCESS_H

#include "process/lm_proc.h"
#include "sched/lm_sched.h"

enum { LM_FIRST_HEAP = 16 }; // free words of a new process: with all else it takes less than 1 KB

// A process with an empty heap of at least `words` free words, the bottom frame on its stack and a pid; it does not run yet.
// NULL: there are too many.
lm_proc *lm_process_new(lm_sched *sched, lm_proc *parent, size_t words);

// What it will run: code, with `count` arguments, terms of its own heap or constants.
void lm_process_set_entry(lm_proc *p, lumen_code code, const lm_term *arguments, size_t count);
// module:name(arguments...). An undefined function raises undef in the process.
void lm_process_set_call(lm_proc *p, lm_term module, lm_term name, const lm_term *arguments, size_t count);
// fun() in it; `fun` is of its own heap.
void lm_process_set_fun(lm_proc *p, lm_term fun);

// Makes it run.
void lm_process_start(lm_sched *sched, lm_proc *p);

// One slice. Afterwards p waits, stands in a queue, or is gone.
void lm_process_run(lm_sched *sched, lm_proc *p);

// Ends it: p->exit_reason says why. Afterwards p is gone, or stands in a queue, to go on ending: whoever is told of it and whatever
// is freed is counted, and a slice takes only so many.
void lm_process_end(lm_sched *sched, lm_proc *p);
enum { LM_END_SLICE = LM_STRESS ? 3 : 1000 };

// A process that ends already, and of which nobody knows: for what else takes long and can be done later. What it is to clear up is
// put into it, then it is started. NULL: there are too many.
lm_proc *lm_process_new_ending(lm_sched *sched);

// The runtime is closed, and no scheduler runs: clears up at once what those that stand in queues would have, and lets those that
// stand in the middle of a built-in come to its end.
void lm_process_end_all(lumen_runtime *rt);

// Saves what is live in xs on the stack of p, as a process that is away must.
void lm_process_save(lm_proc *p);

#endif
