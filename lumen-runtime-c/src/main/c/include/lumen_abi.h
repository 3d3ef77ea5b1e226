// lumen_abi.h: the contract between compiled code and the runtime.
//
// Who reads it: the runtime; and dev.lumen.codegen, which emits code and data of exactly these shapes (offsets in
// dev.lumen.ir.abi.Layout, checked below and by a generated file of static assertions).
//
// Calling convention of compiled code ("ABI code"): every entry and every return point is a function
//
//     LUMEN_CC void code(lm_proc *p, lm_term *hp, lm_term *sp, int64_t reductions, lm_term x0 .. x5, uint64_t label)
//
// - All calls, returns and raises are tail calls (musttail); a plain `return` gives the machine back to the scheduler,
//   after the state of the process was saved in *p (see "Leaving").
// - The stack of a process grows down from the end of its heap block; `hp` grows up. sp[0] is the address of a
//   lumen_return: the return point of the innermost frame.
// - Arguments 6.. travel in p->xs[6..]. A closure passes itself as argument number `arity`.
// - `label` selects a label inside a merged group; code reached through a lumen_function ignores it.
// - A return loads sp[0] and jumps to ->code with the result in x0 and LUMEN_LABEL_OF_RETURN; the code there pops its own
//   frame (sp += frame_words).
#ifndef LUMEN_ABI_H
#define LUMEN_ABI_H

#include "lumen_term.h"

#if defined(__wasm__)
#define LUMEN_CC
#else
#define LUMEN_CC __attribute__((preserve_none))
#endif
#define LUMEN_MUSTTAIL __attribute__((musttail))

typedef struct lm_proc lm_proc;
typedef struct lumen_runtime lumen_runtime;

#define LUMEN_CODE_PARAMS                                                                                              \
  lm_proc *p, lm_term *hp, lm_term *sp, int64_t reductions, lm_term x0, lm_term x1, lm_term x2, lm_term x3,            \
      lm_term x4, lm_term x5, uint64_t label
#define LUMEN_CODE_ARGS p, hp, sp, reductions, x0, x1, x2, x3, x4, x5, label
typedef LUMEN_CC void (*lumen_code)(LUMEN_CODE_PARAMS);

// The label that the code of a return point is given.
#define LUMEN_LABEL_OF_RETURN UINT64_MAX

#define LUMEN_ARGUMENT_REGISTERS 6
#define LUMEN_MAX_LIVE 16384 // words in the array behind p->xs, one array per scheduler

// Words that a heap check finds free between hp and sp beyond what it asks for. A frame may be pushed without a check only
// when it and all allocation since the last check fit what was asked; and when a primitive took memory meanwhile, what
// comes after it must fit LUMEN_RUN_RESERVE, which primitives leave untouched. The rest is for the runtime's own frames.
#define LUMEN_STACK_SLACK 32
#define LUMEN_RUN_RESERVE 16

// ---- static data that compiled code emits ------------------------------------------------------------------------

// One per function. `code` is its entry; a call to a function of another module goes through the symbol "m:f/a".
typedef struct lumen_function {
  lumen_code code;  // NULL when nothing but its own module can call it
  const char *file; // as in stack traces: what -file says
  lm_term module;
  lm_term name;
  uint32_t arity;
  uint32_t line;    // of the definition
} lumen_function;

// Where a process goes on that left at the entry of a function; see "Leaving compiled code".
typedef struct lumen_entry {
  lumen_code code;
  uint32_t label;     // of the group that `code` is
  uint32_t live : 14; // arguments
  uint32_t need : 18; // words of heap that the entry asks for
} lumen_entry;

// Where something that can fail stands. line 0: unknown.
typedef struct lumen_location {
  const lumen_function *function;
  uint32_t line;
} lumen_location;

