package dev.lumen.benchmarks;

import dev.lumen.ir.term.Term;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

import java.util.concurrent.ExecutionException;

/// Processes and messages.
public class ProcessBenchmark extends RuntimeBenchmark {
    private static final int OPERATIONS = 10_000;

    public ProcessBenchmark() {
        super("processes");
    }

    /// Spawn a process, which sends one message and ends.
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public Term spawn() throws ExecutionException, InterruptedException {
        return call("children", OPERATIONS);
    }

    /// One message there and one back.
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public Term pingPong() throws ExecutionException, InterruptedException {
        return call("pingpong", OPERATIONS);
    }

    /// One hop around a ring of 100 processes.
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public Term ring() throws ExecutionException, InterruptedException {
        return call("ring", 100, OPERATIONS);
    }
}
