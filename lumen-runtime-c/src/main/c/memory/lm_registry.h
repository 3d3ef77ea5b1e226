// lm_registry.h: a hash table from a word to a word that all threads read without a lock: atoms, exports, names.
//
// Keys, once there, stay; a value may change, and 0 means "no value". Writers hold the lock inside. When the table grows,
// readers may still be in the old one; so old ones are kept until the registry is freed (all together they are no larger
// than the present one).
//
// Programs make keys from what comes from outside (atoms), so where a key stands depends on a salt (lm_runtime.h).
//
// Who may touch it: any thread.
#ifndef LM_REGISTRY_H
#define LM_REGISTRY_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "platform/lm_platform.h"

typedef struct lm_registry_table lm_registry_table;

typedef struct lm_registry {
  lm_mutex lock;
  _Atomic(lm_registry_table *) table;
  uint64_t salt;
} lm_registry;

void lm_registry_init(lm_registry *registry, uint64_t salt);
void lm_registry_destroy(lm_registry *registry);

uint64_t lm_registry_get(lm_registry *registry, uint64_t key); // 0: absent. key is not 0

// Sets key to `value` if its value is `expected` now; answers what it was (so success iff that equals `expected`).
uint64_t lm_registry_exchange(lm_registry *registry, uint64_t key, uint64_t expected, uint64_t value);

// Calls `visit` for all keys with a value, in no special order, with the lock held.
void lm_registry_each(lm_registry *registry, void (*visit)(void *context, uint64_t key, uint64_t value), void *context);

#endif
