// lm_limbs_test.c: laws of arithmetic on random and on nasty numbers, and a slow, obvious second opinion.
//
// Once more with all thresholds low, so that short numbers reach every branch:
// with: num/lm_limbs*.c -DLM_LIMBS_KARATSUBA_MULTIPLY=4 -DLM_LIMBS_KARATSUBA_SQUARE=4 -DLM_LIMBS_RECURSIVE_DIVIDE=4 -DLM_LIMBS_LEAF_TO_TEXT=2 -DLM_LIMBS_LEAF_FROM_TEXT=2
//
// Every result and every scratch gets exactly the room that lm_limbs.h states.

#include "lm_check.h"
#include "num/lm_limbs.h"

#include <math.h>

typedef struct {
    lm_limb *limbs;
    size_t count;
} num;

static num num_room(size_t room) { return (num){lm_room(room, sizeof(lm_limb)), room}; }
static void drop(num a) { free(a.limbs); }
static lm_limb *scratch_room(size_t n) { return lm_room(n, sizeof(lm_limb)); }

static bool equal(num a, num b) { return lm_limbs_compare(a.limbs, a.count, b.limbs, b.count) == 0; }
static bool is_normal(num a) { return a.count == 0 || a.limbs[a.count - 1] != 0; }

// Limbs at the edges of carries, borrows and quotient guesses, mixed with random ones.
static lm_limb nasty_limb(void) {
    static const lm_limb edges[] = {0,
                                    0,
                                    1,
                                    2,
                                    ~(lm_limb)0,
                                    ~(lm_limb)0,
                                    ~(lm_limb)0 - 1,
                                    (lm_limb)1 << 63,
                                    ((lm_limb)1 << 63) - 1,
                                    ((lm_limb)1 << 63) + 1,
                                    0xffffffff,
                                    (lm_limb)1 << 32,
                                    (lm_limb)0xffffffff << 32};
    uint64_t i = lm_random_below(26);
    return i < 13 ? edges[i] : lm_random();
}

static num random_num(size_t count) {
    num a = num_room(count);
    uint64_t kind = lm_random_below(4);
    for (size_t i = 0; i < count; i++)
        a.limbs[i] = kind == 0 ? lm_random() : kind == 1 ? 0 : kind == 2 ? ~(lm_limb)0 : nasty_limb();
    if (count > 0) a.limbs[lm_random_below(count)] = nasty_limb();
    a.count = lm_limbs_normalise(a.limbs, count);
    return a;
}

static num random_short(void) { return random_num((size_t)lm_random_below(12)); }
static num random_any(void) {
    uint64_t kind = lm_random_below(10);
    return random_num((size_t)lm_random_below(kind == 0 ? 600 : kind < 4 ? 120 : 12));
}

static num copy(num a, size_t room) {
    num r = num_room(room);
    for (size_t i = 0; i < a.count; i++) r.limbs[i] = a.limbs[i];
    r.count = a.count;
    return r;
}

// ---- the functions under test, with exact room --------------------------------------------------------------------

static size_t larger(size_t a, size_t b) { return a > b ? a : b; }

static num add(num a, num b) {
    num r = num_room(larger(a.count, b.count) + 1);
    r.count = lm_limbs_add(r.limbs, a.limbs, a.count, b.limbs, b.count);
    CHECK(is_normal(r), "add");
    return r;
}

static num subtract(num a, num b) {
    num r = num_room(a.count);
    r.count = lm_limbs_subtract(r.limbs, a.limbs, a.count, b.limbs, b.count);
    CHECK(is_normal(r), "subtract");
    return r;
}

static num multiply(num a, num b) {
    num r = num_room(a.count + b.count);
    lm_limb *scratch = scratch_room(lm_limbs_multiply_scratch(a.count, b.count));
    r.count = lm_limbs_multiply(r.limbs, a.limbs, a.count, b.limbs, b.count, scratch);
    CHECK(is_normal(r), "multiply");
    free(scratch);
    return r;
}

