package dev.lumen;

import dev.lumen.codegen.OptLevel;
import dev.lumen.runtime.tools.RuntimeMode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Programs after public reports of bugs, in compilers and runtimes of the BEAM. What they must
/// print is what `erl` 25 prints, or, where that release is known to be wrong, what later ones
/// print: so `record.sh` must not be asked for all of them again.
@Execution(ExecutionMode.CONCURRENT)
class ReportedTest {
    @TempDir static Path temp;

    private static RecordedPrograms programs;

    @BeforeAll
    static void open() {
        programs = RecordedPrograms.in("reported", temp);
    }

    @TestFactory
    Stream<DynamicContainer> unoptimised() throws IOException {
        return everyOutput(OptLevel.O0);
    }

    @TestFactory
    @Tag("nightly")
    Stream<DynamicContainer> optimised() throws IOException {
        return everyOutput(OptLevel.O2);
    }

    private static Stream<DynamicContainer> everyOutput(OptLevel level) throws IOException {
        return Stream.of(
                container(Outputs.JVM, level),
                container(Outputs.EXECUTABLE, level),
                container(Outputs.WASM, level));
    }

    private static DynamicContainer container(Outputs output, OptLevel level) throws IOException {
        return DynamicContainer.dynamicContainer(
                output.toString(), programs.tests(_ -> true, level, output, RuntimeMode.RELEASE));
    }
}
