// lm_limit.h: how large a process may grow (max_heap_size), and what is done about one that is larger.
//
// What counts is what lives: the words in use after a collection, stack included, and those that were asked for. Free words
// and what the collector needs for itself do not count, so a process gets further here than in OTP, which counts its blocks.
//
// Who may touch it: the thread that runs the process.
#ifndef LM_LIMIT_H
#define LM_LIMIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lumen.h"

enum { LM_SMALLEST_LIMIT = 233 }; // words; OTP's smallest heap

typedef struct lm_limit {
  uint64_t size; // words; 0: none
  bool silent;   // nothing is reported
  bool spare;    // the process lives on
} lm_limit; // all 0: that of a new process

// Reads a size, or #{size := S, kill => Bool, error_logger => Bool}; false: it is neither.
bool lm_limit_of(lm_term value, lm_limit *limit);

// As process_info shows it.
lm_term lm_limit_term(lm_proc *p, lm_limit limit);

// True when p, which has a limit, is over it with `words` more.
bool lm_limit_reached(lm_proc *p, size_t words);

// Reports that and ends p with the reason killed, as far as its limit says so. Allocates.
void lm_limit_enforce(lm_proc *p, size_t words);

#endif
