package dev.lumen.runtime.bindings;

import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Nil;
import dev.lumen.ir.term.Term;

/// An exception of the Erlang side: one that nobody caught there, on its way to Java, or one that a
/// [HostFunction] raises.
public final class ErlangException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// What kind of exception it is. An exit signal that ends a process from outside counts as
    /// EXIT.
    public enum Kind {
        ERROR,
        EXIT,
        THROW
    }

    private final Kind kind;
    private final transient Term reason;
    private final transient Term stackTrace;

    public ErlangException(Kind kind, Term reason, Term stackTrace) {
        super(kind.name().toLowerCase(java.util.Locale.ROOT) + ":" + reason);
        this.kind = kind;
        this.reason = reason;
        this.stackTrace = stackTrace;
    }

    /// `erlang:error(Reason)`.
    public static ErlangException error(Term reason) {
        return new ErlangException(Kind.ERROR, reason, Nil.NIL);
    }

    static Kind kind(Term atom) {
        return atom instanceof Atom(var name)
                ? switch (name) {
                    case "exit" -> Kind.EXIT;
                    case "throw" -> Kind.THROW;
                    default -> Kind.ERROR;
                }
                : Kind.ERROR;
    }

    public Kind kind() {
        return kind;
    }

    public Term reason() {
        return reason;
    }

    /// The Erlang stack trace: a list of `{Module, Function, ArityOrArguments, Location}`,
    /// innermost first; `[]` when the process was ended by a signal.
    public Term erlangStackTrace() {
        return stackTrace;
    }
}
