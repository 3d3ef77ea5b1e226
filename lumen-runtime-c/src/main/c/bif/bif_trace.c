// Tags of messages for sequential tracing: there is none here, so there is never one. The answers are OTP's for that state.
#include "bif/lm_bif.h"

lm_term lumen_bif_erlang_seq_trace_info_1(lm_proc *p, lm_term what) {
  switch (what) {
    case LM_ATOM_LABEL:
    case LM_ATOM_SERIAL: return LM_NIL;
    case LM_ATOM_SEND:
    case LM_ATOM_RECEIVE:
    case LM_ATOM_PRINT:
    case LM_ATOM_TIMESTAMP:
    case LM_ATOM_MONOTONIC_TIMESTAMP:
    case LM_ATOM_STRICT_MONOTONIC_TIMESTAMP: return lm_tuple2(p, what, LM_ATOM_FALSE);
    default: return lm_badarg(p);
  }
}

lm_term lumen_bif_erlang_seq_trace_print_1(lm_proc *p, lm_term info) { return (void)p, (void)info, LM_ATOM_FALSE; }
lm_term lumen_bif_erlang_seq_trace_print_2(lm_proc *p, lm_term label, lm_term info) {
  return (void)p, (void)label, (void)info, LM_ATOM_FALSE;
}

lm_term lumen_bif_erlang_dt_spread_tag_1(lm_proc *p, lm_term on) { return lm_is_boolean(on) ? LM_ATOM_TRUE : lm_badarg(p); }
lm_term lumen_bif_erlang_dt_restore_tag_1(lm_proc *p, lm_term tag) {
  return tag == LM_ATOM_TRUE ? tag : lm_badarg(p); // nothing else was ever given out
}
lm_term lumen_bif_erlang_dt_get_tag_0(lm_proc *p) { return (void)p, LM_ATOM_UNDEFINED; }
lm_term lumen_bif_erlang_dt_get_tag_data_0(lm_proc *p) { return (void)p, LM_ATOM_UNDEFINED; }
lm_term lumen_bif_erlang_dt_put_tag_1(lm_proc *p, lm_term tag) { return (void)p, (void)tag, LM_ATOM_UNDEFINED; }
lm_term lumen_bif_erlang_dt_append_vm_tag_data_1(lm_proc *p, lm_term data) { return (void)p, data; }
lm_term lumen_bif_erlang_dt_prepend_vm_tag_data_1(lm_proc *p, lm_term data) { return (void)p, data; }
