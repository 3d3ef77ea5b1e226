package dev.lumen.frontend.lint;

import dev.lumen.ir.forms.Expr;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/// Which variable each occurrence in a function is, be it in an expression or in a pattern. What
/// [Scopes] gives is not changed any more.
///
/// That an occurrence is the first one, and binds, is not said here: it is the first that is
/// evaluated.
public final class Resolution {
    private final Map<Expr, SourceVariable> variables = new IdentityHashMap<>();
    private final Map<Expr, Resolution> defaults = new IdentityHashMap<>();

    Resolution() {}

    /// Of forms without variables.
    public static Resolution empty() {
        return new Resolution();
    }

    /// The variable that stands here, or the one that a named fun is in itself. Empty where lint
    /// found an error that hides it.
    public Optional<SourceVariable> of(Expr occurrence) {
        return Optional.ofNullable(variables.get(occurrence));
    }

    /// The default values of the fields that are left out where this record is made. They stand in
    /// its declaration, and mean something else wherever one is made.
    public Resolution ofDefaults(Expr.RecordCreate made) {
        return defaults.getOrDefault(made, empty());
    }

    void put(Expr occurrence, SourceVariable variable) {
        variables.put(occurrence, variable);
    }

    void putDefaults(Expr made, Resolution resolution) {
        defaults.put(made, resolution);
    }
}
