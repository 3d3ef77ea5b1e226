package dev.lumen.ir.ssa;

import dev.lumen.ir.term.Bits;
import dev.lumen.ir.term.FloatTerm;
import dev.lumen.ir.term.Int;

import java.math.BigInteger;
import java.util.List;

/// Bit strings, taken apart and put together, by the interpreter and for constants. The native byte
/// order is little-endian here.
public final class BitStrings {
    private BitStrings() {}

    /// `bits` bits from `at`.
    public static Bits slice(Bits base, long at, long bits) {
        var bytes = new byte[(int) ((bits + 7) / 8)];
        int shift = (int) (at & 7);
        int from = (int) (at >> 3);
        for (int i = 0; i < bytes.length; i++) {
            int two =
                    base.byteAt(from + i) << 8
                            | (from + i + 1 < base.byteLength() ? base.byteAt(from + i + 1) : 0);
            bytes[i] = (byte) (two >> 8 - shift);
        }
        return Bits.of(bytes, bits);
    }

    /// One after the other.
    public static Bits concat(List<Bits> parts) {
        long total = parts.stream().mapToLong(Bits::bitLength).sum();
        var bytes = new byte[(int) ((total + 7) / 8)];
        long at = 0;
        for (Bits part : parts) {
            for (int i = 0; i < part.byteLength(); i++) {
                int shift = (int) (at & 7);
                int index = (int) (at >> 3) + i;
                bytes[index] |= (byte) (part.byteAt(i) >> shift);
                if (shift > 0 && index + 1 < bytes.length) {
                    bytes[index + 1] |= (byte) (part.byteAt(i) << 8 - shift);
                }
            }
            at += part.bitLength();
        }
        return Bits.of(bytes, total);
    }

    private static boolean isLittle(BitsFlags flags) {
        return flags.little() || flags.nativeOrder();
    }

    /// The value of the bits; null when they are no value of that kind.
    public static Object get(BitsKind kind, Bits base, long at, long bits, BitsFlags flags) {
        return switch (kind) {
            case INTEGER -> Int.of(integer(slice(base, at, bits), flags));
            case SLICE -> slice(base, at, bits);
            case FLOAT -> floating(slice(base, at, bits), flags);
            case UTF8 -> utf8(base, at);
            case UTF16 -> utf16(base, at, flags);
            case UTF32 ->
                    at + 32 <= base.bitLength()
                            ? character(integer(slice(base, at, 32), flags))
                            : null;
            case LITERAL -> throw new IllegalStateException("literals are not fetched");
        };
    }

    private static BigInteger integer(Bits bits, BitsFlags flags) {
        int spare = (int) (bits.byteLength() * 8L - bits.bitLength());
        BigInteger value = BigInteger.ZERO;
        if (isLittle(flags)) {
            // The last, partial byte is the most significant; its bits count from the low end.
            for (int i = bits.byteLength() - 1; i >= 0; i--) {
                int b = bits.byteAt(i) >> (i == bits.byteLength() - 1 ? spare : 0);
                value = value.shiftLeft(8).or(BigInteger.valueOf(b));
            }
        } else {
            value = new BigInteger(1, bits.bytes()).shiftRight(spare);
        }
        boolean negative =
                flags.signed() && bits.bitLength() > 0 && value.testBit((int) bits.bitLength() - 1);
        return negative ? value.subtract(BigInteger.ONE.shiftLeft((int) bits.bitLength())) : value;
    }

    private static Object floating(Bits bits, BitsFlags flags) {
        long raw =
                integer(bits, new BitsFlags(false, flags.little(), flags.nativeOrder()))
                        .longValue();
        double value =
                switch ((int) bits.bitLength()) {
                    case 0 -> 0.0;
                    case 16 -> Float.float16ToFloat((short) raw);
                    case 32 -> Float.intBitsToFloat((int) raw);
                    case 64 -> Double.longBitsToDouble(raw);
                    default -> Double.NaN;
                };
        return Double.isFinite(value) ? new FloatTerm(value) : null;
    }

    private static Object character(BigInteger value) {
        boolean valid =
                value.bitLength() <= 21
                        && value.intValue() <= 0x10FFFF
                        && (value.intValue() < 0xD800 || value.intValue() > 0xDFFF);
        return valid ? Int.of(value) : null;
    }

