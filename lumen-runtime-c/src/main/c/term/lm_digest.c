#include "term/lm_digest.h"

#include <string.h>

// ---- CRC-32 -----------------------------------------------------------------------------------------------------

#define POLYNOMIAL 0xEDB88320u // reflected

// Row k says what a byte does to the checksum after k more bytes. That is linear: the entry of a number is the sum (xor) of those of
// its bits, which are written down, and the macros make the 256 entries of them.
#define EACH1(x, a) (x), (x) ^ (a)
#define EACH2(x, a, b) EACH1(x, a), EACH1((x) ^ (b), a)
#define EACH3(x, a, b, c) EACH2(x, a, b), EACH2((x) ^ (c), a, b)
#define EACH4(x, a, b, c, d) EACH3(x, a, b, c), EACH3((x) ^ (d), a, b, c)
#define EACH5(x, a, b, c, d, e) EACH4(x, a, b, c, d), EACH4((x) ^ (e), a, b, c, d)
#define EACH6(x, a, b, c, d, e, f) EACH5(x, a, b, c, d, e), EACH5((x) ^ (f), a, b, c, d, e)
#define EACH7(x, a, b, c, d, e, f, g) EACH6(x, a, b, c, d, e, f), EACH6((x) ^ (g), a, b, c, d, e, f)
#define EACH8(x, a, b, c, d, e, f, g, h) EACH7(x, a, b, c, d, e, f, g), EACH7((x) ^ (h), a, b, c, d, e, f, g)
static const uint32_t after[16][256] = {
    {EACH8(0, 0x77073096u, 0xee0e612cu, 0x076dc419u, 0x0edb8832u, 0x1db71064u, 0x3b6e20c8u, 0x76dc4190u, 0xedb88320u)},
    {EACH8(0, 0x191b3141u, 0x32366282u, 0x646cc504u, 0xc8d98a08u, 0x4ac21251u, 0x958424a2u, 0xf0794f05u, 0x3b83984bu)},
    {EACH8(0, 0x01c26a37u, 0x0384d46eu, 0x0709a8dcu, 0x0e1351b8u, 0x1c26a370u, 0x384d46e0u, 0x709a8dc0u, 0xe1351b80u)},
    {EACH8(0, 0xb8bc6765u, 0xaa09c88bu, 0x8f629757u, 0xc5b428efu, 0x5019579fu, 0xa032af3eu, 0x9b14583du, 0xed59b63bu)},
    {EACH8(0, 0x3d6029b0u, 0x7ac05360u, 0xf580a6c0u, 0x30704bc1u, 0x60e09782u, 0xc1c12f04u, 0x58f35849u, 0xb1e6b092u)},
    {EACH8(0, 0xcb5cd3a5u, 0x4dc8a10bu, 0x9b914216u, 0xec53826du, 0x03d6029bu, 0x07ac0536u, 0x0f580a6cu, 0x1eb014d8u)},
    {EACH8(0, 0xa6770bb4u, 0x979f1129u, 0xf44f2413u, 0x33ef4e67u, 0x67de9cceu, 0xcfbd399cu, 0x440b7579u, 0x8816eaf2u)},
    {EACH8(0, 0xccaa009eu, 0x4225077du, 0x844a0efau, 0xd3e51bb5u, 0x7cbb312bu, 0xf9766256u, 0x299dc2edu, 0x533b85dau)},
    {EACH8(0, 0x177b1443u, 0x2ef62886u, 0x5dec510cu, 0xbbd8a218u, 0xacc04271u, 0x82f182a3u, 0xde920307u, 0x6655004fu)},
    {EACH8(0, 0xefc26b3eu, 0x04f5d03du, 0x09eba07au, 0x13d740f4u, 0x27ae81e8u, 0x4f5d03d0u, 0x9eba07a0u, 0xe6050901u)},
    {EACH8(0, 0xc18edfc0u, 0x586cb9c1u, 0xb0d97382u, 0xbac3e145u, 0xaef6c4cbu, 0x869c8fd7u, 0xd64819efu, 0x77e1359fu)},
    {EACH8(0, 0x9ba54c6fu, 0xec3b9e9fu, 0x03063b7fu, 0x060c76feu, 0x0c18edfcu, 0x1831dbf8u, 0x3063b7f0u, 0x60c76fe0u)},
    {EACH8(0, 0xdd96d985u, 0x605cb54bu, 0xc0b96a96u, 0x5a03d36du, 0xb407a6dau, 0xb37e4bf5u, 0xbd8d91abu, 0xa06a2517u)},
    {EACH8(0, 0x9d0fe176u, 0xe16ec4adu, 0x19ac8f1bu, 0x33591e36u, 0x66b23c6cu, 0xcd6478d8u, 0x41b9f7f1u, 0x8373efe2u)},
    {EACH8(0, 0xb9fbdbe8u, 0xa886b191u, 0x8a7c6563u, 0xcf89cc87u, 0x44629f4fu, 0x88c53e9eu, 0xcafb7b7du, 0x4e87f0bbu)},
    {EACH8(0, 0xae689191u, 0x87a02563u, 0xd4314c87u, 0x73139f4fu, 0xe6273e9eu, 0x173f7b7du, 0x2e7ef6fau, 0x5cfdedf4u)},
};

