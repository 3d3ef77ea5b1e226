package dev.lumen.frontend.parse;

import dev.lumen.ir.forms.Anno;
import dev.lumen.ir.forms.BinElement;
import dev.lumen.ir.forms.Clause;
import dev.lumen.ir.forms.Expr;
import dev.lumen.ir.forms.MapField;
import dev.lumen.ir.forms.Qualifier;
import dev.lumen.ir.forms.RecordField;
import dev.lumen.ir.forms.Type;

import java.util.List;
import java.util.function.Predicate;

/// First and last locations of trees, as OTP finds them.
///
/// Without macros the first location is simply the leftmost token's. But macros put tokens at other
/// places, so the rule matters: walk the nodes in order (each before its parts) as long as
/// locations do not increase.
final class Locations {
    private Locations() {}

    static Anno first(Expr expr) {
        if (expr instanceof Expr.Call(var anno, Expr.Call _, _)) {
            return anno; // was found in this way; f()()()… would be walked once per call
        }
        var finder = new First(expr.anno());
        walk(expr, finder);
        return finder.first;
    }

    static Anno first(Type type) {
        var finder = new First(type.anno());
        walk(type, finder);
        return finder.first;
    }

    /// The largest location in the tree; its end, where the text is kept.
    static Anno last(Expr expr) {
        var finder = new Last(expr.anno());
        walk(expr, finder);
        Anno last = finder.last;
        return new Anno(
                last.line(),
                last.column() + last.text().length(),
                last.endLine(),
                last.endColumn(),
                last.generated(),
                last.text());
    }

    private static final class First implements Predicate<Anno> {
        private Anno first;

        First(Anno start) {
            first = start;
        }

        @Override
        public boolean test(Anno anno) {
            if (!anno.isNotAfter(first)) {
                return false;
            }
            first = anno;
            return true;
        }
    }

    private static final class Last implements Predicate<Anno> {
        private Anno last;

        Last(Anno start) {
            last = start;
        }

        @Override
        public boolean test(Anno anno) {
            if (last.isNotAfter(anno)) {
                last = anno;
            }
            return true;
        }
    }

    /// Visits annotations in the order in which they lie in the abstract format, until the visitor
    /// says false; then returns false.
    private static boolean walk(Expr expr, Predicate<Anno> visit) {
        return switch (expr) {
            case Expr.ListExpr(var cells, var tail) -> {
                for (var cell : cells) {
                    if (!visit.test(cell.anno()) || !walk(cell.head(), visit)) {
                        yield false;
                    }
                }
                yield walk(tail, visit);
            }
            default -> visit.test(expr.anno()) && walkParts(expr, visit);
        };
    }

    private static boolean walkParts(Expr expr, Predicate<Anno> visit) {
        return switch (expr) {
            case Expr.AtomLiteral _,
                    Expr.IntegerLiteral _,
                    Expr.CharLiteral _,
                    Expr.FloatLiteral _,
                    Expr.StringLiteral _,
                    Expr.Variable _,
                    Expr.NilExpr _,
                    Expr.LocalFun _,
                    Expr.ListExpr _ ->
                    true;
            case Expr.Match(_, var pattern, var value) ->
                    walk(pattern, visit) && walk(value, visit);
            case Expr.MaybeMatch(_, var pattern, var value) ->
                    walk(pattern, visit) && walk(value, visit);
            case Expr.TupleExpr(_, var elements) -> walkAll(elements, visit);
            case Expr.BinaryExpr(_, var elements) -> all(elements, e -> walkElement(e, visit));
            case Expr.Unary(_, _, var operand) -> walk(operand, visit);
            case Expr.Binary(_, _, var left, var right) -> walk(left, visit) && walk(right, visit);
            case Expr.RecordCreate(_, _, var fields) -> all(fields, f -> walkField(f, visit));
            case Expr.RecordUpdate(_, var record, _, var fields) ->
                    walk(record, visit) && all(fields, f -> walkField(f, visit));
            case Expr.RecordAccess(_, var record, _, var field) ->
                    walk(record, visit) && walk(field, visit);
            case Expr.RecordIndex(_, _, var field) -> walk(field, visit);
            case Expr.MapCreate(_, var fields) -> all(fields, f -> walkField(f, visit));
            case Expr.MapUpdate(_, var map, var fields) ->
                    walk(map, visit) && all(fields, f -> walkField(f, visit));
            case Expr.Catch(_, var body) -> walk(body, visit);
            case Expr.Call(_, var function, var arguments) ->
                    walk(function, visit) && walkAll(arguments, visit);
            case Expr.Remote(_, var module, var function) ->
                    walk(module, visit) && walk(function, visit);
            case Expr.ListComprehension(_, var templates, var qualifiers) ->
                    walkAll(templates, visit) && walkQualifiers(qualifiers, visit);
            case Expr.BinaryComprehension(_, var template, var qualifiers) ->
                    walk(template, visit) && walkQualifiers(qualifiers, visit);
            case Expr.MapComprehension(_, var templates, var qualifiers) ->
                    all(templates, f -> walkField(f, visit)) && walkQualifiers(qualifiers, visit);
            case Expr.Block(_, var body) -> walkAll(body, visit);
            case Expr.If(_, var clauses) -> walkClauses(clauses, visit);
            case Expr.Case(_, var subject, var clauses) ->
                    walk(subject, visit) && walkClauses(clauses, visit);
            case Expr.Try(_, var body, var clauses, var handlers, var cleanup) ->
                    walkAll(body, visit)
                            && walkClauses(clauses, visit)
                            && walkClauses(handlers, visit)
                            && walkAll(cleanup, visit);
            case Expr.Receive(_, var clauses, var timeout) ->
                    walkClauses(clauses, visit)
                            && (timeout.isEmpty()
                                    || walk(timeout.get().time(), visit)
                                            && walkAll(timeout.get().body(), visit));
            case Expr.Maybe(_, var body, var otherwise) ->
                    walkAll(body, visit)
                            && (otherwise.isEmpty()
                                    || visit.test(otherwise.get().anno())
                                            && walkClauses(otherwise.get().clauses(), visit));
            case Expr.RemoteFun(_, var module, var name, var arity) ->
                    walk(module, visit) && walk(name, visit) && walk(arity, visit);
            case Expr.Fun(_, var clauses) -> walkClauses(clauses, visit);
            case Expr.NamedFun(_, _, var clauses) -> walkClauses(clauses, visit);
        };
    }

