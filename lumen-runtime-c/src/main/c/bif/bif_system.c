// What can be asked of the runtime, and what can be set: erlang:statistics/1, system_info/1, system_flag/2.
#include "bif/lm_bif.h"
#include "sched/lm_runtime.h"
#include "sched/lm_sched.h"
#include "term/lm_map.h"

// ---- statistics -------------------------------------------------------------------------------------------------------

// {Total, SinceLastAsked}
static lm_term since_last(lm_proc *p, unsigned which, int64_t now) {
  int64_t last = atomic_exchange(&lm_runtime_of(p)->last_statistics[which], now);
  return lm_tuple2(p, lm_integer(p, now), lm_integer(p, now - last));
}

static int64_t queue_length(const lumen_runtime *rt, int sched) { return lm_ring_count(&rt->scheds[sched]->ring); }

static int64_t total_queue_length(lumen_runtime *rt) {
  int64_t count = lm_line_count(&rt->overflow);
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
    case LM_ATOM_TOTAL_ACTIVE_TASKS: {
      int64_t count = total_queue_length(rt);
      for (int i = 0; i < rt->sched_count; i++) count += running(rt, i);
      return lm_small(count);
    }
    case LM_ATOM_GARBAGE_COLLECTION: return lm_tuple3(p, lm_small(0), lm_small(0), lm_small(0));
    case LM_ATOM_CONTEXT_SWITCHES: return lm_tuple2(p, lm_small(p->sched->turns), lm_small(0));
    case LM_ATOM_IO: { // through ports, of which there are none
      lm_term in = lm_tuple2(p, LM_ATOM_INPUT, lm_small(0));
      return lm_tuple2(p, in, lm_tuple2(p, LM_ATOM_OUTPUT, lm_small(0)));
    }
    default: return lm_badarg(p);
  }
}

// ---- system_info ------------------------------------------------------------------------------------------------------

static lm_term text(lm_proc *p, const char *bytes) {
  size_t length = 0;
  while (bytes[length] != 0) length++;
  return lm_string(p, bytes, length, LM_NIL);
}

static lm_term os_version(lm_proc *p) {
  int32_t v[3];
  lm_os_version(v);
  return lm_tuple3(p, lm_small(v[0]), lm_small(v[1]), lm_small(v[2]));
}

// Limits that programs look at where there are none here: what OTP has by default.
enum { PORT_LIMIT = 65536, ETS_LIMIT = 8192, ATOM_LIMIT = 1048576, MIN_HEAP = 233, FULLSWEEP = 65535 };

static lm_term number(lm_proc *p, lm_term what) {
  lumen_runtime *rt = lm_runtime_of(p);
  switch (what) {
    case LM_ATOM_SCHEDULERS:
    case LM_ATOM_SCHEDULERS_ONLINE: return lm_small(rt->sched_count);
    case LM_ATOM_LOGICAL_PROCESSORS:
    case LM_ATOM_LOGICAL_PROCESSORS_ONLINE:
    case LM_ATOM_LOGICAL_PROCESSORS_AVAILABLE: return lm_small(lm_cpu_count());
    case LM_ATOM_SCHEDULER_ID: return lm_small((int64_t)p->sched->index + 1);
    case LM_ATOM_PROCESS_COUNT: return lm_small((int64_t)atomic_load(&rt->pids.live));
    case LM_ATOM_PROCESS_LIMIT: return lm_small((int64_t)rt->pids.most);
    case LM_ATOM_PORT_COUNT:
    case LM_ATOM_DIRTY_CPU_SCHEDULERS:
    case LM_ATOM_DIRTY_CPU_SCHEDULERS_ONLINE:
    case LM_ATOM_DIRTY_IO_SCHEDULERS:
    case LM_ATOM_CREATION:
    case LM_ATOM_TRACE_CONTROL_WORD: return lm_small(0);
    case LM_ATOM_PORT_LIMIT: return lm_small(PORT_LIMIT);
    case LM_ATOM_ETS_LIMIT: return lm_small(ETS_LIMIT);
    case LM_ATOM_ATOM_LIMIT: return lm_small(ATOM_LIMIT);
    case LM_ATOM_ETS_COUNT: {
      lm_mutex_lock(&rt->ets.lock);
      size_t count = rt->ets.count;
      lm_mutex_unlock(&rt->ets.lock);
      return lm_small((int64_t)count);
    }
    case LM_ATOM_WORDSIZE: return lm_small(sizeof(lm_term));
    case LM_ATOM_THREAD_POOL_SIZE: return lm_small(1);
    case LM_ATOM_START_TIME: return lm_integer(p, rt->start_time);
    case LM_ATOM_COMPAT_REL: return lm_small(25);
    default: return LM_NONE;
  }
}

