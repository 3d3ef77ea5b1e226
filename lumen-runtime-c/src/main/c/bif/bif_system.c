// What can be set: erlang:system_flag/2; and what is counted: erlang:statistics/1.
#include <string.h>

#include "bif/lm_bif.h"
#include "image/lm_atoms.h"
#include "sched/lm_runtime.h"
#include "sched/lm_sched.h"
#include "term/lm_map.h"

static bool is_named(lm_proc *p, lm_term atom, const char *text) {
  if (!lm_is_atom(atom)) return false;
  size_t length;
  const uint8_t *bytes = lm_atom_text(lm_runtime_of(p), atom, &length);
  return strlen(text) == length && memcmp(bytes, text, length) == 0;
}

static lm_term named(lm_proc *p, const char *text) {
  return lm_atom_intern(lm_runtime_of(p), (const uint8_t *)text, strlen(text));
}

// ---- statistics -------------------------------------------------------------------------------------------------------

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
static int64_t running(const lumen_runtime *rt, int sched) { return rt->scheds[sched]->current != NULL; }

static lm_term for_each_scheduler(lm_proc *p, bool with_running) {
  const lumen_runtime *rt = lm_runtime_of(p);
  lm_term list = LM_NIL;
  for (int i = rt->sched_count; i-- > 0;) {
    list = lm_cons(p, lm_small(queue_length(rt, i) + (with_running ? running(rt, i) : 0)), list);
  }
  return list;
}

static lm_term setting(lm_proc *p, enum lm_setting which) { return atomic_load(&lm_runtime_of(p)->settings.values[which]); }

// How long a scheduler was awake, and how long it has been there: nanoseconds. One that has not been started yet slept.
static void times(const lumen_runtime *rt, int sched, int64_t *awake, int64_t *total) {
  *total = lm_monotonic_time() - rt->start_time;
  *awake = sched < atomic_load(&rt->started) ? *total - atomic_load(&rt->scheds[sched]->asleep) : 0;
  if (*awake < 0) *awake = 0;
}

// [{Scheduler, Awake, Total}]
static lm_term wall_times(lm_proc *p) {
  const lumen_runtime *rt = lm_runtime_of(p);
  if (setting(p, LM_SETTING_SCHEDULER_WALL_TIME) != LM_ATOM_TRUE) return LM_ATOM_UNDEFINED;
  lm_term list = LM_NIL;
  for (int i = rt->sched_count; i-- > 0;) {
    int64_t awake, total;
    times(rt, i, &awake, &total);
    list = lm_cons(p, lm_tuple3(p, lm_small(i + 1), lm_integer(p, awake), lm_integer(p, total)), list);
  }
  return list;
}

