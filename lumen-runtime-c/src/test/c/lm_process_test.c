// Processes and compiled code: calls, frames, collections, exceptions, messages, timeouts, links, monitors, timers, with code
// written by hand. Each case is a function of the module t that answers `ok`, called like a host does.
//
// with threads
#include "lm_image.h"

#include "exec/lm_code.h"
#include "host/lm_host.h"
#include "sched/lm_ask.h"
#include "sched/lm_process.h"
#include "process/lm_runtime.h"
#include "etf/lm_etf.h"

#define N(n) LM_SMALL(n)
enum { SCALE = LM_DEBUG || LM_STRESS ? 1 : 10 };

// ---- fib: frames ----------------------------------------------------------------------------------------------------------

RETURN_POINT(fib_1, 2, NULL, 0, NULL);
RETURN_POINT(fib_2, 2, NULL, 0, NULL);
CODE(fib) {
  ENTER(fib, 1);
  if ((int64_t)x0 < (int64_t)N(2)) RETURN(x0);
  NEED(2, 1);
  sp -= 2;
  sp[0] = POINT(fib_1);
  sp[1] = x0;
  x0 -= 8;
  TAIL(fib);
}
CODE(fib_1_code) {
  UNUSED();
  lm_term n = sp[1];
  sp[0] = POINT(fib_2);
  sp[1] = x0;
  x0 = n - 16;
  TAIL(fib);
}
CODE(fib_2_code) {
  UNUSED();
  lm_term first = sp[1];
  sp += 2;
  RETURN(first + (x0 - 7));
}

// ---- lists: deep recursion, much garbage ---------------------------------------------------------------------------------------

// seq(From, To): body recursive. sum(List): likewise.
RETURN_POINT(seq_1, 2, NULL, 0, NULL);
CODE(seq) {
  ENTER(seq, 2);
  if ((int64_t)x0 > (int64_t)x1) RETURN(LM_NIL);
  NEED(2, 2);
  sp -= 2;
  sp[0] = POINT(seq_1);
  sp[1] = x0;
  x0 += 8;
  TAIL(seq);
}
CODE(seq_1_code) {
  UNUSED();
  NEED(2, 1);
  lm_term n = sp[1];
  sp += 2;
  lm_term list;
  CONS(list, n, x0);
  RETURN(list);
}
RETURN_POINT(sum_1, 2, NULL, 0, NULL);
CODE(sum) {
  ENTER(sum, 1);
  if (!lm_is_cons(x0)) RETURN(N(0));
  NEED(2, 1);
  sp -= 2;
  sp[0] = POINT(sum_1);
  sp[1] = lm_head(x0);
  x0 = lm_tail(x0);
  TAIL(sum);
}
CODE(sum_1_code) {
  UNUSED();
  lm_term n = sp[1];
  sp += 2;
  RETURN(n + (x0 - 7));
}
// seq_sum(N) -> sum(seq(1, N))
RETURN_POINT(seq_sum_1, 1, NULL, 0, NULL);
CODE(seq_sum) {
  ENTER(seq_sum, 1);
  NEED(1, 1);
  sp -= 1;
  sp[0] = POINT(seq_sum_1);
  x1 = x0;
  x0 = N(1);
  TAIL(seq);
}
CODE(seq_sum_1_code) {
  UNUSED();
  sp += 1;
  TAIL(sum);
}

// churn(N, Kept): keeps a list of 100 young tuples while it makes N of them.
CODE(churn) {
  ENTER(churn, 3);
  if (x0 == N(0)) RETURN(x2);
  NEED(6, 3);
  lm_term t;
  TUPLE3(t, x0, N(7), N(8));
  if ((x0 >> 3) % 100 == 0) x1 = LM_NIL;
  CONS(x1, t, x1);
  x2 = x1;
  x0 -= 8;
  TAIL(churn);
}

// ---- exceptions -----------------------------------------------------------------------------------------------------------

