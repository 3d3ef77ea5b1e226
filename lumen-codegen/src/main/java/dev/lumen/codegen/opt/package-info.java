/// Passes that make SSA better, and the order in which they run: [dev.lumen.codegen.opt.Optimizer].
package dev.lumen.codegen.opt;
