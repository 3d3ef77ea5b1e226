#include "sched/lm_relations.h"

#include "lumen_atoms.h"
#include "memory/lm_memory.h"
#include "process/lm_runtime.h"
#include "process/lm_watch.h"
#include "sched/lm_alias.h"
#include "sched/lm_mailbox.h"
#include "sched/lm_sched.h"
#include "sched/lm_signal.h"

lm_relations *lm_relations_of(lm_proc *p) {
  if (p->relations == NULL) p->relations = lm_new_zeroed(1, sizeof(lm_relations));
  return p->relations;
}

lm_term lm_reference_at(lm_term *object, uint64_t unique, lm_term owner) {
  object[0] = LM_HEADER(LM_KIND_REFERENCE, 0, LM_REFERENCE_WORDS - 1);
  object[1] = unique;
  object[2] = owner;
  return lm_boxed_at(object);
}

// ---- signals ----------------------------------------------------------------------------------------------------------

// {'DOWN', Ref, process, Pid | {Name, Node}, Reason}
static void send_down(lm_sched *sched, lm_term watcher, lm_term pid, lm_term name, uint64_t unique, lm_term reason) {
  size_t words = lm_copy_size(reason);
  lm_fragment *f = lm_fragment_new(sched->pool, words + 6 + LM_REFERENCE_WORDS + 3);
  lm_term *top = f->words, *tuple = top;
  lm_term object = pid;
  top += 6;
  lm_term reference = lm_reference_at(top, unique, watcher);
  top += LM_REFERENCE_WORDS;
  if (name != LM_NONE) {
    top[0] = LM_HEADER(LM_KIND_TUPLE, 0, 2);
    top[1] = name;
    top[2] = LM_ATOM_NONODE_NOHOST;
    object = lm_boxed_at(top);
    top += 3;
  }
  tuple[0] = LM_HEADER(LM_KIND_TUPLE, 0, 5);
  tuple[1] = LM_ATOM_BIG_DOWN;
  tuple[2] = reference;
  tuple[3] = LM_ATOM_PROCESS;
  tuple[4] = object;
  tuple[5] = lm_copy_to(reason, words, &top, &f->off_heap);
  f->used = (size_t)(top - f->words);
  f->kind = LM_SIGNAL_DOWN;
  f->from = pid;
  f->term = lm_boxed_at(tuple);
  lm_signal_send(sched, watcher, f);
}

static bool send_monitor(lm_proc *p, lm_term pid, lm_term name, uint64_t unique) {
  lm_fragment *f = lm_fragment_new(lm_sched_pool(p->sched), LM_REFERENCE_WORDS + 3);
  lm_term *tuple = f->words + LM_REFERENCE_WORDS;
  tuple[0] = LM_HEADER(LM_KIND_TUPLE, 0, 2);
  tuple[1] = lm_reference_at(f->words, unique, p->abi.self);
  tuple[2] = name;
  f->used = LM_REFERENCE_WORDS + 3;
  f->kind = LM_SIGNAL_MONITOR;
  f->from = p->abi.self;
  f->term = lm_boxed_at(tuple);
  return lm_signal_send(p->sched, pid, f);
}

static void send_demonitor(lm_proc *p, lm_term pid, uint64_t unique) {
  lm_fragment *f = lm_fragment_new(lm_sched_pool(p->sched), LM_REFERENCE_WORDS);
  f->term = lm_reference_at(f->words, unique, p->abi.self);
  f->used = LM_REFERENCE_WORDS;
  f->kind = LM_SIGNAL_DEMONITOR;
  f->from = p->abi.self;
  lm_signal_send(p->sched, pid, f);
}

// ---- what a process does ----------------------------------------------------------------------------------------------

void lm_link_child(lm_proc *parent, lm_proc *child) {
  lm_table_put(&lm_relations_of(parent)->links, child->abi.self, LM_LINKED, 0);
  lm_table_put(&lm_relations_of(child)->links, parent->abi.self, LM_LINKED, 0);
}

void lm_monitor_child(lm_proc *parent, lm_proc *child, uint64_t unique) {
  lm_table_put(&lm_relations_of(parent)->monitors, unique, child->abi.self, LM_NONE);
  lm_table_put(&lm_relations_of(child)->watchers, unique, parent->abi.self, LM_NONE);
}

