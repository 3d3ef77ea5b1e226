package dev.lumen.ir.diag;

/// A stretch of source and what it has to do with the problem; `text` may be empty when the title
/// says it all.
public record Label(Span span, String text) {
    public static Label at(Span span) {
        return new Label(span, "");
    }
}
