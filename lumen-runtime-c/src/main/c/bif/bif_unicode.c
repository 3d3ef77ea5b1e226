// The natives of the module unicode: nested lists of code points and of binaries to UTF-8 or to a list of code points.
#include "bif/lm_unicode_wide.h"
#include "memory/lm_memory.h"
#include "term/lm_bits.h"
#include "term/lm_buffer.h"
#include "term/lm_stack.h"
#include "term/lm_utf8.h"
#include "work/lm_work.h"

enum status { GOOD, BADARG, ERROR, INCOMPLETE };

// A walk over the characters. Where it stands: `here` is what comes next, `tails` what follows in the lists around it.
typedef struct walk {
  lm_proc *p;
  bool latin1;
  lm_buffer out;      // UTF-8
  lm_stack tails;
  uint8_t begun[4];   // a character that a binary ended in the middle of
  unsigned begun_bytes;
  lm_term rest;       // after an error
  uint64_t unpaid;    // steps (lm_steps)
} walk;

// What was not converted, as the language shows it: `at`, put in front of the tails of the lists that it stands in.
static lm_term rest_of(walk *w, lm_term at) {
  while (!lm_stack_is_empty(&w->tails)) at = lm_cons(w->p, at, lm_stack_pop(&w->tails));
  return at;
}

// An error at something that can't go on with the character that was begun.
static enum status broken_off(walk *w, lm_term at) {
  lm_term rest = lm_cons(w->p, rest_of(w, at), LM_NIL);
  w->rest = lm_cons(w->p, lm_binary(w->p, w->begun, w->begun_bytes), rest);
  return ERROR;
}

static void put(walk *w, uint32_t c) { w->out.length += lm_utf8_put(lm_buffer_reserve(&w->out, 4), c); }

static enum status of_integer(walk *w, lm_term t) {
  if (w->begun_bytes > 0) return broken_off(w, t);
  int64_t c = lm_is_small(t) ? lm_small_value(t) : -1;
  if (!lm_is_code_point(c) || (w->latin1 && c > 0xFF)) {
    w->rest = rest_of(w, t);
    return ERROR;
  }
  put(w, (uint32_t)c);
  return GOOD;
}

static enum status of_utf8(walk *w, lm_term t, const uint8_t *bytes, size_t length) {
  size_t at = 0;
  unsigned begun = w->begun_bytes;
  while (w->begun_bytes > 0 && at < length) {
    unsigned used;
    w->begun[w->begun_bytes] = bytes[at];
    int32_t c = lm_utf8_get(w->begun, w->begun_bytes + 1, &used);
    if (c == LM_UTF8_BAD) {
      w->begun_bytes = begun;
      return broken_off(w, t);
    }
    at++;
    w->begun_bytes++;
    if (c >= 0) {
      put(w, (uint32_t)c);
      w->begun_bytes = 0;
    }
  }
  size_t start = at;
  while (at < length) {
    unsigned used = 1;
    int32_t c = lm_utf8_get(bytes + at, length - at, &used);
    if (c < 0) {
      lm_buffer_add(&w->out, bytes + start, at - start);
      if (c == LM_UTF8_SHORT) {
        w->begun_bytes = (unsigned)(length - at);
        memcpy(w->begun, bytes + at, w->begun_bytes);
        return GOOD;
      }
      w->rest = rest_of(w, lm_bits_slice(w->p, t, 8 * (uint64_t)at, 8 * (uint64_t)(length - at)));
      return ERROR;
    }
    at += used;
    lm_steps(&w->unpaid, used, LM_SEARCHED_BYTES);
  }
  lm_buffer_add(&w->out, bytes + start, at - start);
  return GOOD;
}

static enum status of_binary(walk *w, lm_term t) {
  lm_bits b = lm_bits_of(t);
  if (b.size % 8 != 0) return BADARG;
  size_t length = (size_t)(b.size / 8);
  enum status status = GOOD;
  uint8_t *copy;
  const uint8_t *bytes = lm_bits_aligned(&b, &copy);
  if (w->latin1) {
    for (size_t i = 0; i < length; i++) {
      put(w, bytes[i]);
      lm_steps(&w->unpaid, 1, LM_SEARCHED_BYTES);
    }
  } else {
    status = of_utf8(w, t, bytes, length);
  }
  lm_delete(copy);
  return status;
}

