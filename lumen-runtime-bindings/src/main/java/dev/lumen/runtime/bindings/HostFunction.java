package dev.lumen.runtime.bindings;

import dev.lumen.ir.term.Term;

import java.util.List;

/// A Java method that Erlang code calls as a built-in, see [LumenRuntime#register].
@FunctionalInterface
public interface HostFunction {
    /// Called on a scheduler thread of the runtime: while it runs, no Erlang process runs on that
    /// thread, so it should be quick; several calls may be under way at once. An [ErlangException]
    /// reaches the caller with its class and reason; anything else that is thrown as
    /// `error:{java_exception, ClassName, Message}`, both binaries.
    Term call(List<Term> arguments) throws Exception;
}
