// lm_map_difference.h: the order of two tries of equal size, for lm_compare.c.
//
// Maps are ordered by their keys in term order, then by the values in the order of their keys. So: if the maps have
// different keys, the smallest key that only one of them has decides (the map that has it is the smaller). Else the keys
// whose values may differ are sorted, and the first values that do differ decide. The comparisons that this takes are made
// by the caller, one at a time, so that nothing recurses.
#ifndef LM_MAP_DIFFERENCE_H
#define LM_MAP_DIFFERENCE_H

#include "lumen_abi.h"

typedef struct lm_map_difference lm_map_difference;

// NULL when the maps are the same to the word.
lm_map_difference *lm_map_difference_of(lm_term a, lm_term b);

enum lm_map_step {
  LM_MAP_COMPARE_KEYS,   // compare *a and *b exactly, then call again with the result
  LM_MAP_COMPARE_VALUES, // compare *a and *b as the maps are to be compared, then call again with the result
  LM_MAP_DONE,           // *result is the order of the maps; d is freed
};

// `*result`: of the comparison before; any number at first.
enum lm_map_step lm_map_difference_step(lm_map_difference *d, int *result, lm_term *a, lm_term *b);

#endif
