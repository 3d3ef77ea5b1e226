#include "memory/lm_refc.h"

#include "memory/lm_memory.h"

static size_t memory_of(size_t size) { return sizeof(lm_refc) + size + LM_REFC_SPARE; }

lm_refc *lm_refc_try_new(lm_binaries *home, size_t size) {
  if (size > SIZE_MAX / 2) return NULL;
  lm_refc *refc = home == NULL ? lm_try_new(memory_of(size)) : lm_binaries_take(home, memory_of(size));
  if (refc == NULL) return NULL;
  atomic_init(&refc->count, 1);
  refc->size = size;
  atomic_init(&refc->used, 0);
  refc->home = home;
  refc->destroy = NULL;
  if (home != NULL) atomic_fetch_add_explicit(&home->bytes, (int64_t)size, memory_order_relaxed);
  return refc;
}

lm_refc *lm_refc_new(size_t size) {
  lm_refc *refc = lm_refc_try_new(NULL, size);
  if (refc == NULL) lm_out_of_memory();
  return refc;
}

void lm_refc_destroy(lm_refc *refc) {
  if (refc->destroy != NULL) {
    refc->destroy(refc);
  } else if (refc->home != NULL) {
    atomic_fetch_sub_explicit(&refc->home->bytes, (int64_t)refc->size, memory_order_relaxed);
    lm_binaries_give(refc->home, refc, memory_of(refc->size));
  } else {
    lm_delete_large(refc, memory_of(refc->size));
  }
}
