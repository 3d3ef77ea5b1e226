// Tracing of processes: what erlang:trace/3 and trace_pattern/2,3 are made of, trace_info/2, trace_delivered/1. Calls can't be traced: who asks
// for that gets the error notsup.
#include "bif/lm_bif_process.h"
#include "exec/lm_code.h"
#include "exec/lm_raise.h"
#include "image/lm_modules.h"
#include "process/lm_runtime.h"
#include "sched/lm_ask.h"
#include "sched/lm_completion.h"
#include "sched/lm_mailbox.h"
#include "sched/lm_relations.h"
#include "sched/lm_sched.h"
#include "sched/lm_signal.h"
#include "sched/lm_trace.h"

// ---- orders -------------------------------------------------------------------------------------------------------------

static bool is_tuple_of(lm_term t, size_t size, lm_term first) {
  return lm_is_tuple(t) && lm_tuple_size(t) == size && lm_elements(t)[0] == first;
}

// Sets the exception if it is false.
static bool order_of(lm_proc *p, lm_term on, lm_term list, lm_trace_order *order) {
  *order = (lm_trace_order){on == LM_ATOM_TRUE, 0, LM_NONE};
  bool all = false, good = lm_is_boolean(on), other_tracer = false;
  for (; lm_is_cons(list) && good; list = lm_tail(list)) {
    lm_term o = lm_head(list);
    if (is_tuple_of(o, 2, LM_ATOM_TRACER) && lm_is_local_pid(lm_elements(o)[1])) {
      order->tracer = lm_elements(o)[1];
    } else if (is_tuple_of(o, 3, LM_ATOM_TRACER) && lm_is_atom(lm_elements(o)[1])) {
      other_tracer = true; // a module
    } else if (o == LM_ATOM_ALL) {
      all = true;
    } else {
      uint32_t flag = lm_trace_flag_of(o);
      order->flags |= flag;
      good = flag != 0;
    }
  }
  if (!good || !lm_is_nil(list)) return lm_badarg(p) != LM_NONE;
  if (order->on && (order->flags & LM_TRACE_CALLS || other_tracer)) return lm_error(p, LM_ATOM_NOTSUP) != LM_NONE;
  if (all) order->flags |= LM_TRACE_ALL;
  if (order->on && order->tracer == LM_NONE) order->tracer = p->abi.self;
  return true;
}

// Each process of the system; answers how many.
static int64_t order_all(lm_proc *p, const lm_trace_order *order) {
  lm_pids *pids = &lm_runtime_of(p)->pids;
  lm_term what = lm_trace_order_term(p, order);
  int64_t count = 0;
  for (uint32_t i = atomic_load_explicit(&pids->limit, memory_order_acquire); i-- > 0;) {
    lm_proc *other = atomic_load_explicit(&lm_pids_slot(pids, i)->process, memory_order_acquire);
    if (other == NULL) continue;
    count++;
    if (other == p) {
      lm_trace_set(p, order);
    } else {
      lm_order_trace(p, other->abi.self, what);
    }
  }
  lm_charge(p, (uint64_t)count, LM_HASHED_CELLS);
  return count;
}

enum { EXISTING = 1, NEW = 2 };

// Which processes a word stands for; -1: for none.
static int processes_of(lm_term who) {
  switch (who) {
    case LM_ATOM_ALL:
    case LM_ATOM_PROCESSES: return EXISTING | NEW;
    case LM_ATOM_EXISTING:
    case LM_ATOM_EXISTING_PROCESSES: return EXISTING;
    case LM_ATOM_NEW:
    case LM_ATOM_NEW_PROCESSES: return NEW;
    case LM_ATOM_PORTS:
    case LM_ATOM_EXISTING_PORTS:
    case LM_ATOM_NEW_PORTS: return 0; // there are no ports
    default: return -1;
  }
}

// The result; LM_NONE: the exception is set; LM_NIL: the answer to the question that was asked.
static LM_OUT_OF_LINE lm_term trace(lm_proc *p, lm_term who, lm_term on, lm_term list) {
  lm_trace_order order;
  if (!order_of(p, on, list, &order)) return LM_NONE;
  lm_trace_begin(lm_runtime_of(p));
  if (who == p->abi.self) return lm_trace_set(p, &order) ? lm_small(1) : lm_badarg(p);
  if (lm_is_local_pid(who)) return lm_ask_trace(p, who, lm_trace_order_term(p, &order)) ? LM_NIL : lm_badarg(p);
  int which = processes_of(who);
  if (which < 0) return lm_badarg(p);
  if (which & NEW) lm_trace_set_new(lm_runtime_of(p), &order);
  return lm_small(which & EXISTING ? order_all(p, &order) : 0);
}

// ---- information --------------------------------------------------------------------------------------------------------

static lm_term own_info(lm_proc *p, lm_trace trace, lm_term item) {
  if (item == LM_ATOM_TRACER) return lm_tuple2(p, item, trace.flags == 0 ? LM_NIL : trace.tracer);
  return lm_tuple2(p, item, lm_trace_flags_at(lm_alloc(p, 2 * LM_TRACE_NAMES), trace.flags));
}

