// sessions.c: makes the calls of each session one after the other in a process of a real runtime, and compares with what erl
// answered.
//
//     sessions FILE      FILE is what sessions.escript wrote: {Steps, Outcomes} in the external term format, each with its
//                        length in 4 bytes before it. A step is {Module, Function, Args, How}, where Args may hold {'$', N}, the
//                        result of step N, and {'$', self}. An outcome is {ok, Term} or {Class, Reason}, of ets
//                        {Class, {Reason, Cause}} with the cause from the stack trace; in it every
//                        reference is '$ref' and the own pid '$self'. How: exact, or sorted: a list whose order is open.
//
// Between the steps everything that lives is collected, so a table or an alias that hangs on a term is seen to move. After the
// last one the process ends, and with it its tables.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "calls.h"
#include "heap/lm_copy.h"
#include "host/lm_host.h"
#include "term/lm_atoms.h"
#include "lumen_atoms.h"
#include "lumen_bifs.h"
#include "sched/lm_mailbox.h"
#include "sched/lm_process.h"
#include "sched/lm_relations.h"
#include "process/lm_runtime.h"
#include "sched/lm_signal.h"
#include "term/lm_compare.h"
#include "etf/lm_etf.h"
#include "term/lm_identity.h"
#include "term/lm_map.h"
#include "sched/lm_limit.h"
#include "ets/lm_ets.h"

static lm_term atom(lm_proc *p, const char *text) {
  return lm_atom_intern(lm_runtime_of(p), (const uint8_t *)text, strlen(text));
}

// ---- terms with holes in them ---------------------------------------------------------------------------------------

// A term with some of its parts replaced, recursively: terms of tests are small.
typedef lm_term replacement(lm_proc *p, lm_term t); // LM_NONE: stays

static lm_term replaced(lm_proc *p, lm_term t, replacement *r) {
  lm_term other = r(p, t);
  if (other != LM_NONE) return other;
  if (lm_is_cons(t)) return lm_cons(p, replaced(p, lm_head(t), r), replaced(p, lm_tail(t), r));
  if (lm_is_tuple(t)) {
    size_t n = lm_tuple_size(t);
    lm_term *copy = malloc((1 + n) * sizeof(lm_term));
    copy[0] = lm_pointer(t)[0];
    for (size_t i = 0; i < n; i++) copy[1 + i] = replaced(p, lm_elements(t)[i], r);
    t = lm_copy_in(p, lm_boxed_at(copy));
    free(copy);
  } else if (lm_is_map(t)) {
    lm_term map = lm_map_empty(p), key, value;
    lm_map_cursor c;
    lm_map_start(&c, t);
    while (lm_map_next(&c, &key, &value)) map = lm_map_put(p, map, replaced(p, key, r), replaced(p, value, r));
    return map;
  }
  return t;
}

// The results so far lie in the registers from FIRST_RESULT on; before them the session, and first what arithmetic that fails
// leaves there (in a match specification, say).
enum { OPERANDS = 2, SESSION = OPERANDS, RESULTS, FIRST_RESULT, MAX_STEPS = 4000 };

static lm_term filled(lm_proc *p, lm_term t) {
  if (!lm_is_tuple(t) || lm_tuple_size(t) != 2 || lm_elements(t)[0] != atom(p, "$")) return LM_NONE;
  lm_term what = lm_elements(t)[1];
  return lm_is_small(what) ? p->abi.xs[FIRST_RESULT + lm_small_value(what) - 1] : p->abi.self;
}

static lm_term masked(lm_proc *p, lm_term t) {
  if (lm_is_reference(t)) return atom(p, "$ref");
  return t == p->abi.self ? atom(p, "$self") : LM_NONE;
}

