package dev.lumen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lumen.codegen.OptLevel;
import dev.lumen.runtime.tools.RuntimeMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Programs for every part of the language, on every machine, against what a real `erl` printed. The answers lie beside the
/// programs; `record.sh` there asks `erl` anew. `%% otp: N` in the first line names the release that was asked, 25 otherwise.
class LanguageTest {
    private static final Path PROGRAMS = Path.of("src/test/filetests/lang");

    @TempDir
    static Path temp;

    @TestFactory
    Stream<DynamicContainer> everyOutput() throws IOException {
        return sources().map(source -> DynamicContainer.dynamicContainer(
                name(source),
                Stream.of(Outputs.JVM, Outputs.EXECUTABLE, Outputs.WASM)
                        .map(o -> DynamicTest.dynamicTest(
                                o.toString(), () -> check(source, OptLevel.O2, o, RuntimeMode.RELEASE)))));
    }

    @TestFactory
    Stream<DynamicTest> unoptimised() throws IOException {
        return sources()
                .map(source -> DynamicTest.dynamicTest(
                        name(source), () -> check(source, OptLevel.O0, Outputs.JVM, RuntimeMode.RELEASE)));
    }

    /// A collection at every allocation, a reduction per slice. The programs that recurse a million deep are left to the
    /// nightly run: their time there is quadratic.
    @TestFactory
    Stream<DynamicTest> stressed() throws IOException {
        return sources()
                .filter(source -> !name(source).equals("deep") && !name(source).equals("control"))
                .map(source -> DynamicTest.dynamicTest(
                        name(source), () -> check(source, OptLevel.O2, Outputs.EXECUTABLE, RuntimeMode.STRESS)));
    }

    @TestFactory
    @Tag("nightly")
    Stream<DynamicTest> sanitized() throws IOException {
        return sources()
                .map(source -> DynamicTest.dynamicTest(
                        name(source), () -> check(source, OptLevel.O2, Outputs.EXECUTABLE, RuntimeMode.DEBUG)));
    }

    @Test
    void thereAreProgramsAtAll() throws IOException {
        long count = sources().count();
        System.out.println("programs of the language: " + count);
        assertThat(count).isGreaterThan(15);
    }

    private static Stream<Path> sources() throws IOException {
        try (Stream<Path> files = Files.list(PROGRAMS)) {
            List<Path> all = files.filter(f -> f.toString().endsWith(".erl")).sorted().toList();
            return all.stream();
        }
    }

    private static String name(Path source) {
        return source.getFileName().toString().replace(".erl", "");
    }

    private static void check(Path source, OptLevel level, Outputs output, RuntimeMode mode) throws Exception {
        Path folder = Files.createTempDirectory(temp, name(source));
        Compilation c = Lumen.compile(Source.file(source)).optimize(level).verify(true).run();
        assertThat(c.diagnostics()).noneMatch(d -> d.isError());
        String expected = Files.readString(PROGRAMS.resolve(name(source) + ".expected"));
        assertThat(output.print(c, mode, folder)).isEqualTo(expected);
    }
}
