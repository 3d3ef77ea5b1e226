package dev.lumen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lumen.codegen.OptLevel;
import dev.lumen.runtime.tools.RuntimeMode;
import dev.lumen.testkit.ErlangPrograms;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Programs made at random mean the same on every machine: unoptimised SSA in the interpreter says
/// what they mean, every pass is verified, and the optimised code must print the same in the JVM
/// and as an executable.
@Execution(ExecutionMode.CONCURRENT)
class GeneratedProgramsTest {
    @TempDir Path temp;

    @Test
    void interpreterJvmAndExecutableAgree() throws Exception {
        check(1, 25);
    }

    @TestFactory
    @Tag("nightly")
    Stream<DynamicTest> interpreterJvmAndExecutableAgreeOnMany() {
        return IntStream.range(10, 20)
                .map(hundred -> 100 * hundred)
                .mapToObj(seed ->
                        DynamicTest.dynamicTest(
                                "a hundred seeds from " + seed, () -> check(seed, seed + 100)));
    }

    private void check(int from, int to) throws Exception {
        for (int seed = from; seed < to; seed++) {
            String name = "p" + seed;
            String text = ErlangPrograms.module(name, 1 + seed % 8, new SplittableRandom(seed));
            Compilation plain = compile(name, text, OptLevel.O0);
            Compilation optimised = compile(name, text, OptLevel.O2);
            Path folder = Files.createTempDirectory(temp, name);
            String meaning = Outputs.ascii(Outputs.INTERPRETER.print(plain, folder));
            assertThat(Outputs.ascii(Outputs.INTERPRETER.print(optimised, folder)))
                    .as("optimised, seed %d", seed)
                    .isEqualTo(meaning);
            assertThat(Outputs.ascii(Outputs.JVM.print(plain, folder)))
                    .as("JVM at O0, seed %d", seed)
                    .isEqualTo(meaning);
            assertThat(
                            Outputs.ascii(
                                    Outputs.EXECUTABLE.print(
                                            optimised, RuntimeMode.STRESS, folder)))
                    .as("executable in stress mode, seed %d", seed)
                    .isEqualTo(meaning);
        }
    }

    private static Compilation compile(String name, String text, OptLevel level) {
        Compilation c =
                Lumen.compile(Source.erlang(name + ".erl", text))
                        .optimize(level)
                        .verify(true)
                        .run();
        assertThat(c.diagnostics()).as(text).noneMatch(d -> d.isError());
        return c;
    }
}