// A return point: one per call that is not a tail call. Its address is the first word of the frame that the call
// pushes, and it tells all that the runtime must know of that frame. As large as four pointers;
// the return points of one group of functions form one array in label order, so that a return inside the group is an index.
typedef struct lumen_return {
  _Alignas(4 * sizeof(void *)) lumen_code code; // x0 = the result of the call
  lumen_code handler;              // NULL: an exception passes through. Otherwise x0 = class (atom), x1 = reason,
                                   // x2 = raw trace (LM_KIND_TRACE, or [] when not wants_trace);
                                   // sp is as the call left it: sp[0] is this return point
  const lumen_location *location;  // of the call
  uint16_t frame_words : 15;       // this word included
  uint16_t wants_trace : 1;        // the handler looks at the stack trace
  uint16_t need;                   // words of heap that the code asks for before it pops its frame; 0: it does not
} lumen_return;

// Static part of a fun. Closures: `code` is the entry with the fun itself as argument `arity`. fun m:f/a: code is the
// code of m:f/a, which ignores the extra argument; `external` is true.
typedef struct lumen_fun_entry {
  lumen_code code;
  const lumen_function *function; // NULL for an external fun whose function is not in the image (code raises undef)
  lm_term module;                 // of the fun expression; for an external fun its module
  lm_term name;                   // external fun: the function's name; closure: the enclosing "-f/1-fun-0-" name
  uint32_t arity;
  uint32_t free_count;
  uint32_t index;                 // number of the fun in its module
  uint32_t uniq;                  // hash of the module's text, as phash2 and printing want it
  bool external;
} lumen_fun_entry;

typedef struct lumen_atom {
  lm_term immediate;
  const char *text; // UTF-8, not terminated
  uint32_t length;  // bytes
} lumen_atom;

typedef struct lumen_export {
  const lumen_function *function;
  lumen_fun_entry *entry; // made by the runtime when `fun m:f/a` is first asked for at run time; starts as NULL
} lumen_export;

// A constant that has no static form (a map of more than 32 keys): decoded from the external term format into memory of
// the runtime when the module is loaded, then put in *slot.
typedef struct lumen_literal {
  lm_term *slot;
  const uint8_t *external;
  uint32_t length;
} lumen_literal;

// One per module: symbol "lumen_module:m".
typedef struct lumen_module {
  lm_term name;
  const lumen_atom *atoms;          // every atom that the module names
  lumen_export *exports;
  const lumen_function *const *functions; // all of them, exported or not
  const lm_term *attributes;        // module_info(attributes) as a term; NULL: []
  uint32_t atom_count;
  uint32_t export_count;
  uint32_t function_count;
  uint32_t literal_count;
  const lumen_literal *literals;
  // lumen_load_literal, or NULL without literals: an image that has none does not hold the decoder.
  bool (*load_literal)(lumen_runtime *rt, const lumen_literal *literal);
  const lumen_fun_entry *const *closures; // those that its code makes: for binary_to_term
  uint32_t closure_count;
} lumen_module;

// Built-in functions (the rows of bifs.tab) have a lumen_function too, symbol "lumen_function:m:f/a", whose code is ABI code
// that calls the primitive: for computed calls and external funs. Compiled code calls primitives directly, and for stack
// traces has their names, symbol "lumen_builtin:m:f/a".
typedef struct lumen_builtin {
  lm_term module;
  lm_term name;
  int64_t arity;
} lumen_builtin;

// The whole program. Plain data that the linker step emits (symbol lumen_image) or the JIT hands over.
typedef struct lumen_image {
  lumen_module *const *modules;
  uint32_t module_count;
  uint32_t atom_count;
  const lumen_function *const *builtins; // those that a computed call may reach; so an executable holds no others
  uint32_t builtin_count;
  uint32_t known_count;
  const lumen_function *entry;      // of an executable; NULL in a library image. Arity 0 or 1 (list of argv strings)
  const lumen_atom *atoms;          // those that exist besides the modules': of code that was left out
  const lumen_atom *known;          // names of modules that nothing was taken of
} lumen_image;

// ---- the part of a process that compiled code knows ----------------------------------------------------------------
// Every field takes 8 bytes on every target, so that offsets are the same everywhere.

