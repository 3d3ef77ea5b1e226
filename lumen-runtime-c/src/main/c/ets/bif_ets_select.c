// Searching tables: ets:select and ets:match in all their forms, and match specifications on lists.
//
// A search goes through the table a piece after the other (ets/lm_ets_walk.h), of an ordered_set only through the range of keys that
// can match. One with a limit stops in between and answers a continuation, which OTP's ets.erl looks into (repair_continuation):
//
//     {Table, Position, Limit, Spec, Rest, Length}                   hashed; Position: shard << 40 | bucket. Buckets are done as a
//                                                                    whole; Rest are the Length results beyond the limit
//     {Table, LastKey, [], Limit, Spec, [], Backwards, 0}            ordered_set
#include "bif/lm_bif.h"
#include "ets/lm_ets_walk.h"
#include "ets/lm_match_range.h"
#include "ets/lm_match_resource.h"
#include "heap/lm_copy.h"
#include "memory/lm_memory.h"
#include "sched/lm_sched.h"
#include "term/lm_compare.h"
#include "term/lm_map.h"
#include "term/lm_stack.h"
#include "work/lm_work.h"

enum { SHARD_SHIFT = 40 };

// ---- through the table ------------------------------------------------------------------------------------------------

typedef struct search {
  lm_ets_walk walk; // first: visit and settle get it
  lm_proc *p;
  const lm_match_spec *spec;
  lm_match match;
  lm_match_range range;
  // What is done with a match: false: no more of them.
  bool (*found)(struct search *, const lm_ets_table *, lm_ets_object *, lm_term result);
  lm_list_builder results;
  size_t count;
  size_t limit;
  lm_ets_object **chosen; // to be deleted or replaced at the end of the piece
  lm_ets_object **instead; // select_replace: by these
  size_t chosen_count, chosen_room;
  bool wrong;             // select_replace: a result is no object, or one with another key
} search;

