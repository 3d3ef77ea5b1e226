// lm_phash2_test.c: walks terms in the external term format as lm_phash2.h says, and compares with what OTP 25
// answered.
//
// Argument, optional: a file with more of what lm_phash2_otp.escript writes.

#include "lm_check.h"
#include "num/lm_phash2.h"

static const char *const otp[] = {
#include "lm_phash2_otp25.inc"
};

// ---- the external term format, as far as OTP writes it
// -----------------------------------------------------------------

typedef struct {
    const uint8_t *at, *end;
} reader;

static uint64_t number(reader *r, int bytes) {
    uint64_t n = 0;
    while (bytes-- > 0 && r->at < r->end) n = n << 8 | *r->at++;
    return n;
}

static const uint8_t *take(reader *r, size_t n) {
    const uint8_t *from = r->at;
    CHECK((size_t)(r->end - r->at) >= n, "the term is cut off");
    r->at = (size_t)(r->end - r->at) >= n ? r->at + n : r->end;
    return from;
}

enum {
    NEW_FLOAT = 70,
    BIT_BINARY = 77,
    NEW_PID = 88,
    NEW_PORT = 89,
    NEWER_REFERENCE = 90,
    SMALL_INTEGER = 97,
    INTEGER = 98,
    ATOM = 100,
    SMALL_TUPLE = 104,
    LARGE_TUPLE = 105,
    NIL = 106,
    STRING = 107,
    LIST = 108,
    BINARY = 109,
    SMALL_BIG = 110,
    LARGE_BIG = 111,
    NEW_FUN = 112,
    EXPORT = 113,
    MAP = 116,
    ATOM_UTF8 = 118,
    SMALL_ATOM_UTF8 = 119,
    V4_PORT = 120
};

static uint32_t atom_text(reader *r) {
    uint8_t tag = (uint8_t)number(r, 1);
    if (tag == ATOM) { // latin-1
        uint8_t utf8[512];
        size_t n = (size_t)number(r, 2), k = 0;
        for (const uint8_t *from = take(r, n); n > 0; n--, from++) {
            if (*from >= 0x80) utf8[k++] = (uint8_t)(0xc0 | *from >> 6);
            utf8[k++] = *from >= 0x80 ? (uint8_t)(0x80 | (*from & 0x3f)) : *from;
        }
        return lm_phash2_text(utf8, k);
    }
    CHECK(tag == ATOM_UTF8 || tag == SMALL_ATOM_UTF8, "tag %d is no atom", tag);
    size_t n = (size_t)number(r, tag == ATOM_UTF8 ? 2 : 1);
    return lm_phash2_text(take(r, n), n);
}

static int64_t small(reader *r) {
    uint8_t tag = (uint8_t)number(r, 1);
    return tag == SMALL_INTEGER ? (int64_t)number(r, 1) : (int32_t)number(r, 4);
}

// The bits from a place where they don't begin at a byte.
static uint32_t shifted_bits(uint32_t hash, const uint8_t *bytes, size_t bit_count) {
    uint32_t aligned = lm_phash2_bits(hash, bytes, 0, bit_count);
    for (size_t offset = 1; offset <= 9; offset++) {
        size_t room = (offset + bit_count + 7) / 8;
        uint8_t *moved = lm_room(room, 1);
        memset(moved, 0xa5, room);
        for (size_t i = 0; i < bit_count; i++) {
            uint8_t bit = (uint8_t)(0x80 >> (offset + i) % 8), *to = &moved[(offset + i) / 8];
            *to = (uint8_t)((*to & ~bit) | (bytes[i / 8] & 0x80 >> i % 8 ? bit : 0));
        }
        CHECK(lm_phash2_bits(hash, moved, offset, bit_count) == aligned, "%zu bits from bit %zu", bit_count, offset);
        free(moved);
    }
    return aligned;
}

static uint32_t big(uint32_t hash, reader *r, size_t bytes) {
    uint64_t limbs[64] = {0};
    bool negative = number(r, 1);
    const uint8_t *from = take(r, bytes);
    for (size_t i = 0; i < bytes; i++) limbs[i / 8] |= (uint64_t)from[i] << i % 8 * 8;
    uint32_t result = lm_phash2_big(hash, limbs, (bytes + 7) / 8, negative);
    if (bytes <= 8 && limbs[0] >> 62 == 0) {
        int64_t value = negative ? -(int64_t)limbs[0] : (int64_t)limbs[0];
        CHECK(lm_phash2_small(hash, value) == result, "as a small integer");
    }
    return result;
}

static uint32_t walk(uint32_t hash, reader *r);

// `count` elements and a tail, or `count` bytes and [].
static uint32_t list(uint32_t hash, reader *r, size_t count, bool of_bytes) {
    lm_phash2_string string = {0, 0};
    for (size_t i = 0; i < count; i++) {
        bool byte = of_bytes || (r->at < r->end && *r->at == SMALL_INTEGER);
        if (byte) {
            if (!of_bytes) r->at++;
            hash = lm_phash2_string_byte(hash, &string, (uint8_t)number(r, 1));
        } else {
            hash = walk(lm_phash2_string_end(hash, &string), r);
        }
    }
    hash = lm_phash2_string_end(hash, &string);
    return of_bytes ? lm_phash2_nil(hash) : walk(hash, r);
}

