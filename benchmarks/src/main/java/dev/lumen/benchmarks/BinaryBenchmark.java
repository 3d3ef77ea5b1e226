package dev.lumen.benchmarks;

import dev.lumen.ir.term.Term;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

import java.util.concurrent.ExecutionException;

/// Binaries that are too large for a heap.
public class BinaryBenchmark extends RuntimeBenchmark {
    private static final int APPENDS = 100_000;
    private static final int MESSAGES = 10_000;

    public BinaryBenchmark() {
        super("binaries");
    }

    /// Sixteen bytes appended to a binary that grows.
    @Benchmark
    @OperationsPerInvocation(APPENDS)
    public Term append() throws ExecutionException, InterruptedException {
        return call("append", 16, APPENDS);
    }

    /// A binary of 10,000 bytes made, sent, received and dropped.
    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public Term message() throws ExecutionException, InterruptedException {
        return call("messages", 10_000, MESSAGES);
    }
}
