package dev.lumen.ir.core;

import dev.lumen.ir.core.CoreExpr.Case;
import dev.lumen.ir.core.CoreExpr.Let;
import dev.lumen.ir.core.CoreExpr.Letrec;
import dev.lumen.ir.core.CoreExpr.Literal;
import dev.lumen.ir.core.CoreExpr.Receive;
import dev.lumen.ir.core.CoreExpr.Try;
import dev.lumen.ir.core.CoreExpr.Values;
import dev.lumen.ir.core.CoreExpr.Var;
import dev.lumen.ir.term.Atom;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A pattern that holds an expression which the same pattern must be matched for first becomes two:
/// the part before it, with a variable for what is left, and in the body of that a match of what is
/// left. Where the second fails, the clauses after it are tried: they are a label.
final class SplitPatterns {
    /// What remains to be matched inside: `setup` binds `vars`, which must match `patterns`.
    private record Remainder(
            List<Var> vars, CoreExpr setup, List<Var> inner, List<CorePattern> patterns) {
        Remainder plus(Var v, CorePattern p) {
            var moreInner = new ArrayList<>(inner);
            moreInner.add(v);
            var morePatterns = new ArrayList<>(patterns);
            morePatterns.add(p);
            return new Remainder(vars, setup, moreInner, morePatterns);
        }
    }

    private final OtpDialect dialect;

    /// Of the pattern at work: the first thing found that had to be split off.
    private Remainder found;

    SplitPatterns(OtpDialect dialect) {
        this.dialect = dialect;
    }

    CoreExpr split(Case c) {
        if (c.clauses().stream().noneMatch(this::needsSplit)) {
            return c;
        }
        var operands = new ArrayList<CoreExpr>();
        if (c.arg() instanceof Values(var values, _)) {
            operands.addAll(values);
        } else if (c.arg() instanceof Var || c.arg() instanceof Literal) {
            operands.add(c.arg());
        } else {
            Var v = dialect.fresh();
            operands.add(v);
            return new Let(
                    List.of(v), c.arg(), clauses(operands, c.clauses(), c.anno()), Anno.NONE);
        }
        return clauses(operands, c.clauses(), c.anno());
    }

    /// The message is taken from the queue only when the whole pattern fits, so the loop over the
    /// queue is spelled out.
    CoreExpr split(Receive r) {
        if (r.clauses().stream().noneMatch(this::needsSplit)) {
            return r;
        }
        FunctionName loop = FunctionName.of("recv$^" + dialect.fresh().name().substring(2), 0);
        CoreExpr again =
                new CoreExpr.Apply(new CoreExpr.FunctionRef(loop, Anno.NONE), List.of(), Anno.NONE);
        Var there = dialect.fresh();
        Var message = dialect.fresh();
        var clauses = new ArrayList<Clause>();
        for (Clause c : r.clauses()) {
            clauses.add(
                    new Clause(
                            c.patterns(),
                            c.guard(),
                            new CoreExpr.Seq(primop(PrimOps.REMOVE_MESSAGE), c.body(), Anno.NONE),
                            c.anno()));
        }
        clauses.add(
                new Clause(
                        List.of(bind(dialect.fresh())),
                        truth(),
                        new CoreExpr.Seq(primop(PrimOps.RECV_NEXT), again, Anno.NONE),
                        Anno.GENERATED));
        Var late = dialect.fresh();
        CoreExpr wait =
                new Let(
                        List.of(late),
                        primop(PrimOps.RECV_WAIT_TIMEOUT, r.timeout()),
                        bool(late, r.action(), again),
                        Anno.NONE);
        CoreExpr look =
                new Let(
                        List.of(there, message),
                        primop(PrimOps.RECV_PEEK_MESSAGE),
                        bool(there, clauses(List.of(message), clauses, r.anno()), wait),
                        Anno.NONE);
        return label(loop, look, again);
    }

