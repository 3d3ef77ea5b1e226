package dev.lumen.frontend.preprocess;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// An installation of Erlang/OTP: where its applications are and which release it is. Immutable;
/// reads the file system on every question.
public record OtpInstallation(Path root) {
    /// Where installations usually are, after what the environment says.
    private static final List<String> USUAL =
            List.of(
                    "/usr/lib/erlang",
                    "/usr/local/lib/erlang",
                    "/opt/homebrew/lib/erlang",
                    "/usr/lib64/erlang");

    /// The installation that the environment variable `LUMEN_OTP` names: if there is none, then
    /// none. Without that variable the one that `ERL_ROOTDIR` names, or one in a usual place.
    public static Optional<OtpInstallation> discover() {
        var candidates = new ArrayList<String>();
        Optional<String> named = environment("LUMEN_OTP");
        if (named.isPresent()) {
            candidates.add(named.get());
        } else {
            environment("ERL_ROOTDIR").ifPresent(candidates::add);
            candidates.addAll(USUAL);
        }
        return candidates.stream()
                .map(c -> new OtpInstallation(Path.of(c)))
                .filter(OtpInstallation::exists)
                .findFirst();
    }

    /// Whether the environment variable `LUMEN_OTP` says which one is meant.
    public static boolean isNamed() {
        return environment("LUMEN_OTP").isPresent();
    }

    private static Optional<String> environment(String variable) {
        return Optional.ofNullable(System.getenv(variable)).filter(v -> !v.isEmpty());
    }

    public boolean exists() {
        return Files.isDirectory(libraries());
    }

    /// The directory that holds the applications.
    public Path libraries() {
        return root.resolve("lib");
    }

    /// The directory of an application, of its highest version when there are several.
    public Optional<Path> application(String name) {
        Path plain = libraries().resolve(name);
        if (Files.isDirectory(plain)) {
            return Optional.of(plain);
        }
        try (Stream<Path> entries = Files.list(libraries())) {
            return entries.filter(p ->
                            isVersionOf(p.getFileName().toString(), name) && Files.isDirectory(p))
                    .max(
                            Comparator.comparing(
                                    p -> version(p.getFileName().toString(), name),
                                    OtpInstallation::compareVersions));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// The directories of all applications, each of its highest version, by name. Throws
    /// [UncheckedIOException].
    public List<Path> applications() {
        try (Stream<Path> entries = Files.list(libraries())) {
            return entries.filter(Files::isDirectory)
                    .map(p -> p.getFileName().toString().replaceFirst("-[0-9][0-9.]*$", ""))
                    .distinct()
                    .sorted()
                    .flatMap(name -> application(name).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isVersionOf(String directory, String name) {
        return directory.startsWith(name + "-")
                && directory.substring(name.length() + 1).matches("[0-9][0-9.]*");
    }

    private static String version(String directory, String name) {
        return directory.substring(name.length() + 1);
    }

    private static int compareVersions(String a, String b) {
        String[] left = a.split("\\.");
        String[] right = b.split("\\.");
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            int c = Long.compare(Long.parseLong(left[i]), Long.parseLong(right[i]));
            if (c != 0) {
                return c;
            }
        }
        return Integer.compare(left.length, right.length);
    }

    /// The release, 25 say; empty when the installation does not tell.
    public Optional<Integer> release() {
        try (Stream<Path> entries = Files.list(root.resolve("releases"))) {
            return entries.map(p -> p.getFileName().toString())
                    .filter(n -> n.matches("[0-9]+"))
                    .map(Integer::valueOf)
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Every file below the applications whose name ends so, in a fixed order. Throws
    /// [UncheckedIOException].
    public List<Path> files(String suffix) {
        try (Stream<Path> all = Files.walk(libraries())) {
            return all.filter(p -> p.getFileName().toString().endsWith(suffix)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
