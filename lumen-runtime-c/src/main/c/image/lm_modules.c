#include "image/lm_modules.h"

#include "image/lm_undefined.h"
#include "memory/lm_memory.h"
#include "process/lm_runtime.h"
#include "term/lm_atoms.h"
#include "term/lm_hash.h"

struct lm_export {
  lm_export *next;     // of all, to free them
  lm_export *same;     // with the same hash
  lm_term module;
  lm_term name;
  uint64_t arity;
  _Atomic(const lumen_function *) function; // NULL: only named by a fun so far
  _Atomic(lumen_fun_entry *) entry;         // of external funs; made when first needed
};

void lm_modules_init(lm_modules *modules, uint64_t salt) {
  modules->salt = salt;
  lm_registry_init(&modules->exports, salt);
  lm_registry_init(&modules->by_name, salt);
  lm_registry_init(&modules->known, salt);
  lm_mutex_init(&modules->lock);
  modules->all_exports = NULL;
}

void lm_modules_destroy(lm_modules *modules) {
  for (lm_export *e = modules->all_exports; e != NULL;) {
    lm_export *next = e->next;
    lm_delete(atomic_load(&e->entry));
    lm_delete(e);
    e = next;
  }
  lm_registry_destroy(&modules->exports);
  lm_registry_destroy(&modules->by_name);
  lm_registry_destroy(&modules->known);
}

static uint64_t key_of(const lm_modules *modules, lm_term module, lm_term name, uint64_t arity) {
  return (lm_hash_mix(lm_hash_mix(module + modules->salt) ^ name) + arity) | 1;
}

static lm_export *find(lm_modules *modules, lm_term module, lm_term name, uint64_t arity) {
  lm_export *e = (lm_export *)(uintptr_t)lm_registry_get(&modules->exports, key_of(modules, module, name, arity));
  while (e != NULL && (e->module != module || e->name != name || e->arity != arity)) e = e->same;
  return e;
}

const lumen_function *lm_modules_find(lm_modules *modules, lm_term module, lm_term name, uint64_t arity) {
  lm_export *e = find(modules, module, name, arity);
  return e == NULL ? NULL : atomic_load_explicit(&e->function, memory_order_acquire);
}

const lumen_module *lm_modules_module(lm_modules *modules, lm_term name) {
  return (const lumen_module *)(uintptr_t)lm_registry_get(&modules->by_name, name);
}

bool lm_modules_is_known(lm_modules *modules, lm_term name) {
  return lm_modules_module(modules, name) != NULL || lm_registry_get(&modules->known, name) != 0;
}

const lumen_fun_entry *lm_modules_closure(lm_modules *modules, lm_term module, uint32_t index, uint32_t uniq) {
  const lumen_module *m = lm_modules_module(modules, module);
  if (m == NULL || index >= m->closure_count) return NULL;
  return m->closures[index]->uniq == uniq ? m->closures[index] : NULL;
}

// The export of that name, made if need be. With the lock held.
static lm_export *export_of(lm_modules *modules, lm_term module, lm_term name, uint64_t arity) {
  lm_export *e = find(modules, module, name, arity);
  if (e != NULL) return e;
  uint64_t key = key_of(modules, module, name, arity);
  uint64_t others = lm_registry_get(&modules->exports, key);
  e = lm_new_zeroed(1, sizeof *e);
  e->module = module;
  e->name = name;
  e->arity = arity;
  e->same = (lm_export *)(uintptr_t)others;
  e->next = modules->all_exports;
  modules->all_exports = e;
  lm_registry_exchange(&modules->exports, key, others, (uintptr_t)e);
  return e;
}

static lumen_fun_entry *new_entry(const lm_export *e, const lumen_function *function) {
  lumen_fun_entry *entry = lm_new_zeroed(1, sizeof *entry);
  *entry = (lumen_fun_entry){.code = function != NULL ? function->code : lm_undefined_code(e->arity),
                             .function = function,
                             .module = e->module,
                             .name = e->name,
                             .arity = (uint32_t)e->arity,
                             .external = true};
  return entry;
}

const lumen_fun_entry *lm_modules_external_fun(lm_modules *modules, lm_term module, lm_term name, uint64_t arity) {
  lm_export *e = find(modules, module, name, arity);
  lumen_fun_entry *entry = e == NULL ? NULL : atomic_load_explicit(&e->entry, memory_order_acquire);
  if (entry != NULL) return entry;
  lm_mutex_lock(&modules->lock);
  e = export_of(modules, module, name, arity);
  entry = atomic_load_explicit(&e->entry, memory_order_relaxed);
  if (entry == NULL) {
    entry = new_entry(e, atomic_load_explicit(&e->function, memory_order_relaxed));
    atomic_store_explicit(&e->entry, entry, memory_order_release);
  }
  lm_mutex_unlock(&modules->lock);
  return entry;
}

static void define(lm_modules *modules, const lumen_function *function) {
  lm_export *e = export_of(modules, function->module, function->name, function->arity);
  lumen_fun_entry *entry = atomic_load_explicit(&e->entry, memory_order_relaxed);
  if (entry != NULL) { // a fun was made before its function came: from now on it calls the function
    entry->function = function;
    __atomic_store_n(&entry->code, function->code, __ATOMIC_RELEASE);
  }
  atomic_store_explicit(&e->function, function, memory_order_release);
}

// ---- loading ------------------------------------------------------------------------------------------------------------

static const char *add_atoms(lumen_runtime *rt, const lumen_atom *atoms, uint32_t count) {
  for (uint32_t k = 0; k < count; k++) {
    if (!lm_atoms_add(rt->atoms, atoms[k].immediate, atoms[k].text, atoms[k].length)) return "two atoms have one hash";
  }
  return NULL;
}

static const char *check(lumen_runtime *rt, const lumen_image *image) {
  for (uint32_t i = 0; i < image->module_count; i++) {
    const lumen_module *m = image->modules[i];
    if (lm_modules_module(rt->modules, m->name) != NULL) return "a module is there already";
    const char *wrong = add_atoms(rt, m->atoms, m->atom_count);
    if (wrong != NULL) return wrong;
  }
  const char *wrong = add_atoms(rt, image->atoms, image->atom_count);
  return wrong != NULL ? wrong : add_atoms(rt, image->known, image->known_count);
}

const char *lm_modules_load(lumen_runtime *rt, const lumen_image *image) {
  lm_modules *modules = rt->modules;
  const char *wrong = check(rt, image);
  for (uint32_t i = 0; wrong == NULL && i < image->module_count; i++) {
    const lumen_module *m = image->modules[i];
    for (uint32_t k = 0; wrong == NULL && k < m->literal_count; k++) {
      if (!m->load_literal(rt, &m->literals[k])) wrong = "a constant can't be decoded";
    }
  }
  if (wrong == NULL) {
    lm_mutex_lock(&modules->lock);
    for (uint32_t i = 0; i < image->builtin_count; i++) define(modules, image->builtins[i]);
    for (uint32_t i = 0; i < image->module_count; i++) {
      const lumen_module *m = image->modules[i];
      for (uint32_t k = 0; k < m->export_count; k++) define(modules, m->exports[k].function);
      lm_registry_exchange(&modules->by_name, m->name, 0, (uintptr_t)m);
    }
    for (uint32_t i = 0; i < image->known_count; i++) lm_registry_exchange(&modules->known, image->known[i].immediate, 0, 1);
    lm_mutex_unlock(&modules->lock);
  }
  return wrong;
}
