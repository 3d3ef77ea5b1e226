package dev.lumen.frontend.ssa;

import dev.lumen.ir.core.Clause;
import dev.lumen.ir.core.CoreExpr;
import dev.lumen.ir.core.CorePattern;
import dev.lumen.ir.core.Segment;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Type;
import dev.lumen.ir.ssa.TypeTest;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Bits;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.ListTerm;
import dev.lumen.ir.term.MapTerm;
import dev.lumen.ir.term.Nil;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// Compiles the patterns of a `case` to a [Decision] that tests nothing twice on any way through it.
///
/// A row is a clause with the tests it still has to pass. Each step takes a test of the first row, splits the rows by
/// the answer (a row that does not ask goes both ways), and goes on with each half; when the first row has no test left
/// its clause matches. Among the tests of the first row the one that most other rows also ask comes first. (Maranget,
/// *Compiling Pattern Matching to Good Decision Trees*, with the choice by rows rather than by columns.)
///
/// Rows that go both ways unchanged meet again in one node. Where patterns overlap so much that the tree still grows
/// beyond its budget, the clauses are tried one after the other instead.
final class DecisionCompiler {
    /// Rows looked at to choose a test: enough to see the shape of a function.
    private static final int LOOK_AHEAD = 100;
    /// Literals with more parts than this are compared as a whole.
    private static final int MAX_LITERAL_PARTS = 64;

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

    /// A clause and what it still asks; compared by identity, see [#known].
    private static final class Row {
        final int clause;
        final List<Test> tests;
        final List<Place.Binding> bindings;

        Row(int clause, List<Test> tests, List<Place.Binding> bindings) {
            this.clause = clause;
            this.tests = tests;
            this.bindings = bindings;
        }

        /// The row without a test, with more in its place.
        Row replace(Test done, List<Test> more) {
            var rest = new ArrayList<Test>(tests.size() + more.size());
            for (Test t : tests) {
                if (t == done) {
                    rest.addAll(more);
                } else {
                    rest.add(t);
                }
            }
            return new Row(clause, rest, bindings);
        }
    }

    private sealed interface Test {
        record Match(Place place, CorePattern pattern) implements Test {}

        record MapKey(Place map, Place.Key key, CorePattern pattern) implements Test {}

        record Bitstring(Step.Position at, List<Segment<CorePattern>> segments) implements Test {}

        /// What two tests must have in common to be asked together.
        default Object subject() {
            return switch (this) {
                case Match m -> m.place;
                case MapKey k -> List.of(k.map, k.key);
                case Bitstring b -> b.at;
            };
        }
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

