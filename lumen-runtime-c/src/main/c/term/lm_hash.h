// lm_hash.h: the hash of terms inside the runtime: tries, tables, dictionaries.
//
// Equal terms (=:=) have equal hashes; otherwise the 64 bits are as good as random. The same in every process, run and
// target, but not part of any format: phash2, which programs see, is something else (lm_phash2.h).
// Does not recurse. Any thread.
#ifndef LM_HASH_H
#define LM_HASH_H

#include "lumen_abi.h"
#include "memory/lm_mix.h"

uint64_t lm_hash_deep(lm_term t, uint64_t salt);

static inline uint64_t lm_hash_salted(lm_term t, uint64_t salt) {
  // Floats take the long way because of the two zeros.
  if (lm_is_small(t) || (t & LM_TAG_MASK) == LM_TAG_IMM) return lm_hash_mix(t + salt * 0x9e3779b97f4a7c15u);
  return lm_hash_deep(t, salt);
}

static inline uint64_t lm_hash(lm_term t) { return lm_hash_salted(t, 0); }

// The bytes of something that is no term.
uint64_t lm_hash_bytes(const uint8_t *bytes, size_t length, uint64_t salt);

#endif
