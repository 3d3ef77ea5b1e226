package dev.lumen.runtime.tools;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/// Folders that are made once per machine and never written again, below `-Dlumen.cache`, or
/// `lumen` below `$XDG_CACHE_HOME` or `~/.cache`. The name of a folder says what is in it, so a new
/// version never overwrites an old one.
///
/// Any number of threads and JVMs may ask for the same: each fills a folder beside and renames it,
/// and the first one wins.
public final class UnpackCache {
    /// Writes what belongs into an empty folder.
    public interface Filler {
        void fill(Path folder) throws IOException;
    }

    private UnpackCache() {}

    /// The folder of that name, filled.
    public static Path folder(String name, Filler filler) throws IOException {
        Path cache = cache();
        Path folder = cache.resolve(name);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Files.createDirectories(cache);
        Path temporary = Files.createTempDirectory(cache, ".unpack-");
        try {
            filler.fill(temporary);
            Files.move(temporary, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // The JDK has no type of its own for a rename onto a folder with contents.
            // Another JVM was first; what it unpacked has the same contents.
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        } finally {
            delete(temporary);
        }
        return folder;
    }

    private static Path cache() {
        String chosen = System.getProperty("lumen.cache");
        if (chosen != null) {
            return Path.of(chosen);
        }
        String xdg = System.getenv("XDG_CACHE_HOME");
        return xdg != null && !xdg.isEmpty()
                ? Path.of(xdg, "lumen")
                : Path.of(System.getProperty("user.home"), ".cache", "lumen");
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(directory)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
