#include "sched/lm_alias.h"

#include "lumen_atoms.h"
#include "sched/lm_mailbox.h"
#include "sched/lm_sched.h"
#include "sched/lm_signal.h"

static bool alias_mode(lm_term name, enum lm_alias_mode *mode) {
  switch (name) {
    case LM_ATOM_EXPLICIT_UNALIAS: *mode = LM_ALIAS_EXPLICIT; return true;
    case LM_ATOM_DEMONITOR: *mode = LM_ALIAS_DEMONITOR; return true;
    case LM_ATOM_REPLY_DEMONITOR: *mode = LM_ALIAS_REPLY_DEMONITOR; return true;
    default: return false;
  }
}

bool lm_monitor_options_of(lm_term list, lm_monitor_options *options) {
  *options = (lm_monitor_options){LM_ALIAS_NONE, LM_NONE};
  for (; lm_is_cons(list); list = lm_tail(list)) {
    lm_term o = lm_head(list);
    if (!lm_is_tuple(o) || lm_tuple_size(o) != 2) return false;
    lm_term value = lm_elements(o)[1];
    if (lm_elements(o)[0] == LM_ATOM_TAG) {
      options->tag = value;
    } else if (lm_elements(o)[0] != LM_ATOM_ALIAS || !alias_mode(value, &options->alias)) {
      return false;
    }
  }
  return lm_is_nil(list);
}

void lm_alias_agree(lm_proc *p, uint64_t unique, const lm_monitor_options *options) {
  if (options->alias == LM_ALIAS_NONE && options->tag == LM_NONE) return;
  lm_relations *r = lm_relations_of(p);
  if (options->alias != LM_ALIAS_NONE) lm_table_put(&r->aliases, unique, options->alias, 0);
  if (options->tag != LM_NONE) {
    lm_fragment *tag = lm_fragment_of(lm_sched_pool(p->sched), options->tag);
    lm_table_put(&r->tags, unique, (uint64_t)(uintptr_t)tag, 0);
  }
}

bool lm_alias_remove(lm_proc *p, uint64_t unique) {
  return p->relations != NULL && lm_table_remove(&p->relations->aliases, unique);
}

void lm_alias_demonitored(lm_proc *p, uint64_t unique) {
  lm_relations *r = p->relations;
  lm_entry *alias = lm_table_find(&r->aliases, unique), *tag = lm_table_find(&r->tags, unique);
  if (alias != NULL && (alias->a == LM_ALIAS_DEMONITOR || alias->a == LM_ALIAS_REPLY_DEMONITOR)) {
    lm_table_remove(&r->aliases, unique);
  }
  if (tag != NULL) {
    lm_fragment_free(lm_sched_pool(p->sched), (lm_fragment *)(uintptr_t)tag->a);
    lm_table_remove(&r->tags, unique);
  }
}

void lm_alias_take(lm_proc *p, lm_fragment *signal) {
  uint64_t unique = signal->from;
  lm_entry *e = p->relations == NULL ? NULL : lm_table_find(&p->relations->aliases, unique);
  if (e == NULL) {
    lm_fragment_free(lm_sched_pool(p->sched), signal);
    return;
  }
  uint64_t mode = e->a;
  signal->kind = LM_SIGNAL_MESSAGE;
  lm_mailbox_receive(p, signal);
  if (mode == LM_ALIAS_REPLY || mode == LM_ALIAS_REPLY_DEMONITOR) lm_table_remove(&p->relations->aliases, unique);
  if (mode == LM_ALIAS_REPLY_DEMONITOR) lm_demonitor(p, unique);
}

lm_fragment *lm_alias_tagged(lm_proc *p, uint64_t unique, lm_fragment *down) {
  lm_entry *e = lm_table_find(&p->relations->tags, unique);
  if (e == NULL) return down;
  lm_pool *pool = lm_sched_pool(p->sched);
  lm_term tag = ((lm_fragment *)(uintptr_t)e->a)->term;
  size_t down_words = lm_copy_size(down->term), tag_words = lm_copy_size(tag);
  if (down_words == 0) return down; // given up
  lm_fragment *f = lm_fragment_new(pool, down_words + tag_words);
  lm_term *top = f->words;
  f->term = lm_copy_to(down->term, down_words, &top, &f->off_heap);
  lm_elements(f->term)[0] = lm_copy_to(tag, tag_words, &top, &f->off_heap); // nobody has seen the tuple yet
  f->used = (size_t)(top - f->words);
  f->kind = down->kind;
  f->from = down->from;
  lm_fragment_free(pool, down);
  return f;
}

void lm_alias_send(lm_proc *p, lm_term reference, lm_term message) {
  lm_fragment *f = lm_fragment_of_own(p, message);
  f->kind = LM_SIGNAL_ALIAS_MESSAGE;
  f->from = lm_reference_unique(reference);
  lm_signal_send(p->sched, lm_reference_owner(reference), f);
}

void lm_aliases_clear(lm_proc *p) {
  lm_relations *r = p->relations;
  for (lm_entry *e = NULL; (e = lm_table_next(&r->tags, e)) != NULL;) {
    lm_fragment_free(lm_sched_pool(p->sched), (lm_fragment *)(uintptr_t)e->a);
  }
  lm_table_clear(&r->tags);
  lm_table_clear(&r->aliases);
}
