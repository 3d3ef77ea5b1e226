#include "sched/lm_dirty.h"

#include "memory/lm_memory.h"
#include "process/lm_runtime.h"

struct lm_dirty_thread {
  lm_dirty_threads *threads;
  lm_dirty_thread *next_started;
  lm_dirty_thread *next_idle; // lock
  lm_thread thread;
  lm_parking parking;
};

void lm_dirty_init(lumen_runtime *rt, int schedulers) {
  rt->dirty = lm_new_zeroed(LM_DIRTY_KINDS, sizeof *rt->dirty);
  for (int kind = 0; kind < LM_DIRTY_KINDS; kind++) {
    lm_dirty_threads *threads = &rt->dirty[kind];
    lm_mutex_init(&threads->lock);
    threads->runtime = rt;
    threads->last = &threads->first;
    threads->limit = kind == LM_DIRTY_IO ? LM_DIRTY_IO_THREADS : schedulers;
  }
}

// With the lock held. NULL: there is none.
static lm_job *take(lm_dirty_threads *threads) {
  lm_job *job = threads->first;
  if (job == NULL) return NULL;
  threads->first = job->next;
  if (job->next == NULL) threads->last = &threads->first;
  return job;
}

static void run(lm_dirty_threads *threads, lm_job *job) {
  if (atomic_load(&threads->runtime->stopping)) {
    job->drop(job);
  } else {
    job->run(job, threads->runtime);
  }
  atomic_fetch_sub(&threads->jobs, 1);
}

static void run_jobs(void *argument) {
  lm_dirty_thread *me = argument;
  lm_dirty_threads *threads = me->threads;
  lm_mutex_lock(&threads->lock);
  for (;;) {
    lm_job *job = take(threads);
    if (job == NULL && atomic_load(&threads->runtime->stopping)) break;
    if (job == NULL) {
      me->next_idle = threads->idle;
      threads->idle = me;
    }
    lm_mutex_unlock(&threads->lock);
    if (job == NULL) {
      lm_park(&me->parking, LM_FOREVER); // whoever wakes it takes it off the list of the idle
    } else {
      run(threads, job);
    }
    lm_mutex_lock(&threads->lock);
  }
  lm_mutex_unlock(&threads->lock);
}

// With the lock held. False: there are enough, or the system has no more.
static bool start_one(lm_dirty_threads *threads) {
  if (threads->count == threads->limit) return false;
  lm_dirty_thread *one = lm_new_zeroed(1, sizeof *one);
  one->threads = threads;
  lm_parking_init(&one->parking);
  if (!lm_thread_start(&one->thread, run_jobs, one)) {
    lm_parking_destroy(&one->parking);
    lm_delete(one);
    return false;
  }
  one->next_started = threads->started;
  threads->started = one;
  threads->count++;
  return true;
}

void lm_dirty_submit(lumen_runtime *rt, enum lm_dirty_kind kind, lm_job *job) {
  lm_dirty_threads *threads = &rt->dirty[kind];
  job->next = NULL;
  atomic_fetch_add(&threads->jobs, 1);
  lm_mutex_lock(&threads->lock);
  bool stopping = atomic_load(&rt->stopping); // or lm_dirty_close, which comes later, finds the job and its thread
  lm_dirty_thread *idle = stopping ? NULL : threads->idle;
  bool has_thread = idle != NULL || (!stopping && (start_one(threads) || threads->count > 0));
  if (idle != NULL) threads->idle = idle->next_idle;
  if (has_thread) {
    *threads->last = job;
    threads->last = &job->next;
  }
  lm_mutex_unlock(&threads->lock);
  if (idle != NULL) lm_unpark(&idle->parking);
  if (!has_thread) run(threads, job);
}

void lm_dirty_close(lumen_runtime *rt) {
  for (int kind = 0; kind < LM_DIRTY_KINDS; kind++) {
    lm_dirty_threads *threads = &rt->dirty[kind];
    lm_mutex_lock(&threads->lock);
    lm_dirty_thread *idle = threads->idle;
    threads->idle = NULL;
    lm_mutex_unlock(&threads->lock);
    while (idle != NULL) {
      lm_dirty_thread *next = idle->next_idle;
      lm_unpark(&idle->parking);
      idle = next;
    }
    while (threads->started != NULL) {
      lm_dirty_thread *one = threads->started;
      threads->started = one->next_started;
      lm_thread_join(&one->thread);
      lm_parking_destroy(&one->parking);
      lm_delete(one);
    }
    for (lm_job *job; (job = take(threads)) != NULL;) job->drop(job);
  }
  lm_delete(rt->dirty);
}
