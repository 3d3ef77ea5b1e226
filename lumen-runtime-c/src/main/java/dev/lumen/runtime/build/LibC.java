package dev.lumen.runtime.build;

import dev.lumen.runtime.tools.RuntimeTarget;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The parts of a C library that a program is linked with, taken from the build machine and packed
/// beside the runtime, so that the machine that compiles Erlang needs no C development files.
enum LibC {
    MUSL(
            RuntimeTarget.LINUX_MUSL,
            Path.of("/usr/lib/x86_64-linux-musl"),
            "musl-dev",
            List.of("crt1.o", "crti.o", "crtn.o", "libc.a")),
    WASI(
            RuntimeTarget.WASI,
            Path.of("/usr/lib/wasm32-wasi"),
            "wasi-libc",
            List.of("crt1-command.o", "crt1-reactor.o", "libc.a", "libm.a"));

    final RuntimeTarget target;
    final Path directory;
    final List<String> files;
    private final String debianPackage;

    LibC(RuntimeTarget target, Path directory, String debianPackage, List<String> files) {
        this.target = target;
        this.directory = directory;
        this.debianPackage = debianPackage;
        this.files = files;
    }

    /// @throws BuildException when it is not installed
    void check() {
        for (String file : files) {
            if (!Files.exists(directory.resolve(file))) {
                throw new BuildException(
                        directory.resolve(file)
                                + " is missing: run .ci/setup, or install Debian's "
                                + debianPackage);
            }
        }
    }
}