#define LUMEN_FIELD _Alignas(8)
typedef struct lumen_proc_abi {
  LUMEN_FIELD lm_term *hp;             //  0: valid while compiled code does not run, and during primitives
  LUMEN_FIELD lm_term *sp;             //  8: likewise
  LUMEN_FIELD lm_term *xs;             // 16: argument and save registers, LUMEN_MAX_LIVE words, of the scheduler
  LUMEN_FIELD lumen_code resume;       // 24: where a process that left goes on
  LUMEN_FIELD int64_t live;            // 32: how many of xs hold live terms while it is away
  LUMEN_FIELD lm_term exception_class; // 40: error | exit | throw, set by a primitive that answers LM_NONE
  LUMEN_FIELD lm_term exception_reason;// 48
  LUMEN_FIELD lm_term exception_trace; // 56: raw trace, or LM_NONE when none was made yet
  LUMEN_FIELD int64_t reductions;      // 64: what is left of the slice when code left
  LUMEN_FIELD lm_term self;            // 72: the pid
  LUMEN_FIELD int64_t need;            // 80: words to collect for before the code goes on; 0: it did not leave for that
  LUMEN_FIELD int64_t work;            // 88: reductions that primitives have cost since compiled code last asked: those that `work`
                                       //     (bifs.tab). It takes them off its own count and sets this to 0
} lumen_proc_abi;

// ---- leaving compiled code ----------------------------------------------------------------------------------------
// To leave: store hp, sp, reductions, `resume` (ABI code), `live` and that many terms in xs; then return. The scheduler
// later calls `resume` with x0..x5 = the first of them (the rest stays in xs), hp, sp and a new slice of reductions.
//
// Preemption: at function entry and loop back edges `reductions` is counted down; below zero the code leaves. At a function
// entry that is a jump to lumen_leave, with all arguments in place and the address of its lumen_entry as the label.
//
// Collection: an entry whose heap check fails does the same. A return point whose check fails jumps to lumen_leave_at_return,
// with the result in x0 and its frame still at the top of the stack. With reductions left the scheduler only collects, and
// goes on at once. Checks elsewhere call lumen_collect, in which others may have turns: compiled code comes back to another thread, maybe.
LUMEN_CC void lumen_leave(LUMEN_CODE_PARAMS);
LUMEN_CC void lumen_leave_at_return(LUMEN_CODE_PARAMS);

// ---- raising ------------------------------------------------------------------------------------------------------
// ABI code to jump to, which goes on at the handler that lumen_raise finds. `label` is the lumen_location or 0, but in
// lumen_function_clause it is the lumen_function that x0.. (and xs) are arguments of.
LUMEN_CC void lumen_raised(LUMEN_CODE_PARAMS);          // the exception in p; hp and sp are those in p
LUMEN_CC void lumen_error(LUMEN_CODE_PARAMS);           // error:x0
LUMEN_CC void lumen_error_pair(LUMEN_CODE_PARAMS);      // error:{x0, x1}
LUMEN_CC void lumen_function_clause(LUMEN_CODE_PARAMS); // error:function_clause

// ---- primitives ---------------------------------------------------------------------------------------------------
// C calling convention. Terms in, a term out; LM_NONE out = failed, with exception_class and _reason set (the caller
// decides whether that is an exception or a failed guard).
//
// A primitive of arithmetic (an operator) that fails leaves its operands in xs[0] and xs[1], for lumen_set_builtin_failure; the
// caller of any other puts the arguments there itself.
//
// NO PRIMITIVE EVER MOVES A TERM. A primitive allocates from [hp, sp) while that lasts, then from fragments that the next
// collection folds in (lm_heap.h). So compiled code keeps its live terms in registers across a primitive and has to
// reload only hp, and that only for primitives that allocate (table column `collects`): it stores hp and sp in *p before
// and loads hp after. A primitive that had to take a fragment sets hp so high that the next heap check fails; but it, too,
// leaves LUMEN_RUN_RESERVE words to what was checked before.

// Heap check failed: promises `words` + LUMEN_STACK_SLACK free words between p->hp and p->sp. Collects. The first `live`
// words of xs and the stack are the roots; both are updated. False: the process is over its limit or was killed; then
// compiled code must return at once.
bool lumen_collect(lm_proc *p, uint64_t words, uint64_t live);

