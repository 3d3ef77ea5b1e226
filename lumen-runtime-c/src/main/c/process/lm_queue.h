// lm_queue.h: the processes that can run.
//
// lm_ring: the run queue of one scheduler, first in, first out, as long as it has to be. Its owner adds; owner and thieves take
// from the same end: who has waited longest runs first, here or elsewhere.
// lm_line: a queue under a lock: what threads without a ring add, and the processes of other than normal priority.
//
//   ring:  head (taken next) ... tail (added next), both only grow; a slot is index % the number of slots
//
// A ring that is full moves to a row of slots twice as long, and back to the shortest once it is empty. The rows that it leaves stay
// where they are until the ring is destroyed, for a thief may still look into one. What the thief finds there counts only if `head`
// still is what it was before:
//   - a slot of index i is written once for each row: before `tail` passes i, or when the ring moves to that row and head <= i. It is
//     written anew, for an index that is greater by a number of rows' lengths, only after `head` passed i;
//   - so who reads head = i, then tail > i, then the row, then the slot, has read the process of index i, unless `head` passed i
//     meanwhile. The row is the one that was the ring's when `tail` passed i, or one that it moved to later.
#ifndef LM_QUEUE_H
#define LM_QUEUE_H

#include <stdatomic.h>

#include "platform/lm_platform.h"
#include "process/lm_proc.h"

enum {
  LM_RING_SLOTS = 256, // of the shortest row
  LM_RING_ROWS = 21,   // the longest has a slot for each process that there may be
  LM_STOLEN_MOST = LM_RING_SLOTS / 2,
};

typedef struct lm_ring_row {
  uint64_t mask; // slots - 1
  _Atomic(lm_proc *) slots[];
} lm_ring_row;

typedef struct lm_ring {
  _Alignas(64) _Atomic uint64_t head; // any thread, by compare and swap
  _Alignas(64) _Atomic uint64_t tail; // this and the rest: written by the owner only
  _Atomic(lm_ring_row *) row;         // one of rows
  lm_ring_row *rows[LM_RING_ROWS];    // NULL: was not needed yet
} lm_ring;

typedef struct lm_line {
  lm_mutex lock;
  lm_proc *first;
  lm_proc *last;
  _Atomic uint32_t count; // written with the lock held
} lm_line;

void lm_ring_init(lm_ring *ring);
void lm_ring_destroy(lm_ring *ring);
static inline uint32_t lm_ring_count(lm_ring *ring) {
  uint64_t head = atomic_load_explicit(&ring->head, memory_order_acquire); // first: so it is not past the tail
  return (uint32_t)(atomic_load_explicit(&ring->tail, memory_order_relaxed) - head);
}
void lm_ring_add(lm_ring *ring, lm_proc *p); // owner
lm_proc *lm_ring_take(lm_ring *ring);        // any thread; NULL: empty
// Since when (lm_proc.ready_since) the process waits that is taken next; INT64_MAX: none is there, or it was taken meanwhile. The
// thread of a scheduler between two safe points (lm_epoch.h), since it looks at a process that may end.
int64_t lm_ring_oldest(lm_ring *ring);
// Takes half of what `victim` has, LM_STOLEN_MOST at most: all but one go to `mine` (which is empty), that one is the answer. NULL:
// nothing there.
lm_proc *lm_ring_steal(lm_ring *victim, lm_ring *mine);

void lm_line_init(lm_line *line);
static inline uint32_t lm_line_count(lm_line *line) { return atomic_load_explicit(&line->count, memory_order_relaxed); }
void lm_line_add(lm_line *line, lm_proc *p);
lm_proc *lm_line_take(lm_line *line);
// Moves up to `count` to the end of the ring. Its owner.
void lm_line_move(lm_line *line, lm_ring *ring, uint32_t count);

#endif
