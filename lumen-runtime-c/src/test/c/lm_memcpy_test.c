// Our memcpy and memmove, byte for byte, at all small sizes and distances.
#define LM_MEMCPY_TEST
#define LM_MEMCPY lm_test_memcpy
#define LM_MEMMOVE lm_test_memmove
#include <stddef.h>
void *LM_MEMCPY(void *restrict to, const void *restrict from, size_t n);
void *LM_MEMMOVE(void *to, const void *from, size_t n);

#include "../../main/c/platform/posix/lm_memcpy.c"

#include "lm_check.h"

#if defined(__x86_64__)

enum { AREA = 3000, LARGEST = 1100 };

static unsigned char before[AREA], after[AREA];

static void fill(void) {
  for (size_t i = 0; i < AREA; i++) before[i] = after[i] = (unsigned char)lm_random();
}

static bool is_moved(size_t to, size_t from, size_t n) {
  for (size_t i = 0; i < AREA; i++) {
    unsigned char want = i >= to && i < to + n ? before[from + (i - to)] : before[i];
    if (after[i] != want) return false;
  }
  return true;
}

static void move(size_t to, size_t from, size_t n) {
  fill();
  CHECK(LM_MEMMOVE(after + to, after + from, n) == after + to, "answer");
  CHECK(is_moved(to, from, n), "memmove of %zu bytes from %zu to %zu", n, from, to);
  if (to < from + n && from < to + n) return;
  fill();
  CHECK(LM_MEMCPY(after + to, after + from, n) == after + to, "answer");
  CHECK(is_moved(to, from, n), "memcpy of %zu bytes from %zu to %zu", n, from, to);
}

int main(void) {
  for (size_t n = 0; n < 140; n++) {
    for (size_t distance = 0; distance < 40; distance++) {
      move(100, 100 + distance, n);
      move(100 + distance, 100, n);
    }
    move(7, 1500, n);
  }
  for (size_t n = 1000; n <= LARGEST; n += 3) {
    move(3, 5, n);
    move(5, 3, n);
    move(1, 1500, n);
  }
  return lm_check_result("memcpy");
}

#else

int main(void) {
  CHECK(true, "not here");
  return lm_check_result("memcpy");
}

#endif
