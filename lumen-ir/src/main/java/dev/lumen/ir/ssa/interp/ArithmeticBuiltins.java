package dev.lumen.ir.ssa.interp;

import static dev.lumen.ir.ssa.interp.Builtins.add;
import static dev.lumen.ir.ssa.interp.Builtins.erlang;

import dev.lumen.ir.ssa.Type;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.FloatTerm;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.Term;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/// Numbers, comparison and booleans.
final class ArithmeticBuiltins {
    /// Bits of the largest integer: more raises `system_limit`.
    private static final int MAX_BITS = 1 << 26;

    private ArithmeticBuiltins() {}

    static void register() {
        erlang("+", 2, (_, a) -> arithmetic(a, BigInteger::add, Double::sum));
        erlang("-", 2, (_, a) -> arithmetic(a, BigInteger::subtract, (x, y) -> x - y));
        erlang("*", 2, (_, a) -> arithmetic(a, BigInteger::multiply, (x, y) -> x * y));
        erlang("/", 2, (_, a) -> divide(a));
        erlang("+", 1, (_, a) -> number(a[0]));
        erlang(
                "-",
                1,
                (_, a) ->
                        a[0] instanceof FloatTerm(double d)
                                ? Term.of(-d)
                                : Int.of(integer(a[0]).negate()));
        erlang("div", 2, (_, a) -> Int.of(integer(a[0]).divide(divisor(a[1]))));
        erlang("rem", 2, (_, a) -> Int.of(integer(a[0]).remainder(divisor(a[1]))));
        erlang("band", 2, (_, a) -> integers(a, BigInteger::and));
        erlang("bor", 2, (_, a) -> integers(a, BigInteger::or));
        erlang("bxor", 2, (_, a) -> integers(a, BigInteger::xor));
        erlang("bnot", 1, (_, a) -> Int.of(integer(a[0]).not()));
        erlang("bsl", 2, (_, a) -> shift(integer(a[0]), integer(a[1])));
        erlang("bsr", 2, (_, a) -> shift(integer(a[0]), integer(a[1]).negate()));
        erlang(
                "abs",
                1,
                (_, a) ->
                        a[0] instanceof FloatTerm(double d)
                                ? Term.of(Math.abs(d))
                                : Int.of(badargInteger(a[0]).abs()));
        erlang(
                "float",
                1,
                (_, a) ->
                        real(
                                a[0] instanceof FloatTerm(double d)
                                        ? d
                                        : badargInteger(a[0]).doubleValue(),
                                "badarg"));
        rounding("trunc", d -> d < 0 ? Math.ceil(d) : Math.floor(d));
        rounding("round", d -> Math.copySign(Math.floor(Math.abs(d) + 0.5), d));
        rounding("floor", Math::floor);
        rounding("ceil", Math::ceil);
        comparisons();
        booleans();
        math();
    }

    private static Object number(Object a) {
        if (a instanceof Int || a instanceof FloatTerm) {
            return a;
        }
        throw Failure.error("badarith");
    }

    private static BigInteger integer(Object a) {
        if (a instanceof Int n) {
            return n.bigValue();
        }
        throw Failure.error("badarith");
    }

    private static BigInteger badargInteger(Object a) {
        if (a instanceof Int n) {
            return n.bigValue();
        }
        throw Failure.badarg();
    }

    private static BigInteger divisor(Object a) {
        BigInteger n = integer(a);
        if (n.signum() == 0) {
            throw Failure.error("badarith");
        }
        return n;
    }

    private static double real(Object a) {
        return switch (a) {
            case FloatTerm(double d) -> d;
            case Int n -> finite(n.bigValue().doubleValue(), "badarith");
            default -> throw Failure.error("badarith");
        };
    }

    private static double finite(double d, String error) {
        if (!Double.isFinite(d)) {
            throw Failure.error(error);
        }
        return d;
    }

    private static Object real(double d, String error) {
        return Term.of(finite(d, error));
    }

    private static Object arithmetic(
            Object[] a, BinaryOperator<BigInteger> whole, DoubleBinaryOperator fraction) {
        number(a[0]);
        number(a[1]);
        if (a[0] instanceof Int x && a[1] instanceof Int y) {
            return Int.of(whole.apply(x.bigValue(), y.bigValue()));
        }
        return real(fraction.applyAsDouble(real(a[0]), real(a[1])), "badarith");
    }

    private static Object divide(Object[] a) {
        number(a[0]);
        if (real(number(a[1])) == 0) {
            throw Failure.error("badarith");
        }
        return real(real(a[0]) / real(a[1]), "badarith");
    }

    private static Object integers(Object[] a, BinaryOperator<BigInteger> op) {
        return Int.of(op.apply(integer(a[0]), integer(a[1])));
    }

    private static Object shift(BigInteger value, BigInteger by) {
        if (value.signum() == 0) {
            return Int.of(0);
        }
        if (by.signum() > 0
                && (by.bitLength() > 31 || value.bitLength() + by.longValue() > MAX_BITS)) {
            throw Failure.error("system_limit");
        }
        return Int.of(
                by.bitLength() > 31
                        ? BigInteger.valueOf(value.signum() < 0 ? -1 : 0)
                        : value.shiftLeft(by.intValue()));
    }

