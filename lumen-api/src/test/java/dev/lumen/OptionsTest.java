package dev.lumen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lumen.ir.diag.Diagnostic;
import dev.lumen.ir.term.TermReader;

import org.junit.jupiter.api.Test;

import java.util.List;

/// Compile options, given by the caller and in the source. What is expected is what `erlc` of OTP
/// 25 does.
class OptionsTest {
    private static final String UNUSED =
            "-module(m).\n%s\n-export([f/1]).\nf(X) -> 1.\ng() -> 2.\n";

    private static Compilation compile(String source, String... options) {
        CompileRequest request = Lumen.compile(Source.erlang("m.erl", source));
        for (String option : options) {
            request = request.option(TermReader.read(option));
        }
        return request.run();
    }

    private static List<String> messages(Compilation c) {
        return c.diagnostics().stream()
                .map(d -> (d.isError() ? "error " : "") + d.title())
                .toList();
    }

    @Test
    void warningsCanBeLeftOutOrMadeErrors() {
        assertThat(messages(compile(UNUSED.formatted(""))))
                .containsExactly("variable 'X' is unused", "function g/0 is unused");
        assertThat(messages(compile(UNUSED.formatted(""), "nowarn_unused_vars")))
                .containsExactly("function g/0 is unused");
        assertThat(
                        messages(
                                compile(
                                        UNUSED.formatted(""),
                                        "[nowarn_unused_vars, nowarn_unused_function]")))
                .isEmpty();
        assertThat(messages(compile(UNUSED.formatted(""), "warnings_as_errors")))
                .containsExactly("error variable 'X' is unused", "error function g/0 is unused");
    }

    @Test
    void theSourceSaysTheSame() {
        assertThat(
                        messages(
                                compile(
                                        UNUSED.formatted(
                                                "-compile([warnings_as_errors,"
                                                        + " nowarn_unused_function])."))))
                .containsExactly("error variable 'X' is unused");
        assertThat(
                        messages(
                                compile(
                                        UNUSED.formatted(
                                                "-compile({nowarn_unused_function, [{g,0}]})."
                                                        + " -compile(nowarn_unused_vars)."))))
                .isEmpty();
    }

    @Test
    void theCallerHasTheLastWord() {
        assertThat(
                        messages(
                                compile(
                                        UNUSED.formatted("-compile(nowarn_unused_vars)."),
                                        "warn_unused_vars",
                                        "nowarn_unused_function")))
                .containsExactly("variable 'X' is unused");
    }

    @Test
    void exportAllAndNoAutoImport() {
        Compilation all =
                compile(
                        UNUSED.formatted(""),
                        "[export_all, nowarn_export_all, nowarn_unused_vars]");
        assertThat(messages(all)).isEmpty();
        assertThat(all.modules().getFirst().ssa().exports())
                .anyMatch(f -> f.name().name().equals("g"));
        String length = "-module(m).\n-export([f/1]).\nf(X) -> length(X).\nlength(_) -> mine.\n";
        assertThat(messages(compile(length)))
                .anyMatch(m ->
                        m.startsWith(
                                "error ambiguous call of overridden pre R14 auto-imported BIF"));
        assertThat(messages(compile(length, "{no_auto_import, [{length, 1}]}"))).isEmpty();
    }

    @Test
    void macrosAndFolders() {
        String source =
                "-module(m).\n"
                        + "-export([f/0]).\n"
                        + "-include(\"parts.hrl\").\n"
                        + "f() -> {?A, ?B, #part{}}.\n";
        Compilation c =
                compile(
                        source,
                        "{d,'A'}",
                        "[{d,'B',{x,1}}]",
                        "{i,\"" + StagesTest.PROGRAMS + "\"}");
        assertThat(messages(c)).isEmpty();
        assertThat(c.modules().getFirst().core().toString()).contains("true", "x");
    }

    @Test
    void whatMakesNoDifferenceIsIgnored() {
        assertThat(
                        messages(
                                compile(
                                        "-module(m).\n-export([f/0]).\nf() -> 1.\n",
                                        "[inline, debug_info, {inline_size, 10},"
                                                + " compressed]")))
                .isEmpty();
    }

    @Test
    void parseTransformsAreRefused() {
        Compilation c =
                compile(
                        "-module(m).\n"
                                + "-compile({parse_transform, ms_transform}).\n"
                                + "-export([f/0]).\n"
                                + "f() -> 1.\n");
        assertThat(c.diagnostics())
                .singleElement()
                .satisfies(d -> {
                    assertThat(d.isError()).isTrue();
                    assertThat(d.span().start().line()).isEqualTo(2);
                    assertThat(d.title()).startsWith("parse transform ms_transform can't run");
                });
        assertThat(
                        compile("-module(m).\n-export([f/0]).\nf() -> 1.\n", "{parse_transform, x}")
                                .diagnostics())
                .anyMatch(Diagnostic::isError);
    }
}
