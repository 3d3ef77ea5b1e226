// What grows with the number of things, and keeps nobody else waiting for all of it: the end of a process, the end of a table, the
// growth of a table; and that large objects of tables are read without a lock. Steps are counted, not times.
#include "lm_check.h"

#include "bif/lm_bif.h"
#include "ets/lm_ets_store.h"
#include "ets/lm_ets_walk.h"
#include "host/lm_host.h"
#include "lumen_atoms.h"
#include "lumen_bifs.h"
#include "sched/lm_mailbox.h"
#include "sched/lm_process.h"
#include "sched/lm_relations.h"
#include "process/lm_runtime.h"
#include "sched/lm_signal.h"

#define N(n) lm_small(n)
enum { MANY = LM_STRESS != 0 || LM_DEBUG != 0 ? 2500 : 20000 };

static lumen_runtime *rt;
static lm_sched *sched; // of our own: nobody steals from it, and what stands in its queue is run here
static lm_proc *p;      // the one that does things; it has no code

static uint64_t processes(void) { return atomic_load(&rt->pids.live); }

// Runs who stands in the queue until nobody does; answers how many turns that took.
static int64_t run_all(void) {
  int64_t turns = 0;
  for (lm_proc *q; (q = lm_ring_take(&sched->ring)) != NULL; turns++) lm_process_run(sched, q);
  return turns;
}

// Not fewer turns than slices; nor many more: buckets and tables take time, too.
static void check_turns(int64_t turns, int64_t things, const char *what) {
  CHECK(turns >= things / LM_END_SLICE && turns <= 2 * things / LM_END_SLICE + 10, "%s: %lld turns for %lld", what, (long long)turns,
        (long long)things);
}

static void end(lm_proc *q, const char *what, int64_t things) {
  q->exit_reason = LM_ATOM_KILLED;
  uint64_t before = processes();
  lm_process_end(sched, q);
  CHECK(processes() == before - 1 && lm_pids_find(&rt->pids, q->abi.self) == NULL, "%s: it can still be found", what);
  check_turns(1 + run_all(), things, what);
}

static void watched(void) {
  lm_proc *q = lm_process_new(sched, NULL, 0);
  for (int i = 0; i < MANY; i++) lm_monitor(p, q->abi.self, LM_NONE, lm_unique(sched));
  lm_signals_take(q);
  end(q, "monitors", MANY);
  lm_signals_take(p);
  CHECK(p->mail.count == MANY, "%zu of %d were told", p->mail.count, MANY);
  while (p->mail.first != NULL) lm_mailbox_drop(p, &p->mail.first);
}

static void linked(void) {
  lm_proc *q = lm_process_new(sched, NULL, 0), **others = lm_room(MANY, sizeof *others);
  for (int i = 0; i < MANY; i++) {
    others[i] = lm_process_new(sched, NULL, 0);
    lm_link_child(q, others[i]);
  }
  end(q, "links", MANY);
  for (int i = 0; i < MANY; i++) {
    lm_signals_take(others[i]);
    CHECK(others[i]->flags & LM_PROC_EXITING, "number %d was not told", i);
    lm_process_end(sched, others[i]);
  }
  free(others);
}

static void has_mail(void) {
  lm_proc *q = lm_process_new(sched, NULL, 0);
  for (int i = 0; i < MANY; i++) lm_send(sched, q->abi.self, N(i));
  lm_signals_take(q);
  for (int i = 0; i < MANY; i++) lm_send(sched, q->abi.self, N(i)); // come too late
  end(q, "messages", 2 * MANY);
}

// ---- tables -------------------------------------------------------------------------------------------------------------------

static lm_term new_table(lm_proc *owner, lm_term type) {
  return lumen_bif_ets_new_2(owner, LM_ATOM_TABLE, lm_cons(owner, type, lm_cons(owner, LM_ATOM_PUBLIC, LM_NIL)));
}

static void insert(lm_term table, int64_t key) {
  lm_term object[] = {LM_HEADER(LM_KIND_TUPLE, 0, 2), N(key), N(key)};
  CHECK(lumen_bif_ets_insert_2(p, table, lm_boxed_at(object)) == LM_ATOM_TRUE, "insert");
}

static void deleted(lm_term type) {
  lm_term table = new_table(p, type);
  for (int i = 0; i < MANY; i++) insert(table, i);
  uint64_t before = processes();
  CHECK(lumen_bif_ets_internal_delete_all_2(p, table, LM_ATOM_UNDEFINED) == N(MANY), "delete_all_objects");
  CHECK(processes() == before && lumen_bif_ets_info_2(p, table, LM_ATOM_SIZE) == N(0), "the table is empty, and nobody can be seen");
  check_turns(run_all(), MANY, "all objects");
  for (int i = 0; i < MANY; i++) insert(table, i);
  CHECK(lumen_bif_ets_delete_1(p, table) == LM_ATOM_TRUE, "delete");
  CHECK(lumen_bif_ets_info_2(p, table, LM_ATOM_SIZE) == LM_ATOM_UNDEFINED, "a table that was deleted");
  check_turns(run_all(), MANY, "a table");
}

static void owns_tables(void) {
  lm_proc *q = lm_process_new(sched, NULL, 0);
  for (int i = 0; i < MANY; i++) CHECK(new_table(q, LM_ATOM_SET) != LM_NONE, "new");
  end(q, "tables", MANY);
  CHECK(rt->ets->count == 0, "%zu tables", rt->ets->count);
}

