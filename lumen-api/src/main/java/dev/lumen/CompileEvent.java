package dev.lumen;

import dev.lumen.ir.pass.PassEvent;

/// Something that happened during a compilation, for progress, timings and dumps. Delivered on the
/// thread that compiles.
public sealed interface CompileEvent {
    /// The name of the module; for a stage of the forms, whose name is not known before, the name
    /// of the source.
    String module();

    /// A stage of one module is done.
    ///
    /// @param stage `forms`, `core`, `ssa` or `optimized`
    /// @param nanos how long it took
    /// @param result the stage's immutable object: [dev.lumen.ir.forms.ModuleForms],
    ///   [dev.lumen.ir.core.CoreModule], or [dev.lumen.ir.ssa.Module]
    record StageDone(String module, String stage, long nanos, Object result)
            implements CompileEvent {}

    /// A pass over SSA has run.
    record PassDone(String module, PassEvent event) implements CompileEvent {}
}
