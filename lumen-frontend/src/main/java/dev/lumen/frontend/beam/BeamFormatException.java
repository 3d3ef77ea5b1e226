package dev.lumen.frontend.beam;

/// A `.beam` file can't be read; [BeamForms] makes a diagnostic of it.
final class BeamFormatException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient BeamProblem problem;

    BeamFormatException(BeamProblem problem) {
        super(problem.toString(), null, false, false);
        this.problem = problem;
    }

    BeamProblem problem() {
        return problem;
    }
}
