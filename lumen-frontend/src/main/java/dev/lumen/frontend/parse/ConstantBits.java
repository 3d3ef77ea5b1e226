package dev.lumen.frontend.parse;

import dev.lumen.ir.core.Segment;
import dev.lumen.ir.forms.BinElement;
import dev.lumen.ir.forms.Expr;
import dev.lumen.ir.ssa.BitStrings;
import dev.lumen.ir.ssa.BitsFlags;
import dev.lumen.ir.ssa.BitsKind;
import dev.lumen.ir.term.Bits;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.Term;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The value of a bit string in an attribute: segments of constants, of any type and size.
final class ConstantBits {
    /// The largest segment, in bits: as long as no attribute has one.
    private static final int LARGEST = 1 << 20;

    private ConstantBits() {}

    /// Empty when a segment is none of constants, or its value has not its type.
    ///
    /// @throws AttributeValue.NotATerm when a value is no constant
    static Optional<Bits> of(List<BinElement> elements) {
        var parts = new ArrayList<Bits>();
        for (var element : elements) {
            var specifiers = new SegmentSpecifiers(element.types());
            if (!specifiers.isGood(element.size().isPresent())) {
                return Optional.empty();
            }
            for (Term value : values(element.value())) {
                Optional<Bits> part = segment(value, element.size(), specifiers);
                if (part.isEmpty()) {
                    return Optional.empty();
                }
                parts.add(part.get());
            }
        }
        return Optional.of(BitStrings.concat(parts));
    }

    /// A string stands for a segment of each of its characters.
    private static List<Term> values(Expr value) {
        return value instanceof Expr.StringLiteral(_, var text)
                ? text.codePoints().<Term>mapToObj(Int::of).toList()
                : List.of(AttributeValue.of(value));
    }

    private static Optional<Bits> segment(
            Term value, Optional<Expr> size, SegmentSpecifiers specifiers) {
        BitsKind kind = specifiers.kind();
        long bits =
                switch (kind) {
                    case INTEGER -> 8;
                    case FLOAT -> 64;
                    default -> -1;
                };
        if (size.isPresent()) {
            if (!(AttributeValue.of(size.get()) instanceof Int n) || !n.isLong()) {
                return Optional.empty();
            }
            if (n.longValue() < 0 || n.longValue() > LARGEST / specifiers.unit()) {
                return Optional.empty();
            }
            bits = n.longValue() * specifiers.unit();
        }
        boolean little = specifiers.endian() != Segment.Endian.BIG;
        return Optional.ofNullable(
                BitStrings.put(
                        kind,
                        value,
                        bits,
                        specifiers.unit(),
                        new BitsFlags(specifiers.isSigned(), little, false)));
    }
}
