#include "sched/lm_trace.h"

#include "exec/lm_raise.h"
#include "heap/lm_copy.h"
#include "lumen_atoms.h"
#include "process/lm_rare.h"
#include "sched/lm_ask.h"
#include "sched/lm_sched.h"
#include "sched/lm_signal.h"

// ---- flags --------------------------------------------------------------------------------------------------------------

// In the order in which OTP lists them.
static const struct {
  lm_term name;
  uint32_t flag;
} names[LM_TRACE_NAMES] = {
    {LM_ATOM_RUNNING_PROCS, LM_TRACE_RUNNING_PROCS},
    {LM_ATOM_RUNNING_PORTS, LM_TRACE_RUNNING_PORTS},
    {LM_ATOM_PORTS, LM_TRACE_PORTS},
    {LM_ATOM_SCHEDULER_ID, LM_TRACE_SCHEDULER_ID},
    {LM_ATOM_SILENT, LM_TRACE_SILENT},
    {LM_ATOM_RETURN_TO, LM_TRACE_RETURN_TO},
    {LM_ATOM_ARITY, LM_TRACE_ARITY},
    {LM_ATOM_GARBAGE_COLLECTION, LM_TRACE_GARBAGE_COLLECTION},
    {LM_ATOM_EXITING, LM_TRACE_EXITING},
    {LM_ATOM_RUNNING, LM_TRACE_RUNNING},
    {LM_ATOM_SET_ON_FIRST_LINK, LM_TRACE_SET_ON_FIRST_LINK},
    {LM_ATOM_SET_ON_LINK, LM_TRACE_SET_ON_LINK},
    {LM_ATOM_SET_ON_FIRST_SPAWN, LM_TRACE_SET_ON_FIRST_SPAWN},
    {LM_ATOM_PROCS, LM_TRACE_PROCS},
    {LM_ATOM_CALL, LM_TRACE_CALL},
    {LM_ATOM_SET_ON_SPAWN, LM_TRACE_SET_ON_SPAWN},
    {LM_ATOM_RECEIVE, LM_TRACE_RECEIVE},
    {LM_ATOM_SEND, LM_TRACE_SEND},
    {LM_ATOM_MONOTONIC_TIMESTAMP, LM_TRACE_MONOTONIC_TIMESTAMP},
    {LM_ATOM_STRICT_MONOTONIC_TIMESTAMP, LM_TRACE_STRICT_MONOTONIC_TIMESTAMP},
    {LM_ATOM_TIMESTAMP, LM_TRACE_TIMESTAMP},
};

uint32_t lm_trace_flag_of(lm_term name) {
  for (size_t i = 0; i < LM_TRACE_NAMES; i++) {
    if (names[i].name == name) return names[i].flag;
  }
  return 0;
}

lm_term lm_trace_flags_at(lm_term *words, uint32_t flags) {
  lm_term list = LM_NIL;
  for (size_t i = LM_TRACE_NAMES; i-- > 0;) {
    if ((flags & names[i].flag) == 0) continue;
    words[0] = names[i].name;
    words[1] = list;
    list = lm_cons_at(words);
    words += 2;
  }
  return list;
}

// ---- what is traced -----------------------------------------------------------------------------------------------------

static bool lives(lumen_runtime *rt, lm_term pid) { return lm_pids_find(&rt->pids, pid) != NULL; }

static uint8_t watched_by(uint32_t flags) {
  static const struct {
    uint32_t flags;
    uint8_t watched;
  } of[] = {
      {LM_TRACE_SEND, LM_TRACED_SEND},
      {LM_TRACE_RECEIVE, LM_TRACED_RECEIVE},
      {LM_TRACE_PROCS, LM_TRACED_RELATIONS},
      {LM_TRACE_RUNNING | LM_TRACE_RUNNING_PROCS, LM_TRACED_TURNS},
      {LM_TRACE_EXITING, LM_TRACED_END},
      {LM_TRACE_GARBAGE_COLLECTION, LM_TRACED_COLLECTIONS},
      {LM_TRACE_SET_ON_SPAWN | LM_TRACE_SET_ON_FIRST_SPAWN | LM_TRACE_SET_ON_LINK | LM_TRACE_SET_ON_FIRST_LINK, LM_TRACED_HEIRS},
  };
  uint8_t watched = 0;
  for (size_t i = 0; i < sizeof of / sizeof *of; i++) {
    if (flags & of[i].flags) watched |= of[i].watched;
  }
  return watched;
}

void lm_trace_update(lm_proc *p) {
  const lm_rare *rare = p->rare;
  p->watched = rare == NULL || rare->settings.sensitive ? 0 : watched_by(rare->trace.flags);
}

static void put(lm_proc *p, lm_trace trace) {
  lm_rare_of(p)->trace = trace;
  lm_trace_update(p);
}

