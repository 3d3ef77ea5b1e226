// lm_observers.h: who is told of what goes on in a runtime, and of what (lm_observe.h).
#ifndef LM_OBSERVERS_H
#define LM_OBSERVERS_H

#include <stdbool.h>
#include <stdint.h>

#include "lumen_term.h"

typedef struct lm_system_monitor {
  lm_term pid;            // who is told; LM_NONE: nobody
  int64_t long_gc;        // from so many milliseconds on; 0: not told of
  int64_t long_schedule;  // likewise
  int64_t large_heap;     // from so many words on; 0: not told of
  bool busy_port, busy_dist_port; // of which there are none
} lm_system_monitor;

enum lm_profiled { LM_PROFILE_PROCS = 1, LM_PROFILE_PORTS = 2, LM_PROFILE_SCHEDULER = 4, LM_PROFILE_EXCLUSIVE = 8 };

typedef struct lm_system_profile {
  lm_term pid;     // LM_NONE: nobody
  uint32_t what;   // enum lm_profiled
  uint32_t time;   // the kind of its timestamps: an enum lm_trace_flag
} lm_system_profile;

#endif
