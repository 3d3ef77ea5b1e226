// What is wrong with a match specification, in OTP's words and in its order: operands from last to first, elements of lists
// and operands of short circuits from first to last. Only the first clause that has mistakes is told about, all of them.
#include <string.h>

#include "bif/lm_bif.h"
#include "ets/lm_match_code.h"
#include "process/lm_runtime.h"
#include "term/lm_atoms.h"
#include "term/lm_buffer.h"
#include "term/lm_map.h"
#include "term/lm_print.h"
#include "term/lm_stack.h"

typedef struct explainer {
  lm_proc *p;
  lm_list_builder list; // of {error, Text}
  size_t count;
  lm_stack bound;       // the N of each '$N' in the head of this clause
} explainer;

// ---- texts --------------------------------------------------------------------------------------------------------------

static void add(explainer *x, lm_buffer *text) {
  lm_term string = lm_string(x->p, (const char *)text->bytes, text->length, LM_NIL);
  lm_list_add(x->p, &x->list, lm_tuple2(x->p, LM_ATOM_ERROR, string));
  x->count++;
  lm_buffer_close(text);
}

static void say(explainer *x, const char *words) {
  lm_buffer text;
  lm_buffer_open(&text);
  lm_buffer_text(&text, words);
  add(x, &text);
}

// `before`, the term, `after`.
static void say_of(explainer *x, const char *before, lm_term t, const char *after) {
  lm_buffer text;
  lm_buffer_open(&text);
  lm_buffer_text(&text, before);
  lm_print(&text, lm_runtime_of(x->p), t);
  lm_buffer_text(&text, after);
  add(x, &text);
}

// Texts of atoms stand without quotes.
static void add_name(explainer *x, lm_buffer *text, lm_term atom) {
  size_t length;
  const uint8_t *bytes = lm_atom_text(lm_runtime_of(x->p), atom, &length);
  lm_buffer_add(text, bytes, length);
}

static void say_of_form(explainer *x, lm_term name, const char *middle, lm_term call) {
  lm_buffer text;
  lm_buffer_open(&text);
  lm_buffer_text(&text, "Special form '");
  add_name(x, &text, name);
  lm_buffer_text(&text, middle);
  if (call != LM_NONE) {
    lm_print(&text, lm_runtime_of(x->p), call);
    lm_buffer_byte(&text, '.');
  }
  add(x, &text);
}

static void say_of_function(explainer *x, lm_term name, size_t arity, const char *what) {
  lm_buffer text;
  lm_buffer_open(&text);
  lm_buffer_text(&text, "Function ");
  add_name(x, &text, name);
  lm_buffer_byte(&text, '/');
  lm_buffer_decimal(&text, arity);
  lm_buffer_text(&text, what);
  add(x, &text);
}

static void say_unbound(explainer *x, lm_term variable) {
  lm_buffer text;
  lm_buffer_open(&text);
  lm_buffer_text(&text, "Variable ");
  add_name(x, &text, variable);
  lm_buffer_text(&text, " is unbound.");
  add(x, &text);
}

// ---- heads --------------------------------------------------------------------------------------------------------------

static void bind(explainer *x, int64_t name) {
  for (size_t i = 0; i < x->bound.count; i++)
    if (x->bound.words[i] == (uint64_t)name) return;
  lm_stack_push(&x->bound, (uint64_t)name);
}

static void keys_and_values(explainer *x, lm_stack *todo, lm_term map) {
  lm_map_cursor cursor;
  lm_term key, value;
  lm_map_start(&cursor, map);
  while (lm_map_next(&cursor, &key, &value)) {
    if (key == LM_ATOM_WILDCARD) say(x, "Underscore found in map key.");
    if (lm_match_variable(lm_runtime_of(x->p), key) >= 0) say(x, "Variable found in map key.");
    lm_stack_push(todo, value);
  }
}

static void head(explainer *x, lm_term pattern) {
  lm_stack todo;
  lm_stack_open(&todo);
  lm_stack_push(&todo, pattern);
  while (x->count == 0 && !lm_stack_is_empty(&todo)) {
    lm_term t = lm_stack_pop(&todo);
    int64_t name = lm_match_variable(lm_runtime_of(x->p), t);
    if (name >= 0) {
      bind(x, name);
    } else if (lm_is_cons(t)) {
      lm_stack_push(&todo, lm_tail(t));
      lm_stack_push(&todo, lm_head(t));
    } else if (lm_is_tuple(t)) {
      for (size_t i = lm_tuple_size(t); i-- > 0;) lm_stack_push(&todo, lm_elements(t)[i]);
    } else if (lm_is_map(t)) {
      keys_and_values(x, &todo, t);
    }
  }
  lm_stack_close(&todo);
}

// ---- guards and bodies --------------------------------------------------------------------------------------------------

static bool is_called(explainer *x, lm_term name, const char *text) {
  size_t length;
  const uint8_t *bytes = lm_atom_text(lm_runtime_of(x->p), name, &length);
  return strlen(text) == length && memcmp(bytes, text, length) == 0;
}

