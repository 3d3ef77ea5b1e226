// Calls whose function is named by terms: apply, and what compiled code calls for M:F(...) and fun M:F/A.
#include "exec/lm_failure.h"
#include "heap/lm_heap.h"
#include "image/lm_host_functions.h"
#include "image/lm_modules.h"
#include "image/lm_undefined.h"
#include "lumen_bifs.h"
#include "process/lm_runtime.h"
#include "term/lm_error.h"

lumen_code lumen_apply_code(lm_proc *p, lm_term module, lm_term name, uint64_t arity) {
  if (!lm_is_atom(module) || !lm_is_atom(name)) {
    lm_badarg(p);
    p->abi.xs[2] = lm_argument_list(p, arity);
    p->abi.xs[0] = module;
    p->abi.xs[1] = name;
    lm_begin_trace(p, LM_ATOM_ERLANG, LM_ATOM_APPLY, 3, LM_NIL);
    return NULL;
  }
  const lumen_function *function = lm_modules_find(lm_runtime_of(p)->modules, module, name, arity);
  if (function != NULL) return function->code;
  p->host_function = lm_host_find(lm_runtime_of(p), module, name, arity);
  if (p->host_function != NULL) return p->host_function->code;
  lumen_code handler = lm_undefined_handler(p, module, name, arity);
  if (handler == NULL) lm_set_undef(p, module, name, arity);
  return handler;
}

lm_term lumen_make_external_fun(lm_proc *p, lm_term module, lm_term name, lm_term arity) {
  if (!lm_is_atom(module) || !lm_is_atom(name) || !lm_is_small(arity) || lm_small_value(arity) < 0 ||
      lm_small_value(arity) > LM_MAX_ARITY) {
    return lm_badarg(p);
  }
  uint64_t n = (uint64_t)lm_small_value(arity);
  const lumen_fun_entry *entry = lm_modules_external_fun(lm_runtime_of(p)->modules, module, name, n);
  lm_term *object = lm_alloc(p, 2);
  object[0] = LM_HEADER(LM_KIND_FUN, n, 1);
  object[1] = (lm_term)(uintptr_t)entry;
  return lm_boxed_at(object);
}

// ---- apply --------------------------------------------------------------------------------------------------------------

// Puts the elements of a list in xs; answers how many. -1: no proper list, or too long.
static int64_t spread(lm_proc *p, lm_term list) {
  int64_t n = 0;
  for (; lm_is_cons(list) && n < LM_MAX_ARITY; list = lm_tail(list)) p->abi.xs[n++] = lm_head(list);
  return lm_is_nil(list) ? n : -1;
}

LUMEN_CC void lumen_code_erlang_apply_3(LUMEN_CODE_PARAMS) {
  LM_STORE();
  int64_t arity = lm_is_atom(x0) && lm_is_atom(x1) ? spread(p, x2) : -1;
  if (arity < 0) {
    lm_badarg(p);
    LM_FAIL(LM_ATOM_APPLY, 3);
  }
  lumen_code code = lumen_apply_code(p, x0, x1, (uint64_t)arity);
  if (code == NULL) LM_RAISE();
  LM_JUMP_XS(code);
}

LUMEN_CC void lumen_code_erlang_apply_2(LUMEN_CODE_PARAMS) {
  LM_STORE();
  int64_t arity = spread(p, x1);
  if (arity < 0) {
    lm_badarg(p);
    LM_FAIL(LM_ATOM_APPLY, 2);
  }
  lumen_code code = lumen_fun_code(p, x0, (uint64_t)arity);
  if (code == NULL) LM_RAISE();
  p->abi.xs[arity] = x0; // a closure finds itself behind its arguments
  LM_JUMP_XS(code);
}
