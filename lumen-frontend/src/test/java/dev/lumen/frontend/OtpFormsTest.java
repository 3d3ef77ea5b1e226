package dev.lumen.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lumen.frontend.preprocess.FileIncludes;
import dev.lumen.frontend.preprocess.OtpInstallation;
import dev.lumen.frontend.preprocess.PreprocessorOptions;
import dev.lumen.frontend.scan.LanguageLevel;
import dev.lumen.ir.diag.Diagnostic;
import dev.lumen.ir.forms.AbstractFormat;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.Tuple;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// OTP's own sources: our forms equal those of its `epp`, columns included, and so do the messages.
///
/// Needs an installation with sources; the environment variable `LUMEN_OTP` names another one than
/// is found.
class OtpFormsTest {
    private OtpInstallation otp;
    private int release;

    @TempDir Path temp;

    @BeforeEach
    void find() {
        otp = Erl.required();
        release = otp.release().orElse(LanguageLevel.OLDEST);
    }

    @Test
    void aSampleOfTheSources() throws Exception {
        compare(OtpDumps.sample(sources(), 60));
    }

    @Test
    @Tag("nightly")
    void allSources() throws Exception {
        compare(sources());
    }

    private List<Path> sources() {
        List<Path> all = otp.files(".erl");
        assumeTrue(!all.isEmpty(), "the OTP installation has no sources (on Debian: erlang-src)");
        return all;
    }

    private void compare(List<Path> sources) throws Exception {
        List<String> different =
                new OtpDumps(otp, "dump_forms", temp)
                        .compare(
                                sources,
                                (source, forms) -> difference(source, forms.orElseThrow()));
        System.out.printf(
                "OTP %d: %d files tried, %d differ%n", release, sources.size(), different.size());
        assertThat(different).isEmpty();
    }

    /// The first form that is not the same.
    private Optional<String> difference(Path source, List<Term> theirs) {
        List<Term> expected = theirs.stream().filter(t -> !isMessage(t)).toList();
        String include = source.getParent().getParent().resolve("include").toString();
        var options =
                PreprocessorOptions.defaults()
                        .withLevel(new LanguageLevel(release))
                        .withIncludes(new FileIncludes(List.of(include), otp::application));
        List<Term> actual = AbstractFormat.toTerms(ErlangParser.parse(source, options).forms());
        if (actual.equals(expected)) {
            return Optional.empty();
        }
        int i = 0;
        while (i < Math.min(actual.size(), expected.size())
                && actual.get(i).equals(expected.get(i))) {
            i++;
        }
        return Optional.of(
                source
                        + ", form "
                        + i
                        + "\n expected "
                        + at(expected, i)
                        + "\n got      "
                        + at(actual, i));
    }

    private static String at(List<Term> terms, int i) {
        String text = i < terms.size() ? terms.get(i).toString() : "nothing";
        return text.substring(0, Math.min(text.length(), 2000));
    }

    /// An error or warning, for which we have diagnostics instead of forms.
    private static boolean isMessage(Term form) {
        return form instanceof Tuple t
                && t.get(0) instanceof Atom(var tag)
                && (tag.equals("error") || tag.equals("warning"));
    }

    @Test
    void messagesOfBadPrograms() throws Exception {
        List<FileTests.Program> programs =
                FileTests.of("diag").stream()
                        .filter(p -> p.otp().isPresent() && p.otp().get() == release)
                        .toList();
        assumeTrue(!programs.isEmpty(), "no messages recorded from OTP " + release);
        for (FileTests.Program program : programs) {
            String theirs =
                    Erl.run(
                            otp,
                            "parse_messages",
                            program.path().getParent().toAbsolutePath().toString(),
                            program.name());
            String ours =
                    program.parse().diagnostics().stream()
                            .map(OtpFormsTest::line)
                            .collect(Collectors.joining());
            assertThat(ours).as(program.name()).isEqualTo(theirs);
        }
    }

    private static String line(Diagnostic d) {
        return d.span() + ": " + (d.isError() ? "" : "Warning: ") + d.title() + "\n";
    }
}
