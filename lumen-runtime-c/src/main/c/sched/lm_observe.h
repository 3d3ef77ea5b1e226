// lm_observe.h: one process is told of what is unusual (erlang:system_monitor/2: long collections, large heaps, long turns), one of
// when processes can run and when they wait (erlang:system_profile/2).
//
// Who does something that may have to be told finds out by one test (lm_watches), and calls a table that is in the runtime
// once somebody wanted to be told (lm_watch.h).
//
// Who may touch it: any thread; settings_lock.
#ifndef LM_OBSERVE_H
#define LM_OBSERVE_H

#include "process/lm_watch.h"

// Puts this into the runtime.
void lm_observe(lumen_runtime *rt);

// What is set; nobody is told if that process is gone.
lm_system_monitor lm_system_monitor_of(lumen_runtime *rt);
void lm_system_monitor_set(lumen_runtime *rt, const lm_system_monitor *monitor);
lm_system_profile lm_system_profile_of(lumen_runtime *rt);
void lm_system_profile_set(lumen_runtime *rt, const lm_system_profile *profile);

#endif
