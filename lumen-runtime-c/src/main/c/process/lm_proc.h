// lm_proc.h: one Erlang process.
//
// Who may touch it: the thread that runs the process, except `inbox`, which any thread pushes to. Memory of processes is
// type-stable: a dead one is recycled only after every scheduler has passed a safe point (process/lm_epoch.h), so whoever got
// a pointer from the pid table may push to its inbox until its slice ends.
//
// A process is in exactly one of these states, read off the inbox:
//   NULL or a list   it runs, or stands in a run queue
//   LM_INBOX_WAITING it stands nowhere, because it waits or is suspended; whoever replaces this word must make it runnable
//   LM_INBOX_CLOSED  it ends or is gone; nobody finds it, signals to it are dropped. While it ends it stands in run queues as
//                    before (LM_PROC_ENDING): what it leaves behind is cleared up a slice at a time (lm_process_end)
//
// A pid is index and serial of a slot in the pid table: payload = serial << 28 | index.
#ifndef LM_PROC_H
#define LM_PROC_H

#include <stdatomic.h>

#include "lumen.h"
#include "process/lm_areas.h"
#include "work/lm_work.h"

typedef struct lm_sched lm_sched;
typedef struct lm_relations lm_relations;
typedef struct lm_rare lm_rare;

#define LM_INBOX_WAITING ((lm_fragment *)(uintptr_t)1)
#define LM_INBOX_CLOSED ((lm_fragment *)(uintptr_t)2)

enum lm_leaving { LM_LEFT_PREEMPTED, LM_LEFT_WAITING, LM_LEFT_EXITED };

enum lm_proc_flags {
  LM_PROC_TRAP_EXIT = 1,
  LM_PROC_EXITING = 2,     // exit_reason is set: must not run Erlang code any more
  LM_PROC_TIMED_OUT = 4,   // the timeout of the receive under way is over
  LM_PROC_PEEKED = 8,      // compiled code may hold parts of the message at the save pointer
  LM_PROC_COLLECT = 16,    // a major collection was asked for
  LM_PROC_PILED_UP = 32,   // a collection is due: what was received keeps much alive (lm_heap_adopt)
  LM_PROC_ENDING = 64,     // nobody finds it any more; what it leaves behind is being cleared up
  LM_PROC_SUSPENDED = 128, // others suspend it: must not run Erlang code now (lm_suspend.h)
};

// What is told of it to a tracer (lm_trace.h).
enum lm_traced {
  LM_TRACED_SEND = 1,
  LM_TRACED_RECEIVE = 2,
  LM_TRACED_RELATIONS = 4,
  LM_TRACED_TURNS = 8,
  LM_TRACED_END = 16,
  LM_TRACED_COLLECTIONS = 32,
  LM_TRACED_HEIRS = 64, // processes that it makes may be traced, too
};

enum lm_priority { LM_PRIORITY_LOW, LM_PRIORITY_NORMAL, LM_PRIORITY_HIGH, LM_PRIORITY_MAX };

// Messages that the process has taken from its inbox, in order. Each stays in its own fragment, outside the heap, until it
// is accepted; so a long queue costs a collection nothing.
typedef struct lm_markers lm_markers;

typedef struct lm_mailbox {
  lm_fragment *first;
  lm_fragment **last; // where the next one is hung in
  lm_fragment **save; // link to the message that peek looks at
  size_t count;
  lm_markers *markers; // NULL: no reference has been made yet while many messages waited
} lm_mailbox;

enum { LM_MESSAGE_IN_HEAP = 1 }; // lm_fragment.flags: the terms of the message are in the heap (sched/lm_mailbox.h)

// Open addressing with linear probing, at most 3/4 full (sched/lm_dictionary.h). A free slot has the key LM_NONE.
typedef struct lm_dictionary {
  size_t size; // slots, a power of two
  size_t count;
  uint64_t salt; // the runtime's
  lm_term words[]; // key, value, key, value, …: roots
} lm_dictionary;

// How large a process may grow (sched/lm_limit.h).
typedef struct lm_limit {
  uint64_t size; // words; 0: none
  bool silent;   // nothing is reported
  bool spare;    // the process lives on
} lm_limit; // all 0: that of a new process

// Names what a process waits for outside of itself (sched/lm_completion.h).
typedef struct lm_request {
  lm_term pid;
  uint64_t number;
} lm_request;

