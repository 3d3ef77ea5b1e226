// lm_heap.h: how terms are allocated on the private heap of a process. process/lm_areas.h says where they lie.
//
// Who may touch it: the thread that runs the process, nobody else.
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

#include "memory/lm_refc.h"
#include "platform/lm_platform.h"
#include "process/lm_proc.h"

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
// The process is gone: frees as much of it as `left` allows, which goes down; false: there is more.
bool lm_heap_close_some(lm_proc *p, int64_t *left);

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

// Collects, whatever the process may take (sched/lm_limit.h). Moves terms; roots as for lumen_collect.
void lm_collect(lm_proc *p, bool major, size_t words, size_t live);

#endif
