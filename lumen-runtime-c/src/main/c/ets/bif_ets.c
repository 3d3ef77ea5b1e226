// The natives of the module ets: tables, and their objects by key. How tables are made: ets/lm_ets.h.
#include "bif/lm_bif.h"
#include "ets/lm_ets_store.h"
#include "heap/lm_copy.h"
#include "memory/lm_memory.h"
#include "process/lm_pids.h"
#include "process/lm_runtime.h"
#include "sched/lm_relations.h"
#include "sched/lm_sched.h"
#include "sched/lm_signal.h"
#include "term/lm_compare.h"
#include "term/lm_identity.h"

// ---- tables -----------------------------------------------------------------------------------------------------------

static bool protection_of(lm_term name, enum lm_ets_protection *protection) {
  switch (name) {
    case LM_ATOM_PUBLIC: *protection = LM_ETS_PUBLIC; return true;
    case LM_ATOM_PROTECTED: *protection = LM_ETS_PROTECTED; return true;
    case LM_ATOM_PRIVATE: *protection = LM_ETS_PRIVATE; return true;
    default: return false;
  }
}

static bool type_of(lm_term name, enum lm_ets_type *type) {
  switch (name) {
    case LM_ATOM_SET: *type = LM_ETS_SET; return true;
    case LM_ATOM_BAG: *type = LM_ETS_BAG; return true;
    case LM_ATOM_DUPLICATE_BAG: *type = LM_ETS_DUPLICATE_BAG; return true;
    case LM_ATOM_ORDERED_SET: *type = LM_ETS_ORDERED_SET; return true;
    default: return false;
  }
}

static bool flag_of(lm_term value, bool *flag) {
  *flag = value == LM_ATOM_TRUE;
  return lm_is_boolean(value);
}

// {heir, none} | {heir, Pid, Data}
static bool heir_of(lm_term option, lm_term *heir, lm_term *data) {
  const lm_term *e = lm_elements(option);
  size_t size = lm_tuple_size(option);
  *heir = *data = LM_NONE;
  if (size == 2) return e[1] == LM_ATOM_NONE;
  if (size != 3 || !lm_is_pid(e[1])) return false;
  *heir = e[1];
  *data = e[2];
  return true;
}

static bool new_option(lm_term option, lm_ets_options *o) {
  if (option == LM_ATOM_NAMED_TABLE) return o->named = true;
  if (option == LM_ATOM_COMPRESSED) return o->compressed = true;
  if (lm_is_atom(option)) return type_of(option, &o->type) || protection_of(option, &o->protection);
  if (!lm_is_tuple(option) || lm_tuple_size(option) < 2) return false;
  lm_term value = lm_elements(option)[1];
  if (lm_elements(option)[0] == LM_ATOM_HEIR) return heir_of(option, &o->heir, &o->heir_data);
  if (lm_tuple_size(option) != 2) return false;
  switch (lm_elements(option)[0]) {
    case LM_ATOM_KEYPOS:
      if (!lm_is_small(value) || lm_small_value(value) < 1) return false;
      o->keypos = (size_t)lm_small_value(value) - 1;
      return true;
    case LM_ATOM_READ_CONCURRENCY: return flag_of(value, &o->read_concurrency);
    case LM_ATOM_DECENTRALIZED_COUNTERS: return flag_of(value, &o->decentralized);
    case LM_ATOM_WRITE_CONCURRENCY:
      o->automatic = value == LM_ATOM_AUTO;
      if (o->automatic) return o->write_concurrency = true;
      return flag_of(value, &o->write_concurrency);
    default: return false;
  }
}

