// lm_utf8.h: Unicode text as bytes. Pure functions, any thread.
#ifndef LM_UTF8_H
#define LM_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// A code point that UTF-8 can say: not a surrogate, not above 10FFFF.
static inline bool lm_is_code_point(int64_t c) { return c >= 0 && c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF); }

static inline unsigned lm_utf8_length(uint32_t c) { return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4; }

// Writes a code point; answers the number of bytes (1 to 4).
static inline unsigned lm_utf8_put(uint8_t *to, uint32_t c) {
  unsigned n = lm_utf8_length(c);
  if (n == 1) return to[0] = (uint8_t)c, 1;
  for (unsigned i = n - 1; i > 0; i--, c >>= 6) to[i] = (uint8_t)(0x80 | (c & 0x3F));
  to[0] = (uint8_t)((0xF00u >> n) | c);
  return n;
}

enum { LM_UTF8_BAD = -1, LM_UTF8_SHORT = -2 };

// The code point that begins at `bytes`; *used = its bytes. LM_UTF8_BAD: no text begins like this (overlong forms and
// surrogates included). LM_UTF8_SHORT: good so far, but `length` ends within it.
static inline int32_t lm_utf8_get(const uint8_t *bytes, size_t length, unsigned *used) {
  if (length == 0) return LM_UTF8_SHORT;
  uint32_t c = bytes[0];
  *used = 1;
  if (c < 0x80) return (int32_t)c;
  unsigned n = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;
  if (c < 0xC2 || c > 0xF4) return LM_UTF8_BAD;
  c &= 0x7Fu >> n;
  for (unsigned i = 1; i < n; i++) {
    if (i == length) return LM_UTF8_SHORT;
    if ((bytes[i] & 0xC0) != 0x80) return LM_UTF8_BAD;
    c = c << 6 | (bytes[i] & 0x3F);
    // The second byte already tells overlong forms, surrogates and what lies above 10FFFF.
    if (i == 1) {
      uint32_t least = n == 3 ? 0x800 >> 6 : n == 4 ? 0x10000 >> 12 : 0, most = n == 4 ? 0x10FFFF >> 12 : UINT32_MAX;
      if (c < least || c > most || (n == 3 && c >= 0xD800 >> 6 && c <= 0xDFFF >> 6)) return LM_UTF8_BAD;
    }
  }
  *used = n;
  return (int32_t)c;
}

// Whether all of it is text; *characters = how many.
static inline bool lm_utf8_check(const uint8_t *bytes, size_t length, size_t *characters) {
  unsigned used;
  *characters = 0;
  for (size_t i = 0; i < length; i += used, ++*characters)
    if (lm_utf8_get(bytes + i, length - i, &used) < 0) return false;
  return true;
}

#endif
