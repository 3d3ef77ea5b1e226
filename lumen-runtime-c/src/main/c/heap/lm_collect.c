// When to collect what, and how large the young block is.
//
// - A small heap is copied whole (LM_COLLECT_SMALL): an idle process is one tight block.
// - Otherwise a minor collection, until the old generation passes old_limit: then a major one, which sets the limit to a
//   multiple of what lived. So the work of major collections stays in proportion to the growth in between.
// - The young block stays where it is while its size will do: its words are in the processor's cache, those of a fresh
//   one are not, and the first touch of a page costs more than filling it.
// - It leaves as many words free as there are roots to scan, and at least `nursery`: so each word allocated pays for a
//   bounded share of the next collection, deep stack or not. So does each byte outside of the heap: there may be as many as there are
//   roots, old ones aside, and at least FIRST_OFF_HEAP_LIMIT. The nursery of a process that collects often grows; far, only if
//   much survives, and a little if it fills many in one slice, which few processes can do at a time; never beyond
//   what stays in the processor's cache.
#include <assert.h>

#include "heap/lm_gc.h"
#include "heap/lm_roots.h"
#include "lumen_atoms.h"
#include "memory/lm_memory.h"
#include "process/lm_proc.h"
#include "process/lm_scheduler.h"
#include "process/lm_watch.h"

enum {
  SMALL_HEAP = 512,          // words
  BUSY_NURSERY = 1024,       // whoever allocates a lot gets this
  FAST_NURSERY = 1 << 13,    // whoever fills that in a fraction of a time slice
  FAST_WORDS = 8 * BUSY_NURSERY, // in one slice
  LARGEST_NURSERY = (1 << 16) - 1024, // with a small stack a block of 512 KiB: half a second-level cache
  FIRST_OFF_HEAP_LIMIT = 1 << 20, // bytes
};

void lm_heap_open(lm_proc *p, size_t words) {
  lm_heap *heap = &p->heap;
  *heap = (lm_heap){.off_heap_limit = {FIRST_OFF_HEAP_LIMIT, FIRST_OFF_HEAP_LIMIT}};
  heap->block = lm_pool_take(lm_sched_pool(p->sched), words + LUMEN_STACK_SLACK, &heap->block_size);
  heap->block_end = heap->block + heap->block_size;
  heap->nursery = words;
  p->abi.hp = heap->block;
  p->abi.sp = heap->block_end;
}

// Off-heap objects first, for they lie in what follows.
bool lm_heap_close_some(lm_proc *p, int64_t *left) {
  enum { WORDS_AS_ONE = 256, BYTES_AS_ONE = 1 << 14 };
  lm_heap *heap = &p->heap;
  lm_pool *pool = lm_sched_pool(p->sched);
  for (int generation = LM_YOUNG; generation <= LM_OLD; generation++) {
    for (lm_term *object; (object = heap->off_heap[generation]) != NULL;) {
      if (*left <= 0) return false;
      *left -= 1 + (int64_t)(((const lm_refc *)(uintptr_t)object[2])->size / BYTES_AS_ONE);
      heap->off_heap[generation] = (lm_term *)(uintptr_t)object[3];
      object[3] = 0;
      lm_off_heap_release(object);
    }
  }
  for (lm_fragment *f; (f = heap->fragments) != NULL;) {
    if (*left <= 0) return false;
    *left -= 1 + (int64_t)(f->size / WORDS_AS_ONE);
    heap->fragments = f->next;
    lm_fragment_free(pool, f);
  }
  for (lm_chunk *k; (k = heap->old) != NULL;) {
    if (*left <= 0) return false;
    *left -= 1 + (int64_t)(k->size / WORDS_AS_ONE);
    heap->old = k->older;
    lm_pool_give(pool, (lm_term *)k, k->size);
  }
  return true;
}

void lm_heap_close(lm_proc *p) {
  int64_t all = INT64_MAX;
  lm_heap_close_some(p, &all);
  if (p->heap.block != NULL) lm_pool_give(lm_sched_pool(p->sched), p->heap.block, p->heap.block_size);
  p->heap = (lm_heap){0};
}

size_t lm_heap_used(lm_proc *p) {
  const lm_heap *heap = &p->heap;
  lm_term *top = p->abi.hp < p->abi.sp ? p->abi.hp : p->abi.sp;
  return (size_t)(top - heap->block) + (size_t)(heap->block_end - p->abi.sp) + heap->old_words + heap->fragment_words;
}

// Of a message that a receive looks at: it becomes part of the heap by a collection.
static size_t peeked_words(lm_proc *p) {
  const lm_fragment *peeked = lm_mailbox_peeked(p);
  return peeked == NULL ? 0 : peeked->used;
}

static size_t at_least(size_t a, size_t b) { return a > b ? a : b; }

