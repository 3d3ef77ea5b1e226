#include "calls.h"

#include <stdio.h>
#include <string.h>

#include "bits_calls.h"
#include "process/lm_runtime.h"
#include "term/lm_atoms.h"
#include "lumen_bifs.h"
#include "term/lm_compare.h"
#include "etf/lm_etf.h"
#include "term/lm_print.h"

static const call entries[] = {
#include "bif_table.inc"
    {"bits", "integer", 4, (void *)bits_integer}, {"bits", "float", 4, (void *)bits_float},
    {"bits", "slice", 3, (void *)bits_slice},     {"bits", "utf8", 2, (void *)bits_utf8},
    {"bits", "utf16", 3, (void *)bits_utf16},     {"bits", "utf32", 3, (void *)bits_utf32},
    {"bits", "build", 2, (void *)bits_build},     {"bits", "append", 4, (void *)bits_append},
};

static bool is_text(lm_proc *p, lm_term atom, const char *text) {
  size_t length;
  const uint8_t *bytes = lm_atom_text(lm_runtime_of(p), atom, &length);
  return strlen(text) == length && memcmp(bytes, text, length) == 0;
}

const call *call_find(lm_proc *p, lm_term module, lm_term name, int arity) {
  for (size_t i = 0; i < sizeof entries / sizeof *entries; i++)
    if (entries[i].arity == arity && is_text(p, module, entries[i].module) && is_text(p, name, entries[i].name))
      return &entries[i];
  return NULL;
}

typedef lm_term f0(lm_proc *);
typedef lm_term f1(lm_proc *, lm_term);
typedef lm_term f2(lm_proc *, lm_term, lm_term);
typedef lm_term f3(lm_proc *, lm_term, lm_term, lm_term);
typedef lm_term f4(lm_proc *, lm_term, lm_term, lm_term, lm_term);

lm_term call_apply(lm_proc *p, const call *e, const lm_term *a) {
  void *f = e->function;
  switch (e->arity) {
    case 0: return ((f0 *)f)(p);
    case 1: return ((f1 *)f)(p, a[0]);
    case 2: return ((f2 *)f)(p, a[0], a[1]);
    case 3: return ((f3 *)f)(p, a[0], a[1], a[2]);
    default: return ((f4 *)f)(p, a[0], a[1], a[2], a[3]);
  }
}

void call_show(lm_proc *p, const char *label, lm_term t) {
  lm_buffer b;
  lm_buffer_open(&b);
  lm_print(&b, lm_runtime_of(p), t);
  size_t length = b.length < 600 ? b.length : 600;
  printf("  %s %.*s%s\n", label, (int)length, b.bytes, length < b.length ? "..." : "");
  lm_buffer_close(&b);
}

// =:= and the same in the external format: that tells the two zeros apart.
bool call_same(lm_proc *p, lm_term a, lm_term b) {
  if (!lm_equal_exact(a, b)) return false;
  lm_buffer x, y;
  lm_buffer_open(&x);
  lm_buffer_open(&y);
  lm_etf_encode(&x, lm_runtime_of(p), a, 0);
  lm_etf_encode(&y, lm_runtime_of(p), b, 0);
  bool result = x.length == y.length && memcmp(x.bytes, y.bytes, x.length) == 0;
  lm_buffer_close(&x);
  lm_buffer_close(&y);
  return result;
}