    private static Object utf8(Bits base, long at) {
        long left = base.bitLength() - at;
        if (left < 8) {
            return null;
        }
        int first = slice(base, at, 8).byteAt(0);
        int more =
                first < 0x80
                        ? 0
                        : first < 0xC2
                                ? -1
                                : first < 0xE0 ? 1 : first < 0xF0 ? 2 : first < 0xF5 ? 3 : -1;
        if (more < 0 || left < 8 + more * 8L) {
            return null;
        }
        int value = more == 0 ? first : first & 0x3F >> more;
        for (int i = 1; i <= more; i++) {
            int b = slice(base, at + i * 8L, 8).byteAt(0);
            if ((b & 0xC0) != 0x80) {
                return null;
            }
            value = value << 6 | b & 0x3F;
        }
        boolean shortest = width(BitsKind.UTF8, value) == 8 + more * 8L;
        return shortest ? character(BigInteger.valueOf(value)) : null;
    }

    private static Object utf16(Bits base, long at, BitsFlags flags) {
        if (base.bitLength() - at < 16) {
            return null;
        }
        int first = integer(slice(base, at, 16), flags).intValue();
        if (first < 0xD800 || first > 0xDFFF) {
            return Int.of(first);
        }
        if (first > 0xDBFF || base.bitLength() - at < 32) {
            return null;
        }
        int second = integer(slice(base, at + 16, 16), flags).intValue();
        return second < 0xDC00 || second > 0xDFFF
                ? null
                : Int.of(0x10000 + ((first & 0x3FF) << 10 | second & 0x3FF));
    }

    /// The width in bits of a character.
    public static long width(BitsKind kind, int c) {
        return switch (kind) {
            case UTF8 -> c < 0x80 ? 8 : c < 0x800 ? 16 : c < 0x10000 ? 24 : 32;
            case UTF16 -> c < 0x10000 ? 16 : 32;
            default -> 32;
        };
    }

    /// The bits of a value; null when it has none of that kind. `bits` is -1 when no size is given.
    public static Bits put(BitsKind kind, Object value, long bits, int unit, BitsFlags flags) {
        return switch (kind) {
            case INTEGER ->
                    value instanceof Int n
                            ? bytes(n.bigValue(), (int) bits, isLittle(flags))
                            : null;
            case FLOAT -> putFloat(value, bits, isLittle(flags));
            case SLICE ->
                    !(value instanceof Bits b)
                            ? null
                            : bits < 0
                                    ? b.bitLength() % unit == 0 ? b : null
                                    : bits <= b.bitLength() ? slice(b, 0, bits) : null;
            case UTF8, UTF16, UTF32 ->
                    value instanceof Int n && n.signum() >= 0 && character(n.bigValue()) != null
                            ? putCharacter(kind, n.intValue(), isLittle(flags))
                            : null;
            case LITERAL -> throw new IllegalStateException("literals are put as they are");
        };
    }

    private static Bits bytes(BigInteger value, int bits, boolean little) {
        var bytes = new byte[(bits + 7) / 8];
        int spare = bytes.length * 8 - bits;
        for (int i = 0; i < bytes.length; i++) {
            if (little) {
                BigInteger b = value.shiftRight(i * 8);
                bytes[i] = (byte) (b.intValue() << (i == bytes.length - 1 ? spare : 0));
            } else {
                bytes[bytes.length - 1 - i] = value.shiftLeft(spare).shiftRight(i * 8).byteValue();
            }
        }
        return Bits.of(bytes, bits);
    }

    private static Bits putFloat(Object value, long bits, boolean little) {
        double d =
                switch (value) {
                    case FloatTerm(double x) -> x;
                    case Int n -> n.bigValue().doubleValue();
                    default -> Double.NaN;
                };
        if (!Double.isFinite(d)) {
            return null;
        }
        return switch ((int) bits) {
            case 16 -> {
                short half = Float.floatToFloat16((float) d);
                yield Float.isFinite(Float.float16ToFloat(half))
                        ? bytes(BigInteger.valueOf(half), 16, little)
                        : null;
            }
            case 32 ->
                    Float.isFinite((float) d)
                            ? bytes(BigInteger.valueOf(Float.floatToIntBits((float) d)), 32, little)
                            : null;
            case 64 -> bytes(BigInteger.valueOf(Double.doubleToLongBits(d)), 64, little);
            default -> null;
        };
    }

    private static Bits putCharacter(BitsKind kind, int c, boolean little) {
        return switch (kind) {
            case UTF8 ->
                    Bits.of(
                            Character.toString(c)
                                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            case UTF16 -> {
                if (c < 0x10000) {
                    yield bytes(BigInteger.valueOf(c), 16, little);
                }
                Bits high = bytes(BigInteger.valueOf(0xD800 + (c - 0x10000 >> 10)), 16, little);
                Bits low = bytes(BigInteger.valueOf(0xDC00 + (c - 0x10000 & 0x3FF)), 16, little);
                yield concat(List.of(high, low));
            }
            default -> bytes(BigInteger.valueOf(c), 32, little);
        };
    }
}
