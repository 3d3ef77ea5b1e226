// The decoder of the external term format against bytes that nobody wrote on purpose: valid terms, mutated. Whatever comes in, the
// answer is a valid term or none, and what it takes is in proportion to the bytes that came. The first argument says how many
// mutations are tried.
#include "lm_check.h"

#include "bif/lm_bif.h"
#include "heap/lm_heap.h"
#include "host/lm_host.h"
#include "process/lm_runtime.h"
#include "sched/lm_visitor.h"
#include "term/lm_bits.h"
#include "term/lm_compare.h"
#include "etf/lm_etf.h"
#include "term/lm_hash.h"
#include "term/lm_identity.h"
#include "term/lm_map.h"
#include "term/lm_phash2_term.h"
#include "term/lm_print.h"

static lumen_runtime *rt;
static lm_proc *p;

// ---- terms to begin with -----------------------------------------------------------------------------------------------

static lm_term external(enum lm_external which, size_t words) {
  lm_term *object = lm_alloc(p, 3 + words);
  object[0] = LM_HEADER(LM_KIND_EXTERNAL, which, 2 + words);
  object[1] = LM_ATOM_OK;
  object[2] = 1 + lm_random_below(9);
  for (size_t i = 0; i < words; i++) object[3 + i] = lm_random_below(1 << 28);
  return lm_boxed_at(object);
}

static lm_term simple(void) {
  uint8_t bytes[100];
  for (size_t i = 0; i < sizeof bytes; i++) bytes[i] = (uint8_t)lm_random();
  switch (lm_random_below(16)) {
    case 0: return lm_small((int64_t)lm_random_below(300));
    case 1: return lm_small((int32_t)lm_random());
    case 2: return lm_integer(p, (int64_t)lm_random());
    case 3: return lumen_bif_erlang_bsl_2(p, lm_small(-7), lm_small((int64_t)lm_random_below(3000)));
    case 4: return lm_float(p, (double)lm_random_below(1000) / 7);
    case 5: return LM_NIL;
    case 6: return lm_random_below(2) ? LM_ATOM_OK : lm_atom_intern(rt, (const uint8_t *)"\xC3\xA9\xE2\x82\xAC", 5);
    case 7: return lm_string(p, (const char *)bytes, lm_random_below(sizeof bytes), LM_NIL);
    case 8: return lm_binary(p, bytes, lm_random_below(sizeof bytes));
    case 9: return lm_bits_slice(p, lm_binary(p, bytes, sizeof bytes), lm_random_below(8), lm_random_below(700));
    case 10: return p->abi.self;
    case 11: return external(LM_EXT_PID, 2);
    case 12: return external(LM_EXT_PORT, 1);
    case 13: return external(LM_EXT_REF, 1 + lm_random_below(LM_REF_MAX_WORDS));
    case 14: return lm_reference_of(p, (uint32_t[]){1, 2, 3}, 3);
    default: return lumen_make_external_fun(p, LM_ATOM_OK, LM_ATOM_ERROR, lm_small((int64_t)lm_random_below(256)));
  }
}

static lm_term any(int depth);

static lm_term any_map(int depth) {
  lm_term pairs[100];
  size_t count = lm_random_below(3) ? lm_random_below(5) : lm_random_below(50);
  for (size_t i = 0; i < count; i++) {
    pairs[2 * i] = lm_random_below(2) ? lm_small((int64_t)i) : lm_tuple2(p, lm_small((int64_t)i), any(0));
    pairs[2 * i + 1] = any(count > 5 ? 0 : depth);
  }
  return lm_map_of(p, pairs, count, NULL);
}

static lm_term any(int depth) {
  if (depth == 0) return simple();
  lm_term t = lm_random_below(4) ? LM_NIL : simple(); // improper now and then
  switch (lm_random_below(6)) {
    case 0: return simple();
    case 1: return lm_tuple3(p, any(depth - 1), any(depth - 1), any(depth - 1));
    case 2: return any_map(depth - 1);
    case 3: return lm_tuple2(p, any(depth - 1), LM_ATOM_OK);
    default:
      for (size_t i = lm_random_below(6); i > 0; i--) t = lm_cons(p, any(depth - 1), t);
      return t;
  }
}

// ---- mutations ---------------------------------------------------------------------------------------------------------

enum { ROOM = 1 << 16 };
static uint8_t bytes[ROOM];
static size_t length;

