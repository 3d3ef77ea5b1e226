package dev.lumen.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lumen.frontend.ssa.CoreToSsa;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.ssa.Reader;
import dev.lumen.ir.ssa.Verifier;
import dev.lumen.ir.ssa.interp.Interpreter;
import dev.lumen.ir.ssa.interp.Outcome;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.TermReader;
import dev.lumen.ir.term.Tuple;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.Stream.Builder;

/// Core to SSA. `%! test ssa`: the lowered module must be the text in the `.ssa` file, and `%% run:
/// f [Args] == Value` (or `raises Class:Reason`) is what the interpreter must answer. Every program
/// of the `core` and `ssa` tests must lower to valid SSA that survives printing and reading.
class SsaFileTest {
    private static final Pattern RUN =
            Pattern.compile("%% run: (\\S+) (\\[.*]) (?:==|raises) (.*)");

    private static Module lower(FileTests.Program p) {
        return CoreToSsa.lower(CoreFileTest.lower(p)).module();
    }

    @TestFactory
    Stream<DynamicTest> ssaIsAsExpected() {
        List<FileTests.Program> programs = FileTests.of("ssa");
        assertThat(programs).hasSizeGreaterThan(5);
        return programs.stream()
                .map(p ->
                        DynamicTest.dynamicTest(
                                p.name(),
                                () -> {
                                    String text = lower(p).toString();
                                    assertThat(text)
                                            .isEqualTo(
                                                    FileTests.expectation(p.beside(".ssa"), text));
                                }));
    }

    @TestFactory
    Stream<DynamicTest> ssaIsValidAndReadsBack() {
        return Stream.concat(FileTests.of("ssa").stream(), FileTests.of("core").stream())
                .map(p ->
                        DynamicTest.dynamicTest(
                                p.name(),
                                () -> {
                                    Module m = lower(p);
                                    assertThat(Verifier.verify(m)).isEmpty();
                                    assertThat(Reader.module(m.toString())).isEqualTo(m);
                                }));
    }

    @TestFactory
    Stream<DynamicTest> ssaRuns() {
        Builder<DynamicTest> tests = Stream.builder();
        for (FileTests.Program p : FileTests.of("ssa")) {
            Module m = lower(p);
            new String(p.bytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .map(RUN::matcher)
                    .filter(Matcher::matches)
                    .forEach(r ->
                            tests.add(
                                    DynamicTest.dynamicTest(
                                            p.name() + " " + r.group(), () -> run(m, r))));
        }
        return tests.build();
    }

    private static void run(Module m, Matcher run) {
        String args = run.group(2);
        List<Term> terms =
                ((Tuple) TermReader.read("{" + args.substring(1, args.length() - 1) + "}"))
                        .elements();
        var id = FunctionId.of(m.name().name(), run.group(1), terms.size());
        Outcome outcome = new Interpreter(m).maxSteps(10_000_000).call(id, terms);
        assertThat(
                        switch (outcome) {
                            case Outcome.Returned(var value) -> value.toString();
                            case Outcome.Raised(var c, var reason, _) -> c + ":" + reason;
                            case Outcome.Halted _, Outcome.Deadlock _, Outcome.OutOfSteps _ ->
                                    outcome.toString();
                        })
                .isEqualTo(run.group(3));
    }
}
