// lm_watch.h: what is watched of what goes on in a runtime, so that who does it sees by one test that nobody wants to know.
//
// Who may touch it: any thread.
#ifndef LM_WATCH_H
#define LM_WATCH_H

#include "process/lm_runtime.h"

enum lm_watch {
  LM_WATCH_MICROSTATES = 1, // how long collections take (lm_measures.h)
  LM_WATCH_NEW = 2,         // new processes are traced (lm_trace.h)
  LM_WATCH_HEAPS = 4,       // long collections, large heaps (lm_observe.h)
  LM_WATCH_LONG_TURNS = 8,
  LM_WATCH_PROFILE = 16,    // processes that begin to run and to wait
  LM_WATCH_TURNS = LM_WATCH_LONG_TURNS | LM_WATCH_PROFILE,
};

// How a process was made: module:name(arguments...), or with LM_NONE as module a fun, which is `arguments` then.
typedef struct lm_spawned {
  lm_term module, name, arguments;
  bool linked;
  bool requested; // by erlang:spawn_request
} lm_spawned;

// Who is called, by the thread that runs p, when something happens that lm_proc.watched wants to know.
typedef struct lm_watcher {
  void (*sent)(lm_proc *p, lm_term to, lm_term message);
  void (*received)(lm_proc *p, lm_term message);
  void (*related)(lm_proc *p, lm_term tag, lm_term what); // link, unlink, getting_linked, getting_unlinked, register, unregister
  void (*spawned)(lm_proc *p, lm_proc *child, const lm_spawned *how); // or because of LM_WATCH_NEW
  void (*ended)(lm_proc *p);                              // it still has its name
  void (*enters)(lm_proc *p);
  void (*leaves)(lm_proc *p);
  void (*collects)(lm_proc *p, bool major, bool begins, size_t needed);
  void (*asked)(lm_proc *p, lm_fragment *question);       // a TRACE signal came
} lm_watcher;

static inline const lm_watcher *lm_watcher_of(lm_proc *p) {
  return atomic_load_explicit(&lm_runtime_of(p)->watcher, memory_order_acquire);
}

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

// Who is called, by the thread that runs p, about what lm_watches.
typedef struct lm_observer {
  void (*collected)(lm_proc *p, int64_t nanoseconds);
  void (*enters)(lm_proc *p);
  void (*leaves)(lm_proc *p, bool waits); // or has ended
} lm_observer;

static inline const lm_observer *lm_observer_of(lm_proc *p) {
  return atomic_load_explicit(&lm_runtime_of(p)->observer, memory_order_acquire);
}

// Around each turn of p, between compiled code and what is saved.
static inline void lm_turn_begins(lm_proc *p) {
  if (p->watched & LM_TRACED_TURNS) lm_watcher_of(p)->enters(p);
  if (lm_watches(lm_runtime_of(p), LM_WATCH_TURNS)) lm_observer_of(p)->enters(p);
}

static inline void lm_turn_ended(lm_proc *p, bool waits) {
  if (p->watched & LM_TRACED_TURNS) lm_watcher_of(p)->leaves(p);
  if (lm_watches(lm_runtime_of(p), LM_WATCH_TURNS)) lm_observer_of(p)->leaves(p, waits);
}

// Around each collection of p, if anything about collections is watched. The first answers when it began.
enum { LM_WATCH_COLLECTIONS = LM_WATCH_MICROSTATES | LM_WATCH_HEAPS };
static inline bool lm_collections_are_watched(lm_proc *p) {
  return (p->watched & LM_TRACED_COLLECTIONS) != 0 || lm_watches(lm_runtime_of(p), LM_WATCH_COLLECTIONS);
}
int64_t lm_collection_begins(lm_proc *p, bool major, size_t needed);
void lm_collection_ended(lm_proc *p, bool major, int64_t began);

#endif
