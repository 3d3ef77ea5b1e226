// The heap and its collector, against what the terms were before: random terms that share parts, kept on a process's stack,
// encoded before and after collections of every kind.
#include "lm_check.h"

#include "heap/lm_copy.h"
#include "heap/lm_gc.h"
#include "memory/lm_memory.h"
#include "host/lm_host.h"
#include "lumen_atoms.h"
#include "sched/lm_mailbox.h"
#include "sched/lm_relations.h"
#include "sched/lm_process.h"
#include "process/lm_runtime.h"
#include "sched/lm_signal.h"
#include "term/lm_bits.h"
#include "etf/lm_etf.h"
#include "sched/lm_limit.h"

enum { ROOTS = 24 };

typedef struct shadow {
  uint8_t *bytes;
  size_t length;
} shadow;

static lumen_runtime *rt;
static lm_proc *p;
static shadow shadows[ROOTS];

static lm_term *root(int i) { return &p->heap.block_end[-2 - i]; } // below the bottom frame

static void remember(int i) {
  lm_buffer b;
  lm_buffer_open(&b);
  lm_etf_encode(&b, rt, *root(i), 0);
  free(shadows[i].bytes);
  shadows[i].bytes = lm_room(b.length, 1);
  shadows[i].length = b.length;
  memcpy(shadows[i].bytes, b.bytes, b.length);
  lm_buffer_close(&b);
}

static void compare_all(const char *when) {
  for (int i = 0; i < ROOTS; i++) {
    lm_buffer b;
    lm_buffer_open(&b);
    lm_etf_encode(&b, rt, *root(i), 0);
    CHECK(b.length == shadows[i].length && memcmp(b.bytes, shadows[i].bytes, b.length) == 0, "root %d %s", i, when);
    lm_buffer_close(&b);
  }
}

static lm_term any_root(void) {
  // Mostly shallow ones, so that terms don't grow beyond measure by sharing.
  int i = (int)lm_random_below(ROOTS);
  return shadows[i].length < 2000 ? *root(i) : LM_ATOM_OK;
}

static lm_term random_term(void) {
  switch (lm_random_below(10)) {
    case 0: return lm_small((int64_t)lm_random() >> 4);
    case 1: return lm_integer(p, INT64_MAX - (int64_t)lm_random_below(1000));
    case 2: return lm_float(p, 1e300 * (double)lm_random_below(1000));
    case 3: return lm_cons(p, any_root(), any_root());
    case 4: return lm_tuple3(p, any_root(), lm_small(3), any_root());
    case 5: {
      lm_term list = LM_NIL;
      for (uint64_t n = lm_random_below(40); n > 0; n--) list = lm_cons(p, lm_small((int64_t)n), list);
      return list;
    }
    case 6: {
      uint8_t *bytes;
      size_t length = lm_random_below(300);
      lm_term t = lm_bits_new(p, length * 8, &bytes);
      for (size_t i = 0; i < length; i++) bytes[i] = (uint8_t)lm_random();
      return t;
    }
    case 7: {
      uint8_t *bytes;
      lm_term base = lm_bits_new(p, 2000, &bytes);
      for (size_t i = 0; i < 250; i++) bytes[i] = (uint8_t)i;
      return lm_bits_slice(p, base, lm_random_below(500), lm_random_below(1000));
    }
    case 8: {
      size_t size = lm_random_below(200);
      lm_term *tuple = lm_alloc(p, size + 1);
      tuple[0] = LM_HEADER(LM_KIND_TUPLE, 0, size);
      for (size_t i = 0; i < size; i++) tuple[i + 1] = lm_small((int64_t)i);
      lm_term t = lm_boxed_at(tuple);
      return size > 0 ? tuple[1] = any_root(), t : t;
    }
    default: {
      lm_term *object = lm_alloc(p, 5); // a map of one key
      object[0] = LM_HEADER(LM_KIND_TUPLE, 0, 1);
      object[1] = LM_ATOM_ERROR;
      object[2] = LM_HEADER(LM_KIND_FLATMAP, 0, 2);
      object[3] = lm_boxed_at(object);
      object[4] = any_root();
      return lm_boxed_at(object + 2);
    }
  }
}

static void check_heap(void) {
  // hp is exact only right after a collection.
  CHECK(lm_heap_is_valid(p), "invalid");
}

