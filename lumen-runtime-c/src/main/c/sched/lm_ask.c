#include "sched/lm_ask.h"

#include "lumen_atoms.h"
#include "process/lm_rare.h"
#include "process/lm_runtime.h"
#include "sched/lm_completion.h"
#include "sched/lm_relations.h"
#include "sched/lm_sched.h"
#include "sched/lm_suspend.h"

static bool ask_by(lm_proc *p, enum lm_signal_kind kind, lm_term pid, lm_term what) {
  lm_request request = lm_request_open(p);
  return lm_signal_send(p->sched, pid, lm_request_signal(p->sched, kind, request.pid, request.number, LM_NONE, what));
}

static void answer_with(lm_sched *sched, lm_term asker, lm_term from, uint64_t number, lm_term result) {
  lm_signal_send(sched, asker, lm_request_signal(sched, LM_SIGNAL_ANSWER, from, number, LM_NONE, result));
}

static bool ask(lm_proc *p, lm_term pid, lm_term what) { return ask_by(p, LM_SIGNAL_ASK, pid, what); }

bool lm_ask_trace(lm_proc *p, lm_term pid, lm_term what) { return ask_by(p, LM_SIGNAL_TRACE, pid, what); }

void lm_order_trace(lm_proc *p, lm_term pid, lm_term what) {
  lm_signal_send(p->sched, pid, lm_request_signal(p->sched, LM_SIGNAL_TRACE, LM_NONE, 0, LM_NONE, what));
}

bool lm_ask_alive(lm_proc *p, lm_term pid) { return ask(p, pid, LM_ATOM_TRUE); }

bool lm_ask_info(lm_proc *p, lm_term pid, lm_term what, lm_info_function *info) {
  // Only a program that asks holds what answers: whoever is asked finds it here.
  atomic_store(&lm_runtime_of(p)->info, info);
  return ask(p, pid, what);
}

// Questions that are tuples, which no item of process_info is that begins so.
static bool begins_with(lm_term what, lm_term kind) { return lm_is_tuple(what) && lm_elements(what)[0] == kind; }

bool lm_ask_suspended(lm_proc *p, lm_term pid, lm_term result) { return ask(p, pid, lm_tuple2(p, LM_ATOM_SUSPENDED, result)); }

bool lm_ask_save_calls(lm_proc *p, lm_term pid, lm_term count) { return ask(p, pid, lm_tuple2(p, LM_ATOM_SAVE_CALLS, count)); }

bool lm_ask_collect(lm_proc *p, lm_term pid) { return ask(p, pid, LM_ATOM_GARBAGE_COLLECT); }

static bool is_later_collection(lm_term what) { return begins_with(what, LM_ATOM_GARBAGE_COLLECT); }

bool lm_asks_to_collect(const lm_fragment *f) {
  lm_term what = lm_elements(f->term)[1];
  return what == LM_ATOM_GARBAGE_COLLECT || is_later_collection(what);
}

// {garbage_collect, Id, Alive}. `what` is {garbage_collect, Id}.
static void tell_collected(lm_sched *sched, lm_term asker, lm_term what, lm_term alive) {
  lm_term tuple[] = {LM_HEADER(LM_KIND_TUPLE, 0, 3), LM_ATOM_GARBAGE_COLLECT, lm_elements(what)[1], alive};
  lm_send(sched, asker, lm_boxed_at(tuple));
}

static bool ask_later(lm_proc *p, lm_term pid, lm_term what) {
  return lm_signal_send(p->sched, pid, lm_request_signal(p->sched, LM_SIGNAL_ASK, p->abi.self, lm_unique(p->sched), LM_NONE, what));
}

void lm_ask_collect_later(lm_proc *p, lm_term pid, lm_term id) {
  lm_term what = lm_tuple2(p, LM_ATOM_GARBAGE_COLLECT, id);
  if (!ask_later(p, pid, what)) tell_collected(p->sched, p->abi.self, what, LM_ATOM_FALSE);
}

static void tell_later(lm_sched *sched, lm_term asker, lm_term what, lm_term state) {
  lm_term tuple[] = {LM_HEADER(LM_KIND_TUPLE, 0, 2), lm_elements(what)[1], state};
  lm_send(sched, asker, lm_boxed_at(tuple));
}

