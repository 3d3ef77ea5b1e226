#include "sched/lm_process.h"

#include <assert.h>
#include <string.h>

#include "exec/lm_bottom.h"
#include "heap/lm_heap.h"
#include "image/lm_modules.h"
#include "lumen_bifs.h"
#include "memory/lm_memory.h"
#include "process/lm_rare.h"
#include "process/lm_runtime.h"
#include "process/lm_watch.h"
#include "sched/lm_ask.h"
#include "sched/lm_boot.h"
#include "sched/lm_dictionary.h"
#include "sched/lm_limit.h"
#include "sched/lm_mailbox.h"
#include "sched/lm_names.h"
#include "sched/lm_relations.h"
#include "sched/lm_report.h"
#include "sched/lm_runner.h"
#include "sched/lm_signal.h"
#include "sched/lm_suspend.h"
#include "term/lm_list.h"
#include "work/lm_work.h"

enum { PROC_WORDS = (sizeof(lm_proc) + sizeof(lm_term) - 1) / sizeof(lm_term) };

// ---- made ---------------------------------------------------------------------------------------------------------------

lm_proc *lm_process_new(lm_sched *sched, lm_proc *parent, size_t words) {
  if (!lm_pids_reserve(&sched->runtime->pids)) return NULL;
  size_t size;
  lm_proc *p = (lm_proc *)lm_pool_take(sched->pool, PROC_WORDS, &size);
  memset(p, 0, sizeof *p);
  p->sched = sched;
  p->abi.xs = sched->xs;
  p->abi.exception_class = p->abi.exception_reason = p->abi.exception_trace = LM_NONE;
  p->exit_reason = p->cause = LM_NONE;
  atomic_init(&p->name, LM_NONE);
  p->parent = parent == NULL ? LM_NONE : parent->abi.self;
  p->priority = LM_PRIORITY_NORMAL;
  lm_mailbox_open(&p->mail);
  lm_heap_open(p, words < LM_FIRST_HEAP ? LM_FIRST_HEAP : words);
  *--p->abi.sp = (lm_term)(uintptr_t)&lm_bottom;
  lm_pids_add(&sched->runtime->pids, &sched->pid_cache, p);
  lm_term user = atomic_load_explicit(&sched->runtime->user, memory_order_acquire);
  p->group_leader = parent != NULL ? parent->group_leader : user != LM_NONE ? user : p->abi.self;
  return p;
}

void lm_process_set_entry(lm_proc *p, lumen_code code, const lm_term *arguments, size_t count) {
  p->abi.resume = code;
  p->abi.live = (int64_t)count;
  if (count == 0) return;
  if ((size_t)(p->abi.sp - p->abi.hp) < count + LUMEN_STACK_SLACK) {
    // They must survive the collection that makes room.
    lm_term *xs = p->abi.xs;
    memmove(xs, arguments, count * sizeof(lm_term));
    lm_collect_due(p, count, count);
    arguments = xs;
  }
  p->abi.sp -= count;
  memmove(p->abi.sp, arguments, count * sizeof(lm_term));
}

void lm_process_set_call(lm_proc *p, lm_term module, lm_term name, const lm_term *arguments, size_t count) {
  const lumen_function *function = lm_modules_find(lm_runtime_of(p)->modules, module, name, count);
  p->initial = function;
  if (function != NULL) {
    lm_process_set_entry(p, function->code, arguments, count);
    return;
  }
  lm_list_builder b; // apply/3 raises undef
  lm_list_begin(&b);
  for (size_t i = 0; i < count; i++) lm_list_add(p, &b, arguments[i]);
  lm_process_set_entry(p, lumen_code_erlang_apply_3, (lm_term[]){module, name, lm_list_finish(&b, LM_NIL)}, 3);
}

void lm_process_set_fun(lm_proc *p, lm_term fun) {
  const lumen_fun_entry *entry = (const lumen_fun_entry *)(uintptr_t)lm_pointer(fun)[1];
  p->initial = entry->function;
  if (entry->arity == 0) {
    lm_process_set_entry(p, entry->code, &fun, 1);
  } else {
    lm_process_set_entry(p, lumen_code_erlang_apply_2, (lm_term[]){fun, LM_NIL}, 2); // raises badarity
  }
}

void lm_process_start(lm_sched *sched, lm_proc *p) { lm_sched_ready(sched, p); }

// ---- run ----------------------------------------------------------------------------------------------------------------

