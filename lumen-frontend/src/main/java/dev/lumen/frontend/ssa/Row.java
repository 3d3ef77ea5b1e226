package dev.lumen.frontend.ssa;

import dev.lumen.ir.core.CoreExpr;
import dev.lumen.ir.core.CorePattern;
import dev.lumen.ir.core.Segment;
import dev.lumen.ir.ssa.BitStrings;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Type;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Bits;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.ListTerm;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.TermOrder;
import dev.lumen.ir.term.Tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A clause and what it still asks, all of which must be answered with yes for it to match. What is
/// known already is never among the tests: variables are bound, aliases and small literals taken
/// apart, tests of known values decided.
///
/// Compared by identity.
final class Row {
    /// Literals with more parts than this are compared as a whole.
    private static final int MAX_LITERAL_PARTS = 64;

    final int clause;
    final List<Test> tests;
    final List<Place.Binding> bindings;

    private Row(int clause, List<Test> tests, List<Place.Binding> bindings) {
        this.clause = clause;
        this.tests = List.copyOf(tests);
        this.bindings = List.copyOf(bindings);
    }

    sealed interface Test {
        /// Only patterns of bit strings can ask about one place several times, see
        /// [CorePattern.Both].
        record Match(Place place, CorePattern pattern) implements Test {}

        record MapKey(Place map, Place.Key key, CorePattern pattern) implements Test {}

        record Field(Place record, Atom field, CorePattern pattern) implements Test {}

        record Bitstring(Step.Position at, List<Segment<CorePattern>> segments) implements Test {
            boolean isAtEnd() {
                return segments.isEmpty();
            }

            /// An integer in a float segment stands for the float; one that is too large for that
            /// matches nothing, since the segment gives a float.
            Match firstValue(Place value) {
                Segment<CorePattern> s = segments.getFirst();
                return s.type() == Segment.Type.FLOAT
                                && s.value() instanceof CorePattern.Literal(Int n, var anno)
                                && Double.isFinite(n.bigValue().doubleValue())
                        ? new Match(
                                value,
                                new CorePattern.Literal(Term.of(n.bigValue().doubleValue()), anno))
                        : new Match(value, s.value());
            }

            /// Behind the first segments, at this position.
            Bitstring behind(int count, Step.Position next) {
                return new Bitstring(next, segments.subList(count, segments.size()));
            }

            /// How many of the next segments are constants.
            int literals() {
                int n = 0;
                while (n < segments.size() && literal(segments.get(n)) != null) {
                    n++;
                }
                return n;
            }

            /// The bits of the constant segments that come next.
            Bits literalBits() {
                return BitStrings.concat(
                        segments.subList(0, literals()).stream().map(Bitstring::literal).toList());
            }

            private static Bits literal(Segment<CorePattern> s) {
                if (s.type() == Segment.Type.INTEGER
                        && s.value() instanceof CorePattern.Literal(Int n, _)
                        && s.size() instanceof Segment.Size.Of(CoreExpr.Literal(Int size, _))
                        && size.isSmall()
                        && size.signum() >= 0
                        && size.longValue() * s.unit() <= 64) {
                    int width = (int) size.longValue() * s.unit();
                    boolean fits =
                            s.signed()
                                    ? n.bigValue().bitLength() < Math.max(width, 1)
                                    : n.signum() >= 0 && n.bigValue().bitLength() <= width;
                    return fits
                            ? SegmentText.constant(
                                            SegmentText.kind(s.type()),
                                            SegmentText.flags(s),
                                            n,
                                            width)
                                    .orElse(null)
                            : null;
                }
                return null;
            }
        }

        /// What two tests must have in common to be asked together.
        default Object subject() {
            return switch (this) {
                case Match m -> m.place;
                case MapKey k -> List.of(k.map, k.key);
                case Field f -> List.of(f.record, f.field);
                case Bitstring b -> b.at;
            };
        }
    }

    /// Null when it can't match.
    static Row of(int clause, List<? extends Test> tests) {
        return simplified(clause, tests, List.of());
    }

    /// The row with other tests in the place of each, the same one when nothing changes; null when
    /// it can't match, as `change` says by giving null, or as is found out.
    Row rewrite(Function<Test, List<? extends Test>> change) {
        var changed = new ArrayList<Test>();
        for (Test t : tests) {
            List<? extends Test> now = change.apply(t);
            if (now == null) {
                return null;
            }
            changed.addAll(now);
        }
        boolean same = changed.size() == tests.size();
        for (int i = 0; same && i < changed.size(); i++) {
            same = changed.get(i) == tests.get(i);
        }
        return same ? this : simplified(clause, changed, bindings);
    }

    /// The first test about the place.
    Test.Match matchOf(Place place) {
        for (Test t : tests) {
            if (t instanceof Test.Match m && m.place == place) {
                return m;
            }
        }
        return null;
    }

