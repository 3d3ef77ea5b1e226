// Making processes: erlang:spawn and its relatives.
#include "bif/lm_bif_process.h"
#include "heap/lm_copy.h"
#include "process/lm_rare.h"
#include "process/lm_runtime.h"
#include "process/lm_watch.h"
#include "sched/lm_alias.h"
#include "sched/lm_limit.h"
#include "sched/lm_mailbox.h"
#include "sched/lm_process.h"
#include "sched/lm_relations.h"
#include "sched/lm_sched.h"
#include "sched/lm_signal.h"
#include "term/lm_identity.h"

typedef struct spawn_options {
  bool link;
  bool monitor;
  lm_monitor_options agreed; // of the monitor
  enum lm_priority priority;
  size_t words; // of the first heap
  bool limited; // by the next; else as the runtime says
  lm_limit limit;
  bool configured; // by the next; else as the runtime says
  lm_process_settings settings;
  uint64_t request; // unique of the reference of a spawn_request, which is that of the monitor too; 0: none
} spawn_options;

static const spawn_options plain = {.priority = LM_PRIORITY_NORMAL, .agreed = {LM_ALIAS_NONE, LM_NONE}};
static const spawn_options linked = {.link = true, .priority = LM_PRIORITY_NORMAL, .agreed = {LM_ALIAS_NONE, LM_NONE}};
static const spawn_options monitored = {.monitor = true, .priority = LM_PRIORITY_NORMAL, .agreed = {LM_ALIAS_NONE, LM_NONE}};

static bool option(lm_proc *p, lm_term o, spawn_options *options) {
  lm_process_settings *settings = &options->settings;
  if (o == LM_ATOM_LINK) return options->link = true;
  if (o == LM_ATOM_MONITOR) return options->monitor = true;
  if (!lm_is_tuple(o) || lm_tuple_size(o) != 2) return false;
  lm_term value = lm_elements(o)[1];
  uint8_t priority;
  options->configured = true;
  switch (lm_elements(o)[0]) {
    case LM_ATOM_PRIORITY:
      if (!lm_priority_of(value, &priority)) return false;
      options->priority = (enum lm_priority)priority;
      return true;
    case LM_ATOM_MIN_HEAP_SIZE:
      if (!lm_is_small(value) || lm_small_value(value) < 0 || lm_small_value(value) > INT32_MAX) return false;
      options->words = (size_t)lm_small_value(value);
      return lm_heap_size_of(p, value, LM_SETTING_MIN_HEAP_SIZE, &settings->min_heap_size);
    case LM_ATOM_MAX_HEAP_SIZE: return options->limited = lm_limit_of(value, &options->limit);
    case LM_ATOM_FULLSWEEP_AFTER: return lm_fullsweep_of(value, &settings->fullsweep_after);
    case LM_ATOM_MIN_BIN_VHEAP_SIZE: { // OTP 25 forgets it
      int64_t words;
      return lm_heap_size_of(p, value, LM_SETTING_MIN_BIN_VHEAP_SIZE, &words);
    }
    case LM_ATOM_MESSAGE_QUEUE_DATA: return lm_off_heap_of(value, &settings->off_heap);
    case LM_ATOM_ASYNC_DIST: return lm_is_boolean(value);
    case LM_ATOM_SCHEDULER: return lm_scheduler_of(p, value, &settings->scheduler);
    case LM_ATOM_MONITOR: return options->monitor = lm_monitor_options_of(value, &options->agreed);
    default: return false;
  }
}

// erlang:system_flag(max_heap_size, _)
static lm_limit default_limit(lumen_runtime *rt) {
  lm_mutex_lock(&rt->settings_lock);
  lm_limit limit = rt->limit;
  lm_mutex_unlock(&rt->settings_lock);
  return limit;
}

// As the runtime says (erlang:system_flag/2).
static lm_process_settings settings_of_new(lumen_runtime *rt) {
  lm_process_settings s = lm_default_settings;
  if (!atomic_load_explicit(&rt->settings.of_new, memory_order_relaxed)) return s;
  s.min_heap_size = lm_small_value(atomic_load(&rt->settings.values[LM_SETTING_MIN_HEAP_SIZE]));
  s.min_bin_vheap_size = lm_small_value(atomic_load(&rt->settings.values[LM_SETTING_MIN_BIN_VHEAP_SIZE]));
  s.fullsweep_after = (uint16_t)lm_small_value(atomic_load(&rt->settings.values[LM_SETTING_FULLSWEEP_AFTER]));
  return s;
}

static void configure(lm_proc *child, const spawn_options *options) {
  lumen_runtime *rt = lm_runtime_of(child);
  child->limit = options->limited ? options->limit : default_limit(rt);
  if (options->configured) {
    lm_rare_of(child)->settings = options->settings;
  } else if (atomic_load_explicit(&rt->settings.of_new, memory_order_relaxed)) {
    lm_rare_of(child)->settings = settings_of_new(rt);
  }
}

