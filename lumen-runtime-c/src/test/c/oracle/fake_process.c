#include "fake_process.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "term/lm_error.h"
#include "term/lm_atoms.h"
#include "platform/lm_platform.h"
#include "process/lm_runtime.h"
#include "image/lm_modules.h"
#include "sched/lm_report.h"
#include "heap/lm_heap.h"

// ---- allocation -------------------------------------------------------------------------------------------------

typedef struct block {
  struct block *next;
  lm_term *words;
} block;

static block *blocks;
static lm_term *off_heap;
static lm_term registers[LUMEN_MAX_LIVE];

lm_term *lm_alloc_apart(lm_proc *p, size_t words) {
  (void)p;
  block *b = malloc(sizeof *b);
  b->words = malloc((words > 0 ? words : 1) * sizeof(lm_term));
  b->next = blocks;
  blocks = b;
  return b->words;
}

bool lm_alloc_prepare(lm_proc *p, size_t words) { return (void)p, words <= (size_t)1 << 30; }

// The process has no block: hp and sp stay 0.
lm_term *lm_alloc_beyond(lm_proc *p, size_t words) { return lm_alloc_apart(p, words); }

void lm_alloc_trim(lm_proc *p, lm_term *start, size_t words, lm_term *end) {
  (void)p, (void)start, (void)words, (void)end;
  if (end < start || end > start + words || blocks->words != start) abort();
}

void lm_heap_link_off_heap(lm_proc *p, lm_term *object, size_t bytes) {
  (void)p, (void)bytes;
  object[3] = (lm_term)(uintptr_t)off_heap;
  off_heap = object;
}

lm_term lm_refcbits(lm_proc *p, uint64_t bits, lm_refc *refc) {
  lm_term *object = lm_alloc(p, 4);
  object[0] = LM_HEADER(LM_KIND_REFCBITS, 0, 3);
  object[1] = bits;
  object[2] = (lm_term)(uintptr_t)refc;
  lm_heap_link_off_heap(p, object, refc->size);
  return lm_boxed_at(object);
}

static lm_term tuple(lm_proc *p, size_t n, const lm_term *elements) {
  lm_term *object = lm_alloc(p, n + 1);
  object[0] = LM_HEADER(LM_KIND_TUPLE, 0, n);
  memcpy(object + 1, elements, n * sizeof(lm_term));
  return lm_boxed_at(object);
}

lm_term lm_tuple2(lm_proc *p, lm_term a, lm_term b) { return tuple(p, 2, (lm_term[]){a, b}); }
lm_term lm_tuple3(lm_proc *p, lm_term a, lm_term b, lm_term c) { return tuple(p, 3, (lm_term[]){a, b, c}); }
lm_term lm_tuple4(lm_proc *p, lm_term a, lm_term b, lm_term c, lm_term d) {
  return tuple(p, 4, (lm_term[]){a, b, c, d});
}
lm_term lm_tuple5(lm_proc *p, lm_term a, lm_term b, lm_term c, lm_term d, lm_term e) {
  return tuple(p, 5, (lm_term[]){a, b, c, d, e});
}

lm_term lm_cons(lm_proc *p, lm_term head, lm_term tail) {
  lm_term *cell = lm_alloc(p, 2);
  cell[0] = head;
  cell[1] = tail;
  return lm_cons_at(cell);
}

lm_term lm_string(lm_proc *p, const char *bytes, size_t length, lm_term tail) {
  while (length-- > 0) tail = lm_cons(p, lm_small((uint8_t)bytes[length]), tail);
  return tail;
}

static lm_term one_word(lm_proc *p, lm_term header, uint64_t word) {
  lm_term *object = lm_alloc(p, 2);
  object[0] = header;
  object[1] = word;
  return lm_boxed_at(object);
}

lm_term lm_integer(lm_proc *p, int64_t n) {
  if (lm_fits_small(n)) return lm_small(n);
  return one_word(p, LM_HEADER(LM_KIND_BIGNUM, n < 0, 1), n < 0 ? -(uint64_t)n : (uint64_t)n);
}

lm_term lm_unsigned(lm_proc *p, uint64_t n) {
  return n <= (uint64_t)LM_SMALL_MAX ? lm_small((int64_t)n) : one_word(p, LM_HEADER(LM_KIND_BIGNUM, 0, 1), n);
}

lm_term lm_float(lm_proc *p, double d) {
  uint64_t bits;
  memcpy(&bits, &d, sizeof bits);
  lm_term t = lm_self_float_encode(bits);
  return lm_is_self_float(t) ? t : one_word(p, LM_HEADER(LM_KIND_FLOAT, 0, 1), bits);
}

// ---- errors -----------------------------------------------------------------------------------------------------

void lumen_set_exception(lm_proc *p, lm_term class, lm_term reason, lm_term trace) {
  p->abi.exception_class = class;
  p->abi.exception_reason = reason;
  p->abi.exception_trace = trace;
}

