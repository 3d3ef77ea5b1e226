// lm_phash2.h: the arithmetic of erlang:phash2, bit for bit as OTP 25: everything of it that doesn't look into terms.
//
// Pure functions, any thread. The mixing is Bob Jenkins' ("A hash function for hash table lookup", Dr. Dobb's Journal,
// September 1997, known as lookup2). What OTP hashes of each kind of term, in which order, was found by comparing with
// erl: lm_phash2_test.c walks thousands of terms in the external format this way and knows OTP's answers.
//
// HOW TO WALK A TERM
//
// There is one running hash of 32 bits, 0 at first. Each term changes it, depth first, left to right, with no trace of
// where a term ends; so one explicit stack of terms still to hash is enough. phash2(T) is the hash & LM_PHASH2_MASK;
// phash2(T, Range) is hash % Range (all 32 bits of it for Range = 2^32).
//
//   integer         lm_phash2_small or, alike where both apply, lm_phash2_big: the border between small and big in the
//                   runtime makes no difference
//   float           lm_phash2_float; -0.0 as 0.0
//   atom            lm_phash2_atom of its text's lm_phash2_text, which may be kept with the atom
//   []              lm_phash2_nil
//   tuple           lm_phash2_tuple(arity), then the elements
//   list            Let `bytes` be its longest prefix of integers 0..255. Hash these with lm_phash2_string_byte, then
//                   once lm_phash2_string_end. Then, if an element is left: that element, then the tail after it as a
//                   term of its own (which may begin with bytes again). If none is left: the last tail, [] or not.
//   binary, bits    lm_phash2_bits
//   map             lm_phash2_map(size); nothing more for the empty one. Else set the hash aside, and for each pair in
//                   any order: start from 0, hash key, then value; xor the results of all pairs into one word. Then
//                   lm_phash2_map_end with the hash that was set aside and that word.
//   pid, port, ref  lm_phash2_pid, _port, _reference of their numbers; the node is not hashed
//   native record   lm_phash2_record, then the values
//   fun M:F/A       lm_phash2_export
//   other fun       lm_phash2_fun, then the values it has caught, first to last
//
// Note that "hash == 0" means something: an atom or [] that comes first is not mixed.

#ifndef LM_PHASH2_H
#define LM_PHASH2_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define LM_PHASH2_MASK 0x7ffffffu

// ---- mixing: inline, because a walk over an ordinary term does little else

// Each kind of term is mixed in with its own multiple of the golden ratio's 32 bits.
enum {
    LM_PHASH2_INTEGER = 1,
    LM_PHASH2_FUN = 1,
    LM_PHASH2_NIL = 2,
    LM_PHASH2_ATOM = 3,
    LM_PHASH2_STRING = 4,
    LM_PHASH2_PID = 5,
    LM_PHASH2_PORT = 6,
    LM_PHASH2_REFERENCE = 7,
    LM_PHASH2_TUPLE = 9,
    LM_PHASH2_NEGATIVE = 10,
    LM_PHASH2_POSITIVE = 11,
    LM_PHASH2_FLOAT = 12,
    LM_PHASH2_BINARY = 13,
    LM_PHASH2_FUNCTION_NAME = 14,
    LM_PHASH2_LAST_BITS = 15,
    LM_PHASH2_MAP = 16,
    LM_PHASH2_MAP_PAIRS = 19,
    LM_PHASH2_RECORD = 23
};

#define LM_PHASH2_GOLDEN_RATIO UINT32_C(0x9e3779b9)

typedef struct {
    uint32_t a, b, c;
} lm_phash2_state;

// Jenkins' mix of lookup2: every bit of a, b and c comes to matter to every bit of c.
static inline void lm_phash2_mix(lm_phash2_state *s) {
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
    *s = (lm_phash2_state){a, b, c};
}

static inline uint32_t lm_phash2_pair(uint32_t hash, uint32_t x, uint32_t y, uint32_t kind) {
    lm_phash2_state s = {kind * LM_PHASH2_GOLDEN_RATIO + x, kind * LM_PHASH2_GOLDEN_RATIO + y, hash};
    lm_phash2_mix(&s);
    return s.c;
}

static inline uint32_t lm_phash2_word(uint32_t hash, uint32_t x, uint32_t kind) { return lm_phash2_pair(hash, x, 0, kind); }

