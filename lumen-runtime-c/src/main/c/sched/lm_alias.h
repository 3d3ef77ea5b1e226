// lm_alias.h: aliases of a process, and the tags of its monitors: what the owner of a reference has agreed on for it.
//
// An alias is a reference that messages can be sent to. The sender finds the owner in the reference (lm_reference_owner) and
// sends an ALIAS_MESSAGE; whether the alias is still active is decided when that signal is taken.
//
// Who may touch it: the thread that runs the process.
#ifndef LM_ALIAS_H
#define LM_ALIAS_H

#include "sched/lm_relations.h"

enum lm_alias_mode {
  LM_ALIAS_NONE,
  LM_ALIAS_EXPLICIT,        // until unalias/1
  LM_ALIAS_DEMONITOR,       // ... or until the monitor of the same reference is gone
  LM_ALIAS_REPLY,           // ... or until the first message came through it
  LM_ALIAS_REPLY_DEMONITOR, // both, and that message removes the monitor too
};

// What {alias, _} and {tag, _} of a list of monitor options say.
typedef struct lm_monitor_options {
  enum lm_alias_mode alias;
  lm_term tag; // LM_NONE: 'DOWN'
} lm_monitor_options;
bool lm_monitor_options_of(lm_term list, lm_monitor_options *options); // false: badarg

// The reference with this unique number is an alias from now on, and its DOWN gets that tag.
void lm_alias_agree(lm_proc *p, uint64_t unique, const lm_monitor_options *options);

bool lm_alias_remove(lm_proc *p, uint64_t unique); // unalias: false: it was none (any more)

// The monitor of this reference is gone.
void lm_alias_demonitored(lm_proc *p, uint64_t unique);

// An ALIAS_MESSAGE: to the mailbox, or freed.
void lm_alias_take(lm_proc *p, lm_fragment *signal);

// A DOWN that is to be a message: as it is, or with the tag that was asked for (then `down` is freed).
lm_fragment *lm_alias_tagged(lm_proc *p, uint64_t unique, lm_fragment *down);

// Copies a message and sends it to whoever owns the alias; `reference` has a pid for owner.
void lm_alias_send(lm_proc *p, lm_term reference, lm_term message);

void lm_aliases_clear(lm_proc *p); // p ends

#endif
