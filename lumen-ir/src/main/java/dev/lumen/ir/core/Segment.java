package dev.lumen.ir.core;

/// One segment of a bit string, built (`V` is [CoreExpr]) or matched (`V` is [CorePattern]):
/// `#<Value>(Size,Unit,Type,Flags)`.
///
/// - `unit`: 1..256, what `size` is multiplied by to give bits; 0 for the UTF types, which have
///   neither size nor unit;
/// - `signed` counts when an integer is matched; `endian` for integers, floats, UTF-16 and UTF-32.
public record Segment<V>(
        V value, Size size, int unit, Type type, boolean signed, Endian endian, Anno anno) {
    public enum Type {
        INTEGER,
        FLOAT,
        BINARY,
        UTF8,
        UTF16,
        UTF32;

        public boolean isUtf() {
            return this == UTF8 || this == UTF16 || this == UTF32;
        }
    }

    public enum Endian {
        BIG,
        LITTLE,
        NATIVE
    }

    public sealed interface Size {
        /// The whole binary (built), or all that is left (matched). Only of type binary.
        record All() implements Size {}

        /// The UTF types take what the character needs.
        record None() implements Size {}

        /// `count` times the unit, in bits.
        record Of(CoreExpr count) implements Size {}
    }
}
