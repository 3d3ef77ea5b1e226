package dev.lumen.frontend.ssa;

import dev.lumen.ir.core.FunctionName;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Label;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Var;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the names in scope mean. Bindings are undone in the opposite order: [#mark] before, [#undo]
/// after.
///
/// A variable may stand for a `flag`: the answer of a test that nobody has needed as an atom yet.
final class Env {
    /// A function of a `letrec`.
    sealed interface LocalFunction {
        /// A block of the function that is being lowered.
        record Goto(Label label) implements LocalFunction {}

        /// A function of its own, which takes what it captures after its arguments.
        record Lifted(FunctionId id, List<Var> captured) implements LocalFunction {}
    }

    private record Change(Object name, Optional<Object> before) {}

    private final Map<Object, Object> bindings = new HashMap<>();
    private final ArrayDeque<Change> changes = new ArrayDeque<>();

    int mark() {
        return changes.size();
    }

    void undo(int mark) {
        while (changes.size() > mark) {
            Change last = changes.pop();
            if (last.before.isPresent()) {
                bindings.put(last.name, last.before.get());
            } else {
                bindings.remove(last.name);
            }
        }
    }

    void bind(String name, Operand value) {
        put(name, value);
    }

    void bind(FunctionName name, LocalFunction function) {
        put(name, function);
    }

    private void put(Object name, Object value) {
        changes.push(new Change(name, Optional.ofNullable(bindings.put(name, value))));
    }

    /// Throws [IllegalStateException] for a variable that is not in scope: the Core was not valid.
    Operand var(String name) {
        if (bindings.get(name) instanceof Operand o) {
            return o;
        }
        throw new IllegalStateException("variable " + name + " is not in scope");
    }

    boolean has(String name) {
        return bindings.containsKey(name);
    }

    Optional<LocalFunction> function(FunctionName name) {
        return bindings.get(name) instanceof LocalFunction f ? Optional.of(f) : Optional.empty();
    }
}
