// lm_digest.h: checksums and message digests that programs ask for by name. Pure functions, any thread.
#ifndef LM_DIGEST_H
#define LM_DIGEST_H

#include <stddef.h>
#include <stdint.h>

// CRC-32 of ISO 3309 (as in gzip), Adler-32 of RFC 1950: each takes the checksum of the bytes before (0 and 1 at first).
uint32_t lm_crc32(uint32_t crc, const uint8_t *bytes, size_t length);
uint32_t lm_adler32(uint32_t adler, const uint8_t *bytes, size_t length);
// Of two pieces one after the other: their checksums and the length of the second.
uint32_t lm_crc32_combine(uint32_t a, uint32_t b, uint64_t b_length);
uint32_t lm_adler32_combine(uint32_t a, uint32_t b, uint64_t b_length);

// MD5, RFC 1321. The state has no pointers: it may be copied and stored as bytes.
typedef struct lm_md5 {
  uint64_t length; // bytes so far
  uint32_t state[4];
  uint8_t block[64];
} lm_md5;

void lm_md5_begin(lm_md5 *m);
void lm_md5_add(lm_md5 *m, const uint8_t *bytes, size_t length);
void lm_md5_finish(lm_md5 *m, uint8_t digest[16]);

#endif
