// Bit strings as wholes: sizes, parts, lists, I/O lists.
#include "bif/lm_bif.h"
#include "term/lm_bignum.h"
#include "term/lm_bits.h"
#include "term/lm_iolist.h"

lm_term lumen_bif_erlang_bit_size_1(lm_proc *p, lm_term t) {
  return lm_is_bitstring(t) ? lm_small((int64_t)lm_bits_of(t).size) : lm_badarg(p);
}

lm_term lumen_bif_erlang_byte_size_1(lm_proc *p, lm_term t) {
  return lm_is_bitstring(t) ? lm_small((int64_t)((lm_bits_of(t).size + 7) / 8)) : lm_badarg(p);
}

// ---- parts ------------------------------------------------------------------------------------------------------

// A negative length goes back from the start.
static lm_term part(lm_proc *p, lm_term binary, lm_term start, lm_term length) {
  if (!lm_are_small(start, length)) return lm_badarg(p);
  int64_t size = (int64_t)(lm_bits_of(binary).size / 8), at = lm_small_value(start), n = lm_small_value(length);
  if (n < 0) {
    at += n;
    n = -n;
  }
  if (at < 0 || at > size || n > size - at || lm_small_value(start) > size) return lm_badarg(p);
  return lm_bits_slice(p, binary, 8 * (uint64_t)at, 8 * (uint64_t)n);
}

// Any bit string will do, and its last bits are left out: so does OTP 25.
lm_term lumen_bif_erlang_binary_part_3(lm_proc *p, lm_term binary, lm_term start, lm_term length) {
  return lm_is_bitstring(binary) ? part(p, binary, start, length) : lm_badarg(p);
}

lm_term lumen_bif_erlang_binary_part_2(lm_proc *p, lm_term binary, lm_term range) {
  if (!lm_is_tuple(range) || lm_tuple_size(range) != 2) return lm_badarg(p);
  return lumen_bif_erlang_binary_part_3(p, binary, lm_elements(range)[0], lm_elements(range)[1]);
}

lm_term lumen_bif_binary_part_3(lm_proc *p, lm_term binary, lm_term start, lm_term length) {
  return lumen_bif_erlang_binary_part_3(p, binary, start, length);
}

lm_term lumen_bif_binary_part_2(lm_proc *p, lm_term binary, lm_term range) {
  return lumen_bif_erlang_binary_part_2(p, binary, range);
}

lm_term lumen_bif_erlang_split_binary_2(lm_proc *p, lm_term t, lm_term position) {
  if (!lm_is_bitstring(t) || !lm_is_small(position)) return lm_badarg(p);
  uint64_t size = lm_bits_of(t).size, at = (uint64_t)lm_small_value(position);
  if (lm_small_value(position) < 0 || at > size / 8) return lm_badarg(p);
  lm_term first = lm_bits_slice(p, t, 0, 8 * at);
  return lm_tuple2(p, first, lm_bits_slice(p, t, 8 * at, size - 8 * at));
}

// ---- lists ------------------------------------------------------------------------------------------------------

static lm_term list_of(lm_proc *p, const lm_bits *b, uint64_t from, uint64_t to, lm_term tail) {
  if (from == to) return tail;
  size_t n = (size_t)(to - from);
  LM_MAY_YIELD(p);
  uint64_t unpaid = 0;
  lm_term *cells = lm_alloc(p, 2 * n);
  for (size_t i = 0; i < n; i++) {
    cells[2 * i] = lm_small(lm_bits_byte(b, from + i));
    cells[2 * i + 1] = i + 1 < n ? lm_cons_at(cells + 2 * i + 2) : tail;
    lm_steps(&unpaid, 1, LM_CELLS);
  }
  lm_charge(p, unpaid, LM_CELLS);
  return lm_cons_at(cells);
}

lm_term lumen_bif_erlang_binary_to_list_1(lm_proc *p, lm_term t) {
  if (!lm_is_binary(t)) return lm_badarg(p);
  lm_bits b = lm_bits_of(t);
  return list_of(p, &b, 0, b.size / 8, LM_NIL);
}

// From byte number `start` to byte number `stop`, both counted from 1.
lm_term lumen_bif_erlang_binary_to_list_3(lm_proc *p, lm_term t, lm_term start, lm_term stop) {
  if (!lm_is_binary(t) || !lm_are_small(start, stop)) return lm_badarg(p);
  lm_bits b = lm_bits_of(t);
  int64_t from = lm_small_value(start), to = lm_small_value(stop), size = (int64_t)(b.size / 8);
  if (from < 1 || to < 1 || to < from || to > size) return lm_badarg(p);
  return list_of(p, &b, (uint64_t)from - 1, (uint64_t)to, LM_NIL);
}

lm_term lumen_bif_erlang_bitstring_to_list_1(lm_proc *p, lm_term t) {
  if (!lm_is_bitstring(t)) return lm_badarg(p);
  lm_bits b = lm_bits_of(t);
  uint64_t bytes = b.size / 8;
  lm_term tail = LM_NIL;
  if (b.size % 8 != 0) tail = lm_cons(p, lm_bits_slice(p, t, 8 * bytes, b.size % 8), LM_NIL);
  return list_of(p, &b, 0, bytes, tail);
}

static lm_term flattened(lm_proc *p, lm_term t, enum lm_iolist_kind kind) {
  LM_MAY_YIELD(p);
  lm_term bits = lm_iolist_flatten(p, t, kind);
  if (bits != LM_NONE) lm_charge(p, lm_bits_of(bits).size / 8 % LM_STRIDE, LM_CELLS);
  return bits;
}

lm_term lumen_bif_erlang_list_to_binary_1(lm_proc *p, lm_term t) {
  return lm_is_list(t) ? flattened(p, t, LM_IOLIST_BYTES) : lm_badarg(p);
}

lm_term lumen_bif_binary_list_to_bin_1(lm_proc *p, lm_term t) { return lumen_bif_erlang_list_to_binary_1(p, t); }

lm_term lumen_bif_erlang_list_to_bitstring_1(lm_proc *p, lm_term t) {
  return lm_is_list(t) ? flattened(p, t, LM_IOLIST_BITS) : lm_badarg(p);
}

lm_term lumen_bif_erlang_iolist_to_binary_1(lm_proc *p, lm_term t) {
  return lm_is_binary(t) ? t : flattened(p, t, LM_IOLIST_BYTES);
}

// One binary is a valid answer, and the cheapest to write.
lm_term lumen_bif_erlang_iolist_to_iovec_1(lm_proc *p, lm_term t) {
  lm_term binary = lumen_bif_erlang_iolist_to_binary_1(p, t);
  if (binary == LM_NONE) return LM_NONE;
  return lm_bits_of(binary).size == 0 ? LM_NIL : lm_cons(p, binary, LM_NIL);
}

lm_term lumen_bif_erlang_iolist_size_1(lm_proc *p, lm_term t) {
  LM_MAY_YIELD(p);
  int64_t bits = lm_iolist_size(t, LM_IOLIST_BYTES);
  return bits < 0 ? lm_badarg(p) : lm_small(bits / 8);
}
