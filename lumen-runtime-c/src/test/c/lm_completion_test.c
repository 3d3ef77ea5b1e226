// Processes that wait for something outside, threads that do it, and threads that come in from outside.
//
// with threads
#include "lm_check.h"

#include <string.h>

#include "host/lm_host.h"
#include "lumen_atoms.h"
#include "memory/lm_memory.h"
#include "process/lm_runtime.h"
#include "sched/lm_dirty.h"
#include "sched/lm_sched.h"
#include "sched/lm_signal.h"
#include "sched/lm_visitor.h"

static lumen_runtime *rt;

static const uint8_t nil[] = {131, 106}, ok[] = {131, 100, 0, 2, 'o', 'k'};
static const uint8_t oops[] = {131, 104, 2, 100, 0, 5, 't', 'h', 'r', 'o', 'w', 100, 0, 2, 'o', 'k'}; // {throw, ok}
static const uint8_t wrong[] = {131, 104, 2, 119};

static void sleep_ms(int64_t ms) {
  lm_parking place;
  lm_parking_init(&place);
  lm_park(&place, lm_monotonic_time() + ms * 1000000);
  lm_parking_destroy(&place);
}

static void wait_until(_Atomic int *what, int is) {
  int64_t patience = lm_monotonic_time() + INT64_C(60000000000);
  while (atomic_load(what) < is && lm_monotonic_time() < patience) sleep_ms(1);
  CHECK(atomic_load(what) == is, "%d, not %d", atomic_load(what), is);
}

// ---- how calls end ----------------------------------------------------------------------------------------------------------

static _Atomic int ended[5]; // by status
static _Atomic int all_ended;
static lm_mutex last_lock;
static uint8_t last_bytes[256];
static uint64_t last_length;

static void on_end(void *context, int32_t status, const uint8_t *bytes, uint64_t length) {
  (void)context;
  lm_mutex_lock(&last_lock);
  last_length = length < sizeof last_bytes ? length : sizeof last_bytes;
  if (length != 0) memcpy(last_bytes, bytes, last_length);
  lm_mutex_unlock(&last_lock);
  atomic_fetch_add(&ended[status], 1);
  atomic_fetch_add(&all_ended, 1);
}

// CHECK is for the main thread alone.
static lm_term call(const char *name) { return lumen_call(rt, "host", name, nil, sizeof nil, on_end, NULL); }

static void begin(int32_t schedulers) {
  for (int i = 0; i < 5; i++) atomic_store(&ended[i], 0);
  atomic_store(&all_ended, 0);
  rt = lumen_runtime_new(&(lumen_config){.schedulers = schedulers});
}

static void host(const char *name, enum lumen_host_kind kind, lumen_host_function function) {
  CHECK(lumen_register_host(rt, "host", name, 0, kind, function, NULL), "registered");
}

// ---- functions of each kind ---------------------------------------------------------------------------------------------------

static void answers(void *context, lumen_host_call *c, const uint8_t *arguments, uint64_t length) {
  (void)context;
  bool none = length == sizeof nil && memcmp(arguments, nil, length) == 0;
  lumen_host_return(c, LUMEN_OK, none ? ok : wrong, none ? sizeof ok : sizeof wrong);
}
static void raises(void *context, lumen_host_call *c, const uint8_t *arguments, uint64_t length) {
  (void)context, (void)arguments, (void)length;
  lumen_host_return(c, LUMEN_RAISED, oops, sizeof oops);
}
static void errs(void *context, lumen_host_call *c, const uint8_t *arguments, uint64_t length) {
  (void)context, (void)arguments, (void)length;
  lumen_host_return(c, LUMEN_OK, wrong, sizeof wrong);
}

// Each answer means the same from each kind of function.
static void same_answers(void) {
  for (int kind = LUMEN_HOST_SHORT; kind <= LUMEN_HOST_LATER; kind++) {
    begin(1);
    host("answers", (enum lumen_host_kind)kind, answers);
    host("raises", (enum lumen_host_kind)kind, raises);
    host("errs", (enum lumen_host_kind)kind, errs);
    call("answers");
    wait_until(&ended[LUMEN_OK], 1);
    CHECK(last_length == sizeof ok && memcmp(last_bytes, ok, sizeof ok) == 0, "kind %d: the result", kind);
    call("raises");
    wait_until(&ended[LUMEN_RAISED], 1);
    CHECK(last_length > sizeof oops && memcmp(last_bytes + 3, oops + 3, sizeof oops - 3) == 0, "kind %d: {throw, ok, _}", kind);
    call("errs");
    wait_until(&ended[LUMEN_RAISED], 2);
    CHECK(memcmp(last_bytes + 3, "d\0\5errord\0\6badarg", 17) == 0, "kind %d: {error, badarg, _}", kind);
    lumen_runtime_close(rt);
  }
}

