package dev.lumen.frontend.parse;

/// Carries a problem from where it was found to where the form began. Has no stack trace: it is
/// ordinary control flow.
public final class ParseError extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient ParseProblem problem;

    ParseError(ParseProblem problem) {
        super(problem.toString(), null, false, false);
        this.problem = problem;
    }

    public ParseProblem problem() {
        return problem;
    }
}
