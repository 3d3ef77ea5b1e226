// lm_print.h: terms as text, the way erlang:display/1 of OTP 25 writes them.
//
// Lists of printable Latin-1 characters print as strings, whose bytes go out as they are; binaries of printable ASCII
// likewise; floats with six decimals and an exponent. One difference: maps of more than 32 keys print like small ones,
// in the order of lm_map.h, where OTP shows the nodes of its trie.
//
// Does not recurse. Any thread that may look at the term.
#ifndef LM_PRINT_H
#define LM_PRINT_H

#include "lumen.h"
#include "term/lm_buffer.h"

void lm_print(lm_buffer *out, lumen_runtime *rt, lm_term t);

// An atom's text with the quotes that it needs.
void lm_print_atom(lm_buffer *out, lumen_runtime *rt, lm_term atom);

// Decimal text of any integer.
void lm_print_integer(lm_buffer *out, lm_term integer);

// <0.1.2>, #Port<0.1>, #Ref<0.1.2.3>
void lm_print_identity(lm_buffer *out, lm_term t);

// #Fun<m.index.uniq> or fun m:f/a
void lm_print_fun(lm_buffer *out, lumen_runtime *rt, lm_term fun);

#endif
