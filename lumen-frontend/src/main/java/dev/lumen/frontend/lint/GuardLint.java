package dev.lumen.frontend.lint;

import dev.lumen.frontend.lint.LintProblem.Plain;
import dev.lumen.ir.bif.LanguageBifs;
import dev.lumen.ir.forms.Anno;
import dev.lumen.ir.forms.BinaryOperator;
import dev.lumen.ir.forms.Expr;
import dev.lumen.ir.forms.MapField;
import dev.lumen.ir.forms.ModuleForms.FunctionName;
import dev.lumen.ir.term.Atom;

import java.util.List;

/// Checks guards, and what else must be a guard expression: map keys and segment sizes in patterns.
final class GuardLint {
    private final LintContext cx;
    private final Lint lint;

    GuardLint(LintContext cx, Lint lint) {
        this.cx = cx;
        this.lint = lint;
    }

    /// Alternatives of conjunctions.
    VarTable guard(List<List<Expr>> alternatives, VarTable vars) {
        VarTable known = vars;
        VarTable all = VarTable.EMPTY;
        for (List<Expr> tests : alternatives) {
            VarTable touched = VarTable.EMPTY;
            VarTable inner = known;
            for (Expr test : tests) {
                VarTable one = test(test, inner);
                inner = one.over(inner);
                touched = touched.over(one);
            }
            known = touched.over(known);
            all = all.over(touched);
        }
        return all;
    }

    /// A whole test: here, and only here, the type tests may have their old names.
    VarTable test(Expr test, VarTable vars) {
        if (!(test
                instanceof
                Expr.Call(
                        var place,
                        Expr.AtomLiteral(var namePlace, Atom(var name)),
                        var arguments))) {
            return expr(test, vars);
        }
        int arity = arguments.size();
        String modern = LanguageBifs.oldTypeTest(name, arity);
        if (modern != null) {
            if (cx.warns(LintOptions.Warning.OBSOLETE_GUARD)) {
                cx.report(namePlace, new LintProblem.ObsoleteGuard(name, arity));
            }
            if (cx.locals.contains(new FunctionName(Atom.of(modern), arity))) {
                cx.report(namePlace, new LintProblem.ObsoleteGuardOverridden(name));
            }
            if (name.equals("record")) {
                return expr(
                        new Expr.Call(
                                place,
                                new Expr.AtomLiteral(namePlace, Atom.of("is_record")),
                                arguments),
                        vars);
            }
            var function = new FunctionName(Atom.of(name), arity);
            if (!cx.meansGuardBif(function)) {
                cx.report(place, new LintProblem.LocalCallInGuard(function, inSize()));
            }
            return exprs(arguments, vars);
        }
        return expr(test, vars);
    }

    private boolean inSize() {
        return cx.segmentVariables != null;
    }

