#include "sched/lm_measures.h"

#include "process/lm_rare.h"
#include "process/lm_runtime.h"
#include "process/lm_watch.h"
#include "sched/lm_sched.h"

// One that has not been started yet sleeps.
static lm_clocks clocks_of(lumen_runtime *rt, int index) {
  lm_sched *sched = rt->scheds[index];
  int64_t now = lm_monotonic_time(), total = now - rt->start_time;
  if (index >= atomic_load(&rt->started)) return (lm_clocks){0, total, 0};
  int64_t since = atomic_load_explicit(&sched->asleep_since, memory_order_relaxed);
  int64_t asleep = atomic_load_explicit(&sched->asleep, memory_order_relaxed) + (since != 0 && since < now ? now - since : 0);
  if (asleep > total) asleep = total;
  return (lm_clocks){total - asleep, asleep, atomic_load_explicit(&sched->collecting, memory_order_relaxed)};
}

static int64_t not_negative(int64_t n) { return n > 0 ? n : 0; }

static lm_clocks minus(lm_clocks a, lm_clocks b) {
  return (lm_clocks){not_negative(a.awake - b.awake), not_negative(a.asleep - b.asleep), not_negative(a.collecting - b.collecting)};
}

static lm_clocks plus(lm_clocks a, lm_clocks b) {
  return (lm_clocks){a.awake + b.awake, a.asleep + b.asleep, a.collecting + b.collecting};
}

// ---- wall time ----------------------------------------------------------------------------------------------------------

static void stop_wanting(lm_proc *p) {
  p->rare->wants_wall_time = 0;
  lm_runtime_of(p)->wall_time_users--;
}

bool lm_measure_wall_time(lm_proc *p, bool on) {
  lumen_runtime *rt = lm_runtime_of(p);
  lm_rare *rare = lm_rare_of(p);
  lm_mutex_lock(&rt->settings_lock);
  bool was_on = rt->wall_time_users > 0;
  if (on && rare->wants_wall_time++ == 0 && rt->wall_time_users++ == 0) {
    for (int i = 0; i < rt->sched_count; i++) rt->scheds[i]->measures.wall_since = clocks_of(rt, i);
  } else if (!on && rare->wants_wall_time > 0 && --rare->wants_wall_time == 0) {
    stop_wanting(p);
  }
  lm_mutex_unlock(&rt->settings_lock);
  return was_on;
}

void lm_measures_end(lm_proc *p) {
  if (p->rare == NULL || p->rare->wants_wall_time == 0) return;
  lm_mutex_lock(&lm_runtime_of(p)->settings_lock);
  stop_wanting(p);
  lm_mutex_unlock(&lm_runtime_of(p)->settings_lock);
}

bool lm_wall_time_of(lumen_runtime *rt, int index, lm_clocks *clocks) {
  lm_mutex_lock(&rt->settings_lock);
  bool on = rt->wall_time_users > 0;
  *clocks = minus(clocks_of(rt, index), rt->scheds[index]->measures.wall_since);
  lm_mutex_unlock(&rt->settings_lock);
  return on;
}

// ---- microstates --------------------------------------------------------------------------------------------------------

static bool measures_microstates(lumen_runtime *rt) { return lm_watches(rt, LM_WATCH_MICROSTATES); }

static lm_clocks microstates(lumen_runtime *rt, int index) {
  const lm_measures *m = &rt->scheds[index]->measures;
  return measures_microstates(rt) ? plus(m->micro, minus(clocks_of(rt, index), m->micro_since)) : m->micro;
}

bool lm_measure_microstates(lumen_runtime *rt, bool on) {
  lm_mutex_lock(&rt->settings_lock);
  bool was_on = measures_microstates(rt);
  for (int i = 0; i < rt->sched_count && on != was_on; i++) {
    lm_measures *m = &rt->scheds[i]->measures;
    m->micro = microstates(rt, i);
    m->micro_since = clocks_of(rt, i);
  }
  lm_watch(rt, LM_WATCH_MICROSTATES, on);
  lm_mutex_unlock(&rt->settings_lock);
  return was_on;
}

bool lm_reset_microstates(lumen_runtime *rt) {
  lm_mutex_lock(&rt->settings_lock);
  for (int i = 0; i < rt->sched_count; i++) {
    rt->scheds[i]->measures.micro = (lm_clocks){0};
    rt->scheds[i]->measures.micro_since = clocks_of(rt, i);
  }
  bool on = measures_microstates(rt);
  lm_mutex_unlock(&rt->settings_lock);
  return on;
}

lm_clocks lm_microstates_of(lumen_runtime *rt, int index) {
  lm_mutex_lock(&rt->settings_lock);
  lm_clocks c = microstates(rt, index);
  lm_mutex_unlock(&rt->settings_lock);
  return c;
}
