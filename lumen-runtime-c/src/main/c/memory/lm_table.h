// lm_table.h: a hash table from one word to two: small, without locks, empty until used. Links, monitors, timers.
//
// Who may touch it: whoever owns what it stands in. Keys are not 0. A pointer to an entry is valid until the next change.
#ifndef LM_TABLE_H
#define LM_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct lm_entry {
  uint64_t key; // 0: free
  uint64_t a;
  uint64_t b;
} lm_entry;

// All zeros is an empty table.
typedef struct lm_table {
  lm_entry *entries; // open addressing, linear probing, at most 3/4 full
  uint32_t size;     // power of two, or 0
  uint32_t count;
} lm_table;

lm_entry *lm_table_find(const lm_table *table, uint64_t key);            // NULL: absent
lm_entry *lm_table_put(lm_table *table, uint64_t key, uint64_t a, uint64_t b); // replaces
bool lm_table_remove(lm_table *table, uint64_t key);                     // false: absent
void lm_table_clear(lm_table *table);

// The entry after `e` in no special order (the first for NULL), NULL at the end. Nothing may change in between.
lm_entry *lm_table_next(const lm_table *table, const lm_entry *e);

#endif