static uint32_t word_at(const uint8_t *bytes) {
  uint32_t word;
  memcpy(&word, bytes, sizeof word);
  return word; // both targets are little-endian
}

// What four bytes do after k more.
static uint32_t four(uint32_t word, int k) {
  return after[k + 3][word & 255] ^ after[k + 2][word >> 8 & 255] ^ after[k + 1][word >> 16 & 255] ^ after[k][word >> 24];
}

uint32_t lm_crc32(uint32_t crc, const uint8_t *bytes, size_t length) {
  crc = ~crc;
  // Sixteen bytes at a time, since their entries don't wait for each other.
  for (; length >= 16; bytes += 16, length -= 16) {
    crc = four(crc ^ word_at(bytes), 12) ^ four(word_at(bytes + 4), 8) ^ four(word_at(bytes + 8), 4) ^ four(word_at(bytes + 12), 0);
  }
  for (size_t i = 0; i < length; i++) crc = crc >> 8 ^ after[0][(crc ^ bytes[i]) & 255];
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

static uint32_t turned(uint32_t x, int by) { return x << by | x >> (32 - by); }

#define F(x, y, z) ((z) ^ ((x) & ((y) ^ (z))))
#define G(x, y, z) F(z, x, y)
#define H(x, y, z) ((x) ^ (y) ^ (z))
#define I(x, y, z) ((y) ^ ((x) | ~(z)))
// One step: `i` counts them, `k` is the word of the block.
#define STEP(f, a, b, c, d, i, k, by) (a) = (b) + turned((a) + f(b, c, d) + words[(k) & 15] + SINES[i], by)
// Four steps, after which each number is where it was. Word: which one step `i` takes.
#define FOUR_STEPS(f, i, word, by1, by2, by3, by4) \
  STEP(f, a, b, c, d, i, word(i), by1);            \
  STEP(f, d, a, b, c, i + 1, word(i + 1), by2);    \
  STEP(f, c, d, a, b, i + 2, word(i + 2), by3);    \
  STEP(f, b, c, d, a, i + 3, word(i + 3), by4)
#define WORD_F(i) (i)
#define WORD_G(i) (5 * (i) + 1)
#define WORD_H(i) (3 * (i) + 5)
#define WORD_I(i) (7 * (i))

static void block(uint32_t state[4], const uint8_t *bytes) {
  uint32_t words[16], a = state[0], b = state[1], c = state[2], d = state[3];
  memcpy(words, bytes, sizeof words);
#pragma clang loop unroll(full)
  for (int i = 0; i < 16; i += 4) {
    FOUR_STEPS(F, i, WORD_F, 7, 12, 17, 22);
  }
#pragma clang loop unroll(full)
  for (int i = 16; i < 32; i += 4) {
    FOUR_STEPS(G, i, WORD_G, 5, 9, 14, 20);
  }
#pragma clang loop unroll(full)
  for (int i = 32; i < 48; i += 4) {
    FOUR_STEPS(H, i, WORD_H, 4, 11, 16, 23);
  }
#pragma clang loop unroll(full)
  for (int i = 48; i < 64; i += 4) {
    FOUR_STEPS(I, i, WORD_I, 6, 10, 15, 21);
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
