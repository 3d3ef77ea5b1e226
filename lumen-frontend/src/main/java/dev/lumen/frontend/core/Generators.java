package dev.lumen.frontend.core;

import dev.lumen.ir.core.Anno;
import dev.lumen.ir.core.Clause;
import dev.lumen.ir.core.CoreExpr;
import dev.lumen.ir.core.CoreExpr.Var;
import dev.lumen.ir.core.CorePattern;
import dev.lumen.ir.core.Segment;
import dev.lumen.ir.forms.Expr;
import dev.lumen.ir.forms.Qualifier;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.Nil;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The generators of comprehensions. A qualifier opens as a [Loop], one generator or several that
/// advance together, from which the clauses of its function are made.
final class Generators {
    private final FunctionLowering f;

    Generators(FunctionLowering f) {
        this.f = f;
    }

    /// One generator.
    ///
    /// - `source`: what the function is first called with; `rest`: what it is called with for the
    ///   next element;
    /// - `match`: the pattern of an element that is taken, binding `rest`;
    /// - `skip`: the pattern of any element, binding `rest` again;
    /// - `element`: in a strict generator, the pattern of any element and what it is then: the one
    ///   that did not match;
    /// - `end`: the pattern of a source used up.
    private record Generator(
            CoreExpr source,
            CoreExpr rest,
            CorePattern match,
            List<CoreExpr> tests,
            CorePattern skip,
            Clash clash,
            CorePattern end,
            Refill refill,
            boolean strict,
            boolean total) {}

    /// An element that a strict generator does not accept: its pattern, and the element.
    private record Clash(CorePattern pattern, CoreExpr element) {}

    /// A state of the source that has to be turned into another first (the iterator of a large
    /// map); null when there is no such.
    private record Refill(CorePattern pattern, CoreExpr next) {}

    /// An open qualifier: the variables of its patterns are bound since `mark`.
    final class Loop {
        private final List<Generator> all;
        private final int mark;
        private final Anno anno;

        private Loop(List<Generator> all, int mark, Anno anno) {
            this.all = all;
            this.mark = mark;
            this.anno = anno;
        }

        int mark() {
            return mark;
        }

        int arity() {
            return all.size();
        }

        /// Strict generators don't mix with guards: an element that a guard refuses is no mismatch.
        boolean isStrict() {
            return all.stream().anyMatch(Generator::strict);
        }

        List<CoreExpr> sources() {
            return all.stream().map(Generator::source).toList();
        }

        List<CoreExpr> rests() {
            return all.stream().map(Generator::rest).toList();
        }

        /// The clauses of the function: an element taken, an element skipped, the end, and what is
        /// no source.
        List<Clause> clauses(
                CoreExpr guard,
                CoreExpr body,
                Function<List<CoreExpr>, CoreExpr> again,
                CoreExpr end) {
            var clauses = new ArrayList<Clause>();
            CoreExpr when = guard;
            for (Generator g : all.reversed()) {
                when = testsAnd(g, when);
            }
            clauses.add(
                    new Clause(all.stream().map(Generator::match).toList(), when, body, Anno.NONE));
            boolean total = Build.isTrue(when) && all.stream().allMatch(Generator::total);
            if (!total) {
                mismatch(again, clauses);
            }
            clauses.add(
                    new Clause(
                            all.stream().map(Generator::end).toList(), Build.TRUE, end, Anno.NONE));
            refills(again, clauses);
            List<Var> seen = f.fresh(all.size());
            clauses.add(Build.generated(seen.stream().map(Build::bind).toList(), bad(seen)));
            return clauses;
        }

        /// An element that is there but is not taken. A strict generator that does not match is an
        /// error, whatever the others do; a plain one skips.
        private void mismatch(Function<List<CoreExpr>, CoreExpr> again, List<Clause> clauses) {
            if (!all.stream().allMatch(Generator::strict)) {
                CoreExpr when = Build.TRUE;
                var patterns = new ArrayList<CorePattern>();
                for (Generator g : all) {
                    patterns.add(g.strict() ? g.match() : g.skip());
                    when = g.strict() ? testsAnd(g, when) : when;
                }
                clauses.add(new Clause(patterns, when, again.apply(rests()), Anno.GENERATED));
            }
            for (Generator g : all) {
                if (g.strict()) {
                    clauses.add(clash(g));
                }
            }
        }

        private Clause clash(Generator wrong) {
            var patterns = new ArrayList<CorePattern>();
            CoreExpr when = Build.TRUE;
            boolean before = true;
            for (Generator g : all) {
                before &= g != wrong;
                boolean fits = before && g.strict();
                patterns.add(g == wrong ? g.clash().pattern() : fits ? g.match() : g.skip());
                when = fits ? testsAnd(g, when) : when;
            }
            return new Clause(
                    patterns,
                    when,
                    Build.call(
                            "erlang",
                            "error",
                            anno,
                            new CoreExpr.Tuple(
                                    List.of(Build.atom("badmatch"), wrong.clash().element()),
                                    Anno.NONE)),
                    Anno.GENERATED);
        }

