// The tree of an ordered_set: against a sorted row of the same keys, with its shape looked at after each change. Keys are of all kinds
// that have numbers of their own (lm_order_number), with many that numbers can't tell apart.
#include "lm_check.h"

#include "bif/lm_bif.h"
#include "ets/lm_ets_tree.h"
#include "host/lm_host.h"
#include "lumen_atoms.h"
#include "lumen_bifs.h"
#include "sched/lm_process.h"
#include "process/lm_runtime.h"
#include "sched/lm_sched.h"
#include "term/lm_compare.h"

enum { MOST = 4000, STEPS = LM_STRESS != 0 || LM_DEBUG != 0 ? 4000 : 60000 };

static lumen_runtime *rt;
static lm_proc *p;
static lm_term row[MOST]; // the keys that are in the table, in order
static size_t row_count;
static uint64_t seed = 88172645463325252u;

static uint64_t any(uint64_t below) {
  seed ^= seed << 13;
  seed ^= seed >> 7;
  seed ^= seed << 17;
  return seed % below;
}

static lm_term tuple2(lm_term a, lm_term b) { return lm_tuple2(p, a, b); }

static lm_term any_key(int kind) {
  static const lm_term atoms[] = {LM_ATOM_TRUE, LM_ATOM_FALSE, LM_ATOM_UNDEFINED, LM_ATOM_ORDERED_SET, LM_ATOM_SET};
  lm_term atom = atoms[any(5)], small = lm_small((int64_t)any(3000) - 1500);
  switch (kind) {
    case 0: return small;
    case 1: return tuple2(lm_small((int64_t)any(4)), small);
    case 2: return tuple2(atom, tuple2(small, atom));
    case 3: return lm_cons(p, small, any(2) == 0 ? LM_NIL : lm_cons(p, atom, LM_NIL));
    case 4: return lm_float(p, (double)any(2000) / 2 - 500);
    case 5: return tuple2(lm_float(p, (double)any(8) / 2), small);
    case 6: return tuple2(lm_small((int64_t)1 << 58), lm_small((int64_t)any(9)));
    case 7: return tuple2(lm_small(((int64_t)1 << 58) + (int64_t)any(900)), atom);
    default: return atom;
  }
}

// ---- the shape ----------------------------------------------------------------------------------------------------------------

static const lm_ets_node *leaf_before;
static size_t seen;

static void check_node(const lm_ets_table *t, const lm_ets_node *n, bool is_root) {
  CHECK(n->count > 0 && n->count <= LM_ETS_NODE_ENTRIES, "%u entries", n->count);
  CHECK(!is_root || n->level == 0 || n->count > 1, "a root with one child");
  for (uint32_t i = 0; i < n->count; i++) {
    lm_term key = lm_ets_key(t, n->objects[i]);
    lm_term numbered = n->alike == 0 ? key : lm_elements(key)[n->alike];
    CHECK(n->numbers[i] == lm_order_number(rt, numbered), "a number");
    CHECK(i == 0 || n->numbers[i - 1] <= n->numbers[i], "numbers are not in order");
    if (n->level == 0) {
      CHECK(seen < row_count && lm_compare(rt, key, row[seen]) == 0, "entry %zu", seen);
      seen++;
      continue;
    }
    const lm_ets_node *child = n->children[i];
    CHECK(child->level + 1 == n->level && child->objects[0] == n->objects[i], "a child");
    check_node(t, child, false);
  }
  if (n->level > 0) return;
  CHECK(n->before == leaf_before && (leaf_before == NULL || leaf_before->after == n), "leaves are linked");
  leaf_before = n;
}

static void check_shape(const lm_ets_table *t) {
  leaf_before = NULL;
  seen = 0;
  if (t->shards[0].root != NULL) check_node(t, t->shards[0].root, true);
  CHECK(seen == row_count && lm_ets_size(t) == row_count, "%zu of %zu objects", seen, row_count);
  CHECK(leaf_before == NULL || leaf_before->after == NULL, "the last leaf");
}

