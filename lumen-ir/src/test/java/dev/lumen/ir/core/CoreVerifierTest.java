package dev.lumen.ir.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// One broken function for each way to break a rule.
class CoreVerifierTest {
    private static List<String> rules(String body) {
        String text =
                "module 'm' ['f'/1] attributes [] 'f'/1 = fun (X) -> "
                        + body
                        + " 'g'/0 = fun () -> 1 end";
        return CoreVerifier.verify(CoreParser.parse(text)).stream().map(CoreError::rule).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "V1 ! Y",
                "V1 ! let Y = Y in 1",
                "V1 ! do let Y = 1 in Y Y",
                "V1 ! case X of {Y} when 'true' -> 1 _1 when 'true' -> Y end",
                "V1 ! case X of #{#<A>(N,1,'integer',[])}# when 'true' -> 1 end",
                "V1 ! letrec 'h'/1 = fun (Y) -> 1 in Y",
                "V1 ! try X of <V> -> V catch <A,B,C> -> V",
                "V1 ! case X of <1> when case <> of <> when Y -> 1 end -> 1 end",
                "V2 ! fun (Y,Y) -> 1",
                "V2 ! let <Y,Y> = <1,2> in 1",
                "V2 ! case X of {Y,Y} when 'true' -> 1 end",
                "V3 ! apply 'h'/0()",
                "V3 ! 'f'/2",
                "V3 ! do letrec 'h'/0 = fun () -> 1 in 1 'h'/0",
                "V4 ! <X,X>",
                "V4 ! let <A,B> = X in 1",
                "V4 ! case X of <1> when 'true' -> <1,2> end",
                "V4 ! {<1,2>}",
                "V4 ! let <A,B> = case X of <1> when 'true' -> <1,2> <_1> when 'true' -> 3 end in"
                        + " A",
                "V4 ! try X of <V> -> V catch <A,B> -> B",
                "V5 ! case <X,X> of <1> when 'true' -> 1 end",
                "V5 ! receive <1,2> when 'true' -> 1 after 1 -> 1",
                "V6 ! case X of <1> when apply 'g'/0() -> 1 end",
                "V6 ! case X of <1> when call 'm':'g'() -> 1 end",
                "V6 ! case X of <1> when let A = catch 1 in A -> 1 end",
                "V6 ! case X of <1> when {fun () -> 1} -> 1 end",
                "V8 ! #{#<X>(8,0,'integer',[])}#",
                "V8 ! case X of #{#<A>('all',8,'binary',[]),#<B>(8,1,'integer',[])}# when 'true' ->"
                        + " 1 end",
                "V8 ! case X of #{#<[A]>(8,1,'integer',[])}# when 'true' -> 1 end",
                "V9 ! letrec 'h'/1 = fun () -> 1 in 1",
                "V9 ! apply 'g'/0(X)",
                "V10 ! letrec 'h'/0 = fun () -> 1 'h'/0 = fun () -> 2 in 1",
                "V11 ! ( letrec 'l'/0 = fun () -> 1 in {apply 'l'/0()} -| ['letrec_goto'] )",
                "V11 ! ( letrec 'l'/0 = fun () -> 1 in do apply 'l'/0() 2 -| ['letrec_goto'] )",
                "V11 ! ( letrec 'l'/0 = fun () -> 1 in fun () -> apply 'l'/0() -| ['letrec_goto']"
                        + " )",
                "V11 ! ( letrec 'l'/0 = fun () -> 1 in 'l'/0 -| ['letrec_goto'] )",
                "V11 ! ( letrec 'l'/0 = fun () -> 1 in try apply 'l'/0() of <V> -> V catch <A,B,C>"
                        + " -> B -| ['letrec_goto'] )",
            })
    void brokenRule(String line) {
        String[] parts = line.split(" ! ", 2);
        assertThat(rules(parts[1])).as(parts[1]).contains(parts[0]);
    }

    @Test
    void brokenModule() {
        assertThat(
                        CoreVerifier.verify(
                                        CoreParser.parse(
                                                """
                                                module 'm' ['h'/0] attributes []
                                                'f'/0 = fun () -> 1
                                                'f'/0 = fun () -> 2
                                                end\
                                                """))
                                .stream()
                                .map(CoreError::rule)
                                .toList())
                .containsExactly("V10", "V10");
    }

    @Test
    void compoundConstantOfAPattern() {
        var pattern = new CorePattern.Literal(dev.lumen.ir.term.Term.tuple(), Anno.NONE);
        var one = new CoreExpr.Literal(dev.lumen.ir.term.Int.of(1));
        var truth = new CoreExpr.Literal(dev.lumen.ir.term.Atom.TRUE);
        var body =
                new CoreExpr.Case(
                        one,
                        List.of(new Clause(List.of(pattern), truth, one, Anno.NONE)),
                        Anno.NONE);
        var f =
                new FunctionDef(
                        FunctionName.of("f", 0), new CoreExpr.Fun(List.of(), body, Anno.NONE));
        var m =
                new CoreModule(
                        dev.lumen.ir.term.Atom.of("m"),
                        "",
                        List.of(),
                        List.of(),
                        List.of(f),
                        Anno.NONE);
        assertThat(CoreVerifier.verify(m))
                .singleElement()
                .satisfies(e -> assertThat(e.rule()).isEqualTo("V7"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "let <A,B> = case X of <1> when 'true' -> <1,2> <_1> when 'true' -> primop"
                        + " 'match_fail'({'case_clause',_1}) end in A",
                "( letrec 'l'/1 = fun (A) -> A in case X of <1> when 'true' -> apply 'l'/1(X) <_1>"
                        + " when 'true' -> 2 end -| ['letrec_goto'] )",
                "let <A,B> = ( letrec 'l'/0 = fun () -> <1,2> in apply 'l'/0() -| ['letrec_goto'] )"
                        + " in A",
                "case X of #{#<N>(8,1,'integer',[]),#<A>(call 'erlang':'+'(N,1),8,'binary',[])}#"
                        + " when 'true' -> A end",
                "case X of <A> when try call 'erlang':'hd'(A) of <V> -> V catch <B,C> -> 'false' ->"
                        + " 1 end",
                "case <> of <> when 'true' -> 1 end",
                "case X of <A> when case <> of <> when call 'erlang':'is_map'(X) -> 'true' <> when"
                        + " 'true' -> 'false' end -> 1 end",
                "case X of <A> when case <A,X> of <B,C> when 'true' -> call 'erlang':'=:='(B,C) end"
                        + " -> 1 end",
                "let X = X in let X = X in X",
            })
    void allIsWell(String body) {
        assertThat(rules(body)).as(body).isEmpty();
    }
}
