package dev.lumen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lumen.codegen.OptLevel;
import dev.lumen.runtime.tools.RuntimeMode;

import org.junit.jupiter.api.DynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The programs of a folder, each beside what a real `erl` printed: `x.erl` and `x.expected`.
/// `record.sh` asks `erl` anew. Sources without an answer are further modules of every program
/// there that names them in its first line: `%% with: y z`.
///
/// @param programs the folder
/// @param scratch where what is compiled may go
/// @param compilations those that were made; each is run on several machines
record RecordedPrograms(
        Path programs,
        Path scratch,
        ConcurrentMap<RecordedPrograms.Key, Once<Compilation>> compilations) {
    record Key(String name, OptLevel level) {}

    private static final String WITH = "%% with: ";

    private static final Path ROOT = Path.of("src/test/filetests");

    static RecordedPrograms in(String folder, Path scratch) {
        return new RecordedPrograms(ROOT.resolve(folder), scratch, new ConcurrentHashMap<>());
    }

    /// The names of the programs, sorted.
    List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(programs)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".expected"))
                    .map(f -> f.substring(0, f.length() - ".expected".length()))
                    .sorted()
                    .toList();
        }
    }

    /// A test of each program whose name is wanted.
    Stream<DynamicTest> tests(
            Predicate<String> wanted, OptLevel level, Outputs output, RuntimeMode mode)
            throws IOException {
        return names().stream()
                .filter(wanted)
                .map(name -> DynamicTest.dynamicTest(name, () -> check(name, level, output, mode)));
    }

    /// Compiles a program, runs it, and compares what it prints.
    void check(String name, OptLevel level, Outputs output, RuntimeMode mode) throws Exception {
        Path folder = Files.createTempDirectory(scratch, name);
        Compilation c =
                compilations
                        .computeIfAbsent(
                                new Key(name, level), key -> new Once<>(() -> compile(key)))
                        .get();
        // erlang:display writes Latin-1 too, which is then no UTF-8 on both sides.
        String expected =
                new String(
                        Files.readAllBytes(programs.resolve(name + ".expected")),
                        StandardCharsets.UTF_8);
        assertThat(output.print(c, mode, folder)).isEqualTo(expected);
    }

    private Compilation compile(Key key) throws IOException {
        Compilation c = Lumen.compile(sources(key.name)).optimize(key.level).verify(true).run();
        assertThat(c.diagnostics()).noneMatch(d -> d.isError());
        return c;
    }

    private Source[] sources(String name) throws IOException {
        Path program = programs.resolve(name + ".erl");
        try (Stream<String> lines = Files.lines(program)) {
            String first = lines.findFirst().orElse("");
            String others = first.startsWith(WITH) ? " " + first.substring(WITH.length()) : "";
            return Stream.of((name + others).split(" +"))
                    .map(module -> Source.file(programs.resolve(module + ".erl")))
                    .toArray(Source[]::new);
        }
    }
}
