// Searching tables: ets:select and ets:match in all their forms, and match specifications on lists.
//
// A search locks one shard after the other, each for as long as it goes through it. One with a limit stops in between and answers
// a continuation, which OTP's ets.erl looks into (repair_continuation):
//
//     {Table, Position, Limit, Spec, Rest, Length}                   hashed; Position: shard << 40 | bucket. Buckets are done as a
//                                                                    whole; Rest are the Length results beyond the limit
//     {Table, LastKey, [], Limit, Spec, [], Backwards, 0}            ordered_set
#include "bif/lm_bif.h"
#include "ets/lm_ets_walk.h"
#include "ets/lm_match_resource.h"
#include "heap/lm_copy.h"
#include "heap/lm_memory.h"
#include "sched/lm_sched.h"
#include "term/lm_compare.h"

enum { SHARD_SHIFT = 40 };

// ---- through the table ------------------------------------------------------------------------------------------------

typedef struct search {
  lm_proc *p;
  lm_term id;
  enum lm_ets_right right;
  const lm_match_spec *spec;
  lm_match match;
  // What is done with a match: false: no more of them.
  bool (*found)(struct search *, const lm_ets_access *, lm_ets_object *, lm_term result);
  lm_list_builder results;
  size_t count;
  size_t limit;
  lm_ets_object **chosen; // to be deleted or replaced once the shard is done
  lm_ets_object **instead; // select_replace: by these
  size_t chosen_count, chosen_room;
  bool wrong;             // select_replace: a result is no object, or one with another key
} search;

static bool try(search *s, const lm_ets_access *a, lm_ets_object *o) {
  lm_term result = lm_match_run(&s->match, lm_ets_term(o));
  return result == LM_NONE || s->found(s, a, o, result);
}

static void choose(search *s, lm_ets_object *o, lm_ets_object *instead) {
  if (s->chosen_count == s->chosen_room) {
    s->chosen_room = s->chosen_room == 0 ? 64 : 2 * s->chosen_room;
    s->chosen = lm_resize(s->chosen, s->chosen_room * sizeof *s->chosen);
    s->instead = lm_resize(s->instead, s->chosen_room * sizeof *s->instead);
  }
  s->chosen[s->chosen_count] = o;
  s->instead[s->chosen_count++] = instead;
}

// Deletes or replaces what was chosen in a shard.
static void change_chosen(search *s, const lm_ets_access *a) {
  for (size_t i = 0; i < s->chosen_count; i++) {
    if (s->instead[i] == NULL) {
      lm_ets_remove(s->p, a, s->chosen[i]);
    } else if (s->wrong) {
      lm_ets_object_free(lm_sched_pool(s->p->sched), s->instead[i]);
    } else {
      lm_ets_replace(s->p, a, s->chosen[i], s->instead[i]);
    }
  }
  s->chosen_count = 0;
}

// What the specification says about the key spares going through all of it. The access is for the key.
static void search_key(search *s, const lm_ets_access *a, lm_term key) {
  for (lm_ets_object *o = lm_ets_lookup(s->p, a, key); o != NULL; o = lm_ets_lookup_next(a, o))
    if (!try(s, a, o)) break;
  change_chosen(s, a);
}

static void search_shard(search *s, const lm_ets_access *a, bool backwards) {
  lm_ets_walk w;
  if (a->table->type == LM_ETS_ORDERED_SET) {
    lm_ets_walk_beside(&w, s->p, a, LM_NONE, !backwards);
  } else {
    lm_ets_walk_from(&w, a, 0);
  }
  for (lm_ets_object *o; (o = lm_ets_walk_next(&w)) != NULL && try(s, a, o);) continue;
  change_chosen(s, a);
}

