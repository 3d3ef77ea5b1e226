package dev.lumen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The benchmark programs print what they must, at full size: in the JVM, as executables, and the
/// sequential ones as WebAssembly. Those that use OTP's modules get them from the installation that
/// is found.
@Execution(ExecutionMode.CONCURRENT)
class BenchmarkProgramsTest {
    private static final Path PROGRAMS = Path.of("../benchmarks/programs");

    /// Programs that can't run yet.
    private static final Set<String> NOT_YET = Set.of();

    @TempDir static Path temp;

    private record Row(String name, String kind, String expected) {
        boolean isSequential() {
            return Set.of("seq", "mem", "ets").contains(kind);
        }
    }

    @TestFactory
    Stream<DynamicContainer> sequentialOnes() throws IOException {
        return containers(Row::isSequential, Outputs.JVM, Outputs.EXECUTABLE, Outputs.WASM);
    }

    @TestFactory
    Stream<DynamicContainer> concurrentOnes() throws IOException {
        return containers(row -> !row.isSequential(), Outputs.JVM, Outputs.EXECUTABLE);
    }

    @Test
    void fewAreLeftOut() throws IOException {
        List<String> names = rows().map(Row::name).toList();
        System.out.println(
                names.size() + " benchmark programs, of which can't run yet: " + NOT_YET);
        assertThat(names).containsAll(NOT_YET);
        assertThat(NOT_YET).hasSizeLessThanOrEqualTo(5);
    }

    private static Stream<DynamicContainer> containers(Predicate<Row> wanted, Outputs... outputs)
            throws IOException {
        return rows().filter(wanted)
                .filter(row -> !NOT_YET.contains(row.name))
                .map(row -> {
                    var compilation = new Once<>(() -> compile(row));
                    return DynamicContainer.dynamicContainer(
                            row.name, Stream.of(outputs).map(o -> test(row, compilation, o)));
                });
    }

    private static Compilation compile(Row row) {
        Compilation c =
                Lumen.compile(Source.file(PROGRAMS.resolve(row.name + ".erl"))).program().run();
        assumeTrue(
                c.diagnostics().stream().noneMatch(d -> d.code().name().equals("no-otp")),
                "no OTP installation found");
        assertThat(c.diagnostics()).noneMatch(d -> d.isError());
        return c;
    }

    private static DynamicTest test(Row row, Once<Compilation> compilation, Outputs output) {
        return DynamicTest.dynamicTest(
                output.toString(),
                () -> {
                    Path folder = Files.createTempDirectory(temp, row.name);
                    assertThat(output.print(compilation.get(), folder))
                            .isEqualTo(row.expected + "\n");
                });
    }

    private static Stream<Row> rows() throws IOException {
        List<String> lines = Files.readAllLines(PROGRAMS.resolve("INDEX.tsv"));
        return lines.stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .map(c -> new Row(c[0], c[1], c[6]));
    }
}
