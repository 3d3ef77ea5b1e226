// The external term format to terms: see lm_etf.h.
//
// Slots wait for their terms on a stack, the next one on top. A slot is filled at once by a simple term; a compound one
// allocates its object, hangs it in and pushes the slots of its parts.
//
// Every part takes a byte at least. So a header may announce only as many parts as there are bytes left for, after those that
// others before it have announced (`promise`): all that is allocated is in proportion to the bytes that came.
#include <math.h>

#include "etf/lm_etf.h"
#include "heap/lm_heap.h"
#include "image/lm_modules.h"
#include "memory/lm_memory.h"
#include "num/lm_decimal.h"
#include "process/lm_runtime.h"
#include "term/lm_atoms.h"
#include "term/lm_bignum.h"
#include "term/lm_bits.h"
#include "term/lm_error.h"
#include "term/lm_identity.h"
#include "term/lm_map.h"
#include "term/lm_record.h"
#include "term/lm_stack.h"
#include "term/lm_utf8.h"
#include "work/lm_work.h"

typedef struct decoder {
  lm_proc *p;
  const uint8_t *at;
  const uint8_t *end;
  bool safe;
  bool bad; // the input ended early
  size_t promised; // terms that headers announced and that have not come yet
  lm_stack stack;
} decoder;

// ---- bytes ------------------------------------------------------------------------------------------------------

static size_t left(const decoder *d) { return (size_t)(d->end - d->at); }

static const uint8_t *take(decoder *d, size_t count) {
  static const uint8_t nothing[8];
  if (left(d) < count) {
    d->bad = true;
    d->at = d->end;
    return nothing; // enough for the numbers; whoever takes more looks at `bad` first
  }
  d->at += count;
  return d->at - count;
}

static uint64_t number(decoder *d, int bytes) {
  const uint8_t *at = take(d, (size_t)bytes);
  uint64_t n = 0;
  for (int i = 0; i < bytes; i++) n = n << 8 | at[i];
  return n;
}

// ---- simple terms; LM_NONE: bad -----------------------------------------------------------------------------------

static lm_term atom_of(decoder *d, const uint8_t *text, size_t length) {
  size_t characters;
  if (!lm_utf8_check(text, length, &characters) || characters > LM_ATOM_MAX_CHARACTERS) return LM_NONE;
  lumen_runtime *rt = lm_runtime_of(d->p);
  return d->safe ? lm_atom_existing(rt, text, length) : lm_atom_intern(rt, text, length);
}

static lm_term latin1_atom(decoder *d, size_t length) {
  const uint8_t *text = take(d, length);
  if (d->bad || length > LM_ATOM_MAX_CHARACTERS) return LM_NONE;
  uint8_t utf8[2 * LM_ATOM_MAX_CHARACTERS];
  size_t n = 0;
  for (size_t i = 0; i < length; i++) n += lm_utf8_put(utf8 + n, text[i]);
  return atom_of(d, utf8, n);
}

static lm_term utf8_atom(decoder *d, size_t length) {
  const uint8_t *text = take(d, length);
  return d->bad ? LM_NONE : atom_of(d, text, length);
}

static lm_term atom_with_tag(decoder *d, uint64_t tag) {
  switch (tag) {
    case LM_ETF_ATOM: return latin1_atom(d, (size_t)number(d, 2));
    case LM_ETF_SMALL_ATOM: return latin1_atom(d, (size_t)number(d, 1));
    case LM_ETF_ATOM_UTF8: return utf8_atom(d, (size_t)number(d, 2));
    case LM_ETF_SMALL_ATOM_UTF8: return utf8_atom(d, (size_t)number(d, 1));
    default: return LM_NONE;
  }
}

static lm_term atom(decoder *d) { return atom_with_tag(d, number(d, 1)); }

