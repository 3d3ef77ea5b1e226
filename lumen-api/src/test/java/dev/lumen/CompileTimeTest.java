package dev.lumen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lumen.codegen.OptLevel;
import dev.lumen.codegen.Target;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Nothing takes the compiler, LLVM and the linker included, time in the square of its size. Four
/// times the program is allowed [#MOST] times the processor time: in proportion it is 4, in the
/// square 16. At night, since times on a busy machine vary.
@Tag("nightly")
@Isolated("measures the processor time of the process")
class CompileTimeTest {
    private static final int SMALL = 1_000;
    private static final int LARGE = 4_000;
    private static final double MOST = 12;

    /// The clock of the process ticks, and the JVM works beside us: below this all is the same.
    private static final double NOISE_SECONDS = 0.4;

    private static final int ATTEMPTS = 3;

    @TempDir Path temp;

    enum Shape {
        CONSTANT_LIST(
                n -> "f(_) -> [" + each(n, i -> "{k" + i + ", " + i + ", \"v" + i + "\"}") + "]."),
        BUILT_LIST(n -> "f(X) -> [" + each(n, i -> "{k" + i + ", X, " + i + "}") + "]."),
        BUILT_LIST_OF_FUNS(
                n -> "f(X) -> [" + each(n / 4, i -> "fun(Y) -> X + Y + " + i + " end") + "]."),
        CLAUSES(n -> "f(none) -> none" + all(n, i -> ";\nf({a, " + i + "}) -> " + i) + "."),
        GUARDED_CLAUSES(n ->
                "f(none) -> none"
                        + all(n, i -> ";\nf(X) when X < " + i + " -> " + i * 7 % 1000)
                        + "."),
        CONSTANT_MAP(n -> "f(_) -> #{" + each(n, i -> "k" + i + " => " + i) + "}."),
        BUILT_MAP(n -> "f(X) -> #{" + each(n, i -> "k" + i + " => X") + "}."),
        CONSTANT_BINARY(n -> "f(_) -> <<" + each(n, i -> "" + i % 256) + ">>."),
        BUILT_BINARY(n -> "f(X) -> <<" + each(n, i -> "X:" + 8 * (1 + i % 4)) + ">>."),
        MATCHED_BINARY(n -> "f(<<" + each(n, i -> "X" + i) + ">>) -> X0 + X" + (n - 1) + "."),
        NESTED_CALLS(n ->
                "f(X) -> "
                        + "g(X, ".repeat(n)
                        + "X"
                        + ")".repeat(n)
                        + ".\ng(X, Y) -> (X + Y) rem 1000."),
        NESTED_TUPLES(n -> "f(X) -> " + "{X, ".repeat(n) + "X" + "}".repeat(n) + "."),
        SUM(n -> "f(X) -> " + "X + ".repeat(n) + "X."),
        SEQUENCE(n -> "f(X) -> " + each(n, i -> "put(k" + i + ", X)") + "."),
        GROUP(n ->
                "f(X) -> f0(X)."
                        + all(
                                n / 4,
                                i ->
                                        "\nf"
                                                + i
                                                + "(0) -> "
                                                + i
                                                + "; f"
                                                + i
                                                + "(X) -> f(f"
                                                + (i + 1) % (n / 4)
                                                + "(X - 1)) + "
                                                + i
                                                + "."));

        private final IntFunction<String> functions;

        Shape(IntFunction<String> functions) {
            this.functions = functions;
        }

        Source source(int size) {
            return Source.erlang(
                    "m.erl",
                    "-module(m).\n-export([main/0, f/1]).\nmain() -> f(1).\n"
                            + functions.apply(size)
                            + "\n");
        }

        private static String each(int n, IntFunction<String> part) {
            return IntStream.range(0, n).mapToObj(part).collect(Collectors.joining(",\n"));
        }

        private static String all(int n, IntFunction<String> part) {
            return IntStream.range(0, n).mapToObj(part).collect(Collectors.joining());
        }
    }

    @ParameterizedTest
    @EnumSource
    void growsInProportion(Shape shape) throws Exception {
        check(shape, OptLevel.O2);
    }

    @ParameterizedTest
    @EnumSource
    void growsInProportionUnoptimised(Shape shape) throws Exception {
        check(shape, OptLevel.O0);
    }

    /// The best of some attempts, since others use the machine too.
    private void check(Shape shape, OptLevel level) throws Exception {
        double ratio = Double.MAX_VALUE;
        for (int k = 0; k < ATTEMPTS && ratio > MOST; k++) {
            double small = seconds(shape, SMALL, level);
            double large = seconds(shape, LARGE, level);
            ratio = Math.min(ratio, large / Math.max(small, NOISE_SECONDS));
        }
        assertThat(ratio).as("time of %d over time of %d", LARGE, SMALL).isLessThan(MOST);
    }

    private double seconds(Shape shape, int size, OptLevel level) throws Exception {
        Duration before = processorTime();
        Compilation c = Lumen.compile(shape.source(size)).optimize(level).program().run();
        c.emit(Target.host()).executable(temp.resolve("m")).orThrow();
        return processorTime().minus(before).toMillis() / 1e3;
    }

    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }
}
