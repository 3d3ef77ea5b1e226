package dev.lumen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lumen.codegen.OptLevel;
import dev.lumen.codegen.Target;
import dev.lumen.runtime.bindings.LumenRuntime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;

/// What is left of a whole program, and that it does the same.
class ProgramTest {
    @TempDir Path temp;

    private static final String SERVER =
            """
            -module(m).
            -export([main/0]).
            main() -> S = spawn(fun loop/0), %s.
            ask(S, What) -> S ! {What, self()}, receive {reply, R} -> R end.
            loop() ->
                receive
                    {plus, From} -> From ! {reply, plus()}, loop();
                    {minus, From} -> From ! {reply, minus()}, loop();
                    {relay, From} -> From ! {reply, relay()}, loop();
                    _ -> loop()
                end.
            plus() -> {is, '+'}.
            minus() -> {is, '-'}.
            relay() -> helper(minus).
            helper(What) -> {will, What}.
            """;

    private static CompileRequest request(String main) {
        return Lumen.compile(Source.erlang("m.erl", SERVER.formatted(main))).optimize(OptLevel.O0);
    }

    private List<String> kept(Compilation c) {
        var kept = new KeptFunctions();
        c.emit(Target.host()).to(kept, temp.resolve("x"));
        return kept.names;
    }

    private static String run(CompileRequest request, OptLevel level) throws Exception {
        try (LumenRuntime runtime = request.optimize(level).run().load()) {
            return runtime.call("m", "main").get().toString();
        }
    }

    @ParameterizedTest
    @EnumSource(OptLevel.class)
    void whatNobodyAsksForIsNotThere(OptLevel level) throws Exception {
        CompileRequest program = request("ask(S, plus)").program();
        assertThat(kept(program.optimize(level).run()))
                .contains("m:loop/0")
                .doesNotContain("m:minus/0", "m:helper/1", "m:relay/0");
        assertThat(run(program, level)).isEqualTo("{is,'+'}");
    }

    /// `minus` is made by what `relay` reaches.
    @Test
    void whatIsReachedMakesMore() throws Exception {
        CompileRequest program = request("{will, X} = ask(S, relay), ask(S, X)").program();
        assertThat(kept(program.run()))
                .contains("m:minus/0", "m:helper/1")
                .doesNotContain("m:plus/0");
        assertThat(run(program, OptLevel.O0)).isEqualTo("{is,'-'}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ask(S, list_to_atom(\"mi\" ++ \"nus\"))",
                "ask(S, list_to_existing_atom(\"mi\" ++ \"nus\"))",
                "ask(S, binary_to_existing_atom(<<\"minus\">>))",
                "ask(S, binary_to_term(<<131,100,0,5,\"minus\">>))",
                "F = fun minus/0, {name, N} = erlang:fun_info(fun m:minus/0, name), F(), ask(S, N)",
                "ask(S, hd([A || {A, 0} <- m:module_info(functions), hd(atom_to_list(A)) =:= $m, A"
                        + " =/= main]))",
            })
    void atomsThatAreMadeOtherwise(String main) throws Exception {
        assertThat(run(request(main).program(), OptLevel.O0)).isEqualTo("{is,'-'}");
    }

    /// The runtime makes them: nothing in the program does.
    @Test
    void atomsOfTheRuntime() throws Exception {
        CompileRequest program =
                Lumen.compile(
                                Source.erlang(
                                        "m.erl",
                                        """
                                        -module(m).
                                        -export([main/0]).
                                        main() ->
                                            {_, R} = spawn_monitor(fun() -> erlang:error(boom) end),
                                            receive
                                                {'DOWN', R, process, _, {boom, [{m, F, 0, _} | _]}} when is_atom(F) -> caught();
                                                _ -> other()
                                            end.
                                        caught() -> try atom_to_list(1) catch error:badarg -> {caught, badarg} end.
                                        other() -> other.
                                        """))
                        .program();
        assertThat(run(program, OptLevel.O0)).isEqualTo("{caught,badarg}");
    }

    @Test
    void onlyTheEntryCanBeCalled() throws Exception {
        try (LumenRuntime runtime = request("ask(S, plus)").program().run().load()) {
            assertThatThrownBy(() -> runtime.call("m", "plus").get()).hasMessageContaining("undef");
        }
    }

    @Test
    void anotherEntryIsRefused() {
        Emission emission = request("ask(S, plus)").program("m", "main").run().emit(Target.host());
        assertThat(emission.main("m", "main").entry()).isPresent();
        assertThatThrownBy(() -> emission.main("m", "loop"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("m:loop");
    }

    /// A program that only prints has no use for the half of the I/O protocol that reads.
    @Test
    void printingBringsNoReading() {
        assumeTrue(Otp.discover().isPresent(), "no OTP installation found");
        String source = "-module(m).\n-export([main/0]).\nmain() -> %s.\n";
        Compilation prints =
                Lumen.compile(
                                Source.erlang(
                                        "m.erl", source.formatted("io:format(\"~s~n\", [abc])")))
                        .optimize(OptLevel.O0)
                        .program()
                        .run();
        Compilation reads =
                Lumen.compile(Source.erlang("m.erl", source.formatted("io:get_line(\"> \")")))
                        .optimize(OptLevel.O0)
                        .program()
                        .run();
        assertThat(kept(prints))
                .contains("io:format/2")
                .doesNotContain("lumen_user:collect/5", "io_lib:collect_line/4");
        assertThat(kept(reads)).contains("lumen_user:collect/5", "io_lib:collect_line/4");
    }
}
