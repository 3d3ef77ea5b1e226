// fake_process.h: a process for tests of primitives, without schedulers or a collector.
//
// Every allocation is one malloc, so that the address sanitizer sees a word too far, and everything is freed by
// fake_reset. Stands in for heap/lm_alloc.c, term/lm_error.c, term/lm_atoms.c and what else the primitives ask for.
#ifndef FAKE_PROCESS_H
#define FAKE_PROCESS_H

#include "process/lm_proc.h"

lm_proc *fake_process(void);
void fake_reset(lm_proc *p); // frees all terms; atoms stay
void fake_close(lm_proc *p);

#endif
