// lm_etf.h: the external term format, both ways: term_to_binary, binary_to_term, constants of images, terms that cross
// the border to a host.
//
// What is written is what OTP 25 writes for the same term, but for the order of keys in maps of more than 32 and for
// closures, whose 16 bytes of module checksum are made up. What OTP 25 reads is read, but for what is compressed and for closures that
// no module of this runtime makes (badarg).
// Nothing recurses. Encoding: any thread that may look at the term. Decoding: the thread that runs `p`.
#ifndef LM_ETF_H
#define LM_ETF_H

#include "lumen.h"
#include "term/lm_buffer.h"

enum lm_etf_options {
  LM_ETF_SAFE = 1,        // decode: no new atoms
  LM_ETF_FLOAT_TEXT = 2,  // encode: floats as text (minor version 0)
  LM_ETF_UTF8_ATOMS = 4,  // encode: all atoms as UTF-8 (minor version 2)
};

// Appends the term, with the leading version byte 131. False: the format has no room for it (a binary from 4 GiB on), or it
// was given up (work/lm_work.h); then what was appended is of no use.
bool lm_etf_encode(lm_buffer *out, lumen_runtime *rt, lm_term t, unsigned options);

// The term at the start of `bytes` (131 included), allocated for p; *used (may be NULL) = how many bytes it took.
// LM_NONE when that is no term; no exception is set. Never moves a term.
lm_term lm_etf_decode(lm_proc *p, const uint8_t *bytes, size_t length, unsigned options, size_t *used);

enum lm_etf_tag {
  LM_ETF_VERSION = 131,
  LM_ETF_RECORD = 67,
  LM_ETF_NEW_FLOAT = 70,
  LM_ETF_BIT_BINARY = 77,
  LM_ETF_COMPRESSED = 80,
  LM_ETF_NEW_PID = 88,
  LM_ETF_NEW_PORT = 89,
  LM_ETF_NEWER_REFERENCE = 90,
  LM_ETF_SMALL_INTEGER = 97,
  LM_ETF_INTEGER = 98,
  LM_ETF_FLOAT = 99,
  LM_ETF_ATOM = 100,
  LM_ETF_REFERENCE = 101,
  LM_ETF_PORT = 102,
  LM_ETF_PID = 103,
  LM_ETF_SMALL_TUPLE = 104,
  LM_ETF_LARGE_TUPLE = 105,
  LM_ETF_NIL = 106,
  LM_ETF_STRING = 107,
  LM_ETF_LIST = 108,
  LM_ETF_BINARY = 109,
  LM_ETF_SMALL_BIG = 110,
  LM_ETF_LARGE_BIG = 111,
  LM_ETF_NEW_FUN = 112,
  LM_ETF_EXPORT = 113,
  LM_ETF_NEW_REFERENCE = 114,
  LM_ETF_SMALL_ATOM = 115,
  LM_ETF_MAP = 116,
  LM_ETF_ATOM_UTF8 = 118,
  LM_ETF_SMALL_ATOM_UTF8 = 119,
  LM_ETF_V4_PORT = 120,
};

#endif
