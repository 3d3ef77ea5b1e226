// malloc and its family, in place of wasi-libc's, which are a tenth of the runtime that a small program needs.
//
// All memory from __heap_base on is one row of blocks, each with a header in front of what it gives away; the last header
// is that of no block, and moves when the memory grows. Neighbours that are free become one at once, so no two of them
// are. Free blocks hang in lists by the power of two of their size. There is one thread.
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { GRAIN = 16, WASM_PAGE = 65536, TRIES = 8 };
#define MOST (UINT32_MAX - 16u * WASM_PAGE)

typedef struct header {
  uint32_t before; // bytes of the block in front; 0: there is none
  uint32_t size;   // bytes with this header, a multiple of GRAIN; the lowest bit: it is in use
  struct header *next, *previous; // of a free block
} header;
enum { HEADER = 8, USED = 1 };

extern uint8_t __heap_base;

static header *lists[32];
static uint32_t filled; // the lists that are not empty, as bits
static header *end;     // behind the last block

static uint32_t size_of(const header *b) { return b->size & ~(uint32_t)USED; }
static header *at(header *b, uint32_t bytes) { return (header *)((uint8_t *)b + bytes); }
static header *block_of(void *memory) { return (header *)((uint8_t *)memory - HEADER); }
static uint32_t block_size(size_t bytes) { return (uint32_t)(bytes + HEADER + GRAIN - 1) / GRAIN * GRAIN; }
static int list_of(uint32_t size) { return 31 - __builtin_clz(size); }

static void set_size(header *b, uint32_t size, uint32_t used) {
  b->size = size | used;
  at(b, size)->before = size;
}

static void hang(header *b) {
  int k = list_of(b->size);
  b->previous = NULL;
  b->next = lists[k];
  if (b->next != NULL) b->next->previous = b;
  lists[k] = b;
  filled |= 1u << k;
}

static void unhang(header *b) {
  int k = list_of(b->size);
  if (b->next != NULL) b->next->previous = b->previous;
  if (b->previous != NULL) b->previous->next = b->next;
  else if ((lists[k] = b->next) == NULL) filled &= ~(1u << k);
}

// The block is free from now on.
static void release(header *b) {
  uint32_t size = size_of(b);
  header *after = at(b, size);
  if (!(after->size & USED)) {
    unhang(after);
    size += after->size;
  }
  if (b->before != 0 && !(at(b, -b->before)->size & USED)) {
    b = at(b, -b->before);
    unhang(b);
    size += b->size;
  }
  set_size(b, size, 0);
  hang(b);
}

// Keeps `size` bytes of a block in use.
static void trim(header *b, uint32_t size) {
  uint32_t rest = size_of(b) - size;
  if (rest == 0) return;
  set_size(b, size, USED);
  set_size(at(b, size), rest, USED);
  release(at(b, size));
}

static header *fitting(uint32_t size) {
  int k = list_of(size);
  int tries = TRIES;
  for (header *b = lists[k]; b != NULL && tries > 0; b = b->next, tries--) {
    if (b->size >= size) return b;
  }
  uint32_t larger = filled & ~((2u << k) - 1);
  return larger == 0 ? NULL : lists[__builtin_ctz(larger)];
}

// More memory, or the first; false: there is none.
static bool grow(uint32_t size) {
  uint32_t present = (uint32_t)__builtin_wasm_memory_size(0) * WASM_PAGE;
  if (size > UINT32_MAX - present) return false;
  bool first = end == NULL;
  if (first) end = (header *)(((uintptr_t)&__heap_base + HEADER + GRAIN - 1) / GRAIN * GRAIN - HEADER);
  if (!first || (uintptr_t)at(end, GRAIN + HEADER) > present) {
    uint32_t pages = (size + present / 8 + WASM_PAGE - 1) / WASM_PAGE;
    if (__builtin_wasm_memory_grow(0, pages) == (size_t)-1) {
      pages = (size + WASM_PAGE - 1) / WASM_PAGE;
      if (__builtin_wasm_memory_grow(0, pages) == (size_t)-1) return false;
    }
    present += pages * WASM_PAGE;
  }
  header *b = end;
  if (first) b->before = 0;
  uint32_t bytes = (present - HEADER - (uint32_t)(uintptr_t)b) / GRAIN * GRAIN;
  end = at(b, bytes);
  end->size = USED;
  set_size(b, bytes, USED);
  release(b);
  return true;
}

void *malloc(size_t bytes) {
  if (bytes > MOST) return NULL;
  uint32_t size = block_size(bytes);
  header *b;
  while ((b = fitting(size)) == NULL) {
    if (!grow(size)) return NULL;
  }
  unhang(b);
  set_size(b, b->size, USED);
  trim(b, size);
  return (uint8_t *)b + HEADER;
}

void free(void *memory) {
  if (memory != NULL) release(block_of(memory));
}

void *calloc(size_t count, size_t bytes) {
  size_t all;
  if (__builtin_mul_overflow(count, bytes, &all)) return NULL;
  void *memory = malloc(all);
  return memory == NULL ? NULL : memset(memory, 0, all);
}

void *realloc(void *memory, size_t bytes) {
  if (memory == NULL) return malloc(bytes);
  header *b = block_of(memory);
  size_t room = size_of(b) - HEADER;
  if (bytes <= room) return memory;
  header *after = at(b, size_of(b));
  if (!(after->size & USED) && bytes <= room + after->size) {
    unhang(after);
    set_size(b, size_of(b) + after->size, USED);
    trim(b, block_size(bytes));
    return memory;
  }
  void *moved = malloc(bytes);
  if (moved == NULL) return NULL;
  memcpy(moved, memory, room);
  free(memory);
  return moved;
}

// `alignment`: a power of two, at least GRAIN.
void *aligned_alloc(size_t alignment, size_t bytes) {
  if (bytes > MOST - alignment) return NULL;
  uint8_t *memory = malloc(bytes + alignment);
  if (memory == NULL) return NULL;
  header *b = block_of(memory);
  uintptr_t aligned = ((uintptr_t)memory + alignment - 1) & ~(uintptr_t)(alignment - 1);
  uint32_t gap = (uint32_t)(aligned - (uintptr_t)memory);
  if (gap > 0) {
    uint32_t rest = size_of(b) - gap;
    set_size(b, gap, USED);
    set_size(at(b, gap), rest, USED);
    release(b);
    b = at(b, gap);
  }
  trim(b, block_size(bytes));
  return (uint8_t *)b + HEADER;
}
