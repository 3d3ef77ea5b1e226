// lm_gc.h: between the collector (lm_gc.c) and the policy that calls it (lm_collect.c). Nobody else's business.
#ifndef LM_GC_H
#define LM_GC_H

#include "heap/lm_copy.h"
#include "heap/lm_heap.h"

enum lm_collection {
  LM_COLLECT_SMALL, // there is no old generation and none is made: everything that lives goes to the new block
  LM_COLLECT_MINOR,
  LM_COLLECT_MAJOR,
};

// Collects into a new young block of `size` words (lm_pool_size of something), whose stack ends at its end, so that at least
// `free` words lie between hp and sp; what doesn't fit goes to fragments. The stack must fit with `free`.
//   ensures: roots (stack, xs[0..live), all that hangs off p) updated; old space given back to the pool
void lm_gc(lm_proc *p, enum lm_collection kind, size_t size, size_t free, size_t live);

lm_chunk *lm_chunk_new(lm_pool *pool, size_t words, lm_chunk *older);

#endif
