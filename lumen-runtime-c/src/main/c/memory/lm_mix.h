// lm_mix.h: what hashes are made with.
#ifndef LM_MIX_H
#define LM_MIX_H

#include <stdint.h>

// A bijection that spreads every bit over all (finalizer of MurmurHash3).
static inline uint64_t lm_hash_mix(uint64_t h) {
  h ^= h >> 33;
  h *= 0xff51afd7ed558ccdu;
  h ^= h >> 33;
  h *= 0xc4ceb9fe1a85ec53u;
  return h ^ h >> 33;
}

#endif
