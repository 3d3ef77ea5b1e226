// erlang:memory/0,1.
#include "bif/lm_bif.h"
#include "ets/lm_ets.h"
#include "image/lm_modules.h"
#include "process/lm_runtime.h"
#include "sched/lm_sched.h"
#include "system/lm_memory_use.h"
#include "term/lm_atoms.h"

size_t lm_module_bytes(const lumen_module *m) {
  return sizeof *m + m->atom_count * sizeof(lumen_atom) + m->export_count * sizeof(lumen_export) +
         m->function_count * (sizeof(lumen_function) + sizeof(lumen_function *)) + m->literal_count * sizeof(lumen_literal);
}

static void add_module(void *sum, uint64_t name, uint64_t module) {
  (void)name;
  *(size_t *)sum += lm_module_bytes((const lumen_module *)(uintptr_t)module);
}

static size_t ets_bytes(lm_ets *ets) {
  size_t words = 0;
  lm_mutex_lock(&ets->lock);
  for (const lm_ets_table *t = ets->tables; t != NULL; t = t->next)
    for (uint32_t i = 0; i < t->shard_count; i++) words += atomic_load_explicit(&t->shards[i].words, memory_order_relaxed);
  lm_mutex_unlock(&ets->lock);
  return words * sizeof(lm_term);
}

lm_memory_use lm_memory_use_of(lumen_runtime *rt) {
  lm_memory_use use = {.ets = ets_bytes(rt->ets)};
  use.processes = lm_shared_pool_bytes(rt->pool, &use.processes_used);
  lm_atoms_count(rt->atoms, &use.atom);
  use.atom_used = use.atom;
  int64_t binary = atomic_load_explicit(&rt->binaries.bytes, memory_order_relaxed);
  use.binary = binary > 0 ? (size_t)binary : 0;
  lm_registry_each(&rt->modules->by_name, add_module, &use.code);
  size_t own = sizeof *rt + (size_t)rt->sched_count * sizeof(lm_sched);
  use.total = use.processes + use.atom + use.binary + use.code + use.ets + own;
  return use;
}

enum { KINDS = 9 };

static void pairs_of(lm_proc *p, lm_term *names, size_t *sizes) {
  lm_memory_use use = lm_memory_use_of(lm_runtime_of(p));
  static const char *const texts[KINDS] = {"total", "processes", "processes_used", "system", "atom", "atom_used", "binary", "code", "ets"};
  const size_t values[KINDS] = {use.total, use.processes, use.processes_used, use.total - use.processes, use.atom,
                                use.atom_used, use.binary, use.code, use.ets};
  for (size_t i = 0; i < KINDS; i++) {
    names[i] = lm_atom_intern(lm_runtime_of(p), (const uint8_t *)texts[i], __builtin_strlen(texts[i]));
    sizes[i] = values[i];
  }
}

lm_term lumen_bif_erlang_memory_0(lm_proc *p) {
  lm_term names[KINDS], list = LM_NIL;
  size_t sizes[KINDS];
  pairs_of(p, names, sizes);
  for (size_t i = KINDS; i-- > 0;) list = lm_cons(p, lm_tuple2(p, names[i], lm_small((int64_t)sizes[i])), list);
  return list;
}

static lm_term size_of(lm_term kind, const lm_term *names, const size_t *sizes) {
  for (size_t i = 0; i < KINDS; i++)
    if (names[i] == kind) return lm_small((int64_t)sizes[i]);
  return LM_NONE;
}

lm_term lumen_bif_erlang_memory_1(lm_proc *p, lm_term what) {
  lm_term names[KINDS];
  size_t sizes[KINDS];
  pairs_of(p, names, sizes);
  if (lm_is_atom(what)) {
    lm_term size = size_of(what, names, sizes);
    return size == LM_NONE ? lm_badarg(p) : size;
  }
  lm_list_builder list;
  lm_list_begin(&list);
  for (; lm_is_cons(what); what = lm_tail(what)) {
    lm_term size = size_of(lm_head(what), names, sizes);
    if (size == LM_NONE) return lm_badarg(p);
    lm_list_add(p, &list, lm_tuple2(p, lm_head(what), size));
  }
  return lm_is_nil(what) ? lm_list_finish(&list, LM_NIL) : lm_badarg(p);
}
