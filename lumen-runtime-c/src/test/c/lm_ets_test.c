// Tables under several schedulers: processes that insert, look up, count, delete, search and fix the same table at once, and
// owners that end while others use their tables. What single calls answer is compared with OTP elsewhere (oracle/sessions.c);
// here it is locks, ownership and memory.
//
// with threads
#include "lm_image.h"

#include "bif/lm_bif.h"
#include "ets/lm_ets.h"
#include "exec/lm_code.h"
#include "host/lm_host.h"
#include "process/lm_runtime.h"
#include "etf/lm_etf.h"

#define N(n) LM_SMALL(n)
enum { WORKERS = 6, ROUNDS = LM_DEBUG || LM_STRESS ? 150 : 2000 };

static _Atomic int wrong; // what processes found that they should not
static lm_term name_shared, name_hits, name_done, module_t;

#define TUPLE(...) {LM_HEADER(LM_KIND_TUPLE, 0, sizeof((lm_term[]){__VA_ARGS__}) / sizeof(lm_term)), __VA_ARGS__}

static lm_term count(lm_proc *p, lm_term key, int64_t by) {
  lm_term operation[] = TUPLE(N(2), N(by));
  return lumen_bif_ets_update_counter_3(p, name_shared, key, lm_boxed_at(operation));
}

static bool insert(lm_proc *p, lm_term key, lm_term value) {
  lm_term object[] = TUPLE(key, value);
  return lumen_bif_ets_insert_2(p, name_shared, lm_boxed_at(object)) == LM_ATOM_TRUE;
}

// ---- what compiled code calls; each is out of line, since it has variables with addresses --------------------------------------

static LM_OUT_OF_LINE lm_term create(lm_proc *p, lm_term kind) {
  static const lm_term types[] = {LM_ATOM_SET, LM_ATOM_SET, LM_ATOM_ORDERED_SET, LM_ATOM_DUPLICATE_BAG};
  lm_term concurrency[] = TUPLE(LM_ATOM_WRITE_CONCURRENCY, lm_boolean(kind == N(1)));
  lm_term list = lm_cons(p, LM_ATOM_NAMED_TABLE, lm_cons(p, LM_ATOM_PUBLIC, LM_NIL));
  list = lm_cons(p, types[lm_small_value(kind)], lm_cons(p, lm_boxed_at(concurrency), list));
  lm_term table = lumen_bif_ets_new_2(p, name_shared, list);
  if (table == LM_NONE) return LM_NONE;
  insert(p, name_done, N(0));
  insert(p, name_hits, N(0));
  return table;
}

// How many workers are done. In a bag counters can't count: then each inserts an object.
static LM_OUT_OF_LINE lm_term done(lm_proc *p) {
  lm_term found = lumen_bif_ets_lookup_2(p, name_shared, name_done);
  if (found == LM_NONE) return LM_NONE;
  lm_term n = lm_elements(lm_head(found))[1];
  return lm_is_nil(lm_tail(found)) ? n : N(lm_small_value(lumen_bif_erlang_length_1(p, found)) - 1);
}

static LM_OUT_OF_LINE lm_term round_of(lm_proc *p, lm_term n, lm_term worker) {
  int64_t i = lm_small_value(n), w = lm_small_value(worker);
  lm_term key = N(i * 100 + w);
  if (!insert(p, key, lm_cons(p, worker, LM_NIL))) return LM_NONE;
  lm_term found = lumen_bif_ets_lookup_2(p, name_shared, key);
  if (found == LM_NONE || !lm_is_cons(found) || lm_head(lm_elements(lm_head(found))[1]) != worker) atomic_fetch_add(&wrong, 1);
  count(p, name_hits, 1); // badarg in a bag
  if (i % 2 == 0) lumen_bif_ets_delete_2(p, name_shared, key);
  if (i % 16 == 0) {
    lumen_bif_ets_safe_fixtable_2(p, name_shared, LM_ATOM_TRUE);
    lm_term at = lumen_bif_ets_first_1(p, name_shared);
    for (int steps = 0; steps < 20 && at != LM_ATOM_END_OF_TABLE; steps++) {
      at = lumen_bif_ets_next_2(p, name_shared, at);
      if (at == LM_NONE) return LM_NONE; // the table is fixed: no key can be gone
    }
    lumen_bif_ets_safe_fixtable_2(p, name_shared, LM_ATOM_FALSE);
  }
  if (i % 64 == 0) {
    lm_term pattern[] = TUPLE(LM_ATOM_WILDCARD, lm_cons(p, worker, LM_NIL));
    lm_term mine = lumen_bif_ets_match_object_2(p, name_shared, lm_boxed_at(pattern));
    for (; lm_is_cons(mine); mine = lm_tail(mine)) {
      if (lm_head(lm_elements(lm_head(mine))[1]) != worker) atomic_fetch_add(&wrong, 1);
    }
  }
  return LM_ATOM_OK;
}

