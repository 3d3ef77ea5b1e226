/// The layout of terms, frames and processes, as the C headers of the runtime fix it.
package dev.lumen.ir.abi;
