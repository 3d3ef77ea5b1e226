package dev.lumen;

import dev.lumen.frontend.preprocess.OtpKit;
import dev.lumen.runtime.tools.UnpackCache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// The OTP kit as a folder.
final class UnpackedOtp {
    /// The last one that was found: looking takes longer than all else.
    private static volatile Optional<Path> found = Optional.empty();

    private UnpackedOtp() {}

    /// Where it is; empty when there is none.
    static Optional<Path> find() {
        if (found.isEmpty() || !Files.isDirectory(found.get())) {
            found =
                    ServiceLoader.load(OtpKit.class).stream()
                            .map(ServiceLoader.Provider::get)
                            .filter(kit -> kit.archive().isPresent())
                            .findFirst()
                            .map(UnpackedOtp::unpacked);
        }
        return found;
    }

    private static Path unpacked(OtpKit kit) {
        try {
            return UnpackCache.folder(
                    "otp-" + kit.id(), folder -> unzip(kit.archive().orElseThrow(), folder));
        } catch (IOException e) {
            throw new UncheckedIOException("can't unpack the OTP kit", e);
        }
    }

    private static void unzip(URL archive, Path folder) throws IOException {
        try (var zip = new ZipInputStream(archive.openStream())) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                Path to = folder.resolve(e.getName()).normalize();
                if (!to.startsWith(folder)) {
                    throw new IOException("not a name for a file of the kit: " + e.getName());
                }
                Files.createDirectories(to.getParent());
                Files.copy(zip, to);
            }
        }
    }
}
