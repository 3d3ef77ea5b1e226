package dev.lumen.runtime.tools;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The clang that brings sanitizers, for [RuntimeMode#DEBUG] and [RuntimeMode#TSAN]: the LLVM jar
/// has none, so it is Debian's (packages `clang-19` and `libclang-rt-19-dev`). 19 is the first that
/// passes `preserve_none` arguments in the registers that clang 20 uses.
///
/// For tests: nothing else needs it.
public final class SanitizingClang {
    private static final Path PROGRAM = Path.of("/usr/bin/clang-19");

    /// What an executable is compiled and linked with in [RuntimeMode#DEBUG].
    public static final List<String> SANITIZE = List.of("-fsanitize=address,undefined");

    /// And in [RuntimeMode#TSAN].
    public static final List<String> SANITIZE_THREADS = List.of("-fsanitize=thread");

    private SanitizingClang() {}

    /// The compiler, which also links; empty when it or its sanitizers are not installed.
    public static Optional<Path> find() {
        return addressSanitizer().map(_ -> PROGRAM);
    }

    /// The address sanitizer as a library, which a JVM has to preload before it can load what is
    /// sanitized.
    public static Optional<Path> addressSanitizer() {
        return Asan.LIBRARY;
    }

    // Asked once, when first needed.
    private static final class Asan {
        static final Optional<Path> LIBRARY = ask();

        private static Optional<Path> ask() {
            if (!Files.isExecutable(PROGRAM)) {
                return Optional.empty();
            }
            ToolResult answer =
                    Tools.run(PROGRAM, List.of("-print-file-name=libclang_rt.asan-x86_64.so"));
            // What it does not have it answers with the bare name.
            return Optional.of(Path.of(answer.orThrow().output().strip()))
                    .filter(Path::isAbsolute)
                    .filter(Files::exists);
        }
    }
}
