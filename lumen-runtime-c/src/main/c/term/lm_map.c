// Maps: the flat form, and the choice between the forms. See lm_map.h.
#include "term/lm_map.h"

#include <string.h>

#include "heap/lm_heap.h"
#include "memory/lm_memory.h"
#include "process/lm_proc.h"
#include "process/lm_runtime.h"
#include "term/lm_compare.h"
#include "term/lm_trie.h"
#include "work/lm_work.h"

static const lm_term *flat_keys(lm_term map) { return lm_elements(lm_pointer(map)[1]); }
static const lm_term *flat_values(lm_term map) { return lm_pointer(map) + 2; }

// Index of the key, or `size`.
static inline size_t flat_find(const lm_term *keys, size_t size, lm_term key) {
  if (lm_is_pointer(key) || lm_is_self_float(key)) {
    for (size_t i = 0; i < size; i++)
      if (lm_equal_exact(keys[i], key)) return i;
    return size;
  }
  for (size_t i = 0; i < size; i++)
    if (keys[i] == key) return i;
  return size;
}

lm_term lm_map_get(lm_term map, lm_term key) {
  if (!lm_is_flatmap(map)) {
    lm_term leaf = lm_trie_find(map, key);
    return leaf == LM_NONE ? LM_NONE : lm_tail(leaf);
  }
  const lm_term *keys = flat_keys(map), *values = flat_values(map);
  size_t size = lm_map_size(map), i = flat_find(keys, size, key);
  return i == size ? LM_NONE : values[i];
}

// ---- building flat maps -----------------------------------------------------------------------------------------

// A flat map as it grows: sorted, no key twice.
typedef struct draft {
  size_t size;
  bool new_keys; // other keys than those of the map it began with
  bool takes_keys; // of two equal keys the later one stays
  lm_term keys[LM_MAP_FLAT_MAX];
  lm_term values[LM_MAP_FLAT_MAX];
} draft;

static lm_term new_flat(lm_proc *p, lm_term keys, const lm_term *values, size_t size) {
  lm_term *object = lm_alloc(p, size + 2);
  object[0] = LM_HEADER(LM_KIND_FLATMAP, 0, size + 1);
  object[1] = keys;
  if (size > 0) memcpy(object + 2, values, size * sizeof(lm_term));
  return lm_boxed_at(object);
}

static lm_term new_keys(lm_proc *p, const lm_term *keys, size_t size) {
  lm_term *object = lm_alloc(p, size + 1);
  object[0] = LM_HEADER(LM_KIND_TUPLE, 0, size);
  if (size > 0) memcpy(object + 1, keys, size * sizeof(lm_term));
  return lm_boxed_at(object);
}

lm_term lm_map_empty(lm_proc *p) { return new_flat(p, new_keys(p, NULL, 0), NULL, 0); }

