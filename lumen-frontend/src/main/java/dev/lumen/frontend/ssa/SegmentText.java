package dev.lumen.frontend.ssa;

import dev.lumen.ir.core.Segment;
import dev.lumen.ir.ssa.BitsFlags;
import dev.lumen.ir.ssa.BitsKind;
import dev.lumen.ir.term.Bits;
import dev.lumen.ir.term.FloatTerm;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.Term;

import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
        return switch (kind) {
            case INTEGER ->
                    value instanceof Int n && (!flags.little() || bits % 8 == 0)
                            ? Optional.of(integer(n.bigValue(), (int) bits, flags.little()))
                            : Optional.empty();
            case FLOAT -> floating(value, bits, flags.little());
            case SLICE ->
                    value instanceof Bits b && b.bitLength() >= bits
                            ? Optional.of(Bits.of(b.bytes(), bits))
                            : Optional.empty();
            case UTF8 -> character(value, StandardCharsets.UTF_8);
            case UTF16 ->
                    character(
                            value,
                            flags.little() ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
            case UTF32 ->
                    character(value, Charset.forName(flags.little() ? "UTF-32LE" : "UTF-32BE"));
            case LITERAL -> Optional.empty();
        };
    }

    private static Bits integer(BigInteger value, int bits, boolean little) {
        var bytes = new byte[(bits + 7) / 8];
        int spare = bytes.length * 8 - bits;
        BigInteger aligned = value.shiftLeft(spare);
        for (int i = 0; i < bytes.length; i++) {
            int from = little ? i : bytes.length - 1 - i;
            bytes[i] = aligned.shiftRight(from * 8).byteValue();
        }
        return Bits.of(bytes, bits);
    }

    private static Optional<Bits> floating(Term value, long bits, boolean little) {
        Optional<Double> number =
                switch (value) {
                    case FloatTerm(double d) -> Optional.of(d);
                    case Int n when Double.isFinite(n.bigValue().doubleValue()) ->
                            Optional.of(n.bigValue().doubleValue());
                    default -> Optional.empty();
                };
        if (number.isEmpty()) {
            return Optional.empty();
        }
        if (bits == 64) {
            return Optional.of(
                    integer(BigInteger.valueOf(Double.doubleToLongBits(number.get())), 64, little));
        }
        float narrow = number.get().floatValue();
        return bits == 32 && Float.isFinite(narrow)
                ? Optional.of(integer(BigInteger.valueOf(Float.floatToIntBits(narrow)), 32, little))
                : Optional.empty();
    }

    private static Optional<Bits> character(Term value, Charset charset) {
        if (!(value instanceof Int n)
                || !n.isLong()
                || n.longValue() < 0
                || n.longValue() > 0x10FFFF
                || n.longValue() >= 0xD800 && n.longValue() < 0xE000) {
            return Optional.empty();
        }
        return Optional.of(Bits.of(Character.toString((int) n.longValue()).getBytes(charset)));
    }

    /// All the bits, one after the other.
    static Bits concat(List<Bits> parts) {
        long total = parts.stream().mapToLong(Bits::bitLength).sum();
        var bytes = new byte[(int) ((total + 7) / 8)];
        long at = 0;
        for (Bits part : parts) {
            for (int i = 0; i < part.byteLength(); i++) {
                int shift = (int) (at & 7);
                int index = (int) (at >> 3) + i;
                bytes[index] |= (byte) (part.byteAt(i) >>> shift);
                if (shift != 0 && index + 1 < bytes.length) {
                    bytes[index + 1] |= (byte) (part.byteAt(i) << 8 - shift);
                }
            }
            at += part.bitLength();
        }
        return Bits.of(bytes, total);
    }
}