static lm_term big(decoder *d, size_t bytes) {
  bool negative = number(d, 1) != 0;
  const uint8_t *at = take(d, bytes);
  if (d->bad) return LM_NONE;
  while (bytes > 0 && at[bytes - 1] == 0) bytes--;
  size_t count = (bytes + 7) / 8;
  if (count > LM_BIGNUM_MAX_LIMBS) return LM_NONE;
  lm_limb few[8], *limbs = count <= 8 ? few : lm_new(count * sizeof(lm_limb));
  memset(limbs, 0, count * sizeof(lm_limb));
  for (size_t i = 0; i < bytes; i++) limbs[i / 8] |= (lm_limb)at[i] << 8 * (i % 8);
  lm_term t = lm_int_from_limbs(d->p, limbs, count, negative);
  if (limbs != few) lm_delete(limbs);
  return t;
}

static lm_term float_of_bits(decoder *d) {
  uint64_t bits = number(d, 8);
  double value;
  memcpy(&value, &bits, sizeof value);
  return d->bad || !isfinite(value) ? LM_NONE : lm_float(d->p, value);
}

static lm_term float_of_text(decoder *d) {
  enum { TEXT = 31 };
  const uint8_t *text = take(d, TEXT);
  if (d->bad) return LM_NONE;
  size_t length = 0;
  while (length < TEXT && text[length] != 0) length++;
  double value;
  if (lm_decimal_to_double((const char *)text, length, &value) != LM_DECIMAL_OK) return LM_NONE;
  return lm_float(d->p, value);
}

static lm_term bits(decoder *d, size_t bytes, unsigned in_last) {
  const uint8_t *from = take(d, bytes);
  if (d->bad || in_last > 8 || (bytes == 0) != (in_last == 0)) return LM_NONE;
  uint64_t size = bytes == 0 ? 0 : 8 * ((uint64_t)bytes - 1) + in_last;
  uint8_t *to;
  lm_term t = lm_bits_new(d->p, size, &to);
  lm_bits_copy(to, 0, from, 0, size);
  return t;
}

static lm_term string(decoder *d, size_t length) {
  const uint8_t *from = take(d, length);
  return d->bad ? LM_NONE : lm_string(d->p, (const char *)from, length, LM_NIL);
}

// ---- pids, ports, references, external funs -----------------------------------------------------------------------

static lm_term external(decoder *d, enum lm_external which, lm_term node, uint32_t creation, const lm_term *words,
                        size_t count) {
  if (d->bad || node == LM_NONE) return LM_NONE;
  lm_term *object = lm_alloc(d->p, 3 + count);
  object[0] = LM_HEADER(LM_KIND_EXTERNAL, which, 2 + count);
  object[1] = node;
  object[2] = creation;
  memcpy(object + 3, words, count * sizeof(lm_term));
  return lm_boxed_at(object);
}

static bool is_here(lm_term node, uint32_t creation) { return node == LM_ATOM_NONODE_NOHOST && creation == 0; }

static lm_term pid(decoder *d, int creation_bytes) {
  enum { SERIAL_BITS = 30, INDEX_BITS = 28 }; // of a local pid's 58
  lm_term node = atom(d);
  uint64_t id = number(d, 4), serial = number(d, 4);
  uint32_t creation = (uint32_t)number(d, creation_bytes);
  if (is_here(node, creation)) {
    if (d->bad || id >> INDEX_BITS || serial >> SERIAL_BITS) return LM_NONE;
    return (serial << INDEX_BITS | id) << 6 | LM_IMM_PID;
  }
  return external(d, LM_EXT_PID, node, creation, (lm_term[]){id, serial}, 2);
}

static lm_term port(decoder *d, int number_bytes, int creation_bytes) {
  lm_term node = atom(d);
  uint64_t id = number(d, number_bytes);
  uint32_t creation = (uint32_t)number(d, creation_bytes);
  if (is_here(node, creation)) return d->bad || id >> 58 ? LM_NONE : id << 6 | LM_IMM_PORT;
  return external(d, LM_EXT_PORT, node, creation, &id, 1);
}

