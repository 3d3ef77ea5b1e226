// Everything that threads share, at the same time: host threads that call and send, processes that spawn, send, link, unlink,
// monitor, suspend, trace, register, set timers, use tables, wait and die, schedulers that steal, and the ends of a runtime: all at rest, halted,
// stopped, closed, while all of that goes on. It is for the thread sanitizer; in the other modes it finds what crashes, hangs,
// or gets lost.
//
// Runs for some seconds, or for as many as LUMEN_STRESS_SECONDS says.
//
// with threads
// not on wasm32-wasi: there are none
#include "lm_image.h"

#include "bif/lm_bif.h"
#include "exec/lm_code.h"
#include "host/lm_host.h"
#include "sched/lm_ask.h"
#include "sched/lm_dirty.h"
#include "sched/lm_observe.h"
#include "sched/lm_process.h"
#include "sched/lm_relations.h"
#include "process/lm_runtime.h"
#include "sched/lm_suspend.h"
#include "sched/lm_trace.h"
#include "term/lm_bits.h"

#define N(n) LM_SMALL(n)
enum { PLAYERS = 12, CALLERS = 2, MOST_SCHEDULERS = 4, SLOTS = 2000, ROUND_MS = 100 };

static lumen_runtime *rt;
static _Atomic lm_term players[PLAYERS]; // pids; of the dead too, until somebody starts another
static _Atomic bool calm;                // players only wait
static _Atomic bool over;                // host threads end
static _Atomic uint64_t seed;
static _Atomic int64_t called, answered; // lumen_call
static lm_term module_t, name_table, name_nobody, name_quick, name_host;
enum { KINDS = LUMEN_HOST_LATER + 1 };
static lm_term host_names[KINDS];

static uint64_t dice(uint64_t n) {
  uint64_t z = atomic_fetch_add_explicit(&seed, UINT64_C(0x9e3779b97f4a7c15), memory_order_relaxed);
  z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
  z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
  return (z ^ z >> 31) % n;
}

static lm_term somebody(void) { return atomic_load(&players[dice(PLAYERS)]); }

// ---- what processes do ------------------------------------------------------------------------------------------------------

enum { GO_ON, WAIT, END };

static void use_table(lm_proc *p) {
  lm_term object[] = {LM_HEADER(LM_KIND_TUPLE, 0, 2), N((int64_t)dice(50)), p->abi.self};
  switch (dice(4)) { // badarg while there is no table
    case 0: lumen_bif_ets_lookup_2(p, name_table, object[1]); break;
    case 1: lumen_bif_ets_delete_2(p, name_table, object[1]); break;
    case 2: lumen_bif_ets_take_2(p, name_table, object[1]); break;
    default: lumen_bif_ets_insert_2(p, name_table, lm_boxed_at(object));
  }
}

static void start_child(lm_proc *p) {
  switch (dice(4)) {
    case 0: lumen_bif_erlang_spawn_3(p, module_t, name_quick, LM_NIL); break;
    case 1: lumen_bif_erlang_spawn_monitor_3(p, module_t, name_quick, LM_NIL); break;
    case 2: lumen_bif_erlang_spawn_link_3(p, module_t, name_quick, LM_NIL); break;
    default: // more than a ring has room for, so that some go to the line
      for (int i = 0; i < 300; i++) lumen_bif_erlang_spawn_3(p, module_t, name_quick, LM_NIL);
  }
}

static void use_timer(lm_proc *p) {
  lm_term timer = lumen_bif_erlang_send_after_3(p, N((int64_t)dice(4)), somebody(), N(1));
  if (dice(2) == 0) lumen_bif_erlang_cancel_timer_1(p, timer);
}

static void use_name(lm_proc *p) {
  switch (dice(3)) {
    case 0: lumen_bif_erlang_register_2(p, name_nobody, somebody()); break;
    case 1: lumen_bif_erlang_unregister_1(p, name_nobody); break;
    default: lumen_bif_erlang_send_2(p, name_nobody, N(2));
  }
}

