#include "memory/lm_memory.h"

#include <stdlib.h>

#include "platform/lm_platform.h"
#include "work/lm_work.h"

void lm_out_of_memory(void) { lm_abort("out of memory"); }

#if LM_DEBUG
// The address sanitizer, too, shall answer NULL.
const char *__asan_default_options(void);
const char *__asan_default_options(void) { return "allocator_may_return_null=1"; }
#endif

void *lm_try_new(size_t bytes) { return malloc(bytes); }

void *lm_new(size_t bytes) {
  if (bytes == 0) return NULL;
  void *memory = malloc(bytes);
  if (memory == NULL) lm_out_of_memory();
  return memory;
}

void *lm_new_zeroed(size_t count, size_t bytes) {
  if (count == 0 || bytes == 0) return NULL;
  void *memory = calloc(count, bytes);
  if (memory == NULL) lm_out_of_memory();
  return memory;
}

void *lm_resize(void *memory, size_t bytes) {
  if (bytes == 0) {
    lm_delete(memory);
    return NULL;
  }
  void *resized = realloc(memory, bytes);
  if (resized == NULL) lm_out_of_memory();
  return resized;
}

void lm_delete(void *memory) { free(memory); }

void lm_empty(void *memory, size_t bytes) {
  if (!LM_HAS_FIBERS) return; // nobody could have a turn
  enum { PIECE = 2 << 20, REDUCTIONS = 10000 };
  size_t page = lm_page_size(), first = (page - (uintptr_t)memory % page) % page;
  for (size_t at = first; at + PIECE <= bytes; at += PIECE) {
    lm_forget((char *)memory + at, PIECE);
    lm_work_done(REDUCTIONS);
  }
}

void lm_delete_large(void *memory, size_t bytes) {
  lm_empty(memory, bytes);
  lm_delete(memory);
}
