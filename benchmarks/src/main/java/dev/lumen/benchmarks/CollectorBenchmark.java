package dev.lumen.benchmarks;

import dev.lumen.ir.term.Term;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

import java.util.concurrent.ExecutionException;

/// The garbage collector, seen from Erlang code: nanoseconds for one object, allocation and all.
public class CollectorBenchmark extends RuntimeBenchmark {
    private static final int OBJECTS = 1_000_000;

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

    /// Minor collections that find nothing alive: one tuple of two.
    @Benchmark
    @OperationsPerInvocation(OBJECTS)
    public Term minorGarbage() throws ExecutionException, InterruptedException {
        return call("garbage", OBJECTS);
    }

    /// Minor collections that everything survives: one cell of a list that grows.
    @Benchmark
    @OperationsPerInvocation(OBJECTS)
    public Term minorSurvivors() throws ExecutionException, InterruptedException {
        return call("survivors", OBJECTS);
    }

    /// A major collection: one cell of a long list.
    @Benchmark
    @OperationsPerInvocation(OBJECTS)
    public Term major() throws ExecutionException, InterruptedException {
        return call("major", 1);
    }
}
