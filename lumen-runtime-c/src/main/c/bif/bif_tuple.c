// Tuples.
#include "bif/lm_bif.h"
#include "memory/lm_memory.h"
#include "term/lm_bits.h"

// As in OTP 25.
#define MAX_TUPLE_SIZE (((int64_t)1 << 24) - 1)

// A tuple with `size` elements to be filled in at once.
static lm_term *new_tuple(lm_proc *p, size_t size) {
  lm_term *object = lm_alloc(p, size + 1);
  object[0] = LM_HEADER(LM_KIND_TUPLE, 0, size);
  return object;
}

// Whether `index` is a small integer in 1..limit.
static bool index_in(lm_term index, size_t limit, size_t *i) {
  if (!lm_is_small(index) || lm_small_value(index) < 1 || (uint64_t)lm_small_value(index) > limit) return false;
  *i = (size_t)lm_small_value(index) - 1;
  return true;
}

lm_term lumen_bif_erlang_element_2(lm_proc *p, lm_term index, lm_term tuple) {
  uint64_t i = (uint64_t)lm_small_value(index) - 1;
  if (!lm_is_tuple(tuple) || !lm_is_small(index) || i >= lm_tuple_size(tuple)) return lm_badarg(p);
  return lm_elements(tuple)[i];
}

lm_term lumen_bif_erlang_setelement_3(lm_proc *p, lm_term index, lm_term tuple, lm_term value) {
  size_t i;
  if (!lm_is_tuple(tuple) || !index_in(index, lm_tuple_size(tuple), &i)) return lm_badarg(p);
  LM_MAY_YIELD(p);
  lm_term *copy = new_tuple(p, lm_tuple_size(tuple));
  lm_copy_bytes(copy + 1, lm_elements(tuple), lm_tuple_size(tuple) * sizeof(lm_term));
  copy[1 + i] = value;
  return lm_boxed_at(copy);
}

lm_term lumen_bif_erlang_tuple_size_1(lm_proc *p, lm_term tuple) {
  return lm_is_tuple(tuple) ? lm_small((int64_t)lm_tuple_size(tuple)) : lm_badarg(p);
}

lm_term lumen_bif_erlang_size_1(lm_proc *p, lm_term t) {
  if (lm_is_tuple(t)) return lm_small((int64_t)lm_tuple_size(t));
  return lm_is_bitstring(t) ? lm_small((int64_t)(lm_bits_of(t).size / 8)) : lm_badarg(p);
}

static lm_term *filled(lm_proc *p, lm_term size, lm_term value) {
  if (!lm_is_small(size) || lm_small_value(size) < 0 || lm_small_value(size) > MAX_TUPLE_SIZE) return NULL;
  size_t n = (size_t)lm_small_value(size);
  uint64_t unpaid = 0;
  lm_term *object = new_tuple(p, n);
  for (size_t i = 1; i <= n; i++) {
    object[i] = value;
    lm_steps(&unpaid, 1, LM_CELLS);
  }
  lm_charge(p, unpaid, LM_CELLS);
  return object;
}

lm_term lumen_bif_erlang_make_tuple_2(lm_proc *p, lm_term size, lm_term value) {
  LM_MAY_YIELD(p);
  lm_term *object = filled(p, size, value);
  return object == NULL ? lm_badarg(p) : lm_boxed_at(object);
}

lm_term lumen_bif_erlang_make_tuple_3(lm_proc *p, lm_term size, lm_term value, lm_term list) {
  LM_MAY_YIELD(p);
  lm_term *object = filled(p, size, value);
  uint64_t unpaid = 0;
  if (object == NULL) return lm_badarg(p);
  lm_term result = lm_boxed_at(object);
  for (; lm_is_cons(list); list = lm_tail(list)) {
    lm_term pair = lm_head(list);
    size_t i;
    if (!lm_is_tuple(pair) || lm_tuple_size(pair) != 2 || !index_in(lm_elements(pair)[0], lm_tuple_size(result), &i))
      return lm_badarg(p);
    object[1 + i] = lm_elements(pair)[1];
    lm_steps(&unpaid, 1, LM_CELLS);
  }
  lm_charge(p, unpaid, LM_CELLS);
  return lm_is_nil(list) ? result : lm_badarg(p);
}

static lm_term inserted(lm_proc *p, size_t i, lm_term tuple, lm_term value) {
  LM_MAY_YIELD(p);
  size_t n = lm_tuple_size(tuple);
  if (n >= (uint64_t)MAX_TUPLE_SIZE) return lm_badarg(p);
  lm_term *copy = new_tuple(p, n + 1);
  lm_copy_bytes(copy + 1, lm_elements(tuple), i * sizeof(lm_term));
  copy[1 + i] = value;
  lm_copy_bytes(copy + 2 + i, lm_elements(tuple) + i, (n - i) * sizeof(lm_term));
  return lm_boxed_at(copy);
}

lm_term lumen_bif_erlang_append_element_2(lm_proc *p, lm_term tuple, lm_term value) {
  return lm_is_tuple(tuple) ? inserted(p, lm_tuple_size(tuple), tuple, value) : lm_badarg(p);
}

lm_term lumen_bif_erlang_insert_element_3(lm_proc *p, lm_term index, lm_term tuple, lm_term value) {
  size_t i;
  if (!lm_is_tuple(tuple) || !index_in(index, lm_tuple_size(tuple) + 1, &i)) return lm_badarg(p);
  return inserted(p, i, tuple, value);
}

lm_term lumen_bif_erlang_delete_element_2(lm_proc *p, lm_term index, lm_term tuple) {
  size_t i;
  if (!lm_is_tuple(tuple) || !index_in(index, lm_tuple_size(tuple), &i)) return lm_badarg(p);
  LM_MAY_YIELD(p);
  size_t n = lm_tuple_size(tuple);
  lm_term *copy = new_tuple(p, n - 1);
  lm_copy_bytes(copy + 1, lm_elements(tuple), i * sizeof(lm_term));
  lm_copy_bytes(copy + 1 + i, lm_elements(tuple) + i + 1, (n - 1 - i) * sizeof(lm_term));
  return lm_boxed_at(copy);
}

lm_term lumen_bif_erlang_tuple_to_list_1(lm_proc *p, lm_term tuple) {
  if (!lm_is_tuple(tuple)) return lm_badarg(p);
  size_t n = lm_tuple_size(tuple);
  if (n == 0) return LM_NIL;
  LM_MAY_YIELD(p);
  uint64_t unpaid = 0;
  lm_term *cells = lm_alloc(p, 2 * n);
  for (size_t i = 0; i < n; i++) {
    cells[2 * i] = lm_elements(tuple)[i];
    cells[2 * i + 1] = i + 1 < n ? lm_cons_at(cells + 2 * i + 2) : LM_NIL;
    lm_steps(&unpaid, 1, LM_CELLS);
  }
  lm_charge(p, unpaid, LM_CELLS);
  return lm_cons_at(cells);
}

lm_term lumen_bif_erlang_list_to_tuple_1(lm_proc *p, lm_term list) {
  LM_MAY_YIELD(p);
  int64_t n = lm_list_length(list);
  if (n < 0 || n > MAX_TUPLE_SIZE) return lm_badarg(p);
  uint64_t unpaid = (uint64_t)n % LM_STRIDE;
  lm_term *object = new_tuple(p, (size_t)n);
  for (size_t i = 1; lm_is_cons(list); list = lm_tail(list)) {
    object[i++] = lm_head(list);
    lm_steps(&unpaid, 1, LM_CELLS);
  }
  lm_charge(p, unpaid, LM_CELLS);
  return lm_boxed_at(object);
}
