// lumen_term.h: what a term is, to the bit. Shared by the runtime, its inlined primitives and (as numbers in
// dev.lumen.ir.abi.Layout) the code generator.
//
// A term is one 64-bit word on every target, wasm32 included, where addresses are zero-extended.
//
//   low 3 bits   value
//   000          never a value: a heap header, or the address of a return point in a stack frame
//   010          pointer to a cons cell (2 words: head, tail)
//   011          pointer to a boxed object (header word first)
//   110          other immediates; bits 3..5 say which (LM_IMM_*), the payload is in bits 6..63
//   111          small integer, 61 bits signed, in bits 3..63
//   001 100 101  float, self-tagged: rotl(bits, 4) + 1
//
// Who may touch it: terms are values. Objects behind 010 and 011 are immutable once a term that points to them is
// visible to anyone but the code that builds them.
#ifndef LUMEN_TERM_H
#define LUMEN_TERM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef uint64_t lm_term;

_Static_assert(sizeof(void *) <= sizeof(lm_term), "an address fits a term");

enum {
  LM_TAG_MASK = 7,
  LM_TAG_HEADER = 0,
  LM_TAG_CONS = 2,
  LM_TAG_BOXED = 3,
  LM_TAG_IMM = 6,
  LM_TAG_SMALL = 7,
};

// ---- immediates -------------------------------------------------------------------------------------------------

#define LM_IMM_MASK 0x3F
#define LM_NIL ((lm_term)0x06)         // kind 0: the empty list, the only value of its kind
#define LM_IMM_ATOM 0x0E               // kind 1: payload = 58 bits of the hash of the name (see lm_atoms.h)
#define LM_IMM_PID 0x16                // kind 2: payload = index and serial of a local process
#define LM_IMM_PORT 0x1E               // kind 3: payload = number of a local port
#define LM_NONE ((lm_term)0x3E)        // kind 7: the non-value: "failed" from a primitive, a forwarded cons, a hole

static inline bool lm_is_small(lm_term t) { return (t & LM_TAG_MASK) == LM_TAG_SMALL; }
static inline bool lm_are_small(lm_term a, lm_term b) { return (a & b & LM_TAG_MASK) == LM_TAG_SMALL; }
static inline bool lm_is_cons(lm_term t) { return (t & LM_TAG_MASK) == LM_TAG_CONS; }
static inline bool lm_is_boxed(lm_term t) { return (t & LM_TAG_MASK) == LM_TAG_BOXED; }
static inline bool lm_is_nil(lm_term t) { return t == LM_NIL; }
static inline bool lm_is_list(lm_term t) { return lm_is_cons(t) || lm_is_nil(t); }
static inline bool lm_is_atom(lm_term t) { return (t & LM_IMM_MASK) == LM_IMM_ATOM; }
static inline bool lm_is_local_pid(lm_term t) { return (t & LM_IMM_MASK) == LM_IMM_PID; }
static inline bool lm_is_local_port(lm_term t) { return (t & LM_IMM_MASK) == LM_IMM_PORT; }

// A pointer into some heap: the only terms a collector has to look behind.
static inline bool lm_is_pointer(lm_term t) { return (t & 6) == 2; }

// ---- small integers ---------------------------------------------------------------------------------------------

#define LM_SMALL_BITS 61
#define LM_SMALL_MAX (((int64_t)1 << (LM_SMALL_BITS - 1)) - 1)
#define LM_SMALL_MIN (-((int64_t)1 << (LM_SMALL_BITS - 1)))
#define LM_SMALL(n) ((lm_term)(((uint64_t)(int64_t)(n) << 3) | LM_TAG_SMALL)) // no range check

static inline lm_term lm_small(int64_t n) { return LM_SMALL(n); }
static inline int64_t lm_small_value(lm_term t) { return (int64_t)t >> 3; }
static inline bool lm_fits_small(int64_t n) { return n >= LM_SMALL_MIN && n <= LM_SMALL_MAX; }

// ---- floats -----------------------------------------------------------------------------------------------------
// Melançon, Serrano, Feeley: Float Self-Tagging (OOPSLA 2025). The rotation brings the sign and the top three exponent
// bits down to the tag; +1 maps the exponent patterns 0000 (zero and tiny), 0111/1000 of common magnitudes to the three
// free tags. A double whose rotated word has another tag is boxed (LM_KIND_FLOAT).

static inline bool lm_is_self_float(lm_term t) { return (0x32u >> (t & 7)) & 1; } // tags 1, 4, 5
static inline uint64_t lm_self_float_encode(uint64_t bits) { return ((bits << 4) | (bits >> 60)) + 1; }
static inline uint64_t lm_self_float_decode(lm_term t) {
  uint64_t w = t - 1;
  return (w >> 4) | (w << 60);
}