static bool is_linked(lm_proc *p, lm_term pid) {
  lm_entry *e = p->relations == NULL ? NULL : lm_table_find(&p->relations->links, pid);
  return e != NULL && e->a == LM_LINKED;
}

void lm_link(lm_proc *p, lm_term pid) {
  lm_table *links = &lm_relations_of(p)->links;
  if (pid == p->abi.self || is_linked(p, pid)) return;
  lm_table_put(links, pid, LM_LINKED, 0);
  if (!lm_signal_send_plain(p->sched, pid, LM_SIGNAL_LINK, p->abi.self)) {
    lm_signal_send_exit(p->sched, p->abi.self, LM_SIGNAL_LINK_EXIT, pid, LM_ATOM_NOPROC);
  }
}

void lm_unlink(lm_proc *p, lm_term pid) {
  if (!is_linked(p, pid)) return;
  uint64_t number = lm_unique(p->sched);
  if (lm_signal_send_number(p->sched, pid, LM_SIGNAL_UNLINK, p->abi.self, number)) {
    lm_table_put(&p->relations->links, pid, number, 0);
  } else {
    lm_table_remove(&p->relations->links, pid);
  }
}

void lm_monitor(lm_proc *p, lm_term pid, lm_term name, uint64_t unique) {
  if (pid == p->abi.self) return; // never comes down before its watcher
  lm_table_put(&lm_relations_of(p)->monitors, unique, pid, name);
  if (pid == LM_NONE || !send_monitor(p, pid, name, unique)) {
    send_down(p->sched, p->abi.self, pid, name, unique, LM_ATOM_NOPROC);
  }
}

void lm_monitor_clock(lm_proc *p, uint64_t unique) {
  lm_table_put(&lm_relations_of(p)->monitors, unique, LM_NONE, LM_NONE);
}

bool lm_demonitor(lm_proc *p, uint64_t unique) {
  lm_entry *e = p->relations == NULL ? NULL : lm_table_find(&p->relations->monitors, unique);
  if (e == NULL) return false;
  lm_term pid = e->a;
  lm_table_remove(&p->relations->monitors, unique);
  lm_alias_demonitored(p, unique);
  if (pid == LM_NONE) return true;
  send_demonitor(p, pid, unique);
  return true;
}

static void tell_tracer(lm_proc *p, lm_term tag, lm_term what) {
  if (p->watched & LM_TRACED_RELATIONS) lm_watcher_of(p)->related(p, tag, what);
}

// ---- what happens to it -----------------------------------------------------------------------------------------------

// {'EXIT', From, Reason}: an exit signal becomes a message, ends the process, or is ignored.
static void take_exit(lm_proc *p, lm_fragment *f) {
  lm_term reason = lm_elements(f->term)[2];
  bool by_link = f->kind == LM_SIGNAL_LINK_EXIT;
  bool kill = reason == LM_ATOM_KILL && !by_link;
  if (by_link && !is_linked(p, f->from)) {
    lm_fragment_free(lm_sched_pool(p->sched), f);
    return;
  }
  bool traps = !kill && p->flags & LM_PROC_TRAP_EXIT, ignores = reason == LM_ATOM_NORMAL && (by_link || f->from != p->abi.self);
  if (by_link) {
    lm_table_remove(&p->relations->links, f->from);
    if ((traps || ignores) && reason != LM_ATOM_NOPROC) tell_tracer(p, LM_ATOM_GETTING_UNLINKED, f->from);
  }
  if (traps) {
    lm_mailbox_receive(p, f);
  } else if (ignores) {
    lm_fragment_free(lm_sched_pool(p->sched), f);
  } else {
    lm_heap_adopt(p, f);
    lm_proc_doom(p, kill ? LM_ATOM_KILLED : reason);
  }
}

static uint64_t number_of(const lm_fragment *unlink) { return (uint64_t)lm_small_value(unlink->term); }

