package dev.lumen.frontend.parse;

import dev.lumen.frontend.scan.Token;
import dev.lumen.frontend.scan.TokenKind;
import dev.lumen.ir.forms.AbstractFormat;
import dev.lumen.ir.forms.Anno;
import dev.lumen.ir.forms.BinaryOperator;
import dev.lumen.ir.forms.Expr;
import dev.lumen.ir.forms.Form;
import dev.lumen.ir.forms.MapField;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Bits;
import dev.lumen.ir.term.MapTerm;
import dev.lumen.ir.term.Nil;
import dev.lumen.ir.term.Term;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// Parses the attributes whose value is a term, and makes that term.
final class AttributeBuilder {
    private final TokenStream in;
    private final ExprParser exprs;

    AttributeBuilder(TokenStream in, ExprParser exprs) {
        this.in = in;
        this.exprs = exprs;
    }

    Form attribute(Token name) {
        List<Expr> values = values();
        if (!in.looksAt(TokenKind.DOT)) {
            throw in.syntaxError();
        }
        Anno place = in.from(name);
        return new Form.Attribute(place, Atom.of(name.text()), value(name, values));
    }

    /// `value`, `value, value`, `(value)` or `(value, value)`.
    private List<Expr> values() {
        int start = in.position();
        if (in.accept(TokenKind.LEFT_PAREN)) {
            List<Expr> values = exprs.exprs();
            if (values.size() > 1
                    || in.looksAt(TokenKind.RIGHT_PAREN) && in.kind(1) == TokenKind.DOT) {
                in.expect(TokenKind.RIGHT_PAREN);
                return values;
            }
            in.rewind(start); // the parenthesis belongs to an expression
        }
        return exprs.exprs();
    }

    private Term value(Token name, List<Expr> values) {
        return switch (name.text()) {
            case "module" -> module(values);
            case "export" -> {
                if (values.size() > 1) {
                    throw badDeclaration("export", values.get(1));
                }
                yield arities(values.getFirst());
            }
            case "import" -> {
                if (values.size() == 2
                        && values.get(0) instanceof Expr.AtomLiteral(_, var module)) {
                    yield Term.tuple(module, arities(values.get(1)));
                }
                // OTP has a message for a bad second part only; a single part is a bad attribute.
                throw badDeclaration("import", values.get(values.size() > 1 ? 1 : 0));
            }
            case "import_record" -> {
                if (values.size() == 2
                        && values.get(0) instanceof Expr.AtomLiteral(_, var module)) {
                    yield Term.tuple(module, recordNames(values.get(1)));
                }
                throw badDeclaration("import_record", values.get(values.size() > 1 ? 1 : 0));
            }
            case "file" -> {
                if (values.size() == 2
                        && values.get(0) instanceof Expr.StringLiteral(_, var file)
                        && values.get(1) instanceof Expr.IntegerLiteral(_, var line)) {
                    yield Term.tuple(Term.string(file), line);
                }
                throw badDeclaration("file", values.getFirst());
            }
            case "native_record" ->
                    throw TokenStream.bad("bad native record definition", name.anno());
            case "doc", "moduledoc" -> documentation(values);
            default -> {
                if (values.size() > 1) {
                    throw bad("bad attribute", values.get(1));
                }
                yield termOf(values.getFirst());
            }
        };
    }

    private static Term module(List<Expr> values) {
        if (values.getFirst() instanceof Expr.AtomLiteral(_, var name)) {
            return values.size() == 1 ? name : Term.tuple(name, variables(values.get(1)));
        }
        throw badDeclaration("module", values.getFirst());
    }

    /// The parameters of a parameterized module: an old form that lint reports.
    private static Term variables(Expr list) {
        return switch (list) {
            case Expr.NilExpr _ -> Nil.NIL;
            case Expr.ListExpr(var cells, Expr.NilExpr _) -> {
                var names = new ArrayList<Term>();
                for (var cell : cells) {
                    if (!(cell.head() instanceof Expr.Variable(_, var name))) {
                        throw bad("bad variable list", list);
                    }
                    names.add(Atom.of(name));
                }
                yield Term.list(names);
            }
            default -> throw bad("bad variable list", list);
        };
    }