static void divide(num a, num b, num *q, num *r) {
    *q = num_room(a.count < b.count ? 0 : a.count - b.count + 1);
    *r = num_room(a.count < b.count ? a.count : b.count);
    lm_limb *scratch = scratch_room(lm_limbs_divide_scratch(a.count, b.count));
    lm_limbs_divide(q->limbs, &q->count, r->limbs, &r->count, a.limbs, a.count, b.limbs, b.count, scratch);
    CHECK(is_normal(*q) && is_normal(*r), "divide");
    free(scratch);
}

// ---- the slow, obvious versions -----------------------------------------------------------------------------------

static bool bit(num a, size_t i) { return i / 64 < a.count && (a.limbs[i / 64] >> i % 64 & 1); }

// In base 2^16, one digit by one digit.
static num slow_multiply(num a, num b) {
    size_t n = (a.count + b.count) * 4;
    uint64_t *digits = calloc(n + 1, sizeof *digits);
    for (size_t i = 0; i < a.count * 4; i++) {
        uint64_t carry = 0;
        for (size_t j = 0; j < b.count * 4; j++) {
            carry += digits[i + j] + (a.limbs[i / 4] >> i % 4 * 16 & 0xffff) * (b.limbs[j / 4] >> j % 4 * 16 & 0xffff);
            digits[i + j] = carry & 0xffff;
            carry >>= 16;
        }
        digits[i + b.count * 4] += carry;
    }
    num r = num_room(a.count + b.count);
    for (size_t i = 0; i < r.count; i++)
        r.limbs[i] = digits[4 * i] | digits[4 * i + 1] << 16 | digits[4 * i + 2] << 32 | digits[4 * i + 3] << 48;
    r.count = lm_limbs_normalise(r.limbs, r.count);
    free(digits);
    return r;
}

// Bit by bit: rest = 2 rest + bit; subtract when it goes.
static void slow_divide(num a, num b, num *q, num *r) {
    *q = num_room(a.count);
    *r = num_room(b.count + 1);
    for (size_t i = 0; i < a.count; i++) q->limbs[i] = 0;
    r->count = 0;
    for (size_t i = a.count * 64; i-- > 0;) {
        lm_limb carry = bit(a, i);
        for (size_t j = 0; j < r->count; j++) {
            lm_limb out = r->limbs[j] >> 63;
            r->limbs[j] = r->limbs[j] << 1 | carry;
            carry = out;
        }
        if (carry) r->limbs[r->count++] = carry;
        if (lm_limbs_compare(r->limbs, r->count, b.limbs, b.count) >= 0) {
            r->count = lm_limbs_subtract(r->limbs, r->limbs, r->count, b.limbs, b.count);
            q->limbs[i / 64] |= (lm_limb)1 << i % 64;
        }
    }
    q->count = lm_limbs_normalise(q->limbs, q->count);
}

// ---- the laws -----------------------------------------------------------------------------------------------------

static void test_sums(void) {
    num a = random_any(), b = random_any();
    num s = add(a, b), t = add(b, a);
    CHECK(equal(s, t), "a + b = b + a");
    num back = subtract(s, b);
    CHECK(equal(back, a), "(a + b) - b = a");
    CHECK(lm_limbs_compare(s.limbs, s.count, a.limbs, a.count) >= 0, "a + b >= a");

    num in_place = copy(a, larger(a.count, b.count) + 1);
    in_place.count = lm_limbs_add(in_place.limbs, in_place.limbs, in_place.count, b.limbs, b.count);
    CHECK(equal(in_place, s), "r is a");
    in_place.count = lm_limbs_subtract(in_place.limbs, in_place.limbs, in_place.count, b.limbs, b.count);
    CHECK(equal(in_place, a), "r is a");

    bool ab, ba;
    num d = num_room(larger(a.count, b.count)), e = num_room(larger(a.count, b.count));
    d.count = lm_limbs_difference(d.limbs, a.limbs, a.count, b.limbs, b.count, &ab);
    e.count = lm_limbs_difference(e.limbs, b.limbs, b.count, a.limbs, a.count, &ba);
    CHECK(equal(d, e) && ab == (lm_limbs_compare(a.limbs, a.count, b.limbs, b.count) < 0), "|a - b| = |b - a|");
    num again = add(ab ? a : b, d);
    CHECK(equal(again, ab ? b : a), "smaller + difference = larger");
    drop(a), drop(b), drop(s), drop(t), drop(back), drop(in_place), drop(d), drop(e), drop(again);
}

