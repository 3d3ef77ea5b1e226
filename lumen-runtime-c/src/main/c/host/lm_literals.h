// lm_literals.h: constants of modules that have no static form, decoded when the module is loaded (lumen_load_literal).
#ifndef LM_LITERALS_H
#define LM_LITERALS_H

// Decoded constants, and what they hold outside. Never moved; freed with the runtime.
typedef struct lm_literals lm_literals;

void lm_literals_free(lm_literals *literals);

#endif
