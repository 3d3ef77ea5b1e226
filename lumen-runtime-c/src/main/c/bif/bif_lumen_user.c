// What the first group leader (src/main/erlang/lumen_user.erl) needs of the system: standard input.
#include "bif/lm_bif.h"
#include "host/lm_input.h"
#include "sched/lm_runtime.h"

// Sends {lumen_input, Bytes | eof} to the process when there is input. One read at a time: only lumen_user calls it, and
// waits for the answer.
lm_term lumen_bif_lumen_user_read_1(lm_proc *p, lm_term reader) {
  lm_input_ask(lm_runtime_of(p), reader);
  return LM_ATOM_OK;
}
