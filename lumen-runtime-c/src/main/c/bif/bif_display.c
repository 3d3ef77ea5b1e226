// erlang:display/1 and its relatives: text on the standard output of the runtime.
#include "bif/lm_bif.h"
#include "process/lm_runtime.h"
#include "sched/lm_report.h"
#include "term/lm_bits.h"
#include "term/lm_buffer.h"
#include "term/lm_print.h"

lm_term lumen_bif_erlang_display_1(lm_proc *p, lm_term t) {
  lm_buffer out;
  lm_buffer_open(&out);
  lm_print(&out, lm_runtime_of(p), t);
  lm_buffer_text(&out, "\r\n"); // both, as in OTP 25
  lm_output(lm_runtime_of(p), 1, out.bytes, out.length);
  lm_buffer_close(&out);
  return LM_ATOM_TRUE;
}

lm_term lumen_bif_erlang_display_nl_0(lm_proc *p) {
  lm_output(lm_runtime_of(p), 1, "\r\n", 2);
  return LM_ATOM_TRUE;
}

lm_term lumen_bif_erlang_display_string_1(lm_proc *p, lm_term string) {
  lm_buffer out;
  lm_buffer_open(&out);
  bool valid = true;
  if (lm_is_binary(string)) {
    lm_bits b = lm_bits_of(string);
    for (uint64_t i = 0; i < b.size / 8; i++) lm_buffer_byte(&out, lm_bits_byte(&b, i));
  } else {
    for (; valid && lm_is_cons(string); string = lm_tail(string)) {
      lm_term c = lm_head(string);
      valid = lm_is_small(c) && lm_small_value(c) >= 0 && lm_small_value(c) < 256;
      if (valid) lm_buffer_byte(&out, (uint8_t)lm_small_value(c));
    }
    valid = valid && lm_is_nil(string);
  }
  if (valid) lm_output(lm_runtime_of(p), 1, out.bytes, out.length);
  lm_buffer_close(&out);
  return valid ? LM_ATOM_TRUE : lm_badarg(p);
}
