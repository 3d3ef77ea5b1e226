package dev.lumen.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lumen.frontend.lint.Lint;
import dev.lumen.frontend.lint.LintOptions;
import dev.lumen.frontend.preprocess.FileIncludes;
import dev.lumen.frontend.preprocess.OtpInstallation;
import dev.lumen.frontend.preprocess.PreprocessorOptions;
import dev.lumen.frontend.scan.LanguageLevel;
import dev.lumen.ir.diag.Diagnostic;
import dev.lumen.ir.diag.ErlcRenderer;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Lint's messages: recorded (`%! test lint`, the `.lint` file), and compared with those of
/// `erl_lint` for bad programs and for OTP's own sources.
class LintTest {
    @TempDir Path temp;

    private static List<Diagnostic> lint(FileTests.Program program) {
        ParseResult parsed = program.parse();
        assertThat(parsed.diagnostics()).isEmpty();
        return Lint.check(parsed.forms(), program.options().level(), LintOptions.defaults());
    }

    private static String line(Diagnostic d) {
        return d.span() + ": " + (d.isError() ? "" : "Warning: ") + d.title() + "\n";
    }

    /// One line per message, sorted, as the Erlang side prints them.
    private static String lines(List<Diagnostic> diagnostics) {
        var lines = new TreeSet<String>();
        diagnostics.forEach(d -> lines.add(line(d)));
        return String.join("", lines);
    }

    @TestFactory
    Stream<DynamicTest> recorded() {
        return FileTests.of("lint").stream()
                .map(p ->
                        DynamicTest.dynamicTest(
                                p.name(),
                                () -> {
                                    ParseResult parsed = p.parse();
                                    String text =
                                            new ErlcRenderer().render(lint(p), parsed.quotable());
                                    assertThat(text)
                                            .isEqualTo(
                                                    FileTests.expectation(p.beside(".lint"), text));
                                }));
    }

    @Test
    void sameAsErlLintForBadPrograms() throws Exception {
        OtpInstallation otp = Erl.required();
        List<FileTests.Program> programs =
                FileTests.of("lint").stream()
                        .filter(p -> p.otp().isPresent() && p.otp().equals(otp.release()))
                        .toList();
        assumeTrue(!programs.isEmpty(), "no messages recorded from OTP " + otp.release());
        for (FileTests.Program p : programs) {
            String theirs =
                    Erl.run(
                            otp,
                            "lint_messages",
                            p.path().getParent().toAbsolutePath().toString(),
                            p.name());
            assertThat(sorted(lines(lint(p)))).as(p.name()).isEqualTo(sorted(theirs));
        }
    }

    /// Sorted line by line: messages of several lines, and two ideas of the order of text.
    private static String sorted(String text) {
        return text.lines().sorted().collect(Collectors.joining("\n"));
    }

    @Test
    void sameAsErlLintForASampleOfOtp() throws Exception {
        compare(60);
    }

    @Test
    @Tag("nightly")
    void sameAsErlLintForAllOfOtp() throws Exception {
        compare(Integer.MAX_VALUE);
    }

    private void compare(int count) throws Exception {
        OtpInstallation otp = Erl.required();
        assumeTrue(otp.release().equals(Optional.of(25)), "messages are those of OTP 25");
        List<Path> all = otp.files(".erl");
        assumeTrue(!all.isEmpty(), "the OTP installation has no sources (on Debian: erlang-src)");
        int step = Math.max(1, all.size() / count);
        var sources = new ArrayList<Path>();
        for (int i = step / 2; i < all.size(); i += step) {
            sources.add(all.get(i));
        }
        Path list = temp.resolve("list");
        Files.write(list, sources.stream().map(Path::toString).toList());
        Erl.run(otp, "lint_messages", "-list", list.toString(), temp.toString(), "lint");
        long messages = 0;
        var level = new LanguageLevel(25);
        for (int i = 0; i < sources.size(); i++) {
            Path source = sources.get(i);
            String include = source.getParent().getParent().resolve("include").toString();
            var options =
                    PreprocessorOptions.defaults()
                            .withLevel(level)
                            .withIncludes(new FileIncludes(List.of(include), otp::application));
            var forms = ErlangParser.parse(source, options).forms();
            String theirs = Files.readString(temp.resolve(i + ".lint"));
            assertThat(sorted(lines(Lint.check(forms, level, LintOptions.defaults()))))
                    .as(source.toString())
                    .isEqualTo(sorted(theirs));
            messages += theirs.lines().count();
        }
        System.out.printf(
                "OTP 25: %d files linted, %d messages, all the same%n", sources.size(), messages);
    }
}
