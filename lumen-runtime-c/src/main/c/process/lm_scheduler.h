// lm_scheduler.h: what one scheduler knows: a thread that runs processes, one after the other. What it does is sched/'s matter.
//
// Who may touch it: its own thread, except where it says atomic, or names a lock.
#ifndef LM_SCHEDULER_H
#define LM_SCHEDULER_H

#include "memory/lm_pool.h"
#include "process/lm_epoch.h"
#include "process/lm_pids.h"
#include "process/lm_queue.h"
#include "work/lm_work.h"

// How long it did what (sched/lm_measures.h): nanoseconds.
typedef struct lm_clocks {
  int64_t awake, asleep;
  int64_t collecting; // of awake
} lm_clocks;

typedef struct lm_measures {
  lm_clocks wall_since;           // the clocks when measuring of wall time began
  lm_clocks micro_since, micro;   // and of microstates; what was measured before that
} lm_measures;

struct lm_sched {
  lm_worker worker;        // first: what works for its process knows it
  lumen_runtime *runtime;
  lm_pool *pool;
  lm_term *xs;             // LUMEN_MAX_LIVE words, for the process that runs
  struct {
    const lumen_function *handler;
    lm_term module;      // LM_NONE: the handler is the module's own
    lm_term name;
    uint64_t arity;
  } undefined;             // a function that is not there, about to be called (image/lm_undefined.h)
  lm_term table_name;      // of the table that was found by its name last (ets/lm_ets_enter.c); LM_NONE: none was
  struct lm_ets_table *named_table; // maybe it has another name, or is gone, by now
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
  bool is_host;            // runtime->host_sched and visitors: no thread, no ring
  lm_sched *next_visitor;  // runtime->visitors_lock
  lm_proc *scratch;        // of a visitor (sched/lm_visitor.h)
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
  struct lm_timers *timers; // sched/lm_timer.h
  lm_ring ring;
};

// Whose thread this is; NULL: no scheduler's.
static inline lm_sched *lm_sched_of_thread(void) { return (lm_sched *)lm_worker_of_thread(); }

// The runtime that a process belongs to.
static inline lumen_runtime *lm_runtime_of(lm_proc *p) { return p->sched->runtime; }

// A number that this runtime never handed out before; not 0.
uint64_t lm_unique(lm_sched *sched);

// The memory of a scheduler. Its thread only.
static inline lm_pool *lm_sched_pool(lm_sched *sched) { return sched->pool; }

#endif