static lm_term reference(decoder *d, size_t count, lm_term node, int creation_bytes) {
  uint32_t creation = (uint32_t)number(d, creation_bytes);
  lm_term words[LM_REF_MAX_WORDS] = {0};
  if (count == 0 || count > LM_REF_MAX_WORDS || node == LM_NONE) return LM_NONE;
  for (size_t i = 0; i < count; i++) words[i] = number(d, 4);
  if (!is_here(node, creation)) return external(d, LM_EXT_REF, node, creation, words, count);
  if (d->bad) return LM_NONE;
  uint32_t low[LM_REF_MAX_WORDS];
  for (size_t i = 0; i < count; i++) low[i] = (uint32_t)words[i];
  return lm_reference_of(d->p, low, count);
}

static lm_term old_reference(decoder *d) {
  lm_term node = atom(d), id = number(d, 4);
  uint32_t creation = (uint32_t)number(d, 1);
  return external(d, LM_EXT_REF, node, creation, &id, 1);
}

static lm_term counted_reference(decoder *d, int creation_bytes) {
  size_t count = (size_t)number(d, 2);
  lm_term node = atom(d);
  return reference(d, count, node, creation_bytes);
}

// An integer of one byte or of four.
static bool short_integer(decoder *d, int64_t *n) {
  uint64_t tag = number(d, 1);
  *n = tag == LM_ETF_SMALL_INTEGER ? (int64_t)number(d, 1) : (int32_t)(uint32_t)number(d, 4);
  return !d->bad && (tag == LM_ETF_SMALL_INTEGER || tag == LM_ETF_INTEGER);
}

static lm_term external_fun(decoder *d) {
  lm_term module = atom(d), name = atom(d);
  int64_t arity;
  if (module == LM_NONE || name == LM_NONE || !short_integer(d, &arity) || arity < 0 || arity > LM_MAX_ARITY) return LM_NONE;
  return lumen_make_external_fun(d->p, module, name, lm_small(arity));
}

// ---- compound terms ---------------------------------------------------------------------------------------------

// What the stack holds: the next slot, how many are left, their distance in words; for a map, distance 0: its slot, the
// number of its pairs, and the pairs, which are complete when it comes up.
static void push(decoder *d, lm_term *slot, size_t count, size_t distance, lm_term *pairs) {
  lm_stack_push_pointer(&d->stack, slot);
  lm_stack_push(&d->stack, count);
  lm_stack_push(&d->stack, distance);
  lm_stack_push_pointer(&d->stack, pairs);
}

// Asks for `count` more terms before anything is allocated for them.
static bool promise(decoder *d, size_t count) {
  if (d->bad || left(d) < d->promised || count > left(d) - d->promised) return false;
  d->promised += count;
  return true;
}

static lm_term tuple(decoder *d, size_t size) {
  if (!promise(d, size)) return LM_NONE;
  lm_term *object = lm_alloc(d->p, size + 1);
  object[0] = LM_HEADER(LM_KIND_TUPLE, 0, size);
  for (size_t i = 1; i <= size; i++) object[i] = LM_NIL;
  if (size > 0) push(d, object + 1, size, 1, NULL);
  return lm_boxed_at(object);
}

enum { TERMS_OF_A_REDUCTION = 2 };

static lm_term list(decoder *d, size_t length, lm_term *slot) {
  if (length >= left(d) || !promise(d, length + 1)) return LM_NONE; // with the tail
  if (length == 0) {
    push(d, slot, 1, 1, NULL); // what follows is the tail, and that is all
    return LM_NIL;
  }
  uint64_t unpaid = 0;
  lm_term *cells = lm_alloc(d->p, 2 * length);
  for (size_t i = 0; i < length; i++) {
    cells[2 * i] = LM_NIL;
    cells[2 * i + 1] = i + 1 < length ? lm_cons_at(cells + 2 * i + 2) : LM_NIL;
    lm_steps(&unpaid, 1, 2 * TERMS_OF_A_REDUCTION);
  }
  push(d, cells + 2 * length - 1, 1, 1, NULL);
  push(d, cells, length, 2, NULL);
  return lm_cons_at(cells);
}

