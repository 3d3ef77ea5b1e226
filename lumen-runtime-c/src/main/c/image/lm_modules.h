// lm_modules.h: the modules of a runtime: which function a name stands for.
//
// Who may touch it: any thread; looking up takes no lock. Modules are only ever added.
#ifndef LM_MODULES_H
#define LM_MODULES_H

#include "lumen_abi.h"
#include "memory/lm_registry.h"

typedef struct lm_export lm_export;

typedef struct lm_modules {
  uint64_t salt;
  lm_registry exports;     // hash of module, name, arity -> lm_export (a chain)
  lm_registry by_name;     // module -> const lumen_module *
  lm_registry known;       // names of modules that there are besides, though nothing of them is here -> 1
  lm_mutex lock;           // loading; and the lists below
  lm_export *all_exports;
} lm_modules;

void lm_modules_init(lm_modules *modules, uint64_t salt);
void lm_modules_destroy(lm_modules *modules);

// NULL, or what is wrong, as lumen_runtime_load says. One at a time.
const char *lm_modules_load(lumen_runtime *rt, const lumen_image *image);

// NULL: there is no such function.
const lumen_function *lm_modules_find(lm_modules *modules, lm_term module, lm_term name, uint64_t arity);
const lumen_module *lm_modules_module(lm_modules *modules, lm_term name); // NULL: there is none

bool lm_modules_is_known(lm_modules *modules, lm_term name); // that, or one of which nothing is here

// The closure that a module's code makes under that number. NULL: there is none, or not in this version of the module.
const lumen_fun_entry *lm_modules_closure(lm_modules *modules, lm_term module, uint32_t index, uint32_t uniq);

// The one entry of fun module:name/arity, whether there is such a function yet or not.
const lumen_fun_entry *lm_modules_external_fun(lm_modules *modules, lm_term module, lm_term name, uint64_t arity);

#endif
