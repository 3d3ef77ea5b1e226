/// From SSA to objects, executables, WebAssembly modules and code in memory.
package dev.lumen.codegen;
