package dev.lumen.runtime.bindings;

import dev.lumen.ir.term.Term;

import java.util.List;

/// A Java method that Erlang code calls as a built-in, see [LumenRuntime#register] and
/// [LumenRuntime#registerBlocking].
@FunctionalInterface
public interface HostFunction {
    /// Several calls may be under way at once. An [ErlangException] reaches the caller with its
    /// class and reason; anything else that is thrown as `error:{java_exception, ClassName,
    /// Message}`, both binaries.
    Term call(List<Term> arguments) throws Exception;
}
