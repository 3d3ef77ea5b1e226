// Terms as text: see lm_print.h. What is still to print stands on a stack, its end first.
#include "term/lm_print.h"

#include "memory/lm_memory.h"
#include "num/lm_decimal.h"
#include "term/lm_atoms.h"
#include "term/lm_bignum.h"
#include "term/lm_bits.h"
#include "term/lm_identity.h"
#include "term/lm_map.h"
#include "term/lm_record.h"
#include "term/lm_stack.h"
#include "work/lm_work.h"

// ---- atoms ------------------------------------------------------------------------------------------------------

static bool is_lower(unsigned c) { return (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFF && c != 0xF7); }
static bool is_alphanumeric(unsigned c) {
  return is_lower(c) || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
}

// One character of well-formed UTF-8; *length = its bytes.
static unsigned character(const uint8_t *text, unsigned *length) {
  unsigned c = text[0];
  if (c < 0x80) return *length = 1, c;
  if (c < 0xE0) return *length = 2, (c & 0x1F) << 6 | (text[1] & 0x3F);
  if (c < 0xF0) return *length = 3, (c & 0x0F) << 12 | (text[1] & 0x3Fu) << 6 | (text[2] & 0x3F);
  return *length = 4, (c & 0x07) << 18 | (text[1] & 0x3Fu) << 12 | (text[2] & 0x3Fu) << 6 | (text[3] & 0x3F);
}

static bool needs_quotes(const uint8_t *text, size_t length) {
  unsigned n;
  if (length == 0 || !is_lower(character(text, &n))) return true;
  for (size_t i = 0; i < length; i += n)
    if (!is_alphanumeric(character(text + i, &n))) return true;
  return false;
}

static void print_quoted_character(lm_buffer *out, unsigned c, const uint8_t *text, unsigned length) {
  static const char letters[] = "btnvfr"; // from 8 on
  if (c == '\'' || c == '\\') {
    lm_buffer_byte(out, '\\');
    lm_buffer_byte(out, (uint8_t)c);
  } else if (c >= 8 && c <= 13) {
    lm_buffer_byte(out, '\\');
    lm_buffer_byte(out, (uint8_t)letters[c - 8]);
  } else if (c < ' ' || (c >= 0x80 && c < 0xA0)) {
    lm_buffer_byte(out, '\\');
    for (int shift = 6; shift >= 0; shift -= 3) lm_buffer_byte(out, (uint8_t)('0' + (c >> shift & 7)));
  } else {
    lm_buffer_add(out, text, length);
  }
}

void lm_print_atom(lm_buffer *out, lumen_runtime *rt, lm_term atom) {
  size_t length;
  const uint8_t *text = lm_atom_text(rt, atom, &length);
  if (!needs_quotes(text, length)) {
    lm_buffer_add(out, text, length);
    return;
  }
  lm_buffer_byte(out, '\'');
  unsigned n;
  for (size_t i = 0; i < length; i += n) {
    unsigned c = character(text + i, &n);
    print_quoted_character(out, c, text + i, n);
  }
  lm_buffer_byte(out, '\'');
}

// ---- simple terms -----------------------------------------------------------------------------------------------

void lm_print_integer(lm_buffer *out, lm_term integer) {
  lm_digits d;
  lm_digits_of(&d, integer);
  if (d.negative) lm_buffer_byte(out, '-');
  if (d.count <= 1) {
    lm_buffer_decimal(out, d.count == 0 ? 0 : d.limbs[0]);
    return;
  }
  lm_limb *scratch = lm_new(lm_limbs_to_text_scratch(d.count, 10) * sizeof(lm_limb));
  uint8_t *text = lm_buffer_reserve(out, lm_limbs_text_room(d.count, 10));
  out->length += lm_limbs_to_text((char *)text, d.limbs, d.count, 10, scratch);
  lm_delete(scratch);
}

static void print_float(lm_buffer *out, double d) {
  char text[LM_DECIMAL_ROOM];
  lm_buffer_add(out, text, lm_decimal_scientific_text(text, d, 6));
}

void lm_print_identity(lm_buffer *out, lm_term t) {
  lm_identity id;
  lm_identity_of(&id, t);
  lm_buffer_text(out, lm_is_pid(t) ? "<" : lm_is_port(t) ? "#Port<" : "#Ref<");
  lm_buffer_decimal(out, lm_identity_channel(&id));
  if (lm_is_port(t)) {
    lm_buffer_byte(out, '.');
    lm_buffer_decimal(out, (uint64_t)id.words[1] << 32 | id.words[0]);
  } else if (lm_is_pid(t)) {
    for (unsigned i = 0; i < 2; i++) {
      lm_buffer_byte(out, '.');
      lm_buffer_decimal(out, id.words[i]);
    }
  } else {
    for (unsigned i = id.count; i-- > 0;) {
      lm_buffer_byte(out, '.');
      lm_buffer_decimal(out, id.words[i]);
    }
  }
  lm_buffer_byte(out, '>');
}

