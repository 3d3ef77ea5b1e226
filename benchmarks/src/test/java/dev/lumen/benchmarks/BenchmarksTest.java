package dev.lumen.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lumen.Lumen;
import dev.lumen.Source;
import dev.lumen.ir.diag.Diagnostic;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

import java.util.Collection;

/// That the benchmarks run. What they measure here means nothing.
class BenchmarksTest {
    @Test
    void everyMicrobenchmarkRuns() throws RunnerException {
        var options =
                new OptionsBuilder()
                        .include("dev\\.lumen\\.benchmarks\\..*")
                        .param("level", "O0")
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(1))
                        .shouldFailOnError(true)
                        .build();
        Collection<RunResult> results = new Runner(options).run();
        assertThat(results).hasSize(41).allMatch(r -> r.getPrimaryResult().getScore() > 0);
    }

    @Test
    void theModuleToCompileHasAThousandLinesAndNoErrors() {
        String text = CompileBenchmark.thousandLines();
        assertThat(text.lines().count()).isBetween(1000L, 1010L);
        assertThat(Lumen.compile(Source.erlang("thousand.erl", text)).run().diagnostics())
                .noneMatch(Diagnostic::isError);
    }

    @Test
    void programsAreComparedWithOtp() throws Exception {
        ProgramBenchmark.main(
                new String[] {"--rounds", "1", "--repeat", "2", "--programs", "programs", "nrev"});
    }
}
