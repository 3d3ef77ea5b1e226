// Building bit strings: what lumen_abi.h promises to compiled code.
//
// Bits are written into room of the builder itself while they are few, then into shared bytes (lm_refc). A bit string that
// grows by appending is a slice of shared bytes with room behind it: `used` says how far any term may see, and whoever
// moves it from the end of his own slice may write beyond. So an append writes only what is new, and the shorter bit
// strings before it stay what they were.
//
//     slice [base, 0, n]  --->  REFCBITS  --->  lm_refc: | n bits somebody sees | free ... |
//                                                        0                    used        size
//
// A builder belongs to a process (p->builder), lives as long as it, and holds nothing between two constructions.
#include "heap/lm_heap.h"
#include "lumen_atoms.h"
#include "memory/lm_memory.h"
#include "process/lm_proc.h"
#include "process/lm_runtime.h"
#include "term/lm_bignum.h"
#include "term/lm_bits.h"
#include "term/lm_error.h"
#include "term/lm_half.h"
#include "term/lm_utf8.h"

enum { FIRST_SHARED_BYTES = 256 };

// Where an append is under way, no other may begin.
#define CLAIMED UINT64_MAX

typedef struct builder {
  uint8_t *bytes;   // `few`, or those of `refc`
  uint64_t at;      // where the next bit goes
  uint64_t room;    // bits
  lm_refc *refc;
  lm_term base;     // appending: the REFCBITS that holds refc, or LM_NONE
  uint64_t start;   // appending: the first bit of the result
  uint64_t claimed; // appending in place: what `used` was
  bool growing;     // appending: leave room behind
  uint8_t few[LM_HEAP_BITS_MAX_BYTES + LM_REFC_SPARE];
} builder;

static builder *builder_of(lm_proc *p) {
  if (p->builder == NULL) p->builder = lm_new(sizeof(builder));
  return p->builder;
}

static void begin(builder *b) {
  b->bytes = b->few;
  b->at = 0;
  b->room = 8 * LM_HEAP_BITS_MAX_BYTES;
  b->refc = NULL;
  b->base = LM_NONE;
  b->start = 0;
  b->growing = false;
}

// Lets go of the bytes: of the claim on those that are another's, of the only count on others.
static void let_go(builder *b) {
  if (b->refc == NULL) return;
  if (b->base != LM_NONE) {
    atomic_store_explicit(&b->refc->used, b->claimed, memory_order_release);
  } else {
    lm_refc_release(b->refc);
  }
  b->refc = NULL;
}

static bool failed(lm_proc *p) {
  let_go(p->builder);
  return false;
}
static bool badarg(lm_proc *p) { return lm_badarg(p), failed(p); }
static bool too_large(lm_proc *p) { return lm_system_limit(p), failed(p); }

// Moves what is written to new bytes with room for `bits` in all. False: there is not so much memory.
static bool move(lm_proc *p, builder *b, uint64_t bits, bool with_spare) {
  size_t least = (size_t)((bits + 7) / 8), size = least;
  if (with_spare) size = size < FIRST_SHARED_BYTES / 2 ? FIRST_SHARED_BYTES : 2 * size;
  lm_refc *refc = lm_refc_try_new(lm_binaries_of(p), size);
  if (refc == NULL && with_spare) refc = lm_refc_try_new(lm_binaries_of(p), size = least);
  if (refc == NULL) return false;
  lm_bits_copy(refc->bytes, 0, b->bytes, b->start, b->at - b->start);
  let_go(b);
  b->at -= b->start;
  b->start = 0;
  b->base = LM_NONE;
  b->refc = refc;
  b->bytes = refc->bytes;
  b->room = 8 * (uint64_t)size;
  return true;
}

#define MAX_BITS ((uint64_t)1 << (sizeof(size_t) == 8 ? 56 : 33))

// Promises room for `bits` more, if need be in other bytes.
static bool grow(lm_proc *p, builder *b, uint64_t bits) {
  if (bits > MAX_BITS || b->at + bits > MAX_BITS) return too_large(p);
  return move(p, b, b->at - b->start + bits, true) || too_large(p);
}

static inline bool reserve(lm_proc *p, builder *b, uint64_t bits) {
  return b->room - b->at >= bits || grow(p, b, bits);
}

void lumen_bits_begin(lm_proc *p, uint64_t bits) {
  builder *b = builder_of(p);
  begin(b);
  if (bits > b->room && bits <= MAX_BITS) move(p, b, bits, false); // where that fails, the segment that needs it fails
}

// Takes the right to write behind the first `end` bits, all that anybody sees.
static bool claim(lm_refc *refc, uint64_t end) {
  // With one count there is nobody to race with: the object that holds it is in the heap of this process.
  if (atomic_load_explicit(&refc->count, memory_order_acquire) == 1) {
    if (atomic_load_explicit(&refc->used, memory_order_relaxed) != end) return false;
    atomic_store_explicit(&refc->used, CLAIMED, memory_order_relaxed);
    return true;
  }
  return atomic_compare_exchange_strong_explicit(&refc->used, &end, CLAIMED, memory_order_acquire, memory_order_relaxed);
}

