// What the walks over terms must stand: terms nested a million deep; maps of every size against a plain array; bit strings
// that share bytes while they grow. What functions answer for ordinary terms is compared with erl (oracle/).
#include <string.h>

#include "lm_check.h"

#include "bif/lm_bif.h"
#include "heap/lm_copy.h"
#include "host/lm_host.h"
#include "sched/lm_process.h"
#include "process/lm_runtime.h"
#include "sched/lm_visitor.h"
#include "term/lm_bits.h"
#include "term/lm_compare.h"
#include "etf/lm_etf.h"
#include "term/lm_hash.h"
#include "term/lm_map.h"
#include "term/lm_phash2_term.h"
#include "term/lm_print.h"

static lumen_runtime *rt;
static lm_proc *p;

static void forget(void) {
  lm_scratch_reset(p);
}

// ---- depth ------------------------------------------------------------------------------------------------------

enum nesting { IN_HEADS, IN_TUPLES, IN_MAP_VALUES, IN_MAP_KEYS, IN_LARGE_MAPS, NESTINGS };

static lm_term nested(enum nesting how, int depth, lm_term innermost) {
  lm_term t = innermost;
  for (int i = 0; i < depth; i++) {
    switch (how) {
      case IN_HEADS: t = lm_cons(p, t, LM_NIL); break;
      case IN_TUPLES: t = lm_tuple2(p, LM_ATOM_OK, t); break;
      case IN_MAP_VALUES: t = lm_map_of(p, (lm_term[]){lm_small(1), t}, 1, NULL); break;
      case IN_MAP_KEYS: t = lm_map_of(p, (lm_term[]){t, lm_small(1)}, 1, NULL); break;
      default: {
        lm_term pairs[80];
        for (int k = 0; k < 40; k++) pairs[2 * k] = lm_small(k), pairs[2 * k + 1] = k == 20 ? t : LM_NIL;
        t = lm_map_of(p, pairs, 40, NULL);
      }
    }
  }
  return t;
}

static void deep(enum nesting how, int depth) {
  lm_term a = nested(how, depth, lm_small(1)), b = nested(how, depth, lm_small(1)), c = nested(how, depth, lm_small(2));
  CHECK(lm_equal_exact(a, b), "nesting %d", how);
  CHECK(lumen_equal(a, b), "nesting %d", how);
  CHECK(!lm_equal_exact(a, c), "nesting %d", how);
  CHECK(lm_compare(rt, a, b) == 0, "nesting %d", how);
  CHECK(lm_compare(rt, a, c) < 0, "nesting %d", how);
  CHECK(lm_compare(rt, c, a) > 0, "nesting %d", how);
  CHECK(lm_compare_exact(rt, a, c) < 0, "nesting %d", how);
  CHECK(lm_hash(a) == lm_hash(b) && lm_hash(a) != lm_hash(c), "nesting %d", how);
  CHECK(lm_phash2_of(rt, a) == lm_phash2_of(rt, b), "nesting %d", how);
  lm_buffer out;
  lm_buffer_open(&out);
  lm_print(&out, rt, a);
  CHECK(out.length > (size_t)depth, "nesting %d", how);
  lm_buffer_close(&out);
  lm_buffer_open(&out);
  lm_etf_encode(&out, rt, a, 0);
  size_t used;
  lm_term again = lm_etf_decode(p, out.bytes, out.length, 0, &used);
  CHECK(again != LM_NONE && used == out.length && lm_equal_exact(again, a), "nesting %d", how);
  CHECK(lm_etf_decode(p, out.bytes, out.length - 1, 0, &used) == LM_NONE, "nesting %d", how);
  lm_buffer_close(&out);
  CHECK(lm_equal_exact(lm_copy_in(p, a), b), "nesting %d", how);
  forget();
}

// ---- maps -------------------------------------------------------------------------------------------------------

