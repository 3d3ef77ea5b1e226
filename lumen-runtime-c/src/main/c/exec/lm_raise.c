// Raising, and the traces of where.
//
// A raw trace is an LM_KIND_TRACE object: [0] where it was raised (const lumen_location *, or 0), then the return points of
// the innermost frames. When the place where it was raised is a function with its arguments (function_clause, undef, a
// built-in that failed), the trace is the pair [{M,F,Args,Location} | raw trace]; when the caller of erlang:error/2,3 is to be shown
// with arguments, [Amendment | raw trace]. While no handler has asked for it, such a pair has LM_NONE for a tail, or the
// whole trace is LM_NONE.
#include <assert.h>

#include "exec/lm_bottom.h"
#include "exec/lm_code.h"
#include "exec/lm_raise.h"
#include "lumen_atoms.h"
#include "process/lm_runtime.h"
#include "term/lm_error.h"
#include "term/lm_list.h"
#include "term/lm_map.h"

enum { DEPTH = 8 }; // entries of a stack trace: the default of erlang:system_flag(backtrace_depth, ...)

static const lumen_return *return_at(const lm_term *sp) { return (const lumen_return *)(uintptr_t)sp[0]; }

// ---- making ------------------------------------------------------------------------------------------------------------

static lm_term raw_trace(lm_proc *p, const lm_term *sp, const lumen_location *location) {
  size_t count = 0;
  lm_term *object = lm_alloc(p, 2 + DEPTH);
  object[1] = (lm_term)(uintptr_t)location;
  while (count < DEPTH) {
    const lumen_return *frame = return_at(sp);
    // A recursion leaves the same return point many times; like OTP, the trace names it once.
    bool again = count > 0 && object[1 + count] == sp[0];
    if (frame->location != NULL && !again) object[2 + count++] = sp[0];
    if (frame == &lm_bottom) break;
    sp += frame->frame_words;
  }
  object[0] = LM_HEADER(LM_KIND_TRACE, 0, 1 + count);
  lm_alloc_trim(p, object, 2 + DEPTH, object + 2 + count);
  return lm_boxed_at(object);
}

lm_term lumen_trace_here(lm_proc *p, const lumen_location *location) { return raw_trace(p, p->abi.sp, location); }

lm_term lumen_make_trace(lm_proc *p, const lumen_location *location) {
  lm_term trace = p->abi.exception_trace;
  if (trace == LM_NONE || trace == LM_TRACE_OF_CALLER) {
    trace = raw_trace(p, p->abi.sp, location);
  } else if (lm_is_cons(trace) && lm_tail(trace) == LM_NONE) {
    lm_pointer(trace)[1] = raw_trace(p, p->abi.sp, location); // the pair is younger than any collection
  }
  return p->abi.exception_trace = trace;
}

lumen_code lumen_raise(lm_proc *p, const lumen_location *location) {
  lm_term *sp = p->abi.sp;
  const lumen_return *frame = return_at(sp);
  while (frame->handler == NULL) {
    sp += frame->frame_words;
    frame = return_at(sp);
  }
  p->abi.exception_trace = frame->wants_trace ? lumen_make_trace(p, location) : LM_NIL;
  p->abi.sp = sp;
  return frame->handler;
}

// ---- failures with arguments -------------------------------------------------------------------------------------------

lm_term lm_argument_list(lm_proc *p, uint64_t arity) {
  lm_term list = LM_NIL;
  for (uint64_t i = arity; i-- > 0;) list = lm_cons(p, p->abi.xs[i], list);
  return list;
}

// [{file, File}, {line, Line} | more]
static lm_term place(lm_proc *p, const char *file, uint32_t line, lm_term more) {
  if (line == 0 || file == NULL) return more;
  size_t length = 0;
  while (file[length] != 0) length++;
  lm_term list = lm_cons(p, lm_tuple2(p, LM_ATOM_LINE, lm_small(line)), more);
  return lm_cons(p, lm_tuple2(p, LM_ATOM_FILE, lm_string(p, file, length, LM_NIL)), list);
}

void lm_begin_trace(lm_proc *p, lm_term module, lm_term name, uint64_t arity, lm_term where) {
  lm_term entry = lm_tuple4(p, module, name, lm_argument_list(p, arity), where);
  p->abi.exception_trace = lm_cons(p, entry, LM_NONE);
}

static LM_OUT_OF_LINE void set_function_clause(lm_proc *p, const lumen_function *function) {
  lm_error(p, LM_ATOM_FUNCTION_CLAUSE);
  lm_begin_trace(p, function->module, function->name, function->arity, place(p, function->file, function->line, LM_NIL));
}

// The module of OTP that explains failures of built-ins of `module`.
static lm_term explainer_of(lm_term module) {
  switch (module) {
    case LM_ATOM_ERLANG:
    case LM_ATOM_ERTS_INTERNAL:
    case LM_ATOM_ATOMICS:
    case LM_ATOM_COUNTERS:
    case LM_ATOM_PERSISTENT_TERM: return LM_ATOM_ERL_ERTS_ERRORS;
    case LM_ATOM_OS: return LM_ATOM_ERL_KERNEL_ERRORS;
    default: return LM_ATOM_ERL_STDLIB_ERRORS;
  }
}

// [{error_info, #{module => M}}], with cause => C if the primitive said why it failed.
static lm_term error_info(lm_proc *p, lm_term module) {
  lm_term pairs[] = {LM_ATOM_MODULE, explainer_of(module), LM_ATOM_CAUSE, p->cause};
  lm_term map = lm_map_of(p, pairs, p->cause == LM_NONE ? 1 : 2, NULL);
  return lm_cons(p, lm_tuple2(p, LM_ATOM_ERROR_INFO, map), LM_NIL);
}

