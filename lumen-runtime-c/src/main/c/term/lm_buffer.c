#include "term/lm_buffer.h"

#include "memory/lm_memory.h"

void lm_buffer_close(lm_buffer *b) {
  if (b->bytes != b->few) lm_delete_large(b->bytes, b->room);
}

uint8_t *lm_buffer_reserve(lm_buffer *b, size_t count) {
  if (b->room - b->length < count) {
    size_t room = 2 * b->room;
    if (room < b->length + count) room = b->length + count;
    if (b->bytes == b->few) {
      b->bytes = lm_new(room);
      memcpy(b->bytes, b->few, b->length);
    } else {
      b->bytes = lm_resize(b->bytes, room);
    }
    b->room = room;
  }
  return b->bytes + b->length;
}

void lm_buffer_decimal(lm_buffer *b, uint64_t n) {
  uint8_t digits[20];
  int at = sizeof digits;
  do digits[--at] = (uint8_t)('0' + n % 10);
  while ((n /= 10) != 0);
  lm_buffer_add(b, digits + at, sizeof digits - (size_t)at);
}

void lm_buffer_u16(lm_buffer *b, uint16_t n) {
  lm_buffer_byte(b, (uint8_t)(n >> 8));
  lm_buffer_byte(b, (uint8_t)n);
}

void lm_buffer_u32(lm_buffer *b, uint32_t n) {
  lm_buffer_u16(b, (uint16_t)(n >> 16));
  lm_buffer_u16(b, (uint16_t)n);
}

void lm_buffer_u64(lm_buffer *b, uint64_t n) {
  lm_buffer_u32(b, (uint32_t)(n >> 32));
  lm_buffer_u32(b, (uint32_t)n);
}
