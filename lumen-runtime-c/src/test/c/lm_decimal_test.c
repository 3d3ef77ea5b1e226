// lm_decimal_test.c: doubles to text and back, against libc (whose conversions are exact), against long arithmetic, and
// against what OTP printed.
//
// Arguments, both optional: the number of rounds, and a file with more of what lm_decimal_otp.escript writes.

#include "lm_check.h"
#include "num/lm_decimal.h"
#include "num/lm_limbs.h"
#include "num/lm_powers_of_ten.h"

#include <math.h>

static double of_bits(uint64_t bits) {
    double d;
    memcpy(&d, &bits, sizeof d);
    return d;
}

static uint64_t bits_of(double d) {
    uint64_t bits;
    memcpy(&bits, &d, sizeof d);
    return bits;
}

static bool same(double a, double b) { return bits_of(a) == bits_of(b); }

// Every magnitude, whole numbers, short decimals, powers of two and their neighbours.
static double random_double(void) {
    for (;;) {
        double d;
        switch (lm_random_below(7)) {
        case 0: d = of_bits(lm_random()); break;
        case 1: d = (double)(int64_t)(lm_random() >> lm_random_below(64)); break;
        case 2: d = (double)lm_random_below(1000000) / pow(10, (double)lm_random_below(8)); break;
        case 3: d = of_bits((lm_random_below(2047) << 52) + lm_random_below(3) - 1); break;
        case 4: d = of_bits(lm_random() >> (12 + lm_random_below(52))); break; // below the normal doubles
        case 5: d = (double)lm_random_below(2000) * pow(10, (double)lm_random_below(40) - 20); break;
        default: d = (double)(lm_random_below(4096) + 1) / 256 * pow(2, (double)lm_random_below(60) - 30); break;
        }
        if (isfinite(d)) return lm_random_below(4) == 0 ? -d : d;
    }
}

// ---- the tables
// ----------------------------------------------------------------------------------------------------------

// floor(10^k * 2^(127 - floor(log2(10^k)))) by long arithmetic.
static void power_of_ten(int k, uint64_t *high, uint64_t *low) {
    static lm_limb ten[64], one[128], q[128], scratch[2048];
    size_t n = 1;
    ten[0] = 1;
    for (int i = abs(k); i > 0; i--) n = lm_limbs_multiply_limb(ten, ten, n, 10, 0);
    uint64_t length = lm_limbs_bit_length(ten, n);
    if (k >= 0) {
        if (length < 128) n = lm_limbs_shift_left(ten, ten, n, 128 - length);
        else n = lm_limbs_shift_right(ten, ten, n, length - 128);
        CHECK(lm_floor_log2_of_power_of_ten(k) == (int)length - 1, "log2(10^%d)", k);
        *high = ten[1], *low = ten[0];
    } else {
        lm_limb unit = 1;
        size_t on = lm_limbs_shift_left(one, &unit, 1, 127 + length), qn;
        lm_limbs_divide(q, &qn, NULL, NULL, one, on, ten, n, scratch);
        CHECK(lm_floor_log2_of_power_of_ten(k) == -(int)length, "log2(10^%d)", k);
        *high = q[1], *low = q[0];
    }
}

static void test_tables(void) {
    for (int k = LM_POWERS_OF_TEN_MIN; k <= LM_POWERS_OF_TEN_MAX; k++) {
        uint64_t high, low, table_low, table_high = lm_power_of_ten(k, &table_low);
        power_of_ten(k, &high, &low);
        CHECK(high == table_high && low == table_low, "10^%d", k);
    }
    // floor(log10(2^q)) is the k with 10^k <= 2^q < 10^(k+1).
    for (int q = -1074; q <= 971; q++) {
        int k = lm_floor_log10_of_power_of_two(q);
        bool below = (k == 0 && q == 0) || lm_floor_log2_of_power_of_ten(k) < q; // only 10^0 is a power of two
        CHECK(below && lm_floor_log2_of_power_of_ten(k + 1) >= q, "log10(2^%d)", q);
    }
}

// ---- against libc
// --------------------------------------------------------------------------------------------------------

static double read_back(const char *text, size_t length) {
    double d = -12345.678;
    lm_decimal_status status = lm_decimal_to_double(text, length, &d);
    CHECK(status == LM_DECIMAL_OK, "%.*s", (int)length, text);
    return d;
}

