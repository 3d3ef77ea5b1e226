package dev.lumen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lumen.codegen.OptLevel;
import dev.lumen.runtime.tools.RuntimeMode;
import dev.lumen.testkit.RaisingPrograms;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/// Programs made at random raise and catch in many ways: every stack trace is the one that OTP
/// shows, but for what the README of this module lists.
@Execution(ExecutionMode.CONCURRENT)
class TracesTest {
    /// The last number in the name of a loop or of an inlined fun is that of an order in which
    /// OTP's compiler goes through its own trees.
    private static final Pattern NUMBER =
            Pattern.compile("((?:lc|lbc|after)\\$\\^\\d+/\\d|inlined)-\\d+-");

    @TempDir Path temp;

    @Test
    void tracesAreThoseOfOtp() throws Exception {
        check(1, 21);
    }

    @Test
    @Tag("nightly")
    void tracesAreThoseOfOtpInManyPrograms() throws Exception {
        check(1000, 1150);
    }

    private void check(int from, int to) throws Exception {
        Map<String, String> programs = new LinkedHashMap<>();
        for (int seed = from; seed < to; seed++) {
            String name = "r" + seed;
            programs.put(
                    name, RaisingPrograms.module(name, 2 + seed % 6, new SplittableRandom(seed)));
        }
        Map<String, String> expected = RealErlang.outputs(programs, temp, List.of());
        for (var program : programs.entrySet()) {
            String name = program.getKey();
            Compilation c =
                    Lumen.compile(Source.erlang(name + ".erl", program.getValue()))
                            .optimize(OptLevel.O2)
                            .verify(true)
                            .run();
            assertThat(c.diagnostics()).as(program.getValue()).noneMatch(d -> d.isError());
            String wanted = comparable(expected.get(name));
            assertThat(comparable(Outputs.JVM.print(c, temp)))
                    .as(program.getValue())
                    .isEqualTo(wanted);
            assertThat(comparable(Outputs.EXECUTABLE.print(c, RuntimeMode.STRESS, temp)))
                    .as("in stress mode: %s", program.getValue())
                    .isEqualTo(wanted);
        }
    }

    private static String comparable(String output) {
        return NUMBER.matcher(output).replaceAll("$1-N-");
    }
}
