// lm_persistent.h: the table behind persistent_term: read often, by everyone, without a lock and without a copy.
//
// Values are copied once, when they are put, into memory of the runtime; processes then share them like constants of the
// image. What is replaced or erased stays until the runtime is closed, since any process may still hold a part of it:
// programs that change such terms often pay with memory (OTP pays with a collection of every process).
//
// Who may touch it: any thread; readers take no lock, writers take it inside.
#ifndef LM_PERSISTENT_H
#define LM_PERSISTENT_H

#include <stdatomic.h>

#include "lumen_abi.h"
#include "platform/lm_platform.h"

typedef struct lm_persistent_table lm_persistent_table;

typedef struct lm_persistent {
  _Atomic(lm_persistent_table *) table; // NULL: empty
  lm_mutex lock;
  struct lm_persistent_entry *entries;  // all that ever were
  uint64_t salt;                        // of the hashes of keys
  size_t words;                         // in the entries that are in the table
} lm_persistent;

void lm_persistent_init(lm_persistent *persistent, uint64_t salt);
void lm_persistent_destroy(lm_persistent *persistent); // no process is left

#endif
