/// SSA to LLVM. What the emitted code and data must look like is fixed by `lumen_abi.h`.
package dev.lumen.codegen.lower;
