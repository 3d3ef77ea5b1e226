#include "work/lm_work.h"

#include <string.h>

#include "process/lm_proc.h"
#include "process/lm_runtime.h"
#include "sched/lm_sched.h"

bool lm_is_stopping(void) {
  lm_sched *sched = lm_sched_of_thread();
  // Without threads nobody can stop what the one thread is in.
  return LM_HAS_THREADS && sched != NULL && atomic_load_explicit(&sched->runtime->stopping, memory_order_relaxed);
}

void lm_pay(lm_proc *p, uint64_t reductions) {
  p->abi.work += (int64_t)reductions;
  if (p->abi.work < LM_SLICE || !p->may_yield) return;
  int64_t work = p->abi.work;
  if (lm_yield(p)) {
    p->reductions_done += (uint64_t)work;
    p->abi.work -= work;
  }
}

static lm_proc *running(void) {
  lm_sched *sched = lm_sched_of_thread();
  return sched == NULL ? NULL : sched->current;
}

void lm_work_done(uint64_t reductions) {
  lm_proc *p = running();
  if (p != NULL) lm_pay(p, reductions);
}

void lm_work_done_by(bool by_code, uint64_t reductions) {
  lm_proc *p = by_code ? running() : NULL;
  if (p == NULL) {
    lm_work_done(reductions);
  } else {
    LM_MAY_YIELD(p);
    lm_pay(p, reductions);
  }
}

void lm_copy_bytes(void *to, const void *from, size_t bytes) {
  enum { PIECE = 1 << 18, BYTES_OF_A_REDUCTION = 64 };
  for (size_t done = 0; done < bytes; done += PIECE) {
    size_t n = bytes - done < PIECE ? bytes - done : PIECE;
    memcpy((char *)to + done, (const char *)from + done, n);
    if (n >= 8 * BYTES_OF_A_REDUCTION) lm_work_done(n / BYTES_OF_A_REDUCTION);
  }
}
