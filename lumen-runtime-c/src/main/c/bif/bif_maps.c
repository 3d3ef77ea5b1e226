// Maps: the natives of the module maps, the map functions of erlang, and what compiled code calls.
#include "bif/lm_bif.h"
#include "memory/lm_memory.h"
#include "term/lm_map.h"

static lm_term badmap(lm_proc *p, lm_term t) { return lm_error_with(p, LM_ATOM_BADMAP, t); }
static lm_term badkey(lm_proc *p, lm_term key) { return lm_error_with(p, LM_ATOM_BADKEY, key); }

// ---- compiled code ----------------------------------------------------------------------------------------------

lm_term lumen_map_get(lm_proc *p, lm_term map, lm_term key) {
  (void)p;
  return lm_is_map(map) ? lm_map_get(map, key) : LM_NONE;
}

lm_term lumen_map_put(lm_proc *p, lm_term map, uint64_t n) {
  if (!lm_is_map(map)) return badmap(p, map);
  if (n == 1) return lm_map_put(p, map, p->abi.xs[0], p->abi.xs[1]);
  return lm_map_put_pairs(p, map, p->abi.xs, n);
}

lm_term lumen_map_update(lm_proc *p, lm_term map, uint64_t n) {
  if (!lm_is_map(map)) return badmap(p, map);
  lm_term updated = lm_map_replace(p, map, p->abi.xs, n);
  if (updated != LM_NONE) return updated;
  uint64_t i = 0;
  while (lm_map_get(map, p->abi.xs[2 * i]) != LM_NONE) i++;
  return badkey(p, p->abi.xs[2 * i]);
}

// ---- erlang -----------------------------------------------------------------------------------------------------

lm_term lumen_bif_erlang_map_size_1(lm_proc *p, lm_term map) {
  return lm_is_map(map) ? lm_small((int64_t)lm_map_size(map)) : badmap(p, map);
}

lm_term lumen_bif_erlang_map_get_2(lm_proc *p, lm_term key, lm_term map) {
  return lumen_bif_maps_get_2(p, key, map);
}

lm_term lumen_bif_erlang_is_map_key_2(lm_proc *p, lm_term key, lm_term map) {
  return lumen_bif_maps_is_key_2(p, key, map);
}

// ---- maps -------------------------------------------------------------------------------------------------------

lm_term lumen_bif_maps_get_2(lm_proc *p, lm_term key, lm_term map) {
  if (!lm_is_map(map)) return badmap(p, map);
  lm_term value = lm_map_get(map, key);
  return value == LM_NONE ? badkey(p, key) : value;
}

lm_term lumen_bif_maps_find_2(lm_proc *p, lm_term key, lm_term map) {
  if (!lm_is_map(map)) return badmap(p, map);
  lm_term value = lm_map_get(map, key);
  return value == LM_NONE ? LM_ATOM_ERROR : lm_tuple2(p, LM_ATOM_OK, value);
}

lm_term lumen_bif_maps_is_key_2(lm_proc *p, lm_term key, lm_term map) {
  return lm_is_map(map) ? lm_boolean(lm_map_get(map, key) != LM_NONE) : badmap(p, map);
}

lm_term lumen_bif_maps_put_3(lm_proc *p, lm_term key, lm_term value, lm_term map) {
  return lm_is_map(map) ? lm_map_put(p, map, key, value) : badmap(p, map);
}

lm_term lumen_bif_maps_update_3(lm_proc *p, lm_term key, lm_term value, lm_term map) {
  if (!lm_is_map(map)) return badmap(p, map);
  return lm_map_get(map, key) == LM_NONE ? badkey(p, key) : lm_map_put(p, map, key, value);
}

lm_term lumen_bif_maps_remove_2(lm_proc *p, lm_term key, lm_term map) {
  return lm_is_map(map) ? lm_map_remove(p, map, key) : badmap(p, map);
}

lm_term lumen_bif_maps_take_2(lm_proc *p, lm_term key, lm_term map) {
  if (!lm_is_map(map)) return badmap(p, map);
  lm_term value = lm_map_get(map, key);
  return value == LM_NONE ? LM_ATOM_ERROR : lm_tuple2(p, value, lm_map_remove(p, map, key));
}

lm_term lumen_bif_maps_keys_1(lm_proc *p, lm_term map) {
  if (!lm_is_map(map)) return badmap(p, map);
  lm_list_builder list;
  lm_map_cursor c;
  lm_term key, value;
  LM_MAY_YIELD(p);
  uint64_t unpaid = 0;
  lm_list_begin(&list);
  lm_map_start(&c, map);
  for (; lm_map_next(&c, &key, &value); lm_steps(&unpaid, 1, LM_CELLS)) lm_list_add(p, &list, key);
  lm_charge(p, unpaid, LM_CELLS);
  return lm_list_finish(&list, LM_NIL);
}

