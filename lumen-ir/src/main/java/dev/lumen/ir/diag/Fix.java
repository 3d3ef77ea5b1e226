package dev.lumen.ir.diag;

import java.util.List;

/// A change of the source that an editor can apply to be rid of the problem.
public record Fix(String title, List<Edit> edits) {
    public Fix {
        edits = List.copyOf(edits);
    }

    /// Puts `replacement` where `span` is; an empty span inserts.
    public record Edit(Span span, String replacement) {}
}