static void test_products(void) {
    num a = random_any(), b = random_any(), c = random_short();
    num ab = multiply(a, b);
    if (a.count + b.count < 300) {
        num slow = slow_multiply(a, b);
        CHECK(equal(ab, slow), "multiply %zu x %zu", a.count, b.count);
        drop(slow);
    }
    num bc = add(b, c), left = multiply(a, bc), ac = multiply(a, c), right = add(ab, ac);
    CHECK(equal(left, right), "a (b + c) = a b + a c: %zu %zu %zu", a.count, b.count, c.count);
    num twin = copy(a, a.count), s = multiply(a, a), t = multiply(a, twin);
    CHECK(equal(s, t), "square %zu", a.count);

    lm_limb m = nasty_limb(), p = nasty_limb();
    num by_limb = copy(a, a.count + 1);
    by_limb.count = lm_limbs_multiply_limb(by_limb.limbs, by_limb.limbs, a.count, m, p);
    num mn = {&m, m != 0}, pn = {&p, p != 0}, am = multiply(a, mn), amp = add(am, pn);
    CHECK(is_normal(by_limb) && equal(by_limb, amp), "a m + p");
    drop(a), drop(b), drop(c), drop(ab), drop(bc), drop(left), drop(ac), drop(right), drop(twin), drop(s), drop(t);
    drop(by_limb), drop(am), drop(amp);
}

static void check_division(num a, num b) {
    num q, r;
    divide(a, b, &q, &r);
    CHECK(lm_limbs_compare(r.limbs, r.count, b.limbs, b.count) < 0, "r < b: %zu / %zu", a.count, b.count);
    num qb = multiply(q, b), again = add(qb, r);
    CHECK(equal(again, a), "q b + r = a: %zu / %zu", a.count, b.count);
    if (a.count + b.count < 16) {
        num sq, sr;
        slow_divide(a, b, &sq, &sr);
        CHECK(equal(q, sq) && equal(r, sr), "slow division %zu / %zu", a.count, b.count);
        drop(sq), drop(sr);
    }
    // Quotient over the dividend and remainder over the divisor.
    num q2 = copy(a, a.count), r2 = copy(b, larger(a.count, b.count));
    lm_limb *scratch = scratch_room(lm_limbs_divide_scratch(a.count, b.count));
    lm_limbs_divide(q2.limbs, &q2.count, r2.limbs, &r2.count, q2.limbs, a.count, r2.limbs, b.count, scratch);
    CHECK(equal(q2, q) && equal(r2, r), "in place %zu / %zu", a.count, b.count);
    drop(r2);
    r2 = copy(a, larger(a.count, b.count));
    lm_limbs_divide(NULL, NULL, r2.limbs, &r2.count, r2.limbs, a.count, b.limbs, b.count, scratch);
    CHECK(equal(r2, r), "remainder alone %zu / %zu", a.count, b.count);
    free(scratch);
    if (b.count == 1) {
        num q3 = copy(a, a.count);
        lm_limb rest, rest_alone;
        q3.count = lm_limbs_divide_limb(q3.limbs, q3.limbs, a.count, b.limbs[0], &rest);
        lm_limbs_divide_limb(NULL, a.limbs, a.count, b.limbs[0], &rest_alone);
        CHECK(equal(q3, q) && rest == (r.count ? r.limbs[0] : 0) && rest == rest_alone, "divide by a limb");
        drop(q3);
    }
    drop(q), drop(r), drop(qb), drop(again), drop(q2), drop(r2);
}