void lm_process_save(lm_proc *p) {
  size_t live = (size_t)p->abi.live;
  if (live == 0) return;
  // So many words lie below sp in any case.
  if (live > LUMEN_STACK_SLACK - LUMEN_RUN_RESERVE) lm_collect_due(p, live, live);
  p->abi.sp -= live;
  memcpy(p->abi.sp, p->abi.xs, live * sizeof(lm_term));
}

// What waits for a safe point: p is not in compiled code, and all it needs is on its stack.
static void settle(lm_proc *p) {
  while (p->flags & LM_PROC_COLLECT) { // who asks may do so during a collection: that one does not count for it
    LM_MAY_YIELD(p);
    p->flags &= (uint8_t)~LM_PROC_COLLECT;
    lm_collect_major(p, 0, 0);
  }
  if (p->asked != NULL) lm_answer_all(p);
  if (p->flags & LM_PROC_PILED_UP) {
    LM_MAY_YIELD(p);
    lm_collect_due(p, 0, 0); // a process that only receives makes no heap check
  }
}

static void enter(lm_proc *p, int64_t reductions) {
  assert(!p->may_yield && !p->must_not_yield);
  lm_term *xs = p->abi.xs;
  size_t live = (size_t)p->abi.live;
  memcpy(xs, p->abi.sp, live * sizeof(lm_term));
  p->abi.sp += live;
  p->abi.live = 0;
  p->leaving = LM_LEFT_PREEMPTED;
  p->abi.reductions = reductions;
  lm_term x0 = live > 0 ? xs[0] : lm_small(1); // a receive looks again
  p->abi.resume(p, p->abi.hp, p->abi.sp, reductions, x0, xs[1], xs[2], xs[3], xs[4], xs[5], p->resume_label);
}

void lumen_leave(LUMEN_CODE_PARAMS) {
  const lumen_entry *entry = (const lumen_entry *)(uintptr_t)label;
  p->abi.hp = hp;
  p->abi.sp = sp;
  p->abi.reductions = reductions;
  p->abi.resume = entry->code;
  p->resume_label = entry->label;
  p->abi.live = entry->live;
  p->abi.need = entry->need;
  lm_term *xs = p->abi.xs;
  xs[0] = x0, xs[1] = x1, xs[2] = x2, xs[3] = x3, xs[4] = x4, xs[5] = x5;
}

void lumen_leave_at_return(LUMEN_CODE_PARAMS) {
  (void)x1, (void)x2, (void)x3, (void)x4, (void)x5, (void)label;
  const lumen_return *to = (const lumen_return *)(uintptr_t)sp[0];
  p->abi.hp = hp;
  p->abi.sp = sp;
  p->abi.reductions = reductions;
  p->abi.resume = to->code;
  p->resume_label = LUMEN_LABEL_OF_RETURN;
  p->abi.live = 1;
  p->abi.need = to->need;
  p->abi.xs[0] = x0;
}

// True when compiled code left in the middle of its slice because its heap is full.
static bool wants_heap(const lm_proc *p) {
  return p->abi.need > 0 && p->abi.reductions >= 0 && p->leaving == LM_LEFT_PREEMPTED;
}

// p is not in compiled code, or waits in it, and all that lives is on its stack.
static bool collect_saved(lm_proc *p, uint64_t words) {
  LM_MAY_YIELD(p);
  return lm_collect_due(p, words, 0);
}

bool lumen_collect(lm_proc *p, uint64_t words, uint64_t live) {
  bool has_room = live <= LUMEN_STACK_SLACK - LUMEN_RUN_RESERVE; // below sp
  if (!LM_HAS_FIBERS || !lm_heap_is_large(p) || !has_room) return lm_collect_due(p, words, live);
  // Others have turns, and their own xs, before it is done.
  p->abi.sp -= live;
  memcpy(p->abi.sp, p->abi.xs, live * sizeof(lm_term));
  bool goes_on = collect_saved(p, words);
  memcpy(p->abi.xs, p->abi.sp, live * sizeof(lm_term));
  p->abi.sp += live;
  return goes_on;
}

static bool is_stopping(lm_proc *p) { return atomic_load_explicit(&lm_runtime_of(p)->stopping, memory_order_relaxed); }

