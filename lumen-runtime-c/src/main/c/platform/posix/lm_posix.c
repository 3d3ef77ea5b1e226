// lm_platform.h on POSIX systems.
#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#if defined(__linux__)
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif
#include <sys/random.h>
#include <sys/utsname.h>
#include <time.h>
#include <unistd.h>

#include "platform/lm_platform.h"

void *lm_map(size_t bytes) {
  void *memory = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  return memory == MAP_FAILED ? NULL : memory;
}

void lm_unmap(void *memory, size_t bytes) { munmap(memory, bytes); }

void lm_forget(void *memory, size_t bytes) { madvise(memory, bytes, MADV_DONTNEED); }

size_t lm_page_size(void) { return 4096; }

// ---- threads ------------------------------------------------------------------------------------------------------

typedef struct thread_start {
  void (*run)(void *);
  void *argument;
} thread_start;

static void *run_thread(void *argument) {
  thread_start start = *(thread_start *)argument;
  free(argument);
  start.run(start.argument);
  return NULL;
}

_Static_assert(sizeof(pthread_t) <= sizeof(lm_thread), "pthread_t fits");

bool lm_thread_start(lm_thread *thread, void (*run)(void *), void *argument) {
  thread_start *start = malloc(sizeof *start);
  if (start == NULL) return false;
  *start = (thread_start){run, argument};
  // Enough for any primitive and for a host that is called back, whatever the C library gives (musl: 128 KiB). Only what
  // is touched costs memory.
  enum { STACK_BYTES = 8 << 20 };
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, STACK_BYTES);
  bool started = pthread_create((pthread_t *)thread, &attributes, run_thread, start) == 0;
  pthread_attr_destroy(&attributes);
  if (!started) free(start);
  return started;
}

void lm_thread_join(lm_thread *thread) { pthread_join(*(pthread_t *)thread, NULL); }

void lm_thread_be_punctual(void) {
#if defined(__linux__)
  enum { NANOSECONDS = 1000 }; // 50,000 otherwise
  prctl(PR_SET_TIMERSLACK, (unsigned long)NANOSECONDS, 0UL, 0UL, 0UL);
#endif
}

int lm_cpu_count(void) {
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof set, &set) == 0 && CPU_COUNT(&set) > 0) return CPU_COUNT(&set);
  long n = sysconf(_SC_NPROCESSORS_ONLN);
  return n > 0 ? (int)n : 1;
}

void lm_cpu_relax(void) {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#endif
}

#if defined(__linux__)
// FUTEX_WAIT and FUTEX_WAKE, within the process (linux/futex.h, which not every C library brings).
static void sleep_while(_Atomic uint32_t *word, uint32_t value) { syscall(SYS_futex, word, 128, value, NULL, NULL, 0); }
static void wake_one(_Atomic uint32_t *word) { syscall(SYS_futex, word, 129, 1, NULL, NULL, 0); }
#else
static void sleep_while(_Atomic uint32_t *word, uint32_t value) {
  (void)word, (void)value;
  sched_yield();
}
static void wake_one(_Atomic uint32_t *word) { (void)word; }
#endif

void lm_mutex_wait(lm_mutex *mutex) {
  enum { LOOKS = 40 }; // most locks are held for less
  for (int i = 0; i < LOOKS; i++) {
    uint32_t state = atomic_load_explicit(&mutex->state, memory_order_relaxed);
    if (state == LM_MUTEX_WANTED) break; // others sleep
    if (state == LM_MUTEX_FREE && atomic_compare_exchange_weak_explicit(&mutex->state, &state, LM_MUTEX_HELD, memory_order_acquire,
                                                                        memory_order_relaxed)) {
      return;
    }
    lm_cpu_relax();
  }
  // Whoever gets it so says that it is wanted, since others may sleep.
  while (atomic_exchange_explicit(&mutex->state, LM_MUTEX_WANTED, memory_order_acquire) != LM_MUTEX_FREE) {
    sleep_while(&mutex->state, LM_MUTEX_WANTED);
  }
}

void lm_mutex_wake(lm_mutex *mutex) { wake_one(&mutex->state); }

typedef struct parking {
  pthread_mutex_t mutex;
  pthread_cond_t woken;
  bool wake; // under mutex: a wake that nobody has slept through yet
} parking;

_Static_assert(sizeof(parking) <= sizeof(lm_parking), "parking fits");

void lm_parking_init(lm_parking *place) {
  parking *k = (parking *)place;
  pthread_mutex_init(&k->mutex, NULL);
  pthread_condattr_t monotonic;
  pthread_condattr_init(&monotonic);
  pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
  pthread_cond_init(&k->woken, &monotonic);
  pthread_condattr_destroy(&monotonic);
  k->wake = false;
}

