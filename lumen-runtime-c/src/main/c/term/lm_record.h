// lm_record.h: native records (EEP 79).
//
// A record is an LM_KIND_RECORD object: [0] its definition, then the values of the fields. A definition is an ordinary tuple
// {Module, Name, IsExported, Field1, …, FieldN} of atoms, in the order of the declaration: a constant of the code that makes
// records of it, so sharing it costs a record one word.
//
// Who may touch it: terms are immutable; anybody.
#ifndef LM_RECORD_H
#define LM_RECORD_H

#include "lumen_term.h"

enum { LM_RECORD_MODULE, LM_RECORD_NAME, LM_RECORD_EXPORTED, LM_RECORD_FIRST_FIELD }; // places in a definition

static inline bool lm_is_record(lm_term t) { return lm_is_kind(t, LM_KIND_RECORD); }
static inline const lm_term *lm_record_definition(lm_term record) { return lm_elements(lm_pointer(record)[1]); }
static inline size_t lm_record_size(lm_term record) { return lm_header_words(lm_pointer(record)[0]) - 1; }
static inline const lm_term *lm_record_fields(lm_term record) { return lm_record_definition(record) + LM_RECORD_FIRST_FIELD; }
static inline lm_term *lm_record_values(lm_term record) { return lm_pointer(record) + 2; }

#endif
