// lm_rare.h: what few processes have; made when first needed, so that the others pay a pointer for all of it.
//
// Who may touch it: the thread that runs the process.
#ifndef LM_RARE_H
#define LM_RARE_H

#include "memory/lm_table.h"
#include "process/lm_proc.h"

// What erlang:process_flag/2 and spawn_opt set and process_info tells. Of the collector's settings none has consequences here.
typedef struct lm_process_settings {
  lm_term error_handler;  // its undefined_function/3 is called for functions that are not there; error_handler: as if it were not
  int64_t min_heap_size, min_bin_vheap_size; // words
  uint16_t fullsweep_after;
  bool off_heap;          // message_queue_data
  bool sensitive;         // nobody sees its data, nor traces it
  uint16_t save_calls;    // how many
  uint16_t scheduler;     // that it is to run on; 0: on any
  uint32_t nodes_monitored; // how often the changes of nodes are wanted; there are none
} lm_process_settings;

// What is traced of it, and to whom that is told (lm_trace.h).
typedef struct lm_trace {
  uint32_t flags;
  lm_term tracer; // LM_NONE: nothing is
} lm_trace;

struct lm_rare {
  lm_process_settings settings;
  lm_trace trace;
  int64_t turn_began;       // while long turns are watched (lm_observe.h); 0: no turn that was
  const lumen_function *turn_began_in;
  uint32_t wants_wall_time; // how often it said so (lm_measures.h)
  lm_table suspending;    // pid of who is suspended -> how often, and number << 1 | whether it is known to stand still (lm_suspend.h)
  lm_table suspenders;    // pids of those who suspend p
  const lm_entry *told;   // p ends: the last one that was told, in the first of the two that is still there
};

lm_rare *lm_rare_of(lm_proc *p); // made when first needed
void lm_rare_free(lm_proc *p);

extern const lm_process_settings lm_default_settings; // of a new process in OTP 25
static inline const lm_process_settings *lm_process_settings_of(const lm_proc *p) {
  return p->rare == NULL ? &lm_default_settings : &p->rare->settings;
}
// process_flag(_, save_calls, Count): answers what it was.
lm_term lm_save_calls(lm_proc *p, lm_term count);

#endif
