package dev.lumen.benchmarks;

import dev.lumen.ir.term.Term;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

import java.util.concurrent.ExecutionException;

/// Memory of processes, seen from Erlang code: nanoseconds for one object, its allocation too.
public class CollectorBenchmark extends RuntimeBenchmark {
    private static final int OBJECTS = 400_000;

    public CollectorBenchmark() {
        super("collector");
    }

    @Override
    void begin() throws ExecutionException, InterruptedException {
        call("hold", OBJECTS);
    }

    @Override
    void end() throws ExecutionException, InterruptedException {
        call("release");
    }

    /// A tuple of two that is garbage when a minor collection comes.
    @Benchmark
    @OperationsPerInvocation(OBJECTS)
    public Term allocation() throws ExecutionException, InterruptedException {
        return call("garbage", OBJECTS);
    }

    /// A cell of a list that grows, and so survives minor collections.
    @Benchmark
    @OperationsPerInvocation(OBJECTS)
    public Term minor() throws ExecutionException, InterruptedException {
        return call("survivors", OBJECTS);
    }

    /// A cell of a long list in a major collection.
    @Benchmark
    @OperationsPerInvocation(OBJECTS)
    public Term major() throws ExecutionException, InterruptedException {
        return call("major", 1);
    }
}
