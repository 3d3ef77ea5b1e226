#include "sched/lm_timer.h"

#include "heap/lm_copy.h"
#include "memory/lm_memory.h"
#include "process/lm_runtime.h"
#include "sched/lm_sched.h"
#include "sched/lm_signal.h"

enum { SLOT_BITS = 8, SLOT_MASK = LM_WHEEL_SLOTS - 1 };
#define FARTHEST (((uint64_t)1 << (SLOT_BITS * LM_WHEEL_LEVELS)) - LM_WHEEL_SLOTS)

static uint64_t tick_of(int64_t ns) { return (uint64_t)ns >> LM_TICK_SHIFT; }

lm_timers *lm_timers_new(void) {
  lm_timers *timers = lm_new_zeroed(1, sizeof *timers);
  timers->tick = tick_of(lm_monotonic_time());
  lm_mutex_init(&timers->lock);
  return timers;
}

void lm_timers_free(lm_sched *sched) {
  lm_timers *timers = sched->timers;
  for (unsigned i = 0; i < LM_WHEEL_LEVELS * LM_WHEEL_SLOTS; i++) {
    for (lm_fragment *f = timers->slots[i / LM_WHEEL_SLOTS][i % LM_WHEEL_SLOTS]; f != NULL;) {
      lm_fragment *next = f->next;
      lm_fragment_free(sched->pool, f);
      f = next;
    }
  }
  lm_table_clear(&timers->by_unique);
  lm_delete(timers);
}

static void mark(lm_timers *timers, unsigned slot, bool occupied) {
  uint64_t *word = &timers->occupied[slot / LM_WHEEL_SLOTS][slot % LM_WHEEL_SLOTS / 64];
  uint64_t bit = (uint64_t)1 << (slot % 64);
  *word = occupied ? *word | bit : *word & ~bit;
}

// With the lock held, like everything down to lm_timer_start.
static void insert(lm_timers *timers, lm_fragment *fragment) {
  lm_timer *timer = lm_timer_of(fragment);
  uint64_t distance = timer->due_tick - timers->tick;
  uint64_t place = timer->due_tick; // a timer that lies too far ahead goes as far as possible, and on from there
  if (distance > FARTHEST) place = timers->tick + (distance = FARTHEST);
  unsigned level = 0;
  while (distance >> (SLOT_BITS * (level + 1)) != 0) level++;
  timer->slot = level * LM_WHEEL_SLOTS + (unsigned)(place >> (SLOT_BITS * level) & SLOT_MASK);
  lm_fragment **head = &timers->slots[level][timer->slot % LM_WHEEL_SLOTS];
  fragment->next = *head;
  if (*head != NULL) lm_timer_of(*head)->link = &fragment->next;
  *head = fragment;
  timer->link = head;
  mark(timers, timer->slot, true);
}

static void unlink(lm_timers *timers, lm_fragment *fragment) {
  lm_timer *timer = lm_timer_of(fragment);
  *timer->link = fragment->next;
  if (fragment->next != NULL) lm_timer_of(fragment->next)->link = timer->link;
  timer->link = NULL;
  fragment->next = NULL;
  if (timers->slots[timer->slot / LM_WHEEL_SLOTS][timer->slot % LM_WHEEL_SLOTS] == NULL) mark(timers, timer->slot, false);
  atomic_fetch_sub_explicit(&timers->count, 1, memory_order_relaxed);
  if (timer->unique != 0) lm_table_remove(&timers->by_unique, timer->unique);
}

void lm_timer_start(lm_sched *sched, lm_fragment *fragment, lm_term to, int64_t due, uint64_t unique) {
  lm_timers *timers = sched->timers;
  lm_timer *timer = lm_timer_of(fragment);
  *timer = (lm_timer){.due = due, .due_tick = tick_of(due + ((int64_t)1 << LM_TICK_SHIFT) - 1), .to = to, .unique = unique, .sched = sched->index};
  lm_mutex_lock(&timers->lock);
  // An empty wheel has not been turned: nothing was waiting in it.
  if (atomic_load_explicit(&timers->count, memory_order_relaxed) == 0) timers->tick = tick_of(lm_monotonic_time());
  if (timer->due_tick <= timers->tick) timer->due_tick = timers->tick + 1;
  insert(timers, fragment);
  atomic_fetch_add_explicit(&timers->count, 1, memory_order_relaxed);
  if (unique != 0) lm_table_put(&timers->by_unique, unique, (uintptr_t)fragment, 0);
  lm_mutex_unlock(&timers->lock);
}

bool lm_timer_stop(lumen_runtime *rt, lm_fragment *fragment) {
  // The owner never changes, so it may be read without the lock.
  lm_timers *timers = rt->scheds[lm_timer_of(fragment)->sched]->timers;
  lm_mutex_lock(&timers->lock);
  bool armed = lm_timer_of(fragment)->link != NULL;
  if (armed) unlink(timers, fragment);
  lm_mutex_unlock(&timers->lock);
  return armed;
}

