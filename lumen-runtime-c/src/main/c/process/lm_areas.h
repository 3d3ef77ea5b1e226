// lm_areas.h: the memory of one process: where its terms lie. How they get there is heap/'s matter.
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
#ifndef LM_AREAS_H
#define LM_AREAS_H

#include <stddef.h>
#include <stdint.h>

#include "lumen_abi.h"

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

#endif
