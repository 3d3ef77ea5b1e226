package dev.lumen.ir.ssa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lumen.ir.bif.BifTable;
import dev.lumen.ir.ssa.interp.Interpreter;
import dev.lumen.ir.ssa.interp.Outcome;
import dev.lumen.ir.term.Term;

import org.junit.jupiter.api.Test;

class VerifierUnitTest {
    @Test
    void anErrorShowsTheFunctionWithACaret() {
        Function f =
                Reader.function(
                        """
                        func m:f/1(%0: term) {
                        entry:
                          ret %1
                        }
                        """);
        VerifyError e = Verifier.verify(f).getFirst();
        assertThat(e.toString()).isEqualTo("V1 m:f/1 entry `ret %1`: %1 is not defined");
        assertThat(e.render())
                .isEqualTo(
                        """
                        func m:f/1(%0: term) {
                        entry:
                          ret %1
                          ^ error[V1]: %1 is not defined
                        }
                        """);
    }

    @Test
    void aSyntaxErrorNamesItsPlace() {
        assertThatThrownBy(() -> Reader.function("func m:f/0() {\nentry:\n  rett a\n}\n"))
                .isInstanceOf(SsaSyntaxException.class)
                .hasMessage("3:7: unknown instruction rett");
        assertThatThrownBy(
                        () -> Reader.function("func m:f/0() {\nentry:\n  %0: trem = bool %1\n}\n"))
                .hasMessage("3:11: unknown type trem");
    }

    @Test
    void typesAreALattice() {
        for (Kind a : Kind.values()) {
            Type.Terms t = Type.of(a);
            assertThat(t.isSubtypeOf(Type.TERM)).isTrue();
            assertThat(Type.NONE.isSubtypeOf(t)).isTrue();
            assertThat(t.union(Type.TERM.minus(t))).isEqualTo(Type.TERM);
            assertThat(Type.parse(t.toString())).contains(t);
        }
        assertThat(Type.parse(Type.TERM.minus(Type.ATOM).toString()))
                .contains(Type.TERM.minus(Type.ATOM));
        assertThat(Type.INTEGER.union(Type.FLOAT)).hasToString("number");
        assertThat(Type.parse("i64")).contains(Type.I64);
        assertThat(Type.parse("nonsense")).isEmpty();
    }

    @Test
    void everyRowOfTheTableNamesACFunction() {
        for (var bif : BifTable.standard().all()) {
            assertThat(bif.symbol()).matches("lumen_(bif|code)_\\w+_\\d+");
        }
        assertThatThrownBy(() -> BifTable.parse("erlang:f/1 (term) -> term guard nonsense"))
                .hasMessageContaining("bifs.tab:1: unknown effect nonsense");
        assertThatThrownBy(() -> BifTable.parse("\nerlang:'+'/2 (term, term) -> term"))
                .hasMessageContaining("bifs.tab:2: + needs an alias");
    }

    @Test
    void recursionIsNotBoundedByTheJavaStack() {
        Module m =
                Reader.module(
                        """
                        func m:sum/1(%0: term) {
                        entry:
                          switch %0 [0 -> zero] else more
                        zero:
                          ret 0
                        more:
                          %1: number = bif erlang:'-'/2(%0, 1)
                          %2: term = call m:sum/1(%1)
                          %3: number = bif erlang:'+'/2(%2, %0)
                          ret %3
                        }
                        """);
        assertThat(new Interpreter(m).call("m", "sum", Term.of(1_000_000)))
                .isEqualTo(new Outcome.Returned(Term.of(500_000_500_000L)));
    }
}
