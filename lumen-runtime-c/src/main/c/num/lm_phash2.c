// lm_phash2.c: see lm_phash2.h.

#include "num/lm_phash2.h"

#include "work/lm_work.h"

// ---- numbers, atoms, nil --------------------------------------------------------------------------------------------

uint32_t lm_phash2_big(uint32_t hash, const uint64_t *limbs, size_t count, bool negative) {
    uint32_t sign = negative ? LM_PHASH2_NEGATIVE : LM_PHASH2_POSITIVE;
    for (size_t i = 0; i < count; i++)
        hash = lm_phash2_pair(hash, (uint32_t)limbs[i], (uint32_t)(limbs[i] >> 32), sign);
    return hash;
}

uint32_t lm_phash2_large(uint32_t hash, int64_t value) {
    uint64_t magnitude = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    return lm_phash2_big(hash, &magnitude, 1, value < 0);
}

uint32_t lm_phash2_float(uint32_t hash, double value) {
    union {
        double value;
        uint64_t bits;
    } u = {.value = value == 0 ? 0.0 : value};
    return lm_phash2_pair(hash, (uint32_t)(u.bits >> 32), (uint32_t)u.bits, LM_PHASH2_FLOAT);
}

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

// ---- compound terms -------------------------------------------------------------------------------------------------

uint32_t lm_phash2_record(uint32_t hash, uint32_t size, uint32_t definition) {
    return lm_phash2_pair(hash, size, definition, LM_PHASH2_RECORD);
}

// ---- binaries -------------------------------------------------------------------------------------------------------

// Byte i of the bits that begin `shift` bits, 0 to 7, behind `bytes`.
static inline uint32_t byte_at(const uint8_t *bytes, size_t i, unsigned shift) {
    return shift == 0 ? bytes[i] : (uint8_t)(bytes[i] << shift | bytes[i + 1] >> (8 - shift));
}

static inline uint32_t word_at(const uint8_t *bytes, size_t i, unsigned shift) {
    return byte_at(bytes, i, shift) | byte_at(bytes, i + 1, shift) << 8 | byte_at(bytes, i + 2, shift) << 16 |
           byte_at(bytes, i + 3, shift) << 24;
}

enum { BYTES_OF_A_REDUCTION = 8 };

// lookup2 as published, over bytes that may begin anywhere in a byte.
static inline uint32_t lookup2(const uint8_t *bytes, size_t length, unsigned shift, uint32_t initial) {
    lm_phash2_state s = {LM_PHASH2_GOLDEN_RATIO, LM_PHASH2_GOLDEN_RATIO, initial};
    size_t i = 0;
    uint64_t unpaid = 0;
    for (; length - i >= 12; i += 12) {
        lm_steps(&unpaid, 12, BYTES_OF_A_REDUCTION);
        s.a += word_at(bytes, i, shift);
        s.b += word_at(bytes, i + 4, shift);
        s.c += word_at(bytes, i + 8, shift);
        lm_phash2_mix(&s);
    }
    s.c += (uint32_t)length; // the lowest byte of the last c
    for (unsigned k = 0; i + k < length; k++) {
        uint32_t byte = byte_at(bytes, i + k, shift);
        if (k < 4) s.a += byte << 8 * k;
        else if (k < 8) s.b += byte << 8 * (k - 4);
        else s.c += byte << 8 * (k - 7);
    }
    lm_phash2_mix(&s);
    return s.c;
}

uint32_t lm_phash2_bits(uint32_t hash, const uint8_t *bytes, size_t bit_offset, size_t bit_count) {
    uint32_t initial = hash + LM_PHASH2_BINARY * LM_PHASH2_GOLDEN_RATIO;
    if (bit_count == 0) return initial;
    bytes += bit_offset / 8;
    unsigned shift = (unsigned)(bit_offset % 8), last = (unsigned)(bit_count % 8);
    size_t whole = bit_count / 8;
    hash = shift == 0 ? lookup2(bytes, whole, 0, initial) : lookup2(bytes, whole, shift, initial);
    if (last == 0) return hash;
    // Only what belongs to the bits may be read: the byte behind may not exist.
    uint32_t bits = (uint32_t)bytes[whole] << 8 | (shift + last > 8 ? bytes[whole + 1] : 0);
    bits = (bits >> (16 - shift - last)) & ((1u << last) - 1);
    return lm_phash2_pair(hash, last, bits, LM_PHASH2_LAST_BITS);
}

// ---- funs ------------------------------------------------------------------------------------------------------------

uint32_t lm_phash2_export(uint32_t hash, uint32_t module, uint32_t function, uint32_t arity) {
    return lm_phash2_word(lm_phash2_pair(hash, arity, module, LM_PHASH2_FUN), function, LM_PHASH2_FUNCTION_NAME);
}

uint32_t lm_phash2_fun(uint32_t hash, uint32_t module, uint32_t index, uint32_t uniq, uint32_t caught) {
    return lm_phash2_pair(lm_phash2_pair(hash, caught, module, LM_PHASH2_FUN), index, uniq, LM_PHASH2_FUN);
}
