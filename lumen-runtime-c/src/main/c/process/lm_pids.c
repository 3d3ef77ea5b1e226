#include "process/lm_pids.h"

#include <assert.h>

#include "memory/lm_memory.h"
#include "process/lm_runtime.h"

_Static_assert((LM_MAX_SCHEDULERS + 1 + LM_MOST_VISITORS) * LM_PID_CACHE + LM_PID_FIRST_SEGMENT < (1 << 28) - LM_PID_MOST,
               "with that many processes there is a slot for each, whatever lies in caches");

enum { SERIAL_MASK = (1 << 30) - 1 };

void lm_pids_init(lm_pids *pids) {
  for (unsigned i = 0; i < LM_PID_SEGMENTS; i++) atomic_init(&pids->segments[i], NULL);
  lm_mutex_init(&pids->lock);
  pids->unused = 1; // pid 0 would be <0.0.0>: taken for a word that was forgotten
  pids->first_free = pids->last_free = 0;
  atomic_init(&pids->limit, 0);
  atomic_init(&pids->live, 0);
  pids->most = LM_PID_MOST;
}

void lm_pids_destroy(lm_pids *pids) {
  for (unsigned i = 0; i < LM_PID_SEGMENTS; i++) lm_delete(atomic_load(&pids->segments[i]));
}

// With the lock held.
static uint32_t take_slot(lm_pids *pids) {
  // Slots that were never used come first while they are few: so pids stay distinct for long.
  uint32_t limit = atomic_load_explicit(&pids->limit, memory_order_relaxed);
  if (pids->unused < limit) return pids->unused++;
  if (pids->first_free != 0) {
    uint32_t index = pids->first_free - 1;
    pids->first_free = lm_pids_slot(pids, index)->next_free;
    if (pids->first_free == 0) pids->last_free = 0;
    return index;
  }
  unsigned segment = 0;
  while (atomic_load_explicit(&pids->segments[segment], memory_order_relaxed) != NULL) segment++;
  assert(segment < LM_PID_SEGMENTS); // by LM_PID_MOST
  size_t size = (size_t)LM_PID_FIRST_SEGMENT << segment;
  atomic_store_explicit(&pids->segments[segment], lm_new_zeroed(size, sizeof(lm_pid_slot)), memory_order_release);
  atomic_store_explicit(&pids->limit, limit + (uint32_t)size, memory_order_release);
  return pids->unused++;
}

static void give_slot(lm_pids *pids, uint32_t index) {
  lm_pids_slot(pids, index)->next_free = 0;
  if (pids->last_free != 0) {
    lm_pids_slot(pids, pids->last_free - 1)->next_free = index + 1;
  } else {
    pids->first_free = index + 1;
  }
  pids->last_free = index + 1;
}

bool lm_pids_reserve(lm_pids *pids) {
  if (atomic_fetch_add_explicit(&pids->live, 1, memory_order_relaxed) < pids->most) return true;
  atomic_fetch_sub_explicit(&pids->live, 1, memory_order_relaxed);
  return false;
}

void lm_pids_add(lm_pids *pids, lm_pid_cache *cache, lm_proc *p) {
  if (cache->count == 0) {
    lm_mutex_lock(&pids->lock);
    while (cache->count < LM_PID_CACHE / 2) cache->slots[cache->count++] = take_slot(pids);
    lm_mutex_unlock(&pids->lock);
    // Lowest number last, to be used first.
    for (uint32_t i = 0; i < cache->count / 2; i++) {
      uint32_t swap = cache->slots[i];
      cache->slots[i] = cache->slots[cache->count - 1 - i];
      cache->slots[cache->count - 1 - i] = swap;
    }
  }
  uint64_t index = cache->slots[--cache->count];
  lm_pid_slot *slot = lm_pids_slot(pids, index);
  p->abi.self = (((uint64_t)slot->serial << 28 | index) << 6) | LM_IMM_PID;
  slot->serial = (slot->serial + 1) & SERIAL_MASK;
  atomic_store_explicit(&slot->process, p, memory_order_release);
}

void lm_pids_remove(lm_pids *pids, lm_pid_cache *cache, lm_proc *p) {
  uint32_t index = (uint32_t)lm_pid_index(p->abi.self);
  atomic_store_explicit(&lm_pids_slot(pids, index)->process, NULL, memory_order_release);
  atomic_fetch_sub_explicit(&pids->live, 1, memory_order_relaxed);
  if (cache->count == LM_PID_CACHE) {
    lm_mutex_lock(&pids->lock);
    while (cache->count > LM_PID_CACHE / 2) give_slot(pids, cache->slots[--cache->count]);
    lm_mutex_unlock(&pids->lock);
  }
  cache->slots[cache->count++] = index;
}
