#include "heap/lm_memory.h"

#include <stdlib.h>

#include "platform/lm_platform.h"

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