    private CoreExpr clauses(List<CoreExpr> operands, List<Clause> clauses, Anno anno) {
        for (int i = 0; i < clauses.size(); i++) {
            Clause c = clauses.get(i);
            if (needsSplit(c)) {
                FunctionName name = dialect.label();
                CoreExpr next =
                        new CoreExpr.Apply(
                                new CoreExpr.FunctionRef(name, Anno.NONE), List.of(), Anno.NONE);
                var before = new ArrayList<>(clauses.subList(0, i));
                before.add(split(c, next));
                before.add(otherwise(operands.size(), next));
                return label(
                        name,
                        clauses(operands, clauses.subList(i + 1, clauses.size()), anno),
                        new Case(values(operands), before, anno));
            }
        }
        return new Case(values(operands), clauses, anno);
    }

    /// The clause, or as much of its patterns as can be matched at once and the rest in the body.
    private Clause split(Clause c, CoreExpr next) {
        found = null;
        var bound = new HashSet<String>();
        var patterns = new ArrayList<CorePattern>();
        for (CorePattern p : c.patterns()) {
            patterns.add(outer(p, bound));
        }
        if (found == null) {
            return c;
        }
        Remainder rest = found;
        Clause inside = split(new Clause(rest.patterns(), c.guard(), c.body(), c.anno()), next);
        CoreExpr match =
                new Case(
                        values(rest.inner()),
                        List.of(inside, otherwise(rest.inner().size(), next)),
                        Anno.NONE);
        CoreExpr body =
                rest.setup() == null ? match : new Let(rest.vars(), rest.setup(), match, Anno.NONE);
        return new Clause(patterns, truth(), body, c.anno());
    }

    private boolean needsSplit(Clause c) {
        found = null;
        var bound = new HashSet<String>();
        c.patterns().forEach(p -> outer(p, bound));
        return found != null;
    }

    // ---- taking a pattern apart

    private CorePattern outer(CorePattern p, Set<String> bound) {
        return switch (p) {
            case CorePattern.Bind(Var v) -> {
                bound.add(v.name());
                yield p;
            }
            case CorePattern.Literal _ -> p;
            case CorePattern.Cons(var head, var tail, var a) -> {
                CorePattern h = outer(head, bound);
                yield new CorePattern.Cons(h, outer(tail, bound), a);
            }
            case CorePattern.Tuple(var elements, var a) ->
                    new CorePattern.Tuple(elements.stream().map(e -> outer(e, bound)).toList(), a);
            case CorePattern.Alias(Var v, var inner, var a) -> {
                bound.add(v.name());
                yield new CorePattern.Alias(v, outer(inner, bound), a);
            }
            case CorePattern.Record(var id, var fields, var a) ->
                    new CorePattern.Record(
                            id,
                            fields.stream()
                                    .map(f ->
                                            new CorePattern.Record.Field(
                                                    f.name(), outer(f.value(), bound)))
                                    .toList(),
                            a);
            case CorePattern.Both(var first, var second, _) -> later(first, second);
            case CorePattern.Binary b -> binary(b, bound);
            case CorePattern.Map m -> map(m, bound);
        };
    }

    /// A variable for a value that is matched inside, with each of these patterns.
    private CorePattern later(CorePattern... patterns) {
        Var v = dialect.fresh();
        if (found == null) {
            found = new Remainder(List.of(), null, List.of(), List.of());
        }
        for (CorePattern p : patterns) {
            found = found.plus(v, p);
        }
        return bind(v);
    }

    private CorePattern binary(CorePattern.Binary b, Set<String> bound) {
        for (int i = 0; i < b.segments().size(); i++) {
            Segment<CorePattern> s = b.segments().get(i);
            if (s.size() instanceof Segment.Size.Of(var size) && !isPlain(size, bound)) {
                if (found != null) {
                    return later(b);
                }
                Var left = dialect.fresh();
                var before = new ArrayList<>(b.segments().subList(0, i));
                before.add(
                        new Segment<>(
                                bind(left),
                                new Segment.Size.All(),
                                1,
                                Segment.Type.BINARY,
                                false,
                                Segment.Endian.BIG,
                                Anno.NONE));
                var after = new ArrayList<>(b.segments().subList(i, b.segments().size()));
                if (size instanceof Var) {
                    found =
                            new Remainder(
                                    List.of(),
                                    null,
                                    List.of(left),
                                    List.of(new CorePattern.Binary(after, Anno.NONE)));
                } else {
                    Var v = dialect.fresh();
                    after.set(
                            0,
                            new Segment<>(
                                    s.value(),
                                    new Segment.Size.Of(v),
                                    s.unit(),
                                    s.type(),
                                    s.signed(),
                                    s.endian(),
                                    s.anno()));
                    found =
                            new Remainder(
                                    List.of(v),
                                    attempt(size, null),
                                    List.of(left),
                                    List.of(new CorePattern.Binary(after, Anno.NONE)));
                }
                return new CorePattern.Binary(before, b.anno());
            }
            if (s.value() instanceof CorePattern.Bind(Var v)) {
                bound.add(v.name());
            }
        }
        return b;
    }

