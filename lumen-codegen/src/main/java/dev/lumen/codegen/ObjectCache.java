package dev.lumen.codegen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/// A folder of object files, named after what they were made from: the SSA of a module, the
/// options, and the compiler itself. It is LLVM's work that is saved, most of the time of a
/// compilation.
///
/// Any number of threads and processes may share a folder: a file appears whole, by renaming, and
/// all that could have that name are equal. Each ends with a checksum; one that does not fit is
/// made again. Nothing is ever removed: the owner may delete files, or the folder, at any time.
public final class ObjectCache {
    private static final int CHECKSUM_BYTES = 32;

    private final Path folder;
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    private ObjectCache(Path folder) {
        this.folder = folder;
    }

    /// The cache in a folder, which is made if there is none.
    ///
    /// @throws UncheckedIOException when it can't be made
    public static ObjectCache in(Path folder) {
        try {
            return new ObjectCache(Files.createDirectories(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("can't make the folder " + folder + " for the cache", e);
        }
    }

    /// How many objects were found there, by this object.
    public long hits() {
        return hits.sum();
    }

    /// How many were not, or were damaged.
    public long misses() {
        return misses.sum();
    }

    /// The object made from `source`: all that it depends on besides the compiler, as text.
    byte[] get(String source, Supplier<byte[]> make) {
        MessageDigest digest = sha256();
        digest.update(CompilerFingerprint.current());
        digest.update(source.getBytes(StandardCharsets.UTF_8));
        Path file = folder.resolve(HexFormat.of().formatHex(digest.digest()) + ".object");
        Optional<byte[]> found = read(file);
        if (found.isPresent()) {
            hits.increment();
            return found.get();
        }
        misses.increment();
        byte[] object = make.get();
        write(file, object);
        return object;
    }

    private static Optional<byte[]> read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            int length = Math.max(0, bytes.length - CHECKSUM_BYTES);
            byte[] object = Arrays.copyOf(bytes, length);
            byte[] checksum = Arrays.copyOfRange(bytes, length, bytes.length);
            return Arrays.equals(checksum, sha256().digest(object))
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // none there, or not to be read
        }
    }

    private void write(Path file, byte[] object) {
        Path temporary = null;
        try {
            Files.createDirectories(folder); // the owner may have deleted it
            temporary = Files.createTempFile(folder, "new-", ".tmp");
            byte[] entry = Arrays.copyOf(object, object.length + CHECKSUM_BYTES);
            System.arraycopy(sha256().digest(object), 0, entry, object.length, CHECKSUM_BYTES);
            Files.write(temporary, entry);
            Files.move(
                    temporary,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // The disk is full, say: the object is good all the same.
            delete(temporary);
        }
    }

    private static void delete(Path temporary) {
        try {
            if (temporary != null) {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            // A leftover in the folder: not worth failing for.
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }
}