static lm_term sorted(lm_proc *p, lm_term list) {
  lm_term result = LM_NIL;
  for (; lm_is_cons(list); list = lm_tail(list)) { // by insertion, largest first; then turned round
    lm_term *link = &result;
    while (lm_is_cons(*link) && lm_compare_exact(lm_runtime_of(p), lm_head(*link), lm_head(list)) > 0) link = &lm_pointer(*link)[1];
    *link = lm_cons(p, lm_head(list), *link);
  }
  return lumen_bif_lists_reverse_2(p, result, LM_NIL);
}

// ---- what only sessions can call ------------------------------------------------------------------------------------

// All messages, oldest first; they are gone then.
static lm_term messages(lm_proc *p) {
  lm_term list = LM_NIL;
  lm_signals_take(p);
  while (p->mail.first != NULL) list = lm_cons(p, lm_mailbox_take(p, &p->mail.first), list);
  return lumen_bif_lists_reverse_2(p, list, LM_NIL);
}

// All results of a search that goes on bit by bit.
static lm_term collected(lm_proc *p, lm_term first, lm_term (*next)(lm_proc *, lm_term)) {
  lm_term all = LM_NIL;
  while (lm_is_tuple(first)) {
    all = lumen_bif_erlang_append_2(p, lm_elements(first)[0], all);
    first = next(p, lm_elements(first)[1]);
  }
  return first == LM_NONE ? LM_NONE : all;
}

// Every key, by first and next.
static lm_term keys(lm_proc *p, lm_term table, lm_term forwards) {
  lm_term all = LM_NIL, key = forwards == LM_ATOM_TRUE ? lumen_bif_ets_first_1(p, table) : lumen_bif_ets_last_1(p, table);
  while (key != LM_NONE && key != LM_ATOM_END_OF_TABLE) {
    all = lm_cons(p, key, all);
    key = forwards == LM_ATOM_TRUE ? lumen_bif_ets_next_2(p, table, key) : lumen_bif_ets_prev_2(p, table, key);
  }
  return key == LM_NONE ? LM_NONE : lumen_bif_lists_reverse_2(p, all, LM_NIL);
}

static bool begins_with(lm_term list, const char *text) {
  for (; *text != 0; text++, list = lm_tail(list))
    if (!lm_is_cons(list) || lm_head(list) != lm_small(*text)) return false;
  return true;
}

// The environment variables that sessions set.
static lm_term environment(lm_proc *p) {
  lm_term own = LM_NIL;
  for (lm_term all = lumen_bif_os_env_0(p); lm_is_cons(all); all = lm_tail(all)) {
    lm_term name = lm_elements(lm_head(all))[0];
    if (begins_with(name, "L") && !begins_with(name, "LANG") && !begins_with(name, "LC_")) own = lm_cons(p, lm_head(all), own);
  }
  return own;
}

static lm_term special(lm_proc *p, lm_term name, const lm_term *a) {
  if (name == LM_ATOM_MESSAGES) return messages(p);
  if (name == atom(p, "env")) return environment(p);
  if (name == atom(p, "keys")) return keys(p, a[0], a[1]);
  if (name == atom(p, "select")) return collected(p, lumen_bif_ets_select_3(p, a[0], a[1], a[2]), lumen_bif_ets_select_1);
  if (name == atom(p, "select_reverse"))
    return collected(p, lumen_bif_ets_select_reverse_3(p, a[0], a[1], a[2]), lumen_bif_ets_select_reverse_1);
  if (name == atom(p, "match")) return collected(p, lumen_bif_ets_match_3(p, a[0], a[1], a[2]), lumen_bif_ets_match_1);
  printf("no such special function\n");
  exit(2);
}

// ---- sessions -------------------------------------------------------------------------------------------------------

static unsigned long session_count, calls, failures;

static lm_term perform(lm_proc *p, lm_term step) {
  lm_term args[8], list = replaced(p, lm_elements(step)[2], filled);
  int arity = 0;
  for (; lm_is_cons(list); list = lm_tail(list)) args[arity++] = lm_head(list);
  if (lm_elements(step)[0] == atom(p, "session")) return special(p, lm_elements(step)[1], args);
  const call *bif = call_find(p, lm_elements(step)[0], lm_elements(step)[1], arity);
  if (bif == NULL) {
    call_show(p, "missing:", step);
    exit(2);
  }
  return call_apply(p, bif, args);
}

