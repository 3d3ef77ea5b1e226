// lm_memory_use.h: what the memory of a runtime is used for, in bytes. Any thread; other threads go on meanwhile.
#ifndef LM_MEMORY_USE_H
#define LM_MEMORY_USE_H

#include "process/lm_proc.h"

typedef struct lm_memory_use {
  size_t total;                     // of the following, without those that are part of another
  size_t processes, processes_used; // heaps, messages, processes; without blocks that wait to be used again
  size_t atom, atom_used;
  size_t binary;
  size_t code;                      // the tables of modules: machine code is the operating system's
  size_t ets;
} lm_memory_use;

lm_memory_use lm_memory_use_of(lumen_runtime *rt);
size_t lm_module_bytes(const lumen_module *module);

#endif
