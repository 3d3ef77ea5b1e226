// lm_memory.h: memory that belongs to no process: tables, buffers, images. Any thread.
//
// Sizes are in bytes. Nothing but lm_try_new answers NULL: a program that can't get a little memory ends (lm_out_of_memory), since
// no Erlang program can go on in that state. Where a program says how much it wants, being refused is an error of its own.
#ifndef LM_MEMORY_H
#define LM_MEMORY_H

#include <stddef.h>

void *lm_new(size_t bytes);                  // not initialised; NULL only for 0 bytes
void *lm_try_new(size_t bytes);              // NULL: there is not so much
void *lm_new_zeroed(size_t count, size_t bytes);
void *lm_resize(void *memory, size_t bytes); // keeps the contents; NULL memory: lm_new
void lm_delete(void *memory);                // NULL: nothing
// The same for what may be large (lm_empty).
void lm_delete_large(void *memory, size_t bytes);
// Gives the pages of memory that is to be freed back to the system. A hundred megabytes take milliseconds: they go in pieces, between
// which others may have turns (lm_work_done).
void lm_empty(void *memory, size_t bytes);

_Noreturn void lm_out_of_memory(void);

#endif
