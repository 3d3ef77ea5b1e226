// Matching bit strings: what lumen_abi.h promises to compiled code. It has checked that the bits are there.
#include <math.h>

#include "heap/lm_heap.h"
#include "memory/lm_memory.h"
#include "term/lm_bignum.h"
#include "term/lm_bits.h"
#include "term/lm_half.h"
#include "term/lm_utf8.h"

uint64_t lumen_bits_size(lm_term t) { return lm_bits_of(t).size; }

// ---- integers ---------------------------------------------------------------------------------------------------

// `count` (1..64) bits as a number, the first bit the most significant.
static uint64_t load(const uint8_t *bytes, uint64_t at, unsigned count) {
  const uint8_t *from = bytes + (at >> 3);
  unsigned skip = at & 7, needed = (skip + count + 7) / 8;
  if (needed == 8) return lm_bits_word(from) << skip >> (64 - count);
  uint64_t n = 0;
  for (unsigned i = 0; i < needed && i < 8; i++) n = n << 8 | from[i];
  if (needed <= 8) {
    n >>= 8 * needed - skip - count;
  } else {
    unsigned in_last = skip + count - 64; // of the ninth byte
    n = n << in_last | from[8] >> (8 - in_last);
  }
  return count == 64 ? n : n & (((uint64_t)1 << count) - 1);
}

// The same with the least significant byte first; the bits of a last partial byte are the most significant ones.
static uint64_t load_little(const uint8_t *bytes, uint64_t at, unsigned count) {
  uint64_t n = 0;
  for (unsigned done = 0; done < count; done += 8) {
    unsigned few = count - done < 8 ? count - done : 8;
    n |= (uint64_t)lm_bits_few(bytes, at + done, few) << done;
  }
  return n;
}

static lm_term large_integer(lm_proc *p, const lm_bits *b, uint64_t at, uint64_t bits, uint64_t flags) {
  size_t count = (size_t)((bits + 63) / 64);
  lm_limb few[16], *limbs = count <= 16 ? few : lm_new(count * sizeof(lm_limb));
  for (size_t i = 0; i < count; i++) {
    uint64_t done = (uint64_t)i * 64, rest = bits - done;
    unsigned n = rest < 64 ? (unsigned)rest : 64;
    limbs[i] = flags & LUMEN_BITS_LITTLE ? load_little(b->bytes, at + done, n)
                                         : load(b->bytes, at + bits - done - n, n);
  }
  unsigned in_top = (bits - 1) % 64;
  bool negative = (flags & LUMEN_BITS_SIGNED) && (limbs[count - 1] >> in_top & 1);
  if (negative) {
    if (in_top < 63) limbs[count - 1] |= ~(uint64_t)0 << in_top;
    lm_limb carry = 1;
    for (size_t i = 0; i < count; i++) {
      limbs[i] = ~limbs[i] + carry;
      carry = carry && limbs[i] == 0;
    }
  }
  lm_term t = lm_int_from_limbs(p, limbs, count, negative);
  if (limbs != few) lm_delete(limbs);
  return t;
}

// Any but the commonest: see lumen_bits_get_integer.
static lm_term any_integer(lm_proc *p, const lm_bits *b, uint64_t at, uint64_t bits, uint64_t flags) {
  if (bits == 0) return lm_small(0);
  if (bits > 64) return large_integer(p, b, at, bits, flags);
  unsigned n = (unsigned)bits;
  uint64_t value = flags & LUMEN_BITS_LITTLE ? load_little(b->bytes, at, n) : load(b->bytes, at, n);
  if (flags & LUMEN_BITS_SIGNED) return lm_integer(p, (int64_t)(value << (64 - n)) >> (64 - n));
  return lm_unsigned(p, value);
}

