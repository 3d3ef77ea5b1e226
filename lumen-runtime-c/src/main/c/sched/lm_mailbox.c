#include "sched/lm_mailbox.h"

#include <assert.h>

#include "heap/lm_copy.h"
#include "heap/lm_roots.h"
#include "lumen_atoms.h"
#include "memory/lm_memory.h"
#include "process/lm_watch.h"
#include "sched/lm_relations.h"
#include "sched/lm_sched.h"
#include "sched/lm_signal.h"
#include "term/lm_error.h"

void lm_mailbox_open(lm_mailbox *mail) {
  mail->first = NULL;
  mail->last = &mail->first;
  mail->save = &mail->first;
  mail->count = 0;
  mail->markers = NULL;
}

void lm_mailbox_add(lm_mailbox *mail, lm_fragment *message) {
  message->next = NULL;
  *mail->last = message;
  mail->last = &message->next;
  mail->count++;
}

void lm_mailbox_receive(lm_proc *p, lm_fragment *message) {
  if (p->watched & LM_TRACED_RECEIVE) lm_watcher_of(p)->received(p, message->term);
  lm_mailbox_add(&p->mail, message);
}

void lm_mailbox_close(lm_proc *p) {
  lm_pool *pool = lm_sched_pool(p->sched);
  for (lm_fragment *m = p->mail.first; m != NULL;) {
    lm_fragment *next = m->next;
    lm_fragment_free(pool, m);
    m = next;
  }
  lm_delete(p->mail.markers);
  lm_mailbox_open(&p->mail);
}

// ---- markers ------------------------------------------------------------------------------------------------------------
//
// As OTP's receive markers. There compiled code sets one where it makes a reference that it can follow to a receive; here every new
// reference has one, so it may go through any calls, messages and data before something waits for it, and compiled code says only
// which reference a receive can't do without (lumen_receive_since).

enum { MARKERS = 8, MANY = 8 };

struct lm_markers {
  struct {
    uint64_t unique;    // of the reference
    lm_fragment **link; // what has come since it was made hangs here, or further back; NULL: no reference
  } of[MARKERS];
  uint32_t next; // to be overwritten
};

uint64_t lm_mailbox_new_reference(lm_proc *p) {
  lm_mailbox *mail = &p->mail;
  uint64_t unique = lm_unique(p->sched);
  if (mail->count < MANY) return unique;
  if (mail->markers == NULL) {
    mail->markers = lm_new(sizeof *mail->markers);
    *mail->markers = (lm_markers){.next = 0};
  }
  lm_markers *markers = mail->markers;
  markers->of[markers->next].unique = unique;
  markers->of[markers->next].link = mail->last;
  markers->next = (markers->next + 1) % MARKERS;
  return unique;
}

// The link of a message that goes is now another one.
static void move_markers(lm_markers *markers, lm_fragment **from, lm_fragment **to) {
  if (markers == NULL) return;
  for (size_t i = 0; i < MARKERS; i++) {
    if (markers->of[i].link == from) markers->of[i].link = to;
  }
}

void lumen_receive_since(lm_proc *p, lm_term reference) {
  lm_markers *markers = p->mail.markers;
  if (markers == NULL || !lm_is_kind(reference, LM_KIND_REFERENCE)) return;
  for (size_t i = 0; i < MARKERS; i++) {
    if (markers->of[i].link != NULL && markers->of[i].unique == lm_reference_unique(reference)) {
      p->mail.save = markers->of[i].link;
      return;
    }
  }
}

void lm_mailbox_take_in(lm_proc *p) {
  enum { LARGEST = 64 }; // words
  lm_fragment *m = p->mail.first;
  if (m == NULL || m->used == 0 || m->used > LARGEST || m->off_heap != NULL || p->flags & LM_PROC_PEEKED) return;
  if (p->abi.sp - p->abi.hp < (ptrdiff_t)(m->used + LUMEN_STACK_SLACK)) return;
  lm_term *off_heap = NULL;
  m->term = lm_copy_block(m->words, m->used, m->term, p->abi.hp, &off_heap);
  p->abi.hp += m->used;
  m->used = 0;
  lm_mailbox_moved(p, m);
}

// Unhooks *link; the save pointer goes back to the start.
static lm_fragment *unhook(lm_proc *p, lm_fragment **link) {
  lm_mailbox *mail = &p->mail;
  lm_fragment *m = *link;
  *link = m->next;
  if (mail->last == &m->next) mail->last = link;
  move_markers(mail->markers, &m->next, link);
  mail->save = &mail->first;
  mail->count--;
  if (m->flags & LM_MESSAGE_IN_HEAP) p->in_heap_messages--;
  return m;
}

