package dev.lumen.benchmarks;

import dev.lumen.ir.term.Term;
import dev.lumen.runtime.bindings.LumenRuntime;

import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/// Functions of an Erlang module that lies beside, called in a runtime inside the JVM. Nanoseconds
/// for one operation; one call from Java does many, so what the call itself costs is not seen.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public abstract class RuntimeBenchmark {
    private final String module;
    private LumenRuntime runtime;

    RuntimeBenchmark(String module) {
        this.module = module;
    }

    @Setup
    public final void load() throws ExecutionException, InterruptedException {
        runtime = Programs.load(module);
        begin();
    }

    @TearDown
    public final void close() throws ExecutionException, InterruptedException {
        end();
        runtime.close();
    }

    /// What is called before all operations. (JMH orders methods for set-up by their names.)
    void begin() throws ExecutionException, InterruptedException {}

    /// What is called after them.
    void end() throws ExecutionException, InterruptedException {}

    final Term call(String function, int... arguments)
            throws ExecutionException, InterruptedException {
        var terms = new Term[arguments.length];
        for (int i = 0; i < terms.length; i++) {
            terms[i] = Term.of(arguments[i]);
        }
        return runtime.call(module, function, terms).get();
    }
}