lm_term lumen_bif_ets_new_2(lm_proc *p, lm_term name, lm_term list) {
  lm_ets_options o = {.type = LM_ETS_SET, .protection = LM_ETS_PROTECTED, .heir = LM_NONE, .heir_data = LM_NONE};
  if (!lm_is_atom(name)) return lm_badarg(p);
  for (; lm_is_cons(list); list = lm_tail(list))
    if (!new_option(lm_head(list), &o)) return lm_badarg(p);
  if (!lm_is_nil(list)) return lm_badarg(p);
  lm_ets_table *t = lm_ets_new(p, name, &o);
  return t == NULL ? lm_badarg_because(p, LM_ATOM_ALREADY_EXISTS) : lm_ets_id(p, t);
}

lm_term lumen_bif_ets_delete_1(lm_proc *p, lm_term id) { return lm_ets_delete(p, id) ? LM_ATOM_TRUE : lm_ets_badarg(p, id, LM_ETS_WRITE); }

lm_term lumen_bif_ets_rename_2(lm_proc *p, lm_term id, lm_term name) {
  if (!lm_is_atom(name) || !lm_ets_rename(p, id, name)) return lm_ets_badarg(p, id, LM_ETS_WRITE);
  return lm_is_atom(id) ? name : id;
}

lm_term lumen_bif_ets_give_away_3(lm_proc *p, lm_term id, lm_term pid, lm_term data) {
  if (lm_is_local_pid(pid) && lm_ets_give_away(p, id, pid, data)) return LM_ATOM_TRUE;
  lm_ets_badarg(p, id, LM_ETS_WRITE);
  if (p->cause == LM_NONE && lm_is_local_pid(pid)) {
    lm_term owner = lumen_bif_ets_info_2(p, id, LM_ATOM_OWNER);
    if (owner != p->abi.self) return lm_badarg_because(p, LM_ATOM_NOT_OWNER);
    if (pid == owner) return lm_badarg_because(p, LM_ATOM_OWNER);
  }
  return LM_NONE;
}

lm_term lumen_bif_ets_setopts_2(lm_proc *p, lm_term id, lm_term options) {
  enum lm_ets_protection protection = LM_ETS_PUBLIC;
  bool with_protection = false, with_heir = false;
  lm_term heir = LM_NONE, data = LM_NONE, single[2] = {options, LM_NIL};
  for (lm_term list = lm_is_tuple(options) ? lm_cons_at(single) : options; !lm_is_nil(list); list = lm_tail(list)) {
    if (!lm_is_cons(list) || !lm_is_tuple(lm_head(list)) || lm_tuple_size(lm_head(list)) < 2) return lm_ets_badarg(p, id, LM_ETS_WRITE);
    const lm_term *e = lm_elements(lm_head(list));
    if (e[0] == LM_ATOM_HEIR && !with_heir && heir_of(lm_head(list), &heir, &data)) {
      with_heir = true;
    } else if (e[0] == LM_ATOM_PROTECTION && !with_protection && lm_tuple_size(lm_head(list)) == 2 && protection_of(e[1], &protection)) {
      with_protection = true;
    } else {
      return lm_ets_badarg(p, id, LM_ETS_WRITE);
    }
  }
  bool done = lm_ets_set_options(p, id, with_protection ? (int)protection : -1, with_heir, heir, data);
  return done ? LM_ATOM_TRUE : lm_ets_badarg(p, id, LM_ETS_WRITE);
}

lm_term lumen_bif_ets_safe_fixtable_2(lm_proc *p, lm_term id, lm_term fix) {
  return lm_is_boolean(fix) && lm_ets_fix(p, id, fix == LM_ATOM_TRUE) ? LM_ATOM_TRUE : lm_ets_badarg(p, id, LM_ETS_READ);
}

lm_term lumen_bif_ets_whereis_1(lm_proc *p, lm_term name) {
  lm_ets_access a;
  if (!lm_is_atom(name)) return lm_badarg(p);
  if (!lm_ets_enter_shard(p, name, LM_ETS_LOOK, 0, &a)) return LM_ATOM_UNDEFINED;
  lm_term tid = lm_ets_tid(p, a.table);
  lm_ets_leave(p, &a);
  return tid;
}