    private static boolean walkElement(BinElement e, Predicate<Anno> visit) {
        return visit.test(e.anno())
                && walk(e.value(), visit)
                && (e.size().isEmpty() || walk(e.size().get(), visit));
    }

    private static boolean walkField(RecordField f, Predicate<Anno> visit) {
        return visit.test(f.anno()) && walk(f.name(), visit) && walk(f.value(), visit);
    }

    private static boolean walkField(MapField f, Predicate<Anno> visit) {
        return visit.test(f.anno()) && walk(f.key(), visit) && walk(f.value(), visit);
    }

    private static boolean walkQualifiers(List<Qualifier> qualifiers, Predicate<Anno> visit) {
        return all(
                qualifiers,
                q ->
                        switch (q) {
                            case Qualifier.Filter(var condition) -> walk(condition, visit);
                            case Qualifier.ListGenerator(var a, var pattern, var source, _) ->
                                    visit.test(a) && walk(pattern, visit) && walk(source, visit);
                            case Qualifier.BinaryGenerator(var a, var pattern, var source, _) ->
                                    visit.test(a) && walk(pattern, visit) && walk(source, visit);
                            case Qualifier.MapGenerator(var a, var pattern, var source, _) ->
                                    visit.test(a)
                                            && walkField(pattern, visit)
                                            && walk(source, visit);
                            case Qualifier.Zip(var a, var generators) ->
                                    visit.test(a) && walkQualifiers(generators, visit);
                        });
    }

    private static boolean walkClauses(List<Clause> clauses, Predicate<Anno> visit) {
        return all(
                clauses,
                c ->
                        visit.test(c.anno())
                                && walkAll(c.patterns(), visit)
                                && all(c.guards(), g -> walkAll(g, visit))
                                && walkAll(c.body(), visit));
    }

    private static boolean walk(Type type, Predicate<Anno> visit) {
        return visit.test(type.anno())
                && switch (type) {
                    case Type.Literal(var value) -> walk(value, visit);
                    case Type.Variable _,
                            Type.AnyOf _,
                            Type.AnyArguments _,
                            Type.Bounded _,
                            Type.RemoteRecordName _ ->
                            true;
                    case Type.Unary(_, _, var operand) -> walk(operand, visit);
                    case Type.Binary(_, _, var left, var right) ->
                            walk(left, visit) && walk(right, visit);
                    case Type.Annotated(_, var name, var annotated) ->
                            walk(name, visit) && walk(annotated, visit);
                    case Type.Builtin(_, _, var arguments) -> all(arguments, t -> walk(t, visit));
                    case Type.User(_, _, var arguments) -> all(arguments, t -> walk(t, visit));
                    case Type.Remote(_, var module, var name, var arguments) ->
                            walk(module, visit)
                                    && walk(name, visit)
                                    && all(arguments, t -> walk(t, visit));
                };
    }

    private static boolean walkAll(List<Expr> exprs, Predicate<Anno> visit) {
        return all(exprs, e -> walk(e, visit));
    }

    private static <T> boolean all(List<T> items, Predicate<T> test) {
        for (T item : items) {
            if (!test.test(item)) {
                return false;
            }
        }
        return true;
    }
}
