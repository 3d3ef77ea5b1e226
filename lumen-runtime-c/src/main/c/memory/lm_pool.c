#include "memory/lm_pool.h"

#include <assert.h>
#include <stdatomic.h>
#include <string.h>

#include "memory/lm_memory.h"
#include "platform/lm_platform.h"

// A free block: the first word links to the next of its size.
typedef struct free_block {
  struct free_block *next;
} free_block;

typedef struct free_list {
  free_block *first;
  _Atomic(size_t) count; // written by who owns the list, read by who asks for what memory is used
} free_list;

enum {
  SMALLEST_LOG = 3,             // 8 words
  LARGEST_LOG = 14,             // 16384 words
  CLASSES = 2 * (LARGEST_LOG - SMALLEST_LOG) + 1,
  AREA_BYTES = 1 << 18,         // small blocks are carved from areas of this size
  AREA_HEAD = 8,                // words in front of the first block
  BATCH_WORDS = 8192,           // blocks travel between pools in batches of about this size
  LARGE_CLASSES = 2 * (48 - LARGEST_LOG), // up to 2^48 words
  KEPT_LARGE_BYTES = 16 << 20,  // large blocks that stay mapped while unused, whatever is in use
};

typedef struct area {
  struct area *next;
  size_t bytes;
} area;

typedef struct large_block { // a free one
  struct large_block *newer, *older;
  size_t size;
  uint64_t age; // grows with each block that is given back
} large_block;

typedef struct large_list { // of one size
  large_block *newest, *oldest;
} large_list;

struct lm_shared_pool {
  lm_mutex lock; // everything below
  lm_pool *pools;
  area *areas;
  free_list lists[CLASSES];
  large_list large[LARGE_CLASSES];
  uint64_t large_given; // how many were ever given back
  size_t large_bytes; // in those lists
  size_t large_used;  // bytes of large blocks that are in use
  size_t scraps;      // words at the ends of areas, too few for a block
};

struct lm_pool {
  lm_shared_pool *shared;
  lm_pool *next, **link;       // in the list of the shared one
  const lm_worker *owner;      // lm_pool_belongs_to; NULL: no scheduler
  lm_term *carve_end;          // of the area that new blocks are cut from
  _Atomic(size_t) carve_words; // how many are left of it
  free_list lists[CLASSES];
};

// Class 2k holds 2^(k+3) words, class 2k+1 holds 3*2^(k+2).
static size_t class_size(unsigned class) {
  size_t power = (size_t)1 << (SMALLEST_LOG + class / 2);
  return class % 2 == 0 ? power : power + power / 2;
}

static unsigned class_of(size_t words) {
  if (words <= 8) return 0;
  unsigned log = 63 - (unsigned)__builtin_clzll((unsigned long long)words - 1); // 2^log < words <= 2^(log+1)
  size_t middle = (size_t)3 << (log - 1);
  return 2 * (log - SMALLEST_LOG) + (words <= middle ? 1 : 2);
}

size_t lm_pool_size(size_t words) { return class_size(class_of(words)); }

lm_shared_pool *lm_shared_pool_new(void) {
  lm_shared_pool *shared = lm_new_zeroed(1, sizeof *shared);
  lm_mutex_init(&shared->lock);
  return shared;
}

void lm_shared_pool_free(lm_shared_pool *shared) {
  for (area *a = shared->areas; a != NULL;) {
    area *next = a->next;
    lm_unmap(a, a->bytes);
    a = next;
  }
  for (unsigned c = 0; c < LARGE_CLASSES; c++) {
    for (large_block *b = shared->large[c].newest; b != NULL;) {
      large_block *older = b->older;
      lm_unmap(b, b->size * sizeof(lm_term));
      b = older;
    }
  }
  lm_delete(shared);
}

