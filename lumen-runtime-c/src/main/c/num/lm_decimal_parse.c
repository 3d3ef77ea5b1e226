// lm_decimal_parse.c: decimal text to the nearest double.
//
// The first 19 digits fit one word w, so the value is w * 10^e, or between that and (w + 1) * 10^e. Multiplying with
// 10^e to 128 bits then nearly always decides the rounding: Lemire, "Number parsing at a gigabyte per second", 2021;
// that no second look is needed for up to 19 digits: Mushtak and Lemire, "Fast number parsing without fallback", 2022.
// When w and w + 1 round differently all digits are taken into account, with long division.

#include "num/lm_decimal.h"
#include "num/lm_limbs.h"
#include "num/lm_powers_of_ten.h"
#include "num/lm_wide.h"

typedef union {
    double value;
    uint64_t bits;
} double_bits;

enum { FRACTION_BITS = 52, EXPONENT_BIAS = 1023, EXPONENT_END = 0x7ff };

// The bits of an unsigned double; infinity for what is too large.
static uint64_t join(uint64_t mantissa, int exponent_field) {
    const uint64_t infinity = (uint64_t)EXPONENT_END << FRACTION_BITS;
    if (exponent_field >= EXPONENT_END) return infinity;
    return (mantissa & (((uint64_t)1 << FRACTION_BITS) - 1)) | (uint64_t)exponent_field << FRACTION_BITS;
}

// ---- up to 19 digits
// -----------------------------------------------------------------------------------------------------

// The bits of the double nearest to w * 10^e.
static uint64_t nearest_of_word(uint64_t w, int64_t e) {
    if (w == 0 || e < LM_POWERS_OF_TEN_MIN) return 0;
    if (e > 308) return join(0, EXPONENT_END);
    int power = (int)e, leading = __builtin_clzll(w);
    w <<= leading;
    uint64_t power_low, power_high = lm_power_of_ten(power, &power_low);
    if (power < 0) { // the method wants reciprocals rounded up
        power_low++;
        power_high += power_low == 0;
    }
    uint64_t high, low = lm_wide_multiply(w, power_high, &high);
    if ((high & 0x1ff) == 0x1ff) { // the lower half of the power could carry into the bits that matter
        uint64_t more;
        lm_wide_multiply(w, power_low, &more);
        low += more;
        high += low < more;
    }
    int upper_bit = (int)(high >> 63), dropped = upper_bit + 64 - FRACTION_BITS - 3;
    uint64_t mantissa = high >> dropped; // one bit more than a double has, for rounding
    int field = lm_floor_log2_of_power_of_ten(power) + 63 + upper_bit - leading + EXPONENT_BIAS;
    if (field <= 0) { // below the normal doubles
        if (field < -FRACTION_BITS - 10) return 0;
        mantissa >>= 1 - field;
        mantissa += mantissa & 1;
        return mantissa >> 1; // 2^52, when rounded up that far, is the bits of the least normal double
    }
    // Half way between two doubles only if nothing was lost, which takes a small power of five.
    bool tie = low <= 1 && power >= -4 && power <= 23 && (mantissa & 3) == 1 && mantissa << dropped == high;
    if (!tie) mantissa += mantissa & 1;
    mantissa >>= 1;
    return mantissa >> (FRACTION_BITS + 1) ? join(0, field + 1) : join(mantissa, field);
}

// ---- any number of digits
// ------------------------------------------------------------------------------------------------

enum {
    // Middles between two doubles have at most 767 digits; whatever follows these counts as a bit more or nothing.
    MOST_DIGITS = 772,
    // 10^1097 has 3645 bits, a dividend 66 more, and a limb to spare: 772 digits are fewer.
    MOST_LIMBS = 60
};

// The bits of the double nearest to a * 2^exponent, or a bit more when `sticky`.   requires: a has at least 65 bits
static uint64_t nearest_of_limbs(const lm_limb *a, size_t an, int exponent, bool sticky) {
    int length = (int)lm_limbs_bit_length(a, an);
    int field = length - 1 + exponent + EXPONENT_BIAS;
    // How many of the top bits stay: 53, fewer below the normal doubles.
    int keep = field > 0 ? FRACTION_BITS + 1 : FRACTION_BITS + field;
    if (keep < 0) return 0;
    uint64_t dropped = (uint64_t)(length - keep - 1); // all but those and one more, which decides
    size_t limb = (size_t)(dropped / 64);
    int bit = (int)(dropped % 64);
    lm_limb top[2] = {0, 0};
    lm_limbs_shift_right(top, a, an, dropped);
    sticky = sticky || lm_limbs_normalise(a, limb) != 0 || (a[limb] & (((lm_limb)1 << bit) - 1)) != 0;
    uint64_t mantissa = top[0] >> 1;
    mantissa += top[0] & (sticky | mantissa) & 1;
    if (field <= 0) return mantissa;
    return mantissa >> (FRACTION_BITS + 1) ? join(0, field + 1) : join(mantissa, field);
}

