package dev.lumen.frontend.lint;

import dev.lumen.frontend.lint.LintProblem.Plain;
import dev.lumen.frontend.lint.Variable.Origin;
import dev.lumen.ir.forms.Anno;
import dev.lumen.ir.forms.BinaryOperator;
import dev.lumen.ir.forms.Clause;
import dev.lumen.ir.forms.Expr;
import dev.lumen.ir.forms.MapField;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/// Checks expressions.
///
/// A check is given the variables known before the expression and returns those that the expression
/// touches: new ones, and old ones in their new state. Everything is assumed to be meant: a
/// variable that is reported once is good from then on.
final class ExprLint {
    private final LintContext cx;
    private final Lint lint;

    ExprLint(LintContext cx, Lint lint) {
        this.cx = cx;
        this.lint = lint;
    }

    /// Expressions one after the other.
    VarTable body(List<Expr> exprs, VarTable vars) {
        var touched = new ArrayList<VarTable>();
        VarTable known = vars;
        for (Expr expr : exprs) {
            VarTable one = expr(expr, known);
            known = one.over(known);
            touched.add(one);
        }
        VarTable all = VarTable.EMPTY;
        for (VarTable one : touched.reversed()) {
            all = one.over(all);
        }
        return all;
    }

    /// Expressions that see the same variables.
    VarTable exprs(List<Expr> exprs, VarTable vars) {
        VarTable all = VarTable.EMPTY;
        for (Expr expr : exprs) {
            all = lint.patterns().mergeMatched(expr(expr, vars), all);
        }
        return all;
    }

    VarTable expr(Expr expr, VarTable vars) {
        return switch (expr) {
            case Expr.Variable v -> variable(v, vars);
            case Expr.CharLiteral _,
                    Expr.IntegerLiteral _,
                    Expr.FloatLiteral _,
                    Expr.AtomLiteral _,
                    Expr.StringLiteral _,
                    Expr.NilExpr _ ->
                    VarTable.EMPTY;
            case Expr.ListExpr(var cells, var tail) -> {
                VarTable all = VarTable.EMPTY;
                for (var cell : cells) {
                    all = lint.patterns().mergeMatched(expr(cell.head(), vars), all);
                }
                yield lint.patterns().mergeMatched(expr(tail, vars), all);
            }
            case Expr.TupleExpr(_, var elements) -> exprs(elements, vars);
            case Expr.ListComprehension(_, var templates, var qualifiers) ->
                    lint.comprehensions().comprehension(templates, qualifiers, vars);
            case Expr.BinaryComprehension(_, var template, var qualifiers) ->
                    lint.comprehensions().comprehension(List.of(template), qualifiers, vars);
            case Expr.MapComprehension(_, var templates, var qualifiers) -> {
                var parts = new ArrayList<Expr>();
                templates.forEach(t -> {
                    parts.add(t.key());
                    parts.add(t.value());
                });
                checkConstruction(templates);
                yield lint.comprehensions().comprehension(parts, qualifiers, vars);
            }
            case Expr.MapCreate(_, var fields) -> {
                checkConstruction(fields);
                yield mapFields(fields, vars);
            }
            case Expr.MapUpdate(_, var map, var fields) ->
                    cx.resolver.inOrder(
                            () -> cx.resolver.saw(expr(map, vars)).over(mapFields(fields, vars)));
            case Expr.RecordIndex(var a, var name, var field) -> {
                lint.records().index(a, field, name);
                yield VarTable.EMPTY;
            }
            case Expr.RecordCreate r -> lint.records().create(r, vars);
            case Expr.RecordAccess(var a, var value, var name, var field) -> {
                VarTable used = lint.records().subject(a, value, vars);
                lint.records().access(a, field, name);
                yield used;
            }
            case Expr.RecordUpdate(var a, var value, var name, var fields) ->
                    lint.records().update(a, value, name, fields, vars);
            case Expr.BinaryExpr(_, var elements) -> lint.bits().expr(elements, vars, this::expr);
            case Expr.Block(_, var body) -> body(body, vars);
            case Expr.If(var a, var clauses) -> branches(clauses, new Origin("if", a), vars);
            case Expr.Case(var a, var subject, var clauses) -> {
                VarTable used = expr(subject, vars);
                yield used.merge(branches(clauses, new Origin("case", a), used.over(vars)));
            }
            case Expr.Receive receive -> receive(receive, vars);
            case Expr.Try attempt -> attempt(attempt, vars);
            case Expr.Catch(var a, var body) -> {
                VarTable used = expr(body, vars);
                yield used.unsafe(new Origin("catch", a), vars).over(used);
            }
            case Expr.Match(_, var pattern, var value) -> match(pattern, value, vars);
            case Expr.MaybeMatch(_, var pattern, var value) -> match(pattern, value, vars);
            case Expr.Maybe maybe -> maybe(maybe, vars);
            case Expr.Unary(_, _, var operand) -> expr(operand, vars);
            case Expr.Binary(var a, BinaryOperator op, var left, var right)
                    when op == BinaryOperator.ORELSE || op == BinaryOperator.ANDALSO -> {
                VarTable first = expr(left, vars);
                VarTable known = first.over(vars);
                VarTable second = expr(right, known);
                yield first.merge(second.unsafe(new Origin(op.symbol(), a), known).over(second));
            }
            case Expr.Binary(_, _, var left, var right) -> exprs(List.of(left, right), vars);
            case Expr.Fun(_, var clauses) -> lint.funs().clauses(clauses, vars);
            case Expr.NamedFun fun -> lint.funs().named(fun, vars);
            case Expr.LocalFun(var a, var name, int arity) -> lint.calls().localFun(a, name, arity);
            case Expr.RemoteFun(_, var module, var name, var arity) ->
                    exprs(List.of(module, name, arity), vars);
            case Expr.Call call -> lint.calls().call(call, vars);
            case Expr.Remote(_, var module, _) -> {
                cx.report(module.anno(), Plain.ILLEGAL_EXPRESSION);
                yield VarTable.EMPTY;
            }
        };
    }

