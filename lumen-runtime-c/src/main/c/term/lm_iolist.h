// lm_iolist.h: nested lists of bytes and binaries as one run of bits.
//
// Nothing recurses. Any thread that may look at the term.
#ifndef LM_IOLIST_H
#define LM_IOLIST_H

#include "lumen_abi.h"

enum lm_iolist_kind {
  LM_IOLIST_BYTES,         // binaries only
  LM_IOLIST_BITS,          // bit strings of any length, as list_to_bitstring/1 takes them
};

// How many bits the list (or bit string) holds, or -1 when it is none.
int64_t lm_iolist_size(lm_term t, enum lm_iolist_kind kind);

// Writes them; `t` has been measured.
void lm_iolist_write(lm_term t, uint8_t *to);

// Calls `piece` with its bytes in order, however they are cut: many small ones come together. False when it is no list of bytes;
// then some may have been visited.
bool lm_iolist_each(lm_term t, void *context, void (*piece)(void *context, const uint8_t *bytes, size_t length));

// All of it as a new bit string; LM_NONE when it is none (badarg) or too large (system_limit). Allocates.
lm_term lm_iolist_flatten(lm_proc *p, lm_term t, enum lm_iolist_kind kind);

#endif
