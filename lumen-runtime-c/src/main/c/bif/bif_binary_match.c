// Searching in binaries: binary:match, matches, split, compile_pattern.
//
// A compiled pattern is {bm, Binary} or {ac, [Binary, ...]}: there is nothing to prepare, a search for one binary is the
// C library's memmem (linear), one for several looks at each where its first byte stands.
#include "bif/lm_bif.h"
#include "memory/lm_memory.h"
#include "term/lm_bits.h"

// ---- patterns ---------------------------------------------------------------------------------------------------

typedef struct needle {
  const uint8_t *bytes;
  size_t length;
  uint8_t *copy; // when its bits are not aligned
} needle;

typedef struct pattern {
  size_t count;
  needle *needles;
  bool begins[256]; // some needle begins with this byte
} pattern;

static void pattern_close(pattern *s) {
  for (size_t i = 0; i < s->count; i++) lm_delete(s->needles[i].copy);
  lm_delete(s->needles);
}

static bool is_needle(lm_term t) { return lm_is_binary(t) && lm_bits_of(t).size > 0; }

static void add(pattern *s, lm_term t) {
  lm_bits b = lm_bits_of(t);
  needle *n = &s->needles[s->count++];
  n->bytes = lm_bits_aligned(&b, &n->copy);
  n->length = (size_t)(b.size / 8);
  s->begins[n->bytes[0]] = true;
}

// The binaries of a pattern, compiled or not; false when it is none.
static bool pattern_open(pattern *s, lm_term t) {
  if (lm_is_tuple(t) && lm_tuple_size(t) == 2 && (lm_elements(t)[0] == LM_ATOM_BM || lm_elements(t)[0] == LM_ATOM_AC))
    t = lm_elements(t)[1];
  *s = (pattern){.count = 0};
  if (is_needle(t)) {
    s->needles = lm_new(sizeof(needle));
    add(s, t);
    return true;
  }
  if (!lm_is_cons(t)) return false;
  size_t count = 0;
  lm_term at = t;
  for (; lm_is_cons(at) && is_needle(lm_head(at)); at = lm_tail(at)) count++;
  if (!lm_is_nil(at)) return false;
  s->needles = lm_new(count * sizeof(needle));
  for (at = t; lm_is_cons(at); at = lm_tail(at)) add(s, lm_head(at));
  return true;
}

lm_term lumen_bif_binary_compile_pattern_1(lm_proc *p, lm_term t) {
  pattern s;
  if (lm_is_tuple(t) || !pattern_open(&s, t)) return lm_badarg(p);
  pattern_close(&s);
  return lm_tuple2(p, lm_is_cons(t) && !lm_is_nil(lm_tail(t)) ? LM_ATOM_AC : LM_ATOM_BM,
                   lm_is_cons(t) && lm_is_nil(lm_tail(t)) ? lm_head(t) : t);
}

// ---- one search -------------------------------------------------------------------------------------------------

enum { PIECE = 2 * LM_STRIDE }; // bytes that are searched without a look around

// Where the subject is searched: bytes [at, end).
typedef struct search {
  pattern pattern;
  const uint8_t *bytes;
  uint8_t *copy;
  size_t size;
  size_t at, end;
  uint64_t unpaid;
} search;

// The next match: the earliest, of these the longest. Goes on behind it.
static bool next(search *s, size_t *position, size_t *length) {
  if (s->pattern.count == 1) {
    const needle *n = s->pattern.needles;
    while (s->end - s->at >= n->length) {
      // A piece, and so much behind it that a match which begins in the piece is seen whole.
      size_t room = s->end - s->at, seen = room - n->length < PIECE ? room : PIECE + n->length - 1;
      const uint8_t *found = memmem(s->bytes + s->at, seen, n->bytes, n->length);
      size_t searched = found == NULL ? seen : (size_t)(found - s->bytes) - s->at + n->length;
      lm_steps(&s->unpaid, searched, LM_SEARCHED_BYTES);
      if (found != NULL) {
        *position = (size_t)(found - s->bytes);
        *length = n->length;
        s->at = *position + *length;
        return true;
      }
      if (seen == room) return false;
      s->at += PIECE;
    }
    return false;
  }
  for (; s->pattern.count > 0 && s->at < s->end; s->at++) {
    lm_steps(&s->unpaid, 1, LM_SEARCHED_BYTES);
    if (!s->pattern.begins[s->bytes[s->at]]) continue;
    size_t longest = 0;
    for (size_t i = 0; i < s->pattern.count; i++) {
      const needle *n = &s->pattern.needles[i];
      if (n->length > longest && n->length <= s->end - s->at && memcmp(n->bytes, s->bytes + s->at, n->length) == 0)
        longest = n->length;
    }
    if (longest > 0) {
      *position = s->at;
      *length = longest;
      s->at += longest;
      return true;
    }
  }
  return false;
}

