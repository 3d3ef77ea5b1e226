package dev.lumen.frontend.core;

import dev.lumen.ir.core.Anno;
import dev.lumen.ir.core.Clause;
import dev.lumen.ir.core.CoreConstants;
import dev.lumen.ir.core.CoreExpr;
import dev.lumen.ir.core.CoreExpr.Var;
import dev.lumen.ir.core.FunctionDef;
import dev.lumen.ir.core.FunctionName;
import dev.lumen.ir.core.PrimOps;
import dev.lumen.ir.core.Segment;
import dev.lumen.ir.forms.Expr;
import dev.lumen.ir.forms.MapField;
import dev.lumen.ir.forms.Qualifier;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Bits;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Comprehensions: each generator is a function of a `letrec` that goes over its source.
///
/// - A list is built from the front: `'lc$^N'(Rest)` gives the elements from `Rest` and what comes
///   after, so an inner generator ends by calling the outer one with its rest. No list is appended
///   to another.
/// - A bit string is accumulated: `'lbc$^N'(Rest, Acc)` gives all of it.
/// - A map is made of a list of pairs.
///
/// Guards that follow a generator become guards of its clause. What the generators do is in
/// [Generators].
final class ComprehensionLowering {
    private final FunctionLowering f;
    private final Generators generators;

    ComprehensionLowering(FunctionLowering f) {
        this.f = f;
        this.generators = new Generators(f);
    }

    /// What a comprehension that makes a list is made of: one element or several for each round.
    private record Comprehension(
            List<Qualifier> qualifiers, Function<Steps, List<CoreExpr>> templates) {}

    /// The list, followed by `more` (a variable or a constant).
    CoreExpr list(Expr.ListComprehension c, CoreExpr more, Steps out) {
        int mark = f.bindings.mark();
        var list =
                new Comprehension(c.qualifiers(), steps -> f.exprs.simples(c.templates(), steps));
        CoreExpr all = elements(list, 0, more, out);
        f.bindings.undo(mark);
        return all;
    }

    CoreExpr map(Expr.MapComprehension c, Steps out) {
        int mark = f.bindings.mark();
        var list = new Comprehension(c.qualifiers(), steps -> pairs(c.templates(), steps));
        CoreExpr pairs = elements(list, 0, Build.NIL, out);
        f.bindings.undo(mark);
        return Build.call("maps", "from_list", Build.at(c.anno()), f.exprs.name(pairs, out));
    }

    private List<CoreExpr> pairs(List<MapField> fields, Steps out) {
        var all = new ArrayList<CoreExpr>();
        for (MapField field : fields) {
            CoreExpr key = f.exprs.simple(field.key(), out);
            all.add(
                    CoreConstants.tuple(
                            List.of(key, f.exprs.simple(field.value(), out)), Anno.NONE));
        }
        return all;
    }

    CoreExpr bits(Expr.BinaryComprehension c, Steps out) {
        int mark = f.bindings.mark();
        CoreExpr all = accumulated(c, 0, Build.literal(Bits.EMPTY), out);
        f.bindings.undo(mark);
        return all;
    }

    // ---- lists

    /// The elements that the qualifiers from the `i`th on give, followed by `more` (which is small
    /// and used many times).
    private CoreExpr elements(Comprehension c, int i, CoreExpr more, Steps out) {
        List<Qualifier> qs = c.qualifiers();
        if (i == qs.size()) {
            List<CoreExpr> heads = c.templates().apply(out);
            return CoreConstants.list(heads, f.exprs.name(more, out), Anno.NONE);
        }
        if (qs.get(i) instanceof Qualifier.Filter(var condition)) {
            return filter(condition, out, steps -> elements(c, i + 1, more, steps), more);
        }
        var loop = generators.open(qs.get(i), out);
        FunctionName name = f.inner("lc", qs.get(i), loop.arity());
        int next = i + 1;
        CoreExpr guard = Build.TRUE;
        if (!loop.isStrict()) {
            next = afterGuards(qs, i + 1);
            guard = guards(qs.subList(i + 1, next));
        }
        var steps = new Steps();
        Anno again = Build.at(qs.get(i).anno());
        CoreExpr body = elements(c, next, apply(name, again, loop.rests()), steps);
        List<Clause> clauses =
                loop.clauses(guard, steps.close(body), rests -> apply(name, again, rests), more);
        f.bindings.undo(loop.mark());
        List<Var> params = f.fresh(loop.arity());
        var function =
                new CoreExpr.Fun(
                        params,
                        new CoreExpr.Case(Build.values(params), clauses, Anno.NONE),
                        Anno.NONE);
        return new CoreExpr.Letrec(
                List.of(new FunctionDef(name, function)),
                apply(name, again, loop.sources()),
                Anno.NONE.with(Anno.LIST_COMPREHENSION));
    }

