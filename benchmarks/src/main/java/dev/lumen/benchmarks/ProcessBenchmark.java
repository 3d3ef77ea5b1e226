package dev.lumen.benchmarks;

import dev.lumen.ir.term.Term;
import dev.lumen.runtime.bindings.LumenRuntime;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/// Processes and messages in a runtime inside the JVM. Nanoseconds for one operation; one call from
/// Java does many, so what the call itself costs is not seen.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ProcessBenchmark {
    private static final int OPERATIONS = 10_000;

    private LumenRuntime runtime;

    @Setup
    public void load() {
        runtime = Programs.load("processes");
    }

    @TearDown
    public void close() {
        runtime.close();
    }

    /// Spawn a process, which sends one message and ends.
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public Term spawn() throws ExecutionException, InterruptedException {
        return runtime.call("processes", "children", Term.of(OPERATIONS)).get();
    }

    /// One message there and one back.
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public Term pingPong() throws ExecutionException, InterruptedException {
        return runtime.call("processes", "pingpong", Term.of(OPERATIONS)).get();
    }

    /// One hop around a ring of 100 processes.
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public Term ring() throws ExecutionException, InterruptedException {
        return runtime.call("processes", "ring", Term.of(100), Term.of(OPERATIONS)).get();
    }
}
