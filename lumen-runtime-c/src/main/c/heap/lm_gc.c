// The collector: copying, generational, exact. lm_heap.h says what goes where; here is how.
//
// An object is copied once, when the first pointer to it is met, and leaves a forwarding word behind: a cons LM_NONE in its
// head and the new term in its tail, a boxed object the new term in place of its header. Then the copies are scanned in
// order (Cheney) and whatever they point to is copied too, until the scan catches up. Nothing recurses.
//
// A collection of much takes long, and touches nothing but what belongs to the process: so after each chunk it lets others have
// their turns (lm_yield), and what follows may happen on another thread.
//
// All that lives goes to one place: a fresh young block when the heap is small, the old generation otherwise. Only what lies
// in the space being collected is copied ("from-space", a positive test): the young block, fragments, and unless the
// collection is minor the old chunks. Everything else, constants above all, is left alone and never looked at.
#include "heap/lm_gc.h"

#include <assert.h>
#include <string.h>

#include "heap/lm_roots.h"
#include "memory/lm_memory.h"
#include "process/lm_runtime.h"
#include "work/lm_work.h"

typedef struct range { // of from-space
  uintptr_t start;
  uintptr_t bytes;
} range;

enum {
  LOCAL_RANGES = 32,
  MANY_ROOTS = 1 << 16,  // what is done without a pause
  MANY_WORDS = 1 << 17,
};

typedef struct collector {
  // from-space
  range block;
  range all;         // from the lowest of `ranges` to the highest
  range hot;         // the one that held an address last: neighbours are copied together
  range *ranges;     // all but the block; sorted by address once the first is searched, for often none is
  size_t range_count;
  bool sorted;
  // to-space
  lm_term *top;      // next free word
  lm_term *limit;
  lm_chunk *chunk;   // that top points into; NULL: the young block
  size_t copied;     // words in chunks that were left
  lm_term *entered;  // where top stood when copying into `chunk` began
  lm_proc *p;
} collector;

// Of the thread that this runs on now.
static lm_pool *pool_of(const collector *c) { return lm_sched_pool(c->p->sched); }

static void pause(collector *c) { lm_yield(c->p); }

// ---- from-space -----------------------------------------------------------------------------------------------------

static inline bool is_in(range r, uintptr_t address) { return address - r.start < r.bytes; }

// Shell's sort, with Ciura's gaps. Fragments come from the pool in any order, seldom more than a hundred at a time.
static void sort_ranges(range *ranges, size_t count) {
  static const size_t gaps[] = {701, 301, 132, 57, 23, 10, 4, 1};
  for (size_t g = 0; g < sizeof gaps / sizeof *gaps; g++) {
    for (size_t i = gaps[g]; i < count; i++) {
      range r = ranges[i];
      size_t place = i;
      for (; place >= gaps[g] && ranges[place - gaps[g]].start > r.start; place -= gaps[g]) {
        ranges[place] = ranges[place - gaps[g]];
      }
      ranges[place] = r;
    }
  }
}

static bool search_ranges(collector *c, uintptr_t address) {
  if (!c->sorted) sort_ranges(c->ranges, c->range_count);
  c->sorted = true;
  size_t low = 0, high = c->range_count; // the range that holds address, if any, is one of [low, high)
  while (high - low > 1) {
    size_t middle = (low + high) / 2;
    if (address < c->ranges[middle].start) {
      high = middle;
    } else {
      low = middle;
    }
  }
  if (!is_in(c->ranges[low], address)) return false;
  c->hot = c->ranges[low];
  return true;
}

// `block` and `all` are those of c, in registers while much is copied.
static inline bool is_moving(collector *c, range block, range all, const lm_term *object) {
  uintptr_t address = (uintptr_t)object;
  if (is_in(block, address)) return true;
  if (!is_in(all, address)) return false;
  return is_in(c->hot, address) || search_ranges(c, address);
}

static void add_range(collector *c, const lm_term *words, size_t count) {
  if (count > 0) c->ranges[c->range_count++] = (range){(uintptr_t)words, count * sizeof(lm_term)};
}

static size_t count_ranges(const lm_heap *heap) {
  size_t count = 1; // a message that was looked at
  for (lm_fragment *f = heap->fragments; f != NULL; f = f->next) count++;
  for (lm_chunk *k = heap->old; k != NULL; k = k->older) count++;
  return count;
}

static void collect_ranges(collector *c, lm_heap *heap, const lm_fragment *peeked, bool with_old) {
  for (lm_fragment *f = heap->fragments; f != NULL; f = f->next) add_range(c, f->words, f->used);
  if (peeked != NULL) add_range(c, peeked->words, peeked->used);
  for (lm_chunk *k = with_old ? heap->old : NULL; k != NULL; k = k->older) {
    add_range(c, k->words, (size_t)(k->top - k->words));
  }
  if (c->range_count == 0) return;
  uintptr_t start = UINTPTR_MAX, end = 0;
  for (const range *r = c->ranges; r < c->ranges + c->range_count; r++) {
    if (r->start < start) start = r->start;
    if (r->start + r->bytes > end) end = r->start + r->bytes;
  }
  c->all = (range){start, end - start};
}

