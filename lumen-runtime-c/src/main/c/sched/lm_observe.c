#include "sched/lm_observe.h"

#include "exec/lm_raise.h"
#include "heap/lm_copy.h"
#include "lumen_atoms.h"
#include "process/lm_rare.h"
#include "sched/lm_sched.h"
#include "sched/lm_signal.h"
#include "sched/lm_trace.h"

enum { NANOSECONDS_OF_A_MILLISECOND = 1000000 };

// ---- settings -----------------------------------------------------------------------------------------------------------

static bool lives(lumen_runtime *rt, lm_term pid) { return pid != LM_NONE && lm_pids_find(&rt->pids, pid) != NULL; }

static void watch_monitored(lumen_runtime *rt) {
  const lm_system_monitor *m = &rt->monitor;
  lm_watch(rt, LM_WATCH_HEAPS, m->pid != LM_NONE && (m->long_gc != 0 || m->large_heap != 0));
  lm_watch(rt, LM_WATCH_LONG_TURNS, m->pid != LM_NONE && m->long_schedule != 0);
}

lm_system_monitor lm_system_monitor_of(lumen_runtime *rt) {
  lm_mutex_lock(&rt->settings_lock);
  if (!lives(rt, rt->monitor.pid)) {
    rt->monitor = (lm_system_monitor){.pid = LM_NONE};
    watch_monitored(rt);
  }
  lm_system_monitor monitor = rt->monitor;
  lm_mutex_unlock(&rt->settings_lock);
  return monitor;
}

void lm_system_monitor_set(lumen_runtime *rt, const lm_system_monitor *monitor) {
  lm_mutex_lock(&rt->settings_lock);
  rt->monitor = *monitor;
  watch_monitored(rt);
  lm_mutex_unlock(&rt->settings_lock);
}

static void watch_profiled(lumen_runtime *rt) {
  lm_watch(rt, LM_WATCH_PROFILE, rt->profile.pid != LM_NONE && (rt->profile.what & LM_PROFILE_PROCS) != 0);
}

lm_system_profile lm_system_profile_of(lumen_runtime *rt) {
  lm_mutex_lock(&rt->settings_lock);
  if (!lives(rt, rt->profile.pid)) {
    rt->profile = (lm_system_profile){.pid = LM_NONE};
    watch_profiled(rt);
  }
  lm_system_profile profile = rt->profile;
  lm_mutex_unlock(&rt->settings_lock);
  return profile;
}

void lm_system_profile_set(lumen_runtime *rt, const lm_system_profile *profile) {
  lm_mutex_lock(&rt->settings_lock);
  rt->profile = *profile;
  watch_profiled(rt);
  lm_mutex_unlock(&rt->settings_lock);
}

// ---- what is told -------------------------------------------------------------------------------------------------------

// {monitor, Pid, What, [{Name, Value}]}
static void tell_monitor(lm_proc *p, lm_term pid, lm_term what, const lm_trace_pair *pairs, size_t count) {
  enum { MOST = 7 };
  lm_term words[MOST * LM_TRACE_PAIR_WORDS], list = lm_trace_pairs_at(words, pairs, count);
  lm_term tuple[] = {LM_HEADER(LM_KIND_TUPLE, 0, 4), LM_ATOM_MONITOR, p->abi.self, what, list};
  lm_trace_send(p, pid, lm_boxed_at(tuple));
}

// What the heap takes counts, used or not.
static void collected(lm_proc *p, int64_t nanoseconds) {
  lm_system_monitor m = lm_system_monitor_of(lm_runtime_of(p));
  if (m.pid == LM_NONE || m.pid == p->abi.self) return;
  const lm_heap *h = &p->heap;
  const lm_term *top = p->abi.hp < p->abi.sp ? p->abi.hp : p->abi.sp;
  size_t block = (size_t)(h->block_end - h->block);
  const lm_trace_pair pairs[] = {
      {LM_ATOM_TIMEOUT, lm_small(nanoseconds / NANOSECONDS_OF_A_MILLISECOND)},
      {LM_ATOM_OLD_HEAP_BLOCK_SIZE, lm_small((int64_t)h->old_words)},
      {LM_ATOM_HEAP_BLOCK_SIZE, lm_small((int64_t)block)},
      {LM_ATOM_MBUF_SIZE, lm_small((int64_t)h->fragment_words)},
      {LM_ATOM_STACK_SIZE, lm_small(h->block_end - p->abi.sp)},
      {LM_ATOM_OLD_HEAP_SIZE, lm_small((int64_t)h->old_words)},
      {LM_ATOM_HEAP_SIZE, lm_small(top - h->block)},
  };
  enum { PAIRS = sizeof pairs / sizeof *pairs };
  if (m.long_gc != 0 && nanoseconds >= m.long_gc * NANOSECONDS_OF_A_MILLISECOND) tell_monitor(p, m.pid, LM_ATOM_LONG_GC, pairs, PAIRS);
  bool large = m.large_heap != 0 && block + h->old_words + h->fragment_words >= (size_t)m.large_heap;
  if (large) tell_monitor(p, m.pid, LM_ATOM_LARGE_HEAP, pairs + 1, PAIRS - 1);
}