enum { KEYS = 3000 };
static int64_t model[KEYS]; // value of each key, -1: absent

// Keys of several kinds; equal for equal i.
static lm_term key_of(int i) {
  switch (i % 5) {
    case 0: return lm_small(i);
    case 1: return lm_float(p, i + 0.5);
    case 2: return lm_tuple2(p, lm_small(i), LM_ATOM_OK);
    case 3: return lm_binary(p, &i, sizeof i);
    default: return lm_integer(p, INT64_MAX - i);
  }
}

static int index_of(lm_term key) {
  for (int i = 0; i < KEYS; i++)
    if (lm_equal_exact(key_of(i), key)) return i;
  return -1;
}

static void check_map(lm_term map, bool thorough) {
  size_t count = 0;
  for (int i = 0; i < KEYS; i++) count += model[i] >= 0;
  CHECK(lm_map_size(map) == count, "%zu keys, not %zu", lm_map_size(map), count);
  CHECK(lm_is_flatmap(map) == (count <= LM_MAP_FLAT_MAX), "the form of a map of %zu", count);
  if (!thorough) return;
  for (int i = 0; i < KEYS; i++) {
    lm_term value = lm_map_get(map, key_of(i));
    CHECK(model[i] < 0 ? value == LM_NONE : value == lm_small(model[i]), "key %d", i);
  }
  // Built at once from the same pairs in another order, it is the same, down to the shape.
  lm_term *pairs = lm_room(2 * count + 1, sizeof(lm_term));
  size_t n = 0;
  for (int i = KEYS; i-- > 0;)
    if (model[i] >= 0) pairs[2 * n] = key_of(i), pairs[2 * n++ + 1] = lm_small(model[i]);
  bool duplicates;
  lm_term other = lm_map_of(p, pairs, n, &duplicates);
  CHECK(!duplicates, "duplicates");
  free(pairs);
  CHECK(lm_equal_exact(map, other) && lm_compare(rt, map, other) == 0 && lm_hash(map) == lm_hash(other), "%zu keys", count);
  // Walked in pieces, every key comes once.
  lm_map_cursor c;
  lm_term key, value;
  size_t seen = 0;
  lm_map_start(&c, map);
  while (lm_map_next(&c, &key, &value)) {
    seen++;
    if (lm_is_flatmap(map) || seen % 7 != 0) continue;
    lm_term position = lm_map_position(p, &c);
    if (position == lm_small(0)) break;
    CHECK(lm_map_start_at(&c, map, position), "a position");
  }
  CHECK(seen == count, "%zu keys seen of %zu", seen, count);
}

static void random_maps(int steps) {
  for (int i = 0; i < KEYS; i++) model[i] = -1;
  lm_term map = lm_map_empty(p);
  int span = 20;
  for (int step = 0; step < steps; step++) {
    if (step % 500 == 0) span = lm_random_below(3) == 0 ? KEYS : (int)(30 + lm_random_below(60));
    int i = (int)lm_random_below((uint64_t)span);
    if (lm_random_below(span == KEYS ? 3 : 2) == 0) {
      model[i] = -1;
      map = lm_map_remove(p, map, key_of(i));
    } else {
      model[i] = (int64_t)lm_random_below(1000);
      map = lm_map_put(p, map, key_of(i), lm_small(model[i]));
    }
    check_map(map, step % 1000 == 999);
  }
  CHECK(index_of(key_of(17)) == 17, "the model itself");
  forget();
}

static void merges(void) {
  for (int round = 0; round < 40; round++) {
    int m = (int)lm_random_below(200), n = (int)lm_random_below(200);
    lm_term a = lm_map_empty(p), b = lm_map_empty(p);
    for (int i = 0; i < KEYS; i++) model[i] = -1;
    for (int k = 0; k < m; k++) {
      int i = (int)lm_random_below(300);
      a = lm_map_put(p, a, key_of(i), lm_small(1));
      model[i] = 1;
    }
    for (int k = 0; k < n; k++) {
      int i = (int)lm_random_below(300);
      b = lm_map_put(p, b, key_of(i), lm_small(2));
      model[i] = 2;
    }
    check_map(lm_map_merge(p, a, b), true);
    forget();
  }
}