static void test_shortest(double d) {
    char text[LM_DECIMAL_SHORT_ROOM + 1], libc[40];
    size_t n = lm_decimal_short_text(text, d);
    CHECK(n <= LM_DECIMAL_SHORT_ROOM, "%a", d);
    text[n] = 0;
    CHECK(same(strtod(text, NULL), d), "%s for %a", text, d);
    CHECK(same(read_back(text, n), d), "%s for %a", text, d);
    // The least precision at which libc's text reads back is the least number of digits that will do.
    int precision = 0;
    do snprintf(libc, sizeof libc, "%.*e", precision, fabs(d));
    while (!same(strtod(libc, NULL), fabs(d)) && precision++ < 17);
    lm_decimal shortest = lm_decimal_shortest(d);
    char ours[40];
    snprintf(ours, sizeof ours, "%llue%d", (unsigned long long)shortest.digits, shortest.exponent);
    CHECK(same(strtod(ours, NULL), fabs(d)), "%s for %a", ours, d);
    // Under a power of two the interval is narrower, and the nearest may miss it when its neighbour above does not.
    bool power_of_two = (bits_of(d) & (((uint64_t)1 << 52) - 1)) == 0;
    size_t count = strcspn(ours, "e"), most = (size_t)precision + 1;
    CHECK(count == most || (power_of_two && count < most), "%s has more or fewer digits than %s", ours, libc);
    // ... and its digits are the nearest. At a tie (both end on the same distance) either will do.
    char digits[40];
    size_t k = 0;
    for (char *c = libc; *c != 'e'; c++)
        if (*c != '.') digits[k++] = *c;
    digits[k] = 0;
    if (count == most && strncmp(ours, digits, k) != 0) {
        double exact = fabs(d);
        CHECK(exact >= 0x1p52 || exact * 0x1p60 != floor(exact * 0x1p60), "%s is nearer than %s", libc, ours);
    }
}

static void test_scientific(double d) {
    int decimals = (int)lm_random_below(lm_random_below(4) == 0 ? LM_DECIMAL_SCIENTIFIC_MAX + 1 : 25);
    char libc[400], *text = lm_room(LM_DECIMAL_ROOM, 1);
    size_t n = lm_decimal_scientific_text(text, d, decimals);
    int expected = snprintf(libc, sizeof libc, "%.*e", decimals, d);
    if (expected > LM_DECIMAL_ROOM) CHECK(n == 0, "%s is too long", libc);
    else CHECK(n == (size_t)expected && memcmp(text, libc, n) == 0, "%.*s should be %s", (int)n, text, libc);
    free(text);
}

// Where OTP takes libc's way too.
static void test_fixed(double d) {
    int decimals = (int)lm_random_below(LM_DECIMAL_FIXED_MAX + 1);
    if (decimals < 19 && fabs(d) <= 0x1p53) return;
    static char libc[1024];
    char *text = lm_room(LM_DECIMAL_ROOM, 1);
    size_t n = lm_decimal_fixed_text(text, d, decimals, false);
    int expected = snprintf(libc, sizeof libc, "%.*f", decimals, d);
    if (expected > LM_DECIMAL_ROOM) CHECK(n == 0, "%s is too long", libc);
    else CHECK(n == (size_t)expected && memcmp(text, libc, n) == 0, "%.*s should be %s", (int)n, text, libc);
    free(text);
}

static void check_reading(const char *text, size_t n, double expected) {
    char *exact = lm_room(n, 1);
    memcpy(exact, text, n);
    double got = -1;
    lm_decimal_status status = lm_decimal_to_double(exact, n, &got);
    if (isinf(expected)) CHECK(status == LM_DECIMAL_TOO_LARGE, "%.*s", (int)n, text);
    else CHECK(status == LM_DECIMAL_OK && same(got, expected), "%.*s gives %a, not %a", (int)n, text, got, expected);
    free(exact);
}

