package dev.lumen.runtime.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lumen.ir.bif.BifTable;
import dev.lumen.runtime.tools.RuntimeMode;
import dev.lumen.runtime.tools.RuntimeTarget;
import dev.lumen.runtime.tools.ToolResult;
import dev.lumen.runtime.tools.Tools;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Built-in functions against those of an installed OTP: `oracle/cases.escript` makes calls with
/// random arguments and notes what erl answers, `oracle/oracle.c` calls ours with the same.
///
/// The primitives run in a process that is not real (`oracle/fake_process.c`): every allocation is
/// one of its own, so the sanitizers of the debug mode see a word too far. What depends on calls
/// before (tables, aliases) goes in sessions: `oracle/sessions.escript` makes them,
/// `oracle/sessions.c` repeats them in a process of a real runtime. Without erl the tests are
/// skipped. `-Dlumen.oracle.count` sets how often each function is called,
/// `-Dlumen.oracle.sessions` how many sessions of each kind there are, `-Dlumen.oracle.seed` with
/// which arguments.
class OracleTest {
    private static final Path SOURCES = Path.of("src/test/c/oracle");
    private static final Path WORK = Path.of("target/c-tests/oracle");
    private static final Path ESCRIPT = Path.of("/usr/bin/escript");
    private static final Path ENV = Path.of("/usr/bin/env");

    /// A time zone with summer times that no machine has by chance.
    private static final String TIME_ZONE = "TZ=XST-3:30XDT,M3.5.0,M10.5.0/3";

    @Test
    void builtInsAnswerLikeOtp() throws IOException {
        compare(
                "cases",
                "oracle",
                List.of("oracle.c", "calls.c", "bits_calls.c", "fake_process.c"),
                System.getProperty("lumen.oracle.count", "150"));
    }

    @Test
    void sessionsGoLikeOtps() throws IOException {
        compare(
                "sessions",
                "sessions",
                List.of("sessions.c", "calls.c", "bits_calls.c"),
                System.getProperty("lumen.oracle.sessions", "60"));
    }

    /// Lets `script` write calls and answers, builds `program` and runs it on them.
    private static void compare(String script, String program, List<String> sources, String count)
            throws IOException {
        assumeTrue(Files.isExecutable(ESCRIPT), "no erl on this machine");
        Path work = WORK.resolve(program);
        Files.createDirectories(work);
        String path = SOURCES.resolve(script + ".escript").toString();
        ToolResult functions = Tools.run(ESCRIPT, List.of(path, "list"));
        assertThat(functions.exitCode()).as(functions.errors()).isZero();
        Files.writeString(
                work.resolve("bif_table.inc"), table(functions.output().lines().toList()));
        Path executable = build(program, sources, work);
        Path cases = work.resolve("cases.bin");
        ToolResult made =
                Tools.run(
                        ENV,
                        List.of(
                                TIME_ZONE,
                                ESCRIPT.toString(),
                                path,
                                cases.toString(),
                                count,
                                System.getProperty("lumen.oracle.seed", "1")));
        assertThat(made.exitCode()).as(made.output() + made.errors()).isZero();
        ToolResult result =
                Tools.run(ENV, List.of(TIME_ZONE, executable.toString(), cases.toString()));
        assertThat(result.exitCode()).as(() -> result.output() + result.errors()).isZero();
        System.out.println(
                "OracleTest: "
                        + result.output().lines().reduce((first, second) -> second).orElseThrow());
    }

    /// A row of the table of `calls.c` for each line `module name arity`.
    private static String table(List<String> functions) {
        return functions.stream()
                .map(line -> line.split(" "))
                .map(f ->
                        "{\"%s\", \"%s\", %s, (void *)%s},\n"
                                .formatted(
                                        f[0],
                                        f[1],
                                        f[2],
                                        BifTable.standard()
                                                .find(f[0], f[1], Integer.parseInt(f[2]))
                                                .orElseThrow()
                                                .symbol()))
                .collect(Collectors.joining());
    }

    private static Path build(String name, List<String> sources, Path work) throws IOException {
        var debug = new Variant(RuntimeTarget.LINUX_GNU, RuntimeMode.DEBUG);
        Variant variant =
                Files.exists(archive(debug))
                        ? debug
                        : new Variant(RuntimeTarget.LINUX_GNU, RuntimeMode.RELEASE);
        Sources runtime = Sources.below(Path.of("src/main/c").toAbsolutePath());
        var inputs = new ArrayList<String>();
        for (String source : sources) {
            Path object = work.resolve(source + ".o");
            var arguments = new ArrayList<>(variant.objectFlags());
            arguments.addAll(runtime.includes());
            arguments.addAll(
                    List.of(
                            "-I" + Path.of("target/c/generated").toAbsolutePath(),
                            "-I" + work.toAbsolutePath(),
                            "-c",
                            SOURCES.resolve(source).toString(),
                            "-o",
                            object.toString()));
            run(variant.compiler(), arguments);
            inputs.add(object.toString());
        }
        Path program = work.resolve(name);
        inputs.addAll(
                List.of(archive(variant).toString(), "-lm", "-lpthread", "-o", program.toString()));
        if (variant.sanitized()) {
            inputs.add("-fsanitize=address,undefined");
        }
        // The system's own linker, through the compiler: this program never leaves the machine that
        // builds it.
        run(variant.sanitized() ? variant.compiler() : Path.of("/usr/bin/cc"), inputs);
        return program;
    }

    private static Path archive(Variant variant) {
        return variant.directory(Path.of("target/c/libraries"))
                .resolve("liblumen_rt.a")
                .toAbsolutePath();
    }

    private static void run(Path tool, List<String> arguments) throws IOException {
        ToolResult result = Tools.run(tool, arguments);
        assertThat(result.exitCode()).as(result.output() + result.errors()).isZero();
    }
}
