package dev.lumen.frontend.core;

import dev.lumen.ir.bif.LanguageBifs;
import dev.lumen.ir.core.Anno;
import dev.lumen.ir.core.Clause;
import dev.lumen.ir.core.CoreExpr;
import dev.lumen.ir.core.CoreExpr.Var;
import dev.lumen.ir.core.FunctionName;
import dev.lumen.ir.forms.BinaryOperator;
import dev.lumen.ir.forms.Expr;
import dev.lumen.ir.term.Atom;

import java.util.List;

/// Guards, and the operators `andalso` and `orelse` anywhere.
///
/// A guard becomes one expression. `A, B` and `A andalso B` are `case A of <'true'> -> B <_> ->
/// 'false' end`; an alternative that can fail is `try A of <V> -> V catch <_,_> -> 'false'`, so
/// that the next one has its turn; the failure of the last alternative is the failure of the guard.
final class GuardLowering {
    private final FunctionLowering f;

    GuardLowering(FunctionLowering f) {
        this.f = f;
    }

    /// The guard of a clause: `tests` from its patterns and one of the alternatives; no
    /// alternatives are no condition.
    CoreExpr guard(List<List<Expr>> alternatives, List<CoreExpr> tests) {
        boolean outer = f.inGuard;
        f.inGuard = true;
        try {
            CoreExpr guard = alternatives.isEmpty() ? Build.TRUE : alternatives(alternatives);
            for (CoreExpr test : tests.reversed()) {
                guard = both(test, guard);
            }
            return guard;
        } finally {
            f.inGuard = outer;
        }
    }

    private CoreExpr alternatives(List<List<Expr>> alternatives) {
        CoreExpr guard = conjunction(alternatives.getLast());
        for (List<Expr> alternative : alternatives.subList(0, alternatives.size() - 1).reversed()) {
            guard = either(protect(conjunction(alternative)), guard);
        }
        return guard;
    }

    private CoreExpr conjunction(List<Expr> tests) {
        CoreExpr all = test(tests.getLast());
        for (Expr e : tests.subList(0, tests.size() - 1).reversed()) {
            all = both(test(e), all);
        }
        return all;
    }

    /// A guard that is true when both are.
    CoreExpr both(CoreExpr first, CoreExpr second) {
        if (Build.isTrue(first)) {
            return second;
        }
        if (first.equals(Build.FALSE)) {
            return first;
        }
        return Build.isTrue(second) ? first : choose(first, second, Build.FALSE);
    }

    private CoreExpr either(CoreExpr first, CoreExpr second) {
        return choose(first, Build.TRUE, second);
    }

    /// `case Condition of <'true'> -> Then <_> -> Otherwise end`
    private CoreExpr choose(CoreExpr condition, CoreExpr then, CoreExpr otherwise) {
        return new CoreExpr.Case(
                condition,
                List.of(
                        Build.clause(Build.constant(Atom.TRUE), then),
                        Build.clause(Build.bind(f.names.fresh()), otherwise)),
                Anno.NONE);
    }

    private CoreExpr protect(CoreExpr guard) {
        if (!canFail(guard)) {
            return guard;
        }
        Var v = f.names.fresh();
        return new CoreExpr.Try(
                guard,
                List.of(v),
                v,
                List.of(f.names.fresh(), f.names.fresh()),
                Build.FALSE,
                Anno.NONE);
    }

    private static boolean canFail(CoreExpr guard) {
        return switch (guard) {
            case Var _, CoreExpr.Literal _, CoreExpr.Cons _, CoreExpr.Tuple _, CoreExpr.Try _ ->
                    false;
            case CoreExpr.Case(var arg, var clauses, _) ->
                    canFail(arg)
                            || clauses.stream().map(Clause::body).anyMatch(GuardLowering::canFail);
            case CoreExpr.Let(_, var value, var body, _) -> canFail(value) || canFail(body);
            case CoreExpr.Call(_, CoreExpr.Literal(Atom(String name), _), var args, _) ->
                    switch (name) {
                        case "and",
                                "or",
                                "xor",
                                "not",
                                "is_function",
                                "is_map_key",
                                "is_record",
                                "is_integer" ->
                                !(name.equals("is_function") && args.size() == 1)
                                        && !(name.equals("is_integer") && args.size() == 1);
                        default -> !LanguageBifs.isBoolean(name, args.size());
                    };
            default -> true;
        };
    }

    // ---- tests

    /// A guard test: an expression whose value is `true` exactly when the test succeeds, `false`
    /// otherwise, if it has one.
    CoreExpr test(Expr e) {
        var steps = new Steps();
        return steps.close(test(e, steps));
    }