static lm_term map(decoder *d, size_t count, lm_term *slot) {
  if (count > left(d) / 2 || !promise(d, 2 * count)) return LM_NONE;
  if (count == 0) return lm_map_empty(d->p);
  lm_term *pairs = lm_new(2 * count * sizeof(lm_term));
  push(d, slot, count, 0, pairs);
  push(d, pairs, 2 * count, 1, NULL);
  return LM_NIL;
}

static lm_term record(decoder *d) {
  size_t size = (size_t)number(d, 4);
  bool exported = number(d, 1) != 0;
  lm_term module = atom(d), name = atom(d);
  if (module == LM_NONE || name == LM_NONE || !promise(d, size)) return LM_NONE;
  lm_term *definition = lm_alloc(d->p, 1 + LM_RECORD_FIRST_FIELD + size);
  definition[0] = LM_HEADER(LM_KIND_TUPLE, 0, LM_RECORD_FIRST_FIELD + size);
  definition[1] = module;
  definition[2] = name;
  definition[3] = exported ? LM_ATOM_TRUE : LM_ATOM_FALSE;
  lm_term *fields = definition + 1 + LM_RECORD_FIRST_FIELD;
  bool good = true;
  for (size_t i = 0; i < size; i++) {
    lm_term field = good ? atom(d) : LM_NONE;
    good = good && field != LM_NONE;
    fields[i] = good ? field : LM_NIL;
  }
  if (!good) return LM_NONE;
  lm_term *object = lm_alloc(d->p, 2 + size);
  object[0] = LM_HEADER(LM_KIND_RECORD, 0, 1 + size);
  object[1] = lm_boxed_at(definition);
  for (size_t i = 0; i < size; i++) object[2 + i] = LM_NIL;
  if (size > 0) push(d, object + 2, size, 1, NULL);
  return lm_boxed_at(object);
}

static bool skip_pid(decoder *d) {
  uint64_t tag = number(d, 1);
  return (tag == LM_ETF_NEW_PID || tag == LM_ETF_PID) && pid(d, tag == LM_ETF_PID ? 1 : 4) != LM_NONE;
}

// A closure of a module of this runtime, as lm_etf_encode writes it.
static lm_term closure(decoder *d) {
  number(d, 4); // its size
  uint64_t arity = number(d, 1);
  uint32_t uniq = 0;
  for (int i = 0; i < 4; i++) uniq = (uint32_t)number(d, 4);
  uint32_t index = (uint32_t)number(d, 4);
  size_t count = (size_t)number(d, 4);
  lm_term module = atom(d);
  int64_t old_index, old_uniq;
  if (module == LM_NONE || !short_integer(d, &old_index) || !short_integer(d, &old_uniq) || !skip_pid(d) || !promise(d, count)) return LM_NONE;
  const lumen_fun_entry *entry = lm_modules_closure(lm_runtime_of(d->p)->modules, module, index, uniq);
  if (entry == NULL || entry->arity != arity || entry->free_count != count) return LM_NONE;
  lm_term *object = lm_alloc(d->p, 2 + count);
  object[0] = LM_HEADER(LM_KIND_FUN, arity, 1 + count);
  object[1] = (lm_term)(uintptr_t)entry;
  for (size_t i = 0; i < count; i++) object[2 + i] = LM_NIL;
  if (count > 0) push(d, object + 2, count, 1, NULL);
  return lm_boxed_at(object);
}

