// What can be asked of processes.
#include <string.h>

#include "bif/lm_bif_process.h"
#include "exec/lm_code.h"
#include "exec/lm_raise.h"
#include "heap/lm_gc.h"
#include "process/lm_rare.h"
#include "process/lm_runtime.h"
#include "sched/lm_ask.h"
#include "sched/lm_completion.h"
#include "sched/lm_dictionary.h"
#include "sched/lm_limit.h"
#include "sched/lm_relations.h"
#include "sched/lm_sched.h"
#include "sched/lm_suspend.h"
#include "term/lm_atoms.h"
#include "term/lm_bits.h"
#include "term/lm_buffer.h"
#include "term/lm_map.h"
#include "term/lm_print.h"

// ---- items of process_info ----------------------------------------------------------------------------------------------

static lm_term links(lm_proc *p) {
  lm_term list = LM_NIL;
  if (p->relations == NULL) return list;
  for (lm_entry *e = NULL; (e = lm_table_next(&p->relations->links, e)) != NULL;) {
    if (e->a == LM_LINKED) list = lm_cons(p, e->key, list);
  }
  return list;
}

static lm_term monitors(lm_proc *p) {
  lm_term list = LM_NIL;
  if (p->relations == NULL) return list;
  for (lm_entry *e = NULL; (e = lm_table_next(&p->relations->monitors, e)) != NULL;) {
    bool clock = e->a == LM_NONE && e->b == LM_NONE;
    lm_term who = clock ? LM_ATOM_CLOCK_SERVICE : e->b == LM_NONE ? e->a : lm_tuple2(p, e->b, LM_ATOM_NONODE_NOHOST);
    list = lm_cons(p, lm_tuple2(p, clock ? LM_ATOM_TIME_OFFSET : LM_ATOM_PROCESS, who), list);
  }
  return list;
}

static lm_term watchers(lm_proc *p) {
  lm_term list = LM_NIL;
  if (p->relations == NULL) return list;
  for (lm_entry *e = NULL; (e = lm_table_next(&p->relations->watchers, e)) != NULL;) list = lm_cons(p, e->a, list);
  return list;
}

static lm_term messages(lm_proc *p) {
  lm_list_builder b;
  lm_list_begin(&b);
  // Copies: the originals stay in the mailbox.
  for (lm_fragment *m = p->mail.first; m != NULL; m = m->next) lm_list_add(p, &b, lm_copy_in(p, m->term));
  return lm_list_finish(&b, LM_NIL);
}

static lm_term dictionary(lm_proc *p) {
  lm_term list = LM_NIL, key, value;
  for (size_t at = 0; lm_dictionary_next(p, &at, &key, &value);) list = lm_cons(p, lm_tuple2(p, key, value), list);
  return list;
}

// A process that is away keeps what it saved below its innermost frame.
static lm_term stack(lm_proc *p, bool own) {
  if (!own && p->abi.resume == lm_hibernated) {
    return lm_cons(p, lm_tuple4(p, LM_ATOM_ERLANG, LM_ATOM_HIBERNATE, lm_small(3), LM_NIL), LM_NIL);
  }
  return lm_stack_trace(p, p->abi.sp + (own ? 0 : p->abi.live));
}

static lm_term current_function(lm_proc *p, bool own) {
  lm_term list = stack(p, own);
  if (!lm_is_cons(list)) return LM_ATOM_UNDEFINED;
  const lm_term *entry = lm_elements(lm_head(list));
  return lm_tuple3(p, entry[0], entry[1], entry[2]);
}

static lm_term initial_call(lm_proc *p) {
  if (p->initial == NULL) return lm_tuple3(p, LM_ATOM_ERLANG, LM_ATOM_APPLY, lm_small(2));
  return lm_tuple3(p, p->initial->module, p->initial->name, lm_small(p->initial->arity));
}

static size_t total_words(lm_proc *p) { return p->heap.block_size + p->heap.old_words + p->heap.fragment_words; }

