// Moving, comparing and slicing bits: see lm_bits.h.
#include "term/lm_bits.h"

#include "heap/lm_heap.h"
#include "memory/lm_memory.h"
#include "process/lm_proc.h"
#include "process/lm_runtime.h"
#include "term/lm_error.h"
#include "work/lm_work.h"

static void put_few(uint8_t *to, uint64_t at, unsigned count, unsigned value) {
  // One or two bytes: `count` is at most 8.
  while (count > 0) {
    unsigned room = 8 - (at & 7), n = count < room ? count : room;
    unsigned shift = room - n, mask = ((1u << n) - 1) << shift;
    uint8_t *byte = to + (at >> 3);
    *byte = (uint8_t)((*byte & ~mask) | (((value >> (count - n)) << shift) & mask));
    at += n;
    count -= n;
  }
}

enum { BYTES_OF_A_REDUCTION = 8 };

void lm_bits_copy(uint8_t *to, uint64_t to_at, const uint8_t *from, uint64_t from_at, uint64_t count) {
  if (count == 0) return;
  if (to_at & 7) {
    unsigned head = 8 - (to_at & 7);
    if (head > count) head = (unsigned)count;
    put_few(to, to_at, head, lm_bits_few(from, from_at, head));
    to_at += head;
    from_at += head;
    count -= head;
  }
  uint8_t *target = to + (to_at >> 3);
  const uint8_t *source = from + (from_at >> 3);
  uint64_t bytes = count >> 3;
  unsigned skip = from_at & 7;
  if (skip == 0) {
    lm_copy_bytes(target, source, bytes);
  } else {
    uint64_t unpaid = 0;
    for (uint64_t i = 0; i < bytes; i++) {
      target[i] = (uint8_t)(source[i] << skip | source[i + 1] >> (8 - skip));
      lm_steps(&unpaid, 1, BYTES_OF_A_REDUCTION);
    }
  }
  unsigned tail = count & 7;
  if (tail) put_few(target + bytes, 0, tail, lm_bits_few(source + bytes, skip, tail));
}

int lm_bits_compare(const lm_bits *a, const lm_bits *b) {
  uint64_t common = a->size < b->size ? a->size : b->size, bytes = common >> 3;
  if (((a->at | b->at) & 7) == 0) {
    int order = memcmp(a->bytes + (a->at >> 3), b->bytes + (b->at >> 3), bytes);
    if (order != 0) return order;
  } else {
    for (uint64_t i = 0; i < bytes; i++) {
      int order = (int)lm_bits_byte(a, i) - (int)lm_bits_byte(b, i);
      if (order != 0) return order;
    }
  }
  unsigned rest = common & 7;
  int order = (int)lm_bits_few(a->bytes, a->at + 8 * bytes, rest) - (int)lm_bits_few(b->bytes, b->at + 8 * bytes, rest);
  if (order != 0) return order;
  return (a->size > b->size) - (a->size < b->size);
}

bool lm_bits_same(const lm_bits *a, const lm_bits *b) { return a->size == b->size && lm_bits_compare(a, b) == 0; }

const uint8_t *lm_bits_aligned(const lm_bits *b, uint8_t **copy) {
  *copy = NULL;
  if ((b->at & 7) == 0) return b->bytes + (b->at >> 3);
  *copy = lm_new((b->size + 7) / 8 + 1);
  lm_bits_copy(*copy, 0, b->bytes, b->at, b->size);
  return *copy;
}

lm_term lm_bits_new(lm_proc *p, uint64_t bits, uint8_t **bytes) {
  lm_term t = lm_bits_try_new(p, bits, bytes);
  if (t == LM_NONE) lm_out_of_memory();
  return t;
}

lm_term lm_bits_try_new(lm_proc *p, uint64_t bits, uint8_t **bytes) {
  if (bits / 8 >= SIZE_MAX / 2) return lm_system_limit(p);
  size_t length = (size_t)((bits + 7) / 8);
  if (length > LM_HEAP_BITS_MAX_BYTES) {
    lm_refc *refc = lm_refc_try_new(lm_binaries_of(p), length);
    if (refc == NULL) return lm_system_limit(p);
    refc->used = bits;
    refc->bytes[length - 1] = 0;
    *bytes = refc->bytes;
    return lm_refcbits(p, bits, refc);
  }
  size_t words = (length + 7) / 8;
  lm_term *object = lm_alloc(p, 2 + words);
  object[0] = LM_HEADER(LM_KIND_HEAPBITS, 0, 1 + words);
  object[1] = bits;
  if (words > 0) object[1 + words] = 0;
  *bytes = (uint8_t *)(object + 2);
  return lm_boxed_at(object);
}

lm_term lm_binary(lm_proc *p, const void *bytes, size_t length) {
  uint8_t *to;
  lm_term t = lm_bits_new(p, (uint64_t)length * 8, &to);
  if (length > 0) lm_copy_bytes(to, bytes, length);
  return t;
}

// A slice costs 4 words and keeps its base alive; up to this many bits a copy costs no more.
enum { COPY_BITS = 128 };

static lm_term short_slice(lm_proc *p, lm_term base, uint64_t at, uint64_t bits) {
  lm_bits view = lm_bits_of(base);
  if (at == 0 && bits == view.size) return base;
  uint8_t *to;
  lm_term t = lm_bits_new(p, bits, &to);
  lm_bits_copy(to, 0, view.bytes, view.at + at, bits);
  return t;
}

lm_term lm_bits_slice(lm_proc *p, lm_term base, uint64_t at, uint64_t bits) {
  if (bits <= COPY_BITS) return short_slice(p, base, at, bits);
  const lm_term *from = lm_pointer(base);
  bool of_slice = lm_header_kind(from[0]) == LM_KIND_SUBBITS;
  uint64_t size = of_slice ? (uint64_t)lm_small_value(from[3]) : from[1];
  if (bits == size) return base; // so `at` is 0
  lm_term *object = lm_alloc(p, 4);
  object[0] = LM_HEADER(LM_KIND_SUBBITS, 0, 3);
  object[1] = of_slice ? from[1] : base;
  object[2] = lm_small((int64_t)(at + (of_slice ? (uint64_t)lm_small_value(from[2]) : 0)));
  object[3] = lm_small((int64_t)bits);
  return lm_boxed_at(object);
}
