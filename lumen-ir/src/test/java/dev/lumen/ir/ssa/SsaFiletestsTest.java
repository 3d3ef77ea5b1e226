package dev.lumen.ir.ssa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lumen.ir.ssa.interp.Interpreter;
import dev.lumen.ir.ssa.interp.Outcome;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.TermReader;
import dev.lumen.ir.term.Tuple;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Every `.ssa` file below `src/test/filetests/ssa` is a test; the lines `;; test COMMAND` at its
/// head say of what.
///
/// - `cat`: printing what was read gives the text again, without remarks and empty lines.
/// - `verify`: after a line that is wrong stands `; error: CODE message`; nothing else is wrong.
/// - `run`: `; run: f(Args) == Value` or `; run: f(Args) raises Class:Reason`, in the interpreter.
///   Args are a list of terms in brackets: `; run: twice [{sq, 4}] == 8`.
class SsaFiletestsTest {
    private static final Path ROOT = Path.of("src/test/filetests/ssa");
    private static final Pattern RUN = Pattern.compile("; run: (\\S+) (\\[.*]) (==|raises) (.*)");

    @TestFactory
    Stream<DynamicTest> filetests() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            List<DynamicTest> tests =
                    files.filter(f -> f.toString().endsWith(".ssa"))
                            .sorted()
                            .flatMap(SsaFiletestsTest::tests)
                            .toList();
            assertThat(tests).hasSizeGreaterThan(8);
            return tests.stream();
        }
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
                    .map(c ->
                            DynamicTest.dynamicTest(
                                    ROOT.relativize(file) + ": " + c,
                                    () -> {
                                        switch (c) {
                                            case "cat" -> cat(text);
                                            case "verify" -> verify(text);
                                            case "run" -> run(text);
                                            default ->
                                                    throw new AssertionError(
                                                            "unknown command " + c);
                                        }
                                    }));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void cat(String text) {
        assertThat(significant(Reader.module(text).toString())).isEqualTo(significant(text));
    }

    private static String significant(String text) {
        return String.join(
                "\n", text.lines().filter(l -> !l.isBlank() && !l.startsWith(";")).toList());
    }

    private static void verify(String text) {
        var wanted = new ArrayList<String>();
        int line = 0;
        for (String l : text.lines().toList()) {
            if (l.strip().startsWith("; error: ")) {
                wanted.add(line + " " + l.strip().substring(9));
            } else if (l.startsWith("func ") || line > 0 && !l.isBlank() && !l.startsWith(";")) {
                line++;
            }
        }
        var found = new ArrayList<String>();
        Module m = Reader.module(text);
        for (VerifyError e : Verifier.verify(m)) {
            List<String> before =
                    m.toString()
                            .lines()
                            .filter(l -> !l.isBlank())
                            .dropWhile(l -> !l.startsWith("func "))
                            .toList();
            String head = e.function().toString().lines().findFirst().orElseThrow();
            int start = before.indexOf(head);
            int within =
                    (int)
                            e.render()
                                    .lines()
                                    .takeWhile(l -> !l.strip().startsWith("^ error["))
                                    .count();
            found.add(start + within + " " + e.code() + " " + e.message());
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(wanted);
    }

    private static void run(String text) {
        Module m = Reader.module(text);
        Verifier.check(m);
        int runs = 0;
        for (String line : text.lines().filter(l -> l.startsWith("; run: ")).toList()) {
            Matcher run = RUN.matcher(line);
            assertThat(run.matches()).as(line).isTrue();
            List<Term> args =
                    TermReader.read(
                                            "{"
                                                    + run.group(2)
                                                            .substring(1, run.group(2).length() - 1)
                                                    + "}")
                                    instanceof Tuple(var all)
                            ? all
                            : List.of();
            var output = new StringBuilder();
            Outcome outcome =
                    new Interpreter(m)
                            .output(output::append)
                            .maxSteps(1_000_000)
                            .call(FunctionId.of(m.name().name(), run.group(1), args.size()), args);
            String actual =
                    output
                            + switch (outcome) {
                                case Outcome.Returned(var value) -> value.toString();
                                case Outcome.Raised(var c, var reason, _) -> c + ":" + reason;
                                case Outcome.Halted _, Outcome.Deadlock _, Outcome.OutOfSteps _ ->
                                        outcome.toString();
                            };
            assertThat(actual).as(line).isEqualTo(run.group(4));
            runs++;
        }
        assertThat(runs).isPositive();
    }
}
