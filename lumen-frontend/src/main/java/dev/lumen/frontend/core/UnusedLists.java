package dev.lumen.frontend.core;

import dev.lumen.ir.core.Anno;
import dev.lumen.ir.core.Clause;
import dev.lumen.ir.core.CoreExpr;
import dev.lumen.ir.core.CoreExpr.Case;
import dev.lumen.ir.core.CoreExpr.Let;
import dev.lumen.ir.core.CoreExpr.Letrec;
import dev.lumen.ir.core.CoreExpr.Seq;
import dev.lumen.ir.core.CoreRewrite;
import dev.lumen.ir.core.FunctionDef;

import java.util.List;

/// Comprehensions whose list nobody looks at do not make it: `[f(X) || X <- Xs], ok` calls `f` for
/// each, and its loop is a tail call. OTP's compiler does so too: such loops run in constant space,
/// and stack traces show it.
///
/// The loop of such a comprehension gives `[]`, or what its last call gives. Nobody looks at what
/// the cleanup of a `try` gives either.
final class UnusedLists {
    private final Occurrences occurrences;

    private UnusedLists(Occurrences occurrences) {
        this.occurrences = occurrences;
    }

    static FunctionDef in(FunctionDef def) {
        var pass = new UnusedLists(new Occurrences(def.fun()));
        return new FunctionDef(def.name(), CoreRewrite.fun(def.fun(), pass::value));
    }

    /// An expression whose value is wanted.
    private CoreExpr value(CoreExpr e) {
        return switch (e) {
            case Seq(var first, var then, var a) -> before(effect(first), value(then), a);
            case Let(var vars, var value, var body, var a)
                    when vars.size() == 1 && occurrences.of(vars.getFirst()) == 0 ->
                    before(effect(value), value(body), a);
            case Letrec(var cleanup, var body, var a) when a.has(Anno.AFTER) ->
                    new Letrec(effects(cleanup), value(body), a);
            default ->
                    CoreRewrite.parts(
                            e,
                            this::value,
                            c -> CoreRewrite.clause(c, guard -> guard, this::value));
        };
    }

    /// An expression that is there for its effects: what only makes its value is dropped.
    private CoreExpr effect(CoreExpr e) {
        if (Build.isSimple(e) && !(e instanceof CoreExpr.Literal)) {
            occurrences.remove(e);
            return Build.NIL;
        }
        return switch (e) {
            case Seq(var first, var then, var a) -> both(effect(first), effect(then), a);
            case Let(var vars, var value, var body, var a) -> {
                CoreExpr rest = effect(body);
                boolean unused = vars.stream().allMatch(v -> occurrences.of(v) == 0);
                yield unused && vars.size() == 1
                        ? both(effect(value), rest, a)
                        : new Let(vars, value(value), rest, a);
            }
            case Case(var arg, var clauses, var a) ->
                    new Case(value(arg), clauses.stream().map(this::effect).toList(), a);
            case Letrec(var loops, var body, var a) when a.has(Anno.LIST_COMPREHENSION) ->
                    new Letrec(effects(loops), effect(body), a);
            default -> value(e);
        };
    }

    private List<FunctionDef> effects(List<FunctionDef> functions) {
        return functions.stream()
                .map(f -> new FunctionDef(f.name(), CoreRewrite.fun(f.fun(), this::effect)))
                .toList();
    }

    private Clause effect(Clause c) {
        return CoreRewrite.clause(c, guard -> guard, this::effect);
    }

    /// Two effects; the second is a tail call if it can be, and the first if there is no second.
    private static CoreExpr both(CoreExpr first, CoreExpr then, Anno anno) {
        return Build.isSimple(then) ? first : before(first, then, anno);
    }

    private static CoreExpr before(CoreExpr first, CoreExpr then, Anno anno) {
        return Build.isSimple(first) ? then : new Seq(first, then, anno);
    }
}
