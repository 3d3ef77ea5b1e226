#include "sched/lm_visitor.h"

#include "memory/lm_memory.h"
#include "process/lm_runtime.h"
#include "sched/lm_sched.h"
#include "sched/lm_signal.h"

enum { SCRATCH_WORDS = 256 };

// A thread that waits for a visitor.
typedef struct lm_visitor_wanted {
  struct lm_visitor_wanted *next;
  lm_parking parking;
  lm_sched *_Atomic given;
} wanted;

void lm_visitors_init(lumen_runtime *rt) {
  lm_mutex_init(&rt->visitors_lock);
  rt->visitor_wanted_last = &rt->visitor_wanted;
}

void lm_visitors_destroy(lumen_runtime *rt) {
  uint32_t count = atomic_load(&rt->visitor_count);
  for (uint32_t i = 0; i < count; i++) lm_sched_free(rt->visitors[i]);
}

// One more, or NULL. With the lock held.
static lm_sched *make(lumen_runtime *rt) {
  uint32_t count = atomic_load_explicit(&rt->visitor_count, memory_order_relaxed);
  lm_sched *visitor = count == LM_MOST_VISITORS ? NULL : lm_sched_new(rt, LM_MAX_SCHEDULERS + 1 + count);
  if (visitor == NULL && count == 0) lm_out_of_memory();
  if (visitor == NULL) return NULL;
  visitor->is_host = true;
  rt->visitors[count] = visitor;
  // Before it first wakes: whoever looks for the oldest epoch after that sees it (lm_epoch.c).
  atomic_store_explicit(&rt->visitor_count, count + 1, memory_order_release);
  return visitor;
}

static lm_sched *wait_for(lumen_runtime *rt, wanted *me) {
  lm_sched *given;
  while ((given = atomic_load_explicit(&me->given, memory_order_acquire)) == NULL) lm_park(&me->parking, LM_FOREVER);
  lm_mutex_lock(&rt->visitors_lock); // whoever gave it is done with `me` when it has unlocked
  lm_mutex_unlock(&rt->visitors_lock);
  lm_parking_destroy(&me->parking);
  return given;
}

lm_sched *lm_visitor_take(lumen_runtime *rt) {
  lm_mutex_lock(&rt->visitors_lock);
  lm_sched *visitor = rt->free_visitors;
  if (visitor != NULL) {
    rt->free_visitors = visitor->next_visitor;
  } else {
    visitor = make(rt);
  }
  wanted me = {.next = NULL};
  if (visitor == NULL) {
    lm_parking_init(&me.parking);
    *rt->visitor_wanted_last = &me;
    rt->visitor_wanted_last = &me.next;
  }
  lm_mutex_unlock(&rt->visitors_lock);
  return visitor != NULL ? visitor : wait_for(rt, &me);
}

void lm_visitor_give(lm_sched *visitor) {
  lumen_runtime *rt = visitor->runtime;
  if (visitor->scratch != NULL) lm_scratch_reset(visitor->scratch);
  lm_mutex_lock(&rt->visitors_lock);
  wanted *first = rt->visitor_wanted;
  if (first == NULL) {
    visitor->next_visitor = rt->free_visitors;
    rt->free_visitors = visitor;
  } else {
    rt->visitor_wanted = first->next;
    if (first->next == NULL) rt->visitor_wanted_last = &rt->visitor_wanted;
    atomic_store_explicit(&first->given, visitor, memory_order_release);
    lm_unpark(&first->parking);
  }
  lm_mutex_unlock(&rt->visitors_lock);
}

lm_proc *lm_scratch(lm_sched *visitor) {
  if (visitor->scratch == NULL) {
    lm_proc *p = lm_new_zeroed(1, sizeof *p);
    p->sched = visitor;
    p->abi.xs = visitor->xs;
    p->abi.exception_reason = p->abi.exception_trace = p->exit_reason = p->cause = p->group_leader = LM_NONE;
    lm_heap_open(p, SCRATCH_WORDS);
    visitor->scratch = p;
  }
  return visitor->scratch;
}

void lm_scratch_reset(lm_proc *scratch) {
  lm_heap_close(scratch);
  lm_heap_open(scratch, SCRATCH_WORDS);
}

bool lm_visitor_signal(lm_sched *visitor, lm_term pid, lm_fragment *signal) {
  lm_epoch_wake(visitor);
  bool there = lm_signal_send(visitor, pid, signal);
  lm_epoch_sleep(visitor);
  return there;
}

bool lm_visitor_send(lm_sched *visitor, lm_term pid, lm_term message) {
  lm_fragment *f = lm_fragment_of(visitor->pool, message);
  f->kind = LM_SIGNAL_MESSAGE;
  return lm_visitor_signal(visitor, pid, f);
}
