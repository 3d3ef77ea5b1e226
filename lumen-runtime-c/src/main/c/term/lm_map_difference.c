#include "term/lm_map_difference.h"

#include "heap/lm_memory.h"
#include "term/lm_compare.h"
#include "term/lm_map.h"

typedef struct candidate {
  lm_term key;
  lm_term a, b; // values; one of them LM_NONE when only the other map has the key
} candidate;

struct lm_map_difference {
  size_t count, room;
  size_t next;     // under comparison with `smallest`
  size_t smallest;
  candidate *candidates;
};

static void add(lm_map_difference *d, lm_term key, lm_term a, lm_term b) {
  if (d->count == d->room) {
    d->room = d->room == 0 ? 8 : 2 * d->room;
    d->candidates = lm_resize(d->candidates, d->room * sizeof(candidate));
  }
  d->candidates[d->count++] = (candidate){key, a, b};
}

lm_map_difference *lm_map_difference_of(lm_term a, lm_term b, bool exact) {
  lm_map_difference *d = lm_new_zeroed(1, sizeof *d);
  lm_map_cursor c;
  lm_term key, value;
  lm_map_start(&c, a);
  while (lm_map_next(&c, &key, &value))
    if (lm_map_get(b, key) == LM_NONE) add(d, key, value, LM_NONE);
  if (d->count > 0) {
    lm_map_start(&c, b);
    while (lm_map_next(&c, &key, &value))
      if (lm_map_get(a, key) == LM_NONE) add(d, key, LM_NONE, value);
    return d;
  }
  lm_map_start(&c, a);
  while (lm_map_next(&c, &key, &value)) {
    lm_term other = lm_map_get(b, key);
    if (exact ? !lm_equal_exact(value, other) : !lumen_equal(value, other)) add(d, key, value, other);
  }
  if (d->count > 0) return d;
  lm_delete(d);
  return NULL;
}

bool lm_map_difference_step(lm_map_difference *d, int result, lm_term *a, lm_term *b) {
  if (d->next > 0 && result < 0) d->smallest = d->next;
  if (++d->next >= d->count) return false;
  *a = d->candidates[d->next].key;
  *b = d->candidates[d->smallest].key;
  return true;
}

int lm_map_difference_finish(lm_map_difference *d, lm_term *a, lm_term *b) {
  candidate found = d->candidates[d->smallest];
  lm_delete(d->candidates);
  lm_delete(d);
  *a = found.a;
  *b = found.b;
  return found.b == LM_NONE ? -1 : found.a == LM_NONE ? 1 : 0;
}
