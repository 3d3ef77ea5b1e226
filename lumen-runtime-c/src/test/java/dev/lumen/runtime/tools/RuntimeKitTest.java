package dev.lumen.runtime.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/// What the build of the runtime made can be used: loaded, and linked without a C compiler's help.
class RuntimeKitTest {
    private static final String HELLO =
            "#include <stdio.h>\n"
                + "int main(int n, char **a) { printf(\"%s %g\\n\", a[n - 1], 0.5); return 7; }\n";

    @TempDir Path temp;

    @Test
    @Tag("modes")
    void sharedLibraryLoads() throws Exception {
        assumeTrue(
                Files.size(Path.of("target/c/unwritten")) == 0,
                "a lenient build with symbols that nothing defines");
        RuntimeMode mode = RuntimeMode.current();
        assumeTrue(RuntimeKit.exists(RuntimeTarget.LINUX_GNU, mode), "built without " + mode);
        try (Arena arena = Arena.ofConfined()) {
            Path library = RuntimeKit.of(RuntimeTarget.LINUX_GNU, mode).sharedLibrary();
            var symbols = SymbolLookup.libraryLookup(library, arena);
            assertThat(symbols.find("lumen_runtime_atom_texts")).isPresent();
            assertThat(symbols.find("lm_limbs_add").isPresent())
                    .as("only the library for tests shows its inside")
                    .isEqualTo(mode != RuntimeMode.RELEASE);
        }
    }

    @Test
    void staticExecutableNeedsOnlyTheKit() throws Exception {
        RuntimeKit kit = RuntimeKit.of(RuntimeTarget.LINUX_MUSL, RuntimeMode.RELEASE);
        Path object = compile("--target=x86_64-linux-musl", "-fPIE");
        Path executable = temp.resolve("hello");
        Tools.run(
                        LlvmTools.elfLinker(),
                        List.of(
                                "-static",
                                "-no-pie",
                                "--gc-sections",
                                "-s",
                                "-o",
                                executable.toString(),
                                kit.libc("crt1.o").toString(),
                                kit.libc("crti.o").toString(),
                                object.toString(),
                                kit.archive().toString(),
                                kit.libc("libc.a").toString(),
                                kit.libc("crtn.o").toString()))
                .orThrow();
        ToolResult result = Tools.run(executable, List.of("hej"));
        assertThat(result.output()).isEqualTo("hej 0.5\n");
        assertThat(result.exitCode()).isEqualTo(7);
    }

    @Test
    void wasmModuleLinks() throws Exception {
        RuntimeKit kit = RuntimeKit.of(RuntimeTarget.WASI, RuntimeMode.RELEASE);
        Path object = compile("--target=wasm32-wasi", "-I/usr/include/wasm32-wasi");
        Path module = temp.resolve("hello.wasm");
        Tools.run(
                        LlvmTools.wasmLinker(),
                        List.of(
                                kit.libc("crt1-command.o").toString(),
                                object.toString(),
                                kit.archive().toString(),
                                kit.libc("libm.a").toString(),
                                kit.libc("libc.a").toString(),
                                "-o",
                                module.toString()))
                .orThrow();
        assertThat(Files.readAllBytes(module)).startsWith(0x00, 'a', 's', 'm');
    }

    /// Two class loaders stand for two JVMs: each has its own memory of what is unpacked.
    @Test
    void fromAJarItIsUnpackedOnce() throws Exception {
        Path classes =
                Path.of(
                        RuntimeKit.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        Path jar = temp.resolve("runtime.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
        System.setProperty("lumen.cache", temp.resolve("cache").toString());
        try (var pool = Executors.newFixedThreadPool(2)) {
            var roots = new HashSet<Path>();
            // A copy each, because the JDK shares an open jar between class loaders.
            Path copy = Files.copy(jar, temp.resolve("copy.jar"));
            List<Callable<Path>> tasks = List.of(() -> archiveIn(jar), () -> archiveIn(copy));
            for (Future<Path> archive : pool.invokeAll(tasks)) {
                roots.add(archive.get());
            }
            assertThat(roots).hasSize(1);
            Path archive = roots.iterator().next();
            assertThat(archive)
                    .startsWith(temp.resolve("cache"))
                    .hasSameBinaryContentAs(
                            RuntimeKit.of(RuntimeTarget.LINUX_MUSL, RuntimeMode.RELEASE).archive());
            try (Stream<Path> left = Files.list(temp.resolve("cache"))) {
                assertThat(left).as("nothing half-done stays").hasSize(1);
            }
        } finally {
            System.clearProperty("lumen.cache");
        }
    }

    private static Path archiveIn(Path jar) throws Exception {
        try (var loader =
                new URLClassLoader(
                        new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            Class<?> target = loader.loadClass(RuntimeTarget.class.getName());
            Class<?> mode = loader.loadClass(RuntimeMode.class.getName());
            Class<?> kits = loader.loadClass(RuntimeKit.class.getName());
            Object kit =
                    kits.getMethod("of", target, mode)
                            .invoke(
                                    null,
                                    target.getField("LINUX_MUSL").get(null),
                                    mode.getField("RELEASE").get(null));
            return (Path) kits.getMethod("archive").invoke(kit);
        }
    }

    @ParameterizedTest
    @EnumSource(RuntimeMode.class)
    void modesHaveNames(RuntimeMode mode) {
        assertThat(RuntimeMode.of(mode.id())).isSameAs(mode);
    }

    private Path compile(String... flags) throws Exception {
        Path source = Files.writeString(temp.resolve("hello.c"), HELLO);
        Path object = temp.resolve("hello.o");
        var arguments = new java.util.ArrayList<>(List.of(flags));
        arguments.addAll(List.of("-O1", "-c", source.toString(), "-o", object.toString()));
        Tools.run(LlvmTools.clang(), arguments).orThrow();
        return object;
    }
}
