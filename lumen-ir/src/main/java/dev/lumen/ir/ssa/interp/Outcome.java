package dev.lumen.ir.ssa.interp;

import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Term;

/// How a call ended.
public sealed interface Outcome {
    record Returned(Term value) implements Outcome {}

    /// `trace` is the stack trace as a list.
    record Raised(Atom exceptionClass, Term reason, Term trace) implements Outcome {}

    /// `halt` was called.
    record Halted(Term status) implements Outcome {}

    /// Every process waits for a message that nobody is left to send.
    record Deadlock() implements Outcome {}

    /// The limit on steps was reached.
    record OutOfSteps() implements Outcome {}
}
