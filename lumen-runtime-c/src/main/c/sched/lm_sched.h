// lm_sched.h: one scheduler: a thread that runs processes, one after the other, a slice of LM_SLICE reductions each.
//
// A process starts and is woken on the scheduler of whoever started or woke it, behind all that wait there. A scheduler with nothing
// to do takes half of what another has waiting; a busy one takes from others what has waited longer than anything of its own. One that finds nothing sleeps until it is woken or a timer is due. Someone is woken when a
// process has to wait behind another; so two processes that talk to each other stay together.
//
// Who may touch it: its own thread, except where it says atomic, and the timers (their lock).
#ifndef LM_SCHED_H
#define LM_SCHED_H

#include "memory/lm_pool.h"
#include "process/lm_epoch.h"
#include "sched/lm_measures.h"
#include "process/lm_pids.h"
#include "process/lm_queue.h"
#include "sched/lm_timer.h"

#define LM_SLICE (LM_STRESS ? 1 : 4000)

struct lm_sched {
  lumen_runtime *runtime;
  lm_pool *pool;
  lm_term *xs;             // LUMEN_MAX_LIVE words, for the process that runs
  lm_proc *current;
  struct {
    const lumen_function *handler;
    lm_term module;      // LM_NONE: the handler is the module's own
    lm_term name;
    uint64_t arity;
  } undefined;             // a function that is not there, about to be called (image/lm_undefined.h)
  uint64_t next_unique;    // [next_unique, unique_end) are ours to hand out
  uint64_t unique_end;
  uint32_t index;          // in runtime->scheds
  uint32_t turns;          // slices run
  int64_t now;             // monotonic time: read every few turns, and whenever a process used up its slice
  int64_t next_look;       // by when to look around again (begin_turn)
  uint32_t looks_at;       // index of the other scheduler whose turn it is to be looked at
  uint32_t due_to_low;     // how much of a turn low processes are owed; 16 bits behind the point
  bool pulls;              // that one may have what waits longer than what is here
  uint64_t random;
  bool is_host;            // runtime->host_sched: no thread, no ring
  bool has_thread;         // else the thread of lumen_main runs it
  lm_thread thread;
  lm_sched *next_sleeping; // runtime->sleep_lock
  bool is_sleeping;        // likewise
  _Atomic int64_t asleep;  // nanoseconds; written by its thread
  _Atomic int64_t asleep_since; // lies down since then; 0: does not
  _Atomic int64_t collecting; // nanoseconds, while microstates are measured
  lm_measures measures;    // runtime->settings_lock
  lm_parking parking;
  lm_proc *found;          // by a scheduler that had nothing to do: runs next
  int64_t turns_end;       // monotonic time when lm_sched_turn shall end
  struct lm_runner *runner; // that runs its turns now; NULL: they run on the stack of the thread (lm_runner.c, as what follows)
  struct lm_runner *spare_runners;
  uint32_t spare_runner_count;
  int runner_request;
  lm_proc *runner_process;
  void (*runner_turns)(struct lm_runner *runner);
  void (*call_out)(void *argument);
  void *call_out_argument;
#if LM_HAS_FIBERS
  lm_fiber own_stack;      // of the thread
#endif
  lm_pid_cache pid_cache;
  lm_epoch_member epoch;
  lm_timers timers;
  lm_ring ring;
};

lm_sched *lm_sched_new(lumen_runtime *rt, uint32_t index); // NULL: no memory for it
void lm_sched_free(lm_sched *sched);

// Runs processes until runtime->stopping or, with `until_idle`, until there is nothing to run and no timer to wait for.
void lm_sched_run(lm_sched *sched, bool until_idle);

// For the only scheduler of a system without threads, whose host has an event loop: takes input that is there and runs processes
// until the monotonic clock shows `end` (about), or none can run. Answers when to come again: 0: at once; else when the next
// timer is due, or LM_FOREVER; sooner if there is input.
int64_t lm_sched_turn(lm_sched *sched, int64_t end);

// From here on, until it is said with NULL, the calling thread runs `sched`.
void lm_sched_begin(lm_sched *sched);
// Whose thread this is; NULL: no scheduler's.
lm_sched *lm_sched_of_thread(void);

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

// A number that this runtime never handed out before; not 0.
uint64_t lm_unique(lm_sched *sched);

// The memory of a scheduler. Its thread only.
static inline lm_pool *lm_sched_pool(lm_sched *sched) { return sched->pool; }

#endif
