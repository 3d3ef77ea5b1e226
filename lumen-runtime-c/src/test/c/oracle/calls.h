// calls.h: built-in functions by name, for tests that are told what to call.
#ifndef CALLS_H
#define CALLS_H

#include "process/lm_proc.h"

typedef struct call {
  const char *module;
  const char *name;
  int arity;
  void *function;
} call;

const call *call_find(lm_proc *p, lm_term module, lm_term name, int arity); // NULL: it is not in the table
lm_term call_apply(lm_proc *p, const call *e, const lm_term *a);

// =:= and the same in the external format: that tells the two zeros apart.
bool call_same(lm_proc *p, lm_term a, lm_term b);

void call_show(lm_proc *p, const char *label, lm_term t);

#endif