static void test_quotients(void) {
    num b = random_any();
    if (b.count > 0) {
        num a = random_any(), c = random_any(), product = multiply(b, c), above = add(product, a);
        check_division(a, b);
        check_division(product, b); // exact: the guess is on the edge
        check_division(above, b);
        if (product.count > 0) {
            lm_limb one = 1;
            num below = subtract(product, (num){&one, 1});
            check_division(below, b); // one less than a multiple
            drop(below);
        }
        drop(a), drop(c), drop(product), drop(above);
    }
    drop(b);
}

static void test_shifts(void) {
    num a = random_any();
    uint64_t bits = lm_random_below(4) == 0 ? 64 * lm_random_below(5) : lm_random_below(700);
    num left = num_room(a.count + bits / 64 + 1), right = num_room(a.count > bits / 64 ? a.count - bits / 64 : 0);
    left.count = lm_limbs_shift_left(left.limbs, a.limbs, a.count, bits);
    right.count = lm_limbs_shift_right(right.limbs, a.limbs, a.count, bits);
    num power = num_room(bits / 64 + 1);
    for (size_t i = 0; i < power.count; i++) power.limbs[i] = 0;
    power.limbs[bits / 64] = (lm_limb)1 << bits % 64;
    num product = multiply(a, power), q, r;
    divide(a, power, &q, &r);
    CHECK(is_normal(left) && equal(left, product), "a << %llu = a * 2^bits", (unsigned long long)bits);
    CHECK(is_normal(right) && equal(right, q), "a >> %llu = a / 2^bits", (unsigned long long)bits);
    uint64_t length = lm_limbs_bit_length(a.limbs, a.count);
    CHECK(length == 0 ? a.count == 0 : bit(a, length - 1) && length > (a.count - 1) * 64, "bit length");

    num in_place = copy(a, a.count + bits / 64 + 1);
    in_place.count = lm_limbs_shift_left(in_place.limbs, in_place.limbs, a.count, bits);
    CHECK(equal(in_place, left), "shift left in place");
    in_place.count = lm_limbs_shift_right(in_place.limbs, in_place.limbs, in_place.count, bits);
    CHECK(equal(in_place, a), "shift right in place");

    if (a.count > 0) { // -a >> bits = -(a / 2^bits rounded up)
        num negative = num_room(a.count > bits / 64 ? a.count - bits / 64 + 1 : 1);
        negative.count = lm_limbs_shift_right_negative(negative.limbs, a.limbs, a.count, bits);
        lm_limb one = 1;
        num up = add(q, (num){&one, r.count > 0});
        CHECK(equal(negative, up), "-a >> %llu", (unsigned long long)bits);
        drop(negative), drop(up);
    }
    drop(a), drop(left), drop(right), drop(power), drop(product), drop(q), drop(r), drop(in_place);
}

// Bit i of a signed number: ~(a - 1) for a negative one.
static bool signed_bit(num a, bool negative, size_t i) {
    if (!negative) return bit(a, i);
    lm_limb one = 1;
    num less = subtract(a, (num){&one, 1});
    bool b = !bit(less, i);
    drop(less);
    return b;
}

