package dev.lumen.ir.pass;

import dev.lumen.ir.ssa.Function;

/// A [Pass] that looks at one function at a time.
public non-sealed interface FunctionPass extends Pass {
    /// The same function, changed; `function` itself when nothing was to do.
    Function run(Function function, PassContext context);
}
