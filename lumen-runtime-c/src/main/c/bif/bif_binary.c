// The natives of the module binary but for searching (bif_binary_match.c).
#include "bif/lm_bif.h"
#include "memory/lm_memory.h"
#include "term/lm_bignum.h"
#include "term/lm_bits.h"

static uint64_t bytes_of(const lm_bits *b) { return b->size / 8; }

lm_term lumen_bif_binary_at_2(lm_proc *p, lm_term binary, lm_term position) {
  if (!lm_is_binary(binary) || !lm_is_small(position) || lm_small_value(position) < 0) return lm_badarg(p);
  lm_bits b = lm_bits_of(binary);
  uint64_t at = (uint64_t)lm_small_value(position);
  return at < bytes_of(&b) ? lm_small(lm_bits_byte(&b, at)) : lm_badarg(p);
}

lm_term lumen_bif_binary_first_1(lm_proc *p, lm_term binary) {
  return lumen_bif_binary_at_2(p, binary, lm_small(0));
}

lm_term lumen_bif_binary_last_1(lm_proc *p, lm_term binary) {
  if (!lm_is_binary(binary)) return lm_badarg(p);
  lm_bits b = lm_bits_of(binary);
  return b.size == 0 ? lm_badarg(p) : lm_small(lm_bits_byte(&b, bytes_of(&b) - 1));
}

// Always new bytes: the point of it is to let go of a large binary that a small one is a part of.
lm_term lumen_bif_binary_copy_2(lm_proc *p, lm_term binary, lm_term times) {
  if (!lm_is_binary(binary) || !lm_is_small(times) || lm_small_value(times) < 0) return lm_badarg(p);
  lm_bits b = lm_bits_of(binary);
  uint64_t n = (uint64_t)lm_small_value(times), most = SIZE_MAX / 16;
  if (b.size > 0 && n > most / (b.size / 8)) return lm_system_limit(p);
  uint8_t *to;
  lm_term copy = lm_bits_try_new(p, b.size * n, &to);
  if (copy == LM_NONE || b.size * n == 0) return copy;
  // What is there is doubled until all is there.
  LM_MAY_YIELD(p);
  size_t done = (size_t)(b.size / 8), all = done * (size_t)n;
  lm_bits_copy(to, 0, b.bytes, b.at, b.size);
  for (size_t more; done < all; done += more) {
    more = done < all - done ? done : all - done;
    lm_copy_bytes(to + done, to, more);
  }
  return copy;
}

lm_term lumen_bif_binary_copy_1(lm_proc *p, lm_term binary) { return lumen_bif_binary_copy_2(p, binary, lm_small(1)); }

lm_term lumen_bif_binary_referenced_byte_size_1(lm_proc *p, lm_term binary) {
  if (!lm_is_binary(binary)) return lm_badarg(p);
  const lm_term *object = lm_pointer(binary);
  if (lm_header_kind(object[0]) == LM_KIND_SUBBITS) object = lm_pointer(object[1]);
  if (lm_header_kind(object[0]) == LM_KIND_REFCBITS) {
    return lm_small((int64_t)((const lm_refc *)(uintptr_t)object[2])->size);
  }
  return lm_small((int64_t)(object[1] / 8));
}

// ---- numbers ----------------------------------------------------------------------------------------------------

static bool is_order(lm_term t) { return t == LM_ATOM_BIG || t == LM_ATOM_LITTLE; }

lm_term lumen_bif_binary_decode_unsigned_2(lm_proc *p, lm_term binary, lm_term order) {
  if (!lm_is_binary(binary) || !is_order(order)) return lm_badarg(p);
  LM_MAY_YIELD(p);
  lm_charge(p, lm_bits_of(binary).size / 8, LM_SUMMED_BYTES);
  return lumen_bits_get_integer(p, binary, 0, lm_bits_of(binary).size, order == LM_ATOM_LITTLE ? LUMEN_BITS_LITTLE : 0);
}

lm_term lumen_bif_binary_decode_unsigned_1(lm_proc *p, lm_term binary) {
  return lumen_bif_binary_decode_unsigned_2(p, binary, LM_ATOM_BIG);
}

lm_term lumen_bif_binary_encode_unsigned_2(lm_proc *p, lm_term i, lm_term order) {
  if (!lm_is_integer(i) || lm_int_is_negative(i) || !is_order(order)) return lm_badarg(p);
  lm_digits d;
  lm_digits_of(&d, i);
  size_t length = (size_t)((lm_limbs_bit_length(d.limbs, d.count) + 7) / 8);
  lm_charge(p, length, LM_SUMMED_BYTES);
  if (length == 0) length = 1;
  uint8_t *to;
  lm_term binary = lm_bits_new(p, 8 * (uint64_t)length, &to);
  lm_int_to_bytes(i, to, length);
  if (order == LM_ATOM_BIG) {
    for (size_t a = 0, b = length - 1; a < b; a++, b--) {
      uint8_t swap = to[a];
      to[a] = to[b];
      to[b] = swap;
    }
  }
  return binary;
}

lm_term lumen_bif_binary_encode_unsigned_1(lm_proc *p, lm_term i) {
  return lumen_bif_binary_encode_unsigned_2(p, i, LM_ATOM_BIG);
}

// ---- common parts -----------------------------------------------------------------------------------------------

// How many bytes all binaries of the list have in common, from the first or from the last on; badarg for no list of them.
static lm_term common(lm_proc *p, lm_term list, bool from_end) {
  if (!lm_is_cons(list) || !lm_is_binary(lm_head(list))) return lm_badarg(p);
  LM_MAY_YIELD(p);
  uint64_t unpaid = 0;
  lm_bits first = lm_bits_of(lm_head(list));
  uint64_t length = bytes_of(&first);
  for (list = lm_tail(list); lm_is_cons(list); list = lm_tail(list)) {
    if (!lm_is_binary(lm_head(list))) return lm_badarg(p);
    lm_bits b = lm_bits_of(lm_head(list));
    if (bytes_of(&b) < length) length = bytes_of(&b);
    for (uint64_t i = 0; i < length; i++) {
      lm_steps(&unpaid, 1, LM_SEARCHED_BYTES);
      uint64_t x = from_end ? bytes_of(&first) - 1 - i : i, y = from_end ? bytes_of(&b) - 1 - i : i;
      if (lm_bits_byte(&first, x) != lm_bits_byte(&b, y)) length = i;
    }
  }
  lm_charge(p, unpaid, LM_SEARCHED_BYTES);
  return lm_is_nil(list) ? lm_small((int64_t)length) : lm_badarg(p);
}

lm_term lumen_bif_binary_longest_common_prefix_1(lm_proc *p, lm_term list) { return common(p, list, false); }
lm_term lumen_bif_binary_longest_common_suffix_1(lm_proc *p, lm_term list) { return common(p, list, true); }
