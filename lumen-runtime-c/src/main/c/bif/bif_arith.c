// Arithmetic: the operators, and the functions that round. What compiled code has not already done inline for small
// integers and self-tagged floats comes here.
#include <math.h>

#include "bif/lm_bif.h"
#include "term/lm_bignum.h"

// False for what is no number, and for integers beyond the range of floats.
static bool to_double(lm_term t, double *d) {
  if (lm_is_float(t)) {
    *d = lm_float_value(t);
    return true;
  }
  return lm_is_integer(t) && lm_int_to_double(t, d);
}

// Compiled code that has its operands elsewhere needs no code to put them here for the stack trace.
static lm_term told(lm_proc *p, lm_term a, lm_term b, lm_term answer) {
  if (answer == LM_NONE) {
    p->abi.xs[0] = a;
    p->abi.xs[1] = b;
  }
  return answer;
}

static lm_term float_result(lm_proc *p, double d) { return isfinite(d) ? lm_float(p, d) : lm_badarith(p); }

#define ARITHMETIC(name, integers, floats)                                                                             \
  lm_term name(lm_proc *p, lm_term a, lm_term b) {                                                                     \
    double x, y;                                                                                                       \
    if (lm_is_integer(a) && lm_is_integer(b)) return told(p, a, b, integers(p, a, b));                                 \
    if (!to_double(a, &x) || !to_double(b, &y)) return told(p, a, b, lm_badarith(p));                                  \
    return told(p, a, b, float_result(p, floats));                                                                     \
  }

static lm_term multiply(lm_proc *p, lm_term a, lm_term b) {
  LM_MAY_YIELD(p);
  return lm_int_multiply(p, a, b);
}

static lm_term quotient(lm_proc *p, lm_term a, lm_term b) {
  LM_MAY_YIELD(p);
  return lm_int_quotient(p, a, b);
}

static lm_term remainder_of(lm_proc *p, lm_term a, lm_term b) {
  LM_MAY_YIELD(p);
  return lm_int_remainder(p, a, b);
}

static ARITHMETIC(plus, lm_int_add, x + y)
static ARITHMETIC(minus, lm_int_subtract, x - y)
ARITHMETIC(lumen_bif_erlang_times_2, multiply, x *y)

// Compiled code that is to be small leaves small integers to these, too. `a + (b - 7)` is the tagged sum.
lm_term lumen_bif_erlang_plus_2(lm_proc *p, lm_term a, lm_term b) {
  int64_t sum;
  if (lm_are_small(a, b) && !__builtin_add_overflow((int64_t)a, (int64_t)(b - LM_TAG_SMALL), &sum)) return (lm_term)sum;
  return plus(p, a, b);
}

lm_term lumen_bif_erlang_minus_2(lm_proc *p, lm_term a, lm_term b) {
  int64_t difference;
  if (lm_are_small(a, b) && !__builtin_sub_overflow((int64_t)a, (int64_t)(b - LM_TAG_SMALL), &difference)) {
    return (lm_term)difference;
  }
  return minus(p, a, b);
}

lm_term lumen_plus(lm_proc *p, lm_term *hp, lm_term *sp, lm_term a, lm_term b) {
  p->abi.hp = hp;
  p->abi.sp = sp;
  return lumen_bif_erlang_plus_2(p, a, b);
}

lm_term lumen_minus(lm_proc *p, lm_term *hp, lm_term *sp, lm_term a, lm_term b) {
  p->abi.hp = hp;
  p->abi.sp = sp;
  return lumen_bif_erlang_minus_2(p, a, b);
}

lm_term lumen_bif_erlang_divide_2(lm_proc *p, lm_term a, lm_term b) {
  double x, y;
  if (!to_double(a, &x) || !to_double(b, &y) || y == 0.0) return told(p, a, b, lm_badarith(p));
  return told(p, a, b, float_result(p, x / y));
}

lm_term lumen_bif_erlang_plus_1(lm_proc *p, lm_term a) {
  return lm_is_integer(a) || lm_is_float(a) ? a : lm_badarith(p);
}

lm_term lumen_bif_erlang_minus_1(lm_proc *p, lm_term a) {
  if (lm_is_integer(a)) return lm_int_negate(p, a);
  // 0 - 0.0 would lose the sign of a zero, and OTP 25 keeps it.
  return told(p, a, LM_NONE, lm_is_float(a) ? lm_float(p, -lm_float_value(a)) : lm_badarith(p));
}

#define ON_INTEGERS(name, operation)                                                                                   \
  lm_term name(lm_proc *p, lm_term a, lm_term b) {                                                                     \
    if (!lm_is_integer(a) || !lm_is_integer(b)) return told(p, a, b, lm_badarith(p));                                  \
    return told(p, a, b, operation(p, a, b));                                                                          \
  }