void lm_print_fun(lm_buffer *out, lumen_runtime *rt, lm_term fun) {
  const lumen_fun_entry *entry = (const lumen_fun_entry *)(uintptr_t)lm_pointer(fun)[1];
  lm_buffer_text(out, entry->external ? "fun " : "#Fun<");
  lm_print_atom(out, rt, entry->module);
  if (entry->external) {
    lm_buffer_byte(out, ':');
    lm_print_atom(out, rt, entry->name);
    lm_buffer_byte(out, '/');
    lm_buffer_decimal(out, entry->arity);
  } else {
    lm_buffer_byte(out, '.');
    lm_buffer_decimal(out, entry->index);
    lm_buffer_byte(out, '.');
    lm_buffer_decimal(out, entry->uniq);
    lm_buffer_byte(out, '>');
  }
}

static void print_bits(lm_buffer *out, lm_term t) {
  lm_bits b = lm_bits_of(t);
  uint64_t bytes = b.size / 8;
  unsigned rest = b.size % 8;
  bool text = rest == 0 && bytes > 0;
  for (uint64_t i = 0; text && i < bytes; i++) {
    unsigned c = lm_bits_byte(&b, i);
    text = c >= ' ' && c < 0x7F;
  }
  lm_buffer_text(out, text ? "<<\"" : "<<");
  for (uint64_t i = 0; i < bytes; i++) {
    unsigned c = lm_bits_byte(&b, i);
    if (text) {
      if (c == '"') lm_buffer_byte(out, '\\');
      lm_buffer_byte(out, (uint8_t)c);
    } else {
      if (i > 0) lm_buffer_byte(out, ',');
      lm_buffer_decimal(out, c);
    }
  }
  if (rest > 0) {
    if (bytes > 0) lm_buffer_byte(out, ',');
    lm_buffer_decimal(out, lm_bits_few(b.bytes, b.at + 8 * bytes, rest));
    lm_buffer_byte(out, ':');
    lm_buffer_decimal(out, rest);
  }
  lm_buffer_text(out, text ? "\">>" : ">>");
}

// ---- compound terms ---------------------------------------------------------------------------------------------

static bool is_string(lm_term list) {
  for (; lm_is_cons(list); list = lm_tail(list)) {
    lm_term head = lm_head(list);
    if (!lm_is_small(head)) return false;
    int64_t c = lm_small_value(head);
    bool printable = (c >= ' ' && c < 0x7F) || (c >= 0xA0 && c <= 0xFF) || c == '\t' || c == '\n' || c == '\r';
    if (!printable) return false;
  }
  return lm_is_nil(list);
}

static void print_string(lm_buffer *out, lm_term list) {
  lm_buffer_byte(out, '"');
  for (; lm_is_cons(list); list = lm_tail(list)) {
    uint8_t c = (uint8_t)lm_small_value(lm_head(list));
    if (c == '\n') {
      lm_buffer_text(out, "\\n");
    } else {
      if (c == '"') lm_buffer_byte(out, '\\');
      lm_buffer_byte(out, c);
    }
  }
  lm_buffer_byte(out, '"');
}

// What the stack holds: a kind on top of its two or three words.
enum work {
  TERM,     // term
  REST,     // term: the tail of a list whose elements so far are printed
  ELEMENTS, // of a tuple: pointer to the next, how many are left, how many are printed
  FIELDS,   // of a record: the record, how many are printed, how many there are
  PAIRS,    // pointer to an array of key, value, ... of which this frees it; next; count
};

static void push(lm_stack *s, uint64_t a, uint64_t b, uint64_t c, enum work kind) {
  lm_stack_push(s, a);
  lm_stack_push(s, b);
  lm_stack_push(s, c);
  lm_stack_push(s, kind);
}

static void print_map(lm_buffer *out, lm_stack *s, lm_term map) {
  size_t count = lm_map_size(map), i = 0;
  lm_term *pairs = lm_new(2 * count * sizeof(lm_term));
  lm_map_cursor c;
  lm_map_start(&c, map);
  while (i < count && lm_map_next(&c, &pairs[2 * i], &pairs[2 * i + 1])) i++;
  lm_buffer_text(out, "#{");
  push(s, (uintptr_t)pairs, 0, 2 * count, PAIRS);
}

