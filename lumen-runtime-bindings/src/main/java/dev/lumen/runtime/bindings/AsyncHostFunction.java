package dev.lumen.runtime.bindings;

import dev.lumen.ir.term.Term;

import java.util.List;
import java.util.concurrent.CompletionStage;

/// A Java method that Erlang code calls as a built-in and that answers later, see
/// [LumenRuntime#registerAsync].
@FunctionalInterface
public interface AsyncHostFunction {
    /// Called on a scheduler thread of the runtime, so it must come back at once. The Erlang
    /// process waits until the stage is completed; it can be killed meanwhile, which the stage does
    /// not notice. A stage that fails raises as [HostFunction] says. What is completed when the
    /// runtime is closed has no effect.
    CompletionStage<Term> call(List<Term> arguments) throws Exception;
}