// What is the same for every process here, as of a new one in OTP 25, and settings. LM_NONE: there is no such item.
static lm_term setting_item(lm_proc *p, lm_term what) {
  const lm_process_settings *s = lm_process_settings_of(p);
  switch (what) {
    case LM_ATOM_CATCHLEVEL: return lm_small(0);
    case LM_ATOM_TRACE: return lm_small(p->rare == NULL ? 0 : p->rare->trace.flags);
    case LM_ATOM_MESSAGE_QUEUE_DATA: return s->off_heap ? LM_ATOM_OFF_HEAP : LM_ATOM_ON_HEAP;
    case LM_ATOM_MIN_HEAP_SIZE: return lm_small(s->min_heap_size);
    case LM_ATOM_MIN_BIN_VHEAP_SIZE: return lm_small(s->min_bin_vheap_size);
    case LM_ATOM_FULLSWEEP_AFTER: return lm_small(s->fullsweep_after);
    case LM_ATOM_MAX_HEAP_SIZE: return lm_limit_term(p, p->limit);
    case LM_ATOM_LAST_CALLS: return s->save_calls == 0 ? LM_ATOM_FALSE : LM_NIL; // no call is saved
    case LM_ATOM_SEQUENTIAL_TRACE_TOKEN: return LM_NIL;
    default: return LM_NONE;
  }
}

static lm_term collection_settings(lm_proc *p) {
  static const lm_term settings[] = {LM_ATOM_FULLSWEEP_AFTER, LM_ATOM_MIN_HEAP_SIZE, LM_ATOM_MIN_BIN_VHEAP_SIZE, LM_ATOM_MAX_HEAP_SIZE};
  lm_term list = lm_cons(p, lm_tuple2(p, LM_ATOM_MINOR_GCS, lm_small(p->heap.collections)), LM_NIL);
  for (size_t i = 0; i < sizeof settings / sizeof *settings; i++) {
    list = lm_cons(p, lm_tuple2(p, settings[i], setting_item(p, settings[i])), list);
  }
  return list;
}

// [{Id, Bytes, Count}] of the shared binaries that terms of p refer to.
static lm_term binaries_of(lm_proc *p, const lm_term *object, lm_term list) {
  for (; object != NULL; object = (const lm_term *)(uintptr_t)object[3]) {
    if (lm_header_kind(object[0]) != LM_KIND_REFCBITS) continue;
    const lm_refc *refc = (const lm_refc *)(uintptr_t)object[2];
    lm_term id = lm_unsigned(p, (uint64_t)(uintptr_t)refc);
    list = lm_cons(p, lm_tuple3(p, id, lm_small((int64_t)refc->size), lm_small(atomic_load(&refc->count))), list);
  }
  return list;
}

static lm_term binaries(lm_proc *p) {
  lm_term list = binaries_of(p, p->heap.off_heap[LM_OLD], LM_NIL);
  const lm_term *young = p->heap.off_heap[LM_YOUNG];
  for (const lm_fragment *f = p->heap.fragments; f != NULL; f = f->next) list = binaries_of(p, f->off_heap, list);
  return binaries_of(p, young, list);
}

// The frames as text, the innermost first.
static lm_term backtrace(lm_proc *p, bool own) {
  lm_term frames = stack(p, own);
  lm_buffer b;
  lm_buffer_open(&b);
  for (bool first = true; lm_is_cons(frames); frames = lm_tail(frames), first = false) {
    const lm_term *e = lm_elements(lm_head(frames));
    lm_buffer_text(&b, first ? "Program counter: (" : "Return addr (");
    lm_print_atom(&b, lm_runtime_of(p), e[0]);
    lm_buffer_byte(&b, ':');
    lm_print_atom(&b, lm_runtime_of(p), e[1]);
    lm_buffer_byte(&b, '/');
    lm_buffer_decimal(&b, lm_is_small(e[2]) ? (uint64_t)lm_small_value(e[2]) : (uint64_t)lm_list_length(e[2]));
    lm_buffer_text(&b, ")\n");
  }
  lm_buffer_text(&b, "Return addr (<terminate process normally>)\n");
  lm_term text = lm_binary(p, b.bytes, b.length);
  lm_buffer_close(&b);
  return text;
}

