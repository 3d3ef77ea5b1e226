// lm_gc.h: between the collector (lm_gc.c) and the policy that calls it (lm_collect.c). Nobody else's business.
#ifndef LM_GC_H
#define LM_GC_H

#include "heap/lm_copy.h"
#include "heap/lm_heap.h"

enum lm_collection {
  LM_COLLECT_SMALL, // everything that lives, old or young, goes to a new block; there is no old generation any more
  LM_COLLECT_MINOR, // the young generation becomes old
  LM_COLLECT_MAJOR, // it does, and the old one is copied
};

// LM_COLLECT_SMALL: the new block has `size` words (or what the pool makes of it), enough for the stack and for all words in
// use. Otherwise `size` is ignored, and the block stays where it is, empty but for the stack.
//   ensures: roots (stack, xs[0..live), all that hangs off p) updated; from-space given back to the pool, except the block
void lm_gc(lm_proc *p, enum lm_collection kind, size_t size, size_t live);

// Puts the stack at the end of a new block of at least `size` words. The old block holds nothing else. False: there is not so much
// memory, and nothing has changed.
bool lm_move_stack(lm_proc *p, size_t size);

lm_chunk *lm_chunk_new(lm_pool *pool, size_t words, lm_chunk *older);

#endif
