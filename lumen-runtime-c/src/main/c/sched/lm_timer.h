// lm_timer.h: the timers of one scheduler: a hierarchical timing wheel.
//
// A timer is a fragment with an lm_timer at the start of its words. When it is due the fragment itself is sent as a signal:
// LM_SIGNAL_TIMEOUT to a process in receive, or the message that follows the lm_timer in it (send_after). So a timer that
// fires allocates nothing.
//
//   tick: 2^15 ns = 33 us. Level 0: one slot per tick, 256 of them; level n: 256 slots of 256^n ticks each. When the clock
//   comes to a slot of level n > 0, its timers move to lower levels. Timers never fire early.
//
// Who may touch it: any thread, under the lock, which each function takes. Only the owner's thread adds and advances.
#ifndef LM_TIMER_H
#define LM_TIMER_H

#include "heap/lm_heap.h"
#include "lumen.h"
#include "memory/lm_table.h"
#include "platform/lm_platform.h"

enum { LM_WHEEL_LEVELS = 4, LM_WHEEL_SLOTS = 256, LM_TICK_SHIFT = 15 };

typedef struct lm_timer {
  lm_fragment **link;   // what points to this fragment while it is armed; NULL once it fired
  uint64_t due_tick;
  int64_t due;          // monotonic, nanoseconds
  lm_term to;           // pid, or atom: whoever is registered when it fires
  uint64_t unique;      // of the reference that names it; 0: of a receive
  uint32_t sched;       // whose wheel
  uint32_t slot;        // level * LM_WHEEL_SLOTS + slot
} lm_timer;
enum { LM_TIMER_WORDS = (sizeof(lm_timer) + sizeof(lm_term) - 1) / sizeof(lm_term) };

static inline lm_timer *lm_timer_of(lm_fragment *f) { return (lm_timer *)f->words; }

typedef struct lm_timers {
  lm_mutex lock;
  uint64_t tick;        // everything due up to here has fired
  _Atomic uint64_t count;
  uint64_t occupied[LM_WHEEL_LEVELS][LM_WHEEL_SLOTS / 64];
  lm_fragment *slots[LM_WHEEL_LEVELS][LM_WHEEL_SLOTS];
  lm_table by_unique;   // unique -> fragment
} lm_timers;

lm_timers *lm_timers_new(void);
void lm_timers_free(lm_sched *sched);

// Arms a timer in a fragment with LM_TIMER_WORDS words in front: fires at `due` (monotonic nanoseconds).
void lm_timer_start(lm_sched *sched, lm_fragment *fragment, lm_term to, int64_t due, uint64_t unique);

// Stops a timer that only the caller knows (of a receive): true: it will not fire, the fragment is the caller's.
// False: it has fired; it is or will be in the inbox.
bool lm_timer_stop(lumen_runtime *rt, lm_fragment *fragment);

// By reference. Answers the nanoseconds that were left (0: due), or -1: there is no such timer. `stop`: also stops and frees it.
int64_t lm_timer_find(lm_sched *caller, uint32_t sched, uint64_t unique, bool stop);

// Fires what is due at `now`. Owner.
void lm_timers_advance(lm_sched *sched, int64_t now);

// When to look again, monotonic nanoseconds; LM_FOREVER: there are no timers. Owner.
int64_t lm_timers_next(lm_sched *sched);

#endif
