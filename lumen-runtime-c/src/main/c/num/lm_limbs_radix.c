// lm_limbs_radix.c: numbers as text in bases 2 to 36, both ways.
//
//   base a power of two    digits are bits; one pass
//   other, short           one limb's worth of digits at a time; quadratic
//   other, long            divide and conquer over the powers P, P^2, P^4, ... of P = base^(digits of LEAF limbs)

#include <string.h>

#include "num/lm_limbs_inner.h"
#include "num/lm_wide.h"

// How many limbs' worth of digits the quadratic way takes at a time. Measured with lm_limbs_bench.c,
// x86-64; tests set it low to reach every branch with short numbers.
#ifndef LM_LIMBS_LEAF_TO_TEXT
#define LM_LIMBS_LEAF_TO_TEXT 24
#define LM_LIMBS_LEAF_FROM_TEXT 48
#endif
enum { DIGITS_OF_A_REDUCTION = 8, LEAF_TO_TEXT = LM_LIMBS_LEAF_TO_TEXT, LEAF_FROM_TEXT = LM_LIMBS_LEAF_FROM_TEXT };

// The most digits whose every combination fits one limb, and base to that power: 19 and 10^19 for base 10.
typedef struct {
    int digits;
    lm_limb power;
} chunk;

static chunk chunk_of(int base) {
    if (base == 10) return (chunk){19, UINT64_C(10000000000000000000)};
    chunk c = {1, (lm_limb)base};
    for (;;) {
        lm_limb high, next = lm_wide_multiply(c.power, (lm_limb)base, &high);
        if (high != 0) return c;
        c.power = next;
        c.digits++;
    }
}

static bool is_power_of_two(int base) { return (base & (base - 1)) == 0; }
static int bits_per_digit(int base) { return __builtin_ctz((unsigned)base); }

// p = c.power ^ exponent; returns its count.
static size_t chunk_power(lm_limb *p, chunk c, int exponent) {
    p[0] = c.power;
    size_t n = 1;
    while (--exponent > 0) n = lm_limbs_multiply_limb(p, p, n, c.power, 0);
    return n;
}

// ---- number to text -----------------------------------------------------------------------------------------------

static char digit_char(unsigned digit) { return (char)(digit < 10 ? '0' + digit : 'A' + digit - 10); }

// Digits per limb, 64 / log2(base), in 1/256 and rounded up.
static const uint16_t digits_per_limb[37] = {
    0,    0,    16384, 10338, 8192, 7057, 6339, 5837, 5462, 5169, 4933, 4737, 4571, 4428, 4304, 4194, 4096, 4009, 3930,
    3857, 3791, 3731,  3675,  3622, 3574, 3529, 3486, 3446, 3409, 3373, 3339, 3308, 3277, 3248, 3221, 3195, 3170,
};

size_t lm_limbs_text_room(size_t an, int base) { return (size_t)((uint64_t)an * digits_per_limb[base] / 256) + 2; }

static size_t bits_to_text(char *text, const lm_limb *a, size_t an, int width) {
    uint64_t length = lm_limbs_bit_length(a, an);
    size_t digits = (size_t)((length + (uint64_t)width - 1) / (uint64_t)width);
    uint64_t unpaid = 0;
    for (size_t i = 0; i < digits; i++) {
        lm_steps(&unpaid, 1, DIGITS_OF_A_REDUCTION);
        uint64_t at = (uint64_t)i * (uint64_t)width;
        size_t limb = (size_t)(at / 64);
        int shift = (int)(at % 64);
        lm_limb digit = a[limb] >> shift;
        if (shift + width > 64 && limb + 1 < an) digit |= a[limb + 1] << (64 - shift);
        text[digits - 1 - i] = digit_char((unsigned)digit & ((1u << width) - 1));
    }
    return digits;
}

// Writes the digits of `value` so that they end before `end`, at least `digits` of them; returns where they start.
static inline char *limb_to_text(char *end, lm_limb value, int digits, lm_limb base) {
    for (; digits > 0 || value != 0; digits--) {
        *--end = digit_char((unsigned)(value % base));
        value /= base;
    }
    return end;
}

// What all steps of one conversion share.
typedef struct {
    int base;
    chunk chunk;
    // powers[i] = (base ^ digits of LEAF_TO_TEXT limbs) ^ (2^i)
    struct {
        const lm_limb *limbs;
        size_t count;
    } powers[64];
} to_text;

static size_t leaf_digits(const to_text *t) { return (size_t)t->chunk.digits * LEAF_TO_TEXT; }

// Writes a, leading zeros up to `digits`, so that it ends before `end`; returns where it starts. Destroys a.
static char *leaf_to_text(const to_text *t, char *end, lm_limb *a, size_t an, size_t digits) {
    char *start = end;
    while (an > 0) {
        lm_limb rest;
        an = lm_limbs_divide_limb(a, a, an, t->chunk.power, &rest);
        int least = an > 0 ? t->chunk.digits : 0;
        // A division by the constant 10 is a multiplication.
        start =
            t->base == 10 ? limb_to_text(start, rest, least, 10) : limb_to_text(start, rest, least, (lm_limb)t->base);
    }
    while ((size_t)(end - start) < digits) *--start = '0';
    return start;
}

