// Characters from UTF-16 and UTF-32. OTP does this in Erlang (unicode.erl, ml_map), and what it could not convert shows how: it
// joins a character that was begun with as many bytes of the next binary as are missing, takes large binaries in pieces, and
// wraps a bad integer in a list. So this goes through lists in the same steps: `list` is what it stands in, where pieces may be
// put in front, `tails` what follows in the lists around it.
#include "bif/lm_unicode_wide.h"
#include "memory/lm_memory.h"
#include "term/lm_bits.h"
#include "term/lm_stack.h"
#include "term/lm_utf8.h"

enum { PIECE = 8192 }; // bytes

typedef struct walk {
  lm_proc *p;
  lm_wide_encoding encoding;
  lm_buffer *out;
  lm_stack tails;
  uint8_t begun[4]; // a character that a binary ended in the middle of
  unsigned begun_bytes;
  unsigned missing; // bytes
} walk;

bool lm_wide_encoding_of(lm_term t, lm_wide_encoding *encoding) {
  lm_term name = t;
  encoding->little = false;
  if (lm_is_tuple(t) && lm_tuple_size(t) == 2) {
    name = lm_elements(t)[0];
    encoding->little = lm_elements(t)[1] == LM_ATOM_LITTLE;
    if (!encoding->little && lm_elements(t)[1] != LM_ATOM_BIG) return false;
  }
  encoding->unit = name == LM_ATOM_UTF16 ? 2 : 4;
  return name == LM_ATOM_UTF16 || name == LM_ATOM_UTF32;
}

static unsigned unit16(const uint8_t *at, bool little) {
  return little ? (unsigned)at[1] << 8 | at[0] : (unsigned)at[0] << 8 | at[1];
}
static bool is_high(unsigned byte) { return byte >> 2 == 0xD8 >> 2; } // first byte of the first half of a pair
static bool is_low(unsigned byte) { return byte >> 2 == 0xDC >> 2; }

// The character at `at`, and how many bytes it has; -1: there is none.
static int32_t character(lm_wide_encoding e, const uint8_t *at, size_t length, unsigned *used) {
  if (length < e.unit) return -1;
  *used = e.unit;
  int32_t c;
  if (e.unit == 4) {
    uint32_t n = e.little ? unit16(at + 2, true) << 16 | unit16(at, true) : unit16(at, false) << 16 | unit16(at + 2, false);
    return lm_is_code_point(n) ? (int32_t)n : -1;
  }
  c = (int32_t)unit16(at, e.little);
  if (!is_high((unsigned)c >> 8)) return is_low((unsigned)c >> 8) ? -1 : c;
  if (length < 4 || !is_low(unit16(at + 2, e.little) >> 8)) return -1;
  *used = 4;
  return 0x10000 + ((c & 0x3FF) << 10) + (int32_t)(unit16(at + 2, e.little) & 0x3FF);
}

// How many bytes are missing at the end of these for a character; 0: no bytes make them one.
static unsigned missing16(const uint8_t *at, size_t length, bool little) {
  if (little) return length == 1 ? 1 : length <= 3 && is_high(at[1]) ? 4 - (unsigned)length : 0; // 1: perhaps 3, it will be seen
  if (length == 1) return is_high(at[0]) ? 3 : is_low(at[0]) ? 0 : 1;
  return length <= 3 && is_high(at[0]) && (length == 2 || is_low(at[2])) ? 4 - (unsigned)length : 0;
}

static bool may_be_plane(unsigned plane, unsigned byte) { return plane <= 16 && (plane > 0 || byte <= 0xD7 || byte >= 0xE0); }

static unsigned missing32(const uint8_t *at, size_t length, bool little) {
  if (length > 3) return 0;
  bool possible = true;
  if (little) {
    if (length == 3) possible = may_be_plane(at[2], at[1]) && !(at[2] == 0 && at[1] == 0xFF && at[0] >= 0xFE);
  } else {
    possible = at[0] == 0 && (length < 2 || at[1] <= 16) && (length < 3 || may_be_plane(at[1], at[2]));
  }
  return possible ? 4 - (unsigned)length : 0;
}

static bool put(walk *w, int64_t c) {
  if (!lm_is_code_point(c)) return false;
  w->out->length += lm_utf8_put(lm_buffer_reserve(w->out, 4), (uint32_t)c);
  return true;
}

// A piece, whole. What was begun is noted. On an error: what it could not convert, else LM_NONE.
static lm_term of_piece(walk *w, lm_term binary) {
  lm_bits b = lm_bits_of(binary);
  size_t length = (size_t)(b.size / 8), at = 0;
  uint8_t *copy;
  const uint8_t *bytes = lm_bits_aligned(&b, &copy);
  lm_term rest = LM_NONE;
  while (at < length) {
    unsigned used;
    int32_t c = character(w->encoding, bytes + at, length - at, &used);
    if (c >= 0) {
      put(w, c);
      at += used;
      continue;
    }
    bool little = w->encoding.little;
    w->missing = w->encoding.unit == 2 ? missing16(bytes + at, length - at, little) : missing32(bytes + at, length - at, little);
    if (w->missing > 0) {
      w->begun_bytes = (unsigned)(length - at);
      memcpy(w->begun, bytes + at, w->begun_bytes);
    } else {
      rest = lm_bits_slice(w->p, binary, 8 * (uint64_t)at, 8 * (uint64_t)(length - at));
    }
    break;
  }
  lm_delete(copy);
  return rest;
}