    private static Row simplified(int clause, List<? extends Test> of, List<Place.Binding> before) {
        var work = new ArrayList<Test>(of.reversed());
        var tests = new ArrayList<Test>();
        var bindings = new ArrayList<>(before);
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
                case CorePattern.Both(var first, var second, _) -> {
                    work.add(new Test.Match(place, second));
                    work.add(new Test.Match(place, first));
                }
                default -> {
                    CorePattern opened = open(pattern);
                    List<Test> parts = known(place, opened);
                    if (parts == null) {
                        return null;
                    }
                    if (parts.size() == 1
                            && parts.getFirst() instanceof Test.Match m
                            && m.place == place) {
                        tests.add(m.pattern == pattern ? next : m);
                    } else {
                        parts.reversed().forEach(work::add);
                    }
                }
            }
        }
        return new Row(clause, tests, bindings);
    }

    /// What is left to ask when something is known of the value: the test itself when nothing is,
    /// null when it can't match.
    private static List<Test> known(Place place, CorePattern pattern) {
        return switch (place.origin()) {
            case Place.Origin.Given(Operand.Const(var value, _)) -> constant(place, value, pattern);
            case Place.Origin.Given(Operand o) when o.type() == Type.FLAG ->
                    pattern instanceof CorePattern.Literal l
                                    && (l.value().equals(Atom.TRUE) || l.value().equals(Atom.FALSE))
                            ? List.of(new Test.Match(place, pattern))
                            : null;
            case Place.Origin.Built(var parts, var cons) ->
                    switch (pattern) {
                        case CorePattern.Tuple(var elements, _)
                                when !cons && elements.size() == parts.size() -> {
                            var tests = new ArrayList<Test>();
                            for (int i = 0; i < parts.size(); i++) {
                                tests.add(new Test.Match(parts.get(i), elements.get(i)));
                            }
                            yield tests;
                        }
                        case CorePattern.Cons(var head, var tail, _) when cons ->
                                List.of(
                                        new Test.Match(parts.get(0), head),
                                        new Test.Match(parts.get(1), tail));
                        case CorePattern.Literal(var value, _)
                                when value instanceof Tuple || value instanceof ListTerm ->
                                List.of(new Test.Match(place, pattern));
                        default -> null;
                    };
            default -> List.of(new Test.Match(place, pattern));
        };
    }

    private static List<Test> constant(Place place, Term value, CorePattern pattern) {
        return switch (pattern) {
            case CorePattern.Literal l -> TermOrder.identical(l.value(), value) ? List.of() : null;
            case CorePattern.Tuple(var elements, _) -> {
                if (!(value instanceof Tuple t) || t.size() != elements.size()) {
                    yield null;
                }
                var tests = new ArrayList<Test>();
                for (int i = 0; i < t.size(); i++) {
                    tests.add(
                            new Test.Match(
                                    Place.given(Operand.Const.of(t.get(i))), elements.get(i)));
                }
                yield tests;
            }
            case CorePattern.Cons(var head, var tail, _) ->
                    value instanceof ListTerm(var elements, var last)
                            ? List.of(
                                    new Test.Match(
                                            Place.given(Operand.Const.of(elements.getFirst())),
                                            head),
                                    new Test.Match(
                                            Place.given(
                                                    Operand.Const.of(
                                                            ListTerm.of(
                                                                    elements.subList(
                                                                            1, elements.size()),
                                                                    last))),
                                            tail))
                            : null;
            default -> List.of(new Test.Match(place, pattern));
        };
    }

    /// A small list or tuple literal as the pattern it stands for, so that it shares tests with
    /// others.
    private static CorePattern open(CorePattern pattern) {
        if (!(pattern instanceof CorePattern.Literal(var value, var anno))
                || parts(value) > MAX_LITERAL_PARTS) {
            return pattern;
        }
        return switch (value) {
            case Tuple(var elements) ->
                    new CorePattern.Tuple(
                            elements.stream()
                                    .map(e -> (CorePattern) new CorePattern.Literal(e, anno))
                                    .toList(),
                            anno);
            case ListTerm(var elements, var tail) ->
                    new CorePattern.Cons(
                            new CorePattern.Literal(elements.getFirst(), anno),
                            new CorePattern.Literal(
                                    ListTerm.of(elements.subList(1, elements.size()), tail), anno),
                            anno);
            default -> pattern;
        };
    }

    private static int parts(Term value) {
        return switch (value) {
            case Tuple(var elements) ->
                    elements.size() > MAX_LITERAL_PARTS
                            ? elements.size()
                            : 1 + elements.stream().mapToInt(Row::parts).sum();
            case ListTerm(var elements, var tail) ->
                    elements.size() > MAX_LITERAL_PARTS
                            ? elements.size()
                            : 1 + parts(tail) + elements.stream().mapToInt(Row::parts).sum();
            default -> 1;
        };
    }
}