static void test_reading(void) {
    char text[100];
    size_t n = 0;
    if (lm_random_below(4) == 0) text[n++] = "+-"[lm_random_below(2)];
    if (lm_random_below(2)) { // any digits
        for (uint64_t i = lm_random_below(24) + 1; i > 0; i--) text[n++] = (char)('0' + lm_random_below(10));
        text[n++] = '.';
        for (uint64_t i = lm_random_below(24) + 1; i > 0; i--) text[n++] = (char)('0' + lm_random_below(10));
        n += (size_t)snprintf(text + n, 20, "e%d", (int)lm_random_below(700) - 350);
    } else { // short ones
        uint64_t digits = lm_random() >> lm_random_below(64);
        n += (size_t)snprintf(text + n, 60, "%llu.0E%d", (unsigned long long)digits, (int)lm_random_below(60) - 30);
    }
    double expected = strtod(text, NULL);
    if (lm_random_below(8) == 0) *strchr(text, '.') = ',';
    check_reading(text, n, expected);
}

// Exactly in the middle of two doubles, and a little above and below: the hardest to read, with up to 767 digits. The
// digits come from long arithmetic, the answer from the construction; not every libc reads these right.
static void test_middles(void) {
    double d = fabs(random_double());
    uint64_t bits = bits_of(d);
    double next = of_bits(bits + 1), even = bits % 2 == 0 ? d : next;
    int field = (int)(bits >> 52), exponent = (field == 0 ? 1 : field) - 1075 - 1;
    lm_limb a[50] = {2 * ((bits & (((uint64_t)1 << 52) - 1)) | (uint64_t)(field != 0) << 52) + 1};
    size_t n = 1, places = 0;
    if (exponent >= 0) n = lm_limbs_shift_left(a, a, n, (uint64_t)exponent);
    else
        for (; places < (size_t)-exponent; places++) n = lm_limbs_multiply_limb(a, a, n, 5, 0);
    static char from[1000];
    static lm_limb scratch[4096];
    CHECK(lm_limbs_to_text_scratch(n, 10) <= 4096 && lm_limbs_text_room(n, 10) <= 1000, "room");
    size_t digits = lm_limbs_to_text(from, a, n, 10, scratch);
    // Zeros in front when there are more places than digits, then the point in between.
    static char whole[1200];
    size_t length = 0, before = digits > places ? digits - places : 0;
    for (size_t i = 0; i < before; i++) whole[length++] = from[i];
    if (before == 0) whole[length++] = '0';
    whole[length++] = '.';
    for (size_t i = digits; i < places; i++) whole[length++] = '0';
    for (size_t i = before; i < digits; i++) whole[length++] = from[i];
    if (places == 0) whole[length++] = '0';
    check_reading(whole, length, even);
    memcpy(whole + length, "000000001", 9);
    check_reading(whole, length + 9, next);
    if (places > 0) { // the last digit is a 5
        whole[length - 1] = '4';
        memcpy(whole + length, "999", 3);
        check_reading(whole, length + 3, d);
    }
}

static void test_reading_edges(void) {
    static const char *const bad[] = {"",        "1",     "1.",   ".1",    "1e5",  "1.0e",  "1.0e+",  " 1.0",
                                      "1.0 ",    "--1.0", "1.0f", "0x1.0", "inf",  "nan",   "1.0e5 ", "1_0.0",
                                      "1.0e5.0", "+",     "-.0",  "1..0",  "1.,0", "1.0ee5"};
    double d = 7;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        CHECK(lm_decimal_to_double(bad[i], strlen(bad[i]), &d) == LM_DECIMAL_BAD_TEXT && d == 7, "'%s'", bad[i]);
    static const struct {
        const char *text;
        double value;
    } good[] = {{"1.0e-400", 0.0},
                {"-1.0e-400", -0.0},
                {"-0.0", -0.0},
                {"1,5", 1.5},
                {"0.0e99999999999999999999", 0.0},
                {"1.0e-99999999999999999999", 0.0},
                {"1.7976931348623158e308", 0x1.fffffffffffffp1023},
                {"2.4703282292062328e-324", 5e-324},
                {"2.4703282292062327e-324", 0.0},
                {"2.2250738585072011e-308", 0x0.fffffffffffffp-1022},
                {"9007199254740993.0", 9007199254740992.0},
                {"9007199254740993.00000000000000000000000000001", 9007199254740994.0},
                {"+1.0e+005", 1e5},
                {"000000000000000000000000000001.0", 1.0},
                {"0.000000000000000000000000000001e+30", 1.0}};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        CHECK(lm_decimal_to_double(good[i].text, strlen(good[i].text), &d) == LM_DECIMAL_OK && same(d, good[i].value),
              "%s gives %a", good[i].text, d);
    CHECK(lm_decimal_to_double("1.7976931348623159e308", 22, &d) == LM_DECIMAL_TOO_LARGE, "too large");
    CHECK(lm_decimal_to_double("1.0e99999999999999999999", 24, &d) == LM_DECIMAL_TOO_LARGE, "too large");

    // 10^100000 written out, brought back by its exponent, with a digit at the very end that decides a tie.
    enum { LONG = 100000 };
    char *text = lm_room(LONG + 60, 1);
    memcpy(text, "9007199254740993", 16);
    memset(text + 16, '0', LONG);
    memcpy(text + LONG, ".0e-99984", 9);
    CHECK(lm_decimal_to_double(text, LONG + 9, &d) == LM_DECIMAL_OK && d == 9007199254740992.0, "long tie gives %a", d);
    text[LONG - 1] = '1';
    CHECK(lm_decimal_to_double(text, LONG + 9, &d) == LM_DECIMAL_OK && d == 9007199254740994.0,
          "long, above the tie: %a", d);
    free(text);
}

