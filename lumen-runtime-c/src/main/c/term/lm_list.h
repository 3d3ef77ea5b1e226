// lm_list.h: lists: their length, and how they are built.
//
// Who may touch it: the thread that runs the process.
#ifndef LM_LIST_H
#define LM_LIST_H

#include "heap/lm_heap.h"
#include "work/lm_work.h"

// The length of a proper list, -1 for anything else. Pays for each LM_STRIDE cells, and leaves the rest to the caller.
static inline int64_t lm_list_length(lm_term list) {
  uint64_t n = 0, unpaid = 0;
  for (; lm_is_cons(list); list = lm_tail(list), n++) lm_steps(&unpaid, 1, LM_CELLS);
  return lm_is_nil(list) ? (int64_t)n : -1;
}

// A list under construction, first element first.
typedef struct lm_list_builder {
  lm_term first;
  lm_term *end; // where the next cell or the tail is hung in
} lm_list_builder;

static inline void lm_list_begin(lm_list_builder *b) { b->end = &b->first; }
static inline void lm_list_add(lm_proc *p, lm_list_builder *b, lm_term element) {
  lm_term *cell = lm_alloc(p, 2);
  cell[0] = element;
  *b->end = lm_cons_at(cell);
  b->end = cell + 1;
}
static inline lm_term lm_list_finish(lm_list_builder *b, lm_term tail) {
  *b->end = tail;
  return b->first;
}

#endif
