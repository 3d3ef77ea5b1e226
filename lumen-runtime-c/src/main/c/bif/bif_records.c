// Native records (term/lm_record.h): what expressions and patterns with them compile to, and the module records.
//
// An id says which records are meant (RecordLowering makes them):
//   '_'                any
//   Name               those of this name
//   {Module}           any that is exported, and those of Module
//   {Module,Name}      this one
//   {Module,Name,true} this one, if it is exported
#include <string.h>

#include "bif/lm_bif.h"
#include "image/lm_modules.h"
#include "process/lm_runtime.h"
#include "term/lm_map.h"
#include "term/lm_record.h"

static bool is_meant(lm_term t, lm_term id) {
  if (!lm_is_record(t)) return false;
  if (id == LM_ATOM_WILDCARD) return true;
  const lm_term *d = lm_record_definition(t);
  if (lm_is_atom(id)) return d[LM_RECORD_NAME] == id;
  const lm_term *of = lm_elements(id);
  bool exported = d[LM_RECORD_EXPORTED] == LM_ATOM_TRUE;
  if (lm_tuple_size(id) == 1) return exported || d[LM_RECORD_MODULE] == of[0];
  return d[LM_RECORD_MODULE] == of[0] && d[LM_RECORD_NAME] == of[1] && (exported || lm_tuple_size(id) == 2);
}

static lm_term bad_record(lm_proc *p, lm_term t) { return lm_error_with(p, LM_ATOM_BADRECORD, t); }

static lm_term bad_field(lm_proc *p, lm_term reason, const lm_term *definition, lm_term field) {
  lm_term name = lm_tuple2(p, definition[LM_RECORD_MODULE], definition[LM_RECORD_NAME]);
  return lm_error_with(p, reason, lm_tuple2(p, name, field));
}

// What expressions compile to fails on behalf of the function that they are in.
static lm_term as_caller(lm_proc *p, lm_term failed) {
  p->abi.exception_trace = LM_TRACE_OF_CALLER;
  return failed;
}

// The place of a field; `size` when there is none.
static size_t find(const lm_term *fields, size_t size, lm_term field) {
  size_t i = 0;
  while (i < size && fields[i] != field) i++;
  return i;
}

static lm_term *new_record(lm_proc *p, lm_term definition, size_t size) {
  lm_term *object = lm_alloc(p, 2 + size);
  object[0] = LM_HEADER(LM_KIND_RECORD, 0, 1 + size);
  object[1] = definition;
  return object;
}

// Writes the values of a tuple {Field, Value, …} to their places; the first field that isn't there, or LM_NONE.
static lm_term assign(lm_term *values, const lm_term *fields, size_t size, lm_term given) {
  const lm_term *pairs = lm_elements(given);
  for (size_t i = 0; i < lm_tuple_size(given); i += 2) {
    size_t at = find(fields, size, pairs[i]);
    if (at == size) return pairs[i];
    values[at] = pairs[i + 1];
  }
  return LM_NONE;
}

// ---- what expressions compile to ----------------------------------------------------------------------------------

// A record of a definition. `defaults`: of each field {Value}, or [] where there is none. `given`: {Field, Value, …}.
static lm_term make(lm_proc *p, lm_term definition, lm_term defaults, lm_term given) {
  size_t size = lm_tuple_size(defaults);
  const lm_term *d = lm_elements(definition), *fields = d + LM_RECORD_FIRST_FIELD;
  lm_term *object = new_record(p, definition, size);
  for (size_t i = 0; i < size; i++) {
    lm_term value = lm_elements(defaults)[i];
    object[2 + i] = lm_is_tuple(value) ? lm_elements(value)[0] : LM_NONE;
  }
  lm_term unknown = assign(object + 2, fields, size, given);
  lm_term missing = LM_NONE;
  for (size_t i = size; i-- > 0;) {
    if (object[2 + i] != LM_NONE) continue;
    object[2 + i] = LM_NIL; // whatever comes of it, the heap holds terms
    missing = fields[i];
  }
  if (unknown != LM_NONE) return as_caller(p, bad_field(p, LM_ATOM_BADFIELD, d, unknown));
  return missing == LM_NONE ? lm_boxed_at(object) : as_caller(p, bad_field(p, LM_ATOM_NOVALUE, d, missing));
}