static enum status run(walk *w, lm_term t) {
  enum status status = GOOD;
  uint32_t steps = 0;
  for (;;) {
    if (lm_gives_up(&steps)) return BADARG;
    if (lm_is_cons(t)) {
      lm_stack_push(&w->tails, lm_tail(t));
      t = lm_head(t);
      if (lm_is_cons(t)) continue;
      if (lm_is_integer(t)) {
        if ((status = of_integer(w, t)) != GOOD) return status;
        t = lm_stack_pop(&w->tails);
        continue;
      }
    }
    if (lm_is_bitstring(t)) {
      if ((status = of_binary(w, t)) != GOOD) return status;
    } else if (!lm_is_nil(t)) {
      return BADARG;
    }
    if (lm_stack_is_empty(&w->tails)) break;
    t = lm_stack_pop(&w->tails);
  }
  if (w->begun_bytes == 0) return GOOD;
  w->rest = lm_binary(w->p, w->begun, w->begun_bytes);
  return INCOMPLETE;
}

static lm_term to_list(lm_proc *p, const lm_buffer *b) {
  lm_list_builder list;
  lm_list_begin(&list);
  unsigned used;
  uint64_t unpaid = 0;
  for (size_t i = 0; i < b->length; i += used) {
    lm_list_add(p, &list, lm_small(lm_utf8_get(b->bytes + i, b->length - i, &used)));
    lm_steps(&unpaid, 1, LM_CELLS);
  }
  lm_charge(p, unpaid, LM_CELLS);
  return lm_list_finish(&list, LM_NIL);
}

// {error | incomplete, Good, Rest}, or only what is good.
static lm_term result_of(lm_proc *p, const lm_buffer *out, bool list, lm_term status, lm_term rest) {
  lm_term good = list ? to_list(p, out) : lm_binary(p, out->bytes, out->length);
  return status == LM_ATOM_OK ? good : lm_tuple3(p, status, good, rest);
}

static lm_term convert_wide(lm_proc *p, lm_term characters, lm_wide_encoding encoding, bool list) {
  lm_buffer out;
  lm_buffer_open(&out);
  lm_term rest = LM_NIL, status = lm_wide_convert(p, characters, encoding, &out, &rest);
  lm_term result = status == LM_ATOM_BADARG ? lm_badarg(p) : result_of(p, &out, list, status, rest);
  lm_buffer_close(&out);
  return result;
}

// The result, or {error | incomplete, Good, Rest}. Where a character is begun in one binary and goes wrong in another, OTP 25
// cuts the rest in other places.
static lm_term convert(lm_proc *p, lm_term characters, lm_term encoding, bool list) {
  LM_MAY_YIELD(p);
  lm_wide_encoding wide;
  if (lm_wide_encoding_of(encoding, &wide)) return convert_wide(p, characters, wide, list);
  bool latin1 = encoding == LM_ATOM_LATIN1;
  if (!latin1 && encoding != LM_ATOM_UNICODE && encoding != LM_ATOM_UTF8) return lm_badarg(p);
  // OTP 25 takes [Binary] for Binary here, which shows in the rest after an error.
  if (!list && lm_is_cons(characters) && lm_is_nil(lm_tail(characters)) && lm_is_bitstring(lm_head(characters)))
    characters = lm_head(characters);
  walk w = {.p = p, .latin1 = latin1};
  lm_buffer_open(&w.out);
  lm_stack_open(&w.tails);
  enum status status = run(&w, characters);
  lm_charge(p, w.unpaid, LM_SEARCHED_BYTES);
  lm_term result;
  if (status == BADARG) {
    result = lm_badarg(p);
  } else {
    lm_term kind = status == GOOD ? LM_ATOM_OK : status == ERROR ? LM_ATOM_ERROR : LM_ATOM_INCOMPLETE;
    result = result_of(p, &w.out, list, kind, w.rest);
  }
  lm_stack_close(&w.tails);
  lm_buffer_close(&w.out);
  return result;
}

lm_term lumen_bif_unicode_characters_to_binary_2(lm_proc *p, lm_term characters, lm_term encoding) {
  return convert(p, characters, encoding, false);
}

lm_term lumen_bif_unicode_characters_to_list_2(lm_proc *p, lm_term characters, lm_term encoding) {
  return convert(p, characters, encoding, true);
}

lm_term lumen_bif_unicode_bin_is_7bit_1(lm_proc *p, lm_term t) {
  if (!lm_is_binary(t)) return LM_ATOM_FALSE;
  lm_bits b = lm_bits_of(t);
  LM_MAY_YIELD(p);
  uint64_t unpaid = 0;
  for (uint64_t i = 0; i < b.size / 8; i++) {
    if (lm_bits_byte(&b, i) > 0x7F) return LM_ATOM_FALSE;
    lm_steps(&unpaid, 1, LM_SEARCHED_BYTES);
  }
  lm_charge(p, unpaid, LM_SEARCHED_BYTES);
  return LM_ATOM_TRUE;
}
