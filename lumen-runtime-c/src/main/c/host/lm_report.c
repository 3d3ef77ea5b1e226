// What is said of a process that failed.
#include <string.h>

#include "host/lm_host.h"
#include "lumen_atoms.h"
#include "bif/lm_bif.h"
#include "sched/lm_names.h"
#include "sched/lm_runtime.h"
#include "sched/lm_signal.h"
#include "term/lm_map.h"
#include "term/lm_print.h"

void lm_print_failure(lm_proc *p) {
  lumen_runtime *rt = lm_runtime_of(p);
  lm_buffer text;
  lm_buffer_open(&text);
  lm_buffer_text(&text, "Error in process ");
  lm_print(&text, rt, p->abi.self);
  lm_buffer_text(&text, " with exit value:\n");
  lm_print(&text, rt, p->exit_reason);
  lm_buffer_text(&text, "\n");
  lm_output(rt, 2, text.bytes, text.length);
  lm_buffer_close(&text);
}

// OTP's logger gets the emulator's reports as {log, Level, Format, Arguments, Metadata}.
void lm_report_failure(lm_proc *p) {
  static const char format[] = "Error in process ~p with exit value:~n~p~n";
  lumen_runtime *rt = lm_runtime_of(p);
  lm_term logger = lm_name_find(rt, LM_ATOM_LOGGER);
  if (logger == LM_NONE) {
    lm_print_failure(p);
    return;
  }
  int64_t now = (lm_monotonic_time() + rt->time_offset) / 1000; // microseconds
  lm_term source[] = {LM_ATOM_EMULATOR, LM_ATOM_TRUE, LM_ATOM_TAG, LM_ATOM_ERROR};
  lm_term meta[] = {LM_ATOM_ERROR_LOGGER, lm_map_of(p, source, 2, NULL), LM_ATOM_GL, p->group_leader,
                    LM_ATOM_PID, p->abi.self, LM_ATOM_TIME, lm_small(now)};
  lm_term arguments = lm_cons(p, p->abi.self, lm_cons(p, p->exit_reason, LM_NIL));
  lm_term text = lm_string(p, format, sizeof format - 1, LM_NIL);
  lm_send(p->sched, logger, lm_tuple5(p, LM_ATOM_LOG, LM_ATOM_ERROR, text, arguments, lm_map_of(p, meta, 4, NULL)));
}
