// lm_resource.h: references that stand for something in the runtime (LM_KIND_MAGIC): counters, atomics, ETS tables,
// compiled match specifications.
//
// The resource is the bytes of an lm_refc, counted by every term that refers to it; its first word says what it is. To
// everyone else the term is a reference like any other. Any thread.
#ifndef LM_RESOURCE_H
#define LM_RESOURCE_H

#include "lumen_abi.h"
#include "memory/lm_refc.h"

enum lm_resource_kind { LM_RESOURCE_ATOMICS = 1, LM_RESOURCE_COUNTERS, LM_RESOURCE_TABLE, LM_RESOURCE_MATCH_SPEC };

// A new reference that takes over the one count of `refc`. Allocates.
lm_term lm_resource_reference(lm_proc *p, lm_refc *refc, enum lm_resource_kind kind);

// What the term refers to, if it is a reference to a resource of that kind; else NULL. Lives as long as the term.
lm_refc *lm_resource_of(lm_term t, enum lm_resource_kind kind);

#endif