static void random_collections(int steps) {
  for (int step = 0; step < steps; step++) {
    int i = (int)lm_random_below(ROOTS);
    *root(i) = random_term();
    remember(i);
    uint64_t kind = lm_random_below(40);
    if (kind < 4) {
      CHECK(lumen_collect(p, lm_random_below(100), 0), "collect");
      check_heap();
      compare_all("after a collection");
    } else if (kind == 4) {
      lm_collect_major(p, lm_random_below(3000), 0);
      check_heap();
      compare_all("after a major collection");
    } else if (kind == 5) { // a message that is accepted
      lm_fragment *f = lm_fragment_of(p->sched->pool, *root(i));
      lm_mailbox_add(&p->mail, f);
      *root(i) = lm_mailbox_take(p, &p->mail.first);
    }
  }
  compare_all("at the end");
}

// A list of a million elements goes to the old generation and stays whole.
static void long_list(void) {
  enum { LENGTH = LM_DEBUG || LM_STRESS ? 20000 : 1000000 };
  *root(0) = LM_NIL;
  for (int i = 0; i < LENGTH; i++) {
    if (p->abi.sp - p->abi.hp < 2 + LUMEN_STACK_SLACK) lumen_collect(p, 2, 0);
    lm_term *cell = p->abi.hp;
    p->abi.hp += 2;
    cell[0] = lm_small(i);
    cell[1] = *root(0);
    *root(0) = lm_cons_at(cell);
  }
  lm_collect_major(p, 0, 0);
  check_heap();
  int64_t n = LENGTH;
  bool ordered = true;
  for (lm_term list = *root(0); lm_is_cons(list); list = lm_tail(list)) ordered = ordered && lm_head(list) == lm_small(--n);
  CHECK(n == 0 && ordered, "list broken at %lld", (long long)n);
  CHECK(LM_STRESS || p->heap.old_words >= 2 * LENGTH, "old words: %zu", p->heap.old_words);
  *root(0) = LM_NIL;
  remember(0);
  lm_collect_major(p, 0, 0);
  lm_collect_major(p, 0, 0);
  CHECK(p->heap.old_words < LENGTH, "garbage is still there: %zu", p->heap.old_words);
}

// The young block of a process that makes garbage stays where it is, and a heap that has become small is one block.
static void garbage(void) {
  for (int i = 0; i < ROOTS; i++) {
    *root(i) = LM_NIL;
    remember(i);
  }
  lm_collect_major(p, 0, 0);
  CHECK(p->heap.old == NULL && p->heap.old_words == 0, "an old generation of nothing");
  int moves = 0;
  const lm_term *block = p->heap.block;
  for (int i = 0; i < 200000; i++) {
    if (p->abi.sp - p->abi.hp < 2 + LUMEN_STACK_SLACK) lumen_collect(p, 2, 0);
    lm_term *cell = p->abi.hp;
    p->abi.hp += 2;
    cell[0] = cell[1] = LM_NIL;
    if (p->heap.block != block) moves++;
    block = p->heap.block;
  }
  CHECK(LM_DEBUG || LM_STRESS || moves < 10, "the block moved %d times", moves);
  CHECK(lm_heap_used(p) < 4000 + p->heap.block_size, "garbage is kept: %zu words", lm_heap_used(p));
}

// A stack of a million frames is kept, and the work for it stays in proportion.
static void deep_stack(void) {
  enum { DEPTH = LM_DEBUG || LM_STRESS ? 10000 : 1000000 };
  lm_term *base = p->abi.sp;
  size_t depth = (size_t)(p->heap.block_end - base);
  uint32_t before = p->heap.collections;
  for (int i = 0; i < DEPTH; i++) {
    if (p->abi.sp - p->abi.hp < 4 + LUMEN_STACK_SLACK) lumen_collect(p, 4, 0);
    p->abi.sp -= 2;
    lm_term *cell = p->abi.hp;
    p->abi.hp += 2;
    cell[0] = lm_small(i);
    cell[1] = LM_NIL;
    p->abi.sp[0] = lm_cons_at(cell);
    p->abi.sp[1] = (lm_term)(uintptr_t)base; // a return point: tag 000
  }
  bool whole = true;
  for (int i = DEPTH - 1; i >= 0; i--, p->abi.sp += 2) whole = whole && lm_head(p->abi.sp[0]) == lm_small(i);
  CHECK(whole, "frames lost");
  CHECK(LM_STRESS || p->heap.collections - before < 100, "%u collections", p->heap.collections - before);
  CHECK((size_t)(p->heap.block_end - p->abi.sp) == depth, "stack depth");
  lumen_collect(p, 0, 0);
  lumen_collect(p, 0, 0);
  CHECK(p->heap.block_size < 200000, "the block stays large: %zu", p->heap.block_size);
}

