// lm_binaries.h: the memory of a runtime's shared binaries.
//
// Blocks that were given back are kept for the next ones: the first touch of a fresh page costs more than filling it, and musl's
// malloc gives pages back to the system as soon as it can. A block has one of four sizes per power of two, so that binaries of
// about one length use each other's blocks. Kept are, of each size below LM_BINARIES_LARGE, up to LM_BINARIES_KEPT_SMALL bytes; of
// larger ones the youngest few, up to LM_BINARIES_KEPT_LARGE bytes together.
//
// Who may touch it: any thread. Nobody waits: who finds another one here does with malloc.
#ifndef LM_BINARIES_H
#define LM_BINARIES_H

#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>

enum {
  LM_BINARIES_SMALLEST_LOG = 6,
  LM_BINARIES_LARGE_LOG = 14,
  LM_BINARIES_LARGE = 1 << LM_BINARIES_LARGE_LOG,
  LM_BINARIES_SIZES = 4 * (LM_BINARIES_LARGE_LOG - LM_BINARIES_SMALLEST_LOG), // of small blocks
  LM_BINARIES_KEPT_SMALL = 3 << 19, // more than a process leaves before it collects (heap/lm_alloc.c)
  LM_BINARIES_KEPT_LARGE = 32 << 20,
  LM_BINARIES_KEPT_COUNT = 64, // of large blocks
};

typedef struct lm_kept_block { // it begins with this
  struct lm_kept_block *next;
} lm_kept_block;

typedef struct lm_binaries {
  _Atomic int64_t bytes; // of the binaries that live
  atomic_flag busy;      // somebody is at what follows
  struct {
    lm_kept_block *first;
    uint32_t count;
  } small[LM_BINARIES_SIZES];
  struct {
    void *memory;
    size_t size;
  } large[LM_BINARIES_KEPT_COUNT]; // oldest first
  uint32_t large_count;
  size_t large_bytes;
} lm_binaries;

void lm_binaries_init(lm_binaries *binaries);
void lm_binaries_destroy(lm_binaries *binaries); // all that was taken has been given back

void *lm_binaries_take(lm_binaries *binaries, size_t bytes); // not initialised. NULL: there is not so much
void lm_binaries_give(lm_binaries *binaries, void *memory, size_t bytes); // `bytes` as they were taken

#endif
