// lm_runner.h: how what takes long in C gives way in its middle.
//
// A built-in or a collection may take longer than a slice: over a list of 10,000,000 it is a tenth of a second. It can't be left
// and entered again as compiled code can: where it stands is on the C stack. So the turns of a scheduler run on a C stack of their
// own, a runner. Whoever runs long calls lm_yield now and then; when its slice is over and somebody waits, its process keeps
// the runner, as it is, and stands in a queue like any other, and the scheduler goes on with another runner. When the process
// has its next turn, on whichever thread, its runner is gone on with, and the one that found it in the queue is spare.
//
//     the thread's own stack    runner 1                     runner 2
//     lm_runner_turns  ------>  turns, lm_process_run(p)
//                               compiled code
//                               lists:reverse/2, lm_yield
//     p keeps runner 1 <------
//     ------------------------------------------------------> turns, other processes, p again
//     runner 2 is spare <------------------------------------
//     ------------------------> lists:reverse/2 goes on ...
//
// While it has a runner (lm_proc.runner) nobody touches the process but its inbox; signals and questions wait until it is done.
// What its C code holds stays where it is, terms above all, for only the process itself collects its heap. But it may go on on
// another thread: p->sched, and all that hangs off it, may be another one after lm_yield. So only those yield who know of it: see
// LM_MAY_YIELD. No lock may be held, and no process that was found by its pid.
//
// The host is called on the thread's own stack (lm_call_out): a JVM wants to know the stack that it is called on.
//
// Where the platform has no fibers lm_yield does nothing, and everything is called directly.
#ifndef LM_RUNNER_H
#define LM_RUNNER_H

#include "sched/lm_sched.h"

typedef struct lm_runner lm_runner;

// Where the turns that run on a runner are told for which scheduler.
struct lm_runner {
#if LM_HAS_FIBERS
  lm_fiber fiber;
#endif
  lm_sched *sched; // whose turns it runs, or ran last
  lm_runner *next; // spare
};

// Calls `turns` on a runner, and returns when it has returned; the runner's scheduler is then this one, whichever it began with.
void lm_runner_turns(lm_sched *sched, void (*turns)(lm_runner *runner));

// For a lm_worker.
bool lm_runner_yield(lm_proc *p);
void lm_runner_slice_over(lm_proc *p, bool by_code);

#if LM_HAS_FIBERS

// A process with a runner has its turn: goes on with it. Returns when the runner that this is called on is needed again.
void lm_runner_go_on(lm_sched *sched, lm_proc *p);

// Calls `what` on the stack of this thread, which may be any.
void lm_call_out(void (*what)(void *argument), void *argument);

// Where the process stands in C is run to its end, as far as it goes in a runtime that stops. No scheduler runs.
void lm_runner_finish(lm_sched *sched, lm_proc *p);

void lm_runners_free(lm_sched *sched);

#else
static inline void lm_runner_go_on(lm_sched *sched, lm_proc *p) { (void)sched, (void)p; }
static inline void lm_call_out(void (*what)(void *argument), void *argument) { what(argument); }
static inline void lm_runner_finish(lm_sched *sched, lm_proc *p) { (void)sched, (void)p; }
static inline void lm_runners_free(lm_sched *sched) { (void)sched; }
#endif

#endif
