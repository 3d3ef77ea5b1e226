// lm_bif_process.h: between the files of built-ins that concern processes.
#ifndef LM_BIF_PROCESS_H
#define LM_BIF_PROCESS_H

#include "bif/lm_bif.h"
#include "process/lm_settings.h"

// The values of flags and of options of spawn; false: it is none. Heaps have at least the size that the system's setting says, and one
// of the sizes that OTP's have.
bool lm_heap_size_of(lm_proc *p, lm_term value, enum lm_setting smallest, int64_t *words);
bool lm_fullsweep_of(lm_term value, uint16_t *collections);
bool lm_off_heap_of(lm_term value, bool *off_heap);
bool lm_scheduler_of(lm_proc *p, lm_term value, uint16_t *scheduler);
bool lm_priority_of(lm_term name, uint8_t *priority);

// Where a message to `to` (pid, name, {name, node}, reference, port) goes: a pid, LM_NIL when it is to be dropped, LM_NONE when
// it is a badarg.
lm_term lm_destination(lm_proc *p, lm_term to);

// Where a process goes on that hibernates.
LUMEN_CC void lm_hibernated(LUMEN_CODE_PARAMS);

#endif
