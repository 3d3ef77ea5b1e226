#include "sched/lm_report.h"

#include <string.h>

#include "process/lm_runtime.h"
#include "sched/lm_names.h"
#include "sched/lm_runner.h"
#include "sched/lm_signal.h"
#include "term/lm_atoms.h"
#include "term/lm_map.h"
#include "term/lm_print.h"

typedef struct output {
  const lumen_config *config;
  int stream;
  const void *bytes;
  size_t length;
} output;

static void call_output(void *argument) {
  const output *o = argument;
  o->config->output(o->config->context, o->stream, o->bytes, o->length);
}

void lm_output(lumen_runtime *rt, int stream, const void *bytes, size_t length) {
  if (rt->config.output != NULL) {
    lm_call_out(call_output, &(output){&rt->config, stream, bytes, length});
  } else {
    lm_write(stream, bytes, length);
  }
}

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

// OTP's logger gets the emulator's reports as {log, Level, Format, Arguments, Metadata}. False: there is none.
static bool log_error(lm_proc *p, const char *format, lm_term arguments) {
  lumen_runtime *rt = lm_runtime_of(p);
  lm_term logger = lm_name_find(rt, LM_ATOM_LOGGER);
  if (logger == LM_NONE) return false;
  int64_t now = (lm_monotonic_time() + rt->time_offset) / 1000; // microseconds
  lm_term source[] = {LM_ATOM_EMULATOR, LM_ATOM_TRUE, LM_ATOM_TAG, LM_ATOM_ERROR};
  lm_term meta[] = {LM_ATOM_ERROR_LOGGER, lm_map_of(p, source, 2, NULL), LM_ATOM_GL, p->group_leader,
                    LM_ATOM_PID, p->abi.self, LM_ATOM_TIME, lm_small(now)};
  lm_term text = lm_string(p, format, strlen(format), LM_NIL);
  lm_send(p->sched, logger, lm_tuple5(p, LM_ATOM_LOG, LM_ATOM_ERROR, text, arguments, lm_map_of(p, meta, 4, NULL)));
  return true;
}

void lm_report_failure(lm_proc *p) {
  lm_term arguments = lm_cons(p, p->abi.self, lm_cons(p, p->exit_reason, LM_NIL));
  if (!log_error(p, "Error in process ~p with exit value:~n~p~n", arguments)) lm_print_failure(p);
}

void lm_report_limit(lm_proc *p, size_t words) {
  static const char *const lines[] = {"Process:            ", "Max Heap Size:      ", "Total Heap Size:    ",
                                      "Kill:               ", "Error Logger:       ", "Message Queue Len:  "};
  enum { COUNT = sizeof lines / sizeof *lines };
  lm_term values[COUNT] = {p->abi.self, lm_small((int64_t)p->limit.size), lm_small((int64_t)words),
                           lm_boolean(!p->limit.spare), LM_ATOM_TRUE, lm_small((int64_t)p->mail.count)};
  lm_term arguments = LM_NIL;
  for (size_t i = COUNT; i-- > 0;) arguments = lm_cons(p, values[i], arguments);
  lm_buffer format, text; // for the logger; with the values in their places
  lm_buffer_open(&format);
  lm_buffer_open(&text);
  for (size_t i = 0; i < COUNT; i++) {
    lm_buffer_text(&format, "     ");
    lm_buffer_text(&format, lines[i]);
    lm_buffer_text(&format, i == 0 ? "~p ~n     Context:            maximum heap size reached~n" : "~p~n");
    lm_buffer_text(&text, "     ");
    lm_buffer_text(&text, lines[i]);
    lm_print(&text, lm_runtime_of(p), values[i]);
    lm_buffer_text(&text, i == 0 ? "\n     Context:            maximum heap size reached\n" : "\n");
  }
  lm_buffer_byte(&format, 0);
  if (!log_error(p, (const char *)format.bytes, arguments)) lm_output(lm_runtime_of(p), 2, text.bytes, text.length);
  lm_buffer_close(&text);
  lm_buffer_close(&format);
}