static const lumen_function thrower_function = {NULL, "t.erl", LM_ATOM_MODULE, LM_ATOM_ERROR, 1, 12};
static const lumen_location thrower_place = {&thrower_function, 12};
static const lumen_location catcher_place = {&thrower_function, 34};

// thrower(N): recurses N times, then raises error:{badkey, N}.
RETURN_POINT(thrower_1, 1, NULL, 0, &thrower_place);
CODE(thrower) {
  ENTER(thrower, 1);
  if (x0 == N(0)) {
    NEED(3, 1);
    lm_term reason;
  TUPLE2(reason, LM_ATOM_BADKEY, x0);
    lumen_set_exception(p, LM_ATOM_ERROR, reason, LM_NONE);
    RAISE(&thrower_place);
  }
  NEED(1, 1);
  sp -= 1;
  sp[0] = POINT(thrower_1);
  x0 -= 8;
  TAIL(thrower);
}
CODE(thrower_1_code) {
  UNUSED();
  sp += 1;
  RETURN(x0);
}
// catcher(N) -> try thrower(N) catch C:R:S -> {C, R, S} end
static LUMEN_CC void catcher_handler(LUMEN_CODE_PARAMS);
RETURN_POINT(catcher_1, 2, catcher_handler, true, &catcher_place);
CODE(catcher) {
  ENTER(catcher, 1);
  NEED(2, 1);
  sp -= 2;
  sp[0] = POINT(catcher_1);
  sp[1] = N(42);
  TAIL(thrower);
}
CODE(catcher_1_code) {
  UNUSED();
  sp += 2;
  RETURN(LM_ATOM_FALSE);
}
static LUMEN_CC void catcher_handler(LUMEN_CODE_PARAMS) {
  UNUSED();
  bool right = sp[0] == POINT(catcher_1) && sp[1] == N(42);
  sp += 2;
  NEED(8, 3);
  STORE();
  x2 = lumen_build_stacktrace(p, x2);
  RELOAD();
  if (!right) RETURN(LM_ATOM_FALSE);
  NEED(4, 3);
  TUPLE3(x0, x0, x1, x2);
  RETURN(x0);
}
CODE(failing) {
  ENTER(failing, 0);
  lumen_set_exception(p, LM_ATOM_ERROR, LM_ATOM_BADARITH, LM_NONE);
  RAISE(&thrower_place);
}

// ---- messages -------------------------------------------------------------------------------------------------------------

// echo(): receive {From, Message} -> From ! {self(), Message} end, for ever.
CODE(echo);
CODE(echo_woken) {
  UNUSED();
  TAIL(echo);
}
CODE(echo) {
  ENTER(echo, 0);
  lm_term m;
  while ((m = lumen_receive_peek(p)) != LM_NONE) {
    if (!lm_is_tuple(m)) {
      lumen_receive_skip(p);
      continue;
    }
    lumen_receive_accept(p);
    x0 = m;
    NEED(3, 1);
    lm_term answer;
  TUPLE2(answer, ABI->self, lm_elements(x0)[1]);
    lm_term to = lm_elements(x0)[0];
    STORE();
    lumen_bif_erlang_send_2(p, to, answer);
    RELOAD();
    TAIL(echo);
  }
  STORE();
  ABI->resume = echo_woken;
  ABI->live = 0;
  ABI->reductions = reductions;
  if (lumen_receive_wait(p, LM_ATOM_INFINITY) == LM_NONE) return;
  TAIL(echo);
}

