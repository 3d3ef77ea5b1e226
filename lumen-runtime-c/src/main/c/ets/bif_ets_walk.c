// ets:first/1, last/1, next/2, prev/2, slot/2.
#include "bif/lm_bif.h"
#include "ets/lm_ets_tree.h"
#include "heap/lm_copy.h"

static bool is_tree(const lm_ets_access *a) { return a->table->type == LM_ETS_ORDERED_SET; }

static lm_term key_or_end(lm_proc *p, const lm_ets_access *a, const lm_ets_object *o) {
  if (o == NULL) return LM_ATOM_END_OF_TABLE;
  lm_term key = lm_ets_key(a->table, o);
  return lm_is_pointer(key) ? lm_copy_in(p, key) : key;
}

// The first key of the shards from `number` on. None is locked before or afterwards.
static lm_term first_from(lm_proc *p, lm_term id, uint32_t number) {
  lm_ets_access a;
  for (;; number++) {
    if (!lm_ets_enter_shard(p, id, LM_ETS_READ, number, &a)) {
      return number == 0 ? lm_ets_badarg(p, id, LM_ETS_READ) : LM_ATOM_END_OF_TABLE; // no such shard, or the table ended meanwhile
    }
    size_t bucket = 0;
    lm_ets_object *o = is_tree(&a) ? lm_ets_object_at(lm_ets_tree_end(a.shard, false)) : lm_ets_bucket_from(a.shard, &bucket);
    bool last = number + 1 == a.table->shard_count;
    lm_term key = key_or_end(p, &a, o);
    lm_ets_leave(p, &a);
    if (o != NULL || last) return key;
  }
}

lm_term lumen_bif_ets_first_1(lm_proc *p, lm_term id) { return first_from(p, id, 0); }

lm_term lumen_bif_ets_last_1(lm_proc *p, lm_term id) {
  lm_ets_access a;
  if (!lm_ets_enter_shard(p, id, LM_ETS_READ, 0, &a)) return lm_ets_badarg(p, id, LM_ETS_READ);
  bool tree = is_tree(&a);
  lm_term key = tree ? key_or_end(p, &a, lm_ets_object_at(lm_ets_tree_end(a.shard, true))) : LM_NONE;
  lm_ets_leave(p, &a);
  return tree ? key : first_from(p, id, 0);
}

static lm_term beside(lm_proc *p, lm_term id, lm_term key, bool larger) {
  lm_ets_access a;
  lm_ets_object *o = NULL;
  size_t bucket;
  if (!lm_ets_enter(p, id, LM_ETS_READ, key, &a)) return lm_ets_badarg(p, id, LM_ETS_READ);
  bool there = true, tree = is_tree(&a);
  if (tree) {
    o = lm_ets_object_at(lm_ets_tree_beside(p, &a, key, larger));
  } else {
    there = lm_ets_after(&a, key, &o, &bucket);
    if (there && o == NULL) {
      bucket++;
      o = lm_ets_bucket_from(a.shard, &bucket);
    }
  }
  uint32_t number = lm_ets_shard_number(&a);
  bool done = tree || o != NULL || number + 1 == a.table->shard_count;
  lm_term result = there ? key_or_end(p, &a, o) : LM_NONE;
  lm_ets_leave(p, &a);
  if (!there) return lm_ets_badarg(p, id, LM_ETS_READ);
  return done ? result : first_from(p, id, number + 1);
}

lm_term lumen_bif_ets_next_2(lm_proc *p, lm_term id, lm_term key) { return beside(p, id, key, true); }
lm_term lumen_bif_ets_prev_2(lm_proc *p, lm_term id, lm_term key) { return beside(p, id, key, false); }

// The objects of a bucket, counted through all shards; those of a tree are one a slot.
lm_term lumen_bif_ets_slot_2(lm_proc *p, lm_term id, lm_term position) {
  lm_ets_access a;
  if (!lm_is_small(position) || lm_small_value(position) < 0 || !lm_ets_enter_all(p, id, LM_ETS_READ, &a)) return lm_ets_badarg(p, id, LM_ETS_READ);
  size_t slot = (size_t)lm_small_value(position);
  lm_term result = LM_NONE;
  if (is_tree(&a)) {
    lm_ets_object *o = lm_ets_object_at(lm_ets_tree_nth(a.shard, slot));
    if (slot == lm_ets_size(a.table)) result = LM_ATOM_END_OF_TABLE;
    if (o != NULL) result = lm_cons(p, lm_ets_copy_out(p, o), LM_NIL);
  } else {
    uint32_t number = 0;
    for (; number < a.table->shard_count && slot >= a.table->shards[number].buckets; number++) slot -= a.table->shards[number].buckets;
    if (number < a.table->shard_count) {
      result = LM_NIL;
      for (lm_ets_object *o = lm_ets_bucket(&a.table->shards[number], slot); o != NULL; o = lm_ets_live(o->next))
        result = lm_cons(p, lm_ets_copy_out(p, o), result);
    } else if (slot == 0) {
      result = LM_ATOM_END_OF_TABLE;
    }
  }
  lm_ets_leave(p, &a);
  return result == LM_NONE ? lm_ets_badarg(p, id, LM_ETS_READ) : result;
}