// ---- answers that come later ----------------------------------------------------------------------------------------------------

enum { LATER = 2000 };
static lumen_host_call *kept[LATER];
static _Atomic int kept_next, kept_count;

static void keeps(void *context, lumen_host_call *c, const uint8_t *arguments, uint64_t length) {
  (void)context, (void)arguments, (void)length;
  kept[atomic_fetch_add(&kept_next, 1)] = c;
  atomic_fetch_add(&kept_count, 1); // whoever sees this sees the call
}

static void answer_some(void *argument) {
  int first = *(int *)argument;
  for (int i = first; i < LATER; i += 2) lumen_host_return(kept[i], LUMEN_OK, ok, sizeof ok);
}

static void keep_all(void) {
  begin(LM_HAS_THREADS ? 2 : 1);
  host("keeps", LUMEN_HOST_LATER, keeps);
  atomic_store(&kept_next, 0), atomic_store(&kept_count, 0);
  for (int i = 0; i < LATER; i++) call("keeps");
  wait_until(&kept_count, LATER);
  CHECK(atomic_load(&all_ended) == 0, "nobody answered");
}

static void answered_later(void) {
  keep_all();
  int odd = 1, even = 0;
  lm_thread other;
  bool helped = LM_HAS_THREADS && lm_thread_start(&other, answer_some, &odd);
  answer_some(&even);
  if (helped) lm_thread_join(&other);
  else answer_some(&odd);
  wait_until(&ended[LUMEN_OK], LATER);
  lumen_runtime_close(rt);
}

// Some are answered while the runtime ends, the others after.
static void answered_too_late(void) {
  keep_all();
  int odd = 1, even = 0;
  lm_thread other;
  bool helped = LM_HAS_THREADS && lm_thread_start(&other, answer_some, &odd);
  lumen_runtime_close(rt);
  answer_some(&even);
  if (helped) lm_thread_join(&other);
  else answer_some(&odd);
  CHECK(atomic_load(&all_ended) == LATER, "each call ended once: %d", atomic_load(&all_ended));
}

// ---- dirty schedulers -------------------------------------------------------------------------------------------------------------

#if LM_HAS_THREADS
static _Atomic int inside, most_inside, begun;
static _Atomic bool let_go;

static void blocks(void *context, lumen_host_call *c, const uint8_t *arguments, uint64_t length) {
  (void)context, (void)arguments, (void)length;
  atomic_fetch_add(&begun, 1);
  int now = atomic_fetch_add(&inside, 1) + 1, most = atomic_load(&most_inside);
  while (now > most && !atomic_compare_exchange_weak(&most_inside, &most, now)) {}
  while (!atomic_load(&let_go)) sleep_ms(1);
  atomic_fetch_sub(&inside, 1);
  lumen_host_return(c, LUMEN_OK, ok, sizeof ok);
}

// While as many block as can, and more wait, the one scheduler runs others.
static void scheduler_goes_on(enum lumen_host_kind kind, int threads) {
  begin(1);
  atomic_store(&let_go, false);
  atomic_store(&inside, 0), atomic_store(&most_inside, 0);
  host("blocks", kind, blocks);
  host("answers", LUMEN_HOST_SHORT, answers);
  for (int i = 0; i < 3 * threads; i++) call("blocks");
  wait_until(&inside, threads);
  for (int i = 0; i < 100; i++) call("answers");
  wait_until(&ended[LUMEN_OK], 100);
  CHECK(atomic_load(&inside) == threads, "%d inside", atomic_load(&inside));
  atomic_store(&let_go, true);
  wait_until(&ended[LUMEN_OK], 100 + 3 * threads);
  CHECK(atomic_load(&most_inside) == threads, "%d at once", atomic_load(&most_inside));
  lumen_runtime_close(rt);
}

