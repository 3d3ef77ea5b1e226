// lm_map_difference.h: where two tries of equal size differ, for lm_compare.c.
//
// Maps are ordered by their keys in term order, then by the values in the order of their keys. Instead of sorting: if the
// maps have different keys, the smallest key that only one of them has decides (the map that has it is the smaller); else
// the smallest key whose values differ. Finding it takes comparisons of keys, which the caller makes, so that nothing recurses.
#ifndef LM_MAP_DIFFERENCE_H
#define LM_MAP_DIFFERENCE_H

#include "lumen_abi.h"

typedef struct lm_map_difference lm_map_difference;

// NULL when the maps are equal, values by =:= if `exact`, else by ==.
lm_map_difference *lm_map_difference_of(lm_term a, lm_term b, bool exact);

// True: *a and *b are keys to compare (exactly); the result goes to the next call. False: the smallest key is known.
bool lm_map_difference_step(lm_map_difference *d, int result, lm_term *a, lm_term *b);

// -1 or 1: that is the order of the maps. 0: it is the order of the values *a and *b. Frees d.
int lm_map_difference_finish(lm_map_difference *d, lm_term *a, lm_term *b);

#endif
