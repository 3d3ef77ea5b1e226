package dev.lumen.codegen;

import dev.lumen.ir.diag.Diagnostic;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a [Backend] did.
///
/// @param files written, the main one first; empty when there is an error
/// @param diagnostics errors, and warnings such as calls of functions that the image does not have
/// @param report what the image holds and how large it is; empty when there is an error, or the
///   backend does not say
public record BackendResult(
        List<Path> files, List<Diagnostic> diagnostics, Optional<ImageReport> report) {
    public BackendResult {
        files = List.copyOf(files);
        diagnostics = List.copyOf(diagnostics);
    }

    /// Without a report.
    public BackendResult(List<Path> files, List<Diagnostic> diagnostics) {
        this(files, diagnostics, Optional.empty());
    }

    public BackendResult withReport(ImageReport newReport) {
        return new BackendResult(files, diagnostics, Optional.of(newReport));
    }

    public boolean succeeded() {
        return diagnostics.stream().noneMatch(Diagnostic::isError);
    }

    /// This, for a caller that can do nothing about errors.
    ///
    /// @throws IllegalStateException with the errors, when there are any
    public BackendResult orThrow() {
        if (succeeded()) {
            return this;
        }
        throw new IllegalStateException(
                diagnostics.stream()
                        .filter(Diagnostic::isError)
                        .map(Diagnostic::toString)
                        .collect(Collectors.joining("; ")));
    }

    /// Without the whole report.
    @Override
    public String toString() {
        return (succeeded() ? "wrote " + files : "wrote nothing")
                + (diagnostics.isEmpty() ? "" : ", " + diagnostics);
    }

    static BackendResult failed(List<Diagnostic> before, Diagnostic error) {
        var all = new ArrayList<>(before);
        all.add(error);
        return new BackendResult(List.of(), all);
    }
}
