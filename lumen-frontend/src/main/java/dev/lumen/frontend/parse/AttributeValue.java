package dev.lumen.frontend.parse;

import dev.lumen.ir.forms.BinElement;
import dev.lumen.ir.forms.BinaryOperator;
import dev.lumen.ir.forms.Expr;
import dev.lumen.ir.forms.MapField;
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

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
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
            case Expr.BinaryExpr(_, var elements) -> bits(elements);
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

    /// Bit strings of whole bytes and of strings; other segments are left to a program.
    private static Bits bits(List<BinElement> elements) {
        var out = new BitWriter();
        for (var element : elements) {
            boolean utf8 = element.types().stream().anyMatch(t -> t.name().name().equals("utf8"));
            if (!utf8 && !element.types().isEmpty()) {
                throw new NotATerm();
            }
            switch (element.value()) {
                case Expr.StringLiteral(_, var text) when element.size().isEmpty() -> {
                    if (utf8) {
                        out.bytes(text.getBytes(StandardCharsets.UTF_8));
                    } else {
                        text.codePoints().forEach(c -> out.integer(BigInteger.valueOf(c), 8));
                    }
                }
                default -> {
                    if (!(of(element.value()) instanceof Int value) || utf8) {
                        throw new NotATerm();
                    }
                    Term size = element.size().map(AttributeValue::of).orElse(Int.of(8));
                    if (!(size instanceof Int bits)
                            || !bits.isLong()
                            || bits.longValue() < 0
                            || bits.longValue() > 1 << 20) {
                        throw new NotATerm();
                    }
                    out.integer(value.bigValue(), bits.intValue());
                }
            }
        }
        return out.bits();
    }

    private static final class BitWriter {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private int partial;
        private int used;

        void bytes(byte[] bytes) {
            for (byte b : bytes) {
                integer(BigInteger.valueOf(b), 8);
            }
        }

        void integer(BigInteger value, int width) {
            for (int i = width - 1; i >= 0; i--) {
                partial = partial << 1 | (value.testBit(i) ? 1 : 0);
                if (++used == 8) {
                    out.write(partial);
                    partial = 0;
                    used = 0;
                }
            }
        }

        Bits bits() {
            int length = out.size() * 8 + used;
            if (used > 0) {
                out.write(partial << 8 - used);
            }
            return Bits.of(out.toByteArray(), length);
        }
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
