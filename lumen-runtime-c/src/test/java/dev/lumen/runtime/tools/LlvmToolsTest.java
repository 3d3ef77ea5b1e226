package dev.lumen.runtime.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class LlvmToolsTest {
    @TempDir Path temp;

    @Test
    void programsStartAndTellTheirVersion() {
        assertThat(Tools.run(LlvmTools.clang(), List.of("--version")).orThrow().output())
                .contains("clang version 20.");
        assertThat(Tools.run(LlvmTools.elfLinker(), List.of("--version")).orThrow().output())
                .startsWith("LLD 20.");
        assertThat(Tools.run(LlvmTools.wasmLinker(), List.of("--version")).orThrow().output())
                .startsWith("LLD 20.");
        assertThat(Tools.run(LlvmTools.archiver(), List.of("--version")).orThrow().output())
                .contains("LLVM version 20.");
    }

    @Test
    void compilesAndLinksWasmWithoutAnythingFromTheMachine() throws Exception {
        Path source =
                Files.writeString(
                        temp.resolve("add.c"),
                        "#include <stdint.h>\nint64_t add(int64_t a) { return a + 1; }\n");
        Path object = temp.resolve("add.o");
        Path module = temp.resolve("add.wasm");
        Tools.run(
                        LlvmTools.clang(),
                        List.of(
                                "--target=wasm32-unknown-unknown",
                                "-ffreestanding",
                                "-c",
                                source.toString(),
                                "-o",
                                object.toString()))
                .orThrow();
        Tools.run(
                        LlvmTools.wasmLinker(),
                        List.of(
                                "--no-entry",
                                "--export=add",
                                object.toString(),
                                "-o",
                                module.toString()))
                .orThrow();
        assertThat(Files.readAllBytes(module)).startsWith(0x00, 'a', 's', 'm');
    }

    @Test
    void failureKeepsWhatTheProgramSaid() {
        ToolResult result = Tools.run(LlvmTools.clang(), List.of("no such file.c"));
        assertThat(result.succeeded()).isFalse();
        assertThatThrownBy(result::orThrow)
                .isInstanceOf(ToolException.class)
                .hasMessageContaining("no such file or directory")
                .hasMessageContaining("'no such file.c'");
    }

    @Test
    void twoMachinesMayUnpackIntoOneCacheAtOnce() throws Exception {
        var processes = new ArrayList<Process>();
        for (int i = 0; i < 2; i++) {
            processes.add(
                    new ProcessBuilder(
                                    ProcessHandle.current().info().command().orElseThrow(),
                                    "-Dorg.bytedeco.javacpp.cachedir=" + temp.resolve("cache"),
                                    "--enable-native-access=ALL-UNNAMED",
                                    "-cp",
                                    System.getProperty(
                                            "surefire.test.class.path",
                                            System.getProperty("java.class.path")),
                                    LinkerVersion.class.getName())
                            .redirectErrorStream(true)
                            .redirectOutput(temp.resolve("out" + i).toFile())
                            .start());
        }
        for (int i = 0; i < 2; i++) {
            int status = processes.get(i).waitFor();
            assertThat(Files.readString(temp.resolve("out" + i))).contains("LLD 20.");
            assertThat(status).isZero();
        }
        assertThat(new File(temp.toFile(), "cache")).isDirectory();
    }

    /// The program that the test above runs twice.
    static final class LinkerVersion {
        public static void main(String[] args) {
            System.out.println(
                    Tools.run(LlvmTools.elfLinker(), List.of("--version")).orThrow().output());
        }
    }
}
