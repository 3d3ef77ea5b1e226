package dev.lumen.frontend.preprocess;

import dev.lumen.ir.diag.Diagnostic;
import dev.lumen.ir.diag.Span;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.TermPrinter;

import java.util.List;

/// What can be wrong with directives and macros. `arity` is -1 for a macro without arguments.
public sealed interface PreprocessProblem {
    Span span();

    /// A directive or a macro definition that is not written as it must be; `what` is OTP's
    /// message.
    record Malformed(String what, Span span) implements PreprocessProblem {}

    record UndefinedMacro(String name, int arity, Span span) implements PreprocessProblem {}

    record ArgumentMismatch(String macro, Span span) implements PreprocessProblem {}

    record MalformedArgument(String macro, Span span) implements PreprocessProblem {}

    record CircularMacro(String name, int arity, Span span) implements PreprocessProblem {}

    record IllegalMacroCall(String text, Span span) implements PreprocessProblem {}

    record RedefinedMacro(String name, boolean predefined, Span span)
            implements PreprocessProblem {}

    record DuplicateParameter(String name, Span span) implements PreprocessProblem {}

    /// `?FUNCTION_NAME` or `?FUNCTION_ARITY` where there is no function; `first` when it begins a
    /// form.
    record NoFunction(String macro, boolean first, Span span) implements PreprocessProblem {}

    record IncludeNotFound(String name, boolean library, Span span) implements PreprocessProblem {}

    record IncludeUnreadable(String name, String reason, Span span) implements PreprocessProblem {}

    /// The file that `-doc({file, Name})` names; the documentation is then empty.
    record DocumentationNotFound(String directive, String name, Span span)
            implements PreprocessProblem {}

    /// More files within one another than allowed, mostly because they include each other in a
    /// circle.
    record IncludeTooDeep(String directive, List<String> chain, Span span)
            implements PreprocessProblem {}

    /// `how` is `unbalanced`, `repeated` or `unterminated`.
    record IllegalConditional(String how, String directive, Span span)
            implements PreprocessProblem {}

    record ElifAfterElse(Span span) implements PreprocessProblem {}

    record UnknownFeature(String name, Span span) implements PreprocessProblem {}

    record LateFeature(Span span) implements PreprocessProblem {}

    /// `-error(value)` or `-warning(value)` in the source.
    record UserMessage(boolean error, Term value, Span span) implements PreprocessProblem {}

    default Diagnostic toDiagnostic() {
        return switch (this) {
            case Malformed(var what, var span) ->
                    Diagnostic.error("malformed-directive", what, span);
            case UndefinedMacro(var name, int arity, var span) ->
                    Diagnostic.error(
                            "undefined-macro",
                            "undefined macro '" + name + arity(arity) + "'",
                            span);
            case ArgumentMismatch(var macro, var span) ->
                    Diagnostic.error(
                            "macro-arguments", "argument mismatch for macro '" + macro + "'", span);
            case MalformedArgument(var macro, var span) ->
                    Diagnostic.error(
                            "macro-arguments",
                            "badly formed argument for macro '" + macro + "'",
                            span);
            case CircularMacro(var name, int arity, var span) ->
                    Diagnostic.error(
                            "circular-macro", "circular macro '" + name + arity(arity) + "'", span);
            case IllegalMacroCall(var text, var span) ->
                    Diagnostic.error(
                            "illegal-macro-call", "illegal macro call '" + text + "'", span);
            case RedefinedMacro(var name, boolean predefined, var span) ->
                    Diagnostic.error(
                            "redefined-macro",
                            (predefined ? "redefining predefined macro '" : "redefining macro '")
                                    + name
                                    + "'",
                            span);
            case DuplicateParameter(var name, var span) ->
                    Diagnostic.error(
                            "duplicate-parameter", "argument '" + name + "' already used", span);
            case NoFunction(var macro, boolean first, var span) ->
                    Diagnostic.error(
                            "no-function",
                            "?"
                                    + macro
                                    + (first
                                            ? " must not begin a form"
                                            : " can only be used within a function"),
                            span);
            case IncludeNotFound(var name, boolean library, var span) ->
                    Diagnostic.error(
                            "include-not-found",
                            "can't find include "
                                    + (library ? "lib" : "file")
                                    + " \""
                                    + name
                                    + "\"",
                            span);
            case IncludeUnreadable(var name, var reason, var span) ->
                    Diagnostic.error(
                                    "include-unreadable",
                                    "can't read include file \"" + name + "\"",
                                    span)
                            .note(reason);
            case DocumentationNotFound(var directive, var name, var span) ->
                    Diagnostic.warning(
                            "documentation-not-found",
                            "can't find " + directive + " file \"" + name + "\"",
                            span);
            case IncludeTooDeep(var directive, var chain, var span) ->
                    Diagnostic.error("include-too-deep", directive + " too deep", span)
                            .note("included through " + String.join(", ", chain));
            case IllegalConditional(var how, var directive, var span) ->
                    Diagnostic.error("illegal-conditional", how + " '-" + directive + "'", span);
            case ElifAfterElse(var span) ->
                    Diagnostic.error("illegal-conditional", "'elif' following 'else'", span);
            case UnknownFeature(var name, var span) ->
                    Diagnostic.error(
                            "unknown-feature", "the feature '" + name + "' does not exist.", span);
            case LateFeature(var span) ->
                    Diagnostic.error(
                            "late-feature",
                            "feature directive not allowed after exports or record definitions",
                            span);
            case UserMessage(boolean error, var value, var span) -> {
                String text = TermPrinter.print(value, TermPrinter.Style.PRETTY);
                yield error
                        ? Diagnostic.error("user-error", "-error(" + text + ").", span)
                        : Diagnostic.warning("user-warning", "-warning(" + text + ").", span);
            }
        };
    }

    private static String arity(int arity) {
        return arity < 0 ? "" : "/" + arity;
    }
}