    VarTable expr(Expr expr, VarTable vars) {
        return switch (expr) {
            case Expr.Variable v -> lint.exprs().variable(v, vars);
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
                    all = all.merge(expr(cell.head(), vars));
                }
                yield all.merge(expr(tail, vars));
            }
            case Expr.TupleExpr(_, var elements) -> exprs(elements, vars);
            case Expr.MapCreate(_, var fields) -> {
                lint.exprs().checkConstruction(fields);
                yield mapFields(fields, vars);
            }
            case Expr.MapUpdate(_, var map, var fields) ->
                    expr(map, vars).merge(mapFields(fields, vars));
            case Expr.RecordIndex(var a, var name, var field) -> {
                lint.records().index(a, field, name);
                yield VarTable.EMPTY;
            }
            case Expr.RecordAccess(var a, var value, var name, var field) -> {
                VarTable used = expr(value, vars);
                lint.records().access(a, field, name);
                yield used;
            }
            case Expr.RecordCreate(var a, var name, var fields) ->
                    lint.records().createInGuard(a, name, fields, vars);
            case Expr.BinaryExpr(_, var elements) -> lint.bits().expr(elements, vars, this::expr);
            case Expr.Call call -> call(call, vars);
            case Expr.Unary(_, _, var operand) -> expr(operand, vars);
            case Expr.Binary(var a, var op, var left, var right) -> {
                VarTable used = expr(left, vars).merge(expr(right, vars));
                if (!isGuardOperator(op)) {
                    illegal(a);
                }
                yield used;
            }
            default -> {
                illegal(expr.anno());
                yield VarTable.EMPTY;
            }
        };
    }

    private VarTable exprs(List<Expr> exprs, VarTable vars) {
        VarTable all = VarTable.EMPTY;
        for (Expr expr : exprs) {
            all = expr(expr, vars).merge(all);
        }
        return all;
    }

    private VarTable mapFields(List<MapField> fields, VarTable vars) {
        VarTable all = VarTable.EMPTY;
        for (MapField field : fields) {
            all = all.over(expr(field.key(), vars).merge(expr(field.value(), vars)));
        }
        return all;
    }

    private void illegal(Anno place) {
        cx.report(place, inSize() ? Plain.ILLEGAL_BIT_SIZE : Plain.ILLEGAL_GUARD);
    }

    private static boolean isGuardOperator(BinaryOperator op) {
        return op != BinaryOperator.SEND
                && op != BinaryOperator.APPEND
                && op != BinaryOperator.SUBTRACT;
    }

    private VarTable call(Expr.Call call, VarTable vars) {
        List<Expr> arguments = call.arguments();
        switch (call.function()) {
            case Expr.AtomLiteral(_, Atom(var name)) -> {
                return name.equals("is_record") && arguments.size() > 1 && arguments.size() < 4
                        ? isRecord(call, vars)
                        : localCall(call.anno(), name, arguments, vars);
            }
            case Expr.Remote(
                            _,
                            Expr.AtomLiteral(_, Atom(var module)),
                            Expr.AtomLiteral(var a, Atom(var name)))
                    when module.equals("erlang") -> {
                if (name.equals("is_record") && arguments.size() > 1 && arguments.size() < 4) {
                    return isRecord(
                            new Expr.Call(
                                    call.anno(), new Expr.AtomLiteral(a, Atom.of(name)), arguments),
                            vars);
                }
                VarTable used = exprs(arguments, vars);
                if (!LanguageBifs.isGuardOfErlang(name, arguments.size())) {
                    illegal(call.anno());
                }
                return used;
            }
            default -> {
                illegal(call.anno());
                return VarTable.EMPTY;
            }
        }
    }

    private VarTable isRecord(Expr.Call call, VarTable vars) {
        List<Expr> arguments = call.arguments();
        if (arguments.size() == 2) {
            if (arguments.get(1) instanceof Expr.AtomLiteral(var a, var name)) {
                VarTable used = expr(arguments.getFirst(), vars);
                lint.records().exists(a, name);
                return used;
            }
        } else if (arguments.get(1) instanceof Expr.AtomLiteral
                && (arguments.get(2) instanceof Expr.IntegerLiteral
                        || arguments.get(2) instanceof Expr.AtomLiteral
                                && lint.otpRelease() >= 29)) {
            var function = new FunctionName(Atom.of("is_record"), 3);
            VarTable used = expr(arguments.getFirst(), vars);
            if (!cx.meansGuardBif(function)) {
                cx.report(call.anno(), new LintProblem.LocalCallInGuard(function, inSize()));
            }
            return used;
        }
        VarTable used = exprs(arguments, vars);
        illegal(call.anno());
        return used;
    }

    private VarTable localCall(Anno place, String name, List<Expr> arguments, VarTable vars) {
        VarTable used = exprs(arguments, vars);
        var function = new FunctionName(Atom.of(name), arguments.size());
        if (!LanguageBifs.isGuard(name, arguments.size()) || !cx.meansGuardBif(function)) {
            if (cx.isLocalOrImported(function)) {
                cx.report(place, new LintProblem.LocalCallInGuard(function, inSize()));
            } else {
                illegal(place);
            }
        }
        return used;
    }

    /// True when an expression may stand in a guard; reports nothing.
    boolean isGuardTest(Expr expr) {
        if (expr instanceof Expr.Call(_, Expr.AtomLiteral(_, Atom(var name)), var arguments)
                && LanguageBifs.oldTypeTest(name, arguments.size()) != null) {
            return !cx.isLocalOrImported(new FunctionName(Atom.of(name), arguments.size()))
                    && arguments.stream().allMatch(this::isGuardExpr);
        }
        return isGuardExpr(expr);
    }

    private boolean isGuardExpr(Expr expr) {
        return switch (expr) {
            case Expr.Variable _,
                    Expr.CharLiteral _,
                    Expr.IntegerLiteral _,
                    Expr.FloatLiteral _,
                    Expr.AtomLiteral _,
                    Expr.StringLiteral _,
                    Expr.NilExpr _,
                    Expr.RecordIndex _ ->
                    true;
            case Expr.ListExpr(var cells, var tail) ->
                    cells.stream().allMatch(c -> isGuardExpr(c.head())) && isGuardExpr(tail);
            case Expr.TupleExpr(_, var elements) -> elements.stream().allMatch(this::isGuardExpr);
            case Expr.MapCreate(_, var fields) -> areGuardFields(fields);
            case Expr.MapUpdate(_, var map, var fields) ->
                    isGuardExpr(map) && areGuardFields(fields);
            case Expr.RecordAccess(_, var value, _, _) -> isGuardExpr(value);
            case Expr.RecordCreate(_, var name, var fields) ->
                    fields.stream().allMatch(f -> isGuardExpr(f.value()))
                            && lint.records().defaults(name, fields, this::isGuardExpr);
            case Expr.BinaryExpr(_, var elements) ->
                    elements.stream()
                            .allMatch(e ->
                                    isGuardExpr(e.value())
                                            && e.size().map(this::isGuardExpr).orElse(true));
            case Expr.Call(_, Expr.AtomLiteral(_, Atom(var name)), var arguments) ->
                    !cx.isLocalOrImported(new FunctionName(Atom.of(name), arguments.size()))
                            && LanguageBifs.isGuard(name, arguments.size())
                            && arguments.stream().allMatch(this::isGuardExpr);
            case Expr.Call(
                            _,
                            Expr.Remote(
                                    _,
                                    Expr.AtomLiteral(_, Atom(var module)),
                                    Expr.AtomLiteral(_, Atom(var name))),
                            var arguments)
                    when module.equals("erlang") ->
                    LanguageBifs.isGuardOfErlang(name, arguments.size())
                            && arguments.stream().allMatch(this::isGuardExpr);
            case Expr.Unary(_, _, var operand) -> isGuardExpr(operand);
            case Expr.Binary(_, var op, var left, var right) ->
                    isGuardOperator(op) && isGuardExpr(left) && isGuardExpr(right);
            default -> false;
        };
    }

    private boolean areGuardFields(List<MapField> fields) {
        return fields.stream().allMatch(f -> isGuardExpr(f.key()) && isGuardExpr(f.value()));
    }
}