static LM_OUT_OF_LINE lm_term finish(lm_proc *p) {
  if (count(p, name_done, 1) == LM_NONE) insert(p, name_done, N(1));
  return LM_ATOM_OK;
}

// Makes tables of its own, hands their ids to nobody, uses the shared one while it may be gone at any moment.
static LM_OUT_OF_LINE lm_term visit(lm_proc *p, lm_term n) {
  lm_term own = lumen_bif_ets_new_2(p, name_hits, LM_NIL);
  lm_term object[] = TUPLE(n, own);
  lumen_bif_ets_insert_2(p, own, lm_boxed_at(object));
  lumen_bif_ets_insert_2(p, name_shared, lm_boxed_at(object)); // or badarg
  lumen_bif_ets_lookup_2(p, name_shared, n);
  lumen_bif_ets_info_1(p, name_shared);
  if (lm_small_value(n) % 3 == 0) lumen_bif_ets_delete_1(p, own);
  return LM_ATOM_OK;
}

// ---- processes --------------------------------------------------------------------------------------------------------------------

// owner(Kind): the table lives until all workers are done; answers how many objects it has then.
CODE(owner_waits) {
  ENTER(owner_waits, 1);
  PRIMITIVE(x0, done(p));
  if (x0 != N(WORKERS)) LEAVE(owner_waits, 1);
  PRIMITIVE(x0, lumen_bif_ets_info_2(p, name_shared, LM_ATOM_SIZE));
  RETURN(x0);
}
CODE(owner) {
  ENTER(owner, 1);
  PRIMITIVE(x0, create(p, x0));
  TAIL(owner_waits);
}

// worker(Rounds, Number)
CODE(worker) {
  ENTER(worker, 2);
  NEED(200, 2);
  if (x0 == N(0)) {
    PRIMITIVE(x0, finish(p));
    RETURN(x0);
  }
  PRIMITIVE(x2, round_of(p, x0, x1));
  x0 -= 8;
  TAIL(worker);
}

// visitor(Rounds): uses the table that owners make and lose meanwhile.
CODE(visitor) {
  ENTER(visitor, 1);
  NEED(200, 1);
  if (x0 == N(0)) RETURN(LM_ATOM_OK);
  PRIMITIVE(x1, visit(p, x0));
  x0 -= 8;
  TAIL(visitor);
}

// short_owner(Kind): owns the table for one slice.
CODE(short_owner_ends) {
  ENTER(short_owner_ends, 1);
  RETURN(LM_ATOM_OK);
}
CODE(short_owner) {
  ENTER(short_owner, 1);
  PRIMITIVE(x0, create(p, x0));
  LEAVE(short_owner_ends, 1);
}

static const test_function functions[] = {
    {"owner", 1, owner}, {"worker", 2, worker}, {"visitor", 1, visitor}, {"short_owner", 1, short_owner}};

// ---- the module, and calls --------------------------------------------------------------------------------------------------------

static void make_image(void) {
  make_module(functions, sizeof functions / sizeof *functions);
  module_t = module.name;
  name_shared = atom("shared");
  name_hits = atom("hits");
  name_done = atom("done");
}

