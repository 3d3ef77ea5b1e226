package dev.lumen.ir.forms;

import dev.lumen.ir.term.Atom;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A segment of a bit string: `value:size/type-…`. No size and no types mean the defaults.
public record BinElement(Anno anno, Expr value, Optional<Expr> size, List<BitType> types) {
    public BinElement {
        types = List.copyOf(types);
    }

    /// One of the type specifiers: a type, signedness, endianness, or `unit:N`, the only one with a
    /// number.
    public record BitType(Atom name, OptionalInt number) {}
}
