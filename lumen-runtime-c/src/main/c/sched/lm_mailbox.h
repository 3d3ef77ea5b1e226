// lm_mailbox.h: the messages that a process has taken from its inbox, and selective receive (the ABI part is lumen_receive_*).
//
// A message stays in its fragment, outside the heap, and no collection looks at it, until it is accepted; then its fragment
// becomes part of the young generation. Two exceptions, whose messages (LM_MESSAGE_IN_HEAP) are roots for as long as they stay
// in the mailbox:
//   - Compiled code may hold parts of the message at the save pointer, and put them in new objects, before it accepts; so if a
//     collection comes then, it moves that message into the heap.
//   - Where the first message is small and there is room, it is copied into the young block before the process goes on. A
//     server's heap then takes a few words with each message, not a fragment, and the fragment is free for the next message as
//     soon as this one is accepted.
//
// Who may touch it: the thread that runs the process.
#ifndef LM_MAILBOX_H
#define LM_MAILBOX_H

#include "process/lm_proc.h"

void lm_mailbox_open(lm_mailbox *mail);
void lm_mailbox_add(lm_mailbox *mail, lm_fragment *message);
void lm_mailbox_receive(lm_proc *p, lm_fragment *message); // the same, and it is told to a tracer
void lm_mailbox_close(lm_proc *p); // frees all messages

// At a safe point, before p goes on: copies the first message into the heap if that is cheap.
void lm_mailbox_take_in(lm_proc *p);

// Takes the message at *link out of the mailbox and makes it part of the heap; answers it. The save pointer is reset.
lm_term lm_mailbox_take(lm_proc *p, lm_fragment **link);
// Takes it out and frees it.
void lm_mailbox_drop(lm_proc *p, lm_fragment **link);

// A number for a new reference of p. No message that is in the mailbox now can hold the reference, so a receive that wants it
// need not look at them: the place behind them is remembered, where they are many, for the last few references.
uint64_t lm_mailbox_new_reference(lm_proc *p);

// Stops the timer of the receive under way.
void lm_receive_stop_timer(lm_proc *p);

// An exception ends the receive under way, and no message is accepted: the save pointer goes back to the start and the timeout is
// forgotten. What the exception holds of the message that was peeked at becomes part of the heap.
void lm_receive_leave(lm_proc *p);

#endif
