package dev.lumen.ir.core;

import dev.lumen.ir.DeepStack;
import dev.lumen.ir.core.CoreExpr.Case;
import dev.lumen.ir.core.CoreExpr.Let;
import dev.lumen.ir.core.CoreExpr.Literal;
import dev.lumen.ir.core.CoreExpr.MapUpdate;
import dev.lumen.ir.core.CoreExpr.PrimOp;
import dev.lumen.ir.core.CoreExpr.Receive;
import dev.lumen.ir.core.CoreExpr.Try;
import dev.lumen.ir.core.CoreExpr.Values;
import dev.lumen.ir.core.CoreExpr.Var;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.MapTerm;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Rewrites a module into the Core Erlang that OTP's own compiler takes, which is narrower than the
/// published language. The meaning stays.
///
/// - A pattern whose size or key depends on the pattern itself, or is no variable or constant, is
///   matched in steps ([SplitPatterns]).
/// - A guard that may fail is protected by `try`, and alternatives with a `try` are joined by
///   strict `or`: OTP takes a `try` in a guard only as the value of a `let`.
/// - The base of a map update is tested before; an update without pairs is nothing but the test.
public final class OtpDialect {
    private static final Set<String> COMPARISONS =
            Set.of("==", "/=", "=<", "<", ">=", ">", "=:=", "=/=");

    private final SplitPatterns split = new SplitPatterns(this);
    private int next;

    private OtpDialect() {}

    public static CoreModule of(CoreModule m) {
        return DeepStack.call(() -> {
            var functions = new ArrayList<FunctionDef>();
            for (FunctionDef f : m.functions()) {
                functions.add(
                        new FunctionDef(
                                f.name(), CoreRewrite.fun(f.fun(), new OtpDialect()::expr)));
            }
            return new CoreModule(
                    m.name(), m.file(), m.exports(), m.attributes(), functions, m.anno());
        });
    }

    Var fresh() {
        return new Var("_@" + next++);
    }

    FunctionName label() {
        return FunctionName.of("label^" + next++, 0);
    }

    private CoreExpr expr(CoreExpr e) {
        CoreExpr done = CoreRewrite.parts(e, this::expr, this::clause);
        return switch (done) {
            case MapUpdate m when !(m.base() instanceof Literal(MapTerm _, _)) -> guardedUpdate(m);
            case Case c -> split.split(c);
            case Receive r -> split.split(r);
            default -> done;
        };
    }

    private Clause clause(Clause c) {
        return CoreRewrite.clause(c, this::guard, this::expr);
    }

    private static CoreExpr guardedUpdate(MapUpdate m) {
        CoreExpr isMap = call("is_map", m.base());
        CoreExpr error =
                new PrimOp(
                        PrimOps.MATCH_FAIL,
                        List.of(
                                new CoreExpr.Tuple(
                                        List.of(new Literal(Atom.of("badmap")), m.base()),
                                        Anno.NONE)),
                        m.anno());
        return new Case(
                new Values(List.of(), Anno.NONE),
                List.of(
                        new Clause(
                                List.of(),
                                isMap,
                                m.pairs().isEmpty() ? m.base() : m,
                                Anno.GENERATED),
                        new Clause(List.of(), new Literal(Atom.TRUE), error, Anno.GENERATED)),
                Anno.NONE);
    }

    // ---- guards

    private CoreExpr guard(CoreExpr written) {
        CoreExpr g = checkedUpdates(written);
        return g instanceof Literal || isTest(g) ? g : containsTry(g) ? strict(g) : protect(g);
    }

    /// `map_size/1` fails where the base is no map, and OTP's compiler draws the conclusion.
    private CoreExpr checkedUpdates(CoreExpr e) {
        CoreExpr done = CoreRewrite.parts(e, this::checkedUpdates, c -> c);
        return done instanceof MapUpdate m && !(m.base() instanceof Literal(MapTerm _, _))
                ? new CoreExpr.Let(
                        List.of(fresh()),
                        call("map_size", m.base()),
                        m.pairs().isEmpty() ? m.base() : m,
                        m.anno())
                : done;
    }

    /// A comparison or a type test of one argument: never fails.
    private static boolean isTest(CoreExpr g) {
        return g instanceof CoreExpr.Call(_, Literal(Atom(String name), _), var args, _)
                && (args.size() == 1 && name.startsWith("is_")
                        || args.size() == 2 && COMPARISONS.contains(name));
    }

    /// Alternatives are a chain of `case A of <'true'> -> 'true' <_> -> Next end`.
    private CoreExpr strict(CoreExpr g) {
        if (!(g instanceof Case(var arg, var clauses, _)) || !containsTry(g)) {
            return protect(g);
        }
        CoreExpr then = clauses.getFirst().body();
        boolean isOr = then instanceof Literal(Atom a, _) && a.equals(Atom.TRUE);
        Var a = fresh();
        Var b = fresh();
        return new Let(
                List.of(a),
                strict(arg),
                new Let(
                        List.of(b),
                        strict(isOr ? clauses.getLast().body() : then),
                        call(isOr ? "or" : "and", a, b),
                        Anno.NONE),
                Anno.NONE);
    }

    private CoreExpr protect(CoreExpr g) {
        if (g instanceof Try) {
            return g;
        }
        Var v = fresh();
        return new Try(
                g, List.of(v), v, List.of(fresh(), fresh()), new Literal(Atom.FALSE), Anno.NONE);
    }

    private static boolean containsTry(CoreExpr g) {
        return switch (g) {
            case Try _ -> true;
            case Case(var arg, var clauses, _) ->
                    containsTry(arg) || clauses.stream().anyMatch(c -> containsTry(c.body()));
            case Let(_, var value, var body, _) -> containsTry(value) || containsTry(body);
            default -> false;
        };
    }

    private static CoreExpr call(String name, CoreExpr... args) {
        return new CoreExpr.Call(
                new Literal(Atom.of("erlang")),
                new Literal(Atom.of(name)),
                List.of(args),
                Anno.GENERATED);
    }
}
