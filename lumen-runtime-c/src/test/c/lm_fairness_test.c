// Who runs when: run queues keep the order, busy processes get equally many turns wherever they are, priorities mean what they mean in
// OTP. Turns are counted, not times: a process here takes a turn, says so, and gives the rest of its slice away.
//
// with threads
#include "lm_image.h"

#include "exec/lm_code.h"
#include "heap/lm_heap.h"
#include "memory/lm_memory.h"
#include "sched/lm_process.h"
#include "process/lm_runtime.h"

#define N(n) LM_SMALL(n)

// ---- a run queue by itself ------------------------------------------------------------------------------------------------------

enum { TOKENS = LM_DEBUG ? 20000 : 200000 };
static lm_proc *tokens; // processes that nobody runs
static lm_ring ring;

// Whatever is added and taken, by turns or in bursts, comes out in order.
static void in_order(void) {
  lm_ring_init(&ring);
  uint64_t in = 0, out = 0;
  for (int round = 0; round < 200; round++) {
    uint64_t most = lm_random_below(4) == 0 ? 5000 : 300;
    for (uint64_t n = lm_random_below(most); n > 0; n--) lm_ring_add(&ring, &tokens[in++ % TOKENS]);
    CHECK(lm_ring_count(&ring) == in - out, "%u processes", lm_ring_count(&ring));
    uint64_t n = lm_random_below(3) == 0 ? in - out : lm_random_below(most);
    for (; n > 0 && out < in; n--) CHECK(lm_ring_take(&ring) == &tokens[out++ % TOKENS], "out of order");
    if (out == in) CHECK(lm_ring_take(&ring) == NULL && lm_ring_oldest(&ring) == INT64_MAX, "it is empty");
  }
  lm_ring_destroy(&ring);
}

// A thief gets the older half, in order.
static void stolen_in_order(void) {
  for (uint32_t count = 0; count < 1000; count += count < 5 ? 1 : 97) {
    lm_ring mine;
    lm_ring_init(&ring);
    lm_ring_init(&mine);
    for (uint32_t i = 0; i < count; i++) {
      atomic_store(&tokens[i].ready_since, i + 7);
      lm_ring_add(&ring, &tokens[i]);
    }
    uint32_t half = count - count / 2 < LM_STOLEN_MOST ? count - count / 2 : LM_STOLEN_MOST;
    lm_proc *first = lm_ring_steal(&ring, &mine);
    CHECK(first == (count == 0 ? NULL : &tokens[0]), "the first of %u", count);
    for (uint32_t i = 1; i < half; i++) CHECK(lm_ring_take(&mine) == &tokens[i], "number %u of %u", i, count);
    CHECK(lm_ring_take(&mine) == NULL, "too many of %u", count);
    CHECK(lm_ring_oldest(&ring) == (half == count ? INT64_MAX : half + 7), "the oldest that is left of %u", count);
    for (uint32_t i = half; i < count; i++) CHECK(lm_ring_take(&ring) == &tokens[i], "number %u of %u", i, count);
    lm_ring_destroy(&mine);
    lm_ring_destroy(&ring);
  }
}

#if LM_HAS_THREADS
static _Atomic uint8_t *seen;
static _Atomic bool all_added;

static void see(lm_proc *p) { atomic_fetch_add_explicit(&seen[p - tokens], 1, memory_order_relaxed); }

static void thief(void *steals) {
  lm_ring mine;
  lm_ring_init(&mine);
  for (bool last = false;;) {
    bool over = atomic_load(&all_added);
    lm_ring_oldest(&ring);
    lm_proc *p = steals != NULL ? lm_ring_steal(&ring, &mine) : lm_ring_take(&ring);
    if (p != NULL) see(p);
    for (lm_proc *q; (q = lm_ring_take(&mine)) != NULL;) see(q);
    if (p == NULL && last) break;
    last = p == NULL && over;
  }
  lm_ring_destroy(&mine);
}

// While one thread adds, in bursts that make the ring long and let it become empty, and others take: each process is had once.
static void had_once(void) {
  lm_ring_init(&ring);
  seen = lm_new_zeroed(TOKENS, 1);
  atomic_store(&all_added, false);
  lm_thread threads[2];
  for (int i = 0; i < 2; i++) CHECK(lm_thread_start(&threads[i], thief, i == 0 ? NULL : &ring), "thread");
  for (int next = 0; next < TOKENS;) {
    for (uint64_t n = lm_random_below(lm_random_below(50) == 0 ? 3000 : 20); n > 0 && next < TOKENS; n--) {
      lm_ring_add(&ring, &tokens[next++]);
    }
    for (uint64_t n = lm_random_below(10); n > 0; n--) {
      lm_proc *p = lm_ring_take(&ring);
      if (p != NULL) see(p);
    }
  }
  atomic_store(&all_added, true);
  for (int i = 0; i < 2; i++) lm_thread_join(&threads[i]);
  for (int i = 0; i < TOKENS; i++) CHECK(seen[i] == 1, "process %d was had %d times", i, seen[i]);
  lm_ring_destroy(&ring);
  lm_delete(seen);
}
#else
static void had_once(void) {}
#endif

