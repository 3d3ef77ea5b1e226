// Running compiled match specifications.
#include "bif/lm_bif.h"
#include "ets/lm_match_code.h"
#include "heap/lm_copy.h"
#include "memory/lm_memory.h"
#include "term/lm_compare.h"
#include "term/lm_map.h"

typedef lm_term f1(lm_proc *, lm_term);
typedef lm_term f2(lm_proc *, lm_term, lm_term);
typedef lm_term f3(lm_proc *, lm_term, lm_term, lm_term);

void lm_match_open(lm_match *m, lm_proc *p, const lm_match_spec *spec, bool copy) {
  *m = (lm_match){.p = p, .spec = spec, .copy = copy};
  m->memory = lm_new((spec->stack + spec->variables + 1) * sizeof(lm_term));
  m->stack = m->memory;
  m->bound = m->memory + spec->stack;
}

void lm_match_close(lm_match *m) { lm_delete(m->memory); }

// ---- patterns ---------------------------------------------------------------------------------------------------------

// Puts the values of the keys that follow `step` on the stack; NULL: one is missing.
static lm_term *open_map(lm_term map, const lm_match_step *step, lm_term *top) {
  lm_term *first = top;
  top += step->n;
  // The pattern of the first key is matched first: its value goes on top.
  for (uint32_t i = 0; i < step->n; i++) {
    lm_term value = lm_map_get(map, step[1 + i].u.term);
    if (value == LM_NONE) return NULL;
    first[step->n - 1 - i] = value;
  }
  return top;
}

static bool matches(lm_match *m, const lm_match_clause *clause) {
  lm_term *top = m->stack; // the next free word
  *top++ = m->whole;
  const lm_match_step *end = m->spec->steps + clause->guards;
  for (const lm_match_step *step = m->spec->steps + clause->pattern; step < end; step++) {
    lm_term t = *--top;
    switch (step->op) {
      case LM_MATCH_BIND: m->bound[step->n] = t; break;
      case LM_MATCH_SAME:
        if (!lm_equal_exact(m->bound[step->n], t)) return false;
        break;
      case LM_MATCH_EQUAL:
        if (!lm_equal_exact(step->u.term, t)) return false;
        break;
      case LM_MATCH_TUPLE:
        if (!lm_is_tuple(t) || lm_tuple_size(t) != step->n) return false;
        for (uint32_t i = step->n; i-- > 0;) *top++ = lm_elements(t)[i];
        break;
      case LM_MATCH_CONS:
        if (!lm_is_cons(t)) return false;
        *top++ = lm_tail(t);
        *top++ = lm_head(t);
        break;
      case LM_MATCH_MAP:
        if (!lm_is_map(t) || (top = open_map(t, step, top)) == NULL) return false;
        step += step->n;
        break;
      default: break; // LM_MATCH_ANY
    }
  }
  return true;
}

// ---- values -----------------------------------------------------------------------------------------------------------

static lm_term own(const lm_match *m, lm_term t) { return m->copy ? lm_copy_in(m->p, t) : t; }

static lm_term all_variables(const lm_match *m, const lm_match_clause *clause, bool copy) {
  lm_term list = LM_NIL;
  const uint32_t *order = m->spec->order + clause->order;
  for (uint32_t i = clause->variables; i-- > 0;) {
    lm_term t = m->bound[order[i]];
    list = lm_cons(m->p, copy ? own(m, t) : t, list);
  }
  return list;
}

static lm_term call(lm_proc *p, void *f, uint32_t arity, const lm_term *a) {
  switch (arity) {
    case 1: return ((f1 *)f)(p, a[0]);
    case 2: return ((f2 *)f)(p, a[0], a[1]);
    default: return ((f3 *)f)(p, a[0], a[1], a[2]);
  }
}

