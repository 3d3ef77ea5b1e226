#include "exec/lm_bottom.h"

#include "exec/lm_code.h"
#include "heap/lm_heap.h"
#include "lumen_atoms.h"

static LUMEN_CC void returned(LUMEN_CODE_PARAMS);
static LUMEN_CC void failed(LUMEN_CODE_PARAMS);

const lumen_return lm_bottom = {.code = returned,
                                .handler = failed,
                                .location = NULL,
                                .frame_words = 1,
                                .wants_trace = true};

static LUMEN_CC void returned(LUMEN_CODE_PARAMS) {
  (void)x1, (void)x2, (void)x3, (void)x4, (void)x5, (void)label;
  LM_STORE();
  lumen_set_exception(p, LM_NONE, x0, LM_NONE); // no class: the result
  p->exit_reason = LM_ATOM_NORMAL;
  p->leaving = LM_LEFT_EXITED;
}

static LUMEN_CC void failed(LUMEN_CODE_PARAMS) {
  (void)x3, (void)x4, (void)x5, (void)label;
  LM_STORE();
  lm_term trace = lumen_build_stacktrace(p, x2);
  lumen_set_exception(p, x0, x1, trace);
  if (x0 == LM_ATOM_ERROR) {
    p->exit_reason = lm_tuple2(p, x1, trace);
  } else if (x0 == LM_ATOM_THROW) {
    p->exit_reason = lm_tuple2(p, lm_tuple2(p, LM_ATOM_NOCATCH, x1), trace);
  } else {
    p->exit_reason = x1;
  }
  // A host that called is told by its callback.
  p->has_failed = x0 != LM_ATOM_EXIT && p->call == NULL;
  p->leaving = LM_LEFT_EXITED;
}
