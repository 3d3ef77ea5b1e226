// lm_check.h: what the C tests share: a check that reports and counts, and repeatable random numbers.
//
// One thread. Every test is one program: main() returns lm_check_result(), which is 0 only if all checks held.

#ifndef LM_CHECK_H
#define LM_CHECK_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t lm_checks, lm_failures;

#define CHECK(condition, ...)                                               \
    do {                                                                    \
        lm_checks++;                                                        \
        if (!(condition) && lm_failures++ < 20) {                           \
            fprintf(stderr, "%s:%d: %s: ", __FILE__, __LINE__, #condition); \
            fprintf(stderr, __VA_ARGS__);                                   \
            fputc('\n', stderr);                                            \
        }                                                                   \
    } while (0)

static inline int lm_check_result(const char *name) {
    printf("%s: %llu checks, %llu failures\n", name, (unsigned long long)lm_checks, (unsigned long long)lm_failures);
    return lm_failures != 0 || lm_checks == 0;
}

#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
// Its detector of deadlocks gives up at 64 locks held at once, and a large table has as many.
const char *__tsan_default_options(void);
const char *__tsan_default_options(void) { return "detect_deadlocks=0"; }
#endif
#define LM_SANITIZED (__has_feature(thread_sanitizer) || __has_feature(address_sanitizer))
#endif

// splitmix64 (Steele, Lea, Flood 2014)
static uint64_t lm_random_state = 1;
static inline uint64_t lm_random(void) {
    uint64_t z = lm_random_state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return z ^ z >> 31;
}
static inline uint64_t lm_random_below(uint64_t n) { return lm_random() % n; }

// Exactly `count` elements from malloc, so that the address sanitizer sees a step too far. Exits when there is no
// memory.
static inline void *lm_room(size_t count, size_t size) {
    void *p = malloc(count * size + (count == 0));
    if (!p) exit(3);
    return p;
}

#endif
