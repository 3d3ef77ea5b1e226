// erlang:system_info/1. What OTP has and this runtime has not is answered as OTP does where it is off or unknown.
#include <string.h>

#include "bif/lm_bif.h"
#include "ets/lm_ets.h"
#include "image/lm_modules.h"
#include "process/lm_runtime.h"
#include "sched/lm_dirty.h"
#include "sched/lm_limit.h"
#include "sched/lm_sched.h"
#include "system/lm_memory_use.h"
#include "term/lm_atoms.h"
#include "term/lm_bits.h"
#include "term/lm_map.h"
#include "term/lm_print.h"

static lm_term text(lm_proc *p, const char *bytes) { return lm_string(p, bytes, strlen(bytes), LM_NIL); }

static lm_term os_version(lm_proc *p) {
  int32_t v[3];
  lm_os_version(v);
  return lm_tuple3(p, lm_small(v[0]), lm_small(v[1]), lm_small(v[2]));
}

// Limits that programs look at where there are none here: what OTP has by default.
enum { PORT_LIMIT = 65536, ETS_LIMIT = 8192, ATOM_LIMIT = 1048576 };

static lm_term setting(lm_proc *p, enum lm_setting which) { return atomic_load(&lm_runtime_of(p)->settings.values[which]); }

static lm_limit default_limit(lumen_runtime *rt) {
  lm_mutex_lock(&rt->settings_lock);
  lm_limit limit = rt->limit;
  lm_mutex_unlock(&rt->settings_lock);
  return limit;
}

static lm_term number(lm_proc *p, lm_term what) {
  lumen_runtime *rt = lm_runtime_of(p);
  switch (what) {
    case LM_ATOM_SCHEDULERS:
    case LM_ATOM_SCHEDULERS_ONLINE: return lm_small(rt->sched_count);
    case LM_ATOM_LOGICAL_PROCESSORS:
    case LM_ATOM_LOGICAL_PROCESSORS_ONLINE:
    case LM_ATOM_LOGICAL_PROCESSORS_AVAILABLE: return lm_small(lm_cpu_count());
    case LM_ATOM_SCHEDULER_ID: return lm_small((int64_t)p->sched->index + 1);
    case LM_ATOM_PROCESS_COUNT: return lm_small((int64_t)atomic_load(&rt->pids.live));
    case LM_ATOM_PROCESS_LIMIT: return lm_small((int64_t)1 << 28);
    case LM_ATOM_DIRTY_CPU_SCHEDULERS:
    case LM_ATOM_DIRTY_CPU_SCHEDULERS_ONLINE: return lm_small(rt->dirty[LM_DIRTY_CPU].limit);
    case LM_ATOM_DIRTY_IO_SCHEDULERS: return lm_small(rt->dirty[LM_DIRTY_IO].limit);
    case LM_ATOM_PORT_COUNT:
    case LM_ATOM_CREATION: return lm_small(0);
    case LM_ATOM_TRACE_CONTROL_WORD: return setting(p, LM_SETTING_TRACE_CONTROL_WORD);
    case LM_ATOM_PORT_LIMIT: return lm_small(PORT_LIMIT);
    case LM_ATOM_ETS_LIMIT: return lm_small(ETS_LIMIT);
    case LM_ATOM_ATOM_LIMIT: return lm_small(ATOM_LIMIT);
    case LM_ATOM_ETS_COUNT: {
      lm_mutex_lock(&rt->ets->lock);
      size_t count = rt->ets->count;
      lm_mutex_unlock(&rt->ets->lock);
      return lm_small((int64_t)count);
    }
    case LM_ATOM_WORDSIZE: return lm_small(sizeof(lm_term));
    case LM_ATOM_THREAD_POOL_SIZE: return lm_small(1);
    case LM_ATOM_START_TIME: return lm_integer(p, rt->start_time);
    case LM_ATOM_COMPAT_REL: return lm_small(25);
    default: return LM_NONE;
  }
}