// Forms that only tracing has. False: it is none of them.
static bool is_for_traces(explainer *x, lm_term name, size_t arity) {
  static const char *const forms[] = {"message", "trace", "silent", "caller", "caller_line", "return_trace", "exception_trace",
                                      "is_seq_trace", "get_seq_token", "process_dump", "display", "enable_trace", "disable_trace"};
  for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
    if (!is_called(x, name, forms[i])) continue;
    say_of_form(x, name, "' used in wrong dialect.", LM_NONE);
    return true;
  }
  if (is_called(x, name, "set_seq_token")) {
    say(x, "Special form 'set_seq_trace' used in wrong dialect.");
    return true;
  }
  if (!(arity == 1 && is_called(x, name, "set_tcw")) && !(arity == 0 && is_called(x, name, "get_tcw"))) return false;
  say_of_function(x, name, arity, " cannot be called in this context.");
  return true;
}

static void push_last_first(lm_stack *todo, const lm_term *terms, size_t n) {
  for (size_t i = 0; i < n; i++) lm_stack_push(todo, terms[i]);
}

static void push_first_first(lm_stack *todo, const lm_term *terms, size_t n) {
  while (n-- > 0) lm_stack_push(todo, terms[n]);
}

static void call(explainer *x, lm_stack *todo, lm_term t) {
  lm_term name = lm_elements(t)[0];
  size_t n = lm_tuple_size(t) - 1;
  const lm_term *operands = lm_elements(t) + 1;
  switch (name) {
    case LM_ATOM_CONST:
      if (n != 1) say_of_form(x, name, "' called with more than one argument in ", t);
      return;
    case LM_ATOM_SELF:
      if (n != 0) say_of_form(x, name, "' called with arguments in ", t);
      return;
    case LM_ATOM_AND:
    case LM_ATOM_OR:
    case LM_ATOM_ANDALSO:
    case LM_ATOM_ORELSE:
      if (n == 0) say_of_form(x, name, "' called without arguments in ", t);
      (name == LM_ATOM_ANDALSO || name == LM_ATOM_ORELSE ? push_first_first : push_last_first)(todo, operands, n);
      return;
    default: break;
  }
  if (name == LM_ATOM_NODE && n == 0) return;
  if (is_for_traces(x, name, n)) return;
  if (lm_match_function(name, (uint32_t)n) == NULL) {
    say_of_function(x, name, n, " does_not_exist.");
  } else {
    push_last_first(todo, operands, n);
  }
}

static void tuple(explainer *x, lm_stack *todo, lm_term t) {
  size_t n = lm_tuple_size(t);
  lm_term first = n > 0 ? lm_elements(t)[0] : LM_NONE;
  if (n == 1 && lm_is_tuple(first)) {
    push_last_first(todo, lm_elements(first), lm_tuple_size(first));
  } else if (n > 0 && lm_is_atom(first) && lm_match_variable(lm_runtime_of(x->p), first) < 0) {
    call(x, todo, t);
  } else {
    say_of(x, "", t, " is neither a function call, nor a tuple (tuples are written {{ ... }}).");
  }
}

static void map(lm_stack *todo, lm_term t) {
  lm_map_cursor cursor;
  lm_term key, value;
  lm_map_start(&cursor, t);
  while (lm_map_next(&cursor, &key, &value)) {
    lm_stack_push(todo, key);
    lm_stack_push(todo, value);
  }
}

static void expression(explainer *x, lm_term whole) {
  lm_stack todo;
  lm_stack_open(&todo);
  lm_stack_push(&todo, whole);
  while (!lm_stack_is_empty(&todo)) {
    lm_term t = lm_stack_pop(&todo);
    int64_t name = lm_match_variable(lm_runtime_of(x->p), t);
    if (name >= 0) {
      bool bound = false;
      for (size_t i = 0; i < x->bound.count; i++) bound |= x->bound.words[i] == (uint64_t)name;
      if (!bound) say_unbound(x, t);
    } else if (lm_is_cons(t)) {
      lm_stack_push(&todo, lm_tail(t));
      lm_stack_push(&todo, lm_head(t));
    } else if (lm_is_tuple(t)) {
      tuple(x, &todo, t);
    } else if (lm_is_map(t)) {
      map(&todo, t);
    }
  }
  lm_stack_close(&todo);
}

static void expressions(explainer *x, lm_term list) {
  if (!lm_is_list(list)) {
    say(x, "Match expression is not a list.");
    return;
  }
  for (; lm_is_cons(list); list = lm_tail(list)) expression(x, lm_head(list));
  if (!lm_is_nil(list)) say(x, "Match expression is not a proper list.");
}

static void clause(explainer *x, const lm_term *parts) {
  lm_stack_open(&x->bound);
  head(x, parts[0]);
  if (x->count == 0) {
    expressions(x, parts[1]);
    if (lm_is_cons(parts[2])) {
      expressions(x, parts[2]);
    } else {
      say(x, "Body clause does not return anything.");
    }
  }
  lm_stack_close(&x->bound);
}

static void specification(explainer *x, lm_term list) {
  if (!lm_is_cons(list)) {
    say(x, "Match programs are not in a list.");
    return;
  }
  if (lm_list_length(list) < 0) {
    say(x, "Match programs are not in a proper list.");
    return;
  }
  for (lm_term at = list; lm_is_cons(at); at = lm_tail(at)) {
    if (lm_is_tuple(lm_head(at)) && lm_tuple_size(lm_head(at)) == 3) continue;
    say(x, "Match program part is not a tuple of arity 3.");
    return;
  }
  for (; x->count == 0 && lm_is_cons(list); list = lm_tail(list)) clause(x, lm_elements(lm_head(list)));
}

lm_term lm_match_mistakes(lm_proc *p, lm_term spec) {
  explainer x = {.p = p};
  lm_list_begin(&x.list);
  specification(&x, spec);
  return lm_list_finish(&x.list, LM_NIL);
}