// ets:all/0 waits for as many {Ref, Tables} as there are schedulers: the first message has all.
lm_term lumen_bif_ets_internal_request_all_0(lm_proc *p) {
  lumen_runtime *rt = lm_runtime_of(p);
  lm_term reference = lm_reference_at(lm_alloc(p, LM_REFERENCE_WORDS), lm_unique(p->sched), 0), list = LM_NIL;
  lm_mutex_lock(&rt->ets->lock);
  for (lm_ets_table *t = rt->ets->tables; t != NULL; t = t->next) list = lm_cons(p, lm_ets_id(p, t), list);
  lm_mutex_unlock(&rt->ets->lock);
  for (int i = 0; i < rt->sched_count; i++) {
    lm_send(p->sched, p->abi.self, lm_tuple2(p, reference, list));
    list = LM_NIL;
  }
  return reference;
}

// ---- inserting --------------------------------------------------------------------------------------------------------

static bool is_object(const lm_ets_table *t, lm_term tuple) { return lm_is_tuple(tuple) && lm_tuple_size(tuple) > t->keypos; }

static bool are_objects(const lm_ets_table *t, lm_term list) {
  for (; lm_is_cons(list); list = lm_tail(list))
    if (!is_object(t, lm_head(list))) return false;
  return lm_is_nil(list);
}

// Copies of the tuples, in their order.
static lm_ets_object *copies(lm_proc *p, lm_term list) {
  LM_MAY_YIELD(p);
  lm_ets_object *first = NULL, **end = &first;
  for (; lm_is_cons(list); list = lm_tail(list)) {
    lm_pay(p, 1);
    *end = lm_ets_object_of(p, lm_head(list));
    end = &(*end)->next;
  }
  return first;
}

static void drop(lm_proc *p, lm_ets_object *o) {
  LM_MAY_YIELD(p);
  for (lm_ets_object *next; o != NULL; o = next) {
    next = o->next;
    lm_pay(p, 1);
    lm_ets_object_free(lm_sched_pool(p->sched), o);
  }
}

// Whether none of the keys is there.
static bool all_new(lm_proc *p, lm_ets_access *all, const lm_ets_object *o) {
  for (; o != NULL; o = o->next) {
    lm_term key = lm_ets_key(all->table, o);
    lm_ets_at(all, key);
    if (lm_ets_lookup(p, all, key) != NULL) return false;
  }
  return true;
}

// All or nothing, and nobody sees a part of it. The table may become another one before it is locked, so it is looked at twice.
static lm_term insert_list(lm_proc *p, lm_term id, lm_term list, bool only_new) {
  lm_ets_access a;
  lm_ets_table *t = lm_ets_find(lm_runtime_of(p), id);
  if (t == NULL || !are_objects(t, list)) return lm_ets_badarg(p, id, LM_ETS_WRITE);
  size_t keypos = lm_ets_keypos(t);
  lm_ets_object *objects = copies(p, list);
  if (!lm_ets_enter_all(p, id, LM_ETS_WRITE, &a)) {
    drop(p, objects);
    return lm_ets_badarg(p, id, LM_ETS_WRITE);
  }
  bool fits = lm_ets_keypos(a.table) == keypos, done = fits && !(only_new && !all_new(p, &a, objects));
  if (done) {
    lm_ets_insert_and_leave(p, &a, objects);
  } else {
    lm_ets_leave(p, &a);
    drop(p, objects);
  }
  return fits ? lm_boolean(done) : lm_badarg(p);
}

static lm_ets_object *copy_of(lm_proc *p, lm_term tuple) {
  LM_MAY_YIELD(p);
  return lm_ets_object_of(p, tuple);
}

