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

// Each takes the hash so far and returns the next one.

uint32_t lm_phash2_small(uint32_t hash, int64_t value);
uint32_t lm_phash2_big(uint32_t hash, const uint64_t *limbs, size_t count, bool negative);
uint32_t lm_phash2_float(uint32_t hash, double value);
uint32_t lm_phash2_atom(uint32_t hash, uint32_t text);
uint32_t lm_phash2_nil(uint32_t hash);
uint32_t lm_phash2_tuple(uint32_t hash, uint32_t arity);

// `definition`: what phash2 makes of {Module, Name, IsExported, Field1, …}, all 32 bits of it.
uint32_t lm_phash2_record(uint32_t hash, uint32_t size, uint32_t definition);

uint32_t lm_phash2_map(uint32_t hash, uint32_t size);
uint32_t lm_phash2_map_end(uint32_t hash, uint32_t xor_of_pairs);

// `bit_count` bits that begin `bit_offset` bits behind `bytes`, most significant bit of a byte first.
uint32_t lm_phash2_bits(uint32_t hash, const uint8_t *bytes, size_t bit_offset, size_t bit_count);

// The hash of an atom's text in UTF-8, which phash2 uses for the atom.
uint32_t lm_phash2_text(const uint8_t *utf8, size_t length);

// The bytes at the head of a list, up to four together. Begin with {0, 0}.
typedef struct {
    uint32_t bytes;
    uint32_t count;
} lm_phash2_string;

uint32_t lm_phash2_string_byte(uint32_t hash, lm_phash2_string *s, uint8_t byte);
uint32_t lm_phash2_string_end(uint32_t hash, lm_phash2_string *s);

// The numbers as the external term format writes them: ID of a pid, all of a port's, the first word of a reference's
// ID.
uint32_t lm_phash2_pid(uint32_t hash, uint32_t id);
uint32_t lm_phash2_port(uint32_t hash, uint64_t id);
uint32_t lm_phash2_reference(uint32_t hash, uint32_t first_word);

// Atoms by their lm_phash2_text. `index` and `uniq` are those of the fun in its module.
uint32_t lm_phash2_export(uint32_t hash, uint32_t module, uint32_t function, uint32_t arity);
uint32_t lm_phash2_fun(uint32_t hash, uint32_t module, uint32_t index, uint32_t uniq, uint32_t caught);

#endif
