// lm_asm.h: compiled code written by hand, for tests of what it meets in the runtime. Mirrors what the code generator emits.
//
// A function: CODE(name) { ENTER(name, arity); ... RETURN(x) | TAIL(code) }. ENTER counts a reduction and leaves when the slice
// is over. RETURN_POINT(name, words, handler) declares the place that a call comes back to; its code is name_code.
#ifndef LM_ASM_H
#define LM_ASM_H

#include "lm_check.h"

#include "lumen.h"
#include "lumen_atoms.h"
#include "lumen_bifs.h"

#define ABI ((lumen_proc_abi *)p)
#define CODE(name) static LUMEN_CC void name(LUMEN_CODE_PARAMS)
#define UNUSED() ((void)p, (void)hp, (void)sp, (void)x0, (void)x1, (void)x2, (void)x3, (void)x4, (void)x5, (void)label)
#define SAVE() (ABI->xs[0] = x0, ABI->xs[1] = x1, ABI->xs[2] = x2, ABI->xs[3] = x3, ABI->xs[4] = x4, ABI->xs[5] = x5)
#define LOAD() (x0 = ABI->xs[0], x1 = ABI->xs[1], x2 = ABI->xs[2], x3 = ABI->xs[3], x4 = ABI->xs[4], x5 = ABI->xs[5])
#define STORE() (ABI->hp = hp, ABI->sp = sp)
#define RELOAD() (hp = ABI->hp, sp = ABI->sp)

#define LEAVE(code, n)                                                                                                 \
  do {                                                                                                                 \
    SAVE();                                                                                                            \
    STORE();                                                                                                           \
    ABI->reductions = reductions;                                                                                      \
    ABI->resume = (code);                                                                                              \
    ABI->live = (n);                                                                                                   \
    return;                                                                                                            \
  } while (0)
#define ENTER(code, n)                                                                                                 \
  UNUSED();                                                                                                            \
  if (--reductions < 0) LEAVE(code, n)

// Room for frames and objects of `words` words; the first n arguments are live.
#define NEED(words, n)                                                                                                 \
  do {                                                                                                                 \
    if (sp - hp < (words) + LUMEN_STACK_SLACK) {                                                                       \
      SAVE();                                                                                                          \
      STORE();                                                                                                         \
      if (!lumen_collect(p, words, n)) return;                                                                         \
      RELOAD();                                                                                                        \
      LOAD();                                                                                                          \
    }                                                                                                                  \
  } while (0)

#define TAIL(code) LUMEN_MUSTTAIL return (code)(p, hp, sp, reductions, x0, x1, x2, x3, x4, x5, LUMEN_LABEL_OF_RETURN)
#define RETURN(value)                                                                                                  \
  do {                                                                                                                 \
    x0 = (value);                                                                                                      \
    TAIL(((const lumen_return *)(uintptr_t)sp[0])->code);                                                              \
  } while (0)
#define RAISE(location)                                                                                                \
  do {                                                                                                                 \
    STORE();                                                                                                           \
    lumen_code handler = lumen_raise(p, location);                                                                     \
    RELOAD();                                                                                                          \
    x0 = ABI->exception_class, x1 = ABI->exception_reason, x2 = ABI->exception_trace;                                  \
    TAIL(handler);                                                                                                     \
  } while (0)
// A primitive: its result in `to`, or the exception.
#define PRIMITIVE(to, call)                                                                                            \
  do {                                                                                                                 \
    STORE();                                                                                                           \
    lm_term primitive_result = (call);                                                                                 \
    RELOAD();                                                                                                          \
    if (primitive_result == LM_NONE) RAISE(NULL);                                                                      \
    to = primitive_result;                                                                                             \
  } while (0)

#define RETURN_POINT(name, words, handler_code, trace, where)                                                          \
  static LUMEN_CC void name##_code(LUMEN_CODE_PARAMS);                                                                 \
  static const lumen_return name = {name##_code, handler_code, where, words, trace, 0}
#define POINT(name) ((lm_term)(uintptr_t)&(name))

// Objects at hp, which goes up. In ABI code no local variable may have its address taken (exec/lm_code.h).
#define CONS(to, head, tail)                                                                                           \
  do {                                                                                                                 \
    hp[0] = (head);                                                                                                    \
    hp[1] = (tail);                                                                                                    \
    to = lm_cons_at(hp);                                                                                               \
    hp += 2;                                                                                                           \
  } while (0)
#define TUPLE2(to, a, b)                                                                                               \
  do {                                                                                                                 \
    hp[0] = LM_HEADER(LM_KIND_TUPLE, 0, 2);                                                                            \
    hp[1] = (a);                                                                                                       \
    hp[2] = (b);                                                                                                       \
    to = lm_boxed_at(hp);                                                                                              \
    hp += 3;                                                                                                           \
  } while (0)
#define TUPLE3(to, a, b, c)                                                                                            \
  do {                                                                                                                 \
    hp[0] = LM_HEADER(LM_KIND_TUPLE, 0, 3);                                                                            \
    hp[1] = (a);                                                                                                       \
    hp[2] = (b);                                                                                                       \
    hp[3] = (c);                                                                                                       \
    to = lm_boxed_at(hp);                                                                                              \
    hp += 4;                                                                                                           \
  } while (0)

// One of the functions of a module (lm_image.h).
typedef struct test_function {
  const char *name;
  uint32_t arity;
  lumen_code code;
} test_function;

#endif
