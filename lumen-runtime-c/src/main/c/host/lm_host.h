// lm_host.h: the border between the runtime and its host (include/lumen.h), seen from inside.
//
// Threads of the host are not schedulers. Whoever of them holds the host lock acts as rt->host_sched: it has a pool, may
// look up pids and make processes; what it makes runnable goes to the queue that all schedulers share.
#ifndef LM_HOST_H
#define LM_HOST_H

#include "process/lm_proc.h"

// A lumen_call under way. Owned by its process, and on the list rt->calls until somebody takes it from there to answer it: then
// its process may end and free it at any time. So who takes it takes a copy.
typedef struct lm_call {
  struct lm_call *next;
  struct lm_call **link; // NULL: taken
  // Tells the host what came of it. By pointer, so that a program without a host does not hold the encoder of terms. NULL: of
  // lumen_main, whose answer is rt->halt_status.
  void (*answer)(lumen_runtime *rt, struct lm_call *call, enum lumen_status status, lm_term term);
  lumen_callback callback;
  void *context;
} lm_call;

// In between the host must not be called back: it may want to enter.
void lm_host_enter(lumen_runtime *rt);
void lm_host_leave(lumen_runtime *rt);
void lm_host_release(lumen_runtime *rt); // the same, but what became runnable waits for its scheduler in any case

// A process without pid that terms from outside are decoded in. Between lm_host_enter and lm_host_leave.
lm_proc *lm_host_scratch(lumen_runtime *rt);
void lm_host_scratch_reset(lm_proc *scratch);
lm_term lm_host_decode(lm_proc *scratch, const uint8_t *bytes, uint64_t length); // LM_NONE: malformed

// The process of a call ends: answers it. Thread that runs p.
void lm_call_ended(lm_proc *p);

// True: the boot process has not ended, and p, which the host made, will be started when it has. host_lock is held.
bool lm_boot_holds(lumen_runtime *rt, lm_proc *p);
void lm_boot_ended(lm_sched *sched);

// "Error in process <0.9.0> with exit value: ..." for p->exit_reason: an event for the process that is registered as `logger`,
// or, when there is none, text on stream 2.
void lm_report_failure(lm_proc *p);
void lm_print_failure(lm_proc *p); // as text in any case

// The program of an image, ready to run on rt->scheds[0], for which the calling thread stands. NULL: stream 2 was told why not.
lumen_runtime *lm_program_begin(const lumen_image *image, int32_t argc, char **argv);

// "Process: <0.9.0> Context: maximum heap size reached ...", to where failures go: p uses `words`. Allocates.
void lm_report_limit(lm_proc *p, size_t words);

// erlang:halt/1: ends the program. Any thread.
void lm_halt(lumen_runtime *rt, int32_t status);

// ---- functions of the host --------------------------------------------------------------------------------------------

typedef struct lm_host_function {
  struct lm_host_function *next;
  lm_term module;
  lm_term name;
  uint32_t arity;
  lumen_host_function function;
  void *context;
  lumen_code code; // ABI code that calls it with the arguments in xs, once p->host_function says that it is meant
} lm_host_function;

// NULL: there is none of that name.
lm_host_function *lm_host_find(lumen_runtime *rt, lm_term module, lm_term name, uint64_t arity);

#endif
