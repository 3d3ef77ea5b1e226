#include "sched/lm_suspend.h"

#include "process/lm_rare.h"
#include "sched/lm_sched.h"

// ---- the suspender ------------------------------------------------------------------------------------------------------

static lm_entry *find(lm_proc *p, lm_term pid) { return p->rare == NULL ? NULL : lm_table_find(&p->rare->suspending, pid); }

lm_suspension lm_suspension_of(lm_proc *p, lm_term pid) {
  const lm_entry *e = find(p, pid);
  return e == NULL ? (lm_suspension){0, false} : (lm_suspension){(int64_t)e->a, (e->b & 1) != 0};
}

bool lm_suspend(lm_proc *p, lm_term pid) {
  lm_entry *e = find(p, pid);
  if (e != NULL) {
    e->a++;
    return true;
  }
  uint64_t number = lm_unique(p->sched);
  if (!lm_signal_send_number(p->sched, pid, LM_SIGNAL_SUSPEND, p->abi.self, number)) return false;
  lm_table_put(&lm_rare_of(p)->suspending, pid, 1, number << 1);
  return true;
}

bool lm_resume(lm_proc *p, lm_term pid) {
  lm_entry *e = find(p, pid);
  if (e == NULL) return false;
  if (--e->a > 0) return true;
  lm_table_remove(&p->rare->suspending, pid);
  lm_signal_send_plain(p->sched, pid, LM_SIGNAL_RESUME, p->abi.self);
  return true;
}

lm_term lm_suspensions(lm_proc *p) {
  lm_term list = LM_NIL;
  if (p->rare == NULL) return list;
  for (const lm_entry *e = NULL; (e = lm_table_next(&p->rare->suspending, e)) != NULL;) {
    bool active = (e->b & 1) != 0;
    lm_term count = lm_small((int64_t)e->a), none = lm_small(0);
    list = lm_cons(p, lm_tuple3(p, e->key, active ? count : none, active ? none : count), list);
  }
  return list;
}

void lm_suspend_hear(lm_proc *p, const lm_fragment *f) {
  lm_entry *e = find(p, f->from);
  if (e == NULL) return;
  if (f->kind == LM_SIGNAL_GONE) {
    lm_table_remove(&p->rare->suspending, f->from);
  } else if (e->b >> 1 == (uint64_t)lm_small_value(f->term)) {
    e->b |= 1;
  }
}

// ---- the suspendee ------------------------------------------------------------------------------------------------------

void lm_suspend_take(lm_proc *p, const lm_fragment *f) {
  lm_table *suspenders = &lm_rare_of(p)->suspenders;
  if (f->kind == LM_SIGNAL_SUSPEND) {
    lm_table_put(suspenders, f->from, 0, 0);
    p->flags |= LM_PROC_SUSPENDED;
    lm_signal_send_number(p->sched, f->from, LM_SIGNAL_SUSPENDED, p->abi.self, (uint64_t)lm_small_value(f->term));
  } else {
    lm_table_remove(suspenders, f->from);
    if (suspenders->count == 0) p->flags &= (uint8_t)~LM_PROC_SUSPENDED;
  }
}

void lm_suspend_refuse(lm_sched *sched, lm_term self, const lm_fragment *f) {
  if (f->kind == LM_SIGNAL_SUSPEND) lm_signal_send_plain(sched, f->from, LM_SIGNAL_GONE, self);
}

// ---- ends ---------------------------------------------------------------------------------------------------------------

static bool tell_all(lm_proc *p, lm_table *table, enum lm_signal_kind kind, int64_t *left) {
  if (table->size == 0) return true;
  const lm_entry **told = &p->rare->told;
  for (const lm_entry *e; (e = lm_table_next(table, *told)) != NULL; *told = e) {
    if ((*left)-- <= 0) return false;
    lm_signal_send_plain(p->sched, e->key, kind, p->abi.self);
  }
  *told = NULL;
  lm_table_clear(table);
  return true;
}

bool lm_suspensions_end(lm_proc *p, int64_t *left) {
  lm_rare *rare = p->rare;
  return rare == NULL ||
         (tell_all(p, &rare->suspending, LM_SIGNAL_RESUME, left) && tell_all(p, &rare->suspenders, LM_SIGNAL_GONE, left));
}