// Of a scheduler only two states are known: it runs processes, or sleeps.
static lm_term microstates(lm_proc *p) {
  static const char *const states[] = {"aux", "check_io", "gc", "other", "port"};
  enum { OTHERS = sizeof states / sizeof *states };
  const lumen_runtime *rt = lm_runtime_of(p);
  bool counts = setting(p, LM_SETTING_MICROSTATE_ACCOUNTING) == LM_ATOM_TRUE;
  lm_term list = LM_NIL;
  for (int i = rt->sched_count; i-- > 0;) {
    int64_t awake, total;
    times(rt, i, &awake, &total);
    lm_term counters[2 * (OTHERS + 2)];
    for (size_t s = 0; s < OTHERS; s++) counters[2 * s] = named(p, states[s]), counters[2 * s + 1] = lm_small(0);
    counters[2 * OTHERS] = named(p, "emulator");
    counters[2 * OTHERS + 1] = lm_integer(p, counts ? awake : 0);
    counters[2 * OTHERS + 2] = named(p, "sleep");
    counters[2 * OTHERS + 3] = lm_integer(p, counts ? total - awake : 0);
    lm_term pairs[] = {named(p, "counters"), lm_map_of(p, counters, OTHERS + 2, NULL), LM_ATOM_ID, lm_small(i + 1),
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
  if (is_named(p, what, "total_active_tasks_all")) return total_active(p);
  if (is_named(p, what, "scheduler_wall_time") || is_named(p, what, "scheduler_wall_time_all")) return wall_times(p);
  if (is_named(p, what, "microstate_accounting")) return microstates(p);
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

// ---- system_flag ------------------------------------------------------------------------------------------------------

void lm_settings_init(lm_settings *s) {
  static const lm_term initial[LM_SETTINGS] = {
      [LM_SETTING_BACKTRACE_DEPTH] = LM_SMALL(8),       [LM_SETTING_FULLSWEEP_AFTER] = LM_SMALL(65535),
      [LM_SETTING_MIN_HEAP_SIZE] = LM_SMALL(233),       [LM_SETTING_MIN_BIN_VHEAP_SIZE] = LM_SMALL(46422),
      [LM_SETTING_OUTSTANDING_REQUESTS] = LM_SMALL(4),  [LM_SETTING_TRACE_CONTROL_WORD] = LM_SMALL(0),
      [LM_SETTING_SCHEDULER_WALL_TIME] = LM_ATOM_FALSE, [LM_SETTING_MICROSTATE_ACCOUNTING] = LM_ATOM_FALSE,
      [LM_SETTING_SYSTEM_LOGGER] = LM_ATOM_LOGGER,      [LM_SETTING_INTERNAL_STATE] = LM_ATOM_FALSE};
  for (size_t i = 0; i < LM_SETTINGS; i++) atomic_init(&s->values[i], initial[i]);
}

static lm_term set(lm_proc *p, enum lm_setting which, lm_term value, bool good) {
  return good ? atomic_exchange(&lm_runtime_of(p)->settings.values[which], value) : lm_badarg(p);
}

static bool is_between(lm_term t, int64_t low, int64_t high) {
  return lm_is_small(t) && lm_small_value(t) >= low && lm_small_value(t) <= high;
}

// OTP's sizes of heaps, from a: a, b, a + b + 1... as Fibonacci's numbers grow, and by a fifth from a million words on.
size_t lm_next_heap_size(size_t *before, size_t size) {
  size_t next = size < 833026 ? *before + size + 1 : size + size / 5;
  *before = size;
  return next;
}

static lm_term set_of_new(lm_proc *p, enum lm_setting which, lm_term value, bool good) {
  if (good) atomic_store(&lm_runtime_of(p)->settings.of_new, true);
  return set(p, which, value, good);
}

lm_term lm_heap_size_after(lm_term wanted) {
  if (!is_between(wanted, 0, (int64_t)1 << 50)) return wanted;
  size_t before = 12, size = 38;
  if (lm_small_value(wanted) <= (int64_t)before) return lm_small((int64_t)before);
  while ((int64_t)size < lm_small_value(wanted)) size = lm_next_heap_size(&before, size);
  return lm_small((int64_t)size);
}

static bool is_bind_type(lm_proc *p, lm_term value) {
  static const char *const types[] = {"unbound", "no_spread", "thread_spread", "processor_spread", "spread", "no_node_thread_spread",
                                      "no_node_processor_spread", "thread_no_node_processor_spread", "default_bind"};
  for (size_t i = 0; i < sizeof types / sizeof *types; i++)
    if (is_named(p, value, types[i])) return true;
  return false;
}

// Schedulers are never blocked: with one there is nothing to block.
static lm_term multi_scheduling(lm_proc *p, lm_term value) {
  static const char *const known[] = {"block", "unblock", "block_normal", "unblock_normal"};
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    if (is_named(p, value, known[i])) return lm_runtime_of(p)->sched_count > 1 ? LM_ATOM_ENABLED : named(p, "disabled");
  return lm_badarg(p);
}

static lm_term rare_flag(lm_proc *p, lm_term flag, lm_term value) {
  if (is_named(p, flag, "scheduler_wall_time")) return set(p, LM_SETTING_SCHEDULER_WALL_TIME, value, lm_is_boolean(value));
  if (is_named(p, flag, "microstate_accounting")) {
    if (is_named(p, value, "reset")) return setting(p, LM_SETTING_MICROSTATE_ACCOUNTING);
    return set(p, LM_SETTING_MICROSTATE_ACCOUNTING, value, lm_is_boolean(value));
  }
  if (is_named(p, flag, "outstanding_system_requests_limit")) {
    return set(p, LM_SETTING_OUTSTANDING_REQUESTS, value, is_between(value, 1, 134217727));
  }
  if (is_named(p, flag, "system_logger")) {
    bool good = value == LM_ATOM_LOGGER || value == LM_ATOM_UNDEFINED || lm_is_local_pid(value);
    return set(p, LM_SETTING_SYSTEM_LOGGER, value, good);
  }
  if (is_named(p, flag, "scheduler_bind_type")) return is_bind_type(p, value) ? named(p, "unbound") : lm_badarg(p);
  if (is_named(p, flag, "cpu_topology")) return value == LM_ATOM_UNDEFINED ? value : lm_badarg(p);
  if (is_named(p, flag, "sequential_tracer")) return value == LM_ATOM_FALSE ? value : lm_badarg(p);
  if (is_named(p, flag, "reset_seq_trace")) return LM_ATOM_TRUE;
  return lm_badarg(p);
}

lm_term lumen_bif_erlang_system_flag_2(lm_proc *p, lm_term flag, lm_term value) {
  lumen_runtime *rt = lm_runtime_of(p);
  lm_limit limit;
  switch (flag) {
    case LM_ATOM_BACKTRACE_DEPTH: return set(p, LM_SETTING_BACKTRACE_DEPTH, value, is_between(value, 0, INT32_MAX));
    case LM_ATOM_FULLSWEEP_AFTER: {
      lm_term most = is_between(value, 65536, INT64_MAX) ? lm_small(65535) : value;
      return set_of_new(p, LM_SETTING_FULLSWEEP_AFTER, most, is_between(value, 0, INT64_MAX));
    }
    case LM_ATOM_MIN_HEAP_SIZE: return set_of_new(p, LM_SETTING_MIN_HEAP_SIZE, lm_heap_size_after(value), is_between(value, 0, INT64_MAX));
    case LM_ATOM_MIN_BIN_VHEAP_SIZE:
      return set_of_new(p, LM_SETTING_MIN_BIN_VHEAP_SIZE, lm_heap_size_after(value), is_between(value, 0, INT64_MAX));
    case LM_ATOM_MAX_HEAP_SIZE: {
      if (!lm_limit_of(value, &limit)) return lm_badarg(p);
      lm_mutex_lock(&rt->settings_lock);
      lm_limit old = rt->limit;
      rt->limit = limit;
      lm_mutex_unlock(&rt->settings_lock);
      return lm_limit_term(p, old);
    }
    case LM_ATOM_TRACE_CONTROL_WORD: return set(p, LM_SETTING_TRACE_CONTROL_WORD, value, is_between(value, 0, UINT32_MAX));
    case LM_ATOM_TIME_OFFSET: return is_named(p, value, "finalize") ? LM_ATOM_FINAL : lm_badarg(p);
    case LM_ATOM_SCHEDULERS_ONLINE: // all of them, whatever is asked for
      return is_between(value, 1, rt->sched_count) ? lm_small(rt->sched_count) : lm_badarg(p);
    case LM_ATOM_MULTI_SCHEDULING: return multi_scheduling(p, value);
    default: return rare_flag(p, flag, value);
  }
}

// erts_internal: that all schedulers run is checked by asking one of them.
lm_term lumen_bif_erts_internal_system_check_1(lm_proc *p, lm_term what) {
  return what == LM_ATOM_SCHEDULERS ? LM_ATOM_OK : lm_badarg(p);
}

enum { NATIVE_PER_SECOND = 1000000000 };
lm_term lumen_bif_erts_internal_time_unit_0(lm_proc *p) { return (void)p, lm_small(NATIVE_PER_SECOND); }
lm_term lumen_bif_erts_internal_perf_counter_unit_0(lm_proc *p) { return (void)p, lm_small(NATIVE_PER_SECOND); }
