// lm_identity.h: pids, ports and references as what they consist of, whether they are local or of another node.
//
//   LM_KIND_EXTERNAL  aux: LM_EXT_*; [0] node (atom), [1] creation, then raw words:
//                     pid: id, serial     port: number     reference: 1 to 5 words of 32 bits, the least significant first
//   LM_KIND_REFERENCE, LM_KIND_MAGIC: [0] the unique number, which is the two lowest words
//
// A local reference whose third word is not 0 was never made here, but read from somewhere; it has the external form.
//
// Who may touch it: any thread that may look at the term.
#ifndef LM_IDENTITY_H
#define LM_IDENTITY_H

#include "lumen_abi.h"
#include "lumen_atoms.h"

enum lm_external { LM_EXT_PID, LM_EXT_PORT, LM_EXT_REF };

#define LM_REF_MAX_WORDS 5

typedef struct lm_identity {
  lm_term node;
  uint32_t creation;
  bool local;
  uint32_t count;                    // words in use; pid: id, serial; port: low and high half of its number
  uint32_t words[LM_REF_MAX_WORDS];  // the rest is 0
} lm_identity;

static inline bool lm_is_external(lm_term t, unsigned which) {
  return lm_is_kind(t, LM_KIND_EXTERNAL) && lm_header_aux(lm_pointer(t)[0]) == which;
}
static inline bool lm_is_pid(lm_term t) { return lm_is_local_pid(t) || lm_is_external(t, LM_EXT_PID); }
static inline bool lm_is_port(lm_term t) { return lm_is_local_port(t) || lm_is_external(t, LM_EXT_PORT); }
static inline bool lm_is_reference(lm_term t) {
  return lm_is_kind(t, LM_KIND_REFERENCE) || lm_is_kind(t, LM_KIND_MAGIC) || lm_is_external(t, LM_EXT_REF);
}

// `t` is a pid, a port or a reference. Local ones have the node nonode@nohost and creation 0: distribution is not part
// of the runtime.
void lm_identity_of(lm_identity *id, lm_term t);

// A local reference with these words, the least significant first. Allocates.
lm_term lm_reference_of(lm_proc *p, const uint32_t *words, size_t count);

// The number of the node as texts show it: 0 for the own one.
uint32_t lm_identity_channel(const lm_identity *id);

#endif
