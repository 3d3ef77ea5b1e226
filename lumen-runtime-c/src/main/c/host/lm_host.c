#include "host/lm_host.h"

#include <string.h>

#include "etf/lm_etf.h"
#include "exec/lm_code.h"
#include "heap/lm_copy.h"
#include "image/lm_modules.h"
#include "memory/lm_memory.h"
#include "process/lm_runtime.h"
#include "sched/lm_boot.h"
#include "sched/lm_process.h"
#include "sched/lm_report.h"
#include "sched/lm_runner.h"
#include "sched/lm_signal.h"
#include "sched/lm_visitor.h"
#include "term/lm_atoms.h"
#include "term/lm_error.h"

_Static_assert(LUMEN_NO_PROCESS == LM_NONE, "start answers LM_NONE");

// ---- the host's own scheduler -------------------------------------------------------------------------------------------

void lm_host_enter(lumen_runtime *rt) {
  lm_mutex_lock(&rt->host_lock);
  lm_epoch_wake(rt->host_sched);
}

void lm_host_release(lumen_runtime *rt) {
  lm_epoch_sleep(rt->host_sched);
  lm_mutex_unlock(&rt->host_lock);
}

void lm_host_run(lumen_runtime *rt) {
  bool inside = rt->scheds[0]->worker.current != NULL; // a callback from there
  if (!LM_HAS_THREADS && !inside && !atomic_load(&rt->stopping)) lm_sched_run(rt->scheds[0], true);
}

void lm_host_leave(lumen_runtime *rt) {
  lm_host_release(rt);
  lm_host_run(rt);
}

lm_term lm_host_decode(lm_proc *scratch, const uint8_t *bytes, uint64_t length) {
  size_t used = 0;
  lm_term term = lm_etf_decode(scratch, bytes, (size_t)length, 0, &used);
  return used == length ? term : LM_NONE;
}

// ---- calls ----------------------------------------------------------------------------------------------------------------

static lm_term atom_of(lumen_runtime *rt, const char *text) {
  return lm_atom_intern(rt, (const uint8_t *)text, strlen(text));
}

static void add_call(lumen_runtime *rt, lm_call *call) {
  call->next = rt->calls;
  call->link = &rt->calls;
  if (rt->calls != NULL) rt->calls->link = &call->next;
  rt->calls = call;
}

// With calls_lock held, like add_call.
static lm_call take_off(lm_call *call) {
  *call->link = call->next;
  if (call->next != NULL) call->next->link = call->link;
  call->link = NULL;
  return *call;
}

// True, and *taken is a copy, for exactly one of those who want to answer it. Its process.
static bool take_own(lumen_runtime *rt, lm_call *call, lm_call *taken) {
  lm_mutex_lock(&rt->calls_lock);
  bool mine = call->link != NULL;
  if (mine) *taken = take_off(call);
  lm_mutex_unlock(&rt->calls_lock);
  return mine;
}

static bool take_any(lumen_runtime *rt, lm_call *taken) {
  lm_mutex_lock(&rt->calls_lock);
  bool any = rt->calls != NULL;
  if (any) *taken = take_off(rt->calls);
  lm_mutex_unlock(&rt->calls_lock);
  return any;
}

typedef struct answer {
  const lm_call *call;
  enum lumen_status status;
  const uint8_t *bytes;
  uint64_t length;
} answer;

static void call_back(void *argument) {
  const answer *a = argument;
  a->call->callback(a->call->context, (int32_t)a->status, a->bytes, a->length);
}

static void tell(const lm_call *call, enum lumen_status status, const uint8_t *bytes, uint64_t length) {
  lm_call_out(call_back, &(answer){call, status, bytes, length});
}

// `term` is LM_NONE when there is no more to say than the status.
static void answer_term(lumen_runtime *rt, lm_call *call, enum lumen_status status, lm_term term) {
  if (term == LM_NONE) {
    tell(call, status, NULL, 0);
    return;
  }
  lm_buffer bytes;
  lm_buffer_open(&bytes);
  if (lm_etf_encode(&bytes, rt, term, 0)) {
    tell(call, status, bytes.bytes, bytes.length);
  } else if (atomic_load(&rt->closing)) {
    tell(call, LUMEN_CLOSED, NULL, 0);
  } else {
    lm_term what[] = {LM_HEADER(LM_KIND_TUPLE, 0, 3), LM_ATOM_ERROR, LM_ATOM_SYSTEM_LIMIT, LM_NIL};
    bytes.length = 0;
    lm_etf_encode(&bytes, rt, lm_boxed_at(what), 0);
    tell(call, LUMEN_RAISED, bytes.bytes, bytes.length);
  }
  lm_buffer_close(&bytes);
}

// All that are under way end like this: the program was halted, or the runtime is closed.
static void answer_all(lumen_runtime *rt, enum lumen_status status, lm_term term) {
  lm_call call;
  while (take_any(rt, &call)) {
    if (call.answer != NULL) call.answer(rt, &call, status, term);
  }
}

static void main_ended(lm_proc *p) {
  bool normal = p->exit_reason == LM_ATOM_NORMAL;
  if (!normal) lm_print_failure(p); // the logger would not come to it
  lm_halt(lm_runtime_of(p), normal ? 0 : 1);
}

