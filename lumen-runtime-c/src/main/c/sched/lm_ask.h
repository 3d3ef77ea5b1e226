// lm_ask.h: questions that one process asks another: is it alive, process_info, has it collected, does it stand still. They are
// signals, so what was sent before takes effect before the answer is given.
//
// The asked one answers at its next safe point. The answer completes the asker's request (lm_completion.h).
#ifndef LM_ASK_H
#define LM_ASK_H

#include "sched/lm_signal.h"

// What process_info(self(), What) answers; LM_NONE: badarg. `own`: asked by p itself, else from outside at a safe point.
typedef lm_term lm_info_function(lm_proc *p, lm_term what, bool own);

// "Are you alive?" A request is open from now on. False: there is no such process.
bool lm_ask_alive(lm_proc *p, lm_term pid);

// process_info(Pid, What), likewise.
bool lm_ask_info(lm_proc *p, lm_term pid, lm_term what, lm_info_function *info);

// garbage_collect(Pid), likewise: the answer `true` comes after a major collection. And without waiting: {garbage_collect, Id, Alive}
// comes as a message.
bool lm_ask_collect(lm_proc *p, lm_term pid);
void lm_ask_collect_later(lm_proc *p, lm_term pid, lm_term id);

// "Do you stand still?", behind a SUSPEND (lm_suspend.h): likewise; the answer is `result`, or badarg from one that is gone.
bool lm_ask_suspended(lm_proc *p, lm_term pid, lm_term result);
// process_flag(Pid, save_calls, Count), likewise.
bool lm_ask_save_calls(lm_proc *p, lm_term pid, lm_term count);
// "Do you stand still?" without waiting: {Tag, suspended | not_suspended | badarg} comes as a message.
void lm_ask_suspended_later(lm_proc *p, lm_term pid, lm_term tag);

// A question or an order about tracing (lm_trace.h), likewise; and an order that nobody waits for.
bool lm_ask_trace(lm_proc *p, lm_term pid, lm_term what);
void lm_order_trace(lm_proc *p, lm_term pid, lm_term what);

// The asked one: computes and sends the answers, in the order of the questions, and what waited with them takes effect. May allocate
// for p; moves no term.
void lm_answer_all(lm_proc *p);

// Whether this question can be answered only after a collection.
bool lm_asks_to_collect(const lm_fragment *question);

// Sends one answer, a term of any heap, and frees the question.
void lm_answer(lm_proc *p, lm_fragment *question, lm_term result);

// The asked one, `self`, is gone: the answer is `undefined`, to "are you alive?" (What = true) and garbage_collect it is false, to
// what is to be set badarg. What waits with the questions hears so, too.
void lm_refuse_answer(lm_sched *sched, lm_term self, lm_fragment *signal);

// p ends: who asked it something hears that.
void lm_questions_end(lm_proc *p);
// Forgets them without a word: the runtime is closed.
void lm_questions_clear(lm_proc *p);

#endif
