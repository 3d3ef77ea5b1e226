// What the first group leader (src/main/erlang/lumen_user.erl) needs of the system: standard input and
// standard error.
#include "bif/lm_bif.h"
#include "host/lm_input.h"
#include "memory/lm_memory.h"
#include "process/lm_runtime.h"
#include "sched/lm_report.h"
#include "term/lm_bits.h"

// Sends {lumen_input, Bytes | eof} to the process when there is input. One read at a time: only lumen_user calls it, and
// waits for the answer.
lm_term lumen_bif_lumen_user_read_1(lm_proc *p, lm_term reader) {
  lm_input_ask(lm_runtime_of(p), reader);
  return LM_ATOM_OK;
}

// Writes the bytes to standard error.
lm_term lumen_bif_lumen_user_error_1(lm_proc *p, lm_term binary) {
  lm_bits b = lm_bits_of(binary);
  uint8_t *copy;
  const uint8_t *bytes = lm_bits_aligned(&b, &copy);
  lm_output(lm_runtime_of(p), 2, bytes, (size_t)(b.size / 8));
  lm_delete(copy);
  return LM_ATOM_TRUE;
}
