// Allocation for one process: the bump pointer, its overflow into fragments, and the objects that everyone builds.
#include <assert.h>
#include <string.h>

#include "heap/lm_copy.h"
#include "heap/lm_heap.h"
#include "process/lm_proc.h"
#include "process/lm_scheduler.h"
#include "work/lm_work.h"

enum { FIRST_OVERFLOW_WORDS = 32 };

static bool has_room(const lm_fragment *fragment, size_t words) {
  return fragment != NULL && fragment->kind == LM_FRAGMENT_OPEN && lm_fragment_room(fragment) >= words;
}

static lm_fragment *open_fragment(lm_heap *heap, lm_fragment *fragment) {
  fragment->kind = LM_FRAGMENT_OPEN;
  fragment->next = heap->fragments;
  return heap->fragments = fragment;
}

bool lm_alloc_prepare(lm_proc *p, size_t words) {
  enum { ORDINARY_WORDS = 1 << 20 };
  lm_heap *heap = &p->heap;
  if (words <= ORDINARY_WORDS || has_room(heap->fragments, words)) return true;
  lm_fragment *fragment = lm_fragment_try_new(lm_sched_pool(p->sched), words);
  if (fragment != NULL) open_fragment(heap, fragment);
  return fragment != NULL;
}

lm_term *lm_alloc_apart(lm_proc *p, size_t words) {
  lm_heap *heap = &p->heap;
  lm_fragment *fragment = heap->fragments;
  if (!has_room(fragment, words)) {
    // Each is as large as all before it together, so a primitive that builds a long list takes few.
    size_t size = heap->fragment_words > FIRST_OVERFLOW_WORDS ? heap->fragment_words : FIRST_OVERFLOW_WORDS;
    fragment = open_fragment(heap, lm_fragment_new(lm_sched_pool(p->sched), words > size ? words : size));
  }
  lm_term *object = fragment->words + fragment->used;
  fragment->used += words;
  heap->fragment_words += words;
  heap->filled += words;
  return object;
}

lm_term *lm_alloc_beyond(lm_proc *p, size_t words) {
  lm_heap_ask_collection(p);
  return lm_alloc_apart(p, words);
}

void lm_alloc_trim(lm_proc *p, lm_term *start, size_t words, lm_term *end) {
  lm_heap *heap = &p->heap;
  lm_fragment *open = heap->fragments;
  size_t rest = (size_t)(start + words - end);
  if (p->abi.hp == start + words) {
    p->abi.hp = end;
  } else if (open != NULL && open->words + open->used == start + words) {
    open->used -= rest;
    heap->fragment_words -= rest;
  } else {
    for (lm_term *w = end; w < start + words; w++) *w = LM_NONE;
  }
}

void lm_heap_adopt(lm_proc *p, lm_fragment *fragment) {
  lm_heap *heap = &p->heap;
  // Behind the open one, if there is one, so that it goes on being filled.
  lm_fragment **place = &heap->fragments;
  if (*place != NULL && (*place)->kind == LM_FRAGMENT_OPEN) place = &(*place)->next;
  fragment->kind = LM_FRAGMENT_PLAIN;
  fragment->next = *place;
  *place = fragment;
  heap->fragment_words += fragment->used;
  heap->off_heap_bytes[LM_YOUNG] += lm_off_heap_bytes(fragment->off_heap, NULL);
  if (heap->fragment_words > (size_t)(heap->block_end - heap->block) ||
      heap->off_heap_bytes[LM_YOUNG] > heap->off_heap_limit[LM_YOUNG]) {
    p->flags |= LM_PROC_PILED_UP;
  }
}

size_t lm_off_heap_bytes(const lm_term *first, const lm_term *end) {
  size_t bytes = 0;
  for (const lm_term *object = first; object != end; object = (const lm_term *)(uintptr_t)object[3]) {
    bytes += ((const lm_refc *)(uintptr_t)object[2])->size;
  }
  return bytes;
}

void lm_heap_count_copied(lm_proc *p, const lm_term *before) {
  lm_heap *heap = &p->heap;
  heap->off_heap_bytes[LM_YOUNG] += lm_off_heap_bytes(heap->off_heap[LM_YOUNG], before);
  if (heap->off_heap_bytes[LM_YOUNG] <= heap->off_heap_limit[LM_YOUNG]) return;
  if (p->sched->worker.current == p) {
    lm_heap_ask_collection(p);
  } else {
    p->flags |= LM_PROC_PILED_UP; // being made, by somebody who may need the room that it has
  }
}

