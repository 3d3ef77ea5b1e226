// lumen.h: the runtime as a library, for a host program (the JVM, a C program, a JavaScript engine).
//
// Everything hangs off a lumen_runtime; several can live in one process. The runtime installs no signal handler and never
// ends the process. Terms cross this border as bytes of the external term format (with its leading 131), so a host never
// holds a pointer into a heap that a collector moves.
//
// Who may call: any thread, at any time between lumen_runtime_new and lumen_runtime_close, unless a function says less.
// Every struct and parameter uses fixed-width types, so that a foreign function interface can bind this file as it stands.
#ifndef LUMEN_H
#define LUMEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lumen_abi.h"

typedef struct lumen_runtime lumen_runtime;

// `stream` 1: what the program prints (display, standard output); 2: reports of failed processes, standard error. Called
// from scheduler threads, possibly several at once. NULL: written to the file descriptors 1 and 2.
typedef void (*lumen_output)(void *context, int32_t stream, const uint8_t *bytes, uint64_t length);

// Zero means "the default" in every field.
typedef struct lumen_config {
  int32_t schedulers;           // threads that run processes; default: the processors that are online
  int32_t reserved;
  lumen_output output;
  void *context;                // handed to `output`
} lumen_config;

// NULL when not even one thread, or no memory for the schedulers, can be had.
lumen_runtime *lumen_runtime_new(const lumen_config *config);

// Adds the modules of an image; they can be called once this returns. The image and all it points to must stay where it is
// until the runtime is closed. Answers NULL, or a static text that says what is wrong (two atoms with one hash, a module
// that is there already); then nothing was added.
const char *lumen_runtime_load(lumen_runtime *rt, const lumen_image *image);

// Tells the schedulers to stop and ends all calls under way with LUMEN_CLOSED, as those that come later will. Does not wait:
// schedulers leave at the end of their slice, or when what they called in the host comes back. From anywhere, callbacks too;
// once or several times.
void lumen_runtime_stop(lumen_runtime *rt);

// The same, waits until all schedulers have left, and frees everything: `rt` is no more. Not from a callback, which has a
// scheduler wait for itself.
void lumen_runtime_close(lumen_runtime *rt);

enum lumen_status {
  LUMEN_OK = 0,     // bytes: the result
  LUMEN_RAISED = 1, // bytes: {Class, Reason, Stacktrace} of the exception nobody caught
  LUMEN_EXITED = 2, // the process was ended from outside (kill, a link); bytes: the reason
  LUMEN_CLOSED = 3, // the runtime was closed first; no bytes
  LUMEN_HALTED = 4, // the program called erlang:halt; bytes: the status, a small integer
};
// Called once: from a scheduler thread, from lumen_runtime_stop, or from lumen_call itself when it comes too late. `bytes` live
// until it returns.
typedef void (*lumen_callback)(void *context, int32_t status, const uint8_t *bytes, uint64_t length);

// No pid: what lumen_call and lumen_spawn answer when there is no process.
enum lumen_process { LUMEN_NO_PROCESS = 62 };

// Runs module:function(Args) in a new process and reports how it ends. `arguments`: a list in the external term format.
// Answers the pid as a term (for lumen_send), or LUMEN_NO_PROCESS when `arguments` can't be decoded or there are too many processes
// (then the callback isn't called).
lm_term lumen_call(lumen_runtime *rt, const char *module, const char *function, const uint8_t *arguments, uint64_t length,
                   lumen_callback callback, void *context);

// The same without a report.
lm_term lumen_spawn(lumen_runtime *rt, const char *module, const char *function, const uint8_t *arguments, uint64_t length);

// Sends a message; false when `message` can't be decoded. A process that is gone swallows it, as in the language.
bool lumen_send(lumen_runtime *rt, lm_term pid, const uint8_t *message, uint64_t length);

// Where a function of the host runs. While it does, the process that called it waits, as it does for a message: it can be
// killed, which the function does not notice.
enum lumen_host_kind {
  LUMEN_HOST_SHORT = 0, // on a scheduler, which runs nothing else meanwhile: it must come back at once
  LUMEN_HOST_CPU = 1,   // it computes for long: on a thread for that; there are as many as schedulers
  LUMEN_HOST_IO = 2,    // it may block: on a thread for that; there are ten
  LUMEN_HOST_LATER = 3, // on a scheduler, as LUMEN_HOST_SHORT, but may leave the answer to any thread, at any time
};

// A host function as a built-in: module:name/arity calls `function` with the argument list in the external term format, which lives
// until it returns. It answers through lumen_host_return before it returns (what does not raises badarg), but for LUMEN_HOST_LATER:
// status LUMEN_OK and a result, or LUMEN_RAISED and {Class, Reason}. Register before the image that calls it is loaded. False: the
// name is taken.
typedef struct lumen_host_call lumen_host_call;
typedef void (*lumen_host_function)(void *context, lumen_host_call *call, const uint8_t *arguments, uint64_t length);
bool lumen_register_host(lumen_runtime *rt, const char *module, const char *name, uint32_t arity, int32_t kind,
                         lumen_host_function function, void *context);
// For LUMEN_HOST_LATER: must be called exactly once, from any thread, also when the runtime is closed by then: that frees the call.
void lumen_host_return(lumen_host_call *call, int32_t status, const uint8_t *bytes, uint64_t length);

// For a host that was linked with an image: the whole life of an executable. Runs image->entry, answers the exit status.
int32_t lumen_main(const lumen_image *image, int32_t argc, char **argv);

#endif
