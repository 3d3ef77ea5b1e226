// lm_pool.h: memory by the block, recycled. Heap blocks, old chunks, fragments, messages and processes come from here.
//
// A block has one of a fixed row of sizes (two per power of two), and is handed out again before memory is taken from the
// operating system, because the first touch of a fresh page costs more than filling it. Each scheduler has its own pool
// (no lock); what one scheduler frees faster than it allocates travels in batches through the pool that all share.
//
// Who may touch an lm_pool: the thread of its scheduler. lm_shared_pool: any thread (its lock is taken inside).
//
//   words:  8  12  16  24  32  48  64 ... 2^k, 3*2^(k-1) ... 16384    small: carved from large areas, kept for ever
//           ... and so on                                             large: mapped; up to twice of what is in use is kept
//
// With LM_DEBUG every block is a malloc of its own, so that the address sanitizer sees each misuse.
#ifndef LM_POOL_H
#define LM_POOL_H

#include "lumen_term.h"
#include "work/lm_work.h"

typedef struct lm_pool lm_pool;
typedef struct lm_shared_pool lm_shared_pool;

lm_shared_pool *lm_shared_pool_new(void);
// Gives everything back to the operating system: blocks still in use die with it. No pool may be used afterwards.
void lm_shared_pool_free(lm_shared_pool *shared);

// Bytes that all blocks take, and how many of these are in use: exact while no other thread takes or gives any.
size_t lm_shared_pool_bytes(lm_shared_pool *shared, size_t *used);

lm_pool *lm_pool_new(lm_shared_pool *shared);
void lm_pool_free(lm_pool *pool); // its free blocks go to the shared pool

// With LM_STRESS or LM_DEBUG: no thread that works for another worker may touch the pool from now on. One that does has kept it over a
// point where its process waited for its next turn, and went on elsewhere.
void lm_pool_belongs_to(lm_pool *pool, const lm_worker *worker);

// The size that a request for `words` gets. At most 1.5 times the request; what nobody touches of a large block is not in memory.
size_t lm_pool_size(size_t words);

// At least `words` words, not initialised, aligned to 16 bytes; *size = what it really is. Never NULL: without memory the
// program ends (lm_out_of_memory).
lm_term *lm_pool_take(lm_pool *pool, size_t words, size_t *size);
// The same; NULL when the system has not so much.
lm_term *lm_pool_try_take(lm_pool *pool, size_t words, size_t *size);
// Whether the system has so much more: asked before a large collection, which can't stop half-way.
bool lm_pool_has(lm_pool *pool, size_t words);
// `size` as lm_pool_take gave it. Any pool of the same runtime will do.
void lm_pool_give(lm_pool *pool, lm_term *block, size_t size);

#endif
