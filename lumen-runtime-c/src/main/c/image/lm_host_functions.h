// lm_host_functions.h: names that stand for functions of the host (lumen_register_host).
//
// Who may touch it: any thread. Functions are only ever added (host/lm_host_calls.c).
#ifndef LM_HOST_FUNCTIONS_H
#define LM_HOST_FUNCTIONS_H

#include "process/lm_proc.h"

typedef struct lm_host_function {
  struct lm_host_function *next;
  lm_term module;
  lm_term name;
  uint32_t arity;
  enum lumen_host_kind kind;
  lumen_host_function function;
  void *context;
  lumen_code code; // ABI code that calls it with the arguments in xs, once p->host_function says that it is meant
} lm_host_function;

// NULL: there is none of that name.
lm_host_function *lm_host_find(lumen_runtime *rt, lm_term module, lm_term name, uint64_t arity);

#endif
