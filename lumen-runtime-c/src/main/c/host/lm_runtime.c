// The life of a runtime, and of a whole program (lumen_main).
#include "process/lm_runtime.h"

#include <string.h>

#include "bif/lm_persistent.h"
#include "ets/lm_ets.h"
#include "heap/lm_copy.h"
#include "host/lm_host.h"
#include "host/lm_host_calls.h"
#include "host/lm_literals.h"
#include "image/lm_modules.h"
#include "memory/lm_memory.h"
#include "process/lm_rare.h"
#include "sched/lm_ask.h"
#include "sched/lm_boot.h"
#include "sched/lm_dictionary.h"
#include "sched/lm_dirty.h"
#include "sched/lm_mailbox.h"
#include "sched/lm_names.h"
#include "sched/lm_process.h"
#include "sched/lm_relations.h"
#include "sched/lm_runner.h"
#include "sched/lm_visitor.h"
#include "system/lm_variables.h"
#include "term/lm_atoms.h"
#include "term/lm_utf8.h"

// ---- new ------------------------------------------------------------------------------------------------------------------

// Schedulers, without threads. False: no memory for them.
static bool make_scheds(lumen_runtime *rt, int count) {
  while (rt->sched_count < count) {
    lm_sched *sched = lm_sched_new(rt, (uint32_t)rt->sched_count);
    if (sched == NULL) return false;
    rt->scheds[rt->sched_count++] = sched;
  }
  atomic_init(&rt->thread_limit, count);
  rt->host_sched = lm_sched_new(rt, LM_MAX_SCHEDULERS);
  if (rt->host_sched == NULL) return false;
  rt->host_sched->is_host = true;
  return true;
}

static int sched_count(const lumen_config *config) {
  if (!LM_HAS_THREADS) return 1;
  int count = config->schedulers > 0 ? config->schedulers : lm_cpu_count();
  return count < LM_MAX_SCHEDULERS ? count : LM_MAX_SCHEDULERS;
}

// No thread runs yet.
static lumen_runtime *new_runtime(const lumen_config *config) {
  lumen_runtime *rt = lm_new_zeroed(1, sizeof *rt);
  if (config != NULL) rt->config = *config;
  lm_entropy((uint8_t *)&rt->salt, sizeof rt->salt);
  rt->pool = lm_shared_pool_new();
  rt->atoms = lm_atoms_new(rt->salt);
  rt->modules = lm_new_zeroed(1, sizeof *rt->modules);
  lm_modules_init(rt->modules, rt->salt);
  lm_binaries_init(&rt->binaries);
  lm_pids_init(&rt->pids);
  lm_registry_init(&rt->names, rt->salt);
  rt->persistent = lm_new_zeroed(1, sizeof *rt->persistent);
  lm_persistent_init(rt->persistent, rt->salt);
  rt->ets = lm_new_zeroed(1, sizeof *rt->ets);
  lm_ets_init(rt->ets, rt->salt);
  rt->variables = lm_new_zeroed(1, sizeof *rt->variables);
  lm_variables_init(rt->variables);
  rt->call_ended = lm_call_ended;
  atomic_init(&rt->user, LM_NONE);
  atomic_init(&rt->boot, LM_NONE);
  rt->reader.pid = LM_NONE;
  rt->monitor.pid = rt->profile.pid = LM_NONE;
  lm_settings_init(&rt->settings);
  lm_mutex_init(&rt->settings_lock);
  atomic_init(&rt->epoch, 1);
  atomic_init(&rt->uniques, 1);
  rt->start_time = lm_monotonic_time();
  rt->time_offset = lm_system_time() - rt->start_time;
  lm_line_init(&rt->arrivals);
  lm_line_init(&rt->urgent[0]);
  lm_line_init(&rt->urgent[1]);
  lm_line_init(&rt->low);
  lm_mutex_init(&rt->sleep_lock);
  lm_mutex_init(&rt->host_lock);
  lm_mutex_init(&rt->calls_lock);
  lm_mutex_init(&rt->held_lock);
  lm_visitors_init(rt);
  lm_dirty_init(rt, sched_count(&rt->config));
  if (make_scheds(rt, sched_count(&rt->config))) return rt;
  lumen_runtime_close(rt);
  return NULL;
}

lumen_runtime *lumen_runtime_new(const lumen_config *config) {
  lumen_runtime *rt = new_runtime(config);
  if (rt == NULL || !LM_HAS_THREADS) return rt;
  lm_sched_wake(rt); // the first: whoever got a runtime can count on it; the others are started when there is work for them
  if (atomic_load(&rt->started) > 0) return rt;
  lumen_runtime_close(rt);
  return NULL;
}