lm_term lm_fail(lm_proc *p, lm_term class, lm_term reason) {
  lumen_set_exception(p, class, reason, LM_NONE);
  return LM_NONE;
}
lm_term lm_error(lm_proc *p, lm_term reason) { return lm_fail(p, LM_ATOM_ERROR, reason); }
lm_term lm_error_with(lm_proc *p, lm_term name, lm_term value) { return lm_error(p, lm_tuple2(p, name, value)); }
lm_term lm_badarg(lm_proc *p) { return lm_error(p, LM_ATOM_BADARG); }
lm_term lm_badarg_because(lm_proc *p, lm_term cause) { return (void)cause, lm_badarg(p); }
lm_term lm_badarith(lm_proc *p) { return lm_error(p, LM_ATOM_BADARITH); }
lm_term lm_system_limit(lm_proc *p) { return lm_error(p, LM_ATOM_SYSTEM_LIMIT); }

// ---- atoms: an open hash table by their word ----------------------------------------------------------------------

typedef struct text {
  lm_term atom;
  size_t length;
  uint8_t *bytes;
} text;

enum { ATOMS = 1 << 16 };
static text atoms[ATOMS];

static text *slot(lm_term atom) {
  size_t i = (size_t)(atom >> 6) % ATOMS;
  while (atoms[i].atom != 0 && atoms[i].atom != atom) i = (i + 1) % ATOMS;
  return &atoms[i];
}

lm_term lm_atom_hash(const uint8_t *bytes, size_t length) {
  uint64_t h = 0xcbf29ce484222325u;
  for (size_t i = 0; i < length; i++) h = (h ^ bytes[i]) * 0x100000001b3u;
  h ^= h >> 33;
  h *= 0xff51afd7ed558ccdu;
  h ^= h >> 33;
  h *= 0xc4ceb9fe1a85ec53u;
  h ^= h >> 33;
  return h >> 6 << 6 | LM_IMM_ATOM;
}

lm_term lm_atom_intern(lumen_runtime *rt, const uint8_t *bytes, size_t length) {
  (void)rt;
  lm_term atom = lm_atom_hash(bytes, length);
  text *t = slot(atom);
  if (t->atom == 0) {
    t->atom = atom;
    t->length = length;
    t->bytes = malloc(length + 1);
    memcpy(t->bytes, bytes, length);
  }
  return atom;
}

lm_term lm_atom_existing(lumen_runtime *rt, const uint8_t *bytes, size_t length) {
  (void)rt;
  lm_term atom = lm_atom_hash(bytes, length);
  return slot(atom)->atom == 0 ? LM_NONE : atom;
}

_Atomic uint64_t *lm_atom_phash2(lumen_runtime *rt, lm_term atom) {
  (void)rt, (void)atom;
  return NULL; // keeps nothing
}

const uint8_t *lm_atom_text(lumen_runtime *rt, lm_term atom, size_t *length) {
  (void)rt;
  text *t = slot(atom);
  if (t->atom == 0) lm_abort("an atom without text");
  *length = t->length;
  return t->bytes;
}

// ---- the rest of a runtime --------------------------------------------------------------------------------------

static lumen_runtime runtime = {.uniques = 1};
static lm_sched sched = {.runtime = &runtime};

const lumen_fun_entry *lm_modules_closure(lm_modules *modules, lm_term module, uint32_t index, uint32_t uniq) {
  return (void)modules, (void)module, (void)index, (void)uniq, NULL;
}

void lm_output(lumen_runtime *rt, int stream, const void *bytes, size_t length) {
  (void)rt, (void)stream;
  fwrite(bytes, 1, length, stdout);
}

lm_term lumen_make_external_fun(lm_proc *p, lm_term module, lm_term name, lm_term arity) {
  // The entry lives on the heap of the process, as one object.
  enum { WORDS = (sizeof(lumen_fun_entry) + 7) / 8 };
  lm_term *words = lm_alloc(p, WORDS);
  memset(words, 0, WORDS * sizeof(lm_term));
  lumen_fun_entry *entry = (lumen_fun_entry *)words;
  entry->module = module;
  entry->name = name;
  entry->arity = (uint32_t)lm_small_value(arity);
  entry->external = true;
  lm_term *object = lm_alloc(p, 2);
  object[0] = LM_HEADER(LM_KIND_FUN, lm_small_value(arity), 1);
  object[1] = (lm_term)(uintptr_t)entry;
  return lm_boxed_at(object);
}

lm_proc *fake_process(void) {
  lm_proc *p = calloc(1, sizeof *p);
  p->sched = &sched;
  p->abi.xs = registers;
  const uint8_t *end = lumen_runtime_atom_texts + lumen_runtime_atom_bytes;
  for (const uint8_t *t = lumen_runtime_atom_texts; t < end; t += 1 + *t) lm_atom_intern(NULL, t + 1, *t);
  return p;
}

void fake_reset(lm_proc *p) {
  (void)p;
  while (off_heap != NULL) {
    lm_term *object = off_heap;
    off_heap = (lm_term *)(uintptr_t)object[3];
    lm_refc_release((lm_refc *)(uintptr_t)object[2]);
  }
  while (blocks != NULL) {
    block *b = blocks;
    blocks = b->next;
    free(b->words);
    free(b);
  }
}

void fake_close(lm_proc *p) {
  fake_reset(p);
  free(p->builder);
  free(p);
  for (size_t i = 0; i < ATOMS; i++) free(atoms[i].bytes);
}
