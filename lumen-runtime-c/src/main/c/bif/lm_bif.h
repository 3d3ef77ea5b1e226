// lm_bif.h: what the files of built-in functions share.
//
// A built-in is declared by its row in bifs.tab, from which its prototype in lumen_bifs.h comes; the row says whether it
// allocates and may fail. It fails by answering LM_NONE with the exception set (term/lm_error.h), and never moves a term.
#ifndef LM_BIF_H
#define LM_BIF_H

#include "lumen_bifs.h"
#include "term/lm_atoms.h"
#include "term/lm_error.h"
#include "term/lm_list.h"

// Atoms that are named so seldom that they are none of every program's.
bool lm_atom_is(lm_proc *p, lm_term atom, const char *text);
lm_term lm_atom_named(lm_proc *p, const char *text);

#endif
