// Hashes and checksums.
#include "bif/lm_bif.h"
#include "num/lm_phash2.h"
#include "process/lm_runtime.h"
#include "term/lm_bignum.h"
#include "term/lm_bits.h"
#include "term/lm_digest.h"
#include "term/lm_iolist.h"
#include "term/lm_phash.h"
#include "term/lm_phash2_term.h"

lm_term lumen_bif_erlang_phash2_1(lm_proc *p, lm_term t) {
  LM_MAY_YIELD(p);
  return lm_small(lm_phash2_of(lm_runtime_of(p), t) & LM_PHASH2_MASK);
}

lm_term lumen_bif_erlang_phash2_2(lm_proc *p, lm_term t, lm_term range) {
  if (!lm_is_small(range) || lm_small_value(range) < 1 || lm_small_value(range) > (int64_t)1 << 32) return lm_badarg(p);
  LM_MAY_YIELD(p);
  return lm_small((int64_t)((uint64_t)lm_phash2_of(lm_runtime_of(p), t) % (uint64_t)lm_small_value(range)));
}

lm_term lumen_bif_erlang_phash_2(lm_proc *p, lm_term t, lm_term range) {
  if (!lm_is_small(range) || lm_small_value(range) < 1 || lm_small_value(range) > 1LL << 32) return lm_badarg(p);
  LM_MAY_YIELD(p);
  return lm_small(1 + (int64_t)((uint64_t)lm_phash_of(lm_runtime_of(p), t) % (uint64_t)lm_small_value(range)));
}

// ---- checksums of I/O lists ---------------------------------------------------------------------------------------

static bool word_of(lm_term t, uint32_t *word) {
  uint64_t n;
  if (!lm_is_integer(t) || !lm_int_to_uint64(t, &n) || n > UINT32_MAX) return false;
  *word = (uint32_t)n;
  return true;
}

enum { PIECE = 2 * LM_STRIDE }; // bytes that are summed without a look around

typedef struct running {
  uint32_t so_far;
  uint32_t (*sum)(uint32_t, const uint8_t *, size_t);
  uint64_t unpaid;
} running;

static void sum_piece(void *context, const uint8_t *bytes, size_t length) {
  running *r = context;
  for (size_t n; length > 0; bytes += n, length -= n) {
    n = length < PIECE ? length : PIECE;
    r->so_far = r->sum(r->so_far, bytes, n);
    lm_steps(&r->unpaid, n, LM_SUMMED_BYTES);
  }
}

static lm_term checksum(lm_proc *p, lm_term before, lm_term t, uint32_t (*sum)(uint32_t, const uint8_t *, size_t)) {
  LM_MAY_YIELD(p);
  running r = {.sum = sum};
  if (!word_of(before, &r.so_far)) return lm_badarg(p);
  if (!lm_iolist_each(t, &r, sum_piece)) return lm_badarg(p);
  lm_charge(p, r.unpaid, LM_SUMMED_BYTES);
  return lm_small(r.so_far);
}

lm_term lumen_bif_erlang_crc32_1(lm_proc *p, lm_term t) { return checksum(p, lm_small(0), t, lm_crc32); }
lm_term lumen_bif_erlang_crc32_2(lm_proc *p, lm_term before, lm_term t) { return checksum(p, before, t, lm_crc32); }
lm_term lumen_bif_erlang_adler32_1(lm_proc *p, lm_term t) { return checksum(p, lm_small(1), t, lm_adler32); }
lm_term lumen_bif_erlang_adler32_2(lm_proc *p, lm_term before, lm_term t) { return checksum(p, before, t, lm_adler32); }

static lm_term combined(lm_proc *p, lm_term a, lm_term b, lm_term length,
                        uint32_t (*combine)(uint32_t, uint32_t, uint64_t)) {
  uint32_t x, y, n; // OTP, too, takes no length of more than 32 bits
  if (!word_of(a, &x) || !word_of(b, &y) || !word_of(length, &n)) return lm_badarg(p);
  return lm_small(combine(x, y, n));
}

lm_term lumen_bif_erlang_crc32_combine_3(lm_proc *p, lm_term a, lm_term b, lm_term length) {
  return combined(p, a, b, length, lm_crc32_combine);
}
lm_term lumen_bif_erlang_adler32_combine_3(lm_proc *p, lm_term a, lm_term b, lm_term length) {
  return combined(p, a, b, length, lm_adler32_combine);
}

// ---- MD5 --------------------------------------------------------------------------------------------------------

static lm_term digest(lm_proc *p, lm_md5 *m) {
  uint8_t bytes[16];
  lm_md5_finish(m, bytes);
  return lm_binary(p, bytes, sizeof bytes);
}

typedef struct adding {
  lm_md5 *to;
  uint64_t unpaid;
} adding;

static void md5_piece(void *context, const uint8_t *bytes, size_t length) {
  adding *a = context;
  for (size_t n; length > 0; bytes += n, length -= n) {
    n = length < PIECE ? length : PIECE;
    lm_md5_add(a->to, bytes, n);
    lm_steps(&a->unpaid, 4 * n, LM_SUMMED_BYTES);
  }
}

static bool md5_add(lm_proc *p, lm_md5 *m, lm_term t) {
  LM_MAY_YIELD(p);
  adding a = {m, 0};
  bool good = lm_iolist_each(t, &a, md5_piece);
  lm_charge(p, a.unpaid, LM_SUMMED_BYTES);
  return good;
}

lm_term lumen_bif_erlang_md5_1(lm_proc *p, lm_term t) {
  lm_md5 m;
  lm_md5_begin(&m);
  return md5_add(p, &m, t) ? digest(p, &m) : lm_badarg(p);
}

// A context is a binary that holds the state.
static bool context_of(lm_md5 *m, lm_term t) {
  if (!lm_is_binary(t)) return false;
  lm_bits b = lm_bits_of(t);
  if (b.size != 8 * sizeof *m) return false;
  lm_bits_copy((uint8_t *)m, 0, b.bytes, b.at, b.size);
  return true;
}

lm_term lumen_bif_erlang_md5_init_0(lm_proc *p) {
  lm_md5 m;
  lm_md5_begin(&m);
  return lm_binary(p, &m, sizeof m);
}

lm_term lumen_bif_erlang_md5_update_2(lm_proc *p, lm_term context, lm_term t) {
  lm_md5 m;
  return context_of(&m, context) && md5_add(p, &m, t) ? lm_binary(p, &m, sizeof m) : lm_badarg(p);
}

lm_term lumen_bif_erlang_md5_final_1(lm_proc *p, lm_term context) {
  lm_md5 m;
  return context_of(&m, context) ? digest(p, &m) : lm_badarg(p);
}