// Finds the handler for the exception in p: cuts p->sp back to the innermost frame with a handler (making the raw trace
// first if that handler wants it and there is none; `location` = where it was raised, or NULL) and answers the code to
// jump to, with x0 = p->exception_class, x1 = p->exception_reason, x2 = p->exception_trace. Never NULL: the bottom frame
// has a handler.
lumen_code lumen_raise(lm_proc *p, const lumen_location *location);

// The raw trace of the exception in p, which the function that calls catches itself: completed when a primitive began it.
// Allocates.
lm_term lumen_make_trace(lm_proc *p, const lumen_location *location);

// The raw trace of an exception that is raised and caught in one function, and never stands in p: what p holds may be an
// earlier one. Allocates.
lm_term lumen_trace_here(lm_proc *p, const lumen_location *location);

// Raw trace -> the list that Erlang sees. Any other term is returned as it is (erlang:raise/3 accepts lists).
lm_term lumen_build_stacktrace(lm_proc *p, lm_term raw);

// Sets the exception {class, reason} with the raw trace or list `trace` (LM_NONE: to be made).
void lumen_set_exception(lm_proc *p, lm_term class, lm_term reason, lm_term trace);

// A primitive failed and the failure becomes an exception: its trace begins with the built-in function itself and its
// arguments, which are in xs[0..arity). Called before lumen_raise or lumen_make_trace.
void lumen_set_builtin_failure(lm_proc *p, const lumen_builtin *builtin);

// The code to jump to for a call of `fun` with `arity` arguments (already in x0.. and xs): the slow path of a call whose
// inline check failed. Sets badfun or badarity and answers NULL when it can't be called; for badarity the arguments must be
// in xs[0..arity).
lumen_code lumen_fun_code(lm_proc *p, lm_term fun, uint64_t arity);

// Code of module:name/arity in the image, for calls with a computed module or name; or what is called in its place
// ('$handle_undefined_function'/2), so it must be jumped to at once. NULL: exception set (undef, badarg);
// the arguments must be in xs[0..arity) for the trace.
lumen_code lumen_apply_code(lm_proc *p, lm_term module, lm_term name, uint64_t arity);

// receive. peek: the message at the save pointer, or LM_NONE when there is none. skip: the save pointer goes on by one.
// accept: removes the message at the save pointer, which goes back to the start; stops a running timeout.
// Messages are terms in fragments owned by the process: they don't move until the next collection.
// since: before the first peek of a receive that accepts no message without this term in it; the save pointer may go past messages
// that are older than the term.
void lumen_receive_since(lm_proc *p, lm_term reference);
lm_term lumen_receive_peek(lm_proc *p);
void lumen_receive_skip(lm_proc *p);
void lumen_receive_accept(lm_proc *p);
// Wait for a message beyond the save pointer, or for the timeout (small integer of ms, or the atom infinity). Compiled code
// first stores hp, sp, resume and live (as "Leaving" says, but with the code of a return point; its frame holds the live terms, x0
// at `resume` is the answer),
// then calls this: LM_NONE = leave now (return to the scheduler; resume gets x0 = small 1: look again, small 0: timed out).
// small 1: a message came meanwhile, look again. small 0: the timeout is over (or was 0); the save pointer is at the start.
// Exception timeout_value: see p->exception_class set and LM_SMALL(2); the save pointer is at the start.
lm_term lumen_receive_wait(lm_proc *p, lm_term timeout);

// Puts a constant where the module looks for it; false: it can't be decoded. While the host lock is held.
bool lumen_load_literal(lumen_runtime *rt, const lumen_literal *literal);

// Closures: allocation is inline. fun m:f/a with names known only at run time:
lm_term lumen_make_external_fun(lm_proc *p, lm_term module, lm_term name, lm_term arity);

