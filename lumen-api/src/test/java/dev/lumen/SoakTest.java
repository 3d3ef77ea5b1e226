package dev.lumen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lumen.codegen.Target;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// An executable that does everything at once for a while: `soak/soak.erl`, which says what, checks
/// itself that nothing is lost, and watches the memory that the runtime counts. Here the memory of
/// the whole process is watched, which has what the runtime forgot to count, too.
@Execution(ExecutionMode.CONCURRENT)
class SoakTest {
    private static final Path PROGRAM = Path.of("src/test/filetests/soak/soak.erl");

    /// How many times what the process had at least in the second quarter of the time it may have
    /// at least in the last.
    private static final double LIMIT = 1.2;

    @TempDir Path temp;

    @Test
    void nothingIsLostInAMinute() throws Exception {
        soak(60);
    }

    @Test
    @Tag("nightly")
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void nothingIsLostInTenMinutes() throws Exception {
        soak(600);
    }

    private void soak(int seconds) throws Exception {
        Path executable = temp.resolve("soak");
        Compilation program =
                Lumen.compile(Source.file(PROGRAM))
                        .program("soak", "main")
                        .withoutLibraries()
                        .run();
        assertThat(program.diagnostics()).isEmpty();
        program.emit(Target.host()).executable(executable).orThrow();

        Process process =
                new ProcessBuilder(executable.toString(), Integer.toString(seconds))
                        .redirectErrorStream(true)
                        .start();
        var output = new ArrayList<String>();
        var kilobytes = new ArrayList<Long>();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                if (line.startsWith("{round,")) {
                    residentKilobytes(process.pid(), kilobytes);
                }
            }
        } finally {
            process.destroyForcibly();
        }
        System.out.printf(
                "soak of %d s: %s; kilobytes resident after each round: %s%n",
                seconds, output.getLast(), kilobytes);
        assertThat(process.waitFor()).as("%s", output).isZero();
        assertThat(output.getLast()).startsWith("{done,");
        int quarter = kilobytes.size() / 4;
        long before = Collections.min(kilobytes.subList(quarter, 2 * quarter));
        long after =
                Collections.min(kilobytes.subList(kilobytes.size() - quarter, kilobytes.size()));
        assertThat((double) after)
                .as("kilobytes resident after each round: %s", kilobytes)
                .isLessThan(LIMIT * before);
    }

    /// Adds what the process has in memory, if it is there still.
    private static void residentKilobytes(long pid, List<Long> kilobytes) {
        try {
            Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                    .forEach(kilobytes::add);
        } catch (IOException e) {
            // It has ended since it wrote the line.
        }
    }
}
