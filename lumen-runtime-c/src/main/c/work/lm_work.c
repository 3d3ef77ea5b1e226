#include "work/lm_work.h"

#include <string.h>

// Read by calls only, and never its address: code that goes on on another thread after it waited for its turn must not know it from before.
static _Thread_local lm_worker *worker_of_thread;

void lm_worker_begin(lm_worker *worker) { worker_of_thread = worker; }
__attribute__((noinline)) lm_worker *lm_worker_of_thread(void) { return worker_of_thread; }

bool lm_is_stopping(void) {
  lm_worker *worker = lm_worker_of_thread();
  // Without threads nobody can stop what the one thread is in.
  return LM_HAS_THREADS && worker != NULL && atomic_load_explicit(worker->stopping, memory_order_relaxed);
}

static void pay(lm_proc *p, uint64_t reductions, bool by_code) {
  lumen_proc_abi *abi = (lumen_proc_abi *)p;
  abi->work += (int64_t)reductions;
  if (abi->work < LM_SLICE) return;
  lm_worker *worker = lm_worker_of_thread();
  if (worker != NULL) worker->slice_over(p, by_code);
}

void lm_pay(lm_proc *p, uint64_t reductions) { pay(p, reductions, false); }

void lm_work_done_by(bool by_code, uint64_t reductions) {
  lm_worker *worker = lm_worker_of_thread();
  if (worker != NULL && worker->current != NULL) pay(worker->current, reductions, by_code);
}

void lm_work_done(uint64_t reductions) { lm_work_done_by(false, reductions); }

void lm_copy_bytes(void *to, const void *from, size_t bytes) {
  enum { PIECE = 1 << 18, BYTES_OF_A_REDUCTION = 64 };
  for (size_t done = 0; done < bytes; done += PIECE) {
    size_t n = bytes - done < PIECE ? bytes - done : PIECE;
    memcpy((char *)to + done, (const char *)from + done, n);
    if (n >= 8 * BYTES_OF_A_REDUCTION) lm_work_done(n / BYTES_OF_A_REDUCTION);
  }
}
