// The natives of the module persistent_term, and their table (lm_persistent.h).
#include "bif/lm_bif.h"
#include "bif/lm_persistent.h"
#include "heap/lm_copy.h"
#include "memory/lm_memory.h"
#include "process/lm_runtime.h"
#include "term/lm_compare.h"
#include "term/lm_hash.h"
#include "term/lm_map.h"

typedef struct lm_persistent_entry entry;
struct lm_persistent_entry {
  entry *older;
  uint64_t hash;
  lm_term pair;       // {Key, Value}
  lm_term *off_heap;
  size_t size;
  lm_term words[];
};

// Open addressing. A slot is NULL, an entry, or ERASED; it never becomes NULL again.
struct lm_persistent_table {
  lm_persistent_table *older; // readers may still be in it
  size_t mask;
  size_t used;                // slots that are not NULL
  size_t count;               // entries
  _Atomic(entry *) slots[];
};

static entry erased;
#define ERASED (&erased)

static lm_term key_of(const entry *e) { return lm_elements(e->pair)[0]; }
static lm_term value_of(const entry *e) { return lm_elements(e->pair)[1]; }

void lm_persistent_init(lm_persistent *persistent, uint64_t salt) {
  persistent->salt = salt;
  atomic_init(&persistent->table, NULL);
  lm_mutex_init(&persistent->lock);
  persistent->entries = NULL;
  persistent->words = 0;
}

void lm_persistent_destroy(lm_persistent *persistent) {
  for (entry *e = persistent->entries; e != NULL;) {
    entry *older = e->older;
    for (lm_term *object = e->off_heap; object != NULL; object = (lm_term *)(uintptr_t)object[3])
      lm_refc_release((lm_refc *)(uintptr_t)object[2]);
    lm_delete(e);
    e = older;
  }
  for (lm_persistent_table *t = atomic_load(&persistent->table); t != NULL;) {
    lm_persistent_table *older = t->older;
    lm_delete(t);
    t = older;
  }
}

// ---- the table --------------------------------------------------------------------------------------------------

// The slot of the key, or the free one where a search for it ends.
static _Atomic(entry *) *slot_of(lm_persistent_table *t, lm_term key, uint64_t hash) {
  for (size_t i = (size_t)hash & t->mask;; i = (i + 1) & t->mask) {
    entry *e = atomic_load_explicit(&t->slots[i], memory_order_acquire);
    if (e == NULL || (e != ERASED && e->hash == hash && lm_equal_exact(key_of(e), key))) return &t->slots[i];
  }
}

static entry *find(lm_persistent *persistent, lm_term key) {
  lm_persistent_table *t = atomic_load_explicit(&persistent->table, memory_order_acquire);
  return t == NULL ? NULL : atomic_load_explicit(slot_of(t, key, lm_hash_salted(key, persistent->salt)), memory_order_acquire);
}

// With the lock held: makes room for one more.
static lm_persistent_table *grow(lm_persistent *persistent) {
  lm_persistent_table *old = atomic_load(&persistent->table);
  if (old != NULL && 2 * (old->used + 1) <= old->mask) return old;
  size_t room = 16;
  while (old != NULL && room < 4 * (old->count + 1)) room *= 2;
  lm_persistent_table *t = lm_new_zeroed(1, sizeof *t + room * sizeof t->slots[0]);
  t->older = old;
  t->mask = room - 1;
  if (old != NULL) {
    for (size_t i = 0; i <= old->mask; i++) {
      entry *e = atomic_load(&old->slots[i]);
      if (e != NULL && e != ERASED) atomic_store_explicit(slot_of(t, key_of(e), e->hash), e, memory_order_relaxed);
    }
    t->used = t->count = old->count;
  }
  atomic_store_explicit(&persistent->table, t, memory_order_release);
  return t;
}

static entry *new_entry(lm_persistent *persistent, lm_term key, lm_term value) {
  size_t key_words = lm_copy_size(key), value_words = lm_copy_size(value), size = 3 + key_words + value_words;
  entry *e = lm_new(sizeof *e + size * sizeof(lm_term));
  lm_term *top = e->words + 3;
  e->hash = lm_hash_salted(key, persistent->salt);
  e->size = size;
  e->off_heap = NULL;
  e->words[0] = LM_HEADER(LM_KIND_TUPLE, 0, 2);
  e->words[1] = lm_copy_to(key, key_words, &top, &e->off_heap);
  e->words[2] = lm_copy_to(value, value_words, &top, &e->off_heap);
  e->pair = lm_boxed_at(e->words);
  e->older = persistent->entries;
  persistent->entries = e;
  return e;
}

// ---- the natives ------------------------------------------------------------------------------------------------

static lm_persistent *table_of(lm_proc *p) { return lm_runtime_of(p)->persistent; }

lm_term lumen_bif_persistent_term_get_2(lm_proc *p, lm_term key, lm_term otherwise) {
  entry *e = find(table_of(p), key);
  return e == NULL ? otherwise : value_of(e);
}

lm_term lumen_bif_persistent_term_get_1(lm_proc *p, lm_term key) {
  entry *e = find(table_of(p), key);
  return e == NULL ? lm_badarg(p) : value_of(e);
}

lm_term lumen_bif_persistent_term_get_0(lm_proc *p) {
  lm_persistent_table *t = atomic_load_explicit(&table_of(p)->table, memory_order_acquire);
  lm_list_builder list;
  lm_list_begin(&list);
  for (size_t i = 0; t != NULL && i <= t->mask; i++) {
    entry *e = atomic_load_explicit(&t->slots[i], memory_order_acquire);
    if (e != NULL && e != ERASED) lm_list_add(p, &list, e->pair);
  }
  return lm_list_finish(&list, LM_NIL);
}

lm_term lumen_bif_persistent_term_put_2(lm_proc *p, lm_term key, lm_term value) {
  lm_persistent *persistent = table_of(p);
  lm_mutex_lock(&persistent->lock);
  entry *old = find(persistent, key);
  if (old == NULL || !lm_equal_exact(value_of(old), value)) {
    lm_persistent_table *t = grow(persistent);
    entry *e = new_entry(persistent, key, value);
    if (old == NULL) {
      t->used++;
      t->count++;
    } else {
      persistent->words -= old->size;
    }
    persistent->words += e->size;
    atomic_store_explicit(slot_of(t, key, e->hash), e, memory_order_release);
  }
  lm_mutex_unlock(&persistent->lock);
  return LM_ATOM_OK;
}

lm_term lumen_bif_persistent_term_erase_1(lm_proc *p, lm_term key) {
  lm_persistent *persistent = table_of(p);
  lm_mutex_lock(&persistent->lock);
  entry *e = find(persistent, key);
  if (e != NULL) {
    lm_persistent_table *t = atomic_load(&persistent->table);
    atomic_store_explicit(slot_of(t, key, e->hash), ERASED, memory_order_release);
    t->count--;
    persistent->words -= e->size;
  }
  lm_mutex_unlock(&persistent->lock);
  return lm_boolean(e != NULL);
}

lm_term lumen_bif_persistent_term_info_0(lm_proc *p) {
  lm_persistent *persistent = table_of(p);
  lm_mutex_lock(&persistent->lock);
  lm_persistent_table *t = atomic_load(&persistent->table);
  size_t count = t == NULL ? 0 : t->count, words = persistent->words;
  lm_mutex_unlock(&persistent->lock);
  lm_term pairs[4] = {LM_ATOM_COUNT, lm_small((int64_t)count), LM_ATOM_MEMORY, lm_small((int64_t)(8 * words))};
  return lm_map_of(p, pairs, 2, NULL);
}