lm_term lm_trace_amendment(lm_proc *p, lm_term arguments, lm_term info) {
  return lm_cons(p, lm_tuple2(p, arguments, info), LM_NONE);
}

void lm_set_builtin_failure(lm_proc *p, lm_term module, lm_term name, uint64_t arity) {
  if (p->abi.exception_trace == LM_TRACE_OF_CALLER) {
    p->abi.exception_trace = LM_NONE;
  } else if (p->abi.exception_trace == LM_NONE) {
    lm_begin_trace(p, module, name, arity, error_info(p, module));
  }
}

void lumen_set_builtin_failure(lm_proc *p, const lumen_builtin *builtin) {
  lm_set_builtin_failure(p, builtin->module, builtin->name, (uint64_t)builtin->arity);
}

// ---- code to jump to -----------------------------------------------------------------------------------------------------

void lumen_raised(LUMEN_CODE_PARAMS) {
  (void)hp, (void)sp, (void)x0, (void)x1, (void)x2;
  lumen_code handler = lumen_raise(p, (const lumen_location *)(uintptr_t)label);
  LM_JUMP(handler, p->abi.exception_class, p->abi.exception_reason, p->abi.exception_trace, x3, x4, x5);
}

void lumen_error(LUMEN_CODE_PARAMS) {
  LM_STORE();
  lumen_set_exception(p, LM_ATOM_ERROR, x0, LM_NONE);
  LM_JUMP(lumen_raised, x0, x1, x2, x3, x4, x5);
}

void lumen_error_pair(LUMEN_CODE_PARAMS) {
  LM_STORE();
  lumen_set_exception(p, LM_ATOM_ERROR, lm_tuple2(p, x0, x1), LM_NONE);
  LM_JUMP(lumen_raised, x0, x1, x2, x3, x4, x5);
}

void lumen_function_clause(LUMEN_CODE_PARAMS) {
  LM_STORE();
  LM_STORE_ARGUMENTS();
  set_function_clause(p, (const lumen_function *)(uintptr_t)label);
  label = 0; // the trace has the function with its arguments already; it gets no second entry with the place
  LM_JUMP(lumen_raised, x0, x1, x2, x3, x4, x5);
}

// ---- what Erlang sees ---------------------------------------------------------------------------------------------------

// `amendment`: that of the first entry (lm_trace_amendment), or LM_NONE.
static void add_entry(lm_proc *p, lm_list_builder *list, const lumen_location *l, lm_term amendment) {
  const lumen_function *f = l->function;
  lm_term arguments = lm_small(f->arity), info = LM_NIL;
  if (amendment != LM_NONE) {
    const lm_term *e = lm_elements(amendment);
    if (e[0] != LM_TRACE_OF_CALLER) arguments = e[0];
    info = e[1];
  }
  lm_list_add(p, list, lm_tuple4(p, f->module, f->name, arguments, place(p, f->file, l->line, info)));
}

lm_term lumen_build_stacktrace(lm_proc *p, lm_term raw) {
  lm_list_builder list;
  lm_list_begin(&list);
  size_t room = DEPTH;
  lm_term amendment = LM_NONE;
  if (lm_is_cons(raw) && lm_is_kind(lm_tail(raw), LM_KIND_TRACE)) {
    lm_term head = lm_head(raw);
    if (lm_tuple_size(head) == 2) {
      amendment = head;
    } else {
      lm_list_add(p, &list, head);
      room--;
    }
    raw = lm_tail(raw);
  }
  if (!lm_is_kind(raw, LM_KIND_TRACE)) return raw;
  const lm_term *object = lm_pointer(raw);
  const lumen_location *first = (const lumen_location *)(uintptr_t)object[1];
  if (first != NULL) {
    add_entry(p, &list, first, amendment);
    amendment = LM_NONE;
    room--;
  }
  for (size_t i = 2; i <= lm_header_words(object[0]) && room > 0; i++, room--) {
    add_entry(p, &list, ((const lumen_return *)(uintptr_t)object[i])->location, amendment);
    amendment = LM_NONE;
  }
  return lm_list_finish(&list, LM_NIL);
}

const lumen_function *lm_innermost_function(const lm_term *sp) {
  for (const lumen_return *frame; (frame = return_at(sp)) != &lm_bottom; sp += frame->frame_words) {
    if (frame->location != NULL) return frame->location->function;
  }
  return NULL;
}

lm_term lm_stack_trace(lm_proc *p, const lm_term *sp) { return lumen_build_stacktrace(p, raw_trace(p, sp, NULL)); }

// ---- calls of funs ------------------------------------------------------------------------------------------------------

lumen_code lumen_fun_code(lm_proc *p, lm_term fun, uint64_t arity) {
  if (!lm_is_kind(fun, LM_KIND_FUN)) {
    lm_error_with(p, LM_ATOM_BADFUN, fun);
    return NULL;
  }
  const lumen_fun_entry *entry = (const lumen_fun_entry *)(uintptr_t)lm_pointer(fun)[1];
  if (entry->arity == arity) return entry->code;
  lm_error_with(p, LM_ATOM_BADARITY, lm_tuple2(p, fun, lm_argument_list(p, arity)));
  return NULL;
}

void lm_set_undef(lm_proc *p, lm_term module, lm_term name, uint64_t arity) {
  lm_error(p, LM_ATOM_UNDEF);
  lm_begin_trace(p, module, name, arity, LM_NIL);
}
