// ets:update_counter/3,4 and ets:update_element/3.
#include "bif/lm_bif.h"
#include "ets/lm_ets_store.h"
#include "heap/lm_copy.h"
#include "memory/lm_memory.h"
#include "sched/lm_sched.h"
#include "term/lm_compare.h"

enum { FEW = 16 };

// A tuple under change: a copy of the words of an object, whose elements still lie in the table or already in the heap of p.
typedef struct draft {
  size_t size;        // elements
  lm_term *words;     // header, then elements
  bool immediate;     // all that changed is immediate and was immediate before
  lm_term few[1 + FEW];
} draft;

static void draft_of(draft *d, lm_term tuple) {
  d->size = lm_tuple_size(tuple);
  d->words = d->size <= FEW ? d->few : lm_new((1 + d->size) * sizeof(lm_term));
  for (size_t i = 0; i <= d->size; i++) d->words[i] = lm_pointer(tuple)[i];
  d->immediate = true;
}

static void draft_end(draft *d) {
  if (d->words != d->few) lm_delete(d->words);
}

static void set(draft *d, size_t position, lm_term value) {
  d->immediate = d->immediate && !lm_is_pointer(d->words[position]) && !lm_is_pointer(value);
  d->words[position] = value;
}

static lm_ets_object *copy_of(lm_proc *p, const draft *d) {
  LM_MAY_YIELD(p);
  return lm_ets_object_of(p, lm_boxed_at(d->words));
}

enum outcome { DONE, AGAIN, GONE };

// Makes the draft the object, for all to see at once. One that is long to copy is copied without the lock: AGAIN: `o` is not the object
// with that key any more. GONE: nor is the table there, and nothing is locked.
static enum outcome publish(lm_proc *p, lm_ets_access *a, lm_ets_object *o, const draft *d, bool is_long) {
  if (d->immediate && !lm_ets_is_kept(o)) {
    for (size_t i = 1; i <= d->size; i++) o->words[i] = d->words[i];
    return DONE;
  }
  if (!is_long && !lm_ets_is_large(o)) {
    lm_ets_replace(p, a, o, lm_ets_object_of(p, lm_boxed_at(d->words)));
    return DONE;
  }
  lm_ets_keep(o);
  lm_ets_leave(p, a);
  lm_ets_object *object = copy_of(p, d);
  enum outcome outcome = lm_ets_return(p, a) ? AGAIN : GONE;
  if (outcome == AGAIN && lm_ets_lookup(p, a, lm_ets_key(a->table, o)) == o) outcome = DONE;
  if (outcome == DONE) {
    lm_ets_replace(p, a, o, object);
  } else {
    lm_ets_object_free(lm_sched_pool(p->sched), object);
  }
  lm_ets_object_free(lm_sched_pool(p->sched), o);
  return outcome;
}

// A position that may be changed; 0: it may not, and *cause says why.
static size_t position_of(const lm_ets_access *a, const draft *d, lm_term t, lm_term *cause) {
  *cause = LM_ATOM_POSITION;
  if (!lm_is_small(t) || lm_small_value(t) < 1 || (size_t)lm_small_value(t) > d->size) return 0;
  *cause = LM_ATOM_KEYPOS;
  size_t position = (size_t)lm_small_value(t);
  return position == a->table->keypos + 1 ? 0 : position;
}

static bool has_one_object_per_key(const lm_ets_table *t) { return t->type == LM_ETS_SET || t->type == LM_ETS_ORDERED_SET; }

// ---- counters ---------------------------------------------------------------------------------------------------------

// {Position, Increment} or {Position, Increment, Threshold, SetValue}. The new value, or a failure.
static lm_term count(lm_proc *p, const lm_ets_access *a, draft *d, lm_term operation) {
  lm_term cause;
  if (!lm_is_tuple(operation)) return lm_badarg(p);
  const lm_term *e = lm_elements(operation);
  size_t n = lm_tuple_size(operation);
  if ((n != 2 && n != 4) || !lm_is_integer(e[0])) return lm_badarg(p);
  for (size_t i = 1; i < n; i++)
    if (!lm_is_integer(e[i])) return lm_badarg(p);
  size_t position = position_of(a, d, e[0], &cause);
  if (position == 0) return lm_badarg_because(p, cause);
  if (!lm_is_integer(d->words[position])) return lm_badarg(p);
  lm_term value = lumen_bif_erlang_plus_2(p, d->words[position], e[1]);
  if (value == LM_NONE) return LM_NONE;
  value = lm_copy_in(p, value); // a sum may be one of its operands, which lies in the table
  if (n == 4) {
    bool down = lm_compare(lm_runtime_of(p), e[1], lm_small(0)) < 0;
    int64_t order = lm_compare(lm_runtime_of(p), value, e[2]);
    if (down ? order < 0 : order > 0) value = e[3];
  }
  set(d, position, value);
  return value;
}

