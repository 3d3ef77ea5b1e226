package dev.lumen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lumen.codegen.OptLevel;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Programs that compute the names of the modules they call, in the ways that programs do: what
/// they call is in the image, though no call names it. As whole programs, of which everything else
/// is cut away, against what a real `erl` printed.
@Execution(ExecutionMode.CONCURRENT)
class ComputedNamesTest {
    @TempDir static Path temp;

    @TestFactory
    Stream<DynamicTest> programs() throws IOException {
        assumeTrue(Otp.discover().isPresent(), "no OTP installation found");
        var recorded = RecordedPrograms.in("names", temp);
        return recorded.names().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> check(recorded.programs(), name)));
    }

    private static void check(Path programs, String name) throws Exception {
        Compilation c =
                Lumen.compile(Source.file(programs.resolve(name + ".erl")))
                        .program()
                        .optimize(OptLevel.O0)
                        .run();
        assertThat(c.diagnostics()).noneMatch(d -> d.isError());
        assertThat(Outputs.JVM.print(c, temp))
                .isEqualTo(Files.readString(programs.resolve(name + ".expected")));
    }
}