static void print_record(lm_buffer *out, lumen_runtime *rt, lm_stack *s, lm_term record) {
  const lm_term *definition = lm_record_definition(record);
  lm_buffer_byte(out, '#');
  lm_print_atom(out, rt, definition[LM_RECORD_MODULE]);
  lm_buffer_byte(out, ':');
  lm_print_atom(out, rt, definition[LM_RECORD_NAME]);
  lm_buffer_byte(out, '{');
  push(s, record, 0, lm_record_size(record), FIELDS);
}

static void print_one(lm_buffer *out, lumen_runtime *rt, lm_stack *s, lm_term t) {
  if (lm_is_cons(t)) {
    if (is_string(t)) {
      print_string(out, t);
    } else {
      lm_buffer_byte(out, '[');
      push(s, lm_tail(t), 0, 0, REST);
      push(s, lm_head(t), 0, 0, TERM);
    }
  } else if (lm_is_nil(t)) {
    lm_buffer_text(out, "[]");
  } else if (lm_is_integer(t)) {
    lm_print_integer(out, t);
  } else if (lm_is_float(t)) {
    print_float(out, lm_float_value(t));
  } else if (lm_is_atom(t)) {
    lm_print_atom(out, rt, t);
  } else if (lm_is_tuple(t)) {
    lm_buffer_byte(out, '{');
    push(s, (uintptr_t)lm_elements(t), lm_tuple_size(t), 0, ELEMENTS);
  } else if (lm_is_bitstring(t)) {
    print_bits(out, t);
  } else if (lm_is_map(t)) {
    print_map(out, s, t);
  } else if (lm_is_record(t)) {
    print_record(out, rt, s, t);
  } else if (lm_is_kind(t, LM_KIND_FUN)) {
    lm_print_fun(out, rt, t);
  } else if (lm_is_pid(t) || lm_is_port(t) || lm_is_reference(t)) {
    lm_print_identity(out, t);
  } else {
    lm_buffer_text(out, "#<internal>"); // a raw stack trace; never in the hands of a program
  }
}

void lm_print(lm_buffer *out, lumen_runtime *rt, lm_term t) {
  lm_stack s;
  lm_stack_open(&s);
  push(&s, t, 0, 0, TERM);
  uint32_t steps = 0;
  while (!lm_stack_is_empty(&s)) {
    uint64_t *top = s.words + s.count - 4;
    if (lm_gives_up(&steps)) {
      if (top[3] == PAIRS) lm_delete((lm_term *)(uintptr_t)top[0]);
      s.count -= 4;
      continue;
    }
    switch ((enum work)top[3]) {
      case TERM:
        s.count -= 4;
        print_one(out, rt, &s, top[0]);
        break;
      case REST: {
        lm_term rest = top[0];
        if (lm_is_cons(rest)) {
          lm_buffer_byte(out, ',');
          top[0] = lm_tail(rest);
          print_one(out, rt, &s, lm_head(rest));
        } else if (lm_is_nil(rest)) {
          lm_buffer_byte(out, ']');
          s.count -= 4;
        } else {
          lm_buffer_byte(out, '|');
          top[0] = LM_NIL;
          print_one(out, rt, &s, rest);
        }
        break;
      }
      case ELEMENTS: {
        const lm_term *at = (const lm_term *)(uintptr_t)top[0];
        if (top[1] == 0) {
          lm_buffer_byte(out, '}');
          s.count -= 4;
        } else {
          top[0] += sizeof(lm_term);
          top[1]--;
          if (top[2]++ > 0) lm_buffer_byte(out, ',');
          print_one(out, rt, &s, *at);
        }
        break;
      }
      case FIELDS: {
        lm_term record = top[0];
        if (top[1] == top[2]) {
          lm_buffer_byte(out, '}');
          s.count -= 4;
        } else {
          uint64_t i = top[1]++;
          if (i > 0) lm_buffer_byte(out, ',');
          lm_print_atom(out, rt, lm_record_fields(record)[i]);
          lm_buffer_byte(out, '=');
          print_one(out, rt, &s, lm_record_values(record)[i]);
        }
        break;
      }
      case PAIRS: {
        lm_term *pairs = (lm_term *)(uintptr_t)top[0];
        if (top[1] == top[2]) {
          lm_buffer_byte(out, '}');
          lm_delete(pairs);
          s.count -= 4;
        } else {
          uint64_t i = top[1]++;
          if (i > 0) lm_buffer_text(out, i % 2 ? "=>" : ",");
          print_one(out, rt, &s, pairs[i]);
        }
        break;
      }
    }
  }
  lm_stack_close(&s);
}