    /// A list of `name/arity`.
    private static Term arities(Expr list) {
        return switch (list) {
            case Expr.NilExpr _ -> Nil.NIL;
            case Expr.ListExpr(var cells, var tail) -> {
                var pairs = new ArrayList<Term>();
                for (var cell : cells) {
                    Term pair = AttributeValue.nameAndArity(cell.head());
                    if (pair == null) {
                        throw badArity(cell);
                    }
                    pairs.add(pair);
                }
                if (!(tail instanceof Expr.NilExpr)) {
                    throw bad("bad Name/Arity", tail);
                }
                yield Term.list(pairs);
            }
            default -> throw bad("bad Name/Arity", list);
        };
    }

    private static ParseError badArity(Expr.ListExpr.Cell cell) {
        if (cell.head() instanceof Expr.Binary(_, var op, var name, var arity)
                && op == BinaryOperator.DIVIDE) {
            return name instanceof Expr.AtomLiteral
                    ? bad("bad function arity", arity)
                    : bad("bad function name", name);
        }
        return TokenStream.bad("bad Name/Arity", cell.anno());
    }

    private static Term recordNames(Expr list) {
        var names = new ArrayList<Term>();
        if (list instanceof Expr.ListExpr(var cells, Expr.NilExpr _)) {
            for (var cell : cells) {
                if (!(cell.head() instanceof Expr.AtomLiteral(_, var name))) {
                    throw TokenStream.bad("bad native record name", cell.anno());
                }
                names.add(name);
            }
        } else if (!(list instanceof Expr.NilExpr)) {
            throw bad("bad native record name", list);
        }
        return Term.list(names);
    }

    /// A text, metadata, `false`, `hidden`, or (in older sources) any term at all.
    private static Term documentation(List<Expr> values) {
        Expr first = values.getFirst();
        return switch (first) {
            case Expr.AtomLiteral(_, var value)
                    when value.equals(Atom.TRUE)
                            || value.equals(Atom.FALSE)
                            || value.name().equals("hidden") ->
                    value;
            case Expr.StringLiteral(_, var text) -> Term.string(text);
            case Expr.BinaryExpr _ when termOf(first) instanceof Bits bits && bits.isBinary() ->
                    bits;
            case Expr.MapCreate(_, var fields) -> metadata(first, fields);
            case Expr.TupleExpr(_, var parts)
                    when parts.size() == 2
                            && parts.get(0) instanceof Expr.AtomLiteral(_, Atom(var tag))
                            && tag.equals("file")
                            && parts.get(1) instanceof Expr.StringLiteral ->
                    termOf(first);
            default -> throw badDeclaration("doc", first);
        };
    }

    /// `equiv` may be a call, which stays an abstract form.
    private static Term metadata(Expr whole, List<MapField> fields) {
        var entries = new HashMap<Term, Term>();
        for (var field : fields) {
            if (field.exact()) {
                throw TokenStream.bad("bad attribute", field.anno());
            }
            boolean equivalent =
                    field.key() instanceof Expr.AtomLiteral(_, Atom(var key))
                            && key.equals("equiv");
            try {
                entries.put(
                        AttributeValue.of(field.key()),
                        equivalent && field.value() instanceof Expr.Call call
                                ? AbstractFormat.toTerm(call)
                                : AttributeValue.withArities(field.value()));
            } catch (AttributeValue.NotATerm e) {
                throw bad("bad attribute", whole);
            }
        }
        return MapTerm.of(entries);
    }

    private static Term termOf(Expr expr) {
        try {
            return AttributeValue.withArities(expr);
        } catch (AttributeValue.NotATerm e) {
            throw bad("bad attribute", expr);
        }
    }

    private static ParseError badDeclaration(String name, Expr expr) {
        return bad("bad " + name + " declaration", expr);
    }

    private static ParseError bad(String what, Expr expr) {
        return TokenStream.bad(what, Locations.first(expr));
    }
}