// What the parent gets: the pid, or {Pid, Ref}.
static lm_term start(lm_proc *p, lm_proc *child, const spawn_options *options, lm_term module, lm_term name, lm_term arguments) {
  lm_term result = child->abi.self;
  child->priority = (uint8_t)options->priority;
  configure(child, options);
  if (options->link) lm_link_child(p, child);
  if (p->watched & (LM_TRACED_RELATIONS | LM_TRACED_HEIRS) || lm_watches(lm_runtime_of(p), LM_WATCH_NEW)) {
    lm_watcher_of(p)->spawned(p, child, &(lm_spawned){module, name, arguments, options->link, options->request != 0});
  }
  if (options->monitor) {
    uint64_t unique = options->request != 0 ? options->request : lm_mailbox_new_reference(p);
    lm_alias_agree(p, unique, &options->agreed);
    lm_monitor_child(p, child, unique);
    lm_term reference = lm_reference_at(lm_alloc(p, LM_REFERENCE_WORDS), unique, p->abi.self);
    result = lm_tuple2(p, result, reference);
  }
  lm_process_start(p->sched, child);
  return result;
}

static size_t heap_words(const spawn_options *options, size_t needed) {
  return needed > options->words ? needed : options->words;
}

// What a child is given: a little is copied into its first block, much before there is a child, for p may have to wait for its next turn
// meanwhile, and go on on another scheduler.
typedef struct gift {
  lm_term term;      // of the parent, or in the fragment
  size_t words;      // for it in the child's block
  lm_fragment *much; // NULL: it is little
} gift;

static gift wrap(lm_proc *p, lm_term term) {
  enum { LITTLE = 1 << 12 }; // words
  LM_MAY_YIELD(p);
  size_t words = lm_copy_size(term);
  if (words <= LITTLE) return (gift){term, words, NULL};
  lm_fragment *much = lm_fragment_measured(p, term, words);
  return (gift){much->term, 0, much};
}

// NULL: there are too many.
static lm_proc *child_for(lm_proc *p, const gift *given, size_t more, const spawn_options *options) {
  lm_proc *child = lm_process_new(p->sched, p, heap_words(options, given->words + more));
  if (given->much == NULL) return child;
  if (child == NULL) {
    lm_fragment_free(lm_sched_pool(p->sched), given->much);
  } else {
    lm_heap_adopt(child, given->much);
    child->flags &= (uint8_t)~LM_PROC_PILED_UP; // it has made no garbage yet
  }
  return child;
}

static lm_term spawn_fun(lm_proc *p, lm_term fun, const spawn_options *options) {
  if (!lm_is_kind(fun, LM_KIND_FUN)) return lm_badarg(p);
  gift given = wrap(p, fun);
  // Beside the fun: one word for the bottom frame, two for arguments.
  lm_proc *child = child_for(p, &given, 3, options);
  if (child == NULL) return lm_system_limit(p);
  lm_term own = given.much != NULL ? given.term : lm_copy_in(child, fun);
  if (!lm_is_kind(own, LM_KIND_FUN)) return lm_system_limit(p); // given up: the child never runs
  lm_process_set_fun(child, own);
  return start(p, child, options, LM_NONE, LM_NONE, fun);
}

static lm_term spawn_call(lm_proc *p, lm_term module, lm_term name, lm_term arguments, const spawn_options *options) {
  int64_t count = lm_list_length(arguments);
  if (!lm_is_atom(module) || !lm_is_atom(name) || count < 0 || count > LM_MAX_ARITY) return lm_badarg(p);
  gift given = wrap(p, arguments);
  lm_proc *child = child_for(p, &given, (size_t)count + 4, options);
  if (child == NULL) return lm_system_limit(p);
  lm_term own[LM_MAX_ARITY];
  int64_t i = 0;
  // Arguments one by one: their list is not needed there.
  for (lm_term list = given.term; lm_is_cons(list); list = lm_tail(list)) {
    own[i++] = given.much != NULL ? lm_head(list) : lm_copy_in(child, lm_head(list));
  }
  lm_process_set_call(child, module, name, own, (size_t)count);
  return start(p, child, options, module, name, arguments);
}

// A limit below the least size is none.
static bool is_possible(const spawn_options *o) {
  return !o->limited || o->limit.size == 0 || o->limit.size >= (uint64_t)o->settings.min_heap_size;
}

static bool all_options(lm_proc *p, lm_term list, spawn_options *options) {
  *options = plain;
  options->settings = settings_of_new(lm_runtime_of(p));
  for (; lm_is_cons(list); list = lm_tail(list)) {
    if (!option(p, lm_head(list), options)) return false;
  }
  return lm_is_nil(list) && is_possible(options);
}

lm_term lumen_bif_erlang_spawn_1(lm_proc *p, lm_term fun) { return spawn_fun(p, fun, &plain); }

