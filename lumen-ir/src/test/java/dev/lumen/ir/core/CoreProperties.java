package dev.lumen.ir.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lumen.ir.Loc;
import dev.lumen.ir.core.CorePrinter.Style;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.FloatTerm;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.MapTerm;
import dev.lumen.ir.term.Term;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.List;

/// Text that we print is read back as the same program, and nonsense is an error with a place.
class CoreProperties {
    @Property(tries = 500)
    void printedTextIsReadBack(@ForAll("exprs") CoreExpr e) {
        String text = CorePrinter.print(e, Style.FULL);
        CoreExpr read = CoreParser.parseExpr(text);
        assertThat(read).isEqualTo(e);
        assertThat(CorePrinter.print(read, Style.FULL)).isEqualTo(text);
    }

    @Property(tries = 1000)
    void nonsenseIsASyntaxError(@ForAll("nonsense") String text) {
        try {
            CoreParser.parse("module 'm' [] attributes [] 'f'/0 = fun () -> " + text + " end");
        } catch (CoreSyntaxException e) {
            assertThat(e.loc().isKnown()).isTrue();
        }
    }

    @Provide
    Arbitrary<String> nonsense() {
        return Arbitraries.of(
                        "'a'",
                        "X",
                        "_1",
                        "1",
                        "1.5",
                        "\"s\"",
                        "(",
                        ")",
                        "[",
                        "]",
                        "{",
                        "}",
                        "<",
                        ">",
                        ",",
                        "|",
                        "-|",
                        "->",
                        "=",
                        "=>",
                        ":=",
                        "#{",
                        "}#",
                        "#<",
                        "~{",
                        "}~",
                        ":",
                        "/",
                        "fun",
                        "let",
                        "in",
                        "case",
                        "of",
                        "when",
                        "end",
                        "try",
                        "catch",
                        "receive",
                        "after",
                        "do",
                        "letrec",
                        "apply",
                        "call",
                        "primop",
                        "$a",
                        "%\n",
                        "\0",
                        "é",
                        "'",
                        "\"",
                        "99999999999#1",
                        "'f'/99999999999",
                        "#<X>(1,99999999999,'integer',[])",
                        "$\\",
                        "$\\^",
                        "( X -| [99999999999] )")
                .list()
                .ofMaxSize(30)
                .map(l -> String.join(" ", l));
    }

    // ---- programs

    @Provide
    Arbitrary<CoreExpr> exprs() {
        return expr(4);
    }

