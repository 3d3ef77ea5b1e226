// Lists: erlang:length/1, hd/1, tl/1, ++, --, and the natives of the module lists.
#include "bif/lm_bif.h"
#include "memory/lm_memory.h"
#include "process/lm_runtime.h"
#include "term/lm_compare.h"
#include "term/lm_hash.h"

lm_term lumen_bif_erlang_hd_1(lm_proc *p, lm_term list) { return lm_is_cons(list) ? lm_head(list) : lm_badarg(p); }
lm_term lumen_bif_erlang_tl_1(lm_proc *p, lm_term list) { return lm_is_cons(list) ? lm_tail(list) : lm_badarg(p); }

lm_term lumen_bif_erlang_length_1(lm_proc *p, lm_term list) {
  LM_MAY_YIELD(p);
  int64_t n = lm_list_length(list);
  if (n < 0) return lm_badarg(p);
  lm_charge(p, (uint64_t)n % LM_STRIDE, LM_CELLS);
  return lm_small(n);
}

lm_term lumen_bif_erlang_append_2(lm_proc *p, lm_term a, lm_term b) {
  LM_MAY_YIELD(p);
  int64_t n = lm_list_length(a);
  if (n < 0) return lm_badarg(p);
  if (n == 0) return b;
  if (!lm_alloc_prepare(p, 2 * (size_t)n)) return lm_system_limit(p);
  uint64_t unpaid = (uint64_t)n % LM_STRIDE;
  // One block for all cells: a list that was appended lies in a row.
  lm_term *cells = lm_alloc(p, 2 * (size_t)n), *cell = cells;
  for (; lm_is_cons(a); a = lm_tail(a), cell += 2) {
    cell[0] = lm_head(a);
    cell[1] = lm_cons_at(cell + 2);
    lm_steps(&unpaid, 1, LM_CELLS);
  }
  cell[-1] = b;
  lm_charge(p, unpaid, LM_CELLS);
  return lm_cons_at(cells);
}

lm_term lumen_bif_lists_reverse_2(lm_proc *p, lm_term list, lm_term tail) {
  LM_MAY_YIELD(p);
  int64_t n = lm_list_length(list);
  if (n < 0) return lm_badarg(p);
  if (n == 0) return tail;
  uint64_t unpaid = (uint64_t)n % LM_STRIDE;
  lm_term *cells = lm_alloc(p, 2 * (size_t)n), *cell = cells + 2 * n;
  lm_term *last = cell - 2;
  for (; lm_is_cons(list); list = lm_tail(list)) {
    cell -= 2;
    cell[0] = lm_head(list);
    cell[1] = lm_cons_at(cell + 2);
    lm_steps(&unpaid, 1, LM_CELLS);
  }
  last[1] = tail;
  lm_charge(p, unpaid, LM_CELLS);
  return lm_cons_at(cells);
}

lm_term lumen_bif_lists_member_2(lm_proc *p, lm_term element, lm_term list) {
  LM_MAY_YIELD(p);
  uint64_t unpaid = 0;
  for (; lm_is_cons(list) && !lm_equal_exact(lm_head(list), element); list = lm_tail(list)) lm_steps(&unpaid, 1, LM_CELLS);
  lm_charge(p, unpaid, LM_CELLS);
  if (lm_is_cons(list)) return LM_ATOM_TRUE;
  return lm_is_nil(list) ? LM_ATOM_FALSE : lm_badarg(p);
}

// ---- key lists --------------------------------------------------------------------------------------------------

static inline bool has_key(lm_term t, uint64_t at, lm_term key) {
  return lm_is_tuple(t) && lm_tuple_size(t) >= at && lumen_equal(lm_elements(t)[at - 1], key);
}

// The first tuple whose element at `position` equals key (==), LM_ATOM_FALSE, or LM_NONE with badarg.
static lm_term keyfind(lm_proc *p, lm_term key, lm_term position, lm_term list) {
  if (!lm_is_small(position) || lm_small_value(position) < 1) return lm_badarg(p);
  LM_MAY_YIELD(p);
  uint64_t at = (uint64_t)lm_small_value(position), unpaid = 0;
  for (; lm_is_cons(list) && !has_key(lm_head(list), at, key); list = lm_tail(list)) lm_steps(&unpaid, 1, LM_CELLS / 2);
  lm_charge(p, unpaid, LM_CELLS / 2);
  if (lm_is_cons(list)) return lm_head(list);
  return lm_is_nil(list) ? LM_ATOM_FALSE : lm_badarg(p);
}

