package dev.lumen.frontend.scan;

import dev.lumen.ir.diag.Diagnostic;
import dev.lumen.ir.diag.Span;

/// What can be wrong with the characters of a source.
public sealed interface ScanProblem {
    Span span();

    /// A character that may not stand there, or a number, atom, variable or sigil that is
    /// ill-formed.
    record Illegal(String what, Span span) implements ScanProblem {}

    record IllegalBase(String base, Span span) implements ScanProblem {}

    /// A string, atom or sigil without an end; `head` is its beginning, quoted.
    record Unterminated(String what, String head, Span span) implements ScanProblem {}

    record UnterminatedCharacter(Span span) implements ScanProblem {}

    /// A line of a triple-quoted string is indented less than its end.
    record BadIndentation(Span span) implements ScanProblem {}

    record TextAfterTripleQuote(Span span) implements ScanProblem {}

    record AdjacentStrings(Span span) implements ScanProblem {}

    /// Bytes that are not text in the file's encoding.
    record MalformedText(String encoding, Span span) implements ScanProblem {}

    default Diagnostic toDiagnostic() {
        return switch (this) {
            case Illegal(var what, var span) ->
                    Diagnostic.error("illegal-token", "illegal " + what, span);
            case IllegalBase(var base, var span) ->
                    Diagnostic.error("illegal-base", "illegal base '" + base + "'", span)
                            .note("a base is between 2 and 36");
            case Unterminated(var what, var head, var span) ->
                    Diagnostic.error(
                            "unterminated",
                            "unterminated " + what + " starting with " + head,
                            span);
            case UnterminatedCharacter(var span) ->
                    Diagnostic.error("unterminated", "unterminated character", span);
            case BadIndentation(var span) ->
                    Diagnostic.error(
                                    "bad-indentation",
                                    "bad indentation in triple-quoted string",
                                    span)
                            .note(
                                    "every line must begin with the white space before the closing"
                                            + " quotes");
            case TextAfterTripleQuote(var span) ->
                    Diagnostic.error(
                            "text-after-triple-quote",
                            "not white space after start of triple-quoted string",
                            span);
            case AdjacentStrings(var span) ->
                    Diagnostic.error(
                            "adjacent-strings",
                            "adjacent string literals without intervening white space",
                            span);
            case MalformedText(var encoding, var span) ->
                    Diagnostic.error("malformed-text", "cannot translate from " + encoding, span)
                            .note(
                                    "write '%% coding: latin-1' in the first line if the file is"
                                            + " not in UTF-8");
        };
    }
}