// ---- to-space -------------------------------------------------------------------------------------------------------

lm_chunk *lm_chunk_new(lm_pool *pool, size_t words, lm_chunk *older) {
  enum { HEADER = sizeof(lm_chunk) / sizeof(lm_term) };
  _Static_assert(sizeof(lm_chunk) % sizeof(lm_term) == 0, "terms follow the header of a chunk directly");
  size_t size;
  lm_chunk *chunk = (lm_chunk *)lm_pool_take(pool, HEADER + words, &size);
  *chunk = (lm_chunk){.older = older, .newer = NULL, .size = size};
  chunk->top = chunk->words;
  chunk->limit = (lm_term *)chunk + size;
  if (older != NULL) older->newer = chunk;
  return chunk;
}

// Goes on in `chunk`.
static void enter(collector *c, lm_chunk *chunk) {
  c->chunk = chunk;
  c->top = c->entered = chunk->top;
  c->limit = chunk->limit;
}

static void leave(collector *c) {
  if (c->chunk != NULL) c->chunk->top = c->top;
  c->copied += (size_t)(c->top - c->entered);
}

// A chunk for at least `words`: the more there is, the larger, but never so large that it would not be recycled.
static void enter_new(collector *c, size_t words) {
  enum { SMALLEST = 1000, LARGEST = (1 << 17) - sizeof(lm_chunk) / sizeof(lm_term) };
  size_t room = c->copied > c->p->heap.old_words ? c->copied : c->p->heap.old_words;
  if (room < SMALLEST) room = SMALLEST;
  if (room > LARGEST) room = LARGEST;
  enter(c, lm_chunk_new(pool_of(c), room < words ? words : room, c->chunk));
}

static lm_term *more(collector *c, size_t words) {
  assert(c->chunk != NULL);
  leave(c);
  pause(c);
  enter_new(c, words);
  lm_term *object = c->top;
  c->top = object + words;
  return object;
}

static inline lm_term *take(collector *c, size_t words) {
  lm_term *object = c->top;
  if ((size_t)(c->limit - object) < words) return more(c, words);
  c->top = object + words;
  return object;
}

// ---- copying --------------------------------------------------------------------------------------------------------

// Copies a cons and on along the tails, so that a list comes to lie in one piece.
static lm_term copy_list(collector *c, lm_term *cell) {
  const range block = c->block, all = c->all;
  lm_term *copy = take(c, 2);
  lm_term result = lm_cons_at(copy);
  lm_term *top = c->top, *limit = c->limit;
  for (;;) {
    lm_term tail = cell[1];
    copy[0] = cell[0];
    copy[1] = tail;
    cell[0] = LM_NONE;
    cell[1] = lm_cons_at(copy);
    if (!lm_is_cons(tail)) break;
    cell = lm_pointer(tail);
    if (!is_moving(c, block, all, cell)) break;
    if (cell[0] == LM_NONE) {
      copy[1] = cell[1];
      break;
    }
    lm_term *place = top;
    if (limit - top >= 2) {
      top += 2;
    } else {
      c->top = top;
      place = more(c, 2);
      top = c->top, limit = c->limit;
    }
    copy[1] = lm_cons_at(place);
    copy = place;
  }
  c->top = top;
  return result;
}

static lm_term copy_boxed(collector *c, lm_term *object) {
  size_t words = 1 + lm_header_words(object[0]);
  lm_term *copy = take(c, words);
  // Most objects are small: a call to memcpy would cost more than the copy.
  if (words <= 8) {
    for (size_t i = 0; i < words; i++) copy[i] = object[i];
  } else {
    lm_copy_bytes(copy, object, words * sizeof(lm_term));
  }
  object[0] = lm_boxed_at(copy);
  return object[0];
}

// `t` points to from-space: where to now.
static inline lm_term moved(collector *c, lm_term t) {
  lm_term *object = lm_pointer(t);
  if (lm_is_cons(t)) return object[0] == LM_NONE ? object[1] : copy_list(c, object);
  return (object[0] & LM_TAG_MASK) != LM_TAG_HEADER ? object[0] : copy_boxed(c, object);
}

static void forward_roots(void *context, lm_term *roots, size_t count) {
  collector *c = context;
  const range block = c->block, all = c->all;
  for (; LM_HAS_FIBERS && count > MANY_ROOTS; roots += MANY_ROOTS, count -= MANY_ROOTS) {
    forward_roots(c, roots, MANY_ROOTS);
    pause(c);
  }
  for (size_t i = 0; i < count; i++) {
    lm_term t = roots[i];
    if (lm_is_pointer(t) && is_moving(c, block, all, lm_pointer(t))) roots[i] = moved(c, t);
  }
}