static lm_term insert_one(lm_proc *p, lm_term id, lm_term tuple, bool only_new) {
  lm_ets_access a;
  if (!lm_is_tuple(tuple)) return lm_ets_badarg(p, id, LM_ETS_WRITE);
  lm_ets_object *o = copy_of(p, tuple);
  if (!lm_ets_enter_object(p, id, tuple, &a)) {
    lm_ets_object_free(lm_sched_pool(p->sched), o);
    return lm_ets_badarg(p, id, LM_ETS_WRITE);
  }
  bool done = !only_new || lm_ets_lookup(p, &a, lm_ets_key(a.table, o)) == NULL;
  if (done) lm_ets_insert(p, &a, o);
  lm_ets_leave(p, &a);
  if (!done) lm_ets_object_free(lm_sched_pool(p->sched), o);
  return lm_boolean(done);
}

lm_term lumen_bif_ets_insert_2(lm_proc *p, lm_term id, lm_term what) {
  return lm_is_list(what) ? insert_list(p, id, what, false) : insert_one(p, id, what, false);
}
lm_term lumen_bif_ets_insert_new_2(lm_proc *p, lm_term id, lm_term what) {
  return lm_is_list(what) ? insert_list(p, id, what, true) : insert_one(p, id, what, true);
}

// ---- looking up -------------------------------------------------------------------------------------------------------

// Objects that were found and are copied when the lock is given back: large ones, and several.
typedef struct finds {
  lm_ets_object **objects;
  size_t count;
  lm_ets_object *few[4];
} finds;

// Keeps the objects with that key.
static void keep_all(lm_proc *p, const lm_ets_access *a, lm_term key, finds *f) {
  size_t room = sizeof f->few / sizeof *f->few;
  f->objects = f->few;
  f->count = 0;
  for (lm_ets_object *o = lm_ets_lookup(p, a, key); o != NULL; o = lm_ets_lookup_next(a, o)) {
    if (f->count == room) {
      room *= 2;
      lm_ets_object **more = lm_new(room * sizeof *more);
      for (size_t i = 0; i < f->count; i++) more[i] = f->objects[i];
      if (f->objects != f->few) lm_delete(f->objects);
      f->objects = more;
    }
    lm_ets_keep(o);
    f->objects[f->count++] = o;
  }
}

static void give_back(lm_proc *p, finds *f) {
  LM_MAY_YIELD(p);
  for (size_t i = 0; i < f->count; i++) lm_ets_object_free(lm_sched_pool(p->sched), f->objects[i]);
  if (f->objects != f->few) lm_delete(f->objects);
}

// Copies of the objects, the oldest first: they stand the other way round.
static lm_term copies_of(lm_proc *p, finds *f) {
  LM_MAY_YIELD(p);
  lm_term list = LM_NIL;
  for (size_t i = 0; i < f->count; i++) {
    lm_pay(p, 1);
    list = lm_cons(p, lm_ets_copy_out(p, f->objects[i]), list);
  }
  give_back(p, f);
  return list;
}

lm_term lumen_bif_ets_lookup_2(lm_proc *p, lm_term id, lm_term key) {
  lm_ets_access a;
  if (!lm_ets_enter(p, id, LM_ETS_READ, key, &a)) return lm_ets_badarg(p, id, LM_ETS_READ);
  lm_ets_object *o = lm_ets_lookup(p, &a, key);
  if (o == NULL || (!lm_ets_is_large(o) && lm_ets_lookup_next(&a, o) == NULL)) {
    lm_term list = o == NULL ? LM_NIL : lm_ets_list_out(p, o);
    lm_ets_leave(p, &a);
    return list;
  }
  finds f;
  keep_all(p, &a, key, &f);
  lm_ets_leave(p, &a);
  return copies_of(p, &f);
}

lm_term lumen_bif_ets_take_2(lm_proc *p, lm_term id, lm_term key) {
  lm_ets_access a;
  finds f;
  if (!lm_ets_enter(p, id, LM_ETS_WRITE, key, &a)) return lm_ets_badarg(p, id, LM_ETS_WRITE);
  keep_all(p, &a, key, &f);
  lm_ets_remove_key(p, &a, key);
  lm_ets_leave(p, &a);
  return copies_of(p, &f);
}

