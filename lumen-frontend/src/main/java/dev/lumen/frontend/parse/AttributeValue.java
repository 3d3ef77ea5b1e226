package dev.lumen.frontend.parse;

import dev.lumen.ir.forms.BinaryOperator;
import dev.lumen.ir.forms.Expr;
import dev.lumen.ir.forms.MapField;
import dev.lumen.ir.forms.UnaryOperator;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.FloatTerm;
import dev.lumen.ir.term.Fun;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.ListTerm;
import dev.lumen.ir.term.MapTerm;
import dev.lumen.ir.term.Nil;
import dev.lumen.ir.term.Term;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// The term that an expression without variables, calls and operators stands for: what the value of
/// an attribute is.
public final class AttributeValue {
    /// The expression is not a term.
    public static final class NotATerm extends RuntimeException {
        private static final long serialVersionUID = 1;

        private NotATerm() {
            super("not a term", null, false, false);
        }
    }

    private AttributeValue() {}

    /// Throws [NotATerm].
    public static Term of(Expr expr) {
        return term(expr, false);
    }

    /// The same, with `name/arity` standing for `{name, arity}` at any depth. Throws [NotATerm].
    static Term withArities(Expr expr) {
        return term(expr, true);
    }

    private static Term term(Expr expr, boolean arities) {
        return switch (expr) {
            case Expr.AtomLiteral(_, var value) -> value;
            case Expr.IntegerLiteral(_, var value) -> value;
            case Expr.CharLiteral(_, int value) -> Int.of(value);
            case Expr.FloatLiteral(_, double value) -> new FloatTerm(value);
            case Expr.StringLiteral(_, var value) -> Term.string(value);
            case Expr.NilExpr _ -> Nil.NIL;
            case Expr.ListExpr(var cells, var tail) ->
                    ListTerm.of(
                            cells.stream().map(c -> term(c.head(), arities)).toList(),
                            term(tail, arities));
            case Expr.TupleExpr(_, var elements) -> {
                var terms = new ArrayList<Term>();
                elements.forEach(e -> terms.add(term(e, arities)));
                yield Term.tuple(terms);
            }
            case Expr.MapCreate(_, var fields) -> map(fields, arities);
            case Expr.BinaryExpr(_, var elements) ->
                    ConstantBits.of(elements).orElseThrow(NotATerm::new);
            case Expr.RemoteFun(
                            _,
                            Expr.AtomLiteral(_, var module),
                            Expr.AtomLiteral(_, var name),
                            Expr.IntegerLiteral(_, var arity))
                    when arity.isLong() && arity.longValue() <= 255 ->
                    new Fun.External(module, name, arity.intValue());
            case Expr.Unary(_, UnaryOperator op, var operand)
                    when op == UnaryOperator.PLUS || op == UnaryOperator.MINUS ->
                    signed(op, operand);
            case Expr.Binary(
                            _,
                            BinaryOperator op,
                            Expr.AtomLiteral(_, var name),
                            Expr.IntegerLiteral(_, var arity))
                    when arities && op == BinaryOperator.DIVIDE ->
                    Term.tuple(name, arity);
            default -> throw new NotATerm();
        };
    }

    private static Term signed(UnaryOperator op, Expr operand) {
        boolean negative = op == UnaryOperator.MINUS;
        return switch (operand) {
            case Expr.CharLiteral(_, int c) -> Int.of(negative ? -c : c);
            case Expr.IntegerLiteral(_, Int i) -> negative ? Int.of(i.bigValue().negate()) : i;
            case Expr.FloatLiteral(_, double f) -> new FloatTerm(negative ? -f : f);
            default -> throw new NotATerm();
        };
    }

    private static Term map(List<MapField> fields, boolean arities) {
        var entries = new HashMap<Term, Term>();
        for (var field : fields) {
            if (field.exact()) {
                throw new NotATerm();
            }
            entries.put(term(field.key(), false), term(field.value(), arities));
        }
        return MapTerm.of(entries);
    }

    /// The name and arity in `name/arity`; null when it is something else.
    static Term nameAndArity(Expr expr) {
        return expr
                                instanceof
                                Expr.Binary(
                                        _,
                                        BinaryOperator op,
                                        Expr.AtomLiteral(_, Atom name),
                                        Expr.IntegerLiteral(_, Int arity))
                        && op == BinaryOperator.DIVIDE
                ? Term.tuple(name, arity)
                : null;
    }
}