lm_term lm_mailbox_take(lm_proc *p, lm_fragment **link) {
  lm_fragment *m = unhook(p, link);
  lm_term message = m->term;
  if (m->used == 0) {
    lm_fragment_free(lm_sched_pool(p->sched), m);
  } else {
    lm_heap_adopt(p, m);
  }
  return message;
}

void lm_mailbox_drop(lm_proc *p, lm_fragment **link) { lm_fragment_free(lm_sched_pool(p->sched), unhook(p, link)); }

void lm_receive_stop_timer(lm_proc *p) {
  lm_fragment *timer = p->timer;
  if (timer == NULL) return;
  p->timer = NULL;
  if (lm_timer_stop(lm_runtime_of(p), timer)) lm_fragment_free(lm_sched_pool(p->sched), timer);
}

// The terms of the message at the save pointer go to the heap, and the message refers to them there.
static void move_peeked(lm_proc *p) {
  lm_fragment *m = lm_mailbox_peeked(p);
  if (m == NULL) return;
  lm_fragment *stays = lm_fragment_new(lm_sched_pool(p->sched), 0);
  stays->next = m->next;
  stays->term = m->term;
  stays->from = m->from;
  stays->kind = m->kind;
  stays->flags = m->flags;
  *p->mail.save = stays;
  if (p->mail.last == &m->next) p->mail.last = &stays->next;
  move_markers(p->mail.markers, &m->next, &stays->next);
  lm_heap_adopt(p, m);
  lm_mailbox_moved(p, stays);
}

void lm_receive_leave(lm_proc *p) {
  move_peeked(p);
  p->mail.save = &p->mail.first;
  p->flags &= (uint8_t)~(LM_PROC_PEEKED | LM_PROC_TIMED_OUT);
  lm_receive_stop_timer(p);
}

// ---- what compiled code calls -----------------------------------------------------------------------------------------

static bool has_arrived(lm_proc *p) { return atomic_load_explicit(&p->inbox, memory_order_relaxed) != NULL; }

lm_term lumen_receive_peek(lm_proc *p) {
  if (*p->mail.save == NULL) {
    if (!has_arrived(p)) return LM_NONE;
    lm_signals_take(p);
    if (*p->mail.save == NULL) return LM_NONE;
  }
  if (p->flags & (LM_PROC_EXITING | LM_PROC_PILED_UP)) return LM_NONE; // the wait that follows leaves
  p->flags |= LM_PROC_PEEKED;
  return (*p->mail.save)->term;
}

void lumen_receive_skip(lm_proc *p) {
  p->mail.save = &(*p->mail.save)->next;
  p->flags &= (uint8_t)~LM_PROC_PEEKED;
}

void lumen_receive_accept(lm_proc *p) {
  lm_mailbox_take(p, p->mail.save);
  p->flags &= (uint8_t)~(LM_PROC_PEEKED | LM_PROC_TIMED_OUT);
  lm_receive_stop_timer(p);
}

static lm_term timed_out(lm_proc *p) {
  p->mail.save = &p->mail.first;
  p->flags &= (uint8_t)~LM_PROC_TIMED_OUT;
  lm_receive_stop_timer(p);
  return lm_small(0);
}

static lm_term leave(lm_proc *p, enum lm_leaving why) {
  p->leaving = why;
  return LM_NONE;
}

lm_term lumen_receive_wait(lm_proc *p, lm_term timeout) {
  p->resume_label = LUMEN_LABEL_OF_RETURN;
  p->flags &= (uint8_t)~LM_PROC_PEEKED;
  if (has_arrived(p)) lm_signals_take(p);
  if (p->flags & LM_PROC_EXITING) return leave(p, LM_LEFT_EXITED);
  if (p->flags & LM_PROC_PILED_UP) return leave(p, LM_LEFT_PREEMPTED);
  if (*p->mail.save != NULL) return lm_small(1);
  if (p->flags & LM_PROC_TIMED_OUT) return timed_out(p);
  if (timeout == LM_ATOM_INFINITY) return leave(p, LM_LEFT_WAITING);
  if (timeout == lm_small(0)) return timed_out(p);
  if (p->timer == NULL) {
    if (!lm_is_small(timeout) || lm_small_value(timeout) < 0 || lm_small_value(timeout) > UINT32_MAX) {
      lm_error(p, LM_ATOM_TIMEOUT_VALUE);
      lm_receive_leave(p);
      return lm_small(2);
    }
    lm_fragment *timer = lm_fragment_new(lm_sched_pool(p->sched), LM_TIMER_WORDS);
    timer->kind = LM_SIGNAL_TIMEOUT;
    p->timer = timer;
    int64_t due = lm_monotonic_time() + lm_small_value(timeout) * 1000000;
    lm_timer_start(p->sched, timer, p->abi.self, due, 0);
  }
  return leave(p, LM_LEFT_WAITING);
}