// ping(Pid, N): N round trips with echo.
CODE(ping);
CODE(ping_receive);
CODE(ping) {
  ENTER(ping, 2);
  if (x1 == N(0)) RETURN(LM_ATOM_OK);
  NEED(10, 2);
  lm_term list;
  CONS(list, x1, LM_NIL);
  lm_term m;
  TUPLE2(m, ABI->self, list);
  STORE();
  lumen_bif_erlang_send_2(p, x0, m);
  RELOAD();
  TAIL(ping_receive);
}
RETURN_POINT(ping_waits, 3, NULL, 0, NULL);
CODE(ping_waits_code) {
  UNUSED();
  RETURN(x0);
}
CODE(ping_woken) { // the frame holds Pid and N
  UNUSED();
  x0 = sp[1];
  x1 = sp[2];
  sp += 3;
  TAIL(ping_receive);
}
CODE(ping_receive) {
  UNUSED();
  lm_term m = lumen_receive_peek(p);
  if (m != LM_NONE) {
    lumen_receive_accept(p);
    bool right = lm_is_tuple(m) && lm_elements(m)[0] == x0 && lm_head(lm_elements(m)[1]) == x1;
    if (!right) RETURN(LM_ATOM_FALSE);
    x1 -= 8;
    TAIL(ping);
  }
  NEED(3, 2);
  sp -= 3;
  sp[0] = POINT(ping_waits);
  sp[1] = x0;
  sp[2] = x1;
  STORE();
  ABI->resume = ping_woken;
  ABI->live = 0;
  ABI->reductions = reductions;
  if (lumen_receive_wait(p, LM_ATOM_INFINITY) == LM_NONE) return;
  TAIL(ping_woken);
}
// pingpong(N) -> ping(spawn(t, echo, []), N)
static lm_term module_t, name_echo, name_ring, name_wait, name_fail, name_fib;
CODE(pingpong) {
  ENTER(pingpong, 1);
  lm_term pid;
  PRIMITIVE(pid, lumen_bif_erlang_spawn_3(p, module_t, name_echo, LM_NIL));
  x1 = x0;
  x0 = pid;
  TAIL(ping);
}

// ring(Next): passes numbers on, one less each time, ends at 0.
CODE(ring);
RETURN_POINT(ring_waits, 2, NULL, 0, NULL);
CODE(ring_waits_code) {
  UNUSED();
  RETURN(x0);
}
CODE(ring_woken) {
  UNUSED();
  x0 = sp[1];
  sp += 2;
  TAIL(ring);
}
CODE(ring) {
  ENTER(ring, 1);
  lm_term m = lumen_receive_peek(p);
  if (m != LM_NONE) {
    lumen_receive_accept(p);
    STORE();
    lumen_bif_erlang_send_2(p, x0, m - 8);
    RELOAD();
    if ((int64_t)m <= (int64_t)N(0)) RETURN(LM_ATOM_OK);
    TAIL(ring);
  }
  NEED(2, 1);
  sp -= 2;
  sp[0] = POINT(ring_waits);
  sp[1] = x0;
  STORE();
  ABI->resume = ring_woken;
  ABI->live = 0;
  ABI->reductions = reductions;
  if (lumen_receive_wait(p, LM_ATOM_INFINITY) == LM_NONE) return;
  TAIL(ring_woken);
}
// make_ring(K, Next, Hops): K processes, the caller closes the ring.
CODE(make_ring) {
  ENTER(make_ring, 3);
  if (x0 == N(0)) {
    STORE();
    lumen_bif_erlang_send_2(p, x1, x2);
    RELOAD();
    x0 = x1;
    TAIL(ring);
  }
  if (x1 == LM_NIL) x1 = ABI->self;
  NEED(2, 3);
  lm_term arguments;
  CONS(arguments, x1, LM_NIL);
  SAVE();
  lm_term pid;
  PRIMITIVE(pid, lumen_bif_erlang_spawn_3(p, module_t, name_ring, arguments));
  x1 = pid;
  x0 -= 8;
  TAIL(make_ring);
}

// ---- timeouts -------------------------------------------------------------------------------------------------------------