// False: there is no such table, or p has no right to it.
static bool search_table(search *s, bool backwards) {
  lm_ets_access a;
  lm_term key;
  lm_ets_table *t = lm_ets_find(lm_runtime_of(s->p), s->id);
  if (t == NULL) return false;
  if (lm_match_key(s->spec, lm_runtime_of(s->p), t->keypos, &key)) {
    if (!lm_ets_enter(s->p, s->id, s->right, key, &a)) return false;
    search_key(s, &a, key);
    lm_ets_leave(&a);
    return true;
  }
  for (uint32_t i = 0, shards = 1; i < shards; i++) {
    if (!lm_ets_enter_shard(s->p, s->id, s->right, i, &a)) return i > 0; // ended meanwhile: what was found counts
    shards = a.table->shard_count;
    search_shard(s, &a, backwards);
    lm_ets_leave(&a);
  }
  return true;
}

static bool begin(search *s, lm_proc *p, lm_term id, const lm_match_spec *spec) {
  *s = (search){.p = p, .id = id, .right = LM_ETS_READ, .spec = spec};
  if (spec == NULL) return false;
  lm_match_open(&s->match, p, spec, true);
  lm_list_begin(&s->results);
  return true;
}

static void end(search *s) {
  lm_match_close(&s->match);
  lm_delete(s->chosen);
  lm_delete(s->instead);
}

// ---- all at once ------------------------------------------------------------------------------------------------------

static bool add_result(search *s, const lm_ets_access *a, lm_ets_object *o, lm_term result) {
  (void)a, (void)o;
  lm_list_add(s->p, &s->results, result);
  s->count++;
  return true;
}

static lm_term select_all(lm_proc *p, lm_term id, lm_match_spec *spec, bool backwards) {
  search s;
  lm_term result = LM_NONE;
  if (!begin(&s, p, id, spec)) return lm_ets_badarg(p, id, LM_ETS_READ);
  s.found = add_result;
  if (search_table(&s, backwards)) result = lm_list_finish(&s.results, LM_NIL);
  end(&s);
  lm_match_free(spec);
  return result == LM_NONE ? lm_ets_badarg(p, id, LM_ETS_READ) : result;
}

lm_term lumen_bif_ets_select_2(lm_proc *p, lm_term id, lm_term spec) {
  return select_all(p, id, lm_match_compile(lm_runtime_of(p), spec), false);
}
lm_term lumen_bif_ets_select_reverse_2(lm_proc *p, lm_term id, lm_term spec) {
  return select_all(p, id, lm_match_compile(lm_runtime_of(p), spec), true);
}
lm_term lumen_bif_ets_match_2(lm_proc *p, lm_term id, lm_term pattern) {
  return select_all(p, id, lm_match_compile_pattern(lm_runtime_of(p), pattern, true), false);
}
lm_term lumen_bif_ets_match_object_2(lm_proc *p, lm_term id, lm_term pattern) {
  return select_all(p, id, lm_match_compile_pattern(lm_runtime_of(p), pattern, false), false);
}

// ---- counting, deleting, replacing ------------------------------------------------------------------------------------

static bool count_true(search *s, const lm_ets_access *a, lm_ets_object *o, lm_term result) {
  (void)a, (void)o;
  if (result == LM_ATOM_TRUE) s->count++;
  return true;
}

static bool choose_true(search *s, const lm_ets_access *a, lm_ets_object *o, lm_term result) {
  (void)a;
  if (result != LM_ATOM_TRUE) return true;
  choose(s, o, NULL);
  s->count++;
  return true;
}

// OTP refuses a specification that could change a key before it looks at any object; here the first object that it does change
// the key of ends the search of its shard, which stays as it was.
static bool choose_instead(search *s, const lm_ets_access *a, lm_ets_object *o, lm_term result) {
  lm_ets_table *t = a->table;
  bool same = lm_is_tuple(result) && lm_tuple_size(result) > lm_ets_keypos(t) && lm_equal_exact(lm_ets_key_of(t, result), lm_ets_key(t, o));
  s->wrong = !same || t->type == LM_ETS_BAG;
  if (s->wrong) return false;
  choose(s, o, lm_ets_object_of(s->p, result));
  s->count++;
  return true;
}

