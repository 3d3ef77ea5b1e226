package dev.lumen.frontend.core;

import dev.lumen.frontend.lint.SourceVariable;
import dev.lumen.ir.core.Anno;
import dev.lumen.ir.core.Clause;
import dev.lumen.ir.core.CoreExpr;
import dev.lumen.ir.core.CoreExpr.Var;
import dev.lumen.ir.core.CorePattern;
import dev.lumen.ir.core.FunctionDef;
import dev.lumen.ir.core.FunctionName;
import dev.lumen.ir.core.PrimOps;
import dev.lumen.ir.forms.Expr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// `try … of … catch … after … end`.
///
/// The cleanup of `after` runs on both ways out of everything before it, so it surrounds that as a
/// second `try`. It is written twice when it is small; else it is a function of its own,
/// `'after$^N'/0`, which stack traces show.
final class TryLowering {
    /// Where OTP's compiler draws the line, nearly: it counts the expressions of its own trees.
    private static final int SMALL = 20;

    private final FunctionLowering f;

    TryLowering(FunctionLowering f) {
        this.f = f;
    }

    CoreExpr lower(Expr.Try t) {
        Anno anno = Build.at(t.anno());
        boolean onlyCleanup = t.clauses().isEmpty() && t.handlers().isEmpty();
        CoreExpr guarded = onlyCleanup ? f.exprs.closedBody(t.body()) : guarded(t, anno);
        return t.cleanup().isEmpty() ? guarded : withCleanup(guarded, t, anno);
    }

    private CoreExpr guarded(Expr.Try t, Anno anno) {
        var branch =
                f.branches.open(f.bindings.mark(), List.of(), Build.TRUE, new Steps(), t.body());
        // The clauses of success see what the body binds; nothing else does.
        Uses uses = Uses.of(t.clauses());
        List<SourceVariable> givenOut =
                branch.bound().keySet().stream()
                        .filter(v -> uses.count(v.name()) > 0)
                        .sorted(Comparator.comparing(SourceVariable::name))
                        .toList();
        int mark = f.bindings.mark();
        List<Var> values = new ArrayList<>(List.of(f.names.fresh()));
        for (SourceVariable variable : givenOut) {
            Var v = f.names.of(variable.name());
            f.bindings.bind(variable, v);
            values.add(v);
        }
        Var value = values.getFirst();
        CoreExpr body = t.clauses().isEmpty() ? value : success(t, value, anno);
        f.bindings.undo(mark);
        List<Var> caught = f.fresh(3);
        return new CoreExpr.Try(
                branch.body(givenOut), values, body, caught, handler(t, caught), anno);
    }

    private CoreExpr success(Expr.Try t, Var value, Anno anno) {
        var clauses = new ArrayList<Clause>();
        for (var c : t.clauses()) {
            clauses.add(f.branches.branch(c, c.patterns()).clause(List.of()));
        }
        if (!Build.isTotal(clauses.getLast())) {
            Var other = f.names.fresh();
            clauses.add(
                    Build.generated(
                            Build.bind(other),
                            Build.primop(
                                    PrimOps.MATCH_FAIL,
                                    anno,
                                    new CoreExpr.Tuple(
                                            List.of(Build.atom("try_clause"), other), Anno.NONE))));
        }
        return new CoreExpr.Case(value, clauses, Anno.NONE);
    }

    // ---- catch

    /// An exception that no clause takes is raised again.
    private CoreExpr handler(Expr.Try t, List<Var> caught) {
        if (t.handlers().isEmpty()) {
            return again(caught);
        }
        var clauses = new ArrayList<Clause>();
        t.handlers().forEach(c -> clauses.add(handlerClause(c)));
        if (!Build.isTotal(clauses.getLast())) {
            List<Var> other = f.fresh(3);
            clauses.add(Build.generated(other.stream().map(Build::bind).toList(), again(other)));
        }
        return new CoreExpr.Case(
                new CoreExpr.Values(List.copyOf(caught), Anno.NONE), clauses, Anno.NONE);
    }

