package dev.lumen;

import dev.lumen.codegen.OptLevel;
import dev.lumen.runtime.tools.RuntimeMode;

import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

/// What only memory may limit, at sizes that would show any other limit: ten million frames,
/// failures a million frames down, a hundred thousand processes, ten million messages. The same
/// constructs at small sizes, for the modes of the runtime in which every allocation is slow, are
/// in [LanguageTest].
class DeepTest {
    @TempDir static Path temp;

    @TestFactory
    Stream<DynamicContainer> everyOutput() throws IOException {
        return Stream.of(
                container(Outputs.JVM), container(Outputs.EXECUTABLE), container(Outputs.WASM));
    }

    /// With the sanitizers, and a walk over the whole heap after each collection.
    @TestFactory
    @Tag("nightly")
    Stream<DynamicTest> sanitized() throws IOException {
        return RecordedPrograms.in("deep", temp)
                .tests(_ -> true, OptLevel.O2, Outputs.EXECUTABLE, RuntimeMode.DEBUG);
    }

    private static DynamicContainer container(Outputs output) throws IOException {
        return DynamicContainer.dynamicContainer(
                output.toString(),
                RecordedPrograms.in("deep", temp)
                        .tests(_ -> true, OptLevel.O2, output, RuntimeMode.RELEASE));
    }
}