// ---- changes --------------------------------------------------------------------------------------------------------------------

static size_t place_of(lm_term key, bool *there) {
  size_t low = 0, high = row_count;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (lm_compare(rt, row[middle], key) < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  *there = low < row_count && lm_compare(rt, row[low], key) == 0;
  return low;
}

static bool is_end(lm_term t) { return t == LM_ATOM_END_OF_TABLE; }

static void ask(lm_term table, lm_term key) {
  bool there;
  size_t at = place_of(key, &there);
  CHECK(lumen_bif_ets_member_2(p, table, key) == lm_boolean(there), "member");
  lm_term next = lumen_bif_ets_next_2(p, table, key), before = lumen_bif_ets_prev_2(p, table, key);
  CHECK(at + there < row_count ? lm_compare(rt, next, row[at + there]) == 0 : is_end(next), "next");
  CHECK(at > 0 ? lm_compare(rt, before, row[at - 1]) == 0 : is_end(before), "prev");
}

static void change(lm_term table, lm_term key, bool add) {
  bool there;
  size_t at = place_of(key, &there);
  if (add && !there && row_count == MOST) return;
  if (add) {
    lumen_bif_ets_insert_2(p, table, tuple2(key, LM_NIL));
    if (!there) {
      memmove(row + at + 1, row + at, (row_count - at) * sizeof *row);
      row_count++;
    }
    row[at] = key;
  } else {
    lumen_bif_ets_delete_2(p, table, key);
    if (!there) return;
    row_count--;
    memmove(row + at, row + at + 1, (row_count - at) * sizeof *row);
  }
}

// Keys of `kinds` from `kind` on; it grows to many and shrinks to none, twice.
static void changes(int kind, int kinds) {
  lm_term table = lumen_bif_ets_new_2(p, LM_ATOM_TABLE, lm_cons(p, LM_ATOM_ORDERED_SET, LM_NIL));
  const lm_ets_table *t = lm_ets_find(rt, table);
  row_count = 0;
  for (int i = 0; i < STEPS; i++) {
    lm_term key = any_key(kind + (int)any((uint64_t)kinds));
    bool grows = (i / (STEPS / 4)) % 2 == 0;
    if (!grows && row_count > 0 && any(3) > 0) key = row[any(row_count)];
    change(table, key, any(8) == 0 ? !grows : grows);
    if (i % 16 == 0) ask(table, any_key(kind + (int)any((uint64_t)kinds)));
    if (row_count < 200 || i % 256 == 0) check_shape(t);
  }
  while (row_count > 0) change(table, row[any(row_count)], false);
  check_shape(t);
  CHECK(t->shards[0].root == NULL, "an empty tree has no nodes");
  lumen_bif_ets_delete_1(p, table);
}

// Numbers order terms as far as they go.
static void numbers(void) {
  for (int i = 0; i < STEPS; i++) {
    lm_term a = any_key((int)any(9)), b = any_key((int)any(9));
    uint64_t x = lm_order_number(rt, a), y = lm_order_number(rt, b);
    int order = lm_compare(rt, a, b);
    CHECK(order == 0 ? x == y : order < 0 ? x <= y : x >= y, "numbers of two terms");
    CHECK(x != y || !lm_order_number_is_exact(x) || order == 0, "a number that stands for one");
  }
}

int main(void) {
  rt = lumen_runtime_new(&(lumen_config){.schedulers = 1});
  lm_sched *sched = lm_sched_new(rt, 1);
  p = lm_process_new(sched, NULL, 0);
  sched->worker.current = p;
  numbers();
  changes(0, 1);
  changes(1, 1);
  changes(2, 1);
  changes(0, 9);
  changes(5, 3);
  lm_process_end(sched, p);
  lm_sched_free(sched);
  lumen_runtime_close(rt);
  return lm_check_result("ets_tree");
}
