// lm_bif.h: what the files of built-in functions share.
//
// A built-in is declared by its row in bifs.tab, from which its prototype in lumen_bifs.h comes; the row says whether it
// allocates and may fail. It fails by answering LM_NONE with the exception set (term/lm_error.h), and never moves a term.
#ifndef LM_BIF_H
#define LM_BIF_H

#include "term/lm_error.h"
#include "heap/lm_heap.h"
#include "lumen_atoms.h"
#include "lumen_bifs.h"
#include "process/lm_proc.h"
#include "work/lm_work.h"

static inline lm_term lm_boolean(bool b) { return b ? LM_ATOM_TRUE : LM_ATOM_FALSE; }
static inline bool lm_is_boolean(lm_term t) { return t == LM_ATOM_TRUE || t == LM_ATOM_FALSE; }

// Atoms that are named so seldom that they are none of every program's.
bool lm_atom_is(lm_proc *p, lm_term atom, const char *text);
lm_term lm_atom_named(lm_proc *p, const char *text);

// Charges work to the slice of p: `steps`, of which so many take as long as a call in compiled code, some 5 ns. For built-ins that
// `work` (bifs.tab). Long loops charge while they run (lm_steps), walks over terms too (lm_gives_up).
static inline void lm_charge(lm_proc *p, uint64_t steps, uint64_t of_a_reduction) { p->abi.work += (int64_t)(steps / of_a_reduction); }

// What the steps of the usual loops cost: cells or words that are looked at or written, and bytes.
enum { LM_CELLS = 4, LM_HASHED_CELLS = 1, LM_SUMMED_BYTES = 8, LM_SEARCHED_BYTES = 8 };

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