// ---- bit strings that grow ----------------------------------------------------------------------------------------

static lm_term append(lm_term b, uint8_t byte) {
  CHECK(lumen_bits_begin_append(p, b, 8, 8), "append");
  CHECK(lumen_bits_put_integer(p, lm_small(byte), lm_small(8), 1, 0), "append");
  return lumen_bits_finish(p);
}

static bool holds(lm_term b, size_t length, uint8_t first) {
  lm_bits view = lm_bits_of(b);
  bool same = view.size == 8 * (uint64_t)length;
  for (size_t i = 0; same && i < length; i++) same = lm_bits_byte(&view, i) == (uint8_t)(first + i);
  return same;
}

static void appends(void) {
  enum { LENGTH = 100000, MIDDLE = 5000 };
  lm_term b = lm_binary(p, NULL, 0), middle = LM_NONE;
  size_t moves = 0;
  const uint8_t *bytes = NULL;
  for (size_t i = 0; i < LENGTH; i++) {
    b = append(b, (uint8_t)i);
    if (i + 1 > LM_HEAP_BITS_MAX_BYTES && lm_bits_of(b).bytes != bytes) moves++;
    bytes = lm_bits_of(b).bytes;
    if (i + 1 == MIDDLE) middle = b;
  }
  CHECK(moves < 20, "%zu moves", moves);
  CHECK(holds(b, LENGTH, 0), "the whole");
  CHECK(holds(middle, MIDDLE, 0), "what it was in between");
  // A second one that goes on from the middle does not disturb the first.
  lm_term other = append(middle, 99);
  CHECK(lm_bits_of(other).size == 8 * (MIDDLE + 1) && lm_bits_of(middle).bytes != lm_bits_of(other).bytes, "a branch");
  CHECK(holds(b, LENGTH, 0), "the whole after the branch");
  // A construction that fails gives its claim back.
  lm_term last = append(b, (uint8_t)LENGTH);
  CHECK(lumen_bits_begin_append(p, last, 8, 8), "append");
  CHECK(!lumen_bits_put_integer(p, LM_ATOM_OK, lm_small(8), 1, 0), "an atom is no integer");
  bytes = lm_bits_of(last).bytes;
  last = append(last, (uint8_t)(LENGTH + 1));
  CHECK(lm_bits_of(last).bytes == bytes && holds(last, LENGTH + 2, 0), "after a failure");
  forget();
}

// ---- the rest ---------------------------------------------------------------------------------------------------

static void persistent(void) {
  lm_term key = lm_tuple2(p, LM_ATOM_OK, lm_small(1));
  CHECK(lumen_bif_persistent_term_get_2(p, key, LM_ATOM_NONE) == LM_ATOM_NONE, "not there yet");
  for (int i = 0; i < 1000; i++)
    lumen_bif_persistent_term_put_2(p, lm_tuple2(p, LM_ATOM_OK, lm_small(i)), lm_tuple2(p, lm_small(i), lm_float(p, 1e300)));
  forget();
  for (int i = 0; i < 1000; i += 2)
    CHECK(lumen_bif_persistent_term_erase_1(p, lm_tuple2(p, LM_ATOM_OK, lm_small(i))) == LM_ATOM_TRUE, "erase %d", i);
  for (int i = 0; i < 1000; i++) {
    lm_term t = lumen_bif_persistent_term_get_2(p, lm_tuple2(p, LM_ATOM_OK, lm_small(i)), LM_ATOM_NONE);
    CHECK(i % 2 == 0 ? t == LM_ATOM_NONE : lm_elements(t)[0] == lm_small(i), "get %d", i);
  }
  lm_term info = lumen_bif_persistent_term_info_0(p);
  CHECK(lm_map_get(info, LM_ATOM_COUNT) == lm_small(500), "count");
  CHECK(lm_list_length(lumen_bif_persistent_term_get_0(p)) == 500, "list");
  forget();
}