bool lm_heap_is_large(lm_proc *p) {
  enum { LARGE_HEAP = 1 << 15, LARGE_OFF_HEAP = 4 << 20 }; // words; bytes, which are given back
  const lm_heap *heap = &p->heap;
  return heap->block_size + heap->old_words + heap->fragment_words + peeked_words(p) > (LM_STRESS ? 0 : LARGE_HEAP) ||
         heap->off_heap_bytes[LM_YOUNG] + heap->off_heap_bytes[LM_OLD] > LARGE_OFF_HEAP;
}

static enum lm_collection kind_of(const lm_heap *heap, size_t young, size_t stack) {
  if (young + heap->old_words <= SMALL_HEAP && stack <= SMALL_HEAP) return LM_COLLECT_SMALL;
  bool full = heap->old_words > heap->old_limit || heap->off_heap_bytes[LM_OLD] > heap->off_heap_limit[LM_OLD];
  return full ? LM_COLLECT_MAJOR : LM_COLLECT_MINOR;
}

// Between these bounds on what survives, a collection costs little and the cache is not spent on garbage.
static void adapt_nursery(lm_heap *heap, size_t young) {
  size_t enough = heap->filled < FAST_WORDS ? BUSY_NURSERY : FAST_NURSERY;
  size_t limit = heap->survivors > young / 8 ? LARGEST_NURSERY : enough;
  if (heap->nursery < limit) {
    heap->nursery = 2 * heap->nursery < limit ? 2 * heap->nursery : limit;
  } else if (heap->nursery > enough && heap->survivors < young / 32) {
    heap->nursery -= heap->nursery / 4;
  }
}

static void after_major(lm_heap *heap, size_t before) {
  // Where little died, the next one waits longer.
  size_t factor = heap->old_words > before - before / 4 ? 4 : 2;
  heap->old_limit = at_least(heap->nursery, factor * heap->old_words);
  heap->off_heap_limit[LM_OLD] = at_least(FIRST_OFF_HEAP_LIMIT, 2 * heap->off_heap_bytes[LM_OLD]);
}

static bool block_will_do(const lm_heap *heap, size_t size) {
  // A fresh one each time, so that whoever still points to the old one is noticed.
  if (LM_DEBUG || LM_STRESS) return false;
  return heap->block_size >= size && heap->block_size <= 4 * size;
}

static void collect_unwatched(lm_proc *p, bool major, size_t words, size_t live) {
  lm_heap *heap = &p->heap;
  lm_term *top = p->abi.hp < p->abi.sp ? p->abi.hp : p->abi.sp;
  size_t young = (size_t)(top - heap->block) + heap->fragment_words + peeked_words(p);
  size_t stack = (size_t)(heap->block_end - p->abi.sp);
  size_t used = young + heap->old_words;
  heap->filled += (size_t)(top - heap->block);
  size_t free = words + LUMEN_STACK_SLACK;
  enum lm_collection kind = kind_of(heap, young, stack);
  if (major && kind == LM_COLLECT_MINOR) kind = LM_COLLECT_MAJOR;
  if (kind != LM_COLLECT_SMALL) {
    // What lives may be all of it. A process that has no room for that ends, and no other.
    if (!lm_pool_has(lm_sched_pool(p->sched), kind == LM_COLLECT_MAJOR ? used : young)) {
      lm_proc_doom(p, LM_ATOM_SYSTEM_LIMIT);
      return;
    }
    lm_gc(p, kind, 0, live);
    if (kind == LM_COLLECT_MAJOR) {
      after_major(heap, used);
      if (heap->old_words + stack <= SMALL_HEAP) {
        used = heap->old_words;
        kind = LM_COLLECT_SMALL;
      }
    }
  }
  if (!major) {
    adapt_nursery(heap, young);
  } else if (heap->nursery > BUSY_NURSERY) {
    heap->nursery = BUSY_NURSERY; // who asks for a collection wants the memory
  }
  heap->off_heap_limit[LM_YOUNG] = at_least(FIRST_OFF_HEAP_LIMIT, stack * sizeof(lm_term));
  size_t size = stack + free + at_least(heap->nursery, stack);
  if (kind == LM_COLLECT_SMALL) {
    lm_gc(p, kind, size + used, live);
  } else if (!block_will_do(heap, size) && !lm_move_stack(p, size) && !lm_move_stack(p, stack + free)) {
    lm_proc_doom(p, LM_ATOM_SYSTEM_LIMIT);
    return;
  }
#if LM_STRESS
  // The next heap check shall fail: leave exactly what was asked for, by moving the stack down.
  lm_term *sp = p->abi.hp + free;
  for (size_t i = 0; i < stack; i++) sp[i] = p->abi.sp[i];
  p->abi.sp = sp;
  heap->block_end = sp + stack;
#endif
  assert(LM_DEBUG < 2 || lm_heap_is_valid(p));
  assert((size_t)(p->abi.sp - p->abi.hp) >= free);
}

void lm_collect(lm_proc *p, bool major, size_t words, size_t live) {
  if (!lm_collections_are_watched(p)) {
    collect_unwatched(p, major, words, live);
    return;
  }
  int64_t began = lm_collection_begins(p, major, words);
  collect_unwatched(p, major, words, live);
  lm_collection_ended(p, major, began);
}