// Maps. pairs = key, value, key, value in xs[0..2n). put: =>; update: :=, badkey on a missing key; LM_NONE + badmap when
// `map` is none. get: LM_NONE when absent or not a map (no exception set).
lm_term lumen_map_put(lm_proc *p, lm_term map, uint64_t n);
lm_term lumen_map_update(lm_proc *p, lm_term map, uint64_t n);
lm_term lumen_map_get(lm_proc *p, lm_term map, lm_term key);
// The same in a table of constants: n keys, each a word, ascending, then their n values.
lm_term lumen_search(const lm_term *table, uint64_t n, lm_term key);

// Bit strings, matched functionally: `base` any bitstring term, `at` a bit position in it (raw), `end` its bit length.
// Nothing is allocated to match; the rest is a slice made only where a program holds it.
#define LUMEN_BITS_LITTLE 1
#define LUMEN_BITS_SIGNED 2
#define LUMEN_BITS_NATIVE 4 // resolved by the compiler to the target's order; never seen here
lm_term lumen_bits_get_integer(lm_proc *p, lm_term base, uint64_t at, uint64_t bits, uint64_t flags); // allocates for bignums
lm_term lumen_bits_get_float(lm_proc *p, lm_term base, uint64_t at, uint64_t bits, uint64_t flags);   // LM_NONE: NaN, infinity
lm_term lumen_bits_get_slice(lm_proc *p, lm_term base, uint64_t at, uint64_t bits);                   // sub-bitstring
lm_term lumen_bits_get_utf8(lm_proc *p, lm_term base, uint64_t at);                // code point or LM_NONE
lm_term lumen_bits_get_utf16(lm_proc *p, lm_term base, uint64_t at, uint64_t flags);
lm_term lumen_bits_get_utf32(lm_proc *p, lm_term base, uint64_t at, uint64_t flags);
uint64_t lumen_bits_size(lm_term bitstring); // in bits; the term is known to be a bitstring
bool lumen_bits_equal(lm_term base, uint64_t at, const uint8_t *bytes, uint64_t bits); // a literal segment

// Bit strings, built: begin, put.. in order, finish. State lives in p; nothing else may run between. A put answers false
// with the exception set (badarg, system_limit). begin: `bits` is a hint. Appending to a bitstring that was itself built
// by appending and is not used otherwise costs amortised its own length (begin_append).
void lumen_bits_begin(lm_proc *p, uint64_t bits);
bool lumen_bits_begin_append(lm_proc *p, lm_term first, uint64_t unit, uint64_t bits);
bool lumen_bits_put_integer(lm_proc *p, lm_term value, lm_term size, uint64_t unit, uint64_t flags);
bool lumen_bits_put_float(lm_proc *p, lm_term value, lm_term size, uint64_t unit, uint64_t flags);
bool lumen_bits_put_slice(lm_proc *p, lm_term value, lm_term size, uint64_t unit); // size LM_NONE: all
bool lumen_bits_put_utf8(lm_proc *p, lm_term value);
bool lumen_bits_put_utf16(lm_proc *p, lm_term value, uint64_t flags);
bool lumen_bits_put_utf32(lm_proc *p, lm_term value, uint64_t flags);
bool lumen_bits_put_bytes(lm_proc *p, const uint8_t *bytes, uint64_t bits);
lm_term lumen_bits_finish(lm_proc *p);

// erlang:'+'/2 and '-'/2 for code that is to be small: they store hp and sp themselves.
lm_term lumen_plus(lm_proc *p, lm_term *hp, lm_term *sp, lm_term a, lm_term b);
lm_term lumen_minus(lm_proc *p, lm_term *hp, lm_term *sp, lm_term a, lm_term b);

// Term order and equality for the slow paths. compare: <0, 0, >0 in the order of the language (1 == 1.0); it needs the
// process because atoms are ordered by their text, which the runtime of the process knows.
int64_t lumen_compare(lm_proc *p, lm_term a, lm_term b);
// A word that, as a signed number, compares with the words of small integers up to LUMEN_ORDER_KEYS on both sides of zero as
// the term compares with them in the order of the language. The key of a small integer is itself.
#define LUMEN_ORDER_KEYS (1ll << 59)
lm_term lumen_order_key(lm_term t);
bool lumen_equal_exact(lm_term a, lm_term b); // =:=
bool lumen_equal(lm_term a, lm_term b);       // ==

#endif
