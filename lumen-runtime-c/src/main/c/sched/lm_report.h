// lm_report.h: what is said of processes that failed, and how anything is said.
#ifndef LM_REPORT_H
#define LM_REPORT_H

#include "process/lm_proc.h"

// What a program prints (stream 1) and reports (2). Any thread.
void lm_output(lumen_runtime *rt, int stream, const void *bytes, size_t length);

// "Error in process <0.9.0> with exit value: ..." for p->exit_reason: an event for the process that is registered as `logger`,
// or, when there is none, text on stream 2.
void lm_report_failure(lm_proc *p);
void lm_print_failure(lm_proc *p); // as text in any case

// "Process: <0.9.0> Context: maximum heap size reached ...", to where failures go: p uses `words`. Allocates.
void lm_report_limit(lm_proc *p, size_t words);

#endif
