package dev.lumen.frontend.ssa;

import dev.lumen.ir.ssa.BitsFlags;
import dev.lumen.ir.ssa.BitsKind;
import dev.lumen.ir.term.Bits;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/// One segment at one position of a bit string: what patterns share when they begin alike. Compared
/// by identity: the same segment at the same position is the same object.
final class Step {
    /// What makes two segments the same. The size is in units; `null` for all that is left and for
    /// the UTF kinds.
    record Spec(BitsKind kind, Place.Key size, int unit, BitsFlags flags) {
        boolean isRest() {
            return kind == BitsKind.SLICE && size == null;
        }

        /// The width in bits, where it is known now.
        OptionalLong fixedBits() {
            return size instanceof Place.Key.Literal(dev.lumen.ir.term.Int n)
                            && n.isSmall()
                            && n.signum() >= 0
                            && n.longValue() < Integer.MAX_VALUE
                    ? OptionalLong.of(n.longValue() * unit)
                    : OptionalLong.empty();
        }

        /// True when the width is a whole number of bytes, whatever it is.
        boolean isBytes() {
            return kind.isUtf() || fixedBits().isPresent()
                    ? fixedBits().orElse(8) % 8 == 0
                    : unit % 8 == 0;
        }
    }

    /// A position, counted in bits from the start of `base`.
    static final class Position {
        private final Place base;
        private final OptionalLong fixed;
        private final boolean aligned;
        private final Map<Spec, Step> steps = new HashMap<>();
        private final Map<Bits, Position> afterLiterals = new HashMap<>();

        private Position(Place base, OptionalLong fixed, boolean aligned) {
            this.base = base;
            this.fixed = fixed;
            this.aligned = aligned;
        }

        static Position start(Place base) {
            return new Position(base, OptionalLong.of(0), true);
        }

        Place base() {
            return base;
        }

        /// Where it is, when that is known now.
        OptionalLong fixed() {
            return fixed;
        }

        /// True when it is a multiple of 8.
        boolean isAligned() {
            return aligned;
        }

        Step step(Spec spec) {
            return steps.computeIfAbsent(spec, s -> new Step(this, s));
        }

        Position after(Bits literal) {
            return afterLiterals.computeIfAbsent(
                    literal, l -> plus(OptionalLong.of(l.bitLength()), l.bitLength() % 8 == 0));
        }

        private Position plus(OptionalLong bits, boolean bytes) {
            OptionalLong sum =
                    fixed.isPresent() && bits.isPresent()
                            ? OptionalLong.of(fixed.getAsLong() + bits.getAsLong())
                            : OptionalLong.empty();
            return new Position(base, sum, aligned && bytes);
        }
    }

    private final Position at;
    private final Spec spec;
    private final Place value;
    private final Position next;

    private Step(Position at, Spec spec) {
        this.at = at;
        this.spec = spec;
        this.value = Place.value(this);
        this.next =
                at.plus(
                        spec.kind().isUtf() ? OptionalLong.empty() : spec.fixedBits(),
                        spec.isBytes());
    }

    Place base() {
        return at.base;
    }

    Position at() {
        return at;
    }

    Spec spec() {
        return spec;
    }

    /// The term that the segment holds.
    Place value() {
        return value;
    }

    /// Just behind it.
    Position next() {
        return next;
    }
}
