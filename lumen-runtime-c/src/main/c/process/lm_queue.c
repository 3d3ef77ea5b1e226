#include "process/lm_queue.h"

#include <assert.h>

#include "memory/lm_memory.h"

// ---- rings ----------------------------------------------------------------------------------------------------------------

// Makes the row of that number, which holds what `from` does from head to tail, the ring's.
static lm_ring_row *move_to(lm_ring *ring, int number, const lm_ring_row *from, uint64_t head, uint64_t tail) {
  assert(number < LM_RING_ROWS);
  lm_ring_row *row = ring->rows[number];
  if (row == NULL) {
    uint64_t slots = (uint64_t)LM_RING_SLOTS << number;
    row = lm_new_zeroed(1, sizeof *row + slots * sizeof row->slots[0]);
    row->mask = slots - 1;
    ring->rows[number] = row;
  }
  for (uint64_t i = head; i != tail; i++) {
    lm_proc *p = atomic_load_explicit(&from->slots[i & from->mask], memory_order_relaxed);
    atomic_store_explicit(&row->slots[i & row->mask], p, memory_order_release);
  }
  atomic_store_explicit(&ring->row, row, memory_order_release);
  return row;
}

static int number_of(const lm_ring_row *row) { return __builtin_ctzll((row->mask + 1) / LM_RING_SLOTS); }

void lm_ring_init(lm_ring *ring) {
  for (int i = 0; i < LM_RING_ROWS; i++) ring->rows[i] = NULL;
  atomic_init(&ring->head, 0);
  atomic_init(&ring->tail, 0);
  move_to(ring, 0, NULL, 0, 0);
}

void lm_ring_destroy(lm_ring *ring) {
  for (int i = 0; i < LM_RING_ROWS; i++) lm_delete(ring->rows[i]);
}

static lm_ring_row *row_of(lm_ring *ring) { return atomic_load_explicit(&ring->row, memory_order_acquire); }

// Release, and acquire below: who sees what was put there for a later index sees that `head` passed the earlier one.
static void set(lm_ring_row *row, uint64_t index, lm_proc *p) {
  atomic_store_explicit(&row->slots[index & row->mask], p, memory_order_release);
}

static lm_proc *get(lm_ring_row *row, uint64_t index) {
  return atomic_load_explicit(&row->slots[index & row->mask], memory_order_acquire);
}

void lm_ring_add(lm_ring *ring, lm_proc *p) {
  uint64_t tail = atomic_load_explicit(&ring->tail, memory_order_relaxed);
  uint64_t head = atomic_load_explicit(&ring->head, memory_order_acquire);
  lm_ring_row *row = atomic_load_explicit(&ring->row, memory_order_relaxed);
  if (tail - head > row->mask) {
    row = move_to(ring, number_of(row) + 1, row, head, tail);
  } else if (tail == head && row->mask >= LM_RING_SLOTS) {
    row = move_to(ring, 0, row, head, tail); // the slots that are in the cache again and again
  }
  set(row, tail, p);
  atomic_store_explicit(&ring->tail, tail + 1, memory_order_release); // thieves see the slot, and the process
}

lm_proc *lm_ring_take(lm_ring *ring) {
  uint64_t head = atomic_load_explicit(&ring->head, memory_order_acquire);
  while (head != atomic_load_explicit(&ring->tail, memory_order_acquire)) {
    lm_proc *p = get(row_of(ring), head);
    if (atomic_compare_exchange_weak_explicit(&ring->head, &head, head + 1, memory_order_acq_rel, memory_order_acquire)) {
      return p;
    }
  }
  return NULL;
}

int64_t lm_ring_oldest(lm_ring *ring) {
  uint64_t head = atomic_load_explicit(&ring->head, memory_order_acquire);
  if (head == atomic_load_explicit(&ring->tail, memory_order_acquire)) return INT64_MAX;
  lm_proc *p = get(row_of(ring), head);
  // It was in the ring after the safe point that is behind us, so its memory stays until the next one.
  if (atomic_load_explicit(&ring->head, memory_order_relaxed) != head) return INT64_MAX;
  return atomic_load_explicit(&p->ready_since, memory_order_relaxed);
}

lm_proc *lm_ring_steal(lm_ring *victim, lm_ring *mine) {
  uint64_t my_tail = atomic_load_explicit(&mine->tail, memory_order_relaxed);
  lm_ring_row *my_row = atomic_load_explicit(&mine->row, memory_order_relaxed);
  uint64_t head = atomic_load_explicit(&victim->head, memory_order_acquire);
  for (;;) {
    uint64_t count = atomic_load_explicit(&victim->tail, memory_order_acquire) - head;
    if (count == 0) return NULL;
    count -= count / 2;
    if (count > LM_STOLEN_MOST) count = LM_STOLEN_MOST;
    lm_ring_row *row = row_of(victim);
    lm_proc *first = get(row, head);
    for (uint64_t i = 1; i < count; i++) set(my_row, my_tail + i - 1, get(row, head + i));
    if (atomic_compare_exchange_strong_explicit(&victim->head, &head, head + count, memory_order_acq_rel,
                                                memory_order_acquire)) {
      atomic_store_explicit(&mine->tail, my_tail + count - 1, memory_order_release);
      return first;
    }
  }
}

// ---- lines ----------------------------------------------------------------------------------------------------------------

void lm_line_init(lm_line *line) {
  lm_mutex_init(&line->lock);
  line->first = line->last = NULL;
  atomic_init(&line->count, 0);
}

void lm_line_add(lm_line *line, lm_proc *p) {
  p->next = NULL;
  lm_mutex_lock(&line->lock);
  if (line->last != NULL) {
    line->last->next = p;
  } else {
    line->first = p;
  }
  line->last = p;
  atomic_store(&line->count, lm_line_count(line) + 1); // in order with the check of a scheduler that goes to sleep
  lm_mutex_unlock(&line->lock);
}

static lm_proc *take_locked(lm_line *line) {
  lm_proc *p = line->first;
  if (p == NULL) return NULL;
  line->first = p->next;
  if (line->first == NULL) line->last = NULL;
  atomic_store_explicit(&line->count, lm_line_count(line) - 1, memory_order_relaxed);
  return p;
}

lm_proc *lm_line_take(lm_line *line) {
  if (lm_line_count(line) == 0) return NULL;
  lm_mutex_lock(&line->lock);
  lm_proc *p = take_locked(line);
  lm_mutex_unlock(&line->lock);
  return p;
}

void lm_line_move(lm_line *line, lm_ring *ring, uint32_t count) {
  lm_mutex_lock(&line->lock);
  for (uint32_t i = 0; i < count; i++) {
    // A process is off the line before it is in the ring: from then on a thief may run it to its end, and its `next` belongs to
    // somebody else.
    lm_proc *p = take_locked(line);
    if (p == NULL) break;
    lm_ring_add(ring, p);
  }
  lm_mutex_unlock(&line->lock);
}
