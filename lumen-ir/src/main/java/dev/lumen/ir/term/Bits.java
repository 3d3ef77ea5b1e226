package dev.lumen.ir.term;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A bit string; a binary when its length is a multiple of eight. Bits are numbered from the most
/// significant one of the first byte; the unused low bits of the last byte are zero.
public final class Bits implements Term {
    public static final Bits EMPTY = new Bits(new byte[0], 0);

    private final byte[] bytes;
    private final long bitLength;

    private Bits(byte[] bytes, long bitLength) {
        this.bytes = bytes;
        this.bitLength = bitLength;
    }

    /// A binary of these bytes, which are copied.
    public static Bits of(byte[] bytes) {
        return new Bits(bytes.clone(), bytes.length * 8L);
    }

    /// The first `bitLength` bits of `bytes`, which are copied. Throws [IllegalArgumentException]
    /// when there are fewer.
    public static Bits of(byte[] bytes, long bitLength) {
        if (bitLength < 0 || bitLength > bytes.length * 8L) {
            throw new IllegalArgumentException(bitLength + " bits from " + bytes.length + " bytes");
        }
        byte[] copy = Arrays.copyOf(bytes, (int) ((bitLength + 7) / 8));
        int spare = (int) (copy.length * 8L - bitLength);
        if (spare > 0) {
            copy[copy.length - 1] &= (byte) (0xff << spare);
        }
        return new Bits(copy, bitLength);
    }

    public long bitLength() {
        return bitLength;
    }

    /// The number of bytes that hold the bits.
    public int byteLength() {
        return bytes.length;
    }

    public boolean isBinary() {
        return (bitLength & 7) == 0;
    }

    /// A copy of the bytes.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// Byte `index` as `0..255`; the last one may be partly unused.
    public int byteAt(int index) {
        return bytes[index] & 0xff;
    }

    /// The bytes decoded as UTF-8, malformed parts replaced.
    public String utf8() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    int compareBits(Bits other) {
        // Zero-filled spare bits make the byte order right; a proper prefix is the smaller one.
        int c = Arrays.compareUnsigned(bytes, other.bytes);
        return c != 0
                        && Arrays.mismatch(bytes, other.bytes)
                                < Math.min(bytes.length, other.bytes.length)
                ? c
                : Long.compare(bitLength, other.bitLength);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Bits other
                && bitLength == other.bitLength
                && Arrays.equals(bytes, other.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes) * 31 + Long.hashCode(bitLength);
    }

    @Override
    public String toString() {
        return TermPrinter.print(this);
    }
}
