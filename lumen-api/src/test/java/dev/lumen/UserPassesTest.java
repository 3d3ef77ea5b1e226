package dev.lumen;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lumen.ir.core.CoreParser;
import dev.lumen.ir.pass.ModulePass;
import dev.lumen.ir.pass.PassContext;
import dev.lumen.ir.pass.PassFailure;
import dev.lumen.ir.pass.PassId;
import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.ssa.Reader;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

import java.util.function.UnaryOperator;

/// A pass of the caller's that is wrong is named, at every stage, without being asked to verify.
class UserPassesTest {
    private static CompileRequest request() {
        return Lumen.compile(Source.erlang("m.erl", "-module(m).\n-export([f/1]).\nf(X) -> {X}.\n"))
                .withoutLibraries()
                .verify(false);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> failure(CompileRequest request) {
        return assertThatThrownBy(request::run).isInstanceOf(PassFailure.class);
    }

    /// @param name in kebab case
    private record Wrong(String name, UnaryOperator<Module> work) implements ModulePass {
        @Override
        public PassId id() {
            return PassId.of(name);
        }

        @Override
        public Module run(Module module, PassContext cx) {
            return work.apply(module);
        }
    }

    @Test
    void overSsa() {
        var undefined =
                new Wrong(
                        "undefined",
                        _ -> Reader.module("func m:f/1(%0: term) {\nentry:\n  ret %999\n}\n"));
        failure(request().pass(Stage.SSA, undefined))
                .hasMessageContaining("pass undefined on module m: invalid SSA")
                .hasMessageContaining("%999");
        failure(request().pass(Stage.SSA, new Wrong("nothing", _ -> null)))
                .hasMessageContaining("pass nothing on module m: answered null");
        assertThatThrownBy(() -> request().pass(Stage.SSA, undefined).pass(Stage.SSA, undefined))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is a pass undefined already");
    }

    @Test
    void overCore() {
        failure(
                        request()
                                .pass(Stage.CORE, core -> core)
                                .pass(
                                        Stage.CORE,
                                        _ ->
                                                CoreParser.parse(
                                                        """
                                                        module 'm' ['f'/1]
                                                            attributes []
                                                        'f'/1 = fun (X) -> Y
                                                        end
                                                        """)))
                .hasMessageContaining("pass core-2 on module m")
                .hasMessageContaining("invalid Core");
        failure(request().pass(Stage.CORE, _ -> null)).hasMessageContaining("it answered null");
    }

    @Test
    void overForms() {
        failure(
                        request()
                                .pass(
                                        Stage.FORMS,
                                        _ -> {
                                            throw new IllegalStateException("broken");
                                        }))
                .hasMessageContaining("pass forms-1 on module m")
                .hasMessageContaining("broken")
                .hasCauseInstanceOf(IllegalStateException.class);
    }
}