static void shared_numbers(void) {
  lm_term a = lumen_bif_erts_internal_atomics_new_2(p, lm_small(3), lm_small(1));
  CHECK(lumen_bif_atomics_put_3(p, a, lm_small(1), lm_small(-5)) == LM_ATOM_OK, "put");
  CHECK(lumen_bif_atomics_add_get_3(p, a, lm_small(1), lm_small(7)) == lm_small(2), "add_get");
  CHECK(lumen_bif_atomics_exchange_3(p, a, lm_small(1), lm_small(9)) == lm_small(2), "exchange");
  CHECK(lumen_bif_atomics_compare_exchange_4(p, a, lm_small(1), lm_small(1), lm_small(3)) == lm_small(9), "compare");
  CHECK(lumen_bif_atomics_compare_exchange_4(p, a, lm_small(1), lm_small(9), lm_small(3)) == LM_ATOM_OK, "compare");
  CHECK(lumen_bif_atomics_get_2(p, a, lm_small(1)) == lm_small(3), "get");
  CHECK(lumen_bif_atomics_get_2(p, a, lm_small(4)) == LM_NONE, "beyond the end");
  CHECK(lumen_bif_atomics_get_2(p, lm_small(1), lm_small(1)) == LM_NONE, "no reference");
  CHECK(lumen_bif_erts_internal_counters_get_2(p, a, lm_small(1)) == LM_NONE, "not that kind");
  forget();
}

// ---- memory that can't be there -------------------------------------------------------------------------------------------

static bool is_refused(lm_term t) { return t == LM_NONE && p->abi.exception_reason == LM_ATOM_SYSTEM_LIMIT; }

// A list of `count` times the same.
static lm_term times(size_t count, lm_term element) {
  lm_term list = LM_NIL;
  while (count-- > 0) list = lm_cons(p, element, list);
  return list;
}

// What a program asks for in one call beyond all memory is an error of that call.
static void refused(void) {
  lm_term huge = lm_small((int64_t)1 << 50), byte = lm_binary(p, "x", 1);
  CHECK(is_refused(lumen_bif_binary_copy_2(p, byte, huge)), "binary:copy");
  CHECK(is_refused(lumen_bif_erts_internal_atomics_new_2(p, huge, lm_small(1))), "atomics:new");
  CHECK(is_refused(lumen_bif_erts_internal_counters_new_1(p, huge)), "counters:new");
  for (uint64_t flags = 0; flags <= LUMEN_BITS_LITTLE; flags += LUMEN_BITS_LITTLE) {
    lumen_bits_begin(p, (uint64_t)1 << 54);
    bool done = lumen_bits_put_integer(p, lm_small(1), lm_small((int64_t)1 << 54), 1, flags);
    CHECK(!done && is_refused(LM_NONE), "<<1:N>>");
  }
  lumen_bits_begin_append(p, byte, 8, 8);
  CHECK(!lumen_bits_put_integer(p, lm_small(1), huge, 16, 0) && is_refused(LM_NONE), "<<B/binary, 1:N>>");
  uint8_t *to; // never written: the answer is known when all is measured
  lm_term large = lm_bits_new(p, (uint64_t)8 << 26, &to);
  lm_term shared = times(128, times(128, times(256, large)));
  CHECK(is_refused(lumen_bif_erlang_iolist_to_binary_1(p, shared)), "iolist_to_binary");
  CHECK(lumen_bif_erlang_iolist_size_1(p, shared) == lm_small((int64_t)1 << 48), "iolist_size");
  CHECK(!lm_alloc_prepare(p, (size_t)1 << (sizeof(size_t) == 8 ? 50 : 29)), "lm_alloc_prepare");
  forget();
}

