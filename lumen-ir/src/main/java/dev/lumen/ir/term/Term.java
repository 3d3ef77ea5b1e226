package dev.lumen.ir.term;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// An immutable Erlang value: a literal in the IRs, a key in a table, an argument or result of the
/// API.
///
/// Always true:
/// - terms that are equal can't be told apart: `1` is not `1.0`, and `0.0` is not `-0.0`, so a term
///   is a safe key. Erlang's `=:=`, for which the two zeros are one, is [TermOrder#identical];
/// - `compareTo` is the standard term order, in which `1` and `1.0` are neighbours that do *not*
///   compare as equal (integers first), so it agrees with `equals`. Erlang's own `==` and `<` are
///   [TermOrder#compare];
/// - no operation here recurses in Java, so a list of a million elements, or a tuple nested a
///   million deep, is safe.
///
/// Thread safety: every term may be shared freely. `toString` gives Erlang syntax as `~w` prints
/// it, see [TermPrinter]. The classes carry the suffix `Term` only where `java.lang` or `java.util`
/// owns the plain name.
public sealed interface Term extends Comparable<Term>
        permits Int,
                FloatTerm,
                Atom,
                Ref,
                Fun,
                Port,
                Pid,
                Tuple,
                RecordTerm,
                MapTerm,
                Nil,
                ListTerm,
                Bits {

    @Override
    default int compareTo(Term other) {
        return TermOrder.compareSigned(this, other);
    }

    static Int of(long value) {
        return Int.of(value);
    }

    static Int of(BigInteger value) {
        return Int.of(value);
    }

    /// Throws [IllegalArgumentException] for NaN and infinities, which Erlang does not have.
    static FloatTerm of(double value) {
        return new FloatTerm(value);
    }

    static Atom of(boolean value) {
        return value ? Atom.TRUE : Atom.FALSE;
    }

    static Atom atom(String name) {
        return Atom.of(name);
    }

    static Nil nil() {
        return Nil.NIL;
    }

    /// A proper list; `[]` when there are no elements.
    static Term list(Term... elements) {
        return list(Arrays.asList(elements));
    }

    /// A proper list; `[]` when there are no elements.
    static Term list(List<? extends Term> elements) {
        return ListTerm.of(elements, Nil.NIL);
    }

    /// The list of the text's code points, which is what Erlang calls a string.
    static Term string(String text) {
        return list(text.codePoints().mapToObj(Int::of).toList());
    }

    static Tuple tuple(Term... elements) {
        return new Tuple(Arrays.asList(elements));
    }

    static Tuple tuple(List<? extends Term> elements) {
        return new Tuple(List.copyOf(elements));
    }

    static MapTerm map(Map<? extends Term, ? extends Term> entries) {
        return MapTerm.of(entries);
    }

    /// A binary of these bytes, which are copied.
    static Bits binary(byte[] bytes) {
        return Bits.of(bytes);
    }

    /// The UTF-8 bytes of a text.
    static Bits binary(String text) {
        return Bits.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
