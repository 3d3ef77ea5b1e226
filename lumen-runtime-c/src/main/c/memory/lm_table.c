#include "memory/lm_table.h"

#include "memory/lm_memory.h"

static size_t home(const lm_table *table, uint64_t key) {
  return (size_t)((key * 0x9E3779B97F4A7C15u) >> 32) & (table->size - 1);
}

lm_entry *lm_table_find(const lm_table *table, uint64_t key) {
  if (table->count == 0) return NULL;
  for (size_t i = home(table, key);; i = (i + 1) & (table->size - 1)) {
    lm_entry *e = &table->entries[i];
    if (e->key == key) return e;
    if (e->key == 0) return NULL;
  }
}

static lm_entry *insert(lm_table *table, lm_entry entry) {
  size_t i = home(table, entry.key);
  while (table->entries[i].key != 0) i = (i + 1) & (table->size - 1);
  table->entries[i] = entry;
  table->count++;
  return &table->entries[i];
}

static void grow(lm_table *table) {
  lm_table old = *table;
  table->size = old.size == 0 ? 4 : 2 * old.size;
  table->entries = lm_new_zeroed(table->size, sizeof(lm_entry));
  table->count = 0;
  for (uint32_t i = 0; i < old.size; i++) {
    if (old.entries[i].key != 0) insert(table, old.entries[i]);
  }
  lm_delete(old.entries);
}

lm_entry *lm_table_put(lm_table *table, uint64_t key, uint64_t a, uint64_t b) {
  lm_entry *e = lm_table_find(table, key);
  if (e != NULL) {
    e->a = a;
    e->b = b;
    return e;
  }
  if (4 * ((size_t)table->count + 1) > 3 * (size_t)table->size) grow(table);
  return insert(table, (lm_entry){key, a, b});
}

bool lm_table_remove(lm_table *table, uint64_t key) {
  lm_entry *e = lm_table_find(table, key);
  if (e == NULL) return false;
  // Entries behind it that would no longer be found move up.
  size_t mask = table->size - 1, hole = (size_t)(e - table->entries);
  for (size_t i = (hole + 1) & mask; table->entries[i].key != 0; i = (i + 1) & mask) {
    if (((i - home(table, table->entries[i].key)) & mask) >= ((i - hole) & mask)) {
      table->entries[hole] = table->entries[i];
      hole = i;
    }
  }
  table->entries[hole].key = 0;
  table->count--;
  return true;
}

void lm_table_clear(lm_table *table) {
  lm_delete(table->entries);
  *table = (lm_table){0};
}

lm_entry *lm_table_next(const lm_table *table, const lm_entry *e) {
  size_t i = e == NULL ? 0 : (size_t)(e - table->entries) + 1;
  for (; i < table->size; i++) {
    if (table->entries[i].key != 0) return &table->entries[i];
  }
  return NULL;
}