#define ON_INTEGERS_BUT_ZERO(name, operation)                                                                          \
  lm_term name(lm_proc *p, lm_term a, lm_term b) {                                                                     \
    if (!lm_is_integer(a) || !lm_is_integer(b) || b == lm_small(0)) return told(p, a, b, lm_badarith(p));              \
    return told(p, a, b, operation(p, a, b));                                                                          \
  }

ON_INTEGERS_BUT_ZERO(lumen_bif_erlang_div_2, quotient)
ON_INTEGERS_BUT_ZERO(lumen_bif_erlang_rem_2, remainder_of)
ON_INTEGERS(lumen_bif_erlang_band_2, lm_int_and)
ON_INTEGERS(lumen_bif_erlang_bor_2, lm_int_or)
ON_INTEGERS(lumen_bif_erlang_bxor_2, lm_int_xor)
ON_INTEGERS(lumen_bif_erlang_bsl_2, lm_int_shift_left)
ON_INTEGERS(lumen_bif_erlang_bsr_2, lm_int_shift_right)

lm_term lumen_bif_erlang_bnot_1(lm_proc *p, lm_term a) {
  return lm_is_integer(a) ? lm_int_not(p, a) : lm_badarith(p);
}

// ---- functions: these answer badarg where the operators answer badarith -------------------------------------------

lm_term lumen_bif_erlang_abs_1(lm_proc *p, lm_term a) {
  if (lm_is_integer(a)) return lm_int_is_negative(a) ? lm_int_negate(p, a) : a;
  if (!lm_is_float(a)) return lm_badarg(p);
  double d = lm_float_value(a);
  return d < 0.0 ? lm_float(p, -d) : a;
}

lm_term lumen_bif_erlang_float_1(lm_proc *p, lm_term a) {
  if (lm_is_float(a)) return a;
  double d;
  return to_double(a, &d) ? lm_float(p, d) : lm_badarg(p);
}

static lm_term rounded(lm_proc *p, lm_term a, double (*how)(double)) {
  if (lm_is_integer(a)) return a;
  return lm_is_float(a) ? lm_int_from_double(p, how(lm_float_value(a))) : lm_badarg(p);
}

lm_term lumen_bif_erlang_trunc_1(lm_proc *p, lm_term a) { return rounded(p, a, trunc); }
lm_term lumen_bif_erlang_round_1(lm_proc *p, lm_term a) { return rounded(p, a, round); }
lm_term lumen_bif_erlang_floor_1(lm_proc *p, lm_term a) { return rounded(p, a, floor); }
lm_term lumen_bif_erlang_ceil_1(lm_proc *p, lm_term a) { return rounded(p, a, ceil); }

// ---- math -------------------------------------------------------------------------------------------------------

// An argument of a function of math: badarg unless it is a number, badarith when it is too large. One after the other.
static bool math_argument(lm_proc *p, lm_term t, double *d) {
  if (to_double(t, d)) return true;
  if (lm_is_integer(t)) {
    lm_badarith(p);
  } else {
    lm_badarg(p);
  }
  return false;
}

#define MATH_1(name, function)                                                                                         \
  lm_term lumen_bif_math_##name##_1(lm_proc *p, lm_term a) {                                                           \
    double x;                                                                                                          \
    return math_argument(p, a, &x) ? float_result(p, function(x)) : LM_NONE;                                           \
  }
#define MATH_2(name, function)                                                                                         \
  lm_term lumen_bif_math_##name##_2(lm_proc *p, lm_term a, lm_term b) {                                                \
    double x, y;                                                                                                       \
    return math_argument(p, a, &x) && math_argument(p, b, &y) ? float_result(p, function(x, y)) : LM_NONE;             \
  }

MATH_1(sin, sin)
MATH_1(cos, cos)
MATH_1(tan, tan)
MATH_1(asin, asin)
MATH_1(acos, acos)
MATH_1(atan, atan)
MATH_1(sinh, sinh)
MATH_1(cosh, cosh)
MATH_1(tanh, tanh)
MATH_1(asinh, asinh)
MATH_1(acosh, acosh)
MATH_1(atanh, atanh)
MATH_1(exp, exp)
MATH_1(log, log)
MATH_1(log2, log2)
MATH_1(log10, log10)
MATH_1(sqrt, sqrt)
MATH_1(floor, floor)
MATH_1(ceil, ceil)
MATH_1(erf, erf)
MATH_1(erfc, erfc)
MATH_2(atan2, atan2)
MATH_2(pow, pow)
MATH_2(fmod, fmod)