static lm_term named_size(lm_proc *p, const char *name, size_t size, lm_term list) {
  lm_term atom = lm_atom_intern(lm_runtime_of(p), (const uint8_t *)name, strlen(name));
  return lm_cons(p, lm_tuple2(p, atom, lm_small((int64_t)size)), list);
}

// Words. A virtual heap of binaries is what they keep alive; it has no block.
static lm_term collection_info(lm_proc *p) {
  const lm_heap *h = &p->heap;
  size_t stack = (size_t)(h->block_end - p->abi.sp), young = h->off_heap_bytes[LM_YOUNG] / sizeof(lm_term);
  size_t old = h->off_heap_bytes[LM_OLD] / sizeof(lm_term), limit = h->off_heap_limit[LM_OLD] / sizeof(lm_term);
  size_t young_limit = h->off_heap_limit[LM_YOUNG] / sizeof(lm_term);
  lm_term list = named_size(p, "bin_old_vheap_block_size", limit, LM_NIL);
  list = named_size(p, "bin_old_vheap_size", old, list);
  list = named_size(p, "bin_vheap_block_size", young_limit, list);
  list = named_size(p, "bin_vheap_size", young, list);
  list = named_size(p, "heap_size", (size_t)(p->abi.hp - h->block), list);
  list = named_size(p, "old_heap_size", h->old_words, list);
  list = named_size(p, "stack_size", stack, list);
  list = named_size(p, "recent_size", h->survivors, list);
  list = named_size(p, "mbuf_size", h->fragment_words, list);
  list = named_size(p, "heap_block_size", (size_t)(h->block_end - h->block), list);
  return named_size(p, "old_heap_block_size", h->old_words, list);
}

// Asked for so seldom that these are no atoms of every program.
static lm_term rare_item(lm_proc *p, lm_term what) {
  size_t length;
  const uint8_t *text = lm_atom_text(lm_runtime_of(p), what, &length);
  static const char collection[] = "garbage_collection_info", magic[] = "magic_ref";
  if (length == sizeof collection - 1 && memcmp(text, collection, length) == 0) return collection_info(p);
  if (length == sizeof magic - 1 && memcmp(text, magic, length) == 0) return LM_NIL;
  return setting_item(p, what);
}

static bool is_sensitive(const lm_proc *p) { return lm_process_settings_of(p)->sensitive; }

