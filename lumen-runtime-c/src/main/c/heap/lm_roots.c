#include "heap/lm_roots.h"

void lm_proc_roots(lm_proc *p, void (*visit)(void *context, lm_term *roots, size_t count), void *context) {
  visit(context, &p->abi.exception_reason, 2); // and the trace behind it
  visit(context, &p->exit_reason, 1);
  visit(context, &p->group_leader, 1);
  if (p->dictionary != NULL) visit(context, p->dictionary->words, 2 * p->dictionary->size);
  if (p->flags & LM_PROC_PEEKED) visit(context, &(*p->mail.save)->term, 1);
  uint32_t left = p->in_heap_messages;
  for (lm_fragment *m = p->mail.first; left > 0; m = m->next) {
    if ((m->flags & LM_MESSAGE_IN_HEAP) == 0) continue;
    visit(context, &m->term, 1);
    left--;
  }
}
