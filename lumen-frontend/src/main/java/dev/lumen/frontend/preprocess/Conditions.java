package dev.lumen.frontend.preprocess;

import dev.lumen.frontend.parse.FormParser;
import dev.lumen.frontend.scan.LanguageLevel;
import dev.lumen.frontend.scan.Token;
import dev.lumen.ir.bif.LanguageBifs;
import dev.lumen.ir.forms.BinaryOperator;
import dev.lumen.ir.forms.Expr;
import dev.lumen.ir.forms.UnaryOperator;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Bits;
import dev.lumen.ir.term.FloatTerm;
import dev.lumen.ir.term.Fun;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.ListTerm;
import dev.lumen.ir.term.MapTerm;
import dev.lumen.ir.term.Nil;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.TermOrder;
import dev.lumen.ir.term.Tuple;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// Decides `-if` and `-elif`: evaluates a guard expression of constants and `defined(Name)`.
///
/// An expression that fails (`1 + a`, a function that does not exist) is false, as in a guard; one that is no guard
/// expression at all is an error.
final class Conditions {
    private final Token directive;
    private final MacroTable macros;

    private Conditions(Token directive, MacroTable macros) {
        this.directive = directive;
        this.macros = macros;
    }

    /// The evaluation has failed.
    private static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1;

