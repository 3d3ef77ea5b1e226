#include "memory/lm_registry.h"

#include "memory/lm_memory.h"
#include "memory/lm_mix.h"

typedef struct slot {
  _Atomic uint64_t key;
  _Atomic uint64_t value;
} slot;

struct lm_registry_table {
  lm_registry_table *older;
  size_t size; // power of two
  size_t keys;
  slot slots[];
};

enum { FIRST_SIZE = 64 };

static lm_registry_table *new_table(size_t size, lm_registry_table *older) {
  lm_registry_table *table = lm_new_zeroed(1, sizeof *table + size * sizeof(slot));
  table->size = size;
  table->older = older;
  return table;
}

void lm_registry_init(lm_registry *registry, uint64_t salt) {
  registry->salt = salt;
  lm_mutex_init(&registry->lock);
  atomic_init(&registry->table, new_table(FIRST_SIZE, NULL));
}

void lm_registry_destroy(lm_registry *registry) {
  for (lm_registry_table *table = atomic_load(&registry->table); table != NULL;) {
    lm_registry_table *older = table->older;
    lm_delete(table);
    table = older;
  }
}

// The slot of the key, or the free one where it would stand.
static slot *find(const lm_registry *registry, lm_registry_table *table, uint64_t key) {
  for (size_t i = (size_t)lm_hash_mix(key + registry->salt);; i++) {
    slot *s = &table->slots[i & (table->size - 1)];
    uint64_t k = atomic_load_explicit(&s->key, memory_order_acquire);
    if (k == key || k == 0) return s;
  }
}

uint64_t lm_registry_get(lm_registry *registry, uint64_t key) {
  slot *s = find(registry, atomic_load_explicit(&registry->table, memory_order_acquire), key);
  if (atomic_load_explicit(&s->key, memory_order_acquire) != key) return 0;
  return atomic_load_explicit(&s->value, memory_order_acquire);
}

static void put(const lm_registry *registry, lm_registry_table *table, uint64_t key, uint64_t value) {
  slot *s = find(registry, table, key);
  atomic_store_explicit(&s->value, value, memory_order_release);
  if (atomic_load_explicit(&s->key, memory_order_relaxed) == 0) {
    atomic_store_explicit(&s->key, key, memory_order_release);
    table->keys++;
  }
}

static lm_registry_table *grown(lm_registry *registry, lm_registry_table *table) {
  lm_registry_table *larger = new_table(2 * table->size, table);
  for (size_t i = 0; i < table->size; i++) {
    uint64_t key = atomic_load_explicit(&table->slots[i].key, memory_order_relaxed);
    uint64_t value = atomic_load_explicit(&table->slots[i].value, memory_order_relaxed);
    if (value != 0) put(registry, larger, key, value); // keys without a value are left behind
  }
  atomic_store_explicit(&registry->table, larger, memory_order_release);
  return larger;
}

uint64_t lm_registry_exchange(lm_registry *registry, uint64_t key, uint64_t expected, uint64_t value) {
  lm_mutex_lock(&registry->lock);
  lm_registry_table *table = atomic_load_explicit(&registry->table, memory_order_relaxed);
  slot *s = find(registry, table, key);
  uint64_t k = atomic_load_explicit(&s->key, memory_order_relaxed);
  uint64_t old = k == key ? atomic_load_explicit(&s->value, memory_order_relaxed) : 0;
  if (old == expected && value != old) {
    if (k == 0 && 4 * (table->keys + 1) > 3 * table->size) table = grown(registry, table);
    put(registry, table, key, value);
  }
  lm_mutex_unlock(&registry->lock);
  return old;
}

void lm_registry_each(lm_registry *registry, void (*visit)(void *context, uint64_t key, uint64_t value), void *context) {
  lm_mutex_lock(&registry->lock);
  lm_registry_table *table = atomic_load_explicit(&registry->table, memory_order_relaxed);
  for (size_t i = 0; i < table->size; i++) {
    uint64_t key = atomic_load_explicit(&table->slots[i].key, memory_order_relaxed);
    uint64_t value = atomic_load_explicit(&table->slots[i].value, memory_order_relaxed);
    if (value != 0) visit(context, key, value);
  }
  lm_mutex_unlock(&registry->lock);
}