    private CorePattern map(CorePattern.Map m, Set<String> bound) {
        for (int i = 0; i < m.pairs().size(); i++) {
            CoreExpr key = m.pairs().get(i).key();
            if (!isPlain(key, bound)) {
                if (found != null) {
                    return later(m);
                }
                Var all = dialect.fresh();
                Var ok = dialect.fresh();
                Var v = dialect.fresh();
                var later = new ArrayList<>(m.pairs().subList(i, m.pairs().size()));
                later.set(0, new CorePattern.Map.Pair(v, later.getFirst().value()));
                found =
                        new Remainder(
                                List.of(ok, v),
                                attempt(key, Atom.TRUE),
                                List.of(ok, all),
                                List.of(
                                        new CorePattern.Literal(Atom.TRUE, Anno.NONE),
                                        new CorePattern.Map(later, Anno.NONE)));
                return new CorePattern.Alias(
                        all, new CorePattern.Map(m.pairs().subList(0, i), m.anno()), Anno.NONE);
            }
        }
        var pairs =
                m.pairs().stream()
                        .map(p -> new CorePattern.Map.Pair(p.key(), outer(p.value(), bound)))
                        .toList();
        return new CorePattern.Map(pairs, m.anno());
    }

    private static boolean isPlain(CoreExpr e, Set<String> bound) {
        return e instanceof Literal || e instanceof Var v && !bound.contains(v.name());
    }

    /// The value, after `'true'` if `ok` is given; something that matches nothing where the
    /// expression fails.
    private CoreExpr attempt(CoreExpr e, Atom ok) {
        Var v = dialect.fresh();
        var caught = List.of(dialect.fresh(), dialect.fresh(), dialect.fresh());
        CoreExpr no = new Literal(Atom.of("bad_size"));
        return ok == null
                ? new Try(e, List.of(v), v, caught, no, Anno.NONE)
                : new Try(
                        e,
                        List.of(v),
                        new Values(List.of(new Literal(ok), v), Anno.NONE),
                        caught,
                        new Values(List.of(no, no), Anno.NONE),
                        Anno.NONE);
    }

    // ---- building

    private Clause otherwise(int patterns, CoreExpr next) {
        var any = new ArrayList<CorePattern>();
        for (int i = 0; i < patterns; i++) {
            any.add(bind(dialect.fresh()));
        }
        return new Clause(any, truth(), next, Anno.GENERATED);
    }

    private static CoreExpr label(FunctionName name, CoreExpr code, CoreExpr body) {
        return new Letrec(
                List.of(new FunctionDef(name, new CoreExpr.Fun(List.of(), code, Anno.NONE))),
                body,
                Anno.NONE.with(Anno.LETREC_GOTO).with(Atom.of("no_inline")));
    }

    private static CoreExpr bool(Var test, CoreExpr yes, CoreExpr no) {
        return new Case(
                test,
                List.of(
                        new Clause(
                                List.of(new CorePattern.Literal(Atom.TRUE, Anno.NONE)),
                                truth(),
                                yes,
                                Anno.NONE),
                        new Clause(
                                List.of(new CorePattern.Literal(Atom.FALSE, Anno.NONE)),
                                truth(),
                                no,
                                Anno.NONE)),
                Anno.NONE);
    }

    private static CoreExpr values(List<? extends CoreExpr> all) {
        return all.size() == 1 ? all.getFirst() : new Values(List.copyOf(all), Anno.NONE);
    }

    private static CorePattern bind(Var v) {
        return new CorePattern.Bind(v);
    }

    private static CoreExpr truth() {
        return new Literal(Atom.TRUE);
    }

    private static CoreExpr primop(Atom name, CoreExpr... args) {
        return new CoreExpr.PrimOp(name, List.of(args), Anno.NONE);
    }
}
