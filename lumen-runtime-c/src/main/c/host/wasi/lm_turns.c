// A whole program as turns of its host's event loop, where the one thread must not block: that of a page, or of node. A host
// without such a loop calls _start instead, which comes back when the program has ended.
#include <math.h>
#include <wasi/api.h>

#include "host/lm_host.h"
#include "host/lm_input.h"
#include "memory/lm_memory.h"
#include "process/lm_runtime.h"
#include "sched/lm_sched.h"

extern const lumen_image program __asm__("lumen_image");
void __wasm_call_ctors(void);
double lumen_turn(double milliseconds); // exported by the linker

static lumen_runtime *begin(void) {
  __wasm_call_ctors();
  __wasi_size_t count = 0, bytes = 0;
  if (__wasi_args_sizes_get(&count, &bytes) != 0) count = bytes = 0;
  uint8_t **arguments = lm_new_zeroed(count + 1, sizeof *arguments);
  uint8_t *texts = lm_new(bytes + 1);
  if (__wasi_args_get(arguments, texts) != 0) count = 0;
  lumen_runtime *rt = lm_program_begin(&program, (int32_t)count, (char **)arguments);
  lm_delete(texts);
  lm_delete(arguments);
  return rt;
}

// Runs the program for about so many milliseconds, the first time from its beginning. Answers after how many it wants to go on:
// 0: at once; infinity: when there is input. When the program has ended this does not come back: WASI's proc_exit is told the
// status.
double lumen_turn(double milliseconds) {
  static lumen_runtime *rt; // a WebAssembly module is one program
  if (rt == NULL && (rt = begin()) == NULL) lm_exit(1);
  int64_t next = lm_sched_turn(rt->scheds[0], lm_monotonic_time() + (int64_t)(milliseconds * 1e6));
  if (atomic_load(&rt->stopping)) lm_exit(atomic_load(&rt->halt_status));
  if (next == LM_FOREVER && !lm_input_wanted(rt) && rt->awaited == NULL) lm_abort("every process waits for a message that nobody can send");
  if (next == 0 || next == LM_FOREVER) return next == 0 ? 0 : (double)INFINITY;
  int64_t left = next - lm_monotonic_time();
  return left <= 0 ? 0 : (double)left / 1e6;
}
