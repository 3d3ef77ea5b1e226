package dev.lumen.ir.diag;

import java.util.ArrayList;
import java.util.List;

/// One message about a program, as data. Immutable.
///
/// - `title`: what is wrong, lower case, no full stop; where OTP has a message for it, OTP's text,
///   word for word;
/// - `primary`: where, and what the caret means;
/// - `related`: other places that matter;
/// - `notes`: hints, one sentence each;
/// - `fixes`: edits an editor may offer.
public record Diagnostic(
        Code code,
        Severity severity,
        String title,
        Label primary,
        List<Label> related,
        List<String> notes,
        List<Fix> fixes) {
    public Diagnostic {
        related = List.copyOf(related);
        notes = List.copyOf(notes);
        fixes = List.copyOf(fixes);
    }

    public static Diagnostic error(String code, String title, Span span) {
        return of(code, Severity.ERROR, title, span);
    }

    public static Diagnostic warning(String code, String title, Span span) {
        return of(code, Severity.WARNING, title, span);
    }

    public static Diagnostic of(String code, Severity severity, String title, Span span) {
        return new Diagnostic(
                Code.of(code), severity, title, Label.at(span), List.of(), List.of(), List.of());
    }

    public Span span() {
        return primary.span();
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    public Diagnostic with(Severity other) {
        return new Diagnostic(code, other, title, primary, related, notes, fixes);
    }

    /// The same with a text at the caret.
    public Diagnostic label(String text) {
        return new Diagnostic(
                code, severity, title, new Label(primary.span(), text), related, notes, fixes);
    }

    /// The same with one more place that matters.
    public Diagnostic and(Span span, String text) {
        return new Diagnostic(
                code, severity, title, primary, plus(related, new Label(span, text)), notes, fixes);
    }

    /// The same with one more hint.
    public Diagnostic note(String text) {
        return new Diagnostic(code, severity, title, primary, related, plus(notes, text), fixes);
    }

    /// The same with one more edit to offer.
    public Diagnostic fix(Fix fix) {
        return new Diagnostic(code, severity, title, primary, related, notes, plus(fixes, fix));
    }

    /// The same with the offsets of all its spans, which stages that know only lines and columns
    /// leave at 0.
    public Diagnostic in(Sources sources) {
        List<Fix> located =
                fixes.stream()
                        .map(f ->
                                new Fix(
                                        f.title(),
                                        f.edits().stream()
                                                .map(e ->
                                                        new Fix.Edit(
                                                                e.span().in(sources),
                                                                e.replacement()))
                                                .toList()))
                        .toList();
        return new Diagnostic(
                code,
                severity,
                title,
                new Label(primary.span().in(sources), primary.text()),
                related.stream().map(l -> new Label(l.span().in(sources), l.text())).toList(),
                notes,
                located);
    }

    public Diagnostic withSeverity(Severity other) {
        return new Diagnostic(code, other, title, primary, related, notes, fixes);
    }

    private static <T> List<T> plus(List<T> list, T more) {
        var all = new ArrayList<>(list);
        all.add(more);
        return all;
    }

    @Override
    public String toString() {
        return span() + ": " + severity + "[" + code + "]: " + title;
    }
}
