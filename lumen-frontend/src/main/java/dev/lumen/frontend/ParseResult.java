package dev.lumen.frontend;

import dev.lumen.ir.diag.Diagnostic;
import dev.lumen.ir.diag.SourceText;
import dev.lumen.ir.diag.Sources;
import dev.lumen.ir.forms.ModuleForms;

import java.util.List;

/// What parsing gives: the forms that are good, what is wrong with the others, and the texts that
/// were read (the source first, then what it includes), for renderers to quote.
public record ParseResult(
        ModuleForms forms, List<Diagnostic> diagnostics, List<SourceText> sources) {
    public ParseResult {
        diagnostics = List.copyOf(diagnostics);
        sources = List.copyOf(sources);
    }

    /// Diagnostics of a later stage about these forms, with the offsets that their lines and
    /// columns have in the texts.
    public List<Diagnostic> locate(List<Diagnostic> others) {
        Sources known = quotable();
        return others.stream().map(d -> d.in(known)).toList();
    }

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }

    /// For a [dev.lumen.ir.diag.Renderer].
    public Sources quotable() {
        return Sources.of(sources);
    }
}
