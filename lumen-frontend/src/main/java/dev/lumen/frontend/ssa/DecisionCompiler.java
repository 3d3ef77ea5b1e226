package dev.lumen.frontend.ssa;

import dev.lumen.frontend.ssa.Row.Test;
import dev.lumen.ir.core.Clause;
import dev.lumen.ir.core.CoreExpr;
import dev.lumen.ir.core.CorePattern;
import dev.lumen.ir.core.Segment;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.TypeTest;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Bits;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.ListTerm;
import dev.lumen.ir.term.MapTerm;
import dev.lumen.ir.term.Nil;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.TermOrder;
import dev.lumen.ir.term.Tuple;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;

/// Compiles the patterns of a `case` to a [Decision] that tests nothing twice on any way through
/// it.
///
/// A row is a clause with the tests it still has to pass. Each step takes a test of the first row,
/// splits the rows by the answer (a row that does not ask goes both ways), and goes on with each
/// half; when the first row has no test left its clause matches. Among the tests of the first row
/// the one that most other rows also ask comes first. (Maranget, *Compiling Pattern Matching to
/// Good Decision Trees*, with the choice by rows rather than by columns.)
///
/// Rows that go both ways unchanged meet again in one node. Where patterns overlap so much that the
/// tree still grows beyond its budget, the clauses are tried one after the other instead.
final class DecisionCompiler {
    /// Rows looked at to choose a test: enough to see the shape of a function.
    private static final int LOOK_AHEAD = 100;

    /// Longer lists of rows hardly ever meet again.
    private static final int MAX_REMEMBERED_ROWS = 64;

    private static final Decision.Fail FAIL = new Decision.Fail();

    private final List<Clause> clauses;
    private final Env env;
    private final Map<Place, Step.Position> starts = new HashMap<>();
    private final Map<CoreExpr, Place.Key> computed = new IdentityHashMap<>();
    private final Map<List<Row>, Decision> known = new HashMap<>();
    private Decision onFail = FAIL;
    private int budget;

    private DecisionCompiler(List<Clause> clauses, Env env) {
        this.clauses = clauses;
        this.env = env;
    }