// ---- scanning -------------------------------------------------------------------------------------------------------

// Objects lie one behind the other from `scan` to `end`, and maybe on behind it. Raw contents are stepped over; the words of all others
// are terms. Answers where the next one is.
static lm_term *scan_objects(collector *c, lm_term *scan, lm_term *end) {
  const range block = c->block, all = c->all;
  while (scan < end) {
    lm_term w = *scan;
    if (lm_is_pointer(w)) {
      if (is_moving(c, block, all, lm_pointer(w))) *scan = moved(c, w);
      scan++;
    } else if ((w & LM_TAG_MASK) == LM_TAG_HEADER) {
      unsigned kind = lm_header_kind(w);
      scan += kind >= LM_KIND_FIRST_RAW ? 1 + lm_header_words(w) : kind == LM_KIND_FUN ? 2 : 1;
    } else {
      scan++;
    }
  }
  return scan;
}

// What was copied since `scan` in `chunk` (NULL: the young block) was where to copy to.
static void scan_copies(collector *c, lm_chunk *chunk, lm_term *scan) {
  for (;;) {
    bool last = chunk == c->chunk;
    lm_term *end = last ? c->top : chunk->top;
    if (LM_HAS_FIBERS && end - scan > MANY_WORDS) {
      scan = scan_objects(c, scan, scan + MANY_WORDS);
      pause(c);
    } else if (scan < end) {
      scan = scan_objects(c, scan, end);
    } else if (last) {
      return;
    } else {
      chunk = chunk->newer;
      scan = chunk->words;
      pause(c);
    }
  }
}

// ---- off-heap objects -----------------------------------------------------------------------------------------------

// Splits a list of off-heap objects of from-space: survivors go to the list of where they are now, the others release
// what they held. Answers how many bytes the survivors hold.
static size_t sweep(lm_heap *heap, lm_term *first, int generation) {
  size_t bytes = 0;
  for (lm_term *object = first; object != NULL;) {
    // A forwarded header is all that was overwritten.
    lm_term *next = (lm_term *)(uintptr_t)object[3];
    lm_refc *refc = (lm_refc *)(uintptr_t)object[2];
    if ((object[0] & LM_TAG_MASK) == LM_TAG_HEADER) {
      lm_refc_release(refc);
    } else {
      lm_term *copy = lm_pointer(object[0]);
      copy[3] = (lm_term)(uintptr_t)heap->off_heap[generation];
      heap->off_heap[generation] = copy;
      bytes += refc->size;
    }
    object = next;
  }
  return bytes;
}

static void sweep_all(lm_heap *heap, enum lm_collection kind, lm_fragment *peeked) {
  int generation = kind == LM_COLLECT_SMALL ? LM_YOUNG : LM_OLD;
  lm_term *young = heap->off_heap[LM_YOUNG], *old = NULL;
  heap->off_heap[LM_YOUNG] = NULL;
  if (kind != LM_COLLECT_MINOR) {
    old = heap->off_heap[LM_OLD];
    heap->off_heap[LM_OLD] = NULL;
    heap->off_heap_bytes[LM_OLD] = 0;
  }
  size_t bytes = sweep(heap, young, generation) + sweep(heap, old, generation);
  for (lm_fragment *f = heap->fragments; f != NULL; f = f->next) {
    bytes += sweep(heap, f->off_heap, generation);
    f->off_heap = NULL;
  }
  if (peeked != NULL) {
    bytes += sweep(heap, peeked->off_heap, generation);
    peeked->off_heap = NULL;
  }
  heap->off_heap_bytes[LM_YOUNG] = 0;
  if (kind != LM_COLLECT_SMALL) heap->off_heap_bytes[LM_OLD] += bytes;
}

// ---- the collection -------------------------------------------------------------------------------------------------

static void give_back(collector *c, lm_term *memory, size_t size) {
#if LM_DEBUG || LM_STRESS
  // Whoever still points here shall notice.
  for (size_t i = 0; i < size; i++) memory[i] = 0xDEADDEADDEADDEAAu;
#endif
  lm_pool_give(pool_of(c), memory, size);
}

static void pause_after(collector *c, size_t *words, size_t more) {
  *words += more;
  if (!LM_HAS_FIBERS || *words < MANY_WORDS) return;
  *words = 0;
  pause(c);
}

