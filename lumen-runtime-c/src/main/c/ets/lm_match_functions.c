// The functions that guards and bodies of match specifications may call.
#include "bif/lm_bif.h"
#include "ets/lm_match_code.h"

typedef struct function {
  lm_term name;
  uint32_t arity;
  void *call;
} function;

// Of records that are tuples only: the third operand is a size.
static lm_term is_record(lm_proc *p, lm_term t, lm_term tag, lm_term size) {
  return lm_is_atom(size) ? lm_badarg(p) : lumen_bif_erlang_is_record_3(p, t, tag, size);
}

#define F(name, arity, symbol) {LM_ATOM_##name, arity, (void *)lumen_bif_erlang_##symbol##_##arity}

static const function functions[] = {
    F(IS_ATOM, 1, is_atom),
    F(IS_FLOAT, 1, is_float),
    F(IS_INTEGER, 1, is_integer),
    F(IS_LIST, 1, is_list),
    F(IS_NUMBER, 1, is_number),
    F(IS_TUPLE, 1, is_tuple),
    F(IS_PID, 1, is_pid),
    F(IS_PORT, 1, is_port),
    F(IS_REFERENCE, 1, is_reference),
    F(IS_MAP, 1, is_map),
    F(IS_BINARY, 1, is_binary),
    F(IS_FUNCTION, 1, is_function),
    {LM_ATOM_IS_RECORD, 3, (void *)is_record},
    F(IS_MAP_KEY, 2, is_map_key),
    F(ABS, 1, abs),
    F(ELEMENT, 2, element),
    F(HD, 1, hd),
    F(TL, 1, tl),
    F(LENGTH, 1, length),
    F(NODE, 1, node),
    F(ROUND, 1, round),
    F(TRUNC, 1, trunc),
    F(FLOAT, 1, float),
    F(SIZE, 1, size),
    F(MAP_SIZE, 1, map_size),
    F(MAP_GET, 2, map_get),
    F(BIT_SIZE, 1, bit_size),
    F(BYTE_SIZE, 1, byte_size),
    F(BINARY_PART, 2, binary_part),
    F(BINARY_PART, 3, binary_part),
    F(PLUS, 1, plus),
    F(PLUS, 2, plus),
    F(MINUS, 1, minus),
    F(MINUS, 2, minus),
    F(TIMES, 2, times),
    F(DIVIDE, 2, divide),
    F(DIV, 2, div),
    F(REM, 2, rem),
    F(BAND, 2, band),
    F(BOR, 2, bor),
    F(BXOR, 2, bxor),
    F(BNOT, 1, bnot),
    F(BSL, 2, bsl),
    F(BSR, 2, bsr),
    F(GT, 2, gt),
    F(GE, 2, ge),
    F(LT, 2, lt),
    F(LE, 2, le),
    F(EQ, 2, eq),
    F(NE, 2, ne),
    F(EQ_EXACT, 2, eq_exact),
    F(NE_EXACT, 2, ne_exact),
    F(NOT, 1, not),
    F(XOR, 2, xor),
};

void *lm_match_function(lm_term name, uint32_t arity) {
  for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
    if (functions[i].name == name && functions[i].arity == arity) return functions[i].call;
  return NULL;
}
