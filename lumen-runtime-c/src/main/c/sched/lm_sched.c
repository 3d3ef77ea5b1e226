#include "sched/lm_sched.h"

#include "memory/lm_memory.h"
#include "process/lm_runtime.h"
#include "sched/lm_process.h"
#include "sched/lm_runner.h"
#include "work/lm_work.h"

enum {
  TURNS_A_LOOK = 16,       // at most so many turns pass between two looks at timers, what the host added, and other schedulers,
  NANOSECONDS_A_LOOK = 50000, // and not much more than this time
  WAITS_LONGER = 5000,     // nanoseconds that a process must have waited longer elsewhere than any here, to be pulled
  TURNS_OF_LOW = 8,        // a normal process has so many turns for one of a low process
  STEAL_ROUNDS = 4,
};

lm_sched *lm_sched_new(lumen_runtime *rt, uint32_t index) {
  lm_term *xs = lm_map(LUMEN_MAX_LIVE * sizeof(lm_term)); // only what is touched costs memory
  if (xs == NULL) return NULL;
  lm_sched *sched = lm_new_zeroed(1, sizeof *sched);
  sched->xs = xs;
  sched->runtime = rt;
  sched->worker = (lm_worker){.stopping = &rt->stopping, .yield = lm_runner_yield, .slice_over = lm_runner_slice_over};
  sched->index = index;
  sched->table_name = LM_NONE;
  sched->random = 0x9E3779B97F4A7C15u * (index + 1);
  sched->pool = lm_pool_new(rt->pool);
  if (index < LM_MAX_SCHEDULERS) lm_pool_belongs_to(sched->pool, &sched->worker); // those of the host go from thread to thread
  atomic_init(&sched->epoch.seen, LM_EPOCH_ASLEEP);
  lm_parking_init(&sched->parking);
  sched->timers = lm_timers_new();
  lm_ring_init(&sched->ring);
  return sched;
}

void lm_sched_free(lm_sched *sched) {
  lm_runners_free(sched);
  if (sched->scratch != NULL) {
    lm_heap_close(sched->scratch);
    lm_delete(sched->scratch->builder);
    lm_delete(sched->scratch);
  }
  lm_epoch_finish(sched);
  lm_timers_free(sched);
  lm_ring_destroy(&sched->ring);
  lm_parking_destroy(&sched->parking);
  lm_unmap(sched->xs, LUMEN_MAX_LIVE * sizeof(lm_term));
  lm_pool_free(sched->pool);
  lm_delete(sched);
}

// ---- asleep and awake ---------------------------------------------------------------------------------------------------

