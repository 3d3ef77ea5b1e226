#include "heap/lm_refc.h"

#include "heap/lm_memory.h"

lm_refc *lm_refc_try_new(size_t size) {
  lm_refc *refc = size > SIZE_MAX / 2 ? NULL : lm_try_new(sizeof *refc + size + LM_REFC_SPARE);
  if (refc == NULL) return NULL;
  atomic_init(&refc->count, 1);
  refc->size = size;
  atomic_init(&refc->used, 0);
  refc->counted_in = NULL;
  refc->destroy = NULL;
  return refc;
}

lm_refc *lm_refc_new(size_t size) {
  lm_refc *refc = lm_refc_try_new(size);
  if (refc == NULL) lm_out_of_memory();
  return refc;
}

void lm_refc_count(lm_refc *refc, _Atomic int64_t *counter) {
  refc->counted_in = counter;
  atomic_fetch_add_explicit(counter, (int64_t)refc->size, memory_order_relaxed);
}

void lm_refc_destroy(lm_refc *refc) {
  if (refc->counted_in != NULL) atomic_fetch_sub_explicit(refc->counted_in, (int64_t)refc->size, memory_order_relaxed);
  if (refc->destroy != NULL) {
    refc->destroy(refc);
  } else {
    lm_delete(refc);
  }
}
