#include "term/lm_iolist.h"

#include "term/lm_bits.h"
#include "term/lm_error.h"
#include "term/lm_stack.h"
#include "work/lm_work.h"

// Calls for every byte and bit string in order; answers false at the first thing that does not belong.
typedef bool visit_byte(void *context, uint8_t byte);
typedef bool visit_bits(void *context, const lm_bits *bits);

enum { CELLS_OF_A_REDUCTION = 4 };

static inline bool walk(lm_term t, void *context, visit_byte *on_byte, visit_bits *on_bits) {
  lm_stack s;
  lm_stack_open(&s);
  bool good = true;
  uint32_t steps = 0;
  uint64_t unpaid = 0;
  for (;;) {
    if (lm_is_cons(t)) {
      lm_term head = lm_head(t);
      if (lm_is_small(head)) {
        int64_t n = lm_small_value(head);
        good = n >= 0 && n < 256 && on_byte(context, (uint8_t)n);
        t = lm_tail(t);
        lm_steps(&unpaid, 1, CELLS_OF_A_REDUCTION);
      } else {
        lm_stack_push(&s, lm_tail(t));
        t = head;
      }
      if (!good) break;
      continue;
    }
    if (lm_is_bitstring(t)) {
      lm_bits b = lm_bits_of(t);
      if (!(good = on_bits(context, &b))) break;
    } else if (!lm_is_nil(t)) {
      good = false;
      break;
    }
    if (lm_stack_is_empty(&s)) break;
    if (lm_gives_up(&steps)) {
      good = false;
      break;
    }
    t = lm_stack_pop(&s);
  }
  lm_stack_close(&s);
  return good;
}

// More than any memory has, and the number of its bytes is small.
#define MAX_BITS ((uint64_t)1 << 62)

typedef struct measure {
  uint64_t bits;
  enum lm_iolist_kind kind;
} measure;

static bool measure_byte(void *context, uint8_t byte) {
  (void)byte;
  ((measure *)context)->bits += 8;
  return true;
}

static bool measure_bits(void *context, const lm_bits *bits) {
  measure *m = context;
  m->bits += bits->size;
  if (m->bits > MAX_BITS) m->bits = MAX_BITS; // the same large binary many times
  return m->kind == LM_IOLIST_BITS || bits->size % 8 == 0;
}

int64_t lm_iolist_size(lm_term t, enum lm_iolist_kind kind) {
  measure m = {0, kind};
  return walk(t, &m, measure_byte, measure_bits) ? (int64_t)m.bits : -1;
}

typedef struct writer {
  uint8_t *to;
  uint64_t at;
} writer;

static bool write_byte(void *context, uint8_t byte) {
  writer *w = context;
  if (w->at % 8 == 0) {
    w->to[w->at / 8] = byte;
  } else {
    lm_bits_copy(w->to, w->at, &byte, 0, 8);
  }
  w->at += 8;
  return true;
}

static bool write_bits(void *context, const lm_bits *bits) {
  writer *w = context;
  lm_bits_copy(w->to, w->at, bits->bytes, bits->at, bits->size);
  w->at += bits->size;
  return true;
}

void lm_iolist_write(lm_term t, uint8_t *to) {
  writer w = {to, 0};
  walk(t, &w, write_byte, write_bits);
}

typedef struct collector {
  void *context;
  void (*piece)(void *context, const uint8_t *bytes, size_t length);
  size_t length;
  uint8_t few[512];
} collector;

static void flush(collector *c) {
  if (c->length > 0) c->piece(c->context, c->few, c->length);
  c->length = 0;
}

static bool collect_byte(void *context, uint8_t byte) {
  collector *c = context;
  if (c->length == sizeof c->few) flush(c);
  c->few[c->length++] = byte;
  return true;
}

static bool collect_bits(void *context, const lm_bits *bits) {
  collector *c = context;
  if (bits->size % 8 != 0) return false;
  size_t left = (size_t)(bits->size / 8);
  if (bits->at % 8 == 0 && left > sizeof c->few / 4) {
    flush(c);
    c->piece(c->context, bits->bytes + bits->at / 8, left);
    return true;
  }
  for (uint64_t at = bits->at; left > 0;) {
    if (c->length == sizeof c->few) flush(c);
    size_t n = sizeof c->few - c->length < left ? sizeof c->few - c->length : left;
    lm_bits_copy(c->few + c->length, 0, bits->bytes, at, 8 * (uint64_t)n);
    c->length += n;
    at += 8 * (uint64_t)n;
    left -= n;
  }
  return true;
}

bool lm_iolist_each(lm_term t, void *context, void (*piece)(void *context, const uint8_t *bytes, size_t length)) {
  collector c; // but for `few`, which is filled before it is read
  c.context = context;
  c.piece = piece;
  c.length = 0;
  if (!walk(t, &c, collect_byte, collect_bits)) return false;
  flush(&c);
  return true;
}

lm_term lm_iolist_flatten(lm_proc *p, lm_term t, enum lm_iolist_kind kind) {
  int64_t bits = lm_iolist_size(t, kind);
  if (bits < 0) return lm_badarg(p);
  uint8_t *to;
  lm_term result = lm_bits_try_new(p, (uint64_t)bits, &to);
  if (result == LM_NONE) return LM_NONE;
  lm_iolist_write(t, to);
  return result;
}
