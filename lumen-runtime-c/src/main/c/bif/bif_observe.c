// erlang:system_monitor/0,1,2 and system_profile/0,2.
#include "bif/lm_bif.h"
#include "sched/lm_observe.h"
#include "sched/lm_sched.h"
#include "sched/lm_trace.h"

static bool is_pair(lm_term t) { return lm_is_tuple(t) && lm_tuple_size(t) == 2; }
static bool lives(lm_proc *p, lm_term pid) { return lm_is_local_pid(pid) && lm_pids_find(&lm_runtime_of(p)->pids, pid) != NULL; }

// ---- system_monitor -----------------------------------------------------------------------------------------------------

enum { SMALLEST_LARGE_HEAP = 16384 }; // words, as in OTP

static lm_term with_limit(lm_proc *p, lm_term name, int64_t limit, lm_term list) {
  return limit == 0 ? list : lm_cons(p, lm_tuple2(p, name, lm_small(limit)), list);
}

static lm_term with_name(lm_proc *p, bool is_set, lm_term name, lm_term list) { return is_set ? lm_cons(p, name, list) : list; }

static lm_term monitor_term(lm_proc *p, const lm_system_monitor *m) {
  if (m->pid == LM_NONE) return LM_ATOM_UNDEFINED;
  lm_term list = with_limit(p, LM_ATOM_LONG_GC, m->long_gc, LM_NIL);
  list = with_limit(p, LM_ATOM_LONG_SCHEDULE, m->long_schedule, list);
  list = with_limit(p, LM_ATOM_LARGE_HEAP, m->large_heap, list);
  list = with_name(p, m->busy_port, LM_ATOM_BUSY_PORT, list);
  list = with_name(p, m->busy_dist_port, LM_ATOM_BUSY_DIST_PORT, list);
  return lm_tuple2(p, m->pid, list);
}

static bool limit_of(lm_term value, int64_t least, int64_t *limit) {
  if (!lm_is_small(value) || lm_small_value(value) < 0) return false;
  *limit = lm_small_value(value) > least ? lm_small_value(value) : least;
  return true;
}

static bool monitor_option(lm_term o, lm_system_monitor *m) {
  if (o == LM_ATOM_BUSY_PORT) return m->busy_port = true;
  if (o == LM_ATOM_BUSY_DIST_PORT) return m->busy_dist_port = true;
  if (!is_pair(o)) return false;
  switch (lm_elements(o)[0]) {
    case LM_ATOM_LONG_GC: return limit_of(lm_elements(o)[1], 1, &m->long_gc);
    case LM_ATOM_LONG_SCHEDULE: return limit_of(lm_elements(o)[1], 1, &m->long_schedule);
    case LM_ATOM_LARGE_HEAP: return limit_of(lm_elements(o)[1], SMALLEST_LARGE_HEAP, &m->large_heap);
    default: return false;
  }
}

static lm_term set_monitor(lm_proc *p, const lm_system_monitor *m) {
  lm_system_monitor old = lm_system_monitor_of(lm_runtime_of(p));
  lm_observe(lm_runtime_of(p));
  lm_system_monitor_set(lm_runtime_of(p), m);
  return monitor_term(p, &old);
}

lm_term lumen_bif_erlang_system_monitor_0(lm_proc *p) {
  lm_system_monitor m = lm_system_monitor_of(lm_runtime_of(p));
  return monitor_term(p, &m);
}

lm_term lumen_bif_erlang_system_monitor_2(lm_proc *p, lm_term pid, lm_term list) {
  lm_system_monitor m = {.pid = LM_NONE}, nobody = m;
  if (pid == LM_ATOM_UNDEFINED) return set_monitor(p, &m);
  if (!lives(p, pid)) return lm_badarg(p);
  if (list == LM_NIL) return set_monitor(p, &nobody);
  m.pid = pid;
  for (; lm_is_cons(list); list = lm_tail(list)) {
    if (!monitor_option(lm_head(list), &m)) return lm_badarg(p);
  }
  return lm_is_nil(list) ? set_monitor(p, &m) : lm_badarg(p);
}

lm_term lumen_bif_erlang_system_monitor_1(lm_proc *p, lm_term settings) {
  if (settings == LM_ATOM_UNDEFINED) return lumen_bif_erlang_system_monitor_2(p, settings, LM_NIL);
  return is_pair(settings) ? lumen_bif_erlang_system_monitor_2(p, lm_elements(settings)[0], lm_elements(settings)[1]) : lm_badarg(p);
}

// ---- system_profile -----------------------------------------------------------------------------------------------------

static lm_term profile_term(lm_proc *p, const lm_system_profile *s) {
  if (s->pid == LM_NONE) return LM_ATOM_UNDEFINED;
  lm_term list = with_name(p, s->what & LM_PROFILE_PORTS, LM_ATOM_RUNNABLE_PORTS, LM_NIL);
  list = with_name(p, s->what & LM_PROFILE_PROCS, LM_ATOM_RUNNABLE_PROCS, list);
  list = with_name(p, s->what & LM_PROFILE_SCHEDULER, LM_ATOM_SCHEDULER, list);
  list = with_name(p, s->what & LM_PROFILE_EXCLUSIVE, LM_ATOM_EXCLUSIVE, list);
  return lm_tuple2(p, s->pid, list);
}

static bool profile_option(lm_term o, lm_system_profile *s) {
  switch (o) {
    case LM_ATOM_RUNNABLE_PROCS: s->what |= LM_PROFILE_PROCS; return true;
    case LM_ATOM_RUNNABLE_PORTS: s->what |= LM_PROFILE_PORTS; return true;
    case LM_ATOM_SCHEDULER: s->what |= LM_PROFILE_SCHEDULER; return true;
    case LM_ATOM_EXCLUSIVE: s->what |= LM_PROFILE_EXCLUSIVE; return true;
    case LM_ATOM_TIMESTAMP: s->time = LM_TRACE_TIMESTAMP; return true;
    case LM_ATOM_MONOTONIC_TIMESTAMP: s->time = LM_TRACE_MONOTONIC_TIMESTAMP; return true;
    case LM_ATOM_STRICT_MONOTONIC_TIMESTAMP: s->time = LM_TRACE_STRICT_MONOTONIC_TIMESTAMP; return true;
    default: return false;
  }
}

lm_term lumen_bif_erlang_system_profile_0(lm_proc *p) {
  lm_system_profile s = lm_system_profile_of(lm_runtime_of(p));
  return profile_term(p, &s);
}

lm_term lumen_bif_erlang_system_profile_2(lm_proc *p, lm_term pid, lm_term list) {
  lm_system_profile s = {.pid = LM_NONE, .time = LM_TRACE_TIMESTAMP};
  if (pid != LM_ATOM_UNDEFINED && !lives(p, pid)) return lm_badarg(p);
  if (pid != LM_ATOM_UNDEFINED && list != LM_NIL) {
    s.pid = pid;
    for (; lm_is_cons(list); list = lm_tail(list)) {
      if (!profile_option(lm_head(list), &s)) return lm_badarg(p);
    }
    if (!lm_is_nil(list)) return lm_badarg(p);
  }
  lm_system_profile old = lm_system_profile_of(lm_runtime_of(p));
  lm_observe(lm_runtime_of(p));
  lm_system_profile_set(lm_runtime_of(p), &s);
  return profile_term(p, &old);
}
