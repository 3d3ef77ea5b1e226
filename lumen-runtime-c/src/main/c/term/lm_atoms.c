#include "term/lm_atoms.h"

#include <string.h>

#include "memory/lm_memory.h"
#include "memory/lm_registry.h"
#include "process/lm_runtime.h"
#include "term/lm_hash.h"

// Values of the registry. Entries are never freed before the table, so they may be read without a lock.
typedef struct atom {
  struct atom *next; // all atoms, to free them
  const uint8_t *text;
  size_t length;
  lm_term immediate;
  _Atomic uint64_t phash2;
} atom;

struct lm_atoms {
  lm_registry by_value;
  lm_mutex lock; // `all`
  atom *all;
};

lm_term lm_atom_hash(const uint8_t *text, size_t length) {
  uint64_t h = 0xcbf29ce484222325u; // FNV-1a, then the finalizer of MurmurHash3: as in AtomHash.java
  for (size_t i = 0; i < length; i++) h = (h ^ text[i]) * 0x100000001b3u;
  h ^= h >> 33;
  h *= 0xff51afd7ed558ccdu;
  h ^= h >> 33;
  h *= 0xc4ceb9fe1a85ec53u;
  h ^= h >> 33;
  return (h & ~(uint64_t)LM_IMM_MASK) | LM_IMM_ATOM;
}

// The values that a text may have, in the order in which they are tried: first its hash.
static lm_term value_of(const lm_atoms *atoms, const uint8_t *text, size_t length, unsigned attempt) {
  if (attempt == 0) return lm_atom_hash(text, length);
  return (lm_hash_bytes(text, length, atoms->by_value.salt + attempt) & ~(uint64_t)LM_IMM_MASK) | LM_IMM_ATOM;
}

lm_atoms *lm_atoms_new(uint64_t salt) {
  lm_atoms *atoms = lm_new_zeroed(1, sizeof *atoms);
  lm_registry_init(&atoms->by_value, salt);
  lm_mutex_init(&atoms->lock);
  const uint8_t *end = lumen_runtime_atom_texts + lumen_runtime_atom_bytes;
  for (const uint8_t *length = lumen_runtime_atom_texts; length < end; length += 1 + *length) {
    lm_atoms_add(atoms, lm_atom_hash(length + 1, *length), (const char *)(length + 1), *length);
  }
  return atoms;
}

void lm_atoms_free(lm_atoms *atoms) {
  for (atom *a = atoms->all; a != NULL;) {
    atom *next = a->next;
    lm_delete(a);
    a = next;
  }
  lm_registry_destroy(&atoms->by_value);
  lm_delete(atoms);
}

size_t lm_atoms_count(lm_atoms *atoms, size_t *bytes) {
  size_t count = 0, sum = 0;
  lm_mutex_lock(&atoms->lock);
  for (const atom *a = atoms->all; a != NULL; a = a->next, count++) sum += sizeof *a + a->length + 2 * sizeof(uint64_t);
  lm_mutex_unlock(&atoms->lock);
  *bytes = sum;
  return count;
}

static atom *find(lm_atoms *atoms, lm_term immediate) {
  return (atom *)(uintptr_t)lm_registry_get(&atoms->by_value, immediate);
}

static bool has_text(const atom *a, const uint8_t *text, size_t length) {
  return a->length == length && memcmp(a->text, text, length) == 0;
}

// Adds `a`; answers the atom that has its value: `a`, or the one that was there first.
static atom *add(lm_atoms *atoms, atom *a) {
  uint64_t there = lm_registry_exchange(&atoms->by_value, a->immediate, 0, (uintptr_t)a);
  if (there != 0) return (atom *)(uintptr_t)there;
  lm_mutex_lock(&atoms->lock);
  a->next = atoms->all;
  atoms->all = a;
  lm_mutex_unlock(&atoms->lock);
  return a;
}

bool lm_atoms_add(lm_atoms *atoms, lm_term immediate, const char *text, size_t length) {
  atom *a = find(atoms, immediate);
  if (a == NULL) {
    atom *fresh = lm_new(sizeof *fresh);
    *fresh = (atom){.text = (const uint8_t *)text, .length = length, .immediate = immediate};
    a = add(atoms, fresh);
    if (a != fresh) lm_delete(fresh);
  }
  return has_text(a, (const uint8_t *)text, length);
}

lm_term lm_atom_existing(lumen_runtime *rt, const uint8_t *text, size_t length) {
  for (unsigned attempt = 0;; attempt++) {
    lm_term value = value_of(rt->atoms, text, length, attempt);
    atom *a = find(rt->atoms, value);
    if (a == NULL) return LM_NONE;
    if (has_text(a, text, length)) return value;
  }
}

lm_term lm_atom_intern(lumen_runtime *rt, const uint8_t *text, size_t length) {
  unsigned attempt = 0;
  for (;; attempt++) {
    lm_term value = value_of(rt->atoms, text, length, attempt);
    atom *a = find(rt->atoms, value);
    if (a == NULL) break;
    if (has_text(a, text, length)) return value;
  }
  atom *fresh = lm_new(sizeof *fresh + length);
  memcpy(fresh + 1, text, length);
  *fresh = (atom){.text = (const uint8_t *)(fresh + 1), .length = length};
  for (;; attempt++) {
    lm_term value = value_of(rt->atoms, text, length, attempt);
    fresh->immediate = value;
    atom *a = add(rt->atoms, fresh);
    if (a == fresh) return value;
    if (has_text(a, text, length)) { // another thread was faster
      lm_delete(fresh);
      return value;
    }
  }
}

_Atomic uint64_t *lm_atom_phash2(lumen_runtime *rt, lm_term term) {
  atom *a = find(rt->atoms, term);
  return a == NULL ? NULL : &a->phash2;
}

const uint8_t *lm_atom_text(lumen_runtime *rt, lm_term term, size_t *length) {
  const atom *a = find(rt->atoms, term);
  if (a == NULL) { // a word of an image whose table lacks it: show something that can be found
    static const char unknown[] = "?unknown atom";
    *length = sizeof unknown - 1;
    return (const uint8_t *)unknown;
  }
  *length = a->length;
  return a->text;
}
