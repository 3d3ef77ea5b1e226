package dev.lumen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The benchmark programs that need no module of OTP print what they must, at full size, in every output.
class BenchmarkProgramsTest {
    private static final Path PROGRAMS = Path.of("../benchmarks/programs");

    @TempDir
    static Path temp;

    private record Row(String name, String kind, String needs, String expected) {
        boolean isSequential() {
            return (kind.equals("seq") || kind.equals("mem")) && Set.of("erlang", "erlang, math").contains(needs);
        }

        boolean isConcurrent() {
            boolean builtInsAlone = needs.startsWith("erlang") && !needs.contains(", ") || needs.equals("erlang, ets");
            return kind.equals("conc") && builtInsAlone;
        }
    }

    @TestFactory
    Stream<DynamicContainer> sequentialOnes() throws IOException {
        return rows().filter(Row::isSequential)
                .map(row -> DynamicContainer.dynamicContainer(
                        row.name,
                        Stream.of(Outputs.JVM, Outputs.EXECUTABLE, Outputs.WASM).map(o -> test(row, o))));
    }

    @TestFactory
    Stream<DynamicContainer> concurrentOnes() throws IOException {
        return rows().filter(Row::isConcurrent)
                .map(row -> DynamicContainer.dynamicContainer(
                        row.name, Stream.of(Outputs.JVM, Outputs.EXECUTABLE).map(o -> test(row, o))));
    }

    private static DynamicTest test(Row row, Outputs output) {
        return DynamicTest.dynamicTest(output.toString(), () -> {
            Path folder = Files.createTempDirectory(temp, row.name);
            Compilation c = Lumen.compile(Source.file(PROGRAMS.resolve(row.name + ".erl"))).run();
            assertThat(c.diagnostics()).noneMatch(d -> d.isError());
            assertThat(output.print(c, folder)).isEqualTo(row.expected + "\n");
        });
    }

    private static Stream<Row> rows() throws IOException {
        List<String> lines = Files.readAllLines(PROGRAMS.resolve("INDEX.tsv"));
        return lines.stream().skip(1).map(line -> line.split("\t")).map(c -> new Row(c[0], c[1], c[3], c[6]));
    }
}
