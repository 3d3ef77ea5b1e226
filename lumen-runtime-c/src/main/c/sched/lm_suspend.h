// lm_suspend.h: processes that suspend others (erlang:suspend_process/2).
//
// Each suspender counts for itself how often it does so. Only the first time and the last resume are signals, so a suspended process
// knows who suspends it, and stands still while there is anybody (LM_PROC_SUSPENDED). It still takes signals: it is woken for them,
// and goes back to wait without having run (lm_process_run).
//
//   SUSPEND    the suspendee, at its next safe point, adds the sender, and confirms with the number that came with it
//   SUSPENDED  the confirmation; one whose number is not that of the entry is of a suspension that is over
//   RESUME     removes the sender
//   GONE       the suspendee ended: its suspender forgets it
//
// The first and the third wait with the questions (lm_ask.h) for a safe point, so all of them take effect in the order in which they
// were sent. Who suspends and wants to know when asks a question behind it.
//
// Who may touch it: the thread that runs the process.
#ifndef LM_SUSPEND_H
#define LM_SUSPEND_H

#include "sched/lm_signal.h"

typedef struct lm_suspension {
  int64_t count;
  bool is_active; // confirmed
} lm_suspension;

// How p suspends that process; a count of 0: it does not.
lm_suspension lm_suspension_of(lm_proc *p, lm_term pid);
// Once more. False: there is no such process.
bool lm_suspend(lm_proc *p, lm_term pid);
// Once less. False: it did not suspend it.
bool lm_resume(lm_proc *p, lm_term pid);
// [{Pid, Confirmed, NotConfirmed}]
lm_term lm_suspensions(lm_proc *p);

// The suspendee, at a safe point: SUSPEND and RESUME.
void lm_suspend_take(lm_proc *p, const lm_fragment *signal);
// The suspender: SUSPENDED and GONE.
void lm_suspend_hear(lm_proc *p, const lm_fragment *signal);
// A SUSPEND that came too late: `self` is gone.
void lm_suspend_refuse(lm_sched *sched, lm_term self, const lm_fragment *signal);

// Tells others that p ends, as many as `left` says, which goes down. True: all were told.
bool lm_suspensions_end(lm_proc *p, int64_t *left);

#endif