void lm_relations_take(lm_proc *p, lm_fragment *f) {
  switch (f->kind) {
    case LM_SIGNAL_EXIT:
    case LM_SIGNAL_LINK_EXIT:
      take_exit(p, f);
      return;
    case LM_SIGNAL_DOWN: {
      uint64_t unique = lm_reference_unique(lm_elements(f->term)[1]);
      if (p->relations != NULL && lm_table_remove(&p->relations->monitors, unique)) {
        lm_mailbox_receive(p, lm_alias_tagged(p, unique, f));
        lm_alias_demonitored(p, unique);
        return;
      }
      break;
    }
    case LM_SIGNAL_LINK: {
      lm_table *links = &lm_relations_of(p)->links;
      if (lm_table_find(links, f->from) != NULL) break;
      lm_table_put(links, f->from, LM_LINKED, 0);
      tell_tracer(p, LM_ATOM_GETTING_LINKED, f->from);
      break;
    }
    case LM_SIGNAL_UNLINK:
      if (is_linked(p, f->from)) {
        lm_table_remove(&p->relations->links, f->from);
        tell_tracer(p, LM_ATOM_GETTING_UNLINKED, f->from);
      }
      lm_signal_send_number(p->sched, f->from, LM_SIGNAL_UNLINK_ACK, p->abi.self, number_of(f));
      break;
    case LM_SIGNAL_UNLINK_ACK: {
      lm_entry *e = p->relations == NULL ? NULL : lm_table_find(&p->relations->links, f->from);
      if (e != NULL && e->a == number_of(f)) lm_table_remove(&p->relations->links, f->from);
      break;
    }
    case LM_SIGNAL_MONITOR:
      lm_table_put(&lm_relations_of(p)->watchers, lm_reference_unique(lm_elements(f->term)[0]), f->from,
                   lm_elements(f->term)[1]);
      break;
    case LM_SIGNAL_DEMONITOR:
      if (p->relations != NULL) lm_table_remove(&p->relations->watchers, lm_reference_unique(f->term));
      break;
  }
  lm_fragment_free(lm_sched_pool(p->sched), f);
}

static void tell_linked(lm_proc *p, const lm_entry *e, lm_term reason) {
  if (e->a == LM_LINKED) lm_signal_send_exit(p->sched, e->key, LM_SIGNAL_LINK_EXIT, p->abi.self, reason);
}

static void tell_watcher(lm_proc *p, const lm_entry *e, lm_term reason) {
  send_down(p->sched, e->a, p->abi.self, e->b, e->key, reason);
}

static void tell_watched(lm_proc *p, const lm_entry *e, lm_term reason) {
  (void)reason;
  if (e->a != LM_NONE) send_demonitor(p, e->a, e->key);
}

// `words`: of the reason, which each signal holds a copy of.
static bool tell_all(lm_proc *p, lm_table *table, void (*tell)(lm_proc *, const lm_entry *, lm_term), lm_term reason, size_t words,
                     int64_t *left) {
  enum { WORDS_AS_ONE = 64 };
  if (table->size == 0) return true;
  const lm_entry **told = &p->relations->told;
  for (const lm_entry *e; (e = lm_table_next(table, *told)) != NULL; *told = e) {
    if (*left <= 0) return false;
    *left -= 1 + (int64_t)(words / WORDS_AS_ONE);
    tell(p, e, reason);
  }
  *told = NULL;
  lm_table_clear(table);
  return true;
}

bool lm_relations_end(lm_proc *p, lm_term reason, int64_t *left) {
  lm_relations *r = p->relations;
  if (r == NULL) return true;
  size_t words = lm_copy_size(reason);
  bool all = tell_all(p, &r->links, tell_linked, reason, words, left) && tell_all(p, &r->watchers, tell_watcher, reason, words, left) &&
             tell_all(p, &r->monitors, tell_watched, reason, 0, left);
  if (all) lm_relations_clear(p);
  return all;
}

void lm_relations_clear(lm_proc *p) {
  lm_relations *r = p->relations;
  if (r == NULL) return;
  lm_aliases_clear(p);
  lm_table_clear(&r->links);
  lm_table_clear(&r->monitors);
  lm_table_clear(&r->watchers);
  lm_delete(r);
  p->relations = NULL;
}

void lm_relations_refuse(lm_sched *sched, lm_term self, lm_fragment *f) {
  if (f->kind == LM_SIGNAL_LINK) {
    lm_signal_send_exit(sched, f->from, LM_SIGNAL_LINK_EXIT, self, LM_ATOM_NOPROC);
  } else if (f->kind == LM_SIGNAL_UNLINK) {
    lm_signal_send_number(sched, f->from, LM_SIGNAL_UNLINK_ACK, self, number_of(f));
  } else if (f->kind == LM_SIGNAL_MONITOR) {
    lm_term *elements = lm_elements(f->term);
    send_down(sched, f->from, self, elements[1], lm_reference_unique(elements[0]), LM_ATOM_NOPROC);
  }
}
