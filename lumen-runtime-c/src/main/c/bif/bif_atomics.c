// The natives of the modules atomics and counters: arrays of 64-bit numbers that all processes may change at once.
//
// Counters of either kind (atomics, write_concurrency) are such arrays: one word each, not one per scheduler.
#include <stdatomic.h>

#include "bif/lm_bif.h"
#include "term/lm_bignum.h"
#include "term/lm_map.h"
#include "term/lm_resource.h"

// The bytes of the resource.
typedef struct array {
  uint64_t kind; // enum lm_resource_kind
  uint64_t count;
  bool is_signed;
  _Alignas(8) _Atomic uint64_t words[];
} array;

static array *array_of(lm_term t, enum lm_resource_kind kind) {
  lm_refc *refc = lm_resource_of(t, kind);
  return refc == NULL ? NULL : (array *)(void *)refc->bytes;
}

static lm_term new_array(lm_proc *p, lm_term size, bool is_signed, enum lm_resource_kind kind) {
  uint64_t count;
  if (!lm_is_integer(size) || size == lm_small(0) || lm_int_is_negative(size)) return lm_badarg(p);
  if (!lm_int_to_uint64(size, &count) || count > (SIZE_MAX >> 5)) return lm_system_limit(p);
  lm_refc *refc = lm_refc_try_new(NULL, sizeof(array) + (size_t)count * sizeof(uint64_t));
  if (refc == NULL) return lm_system_limit(p);
  array *a = (array *)(void *)refc->bytes;
  a->count = count;
  a->is_signed = is_signed;
  for (uint64_t i = 0; i < count; i++) atomic_init(&a->words[i], 0);
  return lm_resource_reference(p, refc, kind);
}

// The word at a position counted from 1, or NULL with badarg.
static _Atomic uint64_t *word_at(lm_proc *p, array *a, lm_term position) {
  if (a != NULL && lm_is_small(position) && lm_small_value(position) >= 1 && (uint64_t)lm_small_value(position) <= a->count)
    return &a->words[lm_small_value(position) - 1];
  lm_badarg(p);
  return NULL;
}

static lm_term number(lm_proc *p, const array *a, uint64_t word) {
  return a->is_signed ? lm_integer(p, (int64_t)word) : lm_unsigned(p, word);
}

// A value that the array can hold.
static bool value_of(const array *a, lm_term t, uint64_t *word) {
  int64_t n;
  if (!lm_is_integer(t)) return false;
  if (!a->is_signed) return lm_int_to_uint64(t, word);
  if (!lm_int_to_int64(t, &n)) return false;
  *word = (uint64_t)n;
  return true;
}

// What may be added: anything of 64 bits, with a sign or without.
static bool step_of(lm_term t, uint64_t *word) {
  int64_t n;
  if (!lm_is_integer(t)) return false;
  if (lm_int_to_uint64(t, word)) return true;
  if (!lm_int_to_int64(t, &n)) return false;
  *word = (uint64_t)n;
  return true;
}

static lm_term info(lm_proc *p, const array *a, bool bounds) {
  if (a == NULL) return lm_badarg(p);
  lm_term pairs[8] = {LM_ATOM_SIZE, lm_unsigned(p, a->count), LM_ATOM_MEMORY,
                      lm_unsigned(p, sizeof *a + a->count * sizeof(uint64_t))};
  if (bounds) {
    pairs[4] = LM_ATOM_MIN;
    pairs[5] = a->is_signed ? lm_integer(p, INT64_MIN) : lm_small(0);
    pairs[6] = LM_ATOM_MAX;
    pairs[7] = a->is_signed ? lm_integer(p, INT64_MAX) : lm_unsigned(p, UINT64_MAX);
  }
  return lm_map_of(p, pairs, bounds ? 4 : 2, NULL);
}

// ---- atomics ----------------------------------------------------------------------------------------------------

lm_term lumen_bif_erts_internal_atomics_new_2(lm_proc *p, lm_term size, lm_term options) {
  if (!lm_is_small(options) || lm_small_value(options) < 0) return lm_badarg(p);
  return new_array(p, size, lm_small_value(options) & 1, LM_RESOURCE_ATOMICS);
}

