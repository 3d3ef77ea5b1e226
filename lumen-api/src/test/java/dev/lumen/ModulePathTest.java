package dev.lumen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lumen.runtime.tools.ToolResult;
import dev.lumen.runtime.tools.Tools;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The README's ten lines, as a module that requires nothing but `dev.lumen`.
class ModulePathTest {
    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));
    private static final String NATIVE =
            "--enable-native-access="
                    + "dev.lumen.runtime.bindings,org.bytedeco.javacpp,org.bytedeco.llvm";

    @TempDir static Path temp;
    private static String modules;

    @BeforeAll
    static void compile() throws IOException {
        Path source = Files.createDirectories(temp.resolve("source/app"));
        Files.writeString(
                temp.resolve("source/module-info.java"), "module app { requires dev.lumen; }");
        Files.writeString(
                source.resolve("Main.java"),
                """
                package app;
                import dev.lumen.Compilation;
                import dev.lumen.Lumen;
                import dev.lumen.Source;
                import dev.lumen.ir.term.Term;
                import dev.lumen.runtime.bindings.LumenRuntime;
                class Main {
                    public static void main(String[] args) throws Exception {
                %s
                    }
                }
                """
                        .formatted(
                                readme().replace(
                                                ".get();", ".get(); System.out.println(answer);")));
        String libraries =
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(ModulePathTest::isModule)
                        .collect(Collectors.joining(File.pathSeparator));
        Path classes = temp.resolve("classes");
        modules = classes + File.pathSeparator + libraries;
        run(
                "javac",
                "-p",
                libraries,
                "-d",
                classes.toString(),
                temp.resolve("source/module-info.java").toString(),
                source.resolve("Main.java").toString());
    }

    /// The first block of Java in the README.
    private static String readme() throws IOException {
        Matcher block =
                Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                        .matcher(Files.readString(Path.of("../README.md")));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    /// Of the class path of the tests: what a program has that uses Lumen.
    private static boolean isModule(String entry) {
        Path path = Path.of(entry);
        return Files.isDirectory(path)
                ? Files.exists(path.resolve("module-info.class"))
                : path.getFileName().toString().matches("(lumen|javacpp|llvm)-.*\\.jar");
    }

    private static String run(String program, String... arguments) {
        ToolResult result =
                Tools.run(JAVA_HOME.resolve("bin").resolve(program), List.of(arguments));
        assertThat(result.exitCode()).as(result.errors()).isZero();
        return result.output();
    }

    @Test
    void runsWhereNativeAccessIsDeniedToAllOthers() {
        assertThat(
                        run(
                                "java",
                                "-p",
                                modules,
                                NATIVE,
                                "--illegal-native-access=deny",
                                "-m",
                                "app/app.Main"))
                .isEqualTo("265252859812191058636308480000000\n");
    }

    @Test
    @Tag("nightly") // it writes 400 MB
    void runsFromAnImageOfJlink() {
        Path image = temp.resolve("image");
        run("jlink", "-p", modules, "--add-modules", "app", "--output", image.toString());
        ToolResult result =
                Tools.run(image.resolve("bin/java"), List.of(NATIVE, "-m", "app/app.Main"));
        assertThat(result.output())
                .as(result.errors())
                .isEqualTo("265252859812191058636308480000000\n");
    }
}
