// lm_match.h: match specifications: [{Head, Guards, Body}], what ets:select/2 and its relatives take.
//
// A specification is compiled to two little programs for each clause. The pattern is a row of instructions that take a term from
// a stack and look at it, and may put its parts there:
//
//     {'$1', [a | '_']}     tuple 2, bind 0, cons, equal a, any
//
// Guards and body are postfix: each instruction takes its operands from a stack of values and puts its result there.
//
//     {'>', '$1', 7}        bound 0, constant 7, call '>'/2, check
//
// Nothing recurses, neither compiling nor matching: how high the stacks get is known when a clause is compiled.
//
// Who may touch it: a compiled specification never changes; any thread. It refers to terms of what it was compiled from.
#ifndef LM_MATCH_H
#define LM_MATCH_H

#include "process/lm_proc.h"

typedef struct lm_match_spec lm_match_spec;

// NULL: it is malformed, or uses what is not meant for tables. To be freed with lm_match_free.
lm_match_spec *lm_match_compile(lumen_runtime *rt, lm_term specification);
// [{Pattern, [], ['$_']}] or, with `bound`, [{Pattern, [], ['$$']}].
lm_match_spec *lm_match_compile_pattern(lumen_runtime *rt, lm_term pattern, bool bound);
void lm_match_free(lm_match_spec *spec);

// [{error, Text}]: what is wrong with one that can't be compiled, or is empty. Allocates.
lm_term lm_match_mistakes(lm_proc *p, lm_term specification);

// Matching terms with one specification, one after the other.
typedef struct lm_match {
  lm_proc *p;
  const lm_match_spec *spec;
  bool copy;         // what is matched is not in the heap of p: results are copied there
  lm_term whole;     // the term being matched
  size_t words;      // that a copy of it takes; 0: not known
  lm_term *stack;
  lm_term *bound;
  lm_term *memory;
} lm_match;

void lm_match_open(lm_match *m, lm_proc *p, const lm_match_spec *spec, bool copy);
void lm_match_close(lm_match *m);

// What the body of the first clause that matches gives; LM_NONE: none does. Allocates for p; changes no exception of p.
lm_term lm_match_run(lm_match *m, lm_term term);

#endif
