package dev.lumen.frontend.lint;

import dev.lumen.frontend.lint.LintProblem.Plain;
import dev.lumen.ir.forms.BinElement;
import dev.lumen.ir.forms.Expr;
import dev.lumen.ir.forms.MapField;
import dev.lumen.ir.forms.Qualifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Checks comprehensions, whose generators shadow and whose variables stay inside.
final class ComprehensionLint {
    private static final Set<String> UNSIZED = Set.of("binary", "bytes", "bits", "bitstring");

    private final LintContext cx;
    private final Lint lint;

    /// All variables so far, and the outer ones that generators have shadowed.
    private VarTable vars;

    private VarTable shadowed;

    ComprehensionLint(LintContext cx, Lint lint) {
        this.cx = cx;
        this.lint = lint;
    }

    VarTable comprehension(List<Expr> templates, List<Qualifier> qualifiers, VarTable outer) {
        var one = new ComprehensionLint(cx, lint); // comprehensions lie within one another
        boolean saved = cx.inRecordDefinition;
        cx.inRecordDefinition = false;
        one.vars = outer;
        one.shadowed = VarTable.EMPTY;
        Resolver.Function function = cx.resolver.function();
        qualifiers.forEach(one::qualifier);
        cx.inRecordDefinition = saved;
        VarTable kept = one.finish(templates, outer);
        cx.resolver.leaveTo(function);
        return kept;
    }

    private VarTable finish(List<Expr> templates, VarTable outer) {
        VarTable used = lint.exprs().exprs(templates, vars);
        VarTable after = used.over(vars);
        cx.warnUnusedOld(after, shadowed);
        cx.warnUnusedNew(shadowed, outer);
        cx.warnUnusedNew(after, outer);
        VarTable kept = after.minus(shadowed).merge(shadowed);
        return kept.within(outer).withoutUnused().withoutUnsafe();
    }

    private void qualifier(Qualifier qualifier) {
        switch (qualifier) {
            case Qualifier.ListGenerator(_, var pattern, var source, _) ->
                    generator(List.of(source), List.of(pattern));
            case Qualifier.BinaryGenerator(_, var pattern, var source, _) -> {
                checkSizes(pattern);
                generator(List.of(source), List.of(pattern));
            }
            case Qualifier.MapGenerator(_, MapField(_, _, var key, var value), var source, _) ->
                    generator(List.of(source), List.of(key, value));
            case Qualifier.Zip(_, var generators) -> zip(generators);
            case Qualifier.Filter(var condition) -> {
                VarTable used =
                        lint.guards().isGuardTest(condition)
                                ? lint.guards().test(condition, vars)
                                : lint.exprs().expr(condition, vars);
                vars = used.over(vars);
            }
        }
    }

    /// Generators that advance together do not see each other's variables.
    private void zip(List<Qualifier> generators) {
        var sources = new ArrayList<Expr>();
        var patterns = new ArrayList<Expr>();
        for (Qualifier generator : generators) {
            switch (generator) {
                case Qualifier.ListGenerator(_, var pattern, var source, _) -> {
                    sources.add(source);
                    patterns.add(pattern);
                }
                case Qualifier.BinaryGenerator(_, var pattern, var source, _) -> {
                    checkSizes(pattern);
                    sources.add(source);
                    patterns.add(pattern);
                }
                case Qualifier.MapGenerator(
                                _,
                                MapField(_, _, var key, var value),
                                var source,
                                _) -> {
                    sources.add(source);
                    patterns.add(key);
                    patterns.add(value);
                }
                case Qualifier.Zip _, Qualifier.Filter _ ->
                        cx.report(generator.anno(), Plain.ZIP_OF_NON_GENERATOR);
            }
        }
        generator(sources, patterns);
    }

    private void generator(List<Expr> sources, List<Expr> patterns) {
        VarTable used = lint.exprs().exprs(sources, vars);
        VarTable before = used.within(vars).over(vars);
        cx.warnUnusedNew(used, vars);
        cx.resolver.enterFunction();
        PatternLint.Vars bound = lint.patterns().functionHead(patterns, before);
        VarTable outer = bound.used().over(before);
        lint.funs().warnShadowing(bound.fresh(), before, "generate");
        VarTable hidden = outer.within(bound.fresh());
        cx.warnUnusedOld(hidden, shadowed);
        shadowed = hidden.minus(shadowed).over(shadowed);
        vars = bound.fresh().over(outer.minus(bound.fresh()));
    }

    private void checkSizes(Expr pattern) {
        if (pattern instanceof Expr.BinaryExpr(_, var elements) && !elements.isEmpty()) {
            BinElement last = elements.getLast();
            if (last.size().isEmpty()
                    && last.types().stream().anyMatch(t -> UNSIZED.contains(t.name().name()))) {
                cx.report(last.anno(), Plain.UNSIZED_BINARY_IN_GENERATOR);
            }
        }
    }
}
