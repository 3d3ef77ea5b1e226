package dev.lumen.frontend;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lumen.frontend.preprocess.OtpInstallation;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A real `erl`, the oracle of the tests that compare with OTP.
final class Erl {
    private Erl() {}

    static Optional<OtpInstallation> installation() {
        return OtpInstallation.discover()
                .filter(o -> Files.isExecutable(o.root().resolve("bin/erl")));
    }

    /// The installation; without one the test is skipped.
    static OtpInstallation required() {
        Optional<OtpInstallation> found = installation();
        assumeTrue(found.isPresent(), "no OTP installation found: nothing to compare with");
        return found.get();
    }

    /// Compiles a module from `src/test/erl` and calls its `main/1` with strings; returns what it
    /// prints.
    static String run(OtpInstallation otp, String module, String... arguments)
            throws IOException, InterruptedException {
        return run(StandardCharsets.UTF_8, otp, module, arguments);
    }

    /// The same for what prints with `erlang:display/1`, one byte per character.
    static String run(Charset charset, OtpInstallation otp, String module, String... arguments)
            throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("lumen-erl");
        Path bin = otp.root().resolve("bin");
        Path source = Path.of("src/test/erl", module + ".erl").toAbsolutePath();
        start(
                charset,
                work,
                bin.resolve("erlc").toString(),
                "-o",
                work.toString(),
                source.toString());
        var command = new String[arguments.length + 7];
        command[0] = bin.resolve("erl").toString();
        command[1] = "-noshell";
        command[2] = "-pa";
        command[3] = work.toString();
        command[4] = "-eval";
        command[5] = module + ":main(init:get_plain_arguments()), halt().";
        command[6] = "-extra";
        System.arraycopy(arguments, 0, command, 7, arguments.length);
        return start(charset, FileTests.ROOT.toAbsolutePath(), command);
    }

    private static String start(Charset charset, Path directory, String... command)
            throws IOException, InterruptedException {
        File out = File.createTempFile("erl", ".out");
        Process process =
                new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(out)
                        .start();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("timed out: " + String.join(" ", command));
        }
        String text = Files.readString(out.toPath(), charset);
        Files.delete(out.toPath());
        if (process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + ": " + text);
        }
        return text;
    }
}
