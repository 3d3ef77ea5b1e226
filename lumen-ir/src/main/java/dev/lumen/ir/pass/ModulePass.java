package dev.lumen.ir.pass;

import dev.lumen.ir.ssa.Module;

/// A [Pass] that needs to see the functions of a module together.
public non-sealed interface ModulePass extends Pass {
    /// The same module, changed; `module` itself when nothing was to do.
    Module run(Module module, PassContext context);
}
