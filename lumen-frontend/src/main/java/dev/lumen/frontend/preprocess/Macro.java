package dev.lumen.frontend.preprocess;

import dev.lumen.frontend.scan.Token;

import java.util.List;

/// A macro's definition. `parameters` is null for a macro that is called without parentheses, which
/// is not the same as one with none between them.
record Macro(List<String> parameters, List<Token> body) {
    /// The arity of a macro that is called without parentheses.
    static final int NO_ARGUMENTS = -1;

    int arity() {
        return parameters == null ? NO_ARGUMENTS : parameters.size();
    }
}
