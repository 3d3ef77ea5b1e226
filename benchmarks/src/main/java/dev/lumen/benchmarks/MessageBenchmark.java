package dev.lumen.benchmarks;

import dev.lumen.ir.term.Term;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;

import java.util.concurrent.ExecutionException;

/// Messages.
public class MessageBenchmark extends RuntimeBenchmark {
    private static final int MESSAGES = 20_000;
    private static final int MANY = 400_000;
    private static final int WAITING = 1_000;

    @Param({"1", "2"})
    public int schedulers = 1;

    public MessageBenchmark() {
        super("messages");
    }

    @Override
    int schedulers() {
        return schedulers;
    }

    /// One message there and one back, between two processes.
    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public Term pingPong() throws ExecutionException, InterruptedException {
        return call("pingpong", 1, MESSAGES);
    }

    /// The same, while eight pairs of processes do so.
    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public Term pairs() throws ExecutionException, InterruptedException {
        return call("pingpong", 8, MESSAGES);
    }

    /// One hop around a ring of 100 processes.
    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public Term ring() throws ExecutionException, InterruptedException {
        return call("ring", 100, MESSAGES);
    }

    /// One message from one of eight senders to a receiver.
    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public Term fanIn() throws ExecutionException, InterruptedException {
        return call("fan_in", 8, MESSAGES);
    }

    /// A look at one message of a thousand that wait and that a receive does not want.
    @Benchmark
    @OperationsPerInvocation(MANY)
    public Term selectiveReceive() throws ExecutionException, InterruptedException {
        return call("selective", WAITING, MANY);
    }

    /// A question to a server, monitored, by a process that a thousand messages wait for.
    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public Term callBehindMessages() throws ExecutionException, InterruptedException {
        return call("calls", WAITING, MESSAGES);
    }

    /// One cell of a list of a thousand that is sent.
    @Benchmark
    @OperationsPerInvocation(MANY)
    public Term copy() throws ExecutionException, InterruptedException {
        return call("copies", WAITING, MANY);
    }
}
