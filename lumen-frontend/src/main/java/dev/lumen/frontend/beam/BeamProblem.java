package dev.lumen.frontend.beam;

import dev.lumen.ir.diag.Diagnostic;
import dev.lumen.ir.diag.Span;

/// Why the forms of a module can't be had from its `.beam` file.
public sealed interface BeamProblem {
    /// What the notes of several problems advise.
    String RECOMPILE =
            "compile the module with debug information (erlc +debug_info, or -compile(debug_info)),"
                    + " or give its source";

    /// The file does not begin like a `.beam` file.
    record NotABeam() implements BeamProblem {}

    /// The file says that it is longer than it is; both in bytes.
    record Truncated(long have, long wanted) implements BeamProblem {}

    record Damaged(String what) implements BeamProblem {}

    record NoDebugInfo() implements BeamProblem {}

    /// The debug information is encrypted with a key of the one who compiled it.
    record Encrypted() implements BeamProblem {}

    /// The debug information is in a form that only this backend knows, `elixir_erl` say.
    record ForeignDebugInfo(String backend) implements BeamProblem {}

    /// Made by a compiler that is newer than what is known here; `what` could not be read.
    record TooNew(String compiler, String what) implements BeamProblem {}

    /// About the file of this name.
    default Diagnostic toDiagnostic(String file) {
        Span span = Span.startOf(file);
        return switch (this) {
            case NotABeam() -> Diagnostic.error("not-a-beam", "not a .beam file", span);
            case Truncated(long have, long wanted) ->
                    Diagnostic.error(
                                    "truncated-beam",
                                    "the .beam file is cut off: " + have + " bytes of " + wanted,
                                    span)
                            .note("copy or compile it again");
            case Damaged(var what) ->
                    Diagnostic.error("damaged-beam", "the .beam file is damaged: " + what, span)
                            .note("compile it again");
            case NoDebugInfo() ->
                    Diagnostic.error(
                                    "no-debug-info",
                                    "the .beam file has no debug information",
                                    span)
                            .note(RECOMPILE);
            case Encrypted() ->
                    Diagnostic.error(
                                    "encrypted-debug-info",
                                    "the debug information of the .beam file is encrypted",
                                    span)
                            .note(
                                    "compile the module without encrypt_debug_info, or give its"
                                            + " source");
            case ForeignDebugInfo(var backend) ->
                    Diagnostic.error(
                                    "foreign-debug-info",
                                    "the debug information is for " + backend + ", not for Erlang",
                                    span)
                            .note("give the module as Erlang or Core Erlang source");
            case TooNew(var compiler, var what) ->
                    Diagnostic.error(
                                    "beam-too-new",
                                    "made by a newer OTP (compiler "
                                            + compiler
                                            + ") than is known here: "
                                            + what,
                                    span)
                            .note(
                                    "compile it with OTP "
                                            + BeamForms.NEWEST_RELEASE
                                            + " or older, or give its source");
        };
    }
}
