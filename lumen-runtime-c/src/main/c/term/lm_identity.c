#include "term/lm_identity.h"

#include <string.h>

#include "heap/lm_heap.h"

static void split(lm_identity *id, uint64_t number) {
  id->words[0] = (uint32_t)number;
  id->words[1] = (uint32_t)(number >> 32);
  id->count = 2;
}

void lm_identity_of(lm_identity *id, lm_term t) {
  memset(id, 0, sizeof *id);
  id->node = LM_ATOM_NONODE_NOHOST;
  id->local = true;
  if (lm_is_local_pid(t)) {
    uint64_t payload = t >> 6;
    id->words[0] = (uint32_t)(payload & 0xFFFFFFF);
    id->words[1] = (uint32_t)(payload >> 28);
    id->count = 2;
    return;
  }
  if (lm_is_local_port(t)) {
    split(id, t >> 6);
    return;
  }
  const lm_term *object = lm_pointer(t);
  if (lm_header_kind(object[0]) != LM_KIND_EXTERNAL) {
    // What else is in a local reference says how it is used, not which one it is.
    split(id, object[1]);
    id->words[2] = 0;
    id->count = 3;
    return;
  }
  id->node = object[1];
  id->creation = (uint32_t)object[2];
  id->local = id->node == LM_ATOM_NONODE_NOHOST && id->creation == 0;
  size_t words = lm_header_words(object[0]) - 2;
  if (lm_header_aux(object[0]) == LM_EXT_PORT) {
    split(id, object[3]);
  } else {
    id->count = (uint32_t)words;
    for (size_t i = 0; i < words; i++) id->words[i] = (uint32_t)object[3 + i];
  }
}

uint32_t lm_identity_channel(const lm_identity *id) {
  // OTP shows the index of the node's name in its atom table; ours have none, so some bits of their hash stand in.
  return id->local ? 0 : (uint32_t)(id->node >> 40) % 100000 + 1;
}

lm_term lm_reference_of(lm_proc *p, const uint32_t *words, size_t count) {
  bool made_here = true;
  for (size_t i = 2; i < count; i++) made_here &= words[i] == 0;
  if (!made_here || count != 3) {
    lm_term *object = lm_alloc(p, 3 + count);
    object[0] = LM_HEADER(LM_KIND_EXTERNAL, LM_EXT_REF, 2 + count);
    object[1] = LM_ATOM_NONODE_NOHOST;
    object[2] = 0;
    for (size_t i = 0; i < count; i++) object[3 + i] = words[i];
    return lm_boxed_at(object);
  }
  lm_term *object = lm_alloc(p, 3);
  object[0] = LM_HEADER(LM_KIND_REFERENCE, 0, 2);
  object[1] = (uint64_t)words[1] << 32 | words[0];
  object[2] = 0;
  return lm_boxed_at(object);
}