lm_term lumen_bif_erlang_spawn_3(lm_proc *p, lm_term module, lm_term name, lm_term arguments) {
  return spawn_call(p, module, name, arguments, &plain);
}

lm_term lumen_bif_erlang_spawn_link_1(lm_proc *p, lm_term fun) {
  return spawn_fun(p, fun, &linked);
}

lm_term lumen_bif_erlang_spawn_link_3(lm_proc *p, lm_term module, lm_term name, lm_term arguments) {
  return spawn_call(p, module, name, arguments, &linked);
}

lm_term lumen_bif_erlang_spawn_monitor_1(lm_proc *p, lm_term fun) {
  return spawn_fun(p, fun, &monitored);
}

lm_term lumen_bif_erlang_spawn_monitor_3(lm_proc *p, lm_term module, lm_term name, lm_term arguments) {
  return spawn_call(p, module, name, arguments, &monitored);
}

lm_term lumen_bif_erlang_spawn_opt_2(lm_proc *p, lm_term fun, lm_term list) {
  spawn_options options;
  return all_options(p, list, &options) ? spawn_fun(p, fun, &options) : lm_badarg(p);
}

lm_term lumen_bif_erlang_spawn_opt_4(lm_proc *p, lm_term module, lm_term name, lm_term arguments, lm_term list) {
  spawn_options options;
  return all_options(p, list, &options) ? spawn_call(p, module, name, arguments, &options) : lm_badarg(p);
}

// ---- requests ---------------------------------------------------------------------------------------------------------

typedef struct reply {
  lm_term tag;
  bool of_success, of_error;
} reply;

static bool reply_kind(lm_term value, reply *r) {
  r->of_success = value == LM_ATOM_YES || value == LM_ATOM_SUCCESS_ONLY;
  r->of_error = value == LM_ATOM_YES || value == LM_ATOM_ERROR_ONLY;
  return value == LM_ATOM_NO || r->of_success || r->of_error;
}

// Options that concern the reply are taken out of the others. False: one of the others is bad.
static bool request_options(lm_proc *p, lm_term list, spawn_options *options, reply *r) {
  bool good = true;
  for (; lm_is_cons(list); list = lm_tail(list)) {
    lm_term o = lm_head(list);
    if (lm_is_tuple(o) && lm_tuple_size(o) == 2 && lm_elements(o)[0] == LM_ATOM_REPLY_TAG) {
      r->tag = lm_elements(o)[1];
    } else if (lm_is_tuple(o) && lm_tuple_size(o) == 2 && lm_elements(o)[0] == LM_ATOM_REPLY) {
      good = reply_kind(lm_elements(o)[1], r) && good;
    } else {
      good = option(p, o, options) && good;
    }
  }
  return good && is_possible(options);
}

// Answers the reference of the request, or badarg or badopt. The reply comes as a message, although it is known at once.
lm_term lumen_bif_erts_internal_spawn_request_4(lm_proc *p, lm_term module, lm_term name, lm_term arguments, lm_term list) {
  spawn_options options = plain;
  options.settings = settings_of_new(lm_runtime_of(p));
  reply r = {.tag = LM_ATOM_SPAWN_REPLY, .of_success = true, .of_error = true};
  int64_t count = 0;
  lm_term tail = arguments;
  for (; lm_is_cons(tail); tail = lm_tail(tail)) count++;
  if (!lm_is_atom(module) || !lm_is_atom(name) || !lm_is_nil(tail) || count > LM_MAX_ARITY) return LM_ATOM_BADARG;
  if (lm_list_length(list) < 0) return LM_ATOM_BADOPT;
  bool good = request_options(p, list, &options, &r);
  options.request = lm_mailbox_new_reference(p);
  lm_term reference = lm_reference_at(lm_alloc(p, LM_REFERENCE_WORDS), options.request, p->abi.self);
  if (!good) {
    if (r.of_error) lm_send(p->sched, p->abi.self, lm_tuple4(p, r.tag, reference, LM_ATOM_ERROR, LM_ATOM_BADOPT));
    return reference;
  }
  lm_term child = spawn_call(p, module, name, arguments, &options); // a pid or {Pid, Ref}
  if (child == LM_NONE) { // there are too many
    if (r.of_error) lm_send(p->sched, p->abi.self, lm_tuple4(p, r.tag, reference, LM_ATOM_ERROR, LM_ATOM_SYSTEM_LIMIT));
    return reference;
  }
  if (lm_is_tuple(child)) child = lm_elements(child)[0];
  if (r.of_success) lm_send(p->sched, p->abi.self, lm_tuple4(p, r.tag, reference, LM_ATOM_OK, child));
  return reference;
}

// A request that has had its reply, as all have, can't be abandoned.
lm_term lumen_bif_erlang_spawn_request_abandon_1(lm_proc *p, lm_term reference) {
  return lm_is_reference(reference) ? LM_ATOM_FALSE : lm_badarg(p);
}
