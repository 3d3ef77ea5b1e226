package dev.lumen.benchmarks;

import dev.lumen.Compilation;
import dev.lumen.codegen.ObjectCache;
import dev.lumen.ir.term.Term;
import dev.lumen.runtime.bindings.LumenRuntime;
import dev.lumen.runtime.bindings.RuntimeOptions;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/// Runtimes created, used and closed in one second.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class InstanceBenchmark {
    private static final RuntimeOptions OPTIONS = RuntimeOptions.defaults().withSchedulers(1);

    private Path cache;
    private Compilation program;

    @Setup
    public void compile() throws IOException {
        cache = Files.createTempDirectory("lumen-benchmark");
        program = Programs.request("host").cache(ObjectCache.in(cache)).run();
    }

    @TearDown
    public void delete() throws IOException {
        try (var files = Files.walk(cache)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }

    /// One without modules, in which a process calls Java.
    @Benchmark
    public Term bare() throws ExecutionException, InterruptedException {
        try (LumenRuntime runtime = LumenRuntime.open(OPTIONS)) {
            runtime.register("java", "answer", 1, List::getFirst);
            return runtime.call("java", "answer", Term.of(1)).get();
        }
    }

    /// One with a small module, which was compiled before and is linked for each.
    @Benchmark
    public Term withModule() throws ExecutionException, InterruptedException {
        try (LumenRuntime runtime = program.load(OPTIONS)) {
            return runtime.call("host", "answer", Term.of(1)).get();
        }
    }
}