typedef struct outcome {
  lm_parking done;
  _Atomic int32_t status;
  uint8_t bytes[16];
} outcome;

static void on_end(void *context, int32_t status, const uint8_t *bytes, uint64_t length) {
  outcome *o = context;
  memcpy(o->bytes, bytes, length < sizeof o->bytes ? length : sizeof o->bytes);
  atomic_store(&o->status, status);
  lm_unpark(&o->done);
}

static void start(lumen_runtime *rt, outcome *o, const char *name, int64_t a, int64_t b, int arity) {
  lm_term cells[4] = {N(a), arity == 2 ? lm_cons_at(cells + 2) : LM_NIL, N(b), LM_NIL};
  lm_buffer bytes;
  lm_buffer_open(&bytes);
  lm_etf_encode(&bytes, rt, lm_cons_at(cells), 0);
  lm_parking_init(&o->done);
  atomic_store(&o->status, -1);
  lumen_call(rt, "t", name, bytes.bytes, bytes.length, on_end, o);
  lm_buffer_close(&bytes);
}

static int32_t await(outcome *o) {
  int32_t status;
  while ((status = atomic_load(&o->status)) < 0) lm_park(&o->done, LM_FOREVER);
  return status;
}

// Small integers in the external format.
static int64_t number(const outcome *o) {
  if (o->bytes[1] == 97) return o->bytes[2];
  return (int64_t)o->bytes[2] << 24 | o->bytes[3] << 16 | o->bytes[4] << 8 | o->bytes[5];
}

static size_t tables(lumen_runtime *rt) {
  lm_mutex_lock(&rt->ets->lock);
  size_t count = rt->ets->count;
  lm_mutex_unlock(&rt->ets->lock);
  return count;
}

static void run(int schedulers) {
  static outcome outcomes[200]; // a callback may still be in one after it was seen to be done
  outcome *o = outcomes;
  lumen_runtime *rt = lumen_runtime_new(&(lumen_config){.schedulers = schedulers});
  CHECK(lumen_runtime_load(rt, &image) == NULL, "load");
  for (int kind = 0; kind < 4 && LM_HAS_THREADS; kind++) {
    outcome *table = o++, *first = o;
    start(rt, table, "owner", kind, 0, 1);
    for (;;) { // until the table is there
      lm_host_enter(rt);
      lm_ets_table *t = lm_ets_find(rt, name_shared);
      bool there = t != NULL && lm_ets_size(t) == 2;
      lm_host_leave(rt);
      if (there) break;
      lm_cpu_relax();
    }
    for (int i = 0; i < WORKERS; i++) start(rt, o++, "worker", ROUNDS, i, 2);
    for (; first < o; first++) CHECK(await(first) == LUMEN_OK, "worker: %d", atomic_load(&first->status));
    CHECK(await(table) == LUMEN_OK, "owner: %d", atomic_load(&table->status));
    while (tables(rt) > 0) lm_cpu_relax(); // a call is answered before the tables of its process are gone
    // Objects with odd numbers stay; and the counters, or in a bag what stands for them.
    int64_t expected = WORKERS * (ROUNDS / 2) + 2 + (kind == 3 ? WORKERS : 0);
    CHECK(number(table) == expected, "%lld objects, not %lld", (long long)number(table), (long long)expected);
  }
  outcome *first = o;
  for (int i = 0; i < 4; i++) start(rt, o++, "visitor", ROUNDS, 0, 1);
  for (int i = 0; i < 20; i++) {
    start(rt, o, "short_owner", i % 4, 0, 1);
    await(o++); // badarg when the one before has not lost the name yet
  }
  for (; first < o; first++) await(first);
  while (tables(rt) > 0) lm_cpu_relax();
  lumen_runtime_close(rt);
  CHECK(atomic_load(&wrong) == 0, "%d wrong answers", atomic_load(&wrong));
}

int main(void) {
  make_image();
  run(1);
  run(4);
  return lm_check_result("ets");
}
