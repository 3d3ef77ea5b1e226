package dev.lumen.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.ssa.Reader;
import dev.lumen.ir.ssa.Verifier;
import dev.lumen.runtime.tools.RuntimeKit;
import dev.lumen.runtime.tools.RuntimeMode;
import dev.lumen.runtime.tools.RuntimeTarget;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Every file in the folders `llvm` and `run` of `src/test/filetests` is a test; its first lines
/// say of what.
///
/// - `;; test llvm target=T [level=L]`: lowers the module; with a level LLVM's passes run too.
///   LLVM's verifier always runs.
/// - `;; test run`: the lines `; run:` and `; raises:` hold (see [RunCase]) in the JVM, as
///   executable and as WebAssembly. `run-release` is the same, but only with the release build of
///   the runtime.
/// - `; check: text`: the output has this text, after what the check before matched. `{{regex}}`
///   stands for what it matches.
/// - `; not: text`: the output does not have it between the checks around.
@Tag("modes")
@Execution(ExecutionMode.CONCURRENT)
class FiletestsTest {
    private static final Path ROOT = Path.of("src/test/filetests");

    @TestFactory
    Stream<DynamicTest> filetests() throws IOException {
        RuntimeMode mode = RuntimeMode.current();
        assumeTrue(RuntimeKit.exists(RuntimeTarget.LINUX_GNU, mode), "built without " + mode);
        var tests = new ArrayList<DynamicTest>();
        for (String folder : List.of("llvm", "run")) {
            try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
                List<Path> sorted = files.sorted().toList();
                assertThat(sorted).isNotEmpty();
                sorted.stream().flatMap(FiletestsTest::tests).forEach(tests::add);
            }
        }
        return tests.stream();
    }

    private static Stream<DynamicTest> tests(Path file) {
        try {
            String text = Files.readString(file);
            List<String> commands =
                    text.lines()
                            .filter(l -> l.startsWith(";; test "))
                            .map(l -> l.substring(8))
                            .toList();
            assertThat(commands).as("commands of " + file).isNotEmpty();
            return commands.stream()
                    .flatMap(c -> {
                        String name = ROOT.relativize(file) + ": " + c;
                        return switch (c) {
                            case "run" -> runs(name, text);
                            case "run-release" ->
                                    RuntimeMode.current() == RuntimeMode.RELEASE
                                            ? runs(name, text)
                                            : Stream.of();
                            default ->
                                    Stream.of(DynamicTest.dynamicTest(name, () -> llvm(c, text)));
                        };
                    });
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<DynamicTest> runs(String name, String text) {
        return Stream.of(OptLevel.values())
                .flatMap(level ->
                        Stream.of(
                                DynamicTest.dynamicTest(
                                        name + " in the JVM, " + level,
                                        () -> RunFiletests.inThisJvm(text, level)),
                                inFolder(
                                        name + " as executable, " + level,
                                        f -> RunFiletests.asExecutable(text, level, f)),
                                inFolder(
                                        name + " as wasm, " + level,
                                        f -> RunFiletests.asWasm(text, level, f))));
    }

    private interface FolderTest {
        void run(Path folder) throws Exception;
    }

    private static DynamicTest inFolder(String name, FolderTest test) {
        return DynamicTest.dynamicTest(
                name,
                () -> {
                    Path folder = Files.createTempDirectory("lumen-filetest");
                    try {
                        test.run(folder);
                    } finally {
                        try (Stream<Path> files = Files.walk(folder)) {
                            for (Path p : files.sorted(Comparator.reverseOrder()).toList()) {
                                Files.delete(p);
                            }
                        }
                    }
                });
    }

    private static void llvm(String command, String text) {
        Module module = Reader.module(text);
        assertThat(Verifier.verify(module)).isEmpty();
        assertThat(command).startsWith("llvm ");
        Target target = Target.valueOf(option(command, "target", "X86_64_LINUX"));
        String level = option(command, "level", "");
        String output =
                level.isEmpty()
                        ? ModuleCompiler.of(target, OptLevel.O0).llvm(module)
                        : ModuleCompiler.of(target, OptLevel.valueOf(level)).optimizedLlvm(module);
        check(text, output);
    }

    private static String option(String command, String name, String otherwise) {
        for (String word : command.split(" ", -1)) {
            if (word.startsWith(name + "=")) {
                return word.substring(name.length() + 1);
            }
        }
        return otherwise;
    }

    private static void check(String text, String output) {
        int at = 0;
        var forbidden = new ArrayList<String>();
        for (String line : text.lines().toList()) {
            if (line.startsWith("; not:")) {
                forbidden.add(line.substring(6).strip());
            } else if (line.startsWith("; check:")) {
                String wanted = line.substring(8).strip();
                var found = pattern(wanted).matcher(output);
                assertThat(found.find(at))
                        .as(
                                "'%s' after '...%s' in\n%s",
                                wanted, output.substring(Math.max(0, at - 40), at), output)
                        .isTrue();
                lacks(forbidden, output.substring(at, found.start()));
                forbidden.clear();
                at = found.end();
            }
        }
        lacks(forbidden, output.substring(at));
    }

    private static void lacks(List<String> forbidden, String part) {
        forbidden.forEach(f ->
                assertThat(pattern(f).matcher(part).find()).as("'%s' in\n%s", f, part).isFalse());
    }

    private static Pattern pattern(String check) {
        var regex = new StringBuilder();
        int at = 0;
        var hole = Pattern.compile("\\{\\{(.*?)}}").matcher(check);
        while (hole.find()) {
            regex.append(Pattern.quote(check.substring(at, hole.start())))
                    .append("(?:" + hole.group(1) + ")");
            at = hole.end();
        }
        return Pattern.compile(regex.append(Pattern.quote(check.substring(at))).toString());
    }
}
