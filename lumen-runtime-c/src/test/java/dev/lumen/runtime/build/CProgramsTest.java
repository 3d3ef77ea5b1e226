package dev.lumen.runtime.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lumen.runtime.tools.LlvmTools;
import dev.lumen.runtime.tools.RuntimeKit;
import dev.lumen.runtime.tools.RuntimeMode;
import dev.lumen.runtime.tools.RuntimeTarget;
import dev.lumen.runtime.tools.ToolResult;
import dev.lumen.runtime.tools.Tools;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Runs each program `src/test/c/*_test.c` in every mode natively, and as WebAssembly when there is a node. A program is
/// linked with the whole runtime, so it may call anything inside it; it fails by its exit status, and with sanitizers by
/// what they find. Lines that a program can hold:
///
/// - `// with: GLOB… -DX…` asks for one more run, in which the sources that match (below `src/main/c`) are compiled with
///   those flags and take precedence over the runtime's own;
/// - `// not on wasm32-wasi: REASON`.
class CProgramsTest {
    private static final Path TESTS = Path.of("src/test/c");
    private static final Path WORK = Path.of("target/c-tests");
    private static final Path NODE = Path.of("/usr/bin/node");
    private static final Path GLIBC = Path.of("/usr/lib/x86_64-linux-gnu");
    private static final String WITH = "// with:";
    private static final String NOT_ON_WASM = "// not on wasm32-wasi:";

    private final Sources sources = Sources.below(Path.of("src/main/c").toAbsolutePath());
    private final Step step = new Step();

    CProgramsTest() throws IOException {}

    @TestFactory
    Stream<DynamicTest> programs() throws IOException {
        var tests = new ArrayList<DynamicTest>();
        for (Path program : glob(TESTS, "*_test.c")) {
            List<String> lines = Files.readAllLines(TESTS.resolve(program));
            var extras = new ArrayList<List<String>>();
            extras.add(List.of());
            lines.stream()
                    .filter(l -> l.startsWith(WITH))
                    .forEach(l -> extras.add(List.of(l.substring(WITH.length()).strip().split("\\s+"))));
            for (List<String> extra : extras) {
                for (Variant variant : variants(lines)) {
                    tests.add(DynamicTest.dynamicTest(
                            program + " " + variant + " " + String.join(" ", extra), () -> check(program, variant, extra)));
                }
            }
        }
        return tests.stream();
    }

    private static List<Variant> variants(List<String> program) {
        var variants = new ArrayList<Variant>();
        for (RuntimeMode mode : RuntimeMode.values()) {
            variants.add(new Variant(RuntimeTarget.LINUX_GNU, mode));
        }
        if (Files.isExecutable(NODE) && program.stream().noneMatch(l -> l.startsWith(NOT_ON_WASM))) {
            variants.add(new Variant(RuntimeTarget.WASI, RuntimeMode.RELEASE));
        }
        variants.removeIf(v -> !Files.exists(archive(v)));
        return variants;
    }

    private static Path archive(Variant variant) {
        return variant.directory(Path.of("target/c/libraries")).resolve("liblumen_rt.a").toAbsolutePath();
    }

    private void check(Path program, Variant variant, List<String> extra) throws IOException {
        Path directory = variant.directory(WORK).resolve(Integer.toHexString(extra.hashCode())).toAbsolutePath();
        var flags = extra.stream().filter(w -> w.startsWith("-")).toList();
        var objects = new ArrayList<Path>();
        objects.add(compile(TESTS.resolve(program), variant, flags, directory));
        for (String pattern : extra.stream().filter(w -> !w.startsWith("-")).toList()) {
            List<Path> files = glob(sources.root(), pattern);
            assertThat(files).as(WITH + " " + pattern).isNotEmpty();
            for (Path file : files) {
                objects.add(compile(sources.root().resolve(file), variant, flags, directory));
            }
        }
        Path executable = directory.resolve(program.toString().replace(".c", ""));
        link(variant, objects, executable);
        ToolResult result = variant.target().isWasm()
                ? Tools.run(NODE, List.of("--no-warnings", "-e", RUN_WASI, executable.toString()))
                : Tools.run(executable, List.of());
        assertThat(result.exitCode()).as(() -> result.output() + result.errors()).isZero();
    }

    /// Also for node 18, Debian 12's: there tail calls are behind a flag of V8, and `getImportObject` does not exist.
    private static final String RUN_WASI = """
            const { WASI } = require('node:wasi');
            const { readFileSync } = require('node:fs');
            if (parseInt(process.versions.node) < 20) {
              require('node:v8').setFlagsFromString('--experimental-wasm-return-call');
            }
            const wasi = new WASI({ version: 'preview1', args: ['test'], returnOnExit: true });
            WebAssembly.instantiate(readFileSync(process.argv[1]), { wasi_snapshot_preview1: wasi.wasiImport })
              .then(m => process.exit(wasi.start(m.instance)));
            """;

    private Path compile(Path source, Variant variant, List<String> flags, Path directory) throws IOException {
        Path object = directory.resolve(source.getFileName() + ".o");
        Path dependencies = directory.resolve(source.getFileName() + ".d");
        var arguments = new ArrayList<>(variant.objectFlags());
        arguments.addAll(flags);
        arguments.addAll(sources.includes(variant.target()));
        arguments.addAll(List.of(
                "-I" + Path.of("target/c/generated").toAbsolutePath(),
                "-MMD", "-MF", dependencies.toString(), "-c", source.toString(), "-o", object.toString()));
        step.run(variant.compiler(), arguments, List.of(source), dependencies, object);
        return object;
    }

    private void link(Variant variant, List<Path> objects, Path executable) throws IOException {
        var inputs = new ArrayList<>(objects);
        inputs.add(archive(variant));
        var arguments = new ArrayList<String>();
        Path linker;
        if (variant.target().isWasm()) {
            RuntimeKit kit = RuntimeKit.of(variant.target(), variant.mode());
            linker = LlvmTools.wasmLinker();
            inputs.addFirst(kit.libc("crt1-command.o"));
            inputs.addAll(List.of(kit.libc("libm.a"), kit.libc("libc.a")));
            arguments.addAll(List.of("-z", "stack-size=1048576"));
        } else if (variant.sanitized()) {
            linker = variant.compiler();
            arguments.addAll(List.of("-fsanitize=address,undefined", "-lm", "-lpthread"));
        } else {
            linker = LlvmTools.elfLinker();
            inputs.addAll(0, List.of(GLIBC.resolve("Scrt1.o"), GLIBC.resolve("crti.o")));
            inputs.add(GLIBC.resolve("crtn.o"));
            arguments.addAll(List.of("-pie", "-dynamic-linker", "/lib64/ld-linux-x86-64.so.2", "-L" + GLIBC, "-lm", "-lpthread", "-lc"));
        }
        arguments.addAll(0, inputs.stream().map(Path::toString).toList());
        arguments.addAll(List.of("-o", executable.toString()));
        step.run(linker, arguments, inputs, null, executable);
    }

    /// Files below `root` whose path relative to it matches, sorted.
    private static List<Path> glob(Path root, String pattern) throws IOException {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.map(root::relativize).filter(matcher::matches).sorted().toList();
        }
    }
}
