/// What the compiler has to say about a program, as data: [dev.lumen.ir.diag.Diagnostic] and the
/// renderers that turn it into text. The library itself never prints.
package dev.lumen.ir.diag;
