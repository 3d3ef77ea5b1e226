// lm_boot.h: what the host wants to run waits until the boot process, if the image brought one, has ended.
#ifndef LM_BOOT_H
#define LM_BOOT_H

#include "process/lm_proc.h"

// True: the boot process has not ended, and p, which the host made, will be started when it has.
bool lm_boot_holds(lumen_runtime *rt, lm_proc *p);
// It has.
void lm_boot_ended(lm_sched *sched);

#endif