static lm_term other(lm_proc *p, lm_term what) {
  lumen_runtime *rt = lm_runtime_of(p);
  switch (what) {
    case LM_ATOM_OTP_RELEASE: return text(p, "25"); // whose built-ins these are, and with the next what they call themselves
    case LM_ATOM_VERSION: return text(p, "13.1.5");
    case LM_ATOM_DRIVER_VERSION: return text(p, "3.3");
    case LM_ATOM_NIF_VERSION: return text(p, "2.16");
    case LM_ATOM_MACHINE: return text(p, "BEAM");
    case LM_ATOM_SYSTEM_ARCHITECTURE: return text(p, LM_HAS_THREADS ? "x86_64-pc-linux-gnu" : "wasm32-wasi");
    case LM_ATOM_OS_TYPE: return lm_tuple2(p, LM_ATOM_UNIX, lm_atom_named(p, lm_os_name()));
    case LM_ATOM_OS_VERSION: return os_version(p);
    case LM_ATOM_SMP_SUPPORT:
    case LM_ATOM_THREADS: return lm_boolean(LM_HAS_THREADS);
    case LM_ATOM_TIME_WARP_MODE: return LM_ATOM_NO_TIME_WARP;
    case LM_ATOM_TIME_OFFSET: return LM_ATOM_FINAL;
    case LM_ATOM_TIME_CORRECTION: return LM_ATOM_TRUE;
    case LM_ATOM_TOLERANT_TIMEOFDAY: return LM_ATOM_ENABLED;
    case LM_ATOM_MULTI_SCHEDULING: return rt->sched_count > 1 ? LM_ATOM_ENABLED : lm_atom_named(p, "disabled");
    case LM_ATOM_MULTI_SCHEDULING_BLOCKERS: return LM_NIL;
    case LM_ATOM_BUILD_TYPE:
    case LM_ATOM_EMU_TYPE: return LM_ATOM_OPT;
    case LM_ATOM_EMU_FLAVOR: return LM_ATOM_EMU;
    case LM_ATOM_ENDIAN: return LM_ATOM_LITTLE;
    case LM_ATOM_KERNEL_POLL:
    case LM_ATOM_DEBUG_COMPILED:
    case LM_ATOM_BREAK_IGNORED: return LM_ATOM_FALSE;
    case LM_ATOM_MESSAGE_QUEUE_DATA: return LM_ATOM_ON_HEAP;
    case LM_ATOM_FULLSWEEP_AFTER: return lm_tuple2(p, what, setting(p, LM_SETTING_FULLSWEEP_AFTER));
    case LM_ATOM_MIN_HEAP_SIZE: return lm_tuple2(p, what, setting(p, LM_SETTING_MIN_HEAP_SIZE));
    case LM_ATOM_MIN_BIN_VHEAP_SIZE: return lm_tuple2(p, what, setting(p, LM_SETTING_MIN_BIN_VHEAP_SIZE));
    case LM_ATOM_MAX_HEAP_SIZE: return lm_limit_term(p, default_limit(rt));
    case LM_ATOM_GARBAGE_COLLECTION: {
      lm_term list = lm_cons(p, lm_tuple2(p, LM_ATOM_FULLSWEEP_AFTER, setting(p, LM_SETTING_FULLSWEEP_AFTER)), LM_NIL);
      list = lm_cons(p, lm_tuple2(p, LM_ATOM_MIN_HEAP_SIZE, setting(p, LM_SETTING_MIN_HEAP_SIZE)), list);
      list = lm_cons(p, lm_tuple2(p, LM_ATOM_MIN_BIN_VHEAP_SIZE, setting(p, LM_SETTING_MIN_BIN_VHEAP_SIZE)), list);
      return lm_cons(p, lm_tuple2(p, LM_ATOM_MAX_HEAP_SIZE, lm_small((int64_t)default_limit(rt).size)), list);
    }
    case LM_ATOM_SCHEDULERS_STATE: {
      lm_term n = lm_small(rt->sched_count);
      return lm_tuple3(p, n, n, n);
    }
    default: return LM_NONE;
  }
}

