// lm_unicode_wide.h: what bif_unicode.c leaves to bif_unicode_wide.c. The thread that runs p.
#ifndef LM_UNICODE_WIDE_H
#define LM_UNICODE_WIDE_H

#include "bif/lm_bif.h"
#include "term/lm_buffer.h"

typedef struct lm_wide_encoding {
  unsigned unit; // bytes: 2 is UTF-16, 4 UTF-32
  bool little;
} lm_wide_encoding;

// Whether the term names UTF-16 or UTF-32: utf16, {utf16, big}, {utf32, little}...
bool lm_wide_encoding_of(lm_term t, lm_wide_encoding *encoding);

// Adds the characters as UTF-8 to `out`. LM_ATOM_OK; LM_ATOM_ERROR or LM_ATOM_INCOMPLETE, and in `*rest` what was not converted;
// LM_ATOM_BADARG: not characters.
lm_term lm_wide_convert(lm_proc *p, lm_term characters, lm_wide_encoding encoding, lm_buffer *out, lm_term *rest);

#endif