static void free_from_space(collector *c, lm_fragment *fragments, lm_chunk *chunks) {
  size_t given = 0;
  while (fragments != NULL) {
    lm_fragment *next = fragments->next;
    pause_after(c, &given, fragments->size);
    give_back(c, (lm_term *)fragments, fragments->size);
    fragments = next;
  }
  while (chunks != NULL) {
    lm_chunk *older = chunks->older;
    pause_after(c, &given, chunks->size);
    give_back(c, (lm_term *)chunks, chunks->size);
    chunks = older;
  }
}

bool lm_move_stack(lm_proc *p, size_t size) {
  lm_heap *heap = &p->heap;
  lm_term *old = heap->block;
  size_t old_size = heap->block_size;
  size_t stack = (size_t)(heap->block_end - p->abi.sp);
  lm_term *block = lm_pool_try_take(lm_sched_pool(p->sched), size, &size);
  if (block == NULL) return false;
  lm_term *sp = block + size - stack;
  lm_copy_bytes(sp, p->abi.sp, stack * sizeof(lm_term));
  heap->block = block;
  heap->block_size = size;
  heap->block_end = heap->block + heap->block_size;
  p->abi.sp = sp;
  p->abi.hp = heap->block;
  give_back(&(collector){.p = p}, old, old_size);
  return true;
}

// Copies what the roots reach. Nothing was put into to-space before; what was there is at `chunk`, `scan`.
static void copy_all(collector *c, lm_term *sp, size_t stack, size_t live, lm_fragment *peeked) {
  lm_proc *p = c->p;
  lm_chunk *chunk = c->chunk;
  lm_term *scan = c->top;
  forward_roots(c, sp, stack);
  forward_roots(c, p->abi.xs, live);
  lm_proc_roots(p, forward_roots, c);
  if (peeked != NULL) lm_mailbox_moved(p, peeked);
  scan_copies(c, chunk, scan);
  leave(c);
}

// For erlang:statistics(garbage_collection).
static void count_collection(lumen_runtime *rt, size_t before, size_t after) {
  atomic_fetch_add_explicit(&rt->collections, 1, memory_order_relaxed);
  if (before > after) atomic_fetch_add_explicit(&rt->words_reclaimed, (int64_t)(before - after), memory_order_relaxed);
}

void lm_gc(lm_proc *p, enum lm_collection kind, size_t size, size_t live) {
  lm_heap *heap = &p->heap;
  lm_fragment *peeked = lm_mailbox_peeked(p);
  range local[LOCAL_RANGES];
  size_t ranges = count_ranges(heap);
  collector c = {.p = p,
                 .block = {(uintptr_t)heap->block, (uintptr_t)p->abi.sp - (uintptr_t)heap->block},
                 .ranges = ranges <= LOCAL_RANGES ? local : lm_new(ranges * sizeof(range))};
  collect_ranges(&c, heap, peeked, kind != LM_COLLECT_MINOR);
  size_t before = (size_t)(p->abi.hp - heap->block) + heap->fragment_words + (peeked == NULL ? 0 : peeked->used) +
                  (kind == LM_COLLECT_MINOR ? 0 : heap->old_words);
  lm_chunk *from_old = kind == LM_COLLECT_MINOR ? NULL : heap->old;
  if (kind == LM_COLLECT_SMALL) {
    size_t real_size, stack = (size_t)(heap->block_end - p->abi.sp);
    lm_term *block = lm_pool_take(pool_of(&c), size, &real_size);
    lm_term *sp = memcpy(block + real_size - stack, p->abi.sp, stack * sizeof(lm_term));
    c.top = c.entered = block;
    c.limit = sp;
    copy_all(&c, sp, stack, live, peeked);
    sweep_all(heap, kind, peeked);
    give_back(&c, heap->block, heap->block_size);
    heap->block = block;
    heap->block_end = block + real_size;
    heap->block_size = real_size;
    heap->old = NULL;
    heap->old_words = 0;
    p->abi.hp = c.top;
    p->abi.sp = sp;
  } else {
    if (kind == LM_COLLECT_MAJOR || heap->old == NULL) {
      enter_new(&c, 0);
    } else {
      enter(&c, heap->old);
    }
    copy_all(&c, p->abi.sp, (size_t)(heap->block_end - p->abi.sp), live, peeked);
    sweep_all(heap, kind, peeked);
    heap->old = c.chunk;
    heap->old_words = c.copied + (kind == LM_COLLECT_MAJOR ? 0 : heap->old_words);
    p->abi.hp = heap->block;
  }
  if (peeked != NULL) peeked->used = 0;
  free_from_space(&c, heap->fragments, from_old);
  if (c.ranges != local) lm_delete(c.ranges);
  heap->fragments = NULL;
  heap->fragment_words = 0;
  p->flags &= (uint8_t)~LM_PROC_PILED_UP;
  heap->survivors = c.copied;
  heap->collections++;
  count_collection(lm_runtime_of(p), before, c.copied);
  if (kind == LM_COLLECT_MAJOR) heap->major_collections++;
}