lm_term lumen_bif_lists_keyfind_3(lm_proc *p, lm_term key, lm_term position, lm_term list) {
  return keyfind(p, key, position, list);
}

lm_term lumen_bif_lists_keymember_3(lm_proc *p, lm_term key, lm_term position, lm_term list) {
  lm_term found = keyfind(p, key, position, list);
  return found == LM_NONE || found == LM_ATOM_FALSE ? found : LM_ATOM_TRUE;
}

lm_term lumen_bif_lists_keysearch_3(lm_proc *p, lm_term key, lm_term position, lm_term list) {
  lm_term found = keyfind(p, key, position, list);
  return found == LM_NONE || found == LM_ATOM_FALSE ? found : lm_tuple2(p, LM_ATOM_VALUE, found);
}

// ---- subtraction ------------------------------------------------------------------------------------------------

// The elements to take away, in an open hash table with a count for each: O(n + m).
typedef struct bag {
  lm_term *elements; // LM_NONE: free
  uint64_t *counts;
  size_t mask;
  uint64_t salt;
  uint64_t unpaid;
} bag;

static size_t bag_slot(const bag *b, lm_term element) {
  size_t i = (size_t)lm_hash_salted(element, b->salt) & b->mask;
  while (b->elements[i] != LM_NONE && !lm_equal_exact(b->elements[i], element)) i = (i + 1) & b->mask;
  return i;
}

static void bag_fill(bag *b, lm_term list, size_t length) {
  size_t room = 16;
  while (room < 2 * length) room *= 2;
  b->mask = room - 1;
  b->elements = lm_new(room * sizeof(lm_term));
  b->counts = lm_new_zeroed(room, sizeof(uint64_t));
  for (size_t i = 0; i < room; i++) {
    b->elements[i] = LM_NONE;
    lm_steps(&b->unpaid, 1, LM_CELLS);
  }
  for (; lm_is_cons(list); list = lm_tail(list)) {
    lm_steps(&b->unpaid, LM_CELLS, LM_CELLS);
    size_t i = bag_slot(b, lm_head(list));
    b->elements[i] = lm_head(list);
    b->counts[i]++;
  }
}

enum { SEARCH_IN_ROW = 8 };

lm_term lumen_bif_erlang_subtract_2(lm_proc *p, lm_term a, lm_term b) {
  LM_MAY_YIELD(p);
  int64_t n = lm_list_length(a), m = lm_list_length(b);
  if (n < 0 || m < 0) return lm_badarg(p);
  if (n == 0 || m == 0) return a;
  lm_list_builder result;
  lm_list_begin(&result);
  size_t left = (size_t)m;
  if (m <= SEARCH_IN_ROW) {
    lm_term few[SEARCH_IN_ROW];
    uint64_t unpaid = 0;
    for (size_t i = 0; i < left; i++, b = lm_tail(b)) few[i] = lm_head(b);
    for (; lm_is_cons(a) && left > 0; a = lm_tail(a)) {
      size_t i = 0;
      while (i < left && !lm_equal_exact(few[i], lm_head(a))) i++;
      lm_steps(&unpaid, LM_CELLS, LM_CELLS);
      if (i == left) {
        lm_list_add(p, &result, lm_head(a));
      } else {
        few[i] = few[--left]; // equal elements are interchangeable
      }
    }
    lm_charge(p, unpaid, LM_CELLS);
    return lm_list_finish(&result, a);
  }
  bag bag = {.salt = lm_runtime_of(p)->salt};
  bag_fill(&bag, b, left);
  for (; lm_is_cons(a) && left > 0; a = lm_tail(a)) {
    lm_steps(&bag.unpaid, LM_CELLS, LM_CELLS);
    size_t i = bag_slot(&bag, lm_head(a));
    if (bag.elements[i] != LM_NONE && bag.counts[i] > 0) {
      bag.counts[i]--;
      left--;
    } else {
      lm_list_add(p, &result, lm_head(a));
    }
  }
  lm_charge(p, bag.unpaid, LM_CELLS);
  lm_delete_large(bag.elements, (bag.mask + 1) * sizeof(lm_term));
  lm_delete_large(bag.counts, (bag.mask + 1) * sizeof(uint64_t));
  return lm_list_finish(&result, a);
}

// The same as functions with names of their own.
lm_term lumen_bif_erlang_append_lists_2(lm_proc *p, lm_term a, lm_term b) { return lumen_bif_erlang_append_2(p, a, b); }
lm_term lumen_bif_erlang_subtract_lists_2(lm_proc *p, lm_term a, lm_term b) { return lumen_bif_erlang_subtract_2(p, a, b); }
