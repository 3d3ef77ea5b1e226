package dev.lumen.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// A process that has run from start to exit.
///
/// @param clock seconds that passed
/// @param processor seconds of processors that it used, user and system, of all threads
/// @param output what it printed
record TimedProcess(double clock, double processor, String output) {
    /// Runs a command and writes what its children used, as `times` of the shell says it, to
    /// standard error.
    private static final List<String> TIMED =
            List.of("bash", "-c", "\"$@\"; status=$?; times >&2; exit $status", "timed");

    private static final Pattern TIME = Pattern.compile("(\\d+)m([\\d.]+)s");
    private static final int SHOWN = 5;

    /// @throws IllegalStateException when its exit status is not 0
    static TimedProcess run(List<String> command) throws IOException, InterruptedException {
        Path errors = Files.createTempFile("lumen-benchmark", ".err");
        var timed = new ArrayList<String>(TIMED);
        timed.addAll(command);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(timed).redirectError(errors.toFile()).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        double clock = (System.nanoTime() - start) * 1e-9;
        String said = Files.readString(errors);
        Files.delete(errors);
        if (status != 0) {
            List<String> shown = command.subList(0, Math.min(SHOWN, command.size()));
            throw new IllegalStateException(
                    shown + " … exited with " + status + " and printed:\n" + output + said);
        }
        double processor =
                TIME.matcher(said.substring(said.lastIndexOf('\n', said.length() - 2) + 1))
                        .results()
                        .mapToDouble(m ->
                                60 * Double.parseDouble(m.group(1))
                                        + Double.parseDouble(m.group(2)))
                        .sum();
        return new TimedProcess(clock, processor, output);
    }

    /// Of several measurements.
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
