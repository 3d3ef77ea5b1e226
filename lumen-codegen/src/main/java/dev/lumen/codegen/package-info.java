/// SSA to LLVM.
package dev.lumen.codegen;