static bool try(lm_ets_walk *w, const lm_ets_table *t, lm_ets_object *o) {
  search *s = (search *)(void *)w;
  s->match.words = o->used;
  lm_term result = lm_match_run(&s->match, lm_ets_term(o));
  return result == LM_NONE || s->found(s, t, o, result);
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

// Deletes or replaces what was chosen in a piece.
static void change_chosen(lm_ets_walk *w, lm_ets_access *a) {
  search *s = (search *)(void *)w;
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

static bool begin(search *s, lm_proc *p, lm_term id, const lm_match_spec *spec) {
  *s = (search){.walk = {.p = p, .id = id, .right = LM_ETS_READ, .visit = try}, .p = p, .spec = spec, .limit = SIZE_MAX};
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

// Only the keys that can match are looked up. False: that are not so few. Of a tree only one, since its objects come in order.
static bool search_keys(search *s, const lm_ets_table *t, bool *there) {
  lm_term keys[LM_MATCH_MOST_KEYS];
  size_t count;
  if (!lm_match_keys(&s->range, keys, &count) || count == 0 || (count > 1 && t->type == LM_ETS_ORDERED_SET)) return false;
  *there = lm_ets_walk_key(&s->walk, keys[0]);
  for (size_t i = 1; i < count && *there; i++) lm_ets_walk_key(&s->walk, keys[i]);
  return true;
}

// Only what can match is walked through.
static bool search_range(search *s, lm_term after, bool backwards, lm_ets_object **last) {
  if (lm_match_has_range(&s->range)) {
    s->walk.side = lm_match_side;
    s->walk.range = &s->range;
  }
  return lm_ets_walk_tree(&s->walk, after, !backwards, last);
}

// NULL: there is no such table.
static lm_ets_table *table_of(search *s) {
  lm_ets_table *t = lm_ets_find(lm_runtime_of(s->p), s->walk.id);
  if (t != NULL) s->range = (lm_match_range){s->spec, lm_runtime_of(s->p), lm_ets_keypos(t)};
  return t;
}

// False: there is no such table, or p has no right to it.
static bool search_table(search *s, bool backwards) {
  bool there;
  lm_ets_table *t = table_of(s);
  if (t == NULL) return false;
  if (search_keys(s, t, &there)) return there;
  if (t->type != LM_ETS_ORDERED_SET) return lm_ets_walk_hashed(&s->walk, &(lm_ets_position){0, 0});
  lm_ets_object *last;
  there = search_range(s, LM_NONE, backwards, &last);
  if (last != NULL) lm_ets_object_free(lm_sched_pool(s->p->sched), last);
  return there;
}

// ---- all at once ------------------------------------------------------------------------------------------------------

static bool add_result(search *s, const lm_ets_table *t, lm_ets_object *o, lm_term result) {
  (void)t, (void)o;
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

static bool count_true(search *s, const lm_ets_table *t, lm_ets_object *o, lm_term result) {
  (void)t, (void)o;
  if (result == LM_ATOM_TRUE) s->count++;
  return true;
}

static bool choose_true(search *s, const lm_ets_table *t, lm_ets_object *o, lm_term result) {
  (void)t;
  if (result != LM_ATOM_TRUE) return true;
  choose(s, o, NULL);
  s->count++;
  return true;
}

// OTP refuses a specification that could change a key before it looks at any object; here the first object that it does change
// the key of ends the search, and its piece stays as it was.
static bool choose_instead(search *s, const lm_ets_table *t, lm_ets_object *o, lm_term result) {
  if (s->wrong) return false;
  bool same = lm_is_tuple(result) && lm_tuple_size(result) > lm_ets_keypos(t) && lm_equal_exact(lm_ets_key_of(t, result), lm_ets_key(t, o));
  s->wrong = !same || t->type == LM_ETS_BAG;
  if (s->wrong) return false;
  choose(s, o, lm_ets_object_of(s->p, result));
  s->count++;
  return true;
}

static lm_term counted(lm_proc *p, lm_term id, lm_term specification, enum lm_ets_right right,
                       bool (*found)(search *, const lm_ets_table *, lm_ets_object *, lm_term)) {
  search s;
  lm_match_spec *spec = lm_match_compile(lm_runtime_of(p), specification);
  if (!begin(&s, p, id, spec)) return lm_ets_badarg(p, id, right);
  s.walk.right = right;
  if (right == LM_ETS_WRITE) s.walk.settle = change_chosen;
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

static bool holds_map(lm_term pattern) {
  lm_stack s;
  lm_stack_open(&s);
  lm_stack_push(&s, pattern);
  bool found = false;
  uint32_t steps = 0;
  while (!found && !lm_stack_is_empty(&s) && !lm_gives_up(&steps)) {
    lm_term t = lm_stack_pop(&s);
    found = lm_is_map(t);
    if (lm_is_cons(t)) {
      lm_stack_push(&s, lm_tail(t));
      lm_stack_push(&s, lm_head(t));
    } else if (lm_is_tuple(t)) {
      for (size_t i = 0; i < lm_tuple_size(t); i++) lm_stack_push(&s, lm_elements(t)[i]);
    }
  }
  lm_stack_close(&s);
  return found;
}

// {element, Position of the key, '$_'}
static bool is_key_of_object(lm_term t, size_t keypos) {
  return lm_is_tuple(t) && lm_tuple_size(t) == 3 && lm_elements(t)[0] == LM_ATOM_ELEMENT &&
         lm_elements(t)[1] == lm_small((int64_t)keypos + 1) && lm_elements(t)[2] == LM_ATOM_WHOLE_OBJECT;
}

// A pattern of maps matches larger ones: OTP believes only that key which is taken from the object.
static bool keeps_key(lm_term clause, size_t keypos) {
  if (!lm_is_tuple(clause) || lm_tuple_size(clause) != 3) return true; // no specification: refused elsewhere
  lm_term head = lm_elements(clause)[0], body = lm_elements(clause)[2];
  if (!lm_is_tuple(head) || lm_tuple_size(head) <= keypos || !holds_map(lm_elements(head)[keypos])) return true;
  while (lm_is_cons(body) && lm_is_cons(lm_tail(body))) body = lm_tail(body);
  if (!lm_is_cons(body)) return true;
  lm_term result = lm_head(body);
  if (result == LM_ATOM_WHOLE_OBJECT) return true;
  if (!lm_is_tuple(result) || lm_tuple_size(result) != 1) return false;
  lm_term object = lm_elements(result)[0];
  return lm_is_tuple(object) && lm_tuple_size(object) > keypos && is_key_of_object(lm_elements(object)[keypos], keypos);
}

lm_term lumen_bif_ets_select_replace_2(lm_proc *p, lm_term id, lm_term spec) {
  const lm_ets_table *t = lm_ets_find(lm_runtime_of(p), id);
  for (lm_term list = spec; t != NULL && lm_is_cons(list); list = lm_tail(list)) {
    if (!keeps_key(lm_head(list), lm_ets_keypos(t))) return lm_ets_badarg(p, id, LM_ETS_WRITE);
  }
  return counted(p, id, spec, LM_ETS_WRITE, choose_instead);
}

// ---- bit by bit -------------------------------------------------------------------------------------------------------

static lm_term tuple(lm_proc *p, const lm_term *elements, size_t n) {
  lm_term *object = lm_alloc(p, 1 + n);
  object[0] = LM_HEADER(LM_KIND_TUPLE, 0, n);
  for (size_t i = 0; i < n; i++) object[1 + i] = elements[i];
  return lm_boxed_at(object);
}

static bool add_up_to_limit(search *s, const lm_ets_table *t, lm_ets_object *o, lm_term result) {
  return add_result(s, t, o, result) && s->count < s->limit;
}

static lm_term chunk(lm_proc *p, lm_term results, size_t count, lm_term continuation) {
  if (count == 0 && continuation == LM_ATOM_END_OF_TABLE) return LM_ATOM_END_OF_TABLE;
  return lm_tuple2(p, results, continuation);
}

// From the objects beyond `after` (LM_NONE: from all) on. LM_NONE: there is no such table.
static lm_term tree_chunk(search *s, lm_term after, bool backwards, lm_term spec) {
  lm_ets_object *last;
  if (!search_range(s, after, backwards, &last)) return LM_NONE;
  lm_term next = LM_ATOM_END_OF_TABLE;
  if (last != NULL) {
    lm_term key = lm_copy_in(s->p, last->words[1 + s->range.keypos]);
    lm_term e[8] = {s->walk.id, key, LM_NIL, lm_small((int64_t)s->limit), spec, LM_NIL, lm_small(backwards), lm_small(0)};
    next = tuple(s->p, e, 8);
    lm_ets_object_free(lm_sched_pool(s->p->sched), last);
  }
  return chunk(s->p, lm_list_finish(&s->results, LM_NIL), s->count, next);
}

// The first `limit` of the results so far, and where to go on: `position`, -1: nowhere.
static lm_term hashed_result(search *s, int64_t position, lm_term spec) {
  lm_term list = lm_list_finish(&s->results, LM_NIL), rest = list;
  size_t left = s->count;
  lm_list_builder first;
  lm_list_begin(&first);
  for (; left > 0 && s->count - left < s->limit; left--, rest = lm_tail(rest)) lm_list_add(s->p, &first, lm_head(rest));
  lm_term next = LM_ATOM_END_OF_TABLE;
  if (position >= 0 || left > 0) {
    lm_term e[6] = {s->walk.id, lm_small(position), lm_small((int64_t)s->limit), spec, rest, lm_small((int64_t)left)};
    next = tuple(s->p, e, 6);
  }
  return chunk(s->p, lm_list_finish(&first, LM_NIL), s->count, next);
}

// From a position on, after results that a continuation had left over. LM_NONE: there is no such table.
static lm_term hashed_chunk(search *s, int64_t position, lm_term spec) {
  if (position < 0) return hashed_result(s, -1, spec);
  lm_ets_position at = {(uint32_t)(position >> SHARD_SHIFT), (size_t)(position & (((int64_t)1 << SHARD_SHIFT) - 1))};
  if (s->count < s->limit) {
    if (!lm_ets_walk_hashed(&s->walk, &at)) return LM_NONE;
    position = at.shard == UINT32_MAX ? -1 : (int64_t)((uint64_t)at.shard << SHARD_SHIFT | at.bucket);
  }
  return hashed_result(s, position, spec);
}

static bool is_limit(lm_term limit) { return lm_is_small(limit) && lm_small_value(limit) >= 1; }

static lm_term first_chunk(search *s, lm_term spec, bool backwards) {
  bool there;
  lm_ets_table *t = table_of(s);
  if (t == NULL) return LM_NONE;
  s->found = add_result;
  if (search_keys(s, t, &there)) return there ? hashed_result(s, -1, spec) : LM_NONE;
  s->found = add_up_to_limit;
  return t->type == LM_ETS_ORDERED_SET ? tree_chunk(s, LM_NONE, backwards, spec) : hashed_chunk(s, 0, spec);
}

static lm_term select_first(lm_proc *p, lm_term id, lm_term spec, lm_term limit, bool backwards) {
  search s;
  if (!is_limit(limit) || spec == LM_NONE || !begin(&s, p, id, lm_match_of(spec))) return lm_ets_badarg(p, id, LM_ETS_READ);
  s.limit = (size_t)lm_small_value(limit);
  lm_term result = first_chunk(&s, spec, backwards);
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

static lm_term go_on_tree(search *s, const lm_ets_table *t, const lm_term *e) {
  if (!lm_is_small(e[6]) || t->type != LM_ETS_ORDERED_SET) return LM_NONE;
  return tree_chunk(s, e[1], e[6] == lm_small(1), e[4]);
}

static lm_term go_on_hashed(search *s, const lm_ets_table *t, const lm_term *e) {
  if (!lm_is_small(e[1]) || lm_list_length(e[4]) < 0 || t->type == LM_ETS_ORDERED_SET) return LM_NONE;
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
  const lm_ets_table *t = table_of(&s);
  s.limit = (size_t)lm_small_value(limit);
  s.found = add_up_to_limit;
  lm_term result = t == NULL ? LM_NONE : size == 6 ? go_on_hashed(&s, t, e) : go_on_tree(&s, t, e);
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
