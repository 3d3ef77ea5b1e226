#include "heap/lm_copy.h"

#include <assert.h>
#include <string.h>

#include "memory/lm_memory.h"
#include "process/lm_proc.h"
#include "process/lm_scheduler.h"
#include "work/lm_work.h"

enum { HEADER_WORDS = sizeof(lm_fragment) / sizeof(lm_term), LARGEST_HEAPBITS = 64 * 8 };
_Static_assert(sizeof(lm_fragment) % sizeof(lm_term) == 0, "terms follow the header of a fragment directly");

// Of how many words behind the header the first are no terms.
static size_t raw_words(lm_term header) {
  unsigned kind = lm_header_kind(header);
  if (kind >= LM_KIND_FIRST_RAW) return lm_header_words(header);
  return kind == LM_KIND_FUN ? 1 : 0;
}

static bool is_shared_constant(const lm_term *object) {
  return lm_header_kind(object[0]) == LM_KIND_HEAPBITS && object[1] > LARGEST_HEAPBITS;
}

// ---- size ---------------------------------------------------------------------------------------------------------

// The words of a copy of a tuple, or a fun, whose elements have no parts of their own. 0: the term is something else.
static size_t shallow_words(lm_term term) {
  enum { MOST = 8 };
  _Static_assert(LM_KIND_TUPLE == 0 && LM_KIND_FUN == 1, "as many words behind the header are no terms");
  if (!lm_is_boxed(term)) return 0;
  const lm_term *object = lm_pointer(term);
  unsigned kind = lm_header_kind(object[0]);
  size_t elements = lm_header_words(object[0]), size = 1 + elements;
  if (kind > LM_KIND_FUN || elements > MOST) return 0;
  for (size_t i = 1 + kind; i <= elements; i++) {
    if (!lm_is_pointer(object[i])) continue;
    if (lm_is_cons(object[i])) return 0;
    const lm_term *part = lm_pointer(object[i]);
    if (lm_header_kind(part[0]) < LM_KIND_FIRST_RAW) return 0;
    if (!is_shared_constant(part)) size += 1 + lm_header_words(part[0]);
  }
  return size;
}

// What is still to be measured: runs of words.
typedef struct run {
  const lm_term *next;
  const lm_term *end;
} run;

enum { LOCAL_RUNS = 64 };

typedef struct work {
  run *runs;
  size_t count, room;
  run local[LOCAL_RUNS];
} work;

static void push(work *w, const lm_term *next, const lm_term *end) {
  if (w->count == w->room) {
    run *bigger = lm_new(2 * w->room * sizeof(run));
    memcpy(bigger, w->runs, w->count * sizeof(run));
    if (w->runs != w->local) lm_delete(w->runs);
    w->runs = bigger;
    w->room *= 2;
  }
  w->runs[w->count++] = (run){next, end};
}

static size_t deep_words(lm_term term) {
  if (!lm_is_pointer(term)) return 0;
  work w; // not all of it: most terms need no run
  w.runs = w.local;
  w.count = 0;
  w.room = LOCAL_RUNS;
  size_t size = 0;
  uint32_t steps = 0;
  run now = {&term, &term + 1};
  for (;;) {
    if (now.next == now.end) {
      if (w.count == 0) break;
      now = w.runs[--w.count];
      continue;
    }
    lm_term t = *now.next++;
    if (!lm_is_pointer(t)) continue;
    if (lm_gives_up(&steps)) {
      size = 0;
      break;
    }
    const lm_term *object = lm_pointer(t);
    // The rest of the present run waits, unless there is none: so a list takes no room however long it is.
    if (now.next < now.end) push(&w, now.next, now.end);
    if (lm_is_cons(t)) {
      size += 2;
      now = (run){object, object + 2};
    } else if (is_shared_constant(object)) {
      now = (run){NULL, NULL};
    } else {
      size_t words = lm_header_words(object[0]);
      size += 1 + words;
      now = (run){object + 1 + raw_words(object[0]), object + 1 + words};
    }
  }
  if (w.runs != w.local) lm_delete(w.runs);
  return size;
}

size_t lm_copy_size(lm_term term) {
  size_t shallow = shallow_words(term);
  return shallow != 0 ? shallow : deep_words(term);
}

// ---- copy ---------------------------------------------------------------------------------------------------------

typedef struct target {
  lm_term *top;
  lm_term *off_heap;
} target;