static void use_monitor(lm_proc *p, lm_term other) {
  lm_term reference = lumen_bif_erlang_monitor_2(p, LM_ATOM_PROCESS, other);
  if (dice(4) != 0) lumen_bif_erlang_demonitor_1(p, reference);
}

static void send_binary(lm_proc *p, lm_term other) {
  uint8_t byte = 7;
  lm_term shared = lumen_bif_binary_copy_2(p, lm_binary(p, &byte, 1), N(1000)); // counted by reference
  lumen_bif_erlang_send_2(p, other, lm_tuple2(p, shared, shared));
}

// Takes several slices, so it goes on on whichever thread has the next turn.
static void work_long(lm_proc *p) {
  uint8_t byte = (uint8_t)dice(256);
  lm_term bytes = lumen_bif_binary_copy_2(p, lm_binary(p, &byte, 1), N(40000));
  lm_term list = lumen_bif_erlang_binary_to_list_1(p, bytes);
  lm_term again = lumen_bif_erlang_list_to_binary_1(p, lumen_bif_lists_reverse_2(p, list, LM_NIL));
  if (!lumen_equal_exact(again, bytes)) lm_abort("bytes became others");
}

// Lets go before it waits: two that suspend each other and wait would stand still for ever. True: it ends, which lets go, too.
static bool use_suspension(lm_proc *p, lm_term other) {
  if (other == p->abi.self || !lm_suspend(p, other)) return false;
  if (dice(2) == 0) lm_ask_suspended_later(p, other, N(4));
  if (dice(100) == 0) return true;
  lm_resume(p, other);
  return false;
}

// Turns are not traced: two that trace each other's never come to rest.
static void use_trace(lm_proc *p, lm_term other) {
  enum { FLAGS = LM_TRACE_ALL & ~(LM_TRACE_RUNNING | LM_TRACE_RUNNING_PROCS) };
  lm_trace_order order = {dice(3) != 0, (uint32_t)dice(UINT32_MAX) & FLAGS, dice(2) == 0 ? somebody() : LM_NONE};
  if (order.on && order.tracer == LM_NONE) order.tracer = p->abi.self;
  lm_trace_begin(rt);
  lm_order_trace(p, other, lm_trace_order_term(p, &order));
  if (dice(8) == 0) lm_trace_set_new(rt, &order);
}

static void use_monitor_of_all(void) {
  lm_system_monitor monitor = {.pid = dice(4) == 0 ? LM_NONE : somebody(), .large_heap = 1000, .long_gc = 1, .long_schedule = 1};
  lm_observe(rt);
  lm_system_monitor_set(rt, &monitor);
}

static LM_OUT_OF_LINE lm_term act(lm_proc *p) {
  for (int i = 0; i < 100 && lumen_receive_peek(p) != LM_NONE; i++) lumen_receive_accept(p);
  if (p->flags & LM_PROC_EXITING) return N(END);
  if (atomic_load(&calm)) return N(WAIT);
  for (int i = 0; i < 8; i++) {
    lm_term other = somebody();
    switch (dice(20)) {
      case 0: case 1: lumen_bif_erlang_link_1(p, other); break;
      case 2: case 3: lumen_bif_erlang_unlink_1(p, other); break;
      case 4: case 5: lumen_bif_erlang_send_2(p, other, lm_tuple2(p, p->abi.self, N(3))); break;
      case 6: use_monitor(p, other); break;
      case 7: send_binary(p, other); break;
      case 8: use_timer(p); break;
      case 9: use_name(p); break;
      case 10: if (dice(10) == 0) start_child(p); break;
      case 11: lumen_bif_erlang_process_flag_2(p, LM_ATOM_TRAP_EXIT, lm_boolean(dice(8) != 0)); break;
      case 12: if (dice(40) == 0) return N(END); break;
      case 13: lumen_bif_erlang_processes_0(p); break;
      case 14: lm_ask_alive(p, other); break; // the answer is not waited for
      case 15: if (dice(8) == 0) work_long(p); break;
      case 16: use_trace(p, other); break;
      case 17: use_monitor_of_all(); break;
      case 18: if (use_suspension(p, other)) return N(END); break;
      default: use_table(p);
    }
  }
  return dice(4) == 0 ? N(WAIT) : N(GO_ON);
}

