package dev.lumen.runtime.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Collects the files of the kit in a folder, and their list, which [dev.lumen.runtime.tools.RuntimeKit] reads:
///
///     <triple>/<mode>/liblumen.so, liblumen_rt.a, lumen_inline.bc
///     <triple>/libc/…
///     include/…
///     index          lines of: SHA-256, one blank, path; sorted by path
final class KitFiles {
    private final Path root;
    private final TreeMap<String, String> hashes = new TreeMap<>();

    KitFiles(Path root) {
        this.root = root;
    }

    void add(Path file, String place) throws IOException {
        Path to = root.resolve(place);
        byte[] bytes = Files.readAllBytes(file);
        hashes.put(place, Step.hash(bytes));
        if (Files.exists(to) && Files.mismatch(file, to) == -1) {
            return;
        }
        Files.createDirectories(to.getParent());
        // Never written in place: a JVM may have the old one mapped.
        Path temporary = to.resolveSibling(to.getFileName() + ".new");
        Files.write(temporary, bytes);
        Files.move(
                temporary, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Writes the index and removes what an earlier build left and this one did not make.
    void finish() throws IOException {
        var index = new StringBuilder();
        hashes.forEach((place, hash) -> index.append(hash).append(' ').append(place).append('\n'));
        Files.writeString(root.resolve("index"), index);
        Set<Path> keep = ConcurrentHashMap.newKeySet();
        hashes.keySet().forEach(place -> keep.add(root.resolve(place)));
        keep.add(root.resolve("index"));
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path file :
                    walk.filter(Files::isRegularFile).filter(f -> !keep.contains(f)).toList()) {
                Files.delete(file);
            }
        }
    }
}
