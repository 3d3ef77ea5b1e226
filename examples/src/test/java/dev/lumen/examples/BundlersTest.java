package dev.lumen.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;

import dev.lumen.Lumen;
import dev.lumen.Source;
import dev.lumen.codegen.OptLevel;
import dev.lumen.codegen.Target;
import dev.lumen.runtime.tools.ToolResult;
import dev.lumen.runtime.tools.Tools;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A program is bundled by what web developers use, without a warning, and the bundles run: in
/// node, where importing one does not start the program, and in a browser. TypeScript knows the
/// loader.
class BundlersTest {
    private static final String ANSWER = "0: {<<\"the\">>,8}";

    @TempDir static Path folder;

    @BeforeAll
    static void bundle() {
        assumeTrue(hasNpm(), "no npm on the PATH");
        Path bundlers = bundlers();
        assertThat(bundlers).as(".ci/setup installs the bundlers").isDirectory();
        Lumen.compile(Source.file(Path.of("src/main/erlang/wordcount.erl")))
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
                                "ROOT=" + folder,
                                "BUNDLERS=" + bundlers,
                                "node",
                                "src/test/js/bundle.mjs"));
        assertThat(result.exitCode()).as(result.output() + result.errors()).isZero();
    }

    private static boolean hasNpm() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "npm")));
    }

    private static Path bundlers() {
        String cache = System.getenv("XDG_CACHE_HOME");
        return (cache == null || cache.isEmpty()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(cache))
                .resolve("lumen/bundlers/node_modules");
    }

    @Test
    void runInNode() {
        for (String bundler : List.of("esbuild", "rollup", "webpack")) {
            Path bundle = folder.resolve("dist").resolve(bundler).resolve("node.mjs");
            ToolResult result = Tools.run(Path.of("node"), List.of(bundle.toString()));
            assertThat(result.output()).as(bundler + result.errors()).isEqualTo(ANSWER + "\n");
        }
    }

    @Test
    void runInABrowser(@TempDir Path profiles) throws Exception {
        Optional<Path> chromium = Chromium.find();
        assumeTrue(chromium.isPresent(), "no Chromium on the PATH");
        for (String bundler : List.of("esbuild", "rollup", "webpack", "vite")) {
            HttpServer server = WebShell.serve(folder.resolve("dist").resolve(bundler), 0);
            String url = "http://localhost:" + server.getAddress().getPort() + "/";
            Path profile = Files.createDirectory(profiles.resolve(bundler));
            try (Chromium page = Chromium.open(chromium.get(), profile, url)) {
                page.await("document.title !== '?' && document.title !== ''");
                assertThat(page.evaluate("document.title")).as(bundler).isEqualTo(ANSWER);
            } finally {
                server.stop(0);
            }
        }
    }
}
