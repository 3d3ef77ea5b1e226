// compiler_rt.c: the helpers that clang calls where a target has no instruction and no library brings them.
//
// wasm32 only: elsewhere these are instructions, or the platform's own library has them. Pure functions, any thread.
// The names and signatures are the compiler's (LLVM compiler-rt, "Integer library routines").

#include "num/lm_wide.h"

#if defined(__wasm__)

typedef union {
    __int128 whole;
    struct {
        uint64_t low, high;
    } half;
} int128_halves;

__int128 __multi3(__int128 a, __int128 b);

// The low 128 bits of a * b. clang calls it for a 128-bit product and for a 64-bit product checked for overflow.
__int128 __multi3(__int128 a, __int128 b) {
    int128_halves x = {.whole = a}, y = {.whole = b}, r;
    r.half.low = lm_wide_multiply(x.half.low, y.half.low, &r.half.high);
    r.half.high += x.half.low * y.half.high + x.half.high * y.half.low;
    return r.whole;
}

#else

typedef int lm_compiler_rt_is_empty_here; // C has no empty translation unit

#endif
