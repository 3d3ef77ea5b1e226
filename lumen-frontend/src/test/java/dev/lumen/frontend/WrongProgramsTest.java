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

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What is said of wrong programs, scanner to lint, is what OTP says: text, line and column. The
/// programs are right ones with mistakes put in. What may differ:
///
/// - where newer syntax begins: records named by keywords or variables, or of another module
///   (`#if{}`, `#m:r{}`, `#_{}`), declarations of native records (`-record #r{}`), and
///   comprehensions of several elements or over maps, are accepted here whatever the level;
/// - `is_record/1` is a function that later releases have, and `min/2` and `max/2` may stand in
///   guards since OTP 26;
/// - of several branches of one `-if` whose conditions hold, OTP reads the first, and another one
///   behind each further `-elif`; we read the first;
/// - behind a token that cannot be read OTP goes on at once, and finds the rest of the form wrong
///   too; we go on at the next form;
/// - `maybe` and `else` stand in quotes in our messages also where they are no keywords;
/// - where OTP itself fails.
class WrongProgramsTest {
    private static final Pattern UNREADABLE =
            Pattern.compile(
                    ": (illegal (character|integer|float|atom|base)|unterminated"
                            + " (atom|string|character))");

    static final Pattern NEWER_RECORD =
            Pattern.compile(
                    "#\\s*([A-Z_]|\\w+:|(after|and|andalso|band|begin|bnot|bor|bsl|bsr|bxor|case|catch|cond|div|end|fun|if|"
                        + "let|maybe|not|of|or|orelse|else|receive|rem|try|when|xor)\\b)");

    private static final Pattern NATIVE_RECORD = Pattern.compile("-record\\s*\\(?\\s*#");

    private static final Pattern TWO_ELIFS = Pattern.compile("-elif\\b(?s:.*)-elif\\b");

    private static final Pattern IS_RECORD_1 = Pattern.compile("is_record\\([^,()]*\\)");

    private static final Pattern MIN_OR_MAX = Pattern.compile("\\b(min|max)\\(");

    @TempDir Path temp;

    @Test
    void sameMessagesAsOtp() throws Exception {
        compare(600, 1);
    }

    @Test
    @Tag("nightly")
    void sameMessagesAsOtpForMany() throws Exception {
        compare(20_000, 2);
    }

    private void compare(int count, long seed) throws Exception {
        OtpInstallation otp = Erl.required();
        assumeTrue(otp.release().equals(Optional.of(25)), "messages are those of OTP 25");
        List<String> differences = differences(otp, temp, count, seed);
        assertThat(differences).isEmpty();
    }

    static List<String> differences(OtpInstallation otp, Path folder, int count, long seed)
            throws IOException, InterruptedException {
        var mutator = new ProgramMutator(rightPrograms(otp, folder), seed);
        var programs = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            programs.add(mutator.next("m" + i, 4));
        }
        List<String> theirs = messagesOfOtp(otp, programs, folder);
        var differences = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            String ours = messages(file(folder, i));
            if (!mayDiffer(programs.get(i), theirs.get(i)) && !ours.equals(theirs.get(i))) {
                differences.add(
                        "%s\nOTP:\n%s\nours:\n%s\n"
                                .formatted(programs.get(i), theirs.get(i), ours));
            }
        }
        return differences;
    }

    private static boolean mayDiffer(String program, String messages) {
        return messages.equals("OTP fails")
                || UNREADABLE.matcher(messages).find()
                || NEWER_RECORD.matcher(program).find()
                || NATIVE_RECORD.matcher(program).find()
                || TWO_ELIFS.matcher(program).find()
                || IS_RECORD_1.matcher(program).find()
                || messages.contains("function is_record/1 undefined")
                || messages.contains("illegal guard expression")
                        && MIN_OR_MAX.matcher(program).find()
                || messages.contains("syntax error before: '||'")
                || messages.contains("syntax error before: ':='");
    }

    private static Path file(Path folder, int i) {
        return folder.resolve("m" + i + ".erl");
    }

    /// The programs of the other tests that OTP has no error for.
    private static List<String> rightPrograms(OtpInstallation otp, Path folder)
            throws IOException, InterruptedException {
        var programs = new ArrayList<String>();
        for (String tests :
                List.of(
                        "src/test/filetests/core",
                        "src/test/filetests/parse",
                        "src/test/filetests/lint",
                        "../lumen-api/src/test/filetests/lang")) {
            try (var files = Files.list(Path.of(tests))) {
                for (Path p : files.filter(f -> f.toString().endsWith(".erl")).sorted().toList()) {
                    byte[] bytes = Files.readAllBytes(p);
                    programs.add(new String(bytes, StandardCharsets.UTF_8));
                }
            }
        }
        List<String> messages = messagesOfOtp(otp, programs, folder);
        return IntStream.range(0, programs.size())
                .filter(i -> messages.get(i).lines().allMatch(l -> l.contains(": Warning: ")))
                .mapToObj(programs::get)
                .toList();
    }

    private static List<String> messagesOfOtp(
            OtpInstallation otp, List<String> programs, Path folder)
            throws IOException, InterruptedException {
        var files = new ArrayList<String>();
        for (int i = 0; i < programs.size(); i++) {
            Files.writeString(file(folder, i), programs.get(i));
            files.add(file(folder, i).toString());
        }
        Path list = folder.resolve("list");
        Files.write(list, files);
        Erl.run(otp, "lint_messages", "-list", list.toString(), folder.toString(), "all");
        var messages = new ArrayList<String>();
        for (int i = 0; i < programs.size(); i++) {
            messages.add(sorted(Files.readString(folder.resolve(i + ".lint"))));
        }
        return messages;
    }

    private static String messages(Path file) {
        var level = new LanguageLevel(25);
        var options =
                PreprocessorOptions.defaults()
                        .withLevel(level)
                        .withIncludes(new FileIncludes(List.of(), _ -> Optional.empty()));
        ParseResult parsed = ErlangParser.parse(file, options);
        var all = new ArrayList<>(parsed.diagnostics());
        all.addAll(Lint.check(parsed.forms(), level, LintOptions.defaults()));
        var lines = new TreeSet<String>();
        for (Diagnostic d : all) {
            lines.add(d.span() + ": " + (d.isError() ? "" : "Warning: ") + d.title());
        }
        return sorted(String.join("\n", lines));
    }

    private static String sorted(String text) {
        return text.replaceAll("'(maybe|else)'", "$1")
                .lines()
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