// As leaf_to_text, for a < powers[level]; `padded` to all the digits that such a number can have, or without leading
// zeros.
static char *split_to_text(const to_text *t, char *end, lm_limb *a, size_t an, int level, bool padded,
                           lm_limb *scratch) {
    if (level == 0) {
        lm_work_done(LEAF_TO_TEXT * LEAF_TO_TEXT / LM_LIMBS_OF_A_REDUCTION);
        return leaf_to_text(t, end, a, an, padded ? leaf_digits(t) : 0);
    }
    if (lm_is_stopping()) { // a number of the right length, if that matters
        size_t zeros = padded ? leaf_digits(t) << level : 1;
        memset(end - zeros, '0', zeros);
        return end - zeros;
    }
    size_t half = leaf_digits(t) << (level - 1);
    const lm_limb *p = t->powers[level - 1].limbs;
    size_t pn = t->powers[level - 1].count;
    if (lm_limbs_compare(a, an, p, pn) < 0) {
        char *start = split_to_text(t, end, a, an, level - 1, padded, scratch);
        if (!padded) return start;
        for (size_t i = 0; i < half; i++) *--start = '0';
        return start;
    }
    lm_limb *q = scratch, *r = q + (an - pn + 1), *deeper = r + pn;
    size_t qn, rn;
    lm_limbs_divide(q, &qn, r, &rn, a, an, p, pn, deeper);
    char *middle = split_to_text(t, end, r, rn, level - 1, true, deeper);
    return split_to_text(t, middle, q, qn, level - 1, padded, r);
}

// Room for the powers, each as long as all before it together and the last at most an + 1 limbs.
static size_t powers_room(size_t an) { return 2 * an + LEAF_TO_TEXT + 128; }

size_t lm_limbs_to_text_scratch(size_t an, int base) {
    if (is_power_of_two(base)) return 0;
    if (an <= LEAF_TO_TEXT) return an;
    // ... the number itself, the quotients and remainders on the way down, one division (which is more than one
    // square).
    return powers_room(an) + an + (3 * an + 256) + lm_limbs_divide_scratch_bound(an);
}

size_t lm_limbs_to_text(char *text, const lm_limb *a, size_t an, int base, lm_limb *scratch) {
    if (an == 0) {
        text[0] = '0';
        return 1;
    }
    if (is_power_of_two(base)) return bits_to_text(text, a, an, bits_per_digit(base));

    to_text t;
    t.base = base;
    t.chunk = chunk_of(base);
    int levels = 0;
    lm_limb *work = scratch;
    if (an > LEAF_TO_TEXT) {
        work = scratch + powers_room(an);
        lm_limb *p = scratch;
        size_t pn = chunk_power(p, t.chunk, LEAF_TO_TEXT);
        for (;;) {
            t.powers[levels].limbs = p;
            t.powers[levels++].count = pn;
            if (2 * pn - 1 > an) break; // the square is above a
            lm_limb *square = p + pn;
            pn = lm_limbs_multiply(square, p, pn, p, pn, work);
            p = square;
        }
    }
    lm_limbs_copy(work, a, an);
    char *end = text + lm_limbs_text_room(an, base);
    char *start = split_to_text(&t, end, work, an, levels, false, work + an);
    size_t length = (size_t)(end - start);
    uint64_t unpaid = 0;
    for (size_t i = 0; i < length; i++) {
        text[i] = start[i];
        lm_steps(&unpaid, 1, DIGITS_OF_A_REDUCTION);
    }
    return length;
}

// ---- text to number -----------------------------------------------------------------------------------------------

// The value of a digit, or a number that is a digit in no base.
static unsigned digit_value(char c) {
    if (c >= '0' && c <= '9') return (unsigned)(c - '0');
    unsigned letter = ((unsigned)c | 0x20) - 'a';
    return letter < 26 ? letter + 10 : 255;
}

size_t lm_limbs_from_text_room(size_t length, int base) {
    size_t digits = is_power_of_two(base) ? (size_t)(64 / bits_per_digit(base)) : (size_t)chunk_of(base).digits;
    return length / digits + 1;
}

static size_t bits_from_text(lm_limb *r, const char *text, size_t length, int width) {
    size_t n = (size_t)(((uint64_t)length * (uint64_t)width + 63) / 64);
    lm_limbs_zero(r, n);
    uint64_t unpaid = 0;
    for (size_t i = 0; i < length; i++) {
        lm_steps(&unpaid, 1, DIGITS_OF_A_REDUCTION);
        lm_limb digit = digit_value(text[length - 1 - i]);
        if (digit >> width) return LM_LIMBS_BAD_TEXT;
        uint64_t at = (uint64_t)i * (uint64_t)width;
        size_t limb = (size_t)(at / 64);
        int shift = (int)(at % 64);
        r[limb] |= digit << shift;
        if (shift + width > 64) r[limb + 1] |= digit >> (64 - shift);
    }
    return lm_limbs_normalise(r, n);
}