    private Arbitrary<Anno> annos() {
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, Arbitraries.just(Anno.NONE)),
                net.jqwik.api.Tuple.of(
                        1,
                        Arbitraries.integers()
                                .between(1, 999)
                                .map(i -> Anno.of(Loc.of(i, i % 80)))),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(Anno.GENERATED)));
    }

    private Arbitrary<CoreExpr.Var> vars() {
        return Combinators.combine(Arbitraries.of("X", "Y", "_0", "_abc", "X@1", "Été"), annos())
                .as(CoreExpr.Var::new);
    }

    private Arbitrary<Term> atoms() {
        return Arbitraries.strings()
                .ofMaxLength(6)
                .filter(s -> s.chars().noneMatch(c -> Character.isSurrogate((char) c)))
                .map(Atom::of);
    }

    private Arbitrary<Term> constants() {
        Arbitrary<Term> numbers =
                Arbitraries.oneOf(
                        Arbitraries.longs().map(Int::of),
                        Arbitraries.bigIntegers().map(Int::of),
                        Arbitraries.doubles().map(FloatTerm::new));
        Arbitrary<Term> flat =
                Arbitraries.oneOf(
                        atoms(),
                        numbers,
                        Arbitraries.strings().ascii().ofMaxLength(5).map(Term::string),
                        Arbitraries.bytes().array(byte[].class).ofMaxSize(4).map(Term::binary));
        return Arbitraries.oneOf(
                flat,
                flat.list().ofMaxSize(3).map(Term::list),
                flat.list().ofMaxSize(3).map(Term::tuple),
                Arbitraries.maps(flat, flat).ofMaxSize(3).map(Term::map));
    }

    private Arbitrary<CoreExpr> expr(int depth) {
        Arbitrary<CoreExpr> leaf =
                Arbitraries.oneOf(
                        vars().map(v -> v),
                        Combinators.combine(constants(), annos()).as(CoreExpr.Literal::new),
                        annos().map(a -> new CoreExpr.FunctionRef(FunctionName.of("f", 1), a)));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<CoreExpr> e = Arbitraries.lazy(() -> expr(depth - 1));
        Arbitrary<List<CoreExpr>> es = e.list().ofMaxSize(3);
        Arbitrary<List<CoreExpr>> two = e.list().ofSize(2);
        Arbitrary<List<Clause>> clauses = clause(depth).list().ofMaxSize(2);
        Arbitrary<List<CoreExpr.Var>> vs = vars().list().ofMaxSize(2);
        return Arbitraries.oneOf(
                List.of(
                        leaf,
                        Combinators.combine(two, annos()).as(CoreExpr.Values::new),
                        Combinators.combine(vars(), e, annos()).as(CoreExpr.Cons::new),
                        Combinators.combine(vars(), es, annos())
                                .as((v, rest, a) -> new CoreExpr.Tuple(plus(v, rest), a)),
                        Combinators.combine(vars(), two, Arbitraries.of(true, false), annos())
                                .as((v, kv, exact, a) ->
                                        new CoreExpr.MapUpdate(
                                                v,
                                                List.of(
                                                        new CoreExpr.MapUpdate.Pair(
                                                                kv.get(0), kv.get(1), exact)),
                                                a)),
                        Combinators.combine(vars(), e, annos())
                                .as((v, k, a) ->
                                        new CoreExpr.MapUpdate(
                                                new CoreExpr.Literal(MapTerm.EMPTY),
                                                List.of(new CoreExpr.MapUpdate.Pair(k, v, true)),
                                                a)),
                        Combinators.combine(
                                        vars(), e, Arbitraries.of(Segment.Endian.values()), annos())
                                .as((v, size, endian, a) ->
                                        new CoreExpr.Binary(
                                                List.of(
                                                        new Segment<>(
                                                                v,
                                                                new Segment.Size.Of(size),
                                                                3,
                                                                Segment.Type.INTEGER,
                                                                true,
                                                                endian,
                                                                a)),
                                                a)),
                        Combinators.combine(vs, e, annos()).as(CoreExpr.Fun::new),
                        Combinators.combine(e, es, annos()).as(CoreExpr.Apply::new),
                        Combinators.combine(e, e, es, annos()).as(CoreExpr.Call::new),
                        Combinators.combine(es, annos())
                                .as((args, a) -> new CoreExpr.PrimOp(PrimOps.MATCH_FAIL, args, a)),
                        Combinators.combine(vs, e, e, annos()).as(CoreExpr.Let::new),
                        Combinators.combine(e, e, annos()).as(CoreExpr.Seq::new),
                        Combinators.combine(e, e, annos())
                                .as((f, body, a) ->
                                        new CoreExpr.Letrec(
                                                List.of(
                                                        new FunctionDef(
                                                                FunctionName.of("f", 0),
                                                                new CoreExpr.Fun(List.of(), f, a))),
                                                body,
                                                a)),
                        Combinators.combine(e, clauses, annos()).as(CoreExpr.Case::new),
                        Combinators.combine(e, vs, e, vs, e, annos()).as(CoreExpr.Try::new),
                        Combinators.combine(e, annos()).as(CoreExpr.Catch::new),
                        Combinators.combine(clauses, e, e, annos()).as(CoreExpr.Receive::new)));
    }

    private Arbitrary<Clause> clause(int depth) {
        Arbitrary<CoreExpr> e = Arbitraries.lazy(() -> expr(depth - 1));
        return Combinators.combine(pattern(2).list().ofMaxSize(2), e, e, annos()).as(Clause::new);
    }

    private Arbitrary<CorePattern> pattern(int depth) {
        Arbitrary<CorePattern> leaf =
                Arbitraries.oneOf(
                        vars().map(CorePattern.Bind::new),
                        Combinators.combine(atoms(), annos()).as(CorePattern.Literal::new));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<CorePattern> p = Arbitraries.lazy(() -> pattern(depth - 1));
        Arbitrary<CoreExpr> simple = vars().map(v -> v);
        return Arbitraries.oneOf(
                List.of(
                        leaf,
                        Combinators.combine(p, p, annos()).as(CorePattern.Cons::new),
                        Combinators.combine(p.list().ofMaxSize(2), annos())
                                .as(CorePattern.Tuple::new),
                        Combinators.combine(simple, p, annos())
                                .as((k, v, a) ->
                                        new CorePattern.Map(
                                                List.of(new CorePattern.Map.Pair(k, v)), a)),
                        bits().map(b -> b),
                        Combinators.combine(atoms(), p, annos())
                                .as((a, v, anno) ->
                                        new CorePattern.Record(
                                                a,
                                                List.of(
                                                        new CorePattern.Record.Field(
                                                                (dev.lumen.ir.term.Atom) a, v)),
                                                anno)),
                        Combinators.combine(bits(), bits(), annos()).as(CorePattern.Both::new),
                        Combinators.combine(
                                        bits(),
                                        Combinators.combine(bits(), bits(), annos())
                                                .as(CorePattern.Both::new),
                                        annos())
                                .as(CorePattern.Both::new),
                        Combinators.combine(vars(), p, annos()).as(CorePattern.Alias::new)));
    }

    private Arbitrary<CorePattern.Binary> bits() {
        return Combinators.combine(vars(), vars(), annos())
                .as((v, size, a) ->
                        new CorePattern.Binary(
                                List.of(
                                        new Segment<>(
                                                new CorePattern.Bind(v),
                                                new Segment.Size.Of(size),
                                                8,
                                                Segment.Type.BINARY,
                                                false,
                                                Segment.Endian.BIG,
                                                a),
                                        new Segment<>(
                                                new CorePattern.Bind(v),
                                                new Segment.Size.All(),
                                                1,
                                                Segment.Type.BINARY,
                                                false,
                                                Segment.Endian.BIG,
                                                Anno.NONE)),
                                a));
    }

    private static List<CoreExpr> plus(CoreExpr first, List<CoreExpr> rest) {
        var all = new java.util.ArrayList<>(rest);
        all.addFirst(first);
        return all;
    }
}
