package dev.lumen.frontend.lint;

import dev.lumen.ir.forms.Expr;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/// Makes the [Resolution] of a function while lint walks over it. What is visible is in lint's
/// tables; here is what a name means that is not visible.
///
/// Such a name is a new variable, and the same one throughout a function: operands of one
/// expression don't see what the others bind, but where two bind one name, both must have the same
/// value. A fun and the rounds of a generator are functions of their own.
///
/// In maps, bit strings and after the time of a `receive`, OTP's compiler differs from its own
/// lint: a function does know there what was bound just before, and compares. So it is here.
final class Resolver {
    private Resolution resolution = new Resolution();
    private Map<String, SourceVariable> own = new HashMap<>();
    private Map<String, SourceVariable> before = Map.of();

    /// The function that new variables belong to, to go back to it with [#leaveTo].
    record Function(Map<String, SourceVariable> own) {}

    Function function() {
        return new Function(own);
    }

    void enterFunction() {
        own = new HashMap<>();
    }

    void leaveTo(Function outer) {
        own = outer.own;
    }

    /// What a name is that is not visible here.
    SourceVariable unseen(String name) {
        SourceVariable known = before.get(name);
        return known != null ? known : own.computeIfAbsent(name, SourceVariable::new);
    }

    /// The patterns of a function's head: all that is not visible in them is new.
    <T> T head(Supplier<T> patterns) {
        Map<String, SourceVariable> saved = before;
        before = Map.of();
        T result = patterns.get();
        before = saved;
        return result;
    }

    /// An expression in which functions know what the parts before them have bound: what was
    /// [#saw].
    VarTable inOrder(Supplier<VarTable> expression) {
        Map<String, SourceVariable> saved = before;
        VarTable result = expression.get();
        before = saved;
        return result;
    }

    /// Gives the table back.
    VarTable saw(VarTable bound) {
        if (!bound.isEmpty()) {
            before = new HashMap<>(before);
            bound.variables().forEach((name, v) -> before.put(name, v.source()));
        }
        return bound;
    }

    void resolve(Expr occurrence, SourceVariable variable) {
        resolution.put(occurrence, variable);
    }

    /// Looks at the default values of a record that is made here.
    void defaults(Expr made, Runnable values) {
        Resolution outer = resolution;
        resolution = new Resolution();
        outer.putDefaults(made, resolution);
        values.run();
        resolution = outer;
    }

    /// Gives what was found, and begins anew.
    Resolution take() {
        Resolution result = resolution;
        resolution = new Resolution();
        return result;
    }
}
