package dev.lumen.frontend.parse;

import dev.lumen.frontend.scan.Token;
import dev.lumen.frontend.scan.TokenKind;
import dev.lumen.ir.forms.AbstractFormat;
import dev.lumen.ir.forms.Anno;
import dev.lumen.ir.forms.BinaryOperator;
import dev.lumen.ir.forms.Expr;
import dev.lumen.ir.forms.Form;
import dev.lumen.ir.forms.MapField;
import dev.lumen.ir.forms.Type;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Bits;
import dev.lumen.ir.term.MapTerm;
import dev.lumen.ir.term.Nil;
import dev.lumen.ir.term.Term;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// Parses attributes, those with a grammar of their own (specs, native records) aside.
///
/// As in OTP they are read as expressions (and types) first, whatever they are called. Then what is
/// wrong with the value is said before what is wrong behind it.
final class AttributeParser {
    /// What stands behind an attribute's name.
    private sealed interface Value {
        /// Expressions with commas between them.
        record Plain(List<Expr> values) implements Value {}

        /// `name, {field :: type, …}`
        record TypedFields(Expr name, List<FieldText> fields) implements Value {}

        /// `head :: type`
        record Definition(Expr head, Type type) implements Value {}
    }

    /// `name`, `name = value` or what has been written instead, and its type; `end` is where it
    /// ends.
    record FieldText(Expr expr, Optional<Type> type, Anno end) {}

    private final TokenStream in;
    private final ExprParser exprs;
    private final TypeParser types;

    AttributeParser(TokenStream in, ExprParser exprs, TypeParser types) {
        this.in = in;
        this.exprs = exprs;
        this.types = types;
    }

    Form attribute(Token name) {
        Value value = value();
        Anno place = in.from(name);
        return switch (value) {
            case Value.Plain(var values) when name.text().equals("record") ->
                    new Form.RecordDeclaration(
                            place, false, recordName(values), fields(plainFields(values)));
            case Value.Plain(var values) ->
                    new Form.Attribute(place, Atom.of(name.text()), term(name, values));
            case Value.TypedFields(Expr.AtomLiteral(_, var record), var fields)
                    when name.text().equals("record") ->
                    new Form.RecordDeclaration(place, false, record, fields(fields));
            case Value.Definition(
                            Expr.Call(_, Expr.AtomLiteral(_, var type), var arguments),
                            var definition)
                    when isType(name) ->
                    new Form.TypeDeclaration(
                            place, Atom.of(name.text()), type, definition, parameters(arguments));
            case Value.TypedFields _, Value.Definition _ ->
                    throw TokenStream.bad(
                            isType(name) || name.text().equals("record")
                                    ? "bad " + name.text() + " declaration"
                                    : "bad attribute",
                            name.anno());
        };
    }

    private static boolean isType(Token name) {
        return switch (name.text()) {
            case "type", "opaque", "nominal" -> true;
            default -> false;
        };
    }

    // ---- the grammar ----------------------------------------------------------------------------

    private Value value() {
        int start = in.position();
        if (in.accept(TokenKind.LEFT_PAREN)) {
            Expr first = exprs.expr();
            if (in.looksAt(TokenKind.COMMA) || in.looksAt(TokenKind.DOUBLE_COLON)) {
                Value value = rest(first);
                in.expect(TokenKind.RIGHT_PAREN);
                return value;
            }
            in.rewind(start); // the parenthesis belongs to an expression
        }
        Value value = rest(exprs.expr());
        exprs.requireAfterComparison();
        return value;
    }

    private Value rest(Expr first) {
        if (in.accept(TokenKind.DOUBLE_COLON)) {
            return new Value.Definition(first, types.top());
        }
        if (!in.accept(TokenKind.COMMA)) {
            return new Value.Plain(List.of(first));
        }
        int start = in.position();
        if (in.accept(TokenKind.LEFT_BRACE) && !in.looksAt(TokenKind.RIGHT_BRACE)) {
            var fields = new ArrayList<FieldText>();
            do {
                fields.add(field(in, exprs, types));
            } while (in.accept(TokenKind.COMMA));
            if (fields.stream().anyMatch(f -> f.type.isPresent())) {
                in.expect(TokenKind.RIGHT_BRACE);
                return new Value.TypedFields(first, fields);
            }
        }
        in.rewind(start); // the brace begins an expression
        var values = new ArrayList<>(List.of(first));
        values.addAll(exprs.exprs());
        return new Value.Plain(values);
    }

    static FieldText field(TokenStream in, ExprParser exprs, TypeParser types) {
        Expr expr = exprs.expr();
        Optional<Type> type =
                in.accept(TokenKind.DOUBLE_COLON) ? Optional.of(types.top()) : Optional.empty();
        return new FieldText(expr, type, in.from(expr.anno()));
    }

    // ---- records and types ----------------------------------------------------------------------

    private static Atom recordName(List<Expr> values) {
        if (values.size() == 2 && values.getFirst() instanceof Expr.AtomLiteral(_, var name)) {
            return name;
        }
        throw badDeclaration("record", values.getFirst());
    }

    private static List<FieldText> plainFields(List<Expr> values) {
        if (values.get(1) instanceof Expr.TupleExpr(_, var fields)) {
            return fields.stream().map(f -> new FieldText(f, Optional.empty(), f.anno())).toList();
        }
        throw badDeclaration("record", values.get(1));
    }

    static List<Form.RecordDeclaration.Field> fields(List<FieldText> fields) {
        return fields.stream().map(AttributeParser::field).toList();
    }

    private static Form.RecordDeclaration.Field field(FieldText field) {
        return switch (field.expr) {
            case Expr.AtomLiteral name ->
                    new Form.RecordDeclaration.Field(
                            name.anno().to(field.end), name, Optional.empty(), field.type);
            case Expr.Match(_, Expr.AtomLiteral name, var value) ->
                    new Form.RecordDeclaration.Field(
                            name.anno().to(field.end), name, Optional.of(value), field.type);
            default -> throw bad("bad record field", field.expr);
        };
    }

    private static List<Type> parameters(List<Expr> arguments) {
        for (Expr argument : arguments) {
            if (argument instanceof Expr.Variable v && v.isAnonymous()) {
                throw bad("bad type variable", argument);
            }
        }
        var parameters = new ArrayList<Type>();
        for (Expr argument : arguments) {
            if (!(argument instanceof Expr.Variable(var a, var variable))) {
                throw bad("bad type variable", argument);
            }
            parameters.add(new Type.Variable(a, variable));
        }
        return parameters;
    }

    // ---- terms ----------------------------------------------------------------------------------

    private static Term term(Token name, List<Expr> values) {
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
        if (values.size() <= 2 && values.getFirst() instanceof Expr.AtomLiteral(_, var name)) {
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