lm_trace lm_trace_of(lm_proc *p) {
  lm_trace nothing = {0, LM_NONE};
  if (p->rare == NULL || p->rare->trace.flags == 0) return nothing;
  if (!lives(lm_runtime_of(p), p->rare->trace.tracer)) put(p, nothing);
  return p->rare->trace;
}

static bool apply(lumen_runtime *rt, lm_trace *trace, const lm_trace_order *order) {
  bool by_another = trace->flags != 0 && order->tracer != LM_NONE && order->tracer != trace->tracer;
  if (by_another && lives(rt, trace->tracer)) return false;
  trace->flags = order->on ? trace->flags | order->flags : trace->flags & ~order->flags;
  if (trace->flags == 0) {
    trace->tracer = LM_NONE;
  } else if (order->tracer != LM_NONE) {
    trace->tracer = order->tracer;
  }
  return true;
}

bool lm_trace_set(lm_proc *p, const lm_trace_order *order) {
  lm_trace trace = lm_trace_of(p);
  if (!apply(lm_runtime_of(p), &trace, order)) return false;
  if (trace.flags != 0 || p->rare != NULL) put(p, trace);
  return true;
}

void lm_trace_set_new(lumen_runtime *rt, const lm_trace_order *order) {
  lm_mutex_lock(&rt->settings_lock);
  apply(rt, &rt->trace_of_new, order);
  lm_watch(rt, LM_WATCH_NEW, rt->trace_of_new.flags != 0);
  lm_mutex_unlock(&rt->settings_lock);
}

lm_trace lm_trace_of_new(lumen_runtime *rt) {
  lm_mutex_lock(&rt->settings_lock);
  if (rt->trace_of_new.flags != 0 && !lives(rt, rt->trace_of_new.tracer)) {
    rt->trace_of_new = (lm_trace){0, LM_NONE};
    lm_watch(rt, LM_WATCH_NEW, false);
  }
  lm_trace trace = rt->trace_of_new;
  lm_mutex_unlock(&rt->settings_lock);
  return trace;
}

// ---- events -------------------------------------------------------------------------------------------------------------

enum { MOST_ELEMENTS = 4 };

bool lm_trace_send(lm_proc *p, lm_term to, lm_term event) {
  lm_fragment *f = lm_fragment_of(lm_sched_pool(p->sched), event);
  f->kind = LM_SIGNAL_TRACED;
  f->from = p->abi.self;
  return lm_signal_send(p->sched, to, f);
}

lm_term lm_trace_pairs_at(lm_term *words, const lm_trace_pair *pairs, size_t count) {
  lm_term list = LM_NIL;
  for (size_t i = count; i-- > 0; words += LM_TRACE_PAIR_WORDS) {
    words[0] = LM_HEADER(LM_KIND_TUPLE, 0, 2);
    words[1] = pairs[i].name;
    words[2] = pairs[i].value;
    words[3] = lm_boxed_at(words);
    words[4] = list;
    list = lm_cons_at(words + 3);
  }
  return list;
}

lm_term lm_trace_time_at(lm_term *words, lumen_runtime *rt, uint32_t flags) {
  int64_t now = lm_monotonic_time();
  if (flags & LM_TRACE_TIMESTAMP) {
    int64_t micros = (now + rt->time_offset) / 1000;
    words[0] = LM_HEADER(LM_KIND_TUPLE, 0, 3);
    words[1] = lm_small(micros / 1000000 / 1000000);
    words[2] = lm_small(micros / 1000000 % 1000000);
    words[3] = lm_small(micros % 1000000);
    return lm_boxed_at(words);
  }
  if (flags & LM_TRACE_STRICT_MONOTONIC_TIMESTAMP) {
    words[0] = LM_HEADER(LM_KIND_TUPLE, 0, 2);
    words[1] = lm_small(now);
    words[2] = lm_small((int64_t)atomic_fetch_add(&rt->last_monotonic, 1) + 1);
    return lm_boxed_at(words);
  }
  return flags & LM_TRACE_MONOTONIC_TIMESTAMP ? lm_small(now) : LM_NONE;
}

// {trace, Pid, Elements...} or {trace_ts, Pid, Elements..., Time}. A process that traces itself is told nothing. The tracer is gone:
// so is the trace.
static void tell(lm_proc *p, const lm_term *elements, size_t count) {
  lm_trace trace = p->rare->trace;
  if (trace.tracer == p->abi.self) return;
  lm_term time_words[LM_TRACE_TIME_WORDS], tuple[3 + MOST_ELEMENTS + 1];
  lm_term time = lm_trace_time_at(time_words, lm_runtime_of(p), trace.flags);
  size_t n = 1;
  tuple[n++] = time == LM_NONE ? LM_ATOM_TRACE : LM_ATOM_TRACE_TS;
  tuple[n++] = p->abi.self;
  for (size_t i = 0; i < count; i++) tuple[n++] = elements[i];
  if (time != LM_NONE) tuple[n++] = time;
  tuple[0] = LM_HEADER(LM_KIND_TUPLE, 0, n - 1);
  if (!lm_trace_send(p, trace.tracer, lm_boxed_at(tuple))) put(p, (lm_trace){0, LM_NONE});
}