static lm_term counted(lm_proc *p, lm_term id, lm_term specification, enum lm_ets_right right,
                       bool (*found)(search *, const lm_ets_access *, lm_ets_object *, lm_term)) {
  search s;
  lm_match_spec *spec = lm_match_compile(lm_runtime_of(p), specification);
  if (!begin(&s, p, id, spec)) return lm_ets_badarg(p, id, right);
  s.right = right;
  s.found = found;
  bool done = search_table(&s, false) && !s.wrong;
  end(&s);
  lm_match_free(spec);
  return done ? lm_small((int64_t)s.count) : lm_ets_badarg(p, id, right);
}

lm_term lumen_bif_ets_select_count_2(lm_proc *p, lm_term id, lm_term spec) {
  return counted(p, id, spec, LM_ETS_READ, count_true);
}
lm_term lumen_bif_ets_internal_select_delete_2(lm_proc *p, lm_term id, lm_term spec) {
  return counted(p, id, spec, LM_ETS_WRITE, choose_true);
}

lm_term lumen_bif_ets_select_replace_2(lm_proc *p, lm_term id, lm_term spec) {
  return counted(p, id, spec, LM_ETS_WRITE, choose_instead);
}

// ---- bit by bit -------------------------------------------------------------------------------------------------------

static lm_term tuple(lm_proc *p, const lm_term *elements, size_t n) {
  lm_term *object = lm_alloc(p, 1 + n);
  object[0] = LM_HEADER(LM_KIND_TUPLE, 0, n);
  for (size_t i = 0; i < n; i++) object[1 + i] = elements[i];
  return lm_boxed_at(object);
}

static bool add_up_to_limit(search *s, const lm_ets_access *a, lm_ets_object *o, lm_term result) {
  (void)a, (void)o;
  lm_list_add(s->p, &s->results, result);
  return ++s->count < s->limit;
}

static lm_term chunk(lm_proc *p, lm_term results, size_t count, lm_term continuation) {
  if (count == 0 && continuation == LM_ATOM_END_OF_TABLE) return LM_ATOM_END_OF_TABLE;
  return lm_tuple2(p, results, continuation);
}

// From the objects beyond `last` (LM_NONE: from all) on. The shard is locked.
static lm_term tree_chunk(search *s, const lm_ets_access *a, lm_term last, bool backwards, lm_term spec) {
  lm_ets_walk w;
  lm_ets_object *o;
  s->found = add_up_to_limit;
  lm_ets_walk_beside(&w, s->p, a, last, !backwards);
  while ((o = lm_ets_walk_next(&w)) != NULL && try(s, a, o)) continue;
  lm_term next = LM_ATOM_END_OF_TABLE;
  if (o != NULL) {
    lm_term key = lm_copy_in(s->p, lm_ets_key(a->table, o));
    lm_term e[8] = {s->id, key, LM_NIL, lm_small((int64_t)s->limit), spec, LM_NIL, lm_small(backwards), lm_small(0)};
    next = tuple(s->p, e, 8);
  }
  return chunk(s->p, lm_list_finish(&s->results, LM_NIL), s->count, next);
}

// The first `limit` of the results so far, and where to go on.
static lm_term hashed_result(search *s, uint64_t position, bool more, lm_term spec) {
  lm_term list = lm_list_finish(&s->results, LM_NIL), rest = list;
  size_t left = s->count;
  lm_list_builder first;
  lm_list_begin(&first);
  for (; left > 0 && s->count - left < s->limit; left--, rest = lm_tail(rest)) lm_list_add(s->p, &first, lm_head(rest));
  lm_term next = LM_ATOM_END_OF_TABLE;
  if (more || left > 0) {
    lm_term e[6] = {s->id, more ? lm_small((int64_t)position) : lm_small(-1), lm_small((int64_t)s->limit), spec, rest,
                    lm_small((int64_t)left)};
    next = tuple(s->p, e, 6);
  }
  return chunk(s->p, lm_list_finish(&first, LM_NIL), s->count, next);
}

