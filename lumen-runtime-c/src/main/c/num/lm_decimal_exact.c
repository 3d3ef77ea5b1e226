// lm_decimal_exact.c: a double with a given number of decimals. A double is a whole number of 2^-1074, so its decimal
// digits end: all of them are computed with long arithmetic, and then rounded. "%.*f" and "%.*e" without libc.

#include "num/lm_decimal.h"
#include "num/lm_limbs.h"

typedef union {
    double value;
    uint64_t bits;
} double_bits;

enum {
    FRACTION_BITS = 52,
    LEAST_EXPONENT = -1074,
    MOST_LIMBS = 41,           // of m * 5^1074 < 2^(53 + 2494)
    DIGITS_PER_LIMB = 19,      // 10^19 < 2^64
    MOST_DIGITS = 41 * 19 + 19 // as written, with leading zeros
};

static const lm_limb ten_to_19 = UINT64_C(10000000000000000000), five_to_27 = UINT64_C(7450580596923828125);

// |d| = 0.d1 d2 d3 ... dn * 10^point, d1 and dn not 0; n = 0 for zero.
typedef struct {
    int n, point;
    const char *digits; // in `room`
    char room[MOST_DIGITS];
} exact_decimal;

static void exact_digits(exact_decimal *x, double d) {
    uint64_t bits = (double_bits){.value = d}.bits;
    uint64_t mantissa = bits & (((uint64_t)1 << FRACTION_BITS) - 1);
    int exponent = (int)(bits >> FRACTION_BITS & 0x7ff);
    if (exponent != 0) mantissa |= (uint64_t)1 << FRACTION_BITS;
    exponent = (exponent != 0 ? exponent - 1 : 0) + LEAST_EXPONENT;
    x->n = x->point = 0;
    if (mantissa == 0) return;
    int even = __builtin_ctzll(mantissa);
    if (exponent < 0) { // fewer fives to multiply with
        if (even > -exponent) even = -exponent;
        mantissa >>= even;
        exponent += even;
    }
    // |d| = a / 10^places
    lm_limb a[MOST_LIMBS];
    size_t an = 1;
    a[0] = mantissa;
    int places = exponent < 0 ? -exponent : 0;
    if (exponent > 0) an = lm_limbs_shift_left(a, a, an, (uint64_t)exponent);
    int fives = places;
    for (; fives >= 27; fives -= 27) an = lm_limbs_multiply_limb(a, a, an, five_to_27, 0);
    lm_limb rest = 1;
    for (; fives > 0; fives--) rest *= 5;
    if (rest > 1) an = lm_limbs_multiply_limb(a, a, an, rest, 0);

    char *end = x->room + MOST_DIGITS, *start = end;
    while (an > 0) {
        lm_limb chunk;
        an = lm_limbs_divide_limb(a, a, an, ten_to_19, &chunk);
        for (int i = 0; i < DIGITS_PER_LIMB; i++, chunk /= 10) *--start = (char)('0' + chunk % 10);
    }
    while (*start == '0') start++;
    x->point = (int)(end - start) - places;
    while (end[-1] == '0') end--;
    x->digits = start;
    x->n = (int)(end - start);
}

// Rounds to the first `keep` digits, to nearest and half to even: writes them, possibly none, as `keep` characters.
// Returns whether a carry ran out at the front, which leaves 1 0 0 ...: the number is then 10^point and not below.
//   requires: keep >= 0
static bool rounded_digits(char *to, const exact_decimal *x, int keep) {
    for (int i = 0; i < keep; i++) to[i] = i < x->n ? x->digits[i] : '0';
    if (keep >= x->n) return false;
    char next = x->digits[keep];
    bool tie = next == '5' && keep + 1 == x->n;
    bool odd = keep > 0 && to[keep - 1] % 2 != 0;
    if (next < '5' || (tie && !odd)) return false;
    int i = keep - 1;
    while (i >= 0 && to[i] == '9') to[i--] = '0';
    if (i < 0) return true;
    to[i]++;
    return false;
}

static bool is_negative(double d) { return (double_bits){.value = d}.bits >> 63; }