// a = a * 10^n; returns its count.
static size_t multiply_by_power_of_ten(lm_limb *a, size_t an, int64_t n) {
    for (; n >= 19; n -= 19) an = lm_limbs_multiply_limb(a, a, an, UINT64_C(10000000000000000000), 0);
    lm_limb rest = 1;
    for (; n > 0; n--) rest *= 10;
    return lm_limbs_multiply_limb(a, a, an, rest, 0);
}

// The bits of the double nearest to `count` digits, a point among them not counted, times 10^e; a bit more if `sticky`.
//   requires: 19 <= count <= MOST_DIGITS, the first digit is not 0
static uint64_t nearest_of_digits(const char *digits, int count, int64_t e, bool sticky) {
    if (e + count > 310) return join(0, EXPONENT_END);
    if (e + count < -325) return 0;
    lm_limb a[MOST_LIMBS], b[MOST_LIMBS], q[MOST_LIMBS], scratch[2 * MOST_LIMBS + 1];
    size_t an = 0;
    lm_limb chunk = 0, power = 1;
    for (int i = 0; i < count; digits++) {
        if (*digits < '0') continue;
        chunk = chunk * 10 + (lm_limb)(*digits - '0');
        power *= 10;
        if (++i % 19 == 0 || i == count) {
            an = lm_limbs_multiply_limb(a, a, an, power, chunk);
            chunk = 0;
            power = 1;
        }
    }
    if (e >= 0) {
        an = multiply_by_power_of_ten(a, an, e);
        an = lm_limbs_shift_left(a, a, an, 64); // 65 bits even of 1
        return nearest_of_limbs(a, an, -64, sticky);
    }
    b[0] = 1;
    size_t bn = multiply_by_power_of_ten(b, 1, -e), qn, rn;
    // Shift the dividend until the quotient has 65 bits or more.
    int64_t shift = 66 + (int64_t)lm_limbs_bit_length(b, bn) - (int64_t)lm_limbs_bit_length(a, an);
    if (shift < 0) shift = 0;
    an = lm_limbs_shift_left(a, a, an, (uint64_t)shift);
    lm_limbs_divide(q, &qn, b, &rn, a, an, b, bn, scratch); // short by the sizes above: scratch an + bn + 1
    return nearest_of_limbs(q, qn, (int)-shift, sticky || rn != 0);
}

// ---- the text
// ------------------------------------------------------------------------------------------------------------

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The end of the digits at `from`.
static const char *skip_digits(const char *from, const char *end) {
    while (from < end && is_digit(*from)) from++;
    return from;
}

// *value = the number after the "e", from -10^17 to 10^17: where it is cut off no text in memory has digits enough to
// make up for it. Returns whether it is one, up to the end.
static bool read_exponent(const char *from, const char *end, int64_t *value) {
    const int64_t most = INT64_C(100000000000000000);
    bool negative = from < end && *from == '-';
    if (from < end && (*from == '-' || *from == '+')) from++;
    if (from == end || skip_digits(from, end) != end) return false;
    int64_t v = 0;
    for (; from < end; from++) v = v >= most / 10 ? most : v * 10 + (*from - '0');
    *value = negative ? -v : v;
    return true;
}

lm_decimal_status lm_decimal_to_double(const char *text, size_t length, double *d) {
    const char *at = text, *end = text + length;
    bool negative = at < end && *at == '-';
    if (at < end && (*at == '-' || *at == '+')) at++;
    const char *point = skip_digits(at, end);
    if (point == at || point == end || (*point != '.' && *point != ',')) return LM_DECIMAL_BAD_TEXT;
    const char *digits_end = skip_digits(point + 1, end);
    if (digits_end == point + 1) return LM_DECIMAL_BAD_TEXT;
    int64_t e = 0;
    if (digits_end < end && ((*digits_end | 0x20) != 'e' || !read_exponent(digits_end + 1, end, &e)))
        return LM_DECIMAL_BAD_TEXT;

    while (at < digits_end && !(*at >= '1' && *at <= '9')) at++; // zeros and the point
    // The value is 0.d1 d2 d3 ... * 10^e with the digits that begin at `at`.
    e += at < point ? point - at : point + 1 - at;
    uint64_t word = 0;
    int count = 0;
    const char *rest = at;
    for (; rest < digits_end && count < 19; rest++) {
        if (!is_digit(*rest)) continue;
        word = word * 10 + (uint64_t)(*rest - '0');
        count++;
    }
    uint64_t bits = nearest_of_word(word, e - count);
    while (rest < digits_end && !(*rest >= '1' && *rest <= '9')) rest++;
    if (rest < digits_end && bits != nearest_of_word(word + 1, e - count)) {
        bool sticky = false;
        for (count = 0, rest = at; rest < digits_end; rest++) {
            if (!is_digit(*rest)) continue;
            if (count < MOST_DIGITS) count++;
            else sticky = sticky || *rest != '0';
        }
        bits = nearest_of_digits(at, count, e - count, sticky);
    }
    if (bits >> FRACTION_BITS == EXPONENT_END) return LM_DECIMAL_TOO_LARGE;
    *d = (double_bits){.bits = bits | (uint64_t)negative << 63}.value;
    return LM_DECIMAL_OK;
}
