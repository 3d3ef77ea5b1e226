#include "sched/lm_sched.h"

#include "heap/lm_memory.h"
#include "host/lm_input.h"
#include "sched/lm_process.h"
#include "sched/lm_runtime.h"
#include "sched/lm_stopping.h"

#if LM_HAS_THREADS
_Thread_local const _Atomic bool *lm_thread_stopping;
#endif

enum {
  LOOK_AT_TIMERS = 16,  // turns
  LOOK_AT_OVERFLOW = 61,
  LOOK_AT_LOW = 8,
  UNIQUES_AT_ONCE = 1 << 14,
  STEAL_ROUNDS = 4,
};

lm_sched *lm_sched_new(lumen_runtime *rt, uint32_t index) {
  lm_term *xs = lm_map(LUMEN_MAX_LIVE * sizeof(lm_term)); // only what is touched costs memory
  if (xs == NULL) return NULL;
  lm_sched *sched = lm_new_zeroed(1, sizeof *sched);
  sched->xs = xs;
  sched->runtime = rt;
  sched->index = index;
  sched->random = 0x9E3779B97F4A7C15u * (index + 1);
  sched->pool = lm_pool_new(rt->pool);
  atomic_init(&sched->epoch.seen, LM_EPOCH_ASLEEP);
  lm_parking_init(&sched->parking);
  lm_timers_init(&sched->timers);
  lm_ring_init(&sched->ring);
  return sched;
}

void lm_sched_free(lm_sched *sched) {
  lm_epoch_finish(sched);
  lm_timers_destroy(sched);
  lm_parking_destroy(&sched->parking);
  lm_unmap(sched->xs, LUMEN_MAX_LIVE * sizeof(lm_term));
  lm_pool_free(sched->pool);
  lm_delete(sched);
}

uint64_t lm_unique(lm_sched *sched) {
  if (sched->next_unique == sched->unique_end) {
    sched->next_unique = atomic_fetch_add_explicit(&sched->runtime->uniques, UNIQUES_AT_ONCE, memory_order_relaxed);
    sched->unique_end = sched->next_unique + UNIQUES_AT_ONCE;
  }
  return sched->next_unique++;
}

// ---- asleep and awake ---------------------------------------------------------------------------------------------------

static void run_thread(void *argument) { lm_sched_run(argument, false); }

// With sleep_lock held.
static void start_one(lumen_runtime *rt) {
  int started = atomic_load_explicit(&rt->started, memory_order_relaxed);
  if (started >= atomic_load_explicit(&rt->thread_limit, memory_order_relaxed) || atomic_load(&rt->stopping)) return;
  lm_sched *sched = rt->scheds[started];
  sched->has_thread = true;
  atomic_store_explicit(&rt->started, started + 1, memory_order_release);
  if (!lm_thread_start(&sched->thread, run_thread, sched)) {
    sched->has_thread = false;
    atomic_store_explicit(&rt->thread_limit, started, memory_order_relaxed); // the system has no more
    atomic_store_explicit(&rt->started, started, memory_order_release);
  }
}

static lm_sched *pop_sleeper(lumen_runtime *rt) {
  lm_sched *sleeper = rt->sleeping;
  if (sleeper == NULL) return NULL;
  rt->sleeping = sleeper->next_sleeping;
  sleeper->is_sleeping = false;
  atomic_fetch_sub(&rt->sleeping_count, 1);
  return sleeper;
}

void lm_sched_wake(lumen_runtime *rt) {
  if (atomic_load_explicit(&rt->sleeping_count, memory_order_relaxed) == 0 &&
      atomic_load_explicit(&rt->started, memory_order_relaxed) >=
          atomic_load_explicit(&rt->thread_limit, memory_order_relaxed)) {
    return;
  }
  lm_mutex_lock(&rt->sleep_lock);
  lm_sched *sleeper = pop_sleeper(rt);
  if (sleeper == NULL && LM_HAS_THREADS) start_one(rt);
  lm_mutex_unlock(&rt->sleep_lock);
  if (sleeper != NULL) lm_unpark(&sleeper->parking);
}

