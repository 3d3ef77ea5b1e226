package dev.lumen.ir.ssa;

import java.util.Locale;

/// How the bits of a segment stand for a term.
public enum BitsKind {
    INTEGER,
    FLOAT,
    /// The bits themselves, as a bit string.
    SLICE,
    UTF8,
    UTF16,
    UTF32,
    /// Only in building: a constant bit string.
    LITERAL;

    public boolean isUtf() {
        return this == UTF8 || this == UTF16 || this == UTF32;
    }

    /// The name in the text form.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