static uint32_t walk(uint32_t hash, reader *r) {
    const uint8_t *start = r->at;
    uint8_t tag = (uint8_t)number(r, 1);
    switch (tag) {
    case SMALL_INTEGER:
    case INTEGER: r->at = start; return lm_phash2_small(hash, small(r));
    case SMALL_BIG: return big(hash, r, (size_t)number(r, 1));
    case LARGE_BIG: return big(hash, r, (size_t)number(r, 4));
    case NEW_FLOAT: {
        uint64_t bits = number(r, 8);
        double d;
        memcpy(&d, &bits, sizeof d);
        return lm_phash2_float(hash, d);
    }
    case ATOM:
    case ATOM_UTF8:
    case SMALL_ATOM_UTF8: r->at = start; return lm_phash2_atom(hash, atom_text(r));
    case NIL: return lm_phash2_nil(hash);
    case STRING: return list(hash, r, (size_t)number(r, 2), true);
    case LIST: return list(hash, r, (size_t)number(r, 4), false);
    case SMALL_TUPLE:
    case LARGE_TUPLE: {
        uint32_t arity = (uint32_t)number(r, tag == SMALL_TUPLE ? 1 : 4);
        hash = lm_phash2_tuple(hash, arity);
        while (arity-- > 0) hash = walk(hash, r);
        return hash;
    }
    case MAP: {
        uint32_t size = (uint32_t)number(r, 4), pairs = 0;
        hash = lm_phash2_map(hash, size);
        if (size == 0) return hash;
        while (size-- > 0) pairs ^= walk(walk(0, r), r);
        return lm_phash2_map_end(hash, pairs);
    }
    case BINARY: {
        size_t n = (size_t)number(r, 4);
        return shifted_bits(hash, take(r, n), n * 8);
    }
    case BIT_BINARY: {
        size_t n = (size_t)number(r, 4), last = (size_t)number(r, 1);
        return shifted_bits(hash, take(r, n), n * 8 - 8 + last);
    }
    case NEW_PID: {
        atom_text(r);
        uint32_t id = (uint32_t)number(r, 4);
        take(r, 8);
        return lm_phash2_pid(hash, id);
    }
    case NEW_PORT:
    case V4_PORT: {
        atom_text(r);
        uint64_t id = number(r, tag == V4_PORT ? 8 : 4);
        take(r, 4);
        return lm_phash2_port(hash, id);
    }
    case NEWER_REFERENCE: {
        size_t words = (size_t)number(r, 2);
        atom_text(r);
        take(r, 4);
        uint32_t first = (uint32_t)number(r, 4);
        take(r, (words - 1) * 4);
        return lm_phash2_reference(hash, first);
    }
    case EXPORT: {
        uint32_t module = atom_text(r), function = atom_text(r);
        return lm_phash2_export(hash, module, function, (uint32_t)small(r));
    }
    case NEW_FUN: {
        take(r, 4 + 1 + 16 + 4);
        uint32_t caught = (uint32_t)number(r, 4), module = atom_text(r);
        uint32_t index = (uint32_t)small(r), uniq = (uint32_t)small(r);
        walk(0, r); // the pid that made it
        hash = lm_phash2_fun(hash, module, index, uniq, caught);
        while (caught-- > 0) hash = walk(hash, r);
        return hash;
    }
    default: CHECK(false, "tag %d is not known", tag); return 0;
    }
}

// ---- the comparison
// ----------------------------------------------------------------------------------------------------

static void check_otp(const char *line) {
    char *term;
    uint32_t expected = (uint32_t)strtoul(line, &term, 16);
    term++;
    size_t length = strlen(term) / 2;
    uint8_t *bytes = lm_room(length, 1);
    for (size_t i = 0; i < length; i++) {
        unsigned byte = 0;
        sscanf(term + 2 * i, "%2x", &byte);
        bytes[i] = (uint8_t)byte;
    }
    reader r = {bytes, bytes + length};
    CHECK(number(&r, 1) == 131, "version");
    uint32_t hash = walk(0, &r);
    CHECK(hash == expected, "%x, OTP %s", hash, line);
    CHECK(r.at == r.end, "not read to the end: %s", line);
    free(bytes);
}

int main(int argc, char **argv) {
    for (size_t i = 0; i < sizeof otp / sizeof *otp; i++) check_otp(otp[i]);
    if (argc > 1) {
        FILE *in = fopen(argv[1], "r");
        static char line[100000];
        CHECK(in != NULL, "cannot open %s", argv[1]);
        while (in && fgets(line, sizeof line, in)) {
            line[strcspn(line, ",") - 1] = 0; // "...",
            check_otp(line + 1);
        }
        if (in) fclose(in);
    }
    return lm_check_result("phash2");
}
