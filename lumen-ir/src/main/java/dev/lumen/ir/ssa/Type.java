package dev.lumen.ir.ssa;

import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Bits;
import dev.lumen.ir.term.FloatTerm;
import dev.lumen.ir.term.Fun;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.ListTerm;
import dev.lumen.ir.term.MapTerm;
import dev.lumen.ir.term.Nil;
import dev.lumen.ir.term.Pid;
import dev.lumen.ir.term.Port;
import dev.lumen.ir.term.RecordTerm;
import dev.lumen.ir.term.Ref;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.Tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is known of a value: an Erlang term of some kinds, or a raw machine value that is never a
/// term.
///
/// Terms form a lattice under [#union] and [#intersect]; [#NONE] is the bottom (no value: code that
/// does not return), [#TERM] the top. A raw type is related to nothing but itself.
public sealed interface Type {
    /// An Erlang term of one of the kinds in the bit mask.
    record Terms(int kinds) implements Type {
        @Override
        public String toString() {
            return TypeText.print(this);
        }
    }

    /// A machine value: the collector never sees it, no term operation takes it.
    enum Raw implements Type {
        /// One bit.
        FLAG("flag"),
        /// A 64-bit integer in two's complement.
        I64("i64"),
        /// An IEEE 754 double.
        F64("f64"),
        /// What [Instr.OrderKey] makes.
        KEY("key");

        private final String text;

        Raw(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    Raw FLAG = Raw.FLAG;
    Raw I64 = Raw.I64;
    Raw F64 = Raw.F64;
    Raw KEY = Raw.KEY;

    Terms NONE = of();
    Terms TERM = of(Kind.values());
    Terms SMALL = of(Kind.SMALL);
    Terms BIG = of(Kind.BIG);
    Terms INTEGER = of(Kind.SMALL, Kind.BIG);
    Terms FLOAT = of(Kind.FLOAT);
    Terms NUMBER = of(Kind.SMALL, Kind.BIG, Kind.FLOAT);
    Terms BOOLEAN = of(Kind.BOOLEAN);
    Terms ATOM = of(Kind.BOOLEAN, Kind.SYMBOL);
    Terms NIL = of(Kind.NIL);
    Terms CONS = of(Kind.CONS);
    Terms LIST = of(Kind.NIL, Kind.CONS);
    Terms TUPLE = of(Kind.TUPLE);
    Terms RECORD = of(Kind.RECORD);
    Terms MAP = of(Kind.MAP);
    Terms FUN = of(Kind.FUN);
    Terms BINARY = of(Kind.BINARY);
    Terms BITSTRING = of(Kind.BINARY, Kind.BITS);
    Terms PID = of(Kind.PID);
    Terms PORT = of(Kind.PORT);
    Terms REF = of(Kind.REF);

    static Terms of(Kind... kinds) {
        int mask = 0;
        for (Kind k : kinds) {
            mask |= k.bit();
        }
        return new Terms(mask);
    }

    /// The most precise type of a literal.
    static Terms of(Term literal) {
        return switch (literal) {
            case Int i -> i.isSmall() ? SMALL : BIG;
            case FloatTerm _ -> FLOAT;
            case Atom a -> a.equals(Atom.TRUE) || a.equals(Atom.FALSE) ? BOOLEAN : of(Kind.SYMBOL);
            case Nil _ -> NIL;
            case ListTerm _ -> CONS;
            case Tuple _ -> TUPLE;
            case RecordTerm _ -> RECORD;
            case MapTerm _ -> MAP;
            case Fun _ -> FUN;
            case Bits b -> b.isBinary() ? BINARY : of(Kind.BITS);
            case Pid _ -> PID;
            case Port _ -> PORT;
            case Ref _ -> REF;
        };
    }

    default boolean isRaw() {
        return this instanceof Raw;
    }

    default boolean isTerm() {
        return this instanceof Terms;
    }

    /// True when every value of this type is also one of `other`.
    default boolean isSubtypeOf(Type other) {
        return this instanceof Terms(int a) && other instanceof Terms(int b)
                ? (a & ~b) == 0
                : this == other;
    }

    /// True when some value belongs to both.
    default boolean overlaps(Type other) {
        return this instanceof Terms(int a) && other instanceof Terms(int b)
                ? (a & b) != 0
                : this == other;
    }

    /// The values of either. Throws [IllegalArgumentException] when one is raw and they differ.
    default Type union(Type other) {
        if (this instanceof Terms(int a) && other instanceof Terms(int b)) {
            return new Terms(a | b);
        }
        if (this != other) {
            throw new IllegalArgumentException(this + " with " + other);
        }
        return this;
    }

    /// The values of both. Throws [IllegalArgumentException] when one is raw and they differ.
    default Type intersect(Type other) {
        if (this instanceof Terms(int a) && other instanceof Terms(int b)) {
            return new Terms(a & b);
        }
        if (this != other) {
            throw new IllegalArgumentException(this + " with " + other);
        }
        return this;
    }

    /// The terms that are not of type `other`.
    default Type minus(Terms other) {
        return this instanceof Terms(int a) ? new Terms(a & ~other.kinds()) : this;
    }

    /// Reads the text form: a raw type, or names joined by `|`. Empty when it is none.
    static Optional<Type> parse(String text) {
        return TypeText.parse(text);
    }

    /// The kinds of a type of terms, in order; none for a raw type.
    default List<Kind> kindList() {
        var all = new ArrayList<Kind>();
        if (this instanceof Terms(int mask)) {
            for (Kind k : Kind.values()) {
                if ((mask & k.bit()) != 0) {
                    all.add(k);
                }
            }
        }
        return all;
    }
}
