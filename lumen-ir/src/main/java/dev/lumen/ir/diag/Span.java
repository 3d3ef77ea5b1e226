package dev.lumen.ir.diag;

/// A stretch of a source file, `end` excluded. `file` is the name as diagnostics show it.
public record Span(String file, Position start, Position end) {
    /// The place before the first character: for what concerns a whole file.
    public static Span startOf(String file) {
        return new Span(file, Position.START, Position.START);
    }

    /// From the beginning of this span to the end of the other.
    public Span to(Span other) {
        return new Span(file, start, other.end);
    }

    /// The same span with the offsets that its lines and columns have in the source, if that is
    /// known.
    public Span in(Sources sources) {
        SourceText source = sources.find(file);
        return source == null ? this : new Span(file, start.in(source), end.in(source));
    }

    @Override
    public String toString() {
        return file + ":" + start;
    }
}
