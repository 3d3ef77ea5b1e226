// lm_stack.h: a stack of words for walking terms without recursion: terms may be nested millions deep, the machine stack
// may not. Holds its first words in place, so a walk over an ordinary term allocates nothing.
//
//     lm_stack s;
//     lm_stack_open(&s);
//     lm_stack_push(&s, term);
//     while (!lm_stack_is_empty(&s)) { lm_term t = lm_stack_pop(&s); ... }
//     lm_stack_close(&s);
//
// Who may touch it: the function whose local variable it is.
#ifndef LM_STACK_H
#define LM_STACK_H

#include "lumen_term.h"

enum { LM_STACK_FEW = 64 };

typedef struct lm_stack {
  uint64_t *words;
  size_t count;
  size_t room;
  uint64_t few[LM_STACK_FEW];
} lm_stack;

void lm_stack_grow(lm_stack *s);
void lm_stack_release(lm_stack *s);

static inline void lm_stack_open(lm_stack *s) {
  s->words = s->few;
  s->count = 0;
  s->room = LM_STACK_FEW;
}
static inline void lm_stack_close(lm_stack *s) {
  if (s->words != s->few) lm_stack_release(s);
}
static inline bool lm_stack_is_empty(const lm_stack *s) { return s->count == 0; }
static inline void lm_stack_push(lm_stack *s, uint64_t word) {
  if (s->count == s->room) lm_stack_grow(s);
  s->words[s->count++] = word;
}
static inline uint64_t lm_stack_pop(lm_stack *s) { return s->words[--s->count]; }
static inline uint64_t *lm_stack_top(lm_stack *s) { return &s->words[s->count - 1]; }

static inline void lm_stack_push_pointer(lm_stack *s, const void *pointer) { lm_stack_push(s, (uintptr_t)pointer); }
static inline void *lm_stack_pop_pointer(lm_stack *s) { return (void *)(uintptr_t)lm_stack_pop(s); }

#endif
