#include "host/lm_input.h"

#include "memory/lm_memory.h"
#include "lumen_atoms.h"
#include "process/lm_runtime.h"
#include "sched/lm_dirty.h"
#include "sched/lm_visitor.h"
#include "term/lm_bits.h"

enum { CHUNK = 1 << 16 };

// False: none is there yet.
static bool read_for(lumen_runtime *rt, lm_request reader) {
  uint8_t *bytes = lm_new(CHUNK);
  long length = lm_read_input(bytes, CHUNK);
  if (length >= 0) {
    lm_sched *visitor = lm_visitor_take(rt);
    lm_term input = length == 0 ? LM_ATOM_EOF : lm_binary(lm_scratch(visitor), bytes, (size_t)length);
    lm_complete(visitor, reader, LM_NONE, input);
    lm_visitor_give(visitor);
  }
  lm_delete(bytes);
  return length >= 0;
}

bool lm_input_wanted(const lumen_runtime *rt) { return rt->reader.pid != LM_NONE; }

bool lm_input_take(lumen_runtime *rt) {
  lm_request reader = rt->reader;
  if (!lm_input_wanted(rt) || !read_for(rt, reader)) return false;
  rt->reader.pid = LM_NONE;
  return true;
}

#if LM_HAS_THREADS

typedef struct reading {
  lm_job job; // first
  lm_request reader;
} reading;

static void drop(lm_job *job) { lm_delete(job); }

static void run(lm_job *job, lumen_runtime *rt) {
  lm_request reader = ((reading *)job)->reader;
  while (!atomic_load(&rt->stopping) && !read_for(rt, reader)) continue;
  drop(job);
}

void lm_input_ask(lumen_runtime *rt, lm_request reader) {
  reading *r = lm_new(sizeof *r);
  *r = (reading){{.run = run, .drop = drop}, reader};
  lm_dirty_submit(rt, LM_DIRTY_IO, &r->job);
}

#else

void lm_input_ask(lumen_runtime *rt, lm_request reader) {
  rt->reader = reader;
  rt->take_input = lm_input_take;
}

#endif
