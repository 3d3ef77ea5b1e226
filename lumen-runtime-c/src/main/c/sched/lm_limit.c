#include "sched/lm_limit.h"

#include "heap/lm_heap.h"
#include "process/lm_proc.h"
#include "sched/lm_report.h"
#include "term/lm_atoms.h"
#include "term/lm_map.h"

// A flag of the map that stands for "not `unset`"; false: it is no boolean.
static bool flag_of(lm_term map, lm_term key, bool *unset) {
  lm_term value = lm_map_get(map, key);
  if (value != LM_NONE && !lm_is_boolean(value)) return false;
  *unset = value == LM_ATOM_FALSE;
  return true;
}

bool lm_limit_of(lm_term value, lm_limit *limit) {
  lm_limit read = {0};
  lm_term size = lm_is_map(value) ? lm_map_get(value, LM_ATOM_SIZE) : value;
  if (size == LM_NONE || !lm_is_small(size) || lm_small_value(size) >= (int64_t)1 << 59) return false; // OTP's small integers
  if (lm_small_value(size) != 0 && lm_small_value(size) < LM_SMALLEST_LIMIT) return false;
  if (lm_is_map(value) && (!flag_of(value, LM_ATOM_KILL, &read.spare) || !flag_of(value, LM_ATOM_ERROR_LOGGER, &read.silent)))
    return false;
  read.size = (uint64_t)lm_small_value(size);
  *limit = read;
  return true;
}

lm_term lm_limit_term(lm_proc *p, lm_limit limit) {
  lm_term pairs[] = {LM_ATOM_ERROR_LOGGER, lm_boolean(!limit.silent), LM_ATOM_KILL, lm_boolean(!limit.spare),
                     LM_ATOM_SIZE, lm_small((int64_t)limit.size)};
  return lm_map_of(p, pairs, 3, NULL);
}

// p, which has a limit, is over it with `words` more.
static bool is_reached(lm_proc *p, size_t words) { return lm_heap_used(p) + words > p->limit.size; }

// Reports that and ends p with the reason killed, as far as its limit says so. Allocates.
static void enforce(lm_proc *p, size_t words) {
  if (p->flags & LM_PROC_EXITING) return;
  if (!p->limit.silent) lm_report_limit(p, lm_heap_used(p) + words);
  if (!p->limit.spare) lm_proc_doom(p, LM_ATOM_KILLED);
}

// A process over its limit has a major collection before it is judged; and one more, to make room again, if it lives on after
// what was said of it.
static void collect_within_limit(lm_proc *p, bool major, size_t words, size_t live) {
  lm_collect(p, major, words, live);
  if (p->limit.size == 0 || !is_reached(p, words)) return;
  lm_collect(p, true, words, live);
  if (!is_reached(p, words)) return;
  enforce(p, words);
  lm_collect(p, false, words, live);
}

bool lm_collect_due(lm_proc *p, size_t words, size_t live) {
  collect_within_limit(p, false, words, live);
  return (p->flags & LM_PROC_EXITING) == 0;
}

void lm_collect_major(lm_proc *p, size_t words, size_t live) { collect_within_limit(p, true, words, live); }