    private static void rounding(String name, DoubleUnaryOperator op) {
        erlang(
                name,
                1,
                (_, a) ->
                        a[0] instanceof FloatTerm(double d)
                                ? Int.of(new BigDecimal(op.applyAsDouble(d)).toBigInteger())
                                : Int.of(badargInteger(a[0])));
    }

    private static void comparisons() {
        erlang("==", 2, (m, a) -> Term.of(m.values.compare(a[0], a[1]) == 0));
        erlang("/=", 2, (m, a) -> Term.of(m.values.compare(a[0], a[1]) != 0));
        erlang("=:=", 2, (m, a) -> Term.of(m.values.identical(a[0], a[1])));
        erlang("=/=", 2, (m, a) -> Term.of(!m.values.identical(a[0], a[1])));
        erlang("<", 2, (m, a) -> Term.of(m.values.compare(a[0], a[1]) < 0));
        erlang("=<", 2, (m, a) -> Term.of(m.values.compare(a[0], a[1]) <= 0));
        erlang(">", 2, (m, a) -> Term.of(m.values.compare(a[0], a[1]) > 0));
        erlang(">=", 2, (m, a) -> Term.of(m.values.compare(a[0], a[1]) >= 0));
        erlang("min", 2, (m, a) -> m.values.compare(a[0], a[1]) <= 0 ? a[0] : a[1]);
        erlang("max", 2, (m, a) -> m.values.compare(a[0], a[1]) >= 0 ? a[0] : a[1]);
        Map<String, Type.Terms> tests =
                Map.ofEntries(
                        Map.entry("is_atom", Type.ATOM),
                        Map.entry("is_binary", Type.BINARY),
                        Map.entry("is_bitstring", Type.BITSTRING),
                        Map.entry("is_boolean", Type.BOOLEAN),
                        Map.entry("is_float", Type.FLOAT),
                        Map.entry("is_function", Type.FUN),
                        Map.entry("is_integer", Type.INTEGER),
                        Map.entry("is_list", Type.LIST),
                        Map.entry("is_map", Type.MAP),
                        Map.entry("is_number", Type.NUMBER),
                        Map.entry("is_pid", Type.PID),
                        Map.entry("is_port", Type.PORT),
                        Map.entry("is_reference", Type.REF),
                        Map.entry("is_tuple", Type.TUPLE));
        tests.forEach((name, type) ->
                erlang(name, 1, (_, a) -> Term.of(Values.type(a[0]).isSubtypeOf(type))));
        erlang(
                "is_integer",
                3,
                (m, a) -> {
                    if (!(a[1] instanceof Int) || !(a[2] instanceof Int)) {
                        throw Failure.badarg();
                    }
                    return Term.of(
                            a[0] instanceof Int
                                    && m.values.compare(a[1], a[0]) <= 0
                                    && m.values.compare(a[0], a[2]) <= 0);
                });
    }

    private static boolean truth(Object a) {
        if (a.equals(Atom.TRUE) || a.equals(Atom.FALSE)) {
            return a.equals(Atom.TRUE);
        }
        throw Failure.badarg();
    }

    private static void booleans() {
        erlang("not", 1, (_, a) -> Term.of(!truth(a[0])));
        erlang("and", 2, (_, a) -> Term.of(truth(a[0]) & truth(a[1])));
        erlang("or", 2, (_, a) -> Term.of(truth(a[0]) | truth(a[1])));
        erlang("xor", 2, (_, a) -> Term.of(truth(a[0]) ^ truth(a[1])));
    }

    private static void math() {
        Map<String, UnaryOperator<Double>> functions =
                Map.ofEntries(
                        Map.entry("sin", Math::sin),
                        Map.entry("cos", Math::cos),
                        Map.entry("tan", Math::tan),
                        Map.entry("asin", Math::asin),
                        Map.entry("acos", Math::acos),
                        Map.entry("atan", Math::atan),
                        Map.entry("sinh", Math::sinh),
                        Map.entry("cosh", Math::cosh),
                        Map.entry("tanh", Math::tanh),
                        Map.entry("exp", Math::exp),
                        Map.entry("log", Math::log),
                        Map.entry("log10", Math::log10),
                        Map.entry("log2", d -> Math.log(d) / Math.log(2)),
                        Map.entry("sqrt", Math::sqrt),
                        Map.entry("floor", Math::floor),
                        Map.entry("ceil", Math::ceil));
        functions.forEach((name, f) ->
                add("math", name, 1, (_, a) -> real(f.apply(mathArg(a[0])), "badarith")));
        add(
                "math",
                "atan2",
                2,
                (_, a) -> real(Math.atan2(mathArg(a[0]), mathArg(a[1])), "badarith"));
        add("math", "pow", 2, (_, a) -> real(Math.pow(mathArg(a[0]), mathArg(a[1])), "badarith"));
        add("math", "fmod", 2, (_, a) -> real(mathArg(a[0]) % mathArg(a[1]), "badarith"));
        add("math", "pi", 0, (_, _) -> Term.of(Math.PI));
    }

    private static double mathArg(Object a) {
        return switch (a) {
            case FloatTerm(double d) -> d;
            case Int n -> finite(n.bigValue().doubleValue(), "badarg");
            default -> throw Failure.badarg();
        };
    }
}
