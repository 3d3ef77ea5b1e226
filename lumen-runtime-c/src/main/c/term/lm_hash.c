// The hash of terms: see lm_hash.h. The term is read as a stream of words in one fixed order, from which it could be
// rebuilt; each word is mixed into the state by a bijection.
#include "term/lm_hash.h"

#include <string.h>

#include "term/lm_bits.h"
#include "term/lm_identity.h"
#include "term/lm_stack.h"
#include "work/lm_work.h"

static inline uint64_t feed(uint64_t state, uint64_t word) {
  return lm_hash_mix(state ^ word) * 0x9e3779b97f4a7c15u + 0x632be59bd9b4e019u;
}

static uint64_t load(const uint8_t *bytes) {
  uint64_t word;
  memcpy(&word, bytes, 8);
  return word;
}

static uint64_t feed_bytes(uint64_t h, const uint8_t *bytes, size_t length) {
  for (; length >= 8; bytes += 8, length -= 8) h = feed(h, load(bytes));
  uint64_t rest = 0;
  for (size_t i = 0; i < length; i++) rest |= (uint64_t)bytes[i] << 8 * i;
  return feed(h, rest);
}

uint64_t lm_hash_bytes(const uint8_t *bytes, size_t length, uint64_t salt) {
  return lm_hash_mix(feed_bytes(feed(salt, length), bytes, length));
}

static uint64_t feed_bits(uint64_t h, lm_term t) {
  lm_bits b = lm_bits_of(t);
  h = feed(h, b.size << 8 | LM_KIND_HEAPBITS);
  uint64_t bytes = b.size / 8;
  if ((b.at & 7) == 0) {
    h = feed_bytes(h, b.bytes + b.at / 8, bytes);
  } else {
    uint64_t i = 0;
    for (; i + 8 <= bytes; i += 8) {
      uint8_t word[8];
      for (int k = 0; k < 8; k++) word[k] = lm_bits_byte(&b, i + (unsigned)k);
      h = feed(h, load(word));
    }
    uint64_t rest = 0;
    for (int k = 0; i < bytes; i++, k++) rest |= (uint64_t)lm_bits_byte(&b, i) << 8 * k;
    h = feed(h, rest);
  }
  return b.size % 8 == 0 ? h : feed(h, lm_bits_few(b.bytes, b.at + 8 * bytes, b.size % 8));
}

static void push_array(lm_stack *s, const lm_term *words, size_t count) {
  if (count == 0) return;
  lm_stack_push_pointer(s, words);
  lm_stack_push(s, count);
}

static uint64_t feed_boxed(uint64_t h, lm_stack *s, lm_term t) {
  const lm_term *object = lm_pointer(t);
  lm_term header = object[0];
  size_t words = lm_header_words(header);
  switch (lm_header_kind(header)) {
    case LM_KIND_TUPLE:
      push_array(s, object + 1, words);
      return feed(h, header);
    case LM_KIND_RECORD:  // so is its definition
    case LM_KIND_FLATMAP: // the tuple of keys is a term like any other here
      push_array(s, object + 1, words);
      return feed(h, header);
    case LM_KIND_HASHMAP:
      push_array(s, object + 3, words - 2);
      return feed(feed(h, header), object[2]);
    case LM_KIND_HASHNODE:
      push_array(s, object + 2, words - 1);
      return feed(feed(h, header), object[1]);
    case LM_KIND_FUN: {
      const lumen_fun_entry *entry = (const lumen_fun_entry *)(uintptr_t)object[1];
      push_array(s, object + 2, words - 1);
      h = feed(feed(feed(h, LM_KIND_FUN << 3), entry->module), entry->name);
      return feed(h, (uint64_t)entry->index << 32 | entry->arity);
    }
    case LM_KIND_FLOAT: return feed(h, object[1]);
    case LM_KIND_BIGNUM:
      h = feed(h, header);
      for (size_t i = 1; i <= words; i++) h = feed(h, object[i]);
      return h;
    case LM_KIND_SUBBITS:
    case LM_KIND_HEAPBITS:
    case LM_KIND_REFCBITS: return feed_bits(h, t);
    case LM_KIND_REFERENCE:
    case LM_KIND_MAGIC: return feed(h, object[1]);
    case LM_KIND_EXTERNAL:
      for (size_t i = 1; i <= words; i++) h = feed(h, object[i]);
      return h;
    default: return feed(h, words);
  }
}

uint64_t lm_hash_deep(lm_term t, uint64_t salt) {
  lm_stack s;
  lm_stack_open(&s);
  uint64_t h = salt * 0x9e3779b97f4a7c15u;
  uint32_t steps = 0;
  lm_term whole = t;
  for (;;) {
    while (lm_is_cons(t)) {
      h = feed(h, LM_TAG_CONS);
      const lm_term *cell = lm_pointer(t);
      if (lm_is_pointer(cell[0])) {
        push_array(&s, cell + 1, 1);
        t = cell[0];
      } else {
        h = feed(h, cell[0] == lm_self_float_encode((uint64_t)1 << 63) ? lm_self_float_encode(0) : cell[0]);
        t = cell[1];
      }
    }
    if (lm_is_boxed(t)) {
      h = feed_boxed(h, &s, t);
    } else {
      h = feed(h, t == lm_self_float_encode((uint64_t)1 << 63) ? lm_self_float_encode(0) : t);
    }
    if (lm_stack_is_empty(&s)) break;
    uint64_t *top = s.words + s.count - 2;
    t = *(const lm_term *)(uintptr_t)top[0];
    if (lm_gives_up(&steps)) {
      h = feed(h, whole); // its address: two keys must not stay in one place of a map with every salt
      break;
    }
    if (--top[1] == 0) {
      s.count -= 2;
    } else {
      top[0] += sizeof(lm_term);
    }
  }
  lm_stack_close(&s);
  return lm_hash_mix(h);
}
