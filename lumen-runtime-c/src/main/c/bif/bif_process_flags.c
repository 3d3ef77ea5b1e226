// erlang:process_flag/2, and what /3 is made of.
#include "bif/lm_bif_process.h"
#include "exec/lm_code.h"
#include "process/lm_rare.h"
#include "process/lm_runtime.h"
#include "sched/lm_ask.h"
#include "sched/lm_completion.h"
#include "sched/lm_limit.h"
#include "sched/lm_sched.h"
#include "sched/lm_signal.h"
#include "sched/lm_trace.h"

// ---- values -------------------------------------------------------------------------------------------------------------

enum { SMALL_BITS_OF_OTP = 59, MOST_SAVED_CALLS = 10000 };

static bool is_small_of_otp(lm_term value) {
  return lm_is_small(value) && lm_small_value(value) >= 0 && lm_small_value(value) < (int64_t)1 << SMALL_BITS_OF_OTP;
}

bool lm_heap_size_of(lm_proc *p, lm_term value, enum lm_setting smallest, int64_t *words) {
  if (!is_small_of_otp(value)) return false;
  int64_t least = lm_small_value(atomic_load(&lm_runtime_of(p)->settings.values[smallest]));
  *words = lm_small_value(value) <= least ? least : lm_small_value(lm_heap_size_after(value));
  return true;
}

bool lm_fullsweep_of(lm_term value, uint16_t *collections) {
  if (!is_small_of_otp(value)) return false;
  *collections = (uint16_t)lm_small_value(value); // so does OTP
  return true;
}

bool lm_off_heap_of(lm_term value, bool *off_heap) {
  *off_heap = value == LM_ATOM_OFF_HEAP;
  return *off_heap || value == LM_ATOM_ON_HEAP;
}

bool lm_scheduler_of(lm_proc *p, lm_term value, uint16_t *scheduler) {
  if (!lm_is_small(value) || lm_small_value(value) < 0 || lm_small_value(value) > lm_runtime_of(p)->sched_count) return false;
  *scheduler = (uint16_t)lm_small_value(value);
  return true;
}

bool lm_priority_of(lm_term name, uint8_t *priority) {
  switch (name) {
    case LM_ATOM_LOW: *priority = LM_PRIORITY_LOW; return true;
    case LM_ATOM_NORMAL: *priority = LM_PRIORITY_NORMAL; return true;
    case LM_ATOM_HIGH: *priority = LM_PRIORITY_HIGH; return true;
    case LM_ATOM_MAX: *priority = LM_PRIORITY_MAX; return true;
    default: return false;
  }
}

static lm_term priority_name(uint8_t priority) {
  static const lm_term names[] = {LM_ATOM_LOW, LM_ATOM_NORMAL, LM_ATOM_HIGH, LM_ATOM_MAX};
  return names[priority];
}

static bool are_saved_calls(lm_term value) {
  return lm_is_small(value) && lm_small_value(value) >= 0 && lm_small_value(value) <= MOST_SAVED_CALLS;
}

// ---- flags --------------------------------------------------------------------------------------------------------------

static lm_term set_trap_exit(lm_proc *p, lm_term value) {
  if (!lm_is_boolean(value)) return lm_badarg(p);
  lm_signals_take(p); // what has arrived was sent to a process with the old flag
  lm_term old = lm_boolean(p->flags & LM_PROC_TRAP_EXIT);
  if (value == LM_ATOM_TRUE) {
    p->flags |= LM_PROC_TRAP_EXIT;
  } else {
    p->flags &= (uint8_t)~LM_PROC_TRAP_EXIT;
  }
  return old;
}

static lm_term set_limit(lm_proc *p, lm_term value) {
  lm_limit limit;
  if (!lm_limit_of(value, &limit)) return lm_badarg(p);
  if (limit.size != 0 && limit.size < (uint64_t)lm_process_settings_of(p)->min_heap_size) return lm_badarg(p);
  lm_term old = lm_limit_term(p, p->limit);
  p->limit = limit;
  return old;
}

