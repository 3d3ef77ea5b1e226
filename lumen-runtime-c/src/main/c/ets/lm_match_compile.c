// From a match specification to its instructions.
#include <string.h>

#include "ets/lm_match_code.h"
#include "lumen_atoms.h"
#include "memory/lm_memory.h"
#include "term/lm_atoms.h"
#include "term/lm_map.h"
#include "term/lm_stack.h"
#include "work/lm_work.h"

typedef struct compiler {
  lumen_runtime *rt;
  lm_match_spec *spec;
  uint64_t *names;      // of the variables of this clause: the N of '$N', by number
  size_t name_room;
  lm_match_clause clause;
  size_t depth;         // of the stack of values
  lm_stack jumps;       // see short_circuit
  bool body;
} compiler;

static void emit(compiler *c, enum lm_match_op op, uint32_t n, lm_term term) {
  lm_match_spec *s = c->spec;
  if (s->step_count == s->step_room) {
    s->step_room = s->step_room == 0 ? 32 : 2 * s->step_room;
    s->steps = lm_resize(s->steps, s->step_room * sizeof *s->steps);
  }
  s->steps[s->step_count++] = (lm_match_step){.op = op, .n = n, .u = {.term = term}};
}

static void note_stack(compiler *c, size_t words) {
  if (words > c->spec->stack) c->spec->stack = words;
}

// ---- variables --------------------------------------------------------------------------------------------------------

int64_t lm_match_variable(lumen_runtime *rt, lm_term atom) {
  if (!lm_is_atom(atom)) return -1;
  size_t length;
  const uint8_t *text = lm_atom_text(rt, atom, &length);
  if (length < 2 || length > 10 || text[0] != '$' || (text[1] == '0' && length > 2)) return -1;
  int64_t n = 0;
  for (size_t i = 1; i < length; i++) {
    if (text[i] < '0' || text[i] > '9') return -1;
    n = 10 * n + (text[i] - '0');
  }
  return n;
}

// Its number in this clause; -1: not bound yet.
static int64_t variable_number(const compiler *c, int64_t name) {
  for (uint32_t i = 0; i < c->clause.variables; i++)
    if (c->names[i] == (uint64_t)name) return i;
  return -1;
}

static uint32_t new_variable(compiler *c, int64_t name) {
  if (c->clause.variables == c->name_room) {
    c->name_room = c->name_room == 0 ? 16 : 2 * c->name_room;
    c->names = lm_resize(c->names, c->name_room * sizeof *c->names);
  }
  c->names[c->clause.variables] = (uint64_t)name;
  return c->clause.variables++;
}

// The variables of the head in the order of their names, for '$$'.
static void sort_variables(compiler *c) {
  lm_match_spec *s = c->spec;
  uint32_t n = c->clause.variables;
  if (s->order == NULL || s->order_count + n > s->order_room) {
    s->order_room = 2 * (s->order_count + n) + 1;
    s->order = lm_resize(s->order, s->order_room * sizeof *s->order);
  }
  uint32_t *order = s->order + s->order_count;
  for (uint32_t i = 0; i < n; i++) { // by insertion: there are few
    uint32_t at = i;
    for (; at > 0 && c->names[order[at - 1]] > c->names[i]; at--) order[at] = order[at - 1];
    order[at] = i;
  }
  c->clause.order = (uint32_t)s->order_count;
  s->order_count += n;
  if (n > s->variables) s->variables = n;
}

// ---- heads ------------------------------------------------------------------------------------------------------------

// Whether a pattern of a key stands for one term only.
bool lm_match_is_constant(lumen_runtime *rt, lm_term pattern) {
  lm_stack s;
  lm_stack_open(&s);
  lm_stack_push(&s, pattern);
  bool constant = true;
  uint32_t steps = 0;
  while (constant && !lm_stack_is_empty(&s) && !lm_gives_up(&steps)) {
    lm_term t = lm_stack_pop(&s);
    if (lm_is_atom(t)) {
      constant = t != LM_ATOM_WILDCARD && lm_match_variable(rt, t) < 0;
    } else if (lm_is_cons(t)) {
      lm_stack_push(&s, lm_tail(t));
      lm_stack_push(&s, lm_head(t));
    } else if (lm_is_tuple(t)) {
      for (size_t i = 0; i < lm_tuple_size(t); i++) lm_stack_push(&s, lm_elements(t)[i]);
    } else if (lm_is_map(t)) { // in the place of a key of a table it matches no larger ones either
      lm_map_cursor c;
      lm_term key, value;
      for (lm_map_start(&c, t); lm_map_next(&c, &key, &value);) lm_stack_push(&s, value);
    }
  }
  lm_stack_close(&s);
  return constant;
}

