package dev.lumen.ir.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lumen.ir.Loc;
import dev.lumen.ir.core.CorePrinter.Style;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Bits;
import dev.lumen.ir.term.Fun;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.Term;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

class CoreTextTest {
    private static String reprinted(String text) {
        return CorePrinter.print(CoreParser.parseExpr(text), Style.FULL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'atom'",
                "'it\\'s\\n\\001'",
                "'дом'",
                "-1",
                "123456789012345678901234567890",
                "1.5",
                "-2.5e-10",
                "\"text\\\"\"",
                "[]",
                "{}",
                "['a','b'|'c']",
                "[1,[2]]",
                "~{}~",
                "~{'a'=>1,'b'=>[2]}~",
                "fun 'lists':'map'/2",
                "#{#<1>(8,1,'integer',['unsigned','big']),#<1>(1,1,'integer',['unsigned','big'])}#",
                "X",
                "_1",
                "X@1",
                "'f'/1",
                "<>",
                "<X,Y>",
                "[X|Y]",
                "[X,Y|\"ab\"]",
                "{X,'a'}",
                "~{X=>1,Y:=2|M}~",
                "#{#<X>(N,1,'integer',['signed','little']),#<B>('all',8,'binary',['unsigned','big']),"
                    + "#<C>('undefined','undefined','utf16',['unsigned','native'])}#",
                "apply 'f'/2(X,Y)",
                "apply F()",
                "call 'm':'f'(X)",
                "call M:F()",
                "primop 'match_fail'({'badmatch',X})",
                "( X -| [{3,4},'compiler_generated'] )",
                "( call 'm':'f'() -| [7] )"
            })
    void textIsRead(String text) {
        assertThat(reprinted(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "let <X,Y> = <1,2> in do X Y",
                "letrec 'f'/0 = fun () -> apply 'f'/0 () in apply 'f'/0 ()",
                "case <X,Y> of <{A,[B|_1]},~{K:=V}~> when call 'erlang':'>'(A,1) -> B ( <_2,_3>"
                        + " when 'true' -> 1 -| ['a'] ) end",
                "case X of Y when 'true' -> Y end",
                "case X of A = {B,C = [D]} when 'true' -> A end",
                "case X of"
                    + " <#{#<A>(8,1,'integer',['unsigned'|['big']]),#<B>(A,8,'binary',['unsigned','big'])}#>"
                    + " when 'true' -> B end",
                "case X of ( {A,1} -| ['x'] ) when 'true' -> A end",
                "case X of <~{( 'k':=V -| ['x'] )}~> when 'true' -> ~{( 'k'=>V -| ['x'] )|M}~ end",
                "case X of <~{( ( K -| ['y'] ):=( V -| ['z'] ) -| ['x'] ),( 'l' -| ['y'] ):=W}~>"
                    + " when 'true' -> ~{( ( K -| [1] ):=V -| ['x'] ),( 'l' -| ['y'] )=>{W}|( M -|"
                    + " ['z'] )}~ end",
                "case X of <{#{#<A>(8,1,'integer',['unsigned'|['big']])}# = #{}# ="
                        + " #{#<B>('all',8,'binary',['unsigned','big'])}#}> when 'true' -> B end",
                "case X of ( V = ( #{}# = #{}# -| ['x'] ) -| ['y'] ) when 'true' -> V end",
                "case X of <~#{'m','n'}{'a'=A,'b'=[B]}> when 'true' -> A <~#'_'{}> when 'true' -> 1"
                        + " <~#{'m','n','true'}{'a'=A} = ~#{'m'}{'b'=B}> when 'true' -> B end",
                "try F of <V> -> V catch <A,B,C> -> primop 'raise'(C,B)",
                "receive <'a'> when 'true' -> 1 after 'infinity' -> 'true'",
                "receive after 10 -> 'true'",
                "catch let X = ( 1 -| [] ) in fun (A,( B -| ['x'] )) -> {A,B}",
                "[97|[98|[99|[]]]] % comment",
                "$a",
                "call ( 'erlang' -| ['x'] ):( 'error' -| ['x'] )(( 'r' -| ['y'] ))"
            })
    void printIsStable(String text) {
        String once = reprinted(text);
        assertThat(reprinted(once)).isEqualTo(once);
    }

    @Test
    void constantsBecomeOneLiteral() {
        assertThat(
                        CoreParser.parseExpr(
                                "[{'a',1}|[~{'k'=>#{#<97>(8,1,'integer',['unsigned','big'])}#}~]]"))
                .isEqualTo(
                        new CoreExpr.Literal(
                                Term.list(
                                        Term.tuple(Atom.of("a"), Int.of(1)),
                                        Term.map(
                                                java.util.Map.of(
                                                        Atom.of("k"), Bits.of(new byte[] {97}))))));
        assertThat(CoreParser.parseExpr("fun 'm':'f'/1"))
                .isEqualTo(new CoreExpr.Literal(new Fun.External(Atom.of("m"), Atom.of("f"), 1)));
        assertThat(CoreParser.parseExpr("[X|[1|[2]]]"))
                .isEqualTo(
                        new CoreExpr.Cons(
                                new CoreExpr.Var("X"),
                                new CoreExpr.Literal(Term.list(Int.of(1), Int.of(2))),
                                Anno.NONE));
    }

    @Test
    void littleEndianConstantOfOddSize() {
        // As OTP 25: <<16#abc:12/little>> is <<16#bc,16#a:4>>.
        assertThat(CoreParser.parseExpr("#{#<2748>(12,1,'integer',['unsigned','little'])}#"))
                .isEqualTo(
                        new CoreExpr.Literal(Bits.of(new byte[] {(byte) 0xbc, (byte) 0xa0}, 12)));
    }

    @Test
    void placesAreAnnotations() {
        var e = (CoreExpr.Var) CoreParser.parseExpr("( X -| [{3,4},{'file',\"f.erl\"},'a'] )");
        assertThat(e.anno()).isEqualTo(Anno.of(new Loc(3, 4), Atom.of("a")));
        assertThat(CorePrinter.print(e, Style.PLAIN)).isEqualTo("( X -| ['a'] )");
    }

    @Test
    void theFileIsSaidOnceInTheModuleAndAtEachPlace() {
        String text =
                """
                module 'm' ['f'/0]
                    attributes [
                        'file' = [{"m.erl",1}],
                        'vsn' = [1]]
                'f'/0 =
                    ( fun () ->
                        ( call 'a':'b'() -| [{2,3},{'file',"m.erl"}] ) -| [{1,1},{'file',"m.erl"}] )
                'g'/0 =
                    ( fun () ->
                        ( call 'a':'b'() -| [{9,3},{'file',"other.hrl"}] ) -| [{8,1},{'file',"other.hrl"}] )
                end
                """;
        CoreModule m = CoreParser.parse(text);
        assertThat(m.file()).isEqualTo("m.erl");
        assertThat(m.functions().getFirst().fun().anno()).isEqualTo(Anno.of(new Loc(1, 1)));
        assertThat(m.functions().getLast().fun().body().anno()).isEqualTo(Anno.of(new Loc(9, 3)));
        assertThat(CorePrinter.print(m)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "(",
                "[1",
                "case X of",
                "'unterminated",
                "\"",
                "let X in 1",
                "call 'a'",
                "1 2",
                "`",
                "~{1}~",
                "module 'm' [] attributes [] 'f'/0 = 1 end",
                "#{#<1>(8,1,'what',[])}#",
                "1e",
                "99#1"
            })
    void badTextIsAnErrorWithAPlace(String text) {
        assertThatThrownBy(() -> CoreParser.parseExpr(text))
                .isInstanceOfSatisfying(
                        CoreSyntaxException.class, e -> assertThat(e.loc().isKnown()).isTrue());
    }

    @Test
    void deepPrograms() {
        int depth = 100_000;
        CoreExpr list = new CoreExpr.Var("T");
        CoreExpr lets = new CoreExpr.Var("X");
        CoreExpr cases = new CoreExpr.Var("X");
        CoreExpr tuples = new CoreExpr.Var("X");
        for (int i = 0; i < depth; i++) {
            list = new CoreExpr.Cons(new CoreExpr.Var("X"), list, Anno.NONE);
            lets =
                    new CoreExpr.Let(
                            List.of(new CoreExpr.Var("X")),
                            new CoreExpr.Literal(Int.of(i)),
                            lets,
                            Anno.NONE);
            cases =
                    new CoreExpr.Case(
                            new CoreExpr.Var("X"),
                            List.of(
                                    new Clause(
                                            List.of(new CorePattern.Bind(new CoreExpr.Var("X"))),
                                            new CoreExpr.Literal(Atom.TRUE),
                                            cases,
                                            Anno.NONE)),
                            Anno.NONE);
            tuples = new CoreExpr.Tuple(List.of(tuples), Anno.NONE);
        }
        for (CoreExpr e : List.of(list, lets, cases, tuples)) {
            String text = CorePrinter.print(e, Style.FULL);
            assertThat(reprinted(text)).isEqualTo(text);
            var params = List.of(new CoreExpr.Var("X"), new CoreExpr.Var("T"));
            var f =
                    new FunctionDef(
                            FunctionName.of("f", 2), new CoreExpr.Fun(params, e, Anno.NONE));
            var m = new CoreModule(Atom.of("m"), "", List.of(), List.of(), List.of(f), Anno.NONE);
            assertThat(CoreVerifier.verify(m)).isEmpty();
            assertThat(CoreVerifier.verify(OtpDialect.of(m))).isEmpty();
        }
    }

    @Test
    void tenThousandClauses() {
        var clauses = new ArrayList<Clause>();
        for (int i = 0; i < 10_000; i++) {
            clauses.add(
                    new Clause(
                            List.of(new CorePattern.Literal(Int.of(i), Anno.NONE)),
                            new CoreExpr.Literal(Atom.TRUE),
                            new CoreExpr.Literal(Int.of(-i)),
                            Anno.NONE));
        }
        String text =
                CorePrinter.print(
                        new CoreExpr.Case(new CoreExpr.Var("X"), clauses, Anno.NONE), Style.FULL);
        assertThat(reprinted(text)).isEqualTo(text);
    }
}
