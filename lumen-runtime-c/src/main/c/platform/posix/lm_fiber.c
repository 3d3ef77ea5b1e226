// Fibers of lm_platform.h, for the calling convention of x86-64 System V: a switch keeps the six registers that a call must
// preserve and exchanges the stack pointer. The control words of the floating-point units are never changed by the runtime.
#include "platform/lm_platform.h"

#if LM_HAS_FIBERS

#include <sys/mman.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define LM_ASAN 1
#include <sanitizer/common_interface_defs.h>
#endif
#if __has_feature(thread_sanitizer)
#define LM_TSAN 1
#include <sanitizer/tsan_interface.h>
#endif
#endif

// Pushes what a call preserves, keeps the stack pointer in *from, goes on with that of another and pops what that one pushed.
__attribute__((naked)) static void exchange(__attribute__((unused)) void **from, __attribute__((unused)) void *to) {
  __asm__("pushq %rbp\n\t"
          "pushq %rbx\n\t"
          "pushq %r12\n\t"
          "pushq %r13\n\t"
          "pushq %r14\n\t"
          "pushq %r15\n\t"
          "movq %rsp, (%rdi)\n\t"
          "movq %rsi, %rsp\n\t"
          "popq %r15\n\t"
          "popq %r14\n\t"
          "popq %r13\n\t"
          "popq %r12\n\t"
          "popq %rbx\n\t"
          "popq %rbp\n\t"
          "retq");
}

// Where a fiber begins: lm_fiber_open left what to call in these registers.
__attribute__((naked)) static void begin(void) {
  __asm__("movq %r12, %rdi\n\t"
          "callq *%r13\n\t"
          "ud2");
}

// A fiber has just been gone on with.
static void arrived(lm_fiber *fiber) {
#if LM_ASAN
  const void *bottom;
  size_t bytes;
  __sanitizer_finish_switch_fiber(fiber->sanitizer, &bottom, &bytes);
  fiber->came_from->bottom = (void *)(uintptr_t)bottom; // a thread's own stack is known from here on
  fiber->came_from->bytes = bytes;
#else
  (void)fiber;
#endif
}

static void run(void *argument) {
  lm_fiber *fiber = argument;
  arrived(fiber);
  fiber->run(fiber->argument);
  lm_abort("a fiber came to its end");
}

bool lm_fiber_open(lm_fiber *fiber, size_t bytes, void (*body)(void *), void *argument) {
  size_t page = lm_page_size();
  char *memory = lm_map(bytes + page);
  if (memory == NULL) return false;
  if (mprotect(memory, page, PROT_NONE) != 0) { // whoever runs over the end of the stack shall not write elsewhere
    lm_unmap(memory, bytes + page);
    return false;
  }
  *fiber = (lm_fiber){.bottom = memory + page, .bytes = bytes, .run = body, .argument = argument};
  void **top = (void **)(memory + page + bytes);
  *--top = NULL; // begin finds the stack aligned to 16 bytes
  *--top = NULL;
  *--top = (void *)(uintptr_t)begin;
  for (int i = 0; i < 6; i++) *--top = NULL;
  top[3] = fiber;                     // r12
  top[2] = (void *)(uintptr_t)run;    // r13
  fiber->stack = top;
#if LM_TSAN
  fiber->sanitizer = __tsan_create_fiber(0);
#endif
  return true;
}

void lm_fiber_close(lm_fiber *fiber) {
#if LM_TSAN
  __tsan_destroy_fiber(fiber->sanitizer);
#endif
  lm_unmap((char *)fiber->bottom - lm_page_size(), fiber->bytes + lm_page_size());
}

void lm_fiber_switch(lm_fiber *from, lm_fiber *to) {
#if LM_TSAN
  if (from->bottom == NULL) from->sanitizer = __tsan_get_current_fiber();
  __tsan_switch_to_fiber(to->sanitizer, 0);
#endif
#if LM_ASAN
  to->came_from = from;
  __sanitizer_start_switch_fiber(&from->sanitizer, to->bottom, to->bytes);
#endif
  exchange(&from->stack, to->stack);
  arrived(from);
}

#endif
