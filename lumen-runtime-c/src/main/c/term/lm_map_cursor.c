// Walking the keys of a map: see lm_map.h.
#include "memory/lm_memory.h"
#include "term/lm_bignum.h"
#include "term/lm_map.h"
#include "term/lm_trie.h"

static void descend(lm_map_cursor *c, lm_term node) {
  if (c->depth == LM_MAP_MAX_LEVELS) lm_out_of_memory();
  lm_map_level *level = &c->levels[c->depth++];
  unsigned bitmap;
  level->entries = lm_trie_entries(lm_pointer(node), &bitmap);
  level->bitmap = (uint16_t)bitmap;
}

void lm_map_start(lm_map_cursor *c, lm_term map) {
  c->depth = 0;
  c->keys = NULL;
  c->left = lm_map_size(map);
  if (lm_is_flatmap(map)) {
    c->keys = lm_elements(lm_pointer(map)[1]);
    c->values = lm_pointer(map) + 2;
  } else {
    descend(c, map);
  }
}

bool lm_map_next(lm_map_cursor *c, lm_term *key, lm_term *value) {
  if (c->keys != NULL) {
    if (c->left == 0) return false;
    c->left--;
    *key = *c->keys++;
    *value = *c->values++;
    return true;
  }
  while (c->depth > 0) {
    lm_map_level *level = &c->levels[c->depth - 1];
    if (level->bitmap == 0) {
      c->depth--;
      continue;
    }
    level->bitmap &= (uint16_t)(level->bitmap - 1);
    lm_term entry = *level->entries++;
    if (lm_is_cons(entry)) {
      *key = lm_head(entry);
      *value = lm_tail(entry);
      return true;
    }
    descend(c, entry);
  }
  return false;
}

// A position is the slots on the way to the next entry, the one of the root in the lowest four bits.

lm_term lm_map_position(lm_proc *p, const lm_map_cursor *c) {
  lm_limb limbs[LM_MAP_MAX_LEVELS / 16] = {0};
  int depth = c->depth;
  while (depth > 0 && c->levels[depth - 1].bitmap == 0) depth--;
  for (int i = 0; i < depth; i++) {
    // Of the levels above the last, the cursor has already passed the entry it is in. Which that was is seen from the
    // entries: one position before the next.
    const lm_map_level *level = &c->levels[i];
    lm_limb slot;
    if (i == depth - 1) {
      slot = (lm_limb)__builtin_ctz(level->bitmap);
    } else {
      const lm_term *node = level->entries - 1;
      // The bitmap stands in front of the first entry; an entry is never a small integer.
      unsigned passed = 0;
      while (!lm_is_small(*node)) {
        node--;
        passed++;
      }
      unsigned all = (unsigned)lm_small_value(*node);
      while (--passed > 0) all &= all - 1;
      slot = (lm_limb)__builtin_ctz(all);
    }
    limbs[i / 16] |= slot << 4 * (i % 16);
  }
  return lm_int_from_limbs(p, limbs, LM_MAP_MAX_LEVELS / 16, false);
}

bool lm_map_start_at(lm_map_cursor *c, lm_term map, lm_term position) {
  if (!lm_is_integer(position) || lm_int_is_negative(position)) return false;
  lm_digits d;
  lm_digits_of(&d, position);
  lm_map_start(c, map);
  for (size_t i = 0; i < LM_MAP_MAX_LEVELS && c->depth > 0; i++) {
    lm_map_level *level = &c->levels[c->depth - 1];
    unsigned slot = i / 16 < d.count ? d.limbs[i / 16] >> 4 * (i % 16) & 15 : 0;
    unsigned skipped = level->bitmap & ((1u << slot) - 1);
    level->entries += __builtin_popcount(skipped);
    level->bitmap &= (uint16_t)~skipped;
    // Goes down only into the very slot: any later one is taken from its start.
    if (!(level->bitmap >> slot & 1) || lm_is_cons(*level->entries)) break;
    lm_term child = *level->entries++;
    level->bitmap &= (uint16_t)(level->bitmap - 1);
    descend(c, child);
  }
  return true;
}