static lm_proc *glue_process(lumen_runtime *rt, const lumen_function *function) {
  lm_proc *p = lm_process_new(rt->host_sched, NULL, 0);
  p->initial = function;
  lm_process_set_entry(p, function->code, NULL, 0);
  return p;
}

// A process that is there before anything else runs; LM_NONE: the image has no such function.
static lm_term start_server(lumen_runtime *rt, lm_term function, lm_term name) {
  const lumen_function *server = lm_modules_find(rt->modules, LM_ATOM_LUMEN_USER, function, 0);
  if (server == NULL || lm_name_find(rt, name) != LM_NONE) return LM_NONE;
  lm_proc *p = glue_process(rt, server);
  lm_name_add(rt->host_sched, name, p->abi.self);
  lm_line_add(&rt->arrivals, p);
  return p->abi.self;
}

// An image that needs a group leader brings a module for it, and for standard_error.
static void start_user(lumen_runtime *rt) {
  lm_host_enter(rt);
  lm_term user = start_server(rt, LM_ATOM_SERVER, LM_ATOM_USER);
  if (user != LM_NONE) atomic_store_explicit(&rt->user, user, memory_order_release);
  start_server(rt, LM_ATOM_ERRORS, LM_ATOM_STANDARD_ERROR);
  lm_host_leave(rt);
}

// And one that uses the logger brings one that starts it, before anything else of the program.
static void start_logger(lumen_runtime *rt) {
  const lumen_function *start = lm_modules_find(rt->modules, LM_ATOM_LUMEN_LOGGER, LM_ATOM_START, 0);
  if (start == NULL) return;
  lm_host_enter(rt);
  if (!rt->booted) {
    rt->booted = true;
    lm_proc *p = glue_process(rt, start);
    atomic_store(&rt->boot, p->abi.self);
    lm_line_add(&rt->arrivals, p);
  }
  lm_host_leave(rt);
}

const char *lumen_runtime_load(lumen_runtime *rt, const lumen_image *image) {
  lm_host_enter(rt); // literals are decoded by the host's own process
  const char *wrong = lm_modules_load(rt, image);
  lm_host_leave(rt);
  if (wrong == NULL) {
    start_user(rt);
    start_logger(rt);
  }
  return wrong;
}

// ---- close ----------------------------------------------------------------------------------------------------------------

// No scheduler runs any more. Nobody is told.
static void free_process(lumen_runtime *rt, lm_proc *p) {
  p->sched = rt->host_sched;
  lm_receive_stop_timer(p); // first: one that has fired lies in the inbox
  lm_fragment *f = atomic_load(&p->inbox);
  if (f == LM_INBOX_WAITING || f == LM_INBOX_CLOSED) f = NULL;
  while (f != NULL) {
    lm_fragment *next = f->next;
    lm_fragment_free(rt->host_sched->pool, f);
    f = next;
  }
  lm_questions_clear(p);
  lm_delete(p->call);
  lm_relations_clear(p);
  lm_rare_free(p);
  lm_dictionary_free(p);
  lm_mailbox_close(p);
  lm_delete(p->builder);
  lm_heap_close(p);
  lm_epoch_retire(rt->host_sched, p);
}

void lumen_runtime_close(lumen_runtime *rt) {
  lumen_runtime_stop(rt);
  lm_mutex_lock(&rt->sleep_lock);
  int started = atomic_load(&rt->started);
  lm_mutex_unlock(&rt->sleep_lock);
  for (int i = 0; i < started; i++) {
    if (!rt->scheds[i]->has_thread) continue;
    lm_unpark(&rt->scheds[i]->parking);
    lm_thread_join(&rt->scheds[i]->thread);
  }
  lm_dirty_close(rt);
  lm_host_calls_forget(rt);
  if (rt->host_sched != NULL) lm_process_end_all(rt);
  uint32_t limit = atomic_load(&rt->pids.limit);
  for (uint32_t i = 0; i < limit; i++) {
    lm_proc *p = atomic_load(&lm_pids_slot(&rt->pids, i)->process);
    if (p != NULL) free_process(rt, p);
  }
  lm_host_functions_free(rt);
  if (rt->host_sched != NULL) lm_ets_close(rt);
  for (int i = 0; i < rt->sched_count; i++) lm_sched_free(rt->scheds[i]);
  if (rt->host_sched != NULL) lm_sched_free(rt->host_sched);
  lm_visitors_destroy(rt);
  lm_modules_destroy(rt->modules);
  lm_delete(rt->modules);
  lm_literals_free(rt->literals);
  lm_pids_destroy(&rt->pids);
  lm_registry_destroy(&rt->names);
  lm_persistent_destroy(rt->persistent);
  lm_delete(rt->persistent);
  lm_ets_destroy(rt->ets);
  lm_delete(rt->ets);
  lm_variables_destroy(rt->variables);
  lm_delete(rt->variables);
  lm_atoms_free(rt->atoms);
  lm_binaries_destroy(&rt->binaries);
  lm_shared_pool_free(rt->pool);
  lm_delete(rt);
}

