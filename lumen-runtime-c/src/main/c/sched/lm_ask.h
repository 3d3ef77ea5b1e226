// lm_ask.h: questions that one process asks another: is it alive, process_info. They are signals, so what was sent before
// takes effect before the answer is given.
//
// The asked one answers at its next safe point. The asker leaves compiled code, waits as in a receive, and finds the answer in
// p->answer; messages that arrive meanwhile go to its mailbox as always.
#ifndef LM_ASK_H
#define LM_ASK_H

#include "sched/lm_signal.h"

// "Are you alive?" p->question is open from now on. False: there is no such process.
bool lm_ask_alive(lm_proc *p, lm_term pid);

// process_info(Pid, What), likewise.
bool lm_ask_info(lm_proc *p, lm_term pid, lm_term what);

// What process_info(self(), What) answers; LM_NONE: badarg. `own`: asked by p itself, else from outside at a safe point.
typedef lm_term lm_info_function(lm_proc *p, lm_term what, bool own);
lm_info_function lm_process_info;

// The asked one: computes and sends the answers. May allocate for p; moves no term.
void lm_answer_all(lm_proc *p);

// The asker: an answer came.
void lm_take_answer(lm_proc *p, lm_fragment *signal);

// The asked one is gone: the answer is `undefined`, to "are you alive?" (What = true) it is false.
void lm_refuse_answer(lm_sched *sched, lm_fragment *signal);

// p ends: who asked it something hears that.
void lm_questions_end(lm_proc *p);
// Forgets them without a word: the runtime is closed.
void lm_questions_clear(lm_proc *p);

#endif
