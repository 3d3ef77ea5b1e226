#include "term/lm_resource.h"

#include <string.h>

#include "heap/lm_heap.h"
#include "process/lm_proc.h"
#include "process/lm_scheduler.h"

lm_term lm_resource_reference(lm_proc *p, lm_refc *refc, enum lm_resource_kind kind) {
  uint64_t word = kind;
  memcpy(refc->bytes, &word, sizeof word);
  lm_term *object = lm_alloc(p, 4);
  object[0] = LM_HEADER(LM_KIND_MAGIC, 0, 3);
  object[1] = lm_unique(p->sched);
  object[2] = (lm_term)(uintptr_t)refc;
  lm_heap_link_off_heap(p, object, refc->size);
  return lm_boxed_at(object);
}

lm_refc *lm_resource_of(lm_term t, enum lm_resource_kind kind) {
  if (!lm_is_kind(t, LM_KIND_MAGIC)) return NULL;
  lm_refc *refc = (lm_refc *)(uintptr_t)lm_pointer(t)[2];
  uint64_t word;
  memcpy(&word, refc->bytes, sizeof word);
  return word == (uint64_t)kind ? refc : NULL;
}