// ---- a whole program --------------------------------------------------------------------------------------------------------

// A text of the command line as a list of characters.
static lm_term characters(lm_proc *p, const char *text) {
  size_t length = strlen(text);
  lm_term list = LM_NIL;
  while (length > 0) {
    size_t start = length - 1; // of the last character: bytes 10xxxxxx go on
    while (start > 0 && ((uint8_t)text[start] & 0xC0) == 0x80) start--;
    unsigned used = 0;
    int32_t c = lm_utf8_get((const uint8_t *)text + start, length - start, &used);
    if (c < 0 || used != length - start) { // not UTF-8: byte by byte
      start = length - 1;
      c = (uint8_t)text[start];
    }
    list = lm_cons(p, lm_small(c), list);
    length = start;
  }
  return list;
}

static void start_main(lumen_runtime *rt, const lumen_function *entry, int32_t argc, char **argv) {
  lm_host_enter(rt);
  lm_proc *p = lm_process_new(rt->host_sched, NULL, 0);
  lm_term arguments = LM_NIL;
  for (int32_t i = argc; i-- > 1;) arguments = lm_cons(p, characters(p, argv[i]), arguments);
  lm_call *call = lm_new_zeroed(1, sizeof *call);
  call->next = NULL;
  call->link = &rt->calls;
  rt->calls = call;
  p->call = call;
  p->initial = entry;
  lm_process_set_entry(p, entry->code, &arguments, entry->arity == 0 ? 0 : 1);
  if (!lm_boot_holds(rt, p)) lm_line_add(&rt->arrivals, p);
  lm_host_release(rt);
}

// What the user of an executable wants, in a variable of the environment. NULL or what is wrong with it.
static const char *read_schedulers(lumen_config *config) {
  _Static_assert(LM_MAX_SCHEDULERS == 256, "what the message says");
  const char *text = lm_environment("LUMEN_SCHEDULERS");
  if (text == NULL || *text == 0) return NULL;
  int32_t count = 0;
  for (; *text >= '0' && *text <= '9' && count <= LM_MAX_SCHEDULERS; text++) count = 10 * count + (*text - '0');
  if (*text != 0 || count < 1 || count > LM_MAX_SCHEDULERS) return "LUMEN_SCHEDULERS must be a number from 1 to 256";
  config->schedulers = count;
  return NULL;
}

lumen_runtime *lm_program_begin(const lumen_image *image, int32_t argc, char **argv) {
  lumen_config config = {0};
  const char *wrong = read_schedulers(&config);
  lumen_runtime *rt = wrong == NULL ? new_runtime(&config) : NULL;
  if (wrong == NULL) wrong = rt == NULL ? "no memory for a runtime" : lumen_runtime_load(rt, image);
  if (wrong == NULL && image->entry == NULL) wrong = "this image has no entry function";
  if (wrong != NULL) {
    lm_write(2, (const uint8_t *)wrong, strlen(wrong));
    lm_write(2, (const uint8_t *)"\n", 1);
    return NULL;
  }
  start_main(rt, image->entry, argc, argv);
  // The calling thread is the first scheduler. The others are started when there is work for them.
  atomic_store(&rt->started, 1);
  return rt;
}

int32_t lumen_main(const lumen_image *image, int32_t argc, char **argv) {
  lumen_runtime *rt = lm_program_begin(image, argc, argv);
  if (rt == NULL) return 1;
  lm_thread_be_punctual();
  lm_sched_run(rt->scheds[0], false);
  int32_t status = atomic_load(&rt->halt_status);
#if LM_DEBUG
  lumen_runtime_close(rt); // so that a leak is found; otherwise the system is faster
#endif
  return status;
}