// A copy of the object behind t, its parts not copied yet.
static lm_term copy_object(target *to, lm_term t) {
  const lm_term *object = lm_pointer(t);
  lm_term *copy = to->top;
  if (lm_is_cons(t)) {
    copy[0] = object[0];
    copy[1] = object[1];
    to->top += 2;
    return lm_cons_at(copy);
  }
  if (is_shared_constant(object)) return t;
  size_t words = 1 + lm_header_words(object[0]);
  memcpy(copy, object, words * sizeof(lm_term));
  to->top += words;
  unsigned kind = lm_header_kind(object[0]);
  if (kind == LM_KIND_REFCBITS || kind == LM_KIND_MAGIC) {
    lm_refc_keep((lm_refc *)(uintptr_t)copy[2]);
    copy[3] = (lm_term)(uintptr_t)to->off_heap;
    to->off_heap = copy;
  }
  return lm_boxed_at(copy);
}

enum { WORDS_OF_A_REDUCTION = 4 };

lm_term lm_copy_to(lm_term term, size_t words, lm_term **top, lm_term **off_heap) {
  if (!lm_is_pointer(term)) return term;
  if (words == 0) return !lm_is_cons(term) && is_shared_constant(lm_pointer(term)) ? term : LM_NIL;
  target to = {*top, *off_heap};
  lm_term *scan = to.top;
  lm_term result = copy_object(&to, term);
  lm_term *paid = scan;
  // Cheney: between scan and top lie objects whose parts still point to the originals.
  while (scan < to.top) {
    if (scan - paid >= LM_STRIDE) {
      lm_work_done((uint64_t)(scan - paid) / WORDS_OF_A_REDUCTION);
      paid = scan;
    }
    lm_term w = *scan;
    if ((w & LM_TAG_MASK) == LM_TAG_HEADER) {
      scan += 1 + raw_words(w);
    } else {
      if (lm_is_pointer(w)) *scan = copy_object(&to, w);
      scan++;
    }
  }
  *top = to.top;
  *off_heap = to.off_heap;
  return result;
}

// What shallow_words measured.
static lm_term copy_shallow(lm_term term, lm_term **top, lm_term **off_heap) {
  const lm_term *object = lm_pointer(term);
  lm_term *copy = *top;
  size_t elements = lm_header_words(object[0]);
  target to = {copy + 1 + elements, *off_heap};
  unsigned kind = lm_header_kind(object[0]);
  copy[0] = object[0];
  if (kind == LM_KIND_FUN) copy[1] = object[1];
  for (size_t i = 1 + kind; i <= elements; i++) copy[i] = lm_is_pointer(object[i]) ? copy_object(&to, object[i]) : object[i];
  *top = to.top;
  *off_heap = to.off_heap;
  return lm_boxed_at(copy);
}

// ---- blocks -------------------------------------------------------------------------------------------------------------

static inline bool is_within(lm_term t, uintptr_t start, uintptr_t bytes) {
  return lm_is_pointer(t) && (uintptr_t)lm_pointer(t) - start < bytes;
}

lm_term lm_copy_block(const lm_term *words, size_t count, lm_term term, lm_term *to, lm_term **off_heap) {
  uintptr_t start = (uintptr_t)words, bytes = count * sizeof(lm_term), delta = (uintptr_t)to - start;
  lm_term *first = *off_heap;
  size_t paid = 0;
  for (size_t i = 0; i < count;) {
    lm_term w = words[i];
    to[i] = w;
    if (is_within(w, start, bytes)) {
      to[i] = w + delta;
    } else if ((w & LM_TAG_MASK) == LM_TAG_HEADER && lm_header_kind(w) != LM_KIND_TUPLE) {
      unsigned kind = lm_header_kind(w);
      size_t raw = raw_words(w);
      for (size_t j = 1; j <= raw; j++) to[i + j] = words[i + j];
      if (kind == LM_KIND_REFCBITS || kind == LM_KIND_MAGIC) {
        lm_refc_keep((lm_refc *)(uintptr_t)to[i + 2]);
        to[i + 3] = (lm_term)(uintptr_t)first;
        first = to + i;
      }
      i += raw;
    }
    i++;
    if (i - paid >= LM_STRIDE) {
      lm_work_done((i - paid) / WORDS_OF_A_REDUCTION);
      paid = i;
    }
  }
  *off_heap = first;
  return is_within(term, start, bytes) ? term + delta : term;
}

// ---- fragments ------------------------------------------------------------------------------------------------------

lm_fragment *lm_fragment_new(lm_pool *pool, size_t words) {
  lm_fragment *fragment = lm_fragment_try_new(pool, words);
  if (fragment == NULL) lm_out_of_memory();
  return fragment;
}

