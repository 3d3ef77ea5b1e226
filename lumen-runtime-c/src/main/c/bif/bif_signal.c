// Messages, links, monitors and exits between processes.
#include "bif/lm_bif_process.h"
#include "exec/lm_code.h"
#include "exec/lm_raise.h"
#include "process/lm_runtime.h"
#include "process/lm_watch.h"
#include "sched/lm_alias.h"
#include "sched/lm_mailbox.h"
#include "sched/lm_names.h"
#include "sched/lm_relations.h"
#include "sched/lm_sched.h"
#include "sched/lm_signal.h"
#include "term/lm_identity.h"

// ---- messages -----------------------------------------------------------------------------------------------------------

lm_term lm_destination(lm_proc *p, lm_term to) {
  if (lm_is_local_pid(to)) return to;
  if (lm_is_atom(to)) return lm_name_find(lm_runtime_of(p), to);
  if (lm_is_tuple(to) && lm_tuple_size(to) == 2) {
    lm_term name = lm_elements(to)[0], node = lm_elements(to)[1];
    if (!lm_is_atom(name) || !lm_is_atom(node)) return LM_NONE;
    lm_term pid = node == LM_ATOM_NONODE_NOHOST ? lm_name_find(lm_runtime_of(p), name) : LM_NONE;
    return pid == LM_NONE ? LM_NIL : pid;
  }
  // Other nodes, and references: those that may be aliases are sent to in another way.
  return lm_is_pid(to) || lm_is_reference(to) || lm_is_port(to) ? LM_NIL : LM_NONE;
}

static bool may_be_sent_to(lm_term to) {
  if (lm_is_tuple(to)) return lm_tuple_size(to) == 2 && lm_is_atom(lm_elements(to)[0]) && lm_is_atom(lm_elements(to)[1]);
  return lm_is_atom(to) || lm_is_pid(to) || lm_is_reference(to) || lm_is_port(to);
}

static bool send(lm_proc *p, lm_term to, lm_term message) {
  if (p->watched & LM_TRACED_SEND && may_be_sent_to(to)) lm_watcher_of(p)->sent(p, to, message);
  if (lm_is_kind(to, LM_KIND_REFERENCE) && lm_is_local_pid(lm_reference_owner(to))) {
    lm_alias_send(p, to, message);
    return true;
  }
  lm_term pid = lm_destination(p, to);
  if (pid == LM_NONE) return false;
  if (pid == LM_NIL) return true;
  lm_fragment *f = lm_fragment_of_own(p, message);
  f->kind = LM_SIGNAL_MESSAGE;
  lm_signal_send(p->sched, pid, f);
  return true;
}

lm_term lumen_bif_erlang_send_2(lm_proc *p, lm_term to, lm_term message) {
  return send(p, to, message) ? message : lm_badarg(p);
}

lm_term lumen_bif_erlang_bang_2(lm_proc *p, lm_term to, lm_term message) {
  return send(p, to, message) ? message : lm_badarg(p);
}

lm_term lumen_bif_erlang_send_3(lm_proc *p, lm_term to, lm_term message, lm_term options) {
  for (lm_term list = options; !lm_is_nil(list); list = lm_tail(list)) { // a send never suspends
    if (!lm_is_cons(list)) return lm_badarg(p);
    if (lm_head(list) != LM_ATOM_NOCONNECT && lm_head(list) != LM_ATOM_NOSUSPEND) return lm_badarg(p);
  }
  return send(p, to, message) ? LM_ATOM_OK : lm_badarg(p);
}

// ---- links --------------------------------------------------------------------------------------------------------------

static void tell_tracer(lm_proc *p, lm_term tag, lm_term what) {
  if (p->watched & LM_TRACED_RELATIONS) lm_watcher_of(p)->related(p, tag, what);
}

lm_term lumen_bif_erlang_link_1(lm_proc *p, lm_term pid) {
  if (!lm_is_local_pid(pid)) return lm_badarg(p);
  tell_tracer(p, LM_ATOM_LINK, pid);
  bool alive = lm_pids_find(&lm_runtime_of(p)->pids, pid) != NULL;
  if (!alive && (p->flags & LM_PROC_TRAP_EXIT) == 0) return lm_error(p, LM_ATOM_NOPROC);
  lm_link(p, pid);
  return LM_ATOM_TRUE;
}

