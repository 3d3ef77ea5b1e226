// lm_variables.h: the environment variables of a runtime: those of the program when they are first asked for, and what was changed
// since. The operating system's own are never changed: other runtimes and threads may be reading them.
//
// Who may touch it: any thread; the lock is taken inside.
#ifndef LM_VARIABLES_H
#define LM_VARIABLES_H

#include "platform/lm_platform.h"
#include "term/lm_buffer.h"

typedef struct lm_variable lm_variable;

typedef struct lm_variables {
  lm_mutex lock;
  bool read;          // the system's are here
  lm_variable *first;
} lm_variables;

void lm_variables_init(lm_variables *e);
void lm_variables_destroy(lm_variables *e);

// Puts the value in the buffer; false: there is none.
bool lm_variables_get(lm_variables *e, const lm_buffer *name, lm_buffer *value);
void lm_variables_set(lm_variables *e, const lm_buffer *name, const lm_buffer *value); // NULL: removes
// Calls `visit` for all, with the lock held.
void lm_variables_each(lm_variables *e, void (*visit)(void *context, const lm_buffer *name, const lm_buffer *value), void *context);

#endif