static lm_term other(lm_proc *p, lm_term what) {
  switch (what) {
    case LM_ATOM_OTP_RELEASE: return text(p, "25"); // whose built-ins these are, and with the next two what they call themselves
    case LM_ATOM_VERSION: return text(p, "13.1.5");
    case LM_ATOM_DRIVER_VERSION: return text(p, "3.3");
    case LM_ATOM_NIF_VERSION: return text(p, "2.16");
    case LM_ATOM_MACHINE: return text(p, "LUMEN");
    case LM_ATOM_SYSTEM_ARCHITECTURE: return text(p, LM_HAS_THREADS ? "x86_64-pc-linux-gnu" : "wasm32-wasi");
    case LM_ATOM_OS_TYPE: {
      const char *name = lm_os_name();
      size_t length = 0;
      while (name[length] != 0) length++;
      return lm_tuple2(p, LM_ATOM_UNIX, lm_atom_intern(lm_runtime_of(p), (const uint8_t *)name, length));
    }
    case LM_ATOM_OS_VERSION: return os_version(p);
    case LM_ATOM_SMP_SUPPORT:
    case LM_ATOM_THREADS: return lm_boolean(LM_HAS_THREADS);
    case LM_ATOM_TIME_WARP_MODE: return LM_ATOM_NO_TIME_WARP;
    case LM_ATOM_TIME_OFFSET: return LM_ATOM_FINAL;
    case LM_ATOM_TIME_CORRECTION: return LM_ATOM_TRUE;
    case LM_ATOM_TOLERANT_TIMEOFDAY:
    case LM_ATOM_MULTI_SCHEDULING: return LM_ATOM_ENABLED;
    case LM_ATOM_MULTI_SCHEDULING_BLOCKERS: return LM_NIL;
    case LM_ATOM_BUILD_TYPE:
    case LM_ATOM_EMU_TYPE: return LM_ATOM_OPT;
    case LM_ATOM_EMU_FLAVOR: return LM_ATOM_EMU;
    case LM_ATOM_ENDIAN: return LM_ATOM_LITTLE;
    case LM_ATOM_KERNEL_POLL:
    case LM_ATOM_DEBUG_COMPILED:
    case LM_ATOM_BREAK_IGNORED: return LM_ATOM_FALSE;
    case LM_ATOM_MESSAGE_QUEUE_DATA: return LM_ATOM_ON_HEAP;
    case LM_ATOM_FULLSWEEP_AFTER: return lm_tuple2(p, what, lm_small(FULLSWEEP));
    case LM_ATOM_MIN_HEAP_SIZE: return lm_tuple2(p, what, lm_small(MIN_HEAP));
    case LM_ATOM_MAX_HEAP_SIZE: return lm_limit_term(p, (lm_limit){0});
    case LM_ATOM_SCHEDULERS_STATE: {
      lm_term n = lm_small(lm_runtime_of(p)->sched_count);
      return lm_tuple3(p, n, n, n);
    }
    default: return LM_NONE;
  }
}

lm_term lumen_bif_erlang_system_info_1(lm_proc *p, lm_term what) {
  if (lm_is_tuple(what) && lm_tuple_size(what) == 2 && lm_elements(what)[0] == LM_ATOM_WORDSIZE) {
    lm_term which = lm_elements(what)[1];
    return which == LM_ATOM_INTERNAL || which == LM_ATOM_EXTERNAL ? lm_small(sizeof(lm_term)) : lm_badarg(p);
  }
  lm_term value = number(p, what);
  if (value == LM_NONE) value = other(p, what);
  return value == LM_NONE ? lm_badarg(p) : value;
}

// ---- system_flag ------------------------------------------------------------------------------------------------------

static bool is_natural(lm_term t) { return lm_is_small(t) && lm_small_value(t) >= 0; }

// Flags that change nothing here: takes what OTP takes, and answers what OTP 25 has by default.
lm_term lumen_bif_erlang_system_flag_2(lm_proc *p, lm_term flag, lm_term value) {
  int schedulers = lm_runtime_of(p)->sched_count;
  switch (flag) {
    case LM_ATOM_BACKTRACE_DEPTH: return is_natural(value) ? lm_small(8) : lm_badarg(p);
    case LM_ATOM_FULLSWEEP_AFTER: return is_natural(value) ? lm_small(FULLSWEEP) : lm_badarg(p);
    case LM_ATOM_MIN_HEAP_SIZE: return is_natural(value) ? lm_small(MIN_HEAP) : lm_badarg(p);
    case LM_ATOM_TRACE_CONTROL_WORD: return is_natural(value) ? lm_small(0) : lm_badarg(p);
    case LM_ATOM_TIME_OFFSET: return value == LM_ATOM_FINALIZE ? LM_ATOM_FINAL : lm_badarg(p);
    case LM_ATOM_SCHEDULERS_ONLINE:
      return is_natural(value) && value != lm_small(0) && lm_small_value(value) <= schedulers ? lm_small(schedulers) : lm_badarg(p);
    default: return lm_badarg(p);
  }
}

// erts_internal: that all schedulers run is checked by asking one of them.
lm_term lumen_bif_erts_internal_system_check_1(lm_proc *p, lm_term what) {
  return what == LM_ATOM_SCHEDULERS ? LM_ATOM_OK : lm_badarg(p);
}

enum { NATIVE_PER_SECOND = 1000000000 };
lm_term lumen_bif_erts_internal_time_unit_0(lm_proc *p) { return (void)p, lm_small(NATIVE_PER_SECOND); }
lm_term lumen_bif_erts_internal_perf_counter_unit_0(lm_proc *p) { return (void)p, lm_small(NATIVE_PER_SECOND); }
