// lm_watch.h: what is watched of what goes on in a runtime, so that who does it sees by one test that nobody wants to know.
//
// Who may touch it: any thread.
#ifndef LM_WATCH_H
#define LM_WATCH_H

#include "sched/lm_runtime.h"

enum lm_watch {
  LM_WATCH_MICROSTATES = 1, // how long collections take (lm_measures.h)
};

static inline bool lm_watches(lumen_runtime *rt, uint32_t what) {
  return (atomic_load_explicit(&rt->watched, memory_order_relaxed) & what) != 0;
}

static inline void lm_watch(lumen_runtime *rt, uint32_t what, bool on) {
  if (on) {
    atomic_fetch_or(&rt->watched, what);
  } else {
    atomic_fetch_and(&rt->watched, ~what);
  }
}

// What a collection began with.
typedef struct lm_collection_watch {
  int64_t began;
} lm_collection_watch;

// Around each collection of p, if anything about collections is watched.
enum { LM_WATCH_COLLECTIONS = LM_WATCH_MICROSTATES };
lm_collection_watch lm_collection_begins(lm_proc *p);
void lm_collection_ended(lm_proc *p, const lm_collection_watch *began);

#endif
