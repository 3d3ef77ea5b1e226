#include "sched/lm_completion.h"

#include "exec/lm_code.h"
#include "sched/lm_relations.h"
#include "sched/lm_sched.h"
#include "sched/lm_visitor.h"
#include "term/lm_error.h"

lm_request lm_request_open(lm_proc *p) {
  p->request = lm_unique(p->sched);
  return (lm_request){p->abi.self, p->request};
}

uint64_t lm_request_of(const lm_fragment *signal) { return lm_reference_unique(lm_elements(signal->term)[0]); }

lm_fragment *lm_request_signal(lm_sched *sched, enum lm_signal_kind kind, lm_term from, uint64_t number, lm_term class, lm_term term) {
  size_t size = class == LM_NONE ? 2 : 3, words = lm_copy_size(term);
  lm_fragment *f = lm_fragment_new(sched->pool, 1 + size + LM_REFERENCE_WORDS + words);
  lm_term *tuple = f->words, *top = tuple + 1 + size + LM_REFERENCE_WORDS;
  tuple[0] = LM_HEADER(LM_KIND_TUPLE, 0, size);
  tuple[1] = lm_reference_at(tuple + 1 + size, number, 0);
  if (class != LM_NONE) tuple[2] = class;
  tuple[size] = lm_copy_to(term, words, &top, &f->off_heap);
  f->used = (size_t)(top - f->words);
  f->kind = kind;
  f->from = from;
  f->term = lm_boxed_at(tuple);
  return f;
}

bool lm_complete(lm_sched *visitor, lm_request request, lm_term class, lm_term term) {
  return lm_visitor_signal(visitor, request.pid,
                           lm_request_signal(visitor, LM_SIGNAL_ANSWER, LM_NONE, request.number, class, term));
}

void lm_completion_take(lm_proc *p, lm_fragment *f) {
  if (p->request == lm_request_of(f) && p->answer == NULL) {
    p->answer = f;
  } else {
    lm_fragment_free(lm_sched_pool(p->sched), f);
  }
}

// LM_NONE: the exception is set.
static LM_OUT_OF_LINE lm_term take(lm_proc *p) {
  lm_fragment *f = p->answer;
  p->answer = NULL;
  p->request = 0;
  lm_term answer = f->term;
  lm_heap_adopt(p, f);
  const lm_term *e = lm_elements(answer);
  return lm_tuple_size(answer) == 2 ? e[1] : lm_fail(p, e[1], e[2]);
}

LUMEN_CC void lm_await_completion(LUMEN_CODE_PARAMS) {
  (void)x0;
  LM_STORE();
  if (p->answer == NULL) {
    p->abi.resume = lm_await_completion;
    p->abi.live = 0;
    p->leaving = LM_LEFT_WAITING;
    return;
  }
  lm_term result = take(p);
  if (result == LM_NONE) LM_RAISE();
  LM_RETURN(result);
}
