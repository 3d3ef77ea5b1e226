package dev.lumen.runtime.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lumen.runtime.tools.LlvmTools;
import dev.lumen.runtime.tools.RuntimeKit;
import dev.lumen.runtime.tools.RuntimeMode;
import dev.lumen.runtime.tools.RuntimeTarget;
import dev.lumen.runtime.tools.ToolResult;
import dev.lumen.runtime.tools.Tools;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Runs each program `src/test/c/*_test.c` in every mode natively, and as WebAssembly when there is
/// a node. A program is linked with the whole runtime, so it may call anything inside it; it fails
/// by its exit status, and with sanitizers by what they find. `-Dlumen.fuzz.count` is handed to
/// native programs as their argument: how many mutations those that fuzz try. Lines that a program
/// can hold:
///
/// - `// with: GLOB… -DX…` asks for one more run, in which the sources that match (below
///   `src/main/c`) are compiled with those flags and take precedence over the runtime's own;
/// - `// not on wasm32-wasi: REASON`;
/// - `// with threads`: it has more than one, so it runs with the thread sanitizer too.
@Execution(ExecutionMode.CONCURRENT)
class CProgramsTest {
    private static final Path TESTS = Path.of("src/test/c");
    private static final Path WORK = Path.of("target/c-tests");
    private static final Path NODE = Path.of("/usr/bin/node");
    private static final Path GLIBC = Path.of("/usr/lib/x86_64-linux-gnu");
    private static final List<String> ARGUMENTS =
            Stream.ofNullable(System.getProperty("lumen.fuzz.count")).toList();
    private static final String WITH = "// with:";
    private static final String NOT_ON_WASM = "// not on wasm32-wasi:";
    private static final String THREADS = "// with threads";

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
                    .forEach(l ->
                            extras.add(List.of(l.substring(WITH.length()).strip().split("\\s+"))));
            for (List<String> extra : extras) {
                for (Variant variant : variants(lines)) {
                    tests.add(
                            DynamicTest.dynamicTest(
                                    program + " " + variant + " " + String.join(" ", extra),
                                    () -> check(program, variant, extra)));
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
        if (Files.isExecutable(NODE)
                && program.stream().noneMatch(l -> l.startsWith(NOT_ON_WASM))) {
            variants.add(new Variant(RuntimeTarget.WASI, RuntimeMode.RELEASE));
        }
        if (!program.contains(THREADS)) {
            variants.removeIf(v -> v.mode() == RuntimeMode.TSAN);
        }
        variants.removeIf(v -> !Files.exists(archive(v)));
        return variants;
    }

    private static Path archive(Variant variant) {
        return variant.directory(Path.of("target/c/libraries"))
                .resolve("liblumen_rt.a")
                .toAbsolutePath();
    }

    private void check(Path program, Variant variant, List<String> extra) throws IOException {
        Path directory =
                variant.directory(WORK)
                        .resolve(program.toString().replace(".c", ""))
                        .resolve(Integer.toHexString(extra.hashCode()))
                        .toAbsolutePath();
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
        ToolResult result =
                variant.target().isWasm()
                        ? Tools.run(
                                NODE,
                                List.of("--no-warnings", "-e", RUN_WASI, executable.toString()))
                        : Tools.run(executable, ARGUMENTS);
        assertThat(result.exitCode()).as(() -> result.output() + result.errors()).isZero();
    }

    /// The little of WASI that a test program needs. Not `node:wasi`: in node 20 that crashes when
    /// a program whose memory has grown ends. Also for node 18, Debian 12's, where tail calls are
    /// behind a flag of V8.
    private static final String RUN_WASI =
            """
            const { readFileSync, writeSync } = require('node:fs');
            const { webcrypto: crypto } = require('node:crypto');
            if (parseInt(process.versions.node) < 20) {
              require('node:v8').setFlagsFromString('--experimental-wasm-return-call');
            }
            class Exit { constructor(status) { this.status = status; } }
            let memory;
            const view = () => new DataView(memory.buffer);
            const sizes = (n, bytes) => (count, size) => {
              view().setUint32(count, n, true);
              view().setUint32(size, bytes, true);
              return 0;
            };
            const wasi = {
              proc_exit: status => { throw new Exit(status); },
              fd_write: (fd, vectors, count, written) => {
                let total = 0;
                for (let i = 0; i < count; i++) {
                  const at = view().getUint32(vectors + 8 * i, true);
                  const length = view().getUint32(vectors + 8 * i + 4, true);
                  writeSync(fd, new Uint8Array(memory.buffer, at, length));
                  total += length;
                }
                view().setUint32(written, total, true);
                return 0;
              },
              fd_fdstat_get: (fd, to) => { new Uint8Array(memory.buffer, to, 24).fill(0); return 0; },
              clock_time_get: (id, precision, to) => { view().setBigUint64(to, process.hrtime.bigint(), true); return 0; },
              random_get: (to, count) => { crypto.getRandomValues(new Uint8Array(memory.buffer, to, count)); return 0; },
              args_sizes_get: sizes(1, 5),
              environ_sizes_get: sizes(0, 0),
              args_get: (pointers, text) => {
                view().setUint32(pointers, text, true);
                new Uint8Array(memory.buffer, text, 5).set([116, 101, 115, 116, 0]); // "test"
                return 0;
              },
              environ_get: () => 0,
              fd_close: () => 0,
              fd_prestat_get: () => 8, // no such descriptor: nothing is open
            };
            const NOT_SUPPORTED = 58;
            const wasmModule = new WebAssembly.Module(readFileSync(process.argv[1]));
            const imports = {};
            for (const i of WebAssembly.Module.imports(wasmModule)) {
              (imports[i.module] ??= {})[i.name] = wasi[i.name] ?? (() => NOT_SUPPORTED);
            }
            const instance = new WebAssembly.Instance(wasmModule, imports);
            memory = instance.exports.memory;
            try {
              instance.exports._start();
            } catch (e) {
              if (!(e instanceof Exit)) throw e;
              process.exitCode = e.status;
            }
            """;

    private Path compile(Path source, Variant variant, List<String> flags, Path directory)
            throws IOException {
        Path object = directory.resolve(source.getFileName() + ".o");
        Path dependencies = directory.resolve(source.getFileName() + ".d");
        var arguments = new ArrayList<>(variant.objectFlags());
        arguments.addAll(flags);
        arguments.addAll(sources.includes());
        arguments.addAll(
                List.of(
                        "-I" + Path.of("target/c/generated").toAbsolutePath(),
                        "-MMD",
                        "-MF",
                        dependencies.toString(),
                        "-c",
                        source.toString(),
                        "-o",
                        object.toString()));
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
            arguments.addAll(variant.sanitizers());
            arguments.addAll(List.of("-lm", "-lpthread"));
        } else {
            linker = LlvmTools.elfLinker();
            inputs.addAll(0, List.of(GLIBC.resolve("Scrt1.o"), GLIBC.resolve("crti.o")));
            inputs.add(GLIBC.resolve("crtn.o"));
            arguments.addAll(
                    List.of(
                            "-pie",
                            "-dynamic-linker",
                            "/lib64/ld-linux-x86-64.so.2",
                            "-L" + GLIBC,
                            "-lm",
                            "-lpthread",
                            "-lc"));
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
