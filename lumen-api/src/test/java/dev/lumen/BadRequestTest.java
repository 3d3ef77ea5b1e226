package dev.lumen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lumen.codegen.BackendResult;
import dev.lumen.codegen.OptLevel;
import dev.lumen.codegen.Target;
import dev.lumen.ir.term.TermReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a request names and can't be meant: an exception where only a program can say it, else a
/// diagnostic.
class BadRequestTest {
    private static final Source PROGRAM =
            Source.erlang("m.erl", "-module(m).\n-export([main/0]).\nmain() -> ok.\n");

    @TempDir Path temp;

    private static List<String> warnings(CompileRequest request) {
        Compilation c = request.optimize(OptLevel.O0).run();
        assertThat(c.hasErrors()).as(c.diagnostics().toString()).isFalse();
        return c.diagnostics().stream().map(d -> d.title()).toList();
    }

    @Test
    void aMethodForAnotherTarget() {
        Compilation c = Lumen.compile(PROGRAM).optimize(OptLevel.O0).run();
        Path file = temp.resolve("m");
        assertThatThrownBy(() -> c.emit(Target.WASM32).executable(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("emit(Target.host()).executable");
        assertThatThrownBy(() -> c.emit(Target.host()).module(file))
                .hasMessageContaining("emit(Target.WASM32).module");
        assertThat(file).doesNotExist();
    }

    @Test
    void aPassThatIsNot() {
        CompileRequest request = Lumen.compile(PROGRAM);
        assertThatThrownBy(() -> request.without("fold-constant"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no pass fold-constant (did you mean fold-constants?)")
                .hasMessageContaining("remove-dead");
        assertThat(warnings(request.without("fold-constants"))).isEmpty();
    }

    @Test
    void aLanguageThatIsNot() {
        assertThatThrownBy(() -> Lumen.compile(PROGRAM).language(24))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("25 to 29");
    }

    @Test
    void anOptionThatIsNot() {
        CompileRequest request = Lumen.compile(PROGRAM);
        assertThat(warnings(request.option(TermReader.read("[nowarn_unused_var, {nonsense,1}]"))))
                .containsExactly(
                        "unknown compile option nowarn_unused_var (did you mean"
                                + " nowarn_unused_vars?)",
                        "unknown compile option {nonsense,1}");
        assertThat(
                        warnings(
                                request.option(
                                        TermReader.read("[debug_info, {error_location, line}]"))))
                .isEmpty();
    }

    @Test
    void aFolderAndModulesThatAreNot() throws Exception {
        CompileRequest request = Lumen.compile(PROGRAM);
        assertThat(warnings(request.include(temp.resolve("none"))))
                .singleElement()
                .asString()
                .endsWith("none is not there");
        assertThat(warnings(request.leaveOut("qlcc").leaveOut("m").leaveOut("qlc")))
                .containsExactly(
                        "module qlcc, which is to be left out, is nowhere (did you mean qlc?)",
                        "module m, which is to be left out, is one of the sources, and stays");
    }

    @Test
    void aFileOfAnotherName() throws Exception {
        Path file =
                Files.writeString(
                        temp.resolve("a.erl"), "-module(b).\n-export([f/0]).\nf() -> 1.\n");
        assertThat(warnings(Lumen.compile(Source.file(file))))
                .containsExactly("Module name 'b' does not match file name 'a'");
    }

    @Test
    void anEntryThatIsNotExportedOrTakesMore() {
        BackendResult hidden = linked("-export([f/0]).\nf() -> main().\nmain() -> ok.\n");
        assertThat(hidden.diagnostics().getFirst().notes())
                .containsExactly("main/0 is there, but not exported: add -export([main/0])");
        assertThat(hidden.diagnostics().getFirst().span()).hasToString("m.erl:4:1");
        assertThat(
                        linked("-export([main/2]).\nmain(_, _) -> ok.\n")
                                .diagnostics()
                                .getFirst()
                                .notes())
                .containsExactly("main/2 is there, but takes 2 arguments");
    }

    private BackendResult linked(String text) {
        return Lumen.compile(Source.erlang("m.erl", "-module(m).\n" + text))
                .optimize(OptLevel.O0)
                .run()
                .emit(Target.host())
                .executable(temp.resolve("m"));
    }
}
