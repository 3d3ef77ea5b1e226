// Clocks and timers.
#include "bif/lm_bif_process.h"
#include "heap/lm_copy.h"
#include "process/lm_runtime.h"
#include "sched/lm_mailbox.h"
#include "sched/lm_relations.h"
#include "sched/lm_sched.h"
#include "sched/lm_signal.h"
#include "term/lm_identity.h"

enum { NATIVE_PER_SECOND = 1000000000 };

static int64_t system_time(lm_proc *p) { return lm_monotonic_time() + lm_runtime_of(p)->time_offset; }

// Parts per second of a time unit; 0: that is none.
static int64_t parts_per_second(lm_term unit) {
  switch (unit) {
    case LM_ATOM_SECOND:
    case LM_ATOM_SECONDS: return 1;
    case LM_ATOM_MILLISECOND:
    case LM_ATOM_MILLI_SECONDS: return 1000;
    case LM_ATOM_MICROSECOND:
    case LM_ATOM_MICRO_SECONDS: return 1000000;
    case LM_ATOM_NANOSECOND:
    case LM_ATOM_NANO_SECONDS:
    case LM_ATOM_PERF_COUNTER:
    case LM_ATOM_NATIVE: return NATIVE_PER_SECOND;
    default: return lm_is_small(unit) && lm_small_value(unit) > 0 ? lm_small_value(unit) : 0;
  }
}

static int64_t floor_divide(int64_t a, int64_t b) { return a / b - (a % b < 0); }

// Nanoseconds in another unit, rounded down.
static lm_term in_unit(lm_proc *p, int64_t ns, lm_term unit) {
  int64_t parts = parts_per_second(unit);
  if (parts == 0) return lm_badarg(p);
  if (NATIVE_PER_SECOND % parts == 0) return lm_integer(p, floor_divide(ns, NATIVE_PER_SECOND / parts));
  // Any other: seconds and the rest apart, so that little overflows.
  int64_t seconds = floor_divide(ns, NATIVE_PER_SECOND), rest = ns - seconds * NATIVE_PER_SECOND;
  int64_t whole, part;
  if (__builtin_mul_overflow(seconds, parts, &whole) || __builtin_mul_overflow(rest, parts, &part)) {
    return lm_system_limit(p);
  }
  return lm_integer(p, whole + part / NATIVE_PER_SECOND);
}

lm_term lumen_bif_erlang_monotonic_time_0(lm_proc *p) { return lm_integer(p, lm_monotonic_time()); }
lm_term lumen_bif_erlang_monotonic_time_1(lm_proc *p, lm_term unit) { return in_unit(p, lm_monotonic_time(), unit); }
lm_term lumen_bif_erlang_system_time_0(lm_proc *p) { return lm_integer(p, system_time(p)); }
lm_term lumen_bif_erlang_system_time_1(lm_proc *p, lm_term unit) { return in_unit(p, system_time(p), unit); }
lm_term lumen_bif_erlang_time_offset_0(lm_proc *p) { return lm_integer(p, lm_runtime_of(p)->time_offset); }
lm_term lumen_bif_erlang_time_offset_1(lm_proc *p, lm_term unit) {
  return in_unit(p, lm_runtime_of(p)->time_offset, unit);
}
lm_term lumen_bif_os_system_time_0(lm_proc *p) { return lm_integer(p, lm_system_time()); }
lm_term lumen_bif_os_system_time_1(lm_proc *p, lm_term unit) { return in_unit(p, lm_system_time(), unit); }
lm_term lumen_bif_os_perf_counter_0(lm_proc *p) { return lm_integer(p, lm_monotonic_time()); }

// {MegaSecs, Secs, MicroSecs}
static lm_term timestamp(lm_proc *p, int64_t us) {
  return lm_tuple3(p, lm_small(us / 1000000000000), lm_small(us / 1000000 % 1000000), lm_small(us % 1000000));
}

lm_term lumen_bif_erlang_timestamp_0(lm_proc *p) { return timestamp(p, system_time(p) / 1000); }
lm_term lumen_bif_os_timestamp_0(lm_proc *p) { return timestamp(p, lm_system_time() / 1000); }

// Like timestamp, but no two are equal.
lm_term lumen_bif_erlang_now_0(lm_proc *p) {
  _Atomic int64_t *last = &lm_runtime_of(p)->last_now;
  int64_t now = system_time(p) / 1000, previous = atomic_load(last);
  int64_t mine;
  do {
    mine = now > previous ? now : previous + 1;
  } while (!atomic_compare_exchange_weak(last, &previous, mine));
  return timestamp(p, mine);
}

// ---- unique integers ----------------------------------------------------------------------------------------------------

lm_term lumen_bif_erlang_unique_integer_0(lm_proc *p) { return lm_unsigned(p, lm_unique(p->sched)); }

lm_term lumen_bif_erlang_unique_integer_1(lm_proc *p, lm_term options) {
  bool monotonic = false;
  for (; lm_is_cons(options); options = lm_tail(options)) {
    if (lm_head(options) == LM_ATOM_MONOTONIC) {
      monotonic = true;
    } else if (lm_head(options) != LM_ATOM_POSITIVE) { // all are
      return lm_badarg(p);
    }
  }
  if (!lm_is_nil(options)) return lm_badarg(p);
  if (!monotonic) return lm_unsigned(p, lm_unique(p->sched));
  return lm_unsigned(p, atomic_fetch_add(&lm_runtime_of(p)->last_monotonic, 1) + 1);
}

// ---- timers -------------------------------------------------------------------------------------------------------------

