package dev.lumen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lumen.codegen.OptLevel;
import dev.lumen.frontend.preprocess.OtpInstallation;
import dev.lumen.runtime.tools.RuntimeMode;
import dev.lumen.runtime.tools.ToolResult;
import dev.lumen.runtime.tools.Tools;
import dev.lumen.testkit.RaisingPrograms;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        check(1000, 1300);
    }

    private void check(int from, int to) throws Exception {
        Map<String, String> programs = new LinkedHashMap<>();
        for (int seed = from; seed < to; seed++) {
            String name = "r" + seed;
            programs.put(
                    name, RaisingPrograms.module(name, 2 + seed % 6, new SplittableRandom(seed)));
        }
        Map<String, String> expected = inErlang(programs);
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

    /// What the programs print in a real `erl`: all in one run, the name of each before its output.
    private Map<String, String> inErlang(Map<String, String> programs) throws IOException {
        Path bin = OtpInstallation.discover().orElseThrow().root().resolve("bin");
        Path folder = Files.createTempDirectory(temp, "erl");
        var compile = new ArrayList<>(List.of("-W0", "-o", folder.toString()));
        for (var program : programs.entrySet()) {
            Path file = folder.resolve(program.getKey() + ".erl");
            compile.add(Files.writeString(file, program.getValue()).toString());
        }
        run(bin.resolve("erlc"), compile);
        String all =
                "lists:foreach(fun(M) -> erlang:display({program, M}), M:main() end, "
                        + programs.keySet()
                        + "), halt().";
        String printed =
                run(
                        bin.resolve("erl"),
                        List.of("-noshell", "-pa", folder.toString(), "-eval", all));
        var outputs = new LinkedHashMap<String, String>();
        for (String part : printed.replace("\r\n", "\n").split("\\{program,", 0)) {
            int end = part.indexOf("}\n");
            if (end > 0) {
                outputs.put(part.substring(0, end), part.substring(end + 2));
            }
        }
        return outputs;
    }

    private static String run(Path tool, List<String> arguments) {
        ToolResult result = Tools.run(tool, arguments);
        assertThat(result.exitCode()).as(result.output()).isZero();
        return result.output();
    }
}