// Collects, and goes on in the same slice; what is live is in xs. False: it must not go on.
static bool go_on_with_heap(lm_proc *p) {
  if (is_stopping(p)) return false;
  uint64_t need = (uint64_t)p->abi.need;
  p->abi.need = 0;
  if (LM_HAS_FIBERS && lm_heap_is_large(p)) { // others have turns, and their own xs, before it is done
    lm_process_save(p);
    if (!collect_saved(p, need)) return p->abi.live = 0, false;
    enter(p, p->abi.reductions + 1);
    return true;
  }
  lm_term *xs = p->abi.xs;
  if (!lm_collect_due(p, need, (uint64_t)p->abi.live)) return false;
  p->abi.live = 0;
  // The entry counts its reduction once more.
  p->abi.resume(p, p->abi.hp, p->abi.sp, p->abi.reductions + 1, xs[0], xs[1], xs[2], xs[3], xs[4], xs[5],
                p->resume_label);
  return true;
}

// True when a receive left in the middle of the slice because what came keeps much alive.
static bool wants_collection(const lm_proc *p) {
  return (p->flags & LM_PROC_PILED_UP) && p->abi.reductions >= 0 && p->leaving == LM_LEFT_PREEMPTED;
}

static bool go_on_collected(lm_proc *p) {
  if (is_stopping(p)) return false;
  lm_process_save(p);
  p->abi.need = 0;
  if (!collect_saved(p, 0)) return p->abi.live = 0, false; // who asks is answered at the end of the turn
  enter(p, p->abi.reductions);
  return true;
}

// It stands nowhere until a signal comes.
static void park(lm_sched *sched, lm_proc *p) {
  lm_fragment *nothing = NULL;
  // Release: whoever wakes it goes on with what it left here.
  if (!atomic_compare_exchange_strong_explicit(&p->inbox, &nothing, LM_INBOX_WAITING, memory_order_acq_rel, memory_order_relaxed)) {
    lm_sched_ready(sched, p);
  }
}

static bool stands_still(const lm_proc *p) { return (p->flags & (LM_PROC_SUSPENDED | LM_PROC_EXITING)) == LM_PROC_SUSPENDED; }

void lm_process_run(lm_sched *sched, lm_proc *p) {
  p->sched = sched;
  p->abi.xs = sched->xs;
  if (p->flags & LM_PROC_ENDING) {
    lm_process_end(sched, p);
    return;
  }
  if (LM_HAS_FIBERS && p->runner != NULL) {
    lm_runner_go_on(sched, p);
    return;
  }
  sched->worker.current = p;
  if (atomic_load_explicit(&p->inbox, memory_order_relaxed) != NULL) lm_signals_take(p);
  settle(p);
  if (stands_still(p)) {
    p->sched->worker.current = NULL; // a collection may have moved it
    park(p->sched, p);
    return;
  }
  if ((p->flags & LM_PROC_EXITING) == 0) {
    p->abi.need = 0;
    lm_mailbox_take_in(p);
    lm_turn_begins(p);
    p->heap.filled = 0;
    enter(p, LM_SLICE);
    while (wants_heap(p) ? go_on_with_heap(p) : wants_collection(p) && go_on_collected(p)) {}
    p->reductions_done += (uint64_t)(LM_SLICE - p->abi.reductions);
  } else {
    p->leaving = LM_LEFT_EXITED;
  }
  sched = p->sched; // where it came to the end of its slice
  sched->worker.current = NULL;
  switch ((enum lm_leaving)p->leaving) {
    case LM_LEFT_PREEMPTED:
      if (is_stopping(p)) return; // and never goes on
      lm_process_save(p);
      lm_turn_ended(p, false);
      if (atomic_load_explicit(&p->inbox, memory_order_relaxed) != NULL) lm_signals_take(p); // who asks need not wait for its next turn
      settle(p);
      sched = p->sched;
      sched->worker.current = NULL;
      if (p->abi.reductions < 0) sched->now = lm_monotonic_time(); // a whole slice: that took longer than reading the clock
      lm_sched_ready(sched, p);
      return;
    case LM_LEFT_WAITING: {
      lm_process_save(p);
      lm_turn_ended(p, true);
      settle(p); // a question may have come between the messages that it looked at
      sched = p->sched;
      sched->worker.current = NULL;
      if (p->flags & LM_PROC_EXITING) { // there was no room for a collection
        lm_sched_ready(sched, p);
        return;
      }
      park(sched, p);
      return;
    }
    case LM_LEFT_EXITED:
      lm_process_end(sched, p);
      return;
  }
}

// ---- ended --------------------------------------------------------------------------------------------------------------

