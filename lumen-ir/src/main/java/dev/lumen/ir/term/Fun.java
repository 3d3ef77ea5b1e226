package dev.lumen.ir.term;

/// A function value.
public sealed interface Fun extends Term {
    int arity();

    /// `fun module:name/arity`: plain data, and the only fun that is a literal.
    record External(Atom module, Atom name, int arity) implements Fun {
        @Override
        public String toString() {
            return TermPrinter.print(this);
        }
    }

    /// A closure that lives in a running system; `handle` means something only to the runtime that
    /// made it.
    record Closure(Atom module, int index, int arity, long handle) implements Fun {
        @Override
        public String toString() {
            return TermPrinter.print(this);
        }
    }
}
