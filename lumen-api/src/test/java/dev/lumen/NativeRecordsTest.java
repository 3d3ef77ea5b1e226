package dev.lumen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lumen.codegen.OptLevel;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.RecordTerm;
import dev.lumen.ir.term.Term;
import dev.lumen.runtime.bindings.LumenRuntime;
import dev.lumen.runtime.tools.RuntimeMode;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Native records (EEP 79) of two modules do what they do in OTP 29. Their fields are declared in
/// the order in which OTP displays and hashes them, which is that of its table of atoms.
class NativeRecordsTest {
    private static final Path PROGRAMS = Path.of("src/test/filetests/native");

    @TempDir Path temp;

    /// Under its own name, which traces show.
    private static Source source(String file) throws IOException {
        return Source.erlang(file, Files.readString(PROGRAMS.resolve(file)));
    }

    private static Compilation compile(OptLevel level) throws IOException {
        return compile(level, source("native_records.erl"), source("foreign.erl"));
    }

    private static Compilation compile(OptLevel level, Source... sources) {
        Compilation c = Lumen.compile(sources).optimize(level).verify(true).run();
        assertThat(c.diagnostics()).noneMatch(d -> d.isError());
        return c;
    }

    @TestFactory
    Stream<DynamicTest> everywhere() {
        return Stream.of(Outputs.JVM, Outputs.EXECUTABLE, Outputs.WASM)
                .map(o ->
                        DynamicTest.dynamicTest(
                                o.toString(),
                                () -> check(compile(OptLevel.O2), o, RuntimeMode.RELEASE)));
    }

    @Test
    void unoptimised() throws Exception {
        check(compile(OptLevel.O0), Outputs.JVM, RuntimeMode.RELEASE);
    }

    @Test
    void stressed() throws Exception {
        check(compile(OptLevel.O2), Outputs.EXECUTABLE, RuntimeMode.STRESS);
    }

    @TestFactory
    Stream<DynamicTest> hashes() {
        return Stream.of(Outputs.JVM, Outputs.WASM)
                .map(o ->
                        DynamicTest.dynamicTest(
                                o.toString(),
                                () ->
                                        check(
                                                compile(OptLevel.O0, source("record_hashes.erl")),
                                                "record_hashes",
                                                o,
                                                RuntimeMode.RELEASE)));
    }

    private void check(Compilation c, Outputs output, RuntimeMode mode) throws Exception {
        check(c, "native_records", output, mode);
    }

    private void check(Compilation c, String program, Outputs output, RuntimeMode mode)
            throws Exception {
        String expected = Files.readString(PROGRAMS.resolve(program + ".expected"));
        assertThat(output.print(c, mode, Files.createTempDirectory(temp, "out")))
                .isEqualTo(expected);
    }

    @Test
    void javaSeesThemAndMakesThem() throws Exception {
        try (LumenRuntime runtime = compile(OptLevel.O2).load()) {
            Term made = runtime.call("foreign", "make").get();
            var definition =
                    RecordTerm.definition(
                            Atom.of("foreign"),
                            Atom.of("thing"),
                            true,
                            List.of(Atom.of("b"), Atom.of("a")));
            assertThat(made)
                    .isEqualTo(new RecordTerm(definition, List.of(Atom.of("dflt"), Term.of(1))));
            assertThat(made).hasToString("#foreign:thing{b = dflt,a = 1}");
            assertThat(runtime.call("native_records", "read_any", made).get())
                    .isEqualTo(Term.of(1));
        }
    }

    @Test
    void mistakesAreFound() {
        Compilation c =
                Lumen.compile(
                                Source.erlang(
                                        "m.erl",
                                        """
                                        -module(m).
                                        -export([f/1, g/0]).
                                        -record #pair{first, second = 2}.
                                        -record #bad{field = self()}.
                                        f(X) when #pair{first = 1} =:= X -> #pair.first;
                                        f(X) -> {record_info(size, pair), #pair{}, #_{a = 1}, #pair{_ = 1}, #pair{third = 1}, X#pair.third}.
                                        g() -> #bad{}.
                                        """))
                        .run();
        assertThat(
                        c.diagnostics().stream()
                                .filter(d -> d.isError())
                                .map(d -> d.span().start().line() + ": " + d.title()))
                .containsExactlyInAnyOrder(
                        "4: illegal default value for field field in native record bad",
                        "5: creating a record in a guard is only supported for tuple records",
                        "5: syntax #pair.first is only supported for tuple records",
                        "6: record_info/2 is only supported for tuple records",
                        "6: field first is not initialized in native record pair",
                        "6: native record '_' undefined",
                        "6: multi-field initialization (assigning to _) is only supported for tuple"
                                + " records",
                        "6: field third undefined in record pair");
    }
}
