// lm_limit.h: how large a process may grow (max_heap_size), and what is done about one that is larger.
//
// What counts is what lives: the words in use after a collection, stack included, and those that were asked for. Free words
// and what the collector needs for itself do not count, so a process gets further here than in OTP, which counts its blocks.
//
// Who may touch it: the thread that runs the process.
#ifndef LM_LIMIT_H
#define LM_LIMIT_H

#include "process/lm_proc.h"

enum { LM_SMALLEST_LIMIT = 233 }; // words; OTP's smallest heap

// Reads a size, or #{size := S, kill => Bool, error_logger => Bool}; false: it is neither.
bool lm_limit_of(lm_term value, lm_limit *limit);

// As process_info shows it.
lm_term lm_limit_term(lm_proc *p, lm_limit limit);

// Makes room for `words` as lumen_collect does, and answers as it does. Roots: the stack, and as many xs as are `live`, which no other
// process may use meanwhile: with any, it must not yield.
bool lm_collect_due(lm_proc *p, size_t words, size_t live);
// Runs a major collection (erlang:garbage_collect). Moves terms; roots likewise.
void lm_collect_major(lm_proc *p, size_t words, size_t live);

#endif