static size_t bytes_of(lm_term binary) { return (size_t)(lm_bits_of(binary).size / 8); }

static lm_term part(walk *w, lm_term binary, size_t at, size_t length) {
  return lm_bits_slice(w->p, binary, 8 * (uint64_t)at, 8 * (uint64_t)length);
}

// What was begun and `length` bytes more, as one binary; nothing is begun then.
static lm_term joined(walk *w, lm_term binary, size_t length) {
  lm_bits b = lm_bits_of(binary);
  for (size_t i = 0; i < length; i++) w->begun[w->begun_bytes++] = lm_bits_byte(&b, i);
  lm_term whole = lm_binary(w->p, w->begun, w->begun_bytes);
  w->begun_bytes = 0;
  return whole;
}

static void begin_more(walk *w, lm_term binary) {
  lm_bits b = lm_bits_of(binary);
  size_t length = (size_t)(b.size / 8);
  for (size_t i = 0; i < length; i++) w->begun[w->begun_bytes++] = lm_bits_byte(&b, i);
  w->missing -= (unsigned)length;
}

// A binary in a list that goes on with `*list`. Answers as of_piece.
static lm_term of_element(walk *w, lm_term binary, lm_term *list) {
  size_t length = bytes_of(binary);
  if (w->begun_bytes > 0) {
    unsigned wanted = w->missing;
    if (length < wanted) {
      begin_more(w, binary);
      return LM_NONE;
    }
    lm_term first = joined(w, binary, wanted);
    *list = lm_cons(w->p, part(w, binary, wanted, length - wanted), *list);
    return of_piece(w, first);
  }
  if (length > PIECE) {
    *list = lm_cons(w->p, part(w, binary, PIECE, length - PIECE), *list);
    binary = part(w, binary, 0, PIECE);
  }
  return of_piece(w, binary);
}

// A binary that ends a list or stands alone; `*list` is what comes next. Answers as of_piece.
static lm_term of_last(walk *w, lm_term binary, lm_term *list) {
  size_t length = bytes_of(binary);
  *list = LM_NIL;
  if (w->begun_bytes > 0) {
    if (length < w->missing) {
      begin_more(w, binary);
    } else {
      *list = lm_cons(w->p, joined(w, binary, 0), lm_cons(w->p, binary, LM_NIL));
    }
    return LM_NONE;
  }
  if (length <= PIECE) return of_piece(w, binary);
  *list = lm_cons(w->p, part(w, binary, 0, PIECE), lm_cons(w->p, part(w, binary, PIECE, length - PIECE), LM_NIL));
  return LM_NONE;
}

// As of_piece, for an integer at the front of `list`.
static lm_term of_integer(walk *w, lm_term c) {
  return lm_is_small(c) && put(w, lm_small_value(c)) ? LM_NONE : lm_cons(w->p, c, LM_NIL);
}

static lm_term run(walk *w, lm_term list, lm_term *rest) {
  for (;;) {
    lm_term bad;
    if (lm_is_cons(list)) {
      lm_term whole = list, head = lm_head(list);
      list = lm_tail(list);
      if (lm_is_list(head)) {
        lm_stack_push(&w->tails, list);
        list = head;
        continue;
      }
      if (lm_is_integer(head) && w->begun_bytes > 0) {
        bad = lm_binary(w->p, w->begun, w->begun_bytes);
        list = whole;
      } else if (lm_is_integer(head)) {
        bad = of_integer(w, head);
      } else if (lm_is_binary(head)) {
        bad = of_element(w, head, &list);
      } else {
        return LM_ATOM_BADARG;
      }
      if (bad != LM_NONE) bad = lm_cons(w->p, bad, list);
    } else if (lm_is_binary(list)) {
      bad = of_last(w, list, &list);
    } else if (lm_is_nil(list)) {
      if (lm_stack_is_empty(&w->tails)) break;
      list = lm_stack_pop(&w->tails);
      continue;
    } else {
      return LM_ATOM_BADARG;
    }
    if (bad == LM_NONE) continue;
    while (!lm_stack_is_empty(&w->tails)) bad = lm_cons(w->p, bad, lm_stack_pop(&w->tails));
    *rest = bad;
    return LM_ATOM_ERROR;
  }
  if (w->begun_bytes == 0) return LM_ATOM_OK;
  *rest = lm_binary(w->p, w->begun, w->begun_bytes);
  return LM_ATOM_INCOMPLETE;
}

lm_term lm_wide_convert(lm_proc *p, lm_term characters, lm_wide_encoding encoding, lm_buffer *out, lm_term *rest) {
  walk w = {.p = p, .encoding = encoding, .out = out};
  lm_stack_open(&w.tails);
  lm_term status = run(&w, characters, rest);
  lm_stack_close(&w.tails);
  return status;
}