// ---- processes that take turns --------------------------------------------------------------------------------------------------

enum { MOST_PROCESSES = 2200, MOST_TURNS = 400000 };
static _Atomic uint32_t turns;           // of all
static uint32_t last_turn;               // after so many they end
static uint16_t order[MOST_TURNS];       // whose each was
static _Atomic uint32_t running;         // processes that have not ended
static uint32_t shares[MOST_PROCESSES];  // turns of each, after a round
static uint32_t normal_count, low_count, high_count, max_count; // they are numbered in this order
static uint32_t urgent_turns;            // that each of high and max takes before it ends
static _Atomic bool holds, held;         // the other scheduler stays with one process, does so
static int work;                         // in a turn

static LM_OUT_OF_LINE bool take_turn(uint32_t number, uint32_t before) {
  uint32_t turn = atomic_fetch_add(&turns, 1);
  if (turn < last_turn) order[turn] = (uint16_t)number;
  for (volatile int i = 0; i < work; i++) {}
  bool urgent = number >= normal_count + low_count;
  bool goes_on = urgent ? before + 1 < urgent_turns : turn < last_turn;
  if (!goes_on) atomic_fetch_sub(&running, 1);
  return goes_on;
}

// spinner(Number, Turns)
CODE(spinner) {
  UNUSED();
  STORE();
  if (!take_turn((uint32_t)lm_small_value(x0), (uint32_t)lm_small_value(x1))) RETURN(LM_ATOM_OK);
  x1 = lm_small(lm_small_value(x1) + 1);
  reductions = -1;
  LEAVE(spinner, 2);
}

static LM_OUT_OF_LINE void hold(void) {
  atomic_store(&held, true);
  while (atomic_load(&holds)) lm_cpu_relax();
}
// holder(Number, 0): in its first turn it keeps its scheduler busy
CODE(holder) {
  UNUSED();
  STORE();
  hold();
  TAIL(spinner);
}

CODE(nothing) {
  UNUSED();
  RETURN(LM_ATOM_OK);
}

static lm_term module_t, name_spinner, name_holder, name_nothing;

static void spawn(lm_proc *p, lm_term name, lm_term arguments, lm_term priority) {
  lm_term options = lm_cons(p, lm_tuple2(p, LM_ATOM_PRIORITY, priority), LM_NIL);
  CHECK(lumen_bif_erlang_spawn_opt_4(p, module_t, name, arguments, options) != LM_NONE, "spawn");
}

static LM_OUT_OF_LINE void start_all(lm_proc *p) {
  lumen_bif_erlang_process_flag_2(p, LM_ATOM_PRIORITY, LM_ATOM_MAX); // so it is not preempted
  uint32_t first = 0, count = normal_count + low_count + high_count + max_count;
  if (atomic_load(&holds)) {
    spawn(p, name_holder, lm_cons(p, N(0), lm_cons(p, N(0), LM_NIL)), LM_ATOM_NORMAL);
    spawn(p, name_nothing, LM_NIL, LM_ATOM_NORMAL); // two wait here, so another scheduler takes the first
    while (!atomic_load(&held)) lm_cpu_relax();
    first = 1;
  }
  for (uint32_t i = first; i < count; i++) {
    lm_term priority = i < normal_count                            ? LM_ATOM_NORMAL
                       : i < normal_count + low_count              ? LM_ATOM_LOW
                       : i < normal_count + low_count + high_count ? LM_ATOM_HIGH
                                                                   : LM_ATOM_MAX;
    spawn(p, name_spinner, lm_cons(p, N((int64_t)i), lm_cons(p, N(0), LM_NIL)), priority);
  }
}
CODE(starter) {
  UNUSED();
  STORE();
  start_all(p);
  RELOAD();
  RETURN(LM_ATOM_OK);
}

static const test_function functions[] = {
    {"starter", 0, starter}, {"spinner", 2, spinner}, {"holder", 2, holder}, {"nothing", 0, nothing}};
static void make_image(void) {
  make_module(functions, sizeof functions / sizeof *functions);
  module_t = module.name;
  name_spinner = compiled[1].name, name_holder = compiled[2].name, name_nothing = compiled[3].name;
}

