package dev.lumen.frontend.core;

import dev.lumen.ir.forms.Expr;
import dev.lumen.ir.forms.UnaryOperator;
import dev.lumen.ir.term.FloatTerm;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.Term;
import java.math.BigInteger;

/// Arithmetic on constants, which patterns may contain: `f(1 bsl 8 - 1) -> …`.
final class ConstantArithmetic {
    /// Wider shifts give numbers that nobody means to match.
    private static final int MAX_SHIFT = 1 << 20;

    private ConstantArithmetic() {}

    /// A number with a sign, `-1`; null for everything else.
    static Term sign(Expr.Unary u) {
        boolean number = u.operand() instanceof Expr.IntegerLiteral || u.operand() instanceof Expr.FloatLiteral
                || u.operand() instanceof Expr.CharLiteral;
        boolean sign = u.operator() == UnaryOperator.MINUS || u.operator() == UnaryOperator.PLUS;
        return number && sign ? evaluate(u) : null;
    }

    /// The number; null when the expression is not arithmetic on constants, or fails.
    static Term evaluate(Expr e) {
        return switch (e) {
            case Expr.IntegerLiteral(_, var value) -> value;
            case Expr.CharLiteral(_, int value) -> Int.of(value);
            case Expr.FloatLiteral(_, double value) -> new FloatTerm(value);
            case Expr.Unary(_, var operator, var operand) -> unary(operator, evaluate(operand));
            case Expr.Binary b -> binary(b, evaluate(b.left()), evaluate(b.right()));
            default -> null;
        };
    }

    private static Term unary(UnaryOperator operator, Term operand) {
        return switch (operand) {
            case Int i -> switch (operator) {
                case PLUS -> i;
                case MINUS -> Int.of(i.bigValue().negate());
                case BNOT -> Int.of(i.bigValue().not());
                case NOT -> null;
            };
            case FloatTerm(double d) -> switch (operator) {
                case PLUS -> operand;
                case MINUS -> new FloatTerm(-d);
                case BNOT, NOT -> null;
            };
            case null, default -> null;
        };
    }

    private static Term binary(Expr.Binary b, Term left, Term right) {
        if (left instanceof Int x && right instanceof Int y) {
            return integers(b, x.bigValue(), y.bigValue());
        }
        if (!(left instanceof Int || left instanceof FloatTerm) || !(right instanceof Int || right instanceof FloatTerm)) {
            return null;
        }
        double x = asDouble(left);
        double y = asDouble(right);
        double result = switch (b.operator()) {
            case PLUS -> x + y;
            case MINUS -> x - y;
            case TIMES -> x * y;
            case DIVIDE -> x / y;
            default -> Double.NaN;
        };
        return Double.isFinite(result) ? new FloatTerm(result) : null;
    }

    private static Term integers(Expr.Binary b, BigInteger x, BigInteger y) {
        return switch (b.operator()) {
            case PLUS -> Int.of(x.add(y));
            case MINUS -> Int.of(x.subtract(y));
            case TIMES -> Int.of(x.multiply(y));
            case DIVIDE -> {
                double q = x.doubleValue() / y.doubleValue();
                yield Double.isFinite(q) ? new FloatTerm(q) : null;
            }
            case DIV -> y.signum() == 0 ? null : Int.of(x.divide(y));
            case REM -> y.signum() == 0 ? null : Int.of(x.remainder(y));
            case BAND -> Int.of(x.and(y));
            case BOR -> Int.of(x.or(y));
            case BXOR -> Int.of(x.xor(y));
            case BSL -> y.bitLength() > 31 || Math.abs(y.intValue()) > MAX_SHIFT ? null : Int.of(x.shiftLeft(y.intValue()));
            case BSR -> y.bitLength() > 31 || Math.abs(y.intValue()) > MAX_SHIFT ? null : Int.of(x.shiftRight(y.intValue()));
            default -> null;
        };
    }

    private static double asDouble(Term number) {
        return switch (number) {
            case Int i -> i.bigValue().doubleValue();
            case FloatTerm(double d) -> d;
            default -> Double.NaN;
        };
    }
}
