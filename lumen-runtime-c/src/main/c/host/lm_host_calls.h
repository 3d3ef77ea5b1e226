// lm_host_calls.h: calls of functions of the host (lumen_register_host).
#ifndef LM_HOST_CALLS_H
#define LM_HOST_CALLS_H

#include "lumen.h"

// The runtime is closed, no process runs: what the host has not answered yet has no effect when it does.
void lm_host_calls_forget(lumen_runtime *rt);
void lm_host_functions_free(lumen_runtime *rt);

#endif
