package dev.lumen.benchmarks;

import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Term;
import dev.lumen.runtime.bindings.ErlangProcess;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.SynchronousQueue;

/// The border between Java and Erlang, crossed both ways.
public class HostBenchmark extends RuntimeBenchmark {
    private static final int CALLS = 1_000;

    private final SynchronousQueue<Term> counted = new SynchronousQueue<>();

    public HostBenchmark() {
        super("host");
    }

    @Override
    void begin() {
        runtime().register("java", "answer", 1, arguments -> arguments.getFirst());
        runtime()
                .register(
                        "java",
                        "counted",
                        1,
                        arguments -> {
                            counted.put(arguments.getFirst());
                            return Atom.OK;
                        });
    }

    /// Java calls Erlang, and waits for the answer.
    @Benchmark
    public Term call() throws ExecutionException, InterruptedException {
        return call("answer", 1);
    }

    /// Erlang calls Java.
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public Term callBack() throws ExecutionException, InterruptedException {
        return call("ask", CALLS);
    }

    /// Java sends a message; an Erlang process has received it.
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public Term send() throws InterruptedException {
        ErlangProcess counter = runtime().spawn("host", "count");
        for (int i = 1; i < CALLS; i++) {
            counter.send(Term.tuple(Atom.of("next"), Term.of(i)));
        }
        counter.send(Term.tuple(Atom.of("last"), Term.of(CALLS)));
        return counted.take();
    }
}
