package dev.lumen.codegen;

import dev.lumen.ir.diag.Diagnostic;
import dev.lumen.ir.diag.Span;
import dev.lumen.runtime.tools.ToolException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Files that appear whole or not at all: they are written into a fresh folder beside where they
/// go, and renamed.
final class Output {
    /// Writes into the folder; answers the files there, in the order of the places they go to.
    interface Writer {
        List<Path> write(Path folder) throws IOException;
    }

    private Output() {}

    /// @param places where the files go; all in one folder
    static BackendResult write(List<Path> places, List<Diagnostic> diagnostics, Writer writer) {
        Path main = places.getFirst();
        Path home = main.toAbsolutePath().getParent();
        Path folder = null;
        try {
            if (Files.isDirectory(main)) {
                return BackendResult.failed(diagnostics, unwritable(main, "it is a folder"));
            }
            folder = Files.createTempDirectory(home, ".lumen-");
            List<Path> written = writer.write(folder);
            for (int k = 0; k < places.size(); k++) {
                Files.move(
                        written.get(k),
                        places.get(k),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
            }
            return new BackendResult(places, diagnostics);
        } catch (IOException e) {
            return BackendResult.failed(diagnostics, unwritable(main, reason(e)));
        } catch (UncheckedIOException e) {
            return BackendResult.failed(diagnostics, unwritable(main, reason(e.getCause())));
        } catch (ToolException e) {
            return BackendResult.failed(
                    diagnostics,
                    Diagnostic.error("link", "the linker failed", Span.startOf(main.toString()))
                            .note(e.getMessage()));
        } finally {
            delete(folder);
        }
    }

    private static Diagnostic unwritable(Path file, String why) {
        return Diagnostic.error(
                "output", "can't write " + file + ": " + why, Span.startOf(file.toString()));
    }

    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "no such folder";
            case AccessDeniedException _ -> "permission denied";
            case NotDirectoryException _ -> "not a folder";
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }

    private static void delete(Path folder) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path p : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(p);
            }
        } catch (IOException e) {
            // A leftover of ours in a folder of the user's: not worth failing for.
        }
    }
}