int64_t lm_timer_find(lm_sched *caller, uint32_t index, uint64_t unique, bool stop) {
  lumen_runtime *rt = caller->runtime;
  if (index >= (uint32_t)rt->sched_count) return -1;
  lm_timers *timers = rt->scheds[index]->timers;
  lm_mutex_lock(&timers->lock);
  lm_entry *entry = lm_table_find(&timers->by_unique, unique);
  lm_fragment *fragment = entry == NULL ? NULL : (lm_fragment *)(uintptr_t)entry->a;
  int64_t due = fragment == NULL ? 0 : lm_timer_of(fragment)->due;
  if (fragment != NULL && stop) unlink(timers, fragment);
  lm_mutex_unlock(&timers->lock);
  if (fragment == NULL) return -1;
  if (stop) lm_fragment_free(caller->pool, fragment);
  int64_t left = due - lm_monotonic_time();
  return left > 0 ? left : 0;
}

// The next tick after the present one at which a slot has something, at most 256^LEVELS away; 0: the wheel is empty.
static uint64_t next_tick(const lm_timers *timers) {
  uint64_t best = 0;
  for (unsigned level = 0; level < LM_WHEEL_LEVELS; level++) {
    uint64_t here = timers->tick >> (SLOT_BITS * level);
    for (unsigned d = 1; d <= LM_WHEEL_SLOTS;) {
      unsigned slot = (unsigned)(here + d) & SLOT_MASK;
      uint64_t rest = timers->occupied[level][slot / 64] >> (slot % 64);
      if (rest == 0) {
        d += 64 - slot % 64;
        continue;
      }
      d += (unsigned)__builtin_ctzll(rest);
      if (d > LM_WHEEL_SLOTS) break;
      uint64_t tick = (here + d) << (SLOT_BITS * level);
      if (best == 0 || tick < best) best = tick;
      break;
    }
  }
  return best;
}

static lm_fragment *take_slot(lm_timers *timers, unsigned level, uint64_t tick) {
  unsigned slot = (unsigned)(tick >> (SLOT_BITS * level)) & SLOT_MASK;
  lm_fragment *all = timers->slots[level][slot];
  timers->slots[level][slot] = NULL;
  mark(timers, level * LM_WHEEL_SLOTS + slot, false);
  return all;
}

// Comes to `tick`: moves down what the higher levels have for it, answers what is due, linked through `next`.
static lm_fragment *turn(lm_timers *timers, uint64_t tick) {
  timers->tick = tick;
  for (unsigned level = LM_WHEEL_LEVELS - 1; level > 0; level--) {
    if ((tick & (((uint64_t)1 << (SLOT_BITS * level)) - 1)) != 0) continue;
    for (lm_fragment *f = take_slot(timers, level, tick); f != NULL;) {
      lm_fragment *next = f->next;
      insert(timers, f);
      f = next;
    }
  }
  lm_fragment *due = take_slot(timers, 0, tick);
  for (lm_fragment *f = due; f != NULL; f = f->next) {
    lm_timer *timer = lm_timer_of(f);
    timer->link = NULL;
    atomic_fetch_sub_explicit(&timers->count, 1, memory_order_relaxed);
    if (timer->unique != 0) lm_table_remove(&timers->by_unique, timer->unique);
  }
  return due;
}

// A message that was a timer is terms all through.
static void forget(lm_fragment *f) {
  for (size_t i = 0; i < LM_TIMER_WORDS; i++) f->words[i] = LM_NONE;
}

void lm_timers_advance(lm_sched *sched, int64_t now) {
  lm_timers *timers = sched->timers;
  if (atomic_load_explicit(&timers->count, memory_order_relaxed) == 0) return;
  uint64_t target = tick_of(now);
  for (;;) {
    lm_mutex_lock(&timers->lock);
    uint64_t tick = next_tick(timers);
    lm_fragment *due = NULL;
    bool done = tick == 0 || tick > target;
    if (!done) {
      due = turn(timers, tick);
    } else if (target > timers->tick) {
      timers->tick = target; // nothing on the way there
    }
    lm_mutex_unlock(&timers->lock);
    if (done) return;
    // Slots hold the newest first; fire in the order of arming.
    lm_fragment *ordered = NULL;
    while (due != NULL) {
      lm_fragment *next = due->next;
      due->next = ordered;
      ordered = due;
      due = next;
    }
    while (ordered != NULL) {
      lm_fragment *next = ordered->next;
      lm_term to = lm_timer_of(ordered)->to;
      if (lm_is_atom(to)) to = lm_registry_get(&sched->runtime->names, to);
      if (ordered->kind == LM_SIGNAL_MESSAGE) forget(ordered);
      lm_signal_send(sched, to, ordered);
      ordered = next;
    }
  }
}

int64_t lm_timers_next(lm_sched *sched) {
  lm_timers *timers = sched->timers;
  if (atomic_load_explicit(&timers->count, memory_order_relaxed) == 0) return LM_FOREVER;
  lm_mutex_lock(&timers->lock);
  uint64_t tick = next_tick(timers);
  lm_mutex_unlock(&timers->lock);
  return tick == 0 ? LM_FOREVER : (int64_t)(tick << LM_TICK_SHIFT);
}
