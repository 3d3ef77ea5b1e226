package dev.lumen.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lumen.frontend.preprocess.FileIncludes;
import dev.lumen.frontend.preprocess.OtpInstallation;
import dev.lumen.frontend.preprocess.PreprocessorOptions;
import dev.lumen.frontend.scan.LanguageLevel;
import dev.lumen.ir.diag.Diagnostic;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// For every production of OTP's grammar, forms that it makes and forms near them: our parser takes
/// those that OTP's takes, and no others but with syntax of later releases.
class GrammarTest {
    @TempDir Path temp;

    @Test
    void everyProduction() throws Exception {
        compare(6, 1);
    }

    @Test
    @Tag("nightly")
    void everyProductionInManyForms() throws Exception {
        compare(200, 2);
    }

    private void compare(int formsOfEach, long seed) throws Exception {
        OtpInstallation otp = Erl.required();
        assumeTrue(otp.release().equals(Optional.of(25)), "the forms are those of OTP 25");
        Path file =
                otp.files(".yrl").stream()
                        .filter(p -> p.endsWith("erl_parse.yrl"))
                        .findFirst()
                        .orElseThrow();
        var grammar = new Grammar(Files.readString(file), "form", new SplittableRandom(seed));
        List<Grammar.Production> productions = grammar.all();
        assertThat(productions).hasSizeGreaterThan(200);
        var forms = new ArrayList<String>();
        for (Grammar.Production p : productions) {
            for (int i = 0; i < formsOfEach; i++) {
                List<String> right = grammar.sentence(p, 1 + i % 4);
                forms.add(text(right));
                forms.add(text(grammar.wrong(right)));
            }
        }
        Path list = temp.resolve("forms");
        Files.write(list, forms);
        List<String> theirs = Erl.run(otp, "parse_forms", list.toString()).lines().toList();
        assertThat(theirs).hasSameSizeAs(forms);
        var differences = new ArrayList<String>();
        for (int i = 0; i < forms.size(); i++) {
            String form = forms.get(i);
            String ours = verdict(form);
            boolean agree = ours.equals("ok") == theirs.get(i).equals("ok");
            if (!agree && !theirs.get(i).equals("OTP fails") && !isNewer(form)) {
                differences.add("%s\n  OTP:  %s\n  ours: %s".formatted(form, theirs.get(i), ours));
            }
        }
        assertThat(differences).isEmpty();
    }

    /// Records with names of later releases, and native records.
    private static boolean isNewer(String form) {
        return WrongProgramsTest.NEWER_RECORD.matcher(form).find() || form.startsWith("- record #");
    }

    /// A full stop with white space behind it would end the form.
    private static String text(List<String> tokens) {
        return String.join(" ", tokens).replaceAll(" \\. (?!\\.)", " .");
    }

    private static String verdict(String form) {
        var options =
                PreprocessorOptions.defaults()
                        .withLevel(new LanguageLevel(25))
                        .withIncludes(new FileIncludes(List.of(), _ -> Optional.empty()));
        ParseResult parsed =
                ErlangParser.parse("m.erl", form.getBytes(StandardCharsets.UTF_8), options);
        return parsed.diagnostics().stream()
                .filter(Diagnostic::isError)
                .findFirst()
                .map(d -> d.span().toString().replaceAll(".*:", "") + ": " + d.title())
                .orElse("ok");
    }
}
