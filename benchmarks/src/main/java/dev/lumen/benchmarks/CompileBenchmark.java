package dev.lumen.benchmarks;

import dev.lumen.Compilation;
import dev.lumen.Lumen;
import dev.lumen.Source;
import dev.lumen.codegen.OptLevel;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.concurrent.TimeUnit;

/// A module of a thousand lines, from text to code that can be called. Milliseconds; the compiler
/// is warm.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
public class CompileBenchmark {
    /// How many times fifty lines.
    private static final int COPIES = 20;

    @Param({"O0", "O2"})
    public OptLevel level;

    private final Source source = Source.erlang("thousand.erl", thousandLines());

    /// To optimised SSA: all that is Java.
    @Benchmark
    public Compilation toSsa() {
        return compile();
    }

    /// To machine code in the memory of this JVM, ready to be called.
    @Benchmark
    public Compilation toCode() {
        Compilation compilation = compile();
        compilation.load().close();
        return compilation;
    }

    private Compilation compile() {
        return Lumen.compile(source).optimize(level).run();
    }

    static String thousandLines() {
        var text = new StringBuilder("-module(thousand).\n-compile(export_all).\n\n");
        String fifty = Programs.text("fifty_lines.erl.txt");
        for (int copy = 1; copy <= COPIES; copy++) {
            text.append(fifty.replace("@", Integer.toString(copy)));
        }
        return text.toString();
    }
}