// wait(Ms) -> receive stop -> stopped after Ms -> timeout end
RETURN_POINT(wait_waits, 2, NULL, 0, NULL);
CODE(wait_waits_code) {
  UNUSED();
  RETURN(x0);
}
CODE(wait);
CODE(wait_woken) {
  UNUSED();
  lm_term answer = x0;
  x0 = sp[1];
  sp += 2;
  (void)answer; // lumen_receive_wait says it again
  TAIL(wait);
}
CODE(wait) {
  ENTER(wait, 1);
  lm_term m;
  while ((m = lumen_receive_peek(p)) != LM_NONE) {
    if (m == LM_ATOM_KILL) {
      lumen_receive_accept(p);
      RETURN(LM_ATOM_KILLED);
    }
    lumen_receive_skip(p);
  }
  NEED(2, 1);
  sp -= 2;
  sp[0] = POINT(wait_waits);
  sp[1] = x0;
  STORE();
  ABI->resume = wait_woken;
  ABI->live = 0;
  ABI->reductions = reductions;
  lm_term w = lumen_receive_wait(p, x0);
  if (w == LM_NONE) return;
  if (w == N(1)) TAIL(wait_woken);
  sp += 2;
  if (w == N(2)) RAISE(NULL);
  RETURN(LM_ATOM_TIMEOUT);
}

// ---- links and monitors ---------------------------------------------------------------------------------------------------

// next(): the next message.
CODE(next);
CODE(next_woken) {
  UNUSED();
  TAIL(next);
}
CODE(next) {
  ENTER(next, 0);
  lm_term m = lumen_receive_peek(p);
  if (m != LM_NONE) {
    lumen_receive_accept(p);
    RETURN(m);
  }
  STORE();
  ABI->resume = next_woken;
  ABI->live = 0;
  ABI->reductions = reductions;
  if (lumen_receive_wait(p, LM_ATOM_INFINITY) == LM_NONE) return;
  TAIL(next);
}
// trap(Name) -> process_flag(trap_exit, true), spawn_link(t, Name, []), next()
CODE(trap) {
  ENTER(trap, 1);
  lm_term ignored;
  PRIMITIVE(ignored, lumen_bif_erlang_process_flag_2(p, LM_ATOM_TRAP_EXIT, LM_ATOM_TRUE));
  PRIMITIVE(ignored, lumen_bif_erlang_spawn_link_3(p, module_t, x0, LM_NIL));
  (void)ignored;
  TAIL(next);
}
// linked(Name) -> spawn_link(t, Name, []), next()
CODE(linked) {
  ENTER(linked, 1);
  lm_term ignored;
  PRIMITIVE(ignored, lumen_bif_erlang_spawn_link_3(p, module_t, x0, LM_NIL));
  (void)ignored;
  TAIL(next);
}
// watch(Name) -> spawn_monitor(t, Name, []), next()
CODE(watch) {
  ENTER(watch, 1);
  lm_term ignored;
  PRIMITIVE(ignored, lumen_bif_erlang_spawn_monitor_3(p, module_t, x0, LM_NIL));
  (void)ignored;
  TAIL(next);
}
// kill_it() -> P = spawn_monitor(t, echo, []), exit(P, kill), next()
RETURN_POINT(kill_it_1, 1, NULL, 0, NULL);
CODE(kill_it) {
  ENTER(kill_it, 0);
  lm_term pair;
  PRIMITIVE(pair, lumen_bif_erlang_spawn_monitor_3(p, module_t, name_echo, LM_NIL));
  x0 = pair;
  NEED(1, 1);
  sp -= 1;
  sp[0] = POINT(kill_it_1);
  x0 = lm_elements(x0)[0];
  x1 = LM_ATOM_KILL;
  TAIL(lumen_code_erlang_exit_2);
}
CODE(kill_it_1_code) {
  UNUSED();
  sp += 1;
  TAIL(next);
}
// alive() -> P = spawn(t, echo, []), exit(P, kill), is_process_alive(P)
RETURN_POINT(alive_1, 2, NULL, 0, NULL);
CODE(alive) {
  ENTER(alive, 0);
  lm_term pid;
  PRIMITIVE(pid, lumen_bif_erlang_spawn_3(p, module_t, name_echo, LM_NIL));
  x0 = pid;
  NEED(2, 1);
  sp -= 2;
  sp[0] = POINT(alive_1);
  sp[1] = x0;
  x1 = LM_ATOM_KILL;
  TAIL(lumen_code_erlang_exit_2);
}
CODE(alive_1_code) {
  UNUSED();
  x0 = sp[1];
  sp += 2;
  TAIL(lumen_code_erlang_is_process_alive_1);
}
// applied(M, F, Args) -> apply(M, F, Args)
CODE(applied) {
  ENTER(applied, 3);
  TAIL(lumen_code_erlang_apply_3);
}
// spread(N): spawns N processes that compute fib(15), linked with each other by messages: joins them all.
RETURN_POINT(spread_1, 2, NULL, 0, NULL);
CODE(spread) {
  ENTER(spread, 2);
  if (x0 == N(0)) {
    x0 = x1;
    NEED(2, 1);
    sp -= 2;
    sp[0] = POINT(spread_1);
    sp[1] = x0;
    if (x0 == N(0)) {
      sp += 2;
      RETURN(LM_ATOM_OK);
    }
    TAIL(next);
  }
  NEED(2, 2);
  lm_term arguments;
  CONS(arguments, N(15), LM_NIL);
  lm_term ignored;
  PRIMITIVE(ignored, lumen_bif_erlang_spawn_monitor_3(p, module_t, name_fib, arguments));
  (void)ignored;
  x0 -= 8;
  TAIL(spread);
}
CODE(spread_1_code) {
  UNUSED();
  x1 = sp[1] - 8;
  sp += 2;
  if (!lm_is_tuple(x0) || lm_elements(x0)[0] != LM_ATOM_BIG_DOWN || lm_elements(x0)[4] != LM_ATOM_NORMAL) RETURN(LM_ATOM_FALSE);
  x0 = N(0);
  TAIL(spread);
}

