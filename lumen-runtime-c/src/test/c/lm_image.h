// lm_image.h: functions written by hand (lm_asm.h) as a module `t` of an image, as the compiler would make it.
#ifndef LM_IMAGE_H
#define LM_IMAGE_H

#include <string.h>

#include "lm_asm.h"

#include "term/lm_atoms.h"

enum { MAX_FUNCTIONS = 32, MAX_ATOMS = 64 };
static lumen_function compiled[MAX_FUNCTIONS]; // in the order in which they were given
static const lumen_function *all_functions[MAX_FUNCTIONS];
static lumen_export exports[MAX_FUNCTIONS];
static lumen_atom atoms[MAX_ATOMS];
static lumen_module module;
static lumen_module *modules[] = {&module};
static lumen_image image = {.modules = modules, .module_count = 1};

// An atom of the module.
static lm_term atom(const char *text) {
  lm_term a = lm_atom_hash((const uint8_t *)text, strlen(text));
  atoms[module.atom_count++] = (lumen_atom){a, text, (uint32_t)strlen(text)};
  return a;
}

// All are exported.
static void make_module(const test_function *functions, size_t count) {
  module = (lumen_module){.atoms = atoms, .exports = exports, .functions = all_functions, .export_count = count, .function_count = count};
  module.name = atom("t");
  for (size_t i = 0; i < count; i++) {
    compiled[i] = (lumen_function){functions[i].code, "t.erl", module.name, atom(functions[i].name), functions[i].arity, 1};
    all_functions[i] = &compiled[i];
    exports[i].function = &compiled[i];
  }
}

#endif
