// lm_trace.h: telling a tracer what processes do (erlang:trace/3): messages, relations, turns, collections. Calls are not traced.
//
// What is traced of a process is its own (lm_rare.h), set by a signal (TRACE, lm_ask.h) that takes effect when it is taken, not at a safe
// point: what comes behind it is traced already. Events are messages that the process itself sends to its tracer, so they come in the
// order in which things happened to it. They are no events themselves (TRACED).
//
// Who does something traced finds out by one test (lm_proc.watched), and calls what is in the runtime's table of watchers (lm_watch.h),
// which is there once somebody traced something: programs that can't trace do not hold this.
//
// Who may touch it: the thread that runs the process.
#ifndef LM_TRACE_H
#define LM_TRACE_H

#include "process/lm_watch.h"

// As OTP numbers them: process_info(_, trace) tells.
enum lm_trace_flag {
  LM_TRACE_TIMESTAMP = 1 << 0,
  LM_TRACE_STRICT_MONOTONIC_TIMESTAMP = 1 << 1,
  LM_TRACE_MONOTONIC_TIMESTAMP = 1 << 2,
  LM_TRACE_SEND = 1 << 4,
  LM_TRACE_RECEIVE = 1 << 5,
  LM_TRACE_SET_ON_SPAWN = 1 << 6,
  LM_TRACE_SET_ON_FIRST_SPAWN = 1 << 7,
  LM_TRACE_SET_ON_LINK = 1 << 8,
  LM_TRACE_SET_ON_FIRST_LINK = 1 << 9,
  LM_TRACE_CALL = 1 << 10,
  LM_TRACE_PROCS = 1 << 11,
  LM_TRACE_RUNNING = 1 << 13,
  LM_TRACE_GARBAGE_COLLECTION = 1 << 14,
  LM_TRACE_ARITY = 1 << 15,
  LM_TRACE_RETURN_TO = 1 << 16,
  LM_TRACE_SILENT = 1 << 17,
  LM_TRACE_RUNNING_PORTS = 1 << 20,
  LM_TRACE_RUNNING_PROCS = 1 << 21,
  LM_TRACE_PORTS = 1 << 22,
  LM_TRACE_SCHEDULER_ID = 1 << 23,
  LM_TRACE_EXITING = 1 << 24,
  LM_TRACE_CALLS = LM_TRACE_CALL | LM_TRACE_RETURN_TO, // what can't be had
  LM_TRACE_ALL = 0x1F3EFF7 & ~LM_TRACE_CALLS,
};

// The bit of a flag by its name; 0: there is none.
uint32_t lm_trace_flag_of(lm_term name);
enum { LM_TRACE_NAMES = 21 };
// The flags as a list, in 2 * LM_TRACE_NAMES words.
lm_term lm_trace_flags_at(lm_term *words, uint32_t flags);

typedef struct lm_trace_order {
  bool on;
  uint32_t flags;
  lm_term tracer; // LM_NONE: none was named
} lm_trace_order;

// Whether it could be done: a process has one tracer.
bool lm_trace_set(lm_proc *p, const lm_trace_order *order);
// What is traced of p; all 0 if its tracer is gone.
lm_trace lm_trace_of(lm_proc *p);
// What is to be traced of p has changed, or whether it is sensitive.
void lm_trace_update(lm_proc *p);

// The terms of an order, and a question for one of the two parts of lm_trace_of, for lm_ask_trace. On the heap of p.
lm_term lm_trace_order_term(lm_proc *p, const lm_trace_order *order);
lm_term lm_trace_question_term(lm_proc *p, lm_term item);

// Of processes that will be made.
void lm_trace_set_new(lumen_runtime *rt, const lm_trace_order *order);
lm_trace lm_trace_of_new(lumen_runtime *rt);

// The time of an event, of the kind that the flags want, in LM_TRACE_TIME_WORDS words; LM_NONE: none is wanted.
enum { LM_TRACE_TIME_WORDS = 4 };
lm_term lm_trace_time_at(lm_term *words, lumen_runtime *rt, uint32_t flags);

// [{Name, Number}] in LM_TRACE_PAIR_WORDS words for each, and the event for `to`, copied; false: that process is gone.
enum { LM_TRACE_PAIR_WORDS = 5 };
typedef struct lm_trace_pair {
  lm_term name, value;
} lm_trace_pair;
lm_term lm_trace_pairs_at(lm_term *words, const lm_trace_pair *pairs, size_t count);
bool lm_trace_send(lm_proc *p, lm_term to, lm_term event);

// Puts this into the table of watchers.
void lm_trace_begin(lumen_runtime *rt);

#endif
