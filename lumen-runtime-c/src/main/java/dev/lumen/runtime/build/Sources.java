package dev.lumen.runtime.build;

import dev.lumen.runtime.tools.RuntimeTarget;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The C files of the runtime and the folders they lie in, sorted, as paths relative to `root`.
///
/// `platform/<x>/` holds one implementation of the operating system interface each; a target takes
/// exactly one. `inline/` holds the primitives that generated code inlines; they are part of the
/// library too, because unoptimised code calls them.
///
/// File names are unique, so an `#include` names the file alone: every folder of the target is
/// searched.
record Sources(Path root, List<Path> files, List<Path> folders) {
    private static final Path PLATFORM = Path.of("platform");
    private static final Path INLINE = Path.of("inline");

    static Sources below(Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            List<Path> all = walk.sorted().toList();
            return new Sources(
                    root,
                    all.stream()
                            .filter(f -> f.toString().endsWith(".c"))
                            .map(root::relativize)
                            .toList(),
                    all.stream().filter(Files::isDirectory).map(root::relativize).toList());
        }
    }

    List<Path> of(RuntimeTarget target) {
        return files.stream().filter(f -> belongsTo(target, f.getParent())).toList();
    }

    /// The `-I` flags for `target`.
    List<String> includes(RuntimeTarget target) {
        return folders.stream()
                .filter(f -> belongsTo(target, f))
                .map(f -> "-I" + root.resolve(f))
                .toList();
    }

    private static boolean belongsTo(RuntimeTarget target, Path folder) {
        return folder == null
                || !folder.startsWith(PLATFORM)
                || folder.equals(PLATFORM)
                || folder.startsWith(PLATFORM.resolve(target.isWasm() ? "wasi" : "posix"));
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
