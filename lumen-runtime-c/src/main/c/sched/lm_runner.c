#include "sched/lm_runner.h"

#include "memory/lm_memory.h"
#include "process/lm_runtime.h"
#include "work/lm_work.h"

#if LM_HAS_FIBERS

enum {
  STACK_BYTES = 256 << 10, // no primitive recurses, and the host is called elsewhere; only what is touched costs memory
  MOST_KEPT = 16,          // spare ones of a scheduler, beside the one that it needs next
  MOST_RUNNERS = 8192,     // of a runtime: systems limit the number of mappings
};

enum request {
  TURNS_ARE_OVER,
  GAVE_WAY,  // runner_process did, and keeps the runner
  GO_ON,     // with runner_process
  CALL_OUT,
};

// ---- runners --------------------------------------------------------------------------------------------------------------

// Leaves the runner for the stack of the thread, which does what it is asked for.
static void ask(lm_sched *sched, enum request request, lm_proc *p) {
  sched->runner_request = request;
  sched->runner_process = p;
  lm_fiber_switch(&sched->runner->fiber, &sched->own_stack);
}

static void run(void *argument) {
  lm_runner *runner = argument;
  for (;;) {
    runner->sched->runner_turns(runner);
    ask(runner->sched, TURNS_ARE_OVER, NULL);
  }
}

static void free_runner(lm_sched *sched, lm_runner *runner) {
  lm_fiber_close(&runner->fiber);
  lm_delete(runner);
  atomic_fetch_sub_explicit(&sched->runtime->runners, 1, memory_order_relaxed);
}

static void put_spare(lm_sched *sched, lm_runner *runner) {
  if (sched->spare_runner_count > MOST_KEPT) {
    free_runner(sched, runner);
    return;
  }
  runner->next = sched->spare_runners;
  sched->spare_runners = runner;
  sched->spare_runner_count++;
}

static bool has_spare(lm_sched *sched) {
  if (sched->spare_runners != NULL) return true;
  _Atomic int *count = &sched->runtime->runners;
  if (atomic_fetch_add_explicit(count, 1, memory_order_relaxed) < MOST_RUNNERS) {
    lm_runner *runner = lm_new_zeroed(1, sizeof *runner);
    if (lm_fiber_open(&runner->fiber, STACK_BYTES, run, runner)) {
      put_spare(sched, runner);
      return true;
    }
    lm_delete(runner);
  }
  atomic_fetch_sub_explicit(count, 1, memory_order_relaxed);
  return false;
}

static lm_runner *take_spare(lm_sched *sched) {
  lm_runner *runner = sched->spare_runners;
  sched->spare_runners = runner->next;
  sched->spare_runner_count--;
  return runner;
}

void lm_runners_free(lm_sched *sched) {
  while (sched->spare_runners != NULL) free_runner(sched, take_spare(sched));
}

// ---- on the stack of the thread -----------------------------------------------------------------------------------------------

static lm_runner *resumed(lm_sched *sched, lm_proc *p) {
  lm_runner *runner = p->runner;
  p->runner = NULL;
  sched->worker.current = p;
  return runner;
}

// Runs turns, beginning on `runner`, until they are over.
static void drive(lm_sched *sched, lm_runner *runner) {
  for (;;) {
    runner->sched = sched;
    sched->runner = runner;
    lm_fiber_switch(&sched->own_stack, &runner->fiber);
    lm_proc *p = sched->runner_process;
    switch ((enum request)sched->runner_request) {
      case GAVE_WAY:
        sched->worker.current = NULL;
        p->runner = runner;
        runner = take_spare(sched); // before anybody else can have p, and its runner
        lm_sched_ready(sched, p);
        break;
      case GO_ON:
        put_spare(sched, runner);
        runner = resumed(sched, p);
        break;
      case CALL_OUT: {
        sched->runner = NULL; // what is called may do the same
        sched->call_out(sched->call_out_argument);
        break;
      }
      case TURNS_ARE_OVER:
        sched->runner = NULL;
        put_spare(sched, runner);
        return;
    }
  }
}

void lm_runner_turns(lm_sched *sched, void (*turns)(lm_runner *runner)) {
  if (has_spare(sched)) {
    sched->runner_turns = turns;
    drive(sched, take_spare(sched));
  } else {
    lm_runner none = {.sched = sched};
    turns(&none);
  }
}

void lm_runner_finish(lm_sched *sched, lm_proc *p) {
  lm_worker_begin(&sched->worker);
  p->sched = sched;
  p->abi.xs = sched->xs;
  drive(sched, resumed(sched, p));
  lm_worker_begin(NULL);
}

// ---- on a runner ----------------------------------------------------------------------------------------------------------

void lm_runner_go_on(lm_sched *sched, lm_proc *p) { ask(sched, GO_ON, p); }

bool lm_runner_yield(lm_proc *p) {
  lm_sched *sched = p->sched;
  if (!p->may_yield || p->must_not_yield || sched->runner == NULL || lm_is_stopping()) return false;
  if (p->flags & LM_PROC_ENDING) return false; // it takes slices by itself (lm_process_end)
  p->may_yield = false; // not in here
  bool waits = lm_sched_others_wait(sched), can = !waits || has_spare(sched);
  if (waits && can) ask(sched, GAVE_WAY, p);
  p->may_yield = true;
  return can;
}

static void slice_over(lm_proc *p) {
  if (!p->may_yield) return;
  int64_t work = p->abi.work;
  if (lm_runner_yield(p)) {
    p->reductions_done += (uint64_t)work;
    p->abi.work -= work;
  }
}

void lm_runner_slice_over(lm_proc *p, bool by_code) {
  if (by_code) {
    LM_MAY_YIELD(p);
    slice_over(p);
  } else {
    slice_over(p);
  }
}

void lm_call_out(void (*what)(void *argument), void *argument) {
  lm_sched *sched = lm_sched_of_thread();
  if (sched == NULL || sched->runner == NULL) {
    what(argument);
    return;
  }
  sched->call_out = what;
  sched->call_out_argument = argument;
  ask(sched, CALL_OUT, NULL);
}

#else

void lm_runner_turns(lm_sched *sched, void (*turns)(lm_runner *runner)) {
  lm_runner none = {.sched = sched};
  turns(&none);
}

bool lm_runner_yield(lm_proc *p) { return (void)p, false; }
void lm_runner_slice_over(lm_proc *p, bool by_code) { (void)p, (void)by_code; }

#endif
