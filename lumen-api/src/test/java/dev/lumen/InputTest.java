package dev.lumen;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lumen.codegen.OptLevel;
import dev.lumen.codegen.Target;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/// A process that waits for standard input keeps no other from running, and none keeps input from
/// it: as an executable, and on WebAssembly, which has one thread for all.
class InputTest {
    /// A timer fires while the input is open and empty; then the input comes, though a process
    /// never waits.
    private static final String PROGRAM =
            """
            -module(m).
            -export([main/0]).
            main() ->
                spawn(fun() -> receive after 20 -> erlang:display(timer) end, busy() end),
                erlang:display(lumen_user:read()),
                eof = lumen_user:read(),
                erlang:halt(7).
            busy() -> busy().
            """;

    @TempDir Path temp;

    private Emission emit(Target target) {
        return Lumen.compile(Source.erlang("m.erl", PROGRAM))
                .optimize(OptLevel.O0)
                .run()
                .emit(target);
    }

    @Test
    void ofAnExecutable() throws Exception {
        Path exe = temp.resolve("m");
        emit(Target.host()).executable(exe).orThrow();
        check(exe.toString());
    }

    @Test
    void onWebAssembly() throws Exception {
        emit(Target.WASM32).module(temp.resolve("m.wasm")).orThrow();
        check("node", temp.resolve("m.mjs").toString());
    }

    private static void check(String... command) throws IOException, InterruptedException {
        Process program = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader output = program.inputReader(UTF_8);
                var input = program.outputWriter(UTF_8)) {
            assertThat(output.readLine()).isEqualTo("timer");
            input.write("h\n");
            input.flush();
            assertThat(output.readLine()).isEqualTo("<<104,10>>");
            input.close();
            assertThat(program.waitFor()).isEqualTo(7);
        } finally {
            program.destroyForcibly();
        }
    }
}