void lm_call_ended(lm_proc *p) {
  lumen_runtime *rt = lm_runtime_of(p);
  lm_call call;
  bool mine = take_own(rt, p->call, &call);
  lm_delete(p->call);
  p->call = NULL;
  if (!mine) return;
  lumen_proc_abi *abi = &p->abi;
  if (call.answer == NULL) {
    main_ended(p);
  } else if (p->flags & LM_PROC_EXITING) {
    call.answer(rt, &call, LUMEN_EXITED, p->exit_reason);
  } else if (abi->exception_class == LM_NONE) {
    call.answer(rt, &call, LUMEN_OK, abi->exception_reason);
  } else {
    lm_term what = lm_tuple3(p, abi->exception_class, abi->exception_reason, abi->exception_trace);
    call.answer(rt, &call, LUMEN_RAISED, what);
  }
}

void lm_halt(lumen_runtime *rt, int32_t status) {
  if (!atomic_exchange(&rt->halted, true)) {
    atomic_store(&rt->halt_status, status);
    answer_all(rt, LUMEN_HALTED, lm_small(status));
  }
  lm_sched_stop_all(rt);
}

void lumen_runtime_stop(lumen_runtime *rt) {
  atomic_store(&rt->closing, true);
  lm_sched_stop_all(rt);
  answer_all(rt, LUMEN_CLOSED, LM_NONE);
}

// Puts the call on the list; or answers false: nothing will run it, as the runtime was halted or stopped.
static bool begin_call(lumen_runtime *rt, lm_call *call) {
  lm_mutex_lock(&rt->calls_lock); // answer_all comes later, or these are set
  bool in_time = !atomic_load(&rt->halted) && !atomic_load(&rt->closing);
  if (in_time) add_call(rt, call);
  lm_mutex_unlock(&rt->calls_lock);
  return in_time;
}

static void answer_late(lumen_runtime *rt, lm_call *call) {
  if (atomic_load(&rt->halted)) {
    call->answer(rt, call, LUMEN_HALTED, lm_small(atomic_load(&rt->halt_status)));
  } else {
    call->answer(rt, call, LUMEN_CLOSED, LM_NONE);
  }
}

// ---- what the host asks for ---------------------------------------------------------------------------------------------------

// A process that calls module:name with the elements of a list that lies in `scratch`. NULL: it is no list of terms, or there
// are too many processes.
static lm_proc *new_process(lm_sched *visitor, lm_term module, lm_term name, lm_term arguments) {
  size_t count = 0;
  lm_term list = arguments;
  for (; lm_is_cons(list); list = lm_tail(list)) count++;
  if (!lm_is_nil(list) || count > LM_MAX_ARITY) return NULL;
  lm_proc *p = lm_process_new(visitor, NULL, lm_copy_size(arguments) + count);
  if (p == NULL) return NULL;
  lm_term own[LM_MAX_ARITY];
  list = arguments;
  for (size_t i = 0; i < count; i++, list = lm_tail(list)) own[i] = lm_copy_in(p, lm_head(list));
  lm_process_set_call(p, module, name, own, count);
  return p;
}

// `call` NULL: nobody waits for the answer. Otherwise it belongs to the process that is made, if one is.
static lm_term start(lumen_runtime *rt, const char *module, const char *function, const uint8_t *arguments, uint64_t length,
                     lm_call *call) {
  lm_term pid = LM_NONE;
  lm_call late = {.answer = NULL};
  lm_sched *visitor = lm_visitor_take(rt);
  lm_term list = lm_host_decode(lm_scratch(visitor), arguments, length);
  lm_proc *p = list == LM_NONE ? NULL : new_process(visitor, atom_of(rt, module), atom_of(rt, function), list);
  if (p != NULL) {
    pid = p->abi.self;
    p->call = call;
    if (call != NULL && !begin_call(rt, call)) late = *call;
    if (lm_boot_holds(rt, p)) {
      lm_sched_wake(rt); // for the boot process
    } else {
      lm_process_start(visitor, p);
    }
  }
  lm_visitor_give(visitor);
  lm_host_run(rt);
  if (late.answer != NULL) answer_late(rt, &late); // the host may come back from there
  return pid;
}

lm_term lumen_call(lumen_runtime *rt, const char *module, const char *function, const uint8_t *arguments, uint64_t length,
                   lumen_callback callback, void *context) {
  lm_call *call = lm_new_zeroed(1, sizeof *call);
  call->answer = answer_term;
  call->callback = callback;
  call->context = context;
  lm_term pid = start(rt, module, function, arguments, length, call);
  if (pid == LM_NONE) lm_delete(call);
  return pid;
}

lm_term lumen_spawn(lumen_runtime *rt, const char *module, const char *function, const uint8_t *arguments, uint64_t length) {
  return start(rt, module, function, arguments, length, NULL);
}

bool lumen_send(lumen_runtime *rt, lm_term pid, const uint8_t *message, uint64_t length) {
  lm_sched *visitor = lm_visitor_take(rt);
  lm_term term = lm_host_decode(lm_scratch(visitor), message, length);
  if (term != LM_NONE) lm_visitor_send(visitor, pid, term);
  lm_visitor_give(visitor);
  lm_host_run(rt);
  return term != LM_NONE;
}
