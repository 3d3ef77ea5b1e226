package dev.lumen.frontend.parse;

import dev.lumen.ir.forms.BinaryOperator;
import dev.lumen.ir.forms.Expr;
import dev.lumen.ir.forms.UnaryOperator;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.FloatTerm;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.ListTerm;
import dev.lumen.ir.term.Nil;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.TermOrder;

import java.math.BigInteger;
import java.util.ArrayList;

/// Values of constant expressions.
public final class Constants {
    /// Wider shifts give numbers that nobody means.
    private static final int MAX_SHIFT = 1 << 20;

    private Constants() {}

    /// The value of an expression of literals and operators; null when it has none, or fails.
    public static Term value(Expr expr) {
        return switch (expr) {
            case Expr.AtomLiteral(_, var value) -> value;
            case Expr.IntegerLiteral(_, var value) -> value;
            case Expr.CharLiteral(_, int value) -> Int.of(value);
            case Expr.FloatLiteral(_, double value) -> new FloatTerm(value);
            case Expr.NilExpr _ -> Nil.NIL;
            case Expr.TupleExpr(_, var elements) -> {
                var values = new ArrayList<Term>();
                for (Expr e : elements) {
                    values.add(value(e));
                }
                yield values.contains(null) ? null : Term.tuple(values);
            }
            case Expr.ListExpr(var cells, var tail) -> {
                var values = new ArrayList<Term>();
                for (var cell : cells) {
                    values.add(value(cell.head()));
                }
                Term end = value(tail);
                yield end == null || values.contains(null) ? null : ListTerm.of(values, end);
            }
            case Expr.Unary(_, var op, var operand) -> unary(op, value(operand));
            case Expr.Binary(_, var op, var left, var right) -> {
                Term a = value(left);
                yield a == null ? null : binary(op, a, value(right));
            }
            default -> null;
        };
    }

    /// Null when the operator fails on the operand, or the operand is null.
    public static Term unary(UnaryOperator op, Term operand) {
        return switch (operand) {
            case Int i ->
                    switch (op) {
                        case PLUS -> i;
                        case MINUS -> Int.of(i.bigValue().negate());
                        case BNOT -> Int.of(i.bigValue().not());
                        case NOT -> null;
                    };
            case FloatTerm(double f) ->
                    switch (op) {
                        case PLUS -> operand;
                        case MINUS -> new FloatTerm(-f);
                        case BNOT, NOT -> null;
                    };
            case Atom _ when op == UnaryOperator.NOT && isBoolean(operand) ->
                    Term.of(operand.equals(Atom.FALSE));
            case null, default -> null;
        };
    }

    /// Null when the operator fails on the operands, or one of them is null.
    public static Term binary(BinaryOperator op, Term a, Term b) {
        if (a == null || b == null) {
            return null;
        }
        return switch (op) {
            case EQUAL -> Term.of(TermOrder.compare(a, b) == 0);
            case NOT_EQUAL -> Term.of(TermOrder.compare(a, b) != 0);
            case AT_MOST -> Term.of(TermOrder.compare(a, b) <= 0);
            case LESS -> Term.of(TermOrder.compare(a, b) < 0);
            case AT_LEAST -> Term.of(TermOrder.compare(a, b) >= 0);
            case GREATER -> Term.of(TermOrder.compare(a, b) > 0);
            case IDENTICAL -> Term.of(a.equals(b));
            case NOT_IDENTICAL -> Term.of(!a.equals(b));
            case AND, OR, XOR ->
                    isBoolean(a) && isBoolean(b)
                            ? logic(op, a.equals(Atom.TRUE), b.equals(Atom.TRUE))
                            : null;
            case PLUS, MINUS, TIMES, DIVIDE, DIV, REM, BAND, BOR, BXOR, BSL, BSR ->
                    arithmetic(op, a, b);
            case SEND, APPEND, SUBTRACT, ANDALSO, ORELSE -> null;
        };
    }

    private static boolean isBoolean(Term term) {
        return term.equals(Atom.TRUE) || term.equals(Atom.FALSE);
    }

    private static Term logic(BinaryOperator op, boolean a, boolean b) {
        return Term.of(
                op == BinaryOperator.AND ? a && b : op == BinaryOperator.OR ? a || b : a != b);
    }

    private static Term arithmetic(BinaryOperator op, Term a, Term b) {
        if (a instanceof Int x && b instanceof Int y && op != BinaryOperator.DIVIDE) {
            return integers(op, x.bigValue(), y);
        }
        if (!isNumber(a) || !isNumber(b)) {
            return null;
        }
        double x = asDouble(a);
        double y = asDouble(b);
        double result =
                switch (op) {
                    case PLUS -> x + y;
                    case MINUS -> x - y;
                    case TIMES -> x * y;
                    case DIVIDE -> x / y;
                    default -> Double.NaN;
                };
        return Double.isFinite(result) ? new FloatTerm(result) : null;
    }

    private static boolean isNumber(Term term) {
        return term instanceof Int || term instanceof FloatTerm;
    }

    private static double asDouble(Term term) {
        return term instanceof FloatTerm(double f) ? f : ((Int) term).bigValue().doubleValue();
    }

    private static Term integers(BinaryOperator op, BigInteger x, Int right) {
        BigInteger y = right.bigValue();
        return switch (op) {
            case PLUS -> Int.of(x.add(y));
            case MINUS -> Int.of(x.subtract(y));
            case TIMES -> Int.of(x.multiply(y));
            case DIV -> y.signum() == 0 ? null : Int.of(x.divide(y));
            case REM -> y.signum() == 0 ? null : Int.of(x.remainder(y));
            case BAND -> Int.of(x.and(y));
            case BOR -> Int.of(x.or(y));
            case BXOR -> Int.of(x.xor(y));
            case BSL, BSR -> {
                if (!right.isLong() || Math.abs(right.longValue()) > MAX_SHIFT) {
                    yield null;
                }
                int by = right.intValue();
                yield Int.of(op == BinaryOperator.BSL ? x.shiftLeft(by) : x.shiftRight(by));
            }
            default -> null;
        };
    }
}