    /// The size grew out of proportion.
    private static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooLarge() {
            super(null, null, false, false);
        }
    }

    /// `places` are the values that the patterns of each clause stand for.
    static Decision compile(List<Place> places, List<Clause> clauses, Env env) {
        var compiler = new DecisionCompiler(clauses, env);
        List<Row> rows = compiler.rows(places);
        compiler.budget = 4000 + 40 * rows.size();
        try {
            return compiler.compile(rows);
        } catch (TooLarge e) {
            return compiler.oneByOne(places);
        }
    }

    private static void add(Row row, List<Row> to) {
        if (row != null) {
            to.add(row);
        }
    }

    private List<Row> rows(List<Place> places) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < clauses.size(); i++) {
            List<CorePattern> patterns = clauses.get(i).patterns();
            var tests = new ArrayList<Test>();
            for (int p = 0; p < patterns.size(); p++) {
                tests.add(new Test.Match(places.get(p), patterns.get(p)));
            }
            add(Row.of(i, tests), rows);
        }
        return rows;
    }

    private Decision oneByOne(List<Place> places) {
        budget = Integer.MAX_VALUE;
        List<Row> rows = rows(places);
        for (Row row : rows.reversed()) {
            known.clear();
            onFail = compile(List.of(row));
        }
        return onFail;
    }

    private Decision compile(List<Row> rows) {
        if (rows.isEmpty()) {
            return onFail;
        }
        boolean remembered = rows.size() <= MAX_REMEMBERED_ROWS;
        if (remembered && known.get(rows) instanceof Decision before) {
            return before;
        }
        if (--budget < 0) {
            throw new TooLarge();
        }
        Row first = rows.getFirst();
        Decision made;
        if (first.tests.isEmpty()) {
            boolean always =
                    clauses.get(first.clause).guard() instanceof CoreExpr.Literal(var value, _)
                            && value.equals(Atom.TRUE);
            made =
                    new Decision.Leaf(
                            first.clause,
                            first.bindings,
                            always ? FAIL : compile(rows.subList(1, rows.size())));
        } else {
            made =
                    switch (choose(rows)) {
                        case Test.Match m -> match(m, rows);
                        case Test.MapKey k -> mapKey(k, rows);
                        case Test.Field f -> field(f, rows);
                        case Test.Bitstring b -> bitstring(b, rows);
                    };
        }
        if (remembered) {
            known.put(List.copyOf(rows), made);
        }
        return made;
    }

    private static Test choose(List<Row> rows) {
        List<Test> candidates = rows.getFirst().tests;
        if (candidates.size() == 1) {
            return candidates.getFirst();
        }
        var asked = new HashMap<Object, Integer>();
        for (Row r : rows.subList(0, Math.min(rows.size(), LOOK_AHEAD))) {
            for (Test t : r.tests) {
                asked.merge(t.subject(), 1, Integer::sum);
            }
        }
        Test best = candidates.getFirst();
        for (Test t : candidates) {
            if (asked.get(t.subject()) > asked.get(best.subject())) {
                best = t;
            }
        }
        return best;
    }

    // ---- one value against constructors ---------------------------------------------------------

    private enum Class {
        CONSTANT,
        TUPLE,
        CONS,
        NIL,
        LITERAL,
        RECORD,
        MAP,
        BITSTRING
    }

    private static Class classOf(CorePattern pattern) {
        return switch (pattern) {
            case CorePattern.Literal(var value, _) ->
                    switch (value) {
                        case Atom _ -> Class.CONSTANT;
                        case Int i -> i.isSmall() ? Class.CONSTANT : Class.LITERAL;
                        case Nil _ -> Class.NIL;
                        default -> Class.LITERAL;
                    };
            case CorePattern.Tuple _ -> Class.TUPLE;
            case CorePattern.Cons _ -> Class.CONS;
            case CorePattern.Record _ -> Class.RECORD;
            case CorePattern.Map _ -> Class.MAP;
            case CorePattern.Binary _ -> Class.BITSTRING;
            case CorePattern.Bind _, CorePattern.Alias _, CorePattern.Both _ ->
                    throw new IllegalStateException("not simplified");
        };
    }

    private Decision match(Test.Match test, List<Row> rows) {
        Place place = test.place();
        Class wanted = classOf(test.pattern());
        var no = new ArrayList<Row>();
        for (Row r : rows) {
            Test.Match m = r.matchOf(place);
            if (m == null || classOf(m.pattern()) != wanted) {
                no.add(r);
            }
        }
        return switch (wanted) {
            case CONSTANT -> constants(place, rows, no);
            case TUPLE -> tuples(place, rows, no);
            case CONS ->
                    ask(
                            new Decision.Question.IsA(place, TypeTest.IS_CONS, 0),
                            keep(
                                    rows,
                                    place,
                                    m ->
                                            m.pattern()
                                                            instanceof
                                                            CorePattern.Cons(var head, var tail, _)
                                                    ? List.of(
                                                            new Test.Match(place.head(), head),
                                                            new Test.Match(place.tail(), tail))
                                                    : m.pattern()
                                                                    instanceof
                                                                    CorePattern.Literal(
                                                                            ListTerm _,
                                                                            _)
                                                            ? List.of(m)
                                                            : null),
                            no);
            case NIL ->
                    ask(
                            new Decision.Question.IsA(place, TypeTest.IS_NIL, 0),
                            keep(
                                    rows,
                                    place,
                                    m -> classOf(m.pattern()) == Class.NIL ? List.of() : null),
                            no);
            case RECORD -> records(place, ((CorePattern.Record) test.pattern()).id(), rows);
            case MAP ->
                    ask(
                            new Decision.Question.IsA(place, TypeTest.IS_MAP, 0),
                            keepMaps(rows, place),
                            no);
            case BITSTRING ->
                    ask(
                            new Decision.Question.IsA(place, TypeTest.IS_BITSTRING, 0),
                            keep(
                                    rows,
                                    place,
                                    m ->
                                            m.pattern()
                                                            instanceof
                                                            CorePattern.Binary(var segments, _)
                                                    ? List.of(
                                                            new Test.Bitstring(
                                                                    start(place), segments))
                                                    : m.pattern()
                                                                    instanceof
                                                                    CorePattern.Literal(Bits _, _)
                                                            ? List.of(m)
                                                            : null),
                            no);
            case LITERAL -> literal(test, rows);
        };
    }

    private Step.Position start(Place place) {
        return starts.computeIfAbsent(place, Step.Position::start);
    }

    private Decision ask(Decision.Question question, List<Row> yes, List<Row> no) {
        return new Decision.Ask(question, compile(yes), compile(no));
    }

    private interface Specialize {
        /// What is left to ask once the answer is yes; null when the row can't match then.
        List<? extends Test> apply(Test.Match m);
    }

    /// The rows that can still match when the answer is yes. Rows that do not ask about `place`
    /// stay as they are.
    private static List<Row> keep(List<Row> rows, Place place, Specialize specialize) {
        return keep(
                rows,
                (r, t) ->
                        t instanceof Test.Match m && m.place() == place
                                ? specialize.apply(m)
                                : List.of(t));
    }

    private static List<Row> keep(
            List<Row> rows, BiFunction<Row, Test, List<? extends Test>> change) {
        var kept = new ArrayList<Row>();
        rows.forEach(r -> add(r.rewrite(t -> change.apply(r, t)), kept));
        return kept;
    }

    /// The rows without those that have a test which the answer no excludes.
    private static List<Row> without(List<Row> rows, BiPredicate<Row, Test> excluded) {
        return rows.stream()
                .filter(r -> r.tests.stream().noneMatch(t -> excluded.test(r, t)))
                .toList();
    }

    private Decision constants(Place place, List<Row> rows, List<Row> no) {
        var groups = new LinkedHashMap<Term, List<Row>>();
        var silent = new ArrayList<Row>();
        for (Row r : rows) {
            Test.Match m = r.matchOf(place);
            if (m == null) {
                silent.add(r);
                groups.values().forEach(g -> g.add(r));
            } else if (m.pattern() instanceof CorePattern.Literal(var value, _)
                    && classOf(m.pattern()) == Class.CONSTANT) {
                List<Row> group = groups.computeIfAbsent(value, _ -> new ArrayList<>(silent));
                add(r.rewrite(t -> t == m ? List.of() : List.of(t)), group);
            }
        }
        var cases = new ArrayList<Decision.Switch.Case>();
        groups.forEach(
                (constant, group) -> cases.add(new Decision.Switch.Case(constant, compile(group))));
        return new Decision.Switch(place, cases, compile(no));
    }

    private Decision tuples(Place place, List<Row> rows, List<Row> no) {
        var arities = new LinkedHashSet<Integer>();
        for (Row r : rows) {
            if (r.matchOf(place) instanceof Test.Match(_, CorePattern.Tuple(var elements, _))) {
                arities.add(elements.size());
            }
        }
        if (arities.size() == 1) {
            int arity = arities.getFirst();
            return ask(
                    new Decision.Question.IsA(place, TypeTest.IS_TUPLE_OF, arity),
                    keepTuples(rows, place, arity),
                    no);
        }
        var cases = new ArrayList<Decision.Arity.Case>();
        for (int arity : arities) {
            cases.add(new Decision.Arity.Case(arity, compile(keepTuples(rows, place, arity))));
        }
        Decision other = compile(keepTuples(rows, place, -1));
        return new Decision.Ask(
                new Decision.Question.IsA(place, TypeTest.IS_TUPLE, 0),
                new Decision.Arity(place, cases, other),
                compile(no));
    }

    private List<Row> keepTuples(List<Row> rows, Place place, int arity) {
        return keep(
                rows,
                place,
                m -> {
                    if (m.pattern() instanceof CorePattern.Literal(Tuple _, _)) {
                        return List.of(m);
                    }
                    if (!(m.pattern() instanceof CorePattern.Tuple(var elements, _))
                            || elements.size() != arity) {
                        return null;
                    }
                    return elements(place, elements);
                });
    }

    private static List<Test> elements(Place place, List<CorePattern> patterns) {
        var tests = new ArrayList<Test>();
        for (int i = 0; i < patterns.size(); i++) {
            tests.add(new Test.Match(place.element(i), patterns.get(i)));
        }
        return tests;
    }

    /// A compound literal may also match what another row asks piece by piece, so such rows stay on
    /// both sides.
    private Decision literal(Test.Match test, List<Row> rows) {
        Place place = test.place();
        Term value = ((CorePattern.Literal) test.pattern()).value();
        List<Row> yes =
                keep(
                        rows,
                        place,
                        m -> {
                            if (m.pattern() instanceof CorePattern.Literal(var other, _)) {
                                return TermOrder.identical(other, value) ? List.of() : null;
                            }
                            return value instanceof ListTerm
                                            || value instanceof Tuple
                                            || value instanceof Bits
                                            || value instanceof MapTerm
                                    ? List.of(m)
                                    : null;
                        });
        List<Row> no =
                keep(
                        rows,
                        place,
                        m ->
                                m.pattern() instanceof CorePattern.Literal(var other, _)
                                                && TermOrder.identical(other, value)
                                        ? null
                                        : List.of(m));
        return ask(new Decision.Question.Equals(place, value), yes, no);
    }

    // ---- native records -------------------------------------------------------------------------

    /// Different ids can mean the same record, so a yes to one says nothing of the others.
    private Decision records(Place place, Term id, List<Row> rows) {
        List<Row> yes =
                keep(
                        rows,
                        place,
                        m ->
                                switch (m.pattern()) {
                                    case CorePattern.Record r when r.id().equals(id) ->
                                            r.fields().stream()
                                                    .map(f ->
                                                            new Test.Field(
                                                                    place, f.name(), f.value()))
                                                    .toList();
                                    case CorePattern.Record _ -> List.of(m);
                                    default -> null;
                                });
        List<Row> no =
                without(
                        rows,
                        (_, t) ->
                                t instanceof Test.Match m
                                        && m.place() == place
                                        && m.pattern() instanceof CorePattern.Record r
                                        && r.id().equals(id));
        return ask(new Decision.Question.IsRecord(place, id), yes, no);
    }

    private Decision field(Test.Field test, List<Row> rows) {
        Place value = test.record().field(test.field());
        List<Row> yes =
                keep(
                        rows,
                        (_, t) ->
                                asksSame(test, t)
                                        ? List.of(new Test.Match(value, ((Test.Field) t).pattern()))
                                        : List.of(t));
        List<Row> no = without(rows, (_, t) -> asksSame(test, t));
        return ask(new Decision.Question.HasField(test.record(), test.field(), value), yes, no);
    }

    private static boolean asksSame(Test.Field test, Test other) {
        return other instanceof Test.Field f
                && f.record() == test.record()
                && f.field().equals(test.field());
    }

    // ---- maps -----------------------------------------------------------------------------------

    private List<Row> keepMaps(List<Row> rows, Place place) {
        return keep(
                rows,
                (r, t) ->
                        !(t instanceof Test.Match m) || m.place() != place
                                ? List.of(t)
                                : switch (m.pattern()) {
                                    case CorePattern.Map(var pairs, _) ->
                                            pairs.stream()
                                                    .map(p ->
                                                            new Test.MapKey(
                                                                    place,
                                                                    key(p.key(), r.bindings),
                                                                    p.value()))
                                                    .toList();
                                    case CorePattern.Literal(MapTerm _, _) -> List.of(t);
                                    default -> null;
                                });
    }

    private Decision mapKey(Test.MapKey test, List<Row> rows) {
        Place value = test.map().mapValue(test.key());
        List<Row> yes =
                keep(
                        rows,
                        (_, t) ->
                                asksSame(test, t)
                                        ? List.of(
                                                new Test.Match(value, ((Test.MapKey) t).pattern()))
                                        : List.of(t));
        List<Row> no = without(rows, (_, t) -> asksSame(test, t));
        return ask(new Decision.Question.HasKey(test.map(), test.key(), value), yes, no);
    }

    private static boolean asksSame(Test.MapKey test, Test other) {
        return other instanceof Test.MapKey k
                && k.map() == test.map()
                && k.key().equals(test.key());
    }

    private Place.Key key(CoreExpr expr, List<Place.Binding> bindings) {
        return switch (expr) {
            case CoreExpr.Literal(var value, _) -> new Place.Key.Literal(value);
            case CoreExpr.Var(var name, _) -> {
                for (Place.Binding b : bindings.reversed()) {
                    if (b.name().equals(name)) {
                        yield new Place.Key.Inside(b.place());
                    }
                }
                yield switch (env.var(name)) {
                    case Operand.Const(var value, _) -> new Place.Key.Literal(value);
                    case Operand o -> new Place.Key.Outside(o);
                };
            }
            default -> computed.computeIfAbsent(expr, e -> new Place.Key.Computed(e, bindings));
        };
    }

    // ---- bit strings ----------------------------------------------------------------------------

    private Decision bitstring(Test.Bitstring test, List<Row> rows) {
        if (test.isAtEnd()) {
            return atEnd(test.at(), rows);
        }
        Step.Spec spec = spec(test, rows.getFirst());
        int literals = test.literals();
        if (literals > 1 && !isShared(test.at(), spec, rows)) {
            Bits bits = test.literalBits();
            Step.Position next = test.at().after(bits);
            List<Row> yes =
                    keep(
                            rows,
                            (_, t) ->
                                    t == test ? List.of(test.behind(literals, next)) : List.of(t));
            return ask(
                    new Decision.Question.Literal(test.at(), bits, next),
                    yes,
                    rows.subList(1, rows.size()));
        }
        Step step = test.at().step(spec);
        List<Row> yes =
                keep(
                        rows,
                        (r, t) -> {
                            if (!(t instanceof Test.Bitstring b)
                                    || !spec.equals(asked(b, test.at(), r))) {
                                return List.of(t);
                            }
                            Test.Match value = b.firstValue(step.value());
                            return spec.isRest()
                                    ? List.of(value)
                                    : List.of(value, b.behind(1, step.next()));
                        });
        if (!spec.isRest()) {
            List<Row> no =
                    without(
                            rows,
                            (r, t) ->
                                    t instanceof Test.Bitstring b
                                            && asked(b, test.at(), r) instanceof Step.Spec other
                                            && (spec.equals(other) || isImplied(other, spec)));
            return ask(new Decision.Question.Segment(step), yes, no);
        }
        if (spec.unit() == 1) {
            return compile(yes);
        }
        List<Row> no =
                without(
                        rows,
                        (r, t) ->
                                t instanceof Test.Bitstring b
                                        && spec.equals(asked(b, test.at(), r)));
        return ask(
                spec.unit() == 8 && test.at().isAligned()
                        ? new Decision.Question.IsA(test.at().base(), TypeTest.IS_BINARY, 0)
                        : new Decision.Question.RestIs(test.at(), spec.unit()),
                yes,
                no);
    }

    /// The segment that the test asks for at this position; null when it asks for none there.
    private Step.Spec asked(Test.Bitstring test, Step.Position at, Row row) {
        return test.at() == at && !test.isAtEnd() ? spec(test, row) : null;
    }

    /// True when a segment `asked` can't be there because the segment `missing` at the same
    /// position is not.
    private static boolean isImplied(Step.Spec asked, Step.Spec missing) {
        return plain(missing)
                && plain(asked)
                && asked.fixedBits().getAsLong() >= missing.fixedBits().getAsLong();
    }

    private static boolean plain(Step.Spec spec) {
        return (spec.kind() == dev.lumen.ir.ssa.BitsKind.INTEGER
                        || spec.kind() == dev.lumen.ir.ssa.BitsKind.SLICE)
                && spec.fixedBits().isPresent();
    }

    private Decision atEnd(Step.Position at, List<Row> rows) {
        List<Row> yes =
                keep(
                        rows,
                        (r, t) -> {
                            if (!(t instanceof Test.Bitstring b) || b.at() != at) {
                                return List.of(t);
                            }
                            if (b.isAtEnd()) {
                                return List.of();
                            }
                            OptionalLong width = spec(b, r).fixedBits();
                            return width.isEmpty() || width.getAsLong() == 0 ? List.of(t) : null;
                        });
        List<Row> no =
                without(
                        rows,
                        (_, t) -> t instanceof Test.Bitstring b && b.at() == at && b.isAtEnd());
        return ask(new Decision.Question.AtEnd(at), yes, no);
    }

    private Step.Spec spec(Test.Bitstring test, Row row) {
        Segment<CorePattern> s = test.segments().getFirst();
        Place.Key size =
                s.size() instanceof Segment.Size.Of(var count) ? key(count, row.bindings) : null;
        return new Step.Spec(SegmentText.kind(s.type()), size, s.unit(), SegmentText.flags(s));
    }

    /// True when another row begins with the same segment, so that it pays to look at it by itself.
    private boolean isShared(Step.Position at, Step.Spec spec, List<Row> rows) {
        return rows.stream()
                .skip(1)
                .anyMatch(r ->
                        r.tests.stream()
                                .anyMatch(t ->
                                        t instanceof Test.Bitstring b
                                                && spec.equals(asked(b, at, r))));
    }
}
