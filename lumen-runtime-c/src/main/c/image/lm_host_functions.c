#include "image/lm_host_functions.h"

#include "process/lm_runtime.h"

lm_host_function *lm_host_find(lumen_runtime *rt, lm_term module, lm_term name, uint64_t arity) {
  lm_host_function *f = atomic_load_explicit(&rt->host_functions, memory_order_acquire);
  while (f != NULL && (f->module != module || f->name != name || f->arity != arity)) f = f->next;
  return f;
}
