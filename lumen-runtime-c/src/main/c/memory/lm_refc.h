// lm_refc.h: bytes shared by processes and counted by reference: what LM_KIND_REFCBITS and LM_KIND_MAGIC objects point to.
//
// Each such object in a heap, a fragment or a table holds one count. The objects of one space (young heap, old heap,
// fragment) form a list through their last word, [2]; the collector walks the lists of what it collected and releases
// the counts of the objects that died.
//
// Who may touch it: any thread (the count is atomic). Bytes may be written only by the one who holds the only count and
// knows it, or beyond `used` by the one who wins `used` (see appending, in the bit string builder).
#ifndef LM_REFC_H
#define LM_REFC_H

#include <stdatomic.h>
#include <stdint.h>

#include "lumen_term.h"
#include "memory/lm_binaries.h"

typedef struct lm_refc lm_refc;
struct lm_refc {
  _Atomic int64_t count;
  size_t size;                 // bytes there is room for
  _Atomic uint64_t used;       // bits that some term may see; appending moves it up
  lm_binaries *home;           // where its memory came from, and its size is counted; NULL: plain memory
  void (*destroy)(lm_refc *);  // called with count 0, frees the refc itself, which has no home; NULL: there is nothing to do
  _Alignas(16) uint8_t bytes[];
};

// count 1, used 0, bytes not initialised. There are LM_REFC_SPARE bytes behind them that may be overwritten, so that a whole
// word can be stored where the last byte goes.
enum { LM_REFC_SPARE = 8 };
lm_refc *lm_refc_new(size_t size);
// NULL: there is not so much memory. `home` may be NULL, else it lives longer.
lm_refc *lm_refc_try_new(lm_binaries *home, size_t size);
void lm_refc_destroy(lm_refc *refc);

static inline void lm_refc_keep(lm_refc *refc) { atomic_fetch_add_explicit(&refc->count, 1, memory_order_relaxed); }
static inline void lm_refc_release(lm_refc *refc) {
  if (atomic_fetch_sub_explicit(&refc->count, 1, memory_order_acq_rel) == 1) lm_refc_destroy(refc);
}

#endif
