// What grows with the number of things, and keeps nobody else waiting for all of it: the end of a process, the end of a table, the
// growth of a table. Steps are counted, not times.
#include "lm_check.h"

#include "ets/lm_ets_store.h"
#include "ets/lm_ets_walk.h"
#include "host/lm_host.h"
#include "lumen_atoms.h"
#include "lumen_bifs.h"
#include "sched/lm_mailbox.h"
#include "sched/lm_process.h"
#include "sched/lm_relations.h"
#include "sched/lm_runtime.h"
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
  CHECK(rt->ets.count == 0, "%zu tables", rt->ets.count);
}

// While a table grows each insert moves a few buckets, and all that is in it can be found, once.
static void growing(lm_term type) {
  lm_term table = new_table(p, type);
  const lm_ets_shard *s = lm_ets_find(rt, table)->shards;
  int64_t growths = 0;
  for (int i = 0; i < MANY; i++) {
    size_t moved = s->old == NULL ? 0 : s->moved;
    bool grew = s->old != NULL;
    insert(table, i);
    if (s->old != NULL) CHECK(s->moved - moved <= 4, "%zu buckets moved at once", s->moved - moved);
    growths += grew && s->old == NULL;
    if (i % 3 == 0) insert(table, i / 2); // a bag has equal ones once, a set one, others two
    if (i % 97 != 0 && i > 300) continue;
    size_t count = 0;
    lm_ets_access a;
    CHECK(lm_ets_enter_all(p, table, LM_ETS_READ, &a), "enter");
    lm_ets_walk walk;
    lm_ets_walk_from(&walk, &a, 0);
    while (lm_ets_walk_next(&walk) != NULL) count++;
    CHECK(count == lm_ets_size(a.table), "%zu objects, not %zu", count, lm_ets_size(a.table));
    lm_ets_leave(&a);
    for (int k = 0; k <= i; k += 1 + i / 50) {
      CHECK(lumen_bif_ets_member_2(p, table, N(k)) == LM_ATOM_TRUE, "%d of %d is not there", k, i);
    }
  }
  CHECK(growths >= 5, "it grew %lld times", (long long)growths);
  lumen_bif_ets_delete_1(p, table);
  run_all();
}

int main(void) {
  rt = lumen_runtime_new(&(lumen_config){.schedulers = 1});
  sched = lm_sched_new(rt, 1);
  p = lm_process_new(sched, NULL, 0);
  sched->current = p;
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
  lm_process_end(sched, p);
  run_all();
  CHECK(processes() == 0, "%llu processes", (unsigned long long)processes());
  lm_sched_free(sched);
  lumen_runtime_close(rt);
  return lm_check_result("slices");
}
