// Other nodes and ports: this runtime knows neither, so these are what OTP answers on a node that is not alive and has no ports.
#include "bif/lm_bif.h"
#include "term/lm_identity.h"
#include "term/lm_map.h"

// Which nodes are asked for: whether the own one is among them.
static bool kind(lm_term name, bool *own) {
  switch (name) {
    case LM_ATOM_THIS:
    case LM_ATOM_KNOWN: return *own = true;
    case LM_ATOM_VISIBLE:
    case LM_ATOM_HIDDEN:
    case LM_ATOM_CONNECTED: return true;
    default: return false;
  }
}

static bool kinds(lm_term what, bool *own) {
  *own = false;
  if (lm_is_atom(what)) return kind(what, own);
  for (; lm_is_cons(what); what = lm_tail(what))
    if (!kind(lm_head(what), own)) return false;
  return lm_is_nil(what);
}

lm_term lumen_bif_erlang_nodes_0(lm_proc *p) {
  (void)p;
  return LM_NIL;
}

lm_term lumen_bif_erlang_nodes_1(lm_proc *p, lm_term what) {
  bool own;
  if (!kinds(what, &own)) return lm_badarg(p);
  return own ? lm_cons(p, LM_ATOM_NONODE_NOHOST, LM_NIL) : LM_NIL;
}

// Options: #{connection_id => boolean(), node_type => boolean()}: what is told of each node.
lm_term lumen_bif_erlang_nodes_2(lm_proc *p, lm_term what, lm_term options) {
  bool own;
  lm_map_cursor c;
  lm_term key, value, pairs[4];
  size_t count = 0;
  if (!kinds(what, &own) || !lm_is_map(options)) return lm_badarg(p);
  lm_map_start(&c, options);
  while (lm_map_next(&c, &key, &value)) {
    if ((key != LM_ATOM_CONNECTION_ID && key != LM_ATOM_NODE_TYPE) || !lm_is_boolean(value)) return lm_badarg(p);
    if (value == LM_ATOM_FALSE) continue;
    pairs[2 * count] = key;
    pairs[2 * count++ + 1] = key == LM_ATOM_NODE_TYPE ? LM_ATOM_THIS : LM_ATOM_UNDEFINED;
  }
  if (!own) return LM_NIL;
  lm_term info = lm_map_of(p, pairs, count, NULL);
  return lm_cons(p, lm_tuple2(p, LM_ATOM_NONODE_NOHOST, info), LM_NIL);
}

lm_term lumen_bif_erlang_monitor_node_3(lm_proc *p, lm_term node, lm_term flag, lm_term options) {
  for (; lm_is_cons(options); options = lm_tail(options))
    if (lm_head(options) != LM_ATOM_ALLOW_PASSIVE_CONNECT) return lm_badarg(p);
  if (!lm_is_nil(options) || !lm_is_atom(node)) return lm_badarg(p);
  if (node != LM_ATOM_NONODE_NOHOST) return lm_error(p, LM_ATOM_NOTALIVE);
  return lm_is_boolean(flag) ? LM_ATOM_TRUE : lm_badarg(p);
}

lm_term lumen_bif_erlang_monitor_node_2(lm_proc *p, lm_term node, lm_term flag) {
  return lumen_bif_erlang_monitor_node_3(p, node, flag, LM_NIL);
}

lm_term lumen_bif_erts_internal_get_creation_0(lm_proc *p) {
  (void)p;
  return LM_ATOM_UNDEFINED;
}

// ---- ports ------------------------------------------------------------------------------------------------------------

lm_term lumen_bif_erlang_ports_0(lm_proc *p) {
  (void)p;
  return LM_NIL;
}

lm_term lumen_bif_erlang_port_get_data_1(lm_proc *p, lm_term port) {
  (void)port;
  return lm_badarg(p);
}

lm_term lumen_bif_erlang_port_set_data_2(lm_proc *p, lm_term port, lm_term data) {
  (void)port, (void)data;
  return lm_badarg(p);
}
