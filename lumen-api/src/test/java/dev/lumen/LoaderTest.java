package dev.lumen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lumen.codegen.OptLevel;
import dev.lumen.codegen.Target;
import dev.lumen.runtime.tools.ToolResult;
import dev.lumen.runtime.tools.Tools;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/// The ES module beside a WebAssembly module, as JavaScript uses it: the tests themselves are
/// JavaScript, for the test runner of node.
class LoaderTest {
    private static final Path JS = Path.of("src/test/js");

    @Test
    void keepsItsPromises(@TempDir Path folder) {
        Lumen.compile(Source.file(JS.resolve("program.erl")))
                .optimize(OptLevel.O0)
                .program()
                .run()
                .emit(Target.WASM32)
                .module(folder.resolve("program.wasm"))
                .orThrow();
        ToolResult result =
                Tools.run(
                        Path.of("env"),
                        List.of(
                                "PROGRAM=" + folder,
                                "node",
                                "--wasm-max-mem-pages=4096",
                                "--test",
                                JS.resolve("loader_test.mjs").toString()));
        assertThat(result.exitCode()).as(result.output() + result.errors()).isZero();
        assertThat(result.output()).containsPattern("pass 3\\d\n");
    }
}
