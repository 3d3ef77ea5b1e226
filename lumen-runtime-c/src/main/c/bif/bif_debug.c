// What programs may ask about terms and about fixed choices of this system.
#include "bif/lm_bif.h"
#include "heap/lm_copy.h"
#include "term/lm_map.h"

lm_term lumen_bif_erts_debug_same_2(lm_proc *p, lm_term a, lm_term b) { return (void)p, lm_boolean(a == b); }
lm_term lumen_bif_erts_debug_flat_size_1(lm_proc *p, lm_term t) { return (void)p, lm_small((int64_t)lm_copy_size(t)); }

lm_term lumen_bif_erts_internal_map_to_tuple_keys_1(lm_proc *p, lm_term map) {
  return lm_is_map(map) && lm_is_flatmap(map) ? lm_pointer(map)[1] : lm_badarg(p);
}

lm_term lumen_bif_file_native_name_encoding_0(lm_proc *p) { return (void)p, LM_ATOM_UTF8; }
lm_term lumen_bif_io_printable_range_0(lm_proc *p) { return (void)p, LM_ATOM_LATIN1; }
lm_term lumen_bif_error_logger_warning_map_0(lm_proc *p) { return (void)p, LM_ATOM_WARNING; }
lm_term lumen_bif_net_kernel_dflag_unicode_io_1(lm_proc *p, lm_term pid) { return (void)p, (void)pid, LM_ATOM_TRUE; }