// What update_counter answers; if that fails nothing must change.
static lm_term count_all(lm_proc *p, const lm_ets_access *a, draft *d, lm_term operations) {
  if (lm_is_integer(operations)) {
    lm_term operation[3] = {LM_HEADER(LM_KIND_TUPLE, 0, 2), lm_small((int64_t)a->table->keypos + 2), operations};
    return count(p, a, d, lm_boxed_at(operation));
  }
  if (!lm_is_list(operations)) return count(p, a, d, operations);
  lm_list_builder results;
  lm_list_begin(&results);
  for (; lm_is_cons(operations); operations = lm_tail(operations)) {
    lm_term value = count(p, a, d, lm_head(operations));
    if (value == LM_NONE) return LM_NONE;
    lm_list_add(p, &results, value);
  }
  return lm_is_nil(operations) ? lm_list_finish(&results, LM_NIL) : lm_badarg(p);
}

static enum outcome update(lm_proc *p, lm_ets_access *a, lm_term key, lm_term operations, lm_term otherwise, lm_term *result) {
  *result = LM_NONE;
  if (!has_one_object_per_key(a->table)) return lm_badarg_because(p, LM_ATOM_TABLE_TYPE), DONE;
  lm_ets_object *o = lm_ets_lookup(p, a, key);
  if (o == NULL && otherwise == LM_NONE) return lm_badarg_because(p, LM_ATOM_BADKEY), DONE;
  if (o == NULL && (!lm_is_tuple(otherwise) || lm_tuple_size(otherwise) <= a->table->keypos)) return lm_badarg(p), DONE;
  draft d;
  draft_of(&d, o == NULL ? otherwise : lm_ets_term(o));
  if (o == NULL) d.words[1 + a->table->keypos] = key;
  enum outcome outcome = DONE;
  *result = count_all(p, a, &d, operations);
  if (*result != LM_NONE) {
    if (o != NULL) {
      outcome = publish(p, a, o, &d, false);
    } else {
      lm_ets_insert(p, a, lm_ets_object_of(p, lm_boxed_at(d.words)));
    }
  }
  draft_end(&d);
  return outcome;
}

static lm_term update_counter(lm_proc *p, lm_term id, lm_term key, lm_term operations, lm_term otherwise) {
  lm_ets_access a;
  lm_term result;
  enum outcome outcome;
  if (!lm_ets_enter(p, id, LM_ETS_WRITE, key, &a)) return lm_ets_badarg(p, id, LM_ETS_WRITE);
  while ((outcome = update(p, &a, key, operations, otherwise, &result)) == AGAIN) continue;
  if (outcome == GONE) return lm_ets_badarg(p, id, LM_ETS_WRITE);
  lm_ets_leave(p, &a);
  return result;
}

lm_term lumen_bif_ets_update_counter_3(lm_proc *p, lm_term id, lm_term key, lm_term operations) {
  return update_counter(p, id, key, operations, LM_NONE);
}
lm_term lumen_bif_ets_update_counter_4(lm_proc *p, lm_term id, lm_term key, lm_term operations, lm_term otherwise) {
  return update_counter(p, id, key, operations, otherwise);
}

// ---- elements ---------------------------------------------------------------------------------------------------------

// {Position, Value}
static bool set_element(const lm_ets_access *a, draft *d, lm_term change, lm_term *cause) {
  *cause = LM_NONE;
  if (!lm_is_tuple(change) || lm_tuple_size(change) != 2) return false;
  size_t position = position_of(a, d, lm_elements(change)[0], cause);
  if (position == 0) return false;
  set(d, position, lm_elements(change)[1]);
  return true;
}

static bool set_elements(const lm_ets_access *a, draft *d, lm_term changes, lm_term *cause) {
  if (!lm_is_list(changes)) return set_element(a, d, changes, cause);
  for (; lm_is_cons(changes); changes = lm_tail(changes))
    if (!set_element(a, d, lm_head(changes), cause)) return false;
  *cause = LM_NONE;
  return lm_is_nil(changes);
}

static enum outcome update_element(lm_proc *p, lm_ets_access *a, lm_term key, lm_term changes, bool is_long, lm_term *result) {
  *result = LM_NONE;
  if (!has_one_object_per_key(a->table)) return lm_badarg(p), DONE;
  lm_ets_object *o = lm_ets_lookup(p, a, key);
  if (o == NULL) return *result = LM_ATOM_FALSE, DONE;
  draft d;
  draft_of(&d, lm_ets_term(o));
  lm_term cause;
  enum outcome outcome = DONE;
  if (set_elements(a, &d, changes, &cause)) {
    *result = LM_ATOM_TRUE;
    outcome = publish(p, a, o, &d, is_long);
  } else if (cause == LM_ATOM_KEYPOS) {
    lm_badarg_because(p, cause);
  } else {
    lm_badarg(p); // of a bad position nothing is said
  }
  draft_end(&d);
  return outcome;
}

lm_term lumen_bif_ets_update_element_3(lm_proc *p, lm_term id, lm_term key, lm_term changes) {
  enum { LONG = 512 }; // words
  lm_ets_access a;
  lm_term result;
  enum outcome outcome;
  bool is_long = lm_copy_size(changes) > LONG;
  if (!lm_ets_enter(p, id, LM_ETS_WRITE, key, &a)) return lm_ets_badarg(p, id, LM_ETS_WRITE);
  while ((outcome = update_element(p, &a, key, changes, is_long, &result)) == AGAIN) continue;
  if (outcome == GONE) return lm_ets_badarg(p, id, LM_ETS_WRITE);
  lm_ets_leave(p, &a);
  return result;
}