    // ---- bit strings

    /// `acc` and after it what the qualifiers from the `i`th on give.
    private CoreExpr accumulated(Expr.BinaryComprehension c, int i, CoreExpr acc, Steps out) {
        List<Qualifier> qs = c.qualifiers();
        if (i == qs.size()) {
            return append(acc, c.template(), out);
        }
        if (qs.get(i) instanceof Qualifier.Filter(var condition)) {
            return filter(condition, out, steps -> accumulated(c, i + 1, acc, steps), acc);
        }
        var loop = generators.open(qs.get(i), out);
        FunctionName name = f.inner("lbc", qs.get(i), loop.arity() + 1);
        int next = i + 1;
        CoreExpr guard = Build.TRUE;
        if (!loop.isStrict()) {
            next = afterGuards(qs, i + 1);
            guard = guards(qs.subList(i + 1, next));
        }
        Var before = f.names.fresh();
        var steps = new Steps();
        CoreExpr longer = f.exprs.name(accumulated(c, next, before, steps), steps);
        Anno again = Build.at(qs.get(i).anno());
        CoreExpr body = steps.close(apply(name, again, loop.rests(), longer));
        List<Clause> clauses =
                loop.clauses(guard, body, rests -> apply(name, again, rests, before), before);
        f.bindings.undo(loop.mark());
        List<Var> params = new ArrayList<>(f.fresh(loop.arity()));
        CoreExpr match = new CoreExpr.Case(Build.values(params), clauses, Anno.NONE);
        params.add(before);
        return new CoreExpr.Letrec(
                List.of(new FunctionDef(name, new CoreExpr.Fun(params, match, Anno.NONE))),
                apply(name, Build.at(c.anno()), loop.sources(), acc),
                Anno.NONE.with(Anno.LIST_COMPREHENSION));
    }

    private CoreExpr append(CoreExpr acc, Expr template, Steps out) {
        var segments = new ArrayList<Segment<CoreExpr>>();
        segments.add(whole(acc));
        if (template instanceof Expr.BinaryExpr b) {
            segments.addAll(f.bits.segments(b, out));
        } else {
            segments.add(whole(f.exprs.simple(template, out)));
        }
        return new CoreExpr.Binary(segments, Build.at(template.anno()));
    }

    private static Segment<CoreExpr> whole(CoreExpr bits) {
        return new Segment<>(
                bits,
                new Segment.Size.All(),
                1,
                Segment.Type.BINARY,
                false,
                Segment.Endian.BIG,
                Anno.NONE);
    }

    // ---- filters

    /// The first qualifier from `i` on that is no guard.
    private int afterGuards(List<Qualifier> qs, int i) {
        int next = i;
        while (next < qs.size()
                && qs.get(next) instanceof Qualifier.Filter(var condition)
                && f.guards.isGuardTest(condition)) {
            next++;
        }
        return next;
    }

    private CoreExpr guards(List<Qualifier> filters) {
        List<Expr> tests = filters.stream().map(q -> ((Qualifier.Filter) q).condition()).toList();
        return tests.isEmpty() ? Build.TRUE : f.guards.guard(List.of(tests), List.of());
    }

    private CoreExpr filter(
            Expr condition, Steps out, Function<Steps, CoreExpr> then, CoreExpr otherwise) {
        if (f.guards.isGuardTest(condition)) {
            CoreExpr guard = f.guards.guard(List.of(List.of(condition)), List.of());
            var steps = new Steps();
            CoreExpr body = steps.close(then.apply(steps));
            return new CoreExpr.Case(
                    new CoreExpr.Values(List.of(), Anno.NONE),
                    List.of(
                            new Clause(List.of(), guard, body, Anno.NONE),
                            Build.generated(List.of(), otherwise)),
                    Anno.NONE);
        }
        CoreExpr value = f.exprs.expr(condition, out);
        var steps = new Steps();
        CoreExpr body = steps.close(then.apply(steps));
        Var other = f.names.fresh();
        CoreExpr error =
                Build.primop(
                        PrimOps.MATCH_FAIL,
                        Build.at(condition.anno()),
                        new CoreExpr.Tuple(List.of(Build.atom("bad_filter"), other), Anno.NONE));
        return new CoreExpr.Case(
                value,
                List.of(
                        Build.clause(Build.constant(Atom.TRUE), body),
                        Build.clause(Build.constant(Atom.FALSE), otherwise),
                        Build.generated(Build.bind(other), error)),
                Anno.NONE);
    }

    private static CoreExpr apply(
            FunctionName name, Anno anno, List<CoreExpr> args, CoreExpr... last) {
        var all = new ArrayList<>(args);
        all.addAll(List.of(last));
        return new CoreExpr.Apply(new CoreExpr.FunctionRef(name, Anno.NONE), all, anno);
    }
}