// ---- what is done with each kind of term: takes the hash so far and returns the next one

// -2^27 up to 2^27 - 1 have a way of their own, all other integers go by their magnitude.
uint32_t lm_phash2_big(uint32_t hash, const uint64_t *limbs, size_t count, bool negative);
uint32_t lm_phash2_large(uint32_t hash, int64_t value); // a big one of one word

static inline uint32_t lm_phash2_small(uint32_t hash, int64_t value) {
    const int64_t limit = INT64_C(1) << 27;
    if (value < -limit || value >= limit) return lm_phash2_large(hash, value);
    if (value < 0) hash = lm_phash2_word(hash, (uint32_t)-value, LM_PHASH2_INTEGER); // and once more below
    return lm_phash2_word(hash, (uint32_t)value, LM_PHASH2_INTEGER);
}

// The hash of an atom's text in UTF-8, which phash2 uses for the atom.
uint32_t lm_phash2_text(const uint8_t *utf8, size_t length);

static inline uint32_t lm_phash2_atom(uint32_t hash, uint32_t text) {
    return hash == 0 ? text : lm_phash2_word(hash, text, LM_PHASH2_ATOM);
}

static inline uint32_t lm_phash2_nil(uint32_t hash) {
    return hash == 0 ? UINT32_C(3468870702) : lm_phash2_word(hash, 2, LM_PHASH2_NIL);
}

static inline uint32_t lm_phash2_tuple(uint32_t hash, uint32_t arity) { return lm_phash2_word(hash, arity, LM_PHASH2_TUPLE); }

uint32_t lm_phash2_float(uint32_t hash, double value);

// `definition`: what phash2 makes of {Module, Name, IsExported, Field1, …}, all 32 bits of it.
uint32_t lm_phash2_record(uint32_t hash, uint32_t size, uint32_t definition);

static inline uint32_t lm_phash2_map(uint32_t hash, uint32_t size) { return lm_phash2_word(hash, size, LM_PHASH2_MAP); }

static inline uint32_t lm_phash2_map_end(uint32_t hash, uint32_t xor_of_pairs) {
    return lm_phash2_word(hash, xor_of_pairs, LM_PHASH2_MAP_PAIRS);
}

// `bit_count` bits that begin `bit_offset` bits behind `bytes`, most significant bit of a byte first.
uint32_t lm_phash2_bits(uint32_t hash, const uint8_t *bytes, size_t bit_offset, size_t bit_count);

// The bytes at the head of a list, up to four together. Begin with {0, 0}.
typedef struct {
    uint32_t bytes;
    uint32_t count;
} lm_phash2_string;

static inline uint32_t lm_phash2_string_end(uint32_t hash, lm_phash2_string *s) {
    if (s->count > 0) hash = lm_phash2_word(hash, s->bytes, LM_PHASH2_STRING);
    *s = (lm_phash2_string){0, 0};
    return hash;
}

static inline uint32_t lm_phash2_string_byte(uint32_t hash, lm_phash2_string *s, uint8_t byte) {
    s->bytes = s->bytes << 8 | byte;
    return ++s->count == 4 ? lm_phash2_string_end(hash, s) : hash;
}

// The numbers as the external term format writes them: ID of a pid, all of a port's, the first word of a reference's ID.
static inline uint32_t lm_phash2_pid(uint32_t hash, uint32_t id) { return lm_phash2_word(hash, id, LM_PHASH2_PID); }

static inline uint32_t lm_phash2_port(uint32_t hash, uint64_t id) {
    return lm_phash2_pair(hash, (uint32_t)id, (uint32_t)(id >> 32), LM_PHASH2_PORT);
}

static inline uint32_t lm_phash2_reference(uint32_t hash, uint32_t first_word) {
    return lm_phash2_word(hash, first_word, LM_PHASH2_REFERENCE);
}

// Atoms by their lm_phash2_text. `index` and `uniq` are those of the fun in its module.
uint32_t lm_phash2_export(uint32_t hash, uint32_t module, uint32_t function, uint32_t arity);
uint32_t lm_phash2_fun(uint32_t hash, uint32_t module, uint32_t index, uint32_t uniq, uint32_t caught);

#endif