// A message that is looked at but not accepted yet may be part of a new object.
static void peeked_message(void) {
  lm_term message = lm_tuple2(p, lm_small(1), lm_cons(p, lm_small(2), LM_NIL));
  lm_mailbox_add(&p->mail, lm_fragment_of(p->sched->pool, message));
  lm_mailbox_add(&p->mail, lm_fragment_of(p->sched->pool, lm_small(7)));
  lm_term peeked = lumen_receive_peek(p);
  *root(0) = lm_cons(p, lm_elements(peeked)[1], LM_NIL); // [[2]]
  remember(0);
  for (int i = 0; i < 3; i++) lumen_collect(p, 10, 0); // old by now
  lm_collect_major(p, 0, 0);
  check_heap();
  CHECK(lm_elements(lumen_receive_peek(p))[0] == lm_small(1), "message damaged");
  lumen_receive_accept(p);
  lumen_collect(p, 10, 0);
  lm_collect_major(p, 0, 0);
  check_heap();
  compare_all("that holds part of a message");
  CHECK(lumen_receive_peek(p) == lm_small(7), "second message");
  lumen_receive_accept(p);
  CHECK(p->mail.count == 0 && p->in_heap_messages == 0, "mailbox");
}

// An exception that holds parts of a message that was looked at ends the receive: the message stays, and is the first again.
static void receive_left(void) {
  for (int i = 1; i <= 3; i++) {
    lm_term message = lm_tuple2(p, lm_small(i), lm_cons(p, lm_small(i), LM_NIL));
    lm_mailbox_add(&p->mail, lm_fragment_of(p->sched->pool, message));
  }
  lumen_receive_peek(p);
  lumen_receive_skip(p);
  lumen_receive_peek(p);
  lumen_receive_skip(p);
  *root(0) = lumen_receive_peek(p);
  remember(0);
  lm_receive_leave(p);
  for (int i = 0; i < 3; i++) lumen_collect(p, 10, 0);
  lm_collect_major(p, 0, 0);
  check_heap();
  for (int i = 1; i <= 3; i++) {
    CHECK(lm_elements(lumen_receive_peek(p))[0] == lm_small(i), "message %d", i);
    lumen_receive_accept(p);
  }
  lm_collect_major(p, 0, 0);
  check_heap();
  compare_all("that is a message which was looked at");
  CHECK(p->mail.count == 0 && p->in_heap_messages == 0, "mailbox");
}

static void receive_small(int i) { lm_mailbox_add(&p->mail, lm_fragment_of(p->sched->pool, lm_small(i))); }

