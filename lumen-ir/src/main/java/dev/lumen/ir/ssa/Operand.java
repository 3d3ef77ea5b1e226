package dev.lumen.ir.ssa;

import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.Nil;
import dev.lumen.ir.term.Term;

/// What an instruction takes: a value computed before, or a constant.
public sealed interface Operand permits Var, Operand.Const {
    Type type();

    /// A constant. For a term, `type` is [Type#of(Term)]; a raw constant carries its value as the
    /// term that it would be: an integer for `i64`, a float for `f64`, `true` or `false` for
    /// `flag`.
    record Const(Term value, Type type) implements Operand {
        public static final Const TRUE = of(Atom.TRUE);
        public static final Const FALSE = of(Atom.FALSE);
        public static final Const NIL = of(Nil.NIL);

        public static Const of(Term value) {
            return new Const(value, Type.of(value));
        }

        public static Const atom(String name) {
            return of(Atom.of(name));
        }

        /// A small integer, as a term.
        public static Const integer(long value) {
            return of(Int.of(value));
        }

        /// A raw 64-bit integer.
        public static Const i64(long value) {
            return new Const(Int.of(value), Type.I64);
        }

        public static Const flag(boolean value) {
            return new Const(Term.of(value), Type.FLAG);
        }

        /// The value of an `i64` constant. Throws [ClassCastException] for any other.
        public long asLong() {
            return ((Int) value).longValue();
        }

        /// The value of a `flag` constant.
        public boolean asFlag() {
            return value.equals(Atom.TRUE);
        }

        /// The text form: the term, with the type before it when raw.
        @Override
        public String toString() {
            return type.isRaw() ? type + " " + value : value.toString();
        }
    }
}
