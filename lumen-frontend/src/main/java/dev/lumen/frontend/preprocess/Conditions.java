package dev.lumen.frontend.preprocess;

import dev.lumen.frontend.parse.Constants;
import dev.lumen.frontend.parse.FormParser;
import dev.lumen.frontend.scan.LanguageLevel;
import dev.lumen.frontend.scan.Token;
import dev.lumen.ir.bif.LanguageBifs;
import dev.lumen.ir.forms.BinaryOperator;
import dev.lumen.ir.forms.Expr;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Bits;
import dev.lumen.ir.term.FloatTerm;
import dev.lumen.ir.term.Fun;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.ListTerm;
import dev.lumen.ir.term.MapTerm;
import dev.lumen.ir.term.Nil;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.Tuple;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// Decides `-if` and `-elif`: evaluates a guard expression of constants and `defined(Name)`.
///
/// An expression that fails (`1 + a`, a function that does not exist) is false, as in a guard; one
/// that is no guard expression at all is an error.
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

    /// Throws [PreprocessError], or [dev.lumen.frontend.parse.ParseError] when the tokens are no
    /// expressions.
    static boolean evaluate(
            Token directive, List<Token> tokens, MacroTable macros, LanguageLevel level) {
        List<Expr> exprs = FormParser.exprs(tokens, level);
        var conditions = new Conditions(directive, macros);
        if (exprs.size() != 1) {
            throw conditions.malformed();
        }
        conditions.check(exprs.getFirst());
        try {
            return conditions.value(exprs.getFirst()).equals(Atom.TRUE);
        } catch (Failure e) {
            return false;
        }
    }

    private PreprocessError malformed() {
        return new PreprocessError(
                directive, span -> new PreprocessProblem.Malformed("badly formed 'if'", span));
    }

    /// Refuses what is not allowed even where it would not be evaluated.
    private void check(Expr expr) {
        switch (expr) {
            case Expr.AtomLiteral _,
                    Expr.IntegerLiteral _,
                    Expr.CharLiteral _,
                    Expr.FloatLiteral _,
                    Expr.StringLiteral _,
                    Expr.NilExpr _,
                    Expr.Variable _ -> {}
            case Expr.ListExpr(var cells, var tail) -> {
                cells.forEach(c -> check(c.head()));
                check(tail);
            }
            case Expr.TupleExpr(_, var elements) -> elements.forEach(this::check);
            case Expr.MapCreate(_, var fields) ->
                    fields.forEach(f -> {
                        check(f.key());
                        check(f.value());
                    });
            case Expr.BinaryExpr(_, var elements) -> elements.forEach(e -> check(e.value()));
            case Expr.Unary(_, _, var operand) -> check(operand);
            case Expr.Binary(_, var op, var left, var right) -> {
                if (op == BinaryOperator.SEND
                        || op == BinaryOperator.APPEND
                        || op == BinaryOperator.SUBTRACT) {
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
            case Expr.Call(
                            _,
                            Expr.Remote(
                                    _,
                                    Expr.AtomLiteral(_, Atom(var module)),
                                    Expr.AtomLiteral(_, Atom(var name))),
                            var arguments)
                    when module.equals("erlang")
                            && LanguageBifs.isGuardOfErlang(name, arguments.size()) ->
                    arguments.forEach(this::check);
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
            case Expr.TupleExpr(_, var elements) ->
                    Term.tuple(elements.stream().map(this::value).toList());
            case Expr.MapCreate(_, var fields) -> {
                var entries = new HashMap<Term, Term>();
                fields.forEach(f -> entries.put(value(f.key()), value(f.value())));
                yield Term.map(entries);
            }
            case Expr.Unary(_, var op, var operand) -> known(Constants.unary(op, value(operand)));
            case Expr.Binary(_, BinaryOperator op, var left, var right)
                    when op == BinaryOperator.ANDALSO ->
                    truth(value(left)) ? value(right) : Atom.FALSE;
            case Expr.Binary(_, BinaryOperator op, var left, var right)
                    when op == BinaryOperator.ORELSE ->
                    truth(value(left)) ? Atom.TRUE : value(right);
            case Expr.Binary(_, var op, var left, var right) ->
                    known(Constants.binary(op, value(left), value(right)));
            case Expr.Call(_, Expr.AtomLiteral(_, Atom(var name)), var arguments)
                    when name.equals("defined") && arguments.size() == 1 ->
                    Term.of(macros.isKnown(macroName(arguments.getFirst())));
            case Expr.Call(_, Expr.AtomLiteral(_, Atom(var name)), var arguments) ->
                    call(name, arguments);
            case Expr.Call(
                            _,
                            Expr.Remote(_, _, Expr.AtomLiteral(_, Atom(var name))),
                            var arguments) ->
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

    private static Term known(Term value) {
        if (value == null) {
            throw new Failure();
        }
        return value;
    }

    private static int index(Term term) {
        if (term instanceof Int i
                && i.isLong()
                && i.longValue() > 0
                && i.longValue() < Integer.MAX_VALUE) {
            return i.intValue();
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
            case "is_boolean/1" -> Term.of(first.equals(Atom.TRUE) || first.equals(Atom.FALSE));
            case "is_list/1" -> Term.of(first instanceof Nil || first instanceof ListTerm);
            case "is_tuple/1" -> Term.of(first instanceof Tuple);
            case "is_map/1" -> Term.of(first instanceof MapTerm);
            case "is_binary/1" -> Term.of(first instanceof Bits b && b.isBinary());
            case "is_bitstring/1" -> Term.of(first instanceof Bits);
            case "is_function/1" -> Term.of(first instanceof Fun);
            case "abs/1" ->
                    switch (first) {
                        case FloatTerm(double f) -> Term.of(Math.abs(f));
                        case Int i -> Int.of(i.bigValue().abs());
                        default -> fail();
                    };
            case "length/1" -> length(first);
            case "tuple_size/1", "size/1" -> Int.of(tuple(first).size());
            case "map_size/1" -> first instanceof MapTerm m ? Int.of(m.size()) : fail();
            case "element/2" -> {
                Tuple t = tuple(values.get(1));
                int index = index(first);
                yield index <= t.size() ? t.get(index - 1) : fail();
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
