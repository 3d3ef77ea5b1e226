// lm_roots.h: where a collection begins: what of a process points into its heap, besides stack and registers.
//
// Who may touch it: the thread that runs the process.
#ifndef LM_ROOTS_H
#define LM_ROOTS_H

#include "process/lm_proc.h"

// Calls `visit` for all of them.
void lm_proc_roots(lm_proc *p, void (*visit)(void *context, lm_term *roots, size_t count), void *context);

// The message that compiled code looks at, which must be moved along; NULL: none.
static inline lm_fragment *lm_mailbox_peeked(lm_proc *p) {
  if ((p->flags & LM_PROC_PEEKED) == 0) return NULL;
  lm_fragment *m = *p->mail.save;
  return m->used != 0 ? m : NULL;
}

// The terms of a message are in the heap now.
static inline void lm_mailbox_moved(lm_proc *p, lm_fragment *message) {
  message->flags |= LM_MESSAGE_IN_HEAP;
  p->in_heap_messages++;
}

#endif