void lm_sched_stop_all(lumen_runtime *rt) {
  // A scheduler that is about to lie down looks at `stopping` afterwards; one that was woken comes back for it.
  atomic_store(&rt->stopping, true);
  for (;;) {
    lm_mutex_lock(&rt->sleep_lock);
    lm_sched *sleeper = pop_sleeper(rt);
    lm_mutex_unlock(&rt->sleep_lock);
    if (sleeper == NULL) return;
    lm_unpark(&sleeper->parking);
  }
}

static void lie_down(lm_sched *sched) {
  lumen_runtime *rt = sched->runtime;
  lm_mutex_lock(&rt->sleep_lock);
  sched->next_sleeping = rt->sleeping;
  rt->sleeping = sched;
  sched->is_sleeping = true;
  atomic_fetch_add(&rt->sleeping_count, 1);
  lm_mutex_unlock(&rt->sleep_lock);
}

static void get_up(lm_sched *sched) {
  lumen_runtime *rt = sched->runtime;
  lm_mutex_lock(&rt->sleep_lock);
  if (sched->is_sleeping) { // nobody woke us: the clock did, or there was work after all
    for (lm_sched **link = &rt->sleeping; *link != NULL; link = &(*link)->next_sleeping) {
      if (*link != sched) continue;
      *link = sched->next_sleeping;
      break;
    }
    sched->is_sleeping = false;
    atomic_fetch_sub(&rt->sleeping_count, 1);
  }
  lm_mutex_unlock(&rt->sleep_lock);
}

// ---- finding work -------------------------------------------------------------------------------------------------------

// Together with the fence of a scheduler that lies down, between its "I sleep" and its last look at the queues: either it
// sees what was added, or we see that it sleeps.
static void wake_after_adding(lumen_runtime *rt) {
  atomic_thread_fence(memory_order_seq_cst);
  lm_sched_wake(rt);
}

void lm_sched_ready(lm_sched *sched, lm_proc *p) {
  lumen_runtime *rt = sched->runtime;
  if (p->priority == LM_PRIORITY_NORMAL && !sched->is_host) {
    if (!lm_ring_add(&sched->ring, p)) {
      lm_ring_spill(&sched->ring, &rt->overflow);
      lm_ring_add(&sched->ring, p);
    }
    // One process in the ring runs here next; a second one could run elsewhere.
    if (rt->sched_count > 1 && lm_ring_count(&sched->ring) > 1) wake_after_adding(rt);
    return;
  }
  switch ((enum lm_priority)p->priority) {
    case LM_PRIORITY_NORMAL: lm_line_add(&rt->overflow, p); break;
    case LM_PRIORITY_LOW: lm_line_add(&rt->low, p); break;
    case LM_PRIORITY_HIGH: lm_line_add(&rt->urgent[0], p); break;
    case LM_PRIORITY_MAX: lm_line_add(&rt->urgent[1], p); break;
  }
  wake_after_adding(rt);
}

void lm_sched_let_others(lm_sched *sched) {
  if (lm_ring_count(&sched->ring) > 0) wake_after_adding(sched->runtime);
}

static uint64_t next_random(lm_sched *sched) {
  uint64_t x = sched->random;
  x ^= x << 13;
  x ^= x >> 7;
  x ^= x << 17;
  return sched->random = x;
}

static lm_proc *steal(lm_sched *sched) {
  lumen_runtime *rt = sched->runtime;
  int started = atomic_load_explicit(&rt->started, memory_order_acquire);
  if (started < 2) return NULL;
  int first = (int)(next_random(sched) % (unsigned)started);
  for (int i = 0; i < started; i++) {
    lm_sched *victim = rt->scheds[(first + i) % started];
    if (victim == sched) continue;
    lm_proc *p = lm_ring_steal(&victim->ring, &sched->ring);
    if (p == NULL) continue;
    if (lm_ring_count(&victim->ring) + lm_ring_count(&sched->ring) > 1) lm_sched_wake(rt);
    return p;
  }
  return NULL;
}

