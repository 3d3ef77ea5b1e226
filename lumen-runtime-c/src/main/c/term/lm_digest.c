#include "term/lm_digest.h"

#include <string.h>

// ---- CRC-32 -----------------------------------------------------------------------------------------------------

#define POLYNOMIAL 0xEDB88320u // reflected

uint32_t lm_crc32(uint32_t crc, const uint8_t *bytes, size_t length) {
  // Half a byte at a time: 64 bytes of table, made once per call.
  uint32_t table[16];
  for (uint32_t i = 0; i < 16; i++) {
    uint32_t c = i;
    for (int k = 0; k < 4; k++) c = c & 1 ? c >> 1 ^ POLYNOMIAL : c >> 1;
    table[i] = c;
  }
  crc = ~crc;
  for (size_t i = 0; i < length; i++) {
    crc ^= bytes[i];
    crc = crc >> 4 ^ table[crc & 15];
    crc = crc >> 4 ^ table[crc & 15];
  }
  return ~crc;
}

// Polynomials over GF(2) modulo the CRC's, reflected: bit 31 is x^0.
static uint32_t times(uint32_t a, uint32_t b) {
  uint32_t product = 0;
  for (uint32_t bit = 0x80000000u; bit != 0; bit >>= 1) {
    if (a & bit) product ^= b;
    b = b & 1 ? b >> 1 ^ POLYNOMIAL : b >> 1;
  }
  return product;
}

uint32_t lm_crc32_combine(uint32_t a, uint32_t b, uint64_t b_length) {
  // a times x^(8 * b_length), by squaring.
  uint32_t power = 0x80000000u >> 8;
  for (; b_length != 0; b_length >>= 1) {
    if (b_length & 1) a = times(a, power);
    power = times(power, power);
  }
  return a ^ b;
}

// ---- Adler-32 ---------------------------------------------------------------------------------------------------

enum { ADLER_PRIME = 65521, ADLER_RUN = 5552 /* bytes before the second sum could overflow */ };

uint32_t lm_adler32(uint32_t adler, const uint8_t *bytes, size_t length) {
  uint32_t a = adler & 0xFFFF, b = adler >> 16;
  do {
    size_t run = length < ADLER_RUN ? length : ADLER_RUN;
    for (size_t i = 0; i < run; i++) b += a += bytes[i];
    a %= ADLER_PRIME;
    b %= ADLER_PRIME;
    bytes += run;
    length -= run;
  } while (length > 0);
  return b << 16 | a;
}

uint32_t lm_adler32_combine(uint32_t x, uint32_t y, uint64_t y_length) {
  if (y_length == 0) return x;
  uint32_t n = (uint32_t)(y_length % ADLER_PRIME), a = x & 0xFFFF;
  uint32_t first = a + (y & 0xFFFF) + ADLER_PRIME - 1;
  uint32_t second = (uint32_t)((uint64_t)n * a % ADLER_PRIME) + (x >> 16) + (y >> 16) + ADLER_PRIME - n;
  // Enough for sums below the prime; what others give is as in zlib.
  for (int i = 0; i < 2; i++)
    if (first >= ADLER_PRIME) first -= ADLER_PRIME;
  if (second >= 2 * ADLER_PRIME) second -= 2 * ADLER_PRIME;
  if (second >= ADLER_PRIME) second -= ADLER_PRIME;
  return first | second << 16;
}

// ---- MD5 --------------------------------------------------------------------------------------------------------

void lm_md5_begin(lm_md5 *m) {
  memset(m, 0, sizeof *m);
  m->state[0] = 0x67452301;
  m->state[1] = 0xEFCDAB89;
  m->state[2] = 0x98BADCFE;
  m->state[3] = 0x10325476;
}

// floor(2^32 * abs(sin(i + 1)))
static const uint32_t SINES[64] = {
    0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501,
    0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821,
    0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8,
    0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a,
    0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70,
    0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
    0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1,
    0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391};

static void block(uint32_t state[4], const uint8_t *bytes) {
  static const uint8_t turns[4][4] = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};
  uint32_t words[16], a = state[0], b = state[1], c = state[2], d = state[3];
  for (int i = 0; i < 16; i++)
    words[i] = (uint32_t)bytes[4 * i] | (uint32_t)bytes[4 * i + 1] << 8 | (uint32_t)bytes[4 * i + 2] << 16 |
               (uint32_t)bytes[4 * i + 3] << 24;
  for (int i = 0; i < 64; i++) {
    uint32_t f;
    int k;
    switch (i / 16) {
      case 0: f = (b & c) | (~b & d), k = i; break;
      case 1: f = (d & b) | (~d & c), k = 5 * i + 1; break;
      case 2: f = b ^ c ^ d, k = 3 * i + 5; break;
      default: f = c ^ (b | ~d), k = 7 * i;
    }
    f += a + SINES[i] + words[k & 15];
    int turn = turns[i / 16][i & 3];
    a = d;
    d = c;
    c = b;
    b += f << turn | f >> (32 - turn);
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
}

void lm_md5_add(lm_md5 *m, const uint8_t *bytes, size_t length) {
  size_t held = m->length % 64;
  m->length += length;
  if (held > 0) {
    size_t n = 64 - held < length ? 64 - held : length;
    memcpy(m->block + held, bytes, n);
    bytes += n;
    length -= n;
    if (held + n < 64) return;
    block(m->state, m->block);
  }
  for (; length >= 64; bytes += 64, length -= 64) block(m->state, bytes);
  if (length > 0) memcpy(m->block, bytes, length);
}

void lm_md5_finish(lm_md5 *m, uint8_t digest[16]) {
  uint64_t bits = 8 * m->length;
  uint8_t tail[72] = {0x80};
  size_t padding = (m->length % 64 < 56 ? 56 : 120) - m->length % 64;
  for (int i = 0; i < 8; i++) tail[padding + (size_t)i] = (uint8_t)(bits >> 8 * i);
  lm_md5_add(m, tail, padding + 8);
  for (int i = 0; i < 16; i++) digest[i] = (uint8_t)(m->state[i / 4] >> 8 * (i % 4));
}