    private List<Row> rows(List<Place> places) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < clauses.size(); i++) {
            List<CorePattern> patterns = clauses.get(i).patterns();
            var tests = new ArrayList<Test>();
            for (int p = 0; p < patterns.size(); p++) {
                tests.add(new Test.Match(places.get(p), patterns.get(p)));
            }
            simplify(new Row(i, tests, List.of()), rows);
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
            boolean always = clauses.get(first.clause).guard() instanceof CoreExpr.Literal(var value, _)
                    && value.equals(Atom.TRUE);
            made = new Decision.Leaf(first.clause, first.bindings,
                    always ? FAIL : compile(rows.subList(1, rows.size())));
        } else {
            made = switch (choose(rows)) {
                case Test.Match m -> match(m, rows);
                case Test.MapKey k -> mapKey(k, rows);
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

    // ---- one value against constructors -------------------------------------------------------------------------

    private enum Class {
        CONSTANT, TUPLE, CONS, NIL, LITERAL, MAP, BITSTRING
    }

    private static Class classOf(CorePattern pattern) {
        return switch (pattern) {
            case CorePattern.Literal(var value, _) -> switch (value) {
                case Atom _ -> Class.CONSTANT;
                case Int i -> i.isSmall() ? Class.CONSTANT : Class.LITERAL;
                case Nil _ -> Class.NIL;
                default -> Class.LITERAL;
            };
            case CorePattern.Tuple _ -> Class.TUPLE;
            case CorePattern.Cons _ -> Class.CONS;
            case CorePattern.Map _ -> Class.MAP;
            case CorePattern.Binary _ -> Class.BITSTRING;
            case CorePattern.Bind _, CorePattern.Alias _ -> throw new IllegalStateException("not simplified");
        };
    }

    private static Test.Match matchOf(Row row, Place place) {
        for (Test t : row.tests) {
            if (t instanceof Test.Match m && m.place == place) {
                return m;
            }
        }
        return null;
    }

    private Decision match(Test.Match test, List<Row> rows) {
        Place place = test.place;
        Class wanted = classOf(test.pattern);
        var no = new ArrayList<Row>();
        for (Row r : rows) {
            Test.Match m = matchOf(r, place);
            if (m == null || classOf(m.pattern) != wanted) {
                no.add(r);
            }
        }
        return switch (wanted) {
            case CONSTANT -> constants(place, rows, no);
            case TUPLE -> tuples(place, rows, no);
            case CONS -> ask(new Decision.Question.IsA(place, TypeTest.IS_CONS, 0), keep(rows, place, m ->
                    m.pattern instanceof CorePattern.Cons(var head, var tail, _)
                            ? List.of(new Test.Match(place.head(), head), new Test.Match(place.tail(), tail))
                            : m.pattern instanceof CorePattern.Literal(ListTerm _, _) ? List.of(m) : null), no);
            case NIL -> ask(new Decision.Question.IsA(place, TypeTest.IS_NIL, 0),
                    keep(rows, place, m -> classOf(m.pattern) == Class.NIL ? List.of() : null), no);
            case MAP -> ask(new Decision.Question.IsA(place, TypeTest.IS_MAP, 0), keepMaps(rows, place), no);
            case BITSTRING -> ask(new Decision.Question.IsA(place, TypeTest.IS_BITSTRING, 0), keep(rows, place, m ->
                    m.pattern instanceof CorePattern.Binary(var segments, _)
                            ? List.of(new Test.Bitstring(start(place), segments))
                            : m.pattern instanceof CorePattern.Literal(Bits _, _) ? List.of(m) : null), no);
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

    /// The rows that can still match when the answer is yes. Rows that do not ask about `place` stay as they are.
    private List<Row> keep(List<Row> rows, Place place, Specialize specialize) {
        var yes = new ArrayList<Row>();
        for (Row r : rows) {
            Test.Match m = matchOf(r, place);
            if (m == null) {
                yes.add(r);
                continue;
            }
            List<? extends Test> more = specialize.apply(m);
            if (more != null && more.size() == 1 && more.getFirst() == m) {
                yes.add(r);
            } else if (more != null) {
                simplify(r.replace(m, List.copyOf(more)), yes);
            }
        }
        return yes;
    }

    private Decision constants(Place place, List<Row> rows, List<Row> no) {
        var groups = new LinkedHashMap<Term, List<Row>>();
        var silent = new ArrayList<Row>();
        for (Row r : rows) {
            Test.Match m = matchOf(r, place);
            if (m == null) {
                silent.add(r);
                groups.values().forEach(g -> g.add(r));
            } else if (m.pattern instanceof CorePattern.Literal(var value, _) && classOf(m.pattern) == Class.CONSTANT) {
                List<Row> group = groups.computeIfAbsent(value, _ -> new ArrayList<>(silent));
                simplify(r.replace(m, List.of()), group);
            }
        }
        var cases = new ArrayList<Decision.Switch.Case>();
        groups.forEach((constant, group) -> cases.add(new Decision.Switch.Case(constant, compile(group))));
        return new Decision.Switch(place, cases, compile(no));
    }

    private Decision tuples(Place place, List<Row> rows, List<Row> no) {
        var arities = new LinkedHashSet<Integer>();
        for (Row r : rows) {
            if (matchOf(r, place) instanceof Test.Match(_, CorePattern.Tuple(var elements, _))) {
                arities.add(elements.size());
            }
        }
        if (arities.size() == 1) {
            int arity = arities.getFirst();
            return ask(new Decision.Question.IsA(place, TypeTest.IS_TUPLE_OF, arity), keepTuples(rows, place, arity), no);
        }
        var cases = new ArrayList<Decision.Arity.Case>();
        for (int arity : arities) {
            cases.add(new Decision.Arity.Case(arity, compile(keepTuples(rows, place, arity))));
        }
        Decision other = compile(keepTuples(rows, place, -1));
        return new Decision.Ask(new Decision.Question.IsA(place, TypeTest.IS_TUPLE, 0),
                new Decision.Arity(place, cases, other), compile(no));
    }

    private List<Row> keepTuples(List<Row> rows, Place place, int arity) {
        return keep(rows, place, m -> {
            if (m.pattern instanceof CorePattern.Literal(Tuple _, _)) {
                return List.of(m);
            }
            if (!(m.pattern instanceof CorePattern.Tuple(var elements, _)) || elements.size() != arity) {
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

    /// A compound literal may also match what another row asks piece by piece, so such rows stay on both sides.
    private Decision literal(Test.Match test, List<Row> rows) {
        Place place = test.place;
        Term value = ((CorePattern.Literal) test.pattern).value();
        List<Row> yes = keep(rows, place, m -> {
            if (m.pattern instanceof CorePattern.Literal(var other, _)) {
                return other.equals(value) ? List.of() : null;
            }
            return value instanceof ListTerm || value instanceof Tuple || value instanceof Bits
                    || value instanceof MapTerm ? List.of(m) : null;
        });
        List<Row> no = keep(rows, place, m ->
                m.pattern instanceof CorePattern.Literal(var other, _) && other.equals(value) ? null : List.of(m));
        return ask(new Decision.Question.Equals(place, value), yes, no);
    }

    // ---- maps -----------------------------------------------------------------------------------------------------

    private List<Row> keepMaps(List<Row> rows, Place place) {
        var yes = new ArrayList<Row>();
        for (Row r : rows) {
            Test.Match m = matchOf(r, place);
            if (m == null) {
                yes.add(r);
            } else if (m.pattern instanceof CorePattern.Map(var pairs, _)) {
                var keys = new ArrayList<Test>();
                for (CorePattern.Map.Pair p : pairs) {
                    keys.add(new Test.MapKey(place, key(p.key(), r.bindings), p.value()));
                }
                simplify(r.replace(m, keys), yes);
            } else if (m.pattern instanceof CorePattern.Literal(MapTerm _, _)) {
                yes.add(r);
            }
        }
        return yes;
    }

    private Decision mapKey(Test.MapKey test, List<Row> rows) {
        Place value = test.map.mapValue(test.key);
        var yes = new ArrayList<Row>();
        var no = new ArrayList<Row>();
        for (Row r : rows) {
            Test.MapKey same = null;
            for (Test t : r.tests) {
                if (t instanceof Test.MapKey k && k.map == test.map && k.key.equals(test.key)) {
                    same = k;
                    break;
                }
            }
            if (same == null) {
                yes.add(r);
                no.add(r);
            } else {
                simplify(r.replace(same, List.of(new Test.Match(value, same.pattern))), yes);
            }
        }
        return ask(new Decision.Question.HasKey(test.map, test.key, value), yes, no);
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

    // ---- bit strings ----------------------------------------------------------------------------------------------

    private static Test.Bitstring bitsOf(Row row, Step.Position at) {
        for (Test t : row.tests) {
            if (t instanceof Test.Bitstring b && b.at == at) {
                return b;
            }
        }
        return null;
    }

    private Decision bitstring(Test.Bitstring test, List<Row> rows) {
        if (test.segments.isEmpty()) {
            return atEnd(test.at, rows);
        }
        Step.Spec spec = spec(test.segments.getFirst(), rows.getFirst().bindings);
        Bits literal = literalRun(test);
        if (literal != null && !isShared(test.at, spec, rows)) {
            Step.Position next = test.at.after(literal);
            Row first = rows.getFirst();
            var yes = new ArrayList<Row>(rows);
            int used = runLength(test);
            yes.set(0, first.replace(test,
                    List.of(new Test.Bitstring(next, test.segments.subList(used, test.segments.size())))));
            return ask(new Decision.Question.Literal(test.at, literal, next), yes, rows.subList(1, rows.size()));
        }
        Step step = test.at.step(spec);
        var yes = new ArrayList<Row>();
        var no = new ArrayList<Row>();
        for (Row r : rows) {
            Test.Bitstring b = bitsOf(r, test.at);
            Step.Spec asked = b == null || b.segments.isEmpty() ? null : spec(b.segments.getFirst(), r.bindings);
            if (b == null || !spec.equals(asked)) {
                yes.add(r);
                if (asked == null || !isImplied(asked, spec)) {
                    no.add(r);
                }
                continue;
            }
            var more = new ArrayList<Test>();
            more.add(new Test.Match(step.value(), valuePattern(b.segments.getFirst())));
            if (!spec.isRest()) {
                more.add(new Test.Bitstring(step.next(), b.segments.subList(1, b.segments.size())));
            }
            simplify(r.replace(b, more), yes);
        }
        if (!spec.isRest()) {
            return ask(new Decision.Question.Segment(step), yes, no);
        }
        if (spec.unit() == 1) {
            return compile(yes);
        }
        return ask(spec.unit() == 8 && test.at.isAligned()
                ? new Decision.Question.IsA(test.at.base(), TypeTest.IS_BINARY, 0)
                : new Decision.Question.RestIs(test.at, spec.unit()), yes, no);
    }

    /// True when a segment `asked` can't be there because the segment `missing` at the same position is not.
    private static boolean isImplied(Step.Spec asked, Step.Spec missing) {
        return plain(missing) && plain(asked) && asked.fixedBits().getAsLong() >= missing.fixedBits().getAsLong();
    }

    private static boolean plain(Step.Spec spec) {
        return (spec.kind() == dev.lumen.ir.ssa.BitsKind.INTEGER || spec.kind() == dev.lumen.ir.ssa.BitsKind.SLICE)
                && spec.fixedBits().isPresent();
    }

    private Decision atEnd(Step.Position at, List<Row> rows) {
        var yes = new ArrayList<Row>();
        var no = new ArrayList<Row>();
        for (Row r : rows) {
            Test.Bitstring b = bitsOf(r, at);
            if (b == null) {
                yes.add(r);
                no.add(r);
            } else if (b.segments.isEmpty()) {
                yes.add(r.replace(b, List.of()));
            } else {
                no.add(r);
                var width = spec(b.segments.getFirst(), r.bindings).fixedBits();
                if (width.isEmpty() || width.getAsLong() == 0) {
                    yes.add(r);
                }
            }
        }
        return ask(new Decision.Question.AtEnd(at), yes, no);
    }

    private Step.Spec spec(Segment<CorePattern> s, List<Place.Binding> bindings) {
        Place.Key size = s.size() instanceof Segment.Size.Of(var count) ? key(count, bindings) : null;
        return new Step.Spec(SegmentText.kind(s.type()), size, s.unit(), SegmentText.flags(s));
    }

    /// An integer in a float segment stands for the float.
    private static CorePattern valuePattern(Segment<CorePattern> s) {
        if (s.type() == Segment.Type.FLOAT && s.value() instanceof CorePattern.Literal(Int n, var anno)) {
            return new CorePattern.Literal(Term.of(n.bigValue().doubleValue()), anno);
        }
        return s.value();
    }

    private static boolean isLiteral(Segment<CorePattern> s) {
        return literalBits(s) != null;
    }

    private static Bits literalBits(Segment<CorePattern> s) {
        if (s.type() == Segment.Type.INTEGER && s.value() instanceof CorePattern.Literal(Int n, _)
                && s.size() instanceof Segment.Size.Of(CoreExpr.Literal(Int size, _)) && size.isSmall()
                && size.signum() >= 0 && size.longValue() * s.unit() <= 64) {
            int width = (int) size.longValue() * s.unit();
            boolean fits = s.signed()
                    ? n.bigValue().bitLength() < Math.max(width, 1)
                    : n.signum() >= 0 && n.bigValue().bitLength() <= width;
            return fits
                    ? SegmentText.constant(SegmentText.kind(s.type()), SegmentText.flags(s), n, width).orElse(null)
                    : null;
        }
        return null;
    }

    private static int runLength(Test.Bitstring test) {
        int n = 0;
        while (n < test.segments.size() && isLiteral(test.segments.get(n))) {
            n++;
        }
        return n;
    }

    /// The bits of the literal segments that come next, when there are at least two.
    private static Bits literalRun(Test.Bitstring test) {
        int n = runLength(test);
        return n < 2
                ? null
                : SegmentText.concat(test.segments.subList(0, n).stream().map(DecisionCompiler::literalBits).toList());
    }

    /// True when another row begins with the same segment, so that it pays to look at it by itself.
    private boolean isShared(Step.Position at, Step.Spec spec, List<Row> rows) {
        for (Row r : rows.subList(1, rows.size())) {
            Test.Bitstring b = bitsOf(r, at);
            if (b != null && !b.segments.isEmpty() && spec.equals(spec(b.segments.getFirst(), r.bindings))) {
                return true;
            }
        }
        return false;
    }

    // ---- simplification -------------------------------------------------------------------------------------------

    /// Adds the row to `into` with variables bound, aliases and small literals taken apart, and tests of known values
    /// decided; adds nothing when it can't match.
    private void simplify(Row row, List<Row> into) {
        var work = new ArrayList<Test>(row.tests.reversed());
        var tests = new ArrayList<Test>();
        var bindings = new ArrayList<>(row.bindings);
        while (!work.isEmpty()) {
            Test next = work.removeLast();
            if (!(next instanceof Test.Match(var place, var pattern))) {
                tests.add(next);
                continue;
            }
            switch (pattern) {
                case CorePattern.Bind(var v) -> bindings.add(new Place.Binding(v.name(), place));
                case CorePattern.Alias(var v, var inner, _) -> {
                    bindings.add(new Place.Binding(v.name(), place));
                    work.add(new Test.Match(place, inner));
                }
                default -> {
                    CorePattern opened = open(pattern);
                    List<Test> parts = known(place, opened);
                    if (parts == null) {
                        return;
                    }
                    if (parts.size() == 1 && parts.getFirst() instanceof Test.Match m && m.place == place) {
                        tests.add(m);
                    } else {
                        parts.reversed().forEach(work::add);
                    }
                }
            }
        }
        into.add(new Row(row.clause, List.copyOf(tests), List.copyOf(bindings)));
    }

    /// What is left to ask when something is known of the value: the test itself when nothing is, null when it can't
    /// match.
    private static List<Test> known(Place place, CorePattern pattern) {
        return switch (place.origin()) {
            case Place.Origin.Given(Operand.Const(var value, _)) -> constant(place, value, pattern);
            case Place.Origin.Given(Operand o) when o.type() == Type.FLAG -> pattern instanceof CorePattern.Literal l
                    && (l.value().equals(Atom.TRUE) || l.value().equals(Atom.FALSE))
                    ? List.of(new Test.Match(place, pattern))
                    : null;
            case Place.Origin.Built(var parts, var cons) -> switch (pattern) {
                case CorePattern.Tuple(var elements, _) when !cons && elements.size() == parts.size() -> {
                    var tests = new ArrayList<Test>();
                    for (int i = 0; i < parts.size(); i++) {
                        tests.add(new Test.Match(parts.get(i), elements.get(i)));
                    }
                    yield tests;
                }
                case CorePattern.Cons(var head, var tail, _) when cons ->
                    List.of(new Test.Match(parts.get(0), head), new Test.Match(parts.get(1), tail));
                case CorePattern.Literal(var value, _) when value instanceof Tuple || value instanceof ListTerm ->
                    List.of(new Test.Match(place, pattern));
                default -> null;
            };
            default -> List.of(new Test.Match(place, pattern));
        };
    }

    private static List<Test> constant(Place place, Term value, CorePattern pattern) {
        return switch (pattern) {
            case CorePattern.Literal l -> l.value().equals(value) ? List.of() : null;
            case CorePattern.Tuple(var elements, _) -> {
                if (!(value instanceof Tuple t) || t.size() != elements.size()) {
                    yield null;
                }
                var tests = new ArrayList<Test>();
                for (int i = 0; i < t.size(); i++) {
                    tests.add(new Test.Match(Place.given(Operand.Const.of(t.get(i))), elements.get(i)));
                }
                yield tests;
            }
            case CorePattern.Cons(var head, var tail, _) -> value instanceof ListTerm(var elements, var last)
                    ? List.of(new Test.Match(Place.given(Operand.Const.of(elements.getFirst())), head),
                            new Test.Match(Place.given(Operand.Const.of(
                                    ListTerm.of(elements.subList(1, elements.size()), last))), tail))
                    : null;
            default -> List.of(new Test.Match(place, pattern));
        };
    }

    /// A small list or tuple literal as the pattern it stands for, so that it shares tests with others.
    private static CorePattern open(CorePattern pattern) {
        if (!(pattern instanceof CorePattern.Literal(var value, var anno)) || parts(value) > MAX_LITERAL_PARTS) {
            return pattern;
        }
        return switch (value) {
            case Tuple(var elements) -> new CorePattern.Tuple(
                    elements.stream().map(e -> (CorePattern) new CorePattern.Literal(e, anno)).toList(), anno);
            case ListTerm(var elements, var tail) -> new CorePattern.Cons(
                    new CorePattern.Literal(elements.getFirst(), anno),
                    new CorePattern.Literal(ListTerm.of(elements.subList(1, elements.size()), tail), anno), anno);
            default -> pattern;
        };
    }

    private static int parts(Term value) {
        return switch (value) {
            case Tuple(var elements) -> elements.size() > MAX_LITERAL_PARTS
                    ? elements.size()
                    : 1 + elements.stream().mapToInt(DecisionCompiler::parts).sum();
            case ListTerm(var elements, var tail) -> elements.size() > MAX_LITERAL_PARTS
                    ? elements.size()
                    : 1 + parts(tail) + elements.stream().mapToInt(DecisionCompiler::parts).sum();
            default -> 1;
        };
    }
}
