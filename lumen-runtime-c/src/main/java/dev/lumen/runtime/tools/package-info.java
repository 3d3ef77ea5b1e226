/// The LLVM programs, the build of the C runtime, and access to what that build made.
package dev.lumen.runtime.tools;