static void test_bits(void) {
    num a = random_short(), b = random_short();
    bool an = a.count > 0 && lm_random_below(2), bn = b.count > 0 && lm_random_below(2);
    size_t room = larger(a.count, b.count) + 1;
    for (int op = 0; op < 3; op++) {
        bool negative, again;
        num r = num_room(room), in_place = copy(b, room);
        size_t (*f)(lm_limb *, bool *, const lm_limb *, size_t, bool, const lm_limb *, size_t, bool) =
            op == 0   ? lm_limbs_and
            : op == 1 ? lm_limbs_or
                      : lm_limbs_xor;
        r.count = f(r.limbs, &negative, a.limbs, a.count, an, b.limbs, b.count, bn);
        in_place.count = f(in_place.limbs, &again, a.limbs, a.count, an, in_place.limbs, b.count, bn);
        CHECK(is_normal(r) && equal(r, in_place) && negative == again && !(negative && r.count == 0),
              "bitwise in place");
        for (int i = 0; i < 20; i++) {
            size_t at = (size_t)lm_random_below(room * 64 + 70);
            bool x = signed_bit(a, an, at), y = signed_bit(b, bn, at);
            CHECK(signed_bit(r, negative, at) == (op == 0 ? x && y : op == 1 ? x || y : x != y), "bitwise %d", op);
        }
        drop(r), drop(in_place);
    }
    num r = num_room(a.count + 1);
    r.count = lm_limbs_not(r.limbs, a.limbs, a.count, an);
    lm_limb one = 1;
    num expected = an ? subtract(a, (num){&one, 1}) : add(a, (num){&one, 1});
    CHECK(equal(r, expected), "not");
    drop(a), drop(b), drop(r), drop(expected);
}

