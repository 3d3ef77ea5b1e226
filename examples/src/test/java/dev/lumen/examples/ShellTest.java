package dev.lumen.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;

import dev.lumen.Compilation;
import dev.lumen.Otp;
import dev.lumen.codegen.OptLevel;
import dev.lumen.codegen.Target;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The shell answers a script of more than 200 lines as erl's own shell does (`lsh.record.sh` asks
/// that again): as an executable, as WebAssembly in node, and typed into its page in a browser.
class ShellTest {
    private static final Path SCRIPT = Path.of("src/test/resources/lsh.script");
    private static final Path ANSWERS = Path.of("src/test/resources/lsh.expected");

    @TempDir static Path folder;
    private static Path executable;

    @BeforeAll
    static void compile() throws IOException {
        assumeTrue(Otp.discover().isPresent(), "no OTP installation found");
        Compilation shell =
                WebShell.shell(Path.of("src/main/erlang/lsh.erl")).optimize(OptLevel.O0).run();
        assertThat(shell.hasErrors()).as(shell.diagnostics().toString()).isFalse();
        executable = folder.resolve("lsh");
        shell.emit(Target.host()).executable(executable).orThrow();
        WebShell.write(shell, folder);
    }

    @Test
    void asAnExecutable() throws Exception {
        assertThat(answersOf(executable.toString())).isEqualTo(expected());
    }

    @Test
    void asWebAssemblyInNode() throws Exception {
        assertThat(answersOf("node", folder.resolve("lsh.mjs").toString())).isEqualTo(expected());
    }

    @Test
    void typedIntoThePage(@TempDir Path profile) throws Exception {
        Optional<Path> chromium = Chromium.find();
        assumeTrue(chromium.isPresent(), "no Chromium on the PATH");
        HttpServer server = WebShell.serve(folder, 0);
        String url = "http://localhost:" + server.getAddress().getPort() + "/";
        try (Chromium page = Chromium.open(chromium.get(), profile, url)) {
            page.await("document.querySelector('#state')?.textContent === 'running'");
            typeScript(page, Files.readAllLines(SCRIPT));
            page.pressControl("d");
            page.await("/^(ended|failed)/.test(document.querySelector('#state').textContent)");
            assertThat(page.evaluate("document.querySelector('#state').textContent"))
                    .isEqualTo("ended with status 0");
            assertThat(page.evaluate(allOf("output"))).isEqualTo(expected());
            assertThat(page.evaluate(allOf("typed"))).isEqualTo(Files.readString(SCRIPT));
        } finally {
            server.stop(0);
        }
    }

    /// A line that was typed before is fetched with the up arrow.
    private static void typeScript(Chromium page, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            int earlier = lines.subList(0, i).lastIndexOf(lines.get(i));
            if (earlier < 0) {
                page.type(lines.get(i));
            } else {
                for (int back = i; back > earlier; back--) {
                    page.press("ArrowUp");
                }
            }
            page.press("Enter");
        }
    }

    /// The text of one kind in the page.
    private static String allOf(String kind) {
        return "Array.from(document.querySelectorAll('#screen ."
                + kind
                + "'), e => e.textContent).join('')";
    }

    private static String answersOf(String... command) throws Exception {
        Path answers = folder.resolve("answers");
        Process shell =
                new ProcessBuilder(command)
                        .redirectInput(SCRIPT.toFile())
                        .redirectOutput(answers.toFile())
                        .start();
        assertThat(shell.waitFor()).isZero();
        return Files.readString(answers);
    }

    private static String expected() throws IOException {
        return Files.readString(ANSWERS);
    }
}
