#include "term/lm_error.h"

#include "heap/lm_heap.h"
#include "lumen_atoms.h"
#include "process/lm_proc.h"

lm_term lm_fail(lm_proc *p, lm_term class, lm_term reason) {
  lumen_set_exception(p, class, reason, LM_NONE);
  return LM_NONE;
}

void lumen_set_exception(lm_proc *p, lm_term class, lm_term reason, lm_term trace) {
  p->abi.exception_class = class;
  p->abi.exception_reason = reason;
  p->abi.exception_trace = trace;
  p->cause = LM_NONE;
}

lm_term lm_error(lm_proc *p, lm_term reason) { return lm_fail(p, LM_ATOM_ERROR, reason); }

lm_term lm_error_with(lm_proc *p, lm_term name, lm_term value) {
  // Apart: a primitive that allocates only here may be called without hp in p.
  lm_term *object = lm_alloc_apart(p, 3);
  object[0] = LM_HEADER(LM_KIND_TUPLE, 0, 2);
  object[1] = name;
  object[2] = value;
  return lm_error(p, lm_boxed_at(object));
}

lm_term lm_badarg(lm_proc *p) { return lm_error(p, LM_ATOM_BADARG); }
lm_term lm_badarg_because(lm_proc *p, lm_term cause) {
  lm_badarg(p);
  p->cause = cause;
  return LM_NONE;
}
lm_term lm_badarith(lm_proc *p) { return lm_error(p, LM_ATOM_BADARITH); }
lm_term lm_system_limit(lm_proc *p) { return lm_error(p, LM_ATOM_SYSTEM_LIMIT); }