static size_t count_of(const free_list *list) { return atomic_load_explicit(&list->count, memory_order_relaxed); }
static void set_count(free_list *list, size_t count) { atomic_store_explicit(&list->count, count, memory_order_relaxed); }
static size_t left_to_carve(const lm_pool *pool) { return atomic_load_explicit(&pool->carve_words, memory_order_relaxed); }

static size_t words_in(const free_list lists[CLASSES]) {
  size_t words = 0;
  for (unsigned c = 0; c < CLASSES; c++) words += count_of(&lists[c]) * class_size(c);
  return words;
}

size_t lm_shared_pool_bytes(lm_shared_pool *shared, size_t *used) {
  size_t bytes = 0;
  lm_mutex_lock(&shared->lock);
  for (const area *a = shared->areas; a != NULL; a = a->next) bytes += a->bytes - AREA_HEAD * sizeof(lm_term);
  size_t unused = (words_in(shared->lists) + shared->scraps) * sizeof(lm_term) + shared->large_bytes;
  for (const lm_pool *pool = shared->pools; pool != NULL; pool = pool->next)
    unused += (words_in(pool->lists) + left_to_carve(pool)) * sizeof(lm_term);
  bytes += shared->large_used + shared->large_bytes;
  lm_mutex_unlock(&shared->lock);
  *used = unused < bytes ? bytes - unused : 0; // blocks move meanwhile
  return bytes;
}

lm_pool *lm_pool_new(lm_shared_pool *shared) {
  lm_pool *pool = lm_new_zeroed(1, sizeof *pool);
  pool->shared = shared;
  lm_mutex_lock(&shared->lock);
  pool->next = shared->pools;
  pool->link = &shared->pools;
  if (pool->next != NULL) pool->next->link = &pool->next;
  shared->pools = pool;
  lm_mutex_unlock(&shared->lock);
  return pool;
}

void lm_pool_belongs_to(lm_pool *pool, const lm_worker *worker) { pool->owner = worker; }

static void check_owner(const lm_pool *pool) {
#if LM_STRESS || LM_DEBUG
  const lm_worker *worker = lm_worker_of_thread(); // none: the runtime is being closed
  if (pool->owner != NULL && worker != NULL && worker != pool->owner) lm_abort("memory of another scheduler's pool");
#else
  (void)pool;
#endif
}

static void push(free_list *list, free_block *block) {
  block->next = list->first;
  list->first = block;
  set_count(list, count_of(list) + 1);
}

static free_block *pop(free_list *list) {
  free_block *block = list->first;
  list->first = block->next;
  set_count(list, count_of(list) - 1);
  return block;
}

static void move(free_list *from, free_list *to, size_t count) {
  while (count-- > 0 && from->first != NULL) push(to, pop(from));
}

// What is left of the area becomes blocks.
static void carve_up(lm_pool *pool) {
  size_t left = left_to_carve(pool);
  for (unsigned c = CLASSES; c-- > 0;) {
    for (; left >= class_size(c); left -= class_size(c)) push(&pool->lists[c], (free_block *)(pool->carve_end - left));
  }
  atomic_store_explicit(&pool->carve_words, left, memory_order_relaxed);
}

void lm_pool_free(lm_pool *pool) {
  carve_up(pool);
  lm_mutex_lock(&pool->shared->lock);
  for (unsigned c = 0; c < CLASSES; c++) move(&pool->lists[c], &pool->shared->lists[c], SIZE_MAX);
  pool->shared->scraps += left_to_carve(pool);
  *pool->link = pool->next;
  if (pool->next != NULL) pool->next->link = pool->link;
  lm_mutex_unlock(&pool->shared->lock);
  lm_delete(pool);
}

#if LM_DEBUG

static void count_use(lm_shared_pool *shared, int64_t bytes) {
  lm_mutex_lock(&shared->lock);
  shared->large_used += (size_t)bytes;
  lm_mutex_unlock(&shared->lock);
}

lm_term *lm_pool_take(lm_pool *pool, size_t words, size_t *size) {
  check_owner(pool);
  *size = lm_pool_size(words);
  count_use(pool->shared, (int64_t)(*size * sizeof(lm_term)));
  return lm_new(*size * sizeof(lm_term));
}

