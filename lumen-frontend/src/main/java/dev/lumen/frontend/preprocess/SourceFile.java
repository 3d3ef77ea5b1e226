package dev.lumen.frontend.preprocess;

import dev.lumen.frontend.scan.ScanProblem;
import dev.lumen.ir.diag.SourceText;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// A source as text, and what was wrong with its bytes. Files are UTF-8 unless a comment in one of
/// the first two lines says `coding: latin-1`.
public record SourceFile(SourceText source, Optional<ScanProblem> problem) {
    private static final Pattern CODING = Pattern.compile("%.*?coding\\s*[:=]\\s*([-a-zA-Z0-9]+)");

    /// A text that is already decoded.
    public static SourceFile of(String name, String text) {
        return new SourceFile(new SourceText(name, text), Optional.empty());
    }

    /// Decodes. Where the bytes are not text, the text ends.
    public static SourceFile of(String name, byte[] bytes) {
        Charset charset = charset(bytes);
        var decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        boolean malformed = decoder.decode(ByteBuffer.wrap(bytes), out, true).isError();
        var source = new SourceText(name, out.flip().toString());
        int end = source.text().length();
        return new SourceFile(
                source,
                malformed
                        ? Optional.of(
                                new ScanProblem.MalformedText(
                                        charset.name(), source.span(end, end)))
                        : Optional.empty());
    }

    /// Reads a file; `name` is how diagnostics call it. Throws [IOException] when it cannot be
    /// read.
    public static SourceFile read(String name, Path path) throws IOException {
        return of(name, Files.readAllBytes(path));
    }

    private static Charset charset(byte[] bytes) {
        int lines = 0;
        int start = 0;
        for (int i = 0; i <= bytes.length && lines < 2; i++) {
            if (i == bytes.length || bytes[i] == '\n') {
                var line = new String(bytes, start, i - start, StandardCharsets.ISO_8859_1);
                var coding = CODING.matcher(line);
                if (coding.find()) {
                    return coding.group(1).equalsIgnoreCase("latin-1")
                            ? StandardCharsets.ISO_8859_1
                            : StandardCharsets.UTF_8;
                }
                lines++;
                start = i + 1;
            }
        }
        return StandardCharsets.UTF_8;
    }
}
