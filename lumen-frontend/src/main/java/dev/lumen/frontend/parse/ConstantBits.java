package dev.lumen.frontend.parse;

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
import java.util.Locale;
import java.util.Optional;

/// The value of a bit string in an attribute: segments of constants, of any type and size.
final class ConstantBits {
    /// The largest segment, in bits: as long as no attribute has one.
    private static final int LARGEST = 1 << 20;

    /// The specifiers of one segment. Null: not written, or (of `bits`) all.
    private static final class Specifiers {
        private BitsKind kind;
        private Boolean signed;
        private String endianness;
        private Integer unit;
        private boolean good = true;

        private Specifiers(List<BinElement.BitType> written) {
            for (var type : written) {
                switch (type.name().name()) {
                    case "integer" -> kind(BitsKind.INTEGER);
                    case "float" -> kind(BitsKind.FLOAT);
                    case "binary" -> kind(BitsKind.SLICE);
                    case "bytes" -> {
                        kind(BitsKind.SLICE);
                        unit(8);
                    }
                    case "bits", "bitstring" -> {
                        kind(BitsKind.SLICE);
                        unit(1);
                    }
                    case "utf8", "utf16", "utf32" ->
                            kind(BitsKind.valueOf(type.name().name().toUpperCase(Locale.ROOT)));
                    case "signed", "unsigned" -> signed(type.name().name().equals("signed"));
                    case "big", "little", "native" -> endianness(type.name().name());
                    case "unit" -> unit(type.number().orElse(0));
                    default -> good = false;
                }
            }
        }

        private void kind(BitsKind fresh) {
            good &= kind == null || kind == fresh;
            kind = fresh;
        }

        private void signed(boolean fresh) {
            good &= signed == null || signed == fresh;
            signed = fresh;
        }

        private void endianness(String fresh) {
            good &= endianness == null || endianness.equals(fresh);
            endianness = fresh;
        }

        private void unit(int fresh) {
            good &= (unit == null || unit == fresh) && fresh >= 1 && fresh <= 256;
            unit = fresh;
        }

        BitsKind kind() {
            return kind == null ? BitsKind.INTEGER : kind;
        }

        int unit() {
            return unit != null ? unit : kind() == BitsKind.SLICE ? 8 : 1;
        }

        BitsFlags flags() {
            boolean little = endianness != null && !endianness.equals("big");
            return new BitsFlags(false, little, false);
        }

        boolean isGood(boolean hasSize) {
            boolean sized = hasSize || unit != null;
            return good
                    && (kind().isUtf()
                            ? !sized
                            : hasSize || unit == null || kind == BitsKind.SLICE);
        }
    }

    private ConstantBits() {}

    /// Empty when a segment is none of constants, or its value has not its type.
    ///
    /// @throws AttributeValue.NotATerm when a value is no constant
    static Optional<Bits> of(List<BinElement> elements) {
        var parts = new ArrayList<Bits>();
        for (var element : elements) {
            var specifiers = new Specifiers(element.types());
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

    private static Optional<Bits> segment(Term value, Optional<Expr> size, Specifiers specifiers) {
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
        return Optional.ofNullable(
                BitStrings.put(kind, value, bits, specifiers.unit(), specifiers.flags()));
    }
}
