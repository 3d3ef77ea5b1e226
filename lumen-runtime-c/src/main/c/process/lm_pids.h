// lm_pids.h: from pid to process.
//
// Slots in segments that grow and never move, so a lookup is two loads. A slot is used again with the next serial number,
// so a pid of a dead process finds nothing.
//
// Who may touch it: lookups: any thread between two safe points of a scheduler (lm_epoch.h), since the process found may end
// at any time. Adding and removing: the thread of the scheduler whose cache of free slots it passes.
#ifndef LM_PIDS_H
#define LM_PIDS_H

#include "platform/lm_platform.h"
#include "process/lm_proc.h"

enum {
  LM_PID_FIRST_SEGMENT = 1024,                // slots; each segment is twice as large as the one before
  LM_PID_SEGMENTS = 18,                       // 2^28 slots: what an index has bits for
  LM_PID_CACHE = 64,
  LM_PID_MOST = (1 << 28) - (1 << 17),        // processes; the rest of the slots may lie in caches
};

typedef struct lm_pid_slot {
  _Atomic(lm_proc *) process; // NULL: free
  uint32_t serial;            // of the next process here; 30 bits
  uint32_t next_free;
} lm_pid_slot;

typedef struct lm_pids {
  _Atomic(lm_pid_slot *) segments[LM_PID_SEGMENTS];
  lm_mutex lock;            // the rest
  uint32_t unused;          // slots from here on were never used
  uint32_t first_free;      // index + 1; 0: none
  uint32_t last_free;       // freed slots queue at the end: a pid comes back as late as possible
  _Atomic uint32_t limit;   // slots below have a segment
  _Atomic uint64_t live;    // processes
  uint64_t most;            // that there may be; constant while processes are made
} lm_pids;

// Free slots that a scheduler holds.
typedef struct lm_pid_cache {
  uint32_t count;
  uint32_t slots[LM_PID_CACHE];
} lm_pid_cache;

void lm_pids_init(lm_pids *pids);
void lm_pids_destroy(lm_pids *pids);

// Whether there may be one more process; then it counts already.
bool lm_pids_reserve(lm_pids *pids);
// Gives `p`, for which there is a reservation, a pid (p->abi.self) and makes it findable.
void lm_pids_add(lm_pids *pids, lm_pid_cache *cache, lm_proc *p);
void lm_pids_remove(lm_pids *pids, lm_pid_cache *cache, lm_proc *p);

static inline lm_pid_slot *lm_pids_slot(lm_pids *pids, uint64_t index) {
  uint64_t n = index / LM_PID_FIRST_SEGMENT + 1;
  unsigned segment = 63 - (unsigned)__builtin_clzll(n);
  if (segment >= LM_PID_SEGMENTS) return NULL;
  lm_pid_slot *slots = atomic_load_explicit(&pids->segments[segment], memory_order_acquire);
  return slots == NULL ? NULL : &slots[index - LM_PID_FIRST_SEGMENT * (((uint64_t)1 << segment) - 1)];
}

// NULL when there is no such process any more.
static inline lm_proc *lm_pids_find(lm_pids *pids, lm_term pid) {
  lm_pid_slot *slot = lm_pids_slot(pids, lm_pid_index(pid));
  if (slot == NULL) return NULL;
  lm_proc *p = atomic_load_explicit(&slot->process, memory_order_acquire);
  return p != NULL && p->abi.self == pid ? p : NULL;
}

#endif
