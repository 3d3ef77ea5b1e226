package dev.lumen.frontend.lint;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;

/// The variables known at some point, or those that an expression has touched. Immutable; in the
/// order of names, so that messages come in a fixed order.
record VarTable(SortedMap<String, Variable> variables) {
    static final VarTable EMPTY = new VarTable(new TreeMap<>());

    static VarTable of(String name, Variable variable) {
        var map = new TreeMap<String, Variable>();
        map.put(name, variable);
        return new VarTable(map);
    }

    boolean isEmpty() {
        return variables.isEmpty();
    }

    /// Null when the variable is not known.
    Variable get(String name) {
        return variables.get(name);
    }

    private VarTable combine(VarTable other, BinaryOperator<Variable> both) {
        if (isEmpty()) {
            return other;
        }
        if (other.isEmpty()) {
            return this;
        }
        var result = new TreeMap<>(other.variables);
        variables.forEach(
                (name, mine) -> result.merge(name, mine, (theirs, v) -> both.apply(v, theirs)));
        return new VarTable(result);
    }

    /// Both tables, with the states of this one. A variable that was known before stays the one it
    /// was.
    VarTable over(VarTable older) {
        return combine(
                older,
                (a, b) ->
                        new Variable(
                                b.source(),
                                a.state(),
                                a.used() || b.used(),
                                Variable.mergePlaces(a.places(), b.places())));
    }

    /// Both tables, with the worse of two states.
    VarTable merge(VarTable other) {
        return combine(
                other,
                (a, b) ->
                        new Variable(
                                a.source(),
                                Variable.State.merge(a.state(), b.state()),
                                a.used() || b.used(),
                                Variable.mergePlaces(a.places(), b.places())));
    }

    private VarTable filter(BiPredicate<String, Variable> keep) {
        var result = new TreeMap<String, Variable>();
        for (Map.Entry<String, Variable> e : variables.entrySet()) {
            if (keep.test(e.getKey(), e.getValue())) {
                result.put(e.getKey(), e.getValue());
            }
        }
        return result.size() == variables.size() ? this : new VarTable(result);
    }

    /// What `other` does not have.
    VarTable minus(VarTable other) {
        return isEmpty() || other.isEmpty()
                ? this
                : filter((name, _) -> !other.variables.containsKey(name));
    }

    /// What `other` has too.
    VarTable within(VarTable other) {
        return isEmpty() ? this : filter((name, _) -> other.variables.containsKey(name));
    }

    /// What is new compared with `older`, as unsafe because of `origin`.
    VarTable unsafe(Variable.Origin origin, VarTable older) {
        var result = new TreeMap<String, Variable>();
        minus(older)
                .variables
                .forEach((name, v) -> result.put(name, v.with(new Variable.State.Unsafe(origin))));
        return new VarTable(result);
    }

    VarTable withoutUnsafe() {
        return filter((_, v) -> !v.isUnsafe());
    }

    VarTable withoutUnused() {
        return filter((_, v) -> v.used());
    }

    /// What has been bound and not used, names that begin with `_` aside.
    VarTable unused() {
        return filter((name, v) -> !v.used() && !name.startsWith("_"));
    }
}
