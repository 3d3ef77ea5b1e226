// lm_decimal_shortest.c: the shortest decimal of a double, after Raffaello Giulietti, "The Schubfach way to render
// doubles", 2020.
//
// Let d = c 2^q. The reals that round to d lie between the middles to its neighbours. Choose k so that the distance of
// two multiples of 10^k is at most the width of that interval, but that of multiples of 10^(k+1) is more: then at least
// one multiple of 10^k lies inside, and at most one of 10^(k+1), which, if there, is shorter. The products with 10^-k
// are taken to 128 bits and rounded to odd, which keeps every comparison right.

#include "num/lm_decimal.h"
#include "num/lm_powers_of_ten.h"
#include "num/lm_wide.h"

typedef union {
    double value;
    uint64_t bits;
} double_bits;

enum { FRACTION_BITS = 52, LEAST_EXPONENT = -1074 };

// (high:low) * x / 2^128 with the last bit set when something below it was lost.
static uint64_t scale_to_odd(uint64_t high, uint64_t low, uint64_t x) {
    uint64_t upper_of_low, upper;
    lm_wide_multiply(low, x, &upper_of_low);
    uint64_t lower = lm_wide_multiply_add2(high, x, upper_of_low, 0, &upper);
    return upper | (lower > 1); // the power is too large by less than 1, which alone must not count as lost
}

static lm_decimal without_trailing_zeros(uint64_t digits, int exponent) {
    while (digits != 0 && digits % 10 == 0) {
        digits /= 10;
        exponent++;
    }
    return (lm_decimal){digits, exponent};
}

lm_decimal lm_decimal_shortest(double d) {
    uint64_t bits = (double_bits){.value = d}.bits;
    uint64_t fraction = bits & (((uint64_t)1 << FRACTION_BITS) - 1);
    int field = (int)(bits >> FRACTION_BITS & 0x7ff);
    if (field == 0 && fraction == 0) return (lm_decimal){0, 0};
    uint64_t c = field == 0 ? fraction : fraction | (uint64_t)1 << FRACTION_BITS;
    int q = field == 0 ? LEAST_EXPONENT : field - 1 + LEAST_EXPONENT;

    // A whole number below 2^53: its neighbours are at most 1 away, so nothing shorter but itself is inside.
    if (q <= 0 && q > -FRACTION_BITS - 1 && (c & (((uint64_t)1 << -q) - 1)) == 0)
        return without_trailing_zeros(c >> -q, 0);

    // The ends belong to the interval when c is even. Below a power of two the neighbour is only half as far.
    bool open = c % 2 != 0, nearer_below = fraction == 0 && field > 1;
    // floor(log10(2^q)), or floor(log10(3/4 2^q)) where the interval is narrower.
    int k = nearer_below ? (q * 1262611 - 524031) >> 22 : lm_floor_log10_of_power_of_two(q);
    int h = q + lm_floor_log2_of_power_of_ten(-k) + 1;
    uint64_t low, high = lm_power_of_ten(-k, &low);
    if (-k < 0 || -k > LM_POWERS_OF_TEN_EXACT) { // round the power up
        low++;
        high += low == 0;
    }
    // All times 4, so that the middles are whole numbers too.
    uint64_t left = scale_to_odd(high, low, (4 * c - 2 + nearer_below) << h) + open;
    uint64_t value = scale_to_odd(high, low, (4 * c) << h);
    uint64_t right = scale_to_odd(high, low, (4 * c + 2) << h) - open;

    uint64_t s = value / 4;
    if (s >= 10) {
        uint64_t tens = s / 10;
        bool under = left <= 40 * tens, over = 40 * tens + 40 <= right;
        if (under != over) return without_trailing_zeros(tens + over, k + 1);
    }
    bool under = left <= 4 * s, over = 4 * s + 4 <= right;
    if (under != over) return without_trailing_zeros(s + over, k);
    uint64_t middle = 4 * s + 2;
    bool up = value > middle || (value == middle && s % 2 != 0);
    return without_trailing_zeros(s + up, k);
}

// ---- as text
// -----------------------------------------------------------------------------------------------------------

static size_t digits_of(char *text, uint64_t value) {
    char reversed[20];
    size_t n = 0;
    do reversed[n++] = (char)('0' + value % 10);
    while ((value /= 10) != 0);
    for (size_t i = 0; i < n; i++) text[i] = reversed[n - 1 - i];
    return n;
}

static char *append(char *to, const char *from, size_t n) {
    for (size_t i = 0; i < n; i++) to[i] = from[i];
    return to + n;
}

static char *append_zeros(char *to, int n) {
    while (n-- > 0) *to++ = '0';
    return to;
}

size_t lm_decimal_short_text(char *text, double d) {
    const double integers_end = 9007199254740992.0; // 2^53: from here on not every whole number is a double
    lm_decimal decimal = lm_decimal_shortest(d);
    char digits[20];
    int n = (int)digits_of(digits, decimal.digits);
    int exponent = n - 1 + decimal.exponent; // of the first digit
    int magnitude = exponent < 0 ? -exponent : exponent;

    int plain = exponent < 0 ? 1 - exponent + n : exponent < n - 1 ? n + 1 : exponent + 3;
    int scientific = (n == 1 ? 3 : n + 1) + 1 + (exponent < 0) + (magnitude < 10 ? 1 : magnitude < 100 ? 2 : 3);
    char *to = text;
    if ((double_bits){.value = d}.bits >> 63) *to++ = '-';
    if (plain > scientific || d >= integers_end || d <= -integers_end) {
        *to++ = digits[0];
        *to++ = '.';
        to = n == 1 ? append_zeros(to, 1) : append(to, digits + 1, (size_t)n - 1);
        *to++ = 'e';
        if (exponent < 0) *to++ = '-';
        to += digits_of(to, (uint64_t)magnitude);
    } else if (exponent < 0) {
        *to++ = '0';
        *to++ = '.';
        to = append_zeros(to, -exponent - 1);
        to = append(to, digits, (size_t)n);
    } else if (exponent < n - 1) {
        to = append(to, digits, (size_t)exponent + 1);
        *to++ = '.';
        to = append(to, digits + exponent + 1, (size_t)(n - 1 - exponent));
    } else {
        to = append(to, digits, (size_t)n);
        to = append_zeros(to, exponent - (n - 1));
        *to++ = '.';
        *to++ = '0';
    }
    return (size_t)(to - text);
}