// ---- what is seldom asked for: by name, so that these names are no atoms of every program --------------------------------

static lm_term atom_count(lm_proc *p) {
  size_t bytes;
  return lm_small((int64_t)lm_atoms_count(lm_runtime_of(p)->atoms, &bytes));
}

static lm_term allocated_areas(lm_proc *p) {
  lm_memory_use use = lm_memory_use_of(lm_runtime_of(p));
  lm_term list = lm_cons(p, lm_tuple2(p, lm_atom_named(p, "loaded_code"), lm_small((int64_t)use.code)), LM_NIL);
  return lm_cons(p, lm_tuple3(p, lm_atom_named(p, "atom_space"), lm_small((int64_t)use.atom), lm_small((int64_t)use.atom_used)), list);
}

// No allocator here has settings.
static lm_term allocator(lm_proc *p) { return lm_tuple4(p, LM_ATOM_UNDEFINED, LM_NIL, LM_NIL, LM_NIL); }

static lm_term compiler(lm_proc *p) {
  lm_term version = lm_tuple3(p, lm_small(__clang_major__), lm_small(__clang_minor__), lm_small(__clang_patchlevel__));
  return lm_tuple2(p, lm_atom_named(p, "clang"), version);
}

static lm_term distribution(lm_proc *p) {
  static const char dist[] = "=node:'nonode@nohost'\n=no_distribution\n";
  return lm_binary(p, dist, sizeof dist - 1);
}

static lm_term end_time(lm_proc *p) { return lm_integer(p, INT64_MAX); }

static lm_term heap_sizes(lm_proc *p) {
  lm_list_builder list;
  lm_list_begin(&list);
  lm_list_add(p, &list, lm_small(12));
  uint64_t before = 12, size = 38;
  while (size < (uint64_t)1 << 50) {
    lm_list_add(p, &list, lm_small((int64_t)size));
    size = lm_next_heap_size(&before, size);
  }
  return lm_list_finish(&list, LM_NIL);
}

static lm_term finished(lm_proc *p, lm_buffer *b) {
  lm_term binary = lm_binary(p, b->bytes, b->length);
  lm_buffer_close(b);
  return binary;
}

static void line(lm_buffer *b, const char *name, uint64_t n) {
  lm_buffer_text(b, name);
  lm_buffer_decimal(b, n);
  lm_buffer_byte(b, '\n');
}

static lm_term info(lm_proc *p) {
  lm_memory_use use = lm_memory_use_of(lm_runtime_of(p));
  lm_buffer b;
  lm_buffer_open(&b);
  lm_buffer_text(&b, "=memory\n");
  line(&b, "total: ", use.total);
  line(&b, "processes: ", use.processes);
  line(&b, "processes_used: ", use.processes_used);
  line(&b, "system: ", use.total - use.processes);
  line(&b, "atom: ", use.atom);
  line(&b, "atom_used: ", use.atom_used);
  line(&b, "binary: ", use.binary);
  line(&b, "code: ", use.code);
  line(&b, "ets: ", use.ets);
  return finished(p, &b);
}

static void add_module(void *context, uint64_t name, uint64_t module) {
  (void)name;
  lm_buffer *b = ((void **)context)[0];
  lumen_runtime *rt = ((void **)context)[1];
  const lumen_module *m = (const lumen_module *)(uintptr_t)module;
  lm_print_atom(b, rt, m->name);
  line(b, " ", lm_module_bytes(m));
}

static lm_term loaded(lm_proc *p) {
  lumen_runtime *rt = lm_runtime_of(p);
  lm_buffer b;
  lm_buffer_open(&b);
  line(&b, "Current code: ", lm_memory_use_of(rt).code);
  line(&b, "Old code: ", 0);
  void *context[] = {&b, rt};
  lm_registry_each(&rt->modules->by_name, add_module, context);
  return finished(p, &b);
}