lm_term lumen_bits_get_integer(lm_proc *p, lm_term base, uint64_t at, uint64_t bits, uint64_t flags) {
  lm_bits b = lm_bits_of(base);
  at += b.at;
  if (flags == 0) {
    const uint8_t *from = b.bytes + (at >> 3);
    unsigned skip = at & 7;
    if (bits == 8 && skip == 0) return lm_small(*from);
    // A word that lies in the bit string, or at least in the bytes that its last bit is in.
    bool inside = (at & ~(uint64_t)7) + 64 <= ((b.at + b.size + 7) & ~(uint64_t)7);
    if (inside && bits - 1 < 56) return lm_small((int64_t)(lm_bits_word(from) << skip >> (64 - bits)));
  }
  return any_integer(p, &b, at, bits, flags);
}

lm_term lumen_bits_get_float(lm_proc *p, lm_term base, uint64_t at, uint64_t bits, uint64_t flags) {
  if (bits == 0) return lm_float(p, 0); // can be matched, though not built
  if (bits != 16 && bits != 32 && bits != 64) return LM_NONE;
  lm_bits b = lm_bits_of(base);
  unsigned n = (unsigned)bits;
  uint64_t word = flags & LUMEN_BITS_LITTLE ? load_little(b.bytes, b.at + at, n) : load(b.bytes, b.at + at, n);
  double d;
  if (n == 16) {
    if (!lm_half_to_double((uint16_t)word, &d)) return LM_NONE;
  } else if (n == 32) {
    uint32_t half = (uint32_t)word;
    float f;
    memcpy(&f, &half, sizeof f);
    d = f;
  } else {
    memcpy(&d, &word, sizeof d);
  }
  return isfinite(d) ? lm_float(p, d) : LM_NONE;
}

// ---- slices, text, literals ---------------------------------------------------------------------------------------

lm_term lumen_bits_get_slice(lm_proc *p, lm_term base, uint64_t at, uint64_t bits) {
  return lm_bits_slice(p, base, at, bits);
}

lm_term lumen_bits_get_utf8(lm_proc *p, lm_term base, uint64_t at) {
  (void)p;
  lm_bits b = lm_bits_of(base);
  uint8_t bytes[4];
  unsigned n = 0, used;
  for (; n < 4 && at + 8 <= b.size; n++, at += 8) bytes[n] = (uint8_t)lm_bits_few(b.bytes, b.at + at, 8);
  int32_t c = lm_utf8_get(bytes, n, &used);
  return c < 0 ? LM_NONE : lm_small(c);
}

static uint32_t unit(const lm_bits *b, uint64_t at, unsigned bits, uint64_t flags) {
  return (uint32_t)(flags & LUMEN_BITS_LITTLE ? load_little(b->bytes, b->at + at, bits) : load(b->bytes, b->at + at, bits));
}

lm_term lumen_bits_get_utf16(lm_proc *p, lm_term base, uint64_t at, uint64_t flags) {
  (void)p;
  lm_bits b = lm_bits_of(base);
  if (at + 16 > b.size) return LM_NONE;
  uint32_t first = unit(&b, at, 16, flags);
  if (first < 0xD800 || first > 0xDFFF) return lm_small(first);
  if (first > 0xDBFF || at + 32 > b.size) return LM_NONE;
  uint32_t second = unit(&b, at + 16, 16, flags);
  if (second < 0xDC00 || second > 0xDFFF) return LM_NONE;
  return lm_small(0x10000 + ((first & 0x3FF) << 10 | (second & 0x3FF)));
}

lm_term lumen_bits_get_utf32(lm_proc *p, lm_term base, uint64_t at, uint64_t flags) {
  (void)p;
  lm_bits b = lm_bits_of(base);
  if (at + 32 > b.size) return LM_NONE;
  uint32_t c = unit(&b, at, 32, flags);
  return lm_is_code_point(c) ? lm_small(c) : LM_NONE;
}

bool lumen_bits_equal(lm_term base, uint64_t at, const uint8_t *bytes, uint64_t bits) {
  lm_bits b = lm_bits_of(base);
  lm_bits here = {b.bytes, b.at + at, bits}, literal = {bytes, 0, bits};
  return lm_bits_same(&here, &literal);
}