void lm_parking_destroy(lm_parking *place) {
  parking *k = (parking *)place;
  pthread_cond_destroy(&k->woken);
  pthread_mutex_destroy(&k->mutex);
}

static struct timespec timespec_of(int64_t ns) {
  return (struct timespec){.tv_sec = ns / 1000000000, .tv_nsec = ns % 1000000000};
}

void lm_park(lm_parking *place, int64_t until) {
  parking *k = (parking *)place;
  struct timespec deadline = timespec_of(until);
  pthread_mutex_lock(&k->mutex);
  while (!k->wake) {
    if (until == LM_FOREVER) {
      pthread_cond_wait(&k->woken, &k->mutex);
    } else if (pthread_cond_timedwait(&k->woken, &k->mutex, &deadline) == ETIMEDOUT) {
      break;
    }
  }
  k->wake = false;
  pthread_mutex_unlock(&k->mutex);
}

void lm_unpark(lm_parking *place) {
  parking *k = (parking *)place;
  pthread_mutex_lock(&k->mutex);
  k->wake = true;
  pthread_cond_signal(&k->woken);
  pthread_mutex_unlock(&k->mutex);
}

// ---- time ---------------------------------------------------------------------------------------------------------

static int64_t clock_ns(clockid_t clock) {
  struct timespec t;
  clock_gettime(clock, &t);
  return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

int64_t lm_monotonic_time(void) { return clock_ns(CLOCK_MONOTONIC); }
int64_t lm_system_time(void) { return clock_ns(CLOCK_REALTIME); }
int64_t lm_cpu_time(void) { return clock_ns(CLOCK_PROCESS_CPUTIME_ID); }

bool lm_local_time(int64_t posix, lm_calendar *local) {
  time_t seconds = (time_t)posix;
  struct tm t;
  if (localtime_r(&seconds, &t) == NULL) return false;
  *local = (lm_calendar){(int64_t)t.tm_year + 1900, t.tm_mon + 1, t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec};
  return true;
}

bool lm_local_to_posix(const lm_calendar *c, int dst, int64_t *posix) {
  if (c->year - 1900 > INT32_MAX || c->year - 1900 < INT32_MIN) return false;
  struct tm t = {.tm_year = (int)(c->year - 1900), .tm_mon = c->month - 1, .tm_mday = c->day, .tm_hour = c->hour, .tm_min = c->minute,
                 .tm_sec = c->second, .tm_isdst = dst, .tm_wday = -1};
  *posix = mktime(&t);
  return t.tm_wday >= 0; // set when it worked, even if the answer is -1
}

// ---- the system ---------------------------------------------------------------------------------------------------

const char *lm_os_name(void) { return "linux"; }

void lm_os_version(int32_t version[3]) {
  struct utsname u;
  version[0] = version[1] = version[2] = 0;
  if (uname(&u) == 0) sscanf(u.release, "%d.%d.%d", &version[0], &version[1], &version[2]);
}

int64_t lm_process_number(void) { return getpid(); }

void lm_environment_all(void (*visit)(void *context, const char *text), void *context) {
  for (char **e = environ; e != NULL && *e != NULL; e++) visit(context, *e);
}

// ---- the rest -----------------------------------------------------------------------------------------------------

void lm_write(int descriptor, const uint8_t *bytes, size_t length) {
  while (length > 0) {
    ssize_t n = write(descriptor, bytes, length);
    if (n < 0) {
      if (errno == EINTR || errno == EAGAIN) continue;
      return;
    }
    bytes += n;
    length -= (size_t)n;
  }
}

long lm_read_input(uint8_t *bytes, size_t size) {
  struct pollfd input = {.fd = 0, .events = POLLIN};
  int ready = poll(&input, 1, 200);
  if (ready == 0 || (ready < 0 && errno == EINTR)) return -1;
  ssize_t n = read(0, bytes, size);
  if (n < 0 && (errno == EINTR || errno == EAGAIN)) return -1;
  return n < 0 ? 0 : (long)n;
}

void lm_exit(int status) { _exit(status); }

void lm_abort(const char *why) {
  lm_write(2, (const uint8_t *)"lumen: ", 7);
  lm_write(2, (const uint8_t *)why, strlen(why));
  lm_write(2, (const uint8_t *)"\n", 1);
  abort();
}

const char *lm_environment(const char *name) { return getenv(name); }

void lm_entropy(uint8_t *bytes, size_t length) {
  while (length > 0) {
    ssize_t n = getrandom(bytes, length, 0);
    if (n <= 0) continue;
    bytes += n;
    length -= (size_t)n;
  }
}