static bool is_multiple(uint64_t size, uint64_t unit) {
  return unit == 1 || (unit == 8 ? (size & 7) == 0 : size % unit == 0);
}

bool lumen_bits_begin_append(lm_proc *p, lm_term first, uint64_t unit, uint64_t bits) {
  builder *b = builder_of(p);
  begin(b);
  if (!lm_is_bitstring(first)) return badarg(p);
  lm_bits view = lm_bits_of(first);
  if (!is_multiple(view.size, unit)) return badarg(p);
  uint64_t end = view.at + view.size;
  if (view.size + bits > b->room && lm_kind_of(first) == LM_KIND_SUBBITS) {
    lm_term base = lm_pointer(first)[1];
    if (lm_kind_of(base) == LM_KIND_REFCBITS) {
      lm_refc *refc = (lm_refc *)(uintptr_t)lm_pointer(base)[2];
      if (8 * (uint64_t)refc->size - end >= bits && claim(refc, end)) {
        b->refc = refc;
        b->base = base;
        b->bytes = refc->bytes;
        b->start = view.at;
        b->at = b->claimed = end;
        b->room = 8 * (uint64_t)refc->size;
        b->growing = true;
        return true;
      }
    }
  }
  if (view.size + bits > b->room) {
    if (bits > MAX_BITS || view.size + bits > MAX_BITS || !move(p, b, view.size + bits, true)) return too_large(p);
    b->growing = true;
  }
  lm_bits_copy(b->bytes, 0, view.bytes, view.at, view.size);
  b->at = view.size;
  return true;
}

lm_term lumen_bits_finish(lm_proc *p) {
  builder *b = p->builder;
  uint64_t size = b->at - b->start;
  if (b->base == LM_NONE && size <= 8 * LM_HEAP_BITS_MAX_BYTES) {
    uint8_t *to;
    lm_term t = lm_bits_new(p, size, &to);
    lm_bits_copy(to, 0, b->bytes, 0, size);
    let_go(b);
    return t;
  }
  lm_refc *refc = b->refc;
  b->refc = NULL;
  atomic_store_explicit(&refc->used, b->at, memory_order_release);
  if (!b->growing) return lm_refcbits(p, size, refc);
  lm_term base = b->base != LM_NONE ? b->base : lm_refcbits(p, 8 * (uint64_t)refc->size, refc);
  lm_term *object = lm_alloc(p, 4);
  object[0] = LM_HEADER(LM_KIND_SUBBITS, 0, 3);
  object[1] = base;
  object[2] = lm_small((int64_t)b->start);
  object[3] = lm_small((int64_t)size);
  return lm_boxed_at(object);
}

// ---- segments ---------------------------------------------------------------------------------------------------

// size * unit; false with the exception set.
static bool bits_of(lm_proc *p, lm_term size, uint64_t unit, uint64_t *bits) {
  if (!lm_is_small(size)) return lm_is_integer(size) && !lm_int_is_negative(size) ? too_large(p) : badarg(p);
  int64_t n = lm_small_value(size);
  if (n < 0) return badarg(p);
  if ((uint64_t)n > MAX_BITS / unit) return too_large(p);
  *bits = (uint64_t)n * unit;
  return true;
}

// The `bits` (1..56) low bits of `value`, in one store: what lies behind in the last bytes is nobody's yet.
static inline void put_word(builder *b, uint64_t value, uint64_t bits) {
  uint8_t *to = b->bytes + (b->at >> 3);
  unsigned skip = b->at & 7;
  uint64_t before = skip == 0 ? 0 : (uint64_t)*to >> (8 - skip) << (64 - skip);
  uint64_t word = __builtin_bswap64(before | value << (64 - bits) >> skip);
  memcpy(to, &word, sizeof word);
  b->at += bits;
}

static void put(builder *b, const uint8_t *from, uint64_t from_at, uint64_t bits) {
  lm_bits_copy(b->bytes, b->at, from, from_at, bits);
  b->at += bits;
}

// The `bits` low bits of the two's complement. False: there is not so much memory.
static bool put_integer(builder *b, lm_term value, uint64_t bits, bool little) {
  if (lm_is_small(value) && bits - 1 < 56) {
    uint64_t word = (uint64_t)lm_small_value(value);
    if (!little || bits <= 8) {
      put_word(b, word, bits);
      return true;
    }
    if (bits % 8 == 0) {
      put_word(b, __builtin_bswap64(word) >> (64 - bits), bits);
      return true;
    }
  }
  size_t count = (size_t)((bits + 7) / 8);
  uint8_t few[64], *bytes = count <= sizeof few ? few : lm_try_new(count);
  if (bytes == NULL) return false;
  lm_int_to_bytes(value, bytes, count);
  if (little) {
    // The last byte may be a part of one: its bits are the most significant of the number.
    if (bits % 8 != 0) bytes[count - 1] = (uint8_t)(bytes[count - 1] << (8 - bits % 8));
    put(b, bytes, 0, bits);
  } else {
    for (size_t i = 0, k = count - 1; i < k && count > 0; i++, k--) {
      uint8_t swap = bytes[i];
      bytes[i] = bytes[k];
      bytes[k] = swap;
    }
    put(b, bytes, 8 * (uint64_t)count - bits, bits);
  }
  if (bytes != few) lm_delete(bytes);
  return true;
}