        private CoreExpr testsAnd(Generator g, CoreExpr guard) {
            CoreExpr all = guard;
            for (CoreExpr test : g.tests().reversed()) {
                all = f.guards.both(test, all);
            }
            return all;
        }

        private void refills(Function<List<CoreExpr>, CoreExpr> again, List<Clause> clauses) {
            for (int i = 0; i < all.size(); i++) {
                Refill refill = all.get(i).refill();
                if (refill == null) {
                    continue;
                }
                List<Var> others = f.fresh(all.size());
                var patterns =
                        new ArrayList<CorePattern>(others.stream().map(Build::bind).toList());
                patterns.set(i, refill.pattern());
                var args = new ArrayList<CoreExpr>(others);
                Var next = f.names.fresh();
                args.set(i, next);
                clauses.add(
                        Build.generated(
                                patterns,
                                new CoreExpr.Let(
                                        List.of(next),
                                        refill.next(),
                                        again.apply(args),
                                        Anno.NONE)));
            }
        }

        private CoreExpr bad(List<Var> seen) {
            CoreExpr reason =
                    seen.size() == 1
                            ? new CoreExpr.Tuple(
                                    List.of(Build.atom("bad_generator"), seen.getFirst()),
                                    Anno.NONE)
                            : new CoreExpr.Tuple(
                                    List.of(
                                            Build.atom("bad_generators"),
                                            new CoreExpr.Tuple(List.copyOf(seen), Anno.NONE)),
                                    Anno.NONE);
            return Build.call("erlang", "error", anno, reason);
        }
    }

    /// Evaluates the sources in `out`, then binds the variables of the patterns, until the mark of
    /// the loop is gone back to.
    Loop open(Qualifier q, Steps out) {
        List<Qualifier> parts =
                q instanceof Qualifier.Zip(_, var generators) ? generators : List.of(q);
        var sources = new ArrayList<CoreExpr>();
        for (Qualifier part : parts) {
            sources.add(source(part, out));
        }
        int mark = f.bindings.mark();
        var all = new ArrayList<Generator>();
        for (int i = 0; i < parts.size(); i++) {
            all.add(generator(parts.get(i), sources.get(i)));
        }
        return new Loop(all, mark, Build.at(q.anno()));
    }

    private CoreExpr source(Qualifier q, Steps out) {
        return switch (q) {
            case Qualifier.ListGenerator(_, _, var source, _) -> f.exprs.simple(source, out);
            case Qualifier.BinaryGenerator(_, _, var source, _) -> f.exprs.simple(source, out);
            case Qualifier.MapGenerator(var anno, _, var source, _) ->
                    iterator(f.exprs.shared(f.exprs.expr(source, out), out), Build.at(anno), out);
            case Qualifier.Zip _, Qualifier.Filter _ ->
                    Build.NIL; // not inside a zip: reported by lint
        };
    }

    private Generator generator(Qualifier q, CoreExpr source) {
        return switch (q) {
            case Qualifier.ListGenerator(_, var pattern, _, boolean strict) ->
                    list(pattern, source, strict);
            case Qualifier.BinaryGenerator(_, Expr.BinaryExpr pattern, _, boolean strict) ->
                    bits(pattern, source, strict);
            case Qualifier.BinaryGenerator(_, var pattern, _, boolean strict) -> {
                f.problems.illegalPattern(pattern.anno());
                yield list(pattern, source, strict);
            }
            case Qualifier.MapGenerator m -> map(m, source);
            case Qualifier.Zip _, Qualifier.Filter _ -> {
                f.problems.illegalExpression(q.anno());
                yield list(new Expr.NilExpr(q.anno()), source, false);
            }
        };
    }

    // ---- lists

    private Generator list(Expr pattern, CoreExpr source, boolean strict) {
        var lowered = f.patterns.lower(List.of(pattern));
        CorePattern element = lowered.patterns().getFirst();
        Var rest = f.names.fresh();
        Var clash = f.names.fresh();
        return new Generator(
                source,
                rest,
                new CorePattern.Cons(element, Build.bind(rest), Anno.NONE),
                lowered.tests(),
                new CorePattern.Cons(f.patterns.any(), Build.bind(rest), Anno.NONE),
                new Clash(
                        new CorePattern.Cons(Build.bind(clash), f.patterns.any(), Anno.NONE),
                        clash),
                Build.constant(Nil.NIL),
                null,
                strict,
                element instanceof CorePattern.Bind);
    }

    // ---- bit strings

