// lm_measures.h: how long schedulers ran, collected garbage and slept, since somebody wanted to know: statistics(scheduler_wall_time)
// and statistics(microstate_accounting).
//
// The clocks of a scheduler run always, but that of collections; what was measured are differences of them.
// Who may touch it: any thread, with settings_lock held (taken in here).
#ifndef LM_MEASURES_H
#define LM_MEASURES_H

#include "process/lm_scheduler.h"

// Wall time is measured while any process wants it, or did and has not said as often that it does not any more. Answers whether it was.
bool lm_measure_wall_time(lm_proc *p, bool on);
void lm_measures_end(lm_proc *p); // p ends
// Since then; false: it is not measured.
bool lm_wall_time_of(lumen_runtime *rt, int scheduler, lm_clocks *clocks);

// Microstates: likewise, for all. What was measured stays until it is reset.
bool lm_measure_microstates(lumen_runtime *rt, bool on);
bool lm_reset_microstates(lumen_runtime *rt);
lm_clocks lm_microstates_of(lumen_runtime *rt, int scheduler);

#endif
