package dev.lumen.benchmarks;

import dev.lumen.ir.term.Term;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;

import java.util.concurrent.ExecutionException;

/// A public table of ETS with 100,000 objects.
public class TableBenchmark extends RuntimeBenchmark {
    private static final int OBJECTS = 100_000;
    private static final int OPERATIONS = 100_000;

    /// Which use it at the same time, each on a scheduler of its own.
    @Param({"1", "2"})
    public int processes = 1;

    @Param({"set", "ordered_set"})
    public String type = "set";

    public TableBenchmark() {
        super("tables");
    }

    @Override
    int schedulers() {
        return processes;
    }

    @Override
    void begin() throws ExecutionException, InterruptedException {
        call("hold", type, OBJECTS);
    }

    @Override
    void end() throws ExecutionException, InterruptedException {
        call("release");
    }

    /// A lookup.
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public Term read() throws ExecutionException, InterruptedException {
        return call("read", processes, OPERATIONS);
    }

    /// An object replaced.
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public Term write() throws ExecutionException, InterruptedException {
        return call("write", processes, OPERATIONS);
    }
}