static lm_term item(lm_proc *p, lm_term what, bool own) {
  switch (what) {
    case LM_ATOM_REGISTERED_NAME: {
      lm_term name = atomic_load(&p->name);
      return name == LM_NONE ? LM_NIL : name;
    }
    case LM_ATOM_STATUS: return own ? LM_ATOM_RUNNING : p->flags & LM_PROC_SUSPENDED ? LM_ATOM_SUSPENDED : p->leaving == LM_LEFT_WAITING ? LM_ATOM_WAITING : LM_ATOM_RUNNABLE;
    case LM_ATOM_MESSAGE_QUEUE_LEN:
      if (own) lm_signals_take(p);
      return lm_small((int64_t)p->mail.count);
    case LM_ATOM_MESSAGES:
      if (own) lm_signals_take(p);
      return is_sensitive(p) ? LM_NIL : messages(p);
    case LM_ATOM_LINKS: return links(p);
    case LM_ATOM_MONITORS: return monitors(p);
    case LM_ATOM_MONITORED_BY: return watchers(p);
    case LM_ATOM_DICTIONARY: return is_sensitive(p) ? LM_NIL : dictionary(p);
    case LM_ATOM_TRAP_EXIT: return lm_boolean(p->flags & LM_PROC_TRAP_EXIT);
    case LM_ATOM_ERROR_HANDLER: return lm_process_settings_of(p)->error_handler;
    case LM_ATOM_PRIORITY: {
      static const lm_term names[] = {LM_ATOM_LOW, LM_ATOM_NORMAL, LM_ATOM_HIGH, LM_ATOM_MAX};
      return names[p->priority];
    }
    case LM_ATOM_GROUP_LEADER: return p->group_leader;
    case LM_ATOM_PARENT: return p->parent == LM_NONE ? LM_ATOM_UNDEFINED : p->parent;
    case LM_ATOM_HEAP_SIZE: return lm_small(p->heap.block_end - p->heap.block);
    case LM_ATOM_TOTAL_HEAP_SIZE: return lm_small((int64_t)total_words(p));
    case LM_ATOM_STACK_SIZE: return lm_small(p->heap.block_end - p->abi.sp);
    case LM_ATOM_MEMORY: return lm_small((int64_t)(sizeof *p + total_words(p) * sizeof(lm_term)));
    case LM_ATOM_REDUCTIONS: return lm_small((int64_t)p->reductions_done + (own ? LM_SLICE - p->abi.reductions : 0));
    case LM_ATOM_CURRENT_FUNCTION: return current_function(p, own);
    case LM_ATOM_CURRENT_STACKTRACE: return stack(p, own);
    case LM_ATOM_INITIAL_CALL: return initial_call(p);
    case LM_ATOM_CURRENT_LOCATION: {
      lm_term trace = stack(p, own);
      return lm_is_cons(trace) ? lm_head(trace) : LM_ATOM_UNDEFINED;
    }
    case LM_ATOM_GARBAGE_COLLECTION: return collection_settings(p);
    case LM_ATOM_BACKTRACE: return is_sensitive(p) ? lm_binary(p, NULL, 0) : backtrace(p, own);
    case LM_ATOM_BINARY: return binaries(p);
    case LM_ATOM_SUSPENDING: return lm_suspensions(p);
    default: return rare_item(p, what);
  }
}

// {dictionary, Key}
static lm_term keyed_item(lm_proc *p, lm_term what) {
  if (!lm_is_tuple(what) || lm_tuple_size(what) != 2 || lm_elements(what)[0] != LM_ATOM_DICTIONARY) return LM_NONE;
  lm_term value = lm_dictionary_get(p, lm_elements(what)[1]);
  return value == LM_NONE ? LM_ATOM_UNDEFINED : value;
}

static lm_term pair(lm_proc *p, lm_term what, bool own) {
  lm_term value = lm_is_atom(what) ? item(p, what, own) : keyed_item(p, what);
  return value == LM_NONE ? LM_NONE : lm_tuple2(p, what, value);
}

static lm_term pairs(lm_proc *p, const lm_term *items, size_t count, bool own) {
  lm_list_builder b;
  lm_list_begin(&b);
  for (size_t i = 0; i < count; i++) {
    if (items[i] == LM_ATOM_REGISTERED_NAME && atomic_load(&p->name) == LM_NONE) continue;
    lm_list_add(p, &b, pair(p, items[i], own));
  }
  return lm_list_finish(&b, LM_NIL);
}

