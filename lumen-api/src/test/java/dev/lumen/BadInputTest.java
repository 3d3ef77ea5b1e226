package dev.lumen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lumen.codegen.BackendResult;
import dev.lumen.codegen.OptLevel;
import dev.lumen.codegen.Target;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Term;
import dev.lumen.runtime.bindings.LumenRuntime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

/// Whatever it is given, the compiler answers with diagnostics: no exception, no crash, no
/// half-written file.
class BadInputTest {
    @TempDir Path temp;

    private static String firstError(Compilation c) {
        assertThat(c.hasErrors()).isTrue();
        return c.diagnostics().stream().filter(d -> d.isError()).findFirst().orElseThrow().title();
    }

    private static Compilation erlang(String text) {
        return Lumen.compile(Source.erlang("bad.erl", text)).optimize(OptLevel.O0).run();
    }

    @Test
    void missingFile() {
        assertThat(firstError(Lumen.compile(Source.file(temp.resolve("none.erl"))).run()))
                .contains("no such file");
    }

    @Test
    void unknownExtensionAndEmptyFolder() throws Exception {
        assertThat(
                        firstError(
                                Lumen.compile(Source.file(Files.createFile(temp.resolve("a.txt"))))
                                        .run()))
                .contains("don't know");
        assertThat(
                        firstError(
                                Lumen.compile(Source.file(Files.createDirectory(temp.resolve("d"))))
                                        .run()))
                .contains("no .erl file");
    }

    @Test
    void unreadableInclude() throws Exception {
        Path source =
                Files.writeString(temp.resolve("m.erl"), "-module(m).\n-include(\"none.hrl\").\n");
        Compilation c = Lumen.compile(Source.file(source)).run();
        assertThat(firstError(c)).contains("can't find include file \"none.hrl\"");
        assertThat(c.diagnostics().getFirst().span().start().line()).isEqualTo(2);
    }

    @Test
    void includeCycle() throws Exception {
        Files.writeString(temp.resolve("a.hrl"), "-include(\"b.hrl\").\n");
        Files.writeString(temp.resolve("b.hrl"), "-include(\"a.hrl\").\n");
        Path source =
                Files.writeString(temp.resolve("m.erl"), "-module(m).\n-include(\"a.hrl\").\n");
        assertThat(firstError(Lumen.compile(Source.file(source)).run()))
                .contains("include too deep");
    }

    @Test
    void hundredThousandNestedParentheses() {
        String text =
                "-module(m).\n-export([f/0]).\nf() -> "
                        + "(".repeat(100_000)
                        + "1"
                        + ")".repeat(100_000)
                        + ".\n";
        Compilation c = erlang(text);
        assertThat(c.hasErrors() ? firstError(c) : "").isIn("", "expression nested too deeply");
        assertThat(firstError(erlang("-module(m).\nf() -> " + "(".repeat(100_000) + ".\n")))
                .isNotBlank();
    }

    @Test
    void aMegabyteOnOneLine() throws Exception {
        var text = new StringBuilder("-module(m). -export([f/0]). f() -> [0");
        for (int i = 1; text.length() < 1_000_000; i++) {
            text.append(',').append(i);
        }
        Compilation c = erlang(text + "].");
        assertThat(c.diagnostics()).noneMatch(d -> d.isError());
        try (LumenRuntime rt = c.load()) {
            assertThat(rt.call("m", "f").get().toString()).startsWith("[0,1,2,");
        }
    }

    @Test
    void truncatedUtf8() throws Exception {
        Path source = temp.resolve("m.erl");
        Files.write(
                source,
                new byte[] {
                    '-',
                    'm',
                    'o',
                    'd',
                    'u',
                    'l',
                    'e',
                    '(',
                    'm',
                    ')',
                    '.',
                    '\n',
                    '%',
                    (byte) 0xE2,
                    (byte) 0x82
                });
        assertThat(firstError(Lumen.compile(Source.file(source)).run())).isNotBlank();
    }

    @Test
    void tenThousandClauses() throws Exception {
        var text = new StringBuilder("-module(m).\n-export([f/1]).\n");
        for (int i = 0; i < 10_000; i++) {
            text.append("f(").append(i).append(") -> ").append(i * 3).append(";\n");
        }
        Compilation c = erlang(text + "f(_) -> none.\n");
        assertThat(c.diagnostics()).noneMatch(d -> d.isError());
        try (LumenRuntime rt = c.load()) {
            assertThat(rt.call("m", "f", Term.of(9_999)).get()).isEqualTo(Term.of(29_997));
            assertThat(rt.call("m", "f", Atom.OK).get()).isEqualTo(Atom.of("none"));
        }
    }

    @Test
    void noEntryFunction() {
        Compilation c = erlang("-module(m).\n-export([f/0]).\nf() -> ok.\n");
        BackendResult result = c.emit(Target.host()).executable(temp.resolve("m"));
        assertThat(result.succeeded()).isFalse();
        assertThat(result.diagnostics().getFirst().title()).contains("main");
        assertThat(temp.resolve("m")).doesNotExist();
    }

    @Test
    void outputThatCannotBeWritten() throws Exception {
        Compilation c = erlang("-module(m).\n-export([main/0]).\nmain() -> ok.\n");
        Path nowhere = temp.resolve("no").resolve("such").resolve("m");
        assertThat(c.emit(Target.host()).executable(nowhere).diagnostics().getFirst().title())
                .contains("no such folder");
        Path folder = Files.createDirectory(temp.resolve("folder"));
        assertThat(c.emit(Target.host()).executable(folder).succeeded()).isFalse();
        try (var left = Files.list(temp)) {
            assertThat(left.map(p -> p.getFileName().toString())).containsExactly("folder");
        }
    }

    @Test
    void everyBadFormIsReportedInOneRun() {
        Compilation c = erlang("-module(m).\nf( -> 1.\ng() -> 2.\nh() -> case.\n");
        assertThat(
                        c.diagnostics().stream()
                                .filter(d -> d.isError())
                                .map(d -> d.span().start().line()))
                .contains(2, 4);
    }
}
