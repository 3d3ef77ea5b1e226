package dev.lumen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lumen.codegen.OptLevel;
import dev.lumen.runtime.tools.RuntimeMode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Programs for every part of the language, on every machine and in every mode of the runtime.
@Execution(ExecutionMode.CONCURRENT)
class LanguageTest {
    @TempDir static Path temp;

    private static RecordedPrograms programs;

    @BeforeAll
    static void open() {
        programs = RecordedPrograms.in("lang", temp);
    }

    @TestFactory
    Stream<DynamicContainer> everyOutput() throws IOException {
        return Stream.of(
                container(Outputs.JVM), container(Outputs.EXECUTABLE), container(Outputs.WASM));
    }

    private static DynamicContainer container(Outputs output) throws IOException {
        return DynamicContainer.dynamicContainer(
                output.toString(),
                programs.tests(_ -> true, OptLevel.O2, output, RuntimeMode.RELEASE));
    }

    @TestFactory
    Stream<DynamicTest> unoptimised() throws IOException {
        return programs.tests(_ -> true, OptLevel.O0, Outputs.JVM, RuntimeMode.RELEASE);
    }

    /// A collection at every allocation, a reduction per slice.
    @TestFactory
    Stream<DynamicTest> stressed() throws IOException {
        return programs.tests(_ -> true, OptLevel.O2, Outputs.EXECUTABLE, RuntimeMode.STRESS);
    }

    /// With the address and undefined-behaviour sanitizers, and every check of the runtime.
    @TestFactory
    @Tag("nightly")
    Stream<DynamicTest> sanitized() throws IOException {
        return programs.tests(_ -> true, OptLevel.O2, Outputs.EXECUTABLE, RuntimeMode.DEBUG);
    }

    @Test
    void thereAreProgramsAtAll() throws IOException {
        int count = programs.names().size();
        System.out.println("programs of the language: " + count);
        assertThat(count).isGreaterThan(15);
    }
}
