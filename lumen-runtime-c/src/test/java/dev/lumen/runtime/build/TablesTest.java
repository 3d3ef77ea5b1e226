package dev.lumen.runtime.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lumen.ir.abi.RuntimeAtoms;
import dev.lumen.ir.bif.BifTable;
import dev.lumen.ir.term.AtomHash;
import dev.lumen.runtime.tools.LlvmTools;
import dev.lumen.runtime.tools.Tools;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class TablesTest {
    private static final BifTable BIFS =
            BifTable.parse(
                    """
                    erlang:abs/1           (number) -> number           guard pure collects
                    erlang:'+'/2 as plus   (number, number) -> number   guard pure collects
                    erlang:self/0          () -> pid                    guard reads-process
                    lists:reverse/2        (list, term) -> list         pure
                    erlang:yield/0         () -> boolean                yields
                    """);

    @TempDir Path directory;

    @Test
    void bifRowsBecomePrototypes() {
        assertThat(BifSources.header(BIFS))
                .contains("lm_term lumen_bif_erlang_abs_1(lm_proc *p, lm_term a0);")
                .contains("lm_term lumen_bif_erlang_plus_2(lm_proc *p, lm_term a0, lm_term a1);")
                .contains("lm_term lumen_bif_erlang_self_0(lm_proc *p);")
                .contains("LUMEN_CC void lumen_code_erlang_yield_0(LUMEN_CODE_PARAMS);");
    }

    @Test
    void onlyWhatIsWrittenBecomesAFunction() {
        assertThat(BifSources.functions(BIFS, b -> b.arity() != 0))
                .contains("lumen_bif_erlang_abs_1")
                .doesNotContain("lumen_bif_erlang_self_0");
    }

    @Test
    void badAtomSourcessAreNamed() {
        assertThatThrownBy(() -> RuntimeAtoms.parse(List.of("exit", "EXIT")))
                .hasMessageContaining("LM_ATOM_EXIT is already");
        assertThatThrownBy(() -> RuntimeAtoms.parse(List.of("ok", "fine = ok")))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> RuntimeAtoms.parse(List.of("=:=")))
                .hasMessageContaining("needs a name");
    }

    @Test
    void atomsKeepTheirText() {
        var rows =
                RuntimeAtoms.parse(
                        List.of("ok", "exact_equal = =:=", "upper_exit = EXIT", "quote = \"\\"));
        assertThat(rows)
                .extracting(RuntimeAtoms.Row::text)
                .containsExactly("ok", "=:=", "EXIT", "\"\\");
        assertThat(AtomSources.header(rows))
                .contains(
                        String.format(
                                "#define LM_ATOM_OK ((lm_term)0x%016xu)",
                                AtomHash.immediate("ok")));
        assertThat(AtomSources.table(rows)).contains("\"\\002ok\"", "\"\\002\\042\\134\"");
    }

    /// What is generated compiles under the flags of the runtime.
    @Test
    void generatedSourcesCompile() throws IOException {
        var atoms = RuntimeAtoms.parse(List.of("ok", "exact_equal = =:=", "gruen = grün"));
        Files.writeString(directory.resolve("lumen_bifs.h"), BifSources.header(BIFS));
        Files.writeString(directory.resolve("lumen_atoms.h"), AtomSources.header(atoms));
        Files.writeString(directory.resolve("bifs.c"), BifSources.functions(BIFS, _ -> true));
        Files.writeString(directory.resolve("atoms.c"), AtomSources.table(atoms));
        for (String source : List.of("bifs.c", "atoms.c")) {
            Tools.run(
                            LlvmTools.clang(),
                            List.of(
                                    "-std=c17",
                                    "-Wall",
                                    "-Wextra",
                                    "-Werror",
                                    "-I",
                                    "src/main/c/include",
                                    "-I",
                                    "src/main/c",
                                    "-I",
                                    directory.toString(),
                                    "-c",
                                    directory.resolve(source).toString(),
                                    "-o",
                                    directory.resolve(source + ".o").toString()))
                    .orThrow();
        }
    }
}