// ---- the module and how it is called --------------------------------------------------------------------------------------------

static const test_function functions[] = {
    {"fib", 1, fib},         {"seq_sum", 1, seq_sum}, {"churn", 3, churn},   {"catcher", 1, catcher},
    {"failing", 0, failing}, {"echo", 0, echo},       {"pingpong", 1, pingpong}, {"ring", 1, ring},
    {"make_ring", 3, make_ring}, {"wait", 1, wait},   {"trap", 1, trap},     {"linked", 1, linked},
    {"watch", 1, watch},     {"kill_it", 0, kill_it}, {"alive", 0, alive},   {"apply3", 3, applied},
    {"spread", 2, spread},   {"next", 0, next},
};
static void make_image(void) {
  make_module(functions, sizeof functions / sizeof *functions);
  module_t = module.name;
  name_echo = compiled[5].name;
  name_ring = compiled[7].name;
  name_wait = compiled[9].name;
  name_fail = compiled[4].name;
  name_fib = compiled[0].name;
}

typedef struct outcome {
  lm_parking done;
  _Atomic int32_t status;
  char text[2000]; // as display writes it
  lumen_runtime *rt;
  lm_term pid;
} outcome;

// Prints an external term, by decoding it in a process of its own.
static void print(lumen_runtime *rt, const uint8_t *bytes, uint64_t length, char *text, size_t room);

static void on_end(void *context, int32_t status, const uint8_t *bytes, uint64_t length) {
  outcome *o = context;
  print(o->rt, bytes, length, o->text, sizeof o->text);
  atomic_store(&o->status, status);
  lm_unpark(&o->done);
}