// A key stands for itself, whatever is in it, and must not be a variable.
static bool is_key(lumen_runtime *rt, lm_term key) { return key != LM_ATOM_WILDCARD && lm_match_variable(rt, key) < 0; }

static bool map_pattern(compiler *c, lm_stack *s, lm_term map) {
  lm_map_cursor cursor;
  lm_term key, value;
  emit(c, LM_MATCH_MAP, (uint32_t)lm_map_size(map), LM_NONE);
  // What is put on the stack last is looked at first.
  size_t first = s->count;
  lm_map_start(&cursor, map);
  while (lm_map_next(&cursor, &key, &value)) {
    if (!is_key(c->rt, key)) return false;
    emit(c, LM_MATCH_KEY, 0, key);
    lm_stack_push(s, value);
  }
  for (size_t i = first, j = s->count; i + 1 < j; i++) {
    uint64_t w = s->words[--j];
    s->words[j] = s->words[i];
    s->words[i] = w;
  }
  return true;
}

static void atom_pattern(compiler *c, lm_term atom) {
  int64_t name = lm_match_variable(c->rt, atom);
  int64_t number = name < 0 ? -1 : variable_number(c, name);
  if (atom == LM_ATOM_WILDCARD) {
    emit(c, LM_MATCH_ANY, 0, LM_NONE);
  } else if (name < 0) {
    emit(c, LM_MATCH_EQUAL, 0, atom);
  } else if (number >= 0) {
    emit(c, LM_MATCH_SAME, (uint32_t)number, LM_NONE);
  } else {
    emit(c, LM_MATCH_BIND, new_variable(c, name), LM_NONE);
  }
}

// The stack of the compiler is as high as that of the match will be.
static bool compile_head(compiler *c, lm_term head) {
  lm_stack s;
  bool good = true;
  lm_stack_open(&s);
  lm_stack_push(&s, head);
  uint32_t steps = 0;
  while (good && !lm_stack_is_empty(&s)) {
    good = !lm_gives_up(&steps);
    lm_term t = lm_stack_pop(&s);
    if (lm_is_atom(t)) {
      atom_pattern(c, t);
    } else if (lm_is_cons(t)) {
      emit(c, LM_MATCH_CONS, 0, LM_NONE);
      lm_stack_push(&s, lm_tail(t));
      lm_stack_push(&s, lm_head(t));
    } else if (lm_is_tuple(t)) {
      size_t n = lm_tuple_size(t);
      emit(c, LM_MATCH_TUPLE, (uint32_t)n, LM_NONE);
      while (n-- > 0) lm_stack_push(&s, lm_elements(t)[n]);
    } else if (lm_is_map(t)) {
      good = map_pattern(c, &s, t);
    } else {
      emit(c, LM_MATCH_EQUAL, 0, t);
    }
    note_stack(c, s.count + 1);
  }
  lm_stack_close(&s);
  return good;
}

// ---- values -----------------------------------------------------------------------------------------------------------

static void push_value(compiler *c, enum lm_match_op op, uint32_t n, lm_term term) {
  emit(c, op, n, term);
  note_stack(c, ++c->depth);
}

static void reduce(compiler *c, enum lm_match_op op, uint32_t n, lm_term term, size_t operands) {
  emit(c, op, n, term);
  c->depth -= operands;
  note_stack(c, ++c->depth);
}

static bool atom_value(compiler *c, lm_term atom) {
  bool copy = c->body;
  int64_t name = lm_match_variable(c->rt, atom);
  if (atom == LM_ATOM_WHOLE_OBJECT) {
    push_value(c, copy ? LM_MATCH_WHOLE_COPY : LM_MATCH_WHOLE, 0, LM_NONE);
  } else if (atom == LM_ATOM_BOUND_VARIABLES) {
    push_value(c, copy ? LM_MATCH_ALL_COPY : LM_MATCH_ALL, 0, LM_NONE);
  } else if (name >= 0) {
    int64_t number = variable_number(c, name);
    if (number < 0) return false;
    push_value(c, copy ? LM_MATCH_BOUND_COPY : LM_MATCH_BOUND, (uint32_t)number, LM_NONE);
  } else {
    push_value(c, LM_MATCH_CONSTANT, 0, atom);
  }
  return true;
}

// Work of the compiler of values: words on a stack, the kind on top.
enum task {
  VALUE,     // term
  OPERATION, // op, n, term or call, operands
  SHORT,     // op: of a short circuit that is under way
  END_SHORT,
};

static void push_task(lm_stack *s, lm_term t) {
  lm_stack_push(s, t);
  lm_stack_push(s, VALUE);
}

static void push_operation(lm_stack *s, enum lm_match_op op, uint32_t n, uint64_t term, size_t operands) {
  lm_stack_push(s, operands);
  lm_stack_push(s, term);
  lm_stack_push(s, n);
  lm_stack_push(s, op);
  lm_stack_push(s, OPERATION);
}