// ---- cons and boxed ---------------------------------------------------------------------------------------------

static inline lm_term *lm_pointer(lm_term t) { return (lm_term *)(uintptr_t)(t & ~(lm_term)LM_TAG_MASK); }
static inline lm_term lm_head(lm_term t) { return lm_pointer(t)[0]; }
static inline lm_term lm_tail(lm_term t) { return lm_pointer(t)[1]; }
static inline lm_term lm_cons_at(lm_term *cell) { return (lm_term)(uintptr_t)cell | LM_TAG_CONS; }
static inline lm_term lm_boxed_at(const lm_term *object) { return (lm_term)(uintptr_t)object | LM_TAG_BOXED; }

// A header: bits 0..2 are 000, bits 3..7 the kind, bits 8..15 `aux` (arity of a fun, sign of a bignum), bits 16..63 the
// number of words that follow the header.
#define LM_HEADER(kind, aux, words) (((lm_term)(words) << 16) | ((lm_term)(aux) << 8) | ((lm_term)(kind) << 3))
static inline unsigned lm_header_kind(lm_term h) { return (unsigned)(h >> 3) & 31; }
static inline unsigned lm_header_aux(lm_term h) { return (unsigned)(h >> 8) & 255; }
static inline size_t lm_header_words(lm_term h) { return (size_t)(h >> 16); }

// Kinds below LM_KIND_FIRST_RAW hold only terms (or words with tag 000) after the header; the others hold raw bytes or a
// mix that lm_gc.c knows about one by one.
enum lm_kind {
  LM_KIND_TUPLE = 0,     // elements
  LM_KIND_FUN = 1,       // aux = arity; [0] const lumen_fun_entry *, then the free variables
  LM_KIND_FLATMAP = 2,   // [0] tuple of keys in term order, then the values; at most 32
  LM_KIND_HASHMAP = 3,   // root of a HAMT: [0] small: number of keys, [1] small: bitmap, then the entries
  LM_KIND_HASHNODE = 4,  // inner node of a HAMT: [0] small: bitmap, then entries: cons [Key|Value] leaf or boxed node
  LM_KIND_SUBBITS = 5,   // a slice: [0] base (a HEAPBITS or REFCBITS term), [1] small: bit offset, [2] small: bit length
  LM_KIND_RECORD = 6,    // a native record: [0] tuple that defines it, then the values of its fields (term/lm_record.h)
  LM_KIND_FIRST_RAW = 8,
  LM_KIND_FLOAT = 8,     // [0] the IEEE 754 bits
  LM_KIND_BIGNUM = 9,    // aux = 1 if negative; 64-bit limbs, least significant first, the top one not zero
  LM_KIND_HEAPBITS = 10, // [0] raw bit length, then the bytes, padded with zeros to words; at most 64 bytes
  LM_KIND_REFCBITS = 11, // [0] raw bit length, [1] lm_refc *, [2] next in the process's off-heap list
  LM_KIND_REFERENCE = 12,// [0] raw unique number, [1] raw: more (alias, process)
  LM_KIND_EXTERNAL = 13, // aux = LM_EXT_PID, _PORT or _REF; [0] node atom, [1] creation, then identity words, all raw
  LM_KIND_TRACE = 14,    // raw stack trace: [0] const lumen_location * or 0, then const lumen_return *
  LM_KIND_MAGIC = 15,    // a reference to a runtime resource (atomics, counters, NIF resource): [0] unique, [1] lm_refc *, [2] next off-heap
};

static inline unsigned lm_kind_of(lm_term boxed) { return lm_header_kind(lm_pointer(boxed)[0]); }
static inline bool lm_is_kind(lm_term t, unsigned kind) { return lm_is_boxed(t) && lm_kind_of(t) == kind; }
static inline bool lm_is_tuple(lm_term t) { return lm_is_kind(t, LM_KIND_TUPLE); }
static inline size_t lm_tuple_size(lm_term t) { return lm_header_words(lm_pointer(t)[0]); }
static inline lm_term *lm_elements(lm_term t) { return lm_pointer(t) + 1; }
static inline bool lm_is_float(lm_term t) { return lm_is_self_float(t) || lm_is_kind(t, LM_KIND_FLOAT); }
static inline bool lm_is_integer(lm_term t) { return lm_is_small(t) || lm_is_kind(t, LM_KIND_BIGNUM); }

static inline double lm_float_value(lm_term t) {
  union { uint64_t bits; double d; } u;
  u.bits = lm_is_self_float(t) ? lm_self_float_decode(t) : lm_pointer(t)[1];
  return u.d;
}

#endif