    /// A use of a variable.
    VarTable variable(Expr.Variable variable, VarTable vars) {
        String name = variable.name();
        Anno place = variable.anno();
        if (cx.segmentVariables != null) {
            PatternLint.Vars found =
                    lint.patterns().sizeVariable(variable, vars, cx.segmentVariables);
            cx.segmentVariables = cx.segmentVariables.merge(found.fresh());
            return found.used();
        }
        Variable known = vars.get(name);
        if (known == null) {
            cx.report(place, LintContext.unbound(name, vars));
            return VarTable.of(name, Variable.usedAt(cx.resolver.unseen(name), place));
        }
        cx.resolver.resolve(variable, known.source());
        switch (known.state()) {
            case Variable.State.Bound _ -> {}
            case Variable.State.Unsafe(var in) ->
                    cx.report(place, new LintProblem.UnsafeVariable(name, in.toString()));
            case Variable.State.Stacktrace _ ->
                    cx.report(place, new LintProblem.StacktraceInGuard(name));
            case Variable.State.Exported(var from) -> {
                if (!cx.warns(LintOptions.Warning.EXPORT_VARS)) {
                    return VarTable.of(
                            name,
                            new Variable(known.source(), known.state(), true, known.places()));
                }
                cx.report(place, new LintProblem.ExportedVariable(name, from.toString()));
            }
        }
        return VarTable.of(name, known.asUsed());
    }

    void checkConstruction(List<MapField> fields) {
        fields.stream()
                .filter(MapField::exact)
                .forEach(f -> cx.report(f.anno(), Plain.ILLEGAL_MAP_CONSTRUCTION));
    }

    private VarTable mapFields(List<MapField> fields, VarTable vars) {
        return cx.resolver.inOrder(() -> {
            var touched = new ArrayList<VarTable>();
            for (MapField field : fields) {
                VarTable key = cx.resolver.saw(expr(field.key(), vars));
                VarTable value = cx.resolver.saw(expr(field.value(), vars));
                touched.add(lint.patterns().mergeMatched(value, key));
            }
            VarTable all = VarTable.EMPTY;
            for (VarTable one : touched.reversed()) {
                all = one.over(all);
            }
            return all;
        });
    }

    private VarTable match(Expr pattern, Expr value, VarTable vars) {
        VarTable used = expr(value, vars);
        PatternLint.Vars bound = lint.patterns().pattern(pattern, used.over(vars));
        lint.patterns().rejectBinaryAliasInMatch(pattern, value);
        return bound.fresh().over(used.merge(bound.used()));
    }

    private VarTable receive(Expr.Receive receive, VarTable vars) {
        var origin = new Origin("receive", receive.anno());
        if (receive.timeout().isEmpty()) {
            return branches(receive.clauses(), origin, vars);
        }
        var timeout = receive.timeout().get();
        return cx.resolver.inOrder(() -> {
            VarTable time = cx.resolver.saw(expr(timeout.time(), vars));
            VarTable late = body(timeout.body(), vars);
            var tables = new ArrayList<VarTable>();
            tables.add(late);
            tables.addAll(clauses(receive.clauses(), vars));
            return export(tables, vars, origin).merge(late.merge(time));
        });
    }

    private VarTable attempt(Expr.Try attempt, VarTable vars) {
        var origin = new Origin("try", attempt.anno());
        VarTable body = body(attempt.body(), vars);
        VarTable unsafe = body.unsafe(origin, vars);
        var tables = new ArrayList<>(clauses(attempt.clauses(), body.over(vars)));
        for (Clause handler : attempt.handlers()) {
            tables.add(handler(handler, unsafe.over(body.over(vars))));
        }
        VarTable branches = export(tables, body.over(vars), origin);
        VarTable soFar = unsafe.over(body).merge(branches.unsafe(origin, vars).over(branches));
        VarTable cleanup = body(attempt.cleanup(), soFar.over(vars));
        return soFar.merge(cleanup.unsafe(origin, vars).over(cleanup));
    }

