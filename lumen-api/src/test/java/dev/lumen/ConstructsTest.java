package dev.lumen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lumen.frontend.ErlangParser;
import dev.lumen.frontend.ParseResult;
import dev.lumen.frontend.preprocess.FileIncludes;
import dev.lumen.frontend.preprocess.PreprocessorOptions;
import dev.lumen.frontend.scan.LanguageLevel;
import dev.lumen.frontend.scan.Scanner;
import dev.lumen.frontend.scan.Token;
import dev.lumen.frontend.scan.TokenKind;
import dev.lumen.ir.diag.SourceText;
import dev.lumen.ir.forms.BinElement;
import dev.lumen.ir.forms.BinaryOperator;
import dev.lumen.ir.forms.Expr;
import dev.lumen.ir.forms.Form;
import dev.lumen.ir.forms.ModuleForms;
import dev.lumen.ir.forms.Qualifier;
import dev.lumen.ir.forms.RecordName;
import dev.lumen.ir.forms.Type;
import dev.lumen.ir.forms.UnaryOperator;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Every construct of the language is in a program of [StagesTest]: every node of the abstract
/// format and every operator (by reflection, so that a new one can't be forgotten), every token,
/// every directive. `constructs.md` beside the programs says which is where; `-Dlumen.bless` writes
/// it anew.
class ConstructsTest {
    private static final List<Class<?>> NODES =
            List.of(
                    Form.class,
                    Expr.class,
                    Qualifier.class,
                    Type.class,
                    RecordName.class,
                    BinElement.BitType.class);

    /// Reserved words that stand in no construct; a token that only the parser makes; characters
    /// that are no tokens.
    private static final Set<TokenKind> NOWHERE =
            EnumSet.of(TokenKind.COND, TokenKind.LET, TokenKind.END, TokenKind.STRAY);

    private static final List<String> DIRECTIVES =
            List.of(
                    "module",
                    "export",
                    "import",
                    "compile",
                    "record",
                    "include",
                    "include_lib",
                    "define",
                    "undef",
                    "ifdef",
                    "ifndef",
                    "if",
                    "elif",
                    "else",
                    "endif",
                    "error",
                    "warning",
                    "file",
                    "feature",
                    "type",
                    "opaque",
                    "nominal",
                    "spec",
                    "callback",
                    "optional_callbacks",
                    "export_type",
                    "doc",
                    "moduledoc",
                    "vsn",
                    "on_load",
                    "dialyzer",
                    "export_record",
                    "import_record");
    private static final List<String> SEGMENT_TYPES =
            List.of(
                    "integer",
                    "float",
                    "binary",
                    "bytes",
                    "bits",
                    "bitstring",
                    "utf8",
                    "utf16",
                    "utf32",
                    "signed",
                    "unsigned",
                    "big",
                    "little",
                    "native",
                    "unit");

    private final Map<String, Set<String>> programs = new TreeMap<>();

    @Test
    void everyConstructIsInAProgram() throws IOException {
        for (Path p : StagesTest.programs(StagesTest.PROGRAMS)) {
            String name = StagesTest.name(p);
            walk(parse(p), name);
            tokens(p, name);
        }
        assertThat(programs.keySet()).containsAll(required());
        var table = new StringBuilder("| construct | programs |\n|---|---|\n");
        programs.forEach((construct, where) ->
                table.append("| ")
                        .append(construct)
                        .append(" | ")
                        .append(String.join(", ", where))
                        .append(" |\n"));
        Path golden = StagesTest.PROGRAMS.resolve("constructs.md");
        if (System.getProperty("lumen.bless") != null) {
            Files.writeString(golden, table);
        }
        assertThat(table.toString()).isEqualTo(Files.readString(golden));
        System.out.println("constructs of the language: " + programs.size());
    }

    private static Set<String> required() {
        var all = new TreeSet<String>();
        for (Class<?> node : NODES) {
            records(node).forEach(r -> all.add(title(r)));
        }
        Stream.of(BinaryOperator.values()).forEach(o -> all.add(operator(o.symbol(), 2)));
        Stream.of(UnaryOperator.values()).forEach(o -> all.add(operator(o.symbol(), 1)));
        Stream.of(TokenKind.values())
                .filter(k -> !NOWHERE.contains(k))
                .forEach(k -> all.add(title(k)));
        DIRECTIVES.forEach(d -> all.add(directive(d)));
        SEGMENT_TYPES.forEach(t -> all.add(segmentType(t)));
        return all;
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Stream.of(type.getPermittedSubclasses()).flatMap(ConstructsTest::records);
    }

    private static String title(Class<?> node) {
        return "node `"
                + node.getName().substring(node.getName().lastIndexOf('.') + 1).replace('$', '.')
                + "`";
    }

    private static String title(TokenKind kind) {
        return kind.text() == null
                ? "token " + kind
                : "token `" + kind.text().replace("|", "\\|") + "`";
    }

    private static String operator(String symbol, int operands) {
        return "operator `" + symbol + "`/" + operands;
    }

    private static String directive(String name) {
        return "directive `-" + name + "`";
    }

    private static String segmentType(String name) {
        return "segment type `" + name + "`";
    }

    private void found(String construct, String program) {
        programs.computeIfAbsent(construct, _ -> new TreeSet<>()).add(program);
    }

    // ---- forms

    private static ModuleForms parse(Path program) {
        var options =
                PreprocessorOptions.defaults()
                        .withIncludes(
                                new FileIncludes(
                                        List.of(program.getParent().toString()),
                                        _ -> Optional.empty()));
        ParseResult parsed = ErlangParser.parse(program, options);
        assertThat(parsed.hasErrors()).isFalse();
        return parsed.forms();
    }

    private void walk(Object value, String program) {
        switch (value) {
            case Collection<?> all -> all.forEach(v -> walk(v, program));
            case Optional<?> one -> one.ifPresent(v -> walk(v, program));
            case BinaryOperator o -> found(operator(o.symbol(), 2), program);
            case UnaryOperator o -> found(operator(o.symbol(), 1), program);
            case Record node when node.getClass().getPackage().equals(Form.class.getPackage()) -> {
                if (NODES.stream().anyMatch(n -> n.isInstance(node))) {
                    found(title(node.getClass()), program);
                }
                if (node instanceof BinElement.BitType(var name, _)) {
                    found(segmentType(name.name()), program);
                }
                for (RecordComponent part : node.getClass().getRecordComponents()) {
                    walk(get(part, node), program);
                }
            }
            default -> {}
        }
    }

    private static Object get(RecordComponent part, Object of) {
        try {
            return part.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    // ---- tokens

    private void tokens(Path program, String name) throws IOException {
        var scanner =
                new Scanner(
                        new SourceText(name, Files.readString(program)),
                        LanguageLevel.newest(),
                        problem -> {
                            throw new IllegalStateException(problem.toString());
                        });
        for (var form = scanner.nextForm(); form != null; form = scanner.nextForm()) {
            List<Token> tokens = form.tokens();
            tokens.forEach(t -> found(title(t.kind()), name));
            if (tokens.size() > 1 && tokens.getFirst().is(TokenKind.MINUS)) {
                Token second = tokens.get(1);
                found(
                        directive(second.kind().isKeyword() ? second.kind().text() : second.text()),
                        name);
            }
        }
    }
}
