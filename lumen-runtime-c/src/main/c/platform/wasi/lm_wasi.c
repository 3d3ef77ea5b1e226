// lm_platform.h on WebAssembly with WASI (preview 1): one thread, no pages to give back.
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <wasi/api.h>

#include "platform/lm_platform.h"

enum { PAGE = 4096 };

void *lm_map(size_t bytes) {
  void *memory = aligned_alloc(64, bytes);
  if (memory != NULL) memset(memory, 0, bytes);
  return memory;
}

void lm_unmap(void *memory, size_t bytes) {
  (void)bytes;
  free(memory);
}

void lm_forget(void *memory, size_t bytes) { (void)memory, (void)bytes; }

size_t lm_page_size(void) { return PAGE; }

bool lm_thread_start(lm_thread *thread, void (*run)(void *), void *argument) {
  (void)thread, (void)run, (void)argument;
  return false;
}
void lm_thread_join(lm_thread *thread) { (void)thread; }
void lm_thread_be_punctual(void) {}
int lm_cpu_count(void) { return 1; }
void lm_cpu_relax(void) {}
void lm_mutex_wait(lm_mutex *mutex) { (void)mutex; }
void lm_mutex_wake(lm_mutex *mutex) { (void)mutex; }
void lm_parking_init(lm_parking *parking) { (void)parking; }
void lm_parking_destroy(lm_parking *parking) { (void)parking; }
void lm_unpark(lm_parking *parking) { (void)parking; }

void lm_park(lm_parking *parking, int64_t until) {
  (void)parking;
  // With one thread nobody can wake this sleep: it may only end by the clock.
  if (until == LM_FOREVER) lm_abort("every process waits for a message that nobody can send");
  int64_t left = until - lm_monotonic_time();
  if (left <= 0) return;
  // A span: node sleeps for ever when it is given a point in time.
  __wasi_subscription_t alarm = {
      .u = {.tag = __WASI_EVENTTYPE_CLOCK,
            .u = {.clock = {.id = __WASI_CLOCKID_MONOTONIC, .timeout = (__wasi_timestamp_t)left}}}};
  __wasi_event_t event;
  __wasi_size_t count;
  (void)!__wasi_poll_oneoff(&alarm, &event, 1, &count); // waking early is harmless
}

static int64_t clock_ns(__wasi_clockid_t clock) {
  __wasi_timestamp_t t = 0;
  if (__wasi_clock_time_get(clock, 1000, &t) != 0) return 0;
  return (int64_t)t;
}

int64_t lm_monotonic_time(void) { return clock_ns(__WASI_CLOCKID_MONOTONIC); }
int64_t lm_system_time(void) { return clock_ns(__WASI_CLOCKID_REALTIME); }
int64_t lm_cpu_time(void) { return clock_ns(__WASI_CLOCKID_MONOTONIC); } // hosts have no other

// There are no time zones: local time is universal time.
bool lm_local_time(int64_t posix, lm_calendar *local) {
  time_t seconds = (time_t)posix;
  struct tm t;
  if (gmtime_r(&seconds, &t) == NULL) return false;
  *local = (lm_calendar){(int64_t)t.tm_year + 1900, t.tm_mon + 1, t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec};
  return true;
}

bool lm_local_to_posix(const lm_calendar *c, int dst, int64_t *posix) {
  (void)dst;
  struct tm t = {.tm_year = (int)(c->year - 1900), .tm_mon = c->month - 1, .tm_mday = c->day, .tm_hour = c->hour, .tm_min = c->minute,
                 .tm_sec = c->second};
  *posix = timegm(&t);
  return true;
}

const char *lm_os_name(void) { return "wasi"; }
void lm_os_version(int32_t version[3]) {
  version[0] = 0, version[1] = 1, version[2] = 0; // preview 1
}
int64_t lm_process_number(void) { return 1; }

void lm_environment_all(void (*visit)(void *context, const char *text), void *context) {
  for (char **e = environ; e != NULL && *e != NULL; e++) visit(context, *e);
}

void lm_write(int descriptor, const uint8_t *bytes, size_t length) {
  while (length > 0) {
    __wasi_ciovec_t part = {.buf = bytes, .buf_len = length};
    __wasi_size_t n = 0;
    if (__wasi_fd_write((__wasi_fd_t)descriptor, &part, 1, &n) != 0) return;
    bytes += n;
    length -= n;
  }
}

long lm_read_input(uint8_t *bytes, size_t size) {
  __wasi_iovec_t part = {.buf = bytes, .buf_len = size};
  __wasi_size_t n = 0;
  __wasi_errno_t error = __wasi_fd_read(0, &part, 1, &n);
  if (error == __WASI_ERRNO_AGAIN || error == __WASI_ERRNO_INTR) return -1;
  return error == 0 ? (long)n : 0;
}

void lm_exit(int status) { __wasi_proc_exit((__wasi_exitcode_t)status); }

static const char *aborted;

// Why the runtime gave up, for a host that sees but a trap; NULL: it has not.
const char *lumen_aborted(void); // exported by the linker
const char *lumen_aborted(void) { return aborted; }

void lm_abort(const char *why) {
  aborted = why;
  lm_write(2, (const uint8_t *)"lumen: ", 7);
  lm_write(2, (const uint8_t *)why, strlen(why));
  lm_write(2, (const uint8_t *)"\n", 1);
  __builtin_trap();
}

const char *lm_environment(const char *name) { return getenv(name); }

void lm_entropy(uint8_t *bytes, size_t length) {
  if (__wasi_random_get(bytes, length) != 0) lm_abort("no random numbers");
}
