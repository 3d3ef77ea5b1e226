#include "term/lm_stack.h"

#include <string.h>

#include "memory/lm_memory.h"

void lm_stack_grow(lm_stack *s) {
  size_t room = s->room * 2;
  if (s->words == s->few) {
    s->words = lm_new(room * sizeof(uint64_t));
    memcpy(s->words, s->few, sizeof s->few);
  } else {
    s->words = lm_resize(s->words, room * sizeof(uint64_t));
  }
  s->room = room;
}

void lm_stack_release(lm_stack *s) { lm_delete(s->words); }