CODE(quick) {
  ENTER(quick, 0);
  RETURN(LM_ATOM_OK);
}

CODE(player);
CODE(player_woken) {
  UNUSED();
  TAIL(player);
}
CODE(player) {
  ENTER(player, 0);
  NEED(400, 0);
  PRIMITIVE(x0, act(p));
  if (x0 == N(END)) RETURN(LM_ATOM_OK);
  if (x0 == N(GO_ON)) TAIL(player);
  STORE();
  ABI->resume = player_woken;
  ABI->live = 0;
  ABI->reductions = reductions;
  if (lumen_receive_wait(p, atomic_load(&calm) ? LM_ATOM_INFINITY : N(1)) == LM_NONE) return;
  TAIL(player);
}

static LM_OUT_OF_LINE lm_term create_table(lm_proc *p) {
  lm_term options = lm_cons(p, LM_ATOM_NAMED_TABLE, lm_cons(p, LM_ATOM_PUBLIC, LM_NIL));
  if (dice(2) == 0) options = lm_cons(p, lm_tuple2(p, LM_ATOM_WRITE_CONCURRENCY, LM_ATOM_TRUE), options);
  return lumen_bif_ets_new_2(p, name_table, options);
}
CODE(owner_lives) {
  UNUSED();
  STORE();
  ABI->resume = owner_lives;
  ABI->live = 0;
  ABI->reductions = reductions;
  if (lumen_receive_wait(p, N(dice(30) + 1)) == LM_NONE) return;
  RETURN(LM_ATOM_OK);
}
CODE(owner) { // of the table, for a while
  ENTER(owner, 0);
  NEED(400, 0);
  PRIMITIVE(x0, create_table(p)); // or badarg: it is there
  TAIL(owner_lives);
}

static LM_OUT_OF_LINE lm_term any_host_function(void) { return host_names[dice(KINDS)]; }

CODE(abroad) {
  ENTER(abroad, 0);
  x0 = name_host;
  x1 = any_host_function();
  x2 = LM_NIL;
  TAIL(lumen_code_erlang_apply_3);
}

static LM_OUT_OF_LINE void halt_now(lm_proc *p) { lm_halt(lm_runtime_of(p), 3); }
CODE(halting) {
  ENTER(halting, 0);
  STORE();
  halt_now(p);
  RETURN(LM_ATOM_OK);
}

static const test_function functions[] = {{"quick", 0, quick},   {"player", 0, player},   {"owner", 0, owner},
                                          {"abroad", 0, abroad}, {"halting", 0, halting}};

// ---- the module -------------------------------------------------------------------------------------------------------------

static void make_image(void) {
  make_module(functions, sizeof functions / sizeof *functions);
  module_t = module.name;
  name_table = atom("table");
  name_nobody = atom("nobody");
  name_host = atom("host");
  host_names[0] = atom("away");
  host_names[1] = atom("computing");
  host_names[2] = atom("blocking");
  host_names[3] = atom("later");
  name_quick = compiled[0].name;
}

// ---- what the host does -----------------------------------------------------------------------------------------------------

static const uint8_t nil[] = {131, 106}, five[] = {131, 97, 5};
static const uint8_t ok[] = {131, 119, 2, 'o', 'k'};

static void on_end(void *context, int32_t status, const uint8_t *bytes, uint64_t length) {
  (void)status, (void)bytes, (void)length;
  if (context != NULL) lumen_runtime_stop(context);
  atomic_fetch_add(&answered, 1);
}