lm_fragment *lm_fragment_try_new(lm_pool *pool, size_t words) {
  size_t size;
  lm_fragment *fragment = (lm_fragment *)lm_pool_try_take(pool, HEADER_WORDS + words, &size);
  if (fragment == NULL) return NULL;
  *fragment = (lm_fragment){.next = NULL, .term = LM_NONE, .from = LM_NONE, .size = size};
  return fragment;
}

// Whoever has the pool of this thread in its hand must not go on on another one. `keep_turn` answers what `may_end_turn` wants.
static lm_proc *keep_turn(void) {
  lm_worker *worker = lm_worker_of_thread();
  lm_proc *p = worker == NULL ? NULL : worker->current;
  if (p == NULL || p->must_not_yield) return NULL;
  p->must_not_yield = true;
  return p;
}

static void may_end_turn(lm_proc *p) {
  if (p != NULL) p->must_not_yield = false;
}

void lm_fragment_free(lm_pool *pool, lm_fragment *fragment) {
  lm_off_heap_release(fragment->off_heap);
  lm_pool_give(pool, (lm_term *)fragment, fragment->size);
}

// A large binary is freed in pieces, between which others might have turns.
void lm_off_heap_release(lm_term *first) {
  if (first == NULL) return;
  lm_proc *p = keep_turn();
  for (lm_term *object = first; object != NULL;) {
    lm_term *next = (lm_term *)(uintptr_t)object[3];
    lm_refc_release((lm_refc *)(uintptr_t)object[2]);
    object = next;
  }
  may_end_turn(p);
}

static void fill(lm_fragment *fragment, lm_term term, size_t words) {
  lm_term *top = fragment->words;
  fragment->term = lm_copy_to(term, words, &top, &fragment->off_heap);
  fragment->used = (size_t)(top - fragment->words);
  assert(fragment->used == words);
}

static lm_fragment *shallow_fragment(lm_pool *pool, lm_term term, size_t words) {
  lm_fragment *fragment = lm_fragment_new(pool, words);
  lm_term *top = fragment->words;
  fragment->term = copy_shallow(term, &top, &fragment->off_heap);
  fragment->used = words;
  return fragment;
}

lm_fragment *lm_fragment_of(lm_pool *pool, lm_term term) {
  size_t shallow = shallow_words(term);
  if (shallow != 0) return shallow_fragment(pool, term, shallow);
  lm_proc *p = keep_turn();
  size_t words = deep_words(term);
  lm_fragment *fragment = lm_fragment_new(pool, words);
  fill(fragment, term, words);
  may_end_turn(p);
  return fragment;
}

lm_fragment *lm_fragment_measured(lm_proc *p, lm_term term, size_t words) {
  LM_MAY_YIELD(p);
  lm_fragment *fragment = lm_fragment_new(lm_sched_pool(p->sched), words);
  fill(fragment, term, words);
  return fragment;
}

static size_t deep_words_of_own(lm_proc *p, lm_term term) {
  LM_MAY_YIELD(p);
  return deep_words(term);
}

lm_fragment *lm_fragment_of_own(lm_proc *p, lm_term term) {
  size_t shallow = shallow_words(term);
  if (shallow != 0) return shallow_fragment(lm_sched_pool(p->sched), term, shallow);
  return lm_fragment_measured(p, term, deep_words_of_own(p, term));
}

lm_term lm_copy_in(lm_proc *p, lm_term term) {
  size_t shallow = shallow_words(term), words = shallow != 0 ? shallow : deep_words(term);
  if (words == 0) return lm_copy_to(term, words, NULL, NULL);
  lm_term *top = lm_alloc(p, words), **off_heap = &p->heap.off_heap[LM_YOUNG];
  const lm_term *before = *off_heap;
  lm_term copy = shallow != 0 ? copy_shallow(term, &top, off_heap) : lm_copy_to(term, words, &top, off_heap);
  if (*off_heap != before) lm_heap_count_copied(p, before);
  return copy;
}

lm_term lm_copy_block_in(lm_proc *p, const lm_term *words, size_t count, lm_term term) {
  lm_term *to = lm_alloc(p, count), **off_heap = &p->heap.off_heap[LM_YOUNG];
  const lm_term *before = *off_heap;
  lm_term copy = lm_copy_block(words, count, term, to, off_heap);
  if (*off_heap != before) lm_heap_count_copied(p, before);
  return copy;
}
