// lm_settings.h: what erlang:system_flag/2 sets and others ask for. Most change nothing here but what is answered.
//
// Who may touch it: any thread.
#ifndef LM_SETTINGS_H
#define LM_SETTINGS_H

#include <stdatomic.h>
#include <stddef.h>

#include "lumen_term.h"

enum lm_setting {
  LM_SETTING_BACKTRACE_DEPTH,
  LM_SETTING_FULLSWEEP_AFTER,
  LM_SETTING_MIN_HEAP_SIZE,
  LM_SETTING_MIN_BIN_VHEAP_SIZE,
  LM_SETTING_OUTSTANDING_REQUESTS,
  LM_SETTING_TRACE_CONTROL_WORD,
  LM_SETTING_SYSTEM_LOGGER,
  LM_SETTING_INTERNAL_STATE,        // erts_debug:set_internal_state(available_internal_state, _)
  LM_SETTINGS,
};

typedef struct lm_settings {
  _Atomic lm_term values[LM_SETTINGS]; // immediates
  _Atomic bool of_new;                 // those of the collector have been set: new processes have them
} lm_settings;

void lm_settings_init(lm_settings *settings);

// The size of heaps that OTP has after `size`, which came after *before.
uint64_t lm_next_heap_size(uint64_t *before, uint64_t size);
// The smallest one that is not below `wanted`, an integer.
lm_term lm_heap_size_after(lm_term wanted);

#endif