static void run_thread(void *argument) {
  lm_thread_be_punctual();
  lm_sched_run(argument, false);
}

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
    atomic_store_explicit(&p->ready_since, sched->now, memory_order_relaxed);
    lm_ring_add(&sched->ring, p);
    // One process in the ring runs here next; a second one could run elsewhere.
    if (rt->sched_count > 1 && lm_ring_count(&sched->ring) > 1) wake_after_adding(rt);
    return;
  }
  switch ((enum lm_priority)p->priority) {
    case LM_PRIORITY_NORMAL: lm_line_add(&rt->arrivals, p); break;
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

// Where all are busy nobody steals. So each looks at another one now and then, and takes what has waited there longer than anything
// here, until nothing has. That moves processes from where many wait, and from where turns take long because the system runs the
// thread less, until all wait equally long: then all get equally many turns.
static lm_proc *pull(lm_sched *sched) {
  lumen_runtime *rt = sched->runtime;
  int64_t mine = lm_ring_oldest(&sched->ring);
  if (mine == INT64_MAX) return NULL; // it will steal if there is nothing else
  lm_sched *other = rt->scheds[sched->looks_at];
  int64_t since = lm_ring_oldest(&other->ring);
  lm_proc *p = since < mine - WAITS_LONGER ? lm_ring_take(&other->ring) : NULL;
  if (p != NULL) return p;
  sched->pulls = false;
  return NULL;
}

// What arrived from outside goes to the rings, each scheduler's share to its own.
static void take_arrivals(lm_sched *sched) {
  lumen_runtime *rt = sched->runtime;
  uint32_t count = lm_line_count(&rt->arrivals);
  if (count > 0) lm_line_move(&rt->arrivals, &sched->ring, count / (uint32_t)rt->sched_count + 1);
}

// Whether it is a low process's turn. With n normal processes that wait here, and l low ones for each scheduler, those get l of
// l + 8n turns; as if all stood in one queue, and a low one let seven turns of its own pass before it takes one.
static bool is_turn_of_low(lm_sched *sched) {
  lumen_runtime *rt = sched->runtime;
  uint64_t low = lm_line_count(&rt->low);
  if (low == 0) return false;
  uint64_t started = (uint64_t)atomic_load_explicit(&rt->started, memory_order_relaxed);
  uint64_t normal = TURNS_OF_LOW * (started > 0 ? started : 1) * lm_ring_count(&sched->ring);
  sched->due_to_low += (uint32_t)((low << 16) / (low + normal));
  if (sched->due_to_low < 1 << 16) return false;
  sched->due_to_low -= 1 << 16;
  return true;
}

static lm_proc *pick(lm_sched *sched) {
  lumen_runtime *rt = sched->runtime;
  lm_proc *p;
  if ((p = lm_line_take(&rt->urgent[1])) != NULL) return p;
  if ((p = lm_line_take(&rt->urgent[0])) != NULL) return p;
  if (is_turn_of_low(sched) && (p = lm_line_take(&rt->low)) != NULL) return p;
  if (sched->pulls && (p = pull(sched)) != NULL) return p;
  if ((p = lm_ring_take(&sched->ring)) != NULL) return p;
  take_arrivals(sched);
  if ((p = lm_ring_take(&sched->ring)) != NULL) return p;
  return lm_line_take(&rt->low);
}

// Before a turn: looks around if it is time to.
static void begin_turn(lm_sched *sched) {
  lm_epoch_pass(sched);
  if (sched->turns++ % TURNS_A_LOOK == 0) {
    sched->now = lm_monotonic_time();
  } else if (sched->now < sched->next_look) {
    return;
  }
  sched->next_look = sched->now + NANOSECONDS_A_LOOK;
  lm_timers_advance(sched, sched->now);
  take_arrivals(sched);
  int started = atomic_load_explicit(&sched->runtime->started, memory_order_acquire);
  if (started < 2) return;
  sched->looks_at = (sched->looks_at + 1) % (uint32_t)started;
  sched->pulls = sched->looks_at != sched->index;
}

bool lm_sched_others_wait(lm_sched *sched) {
  lumen_runtime *rt = sched->runtime;
  sched->now = lm_monotonic_time();
  lm_timers_advance(sched, sched->now);
  take_arrivals(sched);
  return lm_ring_count(&sched->ring) > 0 || lm_line_count(&rt->urgent[0]) > 0 || lm_line_count(&rt->urgent[1]) > 0 ||
         lm_line_count(&rt->low) > 0;
}

static lm_proc *search(lm_sched *sched) {
  for (int round = 0; round < STEAL_ROUNDS; round++) {
    lm_proc *p = steal(sched);
    if (p != NULL) return p;
    lm_cpu_relax();
  }
  return NULL;
}

// Without threads: whether a process can run again because there is input.
static bool input_came(lumen_runtime *rt) { return rt->take_input != NULL && rt->take_input(rt); }

// Nothing to do here. Answers a process that turned up, or NULL after a sleep.
static lm_proc *idle(lm_sched *sched) {
  lumen_runtime *rt = sched->runtime;
  lm_proc *p = search(sched);
  if (p != NULL) return p;
  lie_down(sched);
  atomic_thread_fence(memory_order_seq_cst);
  p = pick(sched); // whoever added work before we lay down did not see us
  if (p == NULL) p = steal(sched);
  bool input = !LM_HAS_THREADS && p == NULL && input_came(rt);
  if (p == NULL && !input && !atomic_load(&rt->stopping)) {
    int64_t until = lm_timers_next(sched);
    int64_t since = lm_monotonic_time();
    atomic_store_explicit(&sched->asleep_since, since, memory_order_relaxed);
    lm_epoch_sleep(sched);
    lm_park(&sched->parking, until);
    lm_epoch_wake(sched);
    atomic_store_explicit(&sched->asleep_since, 0, memory_order_relaxed);
    atomic_fetch_add_explicit(&sched->asleep, lm_monotonic_time() - since, memory_order_relaxed);
  }
  get_up(sched);
  return p;
}

// Until there is nothing to run, the time is over or the runtime stops. What gave way goes on on another thread, maybe: so the scheduler
// is asked for anew at each turn.
static void run_turns(lm_runner *runner) {
  lumen_runtime *rt = runner->sched->runtime;
  while (!atomic_load_explicit(&rt->stopping, memory_order_acquire)) {
    lm_sched *sched = runner->sched;
    begin_turn(sched);
    if (sched->now >= sched->turns_end) return;
    lm_proc *p = sched->found;
    sched->found = NULL;
    if (p == NULL) p = pick(sched);
    if (p == NULL) return;
    lm_process_run(sched, p);
  }
}

void lm_sched_run(lm_sched *sched, bool until_idle) {
  lumen_runtime *rt = sched->runtime;
  lm_worker_begin(&sched->worker);
  lm_epoch_wake(sched);
  sched->turns_end = LM_FOREVER;
  for (;;) {
    lm_runner_turns(sched, run_turns);
    if (atomic_load_explicit(&rt->stopping, memory_order_acquire)) break;
    if (until_idle && lm_timers_next(sched) == LM_FOREVER) break;
    sched->found = idle(sched);
    if (sched->found == NULL) {
      sched->now = lm_monotonic_time();
      lm_timers_advance(sched, sched->now);
    }
  }
  if (sched->found != NULL) lm_sched_ready(sched, sched->found); // where lm_process_end_all looks
  lm_epoch_sleep(sched);
  lm_worker_begin(NULL);
}

int64_t lm_sched_turn(lm_sched *sched, int64_t end) {
  lumen_runtime *rt = sched->runtime;
  int64_t next = 0;
  lm_worker_begin(&sched->worker);
  lm_epoch_wake(sched);
  sched->now = lm_monotonic_time();
  lm_timers_advance(sched, sched->now);
  input_came(rt); // a process that never waits does not keep it from others
  sched->turns_end = end;
  for (;;) {
    lm_runner_turns(sched, run_turns);
    if (sched->now >= end || atomic_load_explicit(&rt->stopping, memory_order_acquire)) break;
    if (input_came(rt)) continue;
    next = lm_timers_next(sched);
    break;
  }
  lm_epoch_sleep(sched);
  lm_worker_begin(NULL);
  return next;
}