size_t lm_decimal_scientific_text(char *text, double d, int decimals) {
    exact_decimal x;
    exact_digits(&x, d);
    char *to = text;
    if (is_negative(d)) *to++ = '-';
    // The digits leave a gap for the point, which moves the first one to the left.
    int exponent = x.n == 0 ? 0 : x.point - 1;
    if (rounded_digits(to + 1, &x, decimals + 1)) {
        to[1] = '1';
        exponent++;
    }
    int length = 1 + (decimals > 0) + decimals + (exponent > -100 && exponent < 100 ? 4 : 5);
    if (length > text + LM_DECIMAL_ROOM - to) return 0;
    to[0] = to[1];
    if (decimals > 0) {
        to[1] = '.';
        to += decimals + 1;
    }
    to++;
    *to++ = 'e';
    *to++ = exponent < 0 ? '-' : '+';
    if (exponent < 0) exponent = -exponent;
    if (exponent >= 100) *to++ = (char)('0' + exponent / 100);
    *to++ = (char)('0' + exponent / 10 % 10);
    *to++ = (char)('0' + exponent % 10);
    return (size_t)(to - text);
}

// ---- a fixed number of decimals
// ------------------------------------------------------------------------------------------

// Writes value in decimal, with leading zeros up to `least` digits; returns where it ends.
static char *append_integer(char *to, uint64_t value, int least) {
    char digits[20];
    int n = 0;
    for (; n < least || value != 0; value /= 10) digits[n++] = (char)('0' + value % 10);
    while (n > 0) *to++ = digits[--n];
    return to;
}

// x rounded to the nearest integer, half up.   requires: 0 <= x <= 2^63
static uint64_t nearest(double x) {
    uint64_t whole = (uint64_t)x;
    return whole + (x - (double)whole >= 0.5);
}

enum { FAST_DECIMALS = 18 };
static const double fast_limit = 9007199254740992.0; // 2^53

// OTP's own way for common sizes; see the header for what is inexact about it.
static char *fixed_fast(char *to, double d, int decimals) {
    if (decimals == 0) return append_integer(to, nearest(d), 1);
    uint64_t power = 1;
    for (int i = 0; i < decimals; i++) power *= 10;
    uint64_t whole = (uint64_t)d;
    uint64_t fraction = nearest((d - (double)whole) * (double)power);
    if (fraction >= power) {
        whole++;
        fraction = 0;
    }
    to = append_integer(to, whole, 1);
    *to++ = '.';
    return append_integer(to, fraction, decimals);
}

// Returns NULL when it would not fit before `end`.
static char *fixed_exact(char *to, const char *end, double d, int decimals) {
    exact_decimal x;
    exact_digits(&x, d);
    int whole = x.point > 0 ? x.point : 1; // digits before the point
    if (whole + (decimals > 0) + decimals > end - to) return NULL;
    int keep = x.point + decimals, zeros = x.point > 0 ? 0 : 1 - x.point; // digits kept, zeros before them
    if (keep < 0 || x.n == 0) {                                           // less than half a unit of the last place
        keep = 0;
        zeros = 1 + decimals;
        x.n = 0;
    }
    for (int i = 0; i < zeros; i++) to[i] = '0';
    if (rounded_digits(to + zeros, &x, keep)) {
        if (zeros > 0) {
            to[zeros - 1] = '1';
        } else { // 999.9 becomes 1000: one more digit before the point
            if (++whole + (decimals > 0) + decimals > end - to) return NULL;
            for (int i = keep; i > 0; i--) to[i] = '0';
            to[0] = '1';
        }
    }
    to += whole;
    if (decimals == 0) return to;
    for (int i = decimals; i > 0; i--) to[i] = to[i - 1];
    *to = '.';
    return to + 1 + decimals;
}

size_t lm_decimal_fixed_text(char *text, double d, int decimals, bool compact) {
    const char *end = text + LM_DECIMAL_ROOM;
    char *to = text;
    if (is_negative(d)) {
        *to++ = '-';
        d = -d;
    }
    bool fast = decimals <= FAST_DECIMALS && d <= fast_limit;
    to = fast ? fixed_fast(to, d, decimals) : fixed_exact(to, end, d, decimals);
    if (!to) return 0;
    if (compact && (!fast || decimals > 0)) {
        while (to[-1] == '0') to--;
        if (to[-1] == '.') to++; // the zero after the point is still there
    }
    return (size_t)(to - text);
}
