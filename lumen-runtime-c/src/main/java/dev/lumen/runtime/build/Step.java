package dev.lumen.runtime.build;

import dev.lumen.runtime.tools.Tools;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;

/// One command that makes one file out of others, skipped when that would make the same again.
///
/// Beside each output stands `<output>.stamp`: a hash of the command and of the contents of every
/// file that it read. Contents, not times: a checkout or a rebase that touches everything compiles
/// nothing.
///
/// Thread-safe; steps for different outputs may run at once.
final class Step {
    private final ConcurrentMap<Path, String> hashes = new ConcurrentHashMap<>();
    private final Queue<String> warnings = new ConcurrentLinkedQueue<>();

    /// What commands that succeeded wrote to standard error, now or, if skipped, when they last
    /// ran.
    Collection<String> warnings() {
        return List.copyOf(warnings);
    }

    /// Makes `output` by `program arguments…`.
    ///
    /// @param inputs files it is known to read
    /// @param dependencies a Make rule that the command writes, naming more files that it read;
    ///   null if it writes none
    /// @return whether the command ran
    /// @throws dev.lumen.runtime.tools.ToolException when it fails; `output` is then left without a
    ///   stamp
    boolean run(
            Path program, List<String> arguments, List<Path> inputs, Path dependencies, Path output)
            throws IOException {
        Path stamp = output.resolveSibling(output.getFileName() + ".stamp");
        Path said = output.resolveSibling(output.getFileName() + ".warnings");
        var command = new ArrayList<String>();
        command.add(program.toString());
        command.addAll(arguments);
        if (Files.exists(output)
                && Files.exists(stamp)
                && Files.readString(stamp).equals(signature(command, inputs, dependencies))) {
            if (Files.exists(said)) {
                warnings.add(Files.readString(said));
            }
            return false;
        }
        Files.createDirectories(output.getParent());
        Files.deleteIfExists(stamp);
        Files.deleteIfExists(output);
        Files.deleteIfExists(said);
        String text = Tools.run(program, arguments).orThrow().errors();
        if (!text.isBlank()) {
            warnings.add(text);
            Files.writeString(said, text);
        }
        hashes.remove(output);
        Files.writeString(stamp, signature(command, inputs, dependencies));
        return true;
    }

    private String signature(List<String> command, List<Path> inputs, Path dependencies)
            throws IOException {
        var text = new StringBuilder(String.join("\0", command));
        for (Path input : inputs) {
            text.append('\n').append(hash(input));
        }
        if (dependencies != null && Files.exists(dependencies)) {
            for (Path input : prerequisites(Files.readString(dependencies))) {
                text.append('\n').append(input).append(' ').append(hash(input));
            }
        }
        return hash(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// The files that a Make rule `target: a b \⏎ c` names. (clang writes a blank in a name as `\
    /// `.)
    static List<Path> prerequisites(String rule) {
        String files = rule.substring(rule.indexOf(": ") + 1).replace("\\\n", " ");
        return Arrays.stream(files.split("(?<!\\\\)\\s+"))
                .filter(f -> !f.isEmpty())
                .map(f -> Path.of(f.replace("\\ ", " ")))
                .toList();
    }

    /// Of a file's contents; `absent` when it does not exist.
    String hash(Path file) throws IOException {
        String known = hashes.get(file);
        if (known == null) {
            known = Files.exists(file) ? hash(Files.readAllBytes(file)) : "absent";
            hashes.put(file, known);
        }
        return known;
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
