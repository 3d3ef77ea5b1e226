// Tables whose keys come from outside: keys that were made to meet, by somebody who knows every constant of the hash functions but
// not the salt of the runtime, stand in rows no longer than those of other keys.
#include "lm_check.h"

#include "bif/lm_bif.h"
#include "ets/lm_ets_store.h"
#include "host/lm_host.h"
#include "sched/lm_process.h"
#include "process/lm_runtime.h"
#include "term/lm_hash.h"

#include "memory/lm_registry.c" // for its slots

enum { KEYS = 4000, LOW_BITS = 20, LONGEST = 40 };

static lumen_runtime *rt;
static lm_proc *p;

// The x with x * odd == 1 (Newton).
static uint64_t inverse(uint64_t odd) {
  uint64_t x = odd;
  for (int i = 0; i < 6; i++) x *= 2 - odd * x;
  return x;
}

// The key whose lm_hash_mix is `h`.
static uint64_t unmix(uint64_t h) {
  h ^= h >> 33;
  h *= inverse(0xc4ceb9fe1a85ec53u);
  h ^= h >> 33;
  h *= inverse(0xff51afd7ed558ccdu);
  return h ^ h >> 33;
}

// A small integer whose hash without salt ends in LOW_BITS zeros.
static lm_term meeting_key(void) {
  for (;;) {
    lm_term t = unmix(lm_random() << LOW_BITS);
    if (lm_is_small(t)) return t;
  }
}

static void tables(void) {
  lm_term name = LM_ATOM_ERROR, list = lm_cons(p, LM_ATOM_NAMED_TABLE, LM_NIL);
  CHECK(lumen_bif_ets_new_2(p, name, list) == name, "ets:new");
  for (int i = 0; i < KEYS; i++) {
    lm_term key = meeting_key();
    CHECK((lm_hash(key) & ((1 << LOW_BITS) - 1)) == 0, "that key does not meet the others");
    lumen_bif_ets_insert_2(p, name, lm_tuple2(p, key, LM_ATOM_OK));
  }
  const lm_ets_shard *s = lm_ets_find(rt, name)->shards;
  size_t longest = 0, all = 0;
  for (size_t i = 0; i < s->buckets; i++) {
    size_t length = 0;
    for (lm_ets_object *o = lm_ets_bucket(s, i); o != NULL; o = o->next) length++;
    if (length > longest) longest = length;
    all += length;
  }
  CHECK(all == KEYS, "%zu objects", all);
  CHECK(longest < LONGEST, "a chain of %zu", longest);
  lumen_bif_ets_delete_1(p, name);
}

static void registries(void) {
  lm_registry registry;
  lm_registry_init(&registry, rt->salt);
  for (int i = 0; i < KEYS; i++) {
    uint64_t key = unmix(lm_random() << LOW_BITS);
    lm_registry_exchange(&registry, key, 0, 1);
  }
  lm_registry_table *table = atomic_load(&registry.table);
  size_t longest = 0, length = 0;
  for (size_t i = 0; i < table->size; i++) {
    length = atomic_load(&table->slots[i].key) == 0 ? 0 : length + 1;
    if (length > longest) longest = length;
  }
  CHECK(table->keys == KEYS, "%zu keys", table->keys);
  CHECK(longest < 10 * LONGEST, "a row of %zu", longest);
  lm_registry_destroy(&registry);
}

// The order of a table is that of its hashes: if two runtimes agree, there is no salt.
static void another_runtime(void) {
  lumen_runtime *other = lumen_runtime_new(NULL);
  CHECK(other->salt != rt->salt && rt->salt != 0, "no salt");
  lumen_runtime_close(other);
}

int main(void) {
  rt = lumen_runtime_new(&(lumen_config){.schedulers = 1});
  lm_host_enter(rt);
  p = lm_process_new(rt->host_sched, NULL, 0);
  tables();
  registries();
  another_runtime();
  atomic_store(&p->inbox, LM_INBOX_WAITING);
  lm_host_leave(rt);
  lumen_runtime_close(rt);
  return lm_check_result("flood");
}
