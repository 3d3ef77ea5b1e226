package dev.lumen.runtime.tools;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The runtime for one target in one mode, as files.
///
/// From a jar they are unpacked once per machine ([UnpackCache]), into a folder named by the hash
/// of its contents. From a folder of classes they are used where they are.
///
/// Immutable and thread-safe.
public final class RuntimeKit {
    private static final String ROOT = "/dev/lumen/runtime/kit/";
    private static final Map<String, RuntimeKit> OPEN = new ConcurrentHashMap<>();

    private final RuntimeTarget target;
    private final RuntimeMode mode;
    private final Path root;

    private RuntimeKit(RuntimeTarget target, RuntimeMode mode, Path root) {
        this.target = target;
        this.mode = mode;
        this.root = root;
    }

    /// The kit for `target` in `mode`, unpacked.
    ///
    /// @throws IllegalStateException when the build that made this jar left it out
    /// @throws UncheckedIOException when the cache can't be written
    public static RuntimeKit of(RuntimeTarget target, RuntimeMode mode) {
        return OPEN.computeIfAbsent(target.triple() + "/" + mode.id(), _ -> open(target, mode));
    }

    /// Whether the build that made this class path has that kit: one with `-Druntime.modes=release`
    /// has no others, and [RuntimeMode#DEBUG] needs sanitizers on the machine that builds.
    public static boolean exists(RuntimeTarget target, RuntimeMode mode) {
        return RuntimeKit.class.getResource(ROOT + target.triple() + "/" + mode.id()) != null;
    }

    public RuntimeTarget target() {
        return target;
    }

    public RuntimeMode mode() {
        return mode;
    }

    /// `liblumen.so`, for this JVM. Only with [RuntimeTarget#LINUX_GNU].
    public Path sharedLibrary() {
        return file(target.triple() + "/" + mode.id() + "/liblumen.so");
    }

    /// `liblumen_rt.a`, for the linker.
    public Path archive() {
        return file(target.triple() + "/" + mode.id() + "/liblumen_rt.a");
    }

    /// LLVM bitcode of the primitives that generated code inlines.
    public Path inlineBitcode() {
        return file(target.triple() + "/" + mode.id() + "/lumen_inline.bc");
    }

    /// A file of the C library that executables are linked with, such as `libc.a` or `crt1.o`.
    public Path libc(String name) {
        return file(target.triple() + "/libc/" + name);
    }

    /// The folder of the runtime's headers.
    public Path include() {
        return file("include");
    }

    private Path file(String path) {
        Path file = root.resolve(path);
        if (!Files.exists(file)) {
            throw new IllegalStateException("the runtime kit has no " + path);
        }
        return file;
    }

    private static RuntimeKit open(RuntimeTarget target, RuntimeMode mode) {
        try {
            URL index = RuntimeKit.class.getResource(ROOT + "index");
            if (index == null) {
                throw new IllegalStateException(
                        "the C runtime was not built into this class path: no kit/index");
            }
            List<Entry> entries;
            try (InputStream in = index.openStream()) {
                entries =
                        new String(in.readAllBytes(), StandardCharsets.UTF_8)
                                .lines()
                                .map(line -> new Entry(line.substring(0, 64), line.substring(65)))
                                .filter(e -> e.belongsTo(target, mode))
                                .toList();
            }
            if (entries.stream()
                    .noneMatch(e -> e.path.startsWith(target.triple() + "/" + mode.id() + "/"))) {
                throw new IllegalStateException(
                        "the C runtime was built without "
                                + target.triple()
                                + " in mode "
                                + mode.id());
            }
            Path root =
                    index.getProtocol().equals("file")
                            ? Path.of(new URI(index.toString())).getParent()
                            : unpack(target, mode, entries);
            return new RuntimeKit(target, mode, root);
        } catch (IOException e) {
            throw new UncheckedIOException("can't unpack the runtime for " + target.triple(), e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Entry(String hash, String path) {
        boolean belongsTo(RuntimeTarget target, RuntimeMode mode) {
            return path.startsWith(target.triple() + "/" + mode.id() + "/")
                    || path.startsWith(target.triple() + "/libc/")
                    || path.startsWith("include/");
        }
    }

    private static Path unpack(RuntimeTarget target, RuntimeMode mode, List<Entry> entries)
            throws IOException {
        String name = "runtime-" + target.triple() + "-" + mode.id() + "-" + key(entries);
        return UnpackCache.folder(
                name,
                folder -> {
                    for (Entry entry : entries) {
                        Path to = folder.resolve(entry.path);
                        Files.createDirectories(to.getParent());
                        try (InputStream in =
                                RuntimeKit.class.getResourceAsStream(ROOT + entry.path)) {
                            if (in == null) {
                                throw new IOException("listed but missing: " + entry.path);
                            }
                            Files.copy(in, to);
                        }
                    }
                });
    }

    private static String key(List<Entry> entries) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            entries.forEach(e -> digest.update((e.hash + e.path).getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
