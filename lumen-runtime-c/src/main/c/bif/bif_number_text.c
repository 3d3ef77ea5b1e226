// Numbers to text and back.
#include "bif/lm_bif.h"
#include "memory/lm_memory.h"
#include "num/lm_decimal.h"
#include "term/lm_bignum.h"
#include "term/lm_bits.h"
#include "term/lm_buffer.h"
#include "term/lm_print.h"

// ---- bytes of lists and binaries --------------------------------------------------------------------------------

// Appends the characters of a proper list of bytes; false when it is none.
static bool add_list(lm_buffer *b, lm_term list) {
  uint64_t unpaid = 0;
  for (; lm_is_cons(list); list = lm_tail(list)) {
    lm_steps(&unpaid, 1, LM_CELLS);
    lm_term head = lm_head(list);
    if (!lm_is_small(head) || lm_small_value(head) < 0 || lm_small_value(head) > 255) return false;
    lm_buffer_byte(b, (uint8_t)lm_small_value(head));
  }
  return lm_is_nil(list);
}

static bool add_binary(lm_buffer *b, lm_term t) {
  if (!lm_is_binary(t)) return false;
  lm_bits bits = lm_bits_of(t);
  size_t length = (size_t)(bits.size / 8);
  lm_bits_copy(lm_buffer_reserve(b, length), 0, bits.bytes, bits.at, bits.size);
  b->length += length;
  return true;
}

static lm_term to_list(lm_proc *p, lm_buffer *b) {
  lm_term t = lm_string(p, (const char *)b->bytes, b->length, LM_NIL);
  lm_buffer_close(b);
  return t;
}

static lm_term to_binary(lm_proc *p, lm_buffer *b) {
  lm_term t = lm_binary(p, b->bytes, b->length);
  lm_buffer_close(b);
  return t;
}

static bool is_base(lm_term t) { return lm_is_small(t) && lm_small_value(t) >= 2 && lm_small_value(t) <= 36; }

// ---- integers ---------------------------------------------------------------------------------------------------

static bool add_integer(lm_buffer *b, lm_term integer, lm_term base) {
  if (!lm_is_integer(integer) || !is_base(base)) return false;
  int radix = (int)lm_small_value(base);
  lm_digits d;
  lm_digits_of(&d, integer);
  if (d.negative) lm_buffer_byte(b, '-');
  lm_limb *scratch = lm_new(lm_limbs_to_text_scratch(d.count, radix) * sizeof(lm_limb));
  uint8_t *text = lm_buffer_reserve(b, lm_limbs_text_room(d.count, radix));
  b->length += lm_limbs_to_text((char *)text, d.limbs, d.count, radix, scratch);
  lm_delete(scratch);
  return true;
}

// What long texts take is paid for where it is done.
static void charge_text(lm_proc *p, size_t length) { lm_charge(p, length % LM_STRIDE, LM_SUMMED_BYTES); }

static lm_term integer_text(lm_proc *p, lm_term integer, lm_term base, lm_term (*finish)(lm_proc *, lm_buffer *)) {
  LM_MAY_YIELD(p);
  lm_buffer b;
  lm_buffer_open(&b);
  if (base == lm_small(10) && lm_is_integer(integer)) {
    lm_print_integer(&b, integer);
  } else if (!add_integer(&b, integer, base)) {
    return lm_badarg(p);
  }
  charge_text(p, b.length);
  return finish(p, &b);
}

lm_term lumen_bif_erlang_integer_to_list_1(lm_proc *p, lm_term i) { return integer_text(p, i, lm_small(10), to_list); }
lm_term lumen_bif_erlang_integer_to_list_2(lm_proc *p, lm_term i, lm_term base) {
  return integer_text(p, i, base, to_list);
}
lm_term lumen_bif_erlang_integer_to_binary_1(lm_proc *p, lm_term i) {
  return integer_text(p, i, lm_small(10), to_binary);
}
lm_term lumen_bif_erlang_integer_to_binary_2(lm_proc *p, lm_term i, lm_term base) {
  return integer_text(p, i, base, to_binary);
}

