// Checks of the invariants of a heap (lm_heap.h), for debug builds. Right after a collection only: then hp is exact.
#include <assert.h>
#include <stdio.h>

#include "heap/lm_gc.h"
#include "heap/lm_roots.h"
#include "platform/lm_platform.h"

typedef struct checker {
  const lm_heap *heap;
  const lm_term *top;   // of the young block
  const char *where;    // what is being walked
  bool old;             // it belongs to the old generation
} checker;

static _Noreturn void broken(const checker *c, const lm_term *word, const char *why) {
  char text[200];
  snprintf(text, sizeof text, "heap: %s at %p (%#llx): %s", c->where, (const void *)word, (unsigned long long)*word, why);
  lm_abort(text);
}

static bool is_between(const lm_term *p, const lm_term *start, const lm_term *end) { return p >= start && p < end; }

static void check_word(checker *c, const lm_term *word) {
  lm_term t = *word;
  if (!lm_is_pointer(t)) return;
  const lm_term *object = lm_pointer(t);
  const lm_heap *heap = c->heap;
  bool young = is_between(object, heap->block, heap->block + heap->block_size);
  if (young && !is_between(object, heap->block, c->top)) broken(c, word, "points to free words");
  for (const lm_fragment *f = heap->fragments; f != NULL; f = f->next) {
    young = young || is_between(object, f->words, f->words + f->used);
  }
  if (young && c->old) broken(c, word, "H2: an old object points to a young one");
  if (lm_is_cons(t) && (object[0] == LM_NONE || (object[0] & LM_TAG_MASK) == LM_TAG_HEADER)) {
    broken(c, word, "points to something that is no cons");
  }
  if (lm_is_boxed(t) && (object[0] & LM_TAG_MASK) != LM_TAG_HEADER) broken(c, word, "points to something without header");
}

static void check_objects(checker *c, const lm_term *from, const lm_term *to) {
  const lm_term *w = from;
  while (w < to) {
    if ((*w & LM_TAG_MASK) != LM_TAG_HEADER) {
      check_word(c, w++);
      continue;
    }
    unsigned kind = lm_header_kind(*w);
    size_t words = lm_header_words(*w);
    if (kind > LM_KIND_MAGIC || (kind > LM_KIND_RECORD && kind < LM_KIND_FIRST_RAW)) broken(c, w, "H4: no such kind");
    if (words >= (size_t)(to - w)) broken(c, w, "H4: an object reaches beyond the end");
    w += kind >= LM_KIND_FIRST_RAW ? 1 + words : kind == LM_KIND_FUN ? 2 : 1;
  }
}

static void check_list(checker *c, const lm_term *object, bool old) {
  for (; object != NULL; object = (const lm_term *)(uintptr_t)object[3]) {
    unsigned kind = lm_header_kind(*object);
    if ((*object & LM_TAG_MASK) != LM_TAG_HEADER || (kind != LM_KIND_REFCBITS && kind != LM_KIND_MAGIC)) {
      broken(c, object, "H3: on an off-heap list, but no off-heap object");
    }
    bool young = is_between(object, c->heap->block, c->heap->block_end);
    if (young && old) broken(c, object, "H3: a young object on the list of old ones");
  }
}

static void check_roots(void *context, lm_term *roots, size_t count) {
  for (size_t i = 0; i < count; i++) check_word(context, &roots[i]);
}

bool lm_heap_is_valid(lm_proc *p) {
  const lm_heap *heap = &p->heap;
  checker c = {.heap = heap, .top = p->abi.hp, .where = "young block"};
  bool ordered = heap->block <= p->abi.hp && p->abi.hp + LUMEN_STACK_SLACK - LUMEN_RUN_RESERVE <= p->abi.sp &&
                 p->abi.sp <= heap->block_end && heap->block_end <= heap->block + heap->block_size;
  if (!ordered) broken(&c, heap->block, "H1: bounds out of order");
  check_objects(&c, heap->block, p->abi.hp);
  c.where = "stack";
  for (const lm_term *w = p->abi.sp; w < heap->block_end; w++) check_word(&c, w);
  c.where = "process";
  lm_proc_roots(p, check_roots, &c);
  c.where = "fragment";
  size_t words = 0;
  for (const lm_fragment *f = heap->fragments; f != NULL; f = f->next) {
    words += f->used;
  }
  if (words != heap->fragment_words) broken(&c, heap->block, "wrong count of words in fragments");
  c.where = "off-heap list";
  check_list(&c, heap->off_heap[LM_YOUNG], false);
  check_list(&c, heap->off_heap[LM_OLD], true);
  c.where = "old chunk";
  c.old = true;
  words = 0;
  for (const lm_chunk *k = heap->old; k != NULL; k = k->older) {
    words += (size_t)(k->top - k->words);
    check_objects(&c, k->words, k->top);
  }
  if (words != heap->old_words) broken(&c, heap->block, "wrong count of words in old chunks");
  return true;
}
