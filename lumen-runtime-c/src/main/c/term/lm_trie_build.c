// Making a trie of many keys at once: see lm_trie.h. Sorted by hash, the keys of each node are a range.
#include <string.h>

#include "heap/lm_heap.h"
#include "memory/lm_memory.h"
#include "process/lm_proc.h"
#include "term/lm_compare.h"
#include "term/lm_trie.h"
#include "work/lm_work.h"

enum { STEPS_OF_A_REDUCTION = 4 };

// Stable merge sort; `spare` has as much room.
static void sort(lm_trie_item *items, lm_trie_item *spare, size_t count) {
  enum { RUN = 8 };
  uint64_t unpaid = 0;
  for (size_t from = 0; from < count; from += RUN) {
    lm_steps(&unpaid, RUN, STEPS_OF_A_REDUCTION);
    size_t to = from + RUN < count ? from + RUN : count;
    for (size_t i = from + 1; i < to; i++) {
      lm_trie_item item = items[i];
      size_t k = i;
      for (; k > from && items[k - 1].hash > item.hash; k--) items[k] = items[k - 1];
      items[k] = item;
    }
  }
  lm_trie_item *source = items, *target = spare;
  for (size_t width = RUN; width < count; width *= 2) {
    for (size_t from = 0; from < count; from += 2 * width) {
      size_t middle = from + width < count ? from + width : count, to = middle + width < count ? middle + width : count;
      size_t a = from, b = middle, k = from;
      while (a < middle && b < to) {
        target[k++] = source[b].hash < source[a].hash ? source[b++] : source[a++];
        lm_steps(&unpaid, 1, STEPS_OF_A_REDUCTION);
      }
      lm_copy_bytes(target + k, source + a, (middle - a) * sizeof *target);
      lm_copy_bytes(target + k + (middle - a), source + b, (to - b) * sizeof *target);
    }
    lm_trie_item *swap = source;
    source = target;
    target = swap;
  }
  if (source != items) lm_copy_bytes(items, source, count * sizeof *items);
}

static void sort_items(lm_trie_item *items, size_t count) {
  lm_trie_item *spare = lm_new(count * sizeof *items);
  sort(items, spare, count);
  lm_delete_large(spare, count * sizeof *items);
}

size_t lm_trie_sort(lm_trie_item *items, size_t count) {
  sort_items(items, count);
  size_t kept = 0;
  uint64_t unpaid = 0;
  for (size_t from = 0; from < count;) {
    size_t start = kept, i = from;
    for (; i < count && items[i].hash == items[from].hash; i++) {
      lm_steps(&unpaid, 1, STEPS_OF_A_REDUCTION);
      size_t k = start;
      while (k < kept && !lm_equal_exact(items[k].key, items[i].key)) k++;
      if (k < kept) {
        items[k] = items[i]; // with its key: it may be another zero
      } else {
        items[kept++] = items[i];
      }
    }
    from = i;
  }
  return kept;
}

// The entry for a range of items below a node of the level above. Recursion is as deep as the trie.
static lm_term build(lm_proc *p, lm_trie_item *items, size_t count, unsigned level, lm_term size) {
  if (count == 1 && size == LM_NONE) return lm_cons(p, items[0].key, items[0].value);
  if (level > 0 && level % LM_TRIE_LEVELS_PER_HASH == 0) {
    if (level >= LM_MAP_MAX_LEVELS) lm_out_of_memory();
    for (size_t i = 0; i < count; i++) items[i].hash = lm_hash_salted(items[i].key, level / LM_TRIE_LEVELS_PER_HASH);
    sort_items(items, count);
  }
  unsigned shift = 60 - LM_TRIE_BITS * (level % LM_TRIE_LEVELS_PER_HASH), bitmap = 0;
  lm_term entries[16];
  unsigned used = 0;
  for (size_t from = 0; from < count;) {
    unsigned slot = items[from].hash >> shift & 15;
    size_t to = from + 1;
    while (to < count && (items[to].hash >> shift & 15) == slot) to++;
    bitmap |= 1u << slot;
    entries[used++] = build(p, items + from, to - from, level + 1, LM_NONE);
    from = to;
  }
  bool root = size != LM_NONE;
  size_t fixed = root ? 3 : 2;
  lm_pay(p, used);
  lm_term *node = lm_alloc(p, fixed + used);
  node[0] = LM_HEADER(root ? LM_KIND_HASHMAP : LM_KIND_HASHNODE, 0, fixed - 1 + used);
  if (root) node[1] = size;
  node[fixed - 1] = lm_small((int64_t)bitmap);
  memcpy(node + fixed, entries, used * sizeof(lm_term));
  return lm_boxed_at(node);
}

lm_term lm_trie_build(lm_proc *p, lm_trie_item *items, size_t count) {
  return build(p, items, count, 0, lm_small((int64_t)count));
}