lm_term *lm_pool_try_take(lm_pool *pool, size_t words, size_t *size) {
  *size = lm_pool_size(words);
  lm_term *block = lm_try_new(*size * sizeof(lm_term));
  if (block != NULL) count_use(pool->shared, (int64_t)(*size * sizeof(lm_term)));
  return block;
}

bool lm_pool_has(lm_pool *pool, size_t words) {
  (void)pool, (void)words;
  return true;
}

void lm_pool_give(lm_pool *pool, lm_term *block, size_t size) {
  check_owner(pool);
  count_use(pool->shared, -(int64_t)(size * sizeof(lm_term)));
  memset(block, 0xDB, size * sizeof(lm_term));
  lm_delete(block);
}

#else

// BATCH_WORDS / class_size(class), at least 2. Each block that is given back asks: without a division.
static size_t batch(unsigned class) {
  size_t n = (class % 2 == 0 ? BATCH_WORDS : BATCH_WORDS * 2 / 3) >> (SMALLEST_LOG + class / 2);
  return n < 2 ? 2 : n;
}

static bool is_small(size_t words) { return words <= ((size_t)1 << LARGEST_LOG); }

// A chain through `older`.
static void unmap_all(large_block *block) {
  while (block != NULL) {
    large_block *next = block->older;
    size_t bytes = block->size * sizeof(lm_term);
    lm_empty(block, bytes);
    lm_unmap(block, bytes);
    block = next;
  }
}

static large_list *list_of(lm_shared_pool *shared, size_t size) { return &shared->large[class_of(size) - CLASSES]; }

static void take_off(lm_shared_pool *shared, large_list *list, large_block *block) {
  *(block->newer == NULL ? &list->newest : &block->newer->older) = block->older;
  *(block->older == NULL ? &list->oldest : &block->older->newer) = block->newer;
  shared->large_bytes -= block->size * sizeof(lm_term);
}

// The block that was kept longest. There is one.
static large_block *take_oldest(lm_shared_pool *shared) {
  large_list *found = NULL;
  for (large_list *list = shared->large; list < shared->large + LARGE_CLASSES; list++) {
    if (list->oldest != NULL && (found == NULL || list->oldest->age < found->oldest->age)) found = list;
  }
  large_block *block = found->oldest;
  take_off(shared, found, block);
  return block;
}

// Takes blocks off the lists until at most so many bytes are kept. The lock is held.
static large_block *keep_at_most(lm_shared_pool *shared, size_t bytes) {
  large_block *dropped = NULL;
  while (shared->large_bytes > bytes) {
    large_block *block = take_oldest(shared);
    block->older = dropped;
    dropped = block;
  }
  return dropped;
}

// Pages of the system, at the price of all blocks that are kept. NULL: it has no more.
static void *map(lm_shared_pool *shared, size_t bytes) {
  void *fresh = lm_map(bytes);
  if (fresh != NULL) return fresh;
  lm_mutex_lock(&shared->lock);
  large_block *kept = keep_at_most(shared, 0);
  lm_mutex_unlock(&shared->lock);
  unmap_all(kept);
  return kept == NULL ? NULL : lm_map(bytes);
}

// NULL: the system has no more.
static lm_term *take_large(lm_shared_pool *shared, size_t size) {
  size_t bytes = size * sizeof(lm_term);
  lm_mutex_lock(&shared->lock);
  shared->large_used += bytes;
  large_list *list = list_of(shared, size);
  large_block *block = list->newest;
  if (block != NULL) take_off(shared, list, block);
  lm_mutex_unlock(&shared->lock);
  if (block != NULL) return (lm_term *)block;
  lm_term *fresh = map(shared, bytes);
  if (fresh == NULL) {
    lm_mutex_lock(&shared->lock);
    shared->large_used -= bytes;
    lm_mutex_unlock(&shared->lock);
  }
  return fresh;
}

