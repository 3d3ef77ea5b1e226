// What can be asked of modules and functions. All modules of an image are there from the start and stay.
#include "bif/lm_bif.h"
#include "exec/lm_builtin.h"
#include "image/lm_modules.h"
#include "process/lm_runtime.h"

static const lumen_module *module_of(lm_proc *p, lm_term name) {
  return lm_is_atom(name) ? lm_modules_module(lm_runtime_of(p)->modules, name) : NULL;
}

// ---- functions --------------------------------------------------------------------------------------------------------

static bool is_builtin(lm_term module, lm_term name, int64_t arity) {
  for (size_t i = 0; i < lumen_builtin_name_count; i++) {
    const lumen_builtin *b = &lumen_builtin_names[i];
    if (b->name == name && b->module == module && b->arity == arity) return true;
  }
  return false;
}

lm_term lumen_bif_erlang_is_builtin_3(lm_proc *p, lm_term module, lm_term name, lm_term arity) {
  if (!lm_is_atom(module) || !lm_is_atom(name) || !lm_is_small(arity)) return lm_badarg(p);
  return lm_boolean(is_builtin(module, name, lm_small_value(arity)));
}

lm_term lumen_bif_erlang_function_exported_3(lm_proc *p, lm_term module, lm_term name, lm_term arity) {
  if (!lm_is_atom(module) || !lm_is_atom(name) || !lm_is_small(arity) || lm_small_value(arity) < 0) return lm_badarg(p);
  bool found = module_of(p, module) != NULL &&
               lm_modules_find(lm_runtime_of(p)->modules, module, name, (uint64_t)lm_small_value(arity)) != NULL;
  return lm_boolean(found || is_builtin(module, name, lm_small_value(arity)));
}

// ---- modules ----------------------------------------------------------------------------------------------------------

lm_term lumen_bif_erlang_module_loaded_1(lm_proc *p, lm_term name) {
  return lm_is_atom(name) ? lm_boolean(lm_modules_is_known(lm_runtime_of(p)->modules, name)) : lm_badarg(p);
}

lm_term lumen_bif_erlang_check_old_code_1(lm_proc *p, lm_term name) {
  return lm_is_atom(name) ? LM_ATOM_FALSE : lm_badarg(p);
}

// There is no way to prepare code, so nothing is prepared code.
lm_term lumen_bif_erlang_has_prepared_code_on_load_1(lm_proc *p, lm_term code) {
  (void)code;
  return lm_badarg(p);
}

typedef struct names {
  lm_proc *p;
  lm_term list;
} names;

static void add_name(void *context, uint64_t name, uint64_t module) {
  (void)module;
  names *n = context;
  n->list = lm_cons(n->p, name, n->list);
}

// An image that was added later may have brought it.
static void add_known(void *context, uint64_t name, uint64_t unused) {
  names *n = context;
  if (module_of(n->p, name) == NULL) add_name(n, name, unused);
}

lm_term lumen_bif_erlang_loaded_0(lm_proc *p) {
  names n = {p, LM_NIL};
  lm_registry_each(&lm_runtime_of(p)->modules->known, add_known, &n);
  lm_registry_each(&lm_runtime_of(p)->modules->by_name, add_name, &n);
  return n.list;
}

lm_term lumen_bif_erlang_pre_loaded_0(lm_proc *p) { return lumen_bif_erlang_loaded_0(p); }

// ---- what a module tells about itself ---------------------------------------------------------------------------------

static lm_term pair(lm_proc *p, const lumen_function *f) { return lm_tuple2(p, f->name, lm_small(f->arity)); }

static lm_term exports(lm_proc *p, const lumen_module *m) {
  lm_term list = LM_NIL;
  for (uint32_t i = m->export_count; i-- > 0;) list = lm_cons(p, pair(p, m->exports[i].function), list);
  return list;
}

static lm_term functions(lm_proc *p, const lumen_module *m) {
  lm_term list = LM_NIL;
  for (uint32_t i = m->function_count; i-- > 0;) list = lm_cons(p, pair(p, m->functions[i]), list);
  return list;
}

// Without the one that is for making the module's records (bif_records.c).
static lm_term attributes(lm_proc *p, const lumen_module *m) {
  lm_list_builder shown;
  lm_list_begin(&shown);
  lm_term at = m->attributes == NULL ? LM_NIL : *m->attributes;
  for (; lm_is_cons(at); at = lm_tail(at))
    if (lm_elements(lm_head(at))[0] != LM_ATOM_NATIVE_RECORD) lm_list_add(p, &shown, lm_head(at));
  return lm_list_finish(&shown, LM_NIL);
}

// LM_NONE: no such item. There are no options of a compiler to tell, and no checksum of code that was loaded.
static lm_term item(lm_proc *p, const lumen_module *m, lm_term what) {
  switch (what) {
    case LM_ATOM_MODULE: return m->name;
    case LM_ATOM_EXPORTS: return exports(p, m);
    case LM_ATOM_FUNCTIONS: return functions(p, m);
    case LM_ATOM_ATTRIBUTES: return attributes(p, m);
    case LM_ATOM_COMPILE: return LM_NIL;
    case LM_ATOM_MD5: return LM_ATOM_UNDEFINED;
    case LM_ATOM_NATIVE: return LM_ATOM_FALSE;
    case LM_ATOM_NIFS: return LM_NIL;
    default: return LM_NONE;
  }
}

lm_term lumen_bif_erlang_get_module_info_2(lm_proc *p, lm_term name, lm_term what) {
  const lumen_module *m = module_of(p, name);
  lm_term value = m == NULL || !lm_is_atom(what) ? LM_NONE : item(p, m, what);
  return value == LM_NONE ? lm_badarg(p) : value;
}

lm_term lumen_bif_erlang_get_module_info_1(lm_proc *p, lm_term name) {
  static const lm_term items[] = {LM_ATOM_MODULE, LM_ATOM_EXPORTS, LM_ATOM_ATTRIBUTES, LM_ATOM_COMPILE, LM_ATOM_MD5};
  const lumen_module *m = module_of(p, name);
  if (m == NULL) return lm_badarg(p);
  lm_list_builder b;
  lm_list_begin(&b);
  for (size_t i = 0; i < sizeof items / sizeof *items; i++) lm_list_add(p, &b, lm_tuple2(p, items[i], item(p, m, items[i])));
  return lm_list_finish(&b, LM_NIL);
}
