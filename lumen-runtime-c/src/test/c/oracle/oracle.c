// oracle.c: calls built-in functions with arguments that erl made, and compares with what erl answered.
//
//     oracle FILE      FILE is what cases.escript wrote: {Module, Function, Args, Outcome} in the external term format,
//                      each with its length in 4 bytes before it; Outcome is {ok, Term} or {Class, Reason}
//
// Also checks that each case, decoded and encoded again, gives the same bytes.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "calls.h"
#include "fake_process.h"
#include "term/lm_atoms.h"
#include "lumen_atoms.h"
#include "lumen_bifs.h"
#include "etf/lm_etf.h"
#include "term/lm_map.h"

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
    call_show(p, "term", t);
    failures++;
  }
  lm_buffer_close(&again);
  lm_term args[8];
  int arity = 0;
  for (lm_term a = e[2]; lm_is_cons(a); a = lm_tail(a)) args[arity++] = lm_head(a);
  const call *bif = call_find(p, e[0], e[1], arity);
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
  lm_term result = call_apply(p, bif, args);
  lm_term expected = lm_elements(e[3])[1];
  bool good;
  lm_term class = LM_ATOM_OK;
  if (result == LM_NONE) {
    class = p->abi.exception_class;
    result = p->abi.exception_reason;
  }
  good = class == lm_elements(e[3])[0] && (call_same(p, result, expected) || (has_large_map(bytes, length) && permuted(p, result, expected)));
  if (!good && failures++ < 40) {
    printf("%s:%s/%d\n", bif->module, bif->name, bif->arity);
    call_show(p, "args    ", e[2]);
    call_show(p, "expected", e[3]);
    call_show(p, "class   ", class);
    call_show(p, "got     ", result);
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
