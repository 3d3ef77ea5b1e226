// lm_pool.h: what is said to be in use is what is in use, whichever pool has the free blocks.
#include "lm_check.h"
#include "memory/lm_pool.h"

enum { BLOCKS = 3000 };

static size_t used(lm_shared_pool *shared) {
  size_t bytes;
  size_t all = lm_shared_pool_bytes(shared, &bytes);
  CHECK(bytes <= all, "%zu of %zu", bytes, all);
  return bytes;
}

static void expect_used(lm_shared_pool *shared, size_t expected) {
  size_t bytes = used(shared);
  CHECK(bytes == expected, "%zu bytes in use, not %zu", bytes, expected);
}

// From a handful of words to more than a small block has.
static size_t words_of(size_t i) { return 1 + (i * i * 7919) % (i % 100 == 0 ? 40000 : 300); }

static void give_back_elsewhere(lm_shared_pool *shared) {
  static lm_term *blocks[BLOCKS];
  static size_t sizes[BLOCKS];
  lm_pool *one = lm_pool_new(shared), *other = lm_pool_new(shared);
  size_t taken = 0;
  for (size_t i = 0; i < BLOCKS; i++) {
    blocks[i] = i % 2 == 0 ? lm_pool_take(one, words_of(i), &sizes[i]) : lm_pool_try_take(one, words_of(i), &sizes[i]);
    CHECK(blocks[i] != NULL && sizes[i] >= words_of(i), "%zu words, %zu asked", sizes[i], words_of(i));
    taken += sizes[i] * sizeof(lm_term);
  }
  expect_used(shared, taken);
  for (size_t i = 0; i < BLOCKS; i += 2) {
    lm_pool_give(other, blocks[i], sizes[i]);
    taken -= sizes[i] * sizeof(lm_term);
  }
  expect_used(shared, taken);
  lm_pool_free(other);
  expect_used(shared, taken);
  for (size_t i = 1; i < BLOCKS; i += 2) lm_pool_give(one, blocks[i], sizes[i]);
  expect_used(shared, 0);
  lm_pool_free(one);
  expect_used(shared, 0);
}

int main(void) {
  lm_shared_pool *shared = lm_shared_pool_new();
  give_back_elsewhere(shared);
  give_back_elsewhere(shared); // from what the first round left
  lm_shared_pool_free(shared);
  return lm_check_result("lm_pool_test");
}