// Where a key that is not there belongs.
static size_t place_of(lumen_runtime *rt, const draft *d, lm_term key) {
  size_t low = 0, high = d->size;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (lm_compare_exact(rt, d->keys[middle], key) < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

// False when the draft is full and the key is new.
static bool draft_put(lm_proc *p, draft *d, lm_term key, lm_term value, bool *found) {
  size_t i = flat_find(d->keys, d->size, key);
  *found = i < d->size;
  if (*found) {
    d->values[i] = value;
    if (d->takes_keys && d->keys[i] != key) {
      d->keys[i] = key;
      d->new_keys = true;
    }
    return true;
  }
  if (d->size == LM_MAP_FLAT_MAX) return false;
  i = place_of(lm_runtime_of(p), d, key);
  memmove(d->keys + i + 1, d->keys + i, (d->size - i) * sizeof(lm_term));
  memmove(d->values + i + 1, d->values + i, (d->size - i) * sizeof(lm_term));
  d->keys[i] = key;
  d->values[i] = value;
  d->size++;
  d->new_keys = true;
  return true;
}

static void draft_begin(draft *d, lm_term map) {
  d->size = lm_map_size(map);
  d->new_keys = d->takes_keys = false;
  if (d->size == 0) return;
  memcpy(d->keys, flat_keys(map), d->size * sizeof(lm_term));
  memcpy(d->values, flat_values(map), d->size * sizeof(lm_term));
}

static lm_term draft_finish(lm_proc *p, const draft *d, lm_term map) {
  return new_flat(p, d->new_keys ? new_keys(p, d->keys, d->size) : lm_pointer(map)[1], d->values, d->size);
}

// ---- from many pairs --------------------------------------------------------------------------------------------

static lm_term trie_of(lm_proc *p, lm_trie_item *items, size_t count, size_t *distinct) {
  *distinct = count = lm_trie_sort(items, count);
  if (count > LM_MAP_FLAT_MAX) return lm_trie_build(p, items, count);
  draft d = {.size = 0, .new_keys = true}; // no two are equal
  bool found;
  for (size_t i = 0; i < count; i++) draft_put(p, &d, items[i].key, items[i].value, &found);
  return draft_finish(p, &d, LM_NONE);
}

// What a new pair costs until it is hashed, sorted and in its node.
enum { STEPS_OF_AN_ITEM = 16, STEPS_OF_A_REDUCTION = 4 };

static lm_trie_item item_of(lm_term key, lm_term value) { return (lm_trie_item){lm_hash(key), key, value}; }

lm_term lm_map_of(lm_proc *p, lm_term *pairs, size_t count, bool *duplicates) {
  bool ignored;
  if (duplicates == NULL) duplicates = &ignored;
  *duplicates = false;
  if (count <= LM_MAP_FLAT_MAX) {
    draft d = {.size = 0, .new_keys = true, .takes_keys = true};
    for (size_t i = 0; i < count; i++) {
      bool found;
      draft_put(p, &d, pairs[2 * i], pairs[2 * i + 1], &found);
      *duplicates |= found;
    }
    return draft_finish(p, &d, LM_NONE);
  }
  lm_trie_item *items = lm_new(count * sizeof *items);
  uint64_t unpaid = 0;
  for (size_t i = 0; i < count; i++) {
    items[i] = item_of(pairs[2 * i], pairs[2 * i + 1]);
    lm_steps(&unpaid, STEPS_OF_AN_ITEM, STEPS_OF_A_REDUCTION);
  }
  lm_pay(p, unpaid / STEPS_OF_A_REDUCTION);
  size_t distinct;
  lm_term map = trie_of(p, items, count, &distinct);
  *duplicates = distinct < count;
  lm_delete_large(items, count * sizeof *items);
  return map;
}

// A full flat map and one or more keys that are new.
static lm_term spill(lm_proc *p, const draft *d, const lm_term *pairs, size_t count) {
  lm_trie_item *items = lm_new((d->size + count) * sizeof *items);
  for (size_t i = 0; i < d->size; i++) items[i] = item_of(d->keys[i], d->values[i]);
  for (size_t i = 0; i < count; i++) items[d->size + i] = item_of(pairs[2 * i], pairs[2 * i + 1]);
  size_t distinct;
  lm_term map = trie_of(p, items, d->size + count, &distinct);
  lm_delete(items);
  return map;
}

// The draft, which began with `map`, and these pairs.
static lm_term put_all(lm_proc *p, draft *d, lm_term map, const lm_term *pairs, size_t count) {
  for (size_t i = 0; i < count; i++) {
    bool found;
    if (!draft_put(p, d, pairs[2 * i], pairs[2 * i + 1], &found)) return spill(p, d, pairs + 2 * i, count - i);
  }
  return draft_finish(p, d, map);
}

// ---- changing ---------------------------------------------------------------------------------------------------

lm_term lm_map_replace(lm_proc *p, lm_term map, const lm_term *pairs, size_t count) {
  if (!lm_is_flatmap(map)) {
    for (size_t k = 0; k < count; k++)
      if (lm_map_get(map, pairs[2 * k]) == LM_NONE) return LM_NONE;
    return lm_map_put_pairs(p, map, pairs, count);
  }
  size_t size = lm_map_size(map);
  const lm_term *keys = flat_keys(map), *from = lm_pointer(map);
  lm_term *object = lm_alloc(p, size + 2);
  for (size_t i = 0; i < size + 2; i++) object[i] = from[i];
  for (size_t k = 0; k < count; k++) {
    size_t i = flat_find(keys, size, pairs[2 * k]);
    if (i == size) {
      lm_alloc_trim(p, object, size + 2, object);
      return LM_NONE;
    }
    object[2 + i] = pairs[2 * k + 1];
  }
  return lm_boxed_at(object);
}

lm_term lm_map_put_pairs(lm_proc *p, lm_term map, const lm_term *pairs, size_t count) {
  if (lm_is_flatmap(map)) {
    lm_term replaced = lm_map_size(map) == 0 ? LM_NONE : lm_map_replace(p, map, pairs, count);
    if (replaced != LM_NONE) return replaced;
    draft d;
    draft_begin(&d, map);
    return put_all(p, &d, map, pairs, count);
  }
  for (size_t i = 0; i < count; i++) map = lm_trie_put(p, map, pairs[2 * i], pairs[2 * i + 1]);
  return map;
}

lm_term lm_map_put(lm_proc *p, lm_term map, lm_term key, lm_term value) {
  return lm_map_put_pairs(p, map, (lm_term[]){key, value}, 1);
}

lm_term lm_map_remove(lm_proc *p, lm_term map, lm_term key) {
  if (!lm_is_flatmap(map)) {
    if (lm_trie_find(map, key) == LM_NONE) return map;
    if (lm_map_size(map) > LM_MAP_FLAT_MAX + 1) return lm_trie_remove(p, map, key);
    lm_map_cursor c;
    lm_term k, v;
    draft d = {.size = 0, .new_keys = true};
    lm_map_start(&c, map);
    while (lm_map_next(&c, &k, &v)) {
      bool found;
      if (!lm_equal_exact(k, key)) draft_put(p, &d, k, v, &found);
    }
    return draft_finish(p, &d, LM_NONE);
  }
  size_t size = lm_map_size(map), i = flat_find(flat_keys(map), size, key);
  if (i == size) return map;
  draft d;
  draft_begin(&d, map);
  memmove(d.keys + i, d.keys + i + 1, (size - i - 1) * sizeof(lm_term));
  memmove(d.values + i, d.values + i + 1, (size - i - 1) * sizeof(lm_term));
  d.size--;
  d.new_keys = true;
  return draft_finish(p, &d, LM_NONE);
}

// Many keys into a large map: from this share of its size on, a new trie is cheaper than changing the old one.
enum { REBUILD_DIVISOR = 4 };

lm_term lm_map_merge(lm_proc *p, lm_term a, lm_term b) {
  size_t m = lm_map_size(a), n = lm_map_size(b);
  if (m == 0) return b;
  if (n == 0) return a;
  lm_map_cursor c;
  lm_term key, value;
  if (lm_is_flatmap(a) && lm_is_flatmap(b)) {
    lm_term pairs[2 * LM_MAP_FLAT_MAX];
    const lm_term *keys = flat_keys(b), *values = flat_values(b);
    for (size_t i = 0; i < n; i++) {
      pairs[2 * i] = keys[i];
      pairs[2 * i + 1] = values[i];
    }
    draft d;
    draft_begin(&d, a);
    d.takes_keys = true;
    return put_all(p, &d, a, pairs, n);
  }
  lm_map_start(&c, b);
  uint64_t unpaid = 0;
  if (!lm_is_flatmap(a) && n < m / REBUILD_DIVISOR) {
    for (; lm_map_next(&c, &key, &value); lm_steps(&unpaid, STEPS_OF_AN_ITEM, STEPS_OF_A_REDUCTION)) a = lm_trie_put(p, a, key, value);
    lm_pay(p, unpaid / STEPS_OF_A_REDUCTION);
    return a;
  }
  lm_trie_item *items = lm_new((m + n) * sizeof *items);
  size_t count = 0, distinct;
  lm_map_cursor d;
  lm_map_start(&d, a);
  for (; lm_map_next(&d, &key, &value); lm_steps(&unpaid, STEPS_OF_AN_ITEM, STEPS_OF_A_REDUCTION)) items[count++] = item_of(key, value);
  for (; lm_map_next(&c, &key, &value); lm_steps(&unpaid, STEPS_OF_AN_ITEM, STEPS_OF_A_REDUCTION)) items[count++] = item_of(key, value);
  lm_pay(p, unpaid / STEPS_OF_A_REDUCTION);
  lm_term map = trie_of(p, items, count, &distinct);
  lm_delete_large(items, (m + n) * sizeof *items);
  return map;
}