lm_term lumen_bif_ets_member_2(lm_proc *p, lm_term id, lm_term key) {
  lm_ets_access a;
  if (!lm_ets_enter(p, id, LM_ETS_READ, key, &a)) return lm_ets_badarg(p, id, LM_ETS_READ);
  bool found = lm_ets_lookup(p, &a, key) != NULL;
  lm_ets_leave(p, &a);
  return lm_boolean(found);
}

// Fails when one has no such element.
static lm_term element_of(lm_proc *p, const lm_ets_object *o, size_t at) {
  lm_term tuple = lm_ets_term(o);
  return lm_tuple_size(tuple) < at ? lm_badarg(p) : lm_copy_in(p, lm_elements(tuple)[at - 1]);
}

static lm_term elements(lm_proc *p, const finds *f, size_t at) {
  LM_MAY_YIELD(p);
  lm_term list = LM_NIL;
  for (size_t i = 0; i < f->count; i++) {
    lm_term element = element_of(p, f->objects[i], at);
    if (element == LM_NONE) return LM_NONE;
    list = lm_cons(p, element, list);
  }
  return list;
}

lm_term lumen_bif_ets_lookup_element_3(lm_proc *p, lm_term id, lm_term key, lm_term position) {
  lm_ets_access a;
  if (!lm_is_small(position) || lm_small_value(position) < 1 || !lm_ets_enter(p, id, LM_ETS_READ, key, &a)) return lm_ets_badarg(p, id, LM_ETS_READ);
  size_t at = (size_t)lm_small_value(position);
  bool is_list = a.table->type == LM_ETS_BAG || a.table->type == LM_ETS_DUPLICATE_BAG;
  lm_ets_object *o = lm_ets_lookup(p, &a, key);
  if (o == NULL || !(is_list || lm_ets_is_large(o))) {
    lm_term element = o == NULL ? LM_NONE : element_of(p, o, at);
    lm_ets_leave(p, &a);
    return o == NULL ? lm_badarg_because(p, LM_ATOM_BADKEY) : element;
  }
  finds f;
  keep_all(p, &a, key, &f);
  lm_ets_leave(p, &a);
  lm_term result = elements(p, &f, at);
  if (!is_list && result != LM_NONE) result = lm_head(result);
  give_back(p, &f);
  return result;
}

// ---- deleting ---------------------------------------------------------------------------------------------------------

lm_term lumen_bif_ets_delete_2(lm_proc *p, lm_term id, lm_term key) {
  lm_ets_access a;
  if (!lm_ets_enter(p, id, LM_ETS_WRITE, key, &a)) return lm_ets_badarg(p, id, LM_ETS_WRITE);
  lm_ets_remove_key(p, &a, key);
  lm_ets_leave(p, &a);
  return LM_ATOM_TRUE;
}

lm_term lumen_bif_ets_delete_object_2(lm_proc *p, lm_term id, lm_term tuple) {
  lm_ets_access a;
  if (!lm_is_tuple(tuple) || !lm_ets_enter_object(p, id, tuple, &a)) return lm_ets_badarg(p, id, LM_ETS_WRITE);
  for (lm_ets_object *o = lm_ets_lookup(p, &a, lm_ets_key_of(a.table, tuple)); o != NULL;) {
    lm_ets_object *next = lm_ets_lookup_next(&a, o);
    if (lm_equal_exact(lm_ets_term(o), tuple)) lm_ets_remove(p, &a, o);
    o = next;
  }
  lm_ets_leave(p, &a);
  return LM_ATOM_TRUE;
}

// Answers how many there were.
lm_term lumen_bif_ets_internal_delete_all_2(lm_proc *p, lm_term id, lm_term undefined) {
  (void)undefined;
  size_t count;
  return lm_ets_delete_all(p, id, &count) ? lm_small((int64_t)count) : lm_ets_badarg(p, id, LM_ETS_WRITE);
}