static lm_term call(const char *name, void *context) {
  lm_term pid = lumen_call(rt, "t", name, nil, sizeof nil, on_end, context);
  if (pid != LM_NONE) atomic_fetch_add(&called, 1);
  return pid;
}

static void sleep_ms(int64_t ms) {
  lm_parking place;
  lm_parking_init(&place);
  lm_park(&place, lm_monotonic_time() + ms * 1000000);
  lm_parking_destroy(&place);
}

// A function of the host: away for a while, and comes back in from there.
static void away(void *context, lumen_host_call *answer, const uint8_t *arguments, uint64_t length) {
  (void)context, (void)arguments, (void)length;
  lumen_send(rt, somebody(), five, sizeof five);
  if (dice(4) == 0) call("quick", NULL);
  sleep_ms((int64_t)dice(3));
  lumen_host_return(answer, LUMEN_OK, ok, sizeof ok);
}

// And one that leaves the answer to whoever calls in next.
static lumen_host_call *_Atomic to_answer;
static void later(void *context, lumen_host_call *answer, const uint8_t *arguments, uint64_t length) {
  (void)context, (void)arguments, (void)length;
  lumen_host_call *before = atomic_exchange(&to_answer, answer);
  if (before != NULL) lumen_host_return(before, LUMEN_OK, ok, sizeof ok);
}
static void answer_now(void) {
  lumen_host_call *call = atomic_exchange(&to_answer, NULL);
  if (call != NULL) lumen_host_return(call, LUMEN_OK, ok, sizeof ok);
}

static void caller(void *argument) {
  (void)argument;
  while (!atomic_load(&over)) {
    switch (dice(8)) {
      case 0: {
        uint64_t i = dice(PLAYERS);
        lm_host_enter(rt);
        bool there = lm_pids_find(&rt->pids, atomic_load(&players[i])) != NULL;
        lm_host_leave(rt);
        if (!there) atomic_store(&players[i], call("player", NULL));
        break;
      }
      case 1: call("owner", NULL); break;
      case 2: if (dice(4) == 0) call("abroad", NULL); break;
      case 3: lumen_spawn(rt, "t", "quick", nil, sizeof nil); break;
      case 4: lumen_send(rt, somebody(), five, sizeof five); break;
      case 5: for (int i = 0; i < 50; i++) call("quick", NULL); break;
      case 6: if (dice(20) == 0) sleep_ms(1); break;
      default: call("quick", NULL);
    }
    if (dice(4) == 0) answer_now();
    // Not faster than the schedulers answer.
    while (atomic_load(&called) - atomic_load(&answered) > SLOTS && !atomic_load(&over)) sleep_ms(1);
  }
}

// ---- at rest ------------------------------------------------------------------------------------------------------------------

static bool is_at_rest(void) {
  lm_mutex_lock(&rt->sleep_lock);
  bool asleep = atomic_load(&rt->sleeping_count) == atomic_load(&rt->started);
  lm_mutex_unlock(&rt->sleep_lock);
  for (int i = 0; i < rt->sched_count; i++) {
    asleep = asleep && atomic_load(&rt->scheds[i]->timers->count) == 0 && lm_ring_count(&rt->scheds[i]->ring) == 0;
  }
  for (int kind = 0; kind < LM_DIRTY_KINDS; kind++) asleep = asleep && atomic_load(&rt->dirty[kind].jobs) == 0;
  return asleep && lm_line_count(&rt->arrivals) == 0;
}

// With nothing under way, what one side of a link or a monitor knows the other side knows.
static void check_relations(lm_proc *p) {
  if (p->relations == NULL) return;
  for (lm_entry *e = NULL; (e = lm_table_next(&p->relations->links, e)) != NULL;) {
    CHECK(e->a == LM_LINKED, "an UNLINK was never acknowledged");
    lm_proc *q = lm_pids_find(&rt->pids, e->key);
    lm_entry *back = q == NULL || q->relations == NULL ? NULL : lm_table_find(&q->relations->links, p->abi.self);
    CHECK(back != NULL, "half a link: the other side %s", q == NULL ? "is dead" : "does not know of it");
  }
  for (lm_entry *e = NULL; (e = lm_table_next(&p->relations->monitors, e)) != NULL;) {
    lm_proc *q = lm_pids_find(&rt->pids, e->a);
    lm_entry *back = q == NULL || q->relations == NULL ? NULL : lm_table_find(&q->relations->watchers, e->key);
    CHECK(back != NULL, "half a monitor");
  }
}

