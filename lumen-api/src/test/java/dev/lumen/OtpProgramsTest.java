package dev.lumen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lumen.codegen.OptLevel;
import dev.lumen.runtime.tools.RuntimeMode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Programs that use OTP's modules, compiled by us from an installation, against what a real `erl`
/// printed (`record.sh` beside the programs asks it anew). In the JVM OTP's modules come from their
/// sources, elsewhere from the debug information of the installed `.beam` files.
@Execution(ExecutionMode.CONCURRENT)
class OtpProgramsTest {
    private static final Path PROGRAMS = Path.of("src/test/filetests/otp");

    @TempDir static Path temp;

    @BeforeEach
    void otp() {
        assumeTrue(Otp.discover().isPresent(), "no OTP installation found");
    }

    @TestFactory
    Stream<DynamicContainer> natively() throws IOException {
        return in(OptLevel.O0, Outputs.JVM, Outputs.EXECUTABLE);
    }

    /// At night, like the next: each program takes some ten seconds in each output.
    @TestFactory
    @Tag("nightly")
    Stream<DynamicContainer> asWebAssembly() throws IOException {
        return in(OptLevel.O0, Outputs.WASM);
    }

    @TestFactory
    @Tag("nightly")
    Stream<DynamicContainer> optimised() throws IOException {
        return in(OptLevel.O2, Outputs.JVM, Outputs.EXECUTABLE, Outputs.WASM);
    }

    private static Stream<DynamicContainer> in(OptLevel level, Outputs... outputs)
            throws IOException {
        return sources().stream()
                .map(source ->
                        DynamicContainer.dynamicContainer(
                                name(source),
                                Stream.of(outputs)
                                        .map(o ->
                                                DynamicTest.dynamicTest(
                                                        o.toString(),
                                                        () -> check(source, level, o)))));
    }

    @Test
    void thereAreProgramsAtAll() throws IOException {
        System.out.println("programs that use OTP: " + sources().size());
        assertThat(sources()).hasSizeGreaterThan(4);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.list(PROGRAMS)) {
            return files.filter(f -> f.toString().endsWith(".erl")).sorted().toList();
        }
    }

    private static String name(Path source) {
        return source.getFileName().toString().replace(".erl", "");
    }

    private static void check(Path source, OptLevel level, Outputs output) throws Exception {
        Path folder = Files.createTempDirectory(temp, name(source));
        Otp otp = output == Outputs.JVM ? Otp.discover().orElseThrow() : withoutSources();
        Compilation c =
                Lumen.compile(Source.file(source))
                        .otp(otp)
                        .leaveOut("qlc")
                        .program()
                        .optimize(level)
                        .verify(true)
                        .run();
        assertThat(c.diagnostics()).noneMatch(d -> d.isError());
        String expected = Files.readString(PROGRAMS.resolve(name(source) + ".expected"));
        assertThat(masked(output.print(c, RuntimeMode.RELEASE, folder)))
                .isEqualTo(masked(expected));
    }

    /// What no two runs have in common: times and pids of reports, and how much memory and work it
    /// took.
    private static String masked(String printed) {
        return printed.replaceAll("REPORT==== .* ===", "REPORT==== time ===")
                .replaceAll("<0\\.\\d+\\.\\d+>", "<pid>")
                .replaceAll("(heap_size|stack_size|reductions): \\d+", "$1: N");
    }

    /// An installation that has nothing but the `.beam` files of these applications.
    private static synchronized Otp withoutSources() throws IOException {
        Path root = temp.resolve("beams");
        if (!Files.exists(root)) {
            var installed = Otp.discover().orElseThrow().installation();
            for (String application : List.of("erts", "kernel", "stdlib")) {
                Path from = installed.application(application).orElseThrow().resolve("ebin");
                Path to = Files.createDirectories(root.resolve("lib/" + application + "-0/ebin"));
                try (Stream<Path> beams = Files.list(from)) {
                    for (Path beam : beams.filter(b -> b.toString().endsWith(".beam")).toList()) {
                        Files.copy(beam, to.resolve(beam.getFileName()));
                    }
                }
            }
        }
        return Otp.at(root);
    }
}
