// The collector: copying, generational, exact. lm_heap.h says what goes where; here is how.
//
// An object is copied once, when the first pointer to it is met, and leaves a forwarding word behind: a cons LM_NONE in its
// head and the new term in its tail, a boxed object the new term in place of its header. Then the copies are scanned in
// order (Cheney) and whatever they point to is copied too, until the scan catches up. Nothing recurses.
//
// Only what lies in the space being collected is copied ("from-space", a positive test): the young block, fragments, and
// in a major collection the old chunks. Everything else, constants above all, is left alone and never looked at.
#include "heap/lm_gc.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "heap/lm_memory.h"
#include "sched/lm_mailbox.h"
#include "sched/lm_process.h"
#include "sched/lm_sched.h"

enum destination { STAYS, TO_YOUNG, TO_OLD };

typedef struct range { // of from-space
  uintptr_t start;
  uintptr_t end;
  enum destination destination;
} range;

enum { LOCAL_RANGES = 32 };

typedef struct collector {
  // from-space
  uintptr_t block;
  uintptr_t block_bytes;
  uintptr_t mature_bytes; // below this offset in the block: TO_OLD
  range *ranges;          // the rest, sorted by address
  size_t range_count;
  uintptr_t ranges_start, ranges_end;
  // to-space
  lm_term *young;         // next free word
  lm_term *young_limit;
  lm_term *block_top;     // where the new block ends, once young has gone on to fragments
  lm_fragment *overflow;  // these, oldest first
  lm_fragment *last;      // the one that young points into; its `used` is set when it is left
  lm_term *old;
  lm_term *old_limit;
  lm_chunk *chunk;
  size_t old_words;       // in chunks before `chunk`
  lm_pool *pool;
  lm_proc *p;
} collector;

// ---- from-space -----------------------------------------------------------------------------------------------------

static enum destination search_ranges(const collector *c, uintptr_t address) {
  if (address - c->ranges_start >= c->ranges_end - c->ranges_start) return STAYS;
  size_t low = 0, high = c->range_count; // the range that holds address, if any, is one of [low, high)
  while (high - low > 1) {
    size_t middle = (low + high) / 2;
    if (address < c->ranges[middle].start) {
      high = middle;
    } else {
      low = middle;
    }
  }
  const range *r = &c->ranges[low];
  return address - r->start < r->end - r->start ? r->destination : STAYS;
}

static inline enum destination destination_of(const collector *c, const lm_term *object) {
  uintptr_t offset = (uintptr_t)object - c->block;
  if (offset < c->block_bytes) return offset < c->mature_bytes ? TO_OLD : TO_YOUNG;
  return search_ranges(c, (uintptr_t)object);
}

static int compare_ranges(const void *a, const void *b) {
  uintptr_t x = ((const range *)a)->start, y = ((const range *)b)->start;
  return x < y ? -1 : x > y;
}

static void add_range(collector *c, const lm_term *words, size_t count, enum destination destination) {
  if (count == 0) return;
  c->ranges[c->range_count++] = (range){(uintptr_t)words, (uintptr_t)(words + count), destination};
}

static size_t count_ranges(const lm_heap *heap) {
  size_t count = 1; // a message that was looked at
  for (lm_fragment *f = heap->fragments; f != NULL; f = f->next) count++;
  for (lm_chunk *k = heap->old; k != NULL; k = k->older) count++;
  return count;
}

static void collect_ranges(collector *c, lm_heap *heap, enum lm_collection kind, lm_fragment *peeked) {
  for (lm_fragment *f = heap->fragments; f != NULL; f = f->next) {
    bool mature = f->kind == LM_FRAGMENT_MATURE && kind != LM_COLLECT_SMALL;
    add_range(c, f->words, f->used, mature ? TO_OLD : TO_YOUNG);
  }
  if (peeked != NULL) add_range(c, peeked->words, peeked->used, TO_YOUNG);
  if (kind == LM_COLLECT_MAJOR) {
    for (lm_chunk *k = heap->old; k != NULL; k = k->older) add_range(c, k->words, (size_t)(k->top - k->words), TO_OLD);
  }
  if (c->range_count == 0) return;
  qsort(c->ranges, c->range_count, sizeof(range), compare_ranges);
  c->ranges_start = c->ranges[0].start;
  c->ranges_end = c->ranges[c->range_count - 1].end;
}