static void check_step(lm_proc *p, lm_term step, lm_term expected, int number) {
  lm_term result = perform(p, step), class = LM_ATOM_OK;
  p->abi.xs[FIRST_RESULT + number] = result == LM_NONE ? LM_NIL : result;
  if (result == LM_NONE) {
    class = p->abi.exception_class;
    result = lm_tuple2(p, p->abi.exception_reason, p->cause == LM_NONE ? LM_ATOM_NONE : p->cause);
    if (lm_elements(step)[0] != LM_ATOM_ETS) result = lm_elements(result)[0];
  }
  result = replaced(p, result, masked);
  if (lm_elements(step)[3] == atom(p, "sorted") && lm_is_list(result)) result = sorted(p, result);
  calls++;
  if (class == lm_elements(expected)[0] && call_same(p, result, lm_elements(expected)[1])) return;
  if (failures++ >= 40) return;
  printf("session %lu, step %d\n", session_count, number + 1);
  call_show(p, "step    ", step);
  call_show(p, "expected", expected);
  call_show(p, "class   ", class);
  call_show(p, "got     ", result);
}

static lm_term nth(lm_term list, int n) {
  while (n-- > 0) list = lm_tail(list);
  return lm_head(list);
}

static void run_session(lumen_runtime *rt, const uint8_t *bytes, size_t length) {
  lm_proc *p = lm_process_new(rt->host_sched, NULL, 300);
  lm_term *xs = p->abi.xs, session = lm_etf_decode(p, bytes, length, 0, NULL);
  if (session == LM_NONE) {
    printf("not decoded: session %lu of %zu bytes\n", session_count, length);
    exit(2);
  }
  for (int i = 0; i < OPERANDS; i++) xs[i] = LM_NIL;
  xs[SESSION] = lm_elements(session)[0];
  xs[RESULTS] = lm_elements(session)[1];
  int64_t steps = lm_small_value(lumen_bif_erlang_length_1(p, xs[SESSION]));
  for (int i = 0; i < MAX_STEPS && i < steps; i++) {
    check_step(p, nth(xs[SESSION], i), nth(xs[RESULTS], i), i);
    if (i % 3 == 0) lumen_collect(p, 100, (uint64_t)(FIRST_RESULT + i + 1));
    if (i % 10 == 9) lm_collect_major(p, 0, (size_t)(FIRST_RESULT + i + 1));
  }
  p->exit_reason = LM_ATOM_NORMAL;
  lm_process_end(rt->host_sched, p);
  lm_epoch_pass(rt->host_sched);
}

int main(int argc, char **argv) {
  setvbuf(stdout, NULL, _IOLBF, 0);
  FILE *f = argc > 1 ? fopen(argv[1], "rb") : NULL;
  if (f == NULL) return 2;
  lumen_runtime *rt = lumen_runtime_new(&(lumen_config){.schedulers = 1});
  lm_host_enter(rt);
  uint8_t size[4];
  while (fread(size, 1, 4, f) == 4) {
    size_t length = (size_t)size[0] << 24 | (size_t)size[1] << 16 | (size_t)size[2] << 8 | size[3];
    uint8_t *bytes = malloc(length);
    if (fread(bytes, 1, length, f) != length) return 2;
    session_count++;
    run_session(rt, bytes, length);
    free(bytes);
  }
  fclose(f);
  lm_host_leave(rt);
  size_t tables = rt->ets->count;
  lumen_runtime_close(rt);
  printf("%lu sessions, %lu calls, %lu failures, %zu tables left\n", session_count, calls, failures, tables);
  return failures != 0 || tables != 0 || session_count == 0;
}
