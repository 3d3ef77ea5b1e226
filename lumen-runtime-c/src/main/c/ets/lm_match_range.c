#include "ets/lm_match_range.h"

#include "ets/lm_match_code.h"
#include "lumen_atoms.h"
#include "term/lm_compare.h"
#include "term/lm_map.h"
#include "term/lm_stack.h"
#include "work/lm_work.h"

static bool is_open(lumen_runtime *rt, lm_term pattern) {
  return lm_is_atom(pattern) && (pattern == LM_ATOM_WILDCARD || lm_match_variable(rt, pattern) >= 0);
}

// The pattern of the key; LM_NONE: the clause matches no object.
static lm_term key_pattern(const lm_match_range *r, lm_term head) {
  if (is_open(r->rt, head)) return LM_ATOM_WILDCARD;
  return lm_is_tuple(head) && lm_tuple_size(head) > r->keypos ? lm_elements(head)[r->keypos] : LM_NONE;
}

static bool is_among(lm_term key, const lm_term *keys, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (lm_equal_exact(keys[i], key)) return true;
  return false;
}

bool lm_match_keys(const lm_match_range *r, lm_term *keys, size_t *count) {
  *count = 0;
  for (size_t i = 0; i < r->spec->clause_count; i++) {
    lm_term key = key_pattern(r, r->spec->clauses[i].head);
    if (key == LM_NONE || is_among(key, keys, *count)) continue;
    if (*count == LM_MATCH_MOST_KEYS || !lm_match_is_constant(r->rt, key)) return false;
    keys[(*count)++] = key;
  }
  return true;
}

bool lm_match_has_range(const lm_match_range *r) {
  for (size_t i = 0; i < r->spec->clause_count; i++) {
    lm_term pattern = key_pattern(r, r->spec->clauses[i].head);
    if (pattern != LM_NONE && (is_open(r->rt, pattern) || lm_is_map(pattern))) return false;
  }
  return true;
}

static void push(lm_stack *s, lm_term pattern, lm_term key) {
  lm_stack_push(s, key);
  lm_stack_push(s, pattern);
}

// Where a key lies: before those that match the pattern, among them, behind them.
static int side_of(lumen_runtime *rt, lm_term pattern, lm_term key) {
  lm_stack s;
  lm_stack_open(&s);
  push(&s, pattern, key);
  int order = 0;
  uint32_t steps = 0;
  while (order == 0 && !lm_stack_is_empty(&s) && !lm_gives_up(&steps)) {
    lm_term x = lm_stack_pop(&s), y = lm_stack_pop(&s);
    if (is_open(rt, x) || (lm_is_map(x) && lm_is_map(y))) break; // what comes behind decides nothing any more
    if (lm_is_tuple(x) && lm_is_tuple(y) && lm_tuple_size(x) == lm_tuple_size(y)) {
      for (size_t i = lm_tuple_size(x); i-- > 0;) push(&s, lm_elements(x)[i], lm_elements(y)[i]);
    } else if (lm_is_cons(x) && lm_is_cons(y)) {
      push(&s, lm_tail(x), lm_tail(y));
      push(&s, lm_head(x), lm_head(y));
    } else {
      order = lm_compare(rt, y, x);
    }
  }
  lm_stack_close(&s);
  return order;
}

int lm_match_side(void *range, lm_term key) {
  const lm_match_range *r = range;
  bool before = false, behind = false;
  for (size_t i = 0; i < r->spec->clause_count; i++) {
    lm_term pattern = key_pattern(r, r->spec->clauses[i].head);
    if (pattern == LM_NONE) continue;
    int side = side_of(r->rt, pattern, key);
    if (side == 0) return 0;
    before |= side < 0;
    behind |= side > 0;
  }
  return before == behind ? 0 : before ? -1 : 1;
}
