// lm_match_resource.h: compiled match specifications as references: what ets:match_spec_compile/1 answers, and what stands in
// the continuation of ets:select/3. Any thread.
#ifndef LM_MATCH_RESOURCE_H
#define LM_MATCH_RESOURCE_H

#include "ets/lm_match.h"

// A specification, or with `pattern` the short form that ets:match (`bound`) and ets:match_object take. What it refers to is
// copied. LM_NONE: it is malformed (no exception is set). Allocates.
lm_term lm_match_resource(lm_proc *p, lm_term specification, bool pattern, bool bound);

// NULL: it is no such reference. Lives as long as the reference.
const lm_match_spec *lm_match_of(lm_term reference);

#endif
