// lm_phash2.c: see lm_phash2.h.

#include "lm_phash2.h"

// Each kind of term is mixed in with its own multiple of the golden ratio's 32 bits.
enum {
    INTEGER = 1,
    FUN = 1,
    NIL = 2,
    ATOM = 3,
    STRING = 4,
    PID = 5,
    PORT = 6,
    REFERENCE = 7,
    TUPLE = 9,
    NEGATIVE = 10,
    POSITIVE = 11,
    FLOAT = 12,
    BINARY = 13,
    FUNCTION_NAME = 14,
    LAST_BITS = 15,
    MAP = 16,
    MAP_PAIRS = 19,
    RECORD = 23
};

static const uint32_t golden_ratio = 0x9e3779b9;

typedef struct {
    uint32_t a, b, c;
} state;

// Jenkins' mix of lookup2: every bit of a, b and c comes to matter to every bit of c.
static inline void mix(state *s) {
    uint32_t a = s->a, b = s->b, c = s->c;
    a = (a - b - c) ^ c >> 13;
    b = (b - c - a) ^ a << 8;
    c = (c - a - b) ^ b >> 13;
    a = (a - b - c) ^ c >> 12;
    b = (b - c - a) ^ a << 16;
    c = (c - a - b) ^ b >> 5;
    a = (a - b - c) ^ c >> 3;
    b = (b - c - a) ^ a << 10;
    c = (c - a - b) ^ b >> 15;
    *s = (state){a, b, c};
}

static inline uint32_t mix_pair(uint32_t hash, uint32_t x, uint32_t y, uint32_t kind) {
    state s = {kind * golden_ratio + x, kind * golden_ratio + y, hash};
    mix(&s);
    return s.c;
}

static inline uint32_t mix_word(uint32_t hash, uint32_t x, uint32_t kind) { return mix_pair(hash, x, 0, kind); }

// ---- numbers, atoms, nil
// ---------------------------------------------------------------------------------------------

uint32_t lm_phash2_small(uint32_t hash, int64_t value) {
    const int64_t limit = INT64_C(1) << 27;
    if (value < -limit || value >= limit) {
        uint64_t magnitude = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
        return lm_phash2_big(hash, &magnitude, 1, value < 0);
    }
    if (value < 0) hash = mix_word(hash, (uint32_t)-value, INTEGER); // and once more below
    return mix_word(hash, (uint32_t)value, INTEGER);
}

uint32_t lm_phash2_big(uint32_t hash, const uint64_t *limbs, size_t count, bool negative) {
    for (size_t i = 0; i < count; i++)
        hash = mix_pair(hash, (uint32_t)limbs[i], (uint32_t)(limbs[i] >> 32), negative ? NEGATIVE : POSITIVE);
    return hash;
}

uint32_t lm_phash2_float(uint32_t hash, double value) {
    union {
        double value;
        uint64_t bits;
    } u = {.value = value == 0 ? 0.0 : value};
    return mix_pair(hash, (uint32_t)(u.bits >> 32), (uint32_t)u.bits, FLOAT);
}

uint32_t lm_phash2_atom(uint32_t hash, uint32_t text) { return hash == 0 ? text : mix_word(hash, text, ATOM); }

uint32_t lm_phash2_nil(uint32_t hash) { return hash == 0 ? UINT32_C(3468870702) : mix_word(hash, 2, NIL); }

// P. J. Weinberger's hash, over code points below 256 and over the UTF-8 of all others.
uint32_t lm_phash2_text(const uint8_t *utf8, size_t length) {
    uint32_t h = 0;
    for (size_t i = 0; i < length; i++) {
        uint8_t v = utf8[i];
        if ((v == 0xc2 || v == 0xc3) && i + 1 < length) v = (uint8_t)(v << 6 | (utf8[++i] & 0x3f));
        h = (h << 4) + v;
        uint32_t high = h & 0xf0000000;
        h ^= high >> 24 ^ high;
    }
    return h;
}

// ---- compound terms
// ----------------------------------------------------------------------------------------------------

uint32_t lm_phash2_tuple(uint32_t hash, uint32_t arity) { return mix_word(hash, arity, TUPLE); }

uint32_t lm_phash2_record(uint32_t hash, uint32_t size, uint32_t definition) {
    return mix_pair(hash, size, definition, RECORD);
}

