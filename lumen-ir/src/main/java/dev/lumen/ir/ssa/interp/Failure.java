package dev.lumen.ir.ssa.interp;

import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.term.Atom;

/// An Erlang exception on its way from a built-in to the instruction that called it.
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;
    static final Atom ERROR = Atom.ERROR;
    static final Atom EXIT = Atom.of("exit");
    static final Atom THROW = Atom.of("throw");

    final transient Atom exceptionClass;
    final transient Object reason;

    /// The trace that the program gave itself; null when it is to be made.
    final transient Object trace;

    /// False when the trace does not show the built-in that raised.
    final boolean shown;

    transient FunctionId callee;
    transient Object[] args;
    transient Object ownArgs;

    Failure(Atom exceptionClass, Object reason, Object trace, boolean shown) {
        super(exceptionClass + " " + reason, null, false, false);
        this.exceptionClass = exceptionClass;
        this.reason = reason;
        this.trace = trace;
        this.shown = shown;
    }

    /// The same, of a function that was called and has no frame.
    Failure at(FunctionId called, Object[] with) {
        callee = called;
        args = with;
        return this;
    }

    /// The same, with what the trace shows as arguments of the function that raises.
    Failure withOwnArgs(Object list) {
        ownArgs = list;
        return this;
    }

    static Failure error(Object reason) {
        return new Failure(ERROR, reason, null, true);
    }

    static Failure error(String reason) {
        return error(Atom.of(reason));
    }

    static Failure badarg() {
        return error("badarg");
    }

    /// Raised by the program, not by what it called.
    static Failure raised(Atom exceptionClass, Object reason) {
        return new Failure(exceptionClass, reason, null, false);
    }
}