// What has begun is waited for, what has not never begins.
static void closed_in_the_midst(void) {
  begin(2);
  atomic_store(&let_go, false);
  atomic_store(&inside, 0), atomic_store(&begun, 0);
  host("blocks", LUMEN_HOST_IO, blocks);
  for (int i = 0; i < 25; i++) call("blocks");
  wait_until(&begun, LM_DIRTY_IO_THREADS);
  lumen_runtime_stop(rt);
  CHECK(atomic_load(&ended[LUMEN_CLOSED]) == 25, "%d were told", atomic_load(&ended[LUMEN_CLOSED]));
  atomic_store(&let_go, true);
  lumen_runtime_close(rt);
  CHECK(atomic_load(&begun) == LM_DIRTY_IO_THREADS && atomic_load(&all_ended) == 25, "%d begun", atomic_load(&begun));
}

// A process that waits can be killed; the function does not notice.
static void killed(void) {
  begin(1);
  atomic_store(&let_go, false);
  atomic_store(&inside, 0);
  host("blocks", LUMEN_HOST_IO, blocks);
  lm_term pid = call("blocks");
  wait_until(&inside, 1);
  lm_sched *visitor = lm_visitor_take(rt);
  lm_epoch_wake(visitor);
  lm_signal_send_exit(visitor, pid, LM_SIGNAL_EXIT, LM_NIL, LM_ATOM_KILL);
  lm_epoch_sleep(visitor);
  lm_visitor_give(visitor);
  wait_until(&ended[LUMEN_EXITED], 1);
  atomic_store(&let_go, true);
  while (atomic_load(&inside) > 0) sleep_ms(1);
  lumen_runtime_close(rt);
}

// ---- threads from outside -----------------------------------------------------------------------------------------------------------

enum { SENDERS = LM_STRESS ? 6 : 300, EACH = 20 }; // more threads than there are visitors

static void send_and_call(void *argument) {
  (void)argument;
  for (int i = 0; i < EACH; i++) call("answers"); // all end, says the main thread
}

static void many_at_once(void) {
  begin(2);
  host("answers", LUMEN_HOST_SHORT, answers);
  static lm_thread threads[SENDERS];
  int started = 0;
  while (started < SENDERS && lm_thread_start(&threads[started], send_and_call, NULL)) started++;
  for (int i = 0; i < started; i++) lm_thread_join(&threads[i]);
  wait_until(&ended[LUMEN_OK], started * EACH);
  lumen_runtime_close(rt);
}

static uint8_t *large;
static uint64_t large_length;
static _Atomic int large_is_sent;

static void send_large(void *argument) {
  lumen_send(rt, *(lm_term *)argument, large, large_length);
  atomic_store(&large_is_sent, 1);
}

// While one thread decodes what is large another one sends.
static void nobody_waits_for_another(void) {
  enum { CELLS = 3000000 };
  large_length = 1 + 5 + 2 * (uint64_t)CELLS + 1; // a list of small integers
  large = lm_new(large_length);
  memset(large, 97, large_length);
  const uint8_t head[] = {131, 108, CELLS >> 24, (CELLS >> 16) & 255, (CELLS >> 8) & 255, CELLS & 255};
  memcpy(large, head, sizeof head);
  large[large_length - 1] = 106;
  begin(1);
  host("keeps", LUMEN_HOST_LATER, keeps);
  atomic_store(&kept_next, 0), atomic_store(&kept_count, 0);
  lm_term pid = call("keeps");
  wait_until(&kept_count, 1);
  lm_thread other;
  int best = 0;
  for (int i = 0; i < 5; i++) { // the system may not let both run at once
    atomic_store(&large_is_sent, 0);
    CHECK(lm_thread_start(&other, send_large, &pid), "a thread");
    int small = 0;
    while (!atomic_load(&large_is_sent)) {
      lumen_send(rt, pid, ok, sizeof ok);
      small++;
    }
    lm_thread_join(&other);
    if (small > best) best = small;
  }
  CHECK(best > 100, "%d were sent meanwhile", best);
  lumen_host_return(kept[0], LUMEN_OK, ok, sizeof ok);
  wait_until(&ended[LUMEN_OK], 1);
  lumen_runtime_close(rt);
  lm_delete(large);
}
#endif

int main(void) {
  lm_mutex_init(&last_lock);
  same_answers();
  answered_later();
  answered_too_late();
#if LM_HAS_THREADS
  scheduler_goes_on(LUMEN_HOST_IO, LM_DIRTY_IO_THREADS);
  scheduler_goes_on(LUMEN_HOST_CPU, 1);
  closed_in_the_midst();
  killed();
  many_at_once();
  nobody_waits_for_another();
#endif
  return lm_check_result("completion");
}
