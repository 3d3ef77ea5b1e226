package dev.lumen.codegen;

import dev.lumen.codegen.llvm.Llvm;
import dev.lumen.ir.ssa.Module;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// What tells this compiler from every other that may make other code of the same SSA: a digest of
/// its classes, of LLVM's version, and nothing that differs from one run to the next. A version
/// number would not do: whoever works on the compiler changes the code and not the number.
final class CompilerFingerprint {
    /// A class of each module of ours that decides about code.
    private static final List<Class<?>> PARTS = List.of(ModuleCompiler.class, Module.class);

    private static final class Holder {
        static final byte[] CURRENT = compute();
    }

    private CompilerFingerprint() {}

    static byte[] current() {
        return Holder.CURRENT.clone();
    }

    private static byte[] compute() {
        MessageDigest digest = ObjectCache.sha256();
        try {
            for (Class<?> part : PARTS) {
                add(part, digest);
            }
        } catch (IOException | URISyntaxException e) {
            // Classes that can't be looked at: nothing is found that another process put into the
            // cache.
            digest.update(SecureRandom.getSeed(16));
        }
        digest.update(Llvm.version().getBytes(StandardCharsets.UTF_8));
        return digest.digest();
    }

    private static void add(Class<?> part, MessageDigest digest)
            throws IOException, URISyntaxException {
        CodeSource source = part.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            throw new IOException("no location of " + part);
        }
        Path place = Path.of(source.getLocation().toURI());
        if (Files.isDirectory(place)) {
            addFolder(place, digest);
        } else {
            addJar(place.toFile(), digest);
        }
    }

    private static void addFolder(Path folder, MessageDigest digest) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        }
    }

    /// By the checksums in its directory.
    private static void addJar(File jar, MessageDigest digest) throws IOException {
        try (var zip = new ZipFile(jar)) {
            zip.stream()
                    .sorted((a, b) -> a.getName().compareTo(b.getName()))
                    .forEach(entry -> add(entry, digest));
        }
    }

    private static void add(ZipEntry entry, MessageDigest digest) {
        if (!entry.getName().startsWith("META-INF/")) {
            digest.update(entry.getName().getBytes(StandardCharsets.UTF_8));
            digest.update(
                    ByteBuffer.allocate(16)
                            .putLong(entry.getCrc())
                            .putLong(entry.getSize())
                            .flip());
        }
    }
}