// ---- to-space -------------------------------------------------------------------------------------------------------

// The new young block is full: go on in a fragment.
static lm_term *more_young(collector *c, size_t words) {
  enum { AT_LEAST = 1024 };
  lm_fragment *fragment = lm_fragment_new(c->pool, words > AT_LEAST ? words : AT_LEAST);
  fragment->kind = LM_FRAGMENT_MATURE;
  if (c->last == NULL) {
    c->block_top = c->young;
    c->overflow = fragment;
  } else {
    c->last->used = (size_t)(c->young - c->last->words);
    c->last->next = fragment;
  }
  c->last = fragment;
  c->young = fragment->words + words;
  c->young_limit = fragment->words + lm_fragment_room(fragment);
  return fragment->words;
}

static lm_term *more_old(collector *c, size_t words) {
  enum { SMALLEST = 1000, LARGEST = 1 << 20 };
  if (c->chunk != NULL) {
    c->chunk->top = c->old;
    c->old_words += (size_t)(c->old - c->chunk->words);
  }
  size_t room = (c->old_words + c->p->heap.old_words) / 4;
  if (room < SMALLEST) room = SMALLEST;
  if (room > LARGEST) room = LARGEST;
  if (room < words) room = words;
  c->chunk = lm_chunk_new(c->pool, room, c->chunk);
  c->old = c->chunk->words + words;
  c->old_limit = c->chunk->limit;
  return c->chunk->words;
}

static inline lm_term *take(collector *c, enum destination destination, size_t words) {
  if (destination == TO_YOUNG) {
    lm_term *object = c->young;
    if ((size_t)(c->young_limit - object) < words) return more_young(c, words);
    c->young = object + words;
    return object;
  }
  lm_term *object = c->old;
  if ((size_t)(c->old_limit - object) < words) return more_old(c, words);
  c->old = object + words;
  return object;
}

// ---- copying --------------------------------------------------------------------------------------------------------

// Copies a cons and on along the tails, so that a list comes to lie in one piece.
static lm_term copy_list(collector *c, lm_term *cell, enum destination destination) {
  lm_term *copy = take(c, destination, 2);
  lm_term result = lm_cons_at(copy);
  for (;;) {
    lm_term tail = cell[1];
    copy[0] = cell[0];
    copy[1] = tail;
    cell[0] = LM_NONE;
    cell[1] = lm_cons_at(copy);
    if (!lm_is_cons(tail)) return result;
    cell = lm_pointer(tail);
    if (destination_of(c, cell) != destination) return result; // left to the scan
    if (cell[0] == LM_NONE) {
      copy[1] = cell[1];
      return result;
    }
    lm_term *place = take(c, destination, 2);
    copy[1] = lm_cons_at(place);
    copy = place;
  }
}

static lm_term copy_boxed(collector *c, lm_term *object, enum destination destination) {
  size_t words = 1 + lm_header_words(object[0]);
  lm_term *copy = take(c, destination, words);
  // Most objects are small: a call to memcpy would cost more than the copy.
  if (words <= 8) {
    for (size_t i = 0; i < words; i++) copy[i] = object[i];
  } else {
    memcpy(copy, object, words * sizeof(lm_term));
  }
  object[0] = lm_boxed_at(copy);
  return object[0];
}

static inline lm_term forward(collector *c, lm_term t) {
  lm_term *object = lm_pointer(t);
  enum destination destination = destination_of(c, object);
  if (destination == STAYS) return t;
  if (lm_is_cons(t)) return object[0] == LM_NONE ? object[1] : copy_list(c, object, destination);
  return (object[0] & LM_TAG_MASK) != LM_TAG_HEADER ? object[0] : copy_boxed(c, object, destination);
}

static void forward_roots(void *context, lm_term *roots, size_t count) {
  collector *c = context;
  for (size_t i = 0; i < count; i++) {
    if (lm_is_pointer(roots[i])) roots[i] = forward(c, roots[i]);
  }
}

