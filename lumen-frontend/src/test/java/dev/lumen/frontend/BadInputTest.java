package dev.lumen.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lumen.frontend.preprocess.FileIncludes;
import dev.lumen.frontend.preprocess.PreprocessorOptions;
import dev.lumen.frontend.preprocess.SourceFile;
import dev.lumen.ir.diag.Diagnostic;
import dev.lumen.ir.diag.SourceText;
import dev.lumen.ir.forms.AbstractFormat;
import dev.lumen.ir.term.Term;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Input that is far too large, too deep or not text at all: diagnostics, never an exception.
class BadInputTest {
    private static final PreprocessorOptions OPTIONS = PreprocessorOptions.defaults();

    private static ParseResult parse(String text) {
        return ErlangParser.parse(new SourceText("t.erl", text), OPTIONS);
    }

    private static List<String> titles(ParseResult result) {
        return result.diagnostics().stream().map(Diagnostic::title).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "( 1 )", "[ 1 ]", "{ 1 }", "'#{a => ' 1 }", "<< 1 >>", "'fun() -> ' 1 ' end'",
                        "'case a of b -> ' c ' end'",
                "'- ' 1 ''", "'not ' 1 ''", "'catch ' 1 ''", "'X = ' 1 ''", "'1 + ' 1 ''",
                        "'[] ++ ' [] ''", "'[a | ' [] ]",
                "'' f ()", "'' X #r.a", "'' X #{}", "'begin ' 1 ' end'", "'[X || X <- ' Y ]",
                        "'a : ' b ''"
            })
    void nesting(String before, String middle, String after) {
        int n = 100_000;
        ParseResult result =
                parse("f() -> " + before.repeat(n) + middle + after.repeat(n) + ".\ng() -> ok.\n");
        assertThat(titles(result)).hasSize(1);
        assertThat(titles(result).getFirst())
                .matches("expression nested too deeply|syntax error before: .*");
        assertThat(result.forms().functions())
                .extracting(f -> f.name().name())
                .containsExactly("g");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "( 1 )",
                "[ 1 ]",
                "{ 1 }",
                "'1 + ' 1 ''",
                "'not ' 1 ''",
                "'fun() -> ' 1 ' end'"
            })
    void nestingThatIsAllowed(String before, String middle, String after) {
        int n = 4_000;
        ParseResult result = parse("f() -> " + before.repeat(n) + middle + after.repeat(n) + ".\n");
        assertThat(titles(result)).isEmpty();
        String text = AbstractFormat.print(result.forms());
        assertThat(AbstractFormat.print(AbstractFormat.read(text))).isEqualTo(text);
    }

    @Test
    void typesTooDeep() {
        assertThat(titles(parse("-type t() :: " + "[".repeat(100_000) + ".\n")))
                .containsExactly("expression nested too deeply");
        assertThat(titles(parse("-type t() :: " + "a|".repeat(100_000) + "b.\n"))).isEmpty();
    }

    @Test
    void aMegabyteOnOneLine() {
        assertThat(titles(parse("f() -> [" + "12345,".repeat(180_000) + "0].\n"))).isEmpty();
        assertThat(titles(parse("f() -> \"" + "x".repeat(1_000_000) + "\".\n"))).isEmpty();
        assertThat(titles(parse("f() -> " + "x".repeat(1_000_000) + ".\n")))
                .containsExactly("illegal atom");
        assertThat(titles(parse("f() -> a" + ", a".repeat(350_000) + ".\n"))).isEmpty();
        assertThat(titles(parse("%" + "x".repeat(1_000_000)))).isEmpty();
    }

    @Test
    void tenThousandClauses() {
        var text = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            text.append("f(").append(i).append(") -> ").append(i).append(";\n");
        }
        assertThat(titles(parse(text + "f(_) -> ok.\n"))).isEmpty();
    }

    @Test
    void truncatedUtf8() {
        byte[] bytes = "-module(t).\nf() -> \"åä".getBytes(StandardCharsets.UTF_8);
        byte[] cut = java.util.Arrays.copyOf(bytes, bytes.length - 1);
        ParseResult result = ErlangParser.parse("t.erl", cut, OPTIONS);
        assertThat(result.diagnostics())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "t.erl:2:10: error[malformed-text]: cannot translate from UTF-8",
                        "t.erl:2:8: error[unterminated]: unterminated string starting with \"å\"");
    }

    @Test
    void missingFile() {
        ParseResult result = ErlangParser.parse(Path.of("no/such/file.erl"), OPTIONS);
        assertThat(titles(result)).containsExactly("no such file or directory");
        assertThat(ErlangParser.parse(Path.of("src"), OPTIONS).hasErrors()).isTrue();
    }

    @Test
    void includesInACircle() {
        Map<String, String> files =
                Map.of(
                        "a.hrl",
                        "-include(\"b.hrl\").\na() -> ok.\n",
                        "b.hrl",
                        "-include(\"a.hrl\").\n");
        var options =
                OPTIONS.withIncludes((name, _, _) ->
                        Optional.ofNullable(files.get(name))
                                .map(text -> SourceFile.of(name, text)));
        ParseResult result =
                ErlangParser.parse(
                        new SourceText("t.erl", "-include(\"a.hrl\").\nf() -> ok.\n"), options);
        assertThat(result.diagnostics())
                .extracting(Diagnostic::toString)
                .containsExactly("b.hrl:1:10: error[include-too-deep]: include too deep");
        assertThat(result.diagnostics().getFirst().notes().getFirst())
                .contains("t.erl, a.hrl, b.hrl, a.hrl");
        assertThat(result.forms().functions()).isNotEmpty();
    }

    @Test
    void anIncludeThatCannotBeRead() {
        var options =
                OPTIONS.withIncludes((_, _, _) -> {
                    throw new IOException("permission denied");
                });
        ParseResult result =
                ErlangParser.parse(new SourceText("t.erl", "-include(\"a.hrl\").\n"), options);
        assertThat(titles(result)).containsExactly("can't read include file \"a.hrl\"");
        assertThat(result.diagnostics().getFirst().notes()).containsExactly("permission denied");
    }

    @Test
    void macrosThatGrowWithoutEnd() {
        var text = new StringBuilder("-define(M0, a, a, a, a).\n");
        for (int i = 1; i < 30; i++) {
            text.append("-define(M")
                    .append(i)
                    .append(", ?M")
                    .append(i - 1)
                    .append(", ?M")
                    .append(i - 1)
                    .append(").\n");
        }
        text.append(
                "f() -> [?M29].\n-define(C(X), ?D(X)).\n-define(D(X), ?C(X)).\ng() -> ?C(1).\n");
        assertThat(titles(parse(text.toString())))
                .containsExactly("macro expansion too large", "circular macro 'C/1'");
    }

    @Test
    void emptyAndBinaryFiles() {
        assertThat(titles(parse(""))).isEmpty();
        assertThat(titles(parse("\0\0\0"))).isEmpty();
        ParseResult elf =
                ErlangParser.parse(
                        "t.erl", new byte[] {0x7f, 'E', 'L', 'F', (byte) 0xff, 0}, OPTIONS);
        assertThat(elf.hasErrors()).isTrue();
    }

    @Test
    void macrosFromOutside() {
        var options =
                OPTIONS.withMacro("V", Term.tuple(Term.of(-1), Term.string("x"), Term.of(1.5)))
                        .withIncludes(new FileIncludes(List.of(), _ -> Optional.empty()));
        ParseResult result =
                ErlangParser.parse(
                        new SourceText("t.erl", "-ifdef(V).\n-wild(?V).\n-endif.\n"), options);
        assertThat(AbstractFormat.print(result.forms()))
                .contains("{attribute,{2,2},wild,{-1,\"x\",1.5}}");
    }
}
