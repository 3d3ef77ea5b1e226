// Comparisons, boolean operators and type tests as functions; compiled code does most of them inline.
#include "bif/lm_bif.h"
#include "process/lm_runtime.h"
#include "term/lm_bignum.h"
#include "term/lm_bits.h"
#include "term/lm_compare.h"
#include "term/lm_identity.h"
#include "term/lm_map.h"
#include "term/lm_record.h"

lm_term lumen_bif_erlang_eq_2(lm_proc *p, lm_term a, lm_term b) { return (void)p, lm_boolean(lumen_equal(a, b)); }
lm_term lumen_bif_erlang_ne_2(lm_proc *p, lm_term a, lm_term b) { return (void)p, lm_boolean(!lumen_equal(a, b)); }
lm_term lumen_bif_erlang_eq_exact_2(lm_proc *p, lm_term a, lm_term b) {
  return (void)p, lm_boolean(lm_equal_exact(a, b));
}
lm_term lumen_bif_erlang_ne_exact_2(lm_proc *p, lm_term a, lm_term b) {
  return (void)p, lm_boolean(!lm_equal_exact(a, b));
}
lm_term lumen_bif_erlang_lt_2(lm_proc *p, lm_term a, lm_term b) { return lm_boolean(lumen_compare(p, a, b) < 0); }
lm_term lumen_bif_erlang_le_2(lm_proc *p, lm_term a, lm_term b) { return lm_boolean(lumen_compare(p, a, b) <= 0); }
lm_term lumen_bif_erlang_gt_2(lm_proc *p, lm_term a, lm_term b) { return lm_boolean(lumen_compare(p, a, b) > 0); }
lm_term lumen_bif_erlang_ge_2(lm_proc *p, lm_term a, lm_term b) { return lm_boolean(lumen_compare(p, a, b) >= 0); }

// Of two equal terms the first.
lm_term lumen_bif_erlang_min_2(lm_proc *p, lm_term a, lm_term b) { return lumen_compare(p, a, b) <= 0 ? a : b; }
lm_term lumen_bif_erlang_max_2(lm_proc *p, lm_term a, lm_term b) { return lumen_compare(p, a, b) >= 0 ? a : b; }

lm_term lumen_bif_erts_internal_cmp_term_2(lm_proc *p, lm_term a, lm_term b) {
  int order = lm_compare_exact(lm_runtime_of(p), a, b);
  return lm_small((order > 0) - (order < 0));
}

// ---- booleans ---------------------------------------------------------------------------------------------------

#define BOOLEAN(name, value)                                                                                           \
  lm_term name(lm_proc *p, lm_term a, lm_term b) {                                                                     \
    if (!lm_is_boolean(a) || !lm_is_boolean(b)) return lm_badarg(p);                                                   \
    return lm_boolean(value);                                                                                          \
  }

BOOLEAN(lumen_bif_erlang_and_2, a == LM_ATOM_TRUE && b == LM_ATOM_TRUE)
BOOLEAN(lumen_bif_erlang_or_2, a == LM_ATOM_TRUE || b == LM_ATOM_TRUE)
BOOLEAN(lumen_bif_erlang_xor_2, a != b)

lm_term lumen_bif_erlang_not_1(lm_proc *p, lm_term a) {
  return lm_is_boolean(a) ? lm_boolean(a == LM_ATOM_FALSE) : lm_badarg(p);
}

// ---- type tests -------------------------------------------------------------------------------------------------

#define TEST(name, test)                                                                                               \
  lm_term lumen_bif_erlang_##name##_1(lm_proc *p, lm_term t) { return (void)p, lm_boolean(test); }

TEST(is_atom, lm_is_atom(t))
TEST(is_binary, lm_is_binary(t))
TEST(is_bitstring, lm_is_bitstring(t))
TEST(is_boolean, lm_is_boolean(t))
TEST(is_float, lm_is_float(t))
TEST(is_function, lm_is_kind(t, LM_KIND_FUN))
TEST(is_integer, lm_is_integer(t))
TEST(is_list, lm_is_list(t))
TEST(is_map, lm_is_map(t))
TEST(is_number, lm_is_integer(t) || lm_is_float(t))
TEST(is_pid, lm_is_pid(t))
TEST(is_port, lm_is_port(t))
TEST(is_reference, lm_is_reference(t))
TEST(is_tuple, lm_is_tuple(t))

