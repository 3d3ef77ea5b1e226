// erlang:suspend_process/1,2 are made of erts_internal:suspend_process/2; and erlang:resume_process/1.
#include "bif/lm_bif_process.h"
#include "exec/lm_code.h"
#include "sched/lm_ask.h"
#include "sched/lm_completion.h"
#include "sched/lm_suspend.h"

typedef struct options {
  bool unless_suspending, asynchronous;
  lm_term tag; // of the message that says how it went; LM_NONE: none is wanted
} options;

static bool options_of(lm_term list, options *o) {
  *o = (options){.tag = LM_NONE};
  for (; lm_is_cons(list); list = lm_tail(list)) {
    lm_term one = lm_head(list);
    bool tagged = lm_is_tuple(one) && lm_tuple_size(one) == 2 && lm_elements(one)[0] == LM_ATOM_ASYNCHRONOUS;
    if (tagged) o->tag = lm_elements(one)[1];
    if (tagged || one == LM_ATOM_ASYNCHRONOUS) {
      o->asynchronous = true;
    } else if (one == LM_ATOM_UNLESS_SUSPENDING) {
      o->unless_suspending = true;
    } else {
      return false;
    }
  }
  return lm_is_nil(list);
}

// LM_NONE: the answer to the question that was asked.
static LM_OUT_OF_LINE lm_term suspend(lm_proc *p, lm_term pid, lm_term list) {
  options o;
  if (!lm_is_local_pid(pid) || pid == p->abi.self) return LM_ATOM_BADARG;
  if (!options_of(list, &o)) return LM_ATOM_BADOPT;
  bool again = !o.unless_suspending || lm_suspension_of(p, pid).count == 0;
  bool there = !again || lm_suspend(p, pid);
  if (o.tag != LM_NONE) lm_ask_suspended_later(p, pid, o.tag);
  if (!there) return o.asynchronous ? LM_ATOM_TRUE : LM_ATOM_BADARG;
  if (o.asynchronous || lm_suspension_of(p, pid).is_active) return lm_boolean(again);
  return lm_ask_suspended(p, pid, lm_boolean(again)) ? LM_NONE : LM_ATOM_BADARG;
}

LUMEN_CC void lumen_code_erts_internal_suspend_process_2(LUMEN_CODE_PARAMS) {
  LM_STORE();
  lm_term result = suspend(p, x0, x1);
  if (result != LM_NONE) LM_RETURN(result);
  LUMEN_MUSTTAIL return lm_await_completion(p, p->abi.hp, sp, reductions, x0, x1, x2, x3, x4, x5, label);
}

lm_term lumen_bif_erlang_resume_process_1(lm_proc *p, lm_term pid) {
  return lm_is_local_pid(pid) && lm_resume(p, pid) ? LM_ATOM_TRUE : lm_badarg(p);
}
