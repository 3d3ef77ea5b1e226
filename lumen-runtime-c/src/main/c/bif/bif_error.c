// Exceptions raised by functions: erlang:error/1 and its relatives, when they are not called directly but computed. The trace
// begins with their caller.
#include "bif/lm_bif.h"
#include "exec/lm_raise.h"
#include "term/lm_map.h"

static lm_term raise(lm_proc *p, lm_term class, lm_term reason) {
  lumen_set_exception(p, class, reason, LM_TRACE_OF_CALLER);
  return LM_NONE;
}

lm_term lumen_bif_erlang_error_1(lm_proc *p, lm_term reason) { return raise(p, LM_ATOM_ERROR, reason); }
lm_term lumen_bif_erlang_exit_1(lm_proc *p, lm_term reason) { return raise(p, LM_ATOM_EXIT, reason); }
lm_term lumen_bif_erlang_throw_1(lm_proc *p, lm_term value) { return raise(p, LM_ATOM_THROW, value); }

// As OTP has it: whatever is not a list stands for no arguments.
static lm_term error_with(lm_proc *p, lm_term reason, lm_term arguments, lm_term info) {
  lm_term trace = LM_TRACE_OF_CALLER;
  if (!lm_is_nil(arguments) && !lm_is_cons(arguments)) arguments = LM_TRACE_OF_CALLER;
  if (arguments != LM_TRACE_OF_CALLER || info != LM_NIL) trace = lm_trace_amendment(p, arguments, info);
  lumen_set_exception(p, LM_ATOM_ERROR, reason, trace);
  return LM_NONE;
}

// [{error_info, Map}] of the last such option; [] when there is none, or anything else among the options.
static lm_term error_info_of(lm_proc *p, lm_term options) {
  lm_term found = LM_NONE;
  for (; lm_is_cons(options); options = lm_tail(options)) {
    lm_term option = lm_head(options);
    if (!lm_is_tuple(option) || lm_tuple_size(option) != 2) return LM_NIL;
    const lm_term *e = lm_elements(option);
    if (e[0] != LM_ATOM_ERROR_INFO || !lm_is_map(e[1])) return LM_NIL;
    found = option;
  }
  return found == LM_NONE || !lm_is_nil(options) ? LM_NIL : lm_cons(p, found, LM_NIL);
}

lm_term lumen_bif_erlang_error_2(lm_proc *p, lm_term reason, lm_term arguments) {
  return error_with(p, reason, arguments, LM_NIL);
}
lm_term lumen_bif_erlang_error_3(lm_proc *p, lm_term reason, lm_term arguments, lm_term options) {
  return error_with(p, reason, arguments, error_info_of(p, options));
}

// What a function answers whose native code was not loaded: the trace begins with nif_error itself.
lm_term lumen_bif_erlang_nif_error_1(lm_proc *p, lm_term reason) { return lm_error(p, reason); }
lm_term lumen_bif_erlang_nif_error_2(lm_proc *p, lm_term reason, lm_term arguments) {
  (void)arguments;
  return lm_error(p, reason);
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