static void come_to_rest(void) {
  atomic_store(&calm, true);
  int64_t patience = lm_monotonic_time() + INT64_C(60000000000);
  for (int still = 0; still < 3; still = is_at_rest() ? still + 1 : 0) {
    sleep_ms(2);
    if (lm_monotonic_time() > patience) break;
  }
  CHECK(is_at_rest(), "the schedulers do not come to rest");
  lm_host_enter(rt);
  for (int i = 0; i < PLAYERS; i++) {
    lm_proc *p = lm_pids_find(&rt->pids, atomic_load(&players[i]));
    if (p == NULL) continue;
    CHECK(atomic_load(&p->inbox) == LM_INBOX_WAITING, "a process does not run, and does not wait");
    CHECK(p->asked == NULL, "a question was not answered");
    CHECK((p->flags & LM_PROC_SUSPENDED) == 0, "a process is suspended by nobody");
    check_relations(p);
  }
  lm_host_leave(rt);
}

// ---- rounds -------------------------------------------------------------------------------------------------------------------

enum ending { AT_REST, HALTED, STOPPED, STOPPED_IN_A_CALLBACK, ENDINGS };

static void play(enum ending ending) {
  atomic_store(&calm, false);
  atomic_store(&over, false);
  atomic_store(&called, 0);
  atomic_store(&answered, 0);
  for (int i = 0; i < PLAYERS; i++) atomic_store(&players[i], LM_IMM_PID);
  rt = lumen_runtime_new(&(lumen_config){.schedulers = 1 + (int32_t)dice(MOST_SCHEDULERS)});
  // One of each kind: a process asks for any.
  for (int32_t kind = 0; kind < KINDS; kind++) {
    CHECK(lumen_register_host(rt, "host", (const char *[]){"away", "computing", "blocking", "later"}[kind], 0, kind,
                              kind == LUMEN_HOST_LATER ? later : away, NULL),
          "host function");
  }
  CHECK(lumen_runtime_load(rt, &image) == NULL, "load");
  lm_thread threads[CALLERS];
  for (int i = 0; i < CALLERS; i++) CHECK(lm_thread_start(&threads[i], caller, NULL), "thread");
  sleep_ms(ROUND_MS);
  switch (ending) {
    case AT_REST: atomic_store(&over, true); break;
    case HALTED: call("halting", NULL); break;
    case STOPPED: lumen_runtime_stop(rt); break;
    default: call("quick", rt);
  }
  if (ending != AT_REST) sleep_ms((int64_t)dice(3)); // calls go on coming
  atomic_store(&over, true);
  for (int i = 0; i < CALLERS; i++) lm_thread_join(&threads[i]);
  if (ending == AT_REST) answer_now();
  if (ending == AT_REST) come_to_rest();
  lumen_runtime_close(rt);
  answer_now(); // a call that it forgot
  CHECK(atomic_load(&called) == atomic_load(&answered), "%lld calls, %lld answers", (long long)atomic_load(&called),
        (long long)atomic_load(&answered));
}

int main(void) {
  make_image();
  const char *seconds = lm_environment("LUMEN_STRESS_SECONDS");
  int64_t end = lm_monotonic_time() + (seconds == NULL ? 4 : atoll(seconds)) * 1000000000;
  for (int round = 0; round < ENDINGS || lm_monotonic_time() < end; round++) play((enum ending)(round % ENDINGS));
  return lm_check_result("threads");
}