#include "memory/lm_memory.h"
#include "term/lm_print.h"
static void print(lumen_runtime *rt, const uint8_t *bytes, uint64_t length, char *text, size_t room) {
  lm_sched *sched = lm_sched_new(rt, LM_MAX_SCHEDULERS); // as one of the host: callbacks come on several threads
  lm_proc *scratch = lm_new_zeroed(1, sizeof *scratch);
  scratch->sched = sched;
  lm_heap_open(scratch, 100);
  lm_term t = length == 0 ? LM_NIL : lm_etf_decode(scratch, bytes, length, 0, NULL);
  lm_buffer b;
  lm_buffer_open(&b);
  lm_print(&b, rt, t);
  snprintf(text, room, "%.*s", (int)b.length, (const char *)b.bytes);
  lm_buffer_close(&b);
  lm_heap_close(scratch);
  lm_delete(scratch);
  lm_sched_free(sched);
}

// Calls t:name with small integers or atoms (positive words are integers) and compares how it ends.
static outcome *start(lumen_runtime *rt, const char *name, int count, const lm_term *arguments) {
  static outcome outcomes[100]; // a callback may still be in one after it was seen to be done
  static int used;
  outcome *o = &outcomes[used++];
  lm_parking_init(&o->done);
  atomic_store(&o->status, -1);
  o->rt = rt;
  lm_term cells[8];
  lm_term list = LM_NIL;
  for (int i = count; i-- > 0;) {
    cells[2 * i] = arguments[i];
    cells[2 * i + 1] = list;
    list = lm_cons_at(cells + 2 * i);
  }
  lm_buffer b;
  lm_buffer_open(&b);
  lm_etf_encode(&b, rt, list, 0);
  o->pid = lumen_call(rt, "t", name, b.bytes, b.length, on_end, o);
  lm_buffer_close(&b);
  return o;
}

static void await(outcome *o) {
  while (atomic_load(&o->status) < 0) lm_park(&o->done, LM_FOREVER);
}

#define CALL(expected_status, expected, name, ...)                                                                     \
  expect(rt, expected_status, expected, name, sizeof((lm_term[]){__VA_ARGS__}) / sizeof(lm_term), (lm_term[]){__VA_ARGS__})
#define CALL0(expected_status, expected, name) expect(rt, expected_status, expected, name, 0, NULL)

static void expect(lumen_runtime *rt, int32_t status, const char *text, const char *name, int count, const lm_term *arguments) {
  outcome *o = start(rt, name, count, arguments);
  await(o);
  CHECK(o->status == status && strcmp(o->text, text) == 0, "%s: %d %s", name, o->status, o->text);
}

static int32_t status_of(lumen_runtime *rt, const char *name, lm_term argument, char *text) {
  outcome *o = start(rt, name, 1, &argument);
  await(o);
  strcpy(text, o->text);
  return o->status;
}

static char reports[4000];
static void output(void *context, int32_t stream, const uint8_t *bytes, uint64_t length) {
  (void)context, (void)stream;
  size_t there = strlen(reports);
  if (there + length < sizeof reports) memcpy(reports + there, bytes, length), reports[there + length] = 0;
}