// `and` with unit true, `or` with unit false; LM_NONE: one is no boolean.
static lm_term fold(const lm_term *operands, uint32_t n, lm_term unit) {
  lm_term result = unit;
  for (uint32_t i = 0; i < n; i++) {
    if (!lm_is_boolean(operands[i])) return LM_NONE;
    if (operands[i] != unit) result = operands[i];
  }
  return result;
}

static lm_term make_tuple(lm_proc *p, const lm_term *elements, uint32_t n) {
  lm_term *object = lm_alloc(p, 1 + n);
  object[0] = LM_HEADER(LM_KIND_TUPLE, 0, n);
  for (uint32_t i = 0; i < n; i++) object[1 + i] = elements[i];
  return lm_boxed_at(object);
}

// Guards and body of a clause that matches. LM_NONE: a guard is not true.
static lm_term evaluate(lm_match *m, const lm_match_clause *clause) {
  lm_proc *p = m->p;
  lm_term *top = m->stack; // the next free word
  const lm_match_step *body = m->spec->steps + clause->body;
  for (const lm_match_step *step = m->spec->steps + clause->guards;; step++) {
    lm_term result;
    uint32_t n = step->n;
    switch (step->op) {
      case LM_MATCH_CONSTANT: result = step->u.term; break;
      case LM_MATCH_BOUND: result = m->bound[n]; break;
      case LM_MATCH_BOUND_COPY: result = own(m, m->bound[n]); break;
      case LM_MATCH_WHOLE: result = m->whole; break;
      case LM_MATCH_WHOLE_COPY: result = m->words > 0 ? lm_copy_block_in(p, lm_pointer(m->whole), m->words, m->whole) : own(m, m->whole); break;
      case LM_MATCH_ALL: result = all_variables(m, clause, false); break;
      case LM_MATCH_ALL_COPY: result = all_variables(m, clause, true); break;
      case LM_MATCH_SELF: result = p->abi.self; break;
      case LM_MATCH_NODE: result = LM_ATOM_NONODE_NOHOST; break;
      case LM_MATCH_MAKE_TUPLE:
        top -= n;
        result = make_tuple(p, top, n);
        break;
      case LM_MATCH_MAKE_CONS:
        top -= 2;
        result = lm_cons(p, top[0], top[1]);
        break;
      case LM_MATCH_MAKE_MAP:
        top -= 2 * n;
        result = lm_map_of(p, top, n, NULL);
        break;
      case LM_MATCH_CALL:
        top -= n;
        result = call(p, step->u.call, n, top);
        break;
      case LM_MATCH_AND:
      case LM_MATCH_OR:
        top -= n;
        result = fold(top, n, lm_boolean(step->op == LM_MATCH_AND));
        break;
      case LM_MATCH_IF_TRUE:
      case LM_MATCH_IF_FALSE:
        result = *--top;
        if (result == lm_boolean(step->op == LM_MATCH_IF_TRUE)) continue;
        if (!lm_is_boolean(result)) result = LM_NONE;
        step += n;
        break;
      case LM_MATCH_CHECK:
        if (*--top != LM_ATOM_TRUE) return LM_NONE;
        continue;
      case LM_MATCH_DROP: top--; continue;
      default: return *--top; // LM_MATCH_END
    }
    if (result == LM_NONE) {
      if (step < body) return LM_NONE;
      result = LM_ATOM_BIG_EXIT;
    }
    *top++ = result;
  }
}

lm_term lm_match_run(lm_match *m, lm_term term) {
  LM_MUST_NOT_YIELD(m->p); // what is matched lies in a table, whose lock is held
  lumen_proc_abi *abi = &m->p->abi;
  lm_term class = abi->exception_class, reason = abi->exception_reason, result = LM_NONE;
  m->whole = term;
  for (size_t i = 0; i < m->spec->clause_count && result == LM_NONE; i++) {
    const lm_match_clause *clause = &m->spec->clauses[i];
    if (matches(m, clause)) result = evaluate(m, clause);
  }
  abi->exception_class = class;
  abi->exception_reason = reason;
  return result;
}
