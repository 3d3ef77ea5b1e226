// lm_visitor.h: how threads that are no schedulers act in a runtime: the host's, those that read input, dirty schedulers.
//
// What a thread needs to send, to make terms and processes hangs off an lm_sched: memory, free pids, unique numbers, and its place
// among those who may find a process by its pid. A visitor is an lm_sched without a thread and a run queue. Who takes one has it
// to itself until it is given back, so no visitor waits for another, however long one takes to decode what it wants to send. There
// are as many as ever were needed at once, LM_MOST_VISITORS at most: whoever comes then waits for the next that is given back.
// host_sched, the visitor of whoever holds host_lock, is there for what happens once: loading, starting, closing.
//
// A visitor sleeps, in the sense of lm_epoch.h, except where a function here says otherwise: what takes long keeps no memory of
// dead processes from being used again. What it makes runnable goes to the queue that all schedulers share.
#ifndef LM_VISITOR_H
#define LM_VISITOR_H

#include "platform/lm_platform.h"
#include "process/lm_proc.h"

void lm_visitors_init(lumen_runtime *rt);
void lm_visitors_destroy(lumen_runtime *rt);

// Any thread but one that has a visitor of this runtime already. Never NULL.
lm_sched *lm_visitor_take(lumen_runtime *rt);
void lm_visitor_give(lm_sched *visitor);

// A process without pid that terms are made in: empty after lm_visitor_take, until the visitor is given back or it is reset.
lm_proc *lm_scratch(lm_sched *visitor);
void lm_scratch_reset(lm_proc *scratch);

// As lm_signal_send and lm_send, awake for just that.
bool lm_visitor_signal(lm_sched *visitor, lm_term pid, lm_fragment *signal);
bool lm_visitor_send(lm_sched *visitor, lm_term pid, lm_term message);

#endif
