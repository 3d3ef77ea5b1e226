package dev.lumen.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lumen.ir.diag.ErlcRenderer;
import dev.lumen.ir.forms.AbstractFormat;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.TermReader;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

/// Every construct of the language. `%! test parse otp=N`: the forms must equal those that OTP N
/// gave (`epp:parse_file(File, [{location,{1,1}}])`, in the `.forms` file). `%! test diag`: the
/// messages must be those in the `.diag` file; with `otp=N`, they were found equal to OTP N's.
class ParseFileTest {
    @TestFactory
    Stream<DynamicTest> formsAreThoseOfOtp() {
        return FileTests.of("parse").stream()
                .map(p ->
                        DynamicTest.dynamicTest(
                                p.name(),
                                () -> {
                                    ParseResult result = p.parse();
                                    assertThat(result.diagnostics()).isEmpty();
                                    List<Term> expected = TermReader.readAll(read(p));
                                    List<Term> actual = AbstractFormat.toTerms(result.forms());
                                    for (int i = 0;
                                            i < Math.min(expected.size(), actual.size());
                                            i++) {
                                        assertThat(actual.get(i).toString())
                                                .isEqualTo(expected.get(i).toString());
                                    }
                                    assertThat(actual).isEqualTo(expected);
                                }));
    }

    @TestFactory
    Stream<DynamicTest> formsSurvivePrintingAndReading() {
        return FileTests.of("parse").stream()
                .map(p ->
                        DynamicTest.dynamicTest(
                                p.name(),
                                () -> {
                                    String text = AbstractFormat.print(p.parse().forms());
                                    assertThat(AbstractFormat.print(AbstractFormat.read(text)))
                                            .isEqualTo(text);
                                }));
    }

    @TestFactory
    Stream<DynamicTest> messages() {
        return FileTests.of("diag").stream()
                .map(p ->
                        DynamicTest.dynamicTest(
                                p.name(),
                                () -> {
                                    ParseResult result = p.parse();
                                    String text =
                                            new ErlcRenderer()
                                                    .render(
                                                            result.diagnostics(),
                                                            result.quotable());
                                    assertThat(text)
                                            .isEqualTo(
                                                    FileTests.expectation(p.beside(".diag"), text));
                                }));
    }

    private static String read(FileTests.Program p) throws IOException {
        return Files.readString(p.beside(".forms"));
    }
}