// ---- scanning -------------------------------------------------------------------------------------------------------

// Objects lie one behind the other from `scan` to `end`. Raw contents are stepped over; the words of all others are terms.
static void scan_objects(collector *c, lm_term *scan, lm_term *end) {
  while (scan < end) {
    lm_term w = *scan;
    if ((w & LM_TAG_MASK) == LM_TAG_HEADER) {
      unsigned kind = lm_header_kind(w);
      scan += kind >= LM_KIND_FIRST_RAW ? 1 + lm_header_words(w) : kind == LM_KIND_FUN ? 2 : 1;
    } else {
      if (lm_is_pointer(w)) *scan = forward(c, w);
      scan++;
    }
  }
}

typedef struct scan_state {
  lm_term *young;
  lm_fragment *overflow; // that young points into; NULL: the block
  lm_term *old;
  lm_chunk *chunk;
} scan_state;

static void scan_young(collector *c, scan_state *s) {
  for (;;) {
    bool last = s->overflow == c->last;
    lm_term *end = last ? c->young : s->overflow == NULL ? c->block_top : s->overflow->words + s->overflow->used;
    if (s->young < end) {
      scan_objects(c, s->young, end);
      s->young = end;
    } else if (last) {
      return;
    } else {
      s->overflow = s->overflow == NULL ? c->overflow : s->overflow->next;
      s->young = s->overflow->words;
    }
  }
}

static void scan_old(collector *c, scan_state *s) {
  if (c->chunk == NULL) return;
  if (s->chunk == NULL) { // the first one was made by this collection
    s->chunk = c->chunk;
    while (s->chunk->older != NULL) s->chunk = s->chunk->older;
    s->old = s->chunk->words;
  }
  for (;;) {
    bool last = s->chunk == c->chunk;
    lm_term *end = last ? c->old : s->chunk->top;
    if (s->old < end) {
      scan_objects(c, s->old, end);
      s->old = end;
    } else if (last) {
      return;
    } else {
      s->chunk = s->chunk->newer;
      s->old = s->chunk->words;
    }
  }
}

// ---- off-heap objects -----------------------------------------------------------------------------------------------

// Splits a list of off-heap objects of from-space: survivors go to the lists of where they are now, the others release
// what they held. Old objects that a minor collection does not touch are never on such a list.
static void sweep(collector *c, lm_term *first) {
  lm_heap *heap = &c->p->heap;
  for (lm_term *object = first; object != NULL;) {
    // A forwarded header is all that was overwritten.
    lm_term *next = (lm_term *)(uintptr_t)object[3];
    if ((object[0] & LM_TAG_MASK) == LM_TAG_HEADER) {
      lm_refc_release((lm_refc *)(uintptr_t)object[2]);
    } else {
      lm_term *copy = lm_pointer(object[0]);
      int generation = destination_of(c, object) == TO_OLD ? LM_OLD : LM_YOUNG;
      copy[3] = (lm_term)(uintptr_t)heap->off_heap[generation];
      heap->off_heap[generation] = copy;
    }
    object = next;
  }
}

static void sweep_all(collector *c, lm_heap *heap, enum lm_collection kind, lm_fragment *peeked) {
  lm_term *young = heap->off_heap[LM_YOUNG];
  lm_term *old = kind == LM_COLLECT_MAJOR ? heap->off_heap[LM_OLD] : NULL;
  heap->off_heap[LM_YOUNG] = NULL;
  if (kind == LM_COLLECT_MAJOR) heap->off_heap[LM_OLD] = NULL;
  sweep(c, young);
  sweep(c, old);
  for (lm_fragment *f = heap->fragments; f != NULL; f = f->next) {
    sweep(c, f->off_heap);
    f->off_heap = NULL;
  }
  if (peeked != NULL) {
    sweep(c, peeked->off_heap);
    peeked->off_heap = NULL;
  }
  heap->off_heap_bytes = 0;
}

// ---- the collection -------------------------------------------------------------------------------------------------

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

static void give_back(collector *c, lm_term *memory, size_t size) {
#if LM_DEBUG || LM_STRESS
  // Whoever still points here shall notice.
  for (size_t i = 0; i < size; i++) memory[i] = 0xDEADDEADDEADDEAAu;
#endif
  lm_pool_give(c->pool, memory, size);
}