// The integer that all of the text spells ([+-] digits), or LM_NONE with badarg or system_limit.
static lm_term parse_integer(lm_proc *p, const uint8_t *text, size_t length, int base) {
  bool negative = length > 0 && text[0] == '-';
  if (negative || (length > 0 && text[0] == '+')) {
    text++;
    length--;
  }
  enum { SHORT = 11 }; // so many digits fit 61 bits in any base
  if (base == 10 && length > 0 && length <= SHORT) {
    int64_t n = 0;
    for (size_t i = 0; i < length; i++) {
      if (text[i] < '0' || text[i] > '9') return lm_badarg(p);
      n = 10 * n + (text[i] - '0');
    }
    return lm_small(negative ? -n : n);
  }
  lm_limb *limbs = lm_new(lm_limbs_from_text_room(length, base) * sizeof(lm_limb));
  lm_limb *scratch = lm_new(lm_limbs_from_text_scratch(length, base) * sizeof(lm_limb));
  size_t count = lm_limbs_from_text(limbs, (const char *)text, length, base, scratch);
  lm_term t = count == LM_LIMBS_BAD_TEXT ? lm_badarg(p) : lm_int_from_limbs(p, limbs, count, negative);
  lm_delete(scratch);
  lm_delete(limbs);
  return t;
}

static lm_term integer_of(lm_proc *p, lm_term t, lm_term base, bool (*add)(lm_buffer *, lm_term)) {
  LM_MAY_YIELD(p);
  lm_buffer b;
  lm_buffer_open(&b);
  lm_term result = is_base(base) && add(&b, t) ? parse_integer(p, b.bytes, b.length, (int)lm_small_value(base))
                                               : lm_badarg(p);
  charge_text(p, b.length);
  lm_buffer_close(&b);
  return result;
}

lm_term lumen_bif_erlang_list_to_integer_1(lm_proc *p, lm_term t) { return integer_of(p, t, lm_small(10), add_list); }
lm_term lumen_bif_erlang_list_to_integer_2(lm_proc *p, lm_term t, lm_term base) {
  return integer_of(p, t, base, add_list);
}
lm_term lumen_bif_erlang_binary_to_integer_1(lm_proc *p, lm_term t) {
  return integer_of(p, t, lm_small(10), add_binary);
}
lm_term lumen_bif_erlang_binary_to_integer_2(lm_proc *p, lm_term t, lm_term base) {
  return integer_of(p, t, base, add_binary);
}

// ---- floats -----------------------------------------------------------------------------------------------------

enum style { LEGACY, FIXED, SCIENTIFIC, SHORT };

static bool add_float(lm_buffer *b, lm_term t, lm_term options) {
  if (!lm_is_float(t)) return false;
  enum style style = LEGACY;
  int decimals = 20;
  bool compact = false;
  for (; lm_is_cons(options); options = lm_tail(options)) {
    lm_term option = lm_head(options);
    if (option == LM_ATOM_COMPACT) {
      compact = true;
    } else if (option == LM_ATOM_SHORT) {
      style = SHORT;
    } else {
      if (!lm_is_tuple(option) || lm_tuple_size(option) != 2) return false;
      lm_term name = lm_elements(option)[0], value = lm_elements(option)[1];
      if (name != LM_ATOM_DECIMALS && name != LM_ATOM_SCIENTIFIC) return false;
      style = name == LM_ATOM_DECIMALS ? FIXED : SCIENTIFIC;
      int64_t most = style == FIXED ? LM_DECIMAL_FIXED_MAX : LM_DECIMAL_SCIENTIFIC_MAX;
      if (!lm_is_small(value) || lm_small_value(value) > most) return false;
      decimals = lm_small_value(value) < 0 ? -1 : (int)lm_small_value(value);
      if (decimals < 0 && style == FIXED) return false;
      if (decimals < 0) decimals = 6; // as C's printf has it
    }
  }
  if (!lm_is_nil(options)) return false;
  double d = lm_float_value(t);
  char *text = (char *)lm_buffer_reserve(b, LM_DECIMAL_ROOM);
  size_t length = style == SHORT   ? lm_decimal_short_text(text, d)
                  : style == FIXED ? lm_decimal_fixed_text(text, d, decimals, compact)
                                   : lm_decimal_scientific_text(text, d, decimals);
  b->length += length;
  return length > 0;
}

static lm_term float_text(lm_proc *p, lm_term t, lm_term options, lm_term (*finish)(lm_proc *, lm_buffer *)) {
  lm_buffer b;
  lm_buffer_open(&b);
  if (add_float(&b, t, options)) return finish(p, &b);
  lm_buffer_close(&b);
  return lm_badarg(p);
}

lm_term lumen_bif_erlang_float_to_list_1(lm_proc *p, lm_term t) { return float_text(p, t, LM_NIL, to_list); }
lm_term lumen_bif_erlang_float_to_list_2(lm_proc *p, lm_term t, lm_term o) { return float_text(p, t, o, to_list); }
lm_term lumen_bif_erlang_float_to_binary_1(lm_proc *p, lm_term t) { return float_text(p, t, LM_NIL, to_binary); }
lm_term lumen_bif_erlang_float_to_binary_2(lm_proc *p, lm_term t, lm_term o) { return float_text(p, t, o, to_binary); }