// At most twice as much is kept as is in use: after a major collection that is what the old generation will grow by until the next
// one.
static size_t limit_of(const lm_shared_pool *shared) {
  return 2 * shared->large_used > KEPT_LARGE_BYTES ? 2 * shared->large_used : KEPT_LARGE_BYTES;
}

static void give_large(lm_shared_pool *shared, lm_term *memory, size_t size) {
  large_block *block = (large_block *)memory;
  lm_mutex_lock(&shared->lock);
  large_list *list = list_of(shared, size);
  *block = (large_block){.older = list->newest, .size = size, .age = shared->large_given++};
  *(list->newest == NULL ? &list->oldest : &list->newest->newer) = block;
  list->newest = block;
  shared->large_bytes += size * sizeof(lm_term);
  shared->large_used -= size * sizeof(lm_term);
  large_block *dropped = keep_at_most(shared, limit_of(shared));
  lm_mutex_unlock(&shared->lock);
  unmap_all(dropped);
}

static lm_term *carve(lm_pool *pool, size_t size) {
  size_t left = left_to_carve(pool);
  if (left < size) {
    carve_up(pool);
    area *a = lm_map(AREA_BYTES);
    if (a == NULL) lm_out_of_memory();
    a->bytes = AREA_BYTES;
    lm_mutex_lock(&pool->shared->lock);
    a->next = pool->shared->areas;
    pool->shared->areas = a;
    pool->shared->scraps += left_to_carve(pool);
    lm_mutex_unlock(&pool->shared->lock);
    pool->carve_end = (lm_term *)a + AREA_BYTES / sizeof(lm_term);
    left = AREA_BYTES / sizeof(lm_term) - AREA_HEAD;
  }
  atomic_store_explicit(&pool->carve_words, left - size, memory_order_relaxed);
  return pool->carve_end - left;
}

lm_term *lm_pool_try_take(lm_pool *pool, size_t words, size_t *size) {
  if (is_small(words)) return lm_pool_take(pool, words, size);
  if (words > SIZE_MAX / (4 * sizeof(lm_term))) return NULL;
  *size = lm_pool_size(words);
  return take_large(pool->shared, *size);
}

bool lm_pool_has(lm_pool *pool, size_t words) {
  enum { ORDINARY_WORDS = 1 << 24 };
  if (words <= ORDINARY_WORDS) return true;
  size_t bytes = (words * sizeof(lm_term) + lm_page_size() - 1) / lm_page_size() * lm_page_size();
  void *probe = map(pool->shared, bytes);
  if (probe != NULL) lm_unmap(probe, bytes);
  return probe != NULL;
}

lm_term *lm_pool_take(lm_pool *pool, size_t words, size_t *size) {
  check_owner(pool);
  if (!is_small(words)) {
    lm_term *block = lm_pool_try_take(pool, words, size);
    if (block == NULL) lm_out_of_memory();
    return block;
  }
  *size = lm_pool_size(words);
  unsigned class = class_of(words);
  free_list *list = &pool->lists[class];
  if (list->first == NULL) {
    free_list *reserve = &pool->shared->lists[class];
    lm_mutex_lock(&pool->shared->lock);
    move(reserve, list, batch(class));
    lm_mutex_unlock(&pool->shared->lock);
    if (list->first == NULL) return carve(pool, *size);
  }
  return (lm_term *)pop(list);
}

void lm_pool_give(lm_pool *pool, lm_term *block, size_t size) {
  check_owner(pool);
  if (!is_small(size)) {
    give_large(pool->shared, block, size);
    return;
  }
  unsigned class = class_of(size);
  free_list *list = &pool->lists[class];
  push(list, (free_block *)block);
  if (count_of(list) > 2 * batch(class)) {
    lm_mutex_lock(&pool->shared->lock);
    move(list, &pool->shared->lists[class], batch(class));
    lm_mutex_unlock(&pool->shared->lock);
  }
}

#endif
