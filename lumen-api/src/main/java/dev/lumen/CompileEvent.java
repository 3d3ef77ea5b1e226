package dev.lumen;

import dev.lumen.ir.pass.PassEvent;

/// Something that happened during a compilation, for progress, timings and dumps.
///
/// Events come one at a time, but from several threads: modules of libraries are optimised, and
/// objects made, at once. Those of one module come in order. A listener that throws ends the
/// compilation with its exception.
///
/// The stages of a module: `forms` (read, macros expanded, checked), `core`, `ssa`, `optimized`;
/// and `object`, when code is made of it. A stage's time is all that it takes, passes of yours
/// included. Those of the whole, whose module is the empty string: `compile`, with `libraries` in
/// it (what is reached of OTP's modules is found, read and optimised); and later `emit` or `load`,
/// with `link` in it. A stage that finds errors begins and is not done.
public sealed interface CompileEvent {
    /// The name of the module; for a stage of the forms, whose name is not known before, the name
    /// of the source. Empty for a stage of the whole compilation.
    String module();

    /// A stage begins.
    record StageBegun(String module, String stage) implements CompileEvent {}

    /// A stage is done.
    ///
    /// @param nanos how long it took
    /// @param result the stage's immutable object: [dev.lumen.ir.forms.ModuleForms],
    ///   [dev.lumen.ir.core.CoreModule], or [dev.lumen.ir.ssa.Module]; what else it made
    record StageDone(String module, String stage, long nanos, Object result)
            implements CompileEvent {}

    /// A pass over SSA has run.
    record PassDone(String module, PassEvent event) implements CompileEvent {}
}
