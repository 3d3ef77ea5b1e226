package dev.lumen.frontend.core;

import dev.lumen.ir.forms.BinElement;
import dev.lumen.ir.forms.Clause;
import dev.lumen.ir.forms.Expr;
import dev.lumen.ir.forms.MapField;
import dev.lumen.ir.forms.Qualifier;
import dev.lumen.ir.forms.RecordField;

import java.util.ArrayList;
import java.util.List;

/// The parts of an expression, in the order in which they are evaluated (a pattern after what it is
/// matched with).
final class FormChildren {
    private FormChildren() {}

    static List<Expr> of(Expr e) {
        var all = new ArrayList<Expr>();
        switch (e) {
            case Expr.AtomLiteral _,
                    Expr.IntegerLiteral _,
                    Expr.CharLiteral _,
                    Expr.FloatLiteral _,
                    Expr.StringLiteral _,
                    Expr.Variable _,
                    Expr.NilExpr _,
                    Expr.RecordIndex _,
                    Expr.LocalFun _ -> {}
            case Expr.Match(_, var pattern, var value) -> all.addAll(List.of(value, pattern));
            case Expr.MaybeMatch(_, var pattern, var value) -> all.addAll(List.of(value, pattern));
            case Expr.TupleExpr(_, var elements) -> all.addAll(elements);
            case Expr.ListExpr(var cells, var tail) -> {
                cells.forEach(c -> all.add(c.head()));
                all.add(tail);
            }
            case Expr.BinaryExpr(_, var elements) -> {
                for (BinElement b : elements) {
                    all.add(b.value());
                    b.size().ifPresent(all::add);
                }
            }
            case Expr.Unary(_, _, var operand) -> all.add(operand);
            case Expr.Binary(_, _, var left, var right) -> all.addAll(List.of(left, right));
            case Expr.RecordCreate(_, _, var fields) -> fields(fields, all);
            case Expr.RecordUpdate(_, var record, _, var fields) -> {
                fields(fields, all);
                all.add(record);
            }
            case Expr.RecordAccess(_, var record, _, _) -> all.add(record);
            case Expr.MapCreate(_, var fields) -> mapFields(fields, all);
            case Expr.MapUpdate(_, var map, var fields) -> {
                all.add(map);
                mapFields(fields, all);
            }
            case Expr.Catch(_, var body) -> all.add(body);
            case Expr.Call(_, var function, var arguments) -> {
                all.add(function);
                all.addAll(arguments);
            }
            case Expr.Remote(_, var module, var function) -> all.addAll(List.of(module, function));
            case Expr.ListComprehension(_, var templates, var qualifiers) -> {
                qualifiers(qualifiers, all);
                all.addAll(templates);
            }
            case Expr.BinaryComprehension(_, var template, var qualifiers) -> {
                qualifiers(qualifiers, all);
                all.add(template);
            }
            case Expr.MapComprehension(_, var templates, var qualifiers) -> {
                qualifiers(qualifiers, all);
                mapFields(templates, all);
            }
            case Expr.Block(_, var body) -> all.addAll(body);
            case Expr.If(_, var clauses) -> clauses(clauses, all);
            case Expr.Case(_, var subject, var clauses) -> {
                all.add(subject);
                clauses(clauses, all);
            }
            case Expr.Try(_, var body, var clauses, var handlers, var cleanup) -> {
                all.addAll(body);
                clauses(clauses, all);
                clauses(handlers, all);
                all.addAll(cleanup);
            }
            case Expr.Receive(_, var clauses, var timeout) -> {
                timeout.ifPresent(t -> all.add(t.time()));
                clauses(clauses, all);
                timeout.ifPresent(t -> all.addAll(t.body()));
            }
            case Expr.Maybe(_, var body, var otherwise) -> {
                all.addAll(body);
                otherwise.ifPresent(o -> clauses(o.clauses(), all));
            }
            case Expr.RemoteFun(_, var module, var name, var arity) ->
                    all.addAll(List.of(module, name, arity));
            case Expr.Fun(_, var clauses) -> clauses(clauses, all);
            case Expr.NamedFun(_, _, var clauses) -> clauses(clauses, all);
        }
        return all;
    }

    static void clauses(List<Clause> clauses, List<Expr> to) {
        for (Clause c : clauses) {
            to.addAll(c.patterns());
            c.guards().forEach(to::addAll);
            to.addAll(c.body());
        }
    }

    private static void qualifiers(List<Qualifier> qualifiers, List<Expr> to) {
        for (Qualifier q : qualifiers) {
            switch (q) {
                case Qualifier.ListGenerator(_, var pattern, var source, _) ->
                        to.addAll(List.of(source, pattern));
                case Qualifier.BinaryGenerator(_, var pattern, var source, _) ->
                        to.addAll(List.of(source, pattern));
                case Qualifier.MapGenerator(_, var pattern, var source, _) ->
                        to.addAll(List.of(source, pattern.key(), pattern.value()));
                case Qualifier.Zip(_, var generators) -> qualifiers(generators, to);
                case Qualifier.Filter(var condition) -> to.add(condition);
            }
        }
    }

    private static void fields(List<RecordField> fields, List<Expr> to) {
        fields.forEach(f -> to.add(f.value()));
    }

    private static void mapFields(List<MapField> fields, List<Expr> to) {
        for (MapField f : fields) {
            to.add(f.key());
            to.add(f.value());
        }
    }
}