static void tell1(lm_proc *p, lm_term tag, lm_term what) { tell(p, (lm_term[]){tag, what}, 2); }

static void sent(lm_proc *p, lm_term to, lm_term message) {
  bool nobody = lm_is_local_pid(to) && !lives(lm_runtime_of(p), to);
  tell(p, (lm_term[]){nobody ? LM_ATOM_SEND_TO_NON_EXISTING_PROCESS : LM_ATOM_SEND, message, to}, 3);
}

static void received(lm_proc *p, lm_term message) { tell1(p, LM_ATOM_RECEIVE, message); }

static void ended(lm_proc *p) {
  if (p->watched & LM_TRACED_RELATIONS) {
    tell1(p, LM_ATOM_EXIT, p->exit_reason);
    lm_term name = atomic_load(&p->name);
    if (name != LM_NONE && p->watched & LM_TRACED_RELATIONS) tell1(p, LM_ATOM_UNREGISTER, name);
  }
  if (p->watched & LM_TRACED_END) tell1(p, LM_ATOM_OUT_EXITED, lm_small(0));
}

// ---- new processes ------------------------------------------------------------------------------------------------------

// Flags that go over to the child; those that go over once are gone then, on both sides.
static void inherit(lm_proc *p, lm_proc *child, bool linked) {
  lm_trace trace = p->rare == NULL ? (lm_trace){0, LM_NONE} : p->rare->trace;
  uint32_t once = LM_TRACE_SET_ON_FIRST_SPAWN | (linked ? LM_TRACE_SET_ON_FIRST_LINK : 0);
  uint32_t heirs = once | LM_TRACE_SET_ON_SPAWN | (linked ? LM_TRACE_SET_ON_LINK : 0);
  if ((trace.flags & heirs) == 0) return;
  trace.flags &= ~once;
  put(p, trace);
  put(child, trace.flags == 0 ? (lm_trace){0, LM_NONE} : trace);
}

static void spawned(lm_proc *p, lm_proc *child, const lm_spawned *how) {
  lm_trace new = lm_watches(lm_runtime_of(p), LM_WATCH_NEW) ? lm_trace_of_new(lm_runtime_of(p)) : (lm_trace){0, LM_NONE};
  if (new.flags != 0) put(child, new);
  lm_term cells[] = {how->arguments, LM_NIL, LM_NIL, LM_NIL}, call[] = {LM_HEADER(LM_KIND_TUPLE, 0, 3), how->module, how->name, how->arguments};
  lm_term inner[] = {LM_HEADER(LM_KIND_TUPLE, 0, 3), how->module, how->name, how->arguments};
  if (how->module == LM_NONE) { // a fun
    cells[1] = lm_cons_at(&cells[2]);
    call[1] = LM_ATOM_ERLANG, call[2] = LM_ATOM_APPLY, call[3] = lm_cons_at(cells);
  } else if (how->requested) { // as OTP does it
    cells[0] = lm_boxed_at(inner);
    call[1] = LM_ATOM_ERTS_INTERNAL, call[2] = LM_ATOM_SPAWN_INIT, call[3] = lm_cons_at(cells);
  }
  if (p->watched & LM_TRACED_RELATIONS) tell(p, (lm_term[]){LM_ATOM_SPAWN, child->abi.self, lm_boxed_at(call)}, 3);
  if (how->linked && p->watched & LM_TRACED_RELATIONS) tell1(p, LM_ATOM_LINK, child->abi.self);
  if (p->watched & LM_TRACED_HEIRS) inherit(p, child, how->linked);
  if (child->watched & LM_TRACED_RELATIONS) tell(child, (lm_term[]){LM_ATOM_SPAWNED, p->abi.self, lm_boxed_at(call)}, 3);
  if (how->linked && child->watched & LM_TRACED_RELATIONS) tell1(child, LM_ATOM_GETTING_LINKED, p->abi.self);
}

// ---- turns --------------------------------------------------------------------------------------------------------------

static void tell_turn(lm_proc *p, lm_term tag) {
  const lumen_function *f = lm_innermost_function(p->abi.sp + p->abi.live);
  if (f == NULL) f = p->initial;
  lm_term call[] = {LM_HEADER(LM_KIND_TUPLE, 0, 3), LM_NONE, LM_NONE, LM_NONE};
  if (f != NULL) call[1] = f->module, call[2] = f->name, call[3] = lm_small(f->arity);
  lm_term elements[] = {tag, f == NULL ? lm_small(0) : lm_boxed_at(call), lm_small(p->sched->index + 1)};
  tell(p, elements, p->rare->trace.flags & LM_TRACE_SCHEDULER_ID ? 3 : 2);
}

