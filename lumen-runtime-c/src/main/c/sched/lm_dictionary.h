// lm_dictionary.h: the process dictionary: a hash table of terms of the own heap. Its words are roots.
//
// Who may touch it: the thread that runs the process. Nothing here moves a term.
#ifndef LM_DICTIONARY_H
#define LM_DICTIONARY_H

#include "process/lm_proc.h"

// The value, or LM_NONE.
lm_term lm_dictionary_get(lm_proc *p, lm_term key);
// Answers what was there, or LM_NONE.
lm_term lm_dictionary_put(lm_proc *p, lm_term key, lm_term value);
lm_term lm_dictionary_erase(lm_proc *p, lm_term key);

size_t lm_dictionary_count(lm_proc *p);
// The next key and value after position *at, which starts as 0; false: no more.
bool lm_dictionary_next(lm_proc *p, size_t *at, lm_term *key, lm_term *value);

void lm_dictionary_free(lm_proc *p);

#endif