bool lumen_bits_put_integer(lm_proc *p, lm_term value, lm_term size, uint64_t unit, uint64_t flags) {
  builder *b = p->builder;
  uint64_t bits = (uint64_t)lm_small_value(size) * unit;
  if (lm_are_small(value, size) && flags == 0 && (uint64_t)lm_small_value(size) <= 56 && bits - 1 < 56 &&
      b->room - b->at >= bits) {
    put_word(b, (uint64_t)lm_small_value(value), bits);
    return true;
  }
  if (!bits_of(p, size, unit, &bits)) return false; // in OTP, too, the size is looked at first
  if (!lm_is_integer(value)) return badarg(p);
  if (!reserve(p, b, bits)) return false;
  return bits == 0 || put_integer(b, value, bits, flags & LUMEN_BITS_LITTLE) || too_large(p);
}

bool lumen_bits_put_float(lm_proc *p, lm_term value, lm_term size, uint64_t unit, uint64_t flags) {
  builder *b = p->builder;
  uint64_t bits, word;
  double d;
  if (!bits_of(p, size, unit, &bits)) return false;
  if (lm_is_float(value)) {
    d = lm_float_value(value);
  } else if (!lm_is_integer(value) || !lm_int_to_double(value, &d)) {
    return badarg(p);
  }
  // What is too large for the narrow formats becomes infinite, as in OTP 25.
  if (bits == 64) {
    memcpy(&word, &d, sizeof word);
  } else if (bits == 32) {
    float f = (float)d;
    uint32_t half;
    memcpy(&half, &f, sizeof half);
    word = half;
  } else if (bits == 16) {
    word = lm_half_from_double(d);
  } else {
    return badarg(p);
  }
  if (!reserve(p, b, bits)) return false;
  if (flags & LUMEN_BITS_LITTLE) word = __builtin_bswap64(word) >> (64 - bits);
  if (bits == 64) {
    put_word(b, word >> 32, 32);
    put_word(b, word & 0xFFFFFFFF, 32);
  } else {
    put_word(b, word, bits);
  }
  return true;
}

bool lumen_bits_put_slice(lm_proc *p, lm_term value, lm_term size, uint64_t unit) {
  builder *b = p->builder;
  if (!lm_is_bitstring(value)) return badarg(p);
  lm_bits view = lm_bits_of(value);
  uint64_t bits = view.size;
  if (size == LM_NONE) {
    if (!is_multiple(bits, unit)) return badarg(p);
  } else {
    if (!bits_of(p, size, unit, &bits)) return false;
    if (bits > view.size) return badarg(p);
  }
  if (!reserve(p, b, bits)) return false;
  put(b, view.bytes, view.at, bits);
  return true;
}

static bool code_point(lm_term value) { return lm_is_small(value) && lm_is_code_point(lm_small_value(value)); }

bool lumen_bits_put_utf8(lm_proc *p, lm_term value) {
  if (!code_point(value)) return badarg(p);
  uint8_t bytes[4];
  unsigned n = lm_utf8_put(bytes, (uint32_t)lm_small_value(value));
  return lumen_bits_put_bytes(p, bytes, 8 * n);
}

bool lumen_bits_put_utf16(lm_proc *p, lm_term value, uint64_t flags) {
  if (!code_point(value)) return badarg(p);
  uint32_t c = (uint32_t)lm_small_value(value), units[2] = {c, 0};
  unsigned n = 1;
  if (c >= 0x10000) {
    n = 2;
    units[0] = 0xD800 | (c - 0x10000) >> 10;
    units[1] = 0xDC00 | (c & 0x3FF);
  }
  uint8_t bytes[4];
  for (unsigned i = 0; i < 2 * n; i++) {
    bool high = (i & 1) == 0;
    if (flags & LUMEN_BITS_LITTLE) high = !high;
    bytes[i] = (uint8_t)(high ? units[i / 2] >> 8 : units[i / 2]);
  }
  return lumen_bits_put_bytes(p, bytes, 16 * n);
}

bool lumen_bits_put_utf32(lm_proc *p, lm_term value, uint64_t flags) {
  if (!code_point(value)) return badarg(p);
  builder *b = p->builder;
  return reserve(p, b, 32) && put_integer(b, value, 32, flags & LUMEN_BITS_LITTLE);
}

bool lumen_bits_put_bytes(lm_proc *p, const uint8_t *bytes, uint64_t bits) {
  builder *b = p->builder;
  if (!reserve(p, b, bits)) return false;
  put(b, bytes, 0, bits);
  return true;
}