lm_term lumen_bif_erlang_is_function_2(lm_proc *p, lm_term t, lm_term arity) {
  if (!lm_is_integer(arity) || lm_int_is_negative(arity)) return lm_badarg(p);
  if (!lm_is_small(arity) || !lm_is_kind(t, LM_KIND_FUN)) return LM_ATOM_FALSE;
  return lm_boolean(lm_header_aux(lm_pointer(t)[0]) == (uint64_t)lm_small_value(arity));
}

lm_term lumen_bif_erlang_is_integer_3(lm_proc *p, lm_term t, lm_term least, lm_term most) {
  if (!lm_is_integer(least) || !lm_is_integer(most)) return lm_badarg(p);
  return lm_boolean(lm_is_integer(t) && lm_compare(lm_runtime_of(p), least, t) <= 0 && lm_compare(lm_runtime_of(p), t, most) <= 0);
}

static bool is_record(lm_term t, lm_term tag) {
  return lm_is_tuple(t) && lm_tuple_size(t) > 0 && lm_elements(t)[0] == tag;
}

lm_term lumen_bif_erlang_is_record_1(lm_proc *p, lm_term t) { return (void)p, lm_boolean(lm_is_record(t)); }

lm_term lumen_bif_erlang_is_record_2(lm_proc *p, lm_term t, lm_term tag) {
  if (!lm_is_atom(tag)) return lm_badarg(p);
  return lm_boolean(lm_is_record(t) ? lm_record_definition(t)[LM_RECORD_NAME] == tag : is_record(t, tag));
}

// A tuple of this tag and size, or a native record of this module and name.
lm_term lumen_bif_erlang_is_record_3(lm_proc *p, lm_term t, lm_term tag, lm_term size) {
  if (lm_is_atom(tag) && lm_is_atom(size)) {
    const lm_term *d = lm_is_record(t) ? lm_record_definition(t) : NULL;
    return lm_boolean(d != NULL && d[LM_RECORD_MODULE] == tag && d[LM_RECORD_NAME] == size);
  }
  if (!lm_is_atom(tag) || !lm_is_small(size)) return lm_badarg(p);
  return lm_boolean(is_record(t, tag) && size == lm_small((int64_t)lm_tuple_size(t)));
}

lm_term lumen_bif_erts_internal_term_type_1(lm_proc *p, lm_term t) {
  (void)p;
  if (lm_is_self_float(t)) return LM_ATOM_FLOAT;
  if (lm_is_small(t)) return LM_ATOM_FIXNUM;
  if (lm_is_cons(t)) return LM_ATOM_LIST;
  if (lm_is_nil(t)) return LM_ATOM_NIL;
  if (lm_is_atom(t)) return LM_ATOM_ATOM;
  if (lm_is_local_pid(t)) return LM_ATOM_PID;
  if (lm_is_local_port(t)) return LM_ATOM_PORT;
  switch (lm_kind_of(t)) {
    case LM_KIND_TUPLE: return LM_ATOM_TUPLE;
    case LM_KIND_FUN:
      return ((const lumen_fun_entry *)(uintptr_t)lm_pointer(t)[1])->external ? LM_ATOM_EXPORT : LM_ATOM_FUN;
    case LM_KIND_RECORD: return LM_ATOM_RECORD;
    case LM_KIND_FLATMAP: return LM_ATOM_FLATMAP;
    case LM_KIND_HASHMAP: return LM_ATOM_HASHMAP;
    case LM_KIND_SUBBITS: return LM_ATOM_SUB_BINARY;
    case LM_KIND_FLOAT: return LM_ATOM_HFLOAT;
    case LM_KIND_BIGNUM: return LM_ATOM_BIGNUM;
    case LM_KIND_HEAPBITS: return LM_ATOM_HEAP_BINARY;
    case LM_KIND_REFCBITS: return LM_ATOM_REFC_BINARY;
    case LM_KIND_EXTERNAL:
      return lm_is_pid(t) ? LM_ATOM_EXTERNAL_PID : lm_is_port(t) ? LM_ATOM_EXTERNAL_PORT : LM_ATOM_EXTERNAL_REFERENCE;
    default: return LM_ATOM_REFERENCE;
  }
}