static void push_elements(lm_stack *s, const lm_term *elements, size_t n) {
  while (n-- > 0) push_task(s, elements[n]); // the first is done first
}

static bool map_value(lm_stack *s, lm_term map) {
  lm_map_cursor cursor;
  lm_term key, value;
  size_t n = lm_map_size(map);
  push_operation(s, LM_MATCH_MAKE_MAP, (uint32_t)n, LM_NONE, 2 * n);
  // Pairs come in any order, but each key before its value.
  lm_map_start(&cursor, map);
  while (lm_map_next(&cursor, &key, &value)) {
    push_task(s, value);
    push_task(s, key);
  }
  return true;
}

// {'andalso', A, B, C}: A, if true, B, if true, C. An `if` jumps to the end. While the end is not known the jumps form a chain:
// each holds the number of the one before it plus 1, and the stack `jumps` that of the last, for each short circuit under way.
static void short_circuit(compiler *c, lm_stack *s, enum lm_match_op op, const lm_term *operands, size_t n) {
  lm_stack_push(&c->jumps, 0);
  lm_stack_push(s, END_SHORT);
  push_task(s, operands[n - 1]);
  for (size_t i = n - 1; i-- > 0;) {
    lm_stack_push(s, op);
    lm_stack_push(s, SHORT);
    push_task(s, operands[i]);
  }
}

static void add_jump(compiler *c, enum lm_match_op op) {
  emit(c, op, (uint32_t)*lm_stack_top(&c->jumps), LM_NONE);
  *lm_stack_top(&c->jumps) = c->spec->step_count;
  c->depth--; // goes on with the next operand when it has taken this one
}

static void end_jumps(compiler *c) {
  for (size_t at = lm_stack_pop(&c->jumps); at != 0;) {
    lm_match_step *jump = &c->spec->steps[at - 1];
    size_t before = jump->n;
    jump->n = (uint32_t)(c->spec->step_count - at);
    at = before;
  }
}

static bool call_value(compiler *c, lm_stack *s, lm_term t) {
  size_t n = lm_tuple_size(t) - 1;
  const lm_term *operands = lm_elements(t) + 1;
  switch (lm_elements(t)[0]) {
    case LM_ATOM_CONST:
      if (n == 1) push_value(c, LM_MATCH_CONSTANT, 0, operands[0]);
      return n == 1;
    case LM_ATOM_SELF:
      if (n == 0) push_value(c, LM_MATCH_SELF, 0, LM_NONE);
      return n == 0;
    case LM_ATOM_NODE:
      if (n == 0) push_value(c, LM_MATCH_NODE, 0, LM_NONE);
      if (n == 0) return true;
      break;
    case LM_ATOM_AND:
    case LM_ATOM_OR:
      if (n == 0) return false;
      push_operation(s, lm_elements(t)[0] == LM_ATOM_AND ? LM_MATCH_AND : LM_MATCH_OR, (uint32_t)n, LM_NONE, n);
      push_elements(s, operands, n);
      return true;
    case LM_ATOM_ANDALSO:
    case LM_ATOM_ORELSE:
      if (n == 0) return false;
      short_circuit(c, s, lm_elements(t)[0] == LM_ATOM_ANDALSO ? LM_MATCH_IF_TRUE : LM_MATCH_IF_FALSE, operands, n);
      return true;
    default: break;
  }
  void *call = lm_match_function(lm_elements(t)[0], (uint32_t)n);
  if (call == NULL) return false;
  push_operation(s, LM_MATCH_CALL, (uint32_t)n, (uint64_t)(uintptr_t)call, n);
  push_elements(s, operands, n);
  return true;
}

static bool tuple_value(compiler *c, lm_stack *s, lm_term t) {
  size_t n = lm_tuple_size(t);
  if (n == 1 && lm_is_tuple(lm_elements(t)[0])) { // {{...}}: a tuple
    lm_term inner = lm_elements(t)[0];
    push_operation(s, LM_MATCH_MAKE_TUPLE, (uint32_t)lm_tuple_size(inner), LM_NONE, lm_tuple_size(inner));
    push_elements(s, lm_elements(inner), lm_tuple_size(inner));
    return true;
  }
  return n > 0 && lm_is_atom(lm_elements(t)[0]) && call_value(c, s, t);
}

static bool value(compiler *c, lm_stack *s, lm_term t) {
  if (lm_is_atom(t)) return atom_value(c, t);
  if (lm_is_tuple(t)) return tuple_value(c, s, t);
  if (lm_is_map(t)) return map_value(s, t);
  if (!lm_is_cons(t)) {
    push_value(c, LM_MATCH_CONSTANT, 0, t);
    return true;
  }
  push_operation(s, LM_MATCH_MAKE_CONS, 0, LM_NONE, 2);
  push_task(s, lm_tail(t));
  push_task(s, lm_head(t));
  return true;
}

