package dev.lumen.frontend.ssa;

import dev.lumen.ir.core.Segment;
import dev.lumen.ir.ssa.BitStrings;
import dev.lumen.ir.ssa.BitsFlags;
import dev.lumen.ir.ssa.BitsKind;
import dev.lumen.ir.term.Bits;
import dev.lumen.ir.term.Term;

import java.util.Optional;

/// What is known of segments now: their kind, and their bits when they are constant.
final class SegmentText {
    /// Above this a constant segment is left to be built when it runs.
    private static final long MAX_CONSTANT_BITS = 1 << 20;

    private SegmentText() {}

    static BitsKind kind(Segment.Type type) {
        return switch (type) {
            case INTEGER -> BitsKind.INTEGER;
            case FLOAT -> BitsKind.FLOAT;
            case BINARY -> BitsKind.SLICE;
            case UTF8 -> BitsKind.UTF8;
            case UTF16 -> BitsKind.UTF16;
            case UTF32 -> BitsKind.UTF32;
        };
    }

    static BitsFlags flags(Segment<?> s) {
        boolean ordered = s.type() != Segment.Type.BINARY && s.type() != Segment.Type.UTF8;
        return new BitsFlags(
                s.signed() && s.type() == Segment.Type.INTEGER,
                ordered && s.endian() == Segment.Endian.LITTLE,
                ordered && s.endian() == Segment.Endian.NATIVE);
    }

    /// The bits of a segment with this value and this number of bits (unused for UTF). Empty when
    /// they depend on the machine or make no sense, which is found out when the program runs.
    static Optional<Bits> constant(BitsKind kind, BitsFlags flags, Term value, long bits) {
        if (bits > MAX_CONSTANT_BITS || bits < 0 || flags.nativeOrder() && bits != 8) {
            return Optional.empty();
        }
        boolean known =
                switch (kind) {
                    case INTEGER -> !flags.little() || bits % 8 == 0;
                    case FLOAT -> bits == 32 || bits == 64;
                    case SLICE, UTF8, UTF16, UTF32 -> true;
                    case LITERAL -> false;
                };
        return known
                ? Optional.ofNullable(BitStrings.put(kind, value, bits, 1, flags))
                : Optional.empty();
    }
}
