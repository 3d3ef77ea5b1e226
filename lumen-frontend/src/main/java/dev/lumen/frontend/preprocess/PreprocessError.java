package dev.lumen.frontend.preprocess;

import dev.lumen.frontend.scan.Token;
import dev.lumen.ir.diag.Span;

import java.util.function.Function;

/// Carries a problem to where the form is given up. The file is known only there, so the problem is
/// made there, from the token that it is about. Has no stack trace: it is ordinary control flow.
final class PreprocessError extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Token place;
    private final transient Function<Span, PreprocessProblem> problem;

    PreprocessError(Token place, Function<Span, PreprocessProblem> problem) {
        super("preprocessor", null, false, false);
        this.place = place;
        this.problem = problem;
    }

    PreprocessProblem problem(String file) {
        return problem.apply(place.anno().span(file));
    }
}
