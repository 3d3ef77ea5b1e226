// lm_sched.h: one scheduler: a thread that runs processes, one after the other, a slice of LM_SLICE reductions each.
//
// A process starts and is woken on the scheduler of whoever started or woke it, behind all that wait there. A scheduler with nothing
// to do takes half of what another has waiting; a busy one takes from others what has waited longer than anything of its own. One that finds nothing sleeps until it is woken or a timer is due. Someone is woken when a
// process has to wait behind another; so two processes that talk to each other stay together.
//
// Who may touch it: its own thread, unless a function says any. What it knows: process/lm_scheduler.h.
#ifndef LM_SCHED_H
#define LM_SCHED_H

#include "process/lm_runtime.h"
#include "sched/lm_measures.h"
#include "sched/lm_timer.h"

lm_sched *lm_sched_new(lumen_runtime *rt, uint32_t index); // NULL: no memory for it
void lm_sched_free(lm_sched *sched);

// Runs processes until runtime->stopping or, with `until_idle`, until there is nothing to run and no timer to wait for.
void lm_sched_run(lm_sched *sched, bool until_idle);

// For the only scheduler of a system without threads, whose host has an event loop: takes input that is there and runs processes
// until the monotonic clock shows `end` (about), or none can run. Answers when to come again: 0: at once; else when the next
// timer is due, or LM_FOREVER; sooner if there is input.
int64_t lm_sched_turn(lm_sched *sched, int64_t end);

// Fires timers that are due; whether somebody waits for a turn, so that the one who has it may give it up. Its thread.
bool lm_sched_others_wait(lm_sched *sched);

// The process can run: it stands in no queue and is not WAITING any more. Called on the thread of `sched`.
void lm_sched_ready(lm_sched *sched, lm_proc *p);

// The thread of `sched` will be away in the host for who knows how long: what waits behind it shall run elsewhere.
void lm_sched_let_others(lm_sched *sched);

// Makes one more scheduler look for work, if one sleeps or was not started yet. Any thread.
void lm_sched_wake(lumen_runtime *rt);
// Makes all of them leave their loops; does not wait for it. Any thread.
void lm_sched_stop_all(lumen_runtime *rt);

#endif