    private CoreExpr test(Expr e, Steps steps) {
        return switch (e) {
            case Expr.AtomLiteral(_, var value) ->
                    value.equals(Atom.TRUE) ? Build.TRUE : Build.FALSE;
            case Expr.Binary(_, var operator, var left, var right)
                    when operator == BinaryOperator.ANDALSO ->
                    condition(left, steps, test(right), Build.FALSE);
            case Expr.Binary(_, var operator, var left, var right)
                    when operator == BinaryOperator.ORELSE ->
                    condition(left, steps, Build.TRUE, test(right));
            case Expr.Call(var anno, Expr.AtomLiteral(_, var name), var args)
                    when LanguageBifs.oldTypeTest(name.name(), args.size()) != null ->
                    test(
                            new Expr.Call(
                                    anno,
                                    new Expr.AtomLiteral(
                                            anno,
                                            Atom.of(
                                                    LanguageBifs.oldTypeTest(
                                                            name.name(), args.size()))),
                                    args),
                            steps);
            case Expr other when f.exprs.isBoolean(other) -> f.exprs.expr(other, steps);
            case Expr other ->
                    Build.call(
                            "erlang",
                            "=:=",
                            Anno.GENERATED,
                            f.exprs.simple(other, steps),
                            Build.TRUE);
        };
    }

    // ---- andalso, orelse

    /// The value of `Left andalso Right` or `Left orelse Right`.
    CoreExpr shortCircuit(Expr.Binary b, Steps out) {
        // Evaluated first, and its variables are seen on the right.
        CoreExpr left = f.exprs.expr(b.left(), out);
        CoreExpr right = f.exprs.closedBody(List.of(b.right()));
        return b.operator() == BinaryOperator.ANDALSO
                ? decide(b, left, right, Build.FALSE)
                : decide(b, left, Build.TRUE, right);
    }

    private CoreExpr condition(Expr left, Steps out, CoreExpr then, CoreExpr otherwise) {
        CoreExpr value = f.exprs.expr(left, out);
        return f.exprs.isBoolean(left)
                ? choose(value, then, otherwise)
                : threeWay(value, then, otherwise, Build.at(left.anno()));
    }

    private CoreExpr decide(Expr.Binary b, CoreExpr left, CoreExpr then, CoreExpr otherwise) {
        return f.exprs.isBoolean(b.left())
                ? choose(left, then, otherwise)
                : threeWay(left, then, otherwise, Build.at(b.anno()));
    }

    private CoreExpr threeWay(CoreExpr condition, CoreExpr then, CoreExpr otherwise, Anno anno) {
        Var other = f.names.fresh();
        CoreExpr error =
                Build.call(
                        "erlang",
                        "error",
                        anno,
                        new CoreExpr.Tuple(List.of(Build.atom("badarg"), other), Anno.NONE));
        return new CoreExpr.Case(
                condition,
                List.of(
                        Build.clause(Build.constant(Atom.TRUE), then),
                        Build.clause(Build.constant(Atom.FALSE), otherwise),
                        Build.generated(Build.bind(other), error)),
                Anno.NONE);
    }

    // ---- filters of comprehensions

    /// Whether the expression could stand in a guard: a filter that could is a guard, and skips
    /// where it fails.
    boolean isGuardTest(Expr e) {
        return e instanceof Expr.Call(_, Expr.AtomLiteral(_, var name), var args)
                        && LanguageBifs.oldTypeTest(name.name(), args.size()) != null
                        && !f.module.isDefined(new FunctionName(name, args.size()))
                        && args.stream().allMatch(this::isGuardExpr)
                || isGuardExpr(e);
    }

    private boolean isGuardExpr(Expr e) {
        return switch (e) {
            case Expr.AtomLiteral _,
                    Expr.IntegerLiteral _,
                    Expr.CharLiteral _,
                    Expr.FloatLiteral _,
                    Expr.StringLiteral _,
                    Expr.Variable _,
                    Expr.NilExpr _,
                    Expr.RecordIndex _ ->
                    true;
            case Expr.TupleExpr _,
                    Expr.ListExpr _,
                    Expr.BinaryExpr _,
                    Expr.Unary _,
                    Expr.RecordAccess _,
                    Expr.MapCreate _,
                    Expr.MapUpdate _ ->
                    partsAreGuards(e);
            case Expr.RecordCreate r ->
                    partsAreGuards(e) && f.records.defaults(r).stream().allMatch(this::isGuardExpr);
            case Expr.Binary(_, var operator, _, _) ->
                    switch (operator) {
                        case SEND, APPEND, SUBTRACT -> false;
                        default -> partsAreGuards(e);
                    };
            case Expr.Call(_, Expr.AtomLiteral(_, var name), var args) -> {
                var function = new FunctionName(name, args.size());
                yield f.module.isGuardBif(function) && args.stream().allMatch(this::isGuardExpr);
            }
            case Expr.Call(
                            _,
                            Expr.Remote(_, var module, Expr.AtomLiteral(_, var name)),
                            var args) ->
                    CallLowering.isErlang(module)
                            && LanguageBifs.isGuardOfErlang(name.name(), args.size())
                            && args.stream().allMatch(this::isGuardExpr);
            default -> false;
        };
    }

    private boolean partsAreGuards(Expr e) {
        return FormChildren.of(e).stream().allMatch(this::isGuardExpr);
    }
}
