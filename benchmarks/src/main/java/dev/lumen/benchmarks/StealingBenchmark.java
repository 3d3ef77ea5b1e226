package dev.lumen.benchmarks;

import dev.lumen.ir.term.Term;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;

import java.util.concurrent.ExecutionException;

/// Work that begins on one scheduler and is done by all.
public class StealingBenchmark extends RuntimeBenchmark {
    private static final int TASKS = 2_000;
    private static final int STEPS = 1_000;

    @Param({"1", "2"})
    public int schedulers = 1;

    public StealingBenchmark() {
        super("processes");
    }

    @Override
    int schedulers() {
        return schedulers;
    }

    /// A task of 1,000 steps, or for one in a hundred of 100,000, in a process of its own.
    @Benchmark
    @OperationsPerInvocation(TASKS)
    public Term skewed() throws ExecutionException, InterruptedException {
        return call("tasks", TASKS, STEPS);
    }
}
