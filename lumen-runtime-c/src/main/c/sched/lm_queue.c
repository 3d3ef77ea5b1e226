#include "sched/lm_queue.h"

#include <assert.h>

void lm_ring_init(lm_ring *ring) {
  atomic_init(&ring->head, 0);
  atomic_init(&ring->tail, 0);
  for (unsigned i = 0; i < LM_RING_SIZE; i++) atomic_init(&ring->slots[i], NULL);
}

static void set(lm_ring *ring, uint32_t index, lm_proc *p) {
  atomic_store_explicit(&ring->slots[index % LM_RING_SIZE], p, memory_order_relaxed);
}

static lm_proc *get(lm_ring *ring, uint32_t index) {
  return atomic_load_explicit(&ring->slots[index % LM_RING_SIZE], memory_order_relaxed);
}

bool lm_ring_add(lm_ring *ring, lm_proc *p) {
  uint32_t tail = atomic_load_explicit(&ring->tail, memory_order_relaxed);
  uint32_t head = atomic_load_explicit(&ring->head, memory_order_acquire);
  if (tail - head >= LM_RING_SIZE) return false;
  set(ring, tail, p);
  atomic_store_explicit(&ring->tail, tail + 1, memory_order_release); // thieves see the slot, and the process
  return true;
}

lm_proc *lm_ring_take(lm_ring *ring) {
  uint32_t tail = atomic_load_explicit(&ring->tail, memory_order_relaxed);
  uint32_t head = atomic_load_explicit(&ring->head, memory_order_relaxed);
  while (head != tail) {
    lm_proc *p = get(ring, head);
    if (atomic_compare_exchange_weak_explicit(&ring->head, &head, head + 1, memory_order_acq_rel, memory_order_relaxed)) {
      return p;
    }
  }
  return NULL;
}

lm_proc *lm_ring_steal(lm_ring *victim, lm_ring *mine) {
  uint32_t my_tail = atomic_load_explicit(&mine->tail, memory_order_relaxed);
  uint32_t head = atomic_load_explicit(&victim->head, memory_order_acquire);
  for (;;) {
    uint32_t tail = atomic_load_explicit(&victim->tail, memory_order_acquire);
    uint32_t count = tail - head;
    if (count == 0) return NULL;
    if (count > LM_RING_SIZE) { // head and tail were read at different times
      head = atomic_load_explicit(&victim->head, memory_order_acquire);
      continue;
    }
    count -= count / 2;
    lm_proc *first = get(victim, head);
    for (uint32_t i = 1; i < count; i++) set(mine, my_tail + i - 1, get(victim, head + i));
    if (atomic_compare_exchange_strong_explicit(&victim->head, &head, head + count, memory_order_acq_rel,
                                                memory_order_acquire)) {
      atomic_store_explicit(&mine->tail, my_tail + count - 1, memory_order_release);
      return first;
    }
  }
}

void lm_ring_spill(lm_ring *ring, lm_line *line) {
  for (unsigned i = 0; i < LM_RING_SIZE / 2; i++) {
    lm_proc *p = lm_ring_take(ring);
    if (p == NULL) return;
    lm_line_add(line, p);
  }
}

void lm_line_init(lm_line *line) {
  lm_mutex_init(&line->lock);
  line->first = line->last = NULL;
  atomic_init(&line->count, 0);
}

void lm_line_destroy(lm_line *line) { lm_mutex_destroy(&line->lock); }

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

lm_proc *lm_line_take_some(lm_line *line, lm_ring *ring, uint32_t count) {
  if (lm_line_count(line) == 0) return NULL;
  lm_mutex_lock(&line->lock);
  lm_proc *first = take_locked(line);
  // Nobody but the owner of the ring adds to it, so the room that is there stays. And a process is off the line before it is in
  // the ring: from then on a thief may run it to its end, and its `next` belongs to somebody else.
  for (uint32_t i = 1; first != NULL && i < count && lm_ring_count(ring) < LM_RING_SIZE; i++) {
    lm_proc *p = take_locked(line);
    if (p == NULL) break;
    bool added = lm_ring_add(ring, p);
    assert(added);
    (void)added;
  }
  lm_mutex_unlock(&line->lock);
  return first;
}