static lm_term put(lm_proc *p, array *a, lm_term position, lm_term value) {
  uint64_t word;
  _Atomic uint64_t *at = word_at(p, a, position);
  if (at == NULL) return LM_NONE;
  if (!value_of(a, value, &word)) return lm_badarg(p);
  atomic_store(at, word);
  return LM_ATOM_OK;
}

static lm_term get(lm_proc *p, array *a, lm_term position) {
  _Atomic uint64_t *at = word_at(p, a, position);
  return at == NULL ? LM_NONE : number(p, a, atomic_load(at));
}

// Answers whether it was done; *after = the new value.
static bool add(lm_proc *p, array *a, lm_term position, lm_term step, uint64_t *after) {
  uint64_t word;
  _Atomic uint64_t *at = word_at(p, a, position);
  if (at == NULL) return false;
  if (!step_of(step, &word)) return lm_badarg(p), false;
  *after = atomic_fetch_add(at, word) + word;
  return true;
}

lm_term lumen_bif_atomics_put_3(lm_proc *p, lm_term t, lm_term position, lm_term value) {
  return put(p, array_of(t, LM_RESOURCE_ATOMICS), position, value);
}

lm_term lumen_bif_atomics_get_2(lm_proc *p, lm_term t, lm_term position) {
  return get(p, array_of(t, LM_RESOURCE_ATOMICS), position);
}

lm_term lumen_bif_atomics_add_3(lm_proc *p, lm_term t, lm_term position, lm_term step) {
  uint64_t after;
  return add(p, array_of(t, LM_RESOURCE_ATOMICS), position, step, &after) ? LM_ATOM_OK : LM_NONE;
}

lm_term lumen_bif_atomics_add_get_3(lm_proc *p, lm_term t, lm_term position, lm_term step) {
  uint64_t after;
  array *a = array_of(t, LM_RESOURCE_ATOMICS);
  return add(p, a, position, step, &after) ? number(p, a, after) : LM_NONE;
}

lm_term lumen_bif_atomics_exchange_3(lm_proc *p, lm_term t, lm_term position, lm_term value) {
  uint64_t word;
  array *a = array_of(t, LM_RESOURCE_ATOMICS);
  _Atomic uint64_t *at = word_at(p, a, position);
  if (at == NULL) return LM_NONE;
  return value_of(a, value, &word) ? number(p, a, atomic_exchange(at, word)) : lm_badarg(p);
}

lm_term lumen_bif_atomics_compare_exchange_4(lm_proc *p, lm_term t, lm_term position, lm_term expected, lm_term desired) {
  uint64_t before, after;
  array *a = array_of(t, LM_RESOURCE_ATOMICS);
  _Atomic uint64_t *at = word_at(p, a, position);
  if (at == NULL) return LM_NONE;
  if (!value_of(a, expected, &before) || !value_of(a, desired, &after)) return lm_badarg(p);
  return atomic_compare_exchange_strong(at, &before, after) ? LM_ATOM_OK : number(p, a, before);
}

lm_term lumen_bif_atomics_info_1(lm_proc *p, lm_term t) { return info(p, array_of(t, LM_RESOURCE_ATOMICS), true); }

// ---- counters with write_concurrency; the others are atomics ------------------------------------------------------

lm_term lumen_bif_erts_internal_counters_new_1(lm_proc *p, lm_term size) {
  return new_array(p, size, true, LM_RESOURCE_COUNTERS);
}

lm_term lumen_bif_erts_internal_counters_get_2(lm_proc *p, lm_term t, lm_term position) {
  return get(p, array_of(t, LM_RESOURCE_COUNTERS), position);
}

lm_term lumen_bif_erts_internal_counters_add_3(lm_proc *p, lm_term t, lm_term position, lm_term step) {
  uint64_t after;
  return add(p, array_of(t, LM_RESOURCE_COUNTERS), position, step, &after) ? LM_ATOM_OK : LM_NONE;
}

lm_term lumen_bif_erts_internal_counters_put_3(lm_proc *p, lm_term t, lm_term position, lm_term value) {
  return put(p, array_of(t, LM_RESOURCE_COUNTERS), position, value);
}

lm_term lumen_bif_erts_internal_counters_info_1(lm_proc *p, lm_term t) {
  return info(p, array_of(t, LM_RESOURCE_COUNTERS), false);
}