static void enters(lm_proc *p) { tell_turn(p, LM_ATOM_IN); }
static void leaves(lm_proc *p) { tell_turn(p, LM_ATOM_OUT); }

// ---- collections --------------------------------------------------------------------------------------------------------

static void collects(lm_proc *p, bool major, bool begins, size_t needed) {
  const lm_heap *h = &p->heap;
  const lm_term *top = p->abi.hp < p->abi.sp ? p->abi.hp : p->abi.sp;
  const lm_trace_pair sizes[] = {
      {LM_ATOM_WORDSIZE, lm_small((int64_t)(begins ? needed : 0))},
      {LM_ATOM_OLD_HEAP_BLOCK_SIZE, lm_small((int64_t)h->old_words)},
      {LM_ATOM_HEAP_BLOCK_SIZE, lm_small(h->block_end - h->block)},
      {LM_ATOM_MBUF_SIZE, lm_small((int64_t)h->fragment_words)},
      {LM_ATOM_RECENT_SIZE, lm_small((int64_t)h->survivors)},
      {LM_ATOM_STACK_SIZE, lm_small(h->block_end - p->abi.sp)},
      {LM_ATOM_OLD_HEAP_SIZE, lm_small((int64_t)h->old_words)},
      {LM_ATOM_HEAP_SIZE, lm_small(top - h->block)},
      {LM_ATOM_BIN_VHEAP_SIZE, lm_small((int64_t)(h->off_heap_bytes[LM_YOUNG] / sizeof(lm_term)))},
      {LM_ATOM_BIN_VHEAP_BLOCK_SIZE, lm_small((int64_t)(h->off_heap_limit[LM_YOUNG] / sizeof(lm_term)))},
      {LM_ATOM_BIN_OLD_VHEAP_SIZE, lm_small((int64_t)(h->off_heap_bytes[LM_OLD] / sizeof(lm_term)))},
      {LM_ATOM_BIN_OLD_VHEAP_BLOCK_SIZE, lm_small((int64_t)(h->off_heap_limit[LM_OLD] / sizeof(lm_term)))},
  };
  enum { SIZES = sizeof sizes / sizeof *sizes };
  lm_term words[SIZES * LM_TRACE_PAIR_WORDS], list = lm_trace_pairs_at(words, sizes, SIZES);
  lm_term tag = major ? (begins ? LM_ATOM_GC_MAJOR_START : LM_ATOM_GC_MAJOR_END) : begins ? LM_ATOM_GC_MINOR_START : LM_ATOM_GC_MINOR_END;
  tell1(p, tag, list);
}

// ---- asked by others ----------------------------------------------------------------------------------------------------

lm_term lm_trace_order_term(lm_proc *p, const lm_trace_order *order) {
  lm_term tracer = order->tracer == LM_NONE ? LM_NIL : order->tracer;
  return lm_tuple4(p, LM_ATOM_TRACE, order->on ? LM_ATOM_TRUE : LM_ATOM_FALSE, lm_small(order->flags), tracer);
}

lm_term lm_trace_question_term(lm_proc *p, lm_term item) { return lm_tuple2(p, LM_ATOM_TRACE_INFO, item); }

static void asked(lm_proc *p, lm_fragment *question) {
  const lm_term *what = lm_elements(lm_elements(question->term)[1]);
  if (what[0] == LM_ATOM_TRACE) {
    lm_trace_order order = {what[1] == LM_ATOM_TRUE, (uint32_t)lm_small_value(what[2]), what[3] == LM_NIL ? LM_NONE : what[3]};
    lm_answer(p, question, lm_trace_set(p, &order) ? lm_small(1) : LM_ATOM_BADARG);
    return;
  }
  lm_trace trace = lm_trace_of(p);
  lm_term cells[2 * LM_TRACE_NAMES], pair[] = {LM_HEADER(LM_KIND_TUPLE, 0, 2), what[1], LM_NIL};
  if (what[1] == LM_ATOM_FLAGS) {
    pair[2] = lm_trace_flags_at(cells, trace.flags);
  } else if (trace.flags != 0) {
    pair[2] = trace.tracer;
  }
  lm_answer(p, question, lm_boxed_at(pair));
}

void lm_trace_begin(lumen_runtime *rt) {
  static const lm_watcher watcher = {sent, received, tell1, spawned, ended, enters, leaves, collects, asked};
  atomic_store_explicit(&rt->watcher, &watcher, memory_order_release);
}
