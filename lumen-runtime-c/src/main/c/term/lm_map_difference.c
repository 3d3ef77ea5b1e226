#include "term/lm_map_difference.h"

#include "memory/lm_memory.h"
#include "term/lm_map.h"

typedef struct candidate {
  lm_term key;
  lm_term a, b; // values; one of them LM_NONE when only the other map has the key
} candidate;

struct lm_map_difference {
  enum { SMALLEST, SORT, VALUES } phase;
  bool asked;       // a comparison is under way
  size_t count, room;
  candidate *items;
  size_t next;      // SMALLEST, VALUES: under comparison
  size_t smallest;  // SMALLEST: so far
  // SORT: bottom-up merge sort of `items` into `spare`. Runs of `width` are sorted; [left, middle) and [right, end) are
  // what is left of the two that are being merged, `to` is where the next one goes.
  candidate *spare;
  size_t width, left, middle, right, end, to;
};

static void add(lm_map_difference *d, lm_term key, lm_term a, lm_term b) {
  if (d->count == d->room) {
    d->room = d->room == 0 ? 8 : 2 * d->room;
    d->items = lm_resize(d->items, d->room * sizeof(candidate));
  }
  d->items[d->count++] = (candidate){key, a, b};
}

static void free_difference(lm_map_difference *d) {
  lm_delete(d->items);
  lm_delete(d->spare);
  lm_delete(d);
}

static void begin_merge(lm_map_difference *d, size_t from) {
  d->left = d->to = from;
  d->middle = d->right = from + d->width < d->count ? from + d->width : d->count;
  d->end = d->middle + d->width < d->count ? d->middle + d->width : d->count;
}

lm_map_difference *lm_map_difference_of(lm_term a, lm_term b) {
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
    d->phase = SMALLEST;
    return d;
  }
  lm_map_start(&c, a);
  while (lm_map_next(&c, &key, &value)) {
    lm_term other = lm_map_get(b, key);
    if (value != other) add(d, key, value, other);
  }
  if (d->count == 0) {
    free_difference(d);
    return NULL;
  }
  d->phase = SORT;
  d->spare = lm_new(d->count * sizeof(candidate));
  d->width = 1;
  begin_merge(d, 0);
  return d;
}

static bool step_smallest(lm_map_difference *d, int result, lm_term *a, lm_term *b) {
  if (d->asked && result < 0) d->smallest = d->next;
  d->asked = true;
  if (++d->next >= d->count) return false;
  *a = d->items[d->next].key;
  *b = d->items[d->smallest].key;
  return true;
}

static bool step_sort(lm_map_difference *d, int result, lm_term *a, lm_term *b) {
  if (d->asked) d->spare[d->to++] = result < 0 ? d->items[d->left++] : d->items[d->right++];
  d->asked = false;
  while (d->width < d->count) {
    if (d->left < d->middle && d->right < d->end) {
      *a = d->items[d->left].key;
      *b = d->items[d->right].key;
      return d->asked = true;
    }
    while (d->left < d->middle) d->spare[d->to++] = d->items[d->left++];
    while (d->right < d->end) d->spare[d->to++] = d->items[d->right++];
    if (d->end < d->count) {
      begin_merge(d, d->end);
      continue;
    }
    candidate *swap = d->items;
    d->items = d->spare;
    d->spare = swap;
    d->width *= 2;
    begin_merge(d, 0);
  }
  return false;
}

enum lm_map_step lm_map_difference_step(lm_map_difference *d, int *result, lm_term *a, lm_term *b) {
  if (d->phase == SMALLEST) {
    if (step_smallest(d, *result, a, b)) return LM_MAP_COMPARE_KEYS;
    *result = d->items[d->smallest].b == LM_NONE ? -1 : 1;
  } else {
    if (d->phase == SORT) {
      if (step_sort(d, *result, a, b)) return LM_MAP_COMPARE_KEYS;
      d->phase = VALUES;
      *result = 0;
    }
    if (*result == 0 && d->next < d->count) {
      *a = d->items[d->next].a;
      *b = d->items[d->next++].b;
      return LM_MAP_COMPARE_VALUES;
    }
  }
  free_difference(d);
  return LM_MAP_DONE;
}