        Failure() {
            super("failure", null, false, false);
        }
    }

    /// Throws [PreprocessError], or [dev.lumen.frontend.parse.ParseError] when the tokens are no expressions.
    static boolean evaluate(Token directive, List<Token> tokens, MacroTable macros, LanguageLevel level) {
        List<Expr> exprs = FormParser.exprs(tokens, level);
        var conditions = new Conditions(directive, macros);
        if (exprs.size() != 1) {
            throw conditions.malformed();
        }
        conditions.check(exprs.getFirst());
        try {
            return conditions.value(exprs.getFirst()).equals(Atom.TRUE);
        } catch (Failure | ArithmeticException e) {
            return false;
        }
    }

    private PreprocessError malformed() {
        return new PreprocessError(directive,
                span -> new PreprocessProblem.Malformed("badly formed 'if'", span));
    }

    /// Refuses what is not allowed even where it would not be evaluated.
    private void check(Expr expr) {
        switch (expr) {
            case Expr.AtomLiteral _, Expr.IntegerLiteral _, Expr.CharLiteral _, Expr.FloatLiteral _,
                    Expr.StringLiteral _, Expr.NilExpr _, Expr.Variable _ -> {}
            case Expr.ListExpr(var cells, var tail) -> {
                cells.forEach(c -> check(c.head()));
                check(tail);
            }
            case Expr.TupleExpr(_, var elements) -> elements.forEach(this::check);
            case Expr.MapCreate(_, var fields) -> fields.forEach(f -> {
                check(f.key());
                check(f.value());
            });
            case Expr.BinaryExpr(_, var elements) -> elements.forEach(e -> check(e.value()));
            case Expr.Unary(_, _, var operand) -> check(operand);
            case Expr.Binary(_, var op, var left, var right) -> {
                if (op == BinaryOperator.SEND || op == BinaryOperator.APPEND || op == BinaryOperator.SUBTRACT) {
                    throw malformed();
                }
                check(left);
                check(right);
            }
            case Expr.Call(_, Expr.AtomLiteral(_, Atom(var name)), var arguments) -> {
                if (name.equals("defined") && arguments.size() == 1) {
                    macroName(arguments.getFirst());
                } else if (LanguageBifs.isAutoImported(name, arguments.size())
                        && !LanguageBifs.isGuard(name, arguments.size())) {
                    throw malformed();
                } else {
                    arguments.forEach(this::check);
                }
            }
            case Expr.Call(_, Expr.Remote(_, Expr.AtomLiteral(_, Atom(var module)), Expr.AtomLiteral _), var arguments)
                    when module.equals("erlang") -> arguments.forEach(this::check);
            default -> throw malformed();
        }
    }

    private String macroName(Expr expr) {
        return switch (expr) {
            case Expr.AtomLiteral(_, Atom(var name)) -> name;
            case Expr.Variable(_, var name) -> name;
            default -> throw malformed();
        };
    }

    private Term value(Expr expr) {
        return switch (expr) {
            case Expr.AtomLiteral(_, var value) -> value;
            case Expr.IntegerLiteral(_, var value) -> value;
            case Expr.CharLiteral(_, int value) -> Int.of(value);
            case Expr.FloatLiteral(_, double value) -> Term.of(value);
            case Expr.StringLiteral(_, var value) -> Term.string(value);
            case Expr.NilExpr _ -> Nil.NIL;
            case Expr.ListExpr(var cells, var tail) ->
                ListTerm.of(cells.stream().map(c -> value(c.head())).toList(), value(tail));
            case Expr.TupleExpr(_, var elements) -> Term.tuple(elements.stream().map(this::value).toList());
            case Expr.MapCreate(_, var fields) -> {
                var entries = new HashMap<Term, Term>();
                fields.forEach(f -> entries.put(value(f.key()), value(f.value())));
                yield Term.map(entries);
            }
            case Expr.Unary(_, var op, var operand) -> unary(op, value(operand));
            case Expr.Binary(_, BinaryOperator op, var left, var right) when op == BinaryOperator.ANDALSO ->
                truth(value(left)) ? value(right) : Atom.FALSE;
            case Expr.Binary(_, BinaryOperator op, var left, var right) when op == BinaryOperator.ORELSE ->
                truth(value(left)) ? Atom.TRUE : value(right);
            case Expr.Binary(_, var op, var left, var right) -> binary(op, value(left), value(right));
            case Expr.Call(_, Expr.AtomLiteral(_, Atom(var name)), var arguments)
                    when name.equals("defined") && arguments.size() == 1 ->
                Term.of(macros.isKnown(macroName(arguments.getFirst())));
            case Expr.Call(_, Expr.AtomLiteral(_, Atom(var name)), var arguments) -> call(name, arguments);
            case Expr.Call(_, Expr.Remote(_, _, Expr.AtomLiteral(_, Atom(var name))), var arguments) ->
                call(name, arguments);
            default -> throw new Failure();
        };
    }

    private static boolean truth(Term term) {
        if (term.equals(Atom.TRUE)) {
            return true;
        }
        if (term.equals(Atom.FALSE)) {
            return false;
        }
        throw new Failure();
    }

    private static Term unary(UnaryOperator op, Term operand) {
        return switch (op) {
            case NOT -> Term.of(!truth(operand));
            case BNOT -> Int.of(integer(operand).not());
            case PLUS -> number(operand);
            case MINUS -> operand instanceof FloatTerm(double f)
                    ? Term.of(-f)
                    : Int.of(integer(operand).negate());
        };
    }

    private static Term binary(BinaryOperator op, Term a, Term b) {
        return switch (op) {
            case EQUAL -> Term.of(TermOrder.compare(a, b) == 0);
            case NOT_EQUAL -> Term.of(TermOrder.compare(a, b) != 0);
            case AT_MOST -> Term.of(TermOrder.compare(a, b) <= 0);
            case LESS -> Term.of(TermOrder.compare(a, b) < 0);
            case AT_LEAST -> Term.of(TermOrder.compare(a, b) >= 0);
            case GREATER -> Term.of(TermOrder.compare(a, b) > 0);
            case IDENTICAL -> Term.of(a.equals(b));
            case NOT_IDENTICAL -> Term.of(!a.equals(b));
            case AND -> Term.of(truth(a) & truth(b));
            case OR -> Term.of(truth(a) | truth(b));
            case XOR -> Term.of(truth(a) ^ truth(b));
            case PLUS, MINUS, TIMES -> a instanceof Int && b instanceof Int
                    ? Int.of(exact(op, integer(a), integer(b)))
                    : inexact(op, a, b);
            case DIVIDE -> inexact(op, a, b);
            case DIV -> Int.of(integer(a).divide(integer(b)));
            case REM -> Int.of(integer(a).remainder(integer(b)));
            case BAND -> Int.of(integer(a).and(integer(b)));
            case BOR -> Int.of(integer(a).or(integer(b)));
            case BXOR -> Int.of(integer(a).xor(integer(b)));
            case BSL -> Int.of(integer(a).shiftLeft(shift(b)));
            case BSR -> Int.of(integer(a).shiftRight(shift(b)));
            case SEND, APPEND, SUBTRACT, ANDALSO, ORELSE -> throw new Failure();
        };
    }

    private static BigInteger exact(BinaryOperator op, BigInteger a, BigInteger b) {
        return op == BinaryOperator.PLUS ? a.add(b) : op == BinaryOperator.MINUS ? a.subtract(b) : a.multiply(b);
    }

    private static Term inexact(BinaryOperator op, Term a, Term b) {
        double x = number(a) instanceof FloatTerm(double f) ? f : integer(a).doubleValue();
        double y = number(b) instanceof FloatTerm(double f) ? f : integer(b).doubleValue();
        double result = switch (op) {
            case PLUS -> x + y;
            case MINUS -> x - y;
            case TIMES -> x * y;
            default -> x / y;
        };
        if (!Double.isFinite(result)) {
            throw new Failure();
        }
        return Term.of(result);
    }

    private static int shift(Term term) {
        int amount = integer(term).intValueExact();
        if (Math.abs((long) amount) > 1 << 20) {
            throw new Failure();
        }
        return amount;
    }

    private static BigInteger integer(Term term) {
        if (term instanceof Int i) {
            return i.bigValue();
        }
        throw new Failure();
    }

    private static Term number(Term term) {
        if (term instanceof Int || term instanceof FloatTerm) {
            return term;
        }
        throw new Failure();
    }

    private Term call(String name, List<Expr> arguments) {
        var values = new ArrayList<Term>();
        arguments.forEach(a -> values.add(value(a)));
        Term first = values.isEmpty() ? Nil.NIL : values.getFirst();
        return switch (name + "/" + values.size()) {
            case "is_atom/1" -> Term.of(first instanceof Atom);
            case "is_integer/1" -> Term.of(first instanceof Int);
            case "is_float/1" -> Term.of(first instanceof FloatTerm);
            case "is_number/1" -> Term.of(first instanceof Int || first instanceof FloatTerm);
            case "is_boolean/1" ->
                Term.of(first.equals(Atom.TRUE) || first.equals(Atom.FALSE));
            case "is_list/1" -> Term.of(first instanceof Nil || first instanceof ListTerm);
            case "is_tuple/1" -> Term.of(first instanceof Tuple);
            case "is_map/1" -> Term.of(first instanceof MapTerm);
            case "is_binary/1" -> Term.of(first instanceof Bits b && b.isBinary());
            case "is_bitstring/1" -> Term.of(first instanceof Bits);
            case "is_function/1" -> Term.of(first instanceof Fun);
            case "abs/1" -> first instanceof FloatTerm(double f)
                    ? Term.of(Math.abs(f))
                    : Int.of(integer(first).abs());
            case "length/1" -> length(first);
            case "tuple_size/1", "size/1" -> Int.of(tuple(first).size());
            case "map_size/1" -> first instanceof MapTerm m ? Int.of(m.size()) : fail();
            case "element/2" -> {
                Tuple t = tuple(values.get(1));
                int index = integer(values.get(0)).intValueExact();
                if (index < 1 || index > t.size()) {
                    throw new Failure();
                }
                yield t.get(index - 1);
            }
            case "hd/1" -> first instanceof ListTerm l ? l.elements().getFirst() : fail();
            default -> fail();
        };
    }

    private static Term fail() {
        throw new Failure();
    }

    private static Tuple tuple(Term term) {
        if (term instanceof Tuple tuple) {
            return tuple;
        }
        throw new Failure();
    }

    private static Term length(Term term) {
        if (term instanceof Nil) {
            return Int.of(0);
        }
        if (term instanceof ListTerm l && l.isProper()) {
            return Int.of(l.elements().size());
        }
        throw new Failure();
    }
}
