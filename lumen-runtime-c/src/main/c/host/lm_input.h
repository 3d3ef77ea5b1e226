// lm_input.h: standard input, on its way to the process that asked for it.
//
// With threads a dirty scheduler reads, and nobody waits but the process. Without, input is read when no process can run:
// lm_read_input then makes all wait, or answers that there is nothing yet, if this is a program in turns (lumen_turn).
#ifndef LM_INPUT_H
#define LM_INPUT_H

#include "sched/lm_completion.h"

// Bytes or `eof` will complete the request. One at a time.
void lm_input_ask(lumen_runtime *rt, lm_request reader);

// Without threads: whether a process waits for input.
bool lm_input_wanted(const lumen_runtime *rt);
// Reads for it, if there is input; true: it can run again. Not while a process runs.
bool lm_input_take(lumen_runtime *rt);

#endif
