package dev.lumen.frontend.scan;

import dev.lumen.ir.term.Int;

import java.math.BigInteger;

/// Scans numbers: `1_000`, `16#FF`, `1.5e-3`, `2#0.11#e4`. An underscore may stand between two
/// digits. A number ends where no more of it can be read: `2end` are two tokens.
final class NumberScanner {
    private static final int LARGEST_BASE = 36;

    private final Cursor cursor;

    NumberScanner(Cursor cursor) {
        this.cursor = cursor;
    }

    /// Thrown to where the token began.
    static final class Bad extends Exception {
        private static final long serialVersionUID = 1;
        private final boolean base;

        private Bad(String what, boolean base) {
            super(what, null, false, false);
            this.base = base;
        }

        /// True when the message is a base that is too small or too large.
        boolean isBase() {
            return base;
        }
    }

    /// An [Int] or a [Double]; the cursor stands at the first digit.
    Object scan() throws Bad {
        String digits = digits(10);
        if (cursor.peek() == '.' && Characters.isDigit(cursor.peek(1))) {
            cursor.skip(1);
            return decimalFloat(digits);
        }
        if (cursor.peek() == '#') {
            var written = new BigInteger(digits); // with any number of zeros in front
            int base = written.bitLength() > 6 ? 0 : written.intValue();
            if (base < 2 || base > LARGEST_BASE) {
                throw new Bad(written.toString(), true);
            }
            if (Characters.digit(cursor.peek(1), base) < 0) {
                cursor.skip(1);
                throw new Bad("integer", false);
            }
            cursor.skip(1);
            return based(base);
        }
        return digits.length() <= 18
                ? Int.of(Long.parseLong(digits))
                : Int.of(new BigInteger(digits));
    }

    private Double decimalFloat(String whole) throws Bad {
        var text = new StringBuilder(whole).append('.').append(digits(10));
        int e = cursor.peek();
        if (e == 'e' || e == 'E') {
            cursor.skip(1);
            text.append('e').append(sign());
            String exponent = digits(10);
            if (exponent.isEmpty()) {
                throw new Bad("float", false);
            }
            text.append(exponent);
        }
        return finite(Double.parseDouble(text.toString()));
    }

    private Object based(int base) throws Bad {
        String whole = digits(base);
        if (cursor.peek() == '.' && Characters.digit(cursor.peek(1), base) >= 0) {
            cursor.skip(1);
            String fraction = digits(base);
            int exponent = 0;
            if (cursor.peek() == '#' && (cursor.peek(1) == 'e' || cursor.peek(1) == 'E')) {
                cursor.skip(2);
                String text = sign() + digits(10);
                if (text.isEmpty()
                        || text.length() > 6
                        || !Characters.isDigit(text.charAt(text.length() - 1))) {
                    throw new Bad("float", false);
                }
                exponent = Integer.parseInt(text);
            }
            if (base == 10) {
                return finite(Double.parseDouble(whole + "." + fraction + "e" + exponent));
            }
            var value = new BigInteger(whole + fraction, base);
            return finite(value.doubleValue() * Math.pow(base, exponent - fraction.length()));
        }
        return Int.of(new BigInteger(whole, base));
    }

    private static Double finite(double value) throws Bad {
        if (!Double.isFinite(value)) {
            throw new Bad("float", false);
        }
        return value;
    }

    private String sign() {
        int c = cursor.peek();
        if (c == '+' || c == '-') {
            cursor.skip(1);
            return c == '-' ? "-" : "";
        }
        return "";
    }

    private String digits(int base) {
        var out = new StringBuilder();
        while (true) {
            int c = cursor.peek();
            if (Characters.digit(c, base) >= 0) {
                out.append((char) c);
                cursor.skip(1);
            } else if (c == '_' && !out.isEmpty() && Characters.digit(cursor.peek(1), base) >= 0) {
                cursor.skip(1);
            } else {
                return out.toString();
            }
        }
    }
}
