// lm_limbs_bench.c: how fast lm_limbs is beside OTP's bignums. Not a test: it prints a table and always returns 0.
//
//   clang -std=c17 -O2 -I../../main/c/num lm_limbs_bench.c ../../main/c/num/lm_limbs*.c -o bench
//   escript lm_limbs_bench.escript | ./bench
//
// Each line: operation, size in limbs, nanoseconds here, nanoseconds in OTP, and how many times as fast we are.

#include "num/lm_limbs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { LARGEST = 10000 };

static lm_limb a[2 * LARGEST], b[2 * LARGEST], c[2 * LARGEST], r[2 * LARGEST + 8], q[2 * LARGEST + 8];
static lm_limb *scratch;
static char text[LARGEST * 20 + 64];
static size_t length, n;

static volatile size_t sink;

static void number(lm_limb *x, size_t count) {
    for (size_t i = 0; i < count; i++) x[count - 1 - i] = i * UINT64_C(0x9e3779b97f4a7c15) + ((uint64_t)1 << 63);
    x[count - 1] |= (uint64_t)1 << 63;
}

static void multiply(void) { sink = lm_limbs_multiply(r, a, n, b, n, scratch); }
static void square(void) { sink = lm_limbs_multiply(r, a, n, a, n, scratch); }
static void divide(void) { lm_limbs_divide(q, NULL, NULL, NULL, c, 2 * n, a, n, scratch); }
static void add(void) { sink = lm_limbs_add(r, a, n, b, n); }
static void multiply_limb(void) { sink = lm_limbs_multiply_limb(r, a, n, 0x7fffffffffff, 0); }
static void divide_limb(void) {
    lm_limb rest;
    sink = lm_limbs_divide_limb(r, a, n, 0x7fffffffffff, &rest);
}
static void shift_left(void) { sink = lm_limbs_shift_left(r, a, n, 77); }
static void and (void) {
    bool negative;
    sink = lm_limbs_and(r, &negative, a, n, true, b, n, false);
}
static void to_text(void) { length = lm_limbs_to_text(text, a, n, 10, scratch); }
static void from_text(void) { sink = lm_limbs_from_text(r, text, length, 10, scratch); }
static void factorial(void) {
    r[0] = 1;
    size_t count = 1;
    for (lm_limb i = n; i > 0; i--) count = lm_limbs_multiply_limb(r, r, count, i, 0);
    sink = count;
}
static void spigot(void) {
    number(r, 100);
    size_t count = 100;
    for (lm_limb i = n; i > 0; i--) {
        lm_limb rest, one = 1;
        count = lm_limbs_multiply_limb(r, r, count, 2 * i + 1, 0);
        count = lm_limbs_divide_limb(r, r, count, i, &rest);
        count = lm_limbs_add(r, r, count, &one, 1);
    }
    sink = count;
}

static const struct {
    const char *name;
    void (*run)(void);
} operations[] = {
    {"multiply", multiply},
    {"square", square},
    {"divide", divide},
    {"add", add},
    {"multiply_limb", multiply_limb},
    {"divide_limb", divide_limb},
    {"shift_left", shift_left},
    {"and", and},
    {"to_text", to_text},
    {"from_text", from_text},
    {"factorial", factorial},
    {"spigot", spigot},
};

// Nanoseconds of processor time, so that a busy machine disturbs less.
static double time_of(void (*run)(void), long times) {
    clock_t from = clock();
    for (long i = 0; i < times; i++) run();
    return (double)(clock() - from) * (1e9 / CLOCKS_PER_SEC);
}

// The least mean of three runs of 100 ms or one call each, as in the escript.
static double best_of(void (*run)(void)) {
    long times = 1;
    double once;
    while ((once = time_of(run, times)) < 2e7) times *= 4;
    times = (long)(1e8 * (double)times / once);
    if (times == 0) times = 1;
    double best = 1e300;
    for (int i = 0; i < 3; i++) {
        double mean = time_of(run, times) / (double)times;
        if (mean < best) best = mean;
    }
    return best;
}

int main(void) {
    char name[32];
    double otp;
    scratch = malloc(40 * LARGEST * sizeof(lm_limb));
    printf("%-14s %6s %14s %14s %8s\n", "operation", "limbs", "ns", "OTP ns", "ratio");
    while (scanf("%31s %zu %lf", name, &n, &otp) == 3) {
        size_t limbs = n < LARGEST ? n : LARGEST;
        number(a, limbs), number(b, limbs);
        b[0] -= 12345;
        lm_limbs_multiply(c, a, limbs, b, limbs, scratch);
        c[0]++;
        for (size_t i = 0; i < sizeof operations / sizeof *operations; i++) {
            if (strcmp(name, operations[i].name) != 0) continue;
            double ours = best_of(operations[i].run);
            printf("%-14s %6zu %14.1f %14.1f %8.2f\n", name, n, ours, otp, otp / ours);
        }
    }
    free(scratch);
    return 0;
}