lm_term lumen_bif_erlang_unlink_1(lm_proc *p, lm_term pid) {
  if (!lm_is_local_pid(pid)) return lm_badarg(p);
  tell_tracer(p, LM_ATOM_UNLINK, pid);
  lm_unlink(p, pid);
  return LM_ATOM_TRUE;
}

// ---- monitors -----------------------------------------------------------------------------------------------------------

static lm_term new_reference(lm_proc *p, uint64_t unique) {
  return lm_reference_at(lm_alloc(p, LM_REFERENCE_WORDS), unique, p->abi.self);
}

// The offset of the time never changes here, so nothing ever comes of it.
static lm_term monitor_clock(lm_proc *p, lm_term what, const lm_monitor_options *options) {
  if (what != LM_ATOM_CLOCK_SERVICE) return lm_badarg(p);
  uint64_t unique = lm_mailbox_new_reference(p);
  if (options != NULL) lm_alias_agree(p, unique, options);
  lm_monitor_clock(p, unique);
  return new_reference(p, unique);
}

// No port has a name.
static lm_term monitor_port(lm_proc *p, lm_term what, const lm_monitor_options *options) {
  lm_term name = what;
  if (lm_is_tuple(what) && lm_tuple_size(what) == 2 && lm_elements(what)[1] == LM_ATOM_NONODE_NOHOST) name = lm_elements(what)[0];
  if (!lm_is_atom(name)) return lm_badarg(p);
  lm_term reference = new_reference(p, lm_mailbox_new_reference(p));
  lm_term tag = options != NULL && options->tag != LM_NONE ? options->tag : LM_ATOM_BIG_DOWN;
  lm_term object = lm_tuple2(p, name, LM_ATOM_NONODE_NOHOST);
  lm_send(p->sched, p->abi.self, lm_tuple5(p, tag, reference, LM_ATOM_PORT, object, LM_ATOM_NOPROC));
  return reference;
}

static lm_term monitor(lm_proc *p, lm_term type, lm_term what, const lm_monitor_options *options) {
  lm_term pid = what, name = LM_NONE;
  if (type == LM_ATOM_TIME_OFFSET) return monitor_clock(p, what, options);
  if (type == LM_ATOM_PORT) return monitor_port(p, what, options);
  if (type != LM_ATOM_PROCESS) return lm_badarg_because(p, LM_ATOM_BADTYPE);
  if (lm_is_tuple(what) && lm_tuple_size(what) == 2 && lm_elements(what)[1] == LM_ATOM_NONODE_NOHOST) {
    what = lm_elements(what)[0];
  }
  if (lm_is_atom(what)) {
    name = what;
    pid = lm_name_find(lm_runtime_of(p), name);
  } else if (!lm_is_local_pid(pid)) {
    return lm_badarg(p);
  }
  uint64_t unique = lm_mailbox_new_reference(p);
  if (options != NULL && pid != p->abi.self) lm_alias_agree(p, unique, options); // nor is there an alias to oneself
  lm_monitor(p, pid, name, unique);
  return new_reference(p, unique);
}

lm_term lumen_bif_erlang_monitor_2(lm_proc *p, lm_term type, lm_term what) {
  return monitor(p, type, what, NULL);
}

lm_term lumen_bif_erlang_monitor_3(lm_proc *p, lm_term type, lm_term what, lm_term options) {
  lm_monitor_options parsed;
  return lm_monitor_options_of(options, &parsed) ? monitor(p, type, what, &parsed) : lm_badarg(p);
}

static bool is_own_reference(lm_proc *p, lm_term r) {
  return lm_is_kind(r, LM_KIND_REFERENCE) && lm_reference_owner(r) == p->abi.self;
}

lm_term lumen_bif_erlang_demonitor_1(lm_proc *p, lm_term reference) {
  if (!lm_is_reference(reference)) return lm_badarg(p);
  if (is_own_reference(p, reference)) lm_demonitor(p, lm_reference_unique(reference));
  return LM_ATOM_TRUE;
}

