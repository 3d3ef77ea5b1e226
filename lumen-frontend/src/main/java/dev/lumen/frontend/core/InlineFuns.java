package dev.lumen.frontend.core;

import dev.lumen.ir.core.Clause;
import dev.lumen.ir.core.CoreExpr;
import dev.lumen.ir.core.CoreExpr.Apply;
import dev.lumen.ir.core.CoreExpr.Fun;
import dev.lumen.ir.core.CoreExpr.Let;
import dev.lumen.ir.core.CoreExpr.Seq;
import dev.lumen.ir.core.CoreExpr.Var;
import dev.lumen.ir.core.CoreRewrite;
import dev.lumen.ir.core.FunctionDef;

/// Puts the body of a fun in the place of its call where the fun is made for that call alone and
/// called at once: `(fun(X) -> … end)(Y)`, or `F = fun(X) -> … end, F(Y)`. OTP's compiler does so
/// too, and stack traces show it: the fun has no frame.
///
/// Nothing is renamed: variables are unique in a function, and the body has moved, not been copied.
final class InlineFuns {
    private final Occurrences occurrences;

    private InlineFuns(Occurrences occurrences) {
        this.occurrences = occurrences;
    }

    /// The function, with no funs in it that are called at once.
    static FunctionDef in(FunctionDef def) {
        var pass = new InlineFuns(new Occurrences(def.fun()));
        return new FunctionDef(def.name(), CoreRewrite.fun(def.fun(), pass::inlined));
    }

    private CoreExpr inlined(CoreExpr e) {
        CoreExpr done = CoreRewrite.parts(e, this::inlined, this::inlined);
        if (!(done instanceof Let(var vars, CoreExpr made, var rest, _)
                && vars.size() == 1
                && occurrences.of(vars.getFirst()) == 1)) {
            return done;
        }
        Var name = vars.getFirst();
        return switch (rest) {
            case Apply call when fits(made, name, call) -> body(made, call);
            case Let(var results, Apply call, var more, var a) when fits(made, name, call) ->
                    new Let(results, body(made, call), more, a);
            case Seq(Apply call, var more, var a) when fits(made, name, call) ->
                    new Seq(body(made, call), more, a);
            default -> done;
        };
    }

    private Clause inlined(Clause c) {
        return CoreRewrite.clause(c, g -> g, this::inlined);
    }

    private static boolean fits(CoreExpr made, Var name, Apply call) {
        return call.operator() instanceof Var(String called, _)
                && called.equals(name.name())
                && made instanceof Fun f
                && f.arity() == call.args().size();
    }

    private static CoreExpr body(CoreExpr made, Apply call) {
        Fun f = (Fun) made;
        return call.args().isEmpty()
                ? f.body()
                : new Let(f.params(), Build.values(call.args()), f.body(), call.anno());
    }
}
