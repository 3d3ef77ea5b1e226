// lm_dirty.h: dirty schedulers: threads for what would keep a scheduler for long, since it computes for long or blocks.
//
// They run jobs, not processes: a process that needs one waits for its completion (lm_completion.h). As in OTP there are as many
// for computing as there are schedulers, and ten for blocking; each is started when a job finds none of its kind idle. Jobs of a
// kind begin in the order in which they were submitted. Where no thread can be had, a job runs at once on the thread that submits
// it.
//
// Who may touch it: lm_dirty_submit: any thread. Jobs run on a dirty scheduler: they see no process, and act as visitors
// (lm_visitor.h).
#ifndef LM_DIRTY_H
#define LM_DIRTY_H

#include "lumen.h"
#include "platform/lm_platform.h"

enum lm_dirty_kind { LM_DIRTY_CPU, LM_DIRTY_IO, LM_DIRTY_KINDS };
enum { LM_DIRTY_IO_THREADS = 10, LM_MOST_DIRTY_THREADS = 256 };

// Embedded in what the job needs.
typedef struct lm_job {
  struct lm_job *next;
  void (*run)(struct lm_job *job, lumen_runtime *rt); // one of the two is called, once, and frees it
  void (*drop)(struct lm_job *job);                   // the runtime stops before it began
} lm_job;

typedef struct lm_dirty_thread lm_dirty_thread;

typedef struct lm_dirty_threads {
  _Atomic int jobs;       // that are not done
  lm_mutex lock;          // the rest
  lumen_runtime *runtime;
  lm_job *first, **last;  // not begun
  lm_dirty_thread *idle;
  lm_dirty_thread *started;
  int count;              // of those
  int limit;
} lm_dirty_threads;

// For both kinds.
void lm_dirty_init(lumen_runtime *rt, int schedulers);
// Waits until all jobs under way are done, drops the others. The runtime is stopping.
void lm_dirty_close(lumen_runtime *rt);

void lm_dirty_submit(lumen_runtime *rt, enum lm_dirty_kind kind, lm_job *job);

#endif
