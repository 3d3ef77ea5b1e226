package dev.lumen.frontend.core;

import dev.lumen.ir.core.Anno;
import dev.lumen.ir.core.CoreExpr;
import dev.lumen.ir.core.CoreExpr.Var;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// What is to be evaluated before an expression, in order. [#close] puts it around the expression.
final class Steps {
    private final List<UnaryOperator<CoreExpr>> steps = new ArrayList<>();

    /// `let <Vars> = Value in …`
    void let(List<Var> vars, CoreExpr value) {
        add(rest -> new CoreExpr.Let(vars, value, rest, Anno.NONE));
    }

    void let(Var var, CoreExpr value) {
        let(List.of(var), value);
    }

    /// `do Expr …`
    void effect(CoreExpr expr) {
        add(rest -> new CoreExpr.Seq(expr, rest, Anno.NONE));
    }

    /// A step that makes the whole from what follows it.
    void add(UnaryOperator<CoreExpr> step) {
        steps.add(step);
    }

    CoreExpr close(CoreExpr result) {
        CoreExpr whole = result;
        for (int i = steps.size() - 1; i >= 0; i--) {
            whole = steps.get(i).apply(whole);
        }
        return whole;
    }
}
