// lm_match_code.h: compiled match specifications, for lm_match_compile.c, which makes them, and lm_match_run.c.
#ifndef LM_MATCH_CODE_H
#define LM_MATCH_CODE_H

#include "ets/lm_match.h"

enum lm_match_op {
  // Patterns: each takes one term from the stack.
  LM_MATCH_ANY,
  LM_MATCH_BIND,    // variable n
  LM_MATCH_SAME,    // must be what variable n is bound to
  LM_MATCH_EQUAL,   // must be `term`
  LM_MATCH_TUPLE,   // of n elements, which are put on the stack
  LM_MATCH_CONS,    // head and tail are put on the stack
  LM_MATCH_MAP,     // with n keys, which follow as LM_MATCH_KEY; their values are put on the stack
  LM_MATCH_KEY,
  // Values: put one on the stack. What fails ends the clause when it is a guard, and gives 'EXIT' in a body.
  LM_MATCH_CONSTANT,
  LM_MATCH_BOUND,       // variable n
  LM_MATCH_BOUND_COPY,  // the same for the body
  LM_MATCH_WHOLE,
  LM_MATCH_WHOLE_COPY,
  LM_MATCH_ALL,         // '$$': the list of all variables
  LM_MATCH_ALL_COPY,
  LM_MATCH_MAKE_TUPLE,  // of the n uppermost
  LM_MATCH_MAKE_CONS,
  LM_MATCH_MAKE_MAP,    // of n pairs
  LM_MATCH_CALL,        // `call` with n arguments
  LM_MATCH_AND,         // of the n uppermost, all booleans
  LM_MATCH_OR,
  LM_MATCH_IF_TRUE,     // andalso: takes true and goes on; leaves false and jumps over n steps; fails otherwise
  LM_MATCH_IF_FALSE,    // orelse
  LM_MATCH_SELF,
  LM_MATCH_NODE,
  // Takes one.
  LM_MATCH_CHECK,       // a guard: must be true
  LM_MATCH_DROP,
  LM_MATCH_END,         // takes the result
};

typedef struct lm_match_step {
  enum lm_match_op op;
  uint32_t n;
  union {
    lm_term term;
    void *call; // a primitive: lm_term (*)(lm_proc *, lm_term ...)
  } u;
} lm_match_step;

typedef struct lm_match_clause {
  uint32_t pattern; // where its pattern begins
  uint32_t guards;
  uint32_t body;
  uint32_t end;
  uint32_t variables; // in `order` of the clause
  uint32_t order;     // where in lm_match_spec.order
  lm_term head;       // the pattern as a term
} lm_match_clause;

struct lm_match_spec {
  lm_match_clause *clauses;
  size_t clause_count;
  lm_match_step *steps;
  size_t step_count, step_room;
  uint32_t *order;      // of each clause: its variables in the order of their names
  size_t order_count, order_room;
  size_t stack;         // words that the stack may need
  uint32_t variables;   // the most that a clause has
};

// The N of '$N'; -1: it is another term.
int64_t lm_match_variable(lumen_runtime *rt, lm_term t);

// Whether there are no variables in it: as the key of a table it stands for itself.
bool lm_match_is_constant(lumen_runtime *rt, lm_term pattern);

// The primitive behind a function that guards and bodies may call; NULL: they may not.
void *lm_match_function(lm_term name, uint32_t arity);

#endif