// A receive that waits for a reference begins behind the messages that were there before it, whatever becomes of them.
static void receive_since(void) {
  for (int i = 0; i < 10; i++) receive_small(i);
  *root(0) = lm_reference_at(lm_alloc(p, LM_REFERENCE_WORDS), lm_mailbox_new_reference(p), 0);
  for (int i = 10; i < 12; i++) receive_small(i);
  *root(1) = lm_reference_at(lm_alloc(p, LM_REFERENCE_WORDS), lm_mailbox_new_reference(p), 0);
  *root(2) = lm_reference_at(lm_alloc(p, LM_REFERENCE_WORDS), 12345, 0);
  for (int i = 0; i < 3; i++) remember(i);

  lumen_receive_since(p, *root(0));
  CHECK(lumen_receive_peek(p) == lm_small(10), "older messages looked at");
  lm_receive_leave(p);
  for (int i = 0; i < 9; i++) lumen_receive_skip(p);
  CHECK(lumen_receive_peek(p) == lm_small(9), "the one before the reference");
  lumen_receive_accept(p); // the place hangs on it
  lumen_receive_since(p, *root(0));
  CHECK(lumen_receive_peek(p) == lm_small(10), "the place is lost with the message before it");
  lumen_receive_accept(p);
  lumen_receive_since(p, *root(0));
  CHECK(lumen_receive_peek(p) == lm_small(11), "the place is lost with the message behind it");
  lm_receive_leave(p); // the message moves into the heap
  lumen_receive_since(p, *root(1));
  CHECK(lumen_receive_peek(p) == LM_NONE, "older messages looked at");
  receive_small(12);
  CHECK(lumen_receive_peek(p) == lm_small(12), "the message that came last");
  lm_receive_leave(p);
  lumen_receive_since(p, *root(2));
  CHECK(lumen_receive_peek(p) == lm_small(0), "a reference that nobody knows");
  lumen_receive_since(p, lm_small(1));
  CHECK(lumen_receive_peek(p) == lm_small(0), "no reference");

  for (int i = 0; i < 100; i++) lm_mailbox_new_reference(p);
  lumen_receive_since(p, *root(0));
  CHECK(lumen_receive_peek(p) == lm_small(0), "a reference made long ago");
  for (size_t left = p->mail.count; left > 0; left--) {
    CHECK(lumen_receive_peek(p) != LM_NONE, "message lost");
    lumen_receive_accept(p);
  }
  CHECK(p->mail.count == 0 && lumen_receive_peek(p) == LM_NONE, "mailbox");
  lm_term last = lm_reference_at(lm_alloc(p, LM_REFERENCE_WORDS), lm_mailbox_new_reference(p), 0);
  receive_small(13);
  lumen_receive_since(p, last);
  CHECK(lumen_receive_peek(p) == lm_small(13), "the first message of an empty mailbox");
  lumen_receive_accept(p);
}

static bool is_taken_in(lm_term message) {
  lm_mailbox_add(&p->mail, lm_fragment_of(p->sched->pool, message));
  lm_mailbox_take_in(p);
  return p->in_heap_messages == 1;
}

// A small first message is copied into the young block before the process goes on, and lives as long as it waits.
static void message_taken_in(void) {
  lumen_collect(p, 100, 0);
  bool taken_in = is_taken_in(lm_tuple2(p, lm_small(1), lm_cons(p, lm_small(2), LM_NIL)));
  CHECK(LM_STRESS || taken_in, "small message left outside"); // under stress there is never room
  taken_in = is_taken_in(lm_cons(p, lm_small(3), LM_NIL));
  CHECK(LM_STRESS || taken_in, "second message taken in too");
  *root(0) = lm_cons(p, lm_elements(lumen_receive_peek(p))[1], LM_NIL); // [[2]]
  remember(0);
  for (int i = 0; i < 3; i++) lumen_collect(p, 10, 0);
  lm_collect_major(p, 0, 0);
  check_heap();
  lm_term first = lumen_receive_peek(p);
  CHECK(lm_elements(first)[0] == lm_small(1) && lm_head(lm_elements(first)[1]) == lm_small(2), "message damaged");
  lumen_receive_skip(p);
  CHECK(lm_head(lumen_receive_peek(p)) == lm_small(3), "second message");
  lumen_receive_accept(p);
  lumen_receive_accept(p);
  CHECK(p->mail.count == 0 && p->in_heap_messages == 0, "mailbox");
  lumen_collect(p, 10, 0);
  check_heap();
  compare_all("that holds part of a message that was taken in");

  lumen_collect(p, 1000, 0);
  lm_term list = LM_NIL;
  for (int i = 0; i < 100; i++) list = lm_cons(p, lm_small(i), list);
  CHECK(!is_taken_in(list), "large message taken in");
  lumen_receive_accept(p);
  lm_term bytes = lm_refcbits(p, 8000, lm_refc_new(1000));
  CHECK(!is_taken_in(bytes), "shared bytes taken in");
  lumen_receive_accept(p);
  lm_collect_major(p, 0, 0);
  check_heap();
}