    private VarTable maybe(Expr.Maybe maybe, VarTable vars) {
        VarTable body = body(maybe.body(), vars);
        VarTable known = body.unsafe(new Origin("maybe", maybe.anno()), vars).over(vars);
        if (maybe.otherwise().isEmpty()) {
            return body.merge(known);
        }
        var otherwise = maybe.otherwise().get();
        var origin = new Origin("else", otherwise.anno());
        VarTable branches = branches(otherwise.clauses(), origin, known);
        VarTable after = branches.unsafe(origin, vars).over(vars);
        return body.merge(known).merge(branches.merge(after));
    }

    // ---- clauses --------------------------------------------------------------------------------

    /// Branches, and what they export together.
    private VarTable branches(List<Clause> clauses, Origin origin, VarTable vars) {
        return export(clauses(clauses, vars), vars, origin);
    }

    private List<VarTable> clauses(List<Clause> clauses, VarTable vars) {
        var tables = new ArrayList<VarTable>();
        clauses.forEach(c -> tables.add(clause(c, vars)));
        return tables;
    }

    private VarTable clause(Clause clause, VarTable vars) {
        PatternLint.Vars head = lint.patterns().head(clause.patterns(), vars, vars);
        VarTable touched = head.used().over(head.fresh());
        VarTable guard = lint.guards().guard(clause.guards(), touched.over(vars));
        touched = guard.over(touched);
        return body(clause.body(), touched.over(vars)).over(touched);
    }

    /// A clause of `catch`, whose variable for the stack trace is special in the guard.
    private VarTable handler(Clause clause, VarTable vars) {
        PatternLint.Vars head = lint.patterns().head(clause.patterns(), vars, vars);
        VarTable touched = head.used().over(head.fresh());
        VarTable inGuard = touched.over(vars);
        if (clause.patterns().getFirst() instanceof Expr.TupleExpr(_, var parts)
                && parts.get(2) instanceof Expr.Variable v
                && !v.isAnonymous()) {
            Variable known = inGuard.get(v.name());
            if (known.used()) {
                cx.report(v.anno(), new LintProblem.StacktraceBound(v.name()));
            }
            inGuard =
                    VarTable.of(
                                    v.name(),
                                    new Variable(
                                            known.source(),
                                            Variable.State.STACKTRACE,
                                            false,
                                            List.of(v.anno())))
                            .over(inGuard);
        }
        VarTable guard = lint.guards().guard(clause.guards(), inGuard);
        touched = guard.over(touched);
        return body(clause.body(), touched.over(vars)).over(touched);
    }

    /// What branches leave behind: old variables that any of them used, and new ones, which are
    /// safe to use only if every branch binds them.
    private static VarTable export(List<VarTable> branches, VarTable vars, Origin origin) {
        var names = new TreeSet<String>();
        branches.forEach(b -> names.addAll(b.variables().keySet()));
        var result = new TreeMap<String, Variable>();
        for (String name : names) {
            List<Variable> found =
                    branches.stream()
                            .filter(b -> b.get(name) != null)
                            .map(b -> b.get(name))
                            .toList();
            Variable old = vars.get(name);
            Variable exported =
                    old != null
                            ? exportOld(old, found)
                            : exportNew(found, found.size() == branches.size(), origin);
            result.put(name, exported);
        }
        return new VarTable(result);
    }

    private static Variable exportOld(Variable old, List<Variable> found) {
        boolean stillExported =
                old.state() instanceof Variable.State.Exported
                        && found.stream()
                                .noneMatch(v ->
                                        v.state() instanceof Variable.State.Bound
                                                || v.state() instanceof Variable.State.Stacktrace);
        Variable.State state = Variable.State.BOUND;
        if (stillExported) {
            state = old.state();
            for (Variable v : found) {
                state = Variable.State.merge(state, v.state());
            }
        }
        return new Variable(old.source(), state, true, old.places());
    }

    private static Variable exportNew(List<Variable> found, boolean everywhere, Origin origin) {
        List<Variable> unsafe = found.stream().filter(Variable::isUnsafe).toList();
        Variable.State state =
                !everywhere || unsafe.size() > 1
                        ? new Variable.State.Unsafe(origin)
                        : unsafe.size() == 1
                                ? unsafe.getFirst().state()
                                : new Variable.State.Exported(origin);
        List<Anno> unused = List.of();
        for (Variable v : found) {
            if (!v.used()) {
                unused = Variable.mergePlaces(unused, v.places());
            }
        }
        return new Variable(found.getFirst().source(), state, unused.isEmpty(), unused);
    }
}