// There are no other nodes; only how often it was asked for is known.
static lm_term monitor_nodes(lm_proc *p, lm_term value) {
  if (!lm_is_boolean(value)) return lm_badarg(p);
  uint32_t *count = &lm_rare_of(p)->settings.nodes_monitored;
  lm_term old = lm_small(*count);
  *count = value == LM_ATOM_TRUE ? *count + 1 : 0;
  return old;
}

lm_term lumen_bif_erlang_process_flag_2(lm_proc *p, lm_term flag, lm_term value) {
  const lm_process_settings old = *lm_process_settings_of(p);
  lm_process_settings new = old;
  bool good;
  lm_term was;
  switch (flag) {
    case LM_ATOM_TRAP_EXIT: return set_trap_exit(p, value);
    case LM_ATOM_MAX_HEAP_SIZE: return set_limit(p, value);
    case LM_ATOM_MONITOR_NODES: return monitor_nodes(p, value);
    case LM_ATOM_SAVE_CALLS: return are_saved_calls(value) ? lm_save_calls(p, value) : lm_badarg(p);
    case LM_ATOM_PRIORITY:
      was = priority_name(p->priority);
      return lm_priority_of(value, &p->priority) ? was : lm_badarg(p);
    case LM_ATOM_MIN_HEAP_SIZE:
      good = lm_heap_size_of(p, value, LM_SETTING_MIN_HEAP_SIZE, &new.min_heap_size);
      was = lm_small(old.min_heap_size);
      break;
    case LM_ATOM_MIN_BIN_VHEAP_SIZE:
      good = lm_heap_size_of(p, value, LM_SETTING_MIN_BIN_VHEAP_SIZE, &new.min_bin_vheap_size);
      was = lm_small(old.min_bin_vheap_size);
      break;
    case LM_ATOM_FULLSWEEP_AFTER:
      good = lm_fullsweep_of(value, &new.fullsweep_after);
      was = lm_small(old.fullsweep_after);
      break;
    case LM_ATOM_MESSAGE_QUEUE_DATA:
      good = lm_off_heap_of(value, &new.off_heap);
      was = old.off_heap ? LM_ATOM_OFF_HEAP : LM_ATOM_ON_HEAP;
      break;
    case LM_ATOM_ERROR_HANDLER:
      good = lm_is_atom(value);
      new.error_handler = value;
      was = old.error_handler;
      break;
    case LM_ATOM_SENSITIVE:
      good = lm_is_boolean(value);
      new.sensitive = value == LM_ATOM_TRUE;
      was = lm_boolean(old.sensitive);
      break;
    case LM_ATOM_SCHEDULER:
      good = lm_scheduler_of(p, value, &new.scheduler);
      was = lm_small(old.scheduler);
      break;
    default:
      good = lm_is_tuple(flag) && lm_tuple_size(flag) == 2 && lm_elements(flag)[0] == LM_ATOM_MONITOR_NODES &&
             lm_elements(flag)[1] == LM_NIL;
      return good ? monitor_nodes(p, value) : lm_badarg(p);
  }
  if (!good) return lm_badarg(p);
  lm_rare_of(p)->settings = new;
  if (flag == LM_ATOM_SENSITIVE) lm_trace_update(p);
  return was;
}

// The only flag that others may set is save_calls.
LUMEN_CC void lumen_code_erts_internal_process_flag_3(LUMEN_CODE_PARAMS) {
  LM_STORE();
  if (!lm_is_local_pid(x0) || x1 != LM_ATOM_SAVE_CALLS || !are_saved_calls(x2)) LM_RETURN(LM_ATOM_BADARG);
  if (x0 == p->abi.self) LM_RETURN(lm_save_calls(p, x2));
  if (!lm_ask_save_calls(p, x0, x2)) LM_RETURN(LM_ATOM_BADARG);
  LUMEN_MUSTTAIL return lm_await_completion(p, p->abi.hp, sp, reductions, x0, x1, x2, x3, x4, x5, label);
}
