// Atoms to text and back.
#include <string.h>

#include "bif/lm_bif.h"
#include "memory/lm_memory.h"
#include "process/lm_runtime.h"
#include "term/lm_atoms.h"
#include "term/lm_bits.h"
#include "term/lm_buffer.h"
#include "term/lm_utf8.h"

typedef lm_term find(lumen_runtime *rt, const uint8_t *text, size_t length);

// ---- atom to text -----------------------------------------------------------------------------------------------

bool lm_atom_is(lm_proc *p, lm_term atom, const char *text) {
  if (!lm_is_atom(atom)) return false;
  size_t length;
  const uint8_t *bytes = lm_atom_text(lm_runtime_of(p), atom, &length);
  return strlen(text) == length && memcmp(bytes, text, length) == 0;
}

lm_term lm_atom_named(lm_proc *p, const char *text) {
  return lm_atom_intern(lm_runtime_of(p), (const uint8_t *)text, strlen(text));
}

lm_term lumen_bif_erlang_atom_to_list_1(lm_proc *p, lm_term atom) {
  if (!lm_is_atom(atom)) return lm_badarg(p);
  size_t length;
  const uint8_t *text = lm_atom_text(lm_runtime_of(p), atom, &length);
  lm_list_builder list;
  lm_list_begin(&list);
  unsigned used;
  for (size_t i = 0; i < length; i += used) lm_list_add(p, &list, lm_small(lm_utf8_get(text + i, length - i, &used)));
  return lm_list_finish(&list, LM_NIL);
}

static bool is_utf8(lm_term encoding) { return encoding == LM_ATOM_UTF8 || encoding == LM_ATOM_UNICODE; }

lm_term lumen_bif_erlang_atom_to_binary_2(lm_proc *p, lm_term atom, lm_term encoding) {
  if (!lm_is_atom(atom)) return lm_badarg(p);
  size_t length;
  const uint8_t *text = lm_atom_text(lm_runtime_of(p), atom, &length);
  if (is_utf8(encoding)) return lm_binary(p, text, length);
  if (encoding != LM_ATOM_LATIN1) return lm_badarg(p);
  uint8_t latin1[LM_ATOM_MAX_CHARACTERS];
  size_t count = 0;
  unsigned used;
  for (size_t i = 0; i < length; i += used) {
    int32_t c = lm_utf8_get(text + i, length - i, &used);
    if (c > 0xFF) return lm_badarg(p);
    latin1[count++] = (uint8_t)c;
  }
  return lm_binary(p, latin1, count);
}

lm_term lumen_bif_erlang_atom_to_binary_1(lm_proc *p, lm_term atom) {
  return lumen_bif_erlang_atom_to_binary_2(p, atom, LM_ATOM_UTF8);
}

// ---- text to atom -----------------------------------------------------------------------------------------------

static lm_term found(lm_proc *p, find *find, const uint8_t *text, size_t length) {
  lm_term atom = find(lm_runtime_of(p), text, length);
  return atom == LM_NONE ? lm_badarg(p) : atom;
}

static lm_term of_list(lm_proc *p, lm_term list, find *find, lm_term (*too_long)(lm_proc *)) {
  uint8_t text[4 * LM_ATOM_MAX_CHARACTERS];
  size_t length = 0, characters = 0;
  bool longer = false;
  for (; lm_is_cons(list); list = lm_tail(list)) {
    lm_term c = lm_head(list);
    if (!lm_is_small(c) || !lm_is_code_point(lm_small_value(c))) return lm_badarg(p);
    longer = ++characters > LM_ATOM_MAX_CHARACTERS;
    if (!longer) length += lm_utf8_put(text + length, (uint32_t)lm_small_value(c));
  }
  if (!lm_is_nil(list)) return lm_badarg(p);
  return longer ? too_long(p) : found(p, find, text, length);
}

static lm_term of_binary(lm_proc *p, lm_term binary, lm_term encoding, find *find, lm_term (*too_long)(lm_proc *)) {
  if (!lm_is_binary(binary) || (!is_utf8(encoding) && encoding != LM_ATOM_LATIN1)) return lm_badarg(p);
  lm_bits b = lm_bits_of(binary);
  uint64_t size = b.size / 8;
  uint8_t text[4 * LM_ATOM_MAX_CHARACTERS];
  if (encoding == LM_ATOM_LATIN1) {
    if (size > LM_ATOM_MAX_CHARACTERS) return too_long(p);
    size_t length = 0;
    for (uint64_t i = 0; i < size; i++) length += lm_utf8_put(text + length, lm_bits_byte(&b, i));
    return found(p, find, text, length);
  }
  uint8_t *copy;
  const uint8_t *bytes = lm_bits_aligned(&b, &copy);
  size_t characters;
  lm_term result;
  if (!lm_utf8_check(bytes, (size_t)size, &characters)) {
    result = lm_badarg(p);
  } else if (characters > LM_ATOM_MAX_CHARACTERS) {
    result = too_long(p);
  } else {
    result = found(p, find, bytes, (size_t)size);
  }
  lm_delete(copy);
  return result;
}

lm_term lumen_bif_erlang_list_to_atom_1(lm_proc *p, lm_term list) {
  return of_list(p, list, lm_atom_intern, lm_system_limit);
}
lm_term lumen_bif_erlang_list_to_existing_atom_1(lm_proc *p, lm_term list) {
  return of_list(p, list, lm_atom_existing, lm_badarg);
}
lm_term lumen_bif_erlang_binary_to_atom_2(lm_proc *p, lm_term binary, lm_term encoding) {
  return of_binary(p, binary, encoding, lm_atom_intern, lm_system_limit);
}
lm_term lumen_bif_erlang_binary_to_atom_1(lm_proc *p, lm_term binary) {
  return of_binary(p, binary, LM_ATOM_UTF8, lm_atom_intern, lm_system_limit);
}
lm_term lumen_bif_erlang_binary_to_existing_atom_2(lm_proc *p, lm_term binary, lm_term encoding) {
  return of_binary(p, binary, encoding, lm_atom_existing, lm_badarg);
}
lm_term lumen_bif_erlang_binary_to_existing_atom_1(lm_proc *p, lm_term binary) {
  return of_binary(p, binary, LM_ATOM_UTF8, lm_atom_existing, lm_badarg);
}