static lm_proc *take_overflow(lm_sched *sched) {
  lumen_runtime *rt = sched->runtime;
  uint32_t share = lm_line_count(&rt->overflow) / (uint32_t)rt->sched_count + 1;
  return lm_line_take_some(&rt->overflow, &sched->ring, share < LM_RING_SIZE / 2 ? share : LM_RING_SIZE / 2);
}

static lm_proc *pick(lm_sched *sched) {
  lumen_runtime *rt = sched->runtime;
  lm_proc *p;
  if ((p = lm_line_take(&rt->urgent[1])) != NULL) return p;
  if ((p = lm_line_take(&rt->urgent[0])) != NULL) return p;
  if (sched->turns % LOOK_AT_OVERFLOW == 0 && (p = lm_line_take(&rt->overflow)) != NULL) return p;
  if (sched->turns % LOOK_AT_LOW == 0 && (p = lm_line_take(&rt->low)) != NULL) return p;
  if ((p = lm_ring_take(&sched->ring)) != NULL) return p;
  if ((p = take_overflow(sched)) != NULL) return p;
  return lm_line_take(&rt->low);
}

static lm_proc *search(lm_sched *sched) {
  for (int round = 0; round < STEAL_ROUNDS; round++) {
    lm_proc *p = steal(sched);
    if (p != NULL) return p;
    lm_cpu_relax();
  }
  return NULL;
}

// Nothing to do here. Answers a process that turned up, or NULL after a sleep.
static lm_proc *idle(lm_sched *sched) {
  lumen_runtime *rt = sched->runtime;
  lm_proc *p = search(sched);
  if (p != NULL) return p;
  lie_down(sched);
  atomic_thread_fence(memory_order_seq_cst);
  p = pick(sched); // whoever added work before we lay down did not see us
  if (p == NULL) p = steal(sched);
  bool input = !LM_HAS_THREADS && p == NULL && lm_input_take(rt);
  if (p == NULL && !input && !atomic_load(&rt->stopping)) {
    int64_t until = lm_timers_next(sched);
    int64_t since = lm_monotonic_time();
    lm_epoch_sleep(sched);
    lm_park(&sched->parking, until);
    lm_epoch_wake(sched);
    atomic_fetch_add_explicit(&sched->asleep, lm_monotonic_time() - since, memory_order_relaxed);
  }
  get_up(sched);
  return p;
}

void lm_sched_run(lm_sched *sched, bool until_idle) {
  lumen_runtime *rt = sched->runtime;
  lm_stopping_begin(&rt->stopping);
  lm_epoch_wake(sched);
  while (!atomic_load_explicit(&rt->stopping, memory_order_acquire)) {
    lm_epoch_pass(sched);
    if (sched->turns++ % LOOK_AT_TIMERS == 0) lm_timers_advance(sched, lm_monotonic_time());
    lm_proc *p = pick(sched);
    if (p == NULL) {
      if (until_idle && lm_timers_next(sched) == LM_FOREVER) break;
      p = idle(sched);
      if (p == NULL) {
        lm_timers_advance(sched, lm_monotonic_time());
        continue;
      }
    }
    lm_process_run(sched, p);
  }
  lm_epoch_sleep(sched);
  lm_stopping_begin(NULL);
}

int64_t lm_sched_turn(lm_sched *sched, int64_t end) {
  lumen_runtime *rt = sched->runtime;
  int64_t next = 0;
  lm_epoch_wake(sched);
  lm_timers_advance(sched, lm_monotonic_time());
  lm_input_take(rt); // a process that never waits does not keep it from others
  while (!atomic_load_explicit(&rt->stopping, memory_order_acquire)) {
    lm_epoch_pass(sched);
    if (sched->turns++ % LOOK_AT_TIMERS == 0) {
      int64_t now = lm_monotonic_time();
      if (now >= end) break;
      lm_timers_advance(sched, now);
    }
    lm_proc *p = pick(sched);
    if (p != NULL) {
      lm_process_run(sched, p);
    } else if (!lm_input_take(rt)) {
      next = lm_timers_next(sched);
      break;
    }
  }
  lm_epoch_sleep(sched);
  return next;
}
