#include "host/lm_host_calls.h"

#include <string.h>

#include "etf/lm_etf.h"
#include "exec/lm_code.h"
#include "host/lm_host.h"
#include "image/lm_host_functions.h"
#include "image/lm_modules.h"
#include "lumen_atoms.h"
#include "memory/lm_memory.h"
#include "process/lm_runtime.h"
#include "sched/lm_completion.h"
#include "sched/lm_dirty.h"
#include "sched/lm_runner.h"
#include "sched/lm_visitor.h"
#include "term/lm_atoms.h"
#include "term/lm_error.h"

// A call of the host: on the stack of the one that makes it if the function is short; else on its own until it is answered.
struct lumen_host_call {
  lm_job job; // first: on a dirty scheduler
  lumen_runtime *runtime;
  const lm_host_function *function; // not after the runtime has ended
  enum lumen_host_kind kind;
  lm_buffer arguments;
  lm_request request;
  bool answered;           // of a function that is done when it returns
  int32_t status;          // of a short one, as what follows
  uint8_t *bytes;          // a copy of the answer
  uint64_t length;
  _Atomic int state;       // of one that is answered later
  lumen_host_call *next, **link; // likewise: on runtime->awaited (calls_lock)
};
_Static_assert(offsetof(lumen_host_call, job) == 0, "the job is the call");

enum state { AWAITED, ANSWERED, FORGOTTEN };

void lm_host_functions_free(lumen_runtime *rt) {
  for (lm_host_function *f = atomic_load(&rt->host_functions); f != NULL;) {
    lm_host_function *next = f->next;
    lm_delete(f);
    f = next;
  }
}

static void call_function(void *argument) {
  lumen_host_call *call = argument;
  const lm_host_function *f = call->function;
  f->function(f->context, call, call->arguments.bytes, call->arguments.length);
}

// The arguments of the call that p makes. False: they can't be had; the exception is set.
static bool encode_arguments(lm_proc *p, lm_buffer *arguments) {
  lm_term list = LM_NIL;
  for (uint32_t i = p->host_function->arity; i-- > 0;) list = lm_cons(p, p->abi.xs[i], list);
  lm_buffer_open(arguments);
  if (lm_etf_encode(arguments, lm_runtime_of(p), list, 0)) return true;
  lm_buffer_close(arguments);
  lm_system_limit(p);
  return false;
}

// What an answer of the host means: LM_NONE and a result, or the class of an exception and its reason. `answer` LM_NONE: the host did not
// keep to the rules.
static lm_term class_of(int32_t status, lm_term *answer) {
  if (*answer == LM_NONE) return *answer = LM_ATOM_BADARG, LM_ATOM_ERROR;
  if (status == LUMEN_OK) return LM_NONE;
  bool proper = lm_is_tuple(*answer) && lm_tuple_size(*answer) >= 2;
  lm_term class = proper ? lm_elements(*answer)[0] : LM_ATOM_ERROR;
  if (proper) *answer = lm_elements(*answer)[1];
  return class == LM_ATOM_EXIT || class == LM_ATOM_THROW ? class : LM_ATOM_ERROR;
}

// ---- short functions --------------------------------------------------------------------------------------------------------

// Calls the host; answers the result, or LM_NONE with the exception set.
static LM_OUT_OF_LINE lm_term call_host(lm_proc *p) {
  lumen_host_call call = {.function = p->host_function, .kind = LUMEN_HOST_SHORT};
  if (!encode_arguments(p, &call.arguments)) return LM_NONE;
  // It may take any time: meanwhile others run what waits here, and the memory of the dead can be used again.
  lm_sched_let_others(p->sched);
  lm_epoch_sleep(p->sched);
  lm_call_out(call_function, &call);
  lm_epoch_wake(p->sched);
  lm_buffer_close(&call.arguments);
  lm_term answer = call.answered ? lm_etf_decode(p, call.bytes, call.length, 0, NULL) : LM_NONE;
  lm_delete(call.bytes);
  lm_term class = class_of(call.status, &answer);
  return class == LM_NONE ? answer : lm_fail(p, class, answer);
}

static LUMEN_CC void short_code(LUMEN_CODE_PARAMS) {
  (void)x0;
  LM_STORE();
  lm_term result = call_host(p);
  if (result == LM_NONE) LM_RAISE();
  LM_RETURN(result);
}

// ---- functions whose process waits ------------------------------------------------------------------------------------------

static lumen_host_call *new_call(lm_proc *p) {
  lumen_host_call *call = lm_new_zeroed(1, sizeof *call);
  call->runtime = lm_runtime_of(p);
  call->function = p->host_function;
  call->kind = call->function->kind;
  call->request = lm_request_open(p);
  return call;
}

static void complete(lumen_host_call *call, int32_t status, const uint8_t *bytes, uint64_t length) {
  lm_sched *visitor = lm_visitor_take(call->runtime);
  lm_term answer = bytes == NULL ? LM_NONE : lm_host_decode(lm_scratch(visitor), bytes, length);
  lm_term class = class_of(status, &answer);
  lm_complete(visitor, call->request, class, answer);
  lm_visitor_give(visitor);
}

static void drop(lm_job *job) {
  lumen_host_call *call = (lumen_host_call *)job;
  lm_buffer_close(&call->arguments);
  lm_delete(call);
}

static void run(lm_job *job, lumen_runtime *rt) {
  (void)rt;
  lumen_host_call *call = (lumen_host_call *)job;
  call_function(call);
  if (!call->answered) complete(call, LUMEN_OK, NULL, 0);
  drop(job);
}

