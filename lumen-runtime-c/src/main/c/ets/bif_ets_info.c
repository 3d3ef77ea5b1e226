// ets:info/1,2.
#include "bif/lm_bif.h"
#include "ets/lm_ets_store.h"
#include "heap/lm_copy.h"
#include "process/lm_runtime.h"
#include "term/lm_identity.h"
#include "term/lm_resource.h"

static lm_term fixers(lm_proc *p, const lm_ets_table *t, bool monotonic) {
  if (t->fixations == NULL) return LM_ATOM_FALSE;
  lm_term list = LM_NIL, since = lm_integer(p, t->fixed_since);
  for (const lm_ets_fixation *f = t->fixations; f != NULL; f = f->next) {
    list = lm_cons(p, lm_tuple2(p, f->pid, lm_small((int64_t)f->count)), list);
  }
  if (!monotonic) {
    int64_t us = (t->fixed_since + lm_runtime_of(p)->time_offset) / 1000;
    since = lm_tuple3(p, lm_small(us / 1000000000000), lm_small(us / 1000000 % 1000000), lm_small(us % 1000000));
  }
  return lm_tuple2(p, since, list);
}

// LM_NONE: there is no such item. lm_ets.lock is held, and a lock of the table.
static lm_term item(lm_proc *p, lm_ets_table *t, lm_term what) {
  static const lm_term types[] = {LM_ATOM_SET, LM_ATOM_BAG, LM_ATOM_DUPLICATE_BAG, LM_ATOM_ORDERED_SET};
  static const lm_term protections[] = {LM_ATOM_PUBLIC, LM_ATOM_PROTECTED, LM_ATOM_PRIVATE};
  switch (what) {
    case LM_ATOM_ID: return lm_ets_tid(p, t);
    case LM_ATOM_DECENTRALIZED_COUNTERS: return lm_boolean(t->decentralized);
    case LM_ATOM_READ_CONCURRENCY: return lm_boolean(t->read_concurrency);
    case LM_ATOM_WRITE_CONCURRENCY: return t->automatic ? LM_ATOM_AUTO : lm_boolean(t->write_concurrency);
    case LM_ATOM_COMPRESSED: return lm_boolean(t->compressed);
    case LM_ATOM_MEMORY: return lm_small((int64_t)lm_ets_words(t));
    case LM_ATOM_OWNER: return atomic_load(&t->owner);
    case LM_ATOM_HEIR: return t->heir == LM_NONE ? LM_ATOM_NONE : t->heir;
    case LM_ATOM_NAME: return t->name;
    case LM_ATOM_SIZE: return lm_small((int64_t)lm_ets_size(t));
    case LM_ATOM_NODE: return LM_ATOM_NONODE_NOHOST;
    case LM_ATOM_NAMED_TABLE: return lm_boolean(t->named);
    case LM_ATOM_TYPE: return types[t->type];
    case LM_ATOM_KEYPOS: return lm_small((int64_t)t->keypos + 1);
    case LM_ATOM_PROTECTION: return protections[atomic_load(&t->protection)];
    case LM_ATOM_FIXED: return lm_boolean(atomic_load(&t->fixed) > 0);
    case LM_ATOM_SAFE_FIXED: return fixers(p, t, false);
    case LM_ATOM_SAFE_FIXED_MONOTONIC_TIME: return fixers(p, t, true);
    case LM_ATOM_STATS: return LM_ATOM_FALSE;
    default: return LM_NONE;
  }
}

static bool is_id(lm_term id) { return lm_is_atom(id) || lm_resource_of(id, LM_RESOURCE_TABLE) != NULL; }

static lm_term all_items(lm_proc *p, lm_ets_table *t) {
  static const lm_term items[] = {LM_ATOM_ID, LM_ATOM_DECENTRALIZED_COUNTERS, LM_ATOM_READ_CONCURRENCY, LM_ATOM_WRITE_CONCURRENCY,
                                  LM_ATOM_COMPRESSED, LM_ATOM_MEMORY, LM_ATOM_OWNER, LM_ATOM_HEIR, LM_ATOM_NAME, LM_ATOM_SIZE,
                                  LM_ATOM_NODE, LM_ATOM_NAMED_TABLE, LM_ATOM_TYPE, LM_ATOM_KEYPOS, LM_ATOM_PROTECTION};
  lm_list_builder b;
  lm_list_begin(&b);
  for (size_t i = 0; i < sizeof items / sizeof *items; i++) lm_list_add(p, &b, lm_tuple2(p, items[i], item(p, t, items[i])));
  return lm_list_finish(&b, LM_NIL);
}

// `what` LM_NONE: all.
static lm_term info(lm_proc *p, lm_term id, lm_term what) {
  lm_ets_access a;
  if (!is_id(id)) return lm_ets_badarg(p, id, LM_ETS_LOOK);
  lm_term result = LM_ATOM_UNDEFINED;
  lm_ets_lock(p, id);
  if (lm_ets_enter_shard(p, id, LM_ETS_LOOK, 0, &a)) {
    result = what == LM_NONE ? all_items(p, a.table) : item(p, a.table, what);
    lm_ets_leave(p, &a);
  }
  lm_ets_unlock(p);
  return result == LM_NONE ? lm_ets_badarg(p, id, LM_ETS_LOOK) : result;
}

lm_term lumen_bif_ets_info_1(lm_proc *p, lm_term id) { return info(p, id, LM_NONE); }
lm_term lumen_bif_ets_info_2(lm_proc *p, lm_term id, lm_term what) {
  return lm_is_atom(what) ? info(p, id, what) : lm_ets_badarg(p, id, LM_ETS_WRITE);
}
