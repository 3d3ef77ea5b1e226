package dev.lumen.ir.term;

import java.math.BigInteger;

/// An integer of any size. Values that fit a Java `long` carry no [BigInteger].
public final class Int implements Term {
    /// The smallest and largest integers that fit one tagged word (61 bits, two's complement).
    public static final long MIN_SMALL = -(1L << 60);

    public static final long MAX_SMALL = (1L << 60) - 1;

    private static final BigInteger LONG_MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);
    private static final Int[] CACHE = new Int[1024 + 128];

    static {
        for (int i = 0; i < CACHE.length; i++) {
            CACHE[i] = new Int(i - 128L, null);
        }
    }

    private final long value;

    /// Null exactly when the value fits a `long`, so that equal integers have one representation.
    private final BigInteger big;

    private Int(long value, BigInteger big) {
        this.value = value;
        this.big = big;
    }

    public static Int of(long value) {
        return value >= -128 && value < 1024 ? CACHE[(int) value + 128] : new Int(value, null);
    }

    public static Int of(BigInteger value) {
        boolean fits = value.compareTo(LONG_MIN) >= 0 && value.compareTo(LONG_MAX) <= 0;
        return fits ? of(value.longValue()) : new Int(0, value);
    }

    /// True when [#longValue] has the value.
    public boolean isLong() {
        return big == null;
    }

    /// True when the value fits one tagged word of the runtime (61 bits).
    public boolean isSmall() {
        return big == null && value >= MIN_SMALL && value <= MAX_SMALL;
    }

    /// Throws [ArithmeticException] when the value does not fit.
    public long longValue() {
        if (big != null) {
            throw new ArithmeticException("integer out of the range of long: " + big);
        }
        return value;
    }

    /// Throws [ArithmeticException] when the value does not fit.
    public int intValue() {
        return Math.toIntExact(longValue());
    }

    public BigInteger bigValue() {
        return big != null ? big : BigInteger.valueOf(value);
    }

    public int signum() {
        return big != null ? big.signum() : Long.signum(value);
    }

    int compareValue(Int other) {
        if (big == null && other.big == null) {
            return Long.compare(value, other.value);
        }
        return bigValue().compareTo(other.bigValue());
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Int other
                && (big == null
                        ? other.big == null && value == other.value
                        : big.equals(other.big));
    }

    @Override
    public int hashCode() {
        return big == null ? Long.hashCode(value) : big.hashCode();
    }

    @Override
    public String toString() {
        return big == null ? Long.toString(value) : big.toString();
    }
}
