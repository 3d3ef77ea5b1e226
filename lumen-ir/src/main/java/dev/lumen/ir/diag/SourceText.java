package dev.lumen.ir.diag;

import java.util.Arrays;

/// A named source text and where its lines begin. Lines end with LF; a CR before it belongs to the
/// line's end.
public final class SourceText implements Sources {
    private final String file;
    private final String text;
    private final int[] lineStarts;

    /// `file` is the name that diagnostics and `-file` attributes show.
    public SourceText(String file, String text) {
        this.file = file;
        this.text = text;
        this.lineStarts = lineStarts(text);
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[64];
        int n = 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            if (n == starts.length) {
                starts = Arrays.copyOf(starts, n * 2);
            }
            starts[n++] = at + 1;
        }
        return Arrays.copyOf(starts, n);
    }

    public String file() {
        return file;
    }

    public String text() {
        return text;
    }

    public int lineCount() {
        return lineStarts.length;
    }

    /// The text of line `number` (from 1) without its end; empty when there is no such line.
    public String line(int number) {
        if (number < 1 || number > lineStarts.length) {
            return "";
        }
        int start = lineStarts[number - 1];
        int end = number < lineStarts.length ? lineStarts[number] - 1 : text.length();
        return text.substring(start, end > start && text.charAt(end - 1) == '\r' ? end - 1 : end);
    }

    /// The position of the character at `offset`, which is clamped to the text.
    public Position position(int offset) {
        int at = Math.clamp(offset, 0, text.length());
        int found = Arrays.binarySearch(lineStarts, at);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line + 1, text.codePointCount(lineStarts[line], at) + 1, at);
    }

    /// The position at a line and column, both clamped to the text, with its offset.
    public Position position(int line, int column) {
        int number = Math.clamp(line, 1, lineStarts.length);
        int start = lineStarts[number - 1];
        int length = line(number).length();
        String rest = text.substring(start, Math.min(text.length(), start + length));
        int points = Math.min(Math.max(column, 1) - 1, rest.codePointCount(0, rest.length()));
        return new Position(number, points + 1, start + rest.offsetByCodePoints(0, points));
    }

    public Span span(int startOffset, int endOffset) {
        return new Span(file, position(startOffset), position(endOffset));
    }

    @Override
    public SourceText find(String name) {
        return name.equals(file) ? this : null;
    }
}
