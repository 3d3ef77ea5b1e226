// The natives of the module os: environment variables and the like.
#include <string.h>

#include "bif/lm_bif.h"
#include "memory/lm_memory.h"
#include "process/lm_runtime.h"
#include "system/lm_variables.h"
#include "term/lm_utf8.h"

// ---- the environment --------------------------------------------------------------------------------------------------

struct lm_variable {
  lm_variable *next;
  lm_buffer name;
  lm_buffer value;
};

void lm_variables_init(lm_variables *e) {
  lm_mutex_init(&e->lock);
  e->read = false;
  e->first = NULL;
}

static void free_variable(lm_variable *v) {
  lm_buffer_close(&v->name);
  lm_buffer_close(&v->value);
  lm_delete(v);
}

void lm_variables_destroy(lm_variables *e) {
  while (e->first != NULL) {
    lm_variable *next = e->first->next;
    free_variable(e->first);
    e->first = next;
  }
}

static void copy(lm_buffer *to, const uint8_t *bytes, size_t length) {
  lm_buffer_open(to);
  lm_buffer_add(to, bytes, length);
}

static void add(lm_variables *e, const uint8_t *name, size_t name_length, const uint8_t *value, size_t value_length) {
  lm_variable *v = lm_new(sizeof *v);
  copy(&v->name, name, name_length);
  copy(&v->value, value, value_length);
  v->next = e->first;
  e->first = v;
}

// NAME=VALUE
static void add_text(void *context, const char *text) {
  const char *equals = strchr(text, '=');
  if (equals == NULL) return;
  add(context, (const uint8_t *)text, (size_t)(equals - text), (const uint8_t *)equals + 1, strlen(equals + 1));
}

static void enter(lm_variables *e) {
  lm_mutex_lock(&e->lock);
  if (e->read) return;
  e->read = true;
  lm_environment_all(add_text, e);
}

static lm_variable **find(lm_variables *e, const lm_buffer *name) {
  lm_variable **link = &e->first;
  while (*link != NULL && !((*link)->name.length == name->length && memcmp((*link)->name.bytes, name->bytes, name->length) == 0)) {
    link = &(*link)->next;
  }
  return link;
}

bool lm_variables_get(lm_variables *e, const lm_buffer *name, lm_buffer *value) {
  enter(e);
  const lm_variable *v = *find(e, name);
  if (v != NULL) lm_buffer_add(value, v->value.bytes, v->value.length);
  lm_mutex_unlock(&e->lock);
  return v != NULL;
}

void lm_variables_set(lm_variables *e, const lm_buffer *name, const lm_buffer *value) {
  enter(e);
  lm_variable **link = find(e, name), *old = *link;
  if (old != NULL) {
    *link = old->next;
    free_variable(old);
  }
  if (value != NULL) add(e, name->bytes, name->length, value->bytes, value->length);
  lm_mutex_unlock(&e->lock);
}

void lm_variables_each(lm_variables *e, void (*visit)(void *, const lm_buffer *, const lm_buffer *), void *context) {
  enter(e);
  for (const lm_variable *v = e->first; v != NULL; v = v->next) visit(context, &v->name, &v->value);
  lm_mutex_unlock(&e->lock);
}

// ---- texts ------------------------------------------------------------------------------------------------------------

// A list of characters as UTF-8; false when it is none, or holds a 0, or what `but` says.
static bool text_of(lm_term list, char but, lm_buffer *text) {
  for (; lm_is_cons(list); list = lm_tail(list)) {
    if (!lm_is_small(lm_head(list))) return false;
    int64_t c = lm_small_value(lm_head(list));
    if (c <= 0 || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF) || c == but) return false;
    uint8_t bytes[4];
    lm_buffer_add(text, bytes, lm_utf8_put(bytes, (uint32_t)c));
  }
  return lm_is_nil(list);
}

// UTF-8 as a list of characters; what is no UTF-8 byte by byte.
static lm_term list_of(lm_proc *p, const lm_buffer *text) {
  lm_list_builder b;
  lm_list_begin(&b);
  for (size_t i = 0; i < text->length;) {
    unsigned used = 0;
    int32_t c = lm_utf8_get(text->bytes + i, text->length - i, &used);
    if (c < 0) {
      c = text->bytes[i];
      used = 1;
    }
    lm_list_add(p, &b, lm_small(c));
    i += used;
  }
  return lm_list_finish(&b, LM_NIL);
}

static lm_variables *environment_of(lm_proc *p) { return lm_runtime_of(p)->variables; }

lm_term lumen_bif_os_getenv_1(lm_proc *p, lm_term name) {
  lm_buffer text, value;
  lm_buffer_open(&text);
  lm_buffer_open(&value);
  lm_term result = LM_NONE;
  if (text_of(name, '=', &text)) result = lm_variables_get(environment_of(p), &text, &value) ? list_of(p, &value) : LM_ATOM_FALSE;
  lm_buffer_close(&text);
  lm_buffer_close(&value);
  return result == LM_NONE ? lm_badarg(p) : result;
}

lm_term lumen_bif_os_putenv_2(lm_proc *p, lm_term name, lm_term value) {
  lm_buffer text, content;
  lm_buffer_open(&text);
  lm_buffer_open(&content);
  bool valid = text_of(name, '=', &text) && text_of(value, 0, &content);
  if (valid) lm_variables_set(environment_of(p), &text, &content);
  lm_buffer_close(&text);
  lm_buffer_close(&content);
  return valid ? LM_ATOM_TRUE : lm_badarg(p);
}

lm_term lumen_bif_os_unsetenv_1(lm_proc *p, lm_term name) {
  lm_buffer text;
  lm_buffer_open(&text);
  bool valid = text_of(name, '=', &text);
  if (valid) lm_variables_set(environment_of(p), &text, NULL);
  lm_buffer_close(&text);
  return valid ? LM_ATOM_TRUE : lm_badarg(p);
}

typedef struct pairs {
  lm_proc *p;
  lm_term list;
} pairs;

static void add_pair(void *context, const lm_buffer *name, const lm_buffer *value) {
  pairs *all = context;
  lm_term key = list_of(all->p, name);
  all->list = lm_cons(all->p, lm_tuple2(all->p, key, list_of(all->p, value)), all->list);
}

lm_term lumen_bif_os_env_0(lm_proc *p) {
  pairs all = {p, LM_NIL};
  lm_variables_each(environment_of(p), add_pair, &all);
  return all.list;
}

// ---- the program ------------------------------------------------------------------------------------------------------

lm_term lumen_bif_os_getpid_0(lm_proc *p) {
  char digits[24], *at = digits + sizeof digits;
  int64_t n = lm_process_number();
  do {
    *--at = (char)('0' + n % 10);
    n /= 10;
  } while (n > 0);
  return lm_string(p, at, (size_t)(digits + sizeof digits - at), LM_NIL);
}