// From a position on, after results that a continuation had left over. LM_NONE: there is no such table.
static lm_term hashed_chunk(search *s, int64_t position, lm_term spec) {
  s->found = add_result;
  if (position < 0) return hashed_result(s, 0, false, spec);
  uint32_t number = (uint32_t)(position >> SHARD_SHIFT);
  size_t bucket = (size_t)(position & (((int64_t)1 << SHARD_SHIFT) - 1));
  lm_ets_access a;
  while (s->count < s->limit) {
    if (!lm_ets_enter_shard(s->p, s->id, s->right, number, &a)) return LM_NONE;
    lm_ets_object *o = NULL;
    while (s->count < s->limit && (o = lm_ets_bucket_from(a.shard, &bucket)) != NULL) {
      for (; o != NULL; o = lm_ets_live(o->next)) try(s, &a, o);
      bucket++;
    }
    bool exhausted = bucket > a.shard->mask, last = number + 1 == a.table->shard_count;
    lm_ets_leave(&a);
    if (exhausted && last) return hashed_result(s, 0, false, spec);
    if (exhausted) {
      number++;
      bucket = 0;
    }
  }
  return hashed_result(s, (uint64_t)number << SHARD_SHIFT | bucket, true, spec);
}

static bool is_limit(lm_term limit) { return lm_is_small(limit) && lm_small_value(limit) >= 1; }

static lm_term select_first(lm_proc *p, lm_term id, lm_term spec, lm_term limit, bool backwards) {
  search s;
  lm_ets_access a;
  if (!is_limit(limit) || spec == LM_NONE || !begin(&s, p, id, lm_match_of(spec))) return lm_ets_badarg(p, id, LM_ETS_READ);
  s.limit = (size_t)lm_small_value(limit);
  lm_term result = LM_NONE, key;
  if (lm_ets_enter_shard(p, id, LM_ETS_READ, 0, &a)) {
    bool is_tree = a.table->type == LM_ETS_ORDERED_SET, by_key = lm_match_key(s.spec, lm_runtime_of(p), a.table->keypos, &key);
    if (is_tree && !by_key) result = tree_chunk(&s, &a, LM_NONE, backwards, spec);
    lm_ets_leave(&a);
    if (by_key) {
      s.found = add_result;
      if (search_table(&s, false)) result = hashed_result(&s, 0, false, spec);
    } else if (!is_tree) {
      result = hashed_chunk(&s, 0, spec);
    }
  }
  end(&s);
  return result == LM_NONE ? lm_ets_badarg(p, id, LM_ETS_READ) : result;
}

lm_term lumen_bif_ets_select_3(lm_proc *p, lm_term id, lm_term spec, lm_term limit) {
  return select_first(p, id, lm_match_resource(p, spec, false, false), limit, false);
}
lm_term lumen_bif_ets_select_reverse_3(lm_proc *p, lm_term id, lm_term spec, lm_term limit) {
  return select_first(p, id, lm_match_resource(p, spec, false, false), limit, true);
}
lm_term lumen_bif_ets_match_3(lm_proc *p, lm_term id, lm_term pattern, lm_term limit) {
  return select_first(p, id, lm_match_resource(p, pattern, true, true), limit, false);
}
lm_term lumen_bif_ets_match_object_3(lm_proc *p, lm_term id, lm_term pattern, lm_term limit) {
  return select_first(p, id, lm_match_resource(p, pattern, true, false), limit, false);
}

static lm_term go_on_tree(search *s, const lm_term *e) {
  lm_ets_access a;
  if (!lm_is_small(e[6]) || !lm_ets_enter_shard(s->p, s->id, LM_ETS_READ, 0, &a)) return LM_NONE;
  lm_term result = LM_NONE;
  if (a.table->type == LM_ETS_ORDERED_SET) result = tree_chunk(s, &a, e[1], e[6] == lm_small(1), e[4]);
  lm_ets_leave(&a);
  return result;
}

