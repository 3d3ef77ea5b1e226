// erts_debug:get_internal_state/1, set_internal_state/2: of what OTP's own tests may ask for and set, what has a meaning here.
// Only once it was said to be available.
#include "bif/lm_bif.h"
#include "process/lm_runtime.h"
#include "sched/lm_signal.h"

static _Atomic lm_term *available(lm_proc *p) { return &lm_runtime_of(p)->settings.values[LM_SETTING_INTERNAL_STATE]; }

lm_term lumen_bif_erts_debug_set_internal_state_2(lm_proc *p, lm_term what, lm_term value) {
  if (lm_atom_is(p, what, "available_internal_state") && lm_is_boolean(value)) return atomic_exchange(available(p), value);
  if (atomic_load(available(p)) != LM_ATOM_TRUE) return lm_error(p, LM_ATOM_UNDEF);
  if (lm_atom_is(p, what, "reds_left") && lm_is_small(value)) return LM_ATOM_TRUE; // of the slice: it goes on as it is
  if (lm_atom_is(p, what, "wait")) { // nothing that others wait for is under way
    bool known = lm_atom_is(p, value, "deallocations") || lm_atom_is(p, value, "timer_cancellations") || lm_atom_is(p, value, "aux_work");
    return known ? LM_ATOM_OK : lm_badarg(p);
  }
  if (lm_atom_is(p, what, "force_gc")) {
    return lm_boolean(lm_is_local_pid(value) && lm_signal_send_plain(p->sched, value, LM_SIGNAL_COLLECT, p->abi.self));
  }
  return lm_badarg(p);
}

lm_term lumen_bif_erts_debug_get_internal_state_1(lm_proc *p, lm_term what) {
  if (atomic_load(available(p)) != LM_ATOM_TRUE) return lm_error(p, LM_ATOM_UNDEF);
  if (lm_atom_is(p, what, "available_internal_state")) return LM_ATOM_TRUE;
  if (lm_atom_is(p, what, "reds_left")) return lm_small(p->abi.reductions);
  if (lm_atom_is(p, what, "processes")) return lumen_bif_erlang_processes_0(p);
  if (lm_atom_is(p, what, "memory")) return lumen_bif_erlang_memory_0(p);
  if (lm_atom_is(p, what, "force_heap_frags")) return LM_ATOM_FALSE;
  return lm_badarg(p);
}
