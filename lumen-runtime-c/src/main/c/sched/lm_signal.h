// lm_signal.h: what processes send each other: messages, exits, links, monitors, … all travel in one queue per process, so
// two signals from one process to another arrive in the order in which they were sent.
//
// The queue (lm_proc.inbox) is a stack that any thread pushes to with one compare and swap; the process takes all of it at
// once and turns it round. A process that waits has LM_INBOX_WAITING there, and whoever replaces that makes it runnable.
//
//   kind         from        term                                      what happens
//   MESSAGE      -           the message                               goes to the mailbox
//   ALIAS_MESSAGE unique     the message                               goes to the mailbox if that alias is active (lm_alias.h)
//   TIMEOUT      -           -                                         an lm_timer of a receive
//   EXIT         sender      {'EXIT', From, Reason}                    exit/2
//   LINK_EXIT    sender      {'EXIT', From, Reason}                    a linked process ended
//   LINK         sender      -
//   UNLINK       sender      a number                                  answered by UNLINK_ACK (lm_relations.h)
//   UNLINK_ACK   sender      that number
//   MONITOR      watcher     {Ref, Name | none}
//   DEMONITOR    watcher     Ref
//   DOWN         sender      {'DOWN', Ref, process, Pid | {Name, Node}, Reason}
//   GROUP_LEADER sender      the new one
//   COLLECT      sender      -                                         a major collection
//   ASK          asker       {Ref, What}                               answered at the next safe point (lm_ask.h)
//   ANSWER       asked       {Ref, Answer} | {Ref, Class, Reason}      completes a request (lm_completion.h)
//   SUSPEND      suspender   a number                                  at the next safe point (lm_suspend.h), as RESUME
//   RESUME       suspender   -
//   SUSPENDED    suspendee   that number
//   GONE         suspendee   -
//   TRACE        asker       {Ref, What}                               takes effect at once (lm_trace.h)
//   TRACED       tracee      the event                                 goes to the mailbox
#ifndef LM_SIGNAL_H
#define LM_SIGNAL_H

#include "heap/lm_copy.h"
#include "process/lm_proc.h"

enum lm_signal_kind {
  LM_SIGNAL_MESSAGE = LM_FRAGMENT_FIRST_SIGNAL,
  LM_SIGNAL_ALIAS_MESSAGE,
  LM_SIGNAL_TIMEOUT,
  LM_SIGNAL_EXIT,
  LM_SIGNAL_LINK_EXIT,
  LM_SIGNAL_LINK,
  LM_SIGNAL_UNLINK,
  LM_SIGNAL_UNLINK_ACK,
  LM_SIGNAL_MONITOR,
  LM_SIGNAL_DEMONITOR,
  LM_SIGNAL_DOWN,
  LM_SIGNAL_GROUP_LEADER,
  LM_SIGNAL_COLLECT,
  LM_SIGNAL_ASK,
  LM_SIGNAL_ANSWER,
  LM_SIGNAL_SUSPEND,
  LM_SIGNAL_RESUME,
  LM_SIGNAL_SUSPENDED,
  LM_SIGNAL_GONE,
  LM_SIGNAL_TRACE,
  LM_SIGNAL_TRACED,
};

// Hands the fragment over to the process; false: there is none, the fragment was freed. Thread of `sched`.
bool lm_signal_send(lm_sched *sched, lm_term pid, lm_fragment *signal);

// Copies a message and sends it.
bool lm_send(lm_sched *sched, lm_term pid, lm_term message);

// Signals without contents but a sender.
bool lm_signal_send_plain(lm_sched *sched, lm_term pid, enum lm_signal_kind kind, lm_term from);
// And with a number.
bool lm_signal_send_number(lm_sched *sched, lm_term pid, enum lm_signal_kind kind, lm_term from, uint64_t number);
// EXIT and LINK_EXIT; `reason` is copied.
bool lm_signal_send_exit(lm_sched *sched, lm_term pid, enum lm_signal_kind kind, lm_term from, lm_term reason);

// Takes what has arrived: messages go to the mailbox, other signals take effect. May set LM_PROC_EXITING. Moves no term.
void lm_signals_take(lm_proc *p);

#endif
