// What programs may ask about terms and about fixed choices of this system.
#include "bif/lm_bif.h"
#include "term/lm_bits.h"
#include "term/lm_identity.h"
#include "term/lm_map.h"
#include "term/lm_stack.h"

lm_term lumen_bif_erts_debug_same_2(lm_proc *p, lm_term a, lm_term b) { return (void)p, lm_boolean(a == b); }

// ---- sizes ----------------------------------------------------------------------------------------------------------------
// In words of OTP's layout, which programs compare with what they know. Ours differs: small integers and floats are wider there,
// closures and large maps have other parts. Where the shape is ours alone (maps of more than 32 keys), its own words count.

enum { OTP_SMALL_BITS = 60, OTP_HEAP_BYTES = 64 };

static size_t size_of_bits(lm_term t) {
  lm_bits b = lm_bits_of(t);
  uint64_t bytes = (b.size + 7) / 8;
  size_t whole = bytes <= OTP_HEAP_BYTES ? 2 + (size_t)((bytes + 7) / 8) : 6; // else shared
  return b.size % 8 == 0 ? whole : whole + 5;                                 // and a slice of it
}

static size_t size_of_small(lm_term t) {
  int64_t n = lm_small_value(t), limit = (int64_t)1 << (OTP_SMALL_BITS - 1);
  return n >= -limit && n < limit ? 0 : 2;
}

// Without its parts, which are put on the stack.
static size_t size_of_object(lm_term t, lm_stack *parts) {
  const lm_term *object = lm_pointer(t);
  size_t words = lm_header_words(object[0]);
  size_t first = words; // of the parts, behind the header
  size_t size = 1 + words;
  switch (lm_header_kind(object[0])) {
    case LM_KIND_TUPLE:
      first = 0;
      if (words == 0) size = 0; // there is one for all
      break;
    case LM_KIND_HEAPBITS:
    case LM_KIND_REFCBITS:
    case LM_KIND_SUBBITS: return size_of_bits(t);
    case LM_KIND_FLOAT: return 2;
    case LM_KIND_REFERENCE:
    case LM_KIND_MAGIC: return 3;
    case LM_KIND_EXTERNAL: return lm_header_aux(object[0]) == LM_EXT_REF ? 4 + (words - 2) / 2 : 4;
    case LM_KIND_FUN:
      first = 1;
      size = 5 + words - 1;
      break;
    case LM_KIND_FLATMAP: {
      size_t n = lm_map_size(t);
      first = 1; // past the tuple of keys
      size = n == 0 ? 3 : 3 + n + n + 1;
      lm_term keys = object[1];
      for (size_t i = 0; i < n; i++) lm_stack_push(parts, lm_elements(keys)[i]);
      break;
    }
    default:
      if (lm_header_kind(object[0]) < LM_KIND_FIRST_RAW) first = 0;
      break;
  }
  for (size_t i = first; i < words; i++) lm_stack_push(parts, object[1 + i]);
  return size;
}

lm_term lumen_bif_erts_debug_flat_size_1(lm_proc *p, lm_term whole) {
  (void)p;
  lm_stack s;
  size_t size = 0;
  lm_stack_open(&s);
  lm_stack_push(&s, whole);
  while (!lm_stack_is_empty(&s)) {
    lm_term t = lm_stack_pop(&s);
    if (lm_is_cons(t)) {
      size += 2;
      lm_stack_push(&s, lm_tail(t));
      lm_stack_push(&s, lm_head(t));
    } else if (lm_is_small(t)) {
      size += size_of_small(t);
    } else if (lm_is_float(t)) {
      size += 2;
    } else if (lm_is_pointer(t)) {
      size += size_of_object(t, &s);
    }
  }
  lm_stack_close(&s);
  return lm_small((int64_t)size);
}

// ---- the rest -------------------------------------------------------------------------------------------------------------

lm_term lumen_bif_erts_internal_map_to_tuple_keys_1(lm_proc *p, lm_term map) {
  return lm_is_map(map) && lm_is_flatmap(map) ? lm_pointer(map)[1] : lm_badarg(p);
}

lm_term lumen_bif_file_native_name_encoding_0(lm_proc *p) { return (void)p, LM_ATOM_UTF8; }
lm_term lumen_bif_io_printable_range_0(lm_proc *p) { return (void)p, LM_ATOM_LATIN1; }
lm_term lumen_bif_error_logger_warning_map_0(lm_proc *p) { return (void)p, LM_ATOM_WARNING; }
lm_term lumen_bif_net_kernel_dflag_unicode_io_1(lm_proc *p, lm_term pid) { return (void)p, (void)pid, LM_ATOM_TRUE; }
