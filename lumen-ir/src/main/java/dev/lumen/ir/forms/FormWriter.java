package dev.lumen.ir.forms;

import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Nil;
import dev.lumen.ir.term.Term;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Records to the terms of the abstract format.
final class FormWriter {
    private static final Atom DEFAULT = Atom.of("default");

    private FormWriter() {}

    static Term form(Form form) {
        return switch (form) {
            case Form.Attribute(var a, var name, var value) -> node("attribute", a, name, value);
            case Form.RecordDeclaration(var a, boolean isNative, var name, var fields) ->
                    node(
                            "attribute",
                            a,
                            Atom.of(isNative ? "native_record" : "record"),
                            Term.tuple(name, list(fields, FormWriter::declaredField)));
            case Form.TypeDeclaration(var a, var kind, var name, var type, var parameters) ->
                    node(
                            "attribute",
                            a,
                            kind,
                            Term.tuple(name, type(type), list(parameters, FormWriter::type)));
            case Form.Spec(var a, var kind, var module, var name, int arity, var types) -> {
                Term function =
                        module.isPresent()
                                ? Term.tuple(module.get(), name, Term.of(arity))
                                : Term.tuple(name, Term.of(arity));
                yield node(
                        "attribute", a, kind, Term.tuple(function, list(types, FormWriter::type)));
            }
            case Form.Function(var a, var name, int arity, var clauses) ->
                    node("function", a, name, Term.of(arity), clauses(clauses));
            case Form.Eof(var a) -> node("eof", a);
        };
    }

    private static Term declaredField(Form.RecordDeclaration.Field field) {
        Term plain =
                field.value().isPresent()
                        ? node(
                                "record_field",
                                field.anno(),
                                expr(field.name()),
                                expr(field.value().get()))
                        : node("record_field", field.anno(), expr(field.name()));
        return field.type().isPresent()
                ? tagged("typed_record_field", plain, type(field.type().get()))
                : plain;
    }