uint32_t lm_phash2_map(uint32_t hash, uint32_t size) { return mix_word(hash, size, MAP); }

uint32_t lm_phash2_map_end(uint32_t hash, uint32_t xor_of_pairs) { return mix_word(hash, xor_of_pairs, MAP_PAIRS); }

uint32_t lm_phash2_string_byte(uint32_t hash, lm_phash2_string *s, uint8_t byte) {
    s->bytes = s->bytes << 8 | byte;
    return ++s->count == 4 ? lm_phash2_string_end(hash, s) : hash;
}

uint32_t lm_phash2_string_end(uint32_t hash, lm_phash2_string *s) {
    if (s->count > 0) hash = mix_word(hash, s->bytes, STRING);
    *s = (lm_phash2_string){0, 0};
    return hash;
}

// ---- binaries
// ----------------------------------------------------------------------------------------------------------

// Byte i of the bits that begin `shift` bits, 0 to 7, behind `bytes`.
static inline uint32_t byte_at(const uint8_t *bytes, size_t i, unsigned shift) {
    return shift == 0 ? bytes[i] : (uint8_t)(bytes[i] << shift | bytes[i + 1] >> (8 - shift));
}

static inline uint32_t word_at(const uint8_t *bytes, size_t i, unsigned shift) {
    return byte_at(bytes, i, shift) | byte_at(bytes, i + 1, shift) << 8 | byte_at(bytes, i + 2, shift) << 16 |
           byte_at(bytes, i + 3, shift) << 24;
}

// lookup2 as published, over bytes that may begin anywhere in a byte.
static inline uint32_t lookup2(const uint8_t *bytes, size_t length, unsigned shift, uint32_t initial) {
    state s = {golden_ratio, golden_ratio, initial};
    size_t i = 0;
    for (; length - i >= 12; i += 12) {
        s.a += word_at(bytes, i, shift);
        s.b += word_at(bytes, i + 4, shift);
        s.c += word_at(bytes, i + 8, shift);
        mix(&s);
    }
    s.c += (uint32_t)length; // the lowest byte of the last c
    for (unsigned k = 0; i + k < length; k++) {
        uint32_t byte = byte_at(bytes, i + k, shift);
        if (k < 4) s.a += byte << 8 * k;
        else if (k < 8) s.b += byte << 8 * (k - 4);
        else s.c += byte << 8 * (k - 7);
    }
    mix(&s);
    return s.c;
}

uint32_t lm_phash2_bits(uint32_t hash, const uint8_t *bytes, size_t bit_offset, size_t bit_count) {
    uint32_t initial = hash + BINARY * golden_ratio;
    if (bit_count == 0) return initial;
    bytes += bit_offset / 8;
    unsigned shift = (unsigned)(bit_offset % 8), last = (unsigned)(bit_count % 8);
    size_t whole = bit_count / 8;
    hash = shift == 0 ? lookup2(bytes, whole, 0, initial) : lookup2(bytes, whole, shift, initial);
    if (last == 0) return hash;
    // Only what belongs to the bits may be read: the byte behind may not exist.
    uint32_t bits = (uint32_t)bytes[whole] << 8 | (shift + last > 8 ? bytes[whole + 1] : 0);
    bits = (bits >> (16 - shift - last)) & ((1u << last) - 1);
    return mix_pair(hash, last, bits, LAST_BITS);
}

// ---- identities
// --------------------------------------------------------------------------------------------------------

uint32_t lm_phash2_pid(uint32_t hash, uint32_t id) { return mix_word(hash, id, PID); }

uint32_t lm_phash2_port(uint32_t hash, uint64_t id) { return mix_pair(hash, (uint32_t)id, (uint32_t)(id >> 32), PORT); }

uint32_t lm_phash2_reference(uint32_t hash, uint32_t first_word) { return mix_word(hash, first_word, REFERENCE); }

uint32_t lm_phash2_export(uint32_t hash, uint32_t module, uint32_t function, uint32_t arity) {
    return mix_word(mix_pair(hash, arity, module, FUN), function, FUNCTION_NAME);
}

uint32_t lm_phash2_fun(uint32_t hash, uint32_t module, uint32_t index, uint32_t uniq, uint32_t caught) {
    return mix_pair(mix_pair(hash, caught, module, FUN), index, uniq, FUN);
}
