/// Passes over SSA: what one is, in which order they run, and who watches them.
package dev.lumen.ir.pass;