static lm_term term(decoder *d, lm_term *slot) {
  uint64_t tag = number(d, 1), n;
  switch (tag) {
    case LM_ETF_SMALL_INTEGER: return lm_small((int64_t)number(d, 1));
    case LM_ETF_INTEGER: return lm_small((int32_t)(uint32_t)number(d, 4));
    case LM_ETF_SMALL_BIG: return big(d, (size_t)number(d, 1));
    case LM_ETF_LARGE_BIG: return big(d, (size_t)number(d, 4));
    case LM_ETF_NEW_FLOAT: return float_of_bits(d);
    case LM_ETF_FLOAT: return float_of_text(d);
    case LM_ETF_NIL: return LM_NIL;
    case LM_ETF_STRING: return string(d, (size_t)number(d, 2));
    case LM_ETF_LIST: return list(d, (size_t)number(d, 4), slot);
    case LM_ETF_SMALL_TUPLE: return tuple(d, (size_t)number(d, 1));
    case LM_ETF_LARGE_TUPLE: return tuple(d, (size_t)number(d, 4));
    case LM_ETF_RECORD: return record(d);
    case LM_ETF_MAP: return map(d, (size_t)number(d, 4), slot);
    case LM_ETF_BINARY: n = number(d, 4); return bits(d, (size_t)n, n == 0 ? 0 : 8);
    case LM_ETF_BIT_BINARY: n = number(d, 4); return bits(d, (size_t)n, (unsigned)number(d, 1));
    case LM_ETF_NEW_PID: return pid(d, 4);
    case LM_ETF_PID: return pid(d, 1);
    case LM_ETF_NEW_PORT: return port(d, 4, 4);
    case LM_ETF_PORT: return port(d, 4, 1);
    case LM_ETF_V4_PORT: return port(d, 8, 4);
    case LM_ETF_NEWER_REFERENCE: return counted_reference(d, 4);
    case LM_ETF_NEW_REFERENCE: return counted_reference(d, 1);
    case LM_ETF_REFERENCE: return old_reference(d);
    case LM_ETF_EXPORT: return external_fun(d);
    case LM_ETF_NEW_FUN: return closure(d);
    default: return atom_with_tag(d, tag);
  }
}

lm_term lm_etf_decode(lm_proc *p, const uint8_t *bytes, size_t length, unsigned options, size_t *used) {
  decoder d = {.p = p, .at = bytes, .end = bytes + length, .safe = (options & LM_ETF_SAFE) != 0};
  lm_stack_open(&d.stack);
  lm_term result = LM_NONE;
  bool good = number(&d, 1) == LM_ETF_VERSION;
  good = good && promise(&d, 1);
  push(&d, &result, 1, 1, NULL);
  uint64_t unpaid = 0;
  while (good && !lm_stack_is_empty(&d.stack)) {
    lm_steps(&unpaid, 1, TERMS_OF_A_REDUCTION);
    uint64_t *top = d.stack.words + d.stack.count - 4;
    lm_term *slot = (lm_term *)(uintptr_t)top[0];
    if (top[2] == 0) {
      lm_term *pairs = (lm_term *)(uintptr_t)top[3];
      bool duplicates;
      d.stack.count -= 4;
      *slot = lm_map_of(p, pairs, (size_t)top[1], &duplicates);
      lm_delete(pairs);
      good = !duplicates;
      continue;
    }
    top[0] += top[2] * sizeof(lm_term);
    if (--top[1] == 0) d.stack.count -= 4;
    d.promised--;
    lm_term t = term(&d, slot);
    good = t != LM_NONE && !d.bad && d.promised <= left(&d);
    if (good) *slot = t;
  }
  while (!lm_stack_is_empty(&d.stack)) {
    lm_delete(lm_stack_pop_pointer(&d.stack));
    d.stack.count -= 3;
  }
  lm_stack_close(&d.stack);
  if (used != NULL) *used = (size_t)(d.at - bytes);
  return good ? result : LM_NONE;
}