lm_term lumen_bif_records_make_3(lm_proc *p, lm_term definition, lm_term defaults, lm_term given) {
  return make(p, definition, defaults, given);
}

// A record of another module, whose attribute native_record lists its {Definition, Defaults}.
lm_term lumen_bif_records_make_2(lm_proc *p, lm_term id, lm_term given) {
  const lm_term *of = lm_elements(id);
  const lumen_module *module = lm_modules_module(lm_runtime_of(p)->modules, of[0]);
  lm_term attributes = module == NULL || module->attributes == NULL ? LM_NIL : *module->attributes;
  for (; lm_is_cons(attributes); attributes = lm_tail(attributes)) {
    const lm_term *attribute = lm_elements(lm_head(attributes));
    if (attribute[0] != LM_ATOM_NATIVE_RECORD) continue;
    for (lm_term all = attribute[1]; lm_is_cons(all); all = lm_tail(all)) {
      const lm_term *known = lm_elements(lm_head(all)), *d = lm_elements(known[0]);
      if (d[LM_RECORD_NAME] == of[1] && d[LM_RECORD_EXPORTED] == LM_ATOM_TRUE) return make(p, known[0], known[1], given);
    }
  }
  return as_caller(p, bad_record(p, id));
}

lm_term lumen_bif_records_field_3(lm_proc *p, lm_term record, lm_term id, lm_term field) {
  if (!is_meant(record, id)) return as_caller(p, bad_record(p, record));
  size_t size = lm_record_size(record), at = find(lm_record_fields(record), size, field);
  if (at == size) return as_caller(p, bad_field(p, LM_ATOM_BADFIELD, lm_record_definition(record), field));
  return lm_record_values(record)[at];
}

lm_term lumen_bif_records_set_3(lm_proc *p, lm_term record, lm_term id, lm_term given) {
  if (!is_meant(record, id)) return as_caller(p, bad_record(p, record));
  size_t size = lm_record_size(record);
  if (lm_tuple_size(given) == 0) return record;
  lm_term *object = new_record(p, lm_pointer(record)[1], size);
  memcpy(object + 2, lm_record_values(record), size * sizeof(lm_term));
  lm_term unknown = assign(object + 2, lm_record_fields(record), size, given);
  return unknown == LM_NONE ? lm_boxed_at(object)
                            : as_caller(p, bad_field(p, LM_ATOM_BADFIELD, lm_record_definition(record), unknown));
}

// The record itself, if it is meant: for patterns.
lm_term lumen_bif_records_match_2(lm_proc *p, lm_term record, lm_term id) {
  return is_meant(record, id) ? record : bad_record(p, record);
}

// ---- the module records -------------------------------------------------------------------------------------------

lm_term lumen_bif_records_get_2(lm_proc *p, lm_term field, lm_term record) {
  if (!lm_is_record(record)) return lm_badarg(p);
  size_t size = lm_record_size(record), at = find(lm_record_fields(record), size, field);
  return at == size ? lm_badarg(p) : lm_record_values(record)[at];
}

lm_term lumen_bif_records_get_module_1(lm_proc *p, lm_term record) {
  return lm_is_record(record) ? lm_record_definition(record)[LM_RECORD_MODULE] : lm_badarg(p);
}

lm_term lumen_bif_records_get_name_1(lm_proc *p, lm_term record) {
  return lm_is_record(record) ? lm_record_definition(record)[LM_RECORD_NAME] : lm_badarg(p);
}

lm_term lumen_bif_records_get_field_names_1(lm_proc *p, lm_term record) {
  if (!lm_is_record(record)) return bad_record(p, record);
  lm_term list = LM_NIL;
  for (size_t i = lm_record_size(record); i-- > 0;) list = lm_cons(p, lm_record_fields(record)[i], list);
  return list;
}

