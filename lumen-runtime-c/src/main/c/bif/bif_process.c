// What a process knows and says of itself: identity, names, dictionary.
#include "bif/lm_bif_process.h"
#include "heap/lm_copy.h"
#include "image/lm_modules.h"
#include "process/lm_runtime.h"
#include "process/lm_watch.h"
#include "sched/lm_dictionary.h"
#include "sched/lm_mailbox.h"
#include "sched/lm_names.h"
#include "sched/lm_relations.h"
#include "sched/lm_sched.h"
#include "sched/lm_signal.h"
#include "term/lm_compare.h"
#include "term/lm_identity.h"

// ---- identity -----------------------------------------------------------------------------------------------------------

lm_term lumen_bif_erlang_self_0(lm_proc *p) { return p->abi.self; }

lm_term lumen_bif_erlang_node_0(lm_proc *p) {
  (void)p;
  return LM_ATOM_NONODE_NOHOST;
}

lm_term lumen_bif_erlang_node_1(lm_proc *p, lm_term t) {
  if (!lm_is_pid(t) && !lm_is_port(t) && !lm_is_reference(t)) return lm_badarg(p);
  lm_identity id;
  lm_identity_of(&id, t);
  return id.node;
}

lm_term lumen_bif_erlang_make_ref_0(lm_proc *p) {
  return lm_reference_at(lm_alloc(p, LM_REFERENCE_WORDS), lm_mailbox_new_reference(p), 0);
}

lm_term lumen_bif_erlang_make_fun_3(lm_proc *p, lm_term module, lm_term name, lm_term arity) {
  return lumen_make_external_fun(p, module, name, arity);
}

lm_term lumen_bif_erlang_group_leader_0(lm_proc *p) { return p->group_leader; }

lm_term lumen_bif_erlang_group_leader_2(lm_proc *p, lm_term leader, lm_term pid) {
  if (!lm_is_pid(leader) || !lm_is_local_pid(pid)) return lm_badarg(p);
  if (lm_pids_find(&lm_runtime_of(p)->pids, pid) == NULL) return lm_badarg(p);
  if (pid == p->abi.self) {
    p->group_leader = leader;
  } else {
    lm_fragment *f = lm_fragment_of(p->sched->pool, leader);
    f->kind = LM_SIGNAL_GROUP_LEADER;
    f->from = p->abi.self;
    lm_signal_send(p->sched, pid, f);
  }
  return LM_ATOM_TRUE;
}

// ---- names --------------------------------------------------------------------------------------------------------------

lm_term lumen_bif_erlang_register_2(lm_proc *p, lm_term name, lm_term pid) {
  bool valid = lm_is_atom(name) && name != LM_ATOM_UNDEFINED && lm_is_local_pid(pid);
  if (!valid || !lm_name_add(p->sched, name, pid)) return lm_badarg(p);
  if (pid == p->abi.self && p->watched & LM_TRACED_RELATIONS) lm_watcher_of(p)->related(p, LM_ATOM_REGISTER, name);
  return LM_ATOM_TRUE;
}

lm_term lumen_bif_erlang_unregister_1(lm_proc *p, lm_term name) {
  lm_term pid = lm_is_atom(name) ? lm_name_find(lm_runtime_of(p), name) : LM_NONE;
  if (pid == LM_NONE || !lm_name_remove(lm_runtime_of(p), name, pid)) return lm_badarg(p);
  if (pid == p->abi.self && p->watched & LM_TRACED_RELATIONS) lm_watcher_of(p)->related(p, LM_ATOM_UNREGISTER, name);
  return LM_ATOM_TRUE;
}

lm_term lumen_bif_erlang_whereis_1(lm_proc *p, lm_term name) {
  if (!lm_is_atom(name)) return lm_badarg(p);
  lm_term pid = lm_name_find(lm_runtime_of(p), name);
  return pid == LM_NONE ? LM_ATOM_UNDEFINED : pid;
}

typedef struct names {
  lm_proc *p;
  lm_term list;
} names;

static void add_name(void *context, uint64_t name, uint64_t pid) {
  names *n = context;
  if (lm_pids_find(&lm_runtime_of(n->p)->pids, pid) != NULL) n->list = lm_cons(n->p, name, n->list);
}

lm_term lumen_bif_erlang_registered_0(lm_proc *p) {
  names n = {p, LM_NIL};
  lm_registry_each(&lm_runtime_of(p)->names, add_name, &n);
  return n.list;
}

lm_term lumen_bif_erlang_processes_0(lm_proc *p) {
  lm_pids *pids = &lm_runtime_of(p)->pids;
  lm_term list = LM_NIL;
  for (uint32_t i = atomic_load_explicit(&pids->limit, memory_order_acquire); i-- > 0;) {
    lm_proc *other = atomic_load_explicit(&lm_pids_slot(pids, i)->process, memory_order_acquire);
    if (other != NULL) list = lm_cons(p, other->abi.self, list);
  }
  return list;
}

// ---- dictionary ---------------------------------------------------------------------------------------------------------

static lm_term or_undefined(lm_term value) { return value == LM_NONE ? LM_ATOM_UNDEFINED : value; }

lm_term lumen_bif_erlang_put_2(lm_proc *p, lm_term key, lm_term value) {
  return or_undefined(lm_dictionary_put(p, key, value));
}

lm_term lumen_bif_erlang_get_1(lm_proc *p, lm_term key) { return or_undefined(lm_dictionary_get(p, key)); }

lm_term lumen_bif_erlang_erase_1(lm_proc *p, lm_term key) { return or_undefined(lm_dictionary_erase(p, key)); }

lm_term lumen_bif_erlang_get_0(lm_proc *p) {
  lm_term list = LM_NIL, key, value;
  for (size_t at = 0; lm_dictionary_next(p, &at, &key, &value);) list = lm_cons(p, lm_tuple2(p, key, value), list);
  return list;
}

lm_term lumen_bif_erlang_erase_0(lm_proc *p) {
  lm_term list = lumen_bif_erlang_get_0(p);
  lm_dictionary_free(p);
  return list;
}

lm_term lumen_bif_erlang_get_keys_0(lm_proc *p) {
  lm_term list = LM_NIL, key, value;
  for (size_t at = 0; lm_dictionary_next(p, &at, &key, &value);) list = lm_cons(p, key, list);
  return list;
}

lm_term lumen_bif_erlang_get_keys_1(lm_proc *p, lm_term wanted) {
  lm_term list = LM_NIL, key, value;
  for (size_t at = 0; lm_dictionary_next(p, &at, &key, &value);) {
    if (lm_equal_exact(value, wanted)) list = lm_cons(p, key, list);
  }
  return list;
}
