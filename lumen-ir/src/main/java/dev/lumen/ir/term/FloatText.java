package dev.lumen.ir.term;

import java.math.BigDecimal;
import java.math.MathContext;

/// The text of a float as `io:format("~w")` and `float_to_list(F, [short])` print it: the fewest
/// digits that read back as the same float, with an exponent only where that is shorter.
public final class FloatText {
    private static final double LARGEST_EXACT_INTEGER = 0x1p53;

    private FloatText() {}

    public static String shortest(double value) {
        if (value == 0.0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        }
        // Double.toString has given the shortest digits since JDK 19; only the layout differs from
        // Erlang's.
        var decimal = new BigDecimal(Double.toString(Math.abs(value))).stripTrailingZeros();
        if (decimal.precision() == 2) {
            // Java never gives fewer than two digits; for the tiniest floats one is enough.
            var oneDigit = decimal.round(new MathContext(1));
            decimal = oneDigit.doubleValue() == Math.abs(value) ? oneDigit : decimal;
        }
        String digits = decimal.unscaledValue().toString();
        int point = digits.length() - decimal.scale(); // the value is 0.DIGITS × 10^point
        return (value < 0 ? "-" : "")
                + layOut(digits, point, Math.abs(value) < LARGEST_EXACT_INTEGER);
    }

    private static String layOut(String digits, int point, boolean mayPadWithZeros) {
        int length = digits.length();
        if (point > 0 && point < length) {
            return digits.substring(0, point) + "." + digits.substring(point);
        }
        String exponent = Integer.toString(point - 1);
        int exponentCost = exponent.length() + (length == 1 ? 2 : 1) + 1;
        if (point <= 0) {
            return 2 - point <= exponentCost
                    ? "0." + "0".repeat(-point) + digits
                    : withExponent(digits, exponent);
        }
        return mayPadWithZeros && point - length + 2 <= exponentCost
                ? digits + "0".repeat(point - length) + ".0"
                : withExponent(digits, exponent);
    }

    private static String withExponent(String digits, String exponent) {
        String fraction = digits.length() == 1 ? "0" : digits.substring(1);
        return digits.charAt(0) + "." + fraction + "e" + exponent;
    }
}