static void mutate(void) {
  static const uint8_t tags[] = {67,  70,  77,  80,  88,  89,  90,  97,  98,  99,  100, 101, 102, 103, 104, 105, 106,
                                 107, 108, 109, 110, 111, 112, 113, 114, 115, 116, 118, 119, 120, 0,   1,   127, 255};
  size_t at = lm_random_below(length), n = 1 + lm_random_below(8);
  switch (lm_random_below(7)) {
    case 0: bytes[at] ^= (uint8_t)(1u << lm_random_below(8)); break;
    case 1: bytes[at] = (uint8_t)lm_random(); break;
    case 2: bytes[at] = tags[lm_random_below(sizeof tags)]; break;
    case 3: // gone
      if (n > length - at) n = length - at;
      memmove(bytes + at, bytes + at + n, length - at - n);
      length -= n;
      break;
    case 4: { // twice, here and elsewhere
      size_t to = lm_random_below(length);
      if (n > length - at) n = length - at;
      if (n > ROOM - length) n = ROOM - length;
      uint8_t piece[8];
      memcpy(piece, bytes + at, n);
      memmove(bytes + to + n, bytes + to, length - to);
      memcpy(bytes + to, piece, n);
      length += n;
      break;
    }
    case 5: // a number of four bytes: what is left, or much more
      if (length - at < 4) break;
      size_t number = lm_random_below(2) ? length - at - lm_random_below(8) : (size_t)lm_random();
      for (size_t i = 0; i < 4; i++) bytes[at + i] = (uint8_t)(number >> (24 - 8 * i));
      break;
    default: length = at; // cut off
  }
  if (length == 0) bytes[length++] = LM_ETF_VERSION;
}

// ---- what must hold ----------------------------------------------------------------------------------------------------

// A list of small integers takes two words for each byte, nothing takes more but the fixed part of small objects; and what is used
// grows by a whole fragment when the block is full.
enum { WORDS_PER_BYTE = 4, WORDS_MORE = 512 };

static lm_term decode_some(const uint8_t *from, size_t size, unsigned options, size_t *used) {
  size_t before = lm_heap_used(p);
  lm_term t = lm_etf_decode(p, from, size, options, used);
  size_t words = lm_heap_used(p) - before;
  CHECK(words <= WORDS_PER_BYTE * size + WORDS_MORE, "%zu words for %zu bytes", words, size);
  CHECK(*used <= size, "%zu of %zu bytes", *used, size);
  return t;
}

static void check_term(lm_term t) {
  lm_buffer out;
  lm_buffer_open(&out);
  lm_etf_encode(&out, rt, t, 0);
  size_t used;
  lm_term again = lm_etf_decode(p, out.bytes, out.length, LM_ETF_SAFE, &used);
  CHECK(again != LM_NONE && used == out.length, "what was read can't be written");
  if (again != LM_NONE) {
    CHECK(lm_equal_exact(t, again) && lm_compare_exact(rt, t, again) == 0, "it is another term");
    CHECK(lm_hash(t) == lm_hash(again) && lm_phash2_of(rt, t) == lm_phash2_of(rt, again), "it has another hash");
  }
  out.length = 0;
  lm_print(&out, rt, t);
  lm_buffer_close(&out);
}

static void fuzz(long count) {
  long good = 0;
  while (count > 0) {
    lm_buffer out;
    lm_buffer_open(&out);
    lm_etf_encode(&out, rt, any((int)lm_random_below(5)), (unsigned)lm_random_below(4) << 1);
    for (int i = 0; i < 32 && count > 0 && out.length < ROOM; i++, count--) {
      length = out.length;
      memcpy(bytes, out.bytes, length);
      for (size_t n = 1 + lm_random_below(3); n > 0; n--) mutate();
      // Exactly so many bytes, so that the address sanitizer sees a step too far.
      uint8_t *exact = lm_room(length, 1);
      memcpy(exact, bytes, length);
      size_t used;
      lm_term t = decode_some(exact, length, lm_random_below(2) ? LM_ETF_SAFE : 0, &used);
      free(exact);
      if (t == LM_NONE) continue;
      good++;
      check_term(t);
      if (good % 8 != 0) continue;
      p->abi.xs[0] = t;
      lumen_collect(p, 10, 1); // with LM_DEBUG it looks at the whole heap, too
      check_term(p->abi.xs[0]);
    }
    lm_buffer_close(&out);
    lm_scratch_reset(p);
  }
  CHECK(good > 0, "no mutation was a term");
}

// Headers within headers, each of which announces as many parts as bytes follow.
static void nested_headers(uint8_t tag) {
  enum { SIZE = 500000 };
  uint8_t *bomb = lm_room(SIZE, 1);
  bomb[0] = LM_ETF_VERSION;
  size_t at = 1;
  while (at + 5 <= SIZE) {
    size_t number = (SIZE - at - 5) / (tag == LM_ETF_MAP ? 2 : 1) - 1;
    bomb[at++] = tag;
    for (size_t i = 0; i < 4; i++) bomb[at++] = (uint8_t)(number >> (24 - 8 * i));
  }
  size_t used;
  CHECK(decode_some(bomb, at, 0, &used) == LM_NONE, "tag %d", tag);
  free(bomb);
  lm_scratch_reset(p);
}

int main(int argc, char **argv) {
  rt = lumen_runtime_new(&(lumen_config){.schedulers = 1});
  lm_host_enter(rt);
  p = lm_scratch(rt->host_sched);
  nested_headers(LM_ETF_LIST);
  nested_headers(LM_ETF_LARGE_TUPLE);
  nested_headers(LM_ETF_MAP);
  fuzz(argc > 1 ? strtol(argv[1], NULL, 10) : 20000);
  lm_host_leave(rt);
  lumen_runtime_close(rt);
  return lm_check_result("etf");
}
