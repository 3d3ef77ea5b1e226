// Built-ins that are more than a function call: hibernate, garbage_collect. ABI code (exec/lm_code.h).
#include "bif/lm_bif_process.h"
#include "exec/lm_bottom.h"
#include "exec/lm_failure.h"
#include "process/lm_runtime.h"
#include "sched/lm_ask.h"
#include "sched/lm_completion.h"
#include "sched/lm_limit.h"
#include "sched/lm_mailbox.h"
#include "sched/lm_process.h"
#include "sched/lm_signal.h"

// For the receive of prim_eval, whose clauses are a function that may raise.
lm_term lumen_bif_erts_internal_leave_receive_0(lm_proc *p) {
  lm_receive_leave(p);
  return LM_ATOM_TRUE;
}

// ---- memory -------------------------------------------------------------------------------------------------------------

// A collection has found p too large (sched/lm_limit.h): it runs no more.
#define LEAVE_IF_ENDED()              \
  if (p->flags & LM_PROC_EXITING) {   \
    p->leaving = LM_LEFT_EXITED;      \
    return;                           \
  }

static void collect_now(lm_proc *p) {
  LM_MAY_YIELD(p);
  lm_collect_major(p, 0, 0);
}

LUMEN_CC void lumen_code_erlang_garbage_collect_0(LUMEN_CODE_PARAMS) {
  (void)x0;
  LM_STORE();
  collect_now(p);
  LEAVE_IF_ENDED();
  LM_RETURN(LM_ATOM_TRUE);
}

LUMEN_CC void lumen_code_erlang_garbage_collect_1(LUMEN_CODE_PARAMS) {
  LM_STORE();
  if (!lm_is_local_pid(x0)) {
    lm_badarg(p);
    LM_FAIL(LM_ATOM_GARBAGE_COLLECT, 1);
  }
  if (x0 != p->abi.self) {
    if (!lm_ask_collect(p, x0)) LM_RETURN(LM_ATOM_FALSE);
    LUMEN_MUSTTAIL return lm_await_completion(LUMEN_CODE_ARGS);
  }
  collect_now(p);
  LEAVE_IF_ENDED();
  LM_RETURN(LM_ATOM_TRUE);
}

// What erlang:garbage_collect/2 is made of. A collection is always a major one.
LUMEN_CC void lumen_code_erts_internal_garbage_collect_1(LUMEN_CODE_PARAMS) {
  LM_STORE();
  if (x0 != LM_ATOM_MAJOR && x0 != LM_ATOM_MINOR) {
    lm_badarg(p);
    LM_STORE_ARGUMENTS();
    lm_set_builtin_failure(p, LM_ATOM_ERTS_INTERNAL, LM_ATOM_GARBAGE_COLLECT, 1);
    LM_RAISE();
  }
  collect_now(p);
  LEAVE_IF_ENDED();
  LM_RETURN(LM_ATOM_TRUE);
}

// No module has old code that a process could still run.
lm_term lumen_bif_erts_internal_check_process_code_1(lm_proc *p, lm_term module) {
  return lm_is_atom(module) ? LM_ATOM_FALSE : lm_badarg(p);
}

// {garbage_collect, Id, Type}: the reply {garbage_collect, Id, Alive} comes when that is done. {check_process_code, Id, Module}: at
// once, false.
lm_term lumen_bif_erts_internal_request_system_task_3(lm_proc *p, lm_term pid, lm_term priority, lm_term task) {
  (void)priority;
  if (!lm_is_local_pid(pid) || !lm_is_tuple(task) || lm_tuple_size(task) != 3) return lm_badarg(p);
  const lm_term *e = lm_elements(task);
  if (e[0] == LM_ATOM_CHECK_PROCESS_CODE && lm_is_atom(e[2])) {
    lm_send(p->sched, p->abi.self, lm_tuple3(p, e[0], e[1], LM_ATOM_FALSE));
    return LM_ATOM_OK;
  }
  if (e[0] != LM_ATOM_GARBAGE_COLLECT || (e[2] != LM_ATOM_MAJOR && e[2] != LM_ATOM_MINOR)) return lm_badarg(p);
  lm_ask_collect_later(p, pid, e[1]);
  return LM_ATOM_OK;
}

// With M, F and Args. Other signals than messages wake nobody who hibernates.
LUMEN_CC void lm_hibernated(LUMEN_CODE_PARAMS) {
  LM_STORE();
  if (p->mail.first != NULL) LUMEN_MUSTTAIL return lumen_code_erlang_apply_3(LUMEN_CODE_ARGS);
  LM_STORE_ARGUMENTS();
  p->abi.resume = lm_hibernated;
  p->abi.live = 3;
  p->leaving = LM_LEFT_WAITING;
}

// Forgets the stack and waits for a message as small as can be; then calls M:F(Args).
LUMEN_CC void lumen_code_erlang_hibernate_3(LUMEN_CODE_PARAMS) {
  LM_STORE();
  if (!lm_is_atom(x0) || !lm_is_atom(x1) || lm_list_length(x2) < 0) {
    lm_badarg(p);
    LM_FAIL(LM_ATOM_HIBERNATE, 3);
  }
  lm_receive_stop_timer(p);
  p->abi.sp = p->heap.block_end - 1;
  *p->abi.sp = (lm_term)(uintptr_t)&lm_bottom;
  p->abi.sp -= 3; // others have turns, and their own xs, meanwhile
  p->abi.sp[0] = x0, p->abi.sp[1] = x1, p->abi.sp[2] = x2;
  p->heap.nursery = LM_FIRST_HEAP;
  collect_now(p);
  for (int i = 0; i < 3; i++) p->abi.xs[i] = p->abi.sp[i];
  p->abi.sp += 3;
  p->abi.resume = lm_hibernated;
  p->abi.live = 3;
  p->mail.save = &p->mail.first;
  lm_signals_take(p);
  // What is in the mailbox already counts as the message waited for.
  p->leaving = p->flags & LM_PROC_EXITING ? LM_LEFT_EXITED : p->mail.first == NULL ? LM_LEFT_WAITING : LM_LEFT_PREEMPTED;
}
