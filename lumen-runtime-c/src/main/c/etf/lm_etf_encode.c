// Terms to the external term format: see lm_etf.h. What is still to write stands on a stack, its end first.
#include "etf/lm_etf.h"
#include "memory/lm_memory.h"
#include "num/lm_decimal.h"
#include "term/lm_atoms.h"
#include "term/lm_bignum.h"
#include "term/lm_bits.h"
#include "term/lm_identity.h"
#include "term/lm_map.h"
#include "term/lm_record.h"
#include "term/lm_stack.h"
#include "term/lm_utf8.h"
#include "work/lm_work.h"

enum { MAX_STRING = 0xFFFF };

typedef struct encoder {
  lm_buffer *out;
  lumen_runtime *rt;
  unsigned options;
  bool failed;
  lm_stack stack;
} encoder;

// What the stack holds: a pointer to terms, how many are left, their distance in words; and for copies the array to free.
// A closure whose size is to be filled in: where it starts, 1, FUN_SIZE, 0.
#define FUN_SIZE UINT64_MAX

static void push(encoder *e, const lm_term *terms, size_t count, size_t stride, lm_term *copy) {
  if (count == 0) {
    lm_delete(copy);
    return;
  }
  lm_stack_push_pointer(&e->stack, terms);
  lm_stack_push(&e->stack, count);
  lm_stack_push(&e->stack, stride);
  lm_stack_push_pointer(&e->stack, copy);
}

// ---- atoms, numbers, bit strings --------------------------------------------------------------------------------

// Latin-1 text of UTF-8, if it has one; at most `length` bytes.
static bool to_latin1(uint8_t *to, const uint8_t *text, size_t length, size_t *count) {
  unsigned used;
  *count = 0;
  for (size_t i = 0; i < length; i += used) {
    int32_t c = lm_utf8_get(text + i, length - i, &used);
    if (c < 0 || c > 0xFF) return false;
    to[(*count)++] = (uint8_t)c;
  }
  return true;
}

static void put_atom(encoder *e, lm_term atom) {
  size_t length, count;
  const uint8_t *text = lm_atom_text(e->rt, atom, &length);
  uint8_t latin1[4 * LM_ATOM_MAX_CHARACTERS];
  if (!(e->options & LM_ETF_UTF8_ATOMS) && to_latin1(latin1, text, length, &count)) {
    lm_buffer_byte(e->out, LM_ETF_ATOM);
    lm_buffer_u16(e->out, (uint16_t)count);
    lm_buffer_add(e->out, latin1, count);
  } else if (length < 256) {
    lm_buffer_byte(e->out, LM_ETF_SMALL_ATOM_UTF8);
    lm_buffer_byte(e->out, (uint8_t)length);
    lm_buffer_add(e->out, text, length);
  } else {
    lm_buffer_byte(e->out, LM_ETF_ATOM_UTF8);
    lm_buffer_u16(e->out, (uint16_t)length);
    lm_buffer_add(e->out, text, length);
  }
}

static void put_integer(encoder *e, lm_term t) {
  lm_digits d;
  lm_digits_of(&d, t);
  if (lm_is_small(t)) {
    int64_t n = lm_small_value(t);
    if (n >= 0 && n < 256) {
      lm_buffer_byte(e->out, LM_ETF_SMALL_INTEGER);
      lm_buffer_byte(e->out, (uint8_t)n);
      return;
    }
    if (n >= INT32_MIN && n <= INT32_MAX) {
      lm_buffer_byte(e->out, LM_ETF_INTEGER);
      lm_buffer_u32(e->out, (uint32_t)n);
      return;
    }
  }
  size_t bytes = (size_t)((lm_limbs_bit_length(d.limbs, d.count) + 7) / 8);
  lm_buffer_byte(e->out, bytes < 256 ? LM_ETF_SMALL_BIG : LM_ETF_LARGE_BIG);
  if (bytes < 256) {
    lm_buffer_byte(e->out, (uint8_t)bytes);
  } else {
    lm_buffer_u32(e->out, (uint32_t)bytes);
  }
  lm_buffer_byte(e->out, d.negative);
  uint8_t *to = lm_buffer_reserve(e->out, bytes);
  for (size_t i = 0; i < bytes; i++) to[i] = (uint8_t)(d.limbs[i / 8] >> 8 * (i % 8));
  e->out->length += bytes;
}

static void put_float(encoder *e, double d) {
  if (e->options & LM_ETF_FLOAT_TEXT) {
    char text[LM_DECIMAL_ROOM];
    size_t length = lm_decimal_scientific_text(text, d, 20);
    lm_buffer_byte(e->out, LM_ETF_FLOAT);
    lm_buffer_add(e->out, text, length);
    for (; length < 31; length++) lm_buffer_byte(e->out, 0);
    return;
  }
  uint64_t bits;
  memcpy(&bits, &d, sizeof bits);
  lm_buffer_byte(e->out, LM_ETF_NEW_FLOAT);
  lm_buffer_u64(e->out, bits);
}

