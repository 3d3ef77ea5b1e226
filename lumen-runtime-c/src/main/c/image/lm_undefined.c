// Calls of functions that are not there: see lm_undefined.h. What is here is ABI code, jumped to in place of the function.
#include "image/lm_undefined.h"

#include "exec/lm_code.h"
#include "heap/lm_heap.h"
#include "image/lm_modules.h"
#include "lumen_atoms.h"
#include "process/lm_rare.h"
#include "process/lm_runtime.h"
#include "process/lm_scheduler.h"
#include "term/lm_error.h"

// ---- the module's own handler -------------------------------------------------------------------------------------------

// Calls module:'$handle_undefined_function'(Name, Arguments), or the handler that the process was given with the module before them.
//
// ABI code is given arguments and nothing else, so what it shall do is left with the scheduler: nothing runs in between.
static LUMEN_CC void call_handler(LUMEN_CODE_PARAMS) {
  LM_STORE();
  LM_STORE_ARGUMENTS();
  lm_term arguments = LM_NIL;
  for (uint64_t i = p->sched->undefined.arity; i-- > 0;) arguments = lm_cons(p, p->abi.xs[i], arguments);
  lm_term *xs = p->abi.xs;
  if (p->sched->undefined.module != LM_NONE) *xs++ = p->sched->undefined.module;
  xs[0] = p->sched->undefined.name;
  xs[1] = arguments;
  LM_JUMP_XS(p->sched->undefined.handler->code);
}

lumen_code lm_undefined_handler(lm_proc *p, lm_term module, lm_term name, uint64_t arity) {
  lm_modules *modules = lm_runtime_of(p)->modules;
  lm_term given = lm_process_settings_of(p)->error_handler;
  const lumen_function *handler = given == LM_ATOM_ERROR_HANDLER
                                      ? lm_modules_find(modules, module, LM_ATOM_HANDLE_UNDEFINED_FUNCTION, 2)
                                      : lm_modules_find(modules, given, LM_ATOM_UNDEFINED_FUNCTION, 3);
  if (handler == NULL) return NULL;
  p->sched->undefined.module = given == LM_ATOM_ERROR_HANDLER ? LM_NONE : module;
  p->sched->undefined.handler = handler;
  p->sched->undefined.name = name;
  p->sched->undefined.arity = arity;
  return call_handler;
}

// ---- funs ---------------------------------------------------------------------------------------------------------------

// Calls the function that the fun names in its entry, which `label` points to, with the arguments in xs: one of the host, or the
// handler; or raises undef.
static LUMEN_CC void call_named(LUMEN_CODE_PARAMS) {
  (void)x0, (void)x1, (void)x2;
  LM_STORE();
  const lumen_fun_entry *entry = (const lumen_fun_entry *)(uintptr_t)label;
  lumen_code code = lumen_apply_code(p, entry->module, entry->name, entry->arity);
  if (code == NULL) LM_RAISE();
  LM_JUMP_XS(code);
}

// The fun stands behind its arguments. Code does not know how many it was called with, so there is a piece of it for each number.
#define UNDEFINED(n)                                                                                                   \
  static LUMEN_CC void undefined_##n(LUMEN_CODE_PARAMS) {                                                              \
    LM_STORE_ARGUMENTS();                                                                                              \
    label = lm_pointer(p->abi.xs[n])[1];                                                                               \
    LUMEN_MUSTTAIL return call_named(LUMEN_CODE_ARGS);                                                                 \
  }
#define FOR_ARITIES(X)                                                                                                 \
  X(0) X(1) X(2) X(3) X(4) X(5) X(6) X(7) X(8) X(9) X(10) X(11) X(12) X(13) X(14) X(15) X(16) X(17) X(18) X(19)

FOR_ARITIES(UNDEFINED)

// With more arguments, where the fun is not found: undef, with a trace that can't show the call, and no handler.
static LUMEN_CC void undefined_many(LUMEN_CODE_PARAMS) {
  (void)x0, (void)x1, (void)x2;
  LM_STORE();
  lm_error(p, LM_ATOM_UNDEF);
  LM_RAISE();
}

lumen_code lm_undefined_code(uint64_t arity) {
#define NAME(n) undefined_##n,
  static const lumen_code code[] = {FOR_ARITIES(NAME)};
  return arity < sizeof code / sizeof code[0] ? code[arity] : undefined_many;
}
