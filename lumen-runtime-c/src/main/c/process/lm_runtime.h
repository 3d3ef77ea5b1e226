// lm_runtime.h: everything that belongs to one runtime. There is no global state besides.
#ifndef LM_RUNTIME_H
#define LM_RUNTIME_H

#include "lumen.h"
#include "memory/lm_binaries.h"
#include "memory/lm_registry.h"
#include "process/lm_observers.h"
#include "process/lm_pids.h"
#include "process/lm_queue.h"
#include "process/lm_rare.h"
#include "process/lm_scheduler.h"
#include "process/lm_settings.h"

enum { LM_MAX_SCHEDULERS = 256, LM_MOST_VISITORS = LM_STRESS ? 2 : 256 };

// The hash of the text of an atom that was hashed lately, in a place that depends on the atom. One table per runtime, for all threads
// without a lock: `check` is the atom xor the hash, so that the words of two writers don't pass for one entry.
enum { LM_PHASH2_RECENT = 128 };

typedef struct lm_phash2_recent {
  _Atomic uint64_t check, hash;
} lm_phash2_recent;

struct lumen_runtime {
  lumen_config config;
  // From the system's randomness: goes into the hashes of all tables that are searched by keys which may come from outside, so that
  // nobody can make keys that meet. Maps do without: the order of their keys is promised, and in a trie keys can't crowd.
  uint64_t salt;
  lm_shared_pool *pool;
  struct lm_atoms *atoms;       // term/
  struct lm_modules *modules;   // image/
  struct lm_literals *literals; // host/
  lm_pids pids;
  lm_registry names;            // atom -> pid
  struct lm_persistent *persistent; // bif/: persistent_term
  struct lm_ets *ets;           // ets/
  bool (*_Atomic owner_ended)(lm_proc *p, int64_t *left); // lm_ets_owner_ended; NULL until there is a table: so programs without tables link none of this
  struct lm_variables *variables; // system/: os:getenv
  lm_phash2_recent phash2_recent[LM_PHASH2_RECENT];
  _Atomic uint64_t epoch;       // lm_epoch.h
  _Atomic uint64_t uniques;     // next block of unique numbers, see lm_unique
  _Atomic int64_t reductions;   // of processes that ended
  _Atomic int64_t last_now;     // erlang:now/0
  _Atomic uint64_t last_monotonic; // erlang:unique_integer([monotonic])
  _Atomic int64_t collections;  // of all processes, and how many words they gave back
  _Atomic int64_t words_reclaimed;
  lm_binaries binaries;         // that are shared
  lm_term (*_Atomic info)(struct lm_proc *, lm_term, bool); // process_info, once somebody asked another process (lm_ask.h)
  lm_settings settings;
  lm_mutex settings_lock;       // the limit, and what is measured (lm_measures.h)
  uint32_t wall_time_users;     // processes that want wall time measured (settings_lock)
  _Atomic uint32_t watched;     // enum lm_watch
  _Atomic(const struct lm_watcher *) watcher; // NULL: nobody has traced anything yet
  lm_trace trace_of_new;        // of processes that are made (settings_lock)
  _Atomic(const struct lm_observer *) observer; // NULL: nobody has wanted to be told anything yet
  lm_system_monitor monitor;    // settings_lock
  lm_system_profile profile;    // settings_lock
  lm_limit limit;               // of the heaps of processes that are spawned without one
  _Atomic int64_t last_statistics[3]; // runtime, wall clock, reductions when last asked for
  int64_t start_time;           // monotonic, nanoseconds
  int64_t time_offset;          // system time = monotonic time + this

  // Work that no ring holds.
  lm_line arrivals;             // of normal priority, from threads without a ring
  lm_line urgent[2];            // high, max
  lm_line low;

  // Schedulers. They are started when there is something for them to do.
  int sched_count;
  lm_sched *scheds[LM_MAX_SCHEDULERS];
  _Atomic int started;          // of scheds, from 0 on; written with sleep_lock held
  _Atomic int thread_limit;     // sched_count, or how many there were when the system had no more threads; likewise
  lm_mutex sleep_lock;          // the list of sleeping schedulers
  lm_sched *sleeping;
  _Atomic int sleeping_count;
  _Atomic int runners;          // C stacks (lm_runner.h)
  _Atomic bool stopping;        // schedulers leave their loops
  struct lm_dirty_threads *dirty; // sched/lm_dirty.h

  // What threads that are no schedulers act as (sched/lm_visitor.h).
  lm_sched *visitors[LM_MOST_VISITORS]; // that were made; they stay until the runtime is closed
  _Atomic uint32_t visitor_count;
  lm_mutex visitors_lock;       // the rest
  lm_sched *free_visitors;      // the one that was given back last first
  struct lm_visitor_wanted *visitor_wanted, **visitor_wanted_last; // threads that wait for one

  // The host.
  lm_mutex host_lock;           // loads, registers, starts what comes first; may act as host_sched
  lm_sched *host_sched;         // has no thread
  lm_mutex calls_lock;
  struct lm_call *calls;        // under way
  void (*call_ended)(lm_proc *p); // lm_call_ended: p->call is to be answered
  struct lumen_host_call *awaited; // that the host answers later (host/lm_host_calls.c; calls_lock)
  _Atomic(struct lm_host_function *) host_functions;
  bool (*take_input)(lumen_runtime *rt); // without threads: lm_input_take; NULL until a process has asked for input
  lm_request reader;            // likewise: of who waits for input; pid LM_NONE: nobody does
  _Atomic lm_term user;         // pid of the first group leader; LM_NONE: no image brought one
  _Atomic lm_term boot;         // process that must end before those of the host run; LM_NONE: they run
  lm_proc *held;                // those, newest first
  lm_mutex held_lock;
  bool booted;                  // a boot process was started (host_lock)
  _Atomic bool closing;         // lumen_runtime_stop was called
  _Atomic bool halted;
  _Atomic int32_t halt_status;
};

// Where the shared binaries of a process come from.
static inline lm_binaries *lm_binaries_of(lm_proc *p) { return &lm_runtime_of(p)->binaries; }

#endif