// An option {Name, true | false} of one of these lists.
static bool flag_option(lm_term o, lm_term name, bool *flag) {
  if (!lm_is_tuple(o) || lm_tuple_size(o) != 2 || lm_elements(o)[0] != name || !lm_is_boolean(lm_elements(o)[1])) return false;
  *flag = lm_elements(o)[1] == LM_ATOM_TRUE;
  return true;
}

// The longest time that is sure not to overflow: some 146 years.
#define LONGEST_MS (INT64_MAX / 2 / 1000000)

static lm_term start_timer(lm_proc *p, lm_term time, lm_term to, lm_term message, lm_term options, bool with_reference) {
  bool absolute = false;
  for (; lm_is_cons(options); options = lm_tail(options)) {
    if (!flag_option(lm_head(options), LM_ATOM_ABS, &absolute)) return lm_badarg(p);
  }
  if (!lm_is_nil(options) || !lm_is_small(time) || (!lm_is_local_pid(to) && !lm_is_atom(to))) return lm_badarg(p);
  int64_t ms = lm_small_value(time);
  if ((ms < 0 && !absolute) || ms > LONGEST_MS || ms < -LONGEST_MS) return lm_badarg(p);
  int64_t due = ms * 1000000 + (absolute ? 0 : lm_monotonic_time());

  uint64_t unique = lm_mailbox_new_reference(p);
  lm_term owner = lm_small(p->sched->index);
  enum { TIMEOUT_WORDS = 4 + LM_REFERENCE_WORDS };
  size_t words = lm_copy_size(message);
  lm_fragment *f = lm_fragment_new(p->sched->pool, LM_TIMER_WORDS + TIMEOUT_WORDS + words);
  lm_term *top = f->words + LM_TIMER_WORDS, *tuple = top;
  if (with_reference) { // {timeout, Ref, Message}
    top += TIMEOUT_WORDS;
    tuple[0] = LM_HEADER(LM_KIND_TUPLE, 0, 3);
    tuple[1] = LM_ATOM_TIMEOUT;
    tuple[2] = lm_reference_at(tuple + 4, unique, owner);
    tuple[3] = lm_copy_to(message, words, &top, &f->off_heap);
    f->term = lm_boxed_at(tuple);
  } else {
    f->term = lm_copy_to(message, words, &top, &f->off_heap);
  }
  f->used = (size_t)(top - f->words);
  f->kind = LM_SIGNAL_MESSAGE;
  lm_timer_start(p->sched, f, to, due, unique);
  return lm_reference_at(lm_alloc(p, LM_REFERENCE_WORDS), unique, owner);
}

lm_term lumen_bif_erlang_send_after_3(lm_proc *p, lm_term time, lm_term to, lm_term message) {
  return start_timer(p, time, to, message, LM_NIL, false);
}
lm_term lumen_bif_erlang_send_after_4(lm_proc *p, lm_term time, lm_term to, lm_term message, lm_term options) {
  return start_timer(p, time, to, message, options, false);
}
lm_term lumen_bif_erlang_start_timer_3(lm_proc *p, lm_term time, lm_term to, lm_term message) {
  return start_timer(p, time, to, message, LM_NIL, true);
}
lm_term lumen_bif_erlang_start_timer_4(lm_proc *p, lm_term time, lm_term to, lm_term message, lm_term options) {
  return start_timer(p, time, to, message, options, true);
}

// Milliseconds left, or false.
static lm_term find_timer(lm_proc *p, lm_term reference, bool stop) {
  if (!lm_is_kind(reference, LM_KIND_REFERENCE)) return LM_ATOM_FALSE;
  lm_term owner = lm_reference_owner(reference);
  if (!lm_is_small(owner)) return LM_ATOM_FALSE;
  int64_t left = lm_timer_find(p->sched, (uint32_t)lm_small_value(owner), lm_reference_unique(reference), stop);
  return left < 0 ? LM_ATOM_FALSE : lm_small((left + 999999) / 1000000);
}

static lm_term find_with_options(lm_proc *p, lm_term reference, lm_term options, bool stop) {
  bool async = false, info = true;
  for (; lm_is_cons(options); options = lm_tail(options)) {
    if (flag_option(lm_head(options), LM_ATOM_ASYNC, &async)) continue;
    if (!stop || !flag_option(lm_head(options), LM_ATOM_INFO, &info)) return lm_badarg(p);
  }
  if (!lm_is_nil(options) || !lm_is_reference(reference)) return lm_badarg(p);
  lm_term result = find_timer(p, reference, stop);
  if (!async) return info ? result : LM_ATOM_OK;
  lm_term tag = stop ? LM_ATOM_CANCEL_TIMER : LM_ATOM_READ_TIMER;
  if (info) lm_send(p->sched, p->abi.self, lm_tuple3(p, tag, reference, result));
  return LM_ATOM_OK;
}

lm_term lumen_bif_erlang_cancel_timer_1(lm_proc *p, lm_term reference) {
  return find_with_options(p, reference, LM_NIL, true);
}
lm_term lumen_bif_erlang_cancel_timer_2(lm_proc *p, lm_term reference, lm_term options) {
  return find_with_options(p, reference, options, true);
}
lm_term lumen_bif_erlang_read_timer_1(lm_proc *p, lm_term reference) {
  return find_with_options(p, reference, LM_NIL, false);
}
lm_term lumen_bif_erlang_read_timer_2(lm_proc *p, lm_term reference, lm_term options) {
  return find_with_options(p, reference, options, false);
}
