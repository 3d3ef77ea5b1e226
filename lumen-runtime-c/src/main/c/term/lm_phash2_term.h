// lm_phash2_term.h: erlang:phash2 of a term, bit for bit as OTP 25 (native records: OTP 29). Does not recurse.
//
// Who may touch it: any thread that may look at the term.
#ifndef LM_PHASH2_TERM_H
#define LM_PHASH2_TERM_H

#include <stdatomic.h>

#include "lumen.h"

// All 32 bits; phash2/1 takes the low 27.
uint32_t lm_phash2_of(lumen_runtime *rt, lm_term t);

// What it makes of a record's {Module, Name, IsExported, Field1, …}.
uint32_t lm_phash2_of_definition(lumen_runtime *rt, lm_term record);

#endif
