// lm_heap.h: the private heap of one process, and how terms are allocated.
//
// Who may touch it: the thread that runs the process, nobody else; nothing here is atomic. Exceptions are marked.
//
//   young block:   block                               hp             sp                          block_end
//                    | allocated since the last one      |  free words  | frames of the process ... |
//
//   old:           a chain of chunks, filled one after the other with what survived a collection
//   fragments:     a chain of separate areas that belong to the young generation: accepted messages, and what primitives
//                  allocated when the young block was full
//   constants:     read-only data of the image; never moved, never looked into
//
// Always true (lm_heap_is_valid walks the heap and asserts it; every collection does when LM_DEBUG >= 2):
//   H1  block <= sp <= block_end, and hp + LUMEN_STACK_SLACK - LUMEN_RUN_RESERVE <= sp. hp stands above the last object; or
//       above that, to make the next heap check fail (lm_heap_ask_collection)
//   H2  old objects point to old objects, or to constants, only: all that lives becomes old at once, and objects are
//       immutable, so what is allocated later is never pointed to; a minor collection need not look at the old generation
//   H3  every REFCBITS and MAGIC object of the young block and of fragments is on the list off_heap[LM_YOUNG] or on the
//       list of its fragment; those of old chunks are on off_heap[LM_OLD]
//   H4  right after a collection, objects fill the young block from its start to hp, without gaps
//
// Collecting (lm_gc.c). What lives of the young generation goes to the old one, and the block is filled anew from its start; a
// major collection copies the old generation too. A small heap has no old generation: all that lives is copied to a fresh
// block each time.
//
// Three rules for code that allocates:
//   - lm_alloc never moves a term and never fails. Only lumen_collect (and what says so) moves terms.
//   - Fill every word of what you allocated before anything else can collect or allocate for the same process.
//   - A REFCBITS or MAGIC object is put on its list by lm_refcbits or lm_heap_link_off_heap.
#ifndef LM_HEAP_H
#define LM_HEAP_H

#include "memory/lm_pool.h"
#include "memory/lm_refc.h"
#include "lumen_abi.h"
#include "platform/lm_platform.h"

// A separate area for terms. Messages and other signals between processes are fragments too (sched/lm_signal.h): one
// allocation carries the signal and the terms in it.
typedef struct lm_fragment lm_fragment;
struct lm_fragment {
  lm_fragment *next;
  lm_term term;       // what the fragment was made for, e.g. the message
  lm_term from;       // signals: the pid of the sender, or whatever the kind says
  lm_term *off_heap;  // REFCBITS and MAGIC objects in it, linked through their last word
  size_t size;        // words of the whole block, for lm_pool_give
  size_t used;        // words of `words` that hold terms
  uint32_t kind;      // enum lm_fragment_kind or enum lm_signal_kind
  uint32_t flags;
  lm_term words[];
};
enum lm_fragment_kind {
  LM_FRAGMENT_PLAIN,  // full
  LM_FRAGMENT_OPEN,   // lm_alloc goes on filling it
  LM_FRAGMENT_FIRST_SIGNAL,
};

static inline size_t lm_fragment_room(const lm_fragment *f) {
  return f->size - sizeof(lm_fragment) / sizeof(lm_term) - f->used;
}

typedef struct lm_chunk lm_chunk; // of the old generation
struct lm_chunk {
  lm_chunk *older;
  lm_chunk *newer;
  size_t size;    // words of the whole block
  lm_term *top;
  lm_term *limit;
  lm_term words[];
};

enum { LM_YOUNG, LM_OLD };

typedef struct lm_heap {
  lm_term *block;
  lm_term *block_end;      // of the stack; the block itself may be larger
  size_t block_size;       // words, as the pool gave it
  size_t nursery;          // free words that the next young block should have
  size_t survivors;        // words that the last collection copied
  lm_chunk *old;           // newest first
  size_t old_words;        // in use in all chunks
  size_t old_limit;        // a major collection is due when old_words would pass this
  lm_fragment *fragments;
  size_t fragment_words;   // in use in all fragments
  lm_term *off_heap[2];    // by generation
  size_t off_heap_bytes[2]; // bytes that they keep alive; young: those of objects made, or received, since the last collection
  size_t off_heap_limit[2]; // a collection is due when those of young objects pass this, a major one when those of old objects do
  size_t filled;           // words that p itself took in this time slice, those of the present block aside
  uint32_t collections;    // minor and major, in all
  uint32_t major_collections;
} lm_heap;