static void operation(compiler *c, lm_stack *s) {
  enum lm_match_op op = (enum lm_match_op)lm_stack_pop(s);
  uint32_t n = (uint32_t)lm_stack_pop(s);
  uint64_t term = lm_stack_pop(s);
  size_t operands = lm_stack_pop(s);
  reduce(c, op, n, term, operands);
  if (op == LM_MATCH_CALL) c->spec->steps[c->spec->step_count - 1].u.call = (void *)(uintptr_t)term;
}

// A term as instructions that leave its value on the stack.
static bool compile_value(compiler *c, lm_term t) {
  lm_stack s;
  bool good = true;
  lm_stack_open(&s);
  lm_stack_open(&c->jumps);
  push_task(&s, t);
  uint32_t steps = 0;
  while (good && !lm_stack_is_empty(&s)) {
    switch ((enum task)lm_stack_pop(&s)) {
      case VALUE: good = !lm_gives_up(&steps) && value(c, &s, lm_stack_pop(&s)); break;
      case OPERATION: operation(c, &s); break;
      case SHORT: add_jump(c, (enum lm_match_op)lm_stack_pop(&s)); break;
      case END_SHORT: end_jumps(c); break;
    }
  }
  lm_stack_close(&c->jumps);
  lm_stack_close(&s);
  return good;
}

// ---- clauses ----------------------------------------------------------------------------------------------------------

static bool compile_guards(compiler *c, lm_term guards) {
  c->body = false;
  for (; lm_is_cons(guards); guards = lm_tail(guards)) {
    c->depth = 0;
    if (!compile_value(c, lm_head(guards))) return false;
    emit(c, LM_MATCH_CHECK, 0, LM_NONE);
  }
  return lm_is_nil(guards);
}

static bool compile_body(compiler *c, lm_term body) {
  c->body = true;
  if (!lm_is_cons(body)) return false;
  for (; lm_is_cons(body); body = lm_tail(body)) {
    c->depth = 0;
    if (!compile_value(c, lm_head(body))) return false;
    emit(c, lm_is_cons(lm_tail(body)) ? LM_MATCH_DROP : LM_MATCH_END, 0, LM_NONE);
  }
  return lm_is_nil(body);
}

static uint32_t here(const compiler *c) { return (uint32_t)c->spec->step_count; }

static bool compile_clause(compiler *c, lm_term head, lm_term guards, lm_term body) {
  c->clause = (lm_match_clause){.pattern = here(c), .head = head};
  if (!compile_head(c, head)) return false;
  sort_variables(c);
  c->clause.guards = here(c);
  if (!compile_guards(c, guards)) return false;
  c->clause.body = here(c);
  if (!compile_body(c, body)) return false;
  c->clause.end = here(c);
  return true;
}

static lm_match_spec *finish(compiler *c, bool good) {
  lm_delete(c->names);
  if (good) return c->spec;
  lm_match_free(c->spec);
  return NULL;
}

static compiler begin(lumen_runtime *rt, size_t clauses) {
  compiler c = {.rt = rt, .spec = lm_new_zeroed(1, sizeof(lm_match_spec))};
  c.spec->clauses = lm_new_zeroed(clauses + 1, sizeof(lm_match_clause));
  return c;
}

lm_match_spec *lm_match_compile(lumen_runtime *rt, lm_term specification) {
  size_t count = 0;
  lm_term list = specification;
  for (; lm_is_cons(list); list = lm_tail(list)) count++;
  if (!lm_is_nil(list)) return NULL;
  compiler c = begin(rt, count);
  for (list = specification; lm_is_cons(list); list = lm_tail(list)) {
    lm_term clause = lm_head(list);
    if (!lm_is_tuple(clause) || lm_tuple_size(clause) != 3) return finish(&c, false);
    const lm_term *e = lm_elements(clause);
    if (!compile_clause(&c, e[0], e[1], e[2])) return finish(&c, false);
    c.spec->clauses[c.spec->clause_count++] = c.clause;
  }
  return finish(&c, true);
}

lm_match_spec *lm_match_compile_pattern(lumen_runtime *rt, lm_term pattern, bool bound) {
  compiler c = begin(rt, 1);
  lm_term cell[2] = {bound ? LM_ATOM_BOUND_VARIABLES : LM_ATOM_WHOLE_OBJECT, LM_NIL};
  if (!compile_clause(&c, pattern, LM_NIL, lm_cons_at(cell))) return finish(&c, false);
  c.spec->clauses[c.spec->clause_count++] = c.clause;
  return finish(&c, true);
}

void lm_match_free(lm_match_spec *spec) {
  lm_delete(spec->clauses);
  lm_delete(spec->steps);
  lm_delete(spec->order);
  lm_delete(spec);
}
