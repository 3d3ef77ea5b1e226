// When to collect what, and how large the next young block is.
//
// - A heap whose young generation is small and that has no old one is copied whole (LM_COLLECT_SMALL): an idle process is
//   one tight block.
// - Otherwise a minor collection, until the old generation passes old_limit: then a major one, which sets the limit to a
//   multiple of what lived. So the work of major collections stays in proportion to the growth in between.
// - The young block leaves as many words free as there are roots to scan and survivors to copy, and at least `nursery`:
//   so each word allocated pays for a bounded share of the next collection, deep stack or not. The nursery of a process
//   that collects often grows; far, only if much survives; never beyond what stays in the processor's cache.
#include <assert.h>

#include "heap/lm_gc.h"
#include "heap/lm_memory.h"
#include "sched/lm_proc.h"
#include "sched/lm_sched.h"

enum {
  SMALL_YOUNG = 512,         // words
  BUSY_NURSERY = 1024,       // whoever allocates a lot gets this
  LARGEST_NURSERY = 1 << 15, // 256 KiB: two of them, old block and new, stay in a second-level cache
  FIRST_OLD_LIMIT = 1 << 14,
};

void lm_heap_open(lm_proc *p, size_t words) {
  lm_heap *heap = &p->heap;
  *heap = (lm_heap){.old_limit = FIRST_OLD_LIMIT};
  heap->block = lm_pool_take(lm_sched_pool(p->sched), words + LUMEN_STACK_SLACK, &heap->block_size);
  heap->block_end = heap->block + heap->block_size;
  heap->mature = heap->block;
  heap->nursery = words;
  p->abi.hp = heap->block;
  p->abi.sp = heap->block_end;
}

void lm_heap_close(lm_proc *p) {
  lm_heap *heap = &p->heap;
  lm_pool *pool = lm_sched_pool(p->sched);
  lm_off_heap_release(heap->off_heap[LM_YOUNG]);
  lm_off_heap_release(heap->off_heap[LM_OLD]);
  for (lm_fragment *f = heap->fragments; f != NULL;) {
    lm_fragment *next = f->next;
    lm_fragment_free(pool, f);
    f = next;
  }
  for (lm_chunk *k = heap->old; k != NULL;) {
    lm_chunk *older = k->older;
    lm_pool_give(pool, (lm_term *)k, k->size);
    k = older;
  }
  if (heap->block != NULL) lm_pool_give(pool, heap->block, heap->block_size);
  *heap = (lm_heap){0};
}

size_t lm_heap_used(lm_proc *p) {
  const lm_heap *heap = &p->heap;
  lm_term *top = p->abi.hp < p->abi.sp ? p->abi.hp : p->abi.sp;
  return (size_t)(top - heap->block) + (size_t)(heap->block_end - p->abi.sp) + heap->old_words + heap->fragment_words;
}

static size_t at_least(size_t a, size_t b) { return a > b ? a : b; }

static enum lm_collection kind_of(const lm_heap *heap, size_t young, size_t mature) {
  if (heap->old == NULL && young + mature <= SMALL_YOUNG) return LM_COLLECT_SMALL;
  return heap->old_words + mature > heap->old_limit ? LM_COLLECT_MAJOR : LM_COLLECT_MINOR;
}

static void adapt_nursery(lm_heap *heap) {
  size_t limit = heap->survivors > heap->nursery / 4 ? LARGEST_NURSERY : BUSY_NURSERY;
  if (heap->nursery < limit) {
    heap->nursery *= 2;
  } else if (heap->nursery > BUSY_NURSERY && heap->survivors < heap->nursery / 32) {
    heap->nursery -= heap->nursery / 4;
  }
}

static void after_major(lm_heap *heap, size_t old_words_before) {
  // Where little died, the next one waits longer.
  size_t factor = heap->old_words > old_words_before - old_words_before / 4 ? 4 : 2;
  heap->old_limit = at_least(FIRST_OLD_LIMIT, factor * heap->old_words);
}

static void collect(lm_proc *p, bool major, size_t words, size_t live) {
  lm_heap *heap = &p->heap;
  lm_term *top = p->abi.hp < p->abi.sp ? p->abi.hp : p->abi.sp;
  size_t mature = (size_t)(heap->mature - heap->block);
  size_t young = (size_t)(top - heap->mature) + heap->fragment_words;
  size_t stack = (size_t)(heap->block_end - p->abi.sp);
  size_t free = words + LUMEN_STACK_SLACK;
  enum lm_collection kind = major ? LM_COLLECT_MAJOR : kind_of(heap, young, mature);
  // What will survive: unknown. For a small heap the worst case, which costs nothing; else what it was the last time.
  size_t survivors = kind == LM_COLLECT_SMALL || young <= SMALL_YOUNG ? young : heap->survivors;
  if (kind == LM_COLLECT_SMALL) survivors += mature;
  if (survivors > young + mature) survivors = young + mature;
  size_t size = stack + free + survivors;
  size += at_least(heap->nursery, stack + survivors);
  size_t old_words = heap->old_words + mature;
  lm_gc(p, kind, size, free, live);
  if (kind == LM_COLLECT_MAJOR) after_major(heap, old_words);
  adapt_nursery(heap);
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

bool lumen_collect(lm_proc *p, uint64_t words, uint64_t live) {
  collect(p, false, words, live);
  return (p->flags & LM_PROC_EXITING) == 0;
}

void lm_collect_major(lm_proc *p, size_t words, size_t live) { collect(p, true, words, live); }
