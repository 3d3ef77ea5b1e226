// What the first group leader (src/main/erlang/lumen_user.erl) needs of the system: standard input.
#include "bif/lm_bif.h"
#include "heap/lm_memory.h"
#include "host/lm_host.h"
#include "sched/lm_runtime.h"
#include "sched/lm_signal.h"
#include "term/lm_bits.h"

enum { CHUNK = 1 << 16 };

typedef struct lm_reading {
  lumen_runtime *rt;
  lm_term reader;
} lm_reading;

static lm_term message(lm_proc *p, const uint8_t *bytes, long length) {
  return lm_tuple2(p, LM_ATOM_LUMEN_INPUT, length == 0 ? LM_ATOM_EOF : lm_binary(p, bytes, (size_t)length));
}

// The thread of one read.
static void read_input(void *argument) {
  lm_reading *r = argument;
  lumen_runtime *rt = r->rt;
  uint8_t *bytes = lm_new(CHUNK);
  long length = -1;
  while (length < 0 && !atomic_load(&rt->stopping)) length = lm_read_input(bytes, CHUNK);
  if (length >= 0) {
    lm_host_enter(rt);
    lm_proc *scratch = lm_host_scratch(rt);
    lm_send(rt->host_sched, r->reader, message(scratch, bytes, length));
    lm_host_scratch_reset(scratch);
    lm_host_leave(rt);
  }
  lm_delete(bytes);
  lm_delete(r);
}

// Sends {lumen_input, Bytes | eof} to the process when there is input. One read at a time: only lumen_user calls it, and
// waits for the answer.
lm_term lumen_bif_lumen_user_read_1(lm_proc *p, lm_term reader) {
  lumen_runtime *rt = lm_runtime_of(p);
  lm_reading *r = lm_new(sizeof *r);
  *r = (lm_reading){.rt = rt, .reader = reader};
  if (rt->has_input) lm_thread_join(&rt->input); // it has answered
  rt->has_input = lm_thread_start(&rt->input, read_input, r);
  if (!rt->has_input) { // a system without threads: everybody waits
    uint8_t *bytes = lm_new(CHUNK);
    long length;
    while ((length = lm_read_input(bytes, CHUNK)) < 0) continue;
    lm_send(p->sched, reader, message(p, bytes, length));
    lm_delete(bytes);
    lm_delete(r);
  }
  return LM_ATOM_OK;
}