void lm_heap_link_off_heap(lm_proc *p, lm_term *object, size_t bytes) {
  lm_heap *heap = &p->heap;
  object[3] = (lm_term)(uintptr_t)heap->off_heap[LM_YOUNG];
  heap->off_heap[LM_YOUNG] = object;
  heap->off_heap_bytes[LM_YOUNG] += bytes;
  if (heap->off_heap_bytes[LM_YOUNG] > heap->off_heap_limit[LM_YOUNG]) lm_heap_ask_collection(p);
}

lm_term lm_refcbits(lm_proc *p, uint64_t bits, lm_refc *refc) {
  lm_term *object = lm_alloc(p, 4);
  object[0] = LM_HEADER(LM_KIND_REFCBITS, 0, 3);
  object[1] = bits;
  object[2] = (lm_term)(uintptr_t)refc;
  lm_heap_link_off_heap(p, object, refc->size);
  return lm_boxed_at(object);
}

// ---- common objects ---------------------------------------------------------------------------------------------

lm_term lm_cons(lm_proc *p, lm_term head, lm_term tail) {
  lm_term *cell = lm_alloc(p, 2);
  cell[0] = head;
  cell[1] = tail;
  return lm_cons_at(cell);
}

static lm_term tuple(lm_proc *p, size_t size, const lm_term *elements) {
  lm_term *object = lm_alloc(p, size + 1);
  object[0] = LM_HEADER(LM_KIND_TUPLE, 0, size);
  memcpy(object + 1, elements, size * sizeof(lm_term));
  return lm_boxed_at(object);
}

lm_term lm_tuple2(lm_proc *p, lm_term a, lm_term b) { return tuple(p, 2, (lm_term[]){a, b}); }
lm_term lm_tuple3(lm_proc *p, lm_term a, lm_term b, lm_term c) { return tuple(p, 3, (lm_term[]){a, b, c}); }
lm_term lm_tuple4(lm_proc *p, lm_term a, lm_term b, lm_term c, lm_term d) {
  return tuple(p, 4, (lm_term[]){a, b, c, d});
}
lm_term lm_tuple5(lm_proc *p, lm_term a, lm_term b, lm_term c, lm_term d, lm_term e) {
  return tuple(p, 5, (lm_term[]){a, b, c, d, e});
}

static lm_term one_limb(lm_proc *p, uint64_t magnitude, bool negative) {
  lm_term *object = lm_alloc(p, 2);
  object[0] = LM_HEADER(LM_KIND_BIGNUM, negative, 1);
  object[1] = magnitude;
  return lm_boxed_at(object);
}

lm_term lm_integer(lm_proc *p, int64_t n) {
  if (lm_fits_small(n)) return lm_small(n);
  return one_limb(p, n < 0 ? -(uint64_t)n : (uint64_t)n, n < 0);
}

lm_term lm_unsigned(lm_proc *p, uint64_t n) {
  return n <= (uint64_t)LM_SMALL_MAX ? lm_small((int64_t)n) : one_limb(p, n, false);
}

lm_term lm_float(lm_proc *p, double d) {
  uint64_t bits;
  memcpy(&bits, &d, sizeof bits);
  lm_term t = lm_self_float_encode(bits);
  if (lm_is_self_float(t)) return t;
  lm_term *object = lm_alloc(p, 2);
  object[0] = LM_HEADER(LM_KIND_FLOAT, 0, 1);
  object[1] = bits;
  return lm_boxed_at(object);
}

lm_term lm_string(lm_proc *p, const char *bytes, size_t length, lm_term tail) {
  enum { CELLS_OF_A_REDUCTION = 4 };
  if (length == 0) return tail;
  uint64_t unpaid = 0;
  lm_term *cells = lm_alloc(p, 2 * length);
  for (size_t i = 0; i < length; i++) {
    cells[2 * i] = lm_small((uint8_t)bytes[i]);
    cells[2 * i + 1] = i + 1 < length ? lm_cons_at(cells + 2 * i + 2) : tail;
    lm_steps(&unpaid, 1, CELLS_OF_A_REDUCTION);
  }
  return lm_cons_at(cells);
}