// Shared bytes are released with the last object.
static void off_heap(void) {
  lm_refc *refc = lm_refc_new(1000);
  memset(refc->bytes, 0, 1000);
  lm_refc_keep(refc); // ours
  *root(0) = lm_refcbits(p, 8000, refc);
  lm_fragment *f = lm_fragment_of(p->sched->pool, *root(0));
  CHECK(atomic_load(&refc->count) == 3, "copied");
  lm_fragment_free(p->sched->pool, f);
  for (int i = 0; i < 4; i++) lumen_collect(p, 10, 0);
  CHECK(atomic_load(&refc->count) == 2, "kept");
  *root(0) = LM_NIL;
  lm_collect_major(p, 0, 0);
  lm_collect_major(p, 0, 0);
  CHECK(atomic_load(&refc->count) == 1, "released: %lld", (long long)atomic_load(&refc->count));
  lm_refc_release(refc);
  remember(0);
}

// What is received, or copied from elsewhere, counts too: so many bytes are a reason to collect before the next message.
static void off_heap_received(void) {
  lm_collect_major(p, 1000, 0);
  int accepted = 0;
  lm_refc *refc = lm_refc_new(300000);
  memset(refc->bytes, 0, 300000);
  lm_term bytes = lm_refcbits(p, 8 * 300000, refc);
  for (int i = 0; i < 10; i++) lm_mailbox_add(&p->mail, lm_fragment_of(p->sched->pool, bytes));
  lm_collect_major(p, 1000, 0);
  for (; lumen_receive_peek(p) != LM_NONE; accepted++) lumen_receive_accept(p);
  CHECK(accepted == 4, "%d of 10 were accepted at once", accepted); // 1 MB
  CHECK(lumen_receive_wait(p, LM_ATOM_INFINITY) == LM_NONE && p->leaving == LM_LEFT_PREEMPTED, "it does not leave to be collected");
  lumen_collect(p, 0, 0);
  CHECK(p->heap.off_heap_bytes[LM_YOUNG] == 0, "%zu bytes", p->heap.off_heap_bytes[LM_YOUNG]);
  for (; lumen_receive_peek(p) != LM_NONE; accepted++) lumen_receive_accept(p);
  CHECK(accepted == 8, "%d of 10 were accepted after a collection", accepted);
  lumen_collect(p, 1000, 0);
  lm_fragment *source = lm_fragment_of(p->sched->pool, p->mail.first->term);
  for (int i = 0; i < 4; i++) lm_copy_in(p, source->term);
  CHECK(p->flags & LM_PROC_PILED_UP || p->abi.sp - p->abi.hp <= LUMEN_STACK_SLACK, "nobody asks for a collection of what was copied");
  lm_fragment_free(p->sched->pool, source);
  lumen_collect(p, 0, 0);
  for (; lumen_receive_peek(p) != LM_NONE; accepted++) lumen_receive_accept(p);
  CHECK(accepted == 10 && p->mail.count == 0, "%d of 10 were accepted", accepted);
  lm_collect_major(p, 0, 0);
  check_heap();
}

static void copies(void) {
  enum { DEPTH = 300000 }; // nested tuples: nothing may recurse
  lm_term t = LM_NIL;
  for (int i = 0; i < DEPTH; i++) t = lm_tuple2(p, lm_small(i), t);
  CHECK(lm_copy_size(t) == (size_t)3 * DEPTH, "size");
  lm_fragment *f = lm_fragment_of(p->sched->pool, t);
  int n = DEPTH;
  for (lm_term c = f->term; lm_is_tuple(c) && lm_elements(c)[0] == lm_small(n - 1); c = lm_elements(c)[1]) n--;
  CHECK(n == 0, "copy stops at %d", n);
  lm_fragment_free(p->sched->pool, f);
  lumen_collect(p, 0, 0);
}

int main(void) {
  rt = lumen_runtime_new(&(lumen_config){.schedulers = 1});
  lm_host_enter(rt);
  p = lm_process_new(rt->host_sched, NULL, ROOTS);
  p->abi.sp -= ROOTS;
  for (int i = 0; i < ROOTS; i++) {
    *root(i) = LM_NIL;
    remember(i);
  }
  random_collections(LM_DEBUG || LM_STRESS ? 2000 : 20000);
  long_list();
  random_collections(1000);
  garbage();
  deep_stack();
  peeked_message();
  receive_left();
  receive_since();
  message_taken_in();
  off_heap();
  off_heap_received();
  copies();
  random_collections(1000);
  for (int i = 0; i < ROOTS; i++) free(shadows[i].bytes);
  atomic_store(&p->inbox, LM_INBOX_WAITING);
  lm_host_leave(rt);
  lumen_runtime_close(rt);
  return lm_check_result("heap");
}