    private static CoreExpr again(List<Var> caught) {
        return Build.primop(PrimOps.RAISE, Anno.NONE, caught.get(2), caught.get(1));
    }

    /// A clause `Class:Reason:Trace`. The variable of the trace is bound in the body, to a list
    /// that is made there.
    private Clause handlerClause(dev.lumen.ir.forms.Clause c) {
        if (!(c.patterns().getFirst() instanceof Expr.TupleExpr(_, var parts))
                || parts.size() != 3) {
            f.problems.illegalPattern(c.anno());
            return Build.generated(f.fresh(3).stream().map(Build::bind).toList(), Build.NIL);
        }
        int mark = f.bindings.mark();
        var lowered = f.patterns.lower(parts.subList(0, 2));
        CoreExpr guard = f.guards.guard(c.guards(), lowered.tests());
        Var raw = f.names.fresh();
        var patterns = new ArrayList<CorePattern>(lowered.patterns());
        patterns.add(Build.bind(raw));
        var steps = new Steps();
        if (parts.get(2) instanceof Expr.Variable v && f.uses.count(v.name()) > 1) {
            Var trace = f.names.of(v.name());
            f.bindings.bind(f.variable(v, v.name()), trace);
            steps.let(trace, Build.primop(PrimOps.BUILD_STACKTRACE, Anno.NONE, raw));
        }
        return f.branches.open(mark, patterns, guard, steps, c.body()).clause(List.of());
    }

    // ---- after

    private CoreExpr withCleanup(CoreExpr guarded, Expr.Try t, Anno anno) {
        CoreExpr cleanup = f.exprs.closedBody(t.cleanup());
        if (isSmall(t.cleanup())) {
            return surround(guarded, cleanup, anno);
        }
        FunctionName name = f.inner("after", t, 0);
        CoreExpr call =
                new CoreExpr.Apply(new CoreExpr.FunctionRef(name, Anno.NONE), List.of(), Anno.NONE);
        var function = new CoreExpr.Fun(List.of(), cleanup, Anno.NONE);
        return new CoreExpr.Letrec(
                List.of(new FunctionDef(name, function)),
                surround(guarded, call, anno),
                Anno.NONE.with(Anno.AFTER));
    }

    private CoreExpr surround(CoreExpr guarded, CoreExpr cleanup, Anno anno) {
        Var value = f.names.fresh();
        List<Var> caught = f.fresh(3);
        return new CoreExpr.Try(
                guarded,
                List.of(value),
                before(cleanup, value),
                caught,
                before(cleanup, again(caught)),
                anno);
    }

    private static CoreExpr before(CoreExpr cleanup, CoreExpr then) {
        return Build.isSimple(cleanup) ? then : new CoreExpr.Seq(cleanup, then, Anno.NONE);
    }

    /// Whether the cleanup of a `try` is written twice. Whatever makes a function is not.
    static boolean isSmall(List<Expr> cleanup) {
        return weight(cleanup) < SMALL;
    }

    private static int weight(List<Expr> parts) {
        int sum = 0;
        for (Expr e : parts) {
            sum +=
                    switch (e) {
                        case Expr.AtomLiteral _,
                                Expr.IntegerLiteral _,
                                Expr.CharLiteral _,
                                Expr.FloatLiteral _,
                                Expr.StringLiteral _,
                                Expr.Variable _,
                                Expr.NilExpr _,
                                Expr.TupleExpr _,
                                Expr.ListExpr _,
                                Expr.Remote _ ->
                                0;
                        case Expr.Fun _,
                                Expr.NamedFun _,
                                Expr.LocalFun _,
                                Expr.ListComprehension _,
                                Expr.BinaryComprehension _,
                                Expr.MapComprehension _ ->
                                SMALL;
                        default -> 1;
                    };
            if (sum >= SMALL || (sum += weight(FormChildren.of(e))) >= SMALL) {
                return SMALL;
            }
        }
        return sum;
    }
}