// r = the number of exactly one limb's worth of digits or fewer; false when one of them is no digit.
static inline bool limb_from_text(lm_limb *r, const char *text, size_t length, unsigned base) {
    lm_limb value = 0;
    for (size_t i = 0; i < length; i++) {
        unsigned digit = base == 10 ? (unsigned char)text[i] - (unsigned)'0' : digit_value(text[i]);
        if (digit >= base) return false;
        value = value * base + digit;
    }
    *r = value;
    return true;
}

// r, `limbs` limbs, zero-extended = the number of the text, at most limbs chunks long.
static bool leaf_from_text(lm_limb *r, size_t limbs, const char *text, size_t length, int base, chunk c) {
    size_t n = 0, piece = length % (size_t)c.digits;
    if (piece == 0) piece = (size_t)c.digits;
    for (size_t at = 0; at < length; at += piece, piece = (size_t)c.digits) {
        lm_limb value;
        // A constant base makes a shorter loop.
        bool good = base == 10 ? limb_from_text(&value, text + at, piece, 10)
                               : limb_from_text(&value, text + at, piece, (unsigned)base);
        if (!good) return false;
        if (n == 0) {
            r[0] = value;
            n = 1;
        } else {
            r[n] = 0;
            for (size_t i = 0; i < n; i++) r[i] = lm_wide_multiply_add2(r[i], c.power, value, 0, &value);
            r[n++] = value;
        }
    }
    lm_limbs_zero(r + n, limbs - n);
    return true;
}

// r = the numbers in a, `width` limbs each, joined two by two: low + high * p. All lengths in limbs; the last number
// may be shorter.
static void join_pairs(lm_limb *r, const lm_limb *a, size_t total, size_t width, const lm_limb *p, size_t pn,
                       lm_limb *scratch) {
    for (size_t at = 0; at < total; at += 2 * width) {
        size_t left = total - at;
        if (left <= width) {
            lm_limbs_copy(r + at, a + at, left);
            return;
        }
        size_t pair = left < 2 * width ? left : 2 * width;
        size_t n = lm_limbs_normalise(a + at + width, pair - width);
        size_t product = lm_limbs_multiply(r + at, a + at + width, n, p, pn, scratch);
        lm_limbs_zero(r + at + product, pair - product);
        lm_limbs_add_wider(r + at, r + at, pair, a + at, width);
    }
}

size_t lm_limbs_from_text_scratch(size_t length, int base) {
    size_t limbs = lm_limbs_from_text_room(length, base);
    if (is_power_of_two(base) || limbs <= LEAF_FROM_TEXT) return 0;
    return 7 * limbs + 2 * LEAF_FROM_TEXT + 256;
}

size_t lm_limbs_from_text(lm_limb *r, const char *text, size_t length, int base, lm_limb *scratch) {
    if (length == 0) return LM_LIMBS_BAD_TEXT;
    if (is_power_of_two(base)) return bits_from_text(r, text, length, bits_per_digit(base));
    chunk c = chunk_of(base);
    size_t total = (length + (size_t)c.digits - 1) / (size_t)c.digits;
    if (total <= LEAF_FROM_TEXT) {
        if (!leaf_from_text(r, total, text, length, base, c)) return LM_LIMBS_BAD_TEXT;
        return lm_limbs_normalise(r, total);
    }

    size_t leaf = (size_t)c.digits * LEAF_FROM_TEXT;
    for (size_t at = 0; at < total; at += LEAF_FROM_TEXT) { // from the end of the text, where the low digits are
        lm_work_done(LEAF_FROM_TEXT * LEAF_FROM_TEXT / 2 / LM_LIMBS_OF_A_REDUCTION);
        size_t limbs = total - at < LEAF_FROM_TEXT ? total - at : LEAF_FROM_TEXT;
        size_t end = length - at / LEAF_FROM_TEXT * leaf, start = end > leaf ? end - leaf : 0;
        if (!leaf_from_text(r + at, limbs, text + start, end - start, base, c)) return LM_LIMBS_BAD_TEXT;
    }
    lm_limb *from = r, *to = scratch, *p = to + total, *next_p = p + total + LEAF_FROM_TEXT;
    lm_limb *deeper = next_p + total + LEAF_FROM_TEXT;
    size_t pn = chunk_power(p, c, LEAF_FROM_TEXT);
    for (size_t width = LEAF_FROM_TEXT;;) {
        join_pairs(to, from, total, width, p, pn, deeper);
        lm_limb *swap = from;
        from = to;
        to = swap;
        width *= 2;
        if (width >= total) break;
        pn = lm_limbs_multiply(next_p, p, pn, p, pn, deeper);
        swap = p;
        p = next_p;
        next_p = swap;
    }
    if (from != r) lm_limbs_copy(r, from, total);
    return lm_limbs_normalise(r, total);
}