static lm_term procs(lm_proc *p) {
  lumen_runtime *rt = lm_runtime_of(p);
  lm_buffer b;
  lm_buffer_open(&b);
  uint32_t limit = atomic_load_explicit(&rt->pids.limit, memory_order_acquire);
  for (uint32_t i = 0; i < limit; i++) {
    lm_proc *other = atomic_load_explicit(&lm_pids_slot(&rt->pids, i)->process, memory_order_acquire);
    if (other == NULL) continue;
    lm_buffer_text(&b, "=proc:");
    lm_print_identity(&b, other->abi.self);
    lm_buffer_byte(&b, '\n');
    lm_term name = atomic_load(&other->name);
    if (name == LM_NONE) continue;
    lm_buffer_text(&b, "Name: ");
    lm_print_atom(&b, rt, name);
    lm_buffer_byte(&b, '\n');
  }
  return finished(p, &b);
}

static lm_term time_source(lm_proc *p, const char *clock, int64_t now, bool monotonic) {
  lm_term list = lm_cons(p, lm_tuple2(p, lm_atom_named(p, "time"), lm_integer(p, now)), LM_NIL);
  list = lm_cons(p, lm_tuple2(p, lm_atom_named(p, "parallel"), LM_ATOM_YES), list);
  if (monotonic) list = lm_cons(p, lm_tuple2(p, lm_atom_named(p, "extended"), LM_ATOM_NO), list);
  list = lm_cons(p, lm_tuple2(p, lm_atom_named(p, "resolution"), lm_small(1000000000)), list);
  list = lm_cons(p, lm_tuple2(p, lm_atom_named(p, "clock_id"), lm_atom_named(p, clock)), list);
  return lm_cons(p, lm_tuple2(p, lm_atom_named(p, "function"), lm_atom_named(p, "clock_gettime")), list);
}

static lm_term monotonic_source(lm_proc *p) { return time_source(p, "CLOCK_MONOTONIC", lm_monotonic_time(), true); }
static lm_term system_source(lm_proc *p) { return time_source(p, "CLOCK_REALTIME", lm_system_time(), false); }

static lm_term outstanding(lm_proc *p) { return setting(p, LM_SETTING_OUTSTANDING_REQUESTS); }
static lm_term logger(lm_proc *p) { return setting(p, LM_SETTING_SYSTEM_LOGGER); }
static lm_term tracer(lm_proc *p) { return lm_tuple2(p, lm_atom_named(p, "sequential_tracer"), LM_ATOM_FALSE); }

static lm_term bindings(lm_proc *p) {
  size_t n = (size_t)lm_runtime_of(p)->sched_count;
  lm_term unbound = lm_atom_named(p, "unbound");
  lm_term *object = lm_alloc(p, n + 1);
  object[0] = LM_HEADER(LM_KIND_TUPLE, 0, n);
  for (size_t i = 0; i < n; i++) object[1 + i] = unbound;
  return lm_boxed_at(object);
}

static lm_term system_version(lm_proc *p) {
  uint64_t n = (uint64_t)lm_runtime_of(p)->sched_count;
  lm_buffer b;
  lm_buffer_open(&b);
  lm_buffer_text(&b, "Erlang/OTP 25 [erts-13.1.5] [source] [64-bit] [smp:");
  lm_buffer_decimal(&b, n);
  lm_buffer_byte(&b, ':');
  lm_buffer_decimal(&b, n);
  lm_buffer_text(&b, "] [ds:0:0:0] [async-threads:1]\n");
  lm_term version = lm_string(p, (const char *)b.bytes, b.length, LM_NIL);
  lm_buffer_close(&b);
  return version;
}

typedef struct item {
  const char *name;
  lm_term (*value)(lm_proc *p); // or NULL: the next
  const char *atom;             // or NULL: the next
  int64_t number;               // -1: []
} item;