static void pause_a_little(void) {
  lm_parking place;
  lm_parking_init(&place);
  lm_park(&place, lm_monotonic_time() + 1000000);
  lm_parking_destroy(&place);
}

// A round with processes of these priorities; `first` is the turn from which shares are counted.
static void run(int schedulers, uint32_t normal, uint32_t low, uint32_t high, uint32_t max, uint32_t first, uint32_t last) {
  normal_count = normal, low_count = low, high_count = high, max_count = max, last_turn = last;
  atomic_store(&turns, 0);
  atomic_store(&running, normal + low + high + max);
  lumen_runtime *rt = lumen_runtime_new(&(lumen_config){.schedulers = schedulers});
  CHECK(lumen_runtime_load(rt, &image) == NULL, "load");
  static const uint8_t nil[] = {131, 106};
  CHECK(lumen_spawn(rt, "t", "starter", nil, sizeof nil) != LUMEN_NO_PROCESS, "spawn");
  while (atomic_load(&turns) < first / 2 && LM_HAS_THREADS) pause_a_little();
  atomic_store(&holds, false);
  while (atomic_load(&running) > 0 && LM_HAS_THREADS) pause_a_little();
  lumen_runtime_close(rt);
  memset(shares, 0, sizeof shares);
  for (uint32_t i = first; i < last; i++) shares[order[i]]++;
}

static void least_and_most(uint32_t from, uint32_t to, uint32_t *least, uint32_t *most) {
  *least = UINT32_MAX, *most = 0;
  for (uint32_t i = from; i < to; i++) {
    if (shares[i] < *least) *least = shares[i];
    if (shares[i] > *most) *most = shares[i];
  }
}

// Equals come one after the other, in the order in which they were started, however many.
static void round_robin(uint32_t count) {
  run(1, count, 0, 0, 0, 0, 20 * count);
  for (uint32_t i = 0; i < 20 * count; i++) {
    CHECK(order[i] == i % count, "of %u processes number %u had turn %u", count, order[i], i);
    if (order[i] != i % count) return;
  }
}

// A normal process has eight turns for one of a low one, whichever there are more of.
static void low(uint32_t normal, uint32_t low) {
  run(1, normal, low, 0, 0, 0, 5000 * (normal + low));
  uint32_t least, most, least_low, most_low;
  least_and_most(0, normal, &least, &most);
  least_and_most(normal, normal + low, &least_low, &most_low);
  CHECK(most - least <= 1 + most / 100 && most_low - least_low <= 1 + most_low / 50, "%u to %u normal, %u to %u low", least, most,
        least_low, most_low);
  CHECK(least >= 7.8 * most_low && most <= 8.2 * least_low, "%u normal: %u turns, %u low: %u", normal, most, low, least_low);
}

// First all of max, then all of high, then the others.
static void urgent(void) {
  urgent_turns = 50;
  run(1, 3, 3, 4, 5, 0, 1000);
  for (uint32_t i = 0; i < 1000; i++) {
    uint32_t expected = i < 5 * 50 ? 10 + i % 5 : i < 9 * 50 ? 6 + (i - 250) % 4 : 0;
    bool right = i < 9 * 50 ? order[i] == expected : order[i] < 6;
    CHECK(right, "number %u had turn %u", order[i], i);
  }
}

static int by_number(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return (x > y) - (x < y);
}

// Two schedulers, one of which had to itself what was there first: all others began on the other one. While the system runs some
// other thread than a scheduler's, one process is in the middle of a turn; so the very laziest do not count.
static void balanced(uint32_t count) {
  atomic_store(&held, false);
  atomic_store(&holds, true);
  work = 2000;
  run(2, count, 0, 0, 0, 40 * count, MOST_TURNS / count < 2000 ? MOST_TURNS : 2000 * count);
  work = 0;
  qsort(shares, count, sizeof shares[0], by_number);
  uint32_t most = shares[count - 1], least = shares[count / 20];
  CHECK(most <= 1.5 * least, "of %u processes the busiest had %u turns, lazy ones %u", count, most, least);
}

int main(void) {
  make_image();
  tokens = lm_new_zeroed(TOKENS, sizeof *tokens);
  in_order();
  stolen_in_order();
  had_once();
  lm_delete(tokens);
  round_robin(10);
  round_robin(2000);
  low(1, 1);
  low(10, 1);
  low(1, 10);
  low(10, 10);
  low(3, 20);
  urgent();
  if (LM_HAS_THREADS) {
    balanced(100);
    balanced(1000);
  }
  return lm_check_result("fairness");
}
