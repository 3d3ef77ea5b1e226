#include "memory/lm_binaries.h"

#include <stdbool.h>
#include <string.h>

#include "memory/lm_memory.h"

void lm_binaries_init(lm_binaries *binaries) {
  *binaries = (lm_binaries){.large_count = 0};
  atomic_flag_clear(&binaries->busy);
}

// Frees the oldest large blocks until at most `count` with `bytes` together are kept.
static void keep_large(lm_binaries *b, uint32_t count, size_t bytes) {
  uint32_t dropped = 0;
  for (; b->large_count - dropped > count || b->large_bytes > bytes; dropped++) {
    b->large_bytes -= b->large[dropped].size;
    lm_delete(b->large[dropped].memory);
  }
  b->large_count -= dropped;
  memmove(b->large, b->large + dropped, b->large_count * sizeof *b->large);
}

void lm_binaries_destroy(lm_binaries *binaries) {
  keep_large(binaries, 0, 0);
  for (size_t i = 0; i < LM_BINARIES_SIZES; i++) {
    for (lm_kept_block *block = binaries->small[i].first; block != NULL;) {
      lm_kept_block *next = block->next;
      lm_delete(block);
      block = next;
    }
  }
}

#if LM_DEBUG // the address sanitizer shall see each misuse

void *lm_binaries_take(lm_binaries *binaries, size_t bytes) { return (void)binaries, lm_try_new(bytes); }
void lm_binaries_give(lm_binaries *binaries, void *memory, size_t bytes) { (void)binaries, (void)bytes, lm_delete(memory); }

#else

// Sizes lie in steps of a quarter of the next lower power of two.
typedef struct class {
  size_t size;
  uint32_t index; // of small[]
} class;

static class class_of(size_t bytes) {
  const size_t least = ((size_t)1 << LM_BINARIES_SMALLEST_LOG) + 1;
  if (bytes < least) bytes = least;
  unsigned log = (unsigned)(8 * sizeof(long) - 1) - (unsigned)__builtin_clzl(bytes - 1); // 2^log < bytes <= 2^(log+1)
  size_t steps = ((bytes - 1) >> (log - 2)) + 1; // 5 to 8 quarters
  return (class){steps << (log - 2), 4 * (log - LM_BINARIES_SMALLEST_LOG) + (uint32_t)steps - 5};
}

static bool enter(lm_binaries *b) { return !atomic_flag_test_and_set_explicit(&b->busy, memory_order_acquire); }
static void leave(lm_binaries *b) { atomic_flag_clear_explicit(&b->busy, memory_order_release); }

static void *take_small(lm_binaries *b, uint32_t index) {
  lm_kept_block *block = b->small[index].first;
  if (block == NULL) return NULL;
  b->small[index].first = block->next;
  b->small[index].count--;
  return block;
}

static bool keep_small(lm_binaries *b, void *memory, class c) {
  if (b->small[c.index].count >= LM_BINARIES_KEPT_SMALL / c.size) return false;
  lm_kept_block *block = memory;
  block->next = b->small[c.index].first;
  b->small[c.index].first = block;
  b->small[c.index].count++;
  return true;
}

static void *take_large(lm_binaries *b, size_t size) {
  for (uint32_t i = b->large_count; i-- > 0;) {
    if (b->large[i].size != size) continue;
    void *memory = b->large[i].memory;
    b->large_bytes -= size;
    b->large_count--;
    memmove(b->large + i, b->large + i + 1, (b->large_count - i) * sizeof *b->large);
    return memory;
  }
  return NULL;
}

void *lm_binaries_take(lm_binaries *binaries, size_t bytes) {
  class c = class_of(bytes);
  void *memory = NULL;
  if (enter(binaries)) {
    memory = c.size <= LM_BINARIES_LARGE ? take_small(binaries, c.index) : take_large(binaries, c.size);
    leave(binaries);
  }
  if (memory == NULL) memory = lm_try_new(c.size);
  if (memory != NULL || !enter(binaries)) return memory;
  keep_large(binaries, 0, 0); // perhaps what is kept is in the way
  leave(binaries);
  return lm_try_new(c.size);
}

void lm_binaries_give(lm_binaries *binaries, void *memory, size_t bytes) {
  class c = class_of(bytes);
  bool kept = false;
  if (c.size <= LM_BINARIES_KEPT_LARGE && enter(binaries)) {
    if (c.size <= LM_BINARIES_LARGE) {
      kept = keep_small(binaries, memory, c);
    } else {
      keep_large(binaries, LM_BINARIES_KEPT_COUNT - 1, LM_BINARIES_KEPT_LARGE - c.size);
      binaries->large[binaries->large_count].memory = memory;
      binaries->large[binaries->large_count++].size = c.size;
      binaries->large_bytes += c.size;
      kept = true;
    }
    leave(binaries);
  }
  if (!kept) lm_delete_large(memory, c.size);
}

#endif
