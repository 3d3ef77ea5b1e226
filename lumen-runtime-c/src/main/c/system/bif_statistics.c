// What is counted: erlang:statistics/1.
#include "bif/lm_bif.h"
#include "process/lm_runtime.h"
#include "sched/lm_measures.h"
#include "sched/lm_sched.h"
#include "term/lm_atoms.h"
#include "term/lm_map.h"

// {Total, SinceLastAsked}
static lm_term since_last(lm_proc *p, unsigned which, int64_t now) {
  int64_t last = atomic_exchange(&lm_runtime_of(p)->last_statistics[which], now);
  return lm_tuple2(p, lm_integer(p, now), lm_integer(p, now - last));
}

static int64_t queue_length(const lumen_runtime *rt, int sched) { return lm_ring_count(&rt->scheds[sched]->ring); }

static int64_t total_queue_length(lumen_runtime *rt) {
  int64_t count = lm_line_count(&rt->arrivals);
  for (int i = 0; i < rt->sched_count; i++) count += queue_length(rt, i);
  return count;
}

// How many run on a scheduler, besides those that wait in its queue.
static int64_t running(const lumen_runtime *rt, int sched) { return rt->scheds[sched]->worker.current != NULL; }

static lm_term for_each_scheduler(lm_proc *p, bool with_running) {
  const lumen_runtime *rt = lm_runtime_of(p);
  lm_term list = LM_NIL;
  for (int i = rt->sched_count; i-- > 0;) {
    list = lm_cons(p, lm_small(queue_length(rt, i) + (with_running ? running(rt, i) : 0)), list);
  }
  return list;
}

// [{Scheduler, Awake, Total}]
static lm_term wall_times(lm_proc *p) {
  lumen_runtime *rt = lm_runtime_of(p);
  lm_term list = LM_NIL;
  for (int i = rt->sched_count; i-- > 0;) {
    lm_clocks c;
    if (!lm_wall_time_of(rt, i, &c)) return LM_ATOM_UNDEFINED;
    list = lm_cons(p, lm_tuple3(p, lm_small(i + 1), lm_integer(p, c.awake), lm_integer(p, c.awake + c.asleep)), list);
  }
  return list;
}

// Of a scheduler three states are known: it runs processes, collects their garbage, or sleeps.
static lm_term microstates(lm_proc *p) {
  static const char *const others[] = {"aux", "check_io", "other", "port"};
  enum { OTHERS = sizeof others / sizeof *others };
  lumen_runtime *rt = lm_runtime_of(p);
  lm_term list = LM_NIL;
  for (int i = rt->sched_count; i-- > 0;) {
    lm_clocks c = lm_microstates_of(rt, i);
    lm_term counters[2 * (OTHERS + 3)], *next = counters;
    for (size_t s = 0; s < OTHERS; s++) *next++ = lm_atom_named(p, others[s]), *next++ = lm_small(0);
    *next++ = LM_ATOM_EMULATOR, *next++ = lm_integer(p, c.awake - c.collecting);
    *next++ = lm_atom_named(p, "gc"), *next++ = lm_integer(p, c.collecting);
    *next++ = lm_atom_named(p, "sleep"), *next++ = lm_integer(p, c.asleep);
    lm_term pairs[] = {lm_atom_named(p, "counters"), lm_map_of(p, counters, OTHERS + 3, NULL), LM_ATOM_ID, lm_small(i + 1),
                       LM_ATOM_TYPE, LM_ATOM_SCHEDULER};
    list = lm_cons(p, lm_map_of(p, pairs, 3, NULL), list);
  }
  return list;
}

static lm_term total_active(lm_proc *p) {
  lumen_runtime *rt = lm_runtime_of(p);
  int64_t count = total_queue_length(rt);
  for (int i = 0; i < rt->sched_count; i++) count += running(rt, i);
  return lm_small(count);
}

static lm_term rare_statistics(lm_proc *p, lm_term what) {
  if (lm_atom_is(p, what, "total_active_tasks_all")) return total_active(p);
  if (lm_atom_is(p, what, "scheduler_wall_time") || lm_atom_is(p, what, "scheduler_wall_time_all")) return wall_times(p);
  if (lm_atom_is(p, what, "microstate_accounting")) return microstates(p);
  return lm_badarg(p);
}

lm_term lumen_bif_erlang_statistics_1(lm_proc *p, lm_term what) {
  lumen_runtime *rt = lm_runtime_of(p);
  switch (what) {
    case LM_ATOM_RUNTIME: return since_last(p, 0, lm_cpu_time() / 1000000);
    case LM_ATOM_WALL_CLOCK: return since_last(p, 1, (lm_monotonic_time() - rt->start_time) / 1000000);
    case LM_ATOM_REDUCTIONS:
    case LM_ATOM_EXACT_REDUCTIONS: return since_last(p, 2, atomic_load(&rt->reductions) + (int64_t)p->reductions_done);
    case LM_ATOM_RUN_QUEUE:
    case LM_ATOM_TOTAL_RUN_QUEUE_LENGTHS:
    case LM_ATOM_TOTAL_RUN_QUEUE_LENGTHS_ALL: return lm_small(total_queue_length(rt));
    case LM_ATOM_RUN_QUEUE_LENGTHS:
    case LM_ATOM_RUN_QUEUE_LENGTHS_ALL: return for_each_scheduler(p, false);
    case LM_ATOM_ACTIVE_TASKS:
    case LM_ATOM_ACTIVE_TASKS_ALL: return for_each_scheduler(p, true);
    case LM_ATOM_TOTAL_ACTIVE_TASKS: return total_active(p);
    case LM_ATOM_GARBAGE_COLLECTION: {
      int64_t words = atomic_load_explicit(&rt->words_reclaimed, memory_order_relaxed);
      return lm_tuple3(p, lm_integer(p, atomic_load_explicit(&rt->collections, memory_order_relaxed)), lm_integer(p, words), lm_small(0));
    }
    case LM_ATOM_CONTEXT_SWITCHES: return lm_tuple2(p, lm_small(p->sched->turns), lm_small(0));
    case LM_ATOM_IO: { // through ports, of which there are none
      lm_term in = lm_tuple2(p, LM_ATOM_INPUT, lm_small(0));
      return lm_tuple2(p, in, lm_tuple2(p, LM_ATOM_OUTPUT, lm_small(0)));
    }
    default: return rare_statistics(p, what);
  }
}
