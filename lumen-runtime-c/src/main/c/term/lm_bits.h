// lm_bits.h: the bits behind a bit string term, whatever its kind, and moving bits about.
//
// Bit 0 of a bit string is the most significant bit of its first byte. A view is valid as long as the term is.
// Who may touch it: any thread that may look at the term. Nothing here allocates unless it takes a process.
#ifndef LM_BITS_H
#define LM_BITS_H

#include <string.h>

#include "lumen_abi.h"
#include "memory/lm_refc.h"

// Bit strings up to this many bytes lie in the heap, larger ones are shared (LM_KIND_REFCBITS).
#define LM_HEAP_BITS_MAX_BYTES 64

typedef struct lm_bits {
  const uint8_t *bytes;
  uint64_t at;   // first bit
  uint64_t size; // bits
} lm_bits;

static inline bool lm_is_bitstring(lm_term t) {
  if (!lm_is_boxed(t)) return false;
  unsigned kind = lm_kind_of(t);
  return kind == LM_KIND_HEAPBITS || kind == LM_KIND_REFCBITS || kind == LM_KIND_SUBBITS;
}

// `t` is a bit string.
static inline lm_bits lm_bits_of(lm_term t) {
  const lm_term *object = lm_pointer(t);
  lm_bits view = {NULL, 0, 0};
  bool slice = lm_header_kind(object[0]) == LM_KIND_SUBBITS;
  if (slice) {
    view.at = (uint64_t)lm_small_value(object[2]);
    view.size = (uint64_t)lm_small_value(object[3]);
    object = lm_pointer(object[1]);
  }
  if (lm_header_kind(object[0]) == LM_KIND_HEAPBITS) {
    view.bytes = (const uint8_t *)(object + 2);
  } else {
    view.bytes = ((const lm_refc *)(uintptr_t)object[2])->bytes;
  }
  if (!slice) view.size = object[1];
  return view;
}

static inline bool lm_is_binary(lm_term t) { return lm_is_bitstring(t) && lm_bits_of(t).size % 8 == 0; }

// `count` (0..8) bits from bit `at` on, in the low bits of the answer.
static inline unsigned lm_bits_few(const uint8_t *bytes, uint64_t at, unsigned count) {
  if (count == 0) return 0;
  unsigned skip = at & 7, word = (unsigned)bytes[at >> 3] << 8;
  if (skip + count > 8) word |= bytes[(at >> 3) + 1];
  return (word >> (16 - skip - count)) & ((1u << count) - 1);
}

// 8 bytes as a number, the first one the most significant.
static inline uint64_t lm_bits_word(const uint8_t *from) {
  uint64_t word;
  memcpy(&word, from, sizeof word);
  return __builtin_bswap64(word); // both targets are little-endian
}

// Byte number `index` of a view, whatever its alignment; the byte lies in the view.
static inline uint8_t lm_bits_byte(const lm_bits *b, uint64_t index) {
  return (uint8_t)lm_bits_few(b->bytes, b->at + 8 * index, 8);
}

// Copies `count` bits; the other bits of the bytes that the target begins and ends in stay. No overlap.
void lm_bits_copy(uint8_t *to, uint64_t to_at, const uint8_t *from, uint64_t from_at, uint64_t count);

// <0, 0, >0: bit by bit, then the shorter first.
int lm_bits_compare(const lm_bits *a, const lm_bits *b);
bool lm_bits_same(const lm_bits *a, const lm_bits *b);

// The bytes of a binary one after the other: in place when they are aligned, else a copy in `*copy`, which the caller
// hands to lm_delete (NULL when there is none). `b->size` is a multiple of 8.
const uint8_t *lm_bits_aligned(const lm_bits *b, uint8_t **copy);

// ---- terms from bits: all allocate ------------------------------------------------------------------------------

// A new bit string of `bits` bits, not initialised (except the padding): *bytes is where to write them, at once.
lm_term lm_bits_new(lm_proc *p, uint64_t bits, uint8_t **bytes);
// The same, where a program said how many: LM_NONE and system_limit when there is not so much memory.
lm_term lm_bits_try_new(lm_proc *p, uint64_t bits, uint8_t **bytes);
// A copy of the bytes.
lm_term lm_binary(lm_proc *p, const void *bytes, size_t length);
// `bits` bits of `base` from bit `at` on: a slice without copying, or a copy when the base is small enough.
lm_term lm_bits_slice(lm_proc *p, lm_term base, uint64_t at, uint64_t bits);

#endif
