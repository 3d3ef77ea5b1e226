package dev.lumen.runtime.bindings;

import dev.lumen.ir.term.Term;

/// A process of a runtime, seen from Java. It may have ended long ago: then messages to it are
/// lost, as in Erlang.
///
/// @param runtime where it lives
/// @param pid its identifier as a tagged word
public record ErlangProcess(LumenRuntime runtime, long pid) {
    /// Sends a message.
    ///
    /// @throws IllegalStateException when the runtime is closed
    public void send(Term message) {
        runtime.send(pid, message);
    }
}