static void free_fragments(collector *c, lm_fragment *fragment) {
  while (fragment != NULL) {
    lm_fragment *next = fragment->next;
    give_back(c, (lm_term *)fragment, fragment->size);
    fragment = next;
  }
}

void lm_gc(lm_proc *p, enum lm_collection kind, size_t size, size_t free, size_t live) {
  lm_heap *heap = &p->heap;
  lm_fragment *peeked = lm_mailbox_peeked(p);
  range local[LOCAL_RANGES];
  size_t ranges = count_ranges(heap);
  collector c = {.p = p,
                 .pool = lm_sched_pool(p->sched),
                 .block = (uintptr_t)heap->block,
                 .block_bytes = (uintptr_t)heap->block_end - (uintptr_t)heap->block,
                 .ranges = ranges <= LOCAL_RANGES ? local : lm_new(ranges * sizeof(range))};
  if (kind != LM_COLLECT_SMALL) c.mature_bytes = (uintptr_t)heap->mature - (uintptr_t)heap->block;
  collect_ranges(&c, heap, kind, peeked);

  // To-space.
  size_t real_size;
  lm_term *block = lm_pool_take(c.pool, size, &real_size);
  size_t stack = (size_t)(heap->block_end - p->abi.sp);
  lm_term *sp = block + real_size - stack;
  assert(real_size >= stack + free);
  memcpy(sp, p->abi.sp, stack * sizeof(lm_term));
  c.young = block;
  c.young_limit = sp - free;
  lm_chunk *from_old = NULL;
  if (kind == LM_COLLECT_MAJOR) {
    from_old = heap->old;
  } else if (heap->old != NULL) {
    c.chunk = heap->old;
    c.old = c.chunk->top;
    c.old_limit = c.chunk->limit;
  }
  scan_state s = {.young = c.young, .old = c.old, .chunk = c.chunk};
  lm_term *old_start = c.old;
  lm_chunk *old_chunk = c.chunk;

  forward_roots(&c, sp, stack);
  forward_roots(&c, p->abi.xs, live);
  lm_proc_roots(p, forward_roots, &c);
  if (peeked != NULL) lm_mailbox_moved(p, peeked);
  // Old objects point to old ones only, so one round of each is enough.
  scan_young(&c, &s);
  scan_old(&c, &s);
  assert(s.overflow == c.last && s.young == c.young);
  sweep_all(&c, heap, kind, peeked);
  if (peeked != NULL) peeked->used = 0;

  // Out with the old, in with the new.
  free_fragments(&c, heap->fragments);
  for (lm_chunk *chunk = from_old; chunk != NULL;) {
    lm_chunk *older = chunk->older;
    give_back(&c, (lm_term *)chunk, chunk->size);
    chunk = older;
  }
  give_back(&c, heap->block, heap->block_size);
  if (c.ranges != local) lm_delete(c.ranges);
  heap->block = block;
  heap->block_end = block + real_size;
  heap->block_size = real_size;
  heap->mature = c.last == NULL ? c.young : c.block_top;
  heap->survivors = (size_t)(heap->mature - block);
  heap->fragments = c.overflow;
  heap->fragment_words = 0;
  if (c.last != NULL) c.last->used = (size_t)(c.young - c.last->words);
  for (lm_fragment *f = c.overflow; f != NULL; f = f->next) heap->fragment_words += f->used;
  heap->survivors += heap->fragment_words;
  if (c.chunk != NULL) c.chunk->top = c.old;
  if (kind == LM_COLLECT_MAJOR) heap->old_words = 0;
  for (lm_chunk *chunk = c.chunk; chunk != NULL; chunk = chunk->older) {
    const lm_term *start = chunk == old_chunk ? old_start : chunk->words;
    heap->old_words += (size_t)(chunk->top - start);
    if (chunk == old_chunk) break;
  }
  heap->old = c.chunk;
  p->abi.hp = heap->mature;
  p->abi.sp = sp;
  heap->collections++;
  if (kind == LM_COLLECT_MAJOR) heap->major_collections++;
}
