// lm_host.h: the border between the runtime and its host (include/lumen.h), seen from inside.
//
// Threads of the host are not schedulers: they act as visitors (sched/lm_visitor.h).
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

// In between the thread acts as rt->host_sched, for what happens once: loading, registering, starting. The host must not be called
// back: it may want to enter.
void lm_host_enter(lumen_runtime *rt);
void lm_host_leave(lumen_runtime *rt);
void lm_host_release(lumen_runtime *rt); // the same, but what became runnable waits for its scheduler in any case

// Without threads the host's own thread runs what it asked for: now. Else nothing.
void lm_host_run(lumen_runtime *rt);

// A term from outside, made in the scratch process of a visitor; LM_NONE: malformed.
lm_term lm_host_decode(lm_proc *scratch, const uint8_t *bytes, uint64_t length);

// The process of a call ends: answers it. Thread that runs p.
void lm_call_ended(lm_proc *p);

// The program of an image, ready to run on rt->scheds[0], for which the calling thread stands. NULL: stream 2 was told why not.
lumen_runtime *lm_program_begin(const lumen_image *image, int32_t argc, char **argv);

// erlang:halt/1: ends the program. Any thread.
void lm_halt(lumen_runtime *rt, int32_t status);

#endif
