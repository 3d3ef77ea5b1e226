package dev.lumen.otp.kit.build;

import dev.lumen.frontend.preprocess.OtpInstallation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Packs the OTP of this machine: what compiling a program may need of it, as it is. Run by Maven,
/// with the folder of classes as its argument.
///
/// The same files give the same bytes. Without an installation there is a kit without contents, and
/// a line that says so; that is no failure.
public final class KitBuild {
    /// What programs use that run in an image; and the parts of the compiler, for those that
    /// evaluate.
    private static final List<String> APPLICATIONS =
            List.of(
                    "compiler",
                    "erts",
                    "eunit",
                    "kernel",
                    "parsetools",
                    "sasl",
                    "stdlib",
                    "syntax_tools");

    /// Sources, headers, and compiled modules, whose debug information stands in for sources.
    private static final List<String> SUFFIXES = List.of(".erl", ".hrl", ".beam", ".app");

    private static final List<String> FOLDERS = List.of("src", "include", "ebin");
    private static final LocalDateTime TIME = LocalDateTime.of(2025, 1, 1, 0, 0);

    private KitBuild() {}

    public static void main(String[] args) throws IOException {
        build(OtpInstallation.discover(), Path.of(args[0]));
    }

    static void build(Optional<OtpInstallation> otp, Path classes) throws IOException {
        Path kit = Files.createDirectories(classes.resolve("dev/lumen/otp/kit"));
        if (otp.isEmpty() || otp.get().application("stdlib").isEmpty()) {
            Files.deleteIfExists(kit.resolve("otp.zip"));
            Files.deleteIfExists(kit.resolve("otp.id"));
            System.out.println(
                    "OTP kit: empty, because no Erlang/OTP is installed here. Programs that use"
                            + " OTP's modules will need one where they are compiled. (On Debian:"
                            + " erlang-base and erlang-src; elsewhere name one with LUMEN_OTP.)");
            return;
        }
        SortedMap<String, Path> files = files(otp.get());
        byte[] archive = pack(files, otp.get().release());
        String release = otp.get().release().map(String::valueOf).orElse("unknown");
        write(kit.resolve("otp.zip"), archive);
        write(
                kit.resolve("otp.id"),
                (release + "-" + hash(archive)).getBytes(StandardCharsets.UTF_8));
        write(
                classes.resolve("META-INF/NOTICE"),
                notice(otp.get(), release).getBytes(StandardCharsets.UTF_8));
        System.out.printf(
                "OTP kit: release %s, %d files, %d KB%n",
                release, files.size(), archive.length / 1024);
    }

    /// By their names in the kit, in order.
    private static SortedMap<String, Path> files(OtpInstallation otp) throws IOException {
        var files = new TreeMap<String, Path>();
        for (String name : APPLICATIONS) {
            Path application = otp.application(name).orElse(null);
            if (application == null) {
                continue;
            }
            for (String folder : FOLDERS) {
                Path root = application.resolve(folder);
                if (!Files.isDirectory(root)) {
                    continue;
                }
                String prefix = "lib/" + application.getFileName() + "/" + folder + "/";
                try (Stream<Path> all = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
                    all.filter(f -> SUFFIXES.stream().anyMatch(f.toString()::endsWith))
                            .filter(Files::isRegularFile)
                            .forEach(f ->
                                    files.put(
                                            prefix
                                                    + root.relativize(f)
                                                            .toString()
                                                            .replace('\\', '/'),
                                            f));
                }
            }
        }
        return files;
    }

    private static byte[] pack(SortedMap<String, Path> files, Optional<Integer> release)
            throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            for (var file : files.entrySet()) {
                add(zip, file.getKey(), Files.readAllBytes(file.getValue()));
            }
            if (release.isPresent()) {
                add(zip, "releases/" + release.get() + "/OTP_VERSION", new byte[0]);
            }
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, byte[] contents) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(contents);
        zip.closeEntry();
    }

    private static String notice(OtpInstallation otp, String release) {
        var applications = new ArrayList<String>();
        APPLICATIONS.forEach(name ->
                otp.application(name).ifPresent(a -> applications.add(a.getFileName().toString())));
        return """
        This jar contains parts of Erlang/OTP %s, https://www.erlang.org, unchanged:
        %s

        Copyright Ericsson AB 1996 and later, and others that the files name. Licensed under the
        Apache License, Version 2.0 (META-INF/LICENSE).
        """
                .formatted(release, String.join(", ", applications));
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void write(Path file, byte[] contents) throws IOException {
        Files.createDirectories(file.getParent());
        if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), contents)) {
            Files.write(file, contents);
        }
    }
}
