package dev.lumen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lumen.codegen.OptLevel;
import dev.lumen.codegen.Target;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/// How many schedulers an executable has is for who starts it to say, in `LUMEN_SCHEDULERS`.
class SchedulersTest {
    private static final String PROGRAM =
            """
            -module(m).
            -export([main/0]).
            main() -> erlang:display(erlang:system_info(schedulers)).
            """;

    private static final String REFUSED = "LUMEN_SCHEDULERS must be a number from 1 to 256\n";

    @TempDir Path temp;

    @Test
    void environmentSaysHowMany() throws Exception {
        Path exe = temp.resolve("m");
        Lumen.compile(Source.erlang("m.erl", PROGRAM))
                .optimize(OptLevel.O0)
                .run()
                .emit(Target.host())
                .executable(exe)
                .orThrow();
        assertThat(run(exe, "3")).isEqualTo("3\n0");
        assertThat(run(exe, "256")).isEqualTo("256\n0");
        assertThat(run(exe, "")).matches("[1-9]\\d*\n0");
        for (String wrong : new String[] {"0", "257", "-1", "2 ", "many", "99999999999999999999"}) {
            assertThat(run(exe, wrong)).as(wrong).isEqualTo(REFUSED + 1);
        }
    }

    /// What it prints, and its exit status.
    private static String run(Path exe, String schedulers)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(exe.toString()).redirectErrorStream(true);
        builder.environment().putAll(Map.of("LUMEN_SCHEDULERS", schedulers));
        Process process = builder.start();
        byte[] output = process.getInputStream().readAllBytes();
        // display ends a line as a terminal wants it.
        return new String(output, StandardCharsets.UTF_8).replace("\r", "") + process.waitFor();
    }
}