// ---- against OTP
// ---------------------------------------------------------------------------------------------------------

// Each line is a C string: "short BITS TEXT", "sci DECIMALS BITS TEXT", "dec DECIMALS COMPACT BITS TEXT" or "read BITS
// TEXT"; BITS in base 16, TEXT "badarg" where OTP raised that. Recorded from OTP 25.
static const char *const otp[] = {
#include "lm_decimal_otp25.inc"
};

static void check_otp(const char *line) {
    char kind[8], expected[400], text[400];
    int decimals = 0, compact = 0;
    unsigned long long bits = 0;
    bool complete = sscanf(line, "short %llx %399s", &bits, expected) == 2 ||
                    sscanf(line, "read %llx %399s", &bits, expected) == 2 ||
                    sscanf(line, "sci %d %llx %399s", &decimals, &bits, expected) == 3 ||
                    sscanf(line, "dec %d %d %llx %399s", &decimals, &compact, &bits, expected) == 4;
    CHECK(complete && sscanf(line, "%7s", kind) == 1, "not complete: %s", line);
    if (!complete) return;
    double d = of_bits(bits);
    size_t n = 0;
    if (strcmp(kind, "read") == 0) {
        CHECK(same(read_back(expected, strlen(expected)), d), "%s", line);
        return;
    }
    if (strcmp(kind, "short") == 0) n = lm_decimal_short_text(text, d);
    if (strcmp(kind, "sci") == 0) n = lm_decimal_scientific_text(text, d, decimals);
    if (strcmp(kind, "dec") == 0) n = lm_decimal_fixed_text(text, d, decimals, compact != 0);
    if (n == 0) memcpy(text, "badarg", n = 6);
    CHECK(n == strlen(expected) && memcmp(text, expected, n) == 0, "%s, not %.*s", line, (int)n, text);
}

static void test_otp(const char *more) {
    for (size_t i = 0; i < sizeof otp / sizeof *otp; i++) check_otp(otp[i]);
    if (!more) return;
    FILE *in = fopen(more, "r");
    CHECK(in != NULL, "cannot open %s", more);
    if (!in) return;
    char line[500];
    while (fgets(line, sizeof line, in)) {
        line[strcspn(line, ",")] = 0; // "...",
        line[strlen(line) - 1] = 0;
        check_otp(line + 1);
    }
    fclose(in);
}

int main(int argc, char **argv) {
    int rounds = argc > 1 ? atoi(argv[1]) : 20000;
    test_tables();
    test_reading_edges();
    for (int i = 0; i < rounds; i++) {
        lm_random_state = (uint64_t)i * 1000003; // a failure repeats from its round alone
        double d = random_double();
        test_shortest(d);
        test_scientific(d);
        test_fixed(d);
        test_reading();
        test_middles();
    }
    test_otp(argc > 2 ? argv[2] : NULL);
    return lm_check_result("decimal");
}
