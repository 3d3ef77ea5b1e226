/// LLVM's C interface with short names. Errors are exceptions; nothing here knows of Erlang.
package dev.lumen.codegen.llvm;