// Lengths in the external term format have 32 bits. The bytes of this binary are not there, and must not be asked for.
static void too_long(void) {
  lm_term longest = lm_refcbits(p, (uint64_t)1 << 35, lm_refc_new(8));
  CHECK(lumen_bif_erlang_term_to_binary_1(p, lm_tuple2(p, longest, longest)) == LM_NONE, "4 GiB fit");
  CHECK(p->abi.exception_reason == LM_ATOM_SYSTEM_LIMIT, "the reason");
  CHECK(lumen_bif_erlang_external_size_1(p, longest) == LM_NONE, "4 GiB fit");
  forget();
}

// ---- what is done in pieces -------------------------------------------------------------------------------------------

enum { LONG = 4 * LM_STRIDE + 5 };

static lm_term ones_but(int at, int64_t number) {
  lm_term *cells = lm_alloc(p, 2 * LONG);
  for (int i = 0; i < LONG; i++) {
    cells[2 * i] = lm_small(i == at ? number : 1);
    cells[2 * i + 1] = i + 1 < LONG ? lm_cons_at(cells + 2 * i + 2) : LM_NIL;
  }
  return lm_cons_at(cells);
}

static void one_differs(lm_term ones, int at) {
  lm_term other = ones_but(at, 2);
  CHECK(lm_compare(rt, ones, other) < 0 && lm_compare(rt, other, ones) > 0, "order at %d", at);
  CHECK(lumen_compare(p, ones, other) < 0 && lumen_compare(p, other, ones) > 0, "order at %d", at);
  CHECK(!lumen_equal(ones, other) && !lm_equal_exact(ones, other), "equality at %d", at);
  CHECK(lumen_bif_lists_member_2(p, lm_small(2), other) == LM_ATOM_TRUE, "member at %d", at);
}

static void found(int at, int length) {
  uint8_t *to, needle[] = {1, 2, 3, 4, 5, 6, 7};
  lm_term bytes = lm_bits_new(p, 8 * LONG, &to);
  memset(to, 0, LONG);
  memcpy(to + at, needle, (size_t)length);
  lm_term match = lumen_bif_binary_match_2(p, bytes, lm_binary(p, needle, (size_t)length));
  CHECK(lm_is_tuple(match) && lm_elements(match)[0] == lm_small(at) && lm_elements(match)[1] == lm_small(length), "%d bytes at %d", length, at);
}

// Wherever a walk stops to look around it must go on with the very next.
static void in_pieces(void) {
  lm_term ones = ones_but(-1, 0);
  CHECK(lm_compare(rt, ones, ones_but(-1, 0)) == 0, "equal lists");
  for (int piece = 0; piece <= 4; piece++) {
    for (int beside = -9; beside <= 9; beside++) {
      int at = piece * LM_STRIDE + beside;
      if (at >= 0 && at < LONG) one_differs(ones, at);
      for (int length = 1; length <= 7; length += 3) {
        if (at >= 0 && at + length <= LONG) found(at, length);
      }
    }
  }
  forget();
}

int main(void) {
  rt = lumen_runtime_new(&(lumen_config){.schedulers = 1});
  lm_host_enter(rt);
  p = lm_scratch(rt->host_sched);
  int scale = LM_DEBUG ? 10 : sizeof(void *) < 8 ? 4 : 1; // sanitizers and WebAssembly: the same, smaller
  for (enum nesting how = 0; how < NESTINGS; how++) deep(how, (how == IN_LARGE_MAPS ? 20000 : 1000000) / scale);
  random_maps(20000 / scale);
  merges();
  appends();
  persistent();
  shared_numbers();
  refused();
  too_long();
  in_pieces();
  lm_host_leave(rt);
  lumen_runtime_close(rt);
  return lm_check_result("terms");
}