lm_term lumen_bif_maps_values_1(lm_proc *p, lm_term map) {
  if (!lm_is_map(map)) return badmap(p, map);
  lm_list_builder list;
  lm_map_cursor c;
  lm_term key, value;
  LM_MAY_YIELD(p);
  uint64_t unpaid = 0;
  lm_list_begin(&list);
  lm_map_start(&c, map);
  for (; lm_map_next(&c, &key, &value); lm_steps(&unpaid, 1, LM_CELLS)) lm_list_add(p, &list, value);
  lm_charge(p, unpaid, LM_CELLS);
  return lm_list_finish(&list, LM_NIL);
}

lm_term lumen_bif_maps_merge_2(lm_proc *p, lm_term a, lm_term b) {
  if (!lm_is_map(a)) return badmap(p, a);
  if (!lm_is_map(b)) return badmap(p, b);
  LM_MAY_YIELD(p);
  return lm_map_merge(p, a, b);
}

lm_term lumen_bif_maps_from_list_1(lm_proc *p, lm_term list) {
  LM_MAY_YIELD(p);
  int64_t n = lm_list_length(list);
  if (n < 0) return lm_badarg(p);
  uint64_t unpaid = (uint64_t)n % LM_STRIDE;
  lm_term *pairs = lm_new(2 * (size_t)n * sizeof(lm_term));
  for (size_t i = 0; lm_is_cons(list); list = lm_tail(list), i++) {
    lm_term pair = lm_head(list);
    if (!lm_is_tuple(pair) || lm_tuple_size(pair) != 2) {
      lm_delete(pairs);
      return lm_badarg(p);
    }
    pairs[2 * i] = lm_elements(pair)[0];
    pairs[2 * i + 1] = lm_elements(pair)[1];
    lm_steps(&unpaid, 1, LM_CELLS);
  }
  lm_charge(p, unpaid, LM_CELLS);
  lm_term map = lm_map_of(p, pairs, (size_t)n, NULL);
  lm_delete_large(pairs, 2 * (size_t)n * sizeof(lm_term));
  return map;
}

lm_term lumen_bif_maps_from_keys_2(lm_proc *p, lm_term list, lm_term value) {
  LM_MAY_YIELD(p);
  int64_t n = lm_list_length(list);
  if (n < 0) return lm_badarg(p);
  uint64_t unpaid = (uint64_t)n % LM_STRIDE;
  lm_term *pairs = lm_new(2 * (size_t)n * sizeof(lm_term));
  for (size_t i = 0; lm_is_cons(list); list = lm_tail(list), i++) {
    pairs[2 * i] = lm_head(list);
    pairs[2 * i + 1] = value;
    lm_steps(&unpaid, 1, LM_CELLS);
  }
  lm_charge(p, unpaid, LM_CELLS);
  lm_term map = lm_map_of(p, pairs, (size_t)n, NULL);
  lm_delete_large(pairs, 2 * (size_t)n * sizeof(lm_term));
  return map;
}

// ---- iteration --------------------------------------------------------------------------------------------------

enum { BATCH = 64 }; // keys of a trie that one step of an iterator unpacks

// erts_internal:map_next(Position, Map, iterator) -> none | {K, V, {K, V, ... none | [Position | Map]}}
//              map_next(Position, Map, List) -> [{K, V}, ... | List]
lm_term lumen_bif_erts_internal_map_next_3(lm_proc *p, lm_term position, lm_term map, lm_term how) {
  if (!lm_is_map(map)) return lm_badarg(p);
  lm_map_cursor c;
  bool iterator = how == LM_ATOM_ITERATOR, flat = lm_is_flatmap(map);
  if (!iterator && !lm_is_list(how)) return lm_badarg(p);
  if (flat) {
    if (!lm_is_small(position)) return lm_badarg(p); // which one does not matter: flat maps are done in one go
    lm_map_start(&c, map);
  } else if (!lm_map_start_at(&c, map, position)) {
    return lm_badarg(p);
  }
  lm_term key, value, result;
  if (!iterator) {
    LM_MAY_YIELD(p);
    lm_list_builder list;
    uint64_t unpaid = 0;
    lm_list_begin(&list);
    for (; lm_map_next(&c, &key, &value); lm_steps(&unpaid, LM_CELLS, LM_CELLS)) lm_list_add(p, &list, lm_tuple2(p, key, value));
    lm_charge(p, unpaid, LM_CELLS);
    return lm_list_finish(&list, how);
  }
  lm_term *end = &result;
  for (int i = 0; flat || i < BATCH; i++) {
    if (!lm_map_next(&c, &key, &value)) {
      *end = LM_ATOM_NONE;
      return result;
    }
    lm_term *step = lm_alloc(p, 4);
    step[0] = LM_HEADER(LM_KIND_TUPLE, 0, 3);
    step[1] = key;
    step[2] = value;
    *end = lm_boxed_at(step);
    end = step + 3;
  }
  lm_term next = lm_map_position(p, &c);
  *end = next == lm_small(0) ? LM_ATOM_NONE : lm_cons(p, next, map);
  return result;
}