    static Term expr(Expr expr) {
        return switch (expr) {
            case Expr.AtomLiteral(var a, var value) -> node("atom", a, value);
            case Expr.IntegerLiteral(var a, var value) -> node("integer", a, value);
            case Expr.CharLiteral(var a, int value) -> node("char", a, Term.of(value));
            case Expr.FloatLiteral(var a, double value) -> node("float", a, Term.of(value));
            case Expr.StringLiteral(var a, var value) -> node("string", a, Term.string(value));
            case Expr.Variable(var a, var name) -> node("var", a, Atom.of(name));
            case Expr.Match(var a, var pattern, var value) ->
                    node("match", a, expr(pattern), expr(value));
            case Expr.MaybeMatch(var a, var pattern, var value) ->
                    node("maybe_match", a, expr(pattern), expr(value));
            case Expr.TupleExpr(var a, var elements) -> node("tuple", a, exprs(elements));
            case Expr.NilExpr(var a) -> node("nil", a);
            case Expr.ListExpr list -> list(list);
            case Expr.BinaryExpr(var a, var elements) ->
                    node("bin", a, list(elements, FormWriter::element));
            case Expr.Unary(var a, var op, var operand) ->
                    node("op", a, Atom.of(op.symbol()), expr(operand));
            case Expr.Binary(var a, var op, var left, var right) ->
                    node("op", a, Atom.of(op.symbol()), expr(left), expr(right));
            case Expr.RecordCreate(var a, var name, var fields) ->
                    node("record", a, recordName(name), list(fields, FormWriter::recordField));
            case Expr.RecordUpdate(var a, var record, var name, var fields) ->
                    node(
                            "record",
                            a,
                            expr(record),
                            recordName(name),
                            list(fields, FormWriter::recordField));
            case Expr.RecordAccess(var a, var record, var name, var field) ->
                    node("record_field", a, expr(record), recordName(name), expr(field));
            case Expr.RecordIndex(var a, var name, var field) ->
                    node("record_index", a, recordName(name), expr(field));
            case Expr.MapCreate(var a, var fields) ->
                    node("map", a, list(fields, FormWriter::mapField));
            case Expr.MapUpdate(var a, var map, var fields) ->
                    node("map", a, expr(map), list(fields, FormWriter::mapField));
            case Expr.Catch(var a, var body) -> node("catch", a, expr(body));
            case Expr.Call(var a, var function, var arguments) ->
                    node("call", a, expr(function), exprs(arguments));
            case Expr.Remote(var a, var module, var function) ->
                    node("remote", a, expr(module), expr(function));
            case Expr.ListComprehension(var a, var templates, var qualifiers) ->
                    node("lc", a, oneOrList(templates, FormWriter::expr), qualifiers(qualifiers));
            case Expr.BinaryComprehension(var a, var template, var qualifiers) ->
                    node("bc", a, expr(template), qualifiers(qualifiers));
            case Expr.MapComprehension(var a, var templates, var qualifiers) ->
                    node(
                            "mc",
                            a,
                            oneOrList(templates, FormWriter::mapField),
                            qualifiers(qualifiers));
            case Expr.Block(var a, var body) -> node("block", a, exprs(body));
            case Expr.If(var a, var clauses) -> node("if", a, clauses(clauses));
            case Expr.Case(var a, var subject, var clauses) ->
                    node("case", a, expr(subject), clauses(clauses));
            case Expr.Try(var a, var body, var clauses, var handlers, var cleanup) ->
                    node(
                            "try",
                            a,
                            exprs(body),
                            clauses(clauses),
                            clauses(handlers),
                            exprs(cleanup));
            case Expr.Receive(var a, var clauses, var timeout) ->
                    timeout.map(t ->
                                    node(
                                            "receive",
                                            a,
                                            clauses(clauses),
                                            expr(t.time()),
                                            exprs(t.body())))
                            .orElseGet(() -> node("receive", a, clauses(clauses)));
            case Expr.Maybe(var a, var body, var otherwise) ->
                    otherwise
                            .map(e ->
                                    node(
                                            "maybe",
                                            a,
                                            exprs(body),
                                            node("else", e.anno(), clauses(e.clauses()))))
                            .orElseGet(() -> node("maybe", a, exprs(body)));
            case Expr.LocalFun(var a, var name, int arity) ->
                    node("fun", a, tagged("function", name, Term.of(arity)));
            case Expr.RemoteFun(var a, var module, var name, var arity) ->
                    node("fun", a, tagged("function", expr(module), expr(name), expr(arity)));
            case Expr.Fun(var a, var clauses) ->
                    node("fun", a, tagged("clauses", clauses(clauses)));
            case Expr.NamedFun(var a, var name, var clauses) ->
                    node("named_fun", a, Atom.of(name), clauses(clauses));
        };
    }

    private static Term list(Expr.ListExpr list) {
        Term result = expr(list.tail());
        for (var cell : list.cells().reversed()) {
            result = node("cons", cell.anno(), expr(cell.head()), result);
        }
        return result;
    }

    private static Term recordName(RecordName name) {
        return switch (name) {
            case RecordName.Local(var local) -> local;
            case RecordName.Remote(var module, var remote) -> Term.tuple(module, remote);
            case RecordName.Any() -> Nil.NIL;
        };
    }

    private static Term recordField(RecordField field) {
        return node("record_field", field.anno(), expr(field.name()), expr(field.value()));
    }

    private static Term mapField(MapField field) {
        String tag = field.exact() ? "map_field_exact" : "map_field_assoc";
        return node(tag, field.anno(), expr(field.key()), expr(field.value()));
    }

    private static Term element(BinElement element) {
        Term types =
                element.types().isEmpty() ? DEFAULT : list(element.types(), FormWriter::bitType);
        return node(
                "bin_element",
                element.anno(),
                expr(element.value()),
                element.size().map(FormWriter::expr).orElse(DEFAULT),
                types);
    }

    private static Term bitType(BinElement.BitType type) {
        return type.number().isPresent()
                ? Term.tuple(type.name(), Term.of(type.number().getAsInt()))
                : type.name();
    }

    private static Term qualifiers(List<Qualifier> qualifiers) {
        return list(qualifiers, FormWriter::qualifier);
    }

