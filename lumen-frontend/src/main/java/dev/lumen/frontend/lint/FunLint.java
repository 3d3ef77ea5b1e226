package dev.lumen.frontend.lint;

import dev.lumen.ir.forms.Clause;
import dev.lumen.ir.forms.Expr;

import java.util.List;

/// Checks funs, whose arguments shadow and whose variables stay inside.
final class FunLint {
    private final LintContext cx;
    private final Lint lint;

    FunLint(LintContext cx, Lint lint) {
        this.cx = cx;
        this.lint = lint;
    }

    VarTable clauses(List<Clause> clauses, VarTable vars) {
        boolean saved = cx.inRecordDefinition;
        cx.inRecordDefinition = false;
        VarTable all = VarTable.EMPTY;
        for (Clause clause : clauses) {
            all = clause(clause, vars).merge(all);
        }
        cx.inRecordDefinition = saved;
        return all.within(vars).withoutUnused().withoutUnsafe();
    }

    private VarTable clause(Clause clause, VarTable vars) {
        Resolver.Function function = cx.resolver.function();
        cx.resolver.enterFunction();
        PatternLint.Vars head = lint.patterns().functionHead(clause.patterns(), vars);
        VarTable outer = head.used().over(vars);
        warnShadowing(head.fresh(), vars, "fun");
        VarTable known = head.fresh().over(outer.minus(head.fresh()));
        known = lint.guards().guard(clause.guards(), known).over(known);
        VarTable after = lint.exprs().body(clause.body(), known).over(known);
        cx.warnUnusedNew(after, vars);
        cx.resolver.leaveTo(function);
        VarTable shadowed = outer.within(head.fresh());
        cx.warnUnusedOld(after, shadowed);
        return shadowed.merge(after.minus(shadowed)).within(vars);
    }

    VarTable named(Expr.NamedFun fun, VarTable vars) {
        if (fun.name().equals("_")) {
            return clauses(fun.clauses(), vars);
        }
        var self = new SourceVariable(fun.name());
        cx.resolver.resolve(fun, self);
        VarTable name = VarTable.of(fun.name(), Variable.unused(self, fun.anno()));
        warnShadowing(name, vars, "named fun");
        VarTable used = clauses(fun.clauses(), name.over(vars.minus(name)));
        cx.warnUnusedNew(used.over(name), VarTable.EMPTY);
        return used.within(vars);
    }

    void warnShadowing(VarTable fresh, VarTable vars, String in) {
        if (cx.warns(LintOptions.Warning.SHADOW_VARS)) {
            fresh.within(vars.withoutUnsafe())
                    .variables()
                    .forEach((name, v) ->
                            cx.report(
                                    v.places().getFirst(),
                                    new LintProblem.ShadowedVariable(name, in)));
        }
    }
}