    /// An element is what the segments of the pattern cover. Where the bits left are fewer, a plain
    /// generator ends; a strict one ends where none are left.
    private Generator bits(Expr.BinaryExpr pattern, CoreExpr source, boolean strict) {
        var clause = f.patterns.open();
        List<Segment<CorePattern>> segments = f.bits.patternSegments(pattern, clause);
        Var rest = f.names.fresh();
        var match = new ArrayList<>(segments);
        match.add(all(Build.bind(rest)));
        var skip = new ArrayList<Segment<CorePattern>>();
        boolean total = true;
        for (var s : segments) {
            boolean any = s.value() instanceof CorePattern.Bind;
            total &= any;
            skip.add(any ? s : withValue(s, f.patterns.any()));
        }
        skip.add(all(Build.bind(rest)));
        Var clash = f.names.fresh();
        CorePattern any = new CorePattern.Binary(List.of(all(f.patterns.any())), Anno.NONE);
        return new Generator(
                source,
                rest,
                new CorePattern.Binary(match, Anno.NONE),
                clause.tests(),
                new CorePattern.Binary(skip, Anno.NONE),
                new Clash(new CorePattern.Alias(clash, nonEmpty(), Anno.NONE), clash),
                strict ? new CorePattern.Binary(List.of(), Anno.NONE) : any,
                null,
                strict,
                total && !strict);
    }

    private CorePattern nonEmpty() {
        var bit =
                new Segment<>(
                        f.patterns.any(),
                        new Segment.Size.Of(Build.literal(Int.of(1))),
                        1,
                        Segment.Type.INTEGER,
                        false,
                        Segment.Endian.BIG,
                        Anno.NONE);
        return new CorePattern.Binary(List.of(bit, all(f.patterns.any())), Anno.NONE);
    }

    private static Segment<CorePattern> all(CorePattern value) {
        return new Segment<>(
                value,
                new Segment.Size.All(),
                1,
                Segment.Type.BINARY,
                false,
                Segment.Endian.BIG,
                Anno.NONE);
    }

    private static Segment<CorePattern> withValue(Segment<CorePattern> s, CorePattern value) {
        return new Segment<>(value, s.size(), s.unit(), s.type(), s.signed(), s.endian(), s.anno());
    }

    // ---- maps

    /// The state is an iterator as of module `maps`: `{K,V,Next}`, `[Path|Map]` (which
    /// `erts_internal:map_next/3` turns into one of the others), or `none`.
    private Generator map(Qualifier.MapGenerator m, CoreExpr source) {
        var lowered = f.patterns.lower(List.of(m.pattern().key(), m.pattern().value()));
        CorePattern key = lowered.patterns().get(0);
        CorePattern value = lowered.patterns().get(1);
        Var rest = f.names.fresh();
        Var clashKey = f.names.fresh();
        Var clashValue = f.names.fresh();
        Var path = f.names.fresh();
        Var map = f.names.fresh();
        boolean total = key instanceof CorePattern.Bind && value instanceof CorePattern.Bind;
        return new Generator(
                source,
                rest,
                tuple(key, value, Build.bind(rest)),
                lowered.tests(),
                tuple(f.patterns.any(), f.patterns.any(), Build.bind(rest)),
                new Clash(
                        tuple(Build.bind(clashKey), Build.bind(clashValue), f.patterns.any()),
                        new CoreExpr.Tuple(List.of(clashKey, clashValue), Anno.NONE)),
                Build.constant(Atom.of("none")),
                new Refill(
                        new CorePattern.Cons(Build.bind(path), Build.bind(map), Anno.NONE),
                        Build.call(
                                "erts_internal",
                                "map_next",
                                Anno.NONE,
                                path,
                                map,
                                Build.atom("iterator"))),
                m.strict(),
                total);
    }

    private static CorePattern tuple(CorePattern... elements) {
        return new CorePattern.Tuple(List.of(elements), Anno.NONE);
    }

    /// The first state of an iteration over a map, or an iterator as it is.
    private CoreExpr iterator(CoreExpr source, Anno anno, Steps out) {
        Var map = f.names.fresh();
        Var iterator = f.names.fresh();
        Var used = f.names.fresh();
        Var bad = f.names.fresh();
        CoreExpr error =
                Build.call(
                        "erlang",
                        "error",
                        anno,
                        new CoreExpr.Tuple(List.of(Build.atom("bad_generator"), bad), Anno.NONE));
        var state =
                new CoreExpr.Case(
                        source,
                        List.of(
                                Build.clause(
                                        new CorePattern.Alias(
                                                map,
                                                new CorePattern.Map(List.of(), Anno.NONE),
                                                Anno.NONE),
                                        new CoreExpr.Cons(
                                                Build.literal(Int.of(0)), map, Anno.NONE)),
                                Build.clause(
                                        new CorePattern.Alias(
                                                iterator,
                                                tuple(
                                                        f.patterns.any(),
                                                        f.patterns.any(),
                                                        f.patterns.any()),
                                                Anno.NONE),
                                        iterator),
                                Build.clause(
                                        new CorePattern.Alias(
                                                used,
                                                new CorePattern.Cons(
                                                        f.patterns.any(),
                                                        f.patterns.any(),
                                                        Anno.NONE),
                                                Anno.NONE),
                                        used),
                                Build.clause(Build.constant(Atom.of("none")), Build.atom("none")),
                                Build.generated(Build.bind(bad), error)),
                        Anno.NONE);
        return f.exprs.name(state, out);
    }
}
