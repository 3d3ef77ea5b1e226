package dev.lumen.frontend.preprocess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Includes from the file system: the directory of the including file, then the include path, then
/// (for `-include_lib`) the directories of applications.
public final class FileIncludes implements IncludeResolver {
    private final List<String> includePath;
    private final Function<String, Optional<Path>> applications;

    /// `includePath` are directories, as `erlc -I` takes them; `applications` gives the directory
    /// of an application, see [OtpInstallation#application].
    public FileIncludes(List<String> includePath, Function<String, Optional<Path>> applications) {
        this.includePath = List.copyOf(includePath);
        this.applications = applications;
    }

    @Override
    public Optional<SourceFile> resolve(String written, String from, boolean library)
            throws IOException {
        String name = expandVariable(written);
        try {
            Optional<SourceFile> found = open(join(directory(from), name));
            for (int i = 0; found.isEmpty() && i < includePath.size(); i++) {
                found = open(join(includePath.get(i), name));
            }
            return found.isEmpty() && library ? inApplication(name) : found;
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private Optional<SourceFile> inApplication(String name) throws IOException {
        int slash = name.indexOf('/');
        if (slash <= 0) {
            return Optional.empty();
        }
        Optional<Path> directory = applications.apply(name.substring(0, slash));
        return directory.isEmpty()
                ? Optional.empty()
                : open(directory.get().resolve(name.substring(slash + 1)).toString());
    }

    private static Optional<SourceFile> open(String name) throws IOException {
        Path path = Path.of(name);
        return Files.isRegularFile(path)
                ? Optional.of(SourceFile.read(name, path))
                : Optional.empty();
    }

    /// `$NAME/rest` with the value of an environment variable.
    private static String expandVariable(String name) {
        if (!name.startsWith("$")) {
            return name;
        }
        int slash = name.indexOf('/');
        String value = System.getenv(name.substring(1, slash < 0 ? name.length() : slash));
        return value == null ? name : value + (slash < 0 ? "" : name.substring(slash));
    }

    /// The part of a file name before the last slash, `.` when there is none, as
    /// `filename:dirname/1`.
    static String directory(String file) {
        int slash = file.lastIndexOf('/');
        return slash < 0 ? "." : slash == 0 ? "/" : file.substring(0, slash);
    }

    /// As `filename:join/2`, with `.` left out.
    static String join(String directory, String name) {
        if (name.startsWith("/") || directory.equals(".") || directory.isEmpty()) {
            return name;
        }
        return directory.endsWith("/") ? directory + name : directory + "/" + name;
    }
}