    private static Term qualifier(Qualifier qualifier) {
        return switch (qualifier) {
            case Qualifier.ListGenerator(var a, var pattern, var source, boolean strict) ->
                    node(strict ? "generate_strict" : "generate", a, expr(pattern), expr(source));
            case Qualifier.BinaryGenerator(var a, var pattern, var source, boolean strict) ->
                    node(
                            strict ? "b_generate_strict" : "b_generate",
                            a,
                            expr(pattern),
                            expr(source));
            case Qualifier.MapGenerator(var a, var pattern, var source, boolean strict) ->
                    node(
                            strict ? "m_generate_strict" : "m_generate",
                            a,
                            mapField(pattern),
                            expr(source));
            case Qualifier.Zip(var a, var generators) -> node("zip", a, qualifiers(generators));
            case Qualifier.Filter(var condition) -> expr(condition);
        };
    }

    private static Term clauses(List<Clause> clauses) {
        return list(
                clauses,
                c ->
                        node(
                                "clause",
                                c.anno(),
                                exprs(c.patterns()),
                                list(c.guards(), FormWriter::exprs),
                                exprs(c.body())));
    }

    static Term type(Type type) {
        return switch (type) {
            case Type.Literal(var value) -> expr(value);
            case Type.Variable(var a, var name) -> node("var", a, Atom.of(name));
            case Type.Unary(var a, var op, var operand) ->
                    node("op", a, Atom.of(op.symbol()), type(operand));
            case Type.Binary(var a, var op, var left, var right) ->
                    node("op", a, Atom.of(op.symbol()), type(left), type(right));
            case Type.Annotated(var a, var name, var t) ->
                    node("ann_type", a, Term.list(type(name), type(t)));
            case Type.Builtin(var a, var name, var arguments) ->
                    node("type", a, name, types(arguments));
            case Type.AnyOf(var a, var name) -> node("type", a, name, Atom.of("any"));
            case Type.AnyArguments(var a) -> node("type", a, Atom.of("any"));
            case Type.Bounded(var a, var function, var constraints) ->
                    node(
                            "type",
                            a,
                            Atom.of("bounded_fun"),
                            Term.list(type(function), list(constraints, FormWriter::constraint)));
            case Type.RemoteRecordName(var a, var module, var name) ->
                    node("tuple", a, Term.list(expr(module), expr(name)));
            case Type.User(var a, var name, var arguments) ->
                    node("user_type", a, name, types(arguments));
            case Type.Remote(var a, var module, var name, var arguments) ->
                    node("remote_type", a, Term.list(expr(module), expr(name), types(arguments)));
        };
    }

    private static Term constraint(Type.Bounded.Constraint c) {
        return node(
                "type",
                c.anno(),
                Atom.of("constraint"),
                Term.list(
                        node("atom", c.anno(), Atom.of("is_subtype")),
                        Term.list(type(c.variable()), type(c.type()))));
    }

    private static Term types(List<Type> types) {
        return list(types, FormWriter::type);
    }

    private static Term exprs(List<Expr> exprs) {
        return list(exprs, FormWriter::expr);
    }

    private static <T> Term oneOrList(List<T> items, Function<T, Term> write) {
        return items.size() == 1 ? write.apply(items.getFirst()) : list(items, write);
    }

    private static <T> Term list(List<T> items, Function<T, Term> write) {
        var terms = new ArrayList<Term>(items.size());
        for (T item : items) {
            terms.add(write.apply(item));
        }
        return Term.list(terms);
    }

    private static Term node(String tag, Anno anno, Term... rest) {
        var parts = new Term[rest.length + 2];
        parts[0] = Atom.of(tag);
        parts[1] = anno(anno);
        System.arraycopy(rest, 0, parts, 2, rest.length);
        return Term.tuple(parts);
    }

    private static Term tagged(String tag, Term... rest) {
        var parts = new Term[rest.length + 1];
        parts[0] = Atom.of(tag);
        System.arraycopy(rest, 0, parts, 1, rest.length);
        return Term.tuple(parts);
    }

    private static Term anno(Anno anno) {
        Term location =
                anno.column() == 0
                        ? Term.of(anno.line())
                        : Term.tuple(Term.of(anno.line()), Term.of(anno.column()));
        if (!anno.generated() && anno.text().isEmpty()) {
            return location;
        }
        var parts = new ArrayList<Term>();
        if (anno.generated()) {
            parts.add(Term.tuple(Atom.of("generated"), Atom.TRUE));
        }
        if (!anno.text().isEmpty()) {
            parts.add(Term.tuple(Atom.of("text"), Term.string(anno.text())));
        }
        parts.add(Term.tuple(Atom.of("location"), location));
        return Term.list(parts);
    }
}
