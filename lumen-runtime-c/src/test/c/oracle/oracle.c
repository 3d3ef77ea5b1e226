// oracle.c: calls built-in functions with arguments that erl made, and compares with what erl answered.
//
//     oracle FILE      FILE is what cases.escript wrote: {Module, Function, Args, Outcome} in the external term format,
//                      each with its length in 4 bytes before it; Outcome is {ok, Term} or {Class, Reason}
//
// Also checks that each case, decoded and encoded again, gives the same bytes.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bits_calls.h"
#include "fake_process.h"
#include "heap/lm_memory.h"
#include "image/lm_atoms.h"
#include "lumen_atoms.h"
#include "lumen_bifs.h"
#include "term/lm_compare.h"
#include "term/lm_etf.h"
#include "term/lm_map.h"
#include "term/lm_print.h"

typedef struct entry {
  const char *module;
  const char *name;
  int arity;
  void *call;
} entry;

static const entry entries[] = {
#include "bif_table.inc"
    {"bits", "integer", 4, (void *)bits_integer}, {"bits", "float", 4, (void *)bits_float},
    {"bits", "slice", 3, (void *)bits_slice},     {"bits", "utf8", 2, (void *)bits_utf8},
    {"bits", "utf16", 3, (void *)bits_utf16},     {"bits", "utf32", 3, (void *)bits_utf32},
    {"bits", "build", 2, (void *)bits_build},     {"bits", "append", 4, (void *)bits_append},
};

static bool is_text(lm_term atom, const char *text) {
  size_t length;
  const uint8_t *bytes = lm_atom_text(NULL, atom, &length);
  return strlen(text) == length && memcmp(bytes, text, length) == 0;
}

static const entry *find(lm_term module, lm_term name, int arity) {
  for (size_t i = 0; i < sizeof entries / sizeof *entries; i++)
    if (entries[i].arity == arity && is_text(module, entries[i].module) && is_text(name, entries[i].name))
      return &entries[i];
  return NULL;
}

typedef lm_term f0(lm_proc *);
typedef lm_term f1(lm_proc *, lm_term);
typedef lm_term f2(lm_proc *, lm_term, lm_term);
typedef lm_term f3(lm_proc *, lm_term, lm_term, lm_term);
typedef lm_term f4(lm_proc *, lm_term, lm_term, lm_term, lm_term);

static lm_term apply(lm_proc *p, const entry *e, const lm_term *a) {
  void *f = e->call;
  switch (e->arity) {
    case 0: return ((f0 *)f)(p);
    case 1: return ((f1 *)f)(p, a[0]);
    case 2: return ((f2 *)f)(p, a[0], a[1]);
    case 3: return ((f3 *)f)(p, a[0], a[1], a[2]);
    default: return ((f4 *)f)(p, a[0], a[1], a[2], a[3]);
  }
}

static void show(const char *label, lm_term t) {
  lm_buffer b;
  lm_buffer_open(&b);
  lm_print(&b, NULL, t);
  size_t length = b.length < 600 ? b.length : 600;
  printf("  %s %.*s%s\n", label, (int)length, b.bytes, length < b.length ? "..." : "");
  lm_buffer_close(&b);
}

// =:= and the same in the external format: that tells the two zeros apart.
static bool same(lm_term a, lm_term b) {
  if (!lm_equal_exact(a, b)) return false;
  lm_buffer x, y;
  lm_buffer_open(&x);
  lm_buffer_open(&y);
  lm_etf_encode(&x, NULL, a, 0);
  lm_etf_encode(&y, NULL, b, 0);
  bool result = x.length == y.length && memcmp(x.bytes, y.bytes, x.length) == 0;
  lm_buffer_close(&x);
  lm_buffer_close(&y);
  return result;
}

// Whether it may hold a map of more than 32 keys, whose order is ours.
static bool has_large_map(const uint8_t *bytes, size_t length) {
  for (size_t i = 0; i + 5 <= length; i++)
    if (bytes[i] == LM_ETF_MAP && (bytes[i + 1] | bytes[i + 2] | bytes[i + 3] || bytes[i + 4] > LM_MAP_FLAT_MAX)) return true;
  return false;
}

// Two lists with the same elements.
static bool permuted(lm_proc *p, lm_term a, lm_term b) {
  return lm_is_list(a) && lm_is_list(b) && lm_is_nil(lumen_bif_erlang_subtract_2(p, a, b)) &&
         lm_is_nil(lumen_bif_erlang_subtract_2(p, b, a));
}

static unsigned long cases, failures, missing;

static void check(lm_proc *p, const uint8_t *bytes, size_t length) {
  lm_term t = lm_etf_decode(p, bytes, length, 0, NULL);
  if (t == LM_NONE) {
    printf("not decoded: case %lu of %zu bytes\n", cases, length);
    failures++;
    return;
  }
  const lm_term *e = lm_elements(t);
  lm_buffer again;
  lm_buffer_open(&again);
  lm_etf_encode(&again, NULL, t, 0);
  if (again.length != length || (memcmp(again.bytes, bytes, length) != 0 && !has_large_map(bytes, length))) {
    printf("encoded otherwise:\n");
    show("term", t);
    failures++;
  }
  lm_buffer_close(&again);
  lm_term args[8];
  int arity = 0;
  for (lm_term a = e[2]; lm_is_cons(a); a = lm_tail(a)) args[arity++] = lm_head(a);
  const entry *bif = find(e[0], e[1], arity);
  if (bif == NULL) {
    missing++;
    size_t m, n;
    const uint8_t *module = lm_atom_text(NULL, e[0], &m), *name = lm_atom_text(NULL, e[1], &n);
    if (missing < 30) printf("missing: %.*s:%.*s/%d\n", (int)m, module, (int)n, name, arity);
    return;
  }
  // What shows the order of large maps.
  static const char *const shows[] = {"map_next", "term_to_binary"};
  for (size_t i = 0; i < sizeof shows / sizeof *shows; i++)
    if (strcmp(bif->name, shows[i]) == 0 && has_large_map(bytes, length)) return;
  lm_term result = apply(p, bif, args);
  lm_term expected = lm_elements(e[3])[1];
  bool good;
  lm_term class = LM_ATOM_OK;
  if (result == LM_NONE) {
    class = p->abi.exception_class;
    result = p->abi.exception_reason;
  }
  good = class == lm_elements(e[3])[0] && (same(result, expected) || (has_large_map(bytes, length) && permuted(p, result, expected)));
  if (!good && failures++ < 40) {
    printf("%s:%s/%d\n", bif->module, bif->name, bif->arity);
    show("args    ", e[2]);
    show("expected", e[3]);
    show("class   ", class);
    show("got     ", result);
  }
}

int main(int argc, char **argv) {
  setvbuf(stdout, NULL, _IOLBF, 0);
  FILE *f = argc > 1 ? fopen(argv[1], "rb") : NULL;
  if (f == NULL) return 2;
  lm_proc *p = fake_process();
  uint8_t size[4];
  while (fread(size, 1, 4, f) == 4) {
    size_t length = (size_t)size[0] << 24 | (size_t)size[1] << 16 | (size_t)size[2] << 8 | size[3];
    uint8_t *bytes = malloc(length);
    if (fread(bytes, 1, length, f) != length) return 2;
    cases++;
    check(p, bytes, length);
    free(bytes);
    fake_reset(p);
  }
  fclose(f);
  fake_close(p);
  printf("%lu cases, %lu failures, %lu calls of functions that are not there\n", cases, failures, missing);
  return failures != 0 || missing != 0 || cases == 0;
}