static bool call_dirty(lm_proc *p) {
  lumen_host_call *call = new_call(p);
  if (!encode_arguments(p, &call->arguments)) {
    lm_delete(call);
    return false;
  }
  call->job = (lm_job){.run = run, .drop = drop};
  lm_dirty_submit(call->runtime, call->kind == LUMEN_HOST_CPU ? LM_DIRTY_CPU : LM_DIRTY_IO, &call->job);
  return true;
}

// With calls_lock held, as take_off.
static void add_awaited(lumen_runtime *rt, lumen_host_call *call) {
  call->next = rt->awaited;
  call->link = &rt->awaited;
  if (call->next != NULL) call->next->link = &call->next;
  rt->awaited = call;
}

static void take_off(lumen_host_call *call) {
  *call->link = call->next;
  if (call->next != NULL) call->next->link = call->link;
}

// The call as its function sees it, while that runs: it may have been answered and freed when the function comes back.
typedef struct begun {
  const lm_host_function *function;
  lumen_host_call *call;
  lm_buffer arguments;
} begun;

static void begin(void *argument) {
  const begun *b = argument;
  b->function->function(b->function->context, b->call, b->arguments.bytes, b->arguments.length);
}

static bool call_for_later(lm_proc *p) {
  begun b = {.function = p->host_function};
  if (!encode_arguments(p, &b.arguments)) return false;
  lumen_runtime *rt = lm_runtime_of(p);
  b.call = new_call(p);
  lm_mutex_lock(&rt->calls_lock);
  add_awaited(rt, b.call);
  lm_mutex_unlock(&rt->calls_lock);
  lm_sched_let_others(p->sched);
  lm_epoch_sleep(p->sched);
  lm_call_out(begin, &b);
  lm_epoch_wake(p->sched);
  lm_buffer_close(&b.arguments);
  return true;
}

static LM_OUT_OF_LINE bool begin_call(lm_proc *p) {
  return p->host_function->kind == LUMEN_HOST_LATER ? call_for_later(p) : call_dirty(p);
}

static LUMEN_CC void awaiting_code(LUMEN_CODE_PARAMS) {
  LM_STORE();
  if (!begin_call(p)) LM_RAISE();
  LUMEN_MUSTTAIL return lm_await_completion(p, p->abi.hp, sp, reductions, x0, x1, x2, x3, x4, x5, label);
}

static void answer_later(lumen_host_call *call, int32_t status, const uint8_t *bytes, uint64_t length) {
  int state = AWAITED;
  if (atomic_compare_exchange_strong(&call->state, &state, ANSWERED)) { // the runtime does not end before it is off the list
    lumen_runtime *rt = call->runtime;
    complete(call, status, bytes, length);
    lm_mutex_lock(&rt->calls_lock);
    take_off(call);
    lm_mutex_unlock(&rt->calls_lock); // and now the runtime may end
    if (!LM_HAS_THREADS) lm_host_run(rt);
  }
  lm_delete(call);
}

void lm_host_calls_forget(lumen_runtime *rt) {
  for (bool done = false; !done;) {
    lm_mutex_lock(&rt->calls_lock);
    for (lumen_host_call *call = rt->awaited, *next; call != NULL; call = next) {
      next = call->next;
      int state = AWAITED;
      take_off(call); // first: once it is forgotten the host frees it
      bool is_being_answered = !atomic_compare_exchange_strong(&call->state, &state, FORGOTTEN);
      if (is_being_answered) add_awaited(rt, call);
    }
    done = rt->awaited == NULL;
    lm_mutex_unlock(&rt->calls_lock);
    if (!done) lm_cpu_relax();
  }
}

// ---- for the host -----------------------------------------------------------------------------------------------------------

bool lumen_register_host(lumen_runtime *rt, const char *module, const char *name, uint32_t arity, int32_t kind,
                         lumen_host_function function, void *context) {
  lm_term m = lm_atom_intern(rt, (const uint8_t *)module, strlen(module));
  lm_term n = lm_atom_intern(rt, (const uint8_t *)name, strlen(name));
  lm_mutex_lock(&rt->host_lock);
  bool free = arity <= LM_MAX_ARITY && lm_host_find(rt, m, n, arity) == NULL &&
              lm_modules_find(rt->modules, m, n, arity) == NULL;
  if (free) {
    lm_host_function *f = lm_new(sizeof *f);
    *f = (lm_host_function){.next = atomic_load(&rt->host_functions), .module = m, .name = n, .arity = arity,
                            .kind = (enum lumen_host_kind)kind, .function = function, .context = context,
                            .code = kind == LUMEN_HOST_SHORT ? short_code : awaiting_code};
    atomic_store_explicit(&rt->host_functions, f, memory_order_release);
  }
  lm_mutex_unlock(&rt->host_lock);
  return free;
}

void lumen_host_return(lumen_host_call *call, int32_t status, const uint8_t *bytes, uint64_t length) {
  if (call->kind == LUMEN_HOST_LATER) {
    answer_later(call, status, bytes, length);
    return;
  }
  if (call->answered) return; // the first answer counts
  call->answered = true;
  if (call->kind != LUMEN_HOST_SHORT) {
    complete(call, status, bytes, length);
    return;
  }
  call->status = status;
  call->length = length;
  call->bytes = lm_new(length);
  if (length != 0) memcpy(call->bytes, bytes, length);
}
