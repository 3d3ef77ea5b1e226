#include "process/lm_rare.h"

#include "lumen_atoms.h"
#include "memory/lm_memory.h"

const lm_process_settings lm_default_settings = {
    .error_handler = LM_ATOM_ERROR_HANDLER, .min_heap_size = 233, .min_bin_vheap_size = 46422, .fullsweep_after = 65535};

lm_rare *lm_rare_of(lm_proc *p) {
  if (p->rare == NULL) {
    p->rare = lm_new_zeroed(1, sizeof(lm_rare));
    p->rare->settings = lm_default_settings;
    p->rare->trace.tracer = LM_NONE;
  }
  return p->rare;
}

void lm_rare_free(lm_proc *p) {
  lm_rare *rare = p->rare;
  if (rare == NULL) return;
  lm_table_clear(&rare->suspending);
  lm_table_clear(&rare->suspenders);
  lm_delete(rare);
  p->rare = NULL;
}

lm_term lm_save_calls(lm_proc *p, lm_term count) {
  lm_term old = lm_small(lm_process_settings_of(p)->save_calls);
  lm_rare_of(p)->settings.save_calls = (uint16_t)lm_small_value(count);
  return old;
}