static void put_bits(encoder *e, lm_term t) {
  lm_bits b = lm_bits_of(t);
  uint64_t bytes = (b.size + 7) / 8;
  if (bytes > UINT32_MAX) {
    e->failed = true;
    return;
  }
  lm_buffer_byte(e->out, b.size % 8 ? LM_ETF_BIT_BINARY : LM_ETF_BINARY);
  lm_buffer_u32(e->out, (uint32_t)bytes);
  if (b.size % 8) lm_buffer_byte(e->out, b.size % 8);
  uint8_t *to = lm_buffer_reserve(e->out, bytes);
  if (bytes > 0) to[bytes - 1] = 0;
  lm_bits_copy(to, 0, b.bytes, b.at, b.size);
  e->out->length += bytes;
}

// ---- pids, ports, references, funs ------------------------------------------------------------------------------

static void put_identity(encoder *e, lm_term t) {
  lm_identity id;
  lm_identity_of(&id, t);
  if (lm_is_pid(t)) {
    lm_buffer_byte(e->out, LM_ETF_NEW_PID);
    put_atom(e, id.node);
    lm_buffer_u32(e->out, id.words[0]);
    lm_buffer_u32(e->out, id.words[1]);
    lm_buffer_u32(e->out, id.creation);
  } else if (lm_is_port(t)) {
    bool wide = id.words[1] != 0 || id.words[0] >> 28 != 0;
    lm_buffer_byte(e->out, wide ? LM_ETF_V4_PORT : LM_ETF_NEW_PORT);
    put_atom(e, id.node);
    if (wide) lm_buffer_u32(e->out, id.words[1]);
    lm_buffer_u32(e->out, id.words[0]);
    lm_buffer_u32(e->out, id.creation);
  } else {
    lm_buffer_byte(e->out, LM_ETF_NEWER_REFERENCE);
    lm_buffer_u16(e->out, (uint16_t)id.count);
    put_atom(e, id.node);
    lm_buffer_u32(e->out, id.creation);
    for (uint32_t i = 0; i < id.count; i++) lm_buffer_u32(e->out, id.words[i]);
  }
}

static void put_fun(encoder *e, lm_term t) {
  const lm_term *object = lm_pointer(t);
  const lumen_fun_entry *entry = (const lumen_fun_entry *)(uintptr_t)object[1];
  if (entry->external) {
    lm_buffer_byte(e->out, LM_ETF_EXPORT);
    put_atom(e, entry->module);
    put_atom(e, entry->name);
    put_integer(e, lm_small(entry->arity));
    return;
  }
  size_t start = e->out->length;
  lm_buffer_byte(e->out, LM_ETF_NEW_FUN);
  lm_buffer_u32(e->out, 0); // its size, put in when the free variables are written
  lm_buffer_byte(e->out, (uint8_t)entry->arity);
  for (int i = 0; i < 4; i++) lm_buffer_u32(e->out, entry->uniq);
  lm_buffer_u32(e->out, entry->index);
  lm_buffer_u32(e->out, entry->free_count);
  put_atom(e, entry->module);
  put_integer(e, lm_small(entry->index));
  put_integer(e, lm_small(entry->uniq & 0x7FFFFFF)); // OTP's has 27 bits, and takes no larger one
  put_identity(e, LM_IMM_PID);
  lm_stack_push(&e->stack, start);
  lm_stack_push(&e->stack, 1);
  lm_stack_push(&e->stack, FUN_SIZE);
  lm_stack_push(&e->stack, 0);
  push(e, object + 2, entry->free_count, 1, NULL);
}

static void put_fun_size(encoder *e, size_t start) {
  uint32_t size = (uint32_t)(e->out->length - start - 1);
  for (size_t i = 0; i < 4; i++) e->out->bytes[start + 1 + i] = (uint8_t)(size >> (24 - 8 * i));
}

// ---- compound terms ---------------------------------------------------------------------------------------------

enum { CELLS_OF_A_REDUCTION = 4 };

static void put_list(encoder *e, lm_term list) {
  size_t length = 0;
  bool bytes = true;
  lm_term at = list;
  uint64_t unpaid = 0;
  for (; lm_is_cons(at); at = lm_tail(at), length++) {
    lm_steps(&unpaid, 1, CELLS_OF_A_REDUCTION);
    lm_term head = lm_head(at);
    bytes = bytes && lm_is_small(head) && lm_small_value(head) >= 0 && lm_small_value(head) < 256;
  }
  if (bytes && lm_is_nil(at) && length <= MAX_STRING) {
    lm_buffer_byte(e->out, LM_ETF_STRING);
    lm_buffer_u16(e->out, (uint16_t)length);
    uint8_t *to = lm_buffer_reserve(e->out, length);
    for (; lm_is_cons(list); list = lm_tail(list)) *to++ = (uint8_t)lm_small_value(lm_head(list));
    e->out->length += length;
    return;
  }
  if (length > UINT32_MAX) {
    e->failed = true;
    return;
  }
  lm_buffer_byte(e->out, LM_ETF_LIST);
  lm_buffer_u32(e->out, (uint32_t)length);
  // Distance 0 means a list: the pointer goes from cell to cell, and the last step is the tail.
  push(e, lm_pointer(list), length + 1, 0, NULL);
}

