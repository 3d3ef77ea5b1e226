// The memory of shared binaries: blocks come back, no two that live overlap, what is kept is bounded. Several threads at once.
//
// with threads
#include "lm_check.h"

#include "memory/lm_binaries.h"
#include "heap/lm_heap.h"
#include "memory/lm_memory.h"
#include "platform/lm_platform.h"

static lm_binaries binaries;

typedef struct block {
  uint8_t *memory;
  size_t size;
  uint8_t mark;
} block;

static bool is_whole(const block *b) {
  for (size_t i = 0; i < b->size; i += b->size / 16 + 1)
    if (b->memory[i] != b->mark) return false;
  return b->memory[b->size - 1] == b->mark;
}

// Answers how many blocks were damaged.
static uint64_t play(uint64_t seed, int rounds) {
  enum { LIVE = 40 };
  block live[LIVE] = {0};
  uint64_t damaged = 0;
  for (int i = 0; i < rounds; i++) {
    seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    block *b = &live[(seed >> 33) % LIVE];
    if (b->memory != NULL) {
      damaged += !is_whole(b);
      lm_binaries_give(&binaries, b->memory, b->size);
    }
    b->size = 1 + (size_t)((seed >> 20) % (UINT64_C(1) << (4 + (seed >> 50) % 16)));
    b->memory = lm_binaries_take(&binaries, b->size);
    b->mark = (uint8_t)seed;
    memset(b->memory, b->mark, b->size);
  }
  for (int i = 0; i < LIVE; i++) {
    if (live[i].memory == NULL) continue;
    damaged += !is_whole(&live[i]);
    lm_binaries_give(&binaries, live[i].memory, live[i].size);
  }
  return damaged;
}

static _Atomic uint64_t damaged;

static void player(void *seed) { atomic_fetch_add(&damaged, play((uint64_t)(uintptr_t)seed, 20000)); }

static void at_once(void) {
  enum { THREADS = 4 };
  lm_thread threads[THREADS];
  bool started[THREADS];
  for (uintptr_t i = 0; i < THREADS; i++) started[i] = lm_thread_start(&threads[i], player, (void *)(i + 1));
  for (int i = 0; i < THREADS; i++)
    if (started[i]) lm_thread_join(&threads[i]);
  CHECK(atomic_load(&damaged) == 0, "%llu blocks of several threads", (unsigned long long)atomic_load(&damaged));
}

static void bounded(void) {
  enum { COUNT = 100 };
  static const size_t sizes[] = {100, 5000, LM_BINARIES_LARGE, 300000, 1 << 20, 3 << 20};
  for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
    void *blocks[COUNT];
    for (int i = 0; i < COUNT; i++) blocks[i] = lm_binaries_take(&binaries, sizes[s]);
    for (int i = 0; i < COUNT; i++) lm_binaries_give(&binaries, blocks[i], sizes[s]);
    CHECK(binaries.large_bytes <= LM_BINARIES_KEPT_LARGE && binaries.large_count <= LM_BINARIES_KEPT_COUNT,
          "%zu bytes in %u", binaries.large_bytes, binaries.large_count);
    for (int i = 0; i < LM_BINARIES_SIZES; i++)
      CHECK(binaries.small[i].count <= LM_BINARIES_KEPT_SMALL >> LM_BINARIES_SMALLEST_LOG, "%u small", binaries.small[i].count);
    void *again = lm_binaries_take(&binaries, sizes[s]);
    bool came_back = false;
    for (int i = 0; i < COUNT; i++) came_back |= again == blocks[i];
    CHECK(LM_DEBUG || came_back, "a block of %zu bytes does not come back", sizes[s]);
    lm_binaries_give(&binaries, again, sizes[s]);
  }
}

int main(void) {
  lm_binaries_init(&binaries);
  uint64_t alone = play(7, 100000);
  CHECK(alone == 0, "%llu blocks of one thread", (unsigned long long)alone);
  at_once();
  bounded();
  lm_binaries_destroy(&binaries);
  return lm_check_result("binaries");
}
