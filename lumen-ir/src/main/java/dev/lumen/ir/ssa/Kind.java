package dev.lumen.ir.ssa;

import java.util.Locale;

/// One class of Erlang values, as fine as the representation in the runtime tells them apart.
/// Disjoint; together they are all terms. A [Type.Terms] is a set of them.
public enum Kind {
    /// An integer of at most 61 bits.
    SMALL,
    /// Any other integer.
    BIG,
    FLOAT,
    /// The atoms `true` and `false`.
    BOOLEAN,
    /// Any other atom.
    SYMBOL,
    NIL,
    CONS,
    TUPLE,
    /// A native record.
    RECORD,
    MAP,
    FUN,
    /// A bit string of whole bytes.
    BINARY,
    /// Any other bit string.
    BITS,
    PID,
    PORT,
    REF;

    int bit() {
        return 1 << ordinal();
    }

    /// The name in the text form.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