static void test_text(void) {
    num a = random_any();
    int base = lm_random_below(3) == 0 ? 10 : 2 + (int)lm_random_below(35);
    size_t room = lm_limbs_text_room(a.count, base), zeros = (size_t)lm_random_below(3) * (size_t)lm_random_below(60);
    char *text = lm_room(room + zeros, 1);
    char *exact = lm_room(room, 1);
    lm_limb *scratch = scratch_room(lm_limbs_to_text_scratch(a.count, base));
    size_t length = lm_limbs_to_text(exact, a.limbs, a.count, base, scratch);
    free(scratch);
    CHECK(length <= room && length > 0 && (length == 1 || exact[0] != '0'), "to_text base %d", base);
    CHECK(room <= length + length / 16 + 70, "room %zu for %zu", room, length);
    memset(text, '0', zeros);
    memcpy(text + zeros, exact, length);
    // Digit by digit from the end, the obvious way.
    if (a.count < 40) {
        num rest = copy(a, a.count);
        for (size_t i = length; i-- > 0;) {
            lm_limb digit;
            rest.count = lm_limbs_divide_limb(rest.limbs, rest.limbs, rest.count, (lm_limb)base, &digit);
            CHECK(exact[i] == "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[digit], "digit %zu of base %d", i, base);
        }
        CHECK(rest.count == 0, "more digits in base %d", base);
        drop(rest);
    }
    length += zeros;
    if (lm_random_below(2))
        for (size_t i = 0; i < length; i++)
            if (text[i] >= 'A') text[i] = (char)(text[i] | 0x20);
    num back = num_room(lm_limbs_from_text_room(length, base));
    scratch = scratch_room(lm_limbs_from_text_scratch(length, base));
    back.count = lm_limbs_from_text(back.limbs, text, length, base, scratch);
    CHECK(back.count != LM_LIMBS_BAD_TEXT && equal(back, a), "round trip base %d of %zu limbs", base, a.count);
    static const char bad[] = "/:@[`{ -+.\0\x80\xff";
    text[lm_random_below(length)] =
        base < 36 && lm_random_below(2) ? "0123456789abcdefghijklmnopqrstuvwxyz"[base] : bad[lm_random_below(13)];
    CHECK(lm_limbs_from_text(back.limbs, text, length, base, scratch) == LM_LIMBS_BAD_TEXT, "bad digit, base %d", base);
    CHECK(lm_limbs_from_text(back.limbs, text, 0, base, scratch) == LM_LIMBS_BAD_TEXT, "empty text");
    free(scratch), free(text), free(exact), drop(back), drop(a);
}

static void test_floats(void) {
    num a = random_num((size_t)lm_random_below(19));
    double d = -1;
    if (lm_limbs_to_double(a.limbs, a.count, &d)) {
        // The neighbours of d are not nearer: compare 2a with d + neighbour through exact numbers.
        num below = num_room(LM_LIMBS_OF_DOUBLE), exact = num_room(LM_LIMBS_OF_DOUBLE),
            above = num_room(LM_LIMBS_OF_DOUBLE);
        uint64_t bits;
        memcpy(&bits, &d, 8);
        double lower, upper;
        uint64_t l = bits - 1, u = bits + 1;
        memcpy(&lower, &l, 8), memcpy(&upper, &u, 8);
        if (d >= 9007199254740992.0 && u < (uint64_t)0x7ff << 52) {
            below.count = lm_limbs_from_double(below.limbs, lower);
            exact.count = lm_limbs_from_double(exact.limbs, d);
            above.count = lm_limbs_from_double(above.limbs, upper);
            num twice = add(a, a), low = add(below, exact), high = add(exact, above);
            int cl = lm_limbs_compare(twice.limbs, twice.count, low.limbs, low.count);
            int ch = lm_limbs_compare(twice.limbs, twice.count, high.limbs, high.count);
            CHECK((cl > 0 || (cl == 0 && bits % 2 == 0)) && (ch < 0 || (ch == 0 && bits % 2 == 0)), "nearest double %a",
                  d);
            int c = lm_limbs_compare(a.limbs, a.count, exact.limbs, exact.count);
            CHECK(lm_limbs_compare_double(a.limbs, a.count, d) == c, "compare");
            CHECK(lm_limbs_compare_double(a.limbs, a.count, upper) == -1 &&
                      lm_limbs_compare_double(a.limbs, a.count, lower) == 1,
                  "compare with neighbours of %a", d);
            drop(twice), drop(low), drop(high);
        } else if (a.count <= 1) {
            CHECK(d == (double)(a.count ? a.limbs[0] : 0), "one limb");
        }
        drop(below), drop(exact), drop(above);
    } else {
        CHECK(lm_limbs_bit_length(a.limbs, a.count) >= 1024, "overflow");
        CHECK(lm_limbs_compare_double(a.limbs, a.count, 1.7976931348623157e308) == 1, "compare above all doubles");
    }
    CHECK(lm_limbs_compare_double(a.limbs, a.count, (double)INFINITY) == -1, "infinity");
    CHECK(lm_limbs_compare_double(a.limbs, a.count, -1.5) == 1, "negative");
    drop(a);
}

static void test_float_edges(void) {
    // 2^1024 - 2^970 is the tie between the largest double and 2^1024: overflow; one less is not.
    lm_limb tie[16];
    for (int i = 0; i < 15; i++) tie[i] = 0;
    tie[15] = ~(lm_limb)0 << 10;
    double d = 5;
    CHECK(!lm_limbs_to_double(tie, 16, &d) && d == 5, "tie at 2^1024");
    tie[15] -= 1;
    for (int i = 0; i < 15; i++) tie[i] = ~(lm_limb)0;
    CHECK(lm_limbs_to_double(tie, 16, &d) && d == 0x1.fffffffffffffp1023, "largest double %a", d);
    lm_limb one = 1, r[LM_LIMBS_OF_DOUBLE];
    CHECK(lm_limbs_compare_double(&one, 1, 1.5) == -1 && lm_limbs_compare_double(&one, 1, 0.5) == 1 &&
              lm_limbs_compare_double(&one, 1, 1.0) == 0 && lm_limbs_compare_double(NULL, 0, 0.25) == -1 &&
              lm_limbs_compare_double(NULL, 0, -0.0) == 0,
          "fractions");
    CHECK(lm_limbs_from_double(r, 0.99) == 0 && lm_limbs_from_double(r, -0.0) == 0 &&
              lm_limbs_from_double(r, 5e-324) == 0,
          "fraction");
    CHECK(lm_limbs_from_double(r, -1234567.9) == 1 && r[0] == 1234567, "truncation");
    CHECK(lm_limbs_from_double(r, 0x1.fffffffffffffp1023) == 16 && r[15] == ~(lm_limb)0 << 11, "largest double");
    CHECK(lm_limbs_to_double(NULL, 0, &d) && d == 0, "zero");
}

// Recorded from OTP 25 where it differs from the nearest double.
static void test_float_as_otp(void) {
    static const struct {
        lm_limb limbs[4];
        size_t count;
        uint64_t otp, nearest;
    } cases[] = {
        {{0x1000000000000001, 0xcd61f75df6e94400}, 2, 0x47e9ac3eebbedd28, 0x47e9ac3eebbedd29},
        {{0x1000000000000002, 0xedd173864af7e400}, 2, 0x47edba2e70c95efc, 0x47edba2e70c95efd},
        {{0x1000000000000000, 0, 0x9371a3c2c9bfe400}, 3, 0x4be26e34785937fc, 0x4be26e34785937fd},
        {{0x0fffffffffffffff, 0, 0xbfa26c5189711400}, 3, 0x4be7f44d8a312e22, 0x4be7f44d8a312e23},
        {{0x1000000000000002, 0, 0, 0x8e67f8d2e990e400}, 4, 0x4fe1ccff1a5d321c, 0x4fe1ccff1a5d321d},
        {{0x0fffffffffffffff, 0, 0, 0xd17a52e17ddb2400}, 4, 0x4fea2f4a5c2fbb64, 0x4fea2f4a5c2fbb65},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double otp, nearest;
        uint64_t otp_bits, nearest_bits;
        CHECK(lm_limbs_to_double_as_otp(cases[i].limbs, cases[i].count, &otp) &&
                  lm_limbs_to_double(cases[i].limbs, cases[i].count, &nearest),
              "in range");
        memcpy(&otp_bits, &otp, 8), memcpy(&nearest_bits, &nearest, 8);
        CHECK(otp_bits == cases[i].otp && nearest_bits == cases[i].nearest, "float case %zu", i);
    }
    lm_limb large[17] = {0}, ones[16];
    large[16] = 1;
    for (int i = 0; i < 16; i++) ones[i] = ~(lm_limb)0;
    double d = 3;
    CHECK(!lm_limbs_to_double_as_otp(large, 17, &d) && !lm_limbs_to_double_as_otp(ones, 16, &d) && d == 3, "too large");
}

static void test_large(void) {
    for (int i = 0; i < 12; i++) {
        num a = random_num(1000 + (size_t)lm_random_below(3000)), b = random_num(500 + (size_t)lm_random_below(3000));
        num c = random_short();
        num bc = add(b, c), ab = multiply(a, b), ac = multiply(a, c), left = multiply(a, bc), right = add(ab, ac);
        CHECK(equal(left, right), "large product");
        if (b.count > 0) {
            num above = add(ab, c);
            check_division(above, b), check_division(ab, b), check_division(a, b);
            drop(above);
        }
        drop(a), drop(b), drop(c), drop(bc), drop(ab), drop(ac), drop(left), drop(right);
    }
}

int main(int argc, char **argv) {
    int rounds = argc > 1 ? atoi(argv[1]) : 3000;
    test_float_edges();
    test_float_as_otp();
    for (int i = 0; i < rounds; i++) {
        lm_random_state = (uint64_t)i * 1000003; // a failure repeats from its round alone
        uint64_t failures = lm_failures;
        test_sums();
        test_products();
        test_quotients();
        test_shifts();
        test_bits();
        test_text();
        test_floats();
        if (lm_failures != failures && failures < 20) fprintf(stderr, "  in round %d\n", i);
    }
    test_large();
    return lm_check_result("limbs");
}
