// lm_copy.h: copying a term out of the heap of a process: into messages, other heaps, tables.
//
// Who may touch it: the source must not change meanwhile: the thread that runs its owner. Nothing here recurses; deep terms
// cost heap memory, not machine stack. Sharing inside a term is not kept (as in the language's own implementation):
// what is referred to twice is copied twice. A HEAPBITS object above 64 bytes is always a constant and is not copied.
#ifndef LM_COPY_H
#define LM_COPY_H

#include "heap/lm_heap.h"
#include "memory/lm_pool.h"

// Words that a copy of `term` takes. 0: it needs no copy (immediates, constants), or measuring it was given up
// (work/lm_work.h), which for a tuple, a list or a fun is what it means.
size_t lm_copy_size(lm_term term);

// Copies `term` to *top, which moves up by `words`, which is lm_copy_size(term); answers the copy. REFCBITS and MAGIC objects
// take one more count and are put in front of *off_heap. What was given up becomes [].
lm_term lm_copy_to(lm_term term, size_t words, lm_term **top, lm_term **off_heap);

// Copies a block that holds terms and all that they refer to as it is: the fragment of a message, an object of a table. Answers the copy of
// `term`, which lies in it or is none of its own. REFCBITS and MAGIC objects as above.
lm_term lm_copy_block(const lm_term *words, size_t count, lm_term term, lm_term *to, lm_term **off_heap);

// A new fragment that holds a copy of `term`; fragment->term is the copy. NONE of it belongs to a process yet.
lm_fragment *lm_fragment_of(lm_pool *pool, lm_term term);

// The same by p, of a term of its own: others may have turns meanwhile (LM_MAY_YIELD).
lm_fragment *lm_fragment_of_own(lm_proc *p, lm_term term);
lm_fragment *lm_fragment_measured(lm_proc *p, lm_term term, size_t words); // which is lm_copy_size(term)

// Room for `words` words of terms.
lm_fragment *lm_fragment_new(lm_pool *pool, size_t words);
lm_fragment *lm_fragment_try_new(lm_pool *pool, size_t words); // NULL: there is not so much memory
// Releases its off-heap objects too.
void lm_fragment_free(lm_pool *pool, lm_fragment *fragment);

// Copies `term`, which may lie in any heap that does not change meanwhile, into the heap of p.
lm_term lm_copy_in(lm_proc *p, lm_term term);
lm_term lm_copy_block_in(lm_proc *p, const lm_term *words, size_t count, lm_term term); // the same with a block

#endif