typedef struct counting {
  lm_ets_walk walk;
  size_t count;
} counting;

static bool count_one(lm_ets_walk *w, const lm_ets_table *t, lm_ets_object *o) {
  (void)t, (void)o;
  ((counting *)(void *)w)->count++;
  return true;
}

// While a table grows each insert makes a few buckets at most, and all that is in it can be found, once.
static void growing(lm_term type) {
  lm_term table = new_table(p, type);
  lm_ets_table *t = lm_ets_find(rt, table);
  const lm_ets_shard *s = t->shards;
  for (int i = 0; i < MANY; i++) {
    size_t buckets = s->buckets;
    insert(table, i);
    CHECK(s->buckets - buckets <= 4, "%zu buckets at once", s->buckets - buckets);
    if (i % 3 == 0) insert(table, i / 2); // a bag has equal ones once, a set one, others two
    if (i % 97 != 0 && i > 300) continue;
    counting c = {.walk = {.p = p, .id = table, .right = LM_ETS_READ, .visit = count_one}};
    CHECK(lm_ets_walk_hashed(&c.walk, &(lm_ets_position){0, 0}), "walk");
    CHECK(c.count == lm_ets_size(t), "%zu objects, not %zu", c.count, lm_ets_size(t));
    for (int k = 0; k <= i; k += 1 + i / 50) {
      CHECK(lumen_bif_ets_member_2(p, table, N(k)) == LM_ATOM_TRUE, "%d of %d is not there", k, i);
    }
  }
  CHECK(s->buckets >= lm_ets_size(t), "%zu buckets", s->buckets);
  lumen_bif_ets_delete_1(p, table);
  run_all();
}

// ---- objects without a lock -----------------------------------------------------------------------------------------------------

enum { LARGE_ONES = 40, LARGE = 700 };

static void insert_large(lm_term table, int64_t key) {
  lm_term list = LM_NIL;
  for (int i = 0; i < LARGE; i++) list = lm_cons(p, N(key), list);
  lumen_bif_ets_insert_2(p, table, lm_tuple2(p, N(key), list));
}

// Changes the table that is walked through; which would wait for ever if its lock were held.
static bool change_meanwhile(lm_ets_walk *w, const lm_ets_table *t, lm_ets_object *o) {
  lm_term key = lm_ets_key(t, o), list = lm_elements(lm_ets_term(o))[1];
  lumen_bif_ets_delete_2(p, w->id, key);
  insert(w->id, -1 - lm_small_value(key));
  int length = 0;
  for (; lm_is_cons(list) && lm_head(list) == key; list = lm_tail(list)) length++;
  CHECK(length == LARGE, "an object that was deleted meanwhile");
  return count_one(w, t, o);
}

static void large_objects(lm_term type) {
  lm_term table = new_table(p, type);
  for (int i = 0; i < LARGE_ONES; i++) insert_large(table, i);
  counting c = {.walk = {.p = p, .id = table, .right = LM_ETS_READ, .visit = change_meanwhile}};
  lm_ets_object *end;
  bool there = type == LM_ATOM_ORDERED_SET ? lm_ets_walk_tree(&c.walk, LM_NONE, true, &end) : lm_ets_walk_hashed(&c.walk, &(lm_ets_position){0, 0});
  CHECK(there && c.count == LARGE_ONES, "%zu large objects", c.count);
  lumen_bif_ets_delete_1(p, table);
  run_all();
}

// An object that somebody keeps does not change, whatever becomes of it in its table.
static void kept(lm_term type) {
  lm_term table = new_table(p, type), key = N(1);
  lm_ets_access a;
  insert(table, 1);
  CHECK(lm_ets_enter(p, table, LM_ETS_READ, key, &a), "enter");
  lm_ets_object *o = lm_ets_lookup(p, &a, key);
  lm_ets_keep(o);
  lm_ets_leave(p, &a);
  CHECK(lumen_bif_ets_update_element_3(p, table, key, lm_tuple2(p, N(2), N(7))) == LM_ATOM_TRUE, "update_element");
  CHECK(lumen_bif_ets_update_counter_3(p, table, key, N(3)) == N(10), "update_counter");
  lumen_bif_ets_delete_2(p, table, key);
  CHECK(lm_elements(lm_ets_term(o))[1] == N(1), "it has changed");
  lm_ets_object_free(lm_sched_pool(sched), o);
  lumen_bif_ets_delete_1(p, table);
}

int main(void) {
  rt = lumen_runtime_new(&(lumen_config){.schedulers = 1});
  sched = lm_sched_new(rt, 1);
  p = lm_process_new(sched, NULL, 0);
  sched->worker.current = p;
  watched();
  linked();
  has_mail();
  deleted(LM_ATOM_SET);
  deleted(LM_ATOM_DUPLICATE_BAG);
  deleted(LM_ATOM_ORDERED_SET);
  owns_tables();
  growing(LM_ATOM_SET);
  growing(LM_ATOM_BAG);
  growing(LM_ATOM_DUPLICATE_BAG);
  large_objects(LM_ATOM_SET);
  large_objects(LM_ATOM_ORDERED_SET);
  kept(LM_ATOM_SET);
  kept(LM_ATOM_ORDERED_SET);
  lm_process_end(sched, p);
  run_all();
  CHECK(processes() == 0, "%llu processes", (unsigned long long)processes());
  lm_sched_free(sched);
  lumen_runtime_close(rt);
  return lm_check_result("slices");
}