// ---- turns --------------------------------------------------------------------------------------------------------------

// {M, F, A}, or what else is said where no function is known.
static lm_term function_at(lm_term *words, const lumen_function *f, lm_term otherwise) {
  if (f == NULL) return otherwise;
  words[0] = LM_HEADER(LM_KIND_TUPLE, 0, 3);
  words[1] = f->module;
  words[2] = f->name;
  words[3] = lm_small(f->arity);
  return lm_boxed_at(words);
}

static const lumen_function *function_of(lm_proc *p) {
  const lumen_function *f = lm_innermost_function(p->abi.sp + p->abi.live);
  return f != NULL ? f : p->initial;
}

static void tell_profiler(lm_proc *p, lm_term state) {
  lm_system_profile profile = lm_system_profile_of(lm_runtime_of(p));
  p->is_profiled = state == LM_ATOM_ACTIVE;
  if (profile.pid == LM_NONE || profile.pid == p->abi.self) return;
  lm_term time_words[LM_TRACE_TIME_WORDS], function_words[4];
  lm_term function = function_at(function_words, function_of(p), lm_small(0));
  lm_term time = lm_trace_time_at(time_words, lm_runtime_of(p), profile.time);
  lm_term tuple[] = {LM_HEADER(LM_KIND_TUPLE, 0, 5), LM_ATOM_PROFILE, p->abi.self, state, function, time};
  lm_trace_send(p, profile.pid, lm_boxed_at(tuple));
}

static void enters(lm_proc *p) {
  if (lm_watches(lm_runtime_of(p), LM_WATCH_PROFILE) && !p->is_profiled) tell_profiler(p, LM_ATOM_ACTIVE);
  if (!lm_watches(lm_runtime_of(p), LM_WATCH_LONG_TURNS)) return;
  lm_rare *rare = lm_rare_of(p);
  rare->turn_began = lm_monotonic_time();
  rare->turn_began_in = function_of(p);
}

static void tell_long_turn(lm_proc *p) {
  int64_t took = lm_monotonic_time() - p->rare->turn_began;
  p->rare->turn_began = 0;
  lm_system_monitor m = lm_system_monitor_of(lm_runtime_of(p));
  if (m.pid == LM_NONE || m.pid == p->abi.self || m.long_schedule == 0) return;
  if (took < m.long_schedule * NANOSECONDS_OF_A_MILLISECOND) return;
  lm_term in[4], out[4];
  const lm_trace_pair pairs[] = {
      {LM_ATOM_TIMEOUT, lm_small(took / NANOSECONDS_OF_A_MILLISECOND)},
      {LM_ATOM_IN, function_at(in, p->rare->turn_began_in, LM_ATOM_UNDEFINED)},
      {LM_ATOM_OUT, function_at(out, function_of(p), LM_ATOM_UNDEFINED)},
  };
  tell_monitor(p, m.pid, LM_ATOM_LONG_SCHEDULE, pairs, sizeof pairs / sizeof *pairs);
}

static void leaves(lm_proc *p, bool waits) {
  if (p->rare != NULL && p->rare->turn_began != 0) tell_long_turn(p);
  if (waits && p->is_profiled) tell_profiler(p, LM_ATOM_INACTIVE);
}

void lm_observe(lumen_runtime *rt) {
  static const lm_observer observer = {collected, enters, leaves};
  atomic_store_explicit(&rt->observer, &observer, memory_order_release);
}
