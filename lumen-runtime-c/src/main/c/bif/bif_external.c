// term_to_binary, binary_to_term and their relatives.
#include "bif/lm_bif.h"
#include "etf/lm_etf.h"
#include "memory/lm_memory.h"
#include "process/lm_runtime.h"
#include "term/lm_bits.h"
#include "term/lm_buffer.h"

// The options of term_to_binary/2. `compressed` is allowed and has no effect: an answer that is not compressed is always
// valid.
static bool encode_options(lm_term list, unsigned *options) {
  *options = 0;
  for (; lm_is_cons(list); list = lm_tail(list)) {
    lm_term option = lm_head(list);
    if (option == LM_ATOM_COMPRESSED || option == LM_ATOM_DETERMINISTIC) continue;
    if (!lm_is_tuple(option) || lm_tuple_size(option) != 2) return false;
    lm_term name = lm_elements(option)[0], value = lm_elements(option)[1];
    int64_t n = lm_is_small(value) ? lm_small_value(value) : -1;
    if (name == LM_ATOM_MINOR_VERSION && n >= 0 && n <= 2) {
      *options = n == 0 ? LM_ETF_FLOAT_TEXT : n == 2 ? LM_ETF_UTF8_ATOMS : 0;
    } else if (name != LM_ATOM_COMPRESSED || n < 0 || n > 9) {
      return false;
    }
  }
  return lm_is_nil(list);
}

static lm_term encoded(lm_proc *p, lm_term t, unsigned options) {
  LM_MAY_YIELD(p);
  lm_buffer out;
  lm_buffer_open(&out);
  bool good = lm_etf_encode(&out, lm_runtime_of(p), t, options);
  lm_term result = good ? lm_binary(p, out.bytes, out.length) : lm_system_limit(p);
  lm_charge(p, out.length % LM_STRIDE, LM_SUMMED_BYTES);
  lm_buffer_close(&out);
  return result;
}

lm_term lumen_bif_erlang_term_to_binary_1(lm_proc *p, lm_term t) { return encoded(p, t, 0); }

lm_term lumen_bif_erlang_term_to_binary_2(lm_proc *p, lm_term t, lm_term list) {
  unsigned options;
  return encode_options(list, &options) ? encoded(p, t, options) : lm_badarg(p);
}

static lm_term in_list(lm_proc *p, lm_term binary) { return binary == LM_NONE ? LM_NONE : lm_cons(p, binary, LM_NIL); }

lm_term lumen_bif_erlang_term_to_iovec_1(lm_proc *p, lm_term t) { return in_list(p, encoded(p, t, 0)); }

lm_term lumen_bif_erlang_term_to_iovec_2(lm_proc *p, lm_term t, lm_term list) {
  unsigned options;
  return encode_options(list, &options) ? in_list(p, encoded(p, t, options)) : lm_badarg(p);
}

static lm_term external_size(lm_proc *p, lm_term t, unsigned options) {
  LM_MAY_YIELD(p);
  lm_buffer out;
  lm_buffer_open(&out);
  bool good = lm_etf_encode(&out, lm_runtime_of(p), t, options);
  lm_term result = good ? lm_small((int64_t)out.length) : lm_system_limit(p);
  lm_buffer_close(&out);
  return result;
}

lm_term lumen_bif_erlang_external_size_1(lm_proc *p, lm_term t) { return external_size(p, t, 0); }

// Only what changes the size is an option here.
lm_term lumen_bif_erlang_external_size_2(lm_proc *p, lm_term t, lm_term list) {
  unsigned options;
  for (lm_term at = list; lm_is_cons(at); at = lm_tail(at)) {
    lm_term option = lm_head(at);
    if (!lm_is_tuple(option) || lm_tuple_size(option) != 2 || lm_elements(option)[0] != LM_ATOM_MINOR_VERSION) return lm_badarg(p);
    if (lm_elements(option)[1] == lm_small(2)) return lm_badarg(p); // OTP knows it in term_to_binary/2 only
  }
  return encode_options(list, &options) ? external_size(p, t, options) : lm_badarg(p);
}

static lm_term decoded(lm_proc *p, lm_term binary, unsigned options, bool want_used) {
  if (!lm_is_binary(binary)) return lm_badarg(p);
  LM_MAY_YIELD(p);
  lm_bits b = lm_bits_of(binary);
  uint8_t *copy;
  const uint8_t *bytes = lm_bits_aligned(&b, &copy);
  size_t used;
  lm_term result = lm_etf_decode(p, bytes, (size_t)(b.size / 8), options, &used);
  lm_delete(copy);
  lm_charge(p, b.size / 8 % LM_STRIDE, LM_SUMMED_BYTES);
  if (result == LM_NONE) return lm_badarg(p);
  return want_used ? lm_tuple2(p, result, lm_small((int64_t)used)) : result;
}

lm_term lumen_bif_erlang_binary_to_term_1(lm_proc *p, lm_term binary) { return decoded(p, binary, 0, false); }

lm_term lumen_bif_erlang_binary_to_term_2(lm_proc *p, lm_term binary, lm_term list) {
  unsigned options = 0;
  bool want_used = false;
  for (; lm_is_cons(list); list = lm_tail(list)) {
    if (lm_head(list) == LM_ATOM_SAFE) {
      options |= LM_ETF_SAFE;
    } else if (lm_head(list) == LM_ATOM_USED) {
      want_used = true;
    } else {
      return lm_badarg(p);
    }
  }
  return lm_is_nil(list) ? decoded(p, binary, options, want_used) : lm_badarg(p);
}
