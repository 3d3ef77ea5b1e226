package dev.lumen;

import dev.lumen.ir.pass.PassEvent;

/// Something that happened during a compilation, for progress, timings and dumps. Delivered on the thread that compiles.
public sealed interface CompileEvent {
    /// The module as its source names it.
    String module();

    /// A stage of one module is done.
    ///
    /// @param stage `forms`, `core`, `ssa`, `optimized`, `llvm` or `object`
    /// @param nanos how long it took
    /// @param result the stage's immutable object ([dev.lumen.ir.forms.ModuleForms], ...), or null where it is not one
    record StageDone(String module, String stage, long nanos, Object result) implements CompileEvent {}

    /// A pass over SSA has run.
    record PassDone(String module, PassEvent event) implements CompileEvent {}
}