// `words` words for an object, to be filled at once. From between hp and sp while that lasts, else from a fragment.
//   ensures: no term moved. If a fragment was taken, p->abi.hp is so high that the next heap check fails.
lm_term *lm_alloc_beyond(lm_proc *p, size_t words); // the block is full
static inline lm_term *lm_alloc(lm_proc *p, size_t words) {
  lumen_proc_abi *abi = (lumen_proc_abi *)p;
  lm_term *object = abi->hp;
  if (LM_STRESS || abi->sp - object < (ptrdiff_t)(words + LUMEN_STACK_SLACK)) return lm_alloc_beyond(p, words);
  abi->hp = object + words;
  return object;
}

// Makes room for an object that is as large as a program likes, before lm_alloc is asked for it. False: there is not so much memory.
bool lm_alloc_prepare(lm_proc *p, size_t words);

// The same from a fragment in any case, without touching p->abi.hp: for primitives that compiled code calls without having
// stored hp first, such as those that only allocate to say how they failed.
lm_term *lm_alloc_apart(lm_proc *p, size_t words);

// Upper bounds that became exact: gives back what lies above `end`, a pointer into the last allocation. Nothing else may
// have been allocated since.
void lm_alloc_trim(lm_proc *p, lm_term *start, size_t words, lm_term *end);

// A REFCBITS object of `bits` bits that takes over one count of `refc`. Allocates.
lm_term lm_refcbits(lm_proc *p, uint64_t bits, lm_refc *refc);
// The same for any off-heap object of 4 words at `object` (from lm_alloc): header and [0], [1] are filled by the caller,
// [2] by this. `bytes`: how much memory it keeps alive.
void lm_heap_link_off_heap(lm_proc *p, lm_term *object, size_t bytes);

// Common objects. All allocate; none moves a term.
lm_term lm_cons(lm_proc *p, lm_term head, lm_term tail);
lm_term lm_tuple2(lm_proc *p, lm_term a, lm_term b);
lm_term lm_tuple3(lm_proc *p, lm_term a, lm_term b, lm_term c);
lm_term lm_tuple4(lm_proc *p, lm_term a, lm_term b, lm_term c, lm_term d);
lm_term lm_tuple5(lm_proc *p, lm_term a, lm_term b, lm_term c, lm_term d, lm_term e);
lm_term lm_integer(lm_proc *p, int64_t n);           // small or bignum
lm_term lm_unsigned(lm_proc *p, uint64_t n);
lm_term lm_float(lm_proc *p, double d);              // self-tagged or boxed; d is finite
lm_term lm_string(lm_proc *p, const char *bytes, size_t length, lm_term tail); // list of the bytes

// A fresh heap of `words` free words and an empty stack.
void lm_heap_open(lm_proc *p, size_t words);
// Frees everything; the process is gone or gets a new heap.
void lm_heap_close(lm_proc *p);

// Releases the counts that the objects of an off-heap list hold.
void lm_off_heap_release(lm_term *first);

// How many bytes the objects of an off-heap list before `end` keep alive; what several refer to counts several times.
size_t lm_off_heap_bytes(const lm_term *first, const lm_term *end);

// Counts objects in front of `before` on the young list of p, from elsewhere: copied there, not made by lm_refcbits. If that is
// much, asks for a collection at once, or, of a process that does not run, before it does.
void lm_heap_count_copied(lm_proc *p, const lm_term *before);

// Lets the next heap check of compiled code fail. Only where compiled code reloads hp afterwards.
static inline void lm_heap_ask_collection(lm_proc *p) {
  lumen_proc_abi *abi = (lumen_proc_abi *)p;
  lm_term *full = abi->sp - LUMEN_STACK_SLACK;
  if (abi->hp < full) abi->hp = full;
}

// Adds a fragment to the young generation of p: its terms are p's own from now on. Does not touch hp: when so much has piled up that
// it should be collected it sets LM_PROC_PILED_UP, and p has a safe point before it looks at its next message.
void lm_heap_adopt(lm_proc *p, lm_fragment *fragment);

// Walks everything and asserts H1..H4; true, so that it can stand in an assert.
bool lm_heap_is_valid(lm_proc *p);

// Words in use: young block without the free words, stack, old generation, fragments.
size_t lm_heap_used(lm_proc *p);

// Whether a collection may take longer than a slice.
bool lm_heap_is_large(lm_proc *p);

// Runs a major collection (erlang:garbage_collect). Moves terms; roots as for lumen_collect.
void lm_collect_major(lm_proc *p, size_t words, size_t live);

#endif