// Removes a {'DOWN', Reference, _, _, _} that has arrived already.
static void flush_down(lm_proc *p, uint64_t unique) {
  lm_signals_take(p);
  for (lm_fragment **link = &p->mail.first; *link != NULL; link = &(*link)->next) {
    lm_term m = (*link)->term;
    if (!lm_is_tuple(m) || lm_tuple_size(m) != 5 || lm_elements(m)[0] != LM_ATOM_BIG_DOWN) continue;
    lm_term reference = lm_elements(m)[1];
    if (!lm_is_kind(reference, LM_KIND_REFERENCE) || lm_reference_unique(reference) != unique) continue;
    lm_mailbox_drop(p, link);
    return;
  }
}

lm_term lumen_bif_erlang_demonitor_2(lm_proc *p, lm_term reference, lm_term options) {
  bool flush = false, info = false;
  for (lm_term list = options; !lm_is_nil(list); list = lm_tail(list)) {
    if (!lm_is_cons(list)) return lm_badarg(p);
    if (lm_head(list) == LM_ATOM_FLUSH) {
      flush = true;
    } else if (lm_head(list) == LM_ATOM_INFO) {
      info = true;
    } else {
      return lm_badarg(p);
    }
  }
  if (!lm_is_reference(reference)) return lm_badarg(p);
  bool own = is_own_reference(p, reference);
  bool there = own && lm_demonitor(p, lm_reference_unique(reference));
  if (own && !there && flush) flush_down(p, lm_reference_unique(reference));
  return info ? lm_boolean(there) : LM_ATOM_TRUE;
}

// ---- aliases ------------------------------------------------------------------------------------------------------------

lm_term lumen_bif_erlang_alias_1(lm_proc *p, lm_term options) {
  lm_monitor_options made = {LM_ALIAS_EXPLICIT, LM_NONE};
  for (lm_term list = options; !lm_is_nil(list); list = lm_tail(list)) {
    if (!lm_is_cons(list)) return lm_badarg(p);
    if (lm_head(list) == LM_ATOM_REPLY) {
      made.alias = LM_ALIAS_REPLY;
    } else if (lm_head(list) == LM_ATOM_EXPLICIT_UNALIAS) {
      made.alias = LM_ALIAS_EXPLICIT;
    } else {
      return lm_badarg(p);
    }
  }
  uint64_t unique = lm_mailbox_new_reference(p);
  lm_alias_agree(p, unique, &made);
  return new_reference(p, unique);
}

lm_term lumen_bif_erlang_unalias_1(lm_proc *p, lm_term reference) {
  if (!lm_is_reference(reference)) return lm_badarg(p);
  if (!is_own_reference(p, reference)) return LM_ATOM_FALSE;
  lm_signals_take(p); // what was sent through it so far has arrived
  return lm_boolean(lm_alias_remove(p, lm_reference_unique(reference)));
}

// ---- exits --------------------------------------------------------------------------------------------------------------

// Returns true, after the signals to itself took effect.
static LUMEN_CC void return_true(LUMEN_CODE_PARAMS) {
  (void)x0;
  LM_STORE();
  LM_RETURN(LM_ATOM_TRUE);
}

LUMEN_CC void lumen_code_erlang_exit_2(LUMEN_CODE_PARAMS) {
  LM_STORE();
  if (!lm_is_local_pid(x0)) {
    if (lm_is_pid(x0) || lm_is_port(x0)) LM_RETURN(LM_ATOM_TRUE);
    lm_badarg(p);
    LM_STORE_ARGUMENTS();
    lm_set_builtin_failure(p, LM_ATOM_ERLANG, LM_ATOM_EXIT, 2);
    LM_RAISE();
  }
  lm_signal_send_exit(p->sched, x0, LM_SIGNAL_EXIT, p->abi.self, x1);
  if (x0 != p->abi.self) LM_RETURN(LM_ATOM_TRUE);
  p->abi.resume = return_true; // leave, so that the signal is handled first
  p->abi.live = 0;
}

LUMEN_CC void lumen_code_erlang_yield_0(LUMEN_CODE_PARAMS) {
  (void)x0, (void)x1, (void)x2, (void)x3, (void)x4, (void)x5, (void)label;
  LM_STORE();
  p->abi.resume = return_true;
  p->abi.live = 0;
}
