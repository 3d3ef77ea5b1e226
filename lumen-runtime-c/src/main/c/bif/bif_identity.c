// Pids, ports, references and funs to text and back, and what funs tell about themselves.
#include "bif/lm_bif.h"
#include "process/lm_runtime.h"
#include "term/lm_bits.h"
#include "term/lm_buffer.h"
#include "term/lm_identity.h"
#include "term/lm_print.h"

static lm_term text(lm_proc *p, lm_buffer *b) {
  lm_term t = lm_string(p, (const char *)b->bytes, b->length, LM_NIL);
  lm_buffer_close(b);
  return t;
}

static lm_term identity_text(lm_proc *p, lm_term t) {
  lm_buffer b;
  lm_buffer_open(&b);
  lm_print_identity(&b, t);
  return text(p, &b);
}

lm_term lumen_bif_erlang_pid_to_list_1(lm_proc *p, lm_term t) { return lm_is_pid(t) ? identity_text(p, t) : lm_badarg(p); }
lm_term lumen_bif_erlang_port_to_list_1(lm_proc *p, lm_term t) {
  return lm_is_port(t) ? identity_text(p, t) : lm_badarg(p);
}
lm_term lumen_bif_erlang_ref_to_list_1(lm_proc *p, lm_term t) {
  return lm_is_reference(t) ? identity_text(p, t) : lm_badarg(p);
}

// ---- back -------------------------------------------------------------------------------------------------------

// Reads `before`, then numbers of at most `most` separated by points, then '>' and the end: exactly `count` of them.
static bool numbers(lm_term list, const char *before, uint64_t *n, int count, uint64_t most) {
  for (; *before != 0; before++, list = lm_tail(list))
    if (!lm_is_cons(list) || lm_head(list) != lm_small(*before)) return false;
  for (int i = 0; i < count; i++) {
    int digits = 0;
    n[i] = 0;
    for (; lm_is_cons(list) && lm_is_small(lm_head(list)); list = lm_tail(list), digits++) {
      int64_t c = lm_small_value(lm_head(list));
      if (c < '0' || c > '9') break;
      n[i] = 10 * n[i] + (uint64_t)(c - '0');
      if (n[i] > most) return false;
    }
    char end = i + 1 < count ? '.' : '>';
    if (digits == 0 || !lm_is_cons(list) || lm_head(list) != lm_small(end)) return false;
    list = lm_tail(list);
  }
  return lm_is_nil(list);
}

// Only what is of this node: there is no other.
lm_term lumen_bif_erlang_list_to_pid_1(lm_proc *p, lm_term list) {
  uint64_t n[3];
  if (!numbers(list, "<", n, 3, UINT32_MAX) || n[0] != 0 || n[1] >> 28 != 0 || n[2] >> 30 != 0) return lm_badarg(p);
  return (n[2] << 28 | n[1]) << 6 | LM_IMM_PID;
}

lm_term lumen_bif_erlang_list_to_port_1(lm_proc *p, lm_term list) {
  uint64_t n[2];
  if (!numbers(list, "#Port<", n, 2, ((uint64_t)1 << 58) - 1) || n[0] != 0) return lm_badarg(p);
  return n[1] << 6 | LM_IMM_PORT;
}

lm_term lumen_bif_erlang_list_to_ref_1(lm_proc *p, lm_term list) {
  uint64_t n[4];
  if (!numbers(list, "#Ref<", n, 4, UINT32_MAX) || n[0] != 0) return lm_badarg(p);
  return lm_reference_of(p, (uint32_t[]){(uint32_t)n[3], (uint32_t)n[2], (uint32_t)n[1]}, 3);
}

// ---- funs -------------------------------------------------------------------------------------------------------

static const lumen_fun_entry *entry_of(lm_term t) { return (const lumen_fun_entry *)(uintptr_t)lm_pointer(t)[1]; }

lm_term lumen_bif_erlang_fun_to_list_1(lm_proc *p, lm_term t) {
  if (!lm_is_kind(t, LM_KIND_FUN)) return lm_badarg(p);
  lm_buffer b;
  lm_buffer_open(&b);
  lm_print_fun(&b, lm_runtime_of(p), t);
  return text(p, &b);
}

lm_term lumen_bif_erlang_fun_info_mfa_1(lm_proc *p, lm_term t) {
  if (!lm_is_kind(t, LM_KIND_FUN)) return lm_badarg(p);
  const lumen_fun_entry *e = entry_of(t);
  return lm_tuple3(p, e->module, e->name, lm_small(e->arity));
}

static lm_term environment(lm_proc *p, lm_term t) {
  lm_list_builder list;
  lm_list_begin(&list);
  for (uint32_t i = 0; i < entry_of(t)->free_count; i++) lm_list_add(p, &list, lm_pointer(t)[2 + i]);
  return lm_list_finish(&list, LM_NIL);
}

// What stands for the checksum of the module: OTP has 16 bytes, the compiler gives us 4.
static lm_term checksum(lm_proc *p, uint32_t uniq) {
  uint8_t bytes[16];
  for (int i = 0; i < 16; i++) bytes[i] = (uint8_t)(uniq >> (24 - 8 * (i % 4)));
  return lm_binary(p, bytes, sizeof bytes);
}

lm_term lumen_bif_erlang_fun_info_2(lm_proc *p, lm_term t, lm_term what) {
  if (!lm_is_kind(t, LM_KIND_FUN)) return lm_badarg(p);
  const lumen_fun_entry *e = entry_of(t);
  lm_term value;
  switch (what) {
    case LM_ATOM_MODULE: value = e->module; break;
    case LM_ATOM_NAME: value = e->name; break;
    case LM_ATOM_ARITY: value = lm_small(e->arity); break;
    case LM_ATOM_TYPE: value = e->external ? LM_ATOM_EXTERNAL : LM_ATOM_LOCAL; break;
    case LM_ATOM_ENV: value = environment(p, t); break;
    case LM_ATOM_PID: value = e->external ? LM_ATOM_UNDEFINED : p->abi.self; break;
    case LM_ATOM_INDEX:
    case LM_ATOM_NEW_INDEX: value = e->external ? LM_ATOM_UNDEFINED : lm_small(e->index); break;
    case LM_ATOM_UNIQ: value = e->external ? LM_ATOM_UNDEFINED : lm_small(e->uniq); break;
    case LM_ATOM_NEW_UNIQ: value = e->external ? LM_ATOM_UNDEFINED : checksum(p, e->uniq); break;
    case LM_ATOM_REFC: value = e->external ? LM_ATOM_UNDEFINED : lm_small(1); break;
    default: return lm_badarg(p);
  }
  return lm_tuple2(p, what, value);
}
