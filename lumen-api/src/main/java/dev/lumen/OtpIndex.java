package dev.lumen;

import dev.lumen.frontend.preprocess.OtpInstallation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Where the modules of an OTP installation are: a picture of its folders, taken once. Immutable.
final class OtpIndex {
    /// How deep sources lie below `src`: some applications have folders there.
    private static final int DEPTH = 3;

    /// Applications whose header files OTP's own build finds everywhere.
    private static final List<String> COMMON = List.of("kernel", "stdlib");

    private final OtpInstallation otp;
    private final Map<String, Path> sources = new HashMap<>();
    private final Map<String, Path> beams = new HashMap<>();
    private final Map<Path, Path> applications = new HashMap<>();
    private final List<Path> common = new ArrayList<>();

    /// A module of the installation.
    ///
    /// @param application the folder of its application
    /// @param includes folders where its header files are looked for
    record Entry(
            String name,
            Path application,
            Optional<Path> source,
            Optional<Path> beam,
            List<Path> includes) {}

    OtpIndex(OtpInstallation otp) {
        this.otp = otp;
        for (Path application : otp.applications()) {
            scan(application.resolve("src"), DEPTH, ".erl", application, sources);
            scan(application.resolve("ebin"), 1, ".beam", application, beams);
        }
        // The second are for the preloaded modules of erts.
        for (String folder : List.of("include", "src")) {
            COMMON.forEach(a -> otp.application(a).ifPresent(p -> common.add(p.resolve(folder))));
        }
    }

    OtpInstallation otp() {
        return otp;
    }

    /// Of all modules.
    Set<String> names() {
        var all = new TreeSet<>(sources.keySet());
        all.addAll(beams.keySet());
        return all;
    }

    Optional<Entry> find(String module) {
        Path source = sources.get(module);
        Path beam = beams.get(module);
        if (source == null && beam == null) {
            return Optional.empty();
        }
        Path application = applications.get(source != null ? source : beam);
        var includes = new ArrayList<Path>();
        if (source != null) {
            includes.add(source.getParent());
        }
        includes.add(application.resolve("include"));
        includes.add(application.resolve("src"));
        includes.addAll(common);
        return Optional.of(
                new Entry(
                        module,
                        application,
                        Optional.ofNullable(source),
                        Optional.ofNullable(beam),
                        includes));
    }

    private void scan(
            Path folder, int depth, String suffix, Path application, Map<String, Path> into) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files =
                Files.find(
                        folder,
                        depth,
                        (p, _) -> p.getFileName().toString().endsWith(suffix),
                        FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                String name = file.getFileName().toString();
                if (into.putIfAbsent(name.substring(0, name.length() - suffix.length()), file)
                        == null) {
                    applications.put(file, application);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
