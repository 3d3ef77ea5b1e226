// What can be set: erlang:system_flag/2.
#include <string.h>

#include "bif/lm_bif.h"
#include "process/lm_runtime.h"
#include "sched/lm_limit.h"
#include "sched/lm_measures.h"
#include "sched/lm_sched.h"
#include "term/lm_atoms.h"

// ---- system_flag ------------------------------------------------------------------------------------------------------

static lm_term set(lm_proc *p, enum lm_setting which, lm_term value, bool good) {
  return good ? atomic_exchange(&lm_runtime_of(p)->settings.values[which], value) : lm_badarg(p);
}

static bool is_between(lm_term t, int64_t low, int64_t high) {
  return lm_is_small(t) && lm_small_value(t) >= low && lm_small_value(t) <= high;
}

static lm_term set_of_new(lm_proc *p, enum lm_setting which, lm_term value, bool good) {
  if (good) atomic_store(&lm_runtime_of(p)->settings.of_new, true);
  return set(p, which, value, good);
}

static bool is_bind_type(lm_proc *p, lm_term value) {
  static const char *const types[] = {"unbound", "no_spread", "thread_spread", "processor_spread", "spread", "no_node_thread_spread",
                                      "no_node_processor_spread", "thread_no_node_processor_spread", "default_bind"};
  for (size_t i = 0; i < sizeof types / sizeof *types; i++)
    if (lm_atom_is(p, value, types[i])) return true;
  return false;
}

// Schedulers are never blocked: with one there is nothing to block.
static lm_term multi_scheduling(lm_proc *p, lm_term value) {
  static const char *const known[] = {"block", "unblock", "block_normal", "unblock_normal"};
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    if (lm_atom_is(p, value, known[i])) return lm_runtime_of(p)->sched_count > 1 ? LM_ATOM_ENABLED : lm_atom_named(p, "disabled");
  return lm_badarg(p);
}

static lm_term rare_flag(lm_proc *p, lm_term flag, lm_term value) {
  if (lm_atom_is(p, flag, "scheduler_wall_time")) {
    return lm_is_boolean(value) ? lm_boolean(lm_measure_wall_time(p, value == LM_ATOM_TRUE)) : lm_badarg(p);
  }
  if (lm_atom_is(p, flag, "microstate_accounting")) {
    if (lm_atom_is(p, value, "reset")) return lm_boolean(lm_reset_microstates(lm_runtime_of(p)));
    return lm_is_boolean(value) ? lm_boolean(lm_measure_microstates(lm_runtime_of(p), value == LM_ATOM_TRUE)) : lm_badarg(p);
  }
  if (lm_atom_is(p, flag, "outstanding_system_requests_limit")) {
    return set(p, LM_SETTING_OUTSTANDING_REQUESTS, value, is_between(value, 1, 134217727));
  }
  if (lm_atom_is(p, flag, "system_logger")) {
    bool good = value == LM_ATOM_LOGGER || value == LM_ATOM_UNDEFINED || lm_is_local_pid(value);
    return set(p, LM_SETTING_SYSTEM_LOGGER, value, good);
  }
  if (lm_atom_is(p, flag, "scheduler_bind_type")) return is_bind_type(p, value) ? lm_atom_named(p, "unbound") : lm_badarg(p);
  if (lm_atom_is(p, flag, "cpu_topology")) return value == LM_ATOM_UNDEFINED ? value : lm_badarg(p);
  if (lm_atom_is(p, flag, "sequential_tracer")) return value == LM_ATOM_FALSE ? value : lm_badarg(p);
  if (lm_atom_is(p, flag, "reset_seq_trace")) return LM_ATOM_TRUE;
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
    case LM_ATOM_TIME_OFFSET: return lm_atom_is(p, value, "finalize") ? LM_ATOM_FINAL : lm_badarg(p);
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
