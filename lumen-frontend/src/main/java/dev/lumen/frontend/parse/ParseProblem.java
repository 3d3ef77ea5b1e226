package dev.lumen.frontend.parse;

import dev.lumen.ir.diag.Diagnostic;
import dev.lumen.ir.forms.Anno;

import java.util.Optional;

/// What can be wrong with the tokens of a form.
public sealed interface ParseProblem {
    Anno place();

    /// The first token that fits nowhere; empty at the end of the tokens. `keyword`: it, or the one
    /// before it, is a keyword that older releases took for an atom.
    record Syntax(String before, Optional<String> keyword, Anno place) implements ParseProblem {}

    /// A clause of a function or fun has another name or number of arguments than the first one.
    record HeadMismatch(Anno place) implements ParseProblem {}

    /// A part of a form that reads well but says nothing: `what` is OTP's message.
    record Bad(String what, Anno place) implements ParseProblem {}

    record TooDeep(int limit, Anno place) implements ParseProblem {}

    default Diagnostic toDiagnostic(String file) {
        var span = place().span(file);
        return switch (this) {
            case Syntax(var before, var keyword, _) -> {
                var error =
                        Diagnostic.error("syntax-error", "syntax error before: " + before, span);
                yield keyword.map(k ->
                                error.note(
                                        "'"
                                                + k
                                                + "' is a keyword since OTP 27: the atom is written"
                                                + " in quotes; or -feature(maybe_expr, disable)"
                                                + " behind -module makes it an atom again"))
                        .orElse(error);
            }
            case HeadMismatch _ ->
                    Diagnostic.error("head-mismatch", "head mismatch", span)
                            .note(
                                    "all clauses of a function have the same name and number of"
                                            + " arguments");
            case Bad(var what, _) -> Diagnostic.error("bad-form", what, span);
            case TooDeep(int limit, _) ->
                    Diagnostic.error("nested-too-deeply", "expression nested too deeply", span)
                            .note("at most " + limit + " levels");
        };
    }
}
