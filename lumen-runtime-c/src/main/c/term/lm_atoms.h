// lm_atoms.h: the texts of atoms, one table per runtime.
//
// An atom's word is a hash of its text (dev.lumen.ir.term.AtomHash), the same everywhere, so most code needs no table.
// The table answers what the text is. It gives an atom made at run time whose hash is taken another value, which depends on the
// runtime's salt: texts with one hash are easily made, and must not stand in one row.
// Atoms are never freed.
//
// Who may touch it: any thread. Looking up takes no lock; adding does.
#ifndef LM_ATOMS_H
#define LM_ATOMS_H

#include <stdatomic.h>

#include "lumen.h"
#include "lumen_atoms.h"

#define LM_ATOM_MAX_CHARACTERS 255

static inline lm_term lm_boolean(bool b) { return b ? LM_ATOM_TRUE : LM_ATOM_FALSE; }
static inline bool lm_is_boolean(lm_term t) { return t == LM_ATOM_TRUE || t == LM_ATOM_FALSE; }

typedef struct lm_atoms lm_atoms;

lm_atoms *lm_atoms_new(uint64_t salt);
void lm_atoms_free(lm_atoms *atoms);

// The word that the text has unless it is taken.
lm_term lm_atom_hash(const uint8_t *text, size_t length);

// Adds an atom of an image under the value that the image uses. False: another text has that value.
// `text` must stay; it is not copied.
bool lm_atoms_add(lm_atoms *atoms, lm_term immediate, const char *text, size_t length);

// The atom with this UTF-8 text, made if need be. At most LM_ATOM_MAX_CHARACTERS characters: the caller checks.
// How many atoms there are, and the bytes that they and their table take.
size_t lm_atoms_count(lm_atoms *atoms, size_t *bytes);

lm_term lm_atom_intern(lumen_runtime *rt, const uint8_t *text, size_t length);
// LM_NONE when there is no such atom yet.
lm_term lm_atom_existing(lumen_runtime *rt, const uint8_t *text, size_t length);

// A word that phash2 keeps with the atom (term/lm_phash2_term.c), 0 at first. NULL: there is no such atom.
_Atomic uint64_t *lm_atom_phash2(lumen_runtime *rt, lm_term atom);

// UTF-8, not terminated; lives as long as the runtime.
const uint8_t *lm_atom_text(lumen_runtime *rt, lm_term atom, size_t *length);

#endif