void lm_ask_suspended_later(lm_proc *p, lm_term pid, lm_term tag) {
  lm_term what = lm_tuple2(p, LM_ATOM_ASYNCHRONOUS, tag);
  if (!ask_later(p, pid, what)) tell_later(p->sched, p->abi.self, what, LM_ATOM_BADARG);
}

void lm_answer(lm_proc *p, lm_fragment *f, lm_term result) {
  if (f->from != LM_NONE) answer_with(p->sched, f->from, p->abi.self, lm_request_of(f), result);
  lm_fragment_free(lm_sched_pool(p->sched), f);
}

static void answer(lm_proc *p, lm_fragment *f) {
  lm_term what = lm_elements(f->term)[1];
  if (is_later_collection(what)) {
    tell_collected(p->sched, f->from, what, LM_ATOM_TRUE);
    lm_fragment_free(lm_sched_pool(p->sched), f);
    return;
  }
  lm_term result = LM_ATOM_TRUE; // to "are you alive?", and "have you collected?"
  if (begins_with(what, LM_ATOM_ASYNCHRONOUS)) {
    tell_later(p->sched, f->from, what, p->flags & LM_PROC_SUSPENDED ? LM_ATOM_SUSPENDED : LM_ATOM_NOT_SUSPENDED);
    lm_fragment_free(lm_sched_pool(p->sched), f);
    return;
  }
  if (begins_with(what, LM_ATOM_SUSPENDED)) {
    result = lm_elements(what)[1];
  } else if (begins_with(what, LM_ATOM_SAVE_CALLS)) {
    result = lm_save_calls(p, lm_elements(what)[1]);
  } else if (what != LM_ATOM_TRUE && what != LM_ATOM_GARBAGE_COLLECT) {
    result = atomic_load(&lm_runtime_of(p)->info)(p, what, false);
  }
  lm_answer(p, f, result == LM_NONE ? LM_ATOM_BADARG : result);
}

void lm_answer_all(lm_proc *p) {
  if (p->flags & LM_PROC_EXITING) return; // the end refuses them
  lm_fragment *oldest = NULL;
  while (p->asked != NULL) {
    lm_fragment *f = p->asked;
    p->asked = f->next;
    f->next = oldest;
    oldest = f;
  }
  while (oldest != NULL) {
    lm_fragment *next = oldest->next;
    if (oldest->kind == LM_SIGNAL_ASK) {
      answer(p, oldest);
    } else {
      lm_suspend_take(p, oldest);
      lm_fragment_free(lm_sched_pool(p->sched), oldest);
    }
    oldest = next;
  }
}

void lm_refuse_answer(lm_sched *sched, lm_term self, lm_fragment *f) {
  lm_suspend_refuse(sched, self, f);
  if ((f->kind != LM_SIGNAL_ASK && f->kind != LM_SIGNAL_TRACE) || f->from == LM_NONE) return;
  lm_term what = lm_elements(f->term)[1];
  if (begins_with(what, LM_ATOM_ASYNCHRONOUS)) {
    tell_later(sched, f->from, what, LM_ATOM_BADARG);
    return;
  }
  if (is_later_collection(what)) {
    tell_collected(sched, f->from, what, LM_ATOM_FALSE);
    return;
  }
  bool is_yes_or_no = what == LM_ATOM_TRUE || what == LM_ATOM_GARBAGE_COLLECT;
  bool is_order = begins_with(what, LM_ATOM_SUSPENDED) || begins_with(what, LM_ATOM_SAVE_CALLS) || begins_with(what, LM_ATOM_TRACE);
  lm_term nothing = is_yes_or_no ? LM_ATOM_FALSE : is_order ? LM_ATOM_BADARG : LM_ATOM_UNDEFINED;
  answer_with(sched, f->from, LM_NONE, lm_request_of(f), nothing);
}

void lm_questions_end(lm_proc *p) {
  for (lm_fragment *f = p->asked; f != NULL; f = f->next) lm_refuse_answer(p->sched, p->abi.self, f);
  lm_questions_clear(p);
}

void lm_questions_clear(lm_proc *p) {
  while (p->asked != NULL) {
    lm_fragment *f = p->asked;
    p->asked = f->next;
    lm_fragment_free(lm_sched_pool(p->sched), f);
  }
  if (p->answer != NULL) lm_fragment_free(lm_sched_pool(p->sched), p->answer);
  p->answer = NULL;
}
