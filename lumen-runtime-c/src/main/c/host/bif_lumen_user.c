// What the first group leader (src/main/erlang/lumen_user.erl) needs of the system: standard input and
// standard error.
#include "bif/lm_bif.h"
#include "exec/lm_code.h"
#include "host/lm_input.h"
#include "memory/lm_memory.h"
#include "process/lm_runtime.h"
#include "sched/lm_completion.h"
#include "sched/lm_report.h"
#include "term/lm_bits.h"

// Bytes of standard input, at least one, or eof: waits for them. One read at a time: only lumen_user calls it.
LUMEN_CC void lumen_code_lumen_user_read_0(LUMEN_CODE_PARAMS) {
  LM_STORE();
  lm_input_ask(lm_runtime_of(p), lm_request_open(p));
  LUMEN_MUSTTAIL return lm_await_completion(LUMEN_CODE_ARGS);
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