static void put_map(encoder *e, lm_term map) {
  size_t count = lm_map_size(map), i = 0;
  lm_term *pairs = lm_new(2 * count * sizeof(lm_term));
  lm_map_cursor c;
  lm_map_start(&c, map);
  while (i < count && lm_map_next(&c, &pairs[2 * i], &pairs[2 * i + 1])) i++;
  lm_buffer_byte(e->out, LM_ETF_MAP);
  lm_buffer_u32(e->out, (uint32_t)count);
  push(e, pairs, 2 * count, 1, pairs);
}

static void put_tuple(encoder *e, lm_term tuple) {
  size_t size = lm_tuple_size(tuple);
  lm_buffer_byte(e->out, size < 256 ? LM_ETF_SMALL_TUPLE : LM_ETF_LARGE_TUPLE);
  if (size < 256) {
    lm_buffer_byte(e->out, (uint8_t)size);
  } else {
    lm_buffer_u32(e->out, (uint32_t)size);
  }
  push(e, lm_elements(tuple), size, 1, NULL);
}

static void put_record(encoder *e, lm_term record) {
  const lm_term *definition = lm_record_definition(record);
  size_t size = lm_record_size(record);
  lm_buffer_byte(e->out, LM_ETF_RECORD);
  lm_buffer_u32(e->out, (uint32_t)size);
  lm_buffer_byte(e->out, definition[LM_RECORD_EXPORTED] == LM_ATOM_TRUE);
  put_atom(e, definition[LM_RECORD_MODULE]);
  put_atom(e, definition[LM_RECORD_NAME]);
  for (size_t i = 0; i < size; i++) put_atom(e, lm_record_fields(record)[i]);
  if (size > 0) push(e, lm_record_values(record), size, 1, NULL);
}

static void put(encoder *e, lm_term t) {
  if (lm_is_integer(t)) {
    put_integer(e, t);
  } else if (lm_is_atom(t)) {
    put_atom(e, t);
  } else if (lm_is_nil(t)) {
    lm_buffer_byte(e->out, LM_ETF_NIL);
  } else if (lm_is_cons(t)) {
    put_list(e, t);
  } else if (lm_is_tuple(t)) {
    put_tuple(e, t);
  } else if (lm_is_float(t)) {
    put_float(e, lm_float_value(t));
  } else if (lm_is_bitstring(t)) {
    put_bits(e, t);
  } else if (lm_is_map(t)) {
    put_map(e, t);
  } else if (lm_is_record(t)) {
    put_record(e, t);
  } else if (lm_is_kind(t, LM_KIND_FUN)) {
    put_fun(e, t);
  } else if (lm_is_pid(t) || lm_is_port(t) || lm_is_reference(t)) {
    put_identity(e, t);
  } else {
    lm_buffer_byte(e->out, LM_ETF_NIL); // a raw stack trace; never in the hands of a program
  }
}

bool lm_etf_encode(lm_buffer *out, lumen_runtime *rt, lm_term t, unsigned options) {
  encoder e = {.out = out, .rt = rt, .options = options};
  lm_stack_open(&e.stack);
  lm_buffer_byte(out, LM_ETF_VERSION);
  put(&e, t);
  uint32_t steps = 0;
  while (!lm_stack_is_empty(&e.stack)) {
    uint64_t *top = e.stack.words + e.stack.count - 4;
    e.failed = e.failed || lm_gives_up(&steps);
    if (e.failed) {
      lm_delete((lm_term *)(uintptr_t)top[3]);
      e.stack.count -= 4;
      continue;
    }
    if (top[2] == FUN_SIZE) {
      put_fun_size(&e, (size_t)top[0]);
      e.stack.count -= 4;
      continue;
    }
    const lm_term *at = (const lm_term *)(uintptr_t)top[0];
    lm_term next = at[0];
    lm_term *copy = NULL;
    if (top[2] == 0) {
      // The cell's tail: another cell, or what ends the list.
      lm_term tail = top[1] > 1 ? at[1] : LM_NIL;
      if (lm_is_cons(tail)) {
        top[0] = (uintptr_t)lm_pointer(tail);
      } else {
        top[0] = (uintptr_t)(at + 1); // read next as the last element
      }
    } else {
      top[0] += top[2] * sizeof(lm_term);
    }
    if (--top[1] == 0) {
      copy = (lm_term *)(uintptr_t)top[3];
      e.stack.count -= 4;
    }
    put(&e, next);
    lm_delete(copy);
  }
  lm_stack_close(&e.stack);
  return !e.failed;
}
