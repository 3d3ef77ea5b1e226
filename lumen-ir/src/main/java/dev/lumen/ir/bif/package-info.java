/// What the runtime has built in: the rows of `bifs.tab`, from which the C prototypes come too.
package dev.lumen.ir.bif;
