#include "host/lm_input.h"

#include "host/lm_host.h"
#include "lumen_atoms.h"
#include "memory/lm_memory.h"
#include "process/lm_runtime.h"
#include "sched/lm_signal.h"
#include "term/lm_bits.h"

enum { CHUNK = 1 << 16 };

// 0 bytes: the end of the input.
static void deliver(lumen_runtime *rt, lm_term reader, const uint8_t *bytes, size_t length) {
  lm_host_enter(rt);
  lm_proc *scratch = lm_host_scratch(rt);
  lm_term input = length == 0 ? LM_ATOM_EOF : lm_binary(scratch, bytes, length);
  lm_send(rt->host_sched, reader, lm_tuple2(scratch, LM_ATOM_LUMEN_INPUT, input));
  lm_host_scratch_reset(scratch);
  lm_host_release(rt);
}

bool lm_input_wanted(const lumen_runtime *rt) { return rt->reader != LM_NONE; }

bool lm_input_take(lumen_runtime *rt) {
  if (!lm_input_wanted(rt)) return false;
  uint8_t *bytes = lm_new(CHUNK);
  long length = lm_read_input(bytes, CHUNK);
  if (length >= 0) {
    lm_term reader = rt->reader;
    rt->reader = LM_NONE;
    deliver(rt, reader, bytes, (size_t)length);
  }
  lm_delete(bytes);
  return length >= 0;
}

#if LM_HAS_THREADS

// The thread of one read.
static void read_input(void *argument) {
  lumen_runtime *rt = argument;
  while (!atomic_load(&rt->stopping) && !lm_input_take(rt)) continue;
}

void lm_input_ask(lumen_runtime *rt, lm_term reader) {
  if (rt->has_input) lm_thread_join(&rt->input); // it has answered
  rt->reader = reader;
  rt->has_input = lm_thread_start(&rt->input, read_input, rt);
  if (rt->has_input) return;
  rt->reader = LM_NONE;
  deliver(rt, reader, NULL, 0); // no thread can be had: to the program that is the end of its input
}

#else

void lm_input_ask(lumen_runtime *rt, lm_term reader) {
  rt->reader = reader;
  rt->take_input = lm_input_take;
}

#endif