static bool set_scope(search *s, lm_term option) {
  if (!lm_is_tuple(option) || lm_tuple_size(option) != 2 || lm_elements(option)[0] != LM_ATOM_SCOPE) return false;
  lm_term range = lm_elements(option)[1];
  if (!lm_is_tuple(range) || lm_tuple_size(range) != 2 || !lm_are_small(lm_elements(range)[0], lm_elements(range)[1]))
    return false;
  int64_t start = lm_small_value(lm_elements(range)[0]), length = lm_small_value(lm_elements(range)[1]);
  int64_t size = (int64_t)s->size;
  if (start < 0 || start > size) return false;
  if (length < 0) {
    if (-length > start) return false;
    s->at = (size_t)(start + length);
    s->end = (size_t)start;
  } else {
    if (length > size - start) return false;
    s->at = (size_t)start;
    s->end = (size_t)(start + length);
  }
  return true;
}

typedef struct split_options {
  bool global, trim, trim_all;
} split_options;

static void search_close(lm_proc *p, search *s) {
  lm_charge(p, s->unpaid, LM_SEARCHED_BYTES);
  pattern_close(&s->pattern);
  lm_delete(s->copy);
}

// `split`: also takes the options of binary:split; NULL otherwise. False: badarg, and nothing is open.
static bool search_open(lm_proc *p, search *s, lm_term subject, lm_term pattern, lm_term options, split_options *split) {
  if (!lm_is_binary(subject) || !lm_is_list(options)) return false;
  s->pattern = (struct pattern){.count = 0};
  lm_bits b = lm_bits_of(subject);
  s->bytes = lm_bits_aligned(&b, &s->copy);
  s->size = s->end = (size_t)(b.size / 8);
  s->at = 0;
  s->unpaid = 0;
  for (; lm_is_cons(options); options = lm_tail(options)) {
    lm_term option = lm_head(options);
    if (split != NULL && option == LM_ATOM_GLOBAL) {
      split->global = true;
    } else if (split != NULL && option == LM_ATOM_TRIM) {
      split->trim = true;
    } else if (split != NULL && option == LM_ATOM_TRIM_ALL) {
      split->trim_all = true;
    } else if (!set_scope(s, option)) {
      break;
    }
  }
  // OTP looks neither at what ends the list, nor at the pattern when the search ends at 0.
  if (!lm_is_cons(options) && (s->end == 0 || pattern_open(&s->pattern, pattern))) {
    return true;
  }
  search_close(p, s);
  return false;
}

static lm_term range(lm_proc *p, size_t position, size_t length) {
  return lm_tuple2(p, lm_small((int64_t)position), lm_small((int64_t)length));
}

lm_term lumen_bif_binary_match_3(lm_proc *p, lm_term subject, lm_term pattern, lm_term options) {
  LM_MAY_YIELD(p);
  search s;
  if (!search_open(p, &s, subject, pattern, options, NULL)) return lm_badarg(p);
  size_t position, length;
  lm_term result = next(&s, &position, &length) ? range(p, position, length) : LM_ATOM_NOMATCH;
  search_close(p, &s);
  return result;
}

lm_term lumen_bif_binary_match_2(lm_proc *p, lm_term subject, lm_term pattern) {
  return lumen_bif_binary_match_3(p, subject, pattern, LM_NIL);
}

lm_term lumen_bif_binary_matches_3(lm_proc *p, lm_term subject, lm_term pattern, lm_term options) {
  LM_MAY_YIELD(p);
  search s;
  if (!search_open(p, &s, subject, pattern, options, NULL)) return lm_badarg(p);
  size_t position, length;
  lm_list_builder list;
  lm_list_begin(&list);
  while (next(&s, &position, &length)) lm_list_add(p, &list, range(p, position, length));
  search_close(p, &s);
  return lm_list_finish(&list, LM_NIL);
}

lm_term lumen_bif_binary_matches_2(lm_proc *p, lm_term subject, lm_term pattern) {
  return lumen_bif_binary_matches_3(p, subject, pattern, LM_NIL);
}

// ---- split ------------------------------------------------------------------------------------------------------

lm_term lumen_bif_binary_split_3(lm_proc *p, lm_term subject, lm_term pattern, lm_term options) {
  LM_MAY_YIELD(p);
  search s;
  split_options split = {false, false, false};
  if (!search_open(p, &s, subject, pattern, options, &split)) return lm_badarg(p);
  lm_list_builder list;
  lm_list_begin(&list);
  size_t start = 0, position, length, empty = 0; // empty parts that the list waits with: at the end they may be trimmed
  bool more = true;
  while (more) {
    more = next(&s, &position, &length);
    size_t end = more ? position : s.size;
    if (end > start) {
      for (; empty > 0; empty--) lm_list_add(p, &list, lm_bits_slice(p, subject, 0, 0));
      lm_list_add(p, &list, lm_bits_slice(p, subject, 8 * (uint64_t)start, 8 * (uint64_t)(end - start)));
    } else if (!split.trim_all) {
      empty++;
    }
    if (!more) break;
    start = position + length;
    if (!split.global) s.at = s.end; // one match is enough
  }
  if (!split.trim)
    for (; empty > 0; empty--) lm_list_add(p, &list, lm_bits_slice(p, subject, 0, 0));
  search_close(p, &s);
  return lm_list_finish(&list, LM_NIL);
}

lm_term lumen_bif_binary_split_2(lm_proc *p, lm_term subject, lm_term pattern) {
  return lumen_bif_binary_split_3(p, subject, pattern, LM_NIL);
}
