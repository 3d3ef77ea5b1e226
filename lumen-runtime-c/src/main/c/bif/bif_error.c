// Exceptions raised by functions: erlang:error/1 and its relatives, when they are not called directly but computed. The trace
// begins with their caller.
#include "bif/lm_bif.h"

static lm_term raise(lm_proc *p, lm_term class, lm_term reason) {
  lumen_set_exception(p, class, reason, LM_TRACE_OF_CALLER);
  return LM_NONE;
}

lm_term lumen_bif_erlang_error_1(lm_proc *p, lm_term reason) { return raise(p, LM_ATOM_ERROR, reason); }
lm_term lumen_bif_erlang_exit_1(lm_proc *p, lm_term reason) { return raise(p, LM_ATOM_EXIT, reason); }
lm_term lumen_bif_erlang_throw_1(lm_proc *p, lm_term value) { return raise(p, LM_ATOM_THROW, value); }
lm_term lumen_bif_erlang_nif_error_1(lm_proc *p, lm_term reason) { return raise(p, LM_ATOM_ERROR, reason); }

// The arguments are for the trace: they stand in place of the caller's arity there, which only the caller knows.
lm_term lumen_bif_erlang_error_2(lm_proc *p, lm_term reason, lm_term arguments) {
  (void)arguments;
  return raise(p, LM_ATOM_ERROR, reason);
}
lm_term lumen_bif_erlang_nif_error_2(lm_proc *p, lm_term reason, lm_term arguments) {
  (void)arguments;
  return raise(p, LM_ATOM_ERROR, reason);
}
lm_term lumen_bif_erlang_error_3(lm_proc *p, lm_term reason, lm_term arguments, lm_term options) {
  (void)arguments;
  return lm_list_length(options) >= 0 ? raise(p, LM_ATOM_ERROR, reason) : lm_badarg(p);
}

// {M, F, Arity | Args}, {M, F, Arity | Args, Location}, {Fun, Args}, {Fun, Args, Location}
static bool is_entry(lm_term t) {
  if (!lm_is_tuple(t)) return false;
  size_t size = lm_tuple_size(t);
  const lm_term *e = lm_elements(t);
  if (size >= 2 && lm_is_kind(e[0], LM_KIND_FUN)) {
    return size <= 3 && lm_list_length(e[1]) >= 0 && (size == 2 || lm_list_length(e[2]) >= 0);
  }
  if (size < 3 || size > 4 || !lm_is_atom(e[0]) || !lm_is_atom(e[1])) return false;
  if (size == 4 && lm_list_length(e[3]) < 0) return false;
  return (lm_is_small(e[2]) && lm_small_value(e[2]) >= 0) || lm_list_length(e[2]) >= 0;
}

// As the instruction `raise`: anything malformed is answered with badarg, not raised.
lm_term lumen_bif_erlang_raise_3(lm_proc *p, lm_term class, lm_term reason, lm_term trace) {
  bool raw = lm_is_kind(trace, LM_KIND_TRACE) || (lm_is_cons(trace) && lm_is_kind(lm_tail(trace), LM_KIND_TRACE));
  if (class != LM_ATOM_ERROR && class != LM_ATOM_EXIT && class != LM_ATOM_THROW) return LM_ATOM_BADARG;
  if (raw) {
    lumen_set_exception(p, class, reason, trace);
    return LM_NONE;
  }
  lm_list_builder full; // every entry gets a location
  lm_list_begin(&full);
  lm_term list = trace;
  for (; lm_is_cons(list); list = lm_tail(list)) {
    lm_term entry = lm_head(list);
    if (!is_entry(entry)) return LM_ATOM_BADARG;
    const lm_term *e = lm_elements(entry);
    if (lm_tuple_size(entry) == 3 && lm_is_atom(e[0])) entry = lm_tuple4(p, e[0], e[1], e[2], LM_NIL);
    lm_list_add(p, &full, entry);
  }
  if (!lm_is_nil(list)) return LM_ATOM_BADARG;
  lumen_set_exception(p, class, reason, lm_list_finish(&full, LM_NIL));
  return LM_NONE;
}