static lm_term go_on_hashed(search *s, const lm_term *e) {
  if (!lm_is_small(e[1]) || lm_list_length(e[4]) < 0) return LM_NONE;
  lm_ets_table *t = lm_ets_find(lm_runtime_of(s->p), s->id);
  if (t == NULL || t->type == LM_ETS_ORDERED_SET) return LM_NONE;
  for (lm_term list = e[4]; lm_is_cons(list); list = lm_tail(list)) add_result(s, NULL, NULL, lm_head(list));
  return hashed_chunk(s, lm_small_value(e[1]), e[3]);
}

static lm_term go_on(lm_proc *p, lm_term continuation) {
  search s;
  if (continuation == LM_ATOM_END_OF_TABLE) return continuation;
  size_t size = lm_is_tuple(continuation) ? lm_tuple_size(continuation) : 0;
  if (size != 6 && size != 8) return lm_badarg(p);
  const lm_term *e = lm_elements(continuation);
  lm_term limit = size == 6 ? e[2] : e[3], spec = size == 6 ? e[3] : e[4];
  if (!is_limit(limit) || !begin(&s, p, e[0], lm_match_of(spec))) return lm_badarg(p);
  s.limit = (size_t)lm_small_value(limit);
  lm_term result = size == 6 ? go_on_hashed(&s, e) : go_on_tree(&s, e);
  end(&s);
  return result == LM_NONE ? lm_badarg(p) : result;
}

lm_term lumen_bif_ets_select_1(lm_proc *p, lm_term continuation) { return go_on(p, continuation); }
lm_term lumen_bif_ets_select_reverse_1(lm_proc *p, lm_term continuation) { return go_on(p, continuation); }
lm_term lumen_bif_ets_match_1(lm_proc *p, lm_term continuation) { return go_on(p, continuation); }
lm_term lumen_bif_ets_match_object_1(lm_proc *p, lm_term continuation) { return go_on(p, continuation); }

// ---- match specifications by themselves -------------------------------------------------------------------------------

lm_term lumen_bif_ets_match_spec_compile_1(lm_proc *p, lm_term spec) {
  lm_term reference = lm_is_nil(spec) ? LM_NONE : lm_match_resource(p, spec, false, false);
  return reference == LM_NONE ? lm_badarg(p) : reference;
}

lm_term lumen_bif_ets_is_compiled_ms_1(lm_proc *p, lm_term t) { return (void)p, lm_boolean(lm_match_of(t) != NULL); }

// The results for the terms of a list, the last one first, in front of `tail`.
lm_term lumen_bif_ets_match_spec_run_r_3(lm_proc *p, lm_term list, lm_term reference, lm_term tail) {
  const lm_match_spec *spec = lm_match_of(reference);
  if (spec == NULL) return lm_badarg(p);
  lm_match m;
  lm_match_open(&m, p, spec, false);
  for (; lm_is_cons(list); list = lm_tail(list)) {
    lm_term result = lm_match_run(&m, lm_head(list));
    if (result != LM_NONE) tail = lm_cons(p, result, tail);
  }
  lm_match_close(&m);
  return lm_is_nil(list) ? tail : lm_badarg(p);
}

// erlang:match_spec_test(Term, Spec, table)
lm_term lumen_bif_erlang_match_spec_test_3(lm_proc *p, lm_term term, lm_term specification, lm_term type) {
  if (type != LM_ATOM_TABLE) return lm_badarg(p);
  lm_match_spec *spec = lm_is_nil(specification) ? NULL : lm_match_compile(lm_runtime_of(p), specification);
  if (spec == NULL) return lm_tuple2(p, LM_ATOM_ERROR, lm_match_mistakes(p, specification));
  lm_match m;
  lm_match_open(&m, p, spec, false);
  lm_term result = lm_match_run(&m, term);
  lm_match_close(&m);
  lm_match_free(spec);
  return lm_tuple4(p, LM_ATOM_OK, result == LM_NONE ? LM_ATOM_FALSE : result, LM_NIL, LM_NIL);
}
