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

/// The garbage collector, seen from Erlang code in a runtime inside the JVM. Nanoseconds for one
/// object, allocation and all.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CollectorBenchmark {
    private static final int OBJECTS = 1_000_000;

    private LumenRuntime runtime;

    @Setup
    public void load() throws ExecutionException, InterruptedException {
        runtime = Programs.load("collector");
        runtime.call("collector", "hold", Term.of(OBJECTS)).get();
    }

    @TearDown
    public void close() throws ExecutionException, InterruptedException {
        runtime.call("collector", "release").get();
        runtime.close();
    }

    /// Minor collections that find nothing alive: one tuple of two.
    @Benchmark
    @OperationsPerInvocation(OBJECTS)
    public Term minorGarbage() throws ExecutionException, InterruptedException {
        return runtime.call("collector", "garbage", Term.of(OBJECTS)).get();
    }

    /// Minor collections that everything survives: one cell of a list that grows.
    @Benchmark
    @OperationsPerInvocation(OBJECTS)
    public Term minorSurvivors() throws ExecutionException, InterruptedException {
        return runtime.call("collector", "survivors", Term.of(OBJECTS)).get();
    }

    /// A major collection: one cell of a long list.
    @Benchmark
    @OperationsPerInvocation(OBJECTS)
    public Term major() throws ExecutionException, InterruptedException {
        return runtime.call("collector", "major", Term.of(1)).get();
    }
}
