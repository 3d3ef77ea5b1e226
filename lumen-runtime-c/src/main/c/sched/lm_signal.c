#include "sched/lm_signal.h"

#include <assert.h>

#include "lumen_atoms.h"
#include "process/lm_runtime.h"
#include "process/lm_watch.h"
#include "sched/lm_alias.h"
#include "sched/lm_ask.h"
#include "sched/lm_completion.h"
#include "sched/lm_mailbox.h"
#include "sched/lm_relations.h"
#include "sched/lm_sched.h"
#include "sched/lm_suspend.h"

bool lm_signal_send(lm_sched *sched, lm_term pid, lm_fragment *signal) {
  lm_proc *p = lm_pids_find(&sched->runtime->pids, pid);
  if (p != NULL) {
    lm_fragment *top = atomic_load_explicit(&p->inbox, memory_order_relaxed);
    while (top != LM_INBOX_CLOSED) {
      signal->next = top == LM_INBOX_WAITING ? NULL : top;
      // Acquire: whoever wakes the process goes on with what it left.
      if (atomic_compare_exchange_weak_explicit(&p->inbox, &top, signal, memory_order_acq_rel, memory_order_relaxed)) {
        if (top == LM_INBOX_WAITING) lm_sched_ready(sched, p);
        return true;
      }
    }
  }
  lm_fragment_free(sched->pool, signal);
  return false;
}

bool lm_send(lm_sched *sched, lm_term pid, lm_term message) {
  lm_fragment *f = lm_fragment_of(sched->pool, message);
  f->kind = LM_SIGNAL_MESSAGE;
  return lm_signal_send(sched, pid, f);
}

bool lm_signal_send_number(lm_sched *sched, lm_term pid, enum lm_signal_kind kind, lm_term from, uint64_t number) {
  lm_fragment *f = lm_fragment_new(sched->pool, 0);
  f->kind = kind;
  f->from = from;
  f->term = lm_small((int64_t)number);
  return lm_signal_send(sched, pid, f);
}

bool lm_signal_send_plain(lm_sched *sched, lm_term pid, enum lm_signal_kind kind, lm_term from) {
  return lm_signal_send_number(sched, pid, kind, from, 0);
}

bool lm_signal_send_exit(lm_sched *sched, lm_term pid, enum lm_signal_kind kind, lm_term from, lm_term reason) {
  size_t words = lm_copy_size(reason);
  lm_fragment *f = lm_fragment_new(sched->pool, 4 + words);
  lm_term *tuple = f->words, *top = tuple + 4;
  tuple[0] = LM_HEADER(LM_KIND_TUPLE, 0, 3);
  tuple[1] = LM_ATOM_BIG_EXIT;
  tuple[2] = from;
  tuple[3] = lm_copy_to(reason, words, &top, &f->off_heap);
  f->used = (size_t)(top - f->words);
  f->kind = kind;
  f->from = from;
  f->term = lm_boxed_at(tuple);
  return lm_signal_send(sched, pid, f);
}

static void take(lm_proc *p, lm_fragment *f) {
  switch (f->kind) {
    case LM_SIGNAL_MESSAGE:
      lm_mailbox_receive(p, f);
      break;
    case LM_SIGNAL_TRACED:
      lm_mailbox_add(&p->mail, f);
      break;
    case LM_SIGNAL_TRACE:
      lm_watcher_of(p)->asked(p, f);
      break;
    case LM_SIGNAL_ALIAS_MESSAGE:
      lm_alias_take(p, f);
      break;
    case LM_SIGNAL_TIMEOUT:
      if (p->timer == f) {
        p->timer = NULL;
        p->flags |= LM_PROC_TIMED_OUT;
      }
      lm_fragment_free(lm_sched_pool(p->sched), f);
      break;
    case LM_SIGNAL_GROUP_LEADER:
      p->group_leader = f->term;
      lm_heap_adopt(p, f);
      break;
    case LM_SIGNAL_COLLECT:
      p->flags |= LM_PROC_COLLECT;
      lm_fragment_free(lm_sched_pool(p->sched), f);
      break;
    case LM_SIGNAL_ASK:
    case LM_SIGNAL_SUSPEND:
    case LM_SIGNAL_RESUME:
      if (f->kind == LM_SIGNAL_ASK && lm_asks_to_collect(f)) p->flags |= LM_PROC_COLLECT;
      f->next = p->asked; // compiled code may be running: not now
      p->asked = f;
      break;
    case LM_SIGNAL_ANSWER:
      lm_completion_take(p, f);
      break;
    case LM_SIGNAL_SUSPENDED:
    case LM_SIGNAL_GONE:
      lm_suspend_hear(p, f);
      lm_fragment_free(lm_sched_pool(p->sched), f);
      break;
    default:
      lm_relations_take(p, f);
  }
}

void lm_signals_take(lm_proc *p) {
  lm_fragment *newest = atomic_exchange_explicit(&p->inbox, NULL, memory_order_acquire);
  lm_fragment *oldest = NULL;
  while (newest != NULL) {
    lm_fragment *next = newest->next;
    newest->next = oldest;
    oldest = newest;
    newest = next;
  }
  while (oldest != NULL) {
    lm_fragment *next = oldest->next;
    take(p, oldest);
    oldest = next;
  }
}
