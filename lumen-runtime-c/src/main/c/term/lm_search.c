#include "lumen_abi.h"

// Without a branch that depends on the keys: `base` moves up by halves, and stops at the last key that is not above.
lm_term lumen_search(const lm_term *table, uint64_t n, lm_term key) {
  const lm_term *base = table;
  for (uint64_t left = n; left > 1;) {
    uint64_t half = left / 2;
    base = base[half] <= key ? base + half : base;
    left -= half;
  }
  return *base == key ? base[n] : LM_NONE;
}
