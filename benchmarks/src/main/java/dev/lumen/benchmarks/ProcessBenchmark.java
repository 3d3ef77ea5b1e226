package dev.lumen.benchmarks;

import dev.lumen.ir.term.Term;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

import java.util.concurrent.ExecutionException;

/// Processes that come and go.
public class ProcessBenchmark extends RuntimeBenchmark {
    private static final int PROCESSES = 4_000;

    public ProcessBenchmark() {
        super("processes");
    }

    /// Spawn a process, which begins to wait.
    @Benchmark
    @OperationsPerInvocation(PROCESSES)
    public Term spawn() throws ExecutionException, InterruptedException {
        return call("waiting", PROCESSES);
    }

    /// Spawn a process, which sends one message and ends.
    @Benchmark
    @OperationsPerInvocation(PROCESSES)
    public Term spawnAndExit() throws ExecutionException, InterruptedException {
        return call("children", PROCESSES);
    }

    /// Spawn, link to and monitor a process, which ends; both signals received.
    @Benchmark
    @OperationsPerInvocation(PROCESSES)
    public Term spawnWatched() throws ExecutionException, InterruptedException {
        return call("watched", PROCESSES);
    }

    @Override
    void afterEach() throws ExecutionException, InterruptedException {
        call("stop");
    }
}
