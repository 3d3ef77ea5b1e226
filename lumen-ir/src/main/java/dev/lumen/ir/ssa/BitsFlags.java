package dev.lumen.ir.ssa;

/// Byte order and sign of a segment. `nativeOrder` is resolved by code generation, which knows the
/// target; it excludes `little`.
public record BitsFlags(boolean signed, boolean little, boolean nativeOrder) {
    /// Unsigned, big-endian.
    public static final BitsFlags NONE = new BitsFlags(false, false, false);

    /// The text form: a word after each of them, led by a blank.
    @Override
    public String toString() {
        return (signed ? " signed" : "")
                + (little ? " little" : "")
                + (nativeOrder ? " native" : "");
    }
}
