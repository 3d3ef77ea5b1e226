package dev.lumen.benchmarks;

import dev.lumen.ir.term.Term;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;

import java.util.concurrent.ExecutionException;

/// Timers.
public class TimerBenchmark extends RuntimeBenchmark {
    private static final int TIMERS = 20_000;
    private static final int OTHERS = 1_000;
    private static final int FIRED = 50_000;

    /// Timers at a time that fire. With many fewer there is not always one due.
    @Param("10000")
    public int armed = 10_000;

    public TimerBenchmark() {
        super("timers");
    }

    @Override
    void begin() throws ExecutionException, InterruptedException {
        call("hold", OTHERS);
    }

    /// One armed and cancelled, while 1,000 others are armed.
    @Benchmark
    @OperationsPerInvocation(TIMERS)
    public Term cancelled() throws ExecutionException, InterruptedException {
        return call("cancelled", TIMERS);
    }

    /// One that fires after one to four milliseconds, its message received.
    @Benchmark
    @OperationsPerInvocation(FIRED)
    public Term fired() throws ExecutionException, InterruptedException {
        return call("fired", armed, FIRED);
    }
}
