#include "process/lm_settings.h"

#include "lumen_atoms.h"

void lm_settings_init(lm_settings *s) {
  static const lm_term initial[LM_SETTINGS] = {
      [LM_SETTING_BACKTRACE_DEPTH] = LM_SMALL(8),       [LM_SETTING_FULLSWEEP_AFTER] = LM_SMALL(65535),
      [LM_SETTING_MIN_HEAP_SIZE] = LM_SMALL(233),       [LM_SETTING_MIN_BIN_VHEAP_SIZE] = LM_SMALL(46422),
      [LM_SETTING_OUTSTANDING_REQUESTS] = LM_SMALL(4),  [LM_SETTING_TRACE_CONTROL_WORD] = LM_SMALL(0),
      [LM_SETTING_SYSTEM_LOGGER] = LM_ATOM_LOGGER,      [LM_SETTING_INTERNAL_STATE] = LM_ATOM_FALSE};
  for (size_t i = 0; i < LM_SETTINGS; i++) atomic_init(&s->values[i], initial[i]);
}

// OTP's sizes of heaps, from a: a, b, a + b + 1... as Fibonacci's numbers grow, and by a fifth from a million words on.
uint64_t lm_next_heap_size(uint64_t *before, uint64_t size) {
  uint64_t next = size < 833026 ? *before + size + 1 : size + size / 5;
  *before = size;
  return next;
}

lm_term lm_heap_size_after(lm_term wanted) {
  if (!lm_is_small(wanted) || lm_small_value(wanted) < 0 || lm_small_value(wanted) > (int64_t)1 << 50) return wanted;
  uint64_t before = 12, size = 38;
  if (lm_small_value(wanted) <= (int64_t)before) return lm_small((int64_t)before);
  while ((int64_t)size < lm_small_value(wanted)) size = lm_next_heap_size(&before, size);
  return lm_small((int64_t)size);
}
