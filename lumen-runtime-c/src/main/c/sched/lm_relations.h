// lm_relations.h: the links and monitors of a process. Each side of a relation has its own record of it; the other side
// learns of changes by signals. What the records say decides: an exit signal over a link that this side has removed
// meanwhile is dropped, a DOWN for a monitor that was removed too.
//
// Signals that cross must not leave a link of which one side knows only. So who removes a link remembers, under a number, that
// the other side has not heard of it; until that acknowledges the number, its LINK signals are of a link that is no more, and
// are ignored. A new lm_link makes the entry a link again, and the acknowledgement then is an old one.
//
// Who may touch it: the thread that runs the process.
#ifndef LM_RELATIONS_H
#define LM_RELATIONS_H

#include "memory/lm_table.h"
#include "process/lm_proc.h"

struct lm_relations {
  lm_table links;      // pid -> LM_LINKED, or the number of the UNLINK that has not been acknowledged
  lm_table monitors;   // unique of the reference -> who is watched: pid, and the name it was found by or LM_NONE
  lm_table watchers;   // unique of the reference -> pid of the watcher, and the name it used or LM_NONE
  lm_table aliases;    // unique of the reference -> enum lm_alias_mode (lm_alias.h)
  lm_table tags;       // unique of the reference -> fragment that holds what its DOWN begins with
  const lm_entry *told; // p ends: the last one that was told, in the first of links, watchers, monitors that is still there
};

enum { LM_LINKED = 0 };

lm_relations *lm_relations_of(lm_proc *p); // made when first needed

// Words of a reference: header, unique number, owner (the pid of the watcher, for a monitor).
enum { LM_REFERENCE_WORDS = 3 };
lm_term lm_reference_at(lm_term *object, uint64_t unique, lm_term owner);
static inline uint64_t lm_reference_unique(lm_term reference) { return lm_pointer(reference)[1]; }
static inline lm_term lm_reference_owner(lm_term reference) { return lm_pointer(reference)[2]; }

// Both sides at once: `child` does not run yet.
void lm_link_child(lm_proc *parent, lm_proc *child);
void lm_monitor_child(lm_proc *parent, lm_proc *child, uint64_t unique);

void lm_link(lm_proc *p, lm_term pid);
void lm_unlink(lm_proc *p, lm_term pid);
// `pid` LM_NONE: nobody has that name. `name`: LM_NONE if monitored by pid.
void lm_monitor(lm_proc *p, lm_term pid, lm_term name, uint64_t unique);
void lm_monitor_clock(lm_proc *p, uint64_t unique); // the time offset: nobody is watched, by no name
bool lm_demonitor(lm_proc *p, uint64_t unique); // false: there was no such monitor (any more)

// Signals that concern relations, at the receiver.
void lm_relations_take(lm_proc *p, lm_fragment *signal);

// Tells others that p ended with `reason`: as many as `left` says, which goes down. True: all were told, and are forgotten.
bool lm_relations_end(lm_proc *p, lm_term reason, int64_t *left);
// Forgets them without a word: the runtime is closed.
void lm_relations_clear(lm_proc *p);
// A LINK, UNLINK or MONITOR signal that came too late: p is gone.
void lm_relations_refuse(lm_sched *sched, lm_term self, lm_fragment *signal);

#endif
