// erlang:halt/2 ends the program: ABI code (exec/lm_code.h).
#include "bif/lm_bif.h"
#include "exec/lm_bottom.h"
#include "exec/lm_failure.h"
#include "host/lm_host.h"
#include "process/lm_runtime.h"
#include "sched/lm_report.h"
#include "term/lm_buffer.h"

// No process runs after this. The one that called stays where it is.
static void halt(lm_proc *p, int32_t status) {
  p->abi.live = 0;
  p->abi.resume = lm_bottom.code; // never entered
  lm_halt(lm_runtime_of(p), status);
}

// The exit status that the argument of halt stands for; -1: it is none.
static LM_OUT_OF_LINE int32_t status_of(lm_proc *p, lm_term t) {
  if (lm_is_small(t)) return lm_small_value(t) >= 0 ? (int32_t)(lm_small_value(t) & 0xFF) : -1;
  if (t == LM_ATOM_ABORT) return 134; // as a shell reports a program that aborted
  if (lm_list_length(t) < 0) return -1;
  // A text: the slogan of a crash.
  lm_buffer text;
  lm_buffer_open(&text);
  for (; lm_is_cons(t) && lm_is_small(lm_head(t)); t = lm_tail(t)) {
    lm_buffer_byte(&text, (uint8_t)lm_small_value(lm_head(t)));
  }
  lm_buffer_byte(&text, '\n');
  if (lm_is_nil(t)) lm_output(lm_runtime_of(p), 2, text.bytes, text.length);
  lm_buffer_close(&text);
  return lm_is_nil(t) ? 1 : -1;
}

LUMEN_CC void lumen_code_erlang_halt_0(LUMEN_CODE_PARAMS) {
  (void)x0, (void)x1, (void)x2, (void)x3, (void)x4, (void)x5, (void)label;
  LM_STORE();
  halt(p, 0);
}

LUMEN_CC void lumen_code_erlang_halt_1(LUMEN_CODE_PARAMS) {
  LM_STORE();
  int32_t status = status_of(p, x0);
  if (status < 0) {
    lm_badarg(p);
    LM_FAIL(LM_ATOM_HALT, 1);
  }
  halt(p, status);
}

static bool are_halt_options(lm_term list) {
  for (; lm_is_cons(list); list = lm_tail(list)) {
    lm_term option = lm_head(list);
    if (!lm_is_tuple(option) || lm_tuple_size(option) != 2) return false;
    if (lm_elements(option)[0] != LM_ATOM_FLUSH || !lm_is_boolean(lm_elements(option)[1])) return false;
  }
  return lm_is_nil(list);
}

LUMEN_CC void lumen_code_erlang_halt_2(LUMEN_CODE_PARAMS) {
  LM_STORE();
  int32_t status = are_halt_options(x1) ? status_of(p, x0) : -1;
  if (status < 0) {
    lm_badarg(p);
    LM_FAIL(LM_ATOM_HALT, 2);
  }
  halt(p, status);
}
