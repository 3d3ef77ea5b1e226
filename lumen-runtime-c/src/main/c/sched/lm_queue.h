// lm_queue.h: the processes that can run.
//
// lm_ring: the run queue of one scheduler, first in, first out. Its owner adds; owner and thieves take from the same end.
// lm_line: any number of processes under a lock: what overflows a ring, what threads without a ring add, and the
// processes of other than normal priority.
//
//   ring:  head (taken next) ... tail (added next), both only grow; a slot is index % LM_RING_SIZE
#ifndef LM_QUEUE_H
#define LM_QUEUE_H

#include <stdatomic.h>

#include "platform/lm_platform.h"
#include "sched/lm_proc.h"

enum { LM_RING_SIZE = 256 };

typedef struct lm_ring {
  _Alignas(64) _Atomic uint32_t head; // any thread, by compare and swap
  _Alignas(64) _Atomic uint32_t tail; // written by the owner only
  _Atomic(lm_proc *) slots[LM_RING_SIZE];
} lm_ring;

typedef struct lm_line {
  lm_mutex lock;
  lm_proc *first;
  lm_proc *last;
  _Atomic uint32_t count; // written with the lock held
} lm_line;

void lm_ring_init(lm_ring *ring);
static inline uint32_t lm_ring_count(lm_ring *ring) {
  return atomic_load_explicit(&ring->tail, memory_order_relaxed) - atomic_load_explicit(&ring->head, memory_order_relaxed);
}
bool lm_ring_add(lm_ring *ring, lm_proc *p); // owner; false: full
lm_proc *lm_ring_take(lm_ring *ring);        // owner; NULL: empty
// Takes half of what `victim` has: all but one go to `mine` (which is empty), that one is the answer. NULL: nothing there.
lm_proc *lm_ring_steal(lm_ring *victim, lm_ring *mine);
// Moves half of a full ring to the line. Owner.
void lm_ring_spill(lm_ring *ring, lm_line *line);

void lm_line_init(lm_line *line);
void lm_line_destroy(lm_line *line);
static inline uint32_t lm_line_count(lm_line *line) { return atomic_load_explicit(&line->count, memory_order_relaxed); }
void lm_line_add(lm_line *line, lm_proc *p);
lm_proc *lm_line_take(lm_line *line);
// Takes up to `count`: all but the first go to the ring, the first is the answer.
lm_proc *lm_line_take_some(lm_line *line, lm_ring *ring, uint32_t count);

#endif
