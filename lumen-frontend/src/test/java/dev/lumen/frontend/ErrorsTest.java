package dev.lumen.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lumen.frontend.lint.Lint;
import dev.lumen.frontend.lint.LintOptions;
import dev.lumen.ir.diag.ErlcRenderer;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Programs with mistakes (`%! test errors`) and what `erlc` prints about them, character by
/// character, in the `.expected` files. Only what OTP's optimiser warns of is not said here, and
/// hints of ours are no part of the comparison.
class ErrorsTest {
    private static final Pattern OF_THE_OPTIMISER =
            Pattern.compile(
                    "a term is constructed, but never used|no clause will ever match"
                            + "|this clause cannot match|will fail with a|the result of ");

    @TestFactory
    Stream<DynamicTest> sameAsErlc() {
        return FileTests.of("errors").stream()
                .map(p -> DynamicTest.dynamicTest(p.name(), () -> compare(p)));
    }

    private static void compare(FileTests.Program p) throws IOException {
        ParseResult parsed = p.parse();
        var all = new ArrayList<>(parsed.diagnostics());
        all.addAll(
                parsed.locate(
                        Lint.check(parsed.forms(), p.options().level(), LintOptions.defaults())));
        String ours = new ErlcRenderer().render(all, parsed.quotable());
        String theirs =
                Arrays.stream(Files.readString(p.beside(".expected")).split("(?<=\n\n)"))
                        .filter(message -> !OF_THE_OPTIMISER.matcher(message).find())
                        .collect(Collectors.joining());
        assertThat(ours.lines().filter(l -> !l.matches("%  [a-z]+: .*")).toList())
                .isEqualTo(theirs.lines().toList());
    }
}