// Of a function: no call is traced.
static lm_term function_info(lm_proc *p, const lm_term *mfa, lm_term item) {
  if (!lm_is_atom(mfa[0]) || !lm_is_atom(mfa[1]) || !lm_is_small(mfa[2])) return lm_badarg(p);
  bool there = lm_modules_find(lm_runtime_of(p)->modules, mfa[0], mfa[1], (uint64_t)lm_small_value(mfa[2])) != NULL;
  return lm_tuple2(p, item, there ? LM_ATOM_FALSE : LM_ATOM_UNDEFINED);
}

// As of `trace`.
static LM_OUT_OF_LINE lm_term trace_info(lm_proc *p, lm_term who, lm_term item) {
  if (who == LM_ATOM_SEND || who == LM_ATOM_RECEIVE) return item == LM_ATOM_MATCH_SPEC ? lm_tuple2(p, item, LM_ATOM_TRUE) : lm_badarg(p);
  if (lm_is_tuple(who) && lm_tuple_size(who) == 3) return function_info(p, lm_elements(who), item);
  if (item != LM_ATOM_FLAGS && item != LM_ATOM_TRACER) return lm_badarg(p);
  if (who == p->abi.self) return own_info(p, lm_trace_of(p), item);
  if (who == LM_ATOM_NEW || who == LM_ATOM_NEW_PROCESSES) return own_info(p, lm_trace_of_new(lm_runtime_of(p)), item);
  if (who == LM_ATOM_NEW_PORTS) return own_info(p, (lm_trace){0, LM_NONE}, item);
  if (!lm_is_local_pid(who)) return lm_badarg(p);
  lm_trace_begin(lm_runtime_of(p));
  return lm_ask_trace(p, who, lm_trace_question_term(p, item)) ? LM_NIL : LM_ATOM_UNDEFINED;
}

// ---- ABI code -----------------------------------------------------------------------------------------------------------

// As lm_await_completion, but badarg is an error, of erts_internal:trace/3.
static LUMEN_CC void await_trace(LUMEN_CODE_PARAMS) {
  if (p->answer == NULL) {
    LM_STORE();
    p->abi.resume = await_trace;
    p->abi.live = 0;
    p->leaving = LM_LEFT_WAITING;
    return;
  }
  if (lm_elements(p->answer->term)[1] != LM_ATOM_BADARG) LUMEN_MUSTTAIL return lm_await_completion(LUMEN_CODE_ARGS);
  LM_STORE();
  lm_fragment_free(p->sched->pool, p->answer);
  p->answer = NULL;
  p->request = 0;
  lm_badarg(p);
  lm_set_builtin_failure(p, LM_ATOM_ERTS_INTERNAL, LM_ATOM_TRACE, 0);
  LM_RAISE();
}

LUMEN_CC void lumen_code_erts_internal_trace_3(LUMEN_CODE_PARAMS) {
  LM_STORE();
  lm_term result = trace(p, x0, x1, x2);
  if (result == LM_NIL) LUMEN_MUSTTAIL return await_trace(p, p->abi.hp, sp, reductions, x0, x1, x2, x3, x4, x5, label);
  if (result != LM_NONE) LM_RETURN(result);
  LM_STORE_ARGUMENTS();
  lm_set_builtin_failure(p, LM_ATOM_ERTS_INTERNAL, LM_ATOM_TRACE, 3);
  LM_RAISE();
}

LUMEN_CC void lumen_code_erlang_trace_info_2(LUMEN_CODE_PARAMS) {
  LM_STORE();
  lm_term result = trace_info(p, x0, x1);
  if (result == LM_NIL) LUMEN_MUSTTAIL return lm_await_completion(p, p->abi.hp, sp, reductions, x0, x1, x2, x3, x4, x5, label);
  if (result != LM_NONE) LM_RETURN(result);
  LM_STORE_ARGUMENTS();
  lm_set_builtin_failure(p, LM_ATOM_ERLANG, LM_ATOM_TRACE_INFO, 2);
  LM_RAISE();
}

// Events are with their tracers as soon as they have happened.
lm_term lumen_bif_erlang_trace_delivered_1(lm_proc *p, lm_term who) {
  if (who != LM_ATOM_ALL && !lm_is_local_pid(who)) return lm_badarg(p);
  lm_term reference = lm_reference_at(lm_alloc(p, LM_REFERENCE_WORDS), lm_mailbox_new_reference(p), 0);
  lm_send(p->sched, p->abi.self, lm_tuple3(p, LM_ATOM_TRACE_DELIVERED, who, reference));
  return reference;
}

// All messages are told, whatever they hold.
lm_term lumen_bif_erts_internal_trace_pattern_3(lm_proc *p, lm_term what, lm_term pattern, lm_term flags) {
  bool of_messages = what == LM_ATOM_SEND || what == LM_ATOM_RECEIVE;
  return of_messages && pattern == LM_ATOM_TRUE && flags == LM_NIL ? lm_small(1) : lm_error(p, LM_ATOM_NOTSUP);
}
