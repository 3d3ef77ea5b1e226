// Nothing of the runtime calls lumen_load_literal but through the record of a module that needs it, so an executable without
// such constants does not hold the decoder of the external term format.
#include "host/lm_literals.h"

#include "heap/lm_copy.h"
#include "host/lm_host.h"
#include "memory/lm_memory.h"
#include "process/lm_runtime.h"
#include "sched/lm_visitor.h"

struct lm_literals {
  lm_literals *next;
  lm_term *off_heap;
  lm_term words[];
};

bool lumen_load_literal(lumen_runtime *rt, const lumen_literal *literal) {
  lm_proc *scratch = lm_scratch(rt->host_sched);
  lm_term term = lm_host_decode(scratch, literal->external, literal->length);
  if (term == LM_NONE) return false;
  size_t words = lm_copy_size(term);
  lm_literals *l = lm_new(sizeof *l + words * sizeof(lm_term));
  lm_term *top = l->words;
  l->off_heap = NULL;
  *literal->slot = lm_copy_to(term, words, &top, &l->off_heap);
  l->next = rt->literals;
  rt->literals = l;
  lm_scratch_reset(scratch);
  return true;
}

void lm_literals_free(lm_literals *literals) {
  while (literals != NULL) {
    lm_literals *next = literals->next;
    lm_off_heap_release(literals->off_heap);
    lm_delete(literals);
    literals = next;
  }
}
