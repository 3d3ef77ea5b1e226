package dev.lumen.frontend;

import dev.lumen.frontend.preprocess.FileIncludes;
import dev.lumen.frontend.preprocess.PreprocessorOptions;
import dev.lumen.frontend.preprocess.SourceFile;
import dev.lumen.frontend.scan.LanguageLevel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The programs under `src/test/filetests`: where they are, and what their first line says.
///
/// `%! test COMMAND [otp=RELEASE]`: the release is the language level, and the release whose forms
/// or messages were recorded beside the program; without it, the level is the newest one and the
/// expectation is our own.
final class FileTests {
    static final Path ROOT = Path.of("src/test/filetests");
    private static final Pattern HEADER = Pattern.compile("%! test (\\w+)(?: otp=(\\d+))?");

    private FileTests() {}

    record Program(Path path, String command, Optional<Integer> otp) {
        /// As if read from its own directory, so that no path of this machine is in the
        /// expectation.
        String name() {
            return path.getFileName().toString();
        }

        PreprocessorOptions options() {
            var here = new FileIncludes(List.of(), _ -> Optional.empty());
            return PreprocessorOptions.defaults()
                    .withLevel(new LanguageLevel(otp.orElse(LanguageLevel.NEWEST)))
                    .withIncludes((name, from, library) ->
                            here.resolve(name, path.getParent() + "/" + from, library)
                                    .map(found -> rename(found)));
        }

        private SourceFile rename(SourceFile found) {
            String prefix = path.getParent() + "/";
            String name = found.source().file();
            return SourceFile.of(
                    name.startsWith(prefix) ? name.substring(prefix.length()) : name,
                    found.source().text());
        }

        ParseResult parse() {
            return ErlangParser.parse(name(), bytes(), options());
        }

        byte[] bytes() {
            try {
                return Files.readAllBytes(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Path beside(String extension) {
            String stem = name().substring(0, name().lastIndexOf('.'));
            return path.resolveSibling(stem + extension);
        }
    }

    static List<Program> of(String command) {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.filter(p -> p.toString().endsWith(".erl"))
                    .sorted()
                    .map(FileTests::program)
                    .filter(p -> p.command.equals(command))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Program program(Path path) {
        try (Stream<String> lines =
                Files.lines(path, java.nio.charset.StandardCharsets.ISO_8859_1)) {
            Matcher header = HEADER.matcher(lines.findFirst().orElse(""));
            if (!header.matches()) {
                throw new IllegalStateException("no test header in " + path);
            }
            return new Program(
                    path,
                    header.group(1),
                    Optional.ofNullable(header.group(2)).map(Integer::valueOf));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The expectation beside a program; with `-Dlumen.bless`, `actual` becomes it.
    static String expectation(Path file, String actual) {
        try {
            if (System.getProperty("lumen.bless") != null) {
                Files.writeString(file, actual);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
