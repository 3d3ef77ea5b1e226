// lm_platform.h: everything the runtime wants of an operating system. posix/ and wasi/ implement it; nothing outside
// platform/ calls the system, and nothing outside asks which system it is.
//
// Who may touch it: any thread, unless a function says less. On a system without threads (LM_HAS_THREADS is false) locks do
// nothing, lm_thread_start answers false, and the one thread runs everything.
#ifndef LM_PLATFORM_H
#define LM_PLATFORM_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// How the runtime was built: with checks (1, 2: slow ones), and so that what is seldom happens all the time.
#ifndef LM_DEBUG
#define LM_DEBUG 0
#endif
#ifndef LM_STRESS
#define LM_STRESS 0
#endif

#if defined(__wasm__)
#define LM_HAS_THREADS 0
#else
#define LM_HAS_THREADS 1
#endif

// Whether a thread can go on with another C stack. Without, what takes long in C keeps its thread until it is done.
#if defined(__x86_64__)
#define LM_HAS_FIBERS 1
#else
#define LM_HAS_FIBERS 0
#endif

// ---- memory -------------------------------------------------------------------------------------------------------

// Zeroed pages; `bytes` a multiple of lm_page_size(). NULL: there is no more.
void *lm_map(size_t bytes);
void lm_unmap(void *memory, size_t bytes);
// Gives whole pages in the midst of memory back; what was in them is lost.
void lm_forget(void *memory, size_t bytes);
size_t lm_page_size(void);

// ---- threads ------------------------------------------------------------------------------------------------------

typedef struct lm_thread {
  _Alignas(8) unsigned char opaque[16];
} lm_thread;
typedef struct lm_mutex {
  _Atomic uint32_t state; // enum lm_mutex_state
} lm_mutex;
// Where one thread sleeps and others wake it: a wake that comes before the sleep is not lost, several count as one.
typedef struct lm_parking {
  _Alignas(8) unsigned char opaque[112];
} lm_parking;

bool lm_thread_start(lm_thread *thread, void (*run)(void *), void *argument);
void lm_thread_join(lm_thread *thread);
// What the calling thread sleeps for it sleeps no longer than it must, though the system would rather wake several at once. Threads
// that it starts are so, too.
void lm_thread_be_punctual(void);
int lm_cpu_count(void);      // processors that this process may use; at least 1
void lm_cpu_relax(void);     // inside a short spin

// The second of Drepper's "Futexes Are Tricky" (2011): two instructions on memory while nobody else wants it. Whoever waits sleeps,
// after a moment, until the state may have changed.
enum lm_mutex_state { LM_MUTEX_FREE, LM_MUTEX_HELD, LM_MUTEX_WANTED };
void lm_mutex_wait(lm_mutex *mutex); // locks one that was not free
void lm_mutex_wake(lm_mutex *mutex); // wakes one who waits for it; it may be gone already

static inline void lm_mutex_init(lm_mutex *mutex) { atomic_init(&mutex->state, LM_MUTEX_FREE); }
static inline void lm_mutex_lock(lm_mutex *mutex) {
  uint32_t free = LM_MUTEX_FREE;
  if (!LM_HAS_THREADS) return;
  if (!atomic_compare_exchange_strong_explicit(&mutex->state, &free, LM_MUTEX_HELD, memory_order_acquire, memory_order_relaxed)) {
    lm_mutex_wait(mutex);
  }
}
static inline void lm_mutex_unlock(lm_mutex *mutex) {
  if (!LM_HAS_THREADS) return;
  if (atomic_exchange_explicit(&mutex->state, LM_MUTEX_FREE, memory_order_release) == LM_MUTEX_WANTED) lm_mutex_wake(mutex);
}

#define LM_FOREVER INT64_MAX
void lm_parking_init(lm_parking *parking);
void lm_parking_destroy(lm_parking *parking);
// Sleeps until woken or until the monotonic clock shows `until` (nanoseconds; LM_FOREVER).
void lm_park(lm_parking *parking, int64_t until);
void lm_unpark(lm_parking *parking);

// ---- fibers: C stacks -----------------------------------------------------------------------------------------------

#if LM_HAS_FIBERS

// A C stack, and how far what runs on it has come. Of a thread's own stack (all zero) only where it was left is kept. One thread
// at a time runs it, but not always the same: whatever is read from thread-local variables before a switch may be another thread's after.
typedef struct lm_fiber {
  void *stack;            // where its registers lie while it does not run
  void *bottom;           // NULL: a thread's own
  size_t bytes;
  void (*run)(void *);
  void *argument;
  void *sanitizer;        // what the address or thread sanitizer knows it by
  struct lm_fiber *came_from; // likewise: who switched to it last
} lm_fiber;

// `body` is called with the argument when it is switched to first, and must not return. False: there is no memory.
bool lm_fiber_open(lm_fiber *fiber, size_t bytes, void (*body)(void *), void *argument);
// It must not run; what is on its stack is forgotten.
void lm_fiber_close(lm_fiber *fiber);
// Leaves the fiber that runs, `from`, and goes on with `to`; returns when somebody goes on with `from`.
void lm_fiber_switch(lm_fiber *from, lm_fiber *to);

#endif

// ---- time: nanoseconds --------------------------------------------------------------------------------------------

int64_t lm_monotonic_time(void); // never goes back; from an unspecified start
int64_t lm_system_time(void);    // since 1970-01-01 UTC
int64_t lm_cpu_time(void);       // processor time that this program has used

// A moment as people write it. No leap seconds.
typedef struct lm_calendar {
  int64_t year;
  int32_t month, day, hour, minute, second; // month and day from 1
} lm_calendar;

// By the time zone that the system, or TZ, says. `posix`: seconds since 1970-01-01 UTC. False: the system can't tell.
bool lm_local_time(int64_t posix, lm_calendar *local);
// dst: 1: a summer time, 0: none, -1: find out.
bool lm_local_to_posix(const lm_calendar *local, int dst, int64_t *posix);

// ---- the system ---------------------------------------------------------------------------------------------------

const char *lm_os_name(void);          // "linux"
void lm_os_version(int32_t version[3]);
int64_t lm_process_number(void);

// Calls `visit` with each NAME=VALUE of the environment.
void lm_environment_all(void (*visit)(void *context, const char *text), void *context);

// ---- the rest -----------------------------------------------------------------------------------------------------

// Writes all of it to file descriptor 1 or 2; errors are swallowed (there is nobody to tell).
void lm_write(int descriptor, const uint8_t *bytes, size_t length);
// Waits for standard input and reads what is there, at most `size` bytes: how many; 0 at the end of it; -1 when nothing came
// for a while (so that the caller can look whether it is still wanted).
long lm_read_input(uint8_t *bytes, size_t size);
_Noreturn void lm_exit(int status); // of executables only
_Noreturn void lm_abort(const char *why); // an invariant of the runtime is broken, or memory is gone
const char *lm_environment(const char *name); // NULL: not set
void lm_entropy(uint8_t *bytes, size_t length); // for seeds; unpredictable

#endif