static lm_term float_of(lm_proc *p, lm_term t, bool (*add)(lm_buffer *, lm_term)) {
  lm_buffer b;
  lm_buffer_open(&b);
  double d;
  bool good = add(&b, t) && lm_decimal_to_double((const char *)b.bytes, b.length, &d) == LM_DECIMAL_OK;
  lm_buffer_close(&b);
  return good ? lm_float(p, d) : lm_badarg(p);
}

lm_term lumen_bif_erlang_list_to_float_1(lm_proc *p, lm_term t) { return float_of(p, t, add_list); }
lm_term lumen_bif_erlang_binary_to_float_1(lm_proc *p, lm_term t) { return float_of(p, t, add_binary); }

// ---- numbers at the start of a text: string:to_integer/1, string:to_float/1 ---------------------------------------

static bool is_digit(lm_term t) { return lm_is_small(t) && lm_small_value(t) >= '0' && lm_small_value(t) <= '9'; }
static bool is_sign(lm_term t) { return t == lm_small('+') || t == lm_small('-'); }

static lm_term add_digits(lm_buffer *b, lm_term list) {
  for (; lm_is_cons(list) && is_digit(lm_head(list)); list = lm_tail(list))
    lm_buffer_byte(b, (uint8_t)lm_small_value(lm_head(list)));
  return list;
}

static lm_term no_number(lm_proc *p, lm_term why) { return lm_tuple2(p, LM_ATOM_ERROR, why); }

lm_term lumen_bif_string_list_to_integer_1(lm_proc *p, lm_term list) {
  if (!lm_is_list(list)) return no_number(p, LM_ATOM_NOT_A_LIST);
  lm_buffer b;
  lm_buffer_open(&b);
  lm_term at = list;
  if (lm_is_cons(at) && is_sign(lm_head(at))) {
    lm_buffer_byte(&b, (uint8_t)lm_small_value(lm_head(at)));
    at = lm_tail(at);
  }
  size_t sign = b.length;
  at = add_digits(&b, at);
  lm_term number = b.length > sign ? parse_integer(p, b.bytes, b.length, 10) : LM_ATOM_NO_INTEGER;
  lm_buffer_close(&b);
  if (number == LM_NONE) return number;
  return number == LM_ATOM_NO_INTEGER ? no_number(p, number) : lm_tuple2(p, number, at);
}

// The longest float at the start: [+-] digits (. or ,) digits [(e or E) [+-] digits].
lm_term lumen_bif_string_list_to_float_1(lm_proc *p, lm_term list) {
  if (!lm_is_list(list)) return no_number(p, LM_ATOM_NOT_A_LIST);
  lm_buffer b;
  lm_buffer_open(&b);
  lm_term at = list, result = LM_NONE;
  if (lm_is_cons(at) && is_sign(lm_head(at))) {
    lm_buffer_byte(&b, (uint8_t)lm_small_value(lm_head(at)));
    at = lm_tail(at);
  }
  size_t mark = b.length;
  at = add_digits(&b, at);
  bool point = b.length > mark && lm_is_cons(at) && (lm_head(at) == lm_small('.') || lm_head(at) == lm_small(','));
  if (point) {
    lm_buffer_byte(&b, '.');
    mark = b.length;
    at = add_digits(&b, lm_tail(at));
  }
  if (point && b.length > mark) {
    size_t whole = b.length;
    lm_term rest = at;
    if (lm_is_cons(at) && (lm_head(at) == lm_small('e') || lm_head(at) == lm_small('E'))) {
      lm_buffer_byte(&b, 'e');
      at = lm_tail(at);
      if (lm_is_cons(at) && is_sign(lm_head(at))) {
        lm_buffer_byte(&b, (uint8_t)lm_small_value(lm_head(at)));
        at = lm_tail(at);
      }
      mark = b.length;
      at = add_digits(&b, at);
      if (b.length > mark) {
        whole = b.length;
        rest = at;
      }
    }
    double d;
    if (lm_decimal_to_double((const char *)b.bytes, whole, &d) == LM_DECIMAL_OK) {
      result = lm_tuple2(p, lm_float(p, d), rest);
    }
  }
  lm_buffer_close(&b);
  return result == LM_NONE ? no_number(p, LM_ATOM_NO_FLOAT) : result;
}
