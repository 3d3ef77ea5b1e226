package dev.lumen.runtime.build;

import dev.lumen.runtime.tools.RuntimeTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The C files of the runtime, sorted, as paths relative to `root`.
///
/// `platform/<x>/` holds one implementation of the operating system interface each; a target takes exactly one.
/// `inline/` holds the primitives that generated code inlines; they are part of the library too, because unoptimised
/// code calls them.
record Sources(Path root, List<Path> files) {
    private static final Path PLATFORM = Path.of("platform");
    private static final Path INLINE = Path.of("inline");

    static Sources below(Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return new Sources(root, walk.filter(f -> f.toString().endsWith(".c")).map(root::relativize).sorted().toList());
        }
    }

    List<Path> of(RuntimeTarget target) {
        Path mine = PLATFORM.resolve(target.isWasm() ? "wasi" : "posix");
        return files.stream()
                .filter(f -> !isPlatform(f) || f.getNameCount() == 2 || f.startsWith(mine))
                .toList();
    }

    List<Path> inlined() {
        return files.stream().filter(f -> f.startsWith(INLINE)).toList();
    }

    /// All of them in one string.
    String text() throws IOException {
        var text = new StringBuilder();
        for (Path file : files) {
            text.append(Files.readString(root.resolve(file)));
        }
        return text.toString();
    }

    /// May call the operating system, so sees what POSIX and Linux declare beyond ISO C.
    static boolean isPlatform(Path file) {
        return file.startsWith(PLATFORM);
    }
}
