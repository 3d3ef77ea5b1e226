// lm_match_range.h: which keys can match a specification.
//
// Patterns of tuples and lists fix the keys that match from the front up to their first variable: those of {a, '$1', b} are the tuples
// of three that begin with a, and stand side by side in an ordered_set. With several clauses a range goes from the first that
// can match one to the last.
//
// Any thread.
#ifndef LM_MATCH_RANGE_H
#define LM_MATCH_RANGE_H

#include "ets/lm_match.h"

typedef struct lm_match_range {
  const lm_match_spec *spec;
  lumen_runtime *rt;
  size_t keypos;
} lm_match_range;

enum { LM_MATCH_MOST_KEYS = 16 };
// Whether only objects with certain keys can match, and no more than that many; keys[] are these then, each once.
bool lm_match_keys(const lm_match_range *range, lm_term *keys, size_t *count);

// Not all keys are in it.
bool lm_match_has_range(const lm_match_range *range);
// An lm_ets_side.
int lm_match_side(void *range, lm_term key);

#endif
