// lm_buffer.h: bytes that grow: text under construction, encoded terms, flattened I/O lists.
//
//     lm_buffer b;
//     lm_buffer_open(&b);
//     lm_buffer_text(&b, "...");
//     ... b.bytes, b.length ...
//     lm_buffer_close(&b);
//
// Holds its first bytes in place; so it must not be copied or moved. Who may touch it: whose local variable it is.
#ifndef LM_BUFFER_H
#define LM_BUFFER_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "work/lm_work.h"

typedef struct lm_buffer {
  uint8_t *bytes;
  size_t length;
  size_t room;
  uint8_t few[256];
} lm_buffer;

static inline void lm_buffer_open(lm_buffer *b) {
  b->bytes = b->few;
  b->length = 0;
  b->room = sizeof b->few;
}
void lm_buffer_close(lm_buffer *b);

// Room for `count` more bytes, where the caller may write them before it adds to `length`.
uint8_t *lm_buffer_reserve(lm_buffer *b, size_t count);

static inline void lm_buffer_byte(lm_buffer *b, uint8_t byte) {
  *lm_buffer_reserve(b, 1) = byte;
  b->length++;
}
static inline void lm_buffer_add(lm_buffer *b, const void *bytes, size_t length) {
  if (length == 0) return;
  lm_copy_bytes(lm_buffer_reserve(b, length), bytes, length);
  b->length += length;
}
static inline void lm_buffer_text(lm_buffer *b, const char *text) { lm_buffer_add(b, text, strlen(text)); }
void lm_buffer_decimal(lm_buffer *b, uint64_t n);

// Most significant byte first.
void lm_buffer_u16(lm_buffer *b, uint16_t n);
void lm_buffer_u32(lm_buffer *b, uint32_t n);
void lm_buffer_u64(lm_buffer *b, uint64_t n);

#endif
