package dev.lumen.runtime.build;

import dev.lumen.runtime.tools.RuntimeTarget;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The C files of the runtime, sorted, as paths relative to `root`.
///
/// A folder `posix/` or `wasi/`, wherever it lies, is for targets with that operating system only.
/// `inline/` holds the primitives that generated code inlines; they are part of the library too,
/// because unoptimised code calls them.
///
/// An `#include` names the folder and the file, except for the headers of `include/`, which are
/// everybody's.
record Sources(Path root, List<Path> files) {
    private static final Path INLINE = Path.of("inline");

    static Sources below(Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return new Sources(
                    root,
                    walk.filter(f -> f.toString().endsWith(".c"))
                            .map(root::relativize)
                            .sorted()
                            .toList());
        }
    }

    List<Path> of(RuntimeTarget target) {
        return files.stream().filter(f -> belongsTo(target, f)).toList();
    }

    /// The `-I` flags.
    List<String> includes() {
        return List.of("-I" + root, "-I" + root.resolve("include"));
    }

    private static boolean belongsTo(RuntimeTarget target, Path file) {
        Path other = Path.of(target.isWasm() ? "posix" : "wasi");
        return file.getParent() == null || !file.getParent().endsWith(other);
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
}
