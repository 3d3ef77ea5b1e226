// What malloc and its family give away is aligned, lies apart, keeps its bytes, and is given away again. (As WebAssembly
// they are ours; elsewhere libc's pass too.)
#include "lm_check.h"

enum { PLACES = 300, STEPS = 20000 };

static struct place {
  uint8_t *memory;
  size_t bytes;
} places[PLACES];

static size_t chosen(size_t below) { return (size_t)lm_random_below(below); }

static size_t some_bytes(void) { return 1 + chosen((size_t)1 << (1 + chosen(14))); }

// All bytes of a place tell its number.
static void fill(size_t k, size_t from) { memset(places[k].memory + from, (int)(k & 0xFF), places[k].bytes - from); }

static void check(size_t k, size_t bytes) {
  size_t i = 0;
  while (i < bytes && places[k].memory[i] == (k & 0xFF)) i++;
  CHECK(i == bytes, "byte %zu of place %zu", i, k);
}

static void step(void) {
  size_t k = chosen(PLACES);
  struct place *p = &places[k];
  size_t bytes = some_bytes(), zeros = 0;
  if (p->memory == NULL) {
    size_t alignment = 16;
    switch (chosen(4)) {
      case 0:
        p->memory = calloc(1, bytes);
        for (size_t i = 0; i < bytes; i++) zeros += p->memory[i] == 0;
        CHECK(zeros == bytes, "%zu of %zu bytes", zeros, bytes);
        break;
      case 1:
        alignment = (size_t)16 << chosen(6);
        bytes = (bytes + alignment - 1) / alignment * alignment;
        p->memory = aligned_alloc(alignment, bytes);
        break;
      default: p->memory = malloc(bytes); break;
    }
    CHECK(p->memory != NULL && (uintptr_t)p->memory % alignment == 0, "%zu bytes at %p", bytes, (void *)p->memory);
    p->bytes = bytes;
    fill(k, 0);
    return;
  }
  check(k, p->bytes);
  if (chosen(3) == 0) {
    size_t before = p->bytes;
    p->memory = realloc(p->memory, bytes);
    p->bytes = bytes;
    check(k, before < bytes ? before : bytes);
    if (before < bytes) fill(k, before);
  } else {
    free(p->memory);
    p->memory = NULL;
  }
}

int main(void) {
  for (int i = 0; i < STEPS; i++) step();
  for (size_t k = 0; k < PLACES; k++) {
    if (places[k].memory != NULL) check(k, places[k].bytes);
    free(places[k].memory);
  }
  // More than the memory could hold if it were lost.
  for (int i = 0; i < 2000; i++) {
    uint8_t *memory = malloc((size_t)8 << 20);
    CHECK(memory != NULL, "large block %d", i);
    memory[i] = 1;
    free(memory);
  }
#if !defined LM_DEBUG || !LM_DEBUG // the address sanitizer stops the program there
  volatile size_t most = SIZE_MAX; // unknown to the compiler, which else leaves the calls out
  uint8_t *volatile too_much = malloc(most - 1000);
  CHECK(too_much == NULL, "more than there is");
#endif
  return lm_check_result("malloc");
}
