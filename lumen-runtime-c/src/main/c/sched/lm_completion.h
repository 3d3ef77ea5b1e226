// lm_completion.h: the one way in which a process waits for something outside: a function of the host, work on a dirty scheduler
// (lm_dirty.h), an answer of another process (lm_ask.h).
//
//   the process                                    anybody, on any thread, whenever it is done
//   request = lm_request_open(p)
//   hands the request over ---------------------->
//   tail-calls lm_await_completion:                lm_complete(visitor, request, class, term)
//   leaves compiled code, waits as in a receive      <- a signal: LM_SIGNAL_ANSWER
//   returns the term, or raises it
//
// A request names its process, it does not point to it. So it may outlive the process, which can be killed while it waits; then what
// completes it is dropped. A process has one request at a time. Messages that come meanwhile go to its mailbox as always.
#ifndef LM_COMPLETION_H
#define LM_COMPLETION_H

#include "sched/lm_signal.h"

lm_request lm_request_open(lm_proc *p);

// The process goes on with `term`, which is copied: as the result, if `class` is LM_NONE; else as the reason of an exception of that
// class. Completes once: what comes later is dropped. False: the process is gone. `visitor`: lm_visitor.h.
bool lm_complete(lm_sched *visitor, lm_request request, lm_term class, lm_term term);

// ABI code: returns what completed the request, or raises it, or waits for it.
LUMEN_CC void lm_await_completion(LUMEN_CODE_PARAMS);

// A signal that says something about a request, or completes it: {Ref, Term}, or with a class {Ref, Class, Term}; the terms are copied.
lm_fragment *lm_request_signal(lm_sched *sched, enum lm_signal_kind kind, lm_term from, uint64_t number, lm_term class, lm_term term);
uint64_t lm_request_of(const lm_fragment *signal);

// Such a signal came.
void lm_completion_take(lm_proc *p, lm_fragment *signal);

#endif