lm_term lumen_bif_records_is_exported_1(lm_proc *p, lm_term record) {
  return lm_is_record(record) ? lm_record_definition(record)[LM_RECORD_EXPORTED] : bad_record(p, record);
}

// Why the fields of create/4 are none; LM_NONE when they are good.
static lm_term check_fields(lm_proc *p, const lm_term *definition, lm_term list) {
  for (lm_term at = list; lm_is_cons(at); at = lm_tail(at)) {
    lm_term pair = lm_head(at);
    if (!lm_is_tuple(pair) || lm_tuple_size(pair) != 2) return lm_badarg(p), LM_ATOM_FALSE;
    lm_term field = lm_elements(pair)[0];
    if (!lm_is_atom(field)) return bad_field(p, LM_ATOM_BADFIELD, definition, field), LM_ATOM_FALSE;
    for (lm_term other = list; other != at; other = lm_tail(other))
      if (lm_elements(lm_head(other))[0] == field) return lm_badarg(p), LM_ATOM_FALSE;
  }
  return LM_NONE;
}

lm_term lumen_bif_records_create_4(lm_proc *p, lm_term module, lm_term name, lm_term list, lm_term options) {
  if (!lm_is_atom(module) || !lm_is_atom(name)) return bad_record(p, name);
  if (!lm_is_map(options)) return lm_error_with(p, LM_ATOM_BADMAP, options);
  lm_term exported = LM_NONE, key;
  lm_map_cursor cursor;
  lm_map_start(&cursor, options);
  if (lm_map_size(options) != 1 || !lm_map_next(&cursor, &key, &exported) || key != LM_ATOM_IS_EXPORTED ||
      !lm_is_boolean(exported))
    return lm_badarg(p);
  int64_t length = lm_list_length(list);
  if (length < 0) return lm_badarg(p);
  size_t size = (size_t)length;
  lm_term head[] = {module, name, exported};
  if (check_fields(p, head, list) != LM_NONE) return LM_NONE;
  lm_term *definition = lm_alloc(p, 1 + LM_RECORD_FIRST_FIELD + size);
  definition[0] = LM_HEADER(LM_KIND_TUPLE, 0, LM_RECORD_FIRST_FIELD + size);
  memcpy(definition + 1, head, sizeof head);
  lm_term at = list;
  for (size_t i = 0; i < size; i++, at = lm_tail(at))
    definition[1 + LM_RECORD_FIRST_FIELD + i] = lm_elements(lm_head(at))[0];
  lm_term *object = new_record(p, lm_boxed_at(definition), size);
  for (size_t i = 0; i < size; i++, list = lm_tail(list)) object[2 + i] = lm_elements(lm_head(list))[1];
  return lm_boxed_at(object);
}

lm_term lumen_bif_records_update_4(lm_proc *p, lm_term record, lm_term module, lm_term name, lm_term changes) {
  if (!lm_is_record(record)) return bad_record(p, record);
  const lm_term *d = lm_record_definition(record);
  if (name != LM_ATOM_WILDCARD && (d[LM_RECORD_MODULE] != module || d[LM_RECORD_NAME] != name)) return bad_record(p, name);
  if (!lm_is_map(changes)) return lm_error_with(p, LM_ATOM_BADMAP, changes);
  size_t size = lm_record_size(record);
  lm_term *object = new_record(p, lm_pointer(record)[1], size), key, value;
  memcpy(object + 2, lm_record_values(record), size * sizeof(lm_term));
  lm_map_cursor cursor;
  lm_map_start(&cursor, changes);
  while (lm_map_next(&cursor, &key, &value)) {
    size_t at = find(lm_record_fields(record), size, key);
    if (at == size) return bad_field(p, LM_ATOM_BADFIELD, d, key);
    object[2 + at] = value;
  }
  return lm_boxed_at(object);
}