static void run(int schedulers) {
  lumen_runtime *rt = lumen_runtime_new(&(lumen_config){.schedulers = schedulers, .output = output});
  const char *wrong = lumen_runtime_load(rt, &image);
  CHECK(wrong == NULL, "%s", wrong);
  CHECK(lumen_runtime_load(rt, &image) != NULL, "a module can be loaded twice");

  CALL(LUMEN_OK, "75025", "fib", N(25));
  char sum[40];
  int64_t n = (LM_DEBUG && LM_STRESS ? 500 : 20000 * SCALE * SCALE);
  snprintf(sum, sizeof sum, "%lld", (long long)(n * (n + 1) / 2));
  CALL(LUMEN_OK, sum, "seq_sum", N(n));
  char text[2000];
  CHECK(status_of(rt, "catcher", N(3), text) == LUMEN_OK, "catcher");
  CHECK(strcmp(text, "{error,{badkey,0},[{module,error,1,[{file,\"t.erl\"},{line,12}]},{module,error,1,[{file,\"t.erl\"},{line,12}]},"
                     "{module,error,1,[{file,\"t.erl\"},{line,34}]}]}") == 0, "%s", text);
  CHECK(status_of(rt, "catcher", N(100000 * SCALE), text) == LUMEN_OK, "deep catcher: %s", text);
  CALL0(LUMEN_RAISED, "{error,badarith,[{module,error,1,[{file,\"t.erl\"},{line,12}]}]}", "failing");
  CALL(LUMEN_RAISED, "{error,undef,[{t,native,[],[]}]}", "apply3", module_t, LM_ATOM_NATIVE, LM_NIL);

  outcome *churned = start(rt, "churn", 3, (lm_term[]){N(20000 * SCALE), LM_NIL, LM_NIL});
  await(churned);
  CHECK(churned->status == LUMEN_OK && strncmp(churned->text, "[{1,7,8},{2,7,8},", 17) == 0, "churn: %.40s", churned->text);

  CALL(LUMEN_OK, "ok", "pingpong", N(2000 * SCALE));
  CALL(LUMEN_OK, "ok", "make_ring", N(10), LM_NIL, N(5000 * SCALE));
  CALL(LUMEN_OK, "ok", "make_ring", N(1000), LM_NIL, N(5000 * SCALE));
  CALL(LUMEN_OK, "ok", "spread", N(50 * SCALE), N(50 * SCALE));

  CALL(LUMEN_OK, "timeout", "wait", N(0));
  int64_t before = lm_monotonic_time();
  CALL(LUMEN_OK, "timeout", "wait", N(30));
  int64_t took = (lm_monotonic_time() - before) / 1000000;
  CHECK(took >= 30 && took < 1000, "waited %lld ms", (long long)took);
  CALL(LUMEN_RAISED, "{error,timeout_value,[]}", "wait", N(-1));
  outcome *waiting = start(rt, "wait", 1, (lm_term[]){LM_ATOM_INFINITY});
  lm_term pid = waiting->pid;
  uint8_t kill[] = {131, 119, 4, 'k', 'i', 'l', 'l'}, other[] = {131, 97, 5};
  CHECK(lumen_send(rt, pid, other, sizeof other), "send");
  CHECK(lumen_send(rt, pid, kill, sizeof kill), "send");
  CHECK(!lumen_send(rt, pid, kill, sizeof kill - 1), "a broken message was sent");
  await(waiting);
  CHECK(waiting->status == LUMEN_OK && strcmp(waiting->text, "killed") == 0, "wait: %s", waiting->text);

  int32_t status = status_of(rt, "trap", name_fail, text);
  CHECK(status == LUMEN_OK && strncmp(text, "{'EXIT',<0.", 11) == 0 && strstr(text, ",{badarith,[{module,error,1,") != NULL, "%s", text);
  status = status_of(rt, "linked", name_fail, text);
  CHECK(status == LUMEN_EXITED && strncmp(text, "{badarith,[", 11) == 0, "linked: %d %s", status, text);
  status = status_of(rt, "watch", name_fail, text);
  CHECK(status == LUMEN_OK && strncmp(text, "{'DOWN',#Ref<", 13) == 0 && strstr(text, ",process,<0.") != NULL, "%s", text);
  status = status_of(rt, "watch", LM_ATOM_MODULE, text);
  CHECK(status == LUMEN_OK && strstr(text, "{undef,[{t,module,[],[]}]}") != NULL, "%s", text);
  outcome *killed = start(rt, "kill_it", 0, NULL);
  await(killed);
  CHECK(strstr(killed->text, ",killed}") != NULL, "%s", killed->text);
  CALL0(LUMEN_OK, "false", "alive");

  // What still runs or waits when the runtime is closed.
  if (!LM_HAS_THREADS) return lumen_runtime_close(rt); // there lumen_call comes back when nothing can run any more
  outcome *left = start(rt, "pingpong", 1, (lm_term[]){N(INT32_MAX)});
  outcome *asleep = start(rt, "wait", 1, (lm_term[]){N(100000)});
  lumen_runtime_close(rt);
  CHECK(left->status == LUMEN_CLOSED && asleep->status == LUMEN_CLOSED, "%d %d", left->status, asleep->status);
  CHECK(strstr(reports, "Error in process <0.") != NULL && strstr(reports, "badarith") != NULL, "%s", reports);
}

