// memcpy and memmove for static executables. What is copied here is mostly a few words: values of a map, bytes of a name; and
// the one of musl begins with `rep movs`, which takes longer to start than most copies take in all. Both, for musl's
// memmove is made of its memcpy and would bring that along.
#include <string.h>

// A test has them under other names, beside those of its C library.
#ifndef LM_MEMCPY
#define LM_MEMCPY memcpy
#define LM_MEMMOVE memmove
#endif

#if defined(__x86_64__) && (!defined(__GLIBC__) || defined(LM_MEMCPY_TEST))

#include <emmintrin.h>

enum { LONG = 1024 }; // from here on the processor's own loop is faster

static inline __m128i load(const char *from) { return _mm_loadu_si128((const __m128i *)(const void *)from); }
static inline void store(char *to, __m128i x) { _mm_storeu_si128((__m128i *)(void *)to, x); }

// Up to 16 bytes: all is read before anything is written.
static inline void copy_few(char *to, const char *from, size_t n) {
  if (n >= 8) {
    unsigned long long first, last;
    __builtin_memcpy_inline(&first, from, 8);
    __builtin_memcpy_inline(&last, from + n - 8, 8);
    __builtin_memcpy_inline(to, &first, 8);
    __builtin_memcpy_inline(to + n - 8, &last, 8);
  } else if (n >= 4) {
    unsigned first, last;
    __builtin_memcpy_inline(&first, from, 4);
    __builtin_memcpy_inline(&last, from + n - 4, 4);
    __builtin_memcpy_inline(to, &first, 4);
    __builtin_memcpy_inline(to + n - 4, &last, 4);
  } else if (n > 0) {
    char first = from[0], middle = from[n / 2], last = from[n - 1];
    to[0] = first;
    to[n / 2] = middle;
    to[n - 1] = last;
  }
}

// From the start on: for areas that don't overlap, or of which the target begins first. The end is read before it can be
// written over.
static inline void copy_forwards(char *to, const char *from, size_t n) {
  if (n >= LONG) {
    __asm__ volatile("rep movsb" : "+D"(to), "+S"(from), "+c"(n)::"memory");
    return;
  }
  __m128i last = load(from + n - 16);
  for (size_t i = 0; i < n - 16; i += 16) store(to + i, load(from + i));
  store(to + n - 16, last);
}

static inline void copy_backwards(char *to, const char *from, size_t n) {
  __m128i first = load(from);
  for (size_t i = n; i > 16; i -= 16) store(to + i - 16, load(from + i - 16));
  store(to, first);
}

__attribute__((no_builtin)) void *LM_MEMCPY(void *restrict to, const void *restrict from, size_t n) {
  if (n <= 16) {
    copy_few(to, from, n);
  } else {
    copy_forwards(to, from, n);
  }
  return to;
}

__attribute__((no_builtin)) void *LM_MEMMOVE(void *to, const void *from, size_t n) {
  if (n <= 16) {
    copy_few(to, from, n);
  } else if ((size_t)((char *)to - (const char *)from) >= n) {
    copy_forwards(to, from, n);
  } else {
    copy_backwards(to, from, n);
  }
  return to;
}

#else

typedef int nothing_to_define; // a C library that is better at it, or another processor

#endif
