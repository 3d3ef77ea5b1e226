#include "ets/lm_match_resource.h"

#include "heap/lm_copy.h"
#include "memory/lm_memory.h"
#include "process/lm_runtime.h"
#include "term/lm_resource.h"

// The bytes of the resource.
typedef struct holder {
  uint64_t kind;
  lm_match_spec *spec;
  lm_term *words;    // of the term that it was compiled from
  lm_term *off_heap;
} holder;

static holder *holder_of(lm_refc *refc) { return (holder *)(void *)refc->bytes; }

static void drop(holder *h) {
  if (h->spec != NULL) lm_match_free(h->spec);
  lm_off_heap_release(h->off_heap);
  lm_delete(h->words);
}

static void destroy(lm_refc *refc) {
  drop(holder_of(refc));
  lm_delete(refc);
}

lm_term lm_match_resource(lm_proc *p, lm_term specification, bool pattern, bool bound) {
  size_t words = lm_copy_size(specification);
  holder h = {.words = lm_new(words * sizeof(lm_term))};
  lm_term *top = h.words;
  lm_term own = lm_copy_to(specification, words, &top, &h.off_heap);
  lumen_runtime *rt = lm_runtime_of(p);
  h.spec = pattern ? lm_match_compile_pattern(rt, own, bound) : lm_match_compile(rt, own);
  if (h.spec == NULL) {
    drop(&h);
    return LM_NONE;
  }
  lm_refc *refc = lm_refc_new(sizeof h);
  *holder_of(refc) = h;
  refc->destroy = destroy;
  return lm_resource_reference(p, refc, LM_RESOURCE_MATCH_SPEC);
}

const lm_match_spec *lm_match_of(lm_term reference) {
  lm_refc *refc = lm_resource_of(reference, LM_RESOURCE_MATCH_SPEC);
  return refc == NULL ? NULL : holder_of(refc)->spec;
}