// No more processes than there may be: an error for who wants one more, in the language and in the host.
static void limited(void) {
  lumen_runtime *rt = lumen_runtime_new(&(lumen_config){.schedulers = 1});
  CHECK(lumen_runtime_load(rt, &image) == NULL, "load");
  rt->pids.most = 1;
  CALL0(LUMEN_RAISED, "{error,system_limit,[]}", "kill_it");
  while (atomic_load(&rt->pids.live) > 0) lm_cpu_relax(); // a call is answered before its process is gone
  if (LM_HAS_THREADS) {
    outcome *waiting = start(rt, "wait", 1, (lm_term[]){LM_ATOM_INFINITY});
    CHECK(waiting->pid != LUMEN_NO_PROCESS, "the first");
    uint8_t nil[] = {131, 106};
    CHECK(lumen_call(rt, "t", "kill_it", nil, sizeof nil, on_end, NULL) == LUMEN_NO_PROCESS, "one too many");
    CHECK(lumen_spawn(rt, "t", "kill_it", nil, sizeof nil) == LUMEN_NO_PROCESS, "one too many");
  }
  lumen_runtime_close(rt);
}

// A question that comes while a process looks for a message is answered before it waits.
static lm_proc *asker;
static LM_OUT_OF_LINE bool finds_nothing(lm_proc *p) {
  lm_ask_alive(asker, p->abi.self);
  return lumen_receive_peek(p) == LM_NONE && p->asked != NULL && lumen_receive_wait(p, LM_ATOM_INFINITY) == LM_NONE;
}
CODE(asked) {
  UNUSED();
  STORE();
  ABI->resume = asked;
  ABI->live = 0;
  if (finds_nothing(p)) return;
  RETURN(LM_ATOM_FALSE);
}
static void asked_meanwhile(void) {
  lumen_runtime *rt = lumen_runtime_new(&(lumen_config){.schedulers = 1});
  lm_host_enter(rt);
  asker = lm_process_new(rt->host_sched, NULL, 0);
  lm_proc *p = lm_process_new(rt->host_sched, NULL, 0);
  lm_process_set_entry(p, asked, NULL, 0);
  lm_process_run(rt->host_sched, p);
  CHECK(atomic_load(&p->inbox) == LM_INBOX_WAITING && p->asked == NULL, "it waits and has not answered");
  lm_signals_take(asker);
  CHECK(asker->answer != NULL, "no answer");
  lm_host_leave(rt);
  lumen_runtime_close(rt);
}

#if LM_HAS_THREADS
#include <sys/resource.h>

// Where no thread can be had there is no runtime, and nothing else happens.
static void without_threads(void) {
  long long pages = 0;
  FILE *status = fopen("/proc/self/statm", "r");
  CHECK(status != NULL && fscanf(status, "%lld", &pages) == 1, "statm");
  fclose(status);
  struct rlimit before, less;
  getrlimit(RLIMIT_AS, &before);
  less = before;
  less.rlim_cur = (rlim_t)pages * lm_page_size() + (6 << 20); // less than the stack of a thread
  setrlimit(RLIMIT_AS, &less);
  CHECK(lumen_runtime_new(&(lumen_config){.schedulers = 1}) == NULL, "a runtime without a thread");
  setrlimit(RLIMIT_AS, &before);
  lumen_runtime *rt = lumen_runtime_new(&(lumen_config){.schedulers = 1});
  CHECK(rt != NULL, "a runtime");
  lumen_runtime_close(rt);
}
#else
static void without_threads(void) {}
#endif

int main(void) {
  make_image();
  if (!LM_SANITIZED) without_threads(); // they need more address space than there is
  limited();
  asked_meanwhile();
  run(1);
  run(4);
  return lm_check_result("process");
}
