package dev.lumen.benchmarks;

import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Term;
import dev.lumen.runtime.bindings.LumenRuntime;
import dev.lumen.runtime.bindings.RuntimeOptions;

import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
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
        RuntimeOptions options = RuntimeOptions.defaults().withSchedulers(schedulers());
        runtime = LumenRuntime.open(options);
        Programs.compile(module).loadInto(runtime, options.mode());
        begin();
    }

    /// What an operation left behind goes, and that is not measured.
    @TearDown(Level.Invocation)
    public final void tidy() throws ExecutionException, InterruptedException {
        afterEach();
    }

    @TearDown
    public final void close() throws ExecutionException, InterruptedException {
        end();
        runtime.close();
    }

    // JMH orders methods for set-up by their names, so there is one of each, which calls these.

    /// How many threads run processes.
    int schedulers() {
        return 1;
    }

    /// What is done before all operations.
    void begin() throws ExecutionException, InterruptedException {}

    /// What is done after each call.
    void afterEach() throws ExecutionException, InterruptedException {}

    /// What is done after all of them.
    void end() throws ExecutionException, InterruptedException {}

    final LumenRuntime runtime() {
        return runtime;
    }

    /// Calls a function of the module; arguments are integers, and strings that stand for atoms.
    final Term call(String function, Object... arguments)
            throws ExecutionException, InterruptedException {
        var terms = new Term[arguments.length];
        for (int i = 0; i < terms.length; i++) {
            terms[i] =
                    arguments[i] instanceof Integer n ? Term.of(n) : Atom.of((String) arguments[i]);
        }
        return runtime.call(module, function, terms).get();
    }
}