// From here on nobody finds it. What has come already, or comes before the inbox is closed, came too late.
static void begin_to_end(lm_sched *sched, lm_proc *p) {
  p->flags |= LM_PROC_EXITING | LM_PROC_ENDING;
  lm_pids_remove(&sched->runtime->pids, &sched->pid_cache, p);
  p->asked = atomic_exchange_explicit(&p->inbox, LM_INBOX_CLOSED, memory_order_acq_rel);
}

static bool refuse_late(lm_sched *sched, lm_proc *p, int64_t *left) {
  for (lm_fragment *f; (f = p->asked) != NULL;) {
    if ((*left)-- <= 0) return false;
    p->asked = f->next;
    lm_relations_refuse(sched, p->abi.self, f);
    lm_refuse_answer(sched, p->abi.self, f);
    lm_fragment_free(sched->pool, f);
  }
  return true;
}

static bool drop_messages(lm_proc *p, int64_t *left) {
  while (p->mail.first != NULL) {
    if ((*left)-- <= 0) return false;
    lm_mailbox_drop(p, &p->mail.first);
  }
  return true;
}

// In the order in which others must notice: who hears that p is gone finds none of its tables. False: there is more to do.
static bool go_on_ending(lm_sched *sched, lm_proc *p, int64_t left) {
  bool (*ets_ended)(lm_proc *, int64_t *) = atomic_load(&sched->runtime->owner_ended);
  return refuse_late(sched, p, &left) && (ets_ended == NULL || ets_ended(p, &left)) && lm_suspensions_end(p, &left) &&
         lm_relations_end(p, p->exit_reason, &left) && drop_messages(p, &left) && lm_heap_close_some(p, &left);
}

static void free_rest(lm_sched *sched, lm_proc *p) {
  lm_mailbox_close(p);
  lm_dictionary_free(p);
  lm_rare_free(p);
  lm_delete(p->builder);
  lm_heap_close(p);
  atomic_fetch_add_explicit(&sched->runtime->reductions, (int64_t)p->reductions_done, memory_order_relaxed);
  lm_epoch_retire(sched, p);
}

void lm_process_end(lm_sched *sched, lm_proc *p) {
  lumen_runtime *rt = sched->runtime;
  if ((p->flags & LM_PROC_ENDING) == 0) {
    if (p->has_failed) lm_report_failure(p);
    lm_receive_stop_timer(p);
    if (p->watched & (LM_TRACED_RELATIONS | LM_TRACED_END)) lm_watcher_of(p)->ended(p);
    if (lm_watches(rt, LM_WATCH_TURNS)) lm_observer_of(p)->leaves(p, true);
    lm_term name = atomic_load(&p->name);
    if (name != LM_NONE) lm_name_remove(rt, name, p->abi.self);
    if (p->call != NULL) rt->call_ended(p);
    if (p->abi.self == atomic_load_explicit(&rt->boot, memory_order_relaxed)) lm_boot_ended(sched);
    lm_questions_end(p);
    lm_measures_end(p);
    begin_to_end(sched, p);
  }
  if (go_on_ending(sched, p, LM_END_SLICE)) {
    free_rest(sched, p);
  } else {
    p->reductions_done += LM_SLICE;
    sched->now = lm_monotonic_time();
    lm_sched_ready(sched, p);
  }
}

lm_proc *lm_process_new_ending(lm_sched *sched) {
  lm_proc *p = lm_process_new(sched, NULL, 0);
  if (p != NULL) begin_to_end(sched, p);
  return p;
}

static void end_at_once(lm_sched *sched, lm_proc *p) {
  if ((p->flags & LM_PROC_ENDING) == 0) return; // the pid table has it
  p->sched = sched;
  go_on_ending(sched, p, INT64_MAX);
  free_rest(sched, p);
}

static lm_proc *take_any(lumen_runtime *rt) {
  lm_proc *p;
  for (int i = 0; i < rt->sched_count; i++) {
    if ((p = lm_ring_take(&rt->scheds[i]->ring)) != NULL) return p;
  }
  lm_line *lines[] = {&rt->urgent[1], &rt->urgent[0], &rt->low, &rt->arrivals};
  for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
    if ((p = lm_line_take(lines[i])) != NULL) return p;
  }
  return NULL;
}

void lm_process_end_all(lumen_runtime *rt) {
  for (lm_proc *p; (p = take_any(rt)) != NULL;) {
    if (p->runner != NULL) {
      lm_runner_finish(rt->scheds[0], p); // what a built-in holds that stands in its middle only it can free
    } else {
      end_at_once(rt->host_sched, p);
    }
  }
}
