#include "sched/lm_dictionary.h"

#include "memory/lm_memory.h"
#include "process/lm_runtime.h"
#include "term/lm_compare.h"
#include "term/lm_hash.h"

enum { FIRST_SIZE = 8 };

static size_t home(const lm_dictionary *d, lm_term key) { return (size_t)lm_hash_salted(key, d->salt) & (d->size - 1); }

// The slot of the key, or the free one where it would stand.
static lm_term *find(lm_dictionary *d, lm_term key) {
  for (size_t i = home(d, key);; i = (i + 1) & (d->size - 1)) {
    lm_term *slot = &d->words[2 * i];
    if (slot[0] == LM_NONE || lm_equal_exact(slot[0], key)) return slot;
  }
}

static lm_dictionary *new_dictionary(lm_proc *p, size_t size) {
  lm_dictionary *d = lm_new(sizeof *d + 2 * size * sizeof(lm_term));
  d->size = size;
  d->count = 0;
  d->salt = lm_runtime_of(p)->salt;
  for (size_t i = 0; i < 2 * size; i++) d->words[i] = LM_NONE;
  return d;
}

static void grow(lm_proc *p) {
  lm_dictionary *old = p->dictionary, *d = new_dictionary(p, 2 * old->size);
  for (size_t i = 0; i < old->size; i++) {
    if (old->words[2 * i] == LM_NONE) continue;
    lm_term *slot = find(d, old->words[2 * i]);
    slot[0] = old->words[2 * i];
    slot[1] = old->words[2 * i + 1];
  }
  d->count = old->count;
  lm_delete(old);
  p->dictionary = d;
}

lm_term lm_dictionary_get(lm_proc *p, lm_term key) {
  if (p->dictionary == NULL) return LM_NONE;
  lm_term *slot = find(p->dictionary, key);
  return slot[0] == LM_NONE ? LM_NONE : slot[1];
}

lm_term lm_dictionary_put(lm_proc *p, lm_term key, lm_term value) {
  if (p->dictionary == NULL) p->dictionary = new_dictionary(p, FIRST_SIZE);
  lm_term *slot = find(p->dictionary, key);
  if (slot[0] != LM_NONE) {
    lm_term old = slot[1];
    slot[1] = value;
    return old;
  }
  if (4 * (p->dictionary->count + 1) > 3 * p->dictionary->size) {
    grow(p);
    slot = find(p->dictionary, key);
  }
  slot[0] = key;
  slot[1] = value;
  p->dictionary->count++;
  return LM_NONE;
}

lm_term lm_dictionary_erase(lm_proc *p, lm_term key) {
  lm_dictionary *d = p->dictionary;
  if (d == NULL) return LM_NONE;
  lm_term *slot = find(d, key);
  if (slot[0] == LM_NONE) return LM_NONE;
  lm_term old = slot[1];
  // Entries behind it that would no longer be found move up.
  size_t mask = d->size - 1, hole = (size_t)(slot - d->words) / 2;
  for (size_t i = (hole + 1) & mask; d->words[2 * i] != LM_NONE; i = (i + 1) & mask) {
    if (((i - home(d, d->words[2 * i])) & mask) < ((i - hole) & mask)) continue;
    d->words[2 * hole] = d->words[2 * i];
    d->words[2 * hole + 1] = d->words[2 * i + 1];
    hole = i;
  }
  d->words[2 * hole] = d->words[2 * hole + 1] = LM_NONE;
  d->count--;
  return old;
}

size_t lm_dictionary_count(lm_proc *p) { return p->dictionary == NULL ? 0 : p->dictionary->count; }

bool lm_dictionary_next(lm_proc *p, size_t *at, lm_term *key, lm_term *value) {
  const lm_dictionary *d = p->dictionary;
  while (d != NULL && *at < d->size) {
    size_t i = (*at)++;
    if (d->words[2 * i] == LM_NONE) continue;
    *key = d->words[2 * i];
    *value = d->words[2 * i + 1];
    return true;
  }
  return false;
}

void lm_dictionary_free(lm_proc *p) {
  lm_delete(p->dictionary);
  p->dictionary = NULL;
}