static lm_term process_info(lm_proc *p, lm_term what, bool own) {
  static const lm_term all[] = {
      LM_ATOM_REGISTERED_NAME, LM_ATOM_CURRENT_FUNCTION, LM_ATOM_INITIAL_CALL, LM_ATOM_STATUS, LM_ATOM_MESSAGE_QUEUE_LEN,
      LM_ATOM_LINKS, LM_ATOM_DICTIONARY, LM_ATOM_TRAP_EXIT, LM_ATOM_ERROR_HANDLER, LM_ATOM_PRIORITY, LM_ATOM_GROUP_LEADER,
      LM_ATOM_TOTAL_HEAP_SIZE, LM_ATOM_HEAP_SIZE, LM_ATOM_STACK_SIZE, LM_ATOM_REDUCTIONS, LM_ATOM_GARBAGE_COLLECTION,
      LM_ATOM_SUSPENDING};
  if (what == LM_ATOM_UNDEFINED) return pairs(p, all, sizeof all / sizeof all[0], own); // process_info/1
  if (what == LM_ATOM_REGISTERED_NAME && atomic_load(&p->name) == LM_NONE) return LM_NIL; // not even a pair
  if (!lm_is_list(what)) return pair(p, what, own);
  lm_list_builder b;
  lm_list_begin(&b);
  for (; lm_is_cons(what); what = lm_tail(what)) {
    lm_term one = pair(p, lm_head(what), own);
    if (one == LM_NONE) return LM_NONE;
    lm_list_add(p, &b, one);
  }
  return lm_is_nil(what) ? lm_list_finish(&b, LM_NIL) : LM_NONE;
}

// ---- asking other processes -----------------------------------------------------------------------------------------------

static bool is_valid(lm_proc *p, lm_term what) {
  if (lm_is_atom(what)) return item(p, what, true) != LM_NONE;
  if (!lm_is_list(what)) return keyed_item(p, what) != LM_NONE;
  for (; lm_is_cons(what); what = lm_tail(what)) {
    lm_term one = lm_head(what);
    if (lm_is_atom(one) ? item(p, one, true) == LM_NONE : keyed_item(p, one) == LM_NONE) return false;
  }
  return lm_is_nil(what);
}

LUMEN_CC void lumen_code_erlang_is_process_alive_1(LUMEN_CODE_PARAMS) {
  LM_STORE();
  if (!lm_is_local_pid(x0)) {
    lm_badarg(p);
    LM_STORE_ARGUMENTS();
    lm_set_builtin_failure(p, LM_ATOM_ERLANG, LM_ATOM_IS_PROCESS_ALIVE, 1);
    LM_RAISE();
  }
  if (x0 == p->abi.self) LM_RETURN(LM_ATOM_TRUE);
  if (!lm_ask_alive(p, x0)) LM_RETURN(LM_ATOM_FALSE);
  LUMEN_MUSTTAIL return lm_await_completion(LUMEN_CODE_ARGS);
}

LUMEN_CC void lumen_code_erlang_process_info_1(LUMEN_CODE_PARAMS) {
  LM_STORE();
  if (!lm_is_local_pid(x0)) {
    lm_badarg(p);
    LM_STORE_ARGUMENTS();
    lm_set_builtin_failure(p, LM_ATOM_ERLANG, LM_ATOM_PROCESS_INFO, 1);
    LM_RAISE();
  }
  if (x0 == p->abi.self) LM_RETURN(process_info(p, LM_ATOM_UNDEFINED, true));
  if (!lm_ask_info(p, x0, LM_ATOM_UNDEFINED, process_info)) LM_RETURN(LM_ATOM_UNDEFINED);
  LUMEN_MUSTTAIL return lm_await_completion(LUMEN_CODE_ARGS);
}

LUMEN_CC void lumen_code_erlang_process_info_2(LUMEN_CODE_PARAMS) {
  LM_STORE();
  if (!lm_is_local_pid(x0) || !is_valid(p, x1)) {
    lm_badarg(p);
    LM_STORE_ARGUMENTS();
    lm_set_builtin_failure(p, LM_ATOM_ERLANG, LM_ATOM_PROCESS_INFO, 2);
    LM_RAISE();
  }
  if (x0 == p->abi.self) LM_RETURN(process_info(p, x1, true));
  if (!lm_ask_info(p, x0, x1, process_info)) LM_RETURN(LM_ATOM_UNDEFINED);
  LUMEN_MUSTTAIL return lm_await_completion(p, p->abi.hp, sp, reductions, x0, x1, x2, x3, x4, x5, label);
}
