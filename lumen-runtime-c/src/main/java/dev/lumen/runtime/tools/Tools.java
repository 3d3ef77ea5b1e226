package dev.lumen.runtime.tools;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Runs external programs. Thread-safe; holds no state.
public final class Tools {
    private Tools() {}

    /// Runs `program` with `arguments`, standard input empty, and waits for its end.
    ///
    /// @throws UncheckedIOException when it can't be started
    /// @throws IllegalStateException when this thread is interrupted while waiting; the program is
    ///   then killed
    public static ToolResult run(Path program, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(program.toString());
        command.addAll(arguments);
        return run(command, null);
    }

    /// As above, started in `directory` (null: that of this process).
    static ToolResult run(List<String> command, Path directory) {
        long start = System.nanoTime();
        try {
            var builder =
                    new ProcessBuilder(command)
                            .directory(directory == null ? null : directory.toFile());
            // A sanitizer that this JVM was started with is not for the programs it starts.
            builder.environment().remove("LD_PRELOAD");
            Process process = builder.start();
            process.getOutputStream().close();
            // Both streams at once: a program that fills the pipe nobody reads would wait forever.
            var errors =
                    CompletableFuture.supplyAsync(
                            () -> text(process.getErrorStream()), Thread::startVirtualThread);
            String output = text(process.getInputStream());
            try {
                int status = process.waitFor();
                return new ToolResult(
                        command,
                        status,
                        output,
                        errors.join(),
                        Duration.ofNanos(System.nanoTime() - start));
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
                throw new IllegalStateException(
                        "interrupted while waiting for " + command.getFirst(), e);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't run " + command.getFirst(), e);
        }
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