struct lm_proc {
  lumen_proc_abi abi; // first: compiled code knows it
  uint64_t resume_label; // for abi.resume, when that is the code of a group (lumen_leave)
  lm_heap heap;
  lm_limit limit;     // of the heap
  lm_sched *sched;    // runs it now, or ran it last
  _Atomic(lm_fragment *) inbox; // newest first
  lm_mailbox mail;
  uint8_t flags;      // enum lm_proc_flags
  uint8_t leaving;    // enum lm_leaving
  uint8_t priority;   // enum lm_priority
  uint8_t watched;    // enum lm_traced
  bool is_profiled;   // the profiler was told that it can run (lm_observe.h)
  bool may_yield;     // what runs now is ready to wait in its middle (lm_yield)
  bool must_not_yield; // whoever called it is not
  bool has_failed;    // nobody caught its exception: that is to be reported when it ends
  uint32_t in_heap_messages; // messages whose terms are in the heap: roots
  lm_proc *next;      // in a line (lm_queue.h)
  struct lm_runner *runner; // the C stack on which it stands in the middle of a built-in; NULL: it stands in compiled code
  _Atomic int64_t ready_since; // in a ring: lm_sched.now when it was added
  lm_fragment *timer; // of the receive under way (lm_timer.h)
  lm_dictionary *dictionary;
  lm_relations *relations; // links and monitors
  lm_rare *rare;           // lm_rare.h; NULL: nothing of it yet
  lm_fragment *asked;  // ASK signals to be answered at the next safe point, newest first; p ends: all signals that came too late
  lm_fragment *answer; // what completed `request` (lm_completion.h); NULL: nothing did yet
  uint64_t request;    // 0: none is open
  lm_term exit_reason;
  lm_term cause;       // why the primitive that just failed did so, an atom for OTP's error modules; LM_NONE
  _Atomic lm_term name; // registered; LM_NONE. Other threads may register it (lm_names.h)
  lm_term group_leader;
  lm_term parent;
  const lumen_function *initial; // for process_info and reports
  _Atomic(struct lm_ets_table *) tables; // owned; the list is lm_ets.lock's
  size_t ets_fixations; // of tables that p has fixed
  void *builder;      // bit string under construction
  uint64_t reductions_done;
  struct lm_call *call; // the host's lumen_call that this process answers
  struct lm_host_function *host_function; // about to be called
};

_Static_assert(offsetof(lm_proc, abi) == 0, "compiled code finds its fields at the start");
_Static_assert(sizeof(void *) != 8 || sizeof(lm_proc) <= 512, "the next larger block has 768 bytes");

// A point where p, which runs, may wait for its next turn (sched/lm_runner.h). True: a slice begins; false: it could not be.
#if LM_HAS_FIBERS
static inline bool lm_yield(lm_proc *p) { return ((lm_worker *)p->sched)->yield(p); }
#else
static inline bool lm_yield(lm_proc *p) { return (void)p, false; }
#endif

// While the block runs, what it calls may lm_yield: no lock is held, and nothing that belongs to p->sched is kept in a variable.
#if LM_HAS_FIBERS
#define LM_MAY_YIELD(p) __attribute__((cleanup(lm_may_not_yield))) lm_proc *yields = (p); yields->may_yield = true
#else
#define LM_MAY_YIELD(p) (void)(p)
#endif
static inline void lm_may_not_yield(lm_proc **p) { (*p)->may_yield = false; }

// While the block runs p does not yield, whatever built-ins it calls: a lock is held.
#if LM_HAS_FIBERS
#define LM_MUST_NOT_YIELD(p) __attribute__((cleanup(lm_yields_again))) lm_proc *locked = (p); locked->must_not_yield = true
#else
#define LM_MUST_NOT_YIELD(p) (void)(p)
#endif
static inline void lm_yields_again(lm_proc **p) { (*p)->must_not_yield = false; }

// Makes `reason`, a term of p's own heap or a constant, the end of p as soon as it leaves compiled code.
static inline void lm_proc_doom(lm_proc *p, lm_term reason) {
  if (p->flags & LM_PROC_EXITING) return; // the first reason counts
  p->flags |= LM_PROC_EXITING;
  p->exit_reason = reason;
}

static inline uint64_t lm_pid_index(lm_term pid) { return (pid >> 6) & 0xFFFFFFF; }
static inline uint64_t lm_pid_serial(lm_term pid) { return pid >> 34; }

#endif