static const item items[] = {
    {"alloc_util_allocators", NULL, NULL, -1},
    {"allocated_areas", allocated_areas, NULL, 0},
    {"allocator", allocator, NULL, 0},
    {"atom_count", atom_count, NULL, 0},
    {"c_compiler_used", compiler, NULL, 0},
    {"check_io", NULL, NULL, -1},
    {"cpu_topology", NULL, "undefined", 0},
    {"delayed_node_table_gc", NULL, NULL, 60},
    {"dist", distribution, NULL, 0},
    {"dist_buf_busy_limit", NULL, NULL, 1 << 20},
    {"dist_ctrl", NULL, NULL, -1},
    {"dynamic_trace", NULL, "none", 0},
    {"dynamic_trace_probes", NULL, "false", 0},
    {"eager_check_io", NULL, "true", 0},
    {"end_time", end_time, NULL, 0},
    {"heap_sizes", heap_sizes, NULL, 0},
    {"heap_type", NULL, "private", 0},
    {"info", info, NULL, 0},
    {"loaded", loaded, NULL, 0},
    {"modified_timing_level", NULL, "undefined", 0},
    {"normal_multi_scheduling_blockers", NULL, NULL, -1},
    {"os_monotonic_time_source", monotonic_source, NULL, 0},
    {"os_system_time_source", system_source, NULL, 0},
    {"outstanding_system_requests_limit", outstanding, NULL, 0},
    {"port_parallelism", NULL, "false", 0},
    {"procs", procs, NULL, 0},
    {"scheduler_bind_type", NULL, "unbound", 0},
    {"scheduler_bindings", bindings, NULL, 0},
    {"sequential_tracer", tracer, NULL, 0},
    {"system_logger", logger, NULL, 0},
    {"system_version", system_version, NULL, 0},
    {"update_cpu_info", NULL, "unchanged", 0},
};

static bool has_name(lm_proc *p, lm_term atom, const char *name) {
  size_t length;
  const uint8_t *bytes = lm_atom_text(lm_runtime_of(p), atom, &length);
  return strlen(name) == length && memcmp(bytes, name, length) == 0;
}

static lm_term rare(lm_proc *p, lm_term what) {
  for (size_t i = 0; lm_is_atom(what) && i < sizeof items / sizeof *items; i++) {
    const item *it = &items[i];
    if (!has_name(p, what, it->name)) continue;
    if (it->value != NULL) return it->value(p);
    return it->atom != NULL ? lm_atom_named(p, it->atom) : it->number < 0 ? LM_NIL : lm_small(it->number);
  }
  return LM_NONE;
}

// {Name, Detail}
static lm_term detailed(lm_proc *p, lm_term name, lm_term detail) {
  if (name == LM_ATOM_WORDSIZE && (detail == LM_ATOM_INTERNAL || detail == LM_ATOM_EXTERNAL)) return lm_small(sizeof(lm_term));
  if (!lm_is_atom(name) || !lm_is_atom(detail)) return LM_NONE;
  if (has_name(p, name, "allocator") || has_name(p, name, "allocator_sizes")) return LM_ATOM_FALSE; // none of them is on
  bool which = has_name(p, detail, "defined") || has_name(p, detail, "detected") || has_name(p, detail, "used");
  return which && has_name(p, name, "cpu_topology") ? LM_ATOM_UNDEFINED : LM_NONE;
}

lm_term lumen_bif_erlang_system_info_1(lm_proc *p, lm_term what) {
  lm_term value = number(p, what);
  if (value == LM_NONE) value = other(p, what);
  if (value == LM_NONE) value = rare(p, what);
  if (lm_is_tuple(what) && lm_tuple_size(what) == 2) value = detailed(p, lm_elements(what)[0], lm_elements(what)[1]);
  return value == LM_NONE ? lm_badarg(p) : value;
}
